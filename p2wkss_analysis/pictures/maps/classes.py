"""Classes of a map: limits, the class of a value, and what the legend says of each.

A class runs from its lower limit up to, and without, its upper limit; the first and the last are open. With
limits (5, 10) the classes are: below 5; 5 to below 10; 10 and more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from ...say.errors import WrongUse
from . import texts


def class_limits(values: Any, classes: int | Sequence[float], digits: int) -> tuple[float, ...]:
    """The limits between classes, increasing, in the unit of `values`.

    `classes` is a number of classes (2 to 9; natural breaks, rounded to `digits` decimals) or the limits
    themselves, which are returned as given. Fewer classes come back when there are fewer distinct values.
    Raises `WrongUse` for anything else. Natural breaks depend on the data: to compare maps, fix the limits.

    >>> class_limits([1, 2, 10, 11, 20, 21], 3, 0)
    (6.0, 16.0)
    >>> class_limits([1, 2], (5, 10), 0)
    (5.0, 10.0)
    """
    if not isinstance(classes, (int, np.integer)):
        return _given(classes)
    if not 2 <= classes <= 9:
        raise WrongUse(texts.TOO_MANY_CLASSES.fill(n=classes))
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    distinct = np.unique(np.round(known, digits))
    k = min(int(classes), len(distinct))
    if k < 2:
        return ()
    tops = natural_breaks(known, k)
    nexts = [known[known > top].min() for top in tops]
    return tuple(sorted({_between(top, after, digits) for top, after in zip(tops, nexts, strict=True)}))


def natural_breaks(values: Any, k: int) -> np.ndarray:
    """The highest value of each class but the last, for the `k` classes with the least squared distance to their means.

    `values` (n,) without missing, at least `k` distinct; returns (k - 1,) increasing. Exact, by dynamic
    programming: Fisher 1958, "On grouping for maximum homogeneity", doi:10.1080/01621459.1958.10501479; in
    maps known as Jenks. Time grows with k times the square of the number of distinct values.

    >>> natural_breaks([1, 2, 10, 11, 20, 21], 3).tolist()
    [2.0, 11.0]
    """
    x, weight = np.unique(np.asarray(values, dtype=float), return_counts=True)
    centred = x - x.mean()  # keeps the sums of squares exact to rounding
    n, total, square = (np.r_[0, np.cumsum(weight * centred**p)] for p in (0, 1, 2))

    def spread(start: np.ndarray, stop: int) -> np.ndarray:
        """Squared distances to the mean of the values from each `start` up to `stop`, without it."""
        count = n[stop] - n[start]
        return square[stop] - square[start] - (total[stop] - total[start]) ** 2 / count

    m = len(x)
    cost = np.array([0.0, *(spread(np.array([0]), stop)[0] for stop in range(1, m + 1))])
    cuts = np.zeros((k, m + 1), dtype=int)
    for classes in range(1, k):
        longer = np.full(m + 1, np.inf)
        for stop in range(classes + 1, m + 1):
            starts = np.arange(classes, stop)
            trial = cost[starts] + spread(starts, stop)
            best = int(np.argmin(trial))
            longer[stop], cuts[classes, stop] = trial[best], starts[best]
        cost = longer
    tops, stop = [], m
    for classes in range(k - 1, 0, -1):
        stop = cuts[classes, stop]
        tops.append(x[stop - 1])
    return np.array(tops[::-1])


def classify(values: Any, limits: Sequence[float]) -> np.ndarray:
    """Class of each value, 0 for the lowest; -1 where the value is missing. Integers, same length.

    >>> classify([4.9, 5.0, float("nan"), 12], (5, 10)).tolist()
    [0, 1, -1, 2]
    """
    x = np.asarray(values, dtype=float)
    return np.where(np.isfinite(x), np.searchsorted(np.asarray(limits, float), x, side="right"), -1)


def class_texts(limits: Sequence[float], digits: int, lang: str | None = None) -> list[str]:
    """What the legend writes for each class, lowest first.

    >>> class_texts((5, 10), 0, "id")
    ['< 5', '5 – < 10', '≥ 10']
    """
    if not limits:
        return []
    return [
        texts.BELOW.say(lang, high=limits[0], digits=digits),
        *(texts.BETWEEN.say(lang, low=low, high=high, digits=digits) for low, high in pairwise(limits)),
        texts.FROM.say(lang, low=limits[-1], digits=digits),
    ]


def enough_digits(limits: Sequence[float], digits: int) -> int:
    """Decimals, at least `digits`, that write every limit exactly (at most 6).

    >>> enough_digits((5, 7.25), 1)
    2
    """
    while digits < 6 and any(abs(round(x, digits) - x) > 1e-9 for x in limits):
        digits += 1
    return digits


def _between(low: float, high: float, digits: int) -> float:
    """The shortest number, of at most `digits` decimals, in the interval (low, high]; else its rounded middle.

    In the second case a value may change class against the natural break; the limits shown are those applied.
    """
    for places in range(digits + 1):
        step = 10.0**-places
        limit = round(math.ceil((low + high) / 2 / step - 1e-9) * step, places)
        if low < limit <= high:
            return limit
    return round((low + high) / 2, digits)


def _given(classes: Any) -> tuple[float, ...]:
    try:
        limits = tuple(float(x) for x in classes)
    except (TypeError, ValueError):
        limits = (math.nan,)
    if not limits or len(limits) > 8 or not all(map(math.isfinite, limits)) or any(a >= b for a, b in pairwise(limits)):
        raise WrongUse(texts.WRONG_LIMITS.fill(given=classes))
    return limits
