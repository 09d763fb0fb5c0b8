"""Whole RTs were chosen: each RT is one case, compared given what decided about it."""

from __future__ import annotations

import numpy as np
from statsmodels.regression.linear_model import OLS

from ....say import Text
from ...estimate import Estimate, from_t, refused
from ...texts import households as texts
from ..table import Pair
from .adjusted import LEAST_HOUSEHOLDS, TOO_FEW
from .curve import independent

LEAST_FREE = 2  # RTs beyond the numbers fitted, below which there is an estimate and no p


def whole_places(pair: Pair, figures: np.ndarray, method: str, base: Text) -> Estimate:
    """RT means of the endline on assistance and the baseline mean; where other figures (n, k) decided, RT means of the
    change on assistance and the means of those.

    Straight lines, since RTs are few; t with as many degrees of freedom as RTs beyond the numbers fitted, which holds
    however alike households of one RT are. An RT with a few of the other side counts for its majority, and those few
    are set aside. Source: Donald and Lang (2007), Review of Economics and Statistics 89.

    >>> rng = np.random.default_rng(3)
    >>> rt = np.arange(240) // 20
    >>> before, helped = rng.normal(size=12)[rt] + rng.normal(size=240), rt < 6
    >>> pair = Pair(before, before / 2 + 2 * helped + rng.normal(size=240), helped, rt, np.arange(240))
    >>> found = whole_places(pair, np.empty((240, 0)), "given_rule", Text("", ""))
    >>> bool(found.conf_low < 2 < found.conf_high)
    True
    """
    size, helped = np.bincount(pair.cluster), np.bincount(pair.cluster, weights=pair.assisted)
    own = pair.assisted == (helped > size - helped)[pair.cluster]
    pair, figures = pair.of(own), figures[own]
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(method, base, TOO_FEW)
    size = np.bincount(pair.cluster)

    def means(values: np.ndarray) -> np.ndarray:
        return np.bincount(pair.cluster, weights=values) / size

    stated = figures.shape[1] > 0
    side = means(pair.assisted.astype(float)) > 0.5
    columns = independent(np.column_stack([means(c) for c in (figures if stated else pair.before[:, None]).T]))
    outcome = means(pair.after - pair.before if stated else pair.after)
    design = np.column_stack([np.ones(len(size)), side.astype(float), columns])
    if len(size) == 2:
        return from_t(method, base, float(outcome[side][0] - outcome[~side][0]), np.nan, 0, **counts).noting(texts.ONE_RT_A_SIDE)
    if np.linalg.matrix_rank(design) < design.shape[1] or len(size) - design.shape[1] < LEAST_FREE:
        return refused(method, base, texts.TOO_FEW_WHOLE_RTS)
    fit = OLS(outcome, design).fit()
    note = texts.WHOLE_RTS.fill(assisted=int(side.sum()), comparison=int((~side).sum()))
    return from_t(method, base, float(fit.params[1]), float(fit.bse[1]), float(fit.df_resid), **counts).noting(note)
