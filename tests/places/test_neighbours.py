"""Neighbours from tiles and boundaries, against slow twins."""

import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from p2wkss_analysis.places.areas import within
from p2wkss_analysis.places.boundaries import match_boundaries
from p2wkss_analysis.places.neighbours import neighbours, touching
from p2wkss_analysis.places.tiles import tile_map
from p2wkss_analysis.tables.intake import load


def slow(geometry, gap):
    return {(i, j) for i, a in enumerate(geometry) for j, b in enumerate(geometry) if i != j and a.distance(b) <= gap}


def test_touching_equals_the_distance_of_every_pair():
    rng = np.random.default_rng(2)
    corners = rng.uniform(0, 20, size=(40, 2))
    boxes = shapely.box(*corners.T, *(corners + rng.uniform(0.5, 3, size=(40, 2))).T)
    for gap in (0.0, 0.5, 2.0):
        assert set(zip(*map(np.ndarray.tolist, touching(boxes, gap)), strict=True)) == slow(boxes, gap)


def test_a_corner_counts_and_a_sliver_is_bridged():
    areas = pd.DataFrame({"area_code": ["32.01", "32.02", "32.03"], "name": list("ABC")})
    metre = 1 / 111_320
    a = shapely.box(107, -7, 107.1, -6.9)
    corner = shapely.box(107.1, -6.9, 107.2, -6.8)
    sliver = shapely.box(107.1 + 0.5 * metre, -7, 107.2, -6.95)
    frame = gpd.GeoDataFrame({"kode": ["3201", "3202", "3203"]}, geometry=[a, corner, sliver], crs=4326)
    pairs = neighbours(areas, frame)
    assert pairs[["area_code", "neighbour_code"]].values.tolist() == [
        ["32.01", "32.02"],
        ["32.01", "32.03"],
        ["32.02", "32.01"],
        ["32.03", "32.01"],
    ]
    assert set(pairs["source"]) == {"boundaries"}
    assert len(neighbours(areas, frame, gap_metres=0)) == 2


def test_tiles_have_at_most_six_neighbours_and_pairs_go_both_ways():
    areas = within(load("areas"), "32.76", "village")
    pairs = neighbours(areas)
    assert set(pairs["source"]) == {"tiles"}
    assert pairs.groupby("area_code").size().max() <= 6
    there = set(map(tuple, pairs[["area_code", "neighbour_code"]].values))
    assert there == {(b, a) for a, b in there} and not any(a == b for a, b in there)
    tiles = tile_map(areas)
    expected = {(tiles["area_code"][i], tiles["area_code"][j]) for i, j in slow(tiles.geometry.to_numpy(), 0.01)}
    assert there == expected


def test_a_single_place_has_none():
    areas = pd.DataFrame({"area_code": ["32.76"], "name": ["A"], "lon": [106.8], "lat": [-6.4]})
    pairs = neighbours(areas)
    assert pairs.empty and pairs.columns.tolist() == ["area_code", "neighbour_code", "source"]


def test_real_boundaries_and_how_far_tiles_stand_in_for_them():
    where = os.environ.get("P2WKSS_REFERENCE")
    if not where:
        pytest.skip("P2WKSS_REFERENCE is unset: real boundary files are not part of the project")
    areas = within(load("areas"), "32.76", "village")
    file = Path(where) / "boundaries" / "depok_villages.geojson"
    true = neighbours(areas, file)
    shapes = match_boundaries(file, areas).shapes
    expected = {(shapes["area_code"][i], shapes["area_code"][j]) for i, j in slow(shapes.geometry.to_numpy(), 1.0)}
    assert set(map(tuple, true[["area_code", "neighbour_code"]].values)) == expected
    assert true.groupby("area_code").size().reindex(areas["area_code"]).notna().all()  # no kelurahan of Depok is an island
    tiles = neighbours(areas)
    both = true.merge(tiles, on=["area_code", "neighbour_code"])
    assert len(both) / len(tiles) > 0.6  # a stand-in, not the truth: hence the column `source`
