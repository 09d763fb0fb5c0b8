"""The layers of the open tables: kabupaten/kota with poverty and human development, desa with the village index."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from ..dictionary.tables import read_dictionary
from ..indicators.published.breaks import breaks
from ..open_data.answers import ASPECTS, PER_YEAR, PROVINCES, SERIES
from ..places.areas import short_name
from ..say import Text, in_both
from ..say.errors import WrongUse
from ..tables.intake import load
from ..tables.place_names import regency_named
from ..targeting.eligibility import eligible_places
from ..targeting.index.specification import Specification
from .layer import Column, Layer
from .shapes import shapes_of
from .texts import layers as say

REGENCIES = {"poverty_rate": "higher", "hdi": "lower"}  # the end that means more need
REGENCY_K = 5


def open_layers(regency: str | None = None, boundaries: Any = None) -> list[Layer]:
    """Kabupaten/kota of Jawa Barat and Banten, and desa: of both provinces, or of the kabupaten `regency` alone.

    boundaries serve the layer whose places they hold; a file that holds those of none is refused.
    """
    areas, sites, refused = load("areas"), load("programme_sites"), []

    def shapes(places: pd.DataFrame) -> dict:
        inside = areas["area_code"].str[:2].isin(PROVINCES) & (areas["area_code"].str.len() == len(places["area_code"].iloc[0]))
        if boundaries is not None:
            try:
                return shapes_of(_with_codes(places, areas), boundaries)
            except WrongUse as error:
                refused.append(error)
                if regency is not None or len(refused) == 2:
                    raise
        return shapes_of(places, None, areas[inside])

    desa = _desa(areas, sites, regency, shapes)
    return [desa] if regency is not None else [_regencies(areas, sites, shapes), desa]


def _with_codes(places: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """The places under their full names, by which boundaries are matched."""
    full = areas.set_index("area_code")["name"]
    return places.assign(name=places["area_code"].map(full).fillna(places["name"]))


def _regencies(areas: pd.DataFrame, sites: pd.DataFrame, shapes: Callable[[pd.DataFrame], dict]) -> Layer:
    inside = areas["area_code"].str[:2].isin(PROVINCES)
    places = _named(areas[(areas["level"] == "regency") & inside])
    rows = load("regency_indicators")
    rows = rows[rows["area_code"].isin(places["area_code"]) & rows["indicator"].isin(REGENCIES)]
    rows = rows[(rows["indicator"] != "hdi") | (rows["method"] == SERIES)]  # two series never stand on one axis
    table = rows.pivot(index=["area_code", "year"], columns="indicator", values="value").reset_index()
    ranked = table.dropna(subset=list(REGENCIES))["year"].max()  # the page opens on the last year, which must have a ranking
    table = table[table["year"].between(_first_broad_year(table), ranked)]
    dictionary = read_dictionary()
    labels = {name: dictionary.indicator(name).labels for name in REGENCIES}
    columns = (
        Column(
            "poverty_rate",
            labels["poverty_rate"],
            "%",
            2,
            say.SUSENAS,
        ),
        Column("hdi", labels["hdi"], "", 2, say.HDI_SERIES.fill(series=SERIES)),
    )
    dated = sites.assign(
        area_code=sites["regency_code"], text=[_regency_site(r) for r in sites.itertuples()], link=sites["source"]
    )
    return Layer(
        "regencies",
        say.REGENCIES,
        say.REGENCY_NOUN,
        places,
        table,
        columns,
        Specification(REGENCIES),
        {"poverty_rate": say.POVERTY, "hdi": say.HUMAN_DEVELOPMENT},
        ("hdi", "poverty_rate"),
        dated[["area_code", "year", "text", "link"]],
        shapes(places),
        REGENCY_K,
        _province_names(areas),
        _province_names(areas),
        say.REGENCIES_NOTE,
        breaks={
            name: [(code, one.year) for code in places["area_code"] for one in breaks(name, code, series)]
            for name, series in (("poverty_rate", None), ("hdi", SERIES))
        },
    )


def _first_broad_year(table: pd.DataFrame) -> int:
    """The first year in which more than a handful of places has a figure."""
    count = table.groupby("year")["area_code"].nunique()
    return int(count[count >= count.max() / 2].index.min())


def _desa(
    areas: pd.DataFrame,
    sites: pd.DataFrame,
    regency: str | None,
    shapes: Callable[[pd.DataFrame], dict],
) -> Layer:
    index = load("village_index")
    if regency is not None:
        regency = _checked(regency_named(regency), index)
        index = index[index["area_code"].str.startswith(regency + ".")]
    register = areas.set_index("area_code")
    # A desa of the index that the register no longer holds keeps its place in the ranking, under its code.
    places = _named(register.reindex(sorted(index["area_code"].unique())).rename_axis("area_code").reset_index())
    dictionary = read_dictionary()
    labels = {a: in_both(partial(dictionary.label, "village_index", a)) for a in ASPECTS}
    columns = tuple(Column(a, labels[a], "", 4, say.VILLAGE_MINISTRY) for a in ASPECTS)
    chosen = sites[sites["village_code"].isin(places["area_code"])]
    chosen = chosen.assign(
        area_code=chosen["village_code"], text=[_desa_site(r) for r in chosen.itertuples()], link=chosen["source"]
    )
    regencies = {code: short_name(register.at[code, "name"]) for code in sorted({c[:5] for c in places["area_code"]})}
    districts = sorted({c[:8] for c in places["area_code"]})
    named = {
        c: f"{short_name(register.at[c, 'name'])}, {regencies[c[:5]]}" if c in register.index else regencies[c[:5]]
        for c in districts
    }
    served = sites[sites["village_code"].isin(places["area_code"]) & sites["year"].notna()]
    eligible = eligible_places(places["area_code"], int(index["year"].max()) + 2, served=served)  # the index is known a year late
    title = say.DESA_OF_PROVINCES if regency is None else say.DESA_OF_REGENCY.fill(regency=regencies[regency])
    return Layer(
        "desa",
        title.fill(n=len(places)),
        "desa",
        places,
        index[["area_code", "year", *ASPECTS]],
        columns,
        Specification(ASPECTS),
        {"iks": say.SOCIAL, "ike": say.ECONOMIC, "ikl": say.ENVIRONMENT},
        ("iks", "ike"),
        chosen[["area_code", "year", "text", "link"]],
        shapes(places),
        PER_YEAR,
        named,
        {} if regency else regencies,
        say.DESA_NOTE,
        frozenset(places["area_code"]) - frozenset(eligible.candidates),
    )


def _checked(regency: str, index: pd.DataFrame) -> str:
    if index["area_code"].str.startswith(regency + ".").sum() < 2:
        raise WrongUse(say.NO_DESA.fill(regency=regency))
    return regency


def _named(places: pd.DataFrame) -> pd.DataFrame:
    places = places.sort_values("area_code", ignore_index=True)
    return places.assign(name=places["name"].fillna(places["area_code"]).map(short_name))


def _province_names(areas: pd.DataFrame) -> dict[str, str]:
    rows = areas[areas["area_code"].isin(PROVINCES)]
    return dict(zip(rows["area_code"], rows["name"], strict=True))


def _regency_site(row: Any) -> Text:
    """A site as the card of a kabupaten/kota lists it: the village, and what is known of it."""
    where = ", ".join(str(x) for x in (row.village, row.district) if pd.notna(x)) or say.VILLAGE_NOT_NAMED
    return say.PHRASES.fill(parts=[where, *_known(row)])


def _desa_site(row: Any) -> Text:
    known = _known(row)
    return say.PHRASES.fill(parts=known) if known else say.P2WKSS_SITE


def _known(row: Any) -> list[Text | str]:
    parts: list[Text | str] = []
    if pd.notna(row.neighbourhood):
        parts.append(str(row.neighbourhood))
    if pd.notna(row.assisted_households):
        parts.append(say.ASSISTED.fill(n=row.assisted_households))
    if row.status != "confirmed":
        parts.append(say.NOT_CONFIRMED)
    return parts
