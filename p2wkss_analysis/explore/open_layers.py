"""The layers of the open tables: kabupaten/kota over the years, desa with the village index."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from ..dictionary.tables import read_dictionary
from ..open_data.answers import ASPECTS, PER_YEAR, PROVINCES
from ..places.areas import short_name
from ..say import Text, in_both
from ..say.errors import WrongUse
from ..tables.intake import load
from ..tables.place_names import provinces_named, regency_named
from ..targeting.eligibility import eligible_places
from ..targeting.index.specification import Specification
from .layer import Column, Layer
from .regency_layer import in_order, known_of_site, regency_layer
from .shapes import shapes_of
from .texts import layers as say


def open_layers(regency: str | None = None, boundaries: Any = None, province: str | None = None) -> list[Layer]:
    """Kabupaten/kota of Jawa Barat and Banten, and desa: of both provinces, or of the kabupaten `regency` alone; or the
    kabupaten/kota of another `province`, or of "Indonesia".

    boundaries serve the layer whose places they hold; a file that holds those of none is refused.
    """
    areas, sites = load("areas"), load("programme_sites")
    if province is not None:
        within = provinces_named(province)
        return [regency_layer(areas, sites, lambda places: shapes_of(_with_codes(places, areas), boundaries), within)]
    refused: list[WrongUse] = []

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
    return [desa] if regency is not None else [regency_layer(areas, sites, shapes), desa]


def _with_codes(places: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """The places under their full names, by which boundaries are matched."""
    full = areas.set_index("area_code")["name"]
    return places.assign(name=places["area_code"].map(full).fillna(places["name"]))


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
    places = in_order(register.reindex(sorted(index["area_code"].unique())).rename_axis("area_code").reset_index())
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
        raise WrongUse(say.NO_DESA.fill(regency=regency, province=regency[:2]))
    return regency


def _desa_site(row: Any) -> Text:
    known = known_of_site(row)
    return say.PHRASES.fill(parts=known) if known else say.P2WKSS_SITE
