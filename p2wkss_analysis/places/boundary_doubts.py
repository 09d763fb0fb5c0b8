"""What is doubtful of boundaries that were matched: one code far apart, a name of another place, another region."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..say import Text
from ..say.errors import WrongUse
from . import texts
from .areas import short_name
from .names_in_files import bare, text_columns

_APART = 0.03  # degrees, about 3 km: parts of one place are seldom further apart, unless it is wide itself
_AWAY, _ELSEWHERE = 10, 50  # km from a place's known point: to be looked at, and another region where most are
_KM = 111.2  # of a degree


def doubts(rows: gpd.GeoDataFrame, polygons: gpd.GeoSeries, code: pd.Series, areas: pd.DataFrame) -> tuple[Text, ...]:
    """What somebody should look at, one sentence each. rows, polygons (in degrees), code: of the rows that are a place.

    Raises WrongUse where most places lie over 50 km from where the table of areas has them.
    """
    polygons = polygons[~polygons.is_empty]
    rows, code = rows.loc[polygons.index], code.loc[polygons.index]
    known = areas.drop_duplicates("area_code").set_index("area_code")
    found = (
        (texts.FAR_APART, _far_apart(polygons, code).map(known["name"])),
        (texts.OTHER_NAMES, _other_names(rows, code, known["name"])),
        (texts.FAR_AWAY, _far_away(polygons, code, known).map(known["name"])),
    )
    return tuple(text.fill(names=first_names(names)) for text, names in found if len(names))


def first_names(names: pd.Series) -> list[str | Text]:
    """Ten names, and how many are left."""
    others = [texts.OTHERS.fill(n=len(names) - 10)] if len(names) > 10 else []
    return [*map(short_name, names.head(10)), *others]


def _far_apart(polygons: gpd.GeoSeries, code: pd.Series) -> pd.Series:
    """Codes with a polygon further from their largest than that one is wide."""
    again = polygons[code.duplicated(keep=False)]
    return pd.Series([c for c, parts in again.groupby(code.loc[again.index]) if _scattered(parts.to_numpy())], dtype="string")


def _scattered(parts: Any) -> bool:
    largest = parts[np.argmax(shapely.area(parts))]
    west, south, east, north = shapely.bounds(largest)
    return bool(shapely.distance(parts, largest).max() > max(_APART, np.hypot(east - west, north - south)))


def _other_names(rows: gpd.GeoDataFrame, code: pd.Series, names: pd.Series) -> pd.Series:
    """Name and code of rows that bear the name of another of the places, in the column that holds names of most."""
    own, every = bare(code.map(names)), set(bare(names)) - {""}
    columns = [bare(rows[c]) for c in text_columns(rows)]
    held = [column[column.isin(every)] for column in columns]
    best = max(held, key=lambda column: column.nunique(), default=None)
    if best is None or 2 * best.nunique() <= own.nunique():  # names of kecamatan, or of nothing here
        return pd.Series(dtype="string")
    wrong = best.index[best != own.loc[best.index]]
    called = names.set_axis(bare(names).to_numpy())
    called = called[~called.index.duplicated()]
    return pd.Series([f"{called[best[at]]} ({code[at]})" for at in wrong], dtype="string")


def _far_away(polygons: gpd.GeoSeries, code: pd.Series, known: pd.DataFrame) -> pd.Series:
    """Codes with a polygon over 10 km from the place's known point."""
    if not {"lon", "lat"} <= set(known.columns):
        return pd.Series(dtype="string")
    at = known.dropna(subset=["lon", "lat"])
    code = code[code.isin(at.index)]
    points = shapely.points(at.loc[code.to_numpy(), ["lon", "lat"]].astype(float).to_numpy())
    away = pd.Series(shapely.distance(polygons[code.index].to_numpy(), points) * _KM, index=code.to_numpy())
    if len(away) and away.median() > _ELSEWHERE:
        raise WrongUse(texts.ELSEWHERE.fill(km=round(away.median())))
    return pd.Series(away.index[away > _AWAY].unique(), dtype="string")
