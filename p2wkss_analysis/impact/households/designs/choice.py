"""How the households at hand were chosen: the rule with the figures that decided, and how far the list follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack, identity
from scipy.stats import norm

from ....rule import HouseholdRule
from ....say import Text
from ....say.errors import NotEnoughData, WrongUse
from ...estimate import about_percent
from ...texts import household_faults
from ...texts import households as texts
from ..balance import NOT_COMPARED
from ..faults import numbers
from ..table import Pair, Waves

FOLLOWED = 0.98  # share of the assisted whom the rule accounts for, below which something else decided too
MOST_UNEVEN = 0.1  # difference between the shares of both sides seen again, beyond which a draw no longer compares like with like
UNLIKE_LOTS = 0.01  # how seldom lots make the baselines differ as much, below which it was no draw
UNLIKE_AMONG_EQUALS = 0.1  # the same among households on the cut, where a point answer is at stake
MOST_MISSING = 0.2  # share of households without the figure, beyond which the rule cannot be used


@dataclass(frozen=True, eq=False)
class Choice:
    """The rule and what it needs of N households.

    figures (N, k) and quotas (N, q), NaN where not known; place (N,) the RT where each RT had its own cut or lots, of a draw with
    unequal chances also the chance, else 0;
    outcome_is (k,) whether a figure is the evaluated one itself; followed 0-1: the share of the assisted whom the rule
    accounts for (NaN where that cannot be seen); why: why a stated rule is not used, None where it is;
    assisted (N,), where it is known who was there at the first visit.
    """

    rule: HouseholdRule
    figures: np.ndarray
    quotas: np.ndarray
    place: np.ndarray
    outcome_is: np.ndarray
    followed: float
    why: Text | None = None
    assisted: np.ndarray | None = None

    @property
    def known(self) -> np.ndarray:
        """(N,) whether every figure of the rule is there."""
        return np.isfinite(self.figures).all(1) & np.isfinite(self.quotas).all(1)

    @property
    def alone(self) -> bool:
        """Whether the rule alone decided, as far as the list shows."""
        return not self.followed < FOLLOWED

    @property
    def in_places(self) -> bool:
        """Whether each place of `place` had its own cut or its own lots."""
        return bool(self.rule.within or of_some(self.rule))

    def fixed(self, pair: Pair) -> list[np.ndarray]:
        """Quota columns, and RT effects where each RT had its own cut, of the households of `pair`."""
        columns = [self.quotas[pair.household]] if self.quotas.shape[1] else []
        if self.in_places:
            codes = np.unique(self.place[pair.household], return_inverse=True)[1]
            columns.append((codes[:, None] == np.arange(1, codes.max() + 1)).astype(float))
        return columns


def of_some(rule: HouseholdRule | None) -> bool:
    """Whether lots were drawn among some of the households only, or with unequal chances."""
    return rule is not None and rule.by == "draw" and bool(rule.columns)


def in_the_draw(households: pd.DataFrame, rule: HouseholdRule | None, baseline: int = 0) -> pd.DataFrame:
    """The rows of those who could be picked or not, where the rule is a draw among some of the households; else all rows.

    A chance is in percent, or from 0 to 1 throughout. Nobody drew who had none or was certain: those tell nothing of the effect.
    NotEnoughData where nobody is left.

    >>> rows = pd.DataFrame({"household_id": list("abcd"), "wave": 0, "chance": [None, 50, 50, 100]})
    >>> in_the_draw(rows, HouseholdRule("draw", "chance"))["household_id"].tolist()
    ['b', 'c']
    """
    if rule is None or not of_some(rule) or not {"household_id", "wave", *rule.columns} <= set(households):
        return households
    chance, wrong = numbers(households[rule.columns[0]])
    if wrong.any():
        return households  # refused later, in words
    sure = 100 if np.nanmax(chance, initial=0) > 1 else 1
    inside = (chance > 0) & (chance < sure) & households["wave"].eq(baseline).fillna(False).to_numpy(dtype=bool)
    if not inside.any():
        raise NotEnoughData(texts.NOBODY_IN_DRAW)
    names = set(households.loc[inside, "household_id"].dropna())
    return households[households["household_id"].isin(names).to_numpy(dtype=bool)].reset_index(drop=True)


def read_choice(waves: Waves, rule: HouseholdRule | None) -> Choice:
    """The rule with its figures from the baseline rows. WrongUse where a column is not there or holds no numbers."""
    rule = rule or HouseholdRule()
    names = [*rule.columns, *rule.quotas]
    missing = [name for name in names if name not in waves.first.columns]
    if missing:
        raise WrongUse(household_faults.RULE_COLUMNS_ABSENT.fill(columns=missing))
    read = {name: numbers(waves.first[name]) for name in names}
    wrong = {name: int(bad.sum()) for name, (_, bad) in read.items() if bad.any()}
    if wrong:
        counted = [household_faults.COLUMN_WITH_COUNT.fill(name=name, n=n) for name, n in wrong.items()]
        raise WrongUse(household_faults.RULE_COLUMNS_NO_NUMBERS.fill(columns=counted))
    n = len(waves.assisted)

    def stacked(columns: Sequence[str]) -> np.ndarray:
        return np.column_stack([read[name][0] for name in columns]) if columns else np.empty((n, 0))

    place = waves.cluster if rule.within else np.zeros(n, dtype=int)
    figures = stacked(rule.columns)
    if of_some(rule):  # who had the same chance drew together
        place = np.unique(np.column_stack([place, figures.round(6)]), axis=0, return_inverse=True)[1].reshape(-1)
    if rule.by == "baseline" and not rule.columns and waves.unit != "points":
        figures = waves.values[waves.baseline][:, None]
    same = np.array([_is_outcome(waves, figures[:, k]) for k in range(figures.shape[1])], dtype=bool)
    made = Choice(rule, figures, stacked(rule.quotas), place, same, np.nan)
    why = _unusable(waves, made)
    others = _first_figures(waves) if rule.by == "draw" else ()
    share = np.nan if why else followed(made, waves.assisted, waves.cluster, waves.values[waves.baseline], others)
    return Choice(rule, figures, made.quotas, place, same, share, why, waves.assisted)


def _first_figures(waves: Waves) -> list[np.ndarray]:
    """Everything else the first visit measured in numbers or yes/no: what was drawn is alike in all of it."""
    left_out = NOT_COMPARED | set(waves.role_columns) | set(waves.cluster_columns) | {waves.outcome}
    found = []
    for name in waves.first.columns:
        if name in left_out or pd.api.types.is_datetime64_any_dtype(waves.first[name]):
            continue
        values, bad = numbers(waves.first[name])
        if not bad.any() and np.isfinite(values).mean() >= 1 - MOST_MISSING and np.nanmax(values) > np.nanmin(values):
            found.append(values)
    return found


def _is_outcome(waves: Waves, figure: np.ndarray) -> bool:
    before = waves.values[waves.baseline]
    both = np.isfinite(figure) & np.isfinite(before)
    return bool(both.any() and np.ptp(before[both]) > 0 and np.allclose(figure[both], before[both]))


def _unusable(waves: Waves, choice: Choice) -> Text | None:
    """Why a stated rule cannot be used."""
    if choice.rule.by == "baseline" and waves.unit == "points" and not choice.figures.shape[1]:
        return texts.FINER_FIGURE_NEEDED
    share = 1 - float(choice.known.mean())
    if share > MOST_MISSING:
        return texts.FIGURE_MISSING.fill(share=about_percent(share))
    return None


def followed(
    choice: Choice, assisted: np.ndarray, cluster: np.ndarray, before: np.ndarray, others: Sequence[np.ndarray] = ()
) -> float:
    """The share of the assisted who would have been taken by the rule alone, at the kindest cut; of a draw 1 or 0, as its
    baselines and `others`, further figures (N,) of the first visit, look like lots or not; NaN where it cannot be seen.
    assisted, cluster, before (N,) as in `Waves`."""
    if choice.rule.by == "draw":
        alike = [before, *others]
        return 1.0 if all(_like_lots(value, assisted, choice.place, UNLIKE_LOTS / len(alike)) for value in alike) else 0.0
    if choice.rule.by == "whole_rt":
        helped = np.bincount(cluster, weights=assisted)
        other = np.bincount(cluster) - helped
        split = 1 - float(np.minimum(helped, other).sum() / max(helped.sum(), 1))
        return min(split, _whole_followed(choice, helped > other, cluster, before)) if split >= FOLLOWED else split
    if choice.rule.by not in ("register", "score", "next_year", "baseline") or not choice.figures.shape[1]:
        return np.nan
    known = choice.known
    helped, figures, quotas, place = assisted[known], choice.figures[known], choice.quotas[known], choice.place[known]
    if not helped.any() or helped.all():
        return np.nan
    index = figures[:, 0] if figures.shape[1] == 1 else _index(figures, quotas, helped)
    if not np.ptp(index) > 0:
        return 0.0
    cells = np.unique(np.column_stack([place, quotas]), axis=0, return_inverse=True)[1]
    if choice.rule.cut is not None and figures.shape[1] == 1:
        low, high = index < choice.rule.cut, index > choice.rule.cut
        astray = min(int((helped & b).sum() + (~helped & a).sum()) for a, b in ((low, high), (high, low)))
    else:
        astray = min(
            sum(_astray(sign * index[cells == c], helped[cells == c]) for c in range(cells.max() + 1)) for sign in (1, -1)
        )
    equals = np.unique(np.column_stack([cells, index]), axis=0, return_inverse=True)[1]
    return max(0.0, 1 - max(astray, _chosen_among_equals(equals, helped, before[known])) / int(helped.sum()))


def _like_lots(before: np.ndarray, assisted: np.ndarray, place: np.ndarray, level: float) -> bool:
    """Whether the baselines of both sides differ no more than lots within each place would make them, at `level`."""
    seen = np.isfinite(before)
    before, helped, place = before[seen], assisted[seen].astype(float), place[seen]
    codes = np.unique(place, return_inverse=True)[1]
    size = np.bincount(codes)
    before, helped = (v - (np.bincount(codes, weights=v) / size)[codes] for v in (before, helped))
    spread = float((before**2) @ (helped**2))
    return not spread > 0 or abs(float(before @ helped)) / spread**0.5 < norm.ppf(1 - level / 2)


def lost_alike(pair: Pair, choice: Choice) -> bool:
    """Whether as many were seen again on both sides, to `MOST_UNEVEN` or, in a small draw, to what chance makes in 95 of 100;
    True where who was there before is not known."""
    if choice.assisted is None:
        return True
    seen = np.zeros(len(choice.assisted), dtype=bool)
    seen[pair.household] = True
    sides = seen[choice.assisted], seen[~choice.assisted]
    gap, again = abs(sides[0].mean() - sides[1].mean()), seen.mean()
    chance = float(norm.ppf(0.975)) * (again * (1 - again) * sum(1 / len(side) for side in sides)) ** 0.5
    return bool(gap <= max(MOST_UNEVEN, chance))


def _whole_followed(choice: Choice, taken: np.ndarray, cluster: np.ndarray, before: np.ndarray) -> float:
    """The share of the assisted RTs that the RT means of what decided account for; taken (G,)."""
    figures = choice.figures if choice.figures.shape[1] else before[:, None]
    known = np.isfinite(figures).all(1)
    size = np.maximum(np.bincount(cluster[known], minlength=len(taken)), 1)
    means = np.column_stack(
        [np.bincount(cluster[known], weights=column[known], minlength=len(taken)) / size for column in figures.T]
    )
    index = means[:, 0] if means.shape[1] == 1 else _index(means, np.empty((len(means), 0)), taken)
    return max(0.0, 1 - min(_astray(sign * index, taken) for sign in (1, -1)) / max(int(taken.sum()), 1))


def like_lots(pair: Pair, choice: Choice) -> bool:
    """Whether the households of the pair, after some were lost, still look as if lots had parted them."""
    return _like_lots(pair.before, pair.assisted, choice.place[pair.household], UNLIKE_LOTS)


def _chosen_among_equals(alike: np.ndarray, helped: np.ndarray, before: np.ndarray) -> int:
    """Households among those with one and the same figure (`alike`, codes) of whom some were taken: 0 where their baselines
    look as if lots had decided among them, else the smaller side of each such group together."""
    taken, size = np.bincount(alike, weights=helped), np.bincount(alike)
    mixed = ((taken > 0) & (taken < size))[alike]
    if not mixed.any() or _like_lots(before[mixed], helped[mixed], alike[mixed], UNLIKE_AMONG_EQUALS):
        return 0
    return int(np.minimum(taken, size - taken).sum())


def _astray(index: np.ndarray, helped: np.ndarray) -> int:
    """Households on the wrong side of the kindest cut, the low end taken; those exactly on the cut are on neither.

    >>> _astray(np.array([1.0, 2, 2, 3, 4]), np.array([True, True, False, True, False]))
    1
    """
    values = np.unique(index, return_inverse=True)[1]
    taken = np.bincount(values, weights=helped)
    left = np.bincount(values) - taken
    below, above = np.concatenate([[0], np.cumsum(left)]), np.concatenate([np.cumsum(taken[::-1])[::-1], [0]])
    between = below + above
    on = below[:-1] + above[1:]
    return int(min(between.min(), on.min()))


def _index(figures: np.ndarray, quotas: np.ndarray, helped: np.ndarray) -> np.ndarray:
    """(n,) the weighting of several figures that parts both sides with the least overlap (a linear programme)."""
    x = np.column_stack([figures, quotas])
    x = (x - x.mean(0)) / np.where(np.ptp(x, axis=0) > 0, x.std(0), 1.0)
    n, k = x.shape
    sign = np.where(helped, -1.0, 1.0)
    rows = hstack([csr_array(-sign[:, None] * np.column_stack([x, np.ones(n)])), -identity(n)], format="csr")
    cost = np.concatenate([np.zeros(k + 1), np.where(helped, 1 / helped.sum(), 1 / (~helped).sum())])  # else the larger side wins
    found = linprog(cost, A_ub=rows, b_ub=-np.ones(n), bounds=[(None, None)] * (k + 1) + [(0, None)] * n, method="highs")
    return x @ found.x[:k] if found.success else x @ np.linalg.lstsq(x, -sign, rcond=None)[0]
