"""Shares counted on few families, as in an RT or RW: drawn to what is known of the other places, and how uncertain they stay.

Two poor families out of ten say less about a place than forty out of two hundred. Ranked as they stand, the smallest places come
first and last by luck.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln

from ...say.errors import WrongUse
from . import texts

_MEANS = np.linspace(-4, 4, 17)  # standard errors from the pooled share, at most
_SIZES = 30  # of the prior, from half a family to so many that all places are the same
_AT_ONCE = 1000  # pairs of numbers


def drawn_shares(count: ArrayLike, of: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Share and its standard error in each place, given its own count and those of all places; both (places,), 0-1.

    count, of: whole numbers, 0 <= count <= of, one a place; a place without a count stays without a share. Shares of places
    follow a beta distribution and counts are binomial in them. Mean and spread of that distribution are averaged over what
    the counts of all places leave possible: flat in the mean, and flat in the weight that a place of median size gives to
    the others ("uniform shrinkage"), so that even few places of the same share do not count as certainly equal. The error is the
    standard deviation of the share given the counts; it is right as a description of the place, not only of the day of the count.

    Source: Christiansen and Morris (1997), Hierarchical Poisson regression modeling, JASA 92(438), here for binomial counts.
    Not where a place is known to differ for a reason that stands in the data (then rank such places apart), nor for fewer than
    some five places, which say little about each other.

    >>> share, error = drawn_shares([1, 3, 5, 6, 60], [4, 10, 20, 20, 150])
    >>> share.round(2), error.round(2)
    (array([0.34, 0.34, 0.32, 0.34, 0.39]), array([0.09, 0.08, 0.07, 0.07, 0.04]))
    """
    count, of = np.asarray(count, dtype=float), np.asarray(of, dtype=float)
    known = np.isfinite(count) & np.isfinite(of)
    if (known & ((count < 0) | (count > of) | (of <= 0))).any():
        raise WrongUse(texts.COUNT_OUT_OF_RANGE)
    share, error = np.full(count.shape, np.nan), np.full(count.shape, np.nan)
    if known.any():
        pairs, places, times = np.unique(
            np.column_stack([count[known], of[known]]), axis=0, return_inverse=True, return_counts=True
        )
        mean, spread = _given_all(pairs[:, 0], pairs[:, 1], times)
        share[known], error[known] = mean[places.ravel()], spread[places.ravel()]
    return share, error


def _given_all(count: np.ndarray, of: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Posterior mean and standard deviation of the share behind each pair of numbers, (pairs,).

    times: how many places have the pair.
    """
    pooled = (count @ times + 0.5) / (of @ times + 1)
    means = pooled + _MEANS * np.sqrt(pooled * (1 - pooled) / times.sum())
    means = means[(means > 0) & (means < 1)][:, None]
    usual = np.median(np.repeat(of, times))
    size = np.geomspace(0.5, 300 * usual, _SIZES)  # of the prior, in families
    flat = np.log(size * usual / (size + usual) ** 2)  # size / (size + usual), the weight of the others, is uniform
    a, b = (means * size)[..., None], ((1 - means) * size)[..., None]
    parts = [slice(i, i + _AT_ONCE) for i in range(0, len(of), _AT_ONCE)]
    fit = sum((betaln(a + count[p], b + of[p] - count[p]) - betaln(a, b)) @ times[p] for p in parts)
    weight = np.exp(fit + flat - np.max(fit + flat))
    likely = weight > 1e-9
    weight, a, b = weight[likely] / weight[likely].sum(), a[likely], b[likely]
    mean, square = np.empty(len(of)), np.empty(len(of))
    for p in parts:
        share, whole = (a + count[p]) / (a + b + of[p]), a + b + of[p] + 1
        mean[p], square[p] = weight @ share, weight @ (share * (1 - share) / whole + share**2)
    return mean, np.sqrt(square - mean**2)
