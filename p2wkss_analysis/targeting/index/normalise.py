"""Bringing indicators to one scale, more being needier. Each rule is a decision and none is neutral.

Functions of arrays: values (..., places), already turned so that more is needier, to the same shape.
Formulas as in the OECD and JRC Handbook on Constructing Composite Indicators (2008), step 5, and COINr.
"""

from __future__ import annotations

import numpy as np

METHODS = ("minmax", "z", "rank", "percentile_rank", "goalposts")


def minmax(x: np.ndarray, scale: tuple[float, float] = (0.0, 100.0)) -> np.ndarray:
    """The least need becomes the low end of the scale, the greatest need its high end.

    >>> minmax(np.array([2.0, 3.0, 6.0]))
    array([  0.,  25., 100.])
    """
    low, high = x.min(axis=-1, keepdims=True), x.max(axis=-1, keepdims=True)
    return scale[0] + (scale[1] - scale[0]) * (x - low) / (high - low)


def z(x: np.ndarray) -> np.ndarray:
    """Distance from the mean in standard deviations (n - 1)."""
    return (x - x.mean(axis=-1, keepdims=True)) / x.std(axis=-1, ddof=1, keepdims=True)


def rank(x: np.ndarray) -> np.ndarray:
    """1 for the least need to the number of places for the greatest; ties share the mean of their ranks.

    >>> rank(np.array([2.0, 4.0, 4.0, 10.0]))
    array([1. , 2.5, 2.5, 4. ])
    """
    from scipy.stats import rankdata

    return rankdata(x, axis=-1).astype(np.result_type(x, np.float32))  # single precision stays single


def percentile_rank(x: np.ndarray, scale: tuple[float, float] = (0.0, 100.0)) -> np.ndarray:
    """(rank - 1) / (places - 1) on the scale."""
    return scale[0] + (scale[1] - scale[0]) * (rank(x) - 1) / (x.shape[-1] - 1)


def goalposts(x: np.ndarray, low: float, high: float, scale: tuple[float, float] = (0.0, 100.0)) -> np.ndarray:
    """Fixed ends set beforehand, as in the HDI; values outside are held at the end.

    `low` is the value of least need and `high` of greatest, in the unit and direction of `x`. Scores of
    different years can then be compared, which with the other rules they cannot.
    """
    return scale[0] + (scale[1] - scale[0]) * np.clip((x - low) / (high - low), 0.0, 1.0)


def normalise(
    x: np.ndarray, method: str, posts: tuple[float, float] | None = None, scale: tuple[float, float] = (0.0, 100.0)
) -> np.ndarray:
    """One indicator by `method`; z and rank have scales of their own and take no notice of `scale`."""
    if method == "minmax":
        return minmax(x, scale)
    if method == "z":
        return z(x)
    if method == "rank":
        return rank(x)
    if method == "percentile_rank":
        return percentile_rank(x, scale)
    assert posts is not None  # a specification names them for this method
    return goalposts(x, *posts, scale)
