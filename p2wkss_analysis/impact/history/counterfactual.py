"""The expected path of every site and placebo: fit once, forecast, and how uncertain the fit leaves each forecast."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ..panel.panel import Panel
from .forecast import blocks, forecast
from .spread import (
    MOST_GROUPS,
    MOST_PLACES,
    Cells,
    fit_numbers,
    log_likelihood,
    recentred_means,
)
from .untreated_paths import NAMES, PRIOR_SD, Numbers

if TYPE_CHECKING:
    from .shared_shocks import Shared

LEAST_HISTORY = 2
_STEP = 0.02


@dataclass(frozen=True, eq=False)
class Pool:
    """Sites of one year (and group) and the places that were still untreated then and not chosen.

    start; sites and places: row numbers in the panel; errors (n, T) observed less expected, NaN outside the
    years a row serves; covariance (n, T, T) of those errors, both for sites and for places; all on the panel's scale.
    """

    start: int
    sites: np.ndarray
    places: np.ndarray
    site_errors: np.ndarray
    site_covariance: np.ndarray
    errors: np.ndarray
    covariance: np.ndarray


@dataclass(frozen=True, eq=False)
class Counterfactual:
    """Everything that inference needs about expected paths, on the panel's scale (see `own_unit` for the outcome's own unit).

    pools: sites with their placebos; theta (9,); scale: SD the numbers refer to; level (G, T) year means;
    slope (9, m, T) derivative of the m site errors with respect to the nine numbers, doubt (9, 9) covariance of
    the numbers; level_slope (m, T, T) derivative with respect to the year means of the site's group,
    level_doubt (G, T, T) their covariance; site_rows (m,), site_group (m,); left_out: row -> reason key;
    horizon: years before the start from which a site's own values are no longer used, 1 means none; shared: doubt that
    sites of a cluster have in common, together: correlation of errors inside a cluster (see `shared_shocks`).
    """

    pools: tuple[Pool, ...]
    theta: np.ndarray
    scale: float
    level: np.ndarray
    slope: np.ndarray
    doubt: np.ndarray
    level_slope: np.ndarray
    level_doubt: np.ndarray
    site_rows: np.ndarray
    site_group: np.ndarray
    cells: Cells
    left_out: dict[int, str] = field(default_factory=dict)
    horizon: int = 1
    shared: Shared | None = None
    together: float = 0.0

    @property
    def numbers(self) -> Numbers:
        """The nine numbers of the model by name."""
        return Numbers(*self.theta)

    def site_errors(self) -> np.ndarray:
        """(m, T) observed less expected, in the order of site_rows."""
        return np.concatenate([pool.site_errors for pool in self.pools])

    def fit_covariance(self, left: np.ndarray, right: np.ndarray) -> float:
        """Covariance, from the uncertainty of the fit, of two linear sums of site errors with weights (m, T)."""
        a, b = (np.einsum("kmt,mt->k", self.slope, w) for w in (left, right))
        total = a @ self.doubt @ b
        for g in np.unique(self.site_group):
            inside = self.site_group == g
            a, b = (np.einsum("mut,mt->u", self.level_slope[inside], w[inside]) for w in (left, right))
            total += a @ self.level_doubt[g] @ b
        return float(total) + (0.0 if self.shared is None else self.shared.covariance(left, right))


def build(
    panel: Panel,
    eligible: np.ndarray,
    horizon: int = 1,
    seed: int = 0,
    at_rest: tuple[str, ...] = (),
    theta: np.ndarray | None = None,
    uncertain: bool = True,
    effort: int = 60,
) -> Counterfactual | None:
    """Fit the untreated paths and forecast sites and placebos; None where no site can be forecast.

    eligible (N,): places that could have been chosen, or (N, T) by programme year; horizon: history ends `horizon` years
    before the start;
    at_rest: names of `NAMES` not fitted; theta: of an earlier fit, to begin from;
    uncertain: False skips the uncertainty of the fit; effort: most steps of the fit.
    """
    stop = panel.start - (horizon - 1)
    values = panel.scaled
    seen = np.isfinite(values)
    untreated = seen & (panel.years[None, :] < stop[:, None])
    group = group_numbers(panel)
    scale = spread_around_years(values, untreated, group)
    cells = Cells.of(values / scale, untreated, group)
    members, left_out = _members(panel, cells, eligible, stop, seen)
    if not members:
        return None
    free = np.array([name not in at_rest for name in NAMES])
    theta = fit_numbers(fit_sample(cells, seed), free, theta, effort)
    level, level_doubt = recentred_means(theta[None], cells)
    known = np.zeros((cells.n_groups, len(panel.years)), bool)  # years in which a group has untreated cells
    np.logical_or.at(known, cells.group, cells.seen)
    scaled = cells_values(panel, scale)
    pools = tuple(_pool(panel, cells, theta, level, scale, stop, seen, known, scaled, *member) for member in members)
    rows = np.concatenate([pool.sites for pool in pools])
    slope, doubt, level_slope = (
        _uncertainty(panel, cells, theta, free, level, pools, stop, scale, seed)
        if uncertain
        else (
            np.zeros((9, len(rows), len(panel.years))),
            np.zeros((9, 9)),
            np.zeros((len(rows), len(panel.years), len(panel.years))),
        )
    )
    return Counterfactual(
        pools,
        theta,
        scale,
        level[0] * scale,
        slope,
        doubt,
        level_slope,
        level_doubt[0] * scale**2,
        rows,
        group[rows],
        cells,
        left_out,
        horizon,
    )


def group_numbers(panel: Panel) -> np.ndarray:
    if panel.group is None:
        return np.zeros(len(panel.units), int)
    return np.unique(panel.group.astype(str), return_inverse=True)[1]


def spread_around_years(values: np.ndarray, untreated: np.ndarray, group: np.ndarray) -> float:
    """SD of untreated cells around the mean of their group and year."""
    T = values.shape[1]
    i, t = np.nonzero(untreated)
    key = group[i] * T + t
    means = np.bincount(key, values[i, t]) / np.maximum(np.bincount(key), 1)
    return float(np.sqrt(np.mean((values[i, t] - means[key]) ** 2))) or 1.0


def fit_sample(cells: Cells, seed: int) -> Cells:
    """The cells the numbers are fitted on: all, or those of four hundred places at random.

    Each group has its own year means. With more than forty groups, four hundred places spread over all of them would leave next
    to nothing around these means to learn from: then ten places of every group are taken.
    """
    n = len(cells.values)
    if n <= MOST_PLACES:
        return cells
    return cells.some(_of_every_group(cells.group, seed) if cells.n_groups > MOST_GROUPS else sample_rows(n, seed))


def _of_every_group(group: np.ndarray, seed: int) -> np.ndarray:
    shuffled = np.random.default_rng([seed, 1]).permutation(len(group))
    ordered = shuffled[np.argsort(group[shuffled], kind="stable")]
    place = np.arange(len(group)) - np.searchsorted(group[ordered], group[ordered])  # within its group
    return np.sort(ordered[place < MOST_PLACES // MOST_GROUPS])


def sample_rows(n: int, seed: int) -> np.ndarray:
    """The places the numbers are fitted on: all of them, or four hundred at random."""
    if n <= MOST_PLACES:
        return np.arange(n)
    return np.sort(np.random.default_rng([seed, 1]).choice(n, MOST_PLACES, replace=False))


def _members(
    panel: Panel, cells: Cells, eligible: np.ndarray, stop: np.ndarray, seen: np.ndarray
) -> tuple[list[tuple[int, np.ndarray, np.ndarray]], dict[int, str]]:
    """(start, group, sites, places) of each pool, and sites that cannot be forecast with the reason."""
    members, left_out = [], {}
    order = np.argsort(cells.group, kind="stable")
    of_group = np.split(order, np.searchsorted(cells.group[order], np.arange(1, cells.n_groups)))
    for start in panel.cohorts:
        enough = _history(panel, cells, start, stop, slice(None)).sum(1)
        after = (seen & (panel.years >= start) & (panel.years < stop[:, None])).any(1)
        chosen = panel.start == start
        could = eligible if eligible.ndim == 1 else eligible[:, int(start - panel.years[0])]
        may = ~chosen & (panel.start > start) & could & (enough >= 1) & after
        for g in np.unique(cells.group[chosen]):
            here = of_group[g]
            sites = here[chosen[here]]
            good = (enough[sites] >= LEAST_HISTORY) & (seen[sites] & (panel.years >= start)).any(1)
            places = here[may[here]]
            for row, fine in zip(sites, good, strict=True):
                if not fine:
                    left_out[int(row)] = "history" if enough[row] < LEAST_HISTORY else "after"
                elif len(places) < max(2, good.sum()):
                    left_out[int(row)] = "pool"
            if good.any() and len(places) >= max(2, good.sum()):
                members.append((start, sites[good], places))
    return members, left_out


def _history(panel: Panel, cells: Cells, start: int, stop: np.ndarray, rows: np.ndarray | slice) -> np.ndarray:
    """(n, T) own cells used for a programme starting in `start`: untreated and before the cut of that start."""
    one = int((panel.start == start).argmax())
    back = int(panel.start[one] - stop[one])
    return cells.seen[rows] & (panel.years < start - back)


def _pool(
    panel: Panel,
    cells: Cells,
    theta: np.ndarray,
    level: np.ndarray,
    scale: float,
    stop: np.ndarray,
    seen: np.ndarray,
    known: np.ndarray,
    scaled: np.ndarray,
    start: int,
    sites: np.ndarray,
    places: np.ndarray,
) -> Pool:
    rows = np.concatenate([sites, places])
    columns = np.flatnonzero(panel.years >= start)
    ends = np.where(np.isin(rows, sites), np.inf, stop[rows])
    serves = seen[rows] & known[cells.group[rows]] & (panel.years >= start) & (panel.years < ends[:, None])
    ahead = forecast(
        theta[None],
        level,
        scaled[rows],
        _history(panel, cells, start, stop, rows),
        cells.group[rows],
        columns,
    )
    T = len(panel.years)
    errors = np.full((len(rows), T), np.nan)
    errors[:, columns] = panel.scaled[rows][:, columns] - scale * ahead.mean[0]
    errors[~serves] = np.nan
    covariance = np.zeros((len(rows), T, T))
    covariance[:, columns[:, None], columns[None, :]] = scale**2 * ahead.covariance[0]
    m = len(sites)
    return Pool(int(start), sites, places, errors[:m], covariance[:m], errors[m:], covariance[m:])


def cells_values(panel: Panel, scale: float) -> np.ndarray:
    """(N, T) all observed values scaled, 0 where missing."""
    return np.where(np.isfinite(panel.scaled), panel.scaled, 0.0) / scale


def _uncertainty(
    panel: Panel,
    cells: Cells,
    theta: np.ndarray,
    free: np.ndarray,
    level: np.ndarray,
    pools: tuple[Pool, ...],
    stop: np.ndarray,
    scale: float,
    seed: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """slope, doubt and level_slope of `Counterfactual`, by numerical derivatives."""
    k = np.flatnonzero(free)
    both = np.concatenate([theta + _STEP * np.eye(9)[k], theta - _STEP * np.eye(9)[k]])
    sample = fit_sample(cells, seed)
    by_place = np.concatenate([log_likelihood(both[b], sample)[0] for b in blocks(len(both), len(sample.values))])
    score = (by_place[: len(k)] - by_place[len(k) :]) / (2 * _STEP)
    doubt = np.zeros((9, 9))
    doubt[np.ix_(k, k)] = np.linalg.inv(score @ score.T + np.diag(1 / PRIOR_SD[k] ** 2))
    # how year means follow the numbers is learned on the sample the numbers were fitted on
    around = recentred_means(np.concatenate([theta[None], both]), sample)[0]
    followed = np.repeat(level, len(both), 0)
    followed[:, : around.shape[1]] += around[1:] - around[:1]  # the last groups may have no place in the sample
    moved = _site_means(panel, cells, both, followed, pools, stop, scale)
    T = len(panel.years)
    slope = np.zeros((9, moved.shape[1], T))
    slope[k] = -(moved[: len(k)] - moved[len(k) :]) / (2 * _STEP)
    tilt = 0.01 * np.eye(T)
    tilted = np.concatenate([level + tilt[:, None, :], level - tilt[:, None, :]])
    moved = _site_means(panel, cells, np.repeat(theta[None], 2 * T, 0), tilted, pools, stop, scale)
    level_slope = -(moved[:T] - moved[T:]) / (0.02 * scale)
    return slope, doubt, np.swapaxes(level_slope, 0, 1)


def _site_means(
    panel: Panel,
    cells: Cells,
    theta: np.ndarray,
    level: np.ndarray,
    pools: tuple[Pool, ...],
    stop: np.ndarray,
    scale: float,
) -> np.ndarray:
    """(J, m, T) expected values of the sites, in outcome units, zero before their start."""
    values, parts = cells_values(panel, scale), []
    for pool in pools:
        columns = np.flatnonzero(panel.years >= pool.start)
        ahead = forecast(
            theta,
            level,
            values[pool.sites],
            _history(panel, cells, pool.start, stop, pool.sites),
            cells.group[pool.sites],
            columns,
        )
        full = np.zeros((len(theta), len(pool.sites), len(panel.years)))
        full[:, :, columns] = scale * ahead.mean
        parts.append(full)
    return np.concatenate(parts, axis=1)
