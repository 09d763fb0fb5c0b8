"""The score of a village by a contest's rubric: points by item, and between what the total lies while answers are missing."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..disclosure.small_cells import SMALLEST
from ..display import Shown
from ..say import Text, together
from ..say.errors import WrongUse
from ..tables.profiles.own_file import load_rubric
from ..tables.profiles.profile import Item, Profile
from .readiness import FEW, checked_answers, few_cases, flag
from .texts import readiness as texts
from .texts.measured import VALUE


@dataclass(frozen=True)
class RubricScore(Shown):
    """Answers of one village by a rubric; `values` maps items to numbers, NaN where not known."""

    rubric: Profile
    values: Mapping[str, float]

    @property
    def most(self) -> float:
        """What the weights add up to: the most points there are."""
        return math.fsum(_weight(item) for item in self.rubric.items)

    @property
    def lowest(self) -> float:
        """The total if every missing answer gave nothing."""
        return math.fsum(p for p in self._points() if not math.isnan(p))

    @property
    def highest(self) -> float:
        """The total if every missing answer gave all its points."""
        return math.fsum(_weight(item) if math.isnan(p) else p for item, p in zip(self.rubric.items, self._points(), strict=True))

    @property
    def told(self) -> tuple[float, float]:
        """The lowest and highest total as published: missing answers as above; a count of one to four could be any of these."""
        lowest, highest = zip(*(self._ends(item, self.values[item.key]) for item in self.rubric.items), strict=True)
        return math.fsum(lowest), math.fsum(highest)

    @staticmethod
    def _ends(item: Item, value: float) -> tuple[float, float]:
        if math.isnan(value):
            return 0.0, _weight(item)
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
            rows.append(
                (
                    item.key,
                    item.label(),
                    item.kind,
                    item.weight,
                    np.nan if item.target is None else item.target,
                    value,
                    got,
                    "missing" if math.isnan(value) else flag(item, value),
                    item.source,
                )
            )
        return pd.DataFrame(rows, columns=["item", "label", "kind", "weight", "target", "value", "points", "flag", "source"])

    def published(self) -> pd.DataFrame:
        """What may leave: the table without counts of one to four (flag: `few cases, hidden`), and without their points where
        these differ between one and four."""
        table, items = self.table(), self.rubric.items
        few = pd.Series([few_cases(item, value) for item, value in zip(items, table["value"], strict=True)], index=table.index)
        ends = [self._ends(item, value) for item, value in zip(items, table["value"], strict=True)]
        narrow = pd.Series([low != high for low, high in ends], index=table.index)
        return table.assign(
            value=table["value"].mask(few), points=table["points"].mask(narrow), flag=table["flag"].mask(few, FEW)
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.published().assign(label=[item.label(lang) for item in self.rubric.items]).drop(columns=["item", "source"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.RUBRIC_HEADS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """The total or its range, what is missing, where zero cases earn points, and whose the weights are."""
        return together([self.finding(lang), texts.ORGANISERS_WEIGHTS, self.rubric.note(lang)], lang)

    def finding(self, lang: str | None = None) -> str:
        """The total or its range, what is missing, and where zero cases earn points."""
        table, rubric = self.table(), self.rubric.labels
        low, high, most = (_plain(v) for v in (*self.told, self.most))
        missing = [item.labels for item in self.rubric.items if math.isnan(self.values[item.key])]
        hidden = [item.labels for item in self.rubric.items if few_cases(item, self.values[item.key])]
        why = []
        if missing:
            why.append(texts.UNANSWERED.fill(n=len(missing), items=len(table), which=missing))
        if hidden and self.told[0] != self.told[1]:
            why.append(texts.HIDDEN_COUNTS.fill(least=SMALLEST, which=hidden))
        total = (
            texts.RUBRIC_RANGE.fill(rubric=rubric, low=low, high=high, most=most, reasons=why)
            if why
            else texts.RUBRIC_TOTAL.fill(rubric=rubric, total=low, most=most)
        )
        paid = table.loc[(table["flag"] != "") & (table["points"] > 0), "points"].sum()
        return together([total, texts.POINTS_OF_ZERO.fill(points=_plain(paid), n=paid) if paid else ""], lang)


def _plain(value: float) -> Text:
    return VALUE.fill(value=value, digits=0 if float(value).is_integer() else 2)


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
    else:
        assert item.target is not None  # `score_rubric` takes no percentage or count without
        share = min(1.0, value / item.target) if item.rule == "proportional" else float(value >= item.target)
    return _weight(item) * share


def _weight(item: Item) -> float:
    """The most points of an item; `score_rubric` takes none without."""
    assert item.weight is not None
    return item.weight


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
    bare = [item.key for item in rubric.items if not _scored(item)]
    if bare:
        raise WrongUse(texts.NOT_A_RUBRIC.fill(profile=rubric.name, items=bare))
    return RubricScore(rubric, checked_answers(answers, rubric))


def _scored(item: Item) -> bool:
    """Whether the file says how the item gives points."""
    return item.weight is not None and (item.kind not in ("percent", "count") or (item.target is not None and item.rule != ""))
