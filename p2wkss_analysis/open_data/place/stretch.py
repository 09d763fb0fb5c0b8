"""The newest run of years in which an indicator can be differenced: one series, no break between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ...indicators.published.breaks import crossed

LEAST, MOST = 3, 5  # years; a shorter change is mostly the sample of the survey, a longer one old


@dataclass(frozen=True)
class Stretch:
    """First and last year, and the series both are of."""

    first: int
    last: int
    method: str


def newest_stretch(
    rows: pd.DataFrame, indicator: str, codes: Sequence[str], share: float = 1.0, among: str = ""
) -> Stretch | None:
    """The stretch with the newest end, and of these the longest of three to five years, in which at least `share` of the
    places, and the one `among` them, have both years of one series and no break between; None where there is none.

    >>> from p2wkss_analysis import load
    >>> rows = load("regency_indicators")
    >>> newest_stretch(rows, "hdi", ["32.76"])
    Stretch(first=2019, last=2024, method='UHH SP2010')
    >>> newest_stretch(rows, "poverty_rate", ["95.08"]).last  # new poverty lines since 2024
    2023
    """
    own = rows[(rows["indicator"] == indicator) & rows["area_code"].isin(codes) & rows["value"].notna()]
    there = {(method, int(year)): set(held["area_code"]) for (method, year), held in own.groupby(["method", "year"])}
    for last in sorted({year for _, year in there}, reverse=True):
        for first in range(last - MOST, last - LEAST + 1):
            for method in sorted({method for method, year in there if year == last}):
                both = there.get((method, first), set()) & there[method, last]
                whole = both - set(crossed(indicator, both, first, last))
                if whole and len(whole) >= share * len(codes) and (not among or among in whole):
                    return Stretch(first, last, method)
    return None
