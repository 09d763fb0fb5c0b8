"""Shapes of a layer: true boundaries where given, else equal tiles, or cells around points where places are too many."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..places.areas import parents, short_name
from ..places.boundaries import match_boundaries
from ..places.tiles import tile_map
from ..say import Text, one_text
from ..say.errors import WrongUse
from .encode import frame_of, on_grid, packed, packed_rings
from .texts import layers as say

TILES = 700  # most places laid out as tiles; the layout takes a second for 300 and grows with the square
_DETAIL = 1200  # boundaries keep what shows at this many pixels
_REACH = 2000  # metres that a cell may lie beyond the outermost points


def shapes_of(areas: pd.DataFrame, boundaries: Any, others: pd.DataFrame | None = None) -> dict:
    """Shapes of the places `areas` (one level, in code order) for the page: `kind`, the packed shapes, `note`.

    others: places of the same level that have no figures but stand between these. kind: "boundaries", "tiles" or "cells".
    """
    if boundaries is not None:
        return _boundaries(areas, boundaries)
    return _tiles(areas) if len(areas) <= TILES else _cells(areas, others)


def _boundaries(areas: pd.DataFrame, boundaries: Any) -> dict:
    matched = match_boundaries(boundaries, areas)
    shapes = matched.shapes
    west, south, east, north = shapes.total_bounds
    simple = shapely.coverage_simplify(shapes.geometry.to_numpy(), max(east - west, north - south) / _DETAIL)
    by_code = dict(zip(shapes["area_code"], simple, strict=True))
    left = [short_name(n) for n in matched.without["name"]]
    without = [say.WITHOUT_BOUNDARY.fill(names=[*left[:6], *(["..."] if len(left) > 6 else [])])] if left else []
    note = one_text([say.SIMPLIFIED, *without, *matched.doubts])
    return _drawn("boundaries", [by_code.get(code) for code in areas["area_code"]], areas, note)


def _tiles(areas: pd.DataFrame) -> dict:
    return _drawn("tiles", tile_map(areas).geometry.tolist(), areas, say.TILES)


def _cells(areas: pd.DataFrame, others: pd.DataFrame | None) -> dict:
    """Thiessen polygons: for each place what lies nearer to its point than to any other's, within reach of the points."""
    own = areas.assign(own=True)
    every = own if others is None else pd.concat([own, others[~others["area_code"].isin(areas["area_code"])].assign(own=False)])
    points = shapely.points(_metres(every))
    reach = shapely.buffer(shapely.concave_hull(shapely.multipoints(points), 0.04), _REACH)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), ordered=True))
    cells = shapely.intersection(cells[every["own"].to_numpy()], shapely.simplify(reach, _REACH / 10))
    return _drawn("cells", cells.tolist(), areas, say.CELLS)


def _metres(areas: pd.DataFrame) -> np.ndarray:
    """(places, 2) east and north; a place without a point stands at the mean of its siblings, equal points a metre apart."""
    at = areas[["lon", "lat"]].astype(float)
    at = at.fillna(at.groupby(parents(areas["area_code"]).to_numpy()).transform("mean"))
    if at.isna().any().any():
        raise WrongUse(say.WITHOUT_POINT.fill(codes=areas.loc[at.isna().any(axis=1), "area_code"].head(5)))
    apart = at.groupby(["lon", "lat"]).cumcount().to_numpy()
    return np.c_[at["lon"] * np.cos(np.radians(at["lat"].mean())), at["lat"]] * 111_195 + apart[:, None]


def _drawn(kind: str, shapes: list, areas: pd.DataFrame, note: Text) -> dict:
    """Shapes in the order of `areas` (None where there is none), a spot inside each, and the outlines of their parents:
    kecamatan of a city's villages, provinces of kabupaten, kabupaten where villages are thousands."""
    frame = frame_of(shapely.total_bounds([shape for shape in shapes if shape is not None]))
    inside = [(np.nan, np.nan) if shape is None else shape.representative_point().coords[0] for shape in shapes]
    parent = parents(areas["area_code"]).str[: 5 if len(areas) > TILES else None]
    groups = pd.Series(shapes, index=parent.to_numpy(), dtype=object).dropna()
    around = [shapely.union_all(groups[[code]].tolist()) for code in sorted(set(groups.index))]
    return {
        "kind": kind,
        "note": note,
        "outlines": packed_rings(around, frame),
        "spots": packed(on_grid(np.array(inside), frame), 0),
        **packed_rings(shapes, frame),
    }
