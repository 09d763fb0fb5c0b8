"""The sites of a synthetic city: the real ones of the register, or made-up ones in real places."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..rule import SelectionRule
from ..rule.tickets import ticket
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


def drawn_by_lot(codes: list[str], per_year: int, at: list[int], seed: int) -> pd.Series:
    """First programme year by village, missing for never: in each year of `at` the lowest tickets among those still free."""
    start = pd.Series(float("nan"), index=codes)
    for year in at:
        free = start.index[start.isna()]
        start[sorted(free, key=lambda code: ticket(draw_seed(year, seed), code))[:per_year]] = float(year)
    return start


def draw_seed(year: int, seed: int) -> int:
    """The seed of a made-up draw: the year, and the end of the seed of the city."""
    return 1000 * year + seed % 1000


def recorded(
    figure: str,
    sites: pd.DataFrame,
    start: pd.Series,
    years: range,
    values: np.ndarray,
    rule: SelectionRule | str | None,
    seed: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sheet `sites` with how they were chosen, and the sheet `candidates`: everything a city would have to write down.

    figure: the column of the sheet villages by which a rule chose; values: (villages, years) of it without any programme. What
    chance decided without a ticket, and a choice inside each district, have no record.
    """
    candidates = pd.DataFrame(columns=["year", "village_code", "figure", "note"])
    if rule != "draw" and (not isinstance(rule, SelectionRule) or rule.within):
        return sites, candidates
    lists = []
    for year in sorted(start.dropna().astype(int).unique()):
        free = (start.isna() | (start >= year)).to_numpy()
        listed = pd.DataFrame({"year": year, "village_code": start.index[free], "note": MADE_UP})
        if isinstance(rule, SelectionRule):
            listed["figure"] = np.round(values[free, years.index(year - rule.lag)], 2)
        lists.append(listed)
    if isinstance(rule, SelectionRule):
        how = {
            "chosen_by": "score" if rule.picks == "highest" else "potential",
            "ranking_figure": figure,
            "ranking_end": rule.picks,
            "ranking_year": sites["year"] - rule.lag,
        }
    else:
        how = {"chosen_by": "draw", "draw_seed": [draw_seed(y, seed) for y in sites["year"]], "draw_source": MADE_UP}
    return sites.assign(**how), pd.concat([candidates, *lists], ignore_index=True) if lists else candidates


def newest(sites: pd.DataFrame, year: int | None, last: int) -> int:
    """The programme year that households are followed in: `year`, or the newest with two more years up to `last`."""
    years = sorted(set(sites["year"].astype(int)))
    if year is None:
        return max([y for y in years if y + 2 <= last] or [min(years)])
    if year not in years:
        raise WrongUse(texts.NO_SITE_IN_YEAR.fill(year=year, known=years))
    return year
