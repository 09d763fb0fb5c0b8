"""Inference by placebos: the placebo distribution of a contrast, plus estimation uncertainty."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from .counterfactual import Counterfactual, Pool


@dataclass(frozen=True, eq=False)
class Placebos:
    """Which places stand in for which sites in each draw.

    chosen: one (D, k) array of positions in the pool for each pool with k sites; enumerated: all
    possibilities were taken, each once; D the number of draws.
    """

    chosen: tuple[np.ndarray, ...]
    enumerated: bool

    @property
    def count(self) -> int:
        return len(self.chosen[0])


def draw_placebos(pools: tuple[Pool, ...], draws: int, seed: int) -> Placebos:
    """As many places as sites from each pool, without replacement. Enumerates all assignments when there are at most
    `draws`."""
    sizes = [(len(pool.places), len(pool.sites)) for pool in pools]
    possible = math.prod(math.perm(n, k) for n, k in sizes)
    if possible <= draws:
        ways = list(product(*(permutations(range(n), k) for n, k in sizes)))
        return Placebos(tuple(np.array([way[p] for way in ways]) for p in range(len(pools))), True)
    rng = np.random.default_rng([seed, 2])
    return Placebos(tuple(without_replacement(rng, n, k, draws) for n, k in sizes), False)


def without_replacement(rng: np.random.Generator, n: int, k: int, draws: int) -> np.ndarray:
    """(draws, k) distinct positions below n. Repeats are redrawn, which leaves every ordered choice equally likely."""
    if n <= 4 * k:
        return rng.permuted(np.tile(np.arange(n), (draws, 1)), axis=1)[:, :k]
    taken = rng.integers(n, size=(draws, k))
    while True:
        ordered = np.sort(taken, axis=1)
        again = (ordered[:, 1:] == ordered[:, :-1]).any(1)
        if not again.any():
            return taken
        taken[again] = rng.integers(n, size=(int(again.sum()), k))


def placebo_sums(pools: tuple[Pool, ...], placebos: Placebos, weights: np.ndarray, seed: int) -> np.ndarray:
    """(D,) placebo values of the sum of site errors with weights (m, T).

    Each placebo's error over the years the site counts, divided by its own predicted SD and centred within the
    pool, is put on the scale of the site it stands in for.
    """
    total, first = np.zeros(placebos.count), 0
    for number, (pool, chosen) in enumerate(zip(pools, placebos.chosen, strict=True)):
        k = len(pool.sites)
        own = weights[first : first + k]
        first += k
        if not own.any():
            continue
        spread = np.sqrt(np.maximum(np.einsum("mt,mtu,mu->m", own, pool.site_covariance, own), 0))
        z = standardised(pool, np.abs(own).sum(0), np.random.default_rng([seed, 3, number]))
        total += (z[chosen] * spread * np.sign(own.sum(1))).sum(1)
    return total


def standardised(pool: Pool, profile: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(n,) centred standardised errors of the pool over the years of `profile` (T,).

    A place that serves in only some of these years is judged on those; one that serves in none borrows
    another's value at random.
    """
    weight = np.where(np.isfinite(pool.errors), profile, 0.0)
    total = weight.sum(1)
    serves = total > 0
    weight = weight[serves] / total[serves, None]
    error = (weight * np.nan_to_num(pool.errors[serves])).sum(1)
    z = error / np.sqrt(np.einsum("nt,ntu,nu->n", weight, pool.covariance[serves], weight))
    if not serves.any():
        return np.zeros(len(serves))
    out = rng.choice(z, size=len(serves))
    out[serves] = z
    return out - z.mean()


@dataclass(frozen=True)
class PlaceboTest:
    """Two-sided p, its floor, the half length of the 95 % interval, SD and smallest detectable effect."""

    p_value: float
    smallest_p: float
    half_length: float
    std_error: float
    smallest_detectable: float


_SHARP = 1e-24  # least blur, as a share of the placebo variance: none to the eye, in any unit


def placebo_test(effect: float, sums: np.ndarray, fit_variance: float, rounding: float = 0.0) -> PlaceboTest:
    """The test of `effect` against placebo sums blurred by the uncertainty of the fit.

    p = (1 + sum over draws of P(|draw + N(0, U)| >= |effect|)) / (D + 1): the normal part is summed exactly, not
    drawn. It can never fall below 1/(D + 1); where that floor is above .05 the interval is unbounded. rounding: the most that the
    computer's rounding alone makes placebos scatter.
    """
    floor, placebo_variance = 1 / (len(sums) + 1), float(np.mean(sums**2))
    root = math.sqrt(max(fit_variance, _SHARP * placebo_variance, np.finfo(float).tiny))

    def p_of(size: float) -> float:
        return float((1 + (norm.sf((size - sums) / root) + norm.sf((size + sums) / root)).sum()) / (len(sums) + 1))

    sd = math.sqrt(placebo_variance + fit_variance)
    if sd <= rounding:  # placebos without any spread say nothing of chance: no size is ruled out, and none is called unlikely
        return PlaceboTest(1.0, floor, math.inf, 0.0, math.inf)
    if floor >= 0.05:
        return PlaceboTest(p_of(abs(effect)), floor, math.inf, sd, math.inf)
    half = brentq(lambda size: p_of(size) - 0.05, 0.0, 50 * sd + np.abs(sums).max(), xtol=1e-9 * sd, rtol=1e-12)
    return PlaceboTest(p_of(abs(effect)), floor, half, sd, half + float(norm.ppf(0.8)) * sd)


def fit_variance(paths: Counterfactual, weights: np.ndarray) -> float:
    """Variance of a sum of site errors that comes from the fit alone."""
    return paths.fit_covariance(weights, weights)
