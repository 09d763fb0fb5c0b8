"""Which villages are neighbours, for a whole country: from one file of boundaries, or from tiles that were laid out before."""

from __future__ import annotations

import os
from collections.abc import Mapping

import pandas as pd

from ..places.boundaries import match_boundaries
from ..places.kept_layouts import kept
from ..places.neighbours import COLUMNS, neighbours, touching
from ..places.tiles import layout_mark
from ..say.errors import P2wkssError
from . import texts
from .told import Refused, told

Pairs = Mapping[str, pd.DataFrame | Refused]
_LEAST = 0.5  # share of villages with a boundary, as a single kabupaten or kota must have


def pairs_of_tiles(areas: pd.DataFrame) -> pd.DataFrame | Refused:
    """Pairs among the villages of one kabupaten or kota, or why there are none: from the layout kept in the package alone, since
    laying out anew takes minutes for a large kabupaten."""
    try:
        known = kept(layout_mark(areas)) is not None
    except P2wkssError as error:  # no village has a point
        return Refused("clusters", told(error))
    return neighbours(areas) if known else Refused("clusters", texts.NO_LAYOUT)


def pairs_of_boundaries(areas: pd.DataFrame, boundaries: str | os.PathLike) -> Pairs:
    """Kabupaten or kota to its pairs, or to why there are none. The file is read and matched once for all; neighbours across the
    border of two kabupaten are left out, as each has its own map. areas: villages of the open table."""
    shapes = match_boundaries(boundaries, areas).shapes
    one, other = touching(shapes.geometry.to_numpy(), 1.0)
    codes = shapes["area_code"].to_numpy(object)
    pairs = pd.DataFrame({"area_code": codes[one], "neighbour_code": codes[other]}, dtype=str).assign(source="boundaries")
    pairs = pairs[pairs["area_code"].str[:5] == pairs["neighbour_code"].str[:5]]
    pairs = pairs.sort_values(["area_code", "neighbour_code"], ignore_index=True)[COLUMNS]
    found = dict(iter(pairs.groupby(pairs["area_code"].str[:5])))
    shaped = shapes["area_code"].str[:5].value_counts()
    out: dict[str, pd.DataFrame | Refused] = {}
    for code, n in areas["area_code"].str[:5].value_counts().items():
        enough = shaped.get(code, 0) >= _LEAST * n and code in found
        out[code] = found[code] if enough else Refused("clusters", texts.NO_BOUNDARY.fill(n=int(shaped.get(code, 0)), all=int(n)))
    return out
