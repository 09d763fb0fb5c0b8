"""Why a household is on the list or not, what would change that, and what a quota costs.

Prices of the limits from the linear programme tell the reason at a glance; whatever is stated as a number
(price, turning score) is found by solving again with one thing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import join, number, pick
from . import texts
from .candidates import NO_LIMIT, Candidates
from .equals import decided_by_order
from .musyawarah import reason_text
from .neediest import SLACK, Best, best_list, greatest_total, loosened, make_blocks

KINDS = ("need", "held", "fits", "tie", "below", "full", "no_fit", "equal", "held_equal")


def reasons(made: Candidates, best: Best, include: Mapping, exclude: Mapping, lang: str) -> np.ndarray:
    """One short reason per household, (N,) texts in the order of the candidates."""
    labels = np.array([limit.label for limit in made.limits], dtype=object)
    of_type = made.members.astype(bool)
    key = made.type_of * len(KINDS) + _kinds(made, best)
    found, where = np.unique(key, return_inverse=True)
    words = np.empty(len(found), dtype=object)
    for at, (t, kind) in enumerate(zip(*np.divmod(found, len(KINDS)), strict=True)):
        price = np.where(of_type[:, t], best.price, 0.0)
        words[at] = texts.REASONS[KINDS[kind]].say(lang, holds=join(labels[price < -SLACK], lang), fills=join(labels[price > SLACK], lang))
    said = words[where]
    for action, given, sign in (("include", include, 1), ("exclude", exclude, -1)):
        for row in np.flatnonzero(made.forced == sign):
            said[row] = _decided(action, given.get(made.ids[row], ""), lang)
    return said


def _kinds(made: Candidates, best: Best) -> np.ndarray:
    """The kind of reason of each household, (N,) places in KINDS: need, held, fits and the two of equals are in, the rest out."""
    fined = (np.maximum(best.price, 0.0) @ made.members)[made.type_of] > SLACK
    helped = (np.minimum(best.price, 0.0) @ made.members)[made.type_of] < -SLACK
    reaches = made.points >= best.cut_off - SLACK
    lowest = _lowest_by_need(made, best)
    equal = decided_by_order(made, best)
    inside = np.where(reaches, 0, np.where(helped, 1, 2))
    inside[equal] = np.where(helped & ~reaches, 8, 7)[equal]
    outside = np.full(len(made.ids), 6)
    outside[reaches & fined] = 5
    outside[(made.points < lowest) & ~(reaches & fined)] = 4
    outside[equal] = 3
    return np.where(best.chosen, inside, outside)


def _decided(action: str, reason: str, lang: str) -> str:
    words = reason_text(action, reason, lang)
    if action == "include":
        return pick(lang, id=f"dimasukkan: {words}", en=f"included: {words}")
    return pick(lang, id=f"dikeluarkan: {words}", en=f"excluded: {words}")


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
        for side, stated, rent in (("least", limit.least > 0, -best.price[row]),
                                   ("most", limit.most < NO_LIMIT, best.price[row])):
            # by weak duality, below one point no list under the looser limit is better
            if stated and max(rent, 0.0) + best.gap >= 1 - SLACK:
                gain = max(gain, greatest_total(loosened(blocks, row, side), known) - total)
        gains.append(gain * made.unit)
    return gains


@dataclass(frozen=True)
class Placement(Shown):
    """Where one household stands.

    selected; score; reason (id, en) · turning_score: out, the score above which it would come in; in, the score above
    which it stays (at the very score the order of households decides); NaN where no score changes anything or a
    decision holds it (below, where a lower score is needier) · decided: placed by decision · opens: limits, one household looser, that would bring it in.
    """

    household_id: object
    selected: bool
    score: float
    reason: tuple[str, str]
    turning_score: float
    decided: bool
    opens: tuple[tuple[str, str], ...]
    needier: str = "higher"

    def table(self) -> pd.DataFrame:
        """One row: household_id, selected, score, turning_score."""
        return pd.DataFrame({"household_id": [self.household_id], "selected": [self.selected],
                             "score": [self.score], "turning_score": [self.turning_score]})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"score": pick(lang, id="Nilai", en="Score")}

    def sentence(self, lang: str | None = None) -> str:
        """Why it is in or out, and what would change it."""
        why = pick(lang, id=self.reason[0], en=self.reason[1])
        score = number(self.score, 2, lang)
        state = (pick(lang, id="masuk daftar", en="is on the list") if self.selected
                 else pick(lang, id="tidak masuk daftar", en="is not on the list"))
        text = pick(lang, id=f"Keluarga {self.household_id} {state} (nilai {score}): {why}.",
                    en=f"Household {self.household_id} {state} (score {score}): {why}.")
        return " ".join([text, *self._turning(lang), *self._openings(lang)])

    def _turning(self, lang: str) -> list[str]:
        if self.decided:
            return []
        if np.isnan(self.turning_score):
            return [pick(lang, id="Perubahan nilai tidak mengubahnya karena kuota.",
                         en="No score would change that, because of the quotas.")]
        at, low = number(self.turning_score, 2, lang), self.needier == "lower"
        if self.selected:
            return [pick(lang, id=f"Keluarga ini tetap masuk selama nilainya di {'bawah' if low else 'atas'} {at}.",
                         en=f"It stays in while its score is {'below' if low else 'above'} {at}.")]
        return [pick(lang, id=f"Keluarga ini masuk bila nilainya di {'bawah' if low else 'atas'} {at}.",
                     en=f"It would come in with a score {'below' if low else 'above'} {at}.")]

    def _openings(self, lang: str) -> list[str]:
        if not self.opens:
            return []
        ways = join([pick(lang, id=way[0], en=way[1]) for way in self.opens], lang)
        return [pick(lang, id=f"Keluarga ini juga masuk dengan salah satu dari: {ways}.",
                     en=f"It would also come in with any one of: {ways}.")]


def explain(made: Candidates, best: Best, household_id, include: Mapping, exclude: Mapping) -> Placement:
    """The placement of one household, by solving again with it forced the other way."""
    row = made.position(household_id)
    why = tuple(str(reasons(made, best, include, exclude, lang)[row]) for lang in ("id", "en"))
    selected, decided = bool(best.chosen[row]), bool(made.forced[row] != 0)
    turning = float("nan") if decided else _turning_score(made, best, row, selected)
    opens = () if selected or decided else _openings(made, best, row)
    return Placement(household_id, selected, float(made.score[row]), why, turning, decided, opens)


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


def _openings(made: Candidates, best: Best, row: int) -> tuple[tuple[str, str], ...]:
    """Which of these bring the household in: one more place in all, or one binding limit one household looser."""
    ways = []
    if made.n < (made.forced != -1).sum():
        longer = best_list(replace(made, n=made.n + 1))
        if longer is not None and longer.chosen[row]:
            ways.append((f"daftar {made.n + 1} keluarga", f"a list of {made.n + 1} households"))
    own = made.members[:, made.type_of[row]]
    for r in np.flatnonzero(np.where(own == 1, best.price > SLACK, best.price < -SLACK)):
        side, step = ("most", 1) if own[r] else ("least", -1)
        bounds = getattr(made, side).copy()
        bounds[r] += step
        looser = best_list(replace(made, **{side: bounds}))
        if looser is not None and looser.chosen[row]:
            limit = replace(made.limits[r], **{side: int(bounds[r])})
            ways.append((limit.text("id", side), limit.text("en", side)))
    return tuple(ways)
