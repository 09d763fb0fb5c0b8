"""Which two changes of a place's HDI are split into dimensions: the longest unbroken one that can be, and the last year."""

from __future__ import annotations

import pandas as pd

from ...indicators.hdi_change import IN_TABLE, SERIES, HdiChange, hdi_change
from ...indicators.published.breaks import crossed


def hdi_moves(rows: pd.DataFrame, code: str, name: str) -> tuple[HdiChange, ...]:
    """The longest change with all components at both ends (of equal ones the newest), then that of the last two years."""
    own = rows[(rows["area_code"] == code) & rows["value"].notna()]
    pairs = []
    for method in SERIES:
        years = _complete(own, method)
        pairs += [(last - first, last, first, method) for first in years for last in years if first < last]
    longest = next((p for p in sorted(pairs, reverse=True) if not crossed("hdi", [code], p[2], p[1])), None)
    chosen = {(longest[2], longest[1], longest[3])} if longest else set()
    hdi = own[own["indicator"] == "hdi"]
    for method in SERIES:
        years = sorted(int(year) for year in hdi.loc[hdi["method"] == method, "year"])
        if len(years) > 1 and years[-1] == hdi["year"].max() and not crossed("hdi", [code], years[-2], years[-1]):
            chosen.add((years[-2], years[-1], method))
    return tuple(hdi_change(own, code, first, last, method, name) for first, last, method in sorted(chosen))


def _complete(own: pd.DataFrame, method: str) -> list[int]:
    """Years with the index and all its components, life expectancy of the same series."""
    series = own["method"] == method
    sets = [set(own.loc[series & (own["indicator"] == name), "year"]) for name in ("hdi", IN_TABLE["life_expectancy"])]
    sets += [set(own.loc[own["indicator"] == name, "year"]) for key, name in IN_TABLE.items() if key != "life_expectancy"]
    return sorted(int(year) for year in set.intersection(*sets))
