"""What random selection would have given: the yardstick of every audit.

A past choice shows targeting only where random selection among the same places would seldom have done as well. Two
reference distributions: the number of the neediest hit (exact), and the mean need of the places drawn (simulated).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def hits_distribution(strata: Sequence[tuple[int, int, int]]) -> np.ndarray:
    """Probability of 0, 1, 2, ... hits when lots are drawn in each stratum separately.

    `strata` holds one (places, needy, drawn) per stratum, counts. Within a stratum the hits are
    hypergeometric; the strata are independent, so their sum is the convolution. Returns an array that
    sums to 1, its length one more than the largest possible number of hits.

    >>> hits_distribution([(63, 11, 5)])[1:].sum().round(2)     # one or more of five on a list of 11 in 63
    np.float64(0.63)
    """
    from scipy.stats import hypergeom

    total = np.ones(1)
    for places, needy, drawn in strata:
        most = min(needy, drawn)
        total = np.convolve(total, hypergeom(places, needy, drawn).pmf(np.arange(most + 1)))
    return total


def at_least(distribution: np.ndarray, hits: int) -> float:
    """Probability of `hits` or more: the one-sided lottery p-value, 0-1."""
    return float(min(1.0, distribution[hits:].sum()))


def central_range(distribution: np.ndarray, level: float = 0.95) -> tuple[int, int]:
    """The fewest and the most hits left after cutting (1 - level) / 2 from each end."""
    cumulative = np.cumsum(distribution)
    outside = (1 - level) / 2
    # the small allowance keeps a tail of exactly 2.5 % from being lost to rounding
    low = int(np.searchsorted(cumulative, outside + 1e-12, side="right"))
    high = int(np.searchsorted(cumulative, 1 - outside - 1e-12))
    return low, high


def draw_positions(places: int, drawn: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """`draws` lotteries of `drawn` out of `places` without replacement: (draws, drawn) positions from 0.

    Floyd's method (Bentley and Floyd 1987, Programming Pearls), all lotteries at once: each step keeps
    every subset equally likely, and costs nothing for the places that are not drawn.
    """
    picked = np.empty((draws, drawn), dtype=np.int64)
    for step, last in enumerate(range(places - drawn, places)):
        ticket = rng.integers(0, last + 1, size=draws)
        seen = (picked[:, :step] == ticket[:, None]).any(axis=1)
        picked[:, step] = np.where(seen, last, ticket)
    return picked


def drawn_totals(strata: Sequence[tuple[np.ndarray, int]], draws: int, rng: np.random.Generator) -> np.ndarray:
    """Total of a value over the places drawn, for `draws` lotteries held in every stratum.

    `strata` holds one (values of all its places, how many are drawn) per stratum. Returns (draws,).
    """
    total = np.zeros(draws)
    for values, drawn in strata:
        total += values[draw_positions(len(values), drawn, draws, rng)].sum(axis=1)
    return total


def two_sided(simulated: np.ndarray, observed: float) -> float:
    """Two-sided p-value of an observed total among simulated ones, the observed counted as one of them."""
    tolerance = 1e-9 * max(1.0, abs(observed))
    below = (simulated <= observed + tolerance).sum() + 1
    above = (simulated >= observed - tolerance).sum() + 1
    return float(min(1.0, 2 * min(below, above) / (len(simulated) + 1)))
