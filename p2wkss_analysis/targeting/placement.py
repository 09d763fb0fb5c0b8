"""Why a household is on the list or not, what would change that, and what a quota costs.

Prices of the limits from the linear programme tell the reason at a glance; whatever is stated as a number
(price, score to enter) is found by solving again with one thing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..language import join, number, pick
from .candidates import NO_LIMIT, Candidates
from .musyawarah import reason_text
from .neediest import SLACK, Best, best_list, greatest_total


def reasons(made: Candidates, best: Best, include: Mapping, exclude: Mapping, lang: str) -> np.ndarray:
    """One short reason per household, (N,) texts in the order of the candidates."""
    texts = np.empty(len(made.ids), dtype=object)
    kinds = _kinds(made, best)
    held, full = best.price < -SLACK, best.price > SLACK
    of_type = made.members.astype(bool)
    for t in np.unique(made.type_of):
        mine = made.type_of == t
        holds = join([made.limits[r].label for r in np.flatnonzero(of_type[:, t] & held)], lang)
        fills = join([made.limits[r].label for r in np.flatnonzero(of_type[:, t] & full)], lang)
        for kind, text in _words(holds, fills, lang).items():
            texts[mine & (kinds == kind)] = text
    for action, given, sign in (("include", include, 1), ("exclude", exclude, -1)):
        for row in np.flatnonzero(made.forced == sign):
            texts[row] = _decided(action, given.get(made.ids[row], ""), lang)
    return texts


def _kinds(made: Candidates, best: Best) -> np.ndarray:
    """need, held, fits (in); tie, below, full, no_fit (out)."""
    rents = best.price @ made.members if len(best.price) else np.zeros(made.members.shape[1])
    penalised = (np.maximum(best.price, 0) @ made.members)[made.type_of] > SLACK if len(best.price) else (
        np.zeros(len(made.ids), dtype=bool))
    helped = (np.minimum(best.price, 0) @ made.members)[made.type_of] < -SLACK if len(best.price) else penalised
    del rents
    reaches = made.points >= best.cut_off - SLACK
    at_cut = made.points == _cut_points(made, best)
    inside = np.where(reaches, "need", np.where(helped, "held", "fits"))
    outside = np.where(~reaches | (made.points < _cut_points(made, best)) & ~penalised, "below",
                       np.where(penalised, "full", np.where(at_cut, "tie", "no_fit")))
    return np.where(best.chosen, inside, outside)


def _words(holds: str, fills: str, lang: str) -> dict[str, str]:
    return {
        "need": pick(lang, id="menurut kebutuhan", en="by need"),
        "held": pick(lang, id=f"memenuhi kuota {holds}", en=f"serves the quota {holds}"),
        "fits": pick(lang, id="melengkapi daftar di bawah kuota", en="completes the list under the quotas"),
        "tie": pick(lang, id="nilai sama dengan batas, urutan household_id kemudian",
                    en="same score as the cut-off, later household_id"),
        "below": pick(lang, id="nilai di bawah batas", en="score below the cut-off"),
        "full": pick(lang, id=f"kuota penuh: {fills}", en=f"quota full: {fills}"),
        "no_fit": pick(lang, id="tidak masuk dalam gabungan kuota yang terbaik",
                       en="not part of the best combination under the quotas"),
    }


def _decided(action: str, reason: str, lang: str) -> str:
    words = reason_text(action, reason, lang)
    if action == "include":
        return pick(lang, id=f"dimasukkan: {words}", en=f"included: {words}")
    return pick(lang, id=f"dikeluarkan: {words}", en=f"excluded: {words}")


def cut_off(made: Candidates, best: Best) -> float:
    """The lowest score that came in by need alone, NaN where none did."""
    by_need = best.chosen & (made.forced == 0) & (made.points >= best.cut_off - SLACK)
    return float(made.score[by_need].min()) if by_need.any() else float("nan")


def _cut_points(made: Candidates, best: Best) -> float:
    by_need = best.chosen & (made.forced == 0) & (made.points >= best.cut_off - SLACK)
    return float(made.points[by_need].min()) if by_need.any() else float("inf")


def price(made: Candidates, best: Best, row: int) -> float:
    """Total need gained if limit `row` were one household looser, in the unit of the score; exact."""
    used = int(made.counts(best.chosen)[row])
    gains = [0]
    if abs(best.price[row]) + best.gap < 1 - SLACK:
        return 0.0  # by weak duality no list under the looser limit is a whole point better
    if used == made.least[row] and used > 0:
        gains.append(_gain(made, best, row, "least", -1))
    if used == made.most[row]:
        gains.append(_gain(made, best, row, "most", 1))
    return max(gains) * made.unit


def _gain(made: Candidates, best: Best, row: int, side: str, step: int) -> int:
    total = greatest_total(_loosened(made, row, side, step))
    return 0 if total is None else total - best.total


def _loosened(made: Candidates, row: int, side: str, step: int) -> Candidates:
    bounds = getattr(made, side).copy()
    bounds[row] += step
    return replace(made, **{side: bounds})


@dataclass(frozen=True)
class Placement:
    """Where one household stands.

    selected; score; reason (id, en) · turning_score: out, the score at which it would come in (at that score the
    order by household_id may decide, above it it is in for sure); in, the score below which it would go out; NaN where
    no score changes anything · opens: limits of which one household more (or fewer held) would bring it in.
    """

    household_id: object
    selected: bool
    score: float
    reason: tuple[str, str]
    turning_score: float
    opens: tuple[tuple[str, str], ...]

    def table(self) -> pd.DataFrame:
        """One row: household_id, selected, score, turning_score."""
        return pd.DataFrame({"household_id": [self.household_id], "selected": [self.selected],
                             "score": [self.score], "turning_score": [self.turning_score]})

    def sentence(self, lang: str = "id") -> str:
        """Why it is in or out, and what would change it."""
        why, score = self.reason[lang == "en"], number(self.score, 2, lang)
        state = (pick(lang, id="masuk daftar", en="is on the list") if self.selected
                 else pick(lang, id="tidak masuk daftar", en="is not on the list"))
        text = pick(lang, id=f"Keluarga {self.household_id} {state} (nilai {score}): {why}.",
                    en=f"Household {self.household_id} {state} (score {score}): {why}.")
        return " ".join([text, *self._turning(lang), *self._openings(lang)])

    def _turning(self, lang: str) -> list[str]:
        if np.isnan(self.turning_score):
            return [pick(lang, id="Nilai berapa pun tidak mengubahnya.", en="No score would change that.")]
        at = number(self.turning_score, 2, lang)
        if self.selected:
            return [pick(lang, id=f"Ia tetap masuk selama nilainya di atas {at}.",
                         en=f"It stays in while its score is above {at}.")]
        return [pick(lang, id=f"Ia masuk bila nilainya di atas {at}.", en=f"It would come in with a score above {at}.")]

    def _openings(self, lang: str) -> list[str]:
        if not self.opens:
            return []
        ways = join([pick(lang, id=way[0], en=way[1]) for way in self.opens], lang)
        return [pick(lang, id=f"Yang juga akan memasukkannya: {ways}.", en=f"It would also come in with: {ways}.")]


def explain(made: Candidates, best: Best, household_id, include: Mapping, exclude: Mapping) -> Placement:
    """The placement of one household, by solving again with it forced the other way."""
    row = made.position(household_id)
    texts = tuple(str(reasons(made, best, include, exclude, lang)[row]) for lang in ("id", "en"))
    selected, decided = bool(best.chosen[row]), made.forced[row] != 0
    turning = float("nan") if decided else _turning_score(made, best, row, selected)
    opens = () if selected or decided else _openings(made, row)
    return Placement(household_id, selected, float(made.score[row]), texts, turning, opens)


def _turning_score(made: Candidates, best: Best, row: int, selected: bool) -> float:
    """The score at which lists with and without the household have the same total."""
    forced = made.forced.copy()
    forced[row] = -1 if selected else 1
    other = greatest_total(replace(made, forced=forced))
    if other is None:
        return float("nan")
    own = int(made.points[row])
    with_it, without = (best.total, other) if selected else (other, best.total)
    return (without - (with_it - own)) * made.unit


def _openings(made: Candidates, row: int) -> tuple[tuple[str, str], ...]:
    """One more place in all, or one limit one household looser: which of these bring the household in."""
    ways = []
    more = best_list(replace(made, n=made.n + 1)) if made.n < (made.forced != -1).sum() else None
    if more is not None and more.chosen[row]:
        ways.append((f"daftar {made.n + 1} keluarga", f"a list of {made.n + 1} households"))
    counts = made.members[:, made.type_of[row]]
    best = best_list(made)
    for r, limit in enumerate(made.limits):
        side, step = ("most", 1) if counts[r] else ("least", -1)
        tight = abs(best.price[r]) > SLACK and made.least[r] - (side == "least") >= 0 and made.most[r] < NO_LIMIT + (
            side == "least") * NO_LIMIT
        if tight and (best.price[r] > 0) == (side == "most"):
            looser = best_list(_loosened(made, r, side, step))
            if looser is not None and looser.chosen[row]:
                looser_limit = replace(limit, **{side: getattr(limit, side) + step})
                ways.append((looser_limit.text("id", side), looser_limit.text("en", side)))
    return tuple(ways)
