"""From the scale back to the outcome's own unit: expected values, placebo errors, and answers of other methods.

Observed less expected is taken in the own unit, site-year by site-year, so that effects add up there. The expected value is
the mean of what a site could have reached, not the value at its mean on the scale: the pool's standardised errors are put
on the site's own spread, taken back and averaged (Duan 1983, smearing). Placebo draws go the same way, so the interval
holds for whatever effects the sites had: it bounds the mean they would have had without a programme.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .counterfactual import Counterfactual, Pool
from .estimate import Estimate
from .panel import Panel
from .scale import Scale

_TILT = 0.01  # of a site-year's SD: step of the numerical slope


def expected_values(panel: Panel, paths: Counterfactual) -> tuple[np.ndarray, np.ndarray]:
    """Expected values (m, T) of the sites in the own unit, NaN where not observed, and how they move (m, T) with the
    expected value on the scale."""
    parts = [_of_pool(panel, pool) for pool in paths.pools]
    return np.concatenate([mean for mean, _ in parts]), np.concatenate([slope for _, slope in parts])


def _of_pool(panel: Panel, pool: Pool) -> tuple[np.ndarray, np.ndarray]:
    middle, back = panel.scaled[pool.sites] - pool.site_errors, panel.scale.back
    if panel.scale.raw:
        return middle, np.ones_like(middle)
    mean, slope = np.full_like(middle, np.nan), np.ones_like(middle)
    for t in np.flatnonzero(np.isfinite(middle).any(0)):
        z, sd = _standardised_year(pool, t), np.sqrt(np.maximum(pool.site_covariance[:, t, t], 1e-18))[:, None]
        at, step = middle[:, t, None] + sd * z, _TILT * sd
        mean[:, t] = back(at).mean(1)
        slope[:, t] = ((back(at + step) - back(at - step)) / (2 * step)).mean(1)
    return mean, slope


def _standardised_year(pool: Pool, t: int) -> np.ndarray:
    """(n,) centred standardised errors of the pool in one year; nothing but zero where no place serves."""
    spread = np.sqrt(pool.covariance[:, t, t])
    seen = np.isfinite(pool.errors[:, t]) & (spread > 0)
    if not seen.any():
        return np.zeros(1)
    z = pool.errors[seen, t] / spread[seen]
    return z - z.mean()


def told(scale: Scale, middle: np.ndarray, own: np.ndarray, shock: np.ndarray) -> np.ndarray:
    """(n,) what shocks (n,) on the scale add, in the own unit, to a site's sum over years with weights own (T,), centred.

    middle (T,): the site's expected values on the scale, NaN where not observed.
    """
    if scale.raw:
        return own.sum() * shock
    seen = np.isfinite(middle) & (own != 0)
    moved = scale.back(middle[seen] + shock[:, None]) @ own[seen]
    return moved - moved.mean()


def in_own_unit(answer: Estimate, panel: Panel) -> Estimate:
    """An answer computed on the scale, told in the own unit.

    A shift d on the scale is what it makes of the sites' observed values: the mean over sites, each over its programme
    years, of observed less what it would be without d. Ends of the interval go the same way; errors and the smallest
    detectable effect go by the slope at no effect.
    """
    if panel.scale.raw or not answer.runs:
        return answer
    own = lambda d: d if not np.isfinite(d) else own_shift(panel, d)  # noqa: E731
    width = answer.std_error if np.isfinite(answer.std_error) and answer.std_error > 0 else 1e-3
    slope = (own_shift(panel, width / 2) - own_shift(panel, -width / 2)) / width
    return replace(
        answer,
        estimate=own(answer.estimate),
        std_error=answer.std_error * slope,
        conf_low=own(answer.conf_low),
        conf_high=own(answer.conf_high),
        smallest_detectable=answer.smallest_detectable * slope,
    )


def own_shift(panel: Panel, shift: float, cells: np.ndarray | None = None) -> float:
    """Mean over sites, each over its programme years, of observed less the value with `shift` on the scale taken out.

    cells (N, T): other site-years than those since the start.
    """
    if panel.scale.raw:
        return float(shift)
    if cells is None:
        cells = ~panel.before
    rows = np.flatnonzero(panel.treated)
    seen = np.isfinite(panel.values[rows]) & cells[rows]
    rows, seen = rows[seen.any(1)], seen[seen.any(1)]
    if not len(rows):
        return float("nan")
    there = panel.values[rows] - panel.scale.back(panel.scaled[rows] - shift)
    nowhere = panel.values[rows] - panel.scale.back(panel.scaled[rows])  # values at a bound, counted a little off it
    gap = np.where(seen, there - nowhere, 0.0)
    return float((gap.sum(1) / seen.sum(1)).mean())
