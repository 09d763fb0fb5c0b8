"""The layouts kept in the package: those of today's places and grids, and never those of others."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.places import tiles as t
from p2wkss_analysis.places.areas import within
from p2wkss_analysis.places.kept_layouts import kept, packed
from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="module")
def register():
    return load("areas")


@pytest.mark.parametrize("code, level", [("32.76", "village"), ("36.72", "village"), ("32", "regency")])
def test_a_kept_layout_is_the_one_found_afresh(register, code, level):
    places = within(register, code, level)
    cells, spacing = kept(t.layout_mark(places))
    fresh, fresh_spacing = t.laid_out(places)
    assert np.array_equal(cells, fresh) and spacing == fresh_spacing


def test_a_place_that_moved_is_laid_out_afresh(register, monkeypatch):
    places = within(register, "36.72", "village").reset_index(drop=True)
    asked = []
    monkeypatch.setattr(t, "_lay_out", lambda xy, places: asked.append(len(xy)) or LAY_OUT(xy, places))
    t.tile_map(places)
    assert not asked
    moved = places.assign(lon=places["lon"].where(places.index > 0, places["lon"] + 0.0001))
    t.tile_map(moved)
    t.tile_map(places.iloc[1:])
    assert asked == [len(places), len(places) - 1]


LAY_OUT = t._lay_out


def test_other_grids_are_other_layouts(register, monkeypatch):
    places = within(register, "36.72", "village")
    assert kept(t.layout_mark(places)) is not None
    monkeypatch.setattr(t, "_PULLS", (0.0,))
    assert kept(t.layout_mark(places)) is None


def test_the_tiles_are_the_same_with_and_without_the_kept_layout(register, monkeypatch):
    places = within(register, "36.72", "village")
    with_it = t.tile_map(places)
    monkeypatch.setattr(t, "kept", lambda mark: None)
    pd.testing.assert_frame_equal(pd.DataFrame(t.tile_map(places)), pd.DataFrame(with_it))


def test_the_same_layouts_are_the_same_bytes():
    one, other = (np.array([[0, 1], [2, -3]]), 1.5), (np.array([[4, 4]]), 0.25)
    assert packed({"a": one, "b": other}) == packed({"b": other, "a": one})
