"""Readiness of a village by the items of a profile, such as the ten of KRPPA: side by side, without a total.

No official weights were found for KRPPA or RBI, nor cut-offs of their percentages, so none are used. A count of zero
can mean that nothing happened or that nothing was reported, and is flagged.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..disclosure.small_cells import SMALLEST
from ..display import Shown
from ..say import Text, one_text, together
from ..say.errors import WrongUse
from ..tables.profiles.own_file import profile_of
from ..tables.profiles.profile import Item, Profile, short_title
from ..tables.profiles.texts import KINDS
from .measured import Range, check, floats
from .texts import readiness as texts

UNREPORTED, FEW = "may be unreported", "few cases, hidden"


@dataclass(frozen=True)
class Readiness(Shown):
    """The items of one village by a profile; `values` maps their names to numbers, NaN where not known."""

    profile: Profile
    values: Mapping[str, float]

    def table(self) -> pd.DataFrame:
        """One row an item: number, indicator, kind, value, met, flag.

        number: the official one, missing where none was found. kind: yes_no, percent, zero, count, points. met: True or
        False for yes/no, for cases that should be none and where the profile gives a target; missing otherwise and where
        not known. flag: `may be unreported` where a number of cases is zero. For the office: what leaves is `.published()`.
        """
        rows = [
            (
                item.number,
                item.key,
                item.kind,
                self.values[item.key],
                met(item, self.values[item.key]),
                flag(item, self.values[item.key]),
            )
            for item in self.profile.items
        ]
        table = pd.DataFrame(rows, columns=["number", "indicator", "kind", "value", "met", "flag"])
        return table.astype({"number": "Int64", "met": "boolean"})

    def published(self) -> pd.DataFrame:
        """What may leave: the table without counts of one to four, whose flag is `few cases, hidden`. Cases that should be none
        stay not met; whether another such count reaches its target is missing."""
        table = self.table()
        few = pd.Series([few_cases(item, self.values[item.key]) for item in self.profile.items], index=table.index)
        return table.assign(
            value=table["value"].mask(few),
            flag=table["flag"].mask(few, FEW),
            met=table["met"].mask(few & (table["kind"] != "zero")),
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.published().assign(indicator=[item.label(lang) for item in self.profile.items])

    def sentence(self, lang: str | None = None) -> str:
        """What was found, and what is not known about the profile."""
        return f"{self.finding(lang)} {self.profile.note(lang)}".strip()

    def finding(self, lang: str | None = None) -> str:
        """How many items that can be judged are met, what is missing, and what zero counts can mean."""
        table = self.published()
        shown = sum(item.kind in ("percent", "count", "points") and item.target is None for item in self.profile.items)
        missing = [item.labels for item in self.profile.items if np.isnan(self.values[item.key])]
        zero = [item.labels for item in self.profile.items if flag(item, self.values[item.key])]
        said = [
            texts.ITEMS_MET.fill(met=table["met"].sum(), judged=table["met"].notna().sum(), profile=short_title(self.profile)),
            texts.NO_THRESHOLD.fill(n=shown) if shown else "",
            texts.NO_DATA.fill(items=missing) if missing else "",
            texts.ZERO_CASES.fill(items=zero) if zero else "",
        ]
        return together(said, lang)


def met(item: Item, value: float) -> Any:
    """Whether an answer meets its item: True, False, or pd.NA where it is not known or no target says so."""
    if np.isnan(value):
        return pd.NA
    if item.kind == "yes_no":
        return bool(value == 1)
    if item.kind == "zero":
        return bool(value == 0)
    return pd.NA if item.target is None else bool(value >= item.target)


def flag(item: Item, value: float) -> str:
    """`may be unreported` where a number of cases is zero, else ""."""
    return UNREPORTED if item.kind == "zero" and value == 0 else ""


def few_cases(item: Item, value: float) -> bool:
    """Whether an answer counts one to four, which can point at people: what leaves the office does not tell it."""
    return item.kind in ("zero", "count") and 0 < value < SMALLEST


def readiness(answers: Mapping, profile: str | os.PathLike | Profile = "krppa") -> Readiness:
    """The items of one village by a profile, checked and side by side.

    Parameters
    ----------
    answers : mapping keyed by the names of the profile's items: yes/no as True/False (1/0), percentages 0-100, counts
        of cases 0 or more; missing (None) where not known
    profile : "krppa", "rbi", the path of a profile or rubric of your own (see `load_rubric`), or a Profile

    Returns
    -------
    Readiness. There is no total: weights and cut-offs are not invented. A rubric with weights: `score_rubric`.

    Raises WrongUse naming every item that is absent, not known or out of range, and for an unknown profile.

    Do not use it to rank villages: a village that reports no case of violence is not safer than one that does.

    Source: KRPPA Kepmen PPPA 70/2021; RBI as the press names its items, no numbered list was found. Kinds are this
    package's reading.

    >>> village = {**dict.fromkeys(profile_of("krppa").keys(), 1), "violence_cases": 0, "child_labour_cases": 0}
    >>> int(readiness(village).table()["met"].sum())
    6
    """
    profile = profile_of(profile)
    values = checked_answers(answers, profile)
    absent = [item.key for item in profile.items if item.key not in answers]
    if absent:
        raise WrongUse(texts.ITEMS_ABSENT.fill(absent=absent))
    return Readiness(profile, values)


def krppa_readiness(answers: Mapping) -> Readiness:
    """The ten indicators of a village friendly to women and children (KRPPA/DRPPA): `readiness` by the profile "krppa".

    >>> village = {**dict.fromkeys(profile_of("krppa").keys(), 1), "child_marriages": 2}
    >>> krppa_readiness(village).table()["met"].sum().item()
    4
    """
    return readiness(answers, "krppa")


def checked_answers(answers: Mapping, profile: Profile) -> dict[str, float]:
    """The answers as numbers by item, NaN where missing or absent; every answer that cannot be is refused at once."""
    if not isinstance(answers, Mapping):
        raise WrongUse(texts.ANSWERS_NOT_A_MAPPING)
    known = profile.keys()
    strange = [str(key) for key in answers if key not in known]
    if strange:
        raise WrongUse(texts.UNKNOWN_ITEMS.fill(items=strange, profile=profile.name, known=known))
    values, faults = {}, []
    for item in profile.items:
        try:
            values[item.key] = _value(item, answers.get(item.key))
        except WrongUse as fault:
            faults.append(fault)
    if faults:
        raise WrongUse(one_text(Text(fault.sentence("id"), fault.sentence("en")) for fault in faults))
    return values


def _value(item: Item, answer: Any) -> float:
    yes_no = item.kind == "yes_no" and isinstance(answer, bool | np.bool_)
    value = floats(int(answer) if yes_no else answer, item.key)
    most = {"yes_no": 1, "percent": 100, "points": item.weight or 1e6}.get(item.kind, 1e6)
    said = texts.ITEM.fill(key=item.key, label=item.labels, kind=KINDS[item.kind])
    if value.shape != ():
        raise WrongUse(texts.ONE_ANSWER.fill(item=said))
    check({item.key: value}, {item.key: Range(said, None, 0, most)})
    if item.kind in ("yes_no", "zero", "count") and not np.isnan(value) and value % 1:
        raise WrongUse(texts.WHOLE_OR_YES.fill(item=said))
    return value.item()
