"""An indicator is one file and one public name: `p2.` and the documentation's list of functions follow."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

import p2wkss_analysis as p2

sys.path.append(str(Path(__file__).resolve().parents[2] / "docs"))


@pytest.fixture
def open_water(monkeypatch):
    made = ModuleType("p2wkss_analysis.indicators.open_water")

    def open_water(households: int, without: int) -> float:
        """Share of households that fetch open water, in percent."""
        return 100 * without / households

    open_water.__module__, made.open_water = made.__name__, open_water
    monkeypatch.setitem(sys.modules, made.__name__, made)
    monkeypatch.setitem(p2._WHERE, "open_water", "indicators.open_water")
    yield
    vars(p2).pop("open_water", None)


def test_a_listed_indicator_is_public_and_documented(open_water):
    assert p2.open_water(40, 10) == 25
    import reference

    page = reference.functions("en")
    at = page.index(".. autofunction:: p2wkss_analysis.open_water")
    assert page.index("\nIndicators\n") < at < page.index("\nWhere and whom\n")
