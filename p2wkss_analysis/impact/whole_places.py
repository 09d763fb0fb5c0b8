"""Whole RTs were chosen: each RT is one case, compared given what decided about it."""

from __future__ import annotations

import numpy as np

from .adjusted import LEAST_DF, LEAST_HOUSEHOLDS, ONE_A_SIDE, TOO_FEW, permuted
from .cluster_robust import cluster_robust
from .curve import independent
from .estimate import Estimate, Text, from_t, refused
from .freedman_lane import freedman_lane
from .wave_table import Pair

LEAST_PLACES = 2  # RTs a side


def whole_places(pair: Pair, figures: np.ndarray, method: str, base: Text, draws: int, seed: int) -> Estimate:
    """RT means of the endline on assistance and the RT mean of what decided: `figures` (n, k), else the baseline.

    Straight lines, since there are few RTs. HC2 errors with Satterthwaite degrees of freedom (each RT its own cluster)
    where there are at least 4, else residuals of RTs are permuted.

    Sources: Donald and Lang (2007), Review of Economics and Statistics 89, on means of few groups; Bell and McCaffrey
    (2002). An RT with a few of the other side counts for its majority, and those few are set aside.
    """
    size, helped = np.bincount(pair.cluster), np.bincount(pair.cluster, weights=pair.assisted)
    side = helped > size - helped
    pair, figures = pair.of(own := pair.assisted == side[pair.cluster]), figures[own]
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(method, base, TOO_FEW)
    size = np.bincount(pair.cluster)
    helped = np.bincount(pair.cluster, weights=pair.assisted) > 0

    def means(values: np.ndarray) -> np.ndarray:
        return np.bincount(pair.cluster, weights=values) / size

    decided = figures if figures.shape[1] else pair.before[:, None]
    columns = independent(np.column_stack([means(column) for column in decided.T]))
    outcome = means(pair.after) if not figures.shape[1] else means(pair.after - pair.before)
    design = np.column_stack([np.ones(len(size)), helped.astype(float), columns])
    coefficients = np.linalg.lstsq(design, outcome, rcond=None)[0]
    if min(helped.sum(), (~helped).sum()) < LEAST_PLACES:
        return from_t(method, base, float(coefficients[1]), np.nan, 0, **counts).noting(ONE_A_SIDE)
    note = _note(int(helped.sum()), int((~helped).sum()))
    if len(size) > design.shape[1] and np.linalg.matrix_rank(design) == design.shape[1]:
        robust = cluster_robust(design, outcome - design @ coefficients, np.arange(len(size)), 1)
        if robust.df >= LEAST_DF:
            return from_t(method, base, float(coefficients[1]), robust.std_error, robust.df, **counts).noting(note)
    nuisance = np.column_stack([np.ones(len(size)), columns])
    test = freedman_lane(outcome, helped.astype(float), nuisance, np.zeros(len(size), dtype=int), draws, seed)
    return permuted(test, method, base, counts).noting(note) if test else refused(method, base, note)


def _note(helped: int, other: int) -> Text:
    return Text(f"RT dipilih utuh: {helped} RT binaan dibandingkan dengan {other} RT lain, satu nilai rata-rata tiap RT.",
                f"Whole RTs were chosen: {helped} assisted RTs against {other} others, one mean each.")
