"""The score of a village by a contest's rubric: points by item, and between what the total lies while answers are missing."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..errors import WrongUse
from ..language import integer, number, pick
from ..tables.score_file import load_rubric
from ..tables.score_profile import Item, Profile
from .readiness import checked_answers, flag


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

    def _points(self) -> list[float]:
        return [points(item, self.values[item.key]) for item in self.rubric.items]

    def table(self) -> pd.DataFrame:
        """One row an item, in the order of the file: item, label, kind, weight, target, value, points, flag, source.

        points: 0 to weight, NaN where not known. flag: `may be unreported` where a number of cases is zero, `missing`.
        """
        rows = []
        for item, got in zip(self.rubric.items, self._points(), strict=True):
            value = self.values[item.key]
            rows.append((item.key, item.label(), item.kind, item.weight, np.nan if item.target is None else item.target, value, got,
                         "missing" if math.isnan(value) else flag(item, value), item.source))
        return pd.DataFrame(rows, columns=["item", "label", "kind", "weight", "target", "value", "points", "flag", "source"])

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table().assign(label=[item.label(lang) for item in self.rubric.items]).drop(columns=["item", "source"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"label": pick(lang, id="Butir", en="Item"), "weight": pick(lang, id="Paling banyak", en="Most"),
                "points": pick(lang, id="Angka", en="Points"), "target": "Target"}

    def sentence(self, lang: str = "id") -> str:
        """The total or its range, what is missing, where zero cases earn points, and whose the weights are."""
        weights = pick(lang, id="Bobot adalah milik penyelenggara lomba; angka ini bukan ukuran dampak.",
                       en="The weights are the organiser's; these points are no measure of impact.")
        return f"{self.finding(lang)} {weights} {self.rubric.note(lang)}".strip()

    def finding(self, lang: str = "id") -> str:
        """The total or its range, what is missing, and where zero cases earn points."""
        table, name = self.table(), self.rubric.label(lang)
        missing = [item.label(lang) for item in self.rubric.items if math.isnan(self.values[item.key])]
        low, high, most = (_plain(v, lang) for v in (self.lowest, self.highest, self.most))
        if not missing:
            text = pick(lang, id=f"Menurut rubrik {name}: {low} dari {most}.", en=f"By the rubric {name}: {low} of {most}.")
        else:
            n, of, which = integer(len(missing), lang), integer(len(table), lang), "; ".join(missing)
            text = pick(
                lang,
                id=f"Menurut rubrik {name}: antara {low} dan {high} dari {most}, karena {n} dari {of} butir belum ada datanya: {which}.",
                en=f"By the rubric {name}: between {low} and {high} of {most}, because {n} of {of} items have no data: {which}.")
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
