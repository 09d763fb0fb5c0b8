"""The sites of a synthetic city: the real ones of the register, or made-up ones in real places."""

from __future__ import annotations

import re

import pandas as pd

from ..say.errors import WrongUse
from ..tables.intake import load
from . import texts

MADE_UP = "SINTETIS / SYNTHETIC"  # in cells of both languages


def real_sites(regency: str) -> pd.DataFrame:
    """The confirmed sites of the regency with a year and a village, as the sheet `sites` holds them, oldest first.

    `rw` and `rt` are the first ones the register names; its own words and its source stand in `note`.
    """
    register = load("programme_sites")
    rows = register[(register["regency_code"] == regency) & (register["status"] == "confirmed")]
    rows = rows.dropna(subset=["year", "village_code"]).sort_values(["year", "village_code"], kind="stable")
    named = rows["neighbourhood"].fillna("")
    alone = rows["households_scope"].eq("site").fillna(False).astype(bool)
    return pd.DataFrame(
        {
            "year": rows["year"],
            "village_code": rows["village_code"],
            "rw": named.map(lambda text: _first("RW", text)),
            "rt": named.map(lambda text: _first("RT", text)),
            "planned_households": rows["assisted_households"].where(alone),
            "planned_unit": ["household" if known else None for known in rows["assisted_households"].where(alone).notna()],
            "note": [f"{words} ({source})" if words else source for words, source in zip(named, rows["source"], strict=True)],
        }
    ).reset_index(drop=True)


def _first(kind: str, text: str) -> int | None:
    found = re.search(rf"\b{kind}\s*0*(\d+)", text)
    return int(found[1]) if found else None


def made_up_sites(start: pd.Series) -> pd.DataFrame:
    """Sites that a rule chose among simulated values: `start` is the first year by village, missing for never."""
    chosen = start.dropna().astype(int).sort_values(kind="stable")
    return pd.DataFrame(
        {
            "year": chosen.to_numpy(),
            "village_code": chosen.index.to_numpy(),
            "rw": None,
            "rt": None,
            "planned_households": None,
            "planned_unit": None,
            "note": MADE_UP,
        }
    )


def newest(sites: pd.DataFrame, year: int | None, last: int) -> int:
    """The programme year that households are followed in: `year`, or the newest with two more years up to `last`."""
    years = sorted(set(sites["year"].astype(int)))
    if year is None:
        return max([y for y in years if y + 2 <= last] or [min(years)])
    if year not in years:
        raise WrongUse(texts.NO_SITE_IN_YEAR.fill(year=year, known=years))
    return year
