"""Tried backwards: places the rule would have chosen in the years before, forecast when nothing had been done yet.

Measured on 730 windows of real panels: it warned in one, and did not foretell which windows would raise a false alarm
(correlation with their standardised error -.02). So it warns where the forecast is grossly wrong, and no interval is widened
by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...say import Text
from ..figures import decimals, written
from ..panel.own_unit import told
from ..texts import history as texts
from .forecast import forecast

if TYPE_CHECKING:
    from .given_history import GivenHistory

AHEAD, LEAST_PLACES = 2, 5
FAR = 2.6  # standard errors: chance alone goes beyond in one panel of a hundred


def backtest(given: GivenHistory) -> pd.DataFrame:
    """One row a year before the first programme: year, n, error, expected_error, standard_errors; last row "all".

    In each year with two years before it, the places that the stated rule would have chosen then (the worst of the year
    before where none is known), at least five, are forecast up to two years ahead from their own history, as sites are. error:
    mean observed less expected in the outcome's own unit; expected_error: its SD if the forecast is right, with places that
    recur counted once; standard_errors: their ratio. Rolling origin, Tashman (2000). Empty where there are no such years.
    The numbers of the model are those of the whole fit, so these errors are not wholly out of sample.
    """
    panel, paths = given.panel, given.paths
    first = int(panel.start[paths.site_rows].min() - panel.years[0])
    parts = [part for part in (_origin(given, c, min(AHEAD, first - c)) for c in range(2, first)) if part is not None]
    rows = [(str(panel.years[0] + part[0]), *_row(given, [part])) for part in parts]
    if parts:
        rows.append(("all", *_row(given, parts)))
    return pd.DataFrame(rows, columns=["year", "n", "error", "expected_error", "standard_errors"])


_Origin = tuple[int, np.ndarray, np.ndarray, np.ndarray, float]
"""Column, places (n,), columns forecast, standardised errors (n,) of their mean, and the SD of one on the scale."""


def _origin(given: GivenHistory, c: int, ahead: int) -> _Origin | None:
    """The forecast from column c, `ahead` years ahead; None where too few places can be forecast."""
    panel, paths = given.panel, given.paths
    cells, T = paths.cells, len(panel.years)
    columns = np.arange(c, c + ahead)
    history = cells.seen & (np.arange(T) < c)
    fit = (history.sum(1) >= 2) & cells.seen[:, columns].all(1) & given.choice.ever_eligible
    order = _ranking(given, c)
    rows = np.flatnonzero(fit & np.isfinite(order))
    if len(rows) < 4 * LEAST_PLACES:
        return None
    found = forecast(
        paths.theta[None], paths.level[None] / paths.scale, cells.values[rows], history[rows], cells.group[rows], columns
    )
    error = (cells.values[rows][:, columns] - found.mean[0]).mean(1)
    z = error / np.sqrt(found.covariance[0].mean((1, 2)))
    if z.std() == 0:
        return None  # places that all moved alike
    z = (z - z.mean()) / z.std()  # as placebos: centred, with the spread that places really had
    top = np.argsort(order[rows], kind="stable")[: max(LEAST_PLACES, _a_year(given))]
    return c, rows[top], columns, z[top], float(error.std()) * paths.scale


def _ranking(given: GivenHistory, c: int) -> np.ndarray:
    """(N,) the figure a rule ranks by for a start in column c, lowest first; NaN where it has none."""
    panel, rule = given.panel, given.choice.rule
    if given.choice.kind == "lots":
        return np.random.default_rng([given.seed, 8, c]).random(len(panel.units))
    lag = 1 if rule is None else rule.lag
    if c - lag < 0:
        return np.full(len(panel.units), np.nan)
    lowest = panel.better == "higher" if rule is None else rule.picks == "lowest"
    value = given.choice.ranked_by(panel)[:, c - lag]
    return value if lowest else -value


def _a_year(given: GivenHistory) -> int:
    """Sites in a year, the most there were."""
    return int(np.unique(given.panel.start[given.paths.site_rows], return_counts=True)[1].max())


def _row(given: GivenHistory, parts: list[_Origin]) -> tuple[int, float, float, float]:
    """n, error, expected error and their ratio over some years of trial."""
    panel = given.panel
    places = np.concatenate([rows for _, rows, *_ in parts])
    z = np.concatenate([z for *_, z, _ in parts])
    sd = float(np.mean([sd for *_, sd in parts]))
    weights = np.zeros((len(places), len(panel.years)))
    first = 0
    for _, rows, columns, *_ in parts:
        weights[first : first + len(rows), columns] = 1 / (len(columns) * len(places))
        first += len(rows)
    se = np.sqrt(_pairs(given, places)) / len(places)
    error, expected = (told(panel, places, weights, shift * sd) for shift in (float(z.mean()), se))
    return len(places), error, abs(expected), float(z.mean() / se)


def _pairs(given: GivenHistory, places: np.ndarray) -> float:
    """Variance of a sum of errors of unit variance: a place's own are one and the same, neighbours' are correlated."""
    names, count = np.unique(places, return_counts=True)
    own = float((count**2).sum())
    if given.panel.cluster is None or given.paths.together <= 0:
        return own
    cluster = np.unique(given.panel.cluster[names].astype(str), return_inverse=True)[1]
    return own + given.paths.together * (float((np.bincount(cluster, count) ** 2).sum()) - own)


def backtest_warning(given: GivenHistory) -> Text | None:
    """Where the forecast missed such places before any programme: by how much, and which way; else None."""
    table = backtest(given)
    if table.empty or not abs(table["standard_errors"].iloc[-1]) > FAR:
        return None
    row = table.iloc[-1]
    digits = decimals(row["expected_error"])
    missed, expected = written(row["error"], digits, sign=True), written(row["expected_error"], digits)
    return texts.BACKTEST_MISSED.fill(missed=missed, expected=expected)
