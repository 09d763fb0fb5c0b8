"""Lots dealt again: the p of a difference between drawn and undrawn households, robust to effects that vary between them."""

from __future__ import annotations

import math

import numpy as np
from scipy.stats import norm

from .freedman_lane import PermutationTest, orthonormal

_CELLS = 2_000_000  # numbers held at once


def lots(
    outcome: np.ndarray, drawn: np.ndarray, nuisance: np.ndarray, strata: np.ndarray, draws: int = 999, seed: int = 0
) -> PermutationTest | None:
    """The coefficient of `drawn` beside `nuisance`, its t (HC2 errors) against that of lots dealt again within strata.

    outcome, drawn (n,) floats; nuisance (n, k) with its own constant; strata (n,) whole numbers. The lots are dealt on the
    outcome less the estimate, and t is compared, not the difference: exact where nobody gains, right in large samples where
    some gain and others lose. None where nothing was drawn within a stratum.

    Sources: Janssen (1997), Statistics and Probability Letters 36; Wu and Ding (2021), Journal of the American Statistical
    Association 116.

    >>> drawn = np.arange(60) % 2.0
    >>> y = np.arange(60) % 7 + 3 * drawn
    >>> found = lots(y, drawn, np.ones((60, 1)), np.zeros(60, dtype=int))
    >>> bool(found.conf_low < 3 < found.conf_high), found.p_value < 0.01
    (True, True)
    """
    rng = np.random.default_rng([seed, 12])
    base = orthonormal(nuisance)
    estimate, error = (float(v[0]) for v in _fit(outcome, drawn[None, :], base))
    if not error > 0:
        return None
    null = outcome - estimate * drawn
    places, rank = np.argsort(strata, kind="stable"), np.unique(strata, return_inverse=True)[1]
    found, step = [], max(1, _CELLS // len(drawn))
    for first in range(0, draws, step):
        keys = rank + rng.random((min(step, draws - first), len(drawn)))
        dealt = np.empty(keys.shape)
        dealt[:, places] = drawn[np.argsort(keys, axis=1)]
        value, spread = _fit(null, dealt, base)
        found.append(np.abs(value) / np.where(spread > 0, spread, np.inf))
    t = np.sort(np.concatenate(found))
    p = (1 + int((t >= abs(estimate) / error * (1 - 1e-9)).sum())) / (1 + len(t))
    reach = float(t[min(len(t) - 1, math.ceil(0.95 * (len(t) + 1)) - 1)]) * error
    return PermutationTest(
        estimate, error, estimate - reach, estimate + reach, p, 1 / (1 + len(t)), reach + float(norm.ppf(0.8)) * error
    )


def _fit(outcome: np.ndarray, drawn: np.ndarray, base: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(r,) coefficients and HC2 errors of each row of drawn (r, n) beside the orthonormal columns of base (n, k)."""
    left = outcome - base @ (base.T @ outcome)
    own = drawn - (drawn @ base) @ base.T
    size = (own**2).sum(1)
    size = np.where(size > 1e-9 * drawn.shape[1], size, np.nan)
    value = own @ left / size
    rest = left - value[:, None] * own
    leverage = np.minimum((base**2).sum(1) + own**2 / size[:, None], 0.99)
    return np.nan_to_num(value), np.nan_to_num(np.sqrt((own**2 * rest**2 / (1 - leverage)).sum(1)) / size)
