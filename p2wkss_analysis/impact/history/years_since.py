"""Effects by years since the start, inside one simultaneous band."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .given_history import GivenHistory
from .placebo import placebo_sums


def by_year(given: GivenHistory) -> pd.DataFrame:
    """years_since (0 is the starting year), estimate, conf_low, conf_high, n sites.

    The band holds all years at once in 95 of 100: half length = the 95th percentile, over placebo draws, of the
    largest standardised deviation (max-t), times each year's own placebo SD. Unbounded where too few places
    can be compared, and in a year in which their errors do not scatter.
    """
    since, weights = _weights(given)
    errors = np.nan_to_num(given.errors)
    estimates = np.array([(w * errors).sum() for w in weights])
    sums = joint_draws(given, weights)
    sd = np.sqrt((sums**2).mean(0))
    scatters = sd > given.rounding
    reach = _simultaneous(sums, np.where(scatters, sd, np.inf))
    halves = np.where(scatters, reach, np.inf) * np.where(scatters, sd, 1.0)
    told = [[given.told(w, end) for end in (e - h, e, e + h)] for w, e, h in zip(weights, estimates, halves, strict=True)]
    low, middle, high = np.array(told).T
    return pd.DataFrame(
        {
            "years_since": since,
            "estimate": middle,
            "conf_low": low,
            "conf_high": high,
            "n": [int((w.sum(1) > 0).sum()) for w in weights],
        }
    )


def _weights(given: GivenHistory) -> tuple[np.ndarray, list[np.ndarray]]:
    """Years since the start, and for each the (m, T) mean over the sites observed then."""
    years = given.panel.years[None, :] - given.panel.start[given.paths.site_rows][:, None]
    seen = np.isfinite(given.errors)
    since = np.unique(years[seen]).astype(int)
    return since, [((years == k) & seen) / ((years == k) & seen).sum() for k in since]


def joint_draws(given: GivenHistory, weights: list[np.ndarray]) -> np.ndarray:
    """(D, R) placebo values of R contrasts from the same draws, with the uncertainty of the fit they share."""
    sums = np.column_stack([placebo_sums(given.paths.pools, given.placebos, w, given.seed) for w in weights])
    shared = np.array([[given.paths.fit_covariance(a, b) for b in weights] for a in weights])
    values, vectors = np.linalg.eigh((shared + shared.T) / 2)
    noise = np.random.default_rng([given.seed, 6]).normal(size=sums.shape)
    return sums + noise * np.sqrt(np.maximum(values, 0)) @ vectors.T


def _simultaneous(sums: np.ndarray, sd: np.ndarray) -> float:
    largest = np.sort((np.abs(sums) / sd).max(1))
    k = int(np.ceil(0.95 * (len(largest) + 1)))
    return float(largest[k - 1]) if k <= len(largest) else np.inf
