"""The score of a village by a contest's rubric: points by item, and between what the total lies while answers are missing."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import integer, join, number, pick
from ..tables.profiles.own_file import load_rubric
from ..tables.profiles.profile import Item, Profile
from ..disclosure.small_cells import SMALLEST
from .readiness import FEW, checked_answers, few_cases, flag


@dataclass(frozen=True)
class RubricScore(Shown):
    """Answers of one village by a rubric; `values` maps items to numbers, NaN where not known."""

    rubric: Profile
    values: Mapping[str, float]

    @property
    def most(self) -> float:
        """What the weights add up to: the most points there are."""
        return math.fsum(item.weight for item in self.rubric.items)

    @property
    def lowest(self) -> float:
        """The total if every missing answer gave nothing."""
        return math.fsum(p for p in self._points() if not math.isnan(p))

    @property
    def highest(self) -> float:
        """The total if every missing answer gave all its points."""
        return math.fsum(item.weight if math.isnan(p) else p for item, p in zip(self.rubric.items, self._points(), strict=True))

    @property
    def told(self) -> tuple[float, float]:
        """The lowest and highest total as they may leave: missing answers as above, and a count of one to four could be any of them."""
        lowest, highest = zip(*(self._ends(item, self.values[item.key]) for item in self.rubric.items), strict=True)
        return math.fsum(lowest), math.fsum(highest)

    @staticmethod
    def _ends(item: Item, value: float) -> tuple[float, float]:
        if math.isnan(value):
            return 0.0, item.weight
        could = [points(item, float(n)) for n in range(1, SMALLEST)] if few_cases(item, value) else [points(item, value)]
        return min(could), max(could)

    def _points(self) -> list[float]:
        return [points(item, self.values[item.key]) for item in self.rubric.items]

    def table(self) -> pd.DataFrame:
        """One row an item, in the order of the file: item, label, kind, weight, target, value, points, flag, source.

        points: 0 to weight, NaN where not known. flag: `may be unreported` where a number of cases is zero, `missing`. For the
        office: what leaves is `.published()`.
        """
        rows = []
        for item, got in zip(self.rubric.items, self._points(), strict=True):
            value = self.values[item.key]
            rows.append((item.key, item.label(), item.kind, item.weight, np.nan if item.target is None else item.target, value, got,
                         "missing" if math.isnan(value) else flag(item, value), item.source))
        return pd.DataFrame(rows, columns=["item", "label", "kind", "weight", "target", "value", "points", "flag", "source"])

    def published(self) -> pd.DataFrame:
        """What may leave: the table without counts of one to four (flag: `few cases, hidden`), and without their points where
        these differ between one and four."""
        table, items = self.table(), self.rubric.items
        few = pd.Series([few_cases(item, value) for item, value in zip(items, table["value"], strict=True)], index=table.index)
        ends = [self._ends(item, value) for item, value in zip(items, table["value"], strict=True)]
        narrow = pd.Series([low != high for low, high in ends], index=table.index)
        return table.assign(value=table["value"].mask(few), points=table["points"].mask(narrow), flag=table["flag"].mask(few, FEW))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.published().assign(label=[item.label(lang) for item in self.rubric.items]).drop(columns=["item", "source"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"label": pick(lang, id="Butir", en="Item"), "weight": pick(lang, id="Paling banyak", en="Most"),
                "points": pick(lang, id="Angka", en="Points"), "target": "Target"}

    def sentence(self, lang: str | None = None) -> str:
        """The total or its range, what is missing, where zero cases earn points, and whose the weights are."""
        weights = pick(lang, id="Bobot adalah milik penyelenggara lomba; angka ini bukan ukuran dampak.",
                       en="The weights are the organiser's; these points are no measure of impact.")
        return f"{self.finding(lang)} {weights} {self.rubric.note(lang)}".strip()

    def finding(self, lang: str | None = None) -> str:
        """The total or its range, what is missing, and where zero cases earn points."""
        table, name = self.table(), self.rubric.label(lang)
        missing = [item.label(lang) for item in self.rubric.items if math.isnan(self.values[item.key])]
        low, high, most = (_plain(v, lang) for v in (*self.told, self.most))
        hidden = [item.label(lang) for item, value in zip(self.rubric.items, table["value"], strict=True) if few_cases(item, value)]
        why = []
        if missing:
            n, of, which = integer(len(missing), lang), integer(len(table), lang), "; ".join(missing)
            why.append(pick(lang, id=f"{n} dari {of} butir belum ada datanya: {which}", en=f"{n} of {of} items have no data: {which}"))
        if hidden and low != high:
            which = "; ".join(hidden)
            why.append(pick(lang, id=f"banyaknya yang kurang dari {SMALLEST} disembunyikan: {which}",
                            en=f"counts below {SMALLEST} are hidden: {which}"))
        if not why:
            text = pick(lang, id=f"Menurut rubrik {name}: {low} dari {most}.", en=f"By the rubric {name}: {low} of {most}.")
        else:
            reasons = join(why, lang)
            text = pick(lang, id=f"Menurut rubrik {name}: antara {low} dan {high} dari {most}, karena {reasons}.",
                        en=f"By the rubric {name}: between {low} and {high} of {most}, because {reasons}.")
        paid = table.loc[(table["flag"] != "") & (table["points"] > 0), "points"].sum()
        if paid:
            text += " " + pick(lang, id=f"{_plain(paid, lang)} angka berasal dari nihil kasus, yang dapat juga berarti tidak dilaporkan.",
                               en=f"{_plain(paid, lang)} points come from zero cases, which can also mean that nothing was reported.")
        return text


def _plain(value: float, lang: str) -> str:
    return number(value, 0 if float(value).is_integer() else 2, lang)


def points(item: Item, value: float) -> float:
    """Points of an answer, 0 to the item's weight, by its kind and the rule of the file; NaN where not known.

    >>> points(Item("a", None, "percent", {}, target=80.0, weight=10.0, rule="proportional"), 40.0)
    5.0
    """
    if math.isnan(value):
        return math.nan
    if item.kind == "points":
        return value
    if item.kind == "yes_no":
        share = float(value == 1)
    elif item.kind == "zero":
        share = float(value == 0)
    elif item.rule == "proportional":
        share = min(1.0, value / item.target)
    else:
        share = float(value >= item.target)
    return item.weight * share


def score_rubric(answers: Mapping, rubric: str | os.PathLike | Profile) -> RubricScore:
    """The points of one village by a contest's rubric.

    Parameters
    ----------
    answers : mapping of the rubric's items to answers: True/False for yes/no, percentages 0-100, counts, points of the
        judges up to the weight; missing (None) or absent where not known
    rubric : a file (see `load_rubric`) or what `load_rubric` gave

    Returns
    -------
    RubricScore: points by item, what is missing, `.lowest` and `.highest` total given what is missing, `.most`.

    Raises WrongUse naming every answer that cannot be, DataFaults for a faulty file.

    Source: the rubric's own. Yes/no and cases that should be none give all points or nothing; a percentage or count
    gives them by the rule and target of the file; points are the judges' own.

    Do not use it as evidence of impact or to compare villages under different rubrics.

    >>> garden = Item("garden", None, "yes_no", {"id": "kebun", "en": "garden"}, weight=60.0)
    >>> jury = Item("jury", None, "points", {"id": "juri", "en": "judges"}, weight=40.0)
    >>> contest = Profile("lomba", {"id": "lomba", "en": "contest"}, {}, {}, (garden, jury))
    >>> result = score_rubric({"garden": True}, contest)
    >>> result.lowest, result.highest, result.most
    (60.0, 100.0, 100.0)
    """
    if not isinstance(rubric, Profile):
        rubric = load_rubric(rubric)
    bare = ", ".join(item.key for item in rubric.items if not _scored(item))
    if bare:
        raise WrongUse(
            id=f"Profil {rubric.name} bukan rubrik: butir {bare} tidak berbobot atau tidak bertarget. Muat rubrik dengan load_rubric.",
            en=f"The profile {rubric.name} is no rubric: its items {bare} have no weight or target. Load a rubric with load_rubric.")
    return RubricScore(rubric, checked_answers(answers, rubric))


def _scored(item: Item) -> bool:
    """Whether the file says how the item gives points."""
    return item.weight is not None and (item.kind not in ("percent", "count") or (item.target is not None and item.rule != ""))
