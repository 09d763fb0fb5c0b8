"""Figures computed from families, to few digits: all digits of a mean or a difference would give back of how many it is.

A difference of shares of 47 and 52 families is a fraction with these denominators: told to fifteen digits, as a cell of Excel
holds them, only one pair of numbers fits, and the true numbers stand beside those in fives. To one decimal nearly all fit.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

FIGURES = ("estimate", "std_error", "conf_low", "conf_high", "smallest_detectable", "range_low", "range_high")
LARGEST = ["estimate", "conf_low", "conf_high"]  # by which the digits of a row go
CHANCES = ("p_value", "smallest_p", "p_holm")


def coarse(mean: float, is_percent: bool) -> float:
    """A mean of families to few figures: a percentage to the nearest whole one, money to a thousand or ten thousand.

    >>> coarse(532_811.3, False), coarse(66.49, True), coarse(4.26, False)
    (530000.0, 66, 4.3)
    """
    if mean != mean:
        return mean
    return round(mean) if is_percent else round(mean, -4 if abs(mean) >= 1e5 else -3 if abs(mean) >= 1000 else 1)


def few_digits(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of estimates as they leave: each to one decimal, to whole ones from 1,000 on and to thousands from 10,000 on, by the
    largest of its estimate and interval; p to three decimals.

    >>> few_digits(pd.DataFrame({"estimate": [3123.4, 11.5007], "conf_low": [-40_511.2, -5.7593], "conf_high": [46_758, 28.76]}))
       estimate  conf_low  conf_high
    0    3000.0  -41000.0    47000.0
    1      11.5      -5.8       28.8
    """
    size = rows[LARGEST].abs().max(axis=1)
    kept = np.select([size >= 10_000, size >= 1000], [-3, 0], 1)

    def told(values: pd.Series) -> list[float]:
        return [round(v, int(d)) if np.isfinite(v) else v for v, d in zip(values.astype(float), kept, strict=True)]

    figures = {c: told(rows[c]) for c in FIGURES if c in rows}
    return rows.assign(**figures, **{c: rows[c].round(3) for c in CHANCES if c in rows})
