"""Did it help the sites of a city: from the sheets `villages` and `sites` to panels, one of them named beforehand as the main."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from ..dictionary.figures import outcomes, village_figures
from ..dictionary.sheets import fields_of, one_cut
from ..display import Shown, ask
from ..impact.estimate import answers_shown
from ..impact.evaluation import Evaluation, evaluate
from ..impact.methods.several_outcomes import SeveralOutcomes, beside
from ..impact.panel.choice import explained_sentence, ranking_year_sentence
from ..impact.panel.panel import Panel
from ..impact.panel.villages import cut_changes, village_panel
from ..impact.protocol import Protocol, protocol
from ..rule import Lots, SelectionRule
from ..say import Text, one_text, together
from ..say.errors import NotEnoughData, P2wkssError
from .choice import texts as of_choice
from .choice.recorded import Recorded, recorded_choice
from .need import column_name
from .texts import panel as texts
from .texts import sites as of_sites

SOURCED = ("poverty", "slum")  # aspects of one figure alone: the source typed for the aspect is that of the figure
LEAST_YEARS, LEAST_PLACES = 4, 8  # fewer years or villages give no history to foretell by


@dataclass(frozen=True, eq=False, repr=False)
class CityPanel(Shown):
    """The villages of a city's workbook, evaluated.

    main: the evaluation of the main outcome; several: all outcomes together, or None with `why_alone`; refused: column to
    the reason; left_out: villages whose programme began before the figures do; sources: column to years by source;
    cut: the one decile up to which all villages count in all years, or None; stated: ways of choosing that the sheet names for
    the sites evaluated, each with its number of sites; named_by_city: the main outcome is the one of the sheet `settings`;
    recorded: column to what the workbook records of how the sites were chosen; rule_given: the caller named a rule instead.
    """

    main: Evaluation
    outcome: str
    protocol: Protocol
    several: SeveralOutcomes | None
    columns: tuple[str, ...]
    why_alone: Text | None
    refused: dict[str, Text]
    left_out: int
    sources: dict[str, dict[str, tuple[int, int]]]
    cut: int | None = None
    stated: tuple[tuple[str, int], ...] = ()
    named_by_city: bool = False
    recorded: Mapping[str, Recorded] = field(default_factory=dict)
    rule_given: bool = False

    def with_details(self) -> CityPanel:
        """Itself, with every further question that pages print already answered."""
        for question in (self.main.ledger, lambda: self.main.ledger("year"), self.main.by_year):
            ask(question)
        return self

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """Every method on the main outcome, as a report prints it (see `Evaluation.for_report`)."""
        return self.main.for_report(lang)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return answers_shown(self.table(lang), lang)

    def sentence(self, lang: str | None = None) -> str:
        """The main answer."""
        return self.named(lang).sentence(lang)

    def other_assumption_sentence(self, lang: str | None = None) -> str:
        """What the answer would be had the sites been fixed years ahead; empty where how they were chosen is known."""
        said = self.main.other_assumption(lang)
        advice = [] if self.stated else [texts.RECORD_THE_CHOICE]  # what is on the sheet, `stated_choice_sentence` tells
        return together([said, *advice], lang) if said else ""

    def stated_choice_sentence(self, lang: str | None = None) -> str:
        """That the sheet names a way of choosing, and why it is no rule yet; empty where it names none, or one is used."""
        if self.main.choice.kind != "unknown":
            return ""
        if self._record.unused:
            return of_choice.CHOICE_NOT_USED.say(lang, reasons=self._record.unused)
        if not self.stated:
            return ""
        words = {c["value"]: Text.of(c["label"]) for f in fields_of("sites") if f["name"] == "chosen_by" for c in f["categories"]}
        ways = [of_sites.WAY_WITH_COUNT.fill(way=words.get(way, way), n=n) for way, n in self.stated]
        return texts.STATED_CHOICE.say(lang, ways=ways)

    def choice_used_sentence(self, lang: str | None = None) -> str:
        """Which record of the workbook stands for how sites were chosen, or that the rule of the analyst does in its place; empty
        where neither is."""
        found = self._record
        said = found.used if not self.rule_given else of_choice.RULE_OF_ANALYST if found.used or found.unused else None
        return said.say(lang) if said else ""

    @property
    def _record(self) -> Recorded:
        return self.recorded.get(self.outcome) or Recorded(self.main.panel)

    def label(self, column: str, lang: str | None = None) -> str:
        """A column as the workbook calls it, with the deciles it counts where they are the same throughout."""
        return column_name(column, self.cut).say(lang)

    def named(self, lang: str | None = None) -> Evaluation:
        """The main evaluation with its outcome called as the workbook calls it."""
        return replace(self.main, panel=replace(self.main.panel, outcome=self.label(self.outcome, lang)))

    def named_before(self, lang: str | None = None) -> str:
        """Which outcome is the main one, and by which rule it was fixed before any figure was seen."""
        outcome = column_name(self.outcome, self.cut)
        if self.named_by_city:
            return texts.MAIN_BY_CITY.say(lang, outcome=outcome)
        order = [column_name(c, self.cut) for c in outcomes()][:3]
        return together([texts.MAIN.fill(outcome=outcome), texts.ORDER_FIXED.fill(order=order)], lang)

    def outcomes_table(self, lang: str | None = None) -> pd.DataFrame | None:
        """The headline of each outcome with p_max_t, the outcome in words; None where they cannot be judged together."""
        if self.several is None:
            return None
        return self.several.table(lang).assign(outcome=[self.label(c, lang) for c in self.columns])

    def outcomes_sentence(self, lang: str | None = None) -> str:
        """How many outcomes were looked at, and the least p over all of them; or why they cannot be judged together."""
        if self.several is None:
            return self.why_alone.say(lang) if self.why_alone else ""
        several = replace(self.several, outcomes=tuple(self.label(c, lang) for c in self.columns))
        return together([several.sentence(lang), *self._otherwise()], lang)

    def _otherwise(self) -> list[Text]:
        """The outcomes for which the record of the choice is used otherwise than for the main one, with why."""
        if self.rule_given or not self._record.used:
            return []
        return [
            of_choice.CHOICE_NOT_USED_FOR.fill(outcome=column_name(c, self.cut), reasons=record.unused)
            for c, record in self.recorded.items()
            if record.unused
        ]

    def limits(self, lang: str | None = None, programme: str = "P2WKSS") -> list[str]:
        """What is estimated and what is not, how sites were chosen, for a city's own register and figures."""
        how = [
            self.main.choice.sentence(lang),
            explained_sentence(self.main.panel, self.main.choice, lang),
            ranking_year_sentence(lang),
        ]
        return [*(text.say(lang, programme=programme) for text in texts.LIMITS), *(text for text in how if text)]

    def breaks_sentence(self, lang: str | None = None) -> str:
        """Which outcomes changed their source on the way; empty where none did."""
        changes = [
            texts.COLUMN_WITH_SOURCES.fill(
                column=column_name(column, self.cut),
                sources=[
                    (texts.SOURCE_IN_YEARS if last > first else texts.SOURCE_IN_YEAR).fill(source=source, first=first, last=last)
                    for source, (first, last) in years.items()
                ],
            )
            for column, years in self.sources.items()
            if len(years) > 1
        ]
        return texts.SOURCE_CHANGED.say(lang, changes=changes) if changes else ""

    def left_out_sentence(self, lang: str | None = None) -> str:
        """How many villages are left out because they were sites before the figures begin; empty where none was."""
        if not self.left_out:
            return ""
        return texts.LEFT_OUT.say(lang, n=self.left_out, first=self.main.panel.years[0])


