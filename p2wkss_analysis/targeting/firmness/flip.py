"""The smallest change of weights that changes who is chosen.

A choice that changes when three points of weight move depends on the weights; one that needs forty depends on the
data. The answer is exact: for each pair the cheapest way is to move weight to the indicator that favours the
newcomer most, from those that favour it least.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...display import Shown
from ..index.ranked import Ranked
from ..index.scoring import summands
from . import texts

SMALL = 0.1  # of all weight; a shift beyond it is no small change of mind


@dataclass(frozen=True, eq=False)
class Flip(Shown):
    """The result of `Ranking.flip`: `leaves` and `enters` are area codes, `moved` the weight moved, 0-1.

    weights, weights_after: (indicators,), each summing to 1; at `weights_after` the two places tie. `moved` is
    infinite, and the codes empty, where no weights at all would change the choice.
    """

    ranking: Ranked
    k: int
    leaves: str
    enters: str
    moved: float
    weights_after: np.ndarray

    def table(self) -> pd.DataFrame:
        """indicator, weight, weight_after, change; one row an indicator."""
        before = self.ranking.specification.shares
        return pd.DataFrame(
            {
                "indicator": self.ranking.specification.columns,
                "weight": before,
                "weight_after": self.weights_after,
                "change": self.weights_after - before,
            }
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        label = self.ranking.specification.label
        return self.table().assign(
            indicator=lambda d: [label(name, lang) for name in d["indicator"]], change=lambda d: 100 * d["change"]
        )

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"change": texts.CHANGE_IN_POINTS.say(lang)}

    def sentence(self, lang: str | None = None) -> str:
        """How much weight must move, between which indicators, and who would take whose place."""
        if not np.isfinite(self.moved):
            return texts.NO_FLIP.say(lang)
        pair = {name: self.ranking.label(self.ranking.position(getattr(self, name))) for name in ("leaves", "enters")}
        if self.moved < 5e-5:
            return texts.LEVEL.say(lang, **pair)
        moves = [
            texts.MOVE.fill(label=self.ranking.specification.title(row.indicator), points=100 * row.change)
            for row in self.table().itertuples()
            if abs(row.change) > 5e-4
        ]
        said = texts.FLIP if self.moved <= SMALL else texts.FAR_FLIP
        return said.say(lang, moved=100 * self.moved, moves=moves, **pair)


def find_flip(ranking: Ranked, k: int) -> Flip:
    """The smallest change of weights that changes the k chosen, in total weight moved (half the sum of the
    absolute changes), over weights that are not negative and sum to 1; normalisation and mean as stated.

    Weights of the indicators in the whole are moved, across aspects too. Errors: WrongUse for a k that
    cannot be chosen. Not a probability: see `stability`.
    """
    chosen = ranking.top(k)
    others = np.setdiff1d(np.arange(len(ranking.codes)), chosen)
    others = others[np.argsort(ranking.codes[others].astype(str), kind="stable")]
    parts, weights = summands(ranking.values, ranking.specification), ranking.specification.shares
    best, pair = np.inf, None
    for i in chosen[::-1]:  # the last chosen is the closest, and a small best spares most of the work
        moved = weight_to_tie(parts[others] - parts[i], weights, best)
        at = int(np.argmin(moved))
        if moved[at] < best - 1e-12:
            best, pair = float(moved[at]), (i, others[at])
    if pair is None:
        return Flip(ranking, int(k), "", "", np.inf, weights)
    after = tying_weights(parts[pair[1]] - parts[pair[0]], weights)
    return Flip(ranking, int(k), str(ranking.codes[pair[0]]), str(ranking.codes[pair[1]]), best, after)


def weight_to_tie(advantage: np.ndarray, weights: np.ndarray, ceiling: float = np.inf) -> np.ndarray:
    """Weight to move until the newcomer ties, (pairs,); infinite where it never can.

    advantage: (pairs, indicators), summands of the newcomer minus those of the one it replaces, the weighted
    sum at most 0. Pairs whose cost surely exceeds `ceiling` are given as infinite without being worked out.
    """
    gap = np.maximum(0.0, -(advantage @ weights))
    most = advantage.max(axis=1)
    reach = most - advantage.min(axis=1)
    bound = np.divide(gap, reach, out=np.full(len(gap), np.inf), where=reach > 0)
    bound[gap == 0] = 0.0
    out = np.full(len(gap), np.inf)
    work = np.flatnonzero((most >= 0) & (bound <= ceiling))
    if len(work):
        order = np.argsort(advantage[work], axis=1)
        gain = most[work, None] - np.take_along_axis(advantage[work], order, axis=1)  # falling along the row
        available = weights[order]
        won = np.cumsum(gain * available, axis=1)
        spent = np.cumsum(available, axis=1)
        step = np.minimum((won < gap[work, None] - 1e-15).sum(axis=1), advantage.shape[1] - 1)
        rows = np.arange(len(work))
        before = np.where(step > 0, won[rows, step - 1], 0.0)
        used = np.where(step > 0, spent[rows, step - 1], 0.0)
        last = gain[rows, step]
        out[work] = used + np.divide(gap[work] - before, last, out=np.zeros(len(work)), where=last > 0)
    return out


def tying_weights(advantage: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weights after that smallest move for one pair, (indicators,), summing to 1."""
    gap, to = max(0.0, -float(advantage @ weights)), int(np.argmax(advantage))
    after = weights.astype(float).copy()
    for j in np.argsort(advantage, kind="stable"):
        gain = advantage[to] - advantage[j]
        if gap <= 0 or gain <= 0:
            break
        moved = min(after[j], gap / gain)
        after[j] -= moved
        after[to] += moved
        gap -= moved * gain
    return after
