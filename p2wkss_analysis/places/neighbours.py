"""Which places are neighbours: from true boundaries where there are any, otherwise from the tile map."""

from __future__ import annotations

import os

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .boundaries import match_boundaries
from .tiles import tile_map

COLUMNS = ["area_code", "neighbour_code", "source"]


def neighbours(
    areas: pd.DataFrame, boundaries: str | os.PathLike | gpd.GeoDataFrame | None = None, *, gap_metres: float = 1.0
) -> pd.DataFrame:
    """Pairs of neighbouring places, each pair in both directions, sorted.

    `areas`: `area_code, name` and, for tiles, `lon, lat`. With `boundaries` (as `match_boundaries` takes
    them), places are neighbours when their shapes touch, in a point or a line (queen contiguity), or come
    within `gap_metres`, which bridges slivers of hand-drawn files; a place without a shape has no pairs.
    Without boundaries, places are neighbours when their tiles touch: a stand-in, right for most pairs
    inside a city but not for all, so `source` ("boundaries" or "tiles") stays in every row.

    Returns `area_code, neighbour_code, source`. Raises as `tile_map` and `match_boundaries` do. Do not
    report spatial statistics from tiles as if they were from boundaries.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["Kota Depok", "Kota Cimahi"],
    ...     "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
    >>> neighbours(areas).values.tolist()
    [['32.76', '32.77', 'tiles'], ['32.77', '32.76', 'tiles']]
    """
    if boundaries is None:
        shapes, source, gap = tile_map(areas), "tiles", 0.01
    else:
        shapes, source, gap = match_boundaries(boundaries, areas).shapes, "boundaries", gap_metres
    one, other = touching(shapes.geometry.to_numpy(), gap)
    codes = shapes["area_code"].to_numpy()
    pairs = pd.DataFrame({"area_code": codes[one], "neighbour_code": codes[other]}, dtype=str).assign(source=source)
    return pairs.sort_values(["area_code", "neighbour_code"], ignore_index=True)[COLUMNS]


def touching(geometry: np.ndarray, gap: float) -> tuple[np.ndarray, np.ndarray]:
    """Positions (i, j) of all ordered pairs of shapes within `gap` of each other, i != j.

    >>> i, j = touching(shapely.box([0, 1, 5], [0, 0, 0], [1, 2, 6], [1, 1, 1]), 0)
    >>> sorted(zip(i.tolist(), j.tolist()))
    [(0, 1), (1, 0)]
    """
    tree = shapely.STRtree(geometry)
    i, j = tree.query(geometry, predicate="dwithin", distance=gap) if gap else tree.query(geometry, predicate="intersects")
    apart = i != j
    return i[apart], j[apart]
