"""The layer of kabupaten/kota: every published indicator over the years, and the index of poverty and human development."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from ..dictionary.tables import Indicator, read_dictionary
from ..indicators.published.breaks import parts
from ..indicators.published.by_year import one_method_a_year, spans
from ..indicators.published.odd import odd, unchecked
from ..indicators.published.series import series_text
from ..open_data.answers import PROVINCES
from ..pictures.maps.theme import unit_text
from ..places.areas import short_name
from ..say import Text
from ..tables.added.kept import with_added
from ..tables.intake import load
from ..targeting.index.specification import Specification
from .layer import Column, Layer
from .texts import layers as say

WEIGHED = {"poverty_rate": "higher", "hdi": "lower"}  # the end that means more need
FIRST_YEAR = 2010  # before it few places have figures
_MOST = 5  # chosen on opening, and at most one place in four
_COVERED = 0.5  # of the places, in some year: an indicator with fewer is not offered
_LARGE = 1000  # a unit whose figures can be larger is shown in whole numbers


def regency_layer(
    areas: pd.DataFrame,
    sites: pd.DataFrame,
    shapes: Callable[[pd.DataFrame], dict],
    provinces: tuple[str, ...] = PROVINCES,
) -> Layer:
    """All kabupaten/kota of these provinces, each year's figures by one method, with breaks and figures to be read with care."""
    places = in_order(areas[(areas["level"] == "regency") & areas["area_code"].str[:2].isin(provinces)])
    rows = load("regency_indicators")
    rows = rows[rows["area_code"].isin(places["area_code"]) & (rows["year"] >= FIRST_YEAR)]
    dictionary = read_dictionary()
    of = {str(name): one_method_a_year(own) for name, own in rows.groupby("indicator")}
    broad = {name for name, own in of.items() if own.groupby("year").size().max() >= _COVERED * len(places)}
    known = [*WEIGHED, *(i["name"] for i in dictionary.resource("regency_indicators")["indicators"])]
    names = [name for name in dict.fromkeys(known) if name in broad or name in WEIGHED]
    shown = pd.concat([of[name] for name in names])
    shown = shown.assign(part=parts(shown))
    of = {name: shown[shown["indicator"] == name] for name in names}
    dated = sites.assign(area_code=sites["regency_code"], text=[_site(r) for r in sites.itertuples()], link=sites["source"])
    found = {code: name for code, name in zip(areas["area_code"], areas["name"], strict=True) if code in provinces}
    return Layer(
        "regencies",
        _title(provinces, found, len(places)),
        say.REGENCY_NOUN,
        places,
        shown.pivot(index=["area_code", "year"], columns="indicator", values="value").reset_index(),
        tuple(_column(dictionary.indicator(name), of[name]) for name in names),
        Specification(WEIGHED),
        {"poverty_rate": say.POVERTY, "hdi": say.HUMAN_DEVELOPMENT},
        ("hdi", "poverty_rate"),
        dated[["area_code", "year", "text", "link"]],
        shapes(places),
        max(1, min(_MOST, len(places) // 4)),
        found,
        found if len(found) > 1 else {},
        say.REGENCIES_NOTE,
        breaks={name: _breaks(of[name]) for name in names},
        spans={name: spans(of[name]) for name in names},
        marks=_marks(shown),
        colour="rank" if provinces == PROVINCES else "column:poverty_rate",
    )


def in_order(places: pd.DataFrame) -> pd.DataFrame:
    """Places in the order of their codes, under their short names."""
    places = places.sort_values("area_code", ignore_index=True)
    return places.assign(name=places["name"].fillna(places["area_code"]).map(short_name))


def known_of_site(row: Any) -> list[Text | str]:
    """Neighbourhood, households and doubts of one programme site."""
    parts: list[Text | str] = []
    if pd.notna(row.neighbourhood):
        parts.append(str(row.neighbourhood))
    if pd.notna(row.assisted_households):
        parts.append(say.ASSISTED.fill(n=row.assisted_households))
    if row.status != "confirmed":
        parts.append(say.NOT_CONFIRMED)
    return parts


def _title(provinces: tuple[str, ...], found: dict[str, str], n: int) -> Text:
    if provinces == PROVINCES:
        return say.REGENCIES
    return say.REGENCIES_OF.fill(n=n, where=found[provinces[0]] if len(provinces) == 1 else say.INDONESIA)


def _column(entry: Indicator, rows: pd.DataFrame) -> Column:
    methods = list(dict.fromkeys(rows.sort_values("year")["method"]))
    better = {"higher": "lower", "lower": "higher", None: ""}[entry.direction]
    return Column(
        entry.name,
        entry.labels,
        "%" if (unit := unit_text(entry.unit)).en == "%" else unit,
        0 if (entry.maximum or 0) > _LARGE else 2,
        with_added(say.BPS.fill(series=[series_text(method) for method in methods]), rows),
        better,
    )


def _breaks(rows: pd.DataFrame) -> list[tuple[str, int]]:
    """Years in which a place's figures begin anew: by a rule, by a place separated, or with another method."""
    rows = rows.sort_values(["area_code", "year"])
    before = rows.groupby("area_code")[["part", "method"]].shift()
    anew = before["part"].notna() & ((rows["part"] > before["part"]) | (rows["method"] != before["method"]))
    return [(str(code), int(year)) for code, year in zip(rows.loc[anew, "area_code"], rows.loc[anew, "year"], strict=True)]


def _marks(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures that are odd, with their reasons, and those of a single copy, without."""
    rows = rows.assign(reason=odd(rows), single=unchecked(rows))
    rows["reason"] = [reason if isinstance(reason, Text) else None for reason in rows["reason"]]
    return rows.loc[rows["single"] | rows["reason"].notna(), ["area_code", "year", "indicator", "reason"]]


def _site(row: Any) -> Text:
    """A site as the card of a kabupaten/kota lists it: the village, and what is known of it."""
    where = ", ".join(str(x) for x in (row.village, row.district) if pd.notna(x)) or say.VILLAGE_NOT_NAMED
    return say.PHRASES.fill(parts=[where, *known_of_site(row)])
