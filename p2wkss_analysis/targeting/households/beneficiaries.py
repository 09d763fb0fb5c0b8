"""Whom: exactly N households by need, under stated quotas, with the reason for every one in and out.

Score, draft, musyawarah, solve again, log. The list is internal; `Selection.public()` is what may be shown.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from ...dictionary.sheets import label_of, setting_called
from ...disclosure.privacy import identity_numbers
from ...display import Shown
from ...rule import HouseholdRule
from ...rule.tickets import ticket
from ...say import Text, one_text, together
from ...say.errors import WrongUse, check_language
from ...tables.whole_number import seed_of
from ...tables.workbook.settings import COLUMN, FIGURE, settings_of, shown_setting
from .. import texts as draw_texts
from ..candidate_list import when_and_where
from . import placement
from .candidates import NO_LIMIT, Candidates, read_candidates
from .clash import infeasible
from .equals import alike, decided_by_lot
from .musyawarah import Decision, log_table, reasons_of
from .neediest import Best, best_list
from .public_summary import public_summary
from .texts import beneficiaries as texts


@dataclass(frozen=True, eq=False)
class Request:
    """What was asked: the table, the length of the list, the score, the quotas and the decisions with their reasons."""

    households: pd.DataFrame = field(repr=False)
    n: int
    score: str
    per_group: Mapping
    quotas: Mapping
    include: Mapping
    exclude: Mapping
    needier: str = "higher"
    then: tuple[str, str] | None = None
    seed: int | None = None
    seed_source: str = ""

    @property
    def sign(self) -> int:
        """What turns the score into need and back: -1 where a lower score is needier."""
        return -1 if self.needier == "lower" else 1

    def told(self, need: Any) -> Any:
        """Need as the score that the table holds; 0 and never -0 where a lower score is needier."""
        return self.sign * need + 0.0

    @property
    def drawn_with(self) -> int:
        """The seed of the tickets; 0 while none was stated."""
        return 0 if self.seed is None else self.seed


@dataclass(frozen=True, eq=False)
class Selection(Shown):
    """A list of households: `.table()`, `.quotas()`, `.explain(household_id)`, `.revise(...)`, `.log()`, `.public()`.

    `total_need` is the sum of the scores of those chosen; `cut_off` the score of the least needy that came in by need
    alone (NaN where none did).
    """

    request: Request
    candidates: Candidates = field(repr=False)
    best: Best = field(repr=False)
    decisions: tuple[Decision, ...] = ()

    @property
    def chosen(self) -> list:
        """household_id of those on the list, in the order of score, second criterion and ticket."""
        rows = np.flatnonzero(self.best.chosen)
        return self.candidates.ids[rows[np.argsort(self.candidates.place[rows])]].tolist()

    @property
    def total_need(self) -> float:
        """Sum of the scores of the chosen, in the unit of the score."""
        return self.request.told(float(self.candidates.score[self.best.chosen].sum()))

    @property
    def cut_off(self) -> float:
        """The score of the least needy that came in by need alone."""
        return self.request.told(placement.cut_off(self.candidates, self.best))

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """The internal list, one row per candidate in its order: household_id, selected, score, reason, waiting (place on the
        waiting list, as long as the list itself), and village_code, rw, rt and the second criterion where the table has them."""
        order = np.argsort(self.candidates.place)
        reasons = placement.reasons(self.candidates, self.best, self.request.include, self.request.exclude, check_language(lang))
        told = pd.DataFrame(
            {
                "household_id": self.candidates.ids[order],
                "selected": self.best.chosen[order],
                "score": self.request.told(self.candidates.score[order]),
                "reason": reasons[order],
            }
        )
        queue = {household: at for at, household in enumerate(self.waiting(), 1)}
        told["waiting"] = pd.array([queue.get(household, pd.NA) for household in told["household_id"]], dtype="Int64")
        given = self.request.households
        kept = [c for c in dict.fromkeys(("village_code", "rw", "rt", self.candidates.then)) if c in given and c not in told]
        return told.assign(**{c: given[c].to_numpy(object)[order] for c in kept})

    def waiting(self, n: int | None = None) -> list:
        """household_id of the next `n` (by default as many as the list holds), in the order in which they come in when the list
        grows: down the same order, without those whose group is full."""
        made = self.candidates
        queue: list = []
        counts = made.counts(self.best.chosen)
        for row in np.argsort(made.place):
            if len(queue) >= (made.n if n is None else n):
                break
            after = counts + made.members[:, made.type_of[row]]
            if not self.best.chosen[row] and made.forced[row] == 0 and (after <= made.most).all():
                queue.append(made.ids[row])
                counts = after
        return queue

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.quotas()  # never the households: a notebook keeps what it shows

    def quotas(self) -> pd.DataFrame:
        """Each limit: quota, least, most (missing where none), chosen, price.

        price: the total need that would be gained if this limit were one household looser, in the unit of the
        score, by solving again; 0 where it costs nothing.
        """
        made = self.candidates
        return pd.DataFrame(
            {
                "quota": [limit.label for limit in made.limits],
                "least": pd.array([limit.least for limit in made.limits], dtype="Int64"),
                "most": pd.array([pd.NA if limit.most == NO_LIMIT else limit.most for limit in made.limits], dtype="Int64"),
                "chosen": made.counts(self.best.chosen),
                "price": placement.prices(made, self.best),
            }
        )

    def explain(self, household_id: object) -> placement.Placement:
        """Why a household is in or out, and what would bring it in (or put it out)."""
        found = placement.explain(self.candidates, self.best, household_id, self.request.include, self.request.exclude)
        told = self.request.told
        return replace(found, score=told(found.score), turning_score=told(found.turning_score), needier=self.request.needier)

    def revise(
        self, include: Mapping | tuple = (), exclude: Mapping | tuple = (), *, by: str, release: Iterable = ()
    ) -> Selection:
        """The list solved again after a musyawarah; this one stays as it is.

        Parameters
        ----------
        include, exclude : household_id to reason, a code of `musyawarah.INCLUDE_REASONS` or `EXCLUDE_REASONS`
        by : who decided and when, such as "Musyawarah RW 02, 3 Februari 2027"
        release : household_id whose earlier decision is withdrawn

        Raises WrongUse for an unknown reason, household or empty `by`; InfeasibleSelection where no list is left.
        """
        if not str(by).strip():
            raise WrongUse(texts.WHO_DECIDED)
        added, removed = reasons_of(include, "include", True), reasons_of(exclude, "exclude", True)
        released = list(release)
        for household in (*added, *removed, *released):
            self.candidates.position(household)
        drop = {*added, *removed, *released}
        request = replace(
            self.request,
            include={**{k: v for k, v in self.request.include.items() if k not in drop}, **added},
            exclude={**{k: v for k, v in self.request.exclude.items() if k not in drop}, **removed},
        )
        fresh = _solve(request)
        return replace(fresh, decisions=self.decisions + self._record(fresh, by, added, removed, released))

    def _record(self, fresh: Selection, by: str, added: Mapping, removed: Mapping, released: list) -> tuple:
        step = 1 + max((d.step for d in self.decisions), default=0)
        before, after = set(self.chosen), set(fresh.chosen)
        lines = [("include", k, v) for k, v in added.items()] + [("exclude", k, v) for k, v in removed.items()]
        lines += [("release", k, "") for k in released]
        lines += [("entered", k, "") for k in fresh.chosen if k not in before and k not in added]
        lines += [("left", k, "") for k in self.chosen if k not in after and k not in removed]
        return tuple(Decision(step, by, household, action, reason) for action, household, reason in lines)

    def log(self, lang: str | None = None) -> pd.DataFrame:
        """The decisions and what followed from each step: step, by, household_id, action, reason."""
        return log_table(self.decisions, lang)

    def grouped(self, by: str) -> pd.Series:
        """The column `by` of the candidates. WrongUse where it is not there, tells of single families, or holds their numbers."""
        table = self.request.households
        if by not in table:
            raise WrongUse(texts.GROUP_ABSENT.fill(column=by, known=table.columns))
        if identity_numbers(table[by].dropna().map(str).astype("str")).any():
            raise WrongUse(texts.GROUP_OF_NUMBERS.fill(column=by))
        if by == "household_id" or table[by].nunique() * 2 > max(len(table), 2):
            raise WrongUse(texts.GROUP_TOO_SMALL.fill(column=by))
        return table[by]

    def public(
        self, by: str = "rt", candidates: Mapping[str, int] | None = None, before: Mapping[str, int] | None = None
    ) -> pd.DataFrame:
        """What may be published: numbers in fives and cut-off by group; see `public_summary`."""
        group = self.grouped(by)
        summary = public_summary(group, self.best.chosen, self.candidates.score, self.candidates.forced, candidates, before)
        return summary.assign(cut_off=self.request.told(summary["cut_off"]))

    def rule(self) -> HouseholdRule:
        """How this list was made, to be kept for the evaluation: `evaluate_households(..., rule=selection.rule())`.

        The score, the quotas that were just met, and within="rt" where a limit of an RT was. Households put on or off the list
        by decision are not in it: the evaluation sees how many do not follow the score, and gives a range where too many do not.
        """
        made = self.candidates
        counts = made.counts(self.best.chosen)
        met = ((counts == made.least) & (made.least > 0)) | (counts == made.most)
        bound = [limit for limit, here in zip(made.limits, met, strict=True) if here]
        quotas = tuple(dict.fromkeys(limit.column for limit in bound if limit.group is None))
        within = "rt" if any(limit.column == "rt" and limit.group is not None for limit in bound) else None
        columns = (self.request.score, made.then) if made.then else self.request.score
        return HouseholdRule("score", columns, quotas, within)

    @property
    def score_called(self) -> Text | str:
        """The heading of the score in a workbook, else the name of its column."""
        of_workbook = "places" in self.request.households.attrs
        return label_of("households", self.request.score) if of_workbook else self.request.score

    def record_sentence(self, lang: str | None = None) -> str:
        """What to write into the workbook, so that a year later the evaluation knows how these households were chosen."""
        stated = settings_of(self.rule())
        lang = check_language(lang)
        settings = [f"{setting_called(name).say(lang)} = {shown_setting(name, value, lang)}" for name, value in stated.items()]
        copy = "" if COLUMN in stated else texts.COPY_SCORE.fill(score=self.score_called, figure=label_of("households", FIGURE))
        return together([texts.RECORD.fill(settings=settings), copy], lang)

    def sentence(self, lang: str | None = None) -> str:
        """How many, by what, which quotas bind and what they cost, what was decided."""
        made = self.candidates
        selected = texts.SELECTED_LOWEST if self.request.needier == "lower" else texts.SELECTED
        into, out = len(self.request.include), len(self.request.exclude)
        said = [
            selected.fill(n=made.n, pool=len(made.ids), score=self.score_called, total=self.total_need, limits=not made.limits),
            texts.ALREADY_ASSISTED.fill(n=already) if (already := self.request.households.attrs.get("already")) else "",
            "" if np.isnan(self.cut_off) else texts.CUT_OFF.fill(score=self.cut_off),
            self._equal(),
            self._binding(),
            texts.DECIDED.fill(into=into, out=out) if into or out else "",
        ]
        return together(said, lang)

    @cached_property
    def drawn(self) -> list:
        """household_id of those between whom lots were drawn, by ticket: alike in score and second criterion."""
        rows = np.flatnonzero(decided_by_lot(self.candidates, self.best))
        ids = self.candidates.ids[rows].tolist()
        return sorted(ids, key=lambda household: ticket(self.request.drawn_with, str(household)))

    def minutes(self, lang: str | None = None, held_on: dt.date | None = None, place: str = "") -> str:
        """The minutes of the draw among equals, to print and sign; names no one but by household_id. Internal, like the list."""
        if not self.drawn:
            return texts.NO_DRAW_OF_HOUSEHOLDS.say(lang)
        seed, names = self.request.drawn_with, sorted(map(str, self.drawn))
        on_list = set(self.chosen)
        winners = [str(household) for household in self.drawn if household in on_list]
        what = texts.SCORE_AND_SECOND.fill(then=self.candidates.then) if self.candidates.then else texts.SCORE_ALONE
        source = self.request.seed_source
        return texts.HOUSEHOLD_MINUTES.say(
            lang,
            candidates=len(names),
            n=len(winners),
            what=what.fill(score=self.score_called),
            sha256=hashlib.sha256("".join(f"{name}\n" for name in names).encode()).hexdigest(),
            seed=seed,
            source=draw_texts.SEED_FROM.fill(source=source) if source else draw_texts.SEED_OF_NO_SOURCE,
            first=names[0],
            everyone="\n".join(f"{at}. {one}  {ticket(seed, str(one))[:16]}" for at, one in enumerate(self.drawn, 1)),
            winners="\n".join(f"{at}. {one}" for at, one in enumerate(winners, 1)),
            **when_and_where(lang, held_on, place),
        )

    def _equal(self) -> Text | str:
        """How many have the same score for how many places, and what decided between them."""
        equal = alike(self.candidates, self.best)
        taken = int((equal & self.best.chosen).sum())
        if not taken:
            return ""
        lots = set(self.drawn)
        places = sum(household in lots for household in self.chosen)
        said = {"then": self.candidates.then, "drawn": len(lots), "places": places, "seed": self.request.drawn_with}
        how = (texts.BY_SECOND_AND_LOT if lots else texts.BY_SECOND) if self.candidates.then else texts.BY_LOT
        return one_text(
            [
                texts.EQUAL_HOUSEHOLDS.fill(all=int(equal.sum()), taken=taken),
                how.fill(**said),
                *([texts.LOT_FOR_NOW] if lots and self.request.seed is None else []),
            ]
        )

    def _binding(self) -> Text | str:
        if not self.candidates.limits:
            return ""
        quotas = self.quotas()
        binding = quotas[quotas["price"] > 0].sort_values("price", ascending=False)
        if not len(binding):
            return texts.NO_QUOTA_COSTS
        parts = [texts.QUOTA_WITH_PRICE.fill(quota=row.quota, price=row.price) for row in binding.head(5).itertuples()]
        if len(binding) > len(parts):
            parts.append(texts.MORE_QUOTAS.fill(n=len(binding) - len(parts)))
        return texts.BINDING.fill(quotas=parts)


def select_households(
    households: pd.DataFrame,
    n: int,
    score: str,
    per_group: Mapping | None = None,
    quotas: Mapping | None = None,
    include: Mapping | Iterable = (),
    exclude: Mapping | Iterable = (),
    needier: str = "higher",
    then: str | tuple[str, str] | None = None,
    seed: int | None = None,
    seed_source: str = "",
) -> Selection:
    """Choose exactly `n` households with the greatest total need under the quotas.

    Parameters
    ----------
    households : one row per candidate, with `household_id` (unique; a pseudonym, never a NIK or KK number), the
        score, and the columns the quotas speak of
    n : length of the list
    score : column of need; compared exactly up to six decimals
    per_group : column to (least, most) households in each of its groups, such as ``{"rt": (2, 15)}``; None for no
        limit; or to a mapping of group to (least, most)
    quotas : true/false column to (least, most), such as ``{"female_head": (20, None)}``
    include, exclude : household_id forced in or out, or a mapping to a reason of `targeting.musyawarah`
    needier : which end of the score is needier, "higher" or "lower" (as of a decile: the first is the poorest)
    then : second criterion for households of the same score: a column, or (column, "lower") where lower is needier
    seed : of the draw among those alike in both, a whole number nobody could know before the candidates were fixed; without it
        the draw (seed 0) is called provisional; seed_source: where it came from, in words, for `.minutes()`

    Returns
    -------
    Selection. The same households whatever the order of the rows or of the ids. Tie rule: among lists of the same total,
    going down the order by score, second criterion and ticket (SHA-256 of `seed|household_id`), a household is taken whenever
    some best list holds it together with those taken before it. Where not need chose between equal households, sentence and
    reasons say so.

    Raises
    ------
    InfeasibleSelection : no list satisfies the quotas; names a smallest set that clashes, also in `.clash`.
    WrongUse : a column, household or reason that does not exist, a missing score, double households.

    Do not use it to choose villages (`need_index` and `draw_lots` do), nor publish its table: use `.public()`.

    Sources: Alatas et al. (2012), American Economic Review 102, for the loop of score and musyawarah; Nemhauser and
    Wolsey (1988) for the exact solution; solved with HiGHS (Huangfu and Hall 2018).

    >>> table = pd.DataFrame({"household_id": list("abcd"), "need": [9, 8, 7, 1], "rt": [1, 1, 1, 2]})
    >>> select_households(table, 2, "need").chosen
    ['a', 'b']
    >>> select_households(table, 2, "need", per_group={"rt": (1, None)}).chosen
    ['a', 'd']
    >>> select_households(table, 2, "need", needier="lower").chosen
    ['d', 'c']
    """
    if not isinstance(needier, str) or needier not in ("higher", "lower"):
        raise WrongUse(texts.UNKNOWN_NEEDIER.fill(given=needier))
    second = (then, "higher") if isinstance(then, str) else then
    if second is not None and not (isinstance(second, tuple | list) and len(second) == 2 and second[1] in ("higher", "lower")):
        raise WrongUse(texts.UNKNOWN_NEEDIER.fill(given=second[-1] if isinstance(second, tuple | list) and second else second))
    for name, limits in (("per_group", per_group), ("quotas", quotas)):
        if limits is not None and not isinstance(limits, Mapping):
            raise WrongUse(texts.LIMITS_BY_COLUMN.fill(name=name))
    kept = households.copy() if isinstance(households, pd.DataFrame) else households
    request = Request(
        kept,
        n,
        score,
        dict(per_group or {}),
        dict(quotas or {}),
        reasons_of(include, "include", False),
        reasons_of(exclude, "exclude", False),
        needier,
        second,
        None if seed is None else seed_of(seed),
        seed_source,
    )
    return _solve(request)


def _solve(request: Request) -> Selection:
    made = read_candidates(
        request.households,
        request.n,
        request.score,
        request.per_group,
        request.quotas,
        request.include,
        request.exclude,
        request.sign,
        (request.then[0], -1 if request.then[1] == "lower" else 1) if request.then else None,
        request.drawn_with,
    )
    best = best_list(made)
    if best is None:
        raise infeasible(made)
    return Selection(request, made, best)