def city_panel(
    villages: pd.DataFrame,
    sites: pd.DataFrame,
    rule: SelectionRule | Lots | None = None,
    draws: int = 999,
    seed: int = 0,
    main: str | None = None,
    candidates: pd.DataFrame | None = None,
) -> CityPanel:
    """Evaluate the sites of a city on its own yearly figures.

    villages, sites: sheets of a checked workbook. A village is a site from its first programme year on; planned years
    after the last figures are no sites yet. The main outcome is the first of `outcomes()` with at least four years and
    eight villages, or `main` where the city named one beforehand; the share in low deciles is refused where its cut changed.
    rule: how sites were chosen (`SelectionRule` or a draw); by default what the sheets record (see `recorded_choice`), and where
    they do not, nothing is assumed in silence. candidates: that sheet, where there is one.

    Raises NotEnoughData where no outcome, or not the one named, can be evaluated.
    """
    panels, refused, early = {}, {}, {}
    for column in outcomes():
        found = outcome_panel(villages, sites, column)
        if isinstance(found, Text):
            refused[column] = found
        else:
            panels[column], early[column] = found
    if not panels or main in refused:
        why = refused[main] if main in refused else next(iter(refused.values()))
        raise NotEnoughData(texts.NO_EFFECT_OF_SITES.fill(why=why))
    outcome = main or next(iter(panels))
    panels = {outcome: panels.pop(outcome), **panels}
    records = {c: recorded_choice(panel, sites, candidates, villages) for c, panel in panels.items()}
    if rule is None:
        panels = {c: record.panel for c, record in records.items()}
    rules = {c: record.rule if rule is None else rule for c, record in records.items()}
    evaluation = evaluate(panels[outcome], rules[outcome], draws=draws, seed=seed)
    several, columns, alone = _together(evaluation, panels, rules)
    tidy = villages.dropna(subset=["year", "village_code"])
    sources = {c: _sources(tidy, c) for c in panels if village_figures()[c].aspect in SOURCED}
    return CityPanel(
        evaluation,
        outcome,
        protocol(panels[outcome], rules[outcome]),
        several,
        columns,
        alone,
        refused,
        early[outcome],
        sources,
        one_cut(tidy),
        _stated(sites, panels[outcome]),
        main is not None,
        records,
        rule is not None,
    )


