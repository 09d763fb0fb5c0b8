"""All scorecards of a city's workbook: slum score by RT, healthy families, readiness by profile, a contest's rubric."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.sheets import same_word
from ..disclosure.in_fives import InFives
from ..display import Shown
from ..display.headings import add_words
from ..say import Text
from ..say.errors import WrongUse
from ..tables.asked_columns import check_frame
from ..tables.profiles.own_file import load_rubric, profile_of
from ..tables.profiles.profile import Profile, known_profiles, short_title
from .healthy_family_waves import HealthyFamilyWaves, healthy_family_waves, visit
from .readiness import Readiness, checked_answers
from .rubric import RubricScore, score_rubric
from .score_change import ScoreChange, score_change
from .slum_change import SlumChange, slum_change
from .texts import scorecards as texts

COLUMNS = ["card", "area_code", "rw", "rt", "year", "measure", "value", "most", "cases"]
_WAVES = range(10)  # that have words
for code, words in texts.CARDS.items():
    add_words("card", code, words)
for code, words in texts.MEASURES.items():
    add_words("measure", code, words)
for group, words in texts.HEALTHY.items():
    for wave in _WAVES:
        add_words("measure", f"healthy_percent, {group}, wave {wave}", words.fill(wave=visit(wave)))


@dataclass(frozen=True)
class VillageCard(Shown):
    """One village in one year by one profile; place: its name and code; result: a Readiness or, by a rubric, a RubricScore."""

    area_code: str
    place: str
    year: int
    profile: Profile
    result: Readiness | RubricScore

    def table(self) -> pd.DataFrame:
        """The table of the result, for the office. Single cases of violence or marriage tell of people: `.published()`."""
        return self.result.table()

    def published(self) -> pd.DataFrame:
        """The table of the result without counts of one to four and the points that would tell them."""
        return self.result.published()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.result._frame_shown(lang)

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return self.result._labels_shown(lang)

    def sentence(self, lang: str | None = None) -> str:
        """Place and year, then the sentence of the result."""
        return f"{self.place}, {self.year}: {self.result.sentence(lang)}"

    def finding(self, lang: str | None = None) -> str:
        """The sentence without what is the same for every village."""
        return f"{self.place}, {self.year}: {self.result.finding(lang)}"


@dataclass(frozen=True)
class Scorecards(Shown):
    """What a workbook says in scorecards; a part without data is None or empty.

    slum : SlumChange; families : HealthyFamilyWaves; cards : VillageCard of every village, year and profile; changes : by
    name and code of the village a ScoreChange from its first to its last year, one a profile; not_known : names of
    profiles in the sheet that are neither known nor loaded, with their number of lines.
    """

    slum: SlumChange | None
    families: HealthyFamilyWaves | None
    cards: tuple[VillageCard, ...]
    changes: tuple[tuple[str, ScoreChange], ...]
    not_known: Mapping[str, int]

    def latest(self) -> tuple[VillageCard, ...]:
        """The newest card of every village and profile."""
        newest = {(card.area_code, card.profile.name): card for card in sorted(self.cards, key=lambda c: c.year)}
        return tuple(newest.values())

    def table(self) -> pd.DataFrame:
        """One row a figure: card, area_code, rw, rt, year, measure, value, most, cases.

        card: `slum`, `iks`, or the name of a profile. Slum: the score before and after of each RT (most 80) and the
        ministry's contribution (most 1), missing for an RT of one to four households. IKS: percent of healthy families by
        wave (measure names group and wave; cases are the families it is of, in fives), missing where it would be of few.
        Profiles: items met of those that can be judged (most), by a rubric the lowest and highest total (most: sum of the
        weights). Counts of one to four are in no figure.
        """
        return pd.DataFrame([*self._slum_rows(), *self._family_rows(), *self._card_rows()], columns=COLUMNS).astype(
            {"rw": "Int64", "rt": "Int64", "year": "Int64", "cases": "Int64", "value": "float64", "most": "float64"}
        )

    def _slum_rows(self) -> Iterator[tuple]:
        for row in self.slum.published().itertuples() if self.slum else ():
            place = ("slum", row.area_code, row.rw, row.rt)
            yield (*place, row.year_before, "score_before", _float(row.score_before), 80, pd.NA)
            if not pd.isna(row.year_after):  # an RT with one survey has no second year
                yield (*place, row.year_after, "score_after", _float(row.score_after), 80, pd.NA)
                yield (*place, row.year_after, "contribution", round(_float(row.contribution), 2), 1, pd.NA)

    def _family_rows(self) -> Iterator[tuple]:
        for row in self.families.published().itertuples() if self.families else ():
            yield (
                "iks",
                pd.NA,
                pd.NA,
                pd.NA,
                pd.NA,
                f"healthy_percent, {row.group}, wave {row.wave}",
                row.healthy_percent,
                100,
                row.indexed,
            )

    def _card_rows(self) -> Iterator[tuple]:
        for card in self.cards:
            place = (card.profile.name, card.area_code, pd.NA, pd.NA, card.year)
            if isinstance(card.result, RubricScore):
                for measure, total in zip(("lowest_total", "highest_total"), card.result.told, strict=True):
                    yield (*place, measure, total, card.result.most, pd.NA)
            else:
                met = card.published()["met"]
                yield (*place, "items_met", float(met.sum()), float(met.notna().sum()), pd.NA)

    def sentences(self, lang: str | None = None) -> list[str]:
        """One text a card: slum, healthy families, the newest of every village and profile, changes, what was not read."""
        parts = [part.sentence(lang) for part in (self.slum, self.families) if part is not None]
        parts += [card.finding(lang) for card in self.latest()]
        parts += [f"{place}: {change.sentence(lang)}" for place, change in self.changes]
        profiles = {card.profile.name: card.profile for card in self.cards}
        parts += [
            f"{short_title(profile).say(lang)}: {profile.note(lang)}" for profile in profiles.values() if profile.note(lang)
        ]
        if self.not_known:
            named = [texts.PROFILE_WITH_LINES.fill(profile=name, n=n) for name, n in self.not_known.items()]
            parts.append(texts.NOT_LOADED.say(lang, profiles=named))
        return parts

    def sentence(self, lang: str | None = None) -> str:
        """All sentences in one text; says so where the workbook holds no scorecard."""
        return " ".join(self.sentences(lang)) or texts.NO_CARD.say(lang)


def _float(value: Any) -> float:
    return np.nan if value is pd.NA or value is None else float(value)


def scorecards(
    tables: Mapping[str, pd.DataFrame],
    rubrics: Iterable[str | os.PathLike | Profile] = (),
    profiles: Iterable[str] | None = None,
    told: InFives | None = None,
) -> Scorecards:
    """All scorecards of a city's workbook.

    Parameters
    ----------
    tables : sheet name to table, as `check(path).tables`; used are neighbourhoods, sites, households and scores, each where
        it has lines
    rubrics : rubrics of contests or profiles of your own, as files or as `load_rubric` gave them; they score the lines whose
        column `profile` holds their name
    profiles : names of the profiles wanted from the sheet scores; None for all
    told : the published numbers of families of the whole workbook, by default of its sheet households alone (see `in_fives`)

    Returns
    -------
    Scorecards with .table(), .sentences(lang), .sentence(lang) and its parts .slum, .families, .cards, .changes.

    Raises WrongUse for answers that cannot be or a profile that is not known, DataFaults for a faulty rubric. Check the
    workbook first (`check`): a cell with a fault is missing here.

    Not for the question whether the programme helped: these are states of one place over time (`evaluate_households`).

    >>> answers = pd.DataFrame({"village_code": "32.76.11.1001", "year": 2025, "profile": "krppa",
    ...                         "item": ["finance", "child_marriages"],
    ...                         "answer": pd.array([True, pd.NA], dtype="boolean"), "value": [float("nan"), 2.0]})
    >>> scorecards({"scores": answers}).table()[["card", "year", "measure", "value", "most"]].values.tolist()
    [['krppa', 2025, 'items_met', 1.0, 2.0]]
    """
    extra = [rubric if isinstance(rubric, Profile) else load_rubric(rubric) for rubric in rubrics]
    cards, not_known = _cards(_sheet(tables, "scores"), extra, profiles, _names(_sheet(tables, "villages")))
    surveys, households = _sheet(tables, "neighbourhoods"), _sheet(tables, "households")
    return Scorecards(
        slum_change(surveys, tables.get("sites")) if surveys is not None else None,
        healthy_family_waves(households, told) if households is not None else None,
        cards,
        _changes(cards),
        not_known,
    )


def _sheet(tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame | None:
    table = tables.get(name) if isinstance(tables, Mapping) else tables
    if table is None:
        return None
    check_frame(table, texts.A_SCORECARD)
    return None if table.empty else table


def _names(villages: pd.DataFrame | None) -> dict[str, str]:
    """Village codes to names, where the sheet of villages has them."""
    if villages is None or "village" not in villages:
        return {}
    known = villages.dropna(subset=["village_code", "village"])
    return dict(zip(known["village_code"], known["village"], strict=True))


def _cards(
    scores: pd.DataFrame | None, extra: list[Profile], wanted: Iterable[str] | None, names: Mapping[str, str]
) -> tuple[tuple[VillageCard, ...], dict[str, int]]:
    known = {**known_profiles(), **{profile.name: profile for profile in extra}}
    by_word = {same_word(name): profile for name, profile in known.items()}
    if wanted is not None:
        by_word = {same_word(p.name): p for p in (by_word.get(same_word(name)) or profile_of(name) for name in wanted)}
    if scores is None:
        return (), {}
    needed = ["village_code", "year", "profile", "item", "answer", "value"]
    absent = [c for c in needed if c not in scores]
    if absent:
        raise WrongUse(texts.SCORE_COLUMNS_ABSENT.fill(absent=absent))
    lines = scores.dropna(subset=["village_code", "year", "profile", "item"])
    cards: list[VillageCard] = []
    not_known: dict[str, int] = {}
    for (area, year, name), group in lines.groupby(["village_code", "year", "profile"], sort=True):
        profile = by_word.get(same_word(name))
        if profile is None:
            if wanted is None:
                not_known[name] = not_known.get(name, 0) + len(group)
            continue
        place = f"{names[area]} ({area})" if area in names else area
        cards.append(VillageCard(area, place, int(year), profile, _result(group, profile, place, int(year))))
    return tuple(cards), not_known


def _result(group: pd.DataFrame, profile: Profile, place: str, year: int) -> Readiness | RubricScore:
    answers: dict = {}
    for row in group.itertuples():
        item = profile.find(row.item)
        key = item.key if item else row.item
        if key in answers:
            raise WrongUse(texts.ITEM_TWICE.fill(place=place, year=year, item=key, profile=profile.name))
        yes_no = item is not None and item.kind == "yes_no"
        found = row.answer if yes_no else row.value
        answers[key] = None if pd.isna(found) else bool(found) if yes_no else float(found)
    try:
        if all(item.weight is not None for item in profile.items):
            return score_rubric(answers, profile)
        return Readiness(profile, checked_answers(answers, profile))
    except WrongUse as fault:
        why = Text(fault.sentence("id"), fault.sentence("en"))
        raise WrongUse(texts.CARD_REFUSED.fill(place=place, year=year, why=why)) from None


def _changes(cards: tuple[VillageCard, ...]) -> tuple[tuple[str, ScoreChange], ...]:
    """First against last year of every village and profile with two years or more."""
    by_place: dict[tuple[str, str], list[VillageCard]] = {}
    for card in cards:
        by_place.setdefault((card.area_code, card.profile.name), []).append(card)
    found = []
    for group in by_place.values():
        first, last = (min(group, key=lambda c: c.year), max(group, key=lambda c: c.year))
        if first.year < last.year:
            before, after = (Readiness(card.profile, card.result.values) for card in (first, last))
            found.append((first.place, score_change(before, after, first.year, last.year)))
    return tuple(found)
