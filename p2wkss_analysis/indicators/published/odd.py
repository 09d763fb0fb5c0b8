"""Published figures to be read with care: carried forward, from a small sample, found in one copy only."""

from __future__ import annotations

import pandas as pd

from ...dictionary.tables import read_dictionary
from ...say import Text
from ..texts import published as texts
from .breaks import TABLE, holds


def odd(table: pd.DataFrame) -> list[Text | None]:
    """Why each row is odd, or None. A figure of which one copy only is known counts as unchecked (see `unchecked`), not as odd.

    table : rows of `regency_indicators`.

    >>> from p2wkss_analysis import load
    >>> rows = load("regency_indicators").query("area_code == '95.08' and indicator == 'poverty_line' and year in (2014, 2015)")
    >>> [reason.say("en")[:32] if reason else None for reason in odd(rows)]
    [None, 'the figure of 2015 is that of 20']
    """
    rules = read_dictionary().resource(TABLE).get("odd_figures", [])
    of_place = {
        key: [rule for rule in rules if holds(rule, *key)]
        for key in set(zip(table["indicator"], table["area_code"], strict=True))
    }
    checked = table["checked"] if "checked" in table else pd.Series(pd.NA, index=table.index)
    found: list[Text | None] = []
    for indicator, code, year, held in zip(table["indicator"], table["area_code"], table["year"], checked, strict=True):
        reasons = [Text.of(r["reason"]) for r in of_place[indicator, code] if year in r.get("years", [year])]
        reasons += [texts.COPIES_DIFFER] if held == "differs" else []
        found.append(reasons[0] if reasons else None)
    return found


def unchecked(table: pd.DataFrame) -> pd.Series:
    """Which rows rest on one public copy, with nothing to hold them against."""
    return table["checked"].eq("none") if "checked" in table else pd.Series(False, index=table.index)
