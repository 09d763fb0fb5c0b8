"""The shapes of a layer: true boundaries where given, else equal tiles, and points where places are too many for tiles."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ...errors import WrongUse
from ...language import pick
from ...places.areas import parents, short_name
from ...places.boundaries import match_boundaries
from ...places.tiles import outlines, tile_map
from .encode import frame_of, on_grid, packed, packed_rings

TILES = 700  # most places laid out as tiles; the layout takes a second for 300 and grows with the square
_DETAIL = 1200  # boundaries keep what shows at this many pixels


def shapes_of(areas: pd.DataFrame, boundaries, lang: str) -> dict:
    """Shapes of the places `areas` (one level, in code order) for the page: `kind`, the packed shapes, `note`.

    kind: "boundaries", "tiles" or "points". Raises WrongUse where `boundaries` holds none of the places.
    """
    if boundaries is not None:
        return _boundaries(areas, boundaries, lang)
    return _tiles(areas, lang) if len(areas) <= TILES else _points(areas, lang)


def _boundaries(areas: pd.DataFrame, boundaries, lang: str) -> dict:
    matched = match_boundaries(boundaries, areas)
    shapes = matched.shapes
    if len(shapes) < len(areas) / 2:
        raise WrongUse(
            id=f"Berkas batas hanya memuat {len(shapes)} dari {len(areas)} wilayah peta ini. Berikan berkas yang memuat paling sedikit separuhnya.",
            en=f"The boundary file holds only {len(shapes)} of the {len(areas)} places of this map. Give a file with at least half of them.")
    west, south, east, north = shapes.total_bounds
    simple = shapely.coverage_simplify(shapes.geometry.to_numpy(), max(east - west, north - south) / _DETAIL)
    shapes = shapes.set_geometry(simple, crs=shapes.crs)
    note = pick(lang, id="Batas wilayah bersifat indikatif, disederhanakan untuk layar.",
                en="Boundaries are indicative and simplified for the screen.")
    left = [short_name(n) for n in matched.without["name"]]
    if left:
        shown = ", ".join(left[:6]) + (", ..." if len(left) > 6 else "")
        note += pick(lang, id=f" Tanpa batas dalam berkas: {shown}.", en=f" Without a boundary in the file: {shown}.")
    return _drawn("boundaries", shapes, areas, note)


def _tiles(areas: pd.DataFrame, lang: str) -> dict:
    return _drawn("tiles", tile_map(areas), areas, pick(
        lang, id="Peta skema: satu petak satu wilayah, semua sama besar, di dekat letak sebenarnya; bukan batas wilayah.",
        en="Schematic map: one tile a place, all of equal size, near their true position; not boundaries."))


def _drawn(kind: str, shapes, areas: pd.DataFrame, note: str) -> dict:
    frame = frame_of(shapes.total_bounds)
    by_code = shapes.set_index("area_code").geometry
    around = outlines(shapes, "parent_code").geometry
    drawn = [by_code.get(code) for code in areas["area_code"]]
    inside = [(np.nan, np.nan) if shape is None else shape.representative_point().coords[0] for shape in drawn]
    return {"kind": kind, "note": note, "outlines": packed_rings(around, frame), "spots": packed(on_grid(np.array(inside), frame), 0),
            **packed_rings(drawn, frame)}


def _points(areas: pd.DataFrame, lang: str) -> dict:
    """One point a place; a place without one stands at the mean of its siblings, as on the tile map."""
    parent = parents(areas["area_code"])
    at = areas[["lon", "lat"]].astype(float)
    at = at.fillna(at.groupby(parent.to_numpy()).transform("mean"))
    if at.isna().any().any():
        lost = ", ".join(areas.loc[at.isna().any(axis=1), "area_code"].head(5))
        raise WrongUse(id=f"Wilayah berikut tidak mempunyai titik: {lost}. Isi lon dan lat.",
                       en=f"These places have no point: {lost}. Fill in lon and lat.")
    metres = np.c_[at["lon"] * np.cos(np.radians(at["lat"].mean())), at["lat"]] * 111_195
    frame = frame_of((*metres.min(axis=0), *metres.max(axis=0)))
    note = pick(lang, id="Satu titik satu desa, di letak sebenarnya.", en="One dot a village, at its true position.")
    return {"kind": "points", "note": note, "xy": packed(on_grid(metres, frame), 0)}
