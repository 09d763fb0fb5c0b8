"""Fitting the untreated paths: year means by GLS inside the likelihood, then recentred on places still at risk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from .forecast import forecast
from .untreated_paths import (
    BOUNDS,
    PRIOR_MEAN,
    PRIOR_SD,
    RESTING,
    log_density,
    marginal_precision,
    patterns_of,
    precision,
    shock_covariance,
    terms_of,
    unfold,
)

MOST_PLACES, MOST_GROUPS = 400, 40


@dataclass(frozen=True, eq=False)
class Cells:
    """Untreated cells of N places over T years, scaled.

    values (N, T), 0 outside `seen`; seen (N, T) untreated and observed; group (N,) 0..G-1;
    patterns (P, T) the distinct rows of seen, pattern (N,) which one each place has.
    """

    values: np.ndarray
    seen: np.ndarray
    group: np.ndarray
    patterns: np.ndarray
    pattern: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray, seen: np.ndarray, group: np.ndarray) -> Cells:
        return cls(np.where(seen, values, 0.0), seen, group, *patterns_of(seen))

    def some(self, rows: np.ndarray) -> Cells:
        """The same cells of some places."""
        return Cells.of(self.values[rows], self.seen[rows], self.group[rows])

    @property
    def n_groups(self) -> int:
        return int(self.group.max()) + 1


def year_means(cells: Cells, omega: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """GLS year means (J, G, T) and their information (J, G, T, T), given inverse covariances omega (J, P, T, T)."""
    G, P, T = cells.n_groups, len(cells.patterns), cells.values.shape[1]
    key = cells.group * P + cells.pattern
    count = np.bincount(key, minlength=G * P).reshape(G, P).astype(float)
    total = np.zeros((G * P, T))
    np.add.at(total, key, cells.values)
    information = np.einsum("gp,jptu->jgtu", count, omega, optimize=True)
    pull = np.einsum("jptu,gpu->jgt", omega, total.reshape(G, P, T), optimize=True)
    information = information + 1e-9 * np.eye(T)
    return np.linalg.solve(information, pull[..., None])[..., 0], information


def log_likelihood(theta: np.ndarray, cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    """(J, n) of each place, with the year means solved at each trial value; and the REML term (J,)."""
    shape = unfold(theta)
    prec = precision(shock_covariance(shape, cells.values.shape[1]), cells.patterns)
    level, information = year_means(cells, marginal_precision(shape, prec))
    z = (cells.values - level[:, cells.group]) * cells.seen
    by_place = log_density(shape, terms_of(shape, prec, cells.pattern, z), cells.pattern)
    return by_place, -0.5 * np.linalg.slogdet(information)[1].sum(-1)


def log_prior(theta: np.ndarray) -> np.ndarray:
    """(J,) weak normal priors of the nine numbers, in SD units of the outcome."""
    return -0.5 * (((theta - PRIOR_MEAN) / PRIOR_SD) ** 2).sum(-1)


def fit_numbers(cells: Cells, free: np.ndarray, begin: np.ndarray | None = None, effort: int = 60) -> np.ndarray:
    """The nine numbers (9,) by penalised maximum likelihood; `free` (9,) False keeps one at its resting value;
    begin (9,): where to begin; effort: most steps."""
    rest = np.where(free, PRIOR_MEAN, RESTING)
    begin = rest if begin is None else np.where(free, begin, rest)
    steps = 1e-5 * np.eye(9)[free]

    def loss(part: np.ndarray) -> tuple[float, np.ndarray]:
        theta = rest.copy()
        theta[free] = part
        theta = np.vstack([theta, theta + steps])
        by_place, reml = log_likelihood(theta, cells)
        total = -(by_place.sum(-1) + reml + log_prior(theta))
        return total[0], (total[1:] - total[0]) / 1e-5

    bounds = [b for b, is_free in zip(BOUNDS, free, strict=True) if is_free]
    low, high = np.array(bounds).T
    found = minimize(
        loss,
        np.clip(begin[free], low, high),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"maxiter": effort, "ftol": 1e-7, "gtol": 1e-3},
    )
    theta = rest.copy()
    theta[free] = found.x
    return theta


def recentred_means(theta: np.ndarray, cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    """Year means (J, G, T) recentred so that one-step forecast errors of places at risk average zero.

    Going forward, each place not yet chosen is forecast one year ahead from its own history and the year's mean
    shifts by the inverse-variance weighted mean error. Being chosen later cannot have moved who is at risk now,
    so this holds whatever the shape of the noise. Also the GLS covariance of the means (J, G, T, T).
    """
    shape = unfold(theta)
    T = cells.values.shape[1]
    covariance = shock_covariance(shape, T)
    level, information = year_means(cells, marginal_precision(shape, precision(covariance, cells.patterns)))
    for t in range(T):
        rows = np.flatnonzero(cells.seen[:, t])
        if len(rows) == 0:
            continue
        history = cells.seen[rows] & (np.arange(T) < t)
        ahead = forecast(theta, level, cells.values[rows], history, cells.group[rows], [t])
        weight = 1 / ahead.covariance[..., 0, 0]
        error = (cells.values[rows, t] - ahead.mean[..., 0]) * weight
        level[:, :, t] += _by_group(error, cells.group[rows], cells.n_groups) / np.maximum(
            _by_group(weight, cells.group[rows], cells.n_groups), 1e-12
        )
    return level, np.linalg.inv(information)


def _by_group(values: np.ndarray, group: np.ndarray, n_groups: int) -> np.ndarray:
    """(J, G) sums of (J, n) by group."""
    return np.stack([np.bincount(group, row, minlength=n_groups) for row in values])
