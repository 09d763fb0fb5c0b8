"""Panels redrawn from fitted untreated paths: the world as the model sees it, with no effect in it."""

from __future__ import annotations

import numpy as np

from .untreated_paths import LOG_WU, LOG_WZ, standard_years, unfold


def redraw(theta: np.ndarray, level: np.ndarray, group: np.ndarray, scale: float, rng: np.random.Generator) -> np.ndarray:
    """(N, T) untreated values: theta (9,), level (G, T) year means in outcome units, group (N,), scale the SD the
    numbers refer to. Levels and volatilities are drawn from the fitted classes, shocks are normal."""
    shape = unfold(theta[None])
    n, T = len(group), level.shape[1]
    s = standard_years(T)
    m = rng.choice(len(LOG_WU), n, p=np.exp(LOG_WU))
    a = shape.mu[0, m] + np.sqrt(shape.v[0, m]) * rng.normal(size=n)
    sigma = np.sqrt(shape.sigma2[0, rng.choice(len(LOG_WZ), n, p=np.exp(LOG_WZ))])
    slope = np.sqrt(shape.B[0]) * rng.normal(size=n)
    rho, shock = shape.rho[0], rng.normal(size=(n, T))
    shock[:, 1:] *= np.sqrt(1 - rho**2)
    for t in range(1, T):
        shock[:, t] += rho * shock[:, t - 1]
    moving = np.sqrt(shape.S[0]) * shock + np.sqrt(shape.V[0]) * rng.normal(size=(n, T))
    paths = (1 + shape.phi[0] * s) * a[:, None] + slope[:, None] * s + sigma[:, None] * moving
    return level[group] + scale * paths
