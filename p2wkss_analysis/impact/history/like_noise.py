"""Noise that differs by place: how far a place jumps by how bad it is and how few people its figure rests on.

The worst places often jump further than the scale alone explains, and figures of few people jump further than those of many.
Both are learned from one-step forecasts of untreated cells, before any outcome of a site is looked at, and give each site and
placebo its own spread, so that sites are compared with placebos of like noise. Where neither matters nothing changes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..panel.panel import Panel
from .counterfactual import Counterfactual, Pool, sample_rows
from .forecast import forecast

_SLOPE_SD = 0.25  # of log variance for one SD of level or of log size, before looking
_MOST = 2.5  # SDs of level or log size beyond which the law is not stretched
_FAR = 5.0  # SDs, by the median, beyond which an error counts no more, so that no single cell makes the law
_NORMAL_MEDIAN = 0.6745  # of the size of a normal error of SD one


def with_like_noise(paths: Counterfactual, panel: Panel, seed: int = 0) -> Counterfactual:
    """The same paths with the spread of sites and placebos by the law of their level and, where known, their size."""
    size = _standard_size(panel)
    z, features = _one_step(paths, size, seed)
    if len(z) < 2 * features.shape[1] + 2 or not z.any():
        return paths
    slopes = noise_law(z, features)

    def factor(pool: Pool, rows: np.ndarray) -> np.ndarray:
        history = paths.cells.seen[rows] & (panel.years < pool.start - (paths.horizon - 1))
        return np.exp(_features(paths, rows, history, size) @ slopes)[:, None, None]

    return replace(paths, pools=tuple(
        replace(pool, site_covariance=pool.site_covariance * factor(pool, pool.sites),
                covariance=pool.covariance * factor(pool, pool.places))
        for pool in paths.pools
    ))  # fmt: skip


def noise_law(z: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Slopes (F,) of the log variance of standardised errors z (n,), at most five SDs each, on features (n, F).

    Normal likelihood of z with variance exp(a + features @ slopes), slopes N(0, .25 squared) beforehand; Newton steps.
    """
    most = _FAR * np.median(np.abs(z)) / _NORMAL_MEDIAN or np.inf
    z, X = np.clip(z, -most, most), np.column_stack([np.ones(len(z)), features])
    prior = np.diag([0.0] + [1 / _SLOPE_SD**2] * features.shape[1])
    at = np.zeros(X.shape[1])
    at[0] = np.log(np.mean(z**2))
    for _ in range(50):
        share = z**2 / np.exp(X @ at)
        step = np.linalg.solve(0.5 * X.T @ (share[:, None] * X) + prior, 0.5 * X.T @ (share - 1) - prior @ at)
        at = at + np.clip(step, -0.5, 0.5)
        if np.abs(step).max() < 1e-9:
            break
    return at[1:]


def _one_step(paths: Counterfactual, size: np.ndarray | None, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Standardised one-step errors (n,) of untreated cells with two years before, of a sample of places, and features (n, F)."""
    cells, level = paths.cells, paths.level[None] / paths.scale
    rows, years = sample_rows(len(cells.values), seed), np.arange(cells.values.shape[1])
    errors, features = [np.zeros(0)], [np.zeros((0, 1 + (size is not None)))]
    for t in years[2:]:
        history = cells.seen & (years < t)
        use = rows[cells.seen[rows, t] & (history[rows].sum(1) >= 2)]
        if len(use):
            ahead = forecast(paths.theta[None], level, cells.values[use], history[use], cells.group[use], [t])
            errors.append((cells.values[use, t] - ahead.mean[0, :, 0]) / np.sqrt(ahead.covariance[0, :, 0, 0]))
            features.append(_features(paths, use, history[use], size))
    return np.concatenate(errors), np.concatenate(features)


def _features(paths: Counterfactual, rows: np.ndarray, history: np.ndarray, size: np.ndarray | None) -> np.ndarray:
    """(n, F) mean past deviation from the year means in SDs, and log size in SDs where sizes are known."""
    deviation = paths.cells.values[rows] - (paths.level / paths.scale)[paths.cells.group[rows]]
    past = np.where(history, deviation, 0.0).sum(1) / np.maximum(history.sum(1), 1)
    found = [past] if size is None else [past, size[rows]]
    return np.clip(np.column_stack(found), -_MOST, _MOST)


def _standard_size(panel: Panel) -> np.ndarray | None:
    """(N,) log size with mean 0 and SD 1; None where no sizes are known or all are alike."""
    if panel.size is None:
        return None
    size = np.log(panel.size)
    return None if np.ptp(size) < 1e-9 else (size - size.mean()) / size.std()
