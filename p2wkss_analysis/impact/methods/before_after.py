"""Before and after: the sites' own change. Shown because it is what people compute, not because it is right."""

from __future__ import annotations

import numpy as np

from ..estimate import Estimate, from_t, refused
from ..panel.panel import Panel
from ..texts import methods as texts

METHOD = "before_after"


def last_before(panel: Panel) -> np.ndarray:
    """(N,) last observed value before the start, NaN where none or never treated."""
    usable = np.isfinite(panel.values) & panel.before
    last = panel.values.shape[1] - 1 - np.argmax(usable[:, ::-1], axis=1)
    value = panel.values[np.arange(len(panel.units)), last]
    return np.where(usable.any(1) & panel.treated, value, np.nan)


def mean_after(panel: Panel) -> np.ndarray:
    """(N,) mean of the observed years from the start on, NaN where none."""
    usable = np.isfinite(panel.values) & ~panel.before
    n = usable.sum(1)
    total = np.where(usable, panel.values, 0.0).sum(1)
    return np.divide(total, n, out=np.full(len(n), np.nan), where=n > 0)


def own_change(panel: Panel) -> np.ndarray:
    """(N,) mean of the years after less the last year before; NaN where either is missing."""
    return mean_after(panel) - last_before(panel)


def before_after(panel: Panel) -> Estimate:
    """Mean own change of the sites, with a t interval across sites.

    It credits the programme with whatever moved all places and with the rebound of places chosen at a bad
    moment (methods: Ashenfelter 1978 on the dip before a programme). Use it only beside the others.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(seed=1).table()
    >>> before_after(Panel.from_table(table, outcome="outcome", better="higher")).n_treated
    8
    """
    change = own_change(panel)
    change = change[np.isfinite(change)]
    base = texts.EARLY_VALUE if panel.baseline == "early" else texts.LAST_YEAR_BEFORE
    if len(change) == 0:
        return refused(METHOD, base, texts.NO_VALUE_BOTH_SIDES)
    error = change.std(ddof=1) / np.sqrt(len(change)) if len(change) > 1 else np.nan
    answer = from_t(METHOD, base, float(change.mean()), float(error), len(change) - 1, n_treated=len(change))
    return answer.noting(texts.NO_COMPARISON, *([texts.ONE_SITE] if len(change) == 1 else []))
