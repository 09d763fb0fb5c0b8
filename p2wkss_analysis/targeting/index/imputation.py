"""Filling a missing value by a stated rule, never in silence: what was filled is kept and shown.

A village without a figure is not a village without need. The default is not to fill at all: such a
place gets no score and says why. Where a rule is asked for, it is one that can be explained in a
meeting: the median (or mean) of its own group, or its own value of the last year that has one.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

RULES = ("group_median", "group_mean", "median", "last_year")


def fill_from_group(values: np.ndarray, group: np.ndarray, how: str = "median") -> np.ndarray:
    """Missing values replaced by the median or mean of the same column in the same group.

    values: (places, indicators); group: (places,) labels. A group without any value stays missing.
    """
    frame = pd.DataFrame(values)
    return frame.fillna(frame.groupby(np.asarray(group), dropna=False).transform(how)).to_numpy()


def fill_from_last_year(values: pd.DataFrame, previous: pd.DataFrame) -> pd.DataFrame:
    """Missing values replaced by the place's own newest earlier value.

    values: indexed by area code; previous: the same columns, indexed by area code or with `area_code`,
    and with `year` where there is more than one earlier year.
    """
    past = previous if "area_code" not in previous else previous.set_index("area_code")
    if "year" in past:
        past = past.sort_values("year", kind="stable")
    newest = past.groupby(level=0)[[c for c in values.columns if c in past]].last()  # last() skips missing
    return values.fillna(newest.reindex(values.index))
