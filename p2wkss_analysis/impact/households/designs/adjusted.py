"""Assisted against comparison households by regression, with errors that fit how many RTs there are and who lives in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....say import Text
from ...estimate import Estimate, few, from_t, refused
from ...texts import households as texts
from ..table import Pair
from .cluster_robust import cluster_robust
from .design import Design
from .freedman_lane import PermutationTest, baseline_strata, freedman_lane, permute_groups

LEAST_HOUSEHOLDS = 5  # a side; fewer give no answer, and would point at people
LEAST_SPLIT = 10  # households a side that must live in RTs holding both, for a comparison within RTs
LEAST_DF = 4  # Tipton (2015): below four the t distribution of a cluster-robust error cannot be trusted

TOO_FEW = texts.TOO_FEW.fill(least=LEAST_HOUSEHOLDS)


@dataclass(frozen=True)
class Sides:
    """Clusters by whom they hold: (G,) households assisted and not; split where both live."""

    helped: np.ndarray
    other: np.ndarray

    @classmethod
    def of(cls, pair: Pair) -> Sides:
        groups = int(pair.cluster.max(initial=-1)) + 1
        return cls(
            np.bincount(pair.cluster[pair.assisted], minlength=groups),
            np.bincount(pair.cluster[~pair.assisted], minlength=groups),
        )

    @property
    def split(self) -> np.ndarray:
        return (self.helped > 0) & (self.other > 0)

    @property
    def compares_within(self) -> bool:
        """Whether enough households live beside the other side, or there is no other comparison."""
        inside = min(self.helped[self.split].sum(), self.other[self.split].sum())
        major = self.helped > self.other
        return bool(inside >= LEAST_SPLIT or (inside > 0 and (major.all() or not major.any())))


def adjusted(pair: Pair, design: Design, base: Text, draws: int = 999, seed: int = 0) -> Estimate:
    """Mean outcome of the assisted less that of comparison households alike in the columns of the design.

    OLS of the design's outcome on assistance and its columns (statsmodels). How sure it is:
    - households share luck within their RT. With at least two RTs a side and at least 4 Satterthwaite degrees of
      freedom (about four RTs a side of like size) the error is Bell-McCaffrey's, clustered by RT, with t;
    - with fewer RTs and both kinds of household in them, RT effects join the model and residuals are permuted within
      RT and stratum of the design's order (Freedman and Lane);
    - with fewer RTs, each wholly assisted or not, RT means of what the columns leave open are permuted;
    - with one RT a side there is an estimate and no p-value.
    Labels are never permuted raw: where nobody drew the households, the poorer ones were chosen.

    Sources: Bell and McCaffrey (2002), Survey Methodology 28; Freedman and Lane (1983), Journal of Business and Economic
    Statistics 1. What the columns do not hold of how households were chosen stays in the estimate.

    >>> from .design import on_baseline
    >>> rng = np.random.default_rng(1)
    >>> before, helped, rt = rng.normal(size=240), np.arange(240) % 2 == 0, np.arange(240) // 20
    >>> pair = Pair(before, before / 2 + 2 * helped + rng.normal(size=240), helped, rt, np.arange(240))
    >>> round(adjusted(pair, on_baseline(pair), Text("", "")).estimate)
    2
    """
    method = design.method
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(method, base, TOO_FEW)
    if _exact(pair, design):
        return refused(method, base, texts.NO_SCATTER)
    sides = Sides.of(pair)
    for place in pair.wider:
        if len(np.unique(place)) == 2 and len(np.unique(place[pair.assisted])) == len(np.unique(place[~pair.assisted])) == 1:
            return _one_a_side(pair, design, base, counts, texts.ONE_PLACE_A_SIDE)
    answer = _answer(pair, design, sides, base, counts, draws, seed)
    return answer.noting(*_one_site(pair)) if answer.runs else answer


def _answer(pair: Pair, design: Design, sides: Sides, base: Text, counts: dict[str, int], draws: int, seed: int) -> Estimate:
    if min((sides.helped > 0).sum(), (sides.other > 0).sum()) >= 2:
        answer = _clustered(pair, design, base, counts)
        if answer is not None:
            return answer
    if sides.compares_within:
        return _within(pair, design, base, draws, seed)
    return _between(pair, design, sides, base, draws, seed)


def _clustered(pair: Pair, design: Design, base: Text, counts: dict[str, int]) -> Estimate | None:
    """The cluster-robust answer, or None where the RTs are too few for it."""
    from statsmodels.regression.linear_model import OLS

    columns = design.with_assistance(pair.assisted)
    if np.linalg.matrix_rank(columns) < columns.shape[1]:
        return None
    fit = OLS(design.outcome, columns).fit()
    robust = cluster_robust(columns, np.asarray(fit.resid), pair.cluster, 1)
    if robust.df < LEAST_DF:
        return None
    helped, other = Sides.of(pair).helped, Sides.of(pair).other
    note = texts.CLUSTERED.fill(assisted=int((helped > 0).sum()), comparison=int((other > 0).sum()), df=robust.df)
    answer = from_t(design.method, base, float(fit.params[1]), robust.std_error, robust.df, **counts)
    return answer.noting(note)


def _exact(pair: Pair, design: Design) -> bool:
    """Whether assistance and the columns leave nothing of the outcome open."""
    columns = design.with_assistance(pair.assisted)
    left = design.outcome - columns @ np.linalg.lstsq(columns, design.outcome, rcond=None)[0]
    return bool(np.abs(left).max() <= 1e-9 * max(np.abs(pair.after).max(), np.ptp(pair.before)))


def _within(pair: Pair, design: Design, base: Text, draws: int, seed: int) -> Estimate:
    """Assisted against neighbours of the same RT."""
    both = Sides.of(pair).split[pair.cluster]
    pair, design = pair.of(both), design.of(both)
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(design.method, base, texts.TOO_FEW_WITHIN_RTS.fill(least=LEAST_HOUSEHOLDS))
    dummies = (pair.cluster[:, None] == np.arange(pair.cluster.max() + 1)).astype(float)
    strata = baseline_strata(design.order, pair.cluster)
    test = freedman_lane(
        design.outcome, pair.assisted.astype(float), np.column_stack([dummies, design.columns]), strata, draws, seed
    )
    return (
        permuted(test, design.method, base, counts).noting(texts.WITHIN_RT)
        if test
        else refused(design.method, base, texts.NO_VARIATION)
    )


def _between(pair: Pair, design: Design, sides: Sides, base: Text, draws: int, seed: int) -> Estimate:
    """Whole RTs against whole RTs, each one value; an RT with a few of the other side counts for its majority."""
    side = sides.helped > sides.other
    own = pair.assisted == side[pair.cluster]
    aside = int((~own).sum())
    side, pair, design = side[np.unique(pair.cluster[own])], pair.of(own), design.of(own)
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(design.method, base, texts.TOO_FEW_BETWEEN_RTS)
    if len(side) == 2:
        return _one_a_side(pair, design, base, counts, texts.ONE_RT_A_SIDE).noting(*_set_aside(aside))
    test = permute_groups(_place_means(design, pair.cluster), side.astype(float), draws, seed)
    if test is None:
        return refused(design.method, base, texts.NO_VARIATION)
    note = texts.BETWEEN_RTS.fill(assisted=int(side.sum()), comparison=int((~side).sum()))
    return permuted(test, design.method, base, counts).noting(note, *_set_aside(aside))


def _one_a_side(pair: Pair, design: Design, base: Text, counts: dict[str, int], why: Text) -> Estimate:
    """The gap between two places, one of them assisted: no error can be had from two."""
    other, helped = _place_means(design, pair.assisted)
    return from_t(design.method, base, float(helped - other), np.nan, 0, **counts).noting(why)


def _place_means(design: Design, place: np.ndarray) -> np.ndarray:
    """(G,) mean outcome of each place (n,) at the overall mean of the columns, with the slopes found inside places."""
    place = np.unique(place, return_inverse=True)[1]
    size = np.bincount(place)

    def means(values: np.ndarray) -> np.ndarray:
        return np.bincount(place, weights=values) / size

    outcome, each = means(design.outcome), [means(c) for c in design.columns.T]
    if not each:
        return outcome
    columns = np.column_stack(each)
    spread = design.columns - columns[place]
    slope = np.linalg.lstsq(spread, design.outcome - outcome[place], rcond=1e-9)[0]
    return outcome - (columns - design.columns.mean(0)) @ slope


def permuted(test: PermutationTest, method: str, base: Text, counts: dict[str, int]) -> Estimate:
    """The answer of a permutation test as a row."""
    answer = Estimate(
        method, base, test.estimate, test.std_error, test.conf_low, test.conf_high,
        p_value=test.p_value, smallest_p=test.smallest_p, smallest_detectable=test.smallest_detectable,
        n_treated=counts["n_treated"], n_comparison=counts["n_comparison"],
    )  # fmt: skip
    if np.isfinite(test.smallest_detectable):
        return answer
    return answer.noting(texts.TOO_FEW_ARRANGEMENTS)


def _one_site(pair: Pair) -> list[Text]:
    """A warning where one RW or village holds all assisted households and none of the others."""
    alone = any(
        len(np.unique(place[pair.assisted])) == 1 and place[pair.assisted][0] not in place[~pair.assisted] for place in pair.wider
    )
    if not alone:
        return []
    return [texts.ONE_SITE]


def _set_aside(n: int) -> list[Text]:
    return [texts.SET_ASIDE.fill(n=few(n))] if n else []
