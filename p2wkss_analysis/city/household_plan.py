"""How many families to visit before the first visit: power and size from the workbook's own figures, and whom to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.sheets import heading_word, headings_of, label_of, setting_called
from ..disclosure.in_fives import rounded
from ..display import Shown
from ..impact.figures import decimals
from ..impact.households.outcomes import OUTCOMES, Outcome
from ..impact.households.plan import LEAST_PLANNED, HouseholdPlan, plan_households
from ..impact.households.survey_figures import Figure, known, survey_figures
from ..impact.households.words import Named, size
from ..impact.texts import household_plan as texts
from ..impact.texts.households import PERCENT_OF_HOUSEHOLDS, POINTS
from ..say import number, percent, together
from ..say.errors import WrongUse, check_language
from ..tables.whole_number import check_whole
from ..tables.workbook.settings import CHANCE, FIGURE, RULE, shown_setting

RULES = ("draw", "register", "whole_rt", "unknown")  # by which the size is told
IN_AN_RT = 20  # families of both sides, where the workbook holds none yet
ENOUGH_POWER = 0.8
STATED = ("sd", "reliability", "rt_correlation", "lost")
WAYS = {  # who the comparison can be, by which rule it is simulated, and what the workbook then states: the rule and a column
    "near_cut": ("draw", "draw", CHANCE),
    "waiting": ("register", "register", FIGURE),
    "neighbours": ("neighbours", "unknown", ""),
    "next_year": ("next_year", "next_year", FIGURE),
}


@dataclass(frozen=True, eq=False, repr=False)
class CityHouseholdPlan(Shown):
    """The plan of a survey of families: `.table()` by rule of choice, `.ways()` by comparison group, `.figures()` with sources.

    outcome; main: power at the size asked and size needed; rows: the comparison groups; assumed: name to figure.
    """

    outcome: Outcome
    main: HouseholdPlan
    rows: pd.DataFrame
    assumed: dict[str, Figure]

    def table(self) -> pd.DataFrame:
        """Power and size by rule of choice, as `HouseholdPlan.table()`."""
        return self.main.table()

    def ways(self, lang: str | None = None) -> pd.DataFrame:
        """Each comparison group: way (in words), families_now (in fives, missing where the workbook cannot tell), setting, rule,
        assisted, comparison, power, smallest_detectable, households_needed, visits (of the comparison, first and last),
        cost_rupiah (where a visit's cost is stated), meaning."""
        words = {"way": texts.WAYS_OF_CHOOSING, "meaning": texts.MEANING}
        said = {name: [text[way].say(lang) for way in self.rows["way"]] for name, text in words.items()}
        return self.rows.assign(**said, setting=[_to_write(way, check_language(lang)) for way in self.rows["way"]])

    def figures(self, lang: str | None = None) -> pd.DataFrame:
        """What the plan rests on: figure, value, source."""
        rows = [(texts.FIGURES[name].say(lang), f.value, f.source.say(lang)) for name, f in self.assumed.items()]
        return pd.DataFrame(rows, columns=["figure", "value", "source"])

    @property
    def advised(self) -> str:
        """The way to take: the draw where it shows enough, else the one that shows most."""
        power = self.rows.set_index("way")["power"]
        return "near_cut" if power["near_cut"] >= ENOUGH_POWER else str(power.drop("neighbours").idxmax())

    def advice(self, lang: str | None = None) -> str:
        """Which families to compare with, in a sentence."""
        row = self.rows.set_index("way").loc[self.advised]
        said = texts.ADVICE if row["power"] >= ENOUGH_POWER else texts.ADVICE_TOO_SMALL
        n = row["households_needed"]
        needed = texts.WOULD_NEED.fill(n=max(int(n), LEAST_PLANNED)) if n == n else texts.NO_NUMBER_IS_ENOUGH
        told = {"assisted": int(row["assisted"]), "comparison": int(row["comparison"]), "power": 100 * row["power"]}
        return said.say(lang, way=texts.WAYS_OF_CHOOSING[self.advised], why=texts.MEANING[self.advised], needed=needed, **told)

    def sentence(self, lang: str | None = None) -> str:
        """Power at this size, the size for 80 %, whom to compare with, and where the figures came from."""
        told = {name: self._told(name, lang) for name in STATED}
        sources = {f"{name}_source": self.assumed[name].source for name in STATED}
        return together(
            [
                self.main.sentence(lang),
                self.main.needed_sentence(lang),
                self.advice(lang),
                texts.RESTS_ON.fill(**told, **sources),
            ],
            lang,
        )

    def figures_shown(self, lang: str | None = None) -> pd.DataFrame:
        """The same with every value in words and its unit."""
        return self.figures(lang).assign(value=[self._told(name, lang) for name in self.assumed])

    def _told(self, name: str, lang: str | None) -> str:
        """A figure of the plan in its unit."""
        value = self.assumed[name].value
        if name in ("effect", "sd"):
            return size(value, decimals(value) if name == "sd" else max(0, decimals(value)), named_of(self.outcome).unit, lang)
        if name == "lost":
            return percent(100 * value, 0, lang)
        return number(value, 2 if name in STATED else 0, lang)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.main._frame_shown(lang)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {**self.main._labels_shown(lang), **{name: text.say(lang) for name, text in texts.WAY_HEADS.items()}}

    def _notes_shown(self, lang: str) -> list[str]:
        return [f"{r.way}: {r.meaning}" for r in self.ways(lang).itertuples()]


def _to_write(way: str, lang: str) -> str:
    """The rule as the sheet of settings says it, and the column that goes with it."""
    _, rule, column = WAYS[way]
    stated = f"{setting_called(RULE).say(lang)} = {shown_setting(RULE, rule, lang)}"
    return f"{stated}; {label_of('households', column).say(lang)}" if column else stated


def named_of(outcome: Outcome) -> Named:
    """The outcome's name and the unit of its differences."""
    return Named(outcome.label, POINTS if outcome.unit == PERCENT_OF_HOUSEHOLDS else outcome.unit)


def city_household_plan(
    households: pd.DataFrame,
    floor_area: float,
    assisted: int,
    effect: float | None = None,
    outcome: str | None = None,
    comparison: int | None = None,
    rts: int | None = None,
    places: int | None = None,
    visit_cost: float | None = None,
    draws: int = 200,
    seed: int = 0,
    **stated: float,
) -> CityHouseholdPlan:
    """Plan a survey of families from the sheet `households`, however little it holds.

    assisted: families to be assisted; effect: how large an effect must be seen, in the outcome's unit (percentage points of a
    yes/no outcome); outcome: a key of `OUTCOMES` or a column it is read from, by default the first the sheet holds; comparison,
    rts: by default as many, and as the sheet's families live; places: drawn near the cut, by default two fifths of the list, as
    far as families wait; visit_cost: rupiah a visit; stated: sd, reliability, rt_correlation or lost in place of the
    workbook's own.

    Raises WrongUse where an amount's spread is neither in the workbook nor stated.
    """
    check_whole("households", assisted, 10)
    strange = sorted(set(stated) - set(STATED))
    if strange:
        raise WrongUse(texts.NOT_A_FIGURE.fill(given=strange, known=STATED))
    asked = _outcome(households, floor_area, outcome)
    table = households.assign(**{asked.key: asked.read(households, floor_area)}) if _held(households, asked) else None
    yes_no = asked.unit == PERCENT_OF_HOUSEHOLDS
    empty = pd.DataFrame({c: [] for c in ("household_id", "wave", "assisted", asked.key)}, dtype=float)
    found = dict(known(survey_figures(empty if table is None else table, asked.key, yes_no)))
    found |= {name: Figure(float(value), texts.STATED) for name, value in stated.items()}
    if not found["sd"].value == found["sd"].value:
        raise WrongUse(texts.NO_SPREAD.fill(outcome=asked.label))
    first = _first(households)
    sizes = _sizes(first, assisted, comparison, rts)
    found |= sizes
    if effect is None:
        quarter = float(f"{found['sd'].value / 4:.2g}")
        found["effect"] = Figure(10.0, texts.DEFAULT_POINTS) if yes_no else Figure(quarter, texts.DEFAULT_EFFECT)
    else:
        found["effect"] = Figure(abs(effect), texts.STATED)
    more, rt = int(sizes["comparison"].value), int(sizes["rts"].value)
    common: dict[str, Any] = {name: found[name].value for name in STATED} | {"draws": draws, "seed": seed}
    main = plan_households(found["effect"].value, assisted=assisted, comparison=more, rts=rt, rules=RULES, **common)
    main = replace(main, named=named_of(asked))
    waiting = _offered(first).get("waiting", assisted)
    reserved = max(10, min(round(assisted * 0.4), waiting)) if places is None else places
    check_whole("places", reserved, 10)
    rows = list(_ways(main, first, found["effect"].value, (assisted, more, rt, reserved), visit_cost, common))
    return CityHouseholdPlan(asked, main, pd.DataFrame(rows), {name: found[name] for name in texts.FIGURES})


def _ways(
    main: HouseholdPlan,
    first: pd.DataFrame,
    effect: float,
    sizes: tuple[int, int, int, int],
    visit_cost: float | None,
    common: dict[str, Any],
) -> Iterator[dict[str, Any]]:
    assisted, comparison, rts, places = sizes
    now = _offered(first)
    for way, (rule, stated, _) in WAYS.items():
        ours, theirs = (places, places) if way == "near_cut" else (assisted, comparison)
        if way in ("waiting", "next_year"):  # both condition on this year's figure
            row = main.rows.set_index("rule").loc["register"]
        else:
            row = plan_households(effect, assisted=ours, comparison=theirs, rts=rts, rules=(rule,), **common).rows.iloc[0]
        yield {
            "way": way,
            "families_now": rounded(now[way]) if way in now else np.nan,
            "setting": stated,
            "rule": rule,
            "assisted": ours,
            "comparison": theirs,
            "power": float(row["power"]),
            "smallest_detectable": float(row["smallest_detectable"]),
            "households_needed": row["households_needed"],
            "visits": 2 * theirs,
            "cost_rupiah": np.nan if visit_cost is None else 2 * theirs * visit_cost,
            "meaning": way,
        }


def _offered(first: pd.DataFrame) -> dict[str, int]:
    """How many families each way would offer now: those not assisted in an RW with assisted families wait, those in other RW of
    such villages are neighbours. Nothing where the sheet holds no first visit."""
    if first.empty:
        return {}
    helped = first["assisted"].fillna(False).astype(bool)
    place = first["village_code"].astype(str) + "|" + first["rw"].astype(str)
    ours = place.isin(set(place[helped])) | (not helped.any())
    near = first["village_code"].isin(set(first.loc[helped, "village_code"]))
    waiting, neighbours = int((~helped & ours).sum()), int((~helped & ~ours & near).sum())
    return {"near_cut": waiting, "waiting": waiting, "neighbours": neighbours, "next_year": 0}


def _first(households: pd.DataFrame) -> pd.DataFrame:
    if not {"wave", "household_id"} <= set(households):
        return pd.DataFrame()
    return households[households["wave"].eq(0).fillna(False).astype(bool)].drop_duplicates("household_id")


def _sizes(first: pd.DataFrame, assisted: int, comparison: int | None, rts: int | None) -> dict[str, Figure]:
    """How many comparison families and RT; families an RT as the sheet holds them."""
    more = assisted if comparison is None else comparison
    check_whole("comparison", more, 10)
    found = {
        "assisted": Figure(assisted, texts.STATED),
        "comparison": Figure(more, texts.DEFAULT_SIZE if comparison is None else texts.STATED),
    }
    if rts is not None:
        return found | {"rts": Figure(rts, texts.STATED)}
    places = len(first.drop_duplicates(["village_code", "rw", "rt"])) if len(first) else 0
    if places >= 4:
        return found | {"rts": Figure(max(4, round((assisted + more) * places / len(first))), texts.FROM_SHEET)}
    return found | {"rts": Figure(max(4, round((assisted + more) / IN_AN_RT)), texts.DEFAULT_RTS)}


def _held(households: pd.DataFrame, outcome: Outcome) -> bool:
    return set(outcome.needs) <= set(households)


def _outcome(households: pd.DataFrame, floor_area: float, asked: str | None) -> Outcome:
    """The outcome by its name, its key, or the name or heading of a column it is read from, in either language; by default the
    first that the sheet holds at a first visit."""
    if asked is not None:
        word = heading_word(asked)
        column = headings_of("households").get(word, asked)
        called = (o for o in OUTCOMES if word in {heading_word(text) for text in (o.key, o.label.id, o.label.en)})
        of_column = (o for o in sorted(OUTCOMES, key=lambda o: len(o.needs)) if column in o.needs)
        named = next(called, None) or next(of_column, None)
        if named is None:
            raise WrongUse(texts.NO_SUCH_OUTCOME.fill(given=asked, known=[o.label for o in OUTCOMES]))
        return named
    first = _first(households)
    held = (o for o in OUTCOMES if _held(first, o) and o.read(first, floor_area).notna().any())
    return next(held, OUTCOMES[0])


def told_ways(plan: CityHouseholdPlan, lang: str | None = None) -> pd.DataFrame:
    """The comparison groups as a command prints them: without what stands in the sentence."""
    return plan.ways(lang).drop(columns=["meaning", "rule"]).dropna(axis="columns", how="all")
