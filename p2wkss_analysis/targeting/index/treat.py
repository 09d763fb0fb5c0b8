"""The outlier rule: values so far out that they alone would set the scale are pulled in, and counted.

As in COINr (Becker et al. 2022, Journal of Open Source Software 7(78) 4567), after the OECD and JRC
Handbook on Constructing Composite Indicators (2008), step 4: while skewness is beyond 2 and kurtosis
beyond 3.5, the outermost point takes the value of the next one, a handful of points at most.
"""

from __future__ import annotations

import numpy as np

SKEWNESS, KURTOSIS, MOST_POINTS = 2.0, 3.5, 5


def skewness(x: np.ndarray) -> float:
    """Adjusted Fisher-Pearson skewness G1 (Joanes and Gill 1998, type 2) of finite values.

    >>> round(skewness(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 100.0])), 6)
    3.118896
    """
    from scipy.stats import skew

    return float(skew(x[np.isfinite(x)], bias=False))


def kurtosis(x: np.ndarray) -> float:
    """Excess kurtosis G2 (Joanes and Gill 1998, type 2) of finite values.

    >>> round(kurtosis(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 100.0])), 6)
    9.799245
    """
    from scipy.stats import kurtosis

    return float(kurtosis(x[np.isfinite(x)], bias=False))


def outlying(x: np.ndarray) -> bool:
    """Whether the rule applies: |skewness| > 2 and kurtosis > 3.5. Fewer than four values, or no spread: no."""
    seen = x[np.isfinite(x)]
    if len(seen) < 4 or np.ptp(seen) == 0:
        return False
    return abs(skewness(seen)) > SKEWNESS and kurtosis(seen) > KURTOSIS


def winsorise(x: np.ndarray, most: int = MOST_POINTS) -> tuple[np.ndarray, int]:
    """The column pulled in, and how many points were; untouched if the rule does not apply.

    At each step the largest value (the smallest, where skewness is negative) takes the next value, until
    the rule is met or `most` points have been moved. Points tied at the end move together.
    """
    out, moved = np.array(x, dtype=float), 0
    while moved < most and outlying(out):
        seen = np.unique(out[np.isfinite(out)])
        end, following = (seen[-1], seen[-2]) if skewness(out) > 0 else (seen[0], seen[1])
        out[out == end] = following
        moved += 1
    return out, int((np.isfinite(out) & (out != x)).sum())
