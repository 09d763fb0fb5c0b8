"""Near misses: sites against the places ranked next in the same year and group, both given their history."""

from __future__ import annotations

import numpy as np

from ...say import Text
from ..estimate import Estimate, refused
from ..history.counterfactual import Pool
from ..history.given_history import GivenHistory, as_estimate
from ..history.placebo import fit_variance, placebo_test, standardised
from ..panel.own_unit import in_own_unit
from ..texts import methods as texts

METHOD = "near_miss"
LEAST_NEXT = 5


def near_miss(given: GivenHistory | Text) -> Estimate:
    """Mean error of the sites less mean error of the places that came next.

    Next: twice as many as the sites of that year and group, at least five; with lots, all candidates not drawn.
    It needs no model of the tails, since both sides lie there; it needs a known rule to say who came next.
    """
    if isinstance(given, Text):
        return refused(METHOD, texts.RANKED_NEXT, given)
    if given.choice.kind == "unknown":
        return refused(METHOD, texts.RANKED_NEXT, texts.RULE_NEEDED)
    following = [_next(given, pool) for pool in given.paths.pools]
    if any(len(rows) == 0 for rows in following):
        return refused(METHOD, texts.RANKED_NEXT, texts.NO_RANKING_VALUES)
    weights = given.site_weights() / len(given.errors)
    effect = float((weights * np.nan_to_num(given.errors)).sum()) - sum(
        _share(given, pool) * _mean_error(pool, rows) for pool, rows in zip(given.paths.pools, following, strict=True)
    )
    sums = _placebo_contrasts(given, weights, following)
    test = placebo_test(effect, sums, fit_variance(given.paths, weights), given.rounding)
    answer = as_estimate(
        METHOD,
        texts.RANKED_NEXT,
        effect,
        test,
        len(weights),
        len({int(p) for pool, rows in zip(given.paths.pools, following, strict=True) for p in pool.places[rows]}),
    )
    return in_own_unit(answer, given.panel, given.paths.site_rows, weights)


def _share(given: GivenHistory, pool: Pool) -> float:
    return len(pool.sites) / len(given.errors)


def _next(given: GivenHistory, pool: Pool) -> np.ndarray:
    """Positions in the pool of the places ranked next; all of it where lots were drawn."""
    serves = np.isfinite(pool.errors).any(1)
    if given.choice.kind == "lots":
        return np.flatnonzero(serves)
    rule, figure = given.choice.rule, given.choice.ranked_by(given.panel)
    if rule is None:
        return np.array([], int)
    column = int(pool.start - rule.lag - given.panel.years[0])
    if column < 0:
        return np.array([], int)
    value = figure[pool.places, column] * (1 if rule.picks == "lowest" else -1)
    value = np.where(serves, value, np.nan)
    order = np.argsort(value, kind="stable")
    return order[np.isfinite(value[order])][: max(LEAST_NEXT, 2 * len(pool.sites))]


def _profile(pool: Pool) -> np.ndarray:
    """(T,) the years in which the sites of the pool are seen, as weights."""
    seen = np.isfinite(pool.site_errors)
    return (seen / seen.sum(1, keepdims=True)).sum(0)


def _mean_error(pool: Pool, rows: np.ndarray) -> float:
    weight = np.where(np.isfinite(pool.errors[rows]), _profile(pool), 0.0)
    total = weight.sum(1)
    weight, errors = weight[total > 0], pool.errors[rows][total > 0]
    return float(((weight * np.nan_to_num(errors)).sum(1) / weight.sum(1)).mean()) if len(weight) else 0.0


def _placebo_contrasts(given: GivenHistory, weights: np.ndarray, following: list[np.ndarray]) -> np.ndarray:
    """(D,) the same contrast for drawn places: some stand in for the sites, others for the places ranked next."""
    total, first = np.zeros(given.placebos.count), 0
    for number, (pool, chosen, rows) in enumerate(zip(given.paths.pools, given.placebos.chosen, following, strict=True)):
        k, n = len(pool.sites), len(pool.places)
        own = weights[first : first + k]
        first += k
        rng = np.random.default_rng([given.seed, 4, number])
        z = standardised(pool, np.abs(own).sum(0), rng)
        spread = np.sqrt(np.einsum("mt,mtu,mu->m", own, pool.site_covariance, own))
        total += (z[chosen] * spread).sum(1)
        profile = _profile(pool) / _profile(pool).sum()
        other = np.sqrt(np.einsum("t,ntu,u->n", profile, pool.covariance[rows], profile))
        stand = rng.integers(n, size=(given.placebos.count, len(rows)))
        total -= _share(given, pool) * (z[stand] * other).mean(1)
    return total
