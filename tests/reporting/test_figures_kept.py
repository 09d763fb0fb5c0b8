"""The figures of a city's report are those that were kept; those of the open report are held where it is tested."""

import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import figures_kept


def test_figures_of_a_citys_report_are_as_they_were(city_documents):
    figures_kept.hold("report of synthetic Cilegon, seed 8", figures_kept.shown(city_documents["en"]))


@pytest.fixture
def one_page(monkeypatch, tmp_path):
    monkeypatch.setattr(figures_kept, "KEPT", tmp_path / "figures.json")
    monkeypatch.setenv("P2WKSS_KEEP_FIGURES", "1")
    figures_kept.hold("page", [pd.DataFrame({"name": ["a", "b"], "share": [0.25, 0.5]})])
    monkeypatch.delenv("P2WKSS_KEEP_FIGURES")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": ["c", "d"], "share": [0.25, 0.5]}, []),
        ({"name": ["a", "b"], "share": [0.25, 0.51]}, ["page, name, share (1): share was 0.75, is 0.76"]),
        ({"name": ["a"], "share": [0.75]}, ["page, name, share (1): rows was 2, is 1"]),
    ],
)
def test_a_figure_that_changed_is_named_with_before_and_after(one_page, cells, said):
    assert figures_kept.differing("page", figures_kept.summed([pd.DataFrame(cells)])) == said