def _stated(sites: pd.DataFrame, panel: Panel) -> tuple[tuple[str, int], ...]:
    """Ways of choosing named for the first year of each site of the panel, the most frequent first."""
    if "chosen_by" not in sites:
        return ()
    first = sites.dropna(subset=["year", "village_code"]).sort_values("year", kind="stable").drop_duplicates("village_code")
    ways = first.loc[first["village_code"].isin(panel.units[panel.treated]), "chosen_by"].dropna().astype(str)
    return tuple(
        (way, int(n))
        for way, n in ways.value_counts().sort_index(kind="stable").sort_values(ascending=False, kind="stable").items()
    )


def outcome_panel(villages: pd.DataFrame, sites: pd.DataFrame, column: str, **more: Any) -> tuple[Panel, int] | Text:
    """(panel, villages left out) of one column, or why there is none; more: as `village_panel`."""
    name = column_name(column, one_cut(villages))
    rows = villages[villages[column].notna()].dropna(subset=["year", "village_code"]) if column in villages else villages.iloc[:0]
    try:
        years, places = rows["year"].nunique(), rows["village_code"].nunique()
        if (years < LEAST_YEARS or places < LEAST_PLACES) and not cut_changes(rows, column):
            return _too_little(name, places, years)
        panel, early = village_panel(villages, sites, column, **more)
    except NotEnoughData as error:
        return Text(error.sentence("id"), error.sentence("en"))
    except P2wkssError as error:
        return one_text([texts.COLUMN_REFUSED.fill(column=name, why=Text(error.sentence("id"), error.sentence("en")))])
    if not panel.treated.any():
        first, last = int(rows["year"].min()), int(rows["year"].max())
        return one_text([texts.NO_SITE_BEGAN.fill(column=name, first=first, last=last)])
    return panel, early


def _too_little(name: Text, places: int, years: int) -> Text:
    """What is lacking, and only that: years, villages, or both."""
    lacking = [
        said.fill(least=least, there=texts.SO_FAR.fill(n=there) if there else texts.NONE_SO_FAR)
        for said, least, there in ((texts.YEARS_NEEDED, LEAST_YEARS, years), (texts.PLACES_NEEDED, LEAST_PLACES, places))
        if there < least
    ]
    return one_text([texts.TOO_LITTLE.fill(column=name, lacking=lacking)])


def _together(
    main: Evaluation, panels: dict[str, Panel], rules: Mapping[str, SelectionRule | Lots | None]
) -> tuple[SeveralOutcomes | None, tuple[str, ...], Text | None]:
    """All outcomes at once with max-t, or why they cannot be judged together."""
    columns = tuple(panels)
    if len(panels) < 2:
        return None, columns, texts.ONLY_ONE_OUTCOME
    try:
        asked = list(panels.values()), [rules[c] for c in columns]
        return beside(main.given, *asked, main.draws, main.seed), columns, None
    except P2wkssError as error:
        return None, columns, Text(error.sentence("id"), error.sentence("en"))


def _sources(tidy: pd.DataFrame, column: str) -> dict[str, tuple[int, int]]:
    """Source as typed to its first and last year."""
    name = f"{village_figures()[column].aspect}_source"
    if name not in tidy:
        return {}
    rows = tidy[tidy[column].notna() & tidy[name].notna()]
    return {str(s): (int(y.min()), int(y.max())) for s, y in rows.groupby(name, sort=False)["year"]}
