"""The effect on a city's households: one main outcome named beforehand, the others with p-values adjusted for their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..dictionary.sheets import fields_of
from ..disclosure.few_digits import CHANCES, FIGURES, coarse, few_digits
from ..disclosure.in_fives import BASE, ENOUGH, InFives, families_text, in_fives
from ..display import Shown, ask
from ..impact.estimate import Estimate
from ..impact.households.designs.choice import in_the_draw, read_choice
from ..impact.households.designs.given_rule import given_rule, reason
from ..impact.households.outcomes import FLOOR_AREA, OUTCOMES, Outcome, with_outcomes
from ..impact.households.public import public_attrition, public_balance, wave_groups
from ..impact.households.table import Waves, read_waves
from ..impact.households.waves import AT_THE_END, HouseholdEvaluation, evaluate_households, without_counts
from ..impact.households.words import Named, answer_sentence, base_of, later_sentence, limits, visit, within
from ..impact.texts.households import NEAR_CUT_ONLY, NOT_LIKE_LOTS, ONE_SITE, POINTS
from ..rule import HouseholdRule
from ..say import Text, one_text, together
from ..say.errors import NotEnoughData, P2wkssError, check_language
from ..tables.workbook.settings import FIGURE
from .texts import households as texts
from .texts import panel as of_panel

TABLE = (
    "outcome",
    "main",
    "unit",
    "better",
    "estimate",
    "conf_low",
    "conf_high",
    "p_value",
    "p_holm",
    "smallest_detectable",
    "n_treated",
    "n_comparison",
    "range_low",
    "range_high",
    "note",
)
UNEQUAL = 0.25  # standard deviations beyond which both sides started differently
DIFFERENCES = 2  # of which a summary tells
STARTING = ("registry_decile", "members")  # shown in the balance beside the outcomes


@dataclass(frozen=True)
class OneOutcome:
    """One outcome beside the main: its waves, the answer, and the p that allows for all of them (Holm)."""

    outcome: Outcome
    waves: Waves
    answer: Estimate
    p_holm: float


@dataclass(frozen=True, eq=False, repr=False)
class CityHouseholds(Shown):
    """The households of a city's workbook, evaluated on every household; every number of them that is shown is one of `told`
    (see `in_fives`), and an estimate is shown where both sides have enough of these.

    main: the full evaluation of the main outcome; outcome: which it is; others; refused: (outcome, why) that could not be
    evaluated; wave: the visit at which all are read; table_of: the sheet with the outcomes as columns.
    """

    main: HouseholdEvaluation
    outcome: Outcome
    others: tuple[OneOutcome, ...]
    refused: tuple[tuple[Outcome, Text], ...]
    wave: int
    households: pd.DataFrame
    told: InFives
    sectors: tuple[str, ...] = ()
    dosed: bool = False

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row an outcome, the main first: outcome, main, unit, better, estimate, conf_low, conf_high, p_value, p_holm (of
        the others alone, allowing for their number), smallest_detectable, n_treated, n_comparison, note."""
        rows = [self._row(self.outcome, self.main.waves, self.main.headline, np.nan, lang, True)]
        rows += [self._row(o.outcome, o.waves, o.answer, o.p_holm, lang, False) for o in self.others]
        seen = [self._seen(key, self.wave) for key in (self.outcome.key, *(o.outcome.key for o in self.others))]
        table = self._told(pd.DataFrame(rows, columns=list(TABLE)), *zip(*seen, strict=True))
        few = table[["n_treated", "n_comparison"]].lt(ENOUGH).any(axis=1)
        return table.assign(note=table["note"].mask(few, ""))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang)
        shown["outcome"] = [
            texts.MAIN_OUTCOME.say(lang, outcome=name) if main else name
            for name, main in zip(shown["outcome"], shown["main"], strict=True)
        ]
        return shown.drop(columns=["main", "better", "p_value", "note", "range_low", "range_high"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {
            "unit": texts.UNIT.say(lang),
            "n_treated": texts.N_ASSISTED.say(lang),
            "n_comparison": texts.N_COMPARISON.say(lang),
        }

    def _notes_shown(self, lang: str) -> list[str]:
        return [self.choice_sentence(lang), self.named_before(lang), *([self.others_sentence(lang)] if self.others else [])]

    def with_details(self) -> CityHouseholds:
        """Itself, with every further question that pages print already answered."""
        for question in (self.by_wave, self.by_sector, self.by_dose, self.main.lee_bounds):
            ask(question)
        return self

    def by_wave(self, lang: str | None = None) -> pd.DataFrame:
        """The main outcome at every visit after the first: wave, when, estimate, conf_low, conf_high, n_treated, n_comparison."""
        rows = self.main.by_wave(lang)
        rows = rows.assign(when=[visit(w).say(lang) for w in rows["wave"]])
        return self._told(rows, *zip(*(self._seen(self.outcome.key, w) for w in rows["wave"]), strict=True))

    def by_sector(self, lang: str | None = None) -> pd.DataFrame | None:
        """The main outcome by sector of the help received; None where no delivery names a household."""
        if not self.sectors:
            return None
        rows = self.main.by_sector(list(self.sectors), lang)
        return self._told(rows, [self.told[f"helped|{name}"] for name in self.sectors])

    def by_dose(self, lang: str | None = None) -> pd.DataFrame | None:
        """The main outcome by how much of what was meant for each household was carried out; None where nobody knows, or where
        all got the same share."""
        rows = self.main.by_dose("dose_percent", lang) if self.dosed else None
        return None if rows is None or len(rows) < 2 else self._told(rows, [self.told[f"dose|{n}"] for n in range(len(rows))])

    def width_sentence(self, rows: pd.DataFrame, lang: str | None = None) -> str:
        """Why an interval among `rows` of `.by_sector()` or `.by_dose()` is narrower than that of all assisted households; empty
        where none is."""
        whole = self.main.headline.conf_high - self.main.headline.conf_low
        narrow = np.isfinite(whole) and (rows["conf_high"] - rows["conf_low"] < whole).any()
        return texts.NARROWER_THAN_ALL.say(lang) if narrow else ""

    def _seen(self, key: str, wave: int) -> tuple[int, int]:
        """How many of both sides have a value at the first visit and at `wave`."""
        return self.told[f"seen|{key}|assisted|{wave}"], self.told[f"seen|{key}|comparison|{wave}"]

    def _told(self, rows: pd.DataFrame, treated: Iterable[int], comparison: Iterable[int] | None = None) -> pd.DataFrame:
        """The rows with published numbers of households and figures of few digits, without any where they are too few."""
        other = self._seen(self.outcome.key, self.wave)[1] if comparison is None else list(comparison)
        rows = rows.assign(n_treated=list(treated), n_comparison=other)
        few = rows[["n_treated", "n_comparison"]].lt(ENOUGH).any(axis=1)
        return few_digits(rows.assign(**{c: rows[c].mask(few) for c in (*FIGURES, *CHANCES) if c in rows}))

    def attrition(self) -> pd.DataFrame:
        """Who could not be seen again: see `wave_public.public_attrition`."""
        return public_attrition(self.main.waves, self.told)

    def balance(self, lang: str | None = None) -> pd.DataFrame:
        """How alike both sides were at the first visit: variable (in words), unit, assisted_mean, comparison_mean, difference,
        standardised_difference, hidden, decimals; see `wave_public.public_balance`. Means are to few figures."""
        known = {o.key: o.label.say(lang) for o in OUTCOMES}
        known |= {f["name"]: Text.of(f["label"]).say(lang) for f in fields_of("households") if f["name"] in STARTING}
        order = [self.outcome.key, *STARTING, *(o.key for o in OUTCOMES if o.key != self.outcome.key)]
        table = public_balance(self.main.waves, order, self.told)
        units = {o.key: o.unit.say(lang) for o in OUTCOMES}
        units |= {
            f["name"]: Text.of(f["unit"]).say(lang) for f in fields_of("households") if f["name"] in STARTING and "unit" in f
        }
        percents = {o.key for o in OUTCOMES if o.unit.en.startswith("percent")}
        for side in ("assisted", "comparison"):
            table[f"{side}_mean"] = [
                coarse(mean, v in percents) for mean, v in zip(table[f"{side}_mean"], table["variable"], strict=True)
            ]
        gaps = [
            round(20 * gap) / 20 if v in percents and gap == gap else gap
            for gap, v in zip(table["standardised_difference"], table["variable"], strict=True)
        ]
        whole = table["variable"].isin(percents) | table["assisted_mean"].abs().ge(1000)
        return table.assign(
            unit=[units.get(v, "") for v in table["variable"]],
            variable=[known[v] for v in table["variable"]],
            difference=table["assisted_mean"] - table["comparison_mean"],
            standardised_difference=gaps,
            decimals=[0 if w else 1 for w in whole],
        )

    def start_sentence(self, lang: str | None = None) -> str:
        """In what both sides differed most at the first visit; empty where nothing differs beyond `UNEQUAL`."""
        rows = self.balance(lang)
        rows = rows[~rows["hidden"] & rows["standardised_difference"].abs().gt(UNEQUAL)]
        rows = rows.sort_values("standardised_difference", key=abs, ascending=False, kind="stable").head(DIFFERENCES)
        said = [
            texts.START_DIFFERS_IN.fill(
                variable=within(r.variable),
                unit=f" {r.unit}".rstrip(),
                assisted=r.assisted_mean,
                comparison=r.comparison_mean,
                gap=r.standardised_difference,
                digits=r.decimals,
            )
            for r in rows.itertuples()
        ]
        return texts.START_DIFFERS.say(lang, figures=said) if said else ""

    def named_before(self, lang: str | None = None) -> str:
        """Which outcome is the main one, and by which rule it was fixed before any figure was seen."""
        main = texts.MAIN_AT_VISIT.fill(outcome=self.outcome.words(check_language(lang)), visit=visit(self.wave))
        return together([main, of_panel.ORDER_FIXED.fill(order=[o.label.say(lang) for o in OUTCOMES[:3]])], lang)

    @property
    def enough(self) -> bool:
        """Whether both sides are large enough, as published, for the main answer to be told."""
        return min(self._seen(self.outcome.key, self.wave)) >= ENOUGH

    def sentence(self, lang: str | None = None) -> str:
        """The main answer for a head of office, and what is left of it at the latest visit; see `choice_sentence` for how the
        households were chosen."""
        answer = self.main.headline
        if not answer.runs:
            return texts.CANNOT_TELL.say(lang, why=" ".join(note.say(lang) for note in answer.notes))
        if not self.enough:
            return texts.CANNOT_TELL.say(lang, why=texts.FEW_SEEN.fill(least=ENOUGH))
        lang = check_language(lang)
        said = answer_sentence(self.main.waves, self.main.estimates, self.main.rule, self.wave, lang, self.named)
        return together([said, self._latest_sentence(lang)], lang)

    def _latest_sentence(self, lang: str) -> str:
        """How the difference stands at the latest visit; empty where the main answer is that visit's."""
        if max(self.main.waves.values) == self.wave:
            return ""
        return later_sentence(self.by_wave(lang).iloc[-1].to_dict(), self.named, lang)

    @property
    def named(self) -> Named:
        """What the main outcome is called, and the unit of its differences."""
        return Named(self.outcome.label, POINTS if self.main.waves.unit == "points" else self.outcome.unit)

    def choice_sentence(self, lang: str | None = None) -> str:
        """How the households were chosen, and why the answer is computed as it is."""
        called = {f["name"]: Text.of(f["label"]).say(lang) for f in fields_of("households")} | {FIGURE: ""}
        why = reason(self.main.choice, self.main.headline)
        if why == NOT_LIKE_LOTS:
            return why.say(lang)  # it is not repeated as a fact that they were drawn
        return f"{self.main.rule.sentence(lang, called)} {why.say(lang)}"

    def cautions(self, lang: str | None = None) -> list[str]:
        """What a reader must know of the main answer."""
        answer = self.main.headline
        if not answer.runs or not self.enough:
            return []
        notes = answer.notes[1:] if np.isnan(answer.p_value) else answer.notes  # the first is then in the sentence itself
        told = reason(self.main.choice, answer)  # it is in `choice_sentence`
        said = [note.say(lang) for note in without_counts(notes) if note != told]
        base, best, joined = self.told[f"known|{self.outcome.key}|assisted"], self.told["best"], self.told["joined"]
        if base and 100 * best / base > AT_THE_END:
            said.append(texts.AT_BEST.say(lang, share=round(100 * best / base)))
        if joined >= BASE:
            said.append(texts.WITHOUT_FIRST_VISIT.say(lang, n=families_text(joined)))
        return said

    def condition_sentence(self, lang: str | None = None) -> str:
        """On what the main answer hangs, for whoever reads it alone; empty where there is no answer."""
        if not self.main.headline.runs or not self.enough:
            return ""
        place = [note.say(lang) for note in self.main.headline.notes if note in (ONE_SITE, NEAR_CUT_ONLY)]
        return " ".join([*place, limits(self.main.decided_by)[1].say(lang)])

    def others_sentence(self, lang: str | None = None) -> str:
        """How many other outcomes were looked at, and which of them stand out after allowing for that."""
        shown = [o for o in self.others if min(self._seen(o.outcome.key, self.wave)) >= ENOUGH]
        tested = [o for o in shown if np.isfinite(o.p_holm)]
        if not shown:
            return texts.NO_OTHERS.say(lang)
        if not tested:
            return texts.OTHERS_WITHOUT_P.say(lang, n=len(shown))
        clear = [texts.OUTCOME_WITH_P.fill(outcome=o.outcome.label.say(lang), p=o.p_holm) for o in tested if o.p_holm < 0.05]
        none = texts.OTHERS_NONE_CLEAR.fill(n=len(shown), p=min(o.p_holm for o in tested))
        return together([texts.OTHERS_CLEAR.fill(n=len(shown), outcomes=clear) if clear else none, texts.P_ADJUSTED], lang)

    def _row(self, outcome: Outcome, waves: Waves, answer: Estimate, p_holm: float, lang: str | None, main: bool) -> dict:
        points = waves.unit == "points"
        unit = (POINTS if points else outcome.unit).say(lang)
        return {
            "outcome": outcome.label.say(lang),
            "main": main,
            "unit": unit,
            "better": outcome.better,
            "estimate": answer.estimate,
            "conf_low": answer.conf_low,
            "conf_high": answer.conf_high,
            "p_value": answer.p_value,
            "p_holm": p_holm,
            "smallest_detectable": answer.smallest_detectable,
            "range_low": answer.range_low,
            "range_high": answer.range_high,
            "note": " ".join(n.say(lang) for n in without_counts(answer.notes)),
        }


def city_households(
    households: pd.DataFrame,
    floor_area: float = FLOOR_AREA,
    sectors: pd.DataFrame | None = None,
    dose: pd.DataFrame | None = None,
    draws: int = 999,
    seed: int = 0,
    told: InFives | None = None,
    rule: HouseholdRule | None = None,
) -> CityHouseholds:
    """Evaluate the sheet `households` of a checked workbook.

    The main outcome is the first of `OUTCOMES` that the sheet holds and that can be evaluated; the others are read at the
    same visit, with Holm's (1979) p-values, which hold whatever the outcomes share. sectors: household_id by sector, yes/no
    (`delivery.coverage(...).matrix()`); dose: household_id, dose_percent (`delivery.dose(...)`): what was delivered, never
    an outcome; told: the published numbers of the whole workbook, by default of this sheet alone. Raises NotEnoughData
    where no outcome can be evaluated.

    Source: Holm (1979), Scandinavian Journal of Statistics 6. Not for outcomes chosen after looking.
    """
    if households.empty or not households["wave"].notna().any():
        raise NotEnoughData(texts.NO_HOUSEHOLDS)
    households = in_the_draw(households, rule)
    table, allowed = with_outcomes(households, floor_area)
    later = sorted(int(w) for w in households["wave"].dropna().unique() if w > 0)
    if not allowed or not later:
        raise NotEnoughData(texts.NO_OUTCOME_TWICE)
    joined, names = _with_help(table, sectors, dose)
    main = None
    refused: list[tuple[Outcome, Text]] = []
    for place, outcome in enumerate(allowed):
        try:
            main = evaluate_households(joined, outcome.key, outcome.better, endline=later[0], draws=draws, seed=seed, rule=rule)
            break
        except P2wkssError as error:
            refused.append((outcome, Text(error.sentence("id"), error.sentence("en"))))
    if main is None:
        raise NotEnoughData(refused[0][1])
    # of the others that figure is one that decided
    if rule is not None and rule.by in ("baseline", "whole_rt") and not rule.columns:
        rule = HouseholdRule("score" if rule.by == "baseline" else "whole_rt", main.waves.outcome)
    others: list[tuple[Outcome, Waves, Estimate]] = []
    for outcome in allowed[place + 1 :]:
        found = _one(table, outcome, later[0], draws, seed, rule)
        if isinstance(found, Text):
            refused.append((outcome, found))
        else:
            others.append((outcome, *found))
    p = holm(np.array([answer.p_value for *_, answer in others]))
    rest = tuple(OneOutcome(*other, float(value)) for other, value in zip(others, p, strict=True))
    told = in_fives(wave_groups(households, floor_area, sectors, dose)) if told is None else told
    return CityHouseholds(
        main,
        allowed[place],
        rest,
        tuple(refused),
        later[0],
        table,
        told,
        names,
        "dose_percent" in joined and joined["dose_percent"].notna().any(),
    )


def holm(p: np.ndarray) -> np.ndarray:
    """(K,) p-values that allow for their number; a missing one stays missing and is not counted.

    >>> holm(np.array([0.01, 0.04, np.nan, 0.03])).round(3).tolist()
    [0.03, 0.06, nan, 0.06]
    """
    out = np.full(len(p), np.nan)
    order = np.argsort(p, kind="stable")[: int(np.isfinite(p).sum())]  # missing ones are sorted to the end
    # statsmodels has the same, but each call of it searches the whole memory for what can be freed: .4 s in a large session
    out[order] = np.minimum(np.maximum.accumulate(p[order] * np.arange(len(order), 0, -1)), 1.0)
    return out


def _one(
    table: pd.DataFrame, outcome: Outcome, endline: int, draws: int, seed: int, rule: HouseholdRule | None
) -> tuple[Waves, Estimate] | Text:
    """(waves, answer) of one further outcome, or the reason why there is none."""
    try:
        waves = read_waves(table, outcome.key, outcome.better, "assisted", "rt", 0, (endline,))
    except P2wkssError as error:
        return Text(error.sentence("id"), error.sentence("en"))
    answer = given_rule(waves.pair(endline), read_choice(waves, rule), base_of(waves, endline), draws, seed)
    if not answer.runs:
        return one_text(answer.notes)
    return waves, answer


def _with_help(
    table: pd.DataFrame, sectors: pd.DataFrame | None, dose: pd.DataFrame | None
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The households with a yes/no column a sector, and how much of what was meant for each was done."""
    names: tuple[str, ...] = ()
    if sectors is not None and len(sectors):
        names = tuple(str(c) for c in sectors.columns)
        table = table.merge(
            sectors.set_axis(list(names), axis=1).astype(float), left_on="household_id", right_index=True, how="left"
        )
    if dose is not None and len(dose):
        table = table.merge(dose[["household_id", "dose_percent"]], on="household_id", how="left")
    return table, names
