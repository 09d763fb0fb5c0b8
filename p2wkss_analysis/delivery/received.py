"""How much each household got: the dose."""

from __future__ import annotations

import pandas as pd

from .log import checked, given, share_done


def dose(deliveries: pd.DataFrame) -> pd.DataFrame:
    """How much each household got: an input to `evaluate_households(...).by_dose(...)`, never an outcome.

    Returns household_id, activities, sectors (different ones of which something is done) and dose_percent (mean share
    done of what was meant for it, 0-100, missing where nobody reported). Join it to the households by household_id.

    >>> log = pd.DataFrame({"household_id": ["A", "A"], "sector": ["health", "housing"], "done_percent": [100, 0]})
    >>> dose(log).to_dict("records")
    [{'household_id': 'A', 'activities': 2, 'sectors': 1, 'dose_percent': 50.0}]
    """
    rows = checked(deliveries, ("sector", "household_id"))
    rows = rows[rows["household_id"].notna()]
    rows = rows.assign(share=share_done(rows, pd.Timestamp.max), got=rows["sector"].where(given(rows)))
    by = rows.groupby("household_id", sort=True)
    found = pd.DataFrame({"activities": by.size(), "sectors": by["got"].nunique(), "dose_percent": 100 * by["share"].mean()})
    return found.reset_index()
