"""A city's workbook and every question it can be asked: read and checked once, answered once, refused in words."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..dictionary.figures import outcomes
from ..disclosure.in_fives import InFives
from ..disclosure.published_before import Remembered
from ..display import Shown, Unanswered
from ..impact.households.designs.choice import of_some
from ..impact.panel.villages import village_panel
from ..impact.plan import Plan, plan
from ..indicators.scorecards import Scorecards, scorecards
from ..one_site.profile import SiteProfile
from ..places.areas import short_name, told_apart
from ..rule import Lots, SelectionRule
from ..say.errors import NotEnoughData, P2wkssError, WrongUse, check_language
from ..tables.intake import load
from ..tables.profiles.own_file import load_rubric
from ..tables.profiles.profile import Profile
from ..tables.workbook.check import Checked
from ..tables.years.joined import check_years
from ..targeting.draw import Draw
from ..targeting.households.assisted import AssistedHouseholds, assisted_households
from ..targeting.households.beneficiaries import Selection, select_households
from .before_after import BeforeAfter, before_after
from .candidates import candidate_households
from .choice.decision import village_codes
from .decided import Decided, decided
from .delivery import CityDelivery, city_delivery
from .household_plan import CityHouseholdPlan, city_household_plan
from .households import CityHouseholds, city_households
from .need import CityNeed, city_need, need_by_year
from .panel import CityPanel, city_panel
from .question import TIMELESS, first_sentence
from .question import question as _question
from .site import city_site
from .sites import CitySites, city_sites
from .texts import answers as texts
from .texts import within as of_within
from .told import Told, decile_cut, helped_by, told_of
from .within import NeedWithin, ProposedWithin, need_within, need_within_proposed

if TYPE_CHECKING:
    from ..places.boundaries import MatchedBoundaries

QUESTIONS = {  # the question of each method, in the order in which a city asks them
    "need": texts.NEED,
    "sites": texts.SITES,
    "assisted": texts.ASSISTED,
    "delivery": texts.DELIVERY,
    "before_after": texts.BEFORE_AFTER,
    "households": texts.HOUSEHOLDS,
    "effect": texts.EFFECT,
    "scorecards": texts.SCORECARDS,
}


class CityAnswers(Shown):
    """What commands, notebooks, the report and the explorer ask of a workbook. `p2.City` adds pictures and pages.

    checked: the workbook as read; tables: its sheets; decided: what its settings decide; as_of: the day on which what was due
    is judged; rubrics: of contests, which score the sheet scores; boundaries: true shapes of its villages; remembered: what
    became of keeping the published numbers, None where nothing was written.
    """

    def __init__(
        self,
        workbook: str | os.PathLike | Checked | Iterable[str | os.PathLike | Checked],
        *,
        key: str | os.PathLike | None = None,
        lang: str | None = None,
        as_of: dt.date | None = None,
        rubrics: Iterable = (),
        boundaries: Any = None,
    ):
        # before the workbook, which takes longer
        self.rubrics = [rubric if isinstance(rubric, Profile) else load_rubric(rubric) for rubric in rubrics]
        self.checked = workbook if isinstance(workbook, Checked) else check_years(workbook, check_language(lang), key=key)
        self.book = self.checked.path or Path(self.checked.file)
        self._own_boundaries = boundaries
        self.until: int | None = None  # see `known_in`
        self.as_of = as_of or dt.date.today()
        self.remembered: Remembered | None = None
        self._answers: dict[tuple, Any] = {}

    # --- what is read and decided --------------------------------------------------------------------------

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Sheet name to table; raises DataFaults with every fault where there is one, NotEnoughData where the file lacks a sheet
        without which answers of the others would mislead."""
        tables = self.checked.usable_tables()
        for sheet, said in texts.WITHOUT.items():
            if sheet in self.checked.absent:
                raise NotEnoughData(said)
        return tables

    @property
    def faults(self) -> pd.DataFrame:
        """Every fault of the workbook, one a row; empty where there is none."""
        return self.checked.faults

    @property
    def synthetic(self) -> bool:
        """Whether the workbook says that its values are made up."""
        return self.checked.synthetic

    @cached_property
    def decided(self) -> Decided:
        """What the settings decide for all outputs."""
        return decided(self.checked)

    @property
    def programme(self) -> str:
        """The programme's own name."""
        return self.decided.programme

    @cached_property
    def regency(self) -> str:
        """The code of the city: as its settings say, else the one all its codes belong to."""
        stated = (self.checked.settings.get("regency_code") or "").strip()
        if stated:
            return stated[:5]
        codes = {
            str(code)[:5]
            for table in self.checked.tables.values()
            if "village_code" in table
            for code in table["village_code"].dropna()
        }
        if len(codes) == 1:
            return codes.pop()
        raise NotEnoughData(texts.NO_REGENCY)

    @cached_property
    def areas(self) -> pd.DataFrame:
        """The villages of the city, rows of the open table `areas`."""
        every = load("areas")
        return every[(every["level"] == "village") & every["area_code"].str.startswith(self.regency + ".")]

    @cached_property
    def boundaries(self) -> MatchedBoundaries | None:
        """The true boundaries of its villages: of the file that was given, else of the one its settings name; None: tiles serve.
        Read and checked once for every picture and page; WrongUse says what is wrong with the file."""
        file = self.decided.boundaries_beside(self.book) if self._own_boundaries is None else self._own_boundaries
        if file is None:
            return None
        from ..places.boundaries import match_boundaries

        return match_boundaries(file, self.areas)

    @cached_property
    def names(self) -> dict[str, str]:
        """Code to name of every village; of two of one name, with the kecamatan."""
        return told_apart(self.areas, load("areas"))

    @cached_property
    def city(self) -> str:
        """The city's short name."""
        every = load("areas")
        return short_name(every.loc[(every["area_code"] == self.regency).to_numpy(), "name"].iloc[0])

    @cached_property
    def told(self) -> Told:
        """The numbers of families of all outputs, decided once."""
        return told_of(self.checked, self.book, self.as_of)

    @property
    def numbers(self) -> InFives:
        """Every number of families as it may be published."""
        return self.told.numbers

    def remember(self) -> None:
        """Keep what is published now for the next edition; called before the first file is written."""
        if self.until is not None:
            raise WrongUse(texts.NOT_TO_PUBLISH.fill(year=self.until))
        self.remembered = self.told.remember()

    def at(self, as_of: dt.date) -> CityAnswers:
        """The same workbook, judged on that day. What no day changes is not asked again."""
        if as_of == self.as_of:
            return self
        then = self._again(self.checked, as_of)
        then._answers.update((asked, answer) for asked, answer in self._answers.items() if asked[0] in TIMELESS)
        return then

    def known_in(self, year: int) -> CityAnswers:
        """The workbook as it stood at the end of `year`: what could be known when the sites of the next year were chosen.

        For asking, not for publishing: it writes no report, whose numbers of families would stand beside those of the whole.
        """
        tables = dict(self.tables)
        for name in ("villages", "neighbourhoods", "sites", "candidates", "deliveries", "scores"):
            tables[name] = tables[name][(tables[name]["year"] <= year).fillna(False).astype(bool)].reset_index(drop=True)
        homes = tables["households"]
        tables["households"] = homes[homes["interview_date"].dt.year <= year].reset_index(drop=True)
        then = self._again(replace(self.checked, tables=tables), dt.date(year, 12, 31))
        then.until = year
        return then

    def _again(self, checked: Checked, as_of: dt.date) -> CityAnswers:
        return type(self)(checked, as_of=as_of, rubrics=self.rubrics, boundaries=self._own_boundaries)

    @property
    def last_entry(self) -> dt.date:
        """The last date on the sheet deliveries, planned or done; today where it holds none."""
        last = self.tables["deliveries"][["planned_date", "actual_date"]].max().max()
        return dt.date.today() if pd.isna(last) else last.date()

    # --- questions -----------------------------------------------------------------------------------------

    @_question
    def need(
        self,
        k: int | None = None,
        weights: Mapping[str, float] | None = None,
        draws: int = 10_000,
        seed: int = 0,
        indicators: Mapping[str, str] | None = None,
        **more: Any,
    ) -> CityNeed:
        """Who needs the programme most next year, and how firm that is (see `city_need`)."""
        tables, d = self.tables, self.decided
        return city_need(
            tables["villages"],
            tables["sites"],
            k,
            draws,
            seed,
            self.names,
            weights or (None if indicators else d.weights),
            d.sites,
            indicators,
            **more,
        )

    @_question
    def need_within(
        self, village: str | None = None, level: str = "rw", k: int = 1, draws: int = 10_000, seed: int = 0
    ) -> NeedWithin:
        """Which RW or RT of a village need it most (see `need_within`); by default of the first proposed village with data."""
        tables = self.tables
        surveyed = {*tables["neighbourhoods"]["village_code"], *tables["households"]["village_code"]}
        if village is None:
            proposed = answered(self.need())
            codes = [proposed.ranking.codes[i] for i in proposed.ranking.top(proposed.k)]
            village = next((code for code in (*proposed.eligibility.fixed, *codes) if code in surveyed), None)
            if village is None:
                raise NotEnoughData(of_within.NO_ROWS_WITHIN.fill(places=[self.names.get(code, code) for code in codes]))
        [village] = village_codes([village], self.regency)
        return need_within(
            tables["neighbourhoods"],
            tables["households"],
            village,
            self.names[village],
            level,
            k,
            cut=decile_cut(tables["villages"]),
            floor_area=self.decided.floor_area,
            draws=draws,
            seed=seed,
        )

    @_question
    def need_within_proposed(self) -> ProposedWithin:
        """Which RW of every proposed village needs it most, or which RT (see `need_within_proposed`)."""
        return need_within_proposed(answered(self.need()), self.tables, self.names, self.need_within)

    @_question
    def need_by_year(self) -> pd.DataFrame:
        """The same index in every year that has its columns: area_code, year, need; sites of the past included."""
        found = self.need()
        if not found:
            raise found.reason
        return need_by_year(self.tables["villages"], found.used, self.names, self.decided.weights)

    def need_map(self) -> pd.DataFrame:
        """The need of every village in the newest year; without rows where none can be ranked."""
        rows = self.need_by_year()
        return rows[rows["year"] == self.need().data_year] if self.need() else pd.DataFrame(columns=["area_code", "year", "need"])

    @_question
    def sites(self) -> CitySites:
        """Past and planned sites, held against the need known when each was chosen (see `city_sites`)."""
        tables, register, found = self.tables, load("programme_sites"), self.need()
        return city_sites(
            tables["sites"],
            tables["villages"],
            found.used if found else (),
            register[register["regency_code"] == self.regency],
            places=self.names,
            weights=self.decided.weights,
        )

    @_question
    def site(self, name: str, year: int | None = None) -> SiteProfile:
        """One site on one page: chosen when and why, need then and now, planned and done, before and after, impact, what is
        missing. name: of the village or its code; year may be left out where it was a site once."""
        return city_site(self, name, year)

    @_question
    def assisted(self) -> AssistedHouseholds:
        """Whom the programme took (see `assisted_households`)."""
        return assisted_households(self.tables["households"], decile_cut(self.tables["villages"]), self.numbers)

    @_question
    def before_after(self) -> BeforeAfter:
        """Every figure known before and after, beside the others where there are any: change, not impact (see `before_after`)."""
        tables, cards = self.tables, self.scorecards()
        return before_after(
            tables["households"],
            tables["villages"],
            tables["sites"],
            cards or None,
            self.decided.floor_area,
            self.numbers,
            self.names,
        )

    @_question
    def households(self, draws: int = 999, seed: int = 0) -> CityHouseholds:
        """The effect on households (see `city_households`)."""
        tables = self.tables
        rule = None if tables["households"].empty else self.checked.household_rule
        return city_households(
            tables["households"],
            self.decided.floor_area,
            *helped_by(tables),
            draws=draws,
            seed=seed,
            told=self.numbers.of("drawn") if of_some(rule) else self.numbers,
            rule=rule,
        ).with_details()

    @_question
    def select_households(
        self,
        n: int,
        score: str,
        per_group: Mapping | None = None,
        quotas: Mapping | None = None,
        include: Iterable = (),
        exclude: Iterable = (),
        needier: str = "higher",
        then: str | tuple[str, str] | None = None,
        seed: int | None = None,
        seed_source: str = "",
        again: bool = False,
    ) -> Selection:
        """A list of exactly `n` households under quotas (see `p2.select_households`), from those visited first; those assisted in
        an earlier programme year are left out and counted, unless `again`."""
        second = then if isinstance(then, str) or then is None else then[0]
        table = candidate_households(
            self.checked, (score, *([second] if second else ()), *(per_group or ()), *(quotas or ())), again
        )
        return select_households(table, n, score, per_group, quotas, include, exclude, needier, then, seed, seed_source)

    @_question
    def delivery(self, as_of: dt.date | None = None) -> CityDelivery:
        """What was delivered in the newest programme year (see `city_delivery`)."""
        if as_of is not None and as_of != self.as_of:
            return self.at(as_of).delivery()
        return city_delivery(self.tables, self.as_of, self.numbers)

    @_question
    def effect(self, rule: SelectionRule | Lots | None = None, draws: int = 999, seed: int = 0) -> CityPanel:
        """The effect on the sites (see `city_panel`), on the main outcome that the settings name or the first that serves; how
        sites were chosen is taken from the sheets sites and candidates, unless a `rule` is given."""
        tables = self.tables
        return city_panel(
            tables["villages"], tables["sites"], rule, draws, seed, self.decided.main_outcome, tables["candidates"]
        ).with_details()

    @_question
    def scorecards(self, profiles: Iterable[str] | None = None) -> Scorecards:
        """Slum scores, healthy families, profiles and rubrics (see `p2.scorecards`)."""
        tables = self.tables
        if all(tables[name].empty for name in ("neighbourhoods", "scores", "households")):
            raise NotEnoughData(texts.NO_SCORES)
        return scorecards(tables, self.rubrics, profiles, self.numbers)

    @_question
    def plan(
        self,
        sites_per_year: int | Iterable[int] | None = None,
        years: int | Iterable[int] = (2, 4),
        rule: SelectionRule | Draw | None = None,
        draws: int = 199,
        seed: int = 0,
        households: int | None = None,
        **survey: Any,
    ) -> Plan | CityHouseholdPlan:
        """How large an effect the next years could show (see `p2.plan`), on the main outcome, with as many
        sites a year as the city chooses; rule None: a public draw. households: how many families will be assisted; then a survey
        of families is planned, with effect, outcome and more as `city_household_plan` takes them."""
        tables, d = self.tables, self.decided
        if households is not None:
            return city_household_plan(tables["households"], d.floor_area, households, draws=draws, seed=seed, **survey)
        for column in [d.main_outcome] if d.main_outcome else outcomes():
            if column in tables["villages"] and tables["villages"][column].notna().any():
                break
        panel, _ = village_panel(tables["villages"], tables["sites"], column)
        usual = d.sites or (self.need().k if self.need() else 1)
        return plan(panel, rule, sites_per_year or usual, years, draws=draws, seed=seed)

    # --- shown ---------------------------------------------------------------------------------------------

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """question, call, answer: the first sentence of each answer, or what to fill in; or the faults of the workbook."""
        if not self.checked.ok:
            return self.checked.table()
        rows = [
            (question.say(lang), f".{name}()", first_sentence(getattr(self, name)().sentence(lang)))
            for name, question in QUESTIONS.items()
        ]
        return pd.DataFrame(rows, columns=["question", "call", "answer"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"question": texts.QUESTION.say(lang), "call": texts.CALL.say(lang), "answer": texts.ANSWER.say(lang)}

    def sentence(self, lang: str | None = None) -> str:
        """How many questions the workbook answers; or how many faults come first."""
        head = texts.SYNTHETIC.say(lang) + " " if self.synthetic else ""
        if not self.checked.ok:
            return head + texts.FAULTS.say(lang, file=self.checked.file, n=len(self.faults))
        answered = sum(bool(getattr(self, name)()) for name in QUESTIONS)
        return head + texts.ANSWERED.say(lang, city=self.city, n=answered, all=len(QUESTIONS))

    def _answer(self, method: Callable, given: tuple, named: Mapping[str, Any]) -> Any:
        try:
            self.tables  # noqa: B018  faults and missing sheets come first
            return method(self, *given, **named)
        except P2wkssError as error:
            return Unanswered(error)


def answered(answer: Any) -> Any:
    """The answer itself, or the error behind a refusal, for who must stop there."""
    if isinstance(answer, Unanswered):
        raise answer.reason
    return answer
