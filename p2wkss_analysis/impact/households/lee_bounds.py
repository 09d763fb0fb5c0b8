"""Between which values the effect lies when households drop out for reasons that assistance may have changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class LeeBounds:
    """Lower and upper bound with bootstrap errors, and what was trimmed: "assisted", "comparison" or "" and its share
    (0 to 1). Errors are NaN where they cannot be had."""

    low: float
    high: float
    low_error: float
    high_error: float
    trimmed: str
    share: float


def lee_bounds(
    outcome: np.ndarray, assisted: np.ndarray, cluster: np.ndarray | None = None, draws: int = 199, seed: int = 0
) -> LeeBounds:
    """Bounds on the mean effect among households that would be seen either way.

    outcome (n,) NaN where not seen, assisted (n,) bool, cluster (n,) whole numbers to resample for the errors. The
    side seen more often is trimmed, by the excess share of its seen households, from its top for one bound and its
    bottom for the other; a fraction of a household counts by that fraction.

    Source: Lee (2009), Review of Economic Studies 76, proposition 1a. It holds where assistance was as good as
    drawn (here: given the baseline, so pass outcomes already corrected for it) and made no household easier to find
    while making another harder. Where as many are seen on both sides nothing is trimmed, and both bounds are the
    difference in means.

    >>> seen = np.array([1.0, 2, 3, 4, 1, 2, np.nan, np.nan])
    >>> found = lee_bounds(seen, np.arange(8) < 4)
    >>> found.low, found.high, found.share
    (0.0, 2.0, 0.5)
    """
    weights = np.ones((1, len(outcome)))
    low, high, excess = _bounds(outcome, assisted, weights)
    errors = (np.nan, np.nan)
    if cluster is not None and draws:
        again = _bounds(outcome, assisted, _resampled(cluster, draws, np.random.default_rng([seed, 11])))
        errors = float(np.nanstd(again[0], ddof=1)), float(np.nanstd(again[1], ddof=1))
    share = float(abs(excess[0]))
    side = "" if share < 1e-12 else ("assisted" if excess[0] > 0 else "comparison")
    return LeeBounds(float(low[0]), float(high[0]), *errors, side, share)


def _resampled(cluster: np.ndarray, draws: int, rng: np.random.Generator) -> np.ndarray:
    """(draws, n) how often each household comes back when clusters are drawn with replacement."""
    groups = int(cluster.max()) + 1
    times = rng.multinomial(groups, np.full(groups, 1 / groups), size=draws)
    return times[:, cluster].astype(float)


def _bounds(outcome: np.ndarray, assisted: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bounds (R,) and signed share trimmed (R,), + from the assisted, for each row of weights (R, n)."""
    seen = np.isfinite(outcome)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = [weights[:, seen & side].sum(1) / weights[:, side].sum(1) for side in (assisted, ~assisted)]
        excess = np.where(rate[0] > rate[1], 1 - rate[1] / rate[0], -(1 - rate[0] / rate[1]))
    kept = [1 - np.maximum(excess, 0), 1 - np.maximum(-excess, 0)]
    ends = []
    for side, keep in zip((assisted, ~assisted), kept, strict=True):
        rows = np.flatnonzero(seen & side)
        rows = rows[np.argsort(outcome[rows], kind="stable")]
        ends.append([_mean_of_end(outcome[r], weights[:, r], keep) for r in (rows, rows[::-1])])
    return ends[0][0] - ends[1][1], ends[0][1] - ends[1][0], excess


def _mean_of_end(values: np.ndarray, weights: np.ndarray, keep: np.ndarray) -> np.ndarray:
    """(R,) weighted mean of the first `keep` (R,) share of `values` (n,), in their order."""
    total = weights.sum(1) * keep
    before = weights.cumsum(1) - weights
    used = np.clip(total[:, None] - before, 0, weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        return used @ values / used.sum(1)
