"""The ledger: what the sites' change is made of, exactly additive, by cohort or by calendar year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..history.given_history import GivenHistory
from .before_after import last_before

COLUMNS = (
    "n",
    "observed_change",
    "common_change",
    "selection_rebound",
    "programme_effect",
    "conf_low",
    "conf_high",
)


def ledger(given: GivenHistory, by: str) -> pd.DataFrame:
    """observed change = common change + selection rebound + programme effect, row by row, last row "all".

    observed: mean of the programme years less the last year before, over sites; common: what the step of the year
    means shared by all places (of the group) makes of a site's last value before; rebound: what the sites' own history
    foretold beyond that; effect: the rest, with its 95 % interval by placebo. Outcome units. By year, a row holds the sites
    observed in that calendar year, and "all" is the same total as by cohort.
    """
    weights = given.site_weights()
    rows = [(label, _row(given, weights * inside)) for label, inside in _parts(given, by)]
    rows.append(("all", _row(given, weights)))
    table = pd.DataFrame([row for _, row in rows], columns=list(COLUMNS))
    table.insert(0, by, [label for label, _ in rows])
    return table


def _parts(given: GivenHistory, by: str) -> list[tuple[str, np.ndarray]]:
    """Labels with masks (m, T) of the site-years they hold."""
    start = given.panel.start[given.paths.site_rows]
    seen = np.isfinite(given.errors)
    if by == "cohort":
        return [(str(c), (start == c)[:, None] & seen) for c in np.unique(start).astype(int)]
    years = given.panel.years
    return [(str(y), (years == y)[None, :] & seen) for y in years[seen.any(0)]]


def _row(given: GivenHistory, weights: np.ndarray) -> list[float]:
    """One row for sites weighted (m, T); each site's weights are made to sum to one, sites count alike."""
    total = weights.sum(1)
    inside = total > 0
    n = int(inside.sum())
    weights = np.where(inside[:, None], weights / np.where(inside, total, 1)[:, None], 0.0) / n
    shift, test = given.contrast(weights)
    effect = given.told(weights, shift)
    panel, rows = given.panel, given.paths.site_rows
    share = weights.sum(1)
    values, last = np.nan_to_num(panel.values[rows]), last_before(panel)[rows]
    observed = float((weights * values).sum() - (share * last).sum())
    step = given.paths.level[given.paths.site_group] - _level_then(given)[:, None]
    carried = panel.scale.back(panel.scale.forward(last)[:, None] + step)
    common = float((weights * carried).sum() - (share * panel.scale.back(panel.scale.forward(last))).sum())
    return [
        n,
        observed,
        common,
        observed - common - effect,
        effect,
        given.told(weights, shift - test.half_length),
        given.told(weights, shift + test.half_length),
    ]


def _level_then(given: GivenHistory) -> np.ndarray:
    """(m,) year mean of each site's group in the site's last observed year before its start."""
    panel, rows = given.panel, given.paths.site_rows
    usable = np.isfinite(panel.values[rows]) & panel.before[rows]
    last = usable.shape[1] - 1 - np.argmax(usable[:, ::-1], axis=1)
    return given.paths.level[given.paths.site_group, last]
