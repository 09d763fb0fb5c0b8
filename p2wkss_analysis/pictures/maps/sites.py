"""Programme sites as a map shows them: on a kelurahan its years, on a kabupaten/kota how many there were."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...say.errors import WrongUse
from . import texts

CONFIRMED, UNCONFIRMED = "\N{BLACK DIAMOND}", "\N{WHITE DIAMOND}"
COLUMNS = ["area_code", "year", "confirmed", "households", "shared"]


def place_sites(sites: pd.DataFrame | None, codes: pd.Series) -> pd.DataFrame:
    """The sites that lie in the places `codes` (all of one level), one row a site.

    `sites`: as the table programme_sites: `village_code` or `area_code`, `regency_code` where the village
    is not known, and where present `year`, `status`, `assisted_households`, `households_scope`. Returns
    `area_code` (of the place on the map), `year` (NA when unknown), `confirmed`, `households`, `shared`
    (the number counts several villages together). Sites elsewhere are left out.

    >>> sites = pd.DataFrame({"village_code": ["32.76.11.1001"], "year": [2021]})
    >>> place_sites(sites, pd.Series(["32.76", "32.77"]))[["area_code", "year"]].values.tolist()
    [['32.76', 2021]]
    """
    if sites is None:
        return pd.DataFrame(columns=COLUMNS)
    known = [c for c in ("village_code", "area_code", "regency_code") if c in sites]
    if not known:
        raise WrongUse(texts.NO_SITE_CODES)
    code = sites[known[0]].astype("string")
    for name in known[1:]:
        code = code.fillna(sites[name].astype("string"))
    length = int(pd.Series(codes).astype(str).str.len().iloc[0])
    own = code.str.len()
    placed = pd.DataFrame(
        {
            "area_code": code.str[:length].where(own >= length),
            "year": _column(sites, "year").astype("Int64"),
            "confirmed": _column(sites, "status").fillna("confirmed") == "confirmed",
            "households": _column(sites, "assisted_households").astype("Int64"),
            "shared": _column(sites, "households_scope").astype("string").str.contains("combined").fillna(False),
        }
    )
    placed = placed[placed["area_code"].isin(set(codes))]
    return placed.sort_values(["area_code", "year"], kind="stable").reset_index(drop=True)


def site_lines(placed: pd.DataFrame, level: str, lang: str | None, years: bool = False) -> dict[str, list[str]]:
    """The lines to write under a place's name: its years (kelurahan and kecamatan) or the number of sites.

    >>> placed = place_sites(pd.DataFrame({"village_code": ["32.76.11.1001"], "year": [2021]}), pd.Series(["32.76.11.1001"]))
    >>> site_lines(placed, "village", "id")
    {'32.76.11.1001': ['◆ 2021']}
    """
    if level in ("province", "regency"):
        return {code: _counted(part, years) for code, part in placed.groupby("area_code")}
    lines: dict[str, list[str]] = {}
    for code, part in placed.groupby("area_code"):
        lines[code] = [f"{CONFIRMED if row.confirmed else UNCONFIRMED} {_year(row.year, lang)}" for row in part.itertuples()]
        shared = part[part["shared"] & part["households"].notna()]
        for n in shared["households"].unique():  # two short lines fit a tile better than one long
            lines[code] += [texts.HOUSEHOLDS.say(lang, n=n), texts.SHARED.say(lang)]
    return lines


def site_legend(placed: pd.DataFrame, level: str, lang: str | None) -> list[tuple[str, bool]]:
    """Texts of the legend for the marks in use, with whether the mark is filled; `level` "panel" for
    maps of one year each, "mark" for maps without names."""
    found = []
    counted = level in ("province", "regency", "mark")
    if level == "mark":
        text = texts.SITE
    elif level == "panel":
        text = texts.SITE_IN_YEAR
    elif counted:
        text = texts.NUMBER_OF_SITES
    else:
        text = texts.SITE_AND_YEAR
    if placed["confirmed"].any() or (counted and len(placed)):
        found.append((text.say(lang), True))
    if level not in ("province", "regency", "mark") and (~placed["confirmed"].astype(bool)).any():
        found.append((texts.UNCONFIRMED.say(lang), False))
    return found


def _counted(part: pd.DataFrame, years: bool) -> list[str]:
    lines = [f"{CONFIRMED} {len(part)}"]
    known = part["year"].dropna()
    if years and len(known):
        first, last = int(known.min()), int(known.max())
        lines.append(str(first) if first == last else f"{first}–{last}")
    return lines


def _year(year: Any, lang: str | None) -> str:
    return texts.YEAR_UNKNOWN.say(lang) if pd.isna(year) else str(int(year))


def _column(sites: pd.DataFrame, name: str) -> pd.Series:
    return sites[name] if name in sites else pd.Series(pd.NA, index=sites.index)
