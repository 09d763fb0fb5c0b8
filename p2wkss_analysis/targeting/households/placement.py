"""Why a household is on the list or not, what would change that, and what a quota costs.

The reason follows from the dual prices of the linear programme; stated numbers (price, turning score) are found by
solving again with one thing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import Text, together
from .candidates import NO_LIMIT, Candidates
from .equals import alike, decided_by_lot
from .musyawarah import reason_text
from .neediest import SLACK, Best, best_list, greatest_total, loosened, make_blocks
from .texts import placement as texts

KINDS = tuple(texts.KINDS)


def reasons(made: Candidates, best: Best, include: Mapping, exclude: Mapping, lang: str) -> np.ndarray:
    """One short reason per household, (N,) texts in the order of the candidates."""
    labels = np.array([limit.label for limit in made.limits], dtype=object)
    of_type = made.members.astype(bool)
    key = made.type_of * len(KINDS) + _kinds(made, best)
    found, where = np.unique(key, return_inverse=True)
    words = np.empty(len(found), dtype=object)
    for at, (t, kind) in enumerate(zip(*np.divmod(found, len(KINDS)), strict=True)):
        price = np.where(of_type[:, t], best.price, 0.0)
        words[at] = texts.KINDS[KINDS[kind]].say(lang, holds=labels[price < -SLACK], fills=labels[price > SLACK], then=made.then)
    out = words[where]
    for action, given, sign, decided in (("include", include, 1, texts.PUT_IN), ("exclude", exclude, -1, texts.PUT_OUT)):
        for row in np.flatnonzero(made.forced == sign):
            out[row] = decided.say(lang, reason=reason_text(action, given.get(made.ids[row], "")))
    return out


def _kinds(made: Candidates, best: Best) -> np.ndarray:
    """The kind of reason of each household, (N,) places in KINDS: need, held, fits and those that say "left out" are in."""
    fined = (np.maximum(best.price, 0.0) @ made.members)[made.type_of] > SLACK
    helped = (np.minimum(best.price, 0.0) @ made.members)[made.type_of] < -SLACK
    reaches = made.points >= best.cut_off - SLACK
    lowest = _lowest_by_need(made, best)
    equal, drawn = alike(made, best), decided_by_lot(made, best)
    inside = np.where(reaches, 0, np.where(helped, 1, 2))
    inside[equal] = 10
    inside[drawn] = np.where(helped & ~reaches, 8, 7)[drawn]
    outside = np.full(len(made.ids), 6)
    outside[reaches & fined] = 5
    outside[(made.points < lowest) & ~(reaches & fined)] = 4
    outside[equal] = 9
    outside[drawn] = 3
    return np.where(best.chosen, inside, outside)


def _lowest_by_need(made: Candidates, best: Best) -> float:
    by_need = best.chosen & (made.forced == 0) & (made.points >= best.cut_off - SLACK)
    return float(made.points[by_need].min()) if by_need.any() else float("inf")


def cut_off(made: Candidates, best: Best) -> float:
    """The lowest score that came in by need alone, NaN where none did."""
    lowest = _lowest_by_need(made, best)
    return float("nan") if np.isinf(lowest) else lowest * made.unit


def prices(made: Candidates, best: Best) -> list[float]:
    """By limit: total need gained if it were one household looser, in the unit of the score; exact.

    A limit that the list does not reach can have a price too, where only another list would have reached it.
    """
    blocks = make_blocks(made)
    total, known = best.total - int(made.points[made.forced == 1].sum()), np.append(best.price, best.cut_off)
    gains = []
    for row, limit in enumerate(made.limits):
        gain = 0
        for side, stated, rent in (
            ("least", limit.least > 0, -best.price[row]),
            ("most", limit.most < NO_LIMIT, best.price[row]),
        ):
            # by weak duality, below one point no list under the looser limit is better
            if stated and max(rent, 0.0) + best.gap >= 1 - SLACK:
                looser = greatest_total(loosened(blocks, row, side), known)
                assert looser is not None  # the list satisfies its own limits, one household looser too
                gain = max(gain, looser - total)
        gains.append(gain * made.unit)
    return gains


@dataclass(frozen=True)
class Placement(Shown):
    """Where one household stands.

    selected; score; reason · turning_score: out, the score above which it would come in; in, the score above which it
    stays (at exactly that score the order of households decides; below, where a lower score is needier); NaN where no
    score changes anything or a decision holds it · decided: placed by decision · opens: limits, one household looser,
    that would bring it in.
    """

    household_id: object
    selected: bool
    score: float
    reason: Text
    turning_score: float
    decided: bool
    opens: tuple[Text, ...]
    needier: str = "higher"

    def table(self) -> pd.DataFrame:
        """One row: household_id, selected, score, turning_score."""
        return pd.DataFrame(
            {
                "household_id": [self.household_id],
                "selected": [self.selected],
                "score": [self.score],
                "turning_score": [self.turning_score],
            }
        )

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"score": texts.SCORE.say(lang)}

    def sentence(self, lang: str | None = None) -> str:
        """Why it is in or out, and what would change it."""
        said = [
            texts.STANDING.fill(household=self.household_id, selected=self.selected, score=self.score, reason=self.reason),
            "" if self.decided else self._turning(),
            texts.WOULD_ALSO_ENTER.fill(ways=self.opens) if self.opens else "",
        ]
        return together(said, lang)

    def _turning(self) -> Text:
        if np.isnan(self.turning_score):
            return texts.NO_SCORE_CHANGES_IT
        said = texts.STAYS if self.selected else texts.WOULD_ENTER
        return said.fill(low=self.needier == "lower", score=self.turning_score)


def explain(made: Candidates, best: Best, household_id: object, include: Mapping, exclude: Mapping) -> Placement:
    """The placement of one household, by solving again with it forced the other way."""
    row = made.position(household_id)
    told = {lang: str(reasons(made, best, include, exclude, lang)[row]) for lang in ("id", "en")}
    reason = Text(told["id"], told["en"])
    selected, decided = bool(best.chosen[row]), bool(made.forced[row] != 0)
    turning = float("nan") if decided else _turning_score(made, best, row, selected)
    opens = () if selected or decided else _openings(made, best, row)
    return Placement(household_id, selected, float(made.score[row]), reason, turning, decided, opens)


def _turning_score(made: Candidates, best: Best, row: int, selected: bool) -> float:
    """The score at which the best lists with and without the household have the same total."""
    forced = made.forced.copy()
    forced[row] = -1 if selected else 1
    others = greatest_total(make_blocks(replace(made, forced=forced)), np.append(best.price, best.cut_off))
    if others is None:
        return float("nan")
    held = int(made.points[made.forced == 1].sum())
    if selected:  # it goes once the rest of the list and its score are worth less than the list without it
        return (others + held - (best.total - int(made.points[row]))) * made.unit
    return (best.total - (others + held)) * made.unit


def _openings(made: Candidates, best: Best, row: int) -> tuple[Text, ...]:
    """Which of these bring the household in: one more place in all, or one binding limit one household looser."""
    ways = []
    if made.n < (made.forced != -1).sum():
        longer = best_list(replace(made, n=made.n + 1))
        if longer is not None and longer.chosen[row]:
            ways.append(texts.LONGER_LIST.fill(n=made.n + 1))
    own = made.members[:, made.type_of[row]]
    for r in np.flatnonzero(np.where(own == 1, best.price > SLACK, best.price < -SLACK)):
        side, step = ("most", 1) if own[r] else ("least", -1)
        bounds = getattr(made, side).copy()
        bounds[r] += step
        looser = best_list(replace(made, **{side: bounds}))
        if looser is not None and looser.chosen[row]:
            bound = int(bounds[r])
            limit = replace(made.limits[r], most=bound) if side == "most" else replace(made.limits[r], least=bound)
            ways.append(limit.text(side))
    return tuple(ways)
