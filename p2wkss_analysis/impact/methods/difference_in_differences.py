"""Difference in differences by two-way fixed effects, errors clustered by place."""

from __future__ import annotations

import numpy as np

from ...say import Text
from ..estimate import Estimate, from_t, refused
from ..panel.own_unit import in_own_unit
from ..panel.panel import Panel
from ..texts import methods as texts

METHOD = "difference_in_differences"


def base_of(panel: Panel, lag: int) -> Text:
    """What the comparison starts from, in words."""
    if panel.baseline == "early":
        return texts.EARLY_VALUE
    if panel.baseline == "timing":
        return texts.LAST_YEAR_BEFORE
    return texts.BEFORE_RANKING.fill(lag=lag)


def usable_cells(panel: Panel, lag: int) -> np.ndarray:
    """(N, T) True for observed cells that may be used: a site's ranking year up to its start is left out.

    Those cells were low (or high) because they decided the choice; as a base they turn luck into effect.
    An early or timing baseline has nothing else and keeps them; the row then says so.
    """
    seen = np.isfinite(panel.values)
    if panel.baseline != "clean":
        return seen
    since = panel.years[None, :] - panel.start[:, None]
    return seen & ~((since >= -lag) & (since < 0) & panel.treated[:, None])


def difference_in_differences(panel: Panel, lag: int = 1) -> Estimate:
    """Two-way fixed effects: place and year, or place and group-by-year where the panel has groups.

    lag: years from ranking to start, whose site cells are left out. Places are swept out by demeaning
    (Frisch-Waugh-Lovell), so the answer equals the regression with a dummy for every place; statsmodels OLS,
    covariance clustered by place, t with (places - 1) degrees of freedom. Staggered starts with effects that
    change over time are averaged with awkward weights (Goodman-Bacon 2021): see `staggered`.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(effect=1.0, seed=1).table()
    >>> difference_in_differences(Panel.from_table(table, outcome="outcome", better="higher")).n_comparison
    52
    """
    cells, base = usable_cells(panel, lag), base_of(panel, lag)
    after = cells & ~panel.before
    sites = panel.treated & after.any(1) & (cells & panel.before).any(1)
    if not sites.any():
        return refused(METHOD, base, texts.NO_VALUE_BEFORE_RANKING)
    cells = cells & (sites | ~panel.treated)[:, None] & _within_groups_of(panel, sites)[:, None]
    cells &= (cells.sum(1) > 1)[:, None]
    rest = cells.any(1) & ~panel.treated
    if not rest.any():
        return refused(METHOD, base, texts.NO_PLACE_TO_COMPARE)
    estimate, error, clusters = _two_way(panel, cells)
    counts = {"n_treated": int(sites.sum()), "n_comparison": int(rest.sum())}
    if sites.sum() == 1:
        return in_own_unit(from_t(METHOD, base, estimate, np.nan, clusters - 1, **counts), panel).noting(texts.ONE_SITE)
    notes = [] if panel.baseline == "clean" else [texts.RANKING_YEAR_KEPT]
    left = int(panel.treated.sum() - sites.sum())
    if left:
        notes.append(texts.SITES_LEFT_OUT.fill(n=left))
    return in_own_unit(from_t(METHOD, base, estimate, error, clusters - 1, **counts), panel).noting(*notes)


def _within_groups_of(panel: Panel, sites: np.ndarray) -> np.ndarray:
    """(N,) True for places that share a group with a site; elsewhere group-by-year effects fit all there is."""
    if panel.group is None:
        return np.ones(len(panel.units), bool)
    return np.isin(panel.group.astype(str), np.unique(panel.group[sites].astype(str)))


def _two_way(panel: Panel, cells: np.ndarray) -> tuple[float, float, int]:
    """Coefficient, clustered standard error and number of clusters of the programme dummy."""
    from statsmodels.regression.linear_model import OLS

    i, t = np.nonzero(cells)
    treated_now = (~panel.before[i, t]).astype(float)
    period = (
        t
        if panel.group is None
        else np.unique(
            np.column_stack([np.unique(panel.group[i].astype(str), return_inverse=True)[1], t]),
            axis=0,
            return_inverse=True,
        )[1].ravel()
    )
    dummies = (period[:, None] == np.unique(period)[None, :]).astype(float)
    design = _demeaned(np.column_stack([treated_now, dummies]), i)
    fit = OLS(_demeaned(panel.scaled[i, t][:, None], i)[:, 0], _full_rank(design)).fit(
        cov_type="cluster", cov_kwds={"groups": i}, use_t=True
    )
    return float(fit.params[0]), float(fit.bse[0]), len(np.unique(i))


def _demeaned(columns: np.ndarray, unit: np.ndarray) -> np.ndarray:
    count = np.bincount(unit)
    means = np.stack([np.bincount(unit, column) for column in columns.T], 1) / np.maximum(count, 1)[:, None]
    return columns - means[unit]


def _full_rank(design: np.ndarray) -> np.ndarray:
    """The first column and as many others as are linearly independent of those before them."""
    r = np.linalg.qr(design, mode="r")
    keep = np.abs(np.diag(r)) > 1e-9 * max(1.0, np.abs(np.diag(r)).max())
    keep[0] = True
    return design[:, keep]
