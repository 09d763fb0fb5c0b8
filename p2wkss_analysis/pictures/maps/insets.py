"""Small maps beside a large one: the kecamatan by name, and where the places lie in their province or country.

Each stands in a corner that the large map leaves free, otherwise beside the legend. Where the places lie is always
drawn with tiles, whatever the large map is drawn with: a file of boundaries rarely holds more than the places asked
for, and at this size a schema says as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...places.areas import as_text, island_of
from ...places.tiles import outlines, tile_map
from ...say import LANGUAGES, Text
from .. import style
from ..picture import Picture
from . import draw, texts
from .ground import Ground
from .labels import Label, plan_labels

_HEAD = 0.25  # inches of an inset's own title
_GAP = 0.15  # inches between insets beside the legend
_FACE, _FAR = "#f6f7f8", "#dfe3e7"


@dataclass(frozen=True)
class Inset:
    """`ground` to be drawn `size` inches wide and high, title included; its upper right `corner` in inches from the
    lower left of the large map, None where it stands beside the legend. `here` are the
    codes that are drawn dark, None for a map of names."""

    ground: Ground
    size: tuple[float, float]
    title: Text
    here: frozenset[str] | None = None
    corner: tuple[float, float] | None = None


def plan_insets(ground: Ground, width: float, height: float, crowded: bool) -> tuple[Inset, ...]:
    """The insets of a map drawn `width` by `height` inches, each with its place."""
    asked = [inset for inset in (_names(ground, crowded), _location(ground)) if inset is not None]
    placed: list[Inset] = []
    for inset in asked:
        corner = _free_corner(ground, width, height, inset.size, placed)
        placed.append(replace(inset, corner=corner))
    return tuple(placed)


def beside_legend(insets: Sequence[Inset]) -> tuple[float, float]:
    """Width and height in inches of the insets that found no free corner, side by side."""
    sizes = [inset.size for inset in insets if inset.corner is None]
    if not sizes:
        return 0.0, 0.0
    return sum(w for w, _ in sizes) + _GAP * (len(sizes) - 1), max(h for _, h in sizes)


def draw_insets(
    picture: Picture, box: tuple[float, float, float, float], width: float, insets: Sequence[Inset], lang: str | None
) -> None:
    """Draws the insets of the large map in `box` (fractions: left, bottom, width, height), `width` inches wide."""
    left, bottom, *_ = box
    fw, fh = picture.get_size_inches()
    right = width
    for inset in insets:
        x, y = inset.corner or (right, 0.0)
        if inset.corner is None:
            right -= inset.size[0] + _GAP
        _draw(picture, (left + x / fw, bottom + y / fh), inset, lang)


def _names(ground: Ground, crowded: bool) -> Inset | None:
    """The kecamatan of kelurahan and desa."""
    if ground.level != "village" or not 2 <= len(ground.outlines) <= 20 or not ground.parents or crowded:
        return None
    groups = ground.outlines.rename(columns={"parent_code": "area_code"})
    names = groups["area_code"].map(ground.parents)
    key = replace(ground, schematic=False, shapes=groups.assign(name=names, label=names, parent_code=""), strip=False)
    return Inset(key, _size(key, 2.4, 1.7), texts.DISTRICTS)


def _location(ground: Ground) -> Inset | None:
    """Where the places lie: their kabupaten/kota in the province, or their provinces in the country. None for the
    whole country, and where the register does not know the places."""
    register = ground.register
    if register is None or ground.level == "province" or not {"lon", "lat"} <= set(register.columns):
        return None
    codes = ground.shapes["area_code"].astype(str)
    provinces = sorted(set(codes.str[:2]))
    in_province = ground.level != "regency" and len(provinces) == 1
    length = as_text(register["area_code"]).str.len()
    regencies = register[length == 5].dropna(subset=["lon", "lat"])
    named = set(register.loc[length == 2, "area_code"])
    if not set(provinces) < named & set(regencies["area_code"].str[:2]):
        return None
    if in_province:
        shown = regencies[regencies["area_code"].str.startswith(provinces[0] + ".")]
        here, name = frozenset(codes.str[:5]), _name_of(register, provinces[0])
        if not here < set(shown["area_code"]) or not name:
            return None
        title = texts.LOCATION.fill(where=name)
    else:
        shown, here = regencies, frozenset(codes.str[:2])
        title = texts.LOCATION.fill(where=texts.INDONESIA)
    shapes = _silhouette(tuple(shown[["area_code", "lon", "lat"]].itertuples(index=False, name=None)), in_province, here)
    small = replace(ground, shapes=shapes, outlines=shapes, schematic=True, strip=False)
    wide, high = _size(small, 1.5, 1.1)
    words = max(style.text_size(text, bold=True) for text in map(title.say, LANGUAGES)) * style.BODY / 72
    return Inset(small, (max(wide, words), high), title, here)


def _name_of(register: pd.DataFrame, code: str) -> str:
    found = register.loc[register["area_code"] == code, "name"]
    return str(found.iloc[0]) if len(found) else ""


@lru_cache(maxsize=32)
def _silhouette(points: tuple[tuple[str, float, float], ...], one_by_one: bool, here: frozenset[str]) -> gpd.GeoDataFrame:
    """Tiles at `points` (code, lon, lat); dissolved into islands and, apart from them, the places `here`, unless they
    are kept `one_by_one`."""
    areas = pd.DataFrame(points, columns=["area_code", "lon", "lat"])
    tiles = _tiles(points)
    if one_by_one:
        return tiles.assign(label="")
    mine = areas["area_code"].str[:2]
    group = mine.where(mine.isin(here), areas["area_code"].map(island_of))
    merged = outlines(tiles.assign(area_code=group.to_numpy()), by="area_code")
    return merged.assign(label="", name="", parent_code="")


@lru_cache(maxsize=4)
def _tiles(points: tuple[tuple[str, float, float], ...]) -> gpd.GeoDataFrame:
    return tile_map(pd.DataFrame(points, columns=["area_code", "lon", "lat"]).assign(name=""))


def _size(ground: Ground, widest: float, highest: float) -> tuple[float, float]:
    west, south, east, north = ground.shapes.total_bounds
    shape = (east - west) / (north - south)
    width = min(widest, highest * shape)
    return width, width / shape + _HEAD


def _free_corner(
    ground: Ground, width: float, height: float, size: tuple[float, float], taken: Sequence[Inset]
) -> tuple[float, float] | None:
    """A corner of the map, or the middle of a side, that holds no shapes and no other inset."""
    per_metre = draw.points_per_metre(ground, width, height) / 72
    west, south, east, _ = draw.extent(ground)
    indent = (width - (east - west) * per_metre) / 2  # the map stands in the middle of its box
    strip = 0.0 if ground.schematic else 0.07 * max(width - 2 * indent, height)
    w, h = size
    for x, y in ((w, height), (width, height), (width, h), (w, h + strip)):
        inches = np.array([x - w, y - h, x, y]) + (-0.1, -0.1, 0.1, 0.1)
        here = shapely.box(*inches)
        on_map = shapely.box(*((inches - (indent, 0, indent, 0)) / per_metre + (west, south, west, south)))
        others = [shapely.box(o.corner[0] - o.size[0], o.corner[1] - o.size[1], *o.corner) for o in taken if o.corner]
        if not ground.shapes.intersects(on_map).any() and not any(here.intersects(other) for other in others):
            return x, y
    return None


def _draw(picture: Picture, corner: tuple[float, float], inset: Inset, lang: str | None) -> None:
    """One inset under its title; `corner` is its upper right, in fractions."""
    fw, fh = picture.get_size_inches()
    width, height = inset.size
    left, top = corner[0] - width / fw, corner[1]
    picture.text(
        left,
        top - 0.1 / fh,
        inset.title.say(lang),
        size=style.BODY,
        weight="bold",
        color=style.INK,
        va="center_baseline",
    )
    ground = inset.ground
    axes = draw.map_axes(picture, (left, top - height / fh, width / fw, (height - _HEAD) / fh), ground)
    if inset.here is not None:
        faces = [style.OUTLINE if code in inset.here else _FAR for code in ground.shapes["area_code"]]
        draw.fill(axes, ground, faces, edge="white", width=0.4)
        return
    faces = [_FACE] * len(ground.shapes)
    draw.fill(axes, ground, faces, edge=style.MUTED, width=0.7)
    scale = draw.points_per_metre(ground, width, height - _HEAD)
    # A name that does not fit runs over the border: a number would need a key of its own.
    planned = {
        code: replace(label, key=0, size=min(label.size, style.NOTE)) for code, label in plan_labels(ground, {}, scale).items()
    }
    draw.name_places(axes, ground, faces, _apart(planned, scale), set())


def _apart(planned: dict[str, Label], scale: float) -> dict[str, Label]:
    """The labels, those that lie on one another moved up and down until they do not; `scale` is points a metre."""
    placed: list[Label] = []
    for label in sorted(planned.values(), key=lambda one: -one.y):
        for other in placed:
            wide = (_half_width(label) + _half_width(other)) / scale
            tall = 0.58 * (len(label.lines) * label.size + len(other.lines) * other.size) / scale
            if abs(label.x - other.x) < wide and abs(label.y - other.y) < tall:
                label = replace(label, y=other.y - tall)
        placed.append(label)
    codes = {id(label): code for code, label in planned.items()}
    order = sorted(planned.values(), key=lambda one: -one.y)
    return {codes[id(old)]: new for old, new in zip(order, placed, strict=True)}


def _half_width(label: Label) -> float:
    """Points from the middle of a label to its end."""
    return max(style.text_size(line) for line in label.lines) * label.size / 2
