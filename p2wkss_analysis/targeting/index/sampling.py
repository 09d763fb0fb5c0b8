"""How uncertain a share is that was counted on few households, as in an RT or RW.

Two poor households out of ten say less about a poverty rate of 20 % than two hundred out of a thousand.
This sampling error enters the choice of a place.
"""

from __future__ import annotations

import numpy as np

from ...say.errors import WrongUse
from . import texts


def share_error(count, of, population=None) -> np.ndarray:
    """Standard error of the share count / of, as the spread of its Jeffreys posterior; never zero.

    count, of: whole numbers, 0 <= count <= of. population: how many there are in all, where `of` is a
    sample of them; the error then shrinks to nothing as the sample nears the whole (finite population
    correction, Cochran 1977, Sampling Techniques, ch. 2). Leave it out where the households counted
    stand for a longer time or a wider circle than the day of the count. Jeffreys prior: Brown, Cai and
    DasGupta (2001), Statistical Science 16(2).

    >>> share_error([0, 2, 200], [10, 10, 1000]).round(3)
    array([0.06 , 0.121, 0.013])
    """
    count, of = np.asarray(count, dtype=float), np.asarray(of, dtype=float)
    known = np.isfinite(count) & np.isfinite(of)
    if (known & ((count < 0) | (count > of) | (of <= 0))).any():
        raise WrongUse(texts.COUNT_OUT_OF_RANGE)
    a, b = count + 0.5, of - count + 0.5
    error = np.sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))
    if population is None:
        return error
    population = np.asarray(population, dtype=float)
    return error * np.sqrt(np.clip(1 - of / population, 0.0, None))
