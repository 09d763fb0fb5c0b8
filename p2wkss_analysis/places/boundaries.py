"""True boundaries: read a file or a GeoDataFrame and match it to places by what its columns hold, not by
their names.

Any column of Kemendagri codes (32.76.11.1001 or 3276111001) or BPS codes is read, as text or as numbers. The column and
the reading that match most places are used; on a tie, the one whose rows carry the places' names. Without any codes, a
name counts together with the location of the shape.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..display import Shown
from ..say import Text, together
from ..say.errors import WrongUse
from . import texts
from .areas import parents
from .boundary_doubts import doubts, first_names
from .boundary_file import in_degrees, read_boundaries
from .names_in_files import bare, text_columns
from .projection import plane_around

_NEAR = 0.03  # degrees, about 3 km, that the known point of a place may lie outside the shape called by its name
_SPECK = 1e-10  # square degrees, about 1 m2: nobody's boundary
_NAME_HINTS = ("namobj", "wadmkd", "nama", "name", "nm", "wadm", "kab", "kel", "desa", "prov", "adm")


@dataclass(frozen=True)
class MatchedBoundaries(Shown):
    """`shapes`: GeoDataFrame `area_code, name, parent_code, geometry`, one row a matched place in code
    order, in a local equidistant cylindrical projection (metres). `without`: `area_code, name` of places
    without a shape. `unmatched`: `row, code, name` of rows that are none of the places. `invalid`:
    `area_code, name, fault, mended` of broken polygons. `column` was read as `reading`: "kemendagri", "bps" or
    "name". `doubts`: one sentence each."""

    shapes: gpd.GeoDataFrame
    without: pd.DataFrame
    unmatched: pd.DataFrame
    invalid: pd.DataFrame
    column: str
    reading: str
    doubts: tuple[Text, ...] = ()

    def table(self) -> pd.DataFrame:
        """What became of everything, one row a place or a row of the file: `area_code, name, outcome,
        detail`."""
        broken = self.invalid.set_index("area_code")
        fault = self.shapes["area_code"].map(broken["fault"]).astype("string")
        parts = [
            pd.DataFrame(
                {
                    "area_code": self.shapes["area_code"],
                    "name": self.shapes["name"],
                    "outcome": np.where(fault.notna(), "mended", "matched"),
                    "detail": fault.fillna(""),
                }
            ),
            self.without.assign(outcome="no shape", detail=""),
            pd.DataFrame(
                {
                    "area_code": "",
                    "name": self.unmatched["name"],
                    "outcome": "not a place",
                    "detail": self.unmatched["code"],
                }
            ),
        ]
        return pd.concat(parts, ignore_index=True)[["area_code", "name", "outcome", "detail"]]

    def sentence(self, lang: str | None = None) -> str:
        """How many places found their shape, and what did not, by name."""
        said = [texts.WITH_BOUNDARY.fill(n=len(self.shapes), places=len(self.shapes) + len(self.without))]
        for names, text in (
            (self.without["name"], texts.WITHOUT_BOUNDARY),
            (self.unmatched["name"], texts.NO_PLACES),
            (self.invalid.loc[self.invalid["mended"], "name"], texts.BROKEN),
        ):
            if len(names):
                said.append(text.fill(names=first_names(names)))
        return together([*said, *self.doubts], lang)


def match_boundaries(
    boundaries: str | os.PathLike | gpd.GeoDataFrame | MatchedBoundaries, areas: pd.DataFrame
) -> MatchedBoundaries:
    """The boundaries of the places `areas`.

    `boundaries`: path to GeoJSON, GeoPackage, Shapefile, File Geodatabase (these also in a zip) or (Geo)Parquet, or a
    GeoDataFrame, or boundaries matched before, which are not read again; of several layers the one that fits best.
    `areas`: `area_code, name`, `bps_code` where BPS codes should be understood, `lon, lat` where names may do; one level.
    Several rows of one place are joined; invalid polygons are mended (Hoffmann's make_valid in GEOS, "structure") and
    named. Without a coordinate system, degrees inside Indonesia are taken as WGS 84.

    Raises `WrongUse` for a file that cannot be read, is too large, has no polygons, stands in unknown coordinates, lies
    over 50 km from where `areas` has the places, or holds fewer than half of them; it names what is missing. Names alone
    are never matched, since the same names recur: without codes a row is the place of its name whose known point lies in
    or near (3 km) the shape, if that finds half of the places or rows.

    >>> square = shapely.box(106.7, -6.5, 106.9, -6.3)
    >>> frame = gpd.GeoDataFrame({"KODE": [3276.0, 9999.0]}, geometry=[square, square], crs=4326)
    >>> areas = pd.DataFrame({"area_code": ["32.76"], "name": ["Kota Depok"], "bps_code": ["3276"]})
    >>> matched = match_boundaries(frame, areas)
    >>> matched.shapes["area_code"].tolist(), matched.unmatched["code"].tolist()
    (['32.76'], ['9999'])
    """
    if isinstance(boundaries, MatchedBoundaries):
        known = {*boundaries.shapes["area_code"], *boundaries.without["area_code"]}
        return boundaries if known == set(areas["area_code"]) else match_boundaries(boundaries.shapes, areas)
    frame, column, reading, code = _best_layer(read_boundaries(boundaries), areas)
    found = code.notna()
    polygons, invalid = _mended(in_degrees(frame[found]).geometry, code[found], areas)
    known = set(code[found][~polygons.is_empty])
    without = areas.loc[~areas["area_code"].isin(known), ["area_code", "name"]].reset_index(drop=True)
    if len(known) < len(areas) / 2:
        raise WrongUse(texts.TOO_FEW.fill(n=len(known), all=len(areas), column=column, names=first_names(without["name"])))
    doubtful = doubts(frame[found], polygons, code[found], areas)
    shapes = _joined(polygons, code[found], areas)
    lost = frame[~found]
    unmatched = pd.DataFrame(
        {
            "row": np.flatnonzero(~found),
            "code": _as_text(lost[column]).to_numpy() if reading != "name" else "",
            "name": _names_of(lost).to_numpy(),
        }
    )
    return MatchedBoundaries(shapes, without, unmatched, invalid, column, reading, doubtful)


def _best_layer(layers: Sequence[gpd.GeoDataFrame], areas: pd.DataFrame) -> tuple[gpd.GeoDataFrame, str, str, pd.Series]:
    """The layer that holds most places, by codes where any layer has them, otherwise by names in their place."""
    for way in (_best_column, _by_name):
        found = [(frame, *match) for frame in layers if (match := way(frame, areas)) is not None]
        if found:
            return max(found, key=lambda one: one[3].nunique())
    raise _no_match(layers, areas)


def _best_column(frame: gpd.GeoDataFrame, areas: pd.DataFrame) -> tuple[str, str, pd.Series] | None:
    """The column and reading that match most places, and the area code of each row (NA where none); None where no
    column matches any."""
    kemendagri = pd.Series(areas["area_code"].to_numpy(), index=areas["area_code"].str.replace(".", "", regex=False))
    readings = {"kemendagri": kemendagri}
    if "bps_code" in areas:
        with_bps = areas.dropna(subset="bps_code")
        readings["bps"] = pd.Series(with_bps["area_code"].to_numpy(), index=with_bps["bps_code"].astype(str))
    best, best_score = None, (0, 0, 0)
    for column in frame.columns.drop(frame.geometry.name):
        text = _as_text(frame[column])
        dotted = bool(text.str.contains(".", regex=False).any())
        plain = text.str.replace(".", "", regex=False)
        for reading, lookup in readings.items():
            if reading == "bps" and dotted:
                continue
            code = plain.map(lookup[~lookup.index.duplicated()])
            score = (code.nunique(), _names_agree(frame, code, areas), int(dotted))
            if score[0] and score > best_score:
                best, best_score = (column, reading, code), score
    return best


def _by_name(frame: gpd.GeoDataFrame, areas: pd.DataFrame) -> tuple[str, str, pd.Series] | None:
    """The column of names that finds most places: a name counts where the shape stands at the known point of a
    place of that name, so that the two kelurahan Curug of one city are told apart. None where fewer than half of
    the places and of the rows are found: a city often bears the name of one of its kelurahan."""
    if not {"lon", "lat"} <= set(areas.columns):
        return None
    known = areas.dropna(subset=["lon", "lat"])[["area_code", "name", "lon", "lat"]]
    known = known.assign(bare=bare(known["name"])).query("bare != ''")
    best, most = None, 0
    for column in text_columns(frame):
        rows = pd.DataFrame({"row": frame.index, "bare": bare(frame[column]).to_numpy()})
        pairs = rows.merge(known, on="bare")
        if pairs.empty:
            continue
        shapes = in_degrees(frame.loc[pairs["row"]]).geometry.to_numpy()
        pairs["away"] = shapely.distance(shapes, shapely.points(pairs["lon"], pairs["lat"]))
        near = pairs[pairs["away"] <= _NEAR].sort_values("away").drop_duplicates("row").set_index("row")
        if near["area_code"].nunique() > most:
            most = near["area_code"].nunique()
            best = (column, "name", near["area_code"].reindex(frame.index))
    return best if 2 * most >= min(len(known), len(frame)) else None


def _no_match(layers: Sequence[gpd.GeoDataFrame], areas: pd.DataFrame) -> WrongUse:
    """What the file holds and what was looked for, so that a wrong level or a wrong city is seen at once."""
    columns = [c for frame in layers for c in frame.columns.drop(frame.geometry.name)]
    wanted = str(areas["area_code"].iloc[0])
    digits = r"[0-9]{2}(?:\.?[0-9]{2}(?:\.?[0-9]{2,3}(?:\.?[0-9]{3,4})?)?)?"
    cells = (_as_text(frame[c]).dropna() for frame in layers for c in frame.columns.drop(frame.geometry.name))
    code = next((t.iloc[0] for t in cells if len(t) and t.str.fullmatch(digits).all() and t.str.len().ge(4).all()), None)
    known: list[str | Text] = [*dict.fromkeys(map(str, columns))] or [texts.NO_COLUMN]
    return WrongUse((texts.NO_MATCH_OF_CODES if code else texts.NO_MATCH).fill(wanted=wanted, columns=known, code=code))


def _as_text(column: pd.Series) -> pd.Series:
    """Codes as text: 3276.0 becomes 3276; missing stays missing."""
    if pd.api.types.is_numeric_dtype(column):
        whole = pd.to_numeric(column).astype("Float64")
        return whole.round().astype("Int64").astype("string")
    return column.astype("string").str.strip().str.replace(r"^(\d+)\.0$", r"\1", regex=True)


def _names_agree(frame: gpd.GeoDataFrame, code: pd.Series, areas: pd.DataFrame) -> int:
    """Rows in which some text column carries the name of the place the code stands for."""
    wanted = bare(code.map(areas.set_index("area_code")["name"]))
    agree = np.zeros(len(frame), dtype=bool)
    for column in frame.columns.drop(frame.geometry.name):
        if not pd.api.types.is_numeric_dtype(frame[column]):
            agree |= (bare(frame[column].astype("string")) == wanted).fillna(False).to_numpy(dtype=bool)
    return int(agree.sum())


def _names_of(rows: gpd.GeoDataFrame) -> pd.Series:
    """A name for rows that match nothing: the first filled text column that sounds like a name, else the
    row's number."""
    named = pd.Series(pd.NA, index=rows.index, dtype="string")
    hinted = [c for hint in _NAME_HINTS for c in text_columns(rows) if str(c).lower().startswith(hint)]
    for column in dict.fromkeys(hinted):
        text = rows[column].astype("string")
        named = named.fillna(text.where(text.str.contains(r"[A-Za-z]", na=False)))
    return named.fillna(pd.Series([f"baris {i + 1}" for i in rows.index], index=rows.index, dtype="string"))


def _mended(geometry: gpd.GeoSeries, code: pd.Series, areas: pd.DataFrame) -> tuple[gpd.GeoSeries, pd.DataFrame]:
    """Valid polygons with an area only, and a table of those that were not."""
    broken = ~geometry.is_valid
    names = areas.set_index("area_code")["name"]
    whole = geometry.copy()
    whole[broken] = [_only_polygons(shapely.make_valid(g, method="structure", keep_collapsed=False)) for g in geometry[broken]]
    flat = shapely.area(whole.to_numpy()) < _SPECK
    whole[flat] = shapely.Polygon()
    bad = broken | flat
    table = pd.DataFrame(
        {
            "area_code": code[bad].to_numpy(),
            "name": code[bad].map(names).to_numpy(),
            "fault": np.where(broken[bad], shapely.is_valid_reason(geometry[bad].to_numpy()), "No area"),
            "mended": (~whole[bad].is_empty).to_numpy(),
        }
    )
    return whole, table


def _only_polygons(geometry: Any) -> Any:
    parts = [g for g in shapely.get_parts(geometry) if g.geom_type == "Polygon"]
    return shapely.multipolygons(parts) if len(parts) != 1 else parts[0]


def _joined(geometry: gpd.GeoSeries, code: pd.Series, areas: pd.DataFrame) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame({"area_code": code}, geometry=geometry, crs=4326)
    frame = frame[~frame.geometry.is_empty]
    if frame["area_code"].duplicated().any():
        frame = frame.dissolve(by="area_code").reset_index()
    frame = frame.sort_values("area_code").reset_index(drop=True)
    described = areas.set_index("area_code")
    parent = described["parent_code"] if "parent_code" in described else parents(areas["area_code"]).set_axis(described.index)
    frame["name"], frame["parent_code"] = (
        frame["area_code"].map(described["name"]),
        frame["area_code"].map(parent).fillna(""),
    )
    west, south, east, north = frame.total_bounds
    return frame.to_crs(plane_around((south + north) / 2, (west + east) / 2))[["area_code", "name", "parent_code", "geometry"]]
