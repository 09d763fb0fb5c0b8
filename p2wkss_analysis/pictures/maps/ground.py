"""What lies under a map: the shapes of the places, tiles or true boundaries, and the outlines of their parents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from ...places.areas import as_text, companions, level_of, short_name, told_apart, within
from ...places.tiles import outlines, tile_map
from ...say import Text, together
from . import texts


@dataclass(frozen=True)
class Ground:
    """`shapes`: GeoDataFrame `area_code, name, label, parent_code, geometry` in metres, one row a place;
    `outlines`: `parent_code, geometry`; `schematic` True for tiles; `without` names of places that the
    boundary file lacks, `unmatched` what the file holds beside them, `mended` names of polygons that were
    broken and are repaired; `where` names of the areas shown; `level` of the places; `parents` names of the parents by code,
    empty when not known; `strip` whether true shapes leave room for scale and arrow; `loose` True where the
    shapes of the file do not meet, but gape or overlap; `register` the table of areas of every level that names
    what lies around, where there is one; `doubts` what somebody should look at in the boundary file."""

    shapes: gpd.GeoDataFrame
    outlines: gpd.GeoDataFrame
    schematic: bool
    level: str
    where: tuple[str, ...]
    parents: dict[str, str]
    without: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    strip: bool = True
    loose: bool = False
    register: pd.DataFrame | None = None
    doubts: tuple[Text, ...] = ()

    def level_text(self) -> Text:
        return texts.LEVELS[self.level]

    def where_text(self) -> Text:
        """The area shown, for a title: "Jawa Barat dan Banten"; empty when names are not known."""
        if len(self.where) <= 4:
            return texts.NAMES.fill(names=self.where)
        return texts.HOLDERS["province" if self.level == "regency" else "regency"].fill(n=len(self.where))

    def notes(self, lang: str | None = None) -> list[str]:
        """What must be said of the shapes below the picture."""
        if self.schematic:
            first = texts.SCHEMATIC.say(lang)
            guessed = tuple(self.shapes.loc[self.shapes["position"] == "parent_mean", "name"])
            named = [(texts.WITHOUT_POINT, guessed)]
        else:
            first = together([texts.INDICATIVE, *([texts.LOOSE] if self.loose else [])], lang)
            named = [
                (texts.WITHOUT_BOUNDARY, self.without),
                (texts.UNMATCHED, self.unmatched),
                (texts.REPAIRED, self.mended),
            ]
        said = [text.say(lang, names=_some(names)) for text, names in named if names]
        return [first, *said, *(doubt.say(lang) for doubt in self.doubts)]


def prepare_ground(
    codes: pd.Series, areas: pd.DataFrame | None, boundaries: Any = None, inside: str | Sequence[str] | None = None
) -> Ground:
    """The ground for the places `codes`.

    `areas` of one level are drawn as they are; the full table of areas (the open one when None) is reduced
    to the companions of `codes`, or to the places inside `inside` (a code or several), leaving out `codes`
    elsewhere. `boundaries` as `places.boundaries.match_boundaries` takes them; without, tiles. Raises
    `WrongUse` for codes outside `areas`.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["Kota Depok", "Kota Cimahi"],
    ...     "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
    >>> prepare_ground(pd.Series(["32.76"]), areas).shapes["label"].tolist()
    ['Kota Depok', 'Kota Cimahi']
    """
    if areas is None:
        areas = _register()
    codes = pd.Series(codes, dtype="string").astype(str)
    several = as_text(areas["area_code"]).str.len().nunique() > 1
    if inside is not None:
        level = level_of(codes.iloc[0])
        parts = [within(areas, code, level) for code in ([inside] if isinstance(inside, str) else inside)]
        drawn = pd.concat(parts).drop_duplicates("area_code")
    else:
        drawn = companions(codes, areas) if several else areas
    level = level_of(str(drawn["area_code"].iloc[0]))
    if inside is None:
        companions(codes, drawn)  # names every code that the map would drop in silence
    names = areas if several else pd.concat([areas, _register()])  # one level does not name its parents
    where = _where(drawn, names, level)
    register = names[as_text(names["area_code"]).str.len() <= 8].drop_duplicates("area_code")  # villages hold nothing
    if boundaries is None:
        shapes = tile_map(drawn)
        return Ground(_labelled(shapes, names), outlines(shapes), True, level, where, _parents(shapes, names), register=register)
    from ...places.boundaries import match_boundaries

    matched = match_boundaries(boundaries, drawn)
    west, south, east, north = matched.shapes.total_bounds
    # A quarter of a point at page width: smaller files, the same picture.
    fine = max(east - west, north - south) / 2500
    met = matched.shapes.geometry.set_precision(fine / 10)  # neighbours that meet but for rounding do meet
    shapes = matched.shapes.assign(geometry=met.simplify_coverage(fine))
    loose = _loose(shapes, 4 * fine)
    return Ground(
        _labelled(shapes, names),
        _closed(outlines(shapes), 4 * fine) if loose else outlines(shapes),
        False,
        level,
        where,
        _parents(shapes, names),
        tuple(matched.without["name"]),
        tuple(matched.unmatched["name"]),
        tuple(matched.invalid["name"]),
        loose=loose,
        register=register,
        doubts=matched.doubts,
    )


def _loose(shapes: gpd.GeoDataFrame, gap: float) -> bool:
    """Whether the shapes gape (by less than `gap` metres) or overlap at more than one place in ten; the corners of
    sound files come out as a false alarm or two."""
    edges = shapely.coverage_invalid_edges(shapes.geometry.to_numpy(), gap_width=gap)
    return bool((~shapely.is_empty(edges)).mean() > 0.1)


def _closed(lines: gpd.GeoDataFrame, gap: float) -> gpd.GeoDataFrame:
    """The same outlines without the slivers between shapes that belong together."""
    wide = lines.geometry.buffer(gap, join_style="mitre")
    return lines.assign(geometry=wide.buffer(-gap, join_style="mitre"))


def _register() -> pd.DataFrame:
    """The open table of areas."""
    from ...tables.intake import load

    return load("areas")


def _labelled(shapes: gpd.GeoDataFrame, areas: pd.DataFrame) -> gpd.GeoDataFrame:
    return shapes.assign(label=shapes["area_code"].map(told_apart(shapes, areas)).map(short_name))


def _parents(shapes: pd.DataFrame, areas: pd.DataFrame) -> dict[str, str]:
    codes = shapes["parent_code"].drop_duplicates()
    names = _named(codes, areas)
    return dict(names) if names.notna().all() else {}


def _where(drawn: pd.DataFrame, areas: pd.DataFrame, level: str) -> tuple[str, ...]:
    """Names of the provinces, or of the kabupaten/kota for kecamatan and villages, that hold the places."""
    if level == "province":
        return ("Indonesia",)
    length = 2 if level == "regency" else 5
    holders = drawn["area_code"].astype(str).str[:length].drop_duplicates()
    names = _named(holders, areas)
    whole = areas.loc[as_text(areas["area_code"]).str.len() == length, "area_code"].nunique()
    if level == "regency" and len(holders) == whole > 4:
        return ("Indonesia",)
    return tuple(names) if names.notna().all() else ()


def _named(codes: pd.Series, areas: pd.DataFrame) -> pd.Series:
    """The names of these codes, in their order; missing where the table of areas does not know one."""
    rows = areas[areas["area_code"].isin(codes)].drop_duplicates("area_code")
    return rows.set_index("area_code")["name"].reindex(codes)


def _some(names: Sequence[str], most: int = 8) -> list[str | Text]:
    """The first names, and how many are left."""
    rest = len(names) - most
    return [*map(short_name, names[:most]), *([texts.OTHERS.fill(n=rest)] if rest > 0 else [])]
