"""Permutation of residuals: what the estimate would be had chance alone dealt out what the baseline leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.stats import norm

_CELLS = 2_000_000  # numbers held at once while orders are drawn


@dataclass(frozen=True)
class PermutationTest:
    """Estimate, its permutation error, the 95 % interval from inverting the test, p, and what could be seen."""

    estimate: float
    std_error: float
    conf_low: float
    conf_high: float
    p_value: float
    smallest_p: float
    smallest_detectable: float


@dataclass(frozen=True, eq=False)
class Sums:
    """What the test needs of each order, all (R,): e are residuals, x the assistance left after the nuisance.

    dot_e = x'Pe, dot_x = x'Px, and the squares of Pe, of Px and their product after the nuisance is taken out again.
    first is the order that was seen; whole is True where the orders are all there are, the seen one among them.
    """

    dot_e: np.ndarray
    dot_x: np.ndarray
    ee: np.ndarray
    ex: np.ndarray
    xx: np.ndarray
    seen: tuple[float, float, float]
    whole: bool

    def p_value(self, effect: float) -> float:
        """Share of orders at least as extreme as the one seen, were the effect `effect`."""
        e0, x0, ee0 = self.seen
        shown = (e0 - effect * x0) ** 2 / max(ee0 - effect * (2 * e0 - effect * x0), 1e-300)
        least = self.ee - effect * (2 * self.ex - effect * self.xx)
        other = (self.dot_e - effect * self.dot_x) ** 2 / np.maximum(least, 1e-300)
        return self._share(other >= shown * (1 - 1e-9))

    def floor(self) -> float:
        """The smallest p any outcome could give: orders that leave the assistance where it was."""
        return self._share(self.dot_x**2 / np.maximum(self.xx, 1e-300) >= self.seen[1] * (1 - 1e-9))

    def _share(self, extreme: np.ndarray) -> float:
        n = int(extreme.sum())
        return n / len(extreme) if self.whole else (1 + n) / (1 + len(extreme))


def freedman_lane(
    outcome: np.ndarray, assisted: np.ndarray, nuisance: np.ndarray, strata: np.ndarray, draws: int = 999, seed: int = 0
) -> PermutationTest | None:
    """The coefficient of `assisted` beside `nuisance`, tested by permuting residuals within strata.

    outcome, assisted (n,) floats; nuisance (n, k) with its own constant; strata (n,) whole numbers: residuals of the
    fit without assistance change places only within a stratum. None where assistance is a sum of the nuisance. The
    statistic is the t of assistance; the interval holds every effect the test does not refuse at 5 %.

    Source: Freedman and Lane (1983), Journal of Business and Economic Statistics 1; compared with others by Winkler
    et al. (2014), NeuroImage 92. Do not use it where whole clusters were assisted: permute clusters then.

    >>> y, d = np.array([1.0, 2, 3, 4, 15, 16, 17, 18]), np.repeat([0.0, 1.0], 4)
    >>> test = freedman_lane(y, d, np.ones((8, 1)), np.zeros(8, dtype=int))
    >>> round(test.estimate, 9), test.p_value < 0.05
    (14.0, True)
    """
    rng = np.random.default_rng([seed, 9])
    return _test(outcome, assisted, nuisance, _orders_within(strata, draws, rng), whole=False)


def permute_groups(outcome: np.ndarray, assisted: np.ndarray, draws: int = 999, seed: int = 0) -> PermutationTest | None:
    """The difference in means of whole groups (RTs): outcome, assisted (G,); every arrangement where there are at most
    `draws` of them, the seen one among them.

    >>> permute_groups(np.array([5.0, 6, 1, 2]), np.array([1.0, 1, 0, 0])).p_value   # 2 of 6 arrangements
    0.3333333333333333
    """
    n, k = len(assisted), int(assisted.sum())
    if math.comb(n, k) <= draws:
        orders, whole = iter([_arrangements(assisted)]), True
    else:
        rng = np.random.default_rng([seed, 10])
        orders, whole = _orders_within(np.zeros(n, dtype=int), draws, rng), False
    return _test(outcome, assisted, np.ones((n, 1)), orders, whole)


def baseline_strata(before: np.ndarray, block: np.ndarray) -> np.ndarray:
    """(n,) strata of similar baseline values within each block: as many as leave about 20 households in each, at most
    five; equal values stay together.

    >>> baseline_strata(np.arange(40.0), np.zeros(40, dtype=int)).tolist() == [0] * 20 + [1] * 20
    True
    """
    n, blocks = len(before), len(np.unique(block))
    parts = int(np.clip(n // (20 * max(blocks, 1)), 1, 5))
    ranks = np.searchsorted(np.sort(before), before, side="left")
    return np.unique(block * parts + np.minimum(ranks * parts // max(n, 1), parts - 1), return_inverse=True)[1]


def _orders_within(strata: np.ndarray, draws: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Random orders (r, n) that keep every place in its stratum, in pieces that fit memory."""
    n = len(strata)
    places, rank = np.argsort(strata, kind="stable"), np.unique(strata, return_inverse=True)[1]
    step = max(1, _CELLS // max(n, 1))
    for first in range(0, draws, step):
        keys = rank + rng.random((min(step, draws - first), n))
        orders = np.empty(keys.shape, dtype=np.intp)
        orders[:, places] = np.argsort(keys, axis=1)
        yield orders


def _arrangements(assisted: np.ndarray) -> np.ndarray:
    """(C, G) every way of choosing which groups stand where the assisted ones stood."""
    slots, rest = np.flatnonzero(assisted == 1), np.flatnonzero(assisted != 1)
    chosen = np.array(list(combinations(range(len(assisted)), len(slots))))
    orders = np.empty((len(chosen), len(assisted)), dtype=np.intp)
    orders[:, slots] = chosen
    for row, own in zip(orders, chosen, strict=True):
        row[rest] = np.setdiff1d(np.arange(len(assisted)), own)
    return orders


def _test(
    outcome: np.ndarray, assisted: np.ndarray, nuisance: np.ndarray, orders: Iterator[np.ndarray], whole: bool
) -> PermutationTest | None:
    basis = orthonormal(nuisance)
    e, x = outcome - basis @ (basis.T @ outcome), assisted - basis @ (basis.T @ assisted)
    if x @ x <= 1e-9 * max(assisted @ assisted, 1e-300):
        return None
    sums = _sums(e, x, basis, orders, whole)
    effect, p = float(e @ x / (x @ x)), sums.p_value(0.0)
    spread = (sums.dot_e - effect * sums.dot_x) / (x @ x)
    error, floor = float(np.sqrt(np.mean(spread**2))), sums.floor()
    if floor >= 0.05 or error == 0:
        return PermutationTest(effect, error, -math.inf, math.inf, p, floor, math.inf)
    reach = float(np.quantile(np.abs(spread), 0.95)) + float(norm.ppf(0.8)) * error
    low, high = (_edge(sums, effect, way * error) for way in (-1, 1))
    return PermutationTest(effect, error, low, high, p, floor, reach)


def orthonormal(columns: np.ndarray) -> np.ndarray:
    """(n, r) orthonormal columns that span those of (n, k), what others add up to dropped, whatever unit each is in.

    >>> orthonormal(np.array([[1.0, 2e12, 1], [1, 1e12, 2], [1, 4e12, 3]])).shape
    (3, 3)
    """
    size = np.linalg.norm(columns, axis=0)
    left, singular, _ = np.linalg.svd(columns / np.where(size > 0, size, 1.0), full_matrices=False)
    return left[:, singular > 1e-10 * singular[0]]


def _sums(e: np.ndarray, x: np.ndarray, basis: np.ndarray, orders: Iterator[np.ndarray], whole: bool) -> Sums:
    parts = []
    for order in orders:
        pe, px = e[order], x[order]
        ze, zx = pe @ basis, px @ basis
        parts.append((pe @ x, px @ x, e @ e - (ze**2).sum(1), e @ x - (ze * zx).sum(1), x @ x - (zx**2).sum(1)))
    dot_e, dot_x, ee, ex, xx = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Sums(dot_e, dot_x, ee, ex, xx, seen=(float(e @ x), float(x @ x), float(e @ e)), whole=whole)


def _edge(sums: Sums, effect: float, step: float) -> float:
    """The farthest effect, going from the estimate by `step`, that the test does not refuse at 5 %."""
    inside, outside = effect, effect + 2 * step
    for _ in range(60):
        if sums.p_value(outside) < 0.05:
            break
        inside, outside = outside, effect + 2 * (outside - effect)
    else:
        return math.copysign(math.inf, step)
    for _ in range(50):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if sums.p_value(middle) >= 0.05 else (inside, middle)
    return float(inside)
