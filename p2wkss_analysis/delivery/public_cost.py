"""What may be published of what was spent: cost by sector and activities by agency, small numbers of households hidden."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from ..tables.small_cells import SMALLEST
from .cost import Cost
from .log import given

ACTIVITIES = ["activities", "without_amount", "amount_rupiah"]
LIMITS = ["households_low", "households_high"]
EACH = ["rupiah_low", "rupiah_high"]


def public_cost(cost: Cost, few: Collection[str] = (), smallest: int = SMALLEST) -> Cost:
    """Cost by sector as it may leave the office, beside the table of reach, which counts some of the same households.

    cost: as `cost_per_household` gives it; few: sectors that reached few households by name, see `reaching_few`.
    The table gains `hidden` (limits of households missing) and `withheld` (activities and amounts missing):

    - limits from one to `smallest` - 1 are missing; others are widened to multiples of five, so that no number of
      households follows from them and from another count, and rupiah per household are reckoned from the widened ones;
    - the limits of "all" are those of the rows, the largest and the sum, and missing where a row is: they tell nothing more;
    - activities that name a household bound how many were reached. Those of `few` are missing, with the next smallest
      sectors until what is missing cannot be found by subtraction, and with them amounts and rupiah.

    The row "all" keeps its activities and amount: a log of so few activities altogether is told by the report's first line.

    >>> log = pd.DataFrame({"sector": ["food", "health"], "amount_rupiah": [3e5, 1e6], "households_reached": [3, 40]})
    >>> from .cost import cost_per_household
    >>> public_cost(cost_per_household(log)).table()[["activities", "households_low", "households_high"]].values.tolist()
    [[1, <NA>, <NA>], [1, 40, 45], [2, <NA>, <NA>]]
    """
    table = cost.table()
    own, whole = table.index[:-1], table.index[-1]
    low, high = (table.loc[own, end] for end in LIMITS)
    hidden = ((low > 0) & (low < smallest)) | ((high > 0) & (high < smallest))
    withheld = _with_others(table.loc[own], table.loc[own, cost.by].isin(list(few)), smallest)
    table = table.astype(dict.fromkeys([*ACTIVITIES[:2], *LIMITS], "Int64"))
    table.loc[own, LIMITS[0]] = low // 5 * 5
    table.loc[own, LIMITS[1]] = (high // 5 * 5 + 5).where(high > 0, 0)
    table.loc[whole, LIMITS] = [table.loc[own, LIMITS[0]].max(), table.loc[own, LIMITS[1]].sum()]
    for each, limit in zip(EACH, reversed(LIMITS), strict=True):
        table[each] = table["amount_rupiah"] / table[limit].astype(float).replace(0.0, np.nan)
    table = table.assign(hidden=[*hidden, hidden.any()], withheld=[*withheld, False])
    table.loc[table["hidden"], LIMITS] = pd.NA
    table.loc[table["withheld"], ACTIVITIES[:2]] = pd.NA
    table.loc[table["withheld"], ACTIVITIES[2]] = np.nan
    table.loc[table["hidden"] | table["withheld"], EACH] = np.nan
    return Cost(table, cost.by)


def reaching_few(deliveries: pd.DataFrame, smallest: int = SMALLEST) -> list[str]:
    """Sectors of which one to `smallest` - 1 different households are named in what was done (sector, household_id, and
    where there, done_percent and actual_date): the number of their activities would bound how many.

    >>> reaching_few(pd.DataFrame({"sector": ["food"] * 2 + ["health"] * 6, "household_id": ["A", "B", *"CDEFGH"]}))
    ['food']
    """
    rows = deliveries.reindex(columns=["sector", "household_id", "done_percent", "actual_date"])
    rows = rows[given(rows.astype({"done_percent": float}))]
    named = rows.groupby("sector")["household_id"].nunique()
    return sorted(named.index[named.between(1, smallest - 1)])


def _with_others(rows: pd.DataFrame, few: pd.Series, smallest: int) -> pd.Series:
    """The sectors of `few` with the smallest others, those with an amount first, until there are two at least and any one of
    them could have `smallest` activities, as each of the others has one."""
    out = few.copy()
    while out.any() and not out.all() and (
            out.sum() < 2 or rows.loc[out, "activities"].sum() - (out.sum() - 1) < smallest
            or (rows.loc[out, "amount_rupiah"] > 0).sum() == 1):
        others = rows[~out].assign(without=lambda d: ~(d["amount_rupiah"] > 0))
        out[others.sort_values(["without", "activities"], kind="stable").index[0]] = True
    return out


def public_agencies(agencies: pd.DataFrame, deliveries: pd.DataFrame, withheld: Collection[str]) -> pd.DataFrame:
    """The table `Progress.by_agency()` beside a `public_cost`: an agency often is a sector, so counts of activities and
    amounts of every agency that worked in a withheld sector are missing; its shares done stay.

    agencies: with the row "all", which stays; deliveries: the log both were made from (agency, sector); withheld: sectors.
    A single such agency is shown: it holds all the withheld sectors together, and those together may be told.

    >>> log = pd.DataFrame({"agency": ["A", "B", "C"], "sector": ["food", "health", "works"]})
    >>> counts = pd.DataFrame({"agency": ["A", "B", "C", "all"], "activities": [3, 20, 9, 32]})
    >>> public_agencies(counts, log, ["food", "works"])["activities"].tolist()
    [<NA>, 20, <NA>, 32]
    """
    touching = set(deliveries.loc[deliveries["sector"].isin(withheld), "agency"].dropna())
    table = agencies.assign(withheld=agencies["agency"].isin(touching if len(touching) > 1 else ()))
    counts = [c for c in ("activities", "due", "not_reported") if c in table]
    table = table.astype(dict.fromkeys(counts, "Int64"))
    table.loc[table["withheld"], counts] = pd.NA
    if "amount_rupiah" in table:
        table["amount_rupiah"] = table["amount_rupiah"].where(~table["withheld"])
    return table
