"""Chosen on another column: what that column knew beyond the outcome's own history."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..panel.panel import Panel
from .counterfactual import Counterfactual, Pool

_NOTHING_NEW = 1e-6


def with_ranking(paths: Counterfactual, panel: Panel, lag: int) -> Counterfactual | None:
    """The same paths, corrected for what the ranking column knew; None where no site has a ranking value.

    The ranking value `lag` years before the start is freed of what the own history says (mean and last deviation
    from the year means); placebo forecast errors are regressed on what remains, weights 1 / variance; the part
    foretold by it is taken from the errors of sites and placebos alike. The slope's variance, clustered by place or by
    neighbours (the larger), joins the uncertainty of the fit as a tenth number. Where nothing remains the paths stay as they are.
    """
    news = [_news(paths, panel, pool, lag) for pool in paths.pools]
    if not any(np.isfinite(site).any() for site, _ in news):
        return None
    news = [(np.nan_to_num(site), np.nan_to_num(place)) for site, place in news]
    beta, variance = _slope(paths.pools, news, panel.cluster)
    if not np.isfinite(variance):
        return paths
    pools = tuple(
        replace(
            pool,
            site_errors=pool.site_errors - beta * site[:, None],
            errors=pool.errors - beta * place[:, None],
        )
        for pool, (site, place) in zip(paths.pools, news, strict=True)
    )
    tenth = -np.concatenate([site for site, _ in news])[None, :, None] * np.ones((1, 1, paths.slope.shape[2]))
    doubt = np.zeros((10, 10))
    doubt[:9, :9], doubt[9, 9] = paths.doubt, variance
    return replace(paths, pools=pools, slope=np.concatenate([paths.slope, tenth]), doubt=doubt)


def _news(paths: Counterfactual, panel: Panel, pool: Pool, lag: int) -> tuple[np.ndarray, np.ndarray]:
    """Residual ranking of sites and of places, on constant, mean past deviation and last deviation; off the raw scale also
    on the past in the own unit, since a ranking by the outcome itself bends against its logarithm and is no news either."""
    rows = np.concatenate([pool.sites, pool.places])
    column = int(pool.start - lag - panel.years[0])
    if column < 0:
        return np.full(len(pool.sites), np.nan), np.full(len(pool.places), np.nan)
    past = paths.cells.seen[rows] & (panel.years < pool.start - (paths.horizon - 1))
    deviation = np.where(past, paths.cells.values[rows] * paths.scale - paths.level[paths.cells.group[rows]], 0.0)
    last = past.shape[1] - 1 - np.argmax(past[:, ::-1], axis=1)
    known = [deviation] if panel.scale.raw else [deviation, np.where(past, panel.values[rows], 0.0)]
    of_past = [column for x in known for column in (x.sum(1) / np.maximum(past.sum(1), 1), x[np.arange(len(rows)), last])]
    design = np.column_stack([np.ones(len(rows)), *of_past])
    assert panel.ranking is not None  # `with_ranking` is only asked where the rule reads the column
    value = panel.ranking[rows, column]
    seen = np.isfinite(value)
    out = np.full(len(rows), np.nan)
    if seen.sum() > design.shape[1] + 1:
        fitted = design @ np.linalg.lstsq(design[seen], value[seen], rcond=None)[0]
        out[seen] = (value - fitted)[seen]
        if np.var(out[seen]) < _NOTHING_NEW * np.var(value[seen]):
            out[seen] = 0.0
    return out[: len(pool.sites)], out[len(pool.sites) :]


def _slope(pools: tuple[Pool, ...], news: list[tuple[np.ndarray, np.ndarray]], cluster: np.ndarray | None) -> tuple[float, float]:
    """Weighted regression of mean placebo errors on the news, variance clustered by place, or by `cluster` where larger."""
    error, weight, new, place = [], [], [], []
    for pool, (_, x) in zip(pools, news, strict=True):
        own = np.isfinite(pool.errors) / np.maximum(np.isfinite(pool.errors).sum(1, keepdims=True), 1)
        serves = own.any(1)
        variance = np.einsum("nt,ntu,nu->n", own, pool.covariance, own)
        error.append((own * np.nan_to_num(pool.errors)).sum(1)[serves])
        weight.append(1 / variance[serves])
        new.append(x[serves])
        place.append(pool.places[serves])
    errors, weights, news_of, places = (np.concatenate(part) for part in (error, weight, new, place))
    centre = np.average(news_of, weights=weights)
    x = news_of - centre
    power = (weights * x**2).sum()
    if power <= 0:
        return 0.0, np.nan
    errors = errors - np.average(errors, weights=weights)
    beta = (weights * x * errors).sum() / power
    score, number = weights * x * (errors - beta * x), [places]
    if cluster is not None:
        number.append(np.unique(cluster[places].astype(str), return_inverse=True)[1])
    return float(beta), max(float((np.bincount(k, score) ** 2).sum()) for k in number) / power**2
