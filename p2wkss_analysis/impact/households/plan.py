"""Before any family is visited: what a survey of households could show, by how they are chosen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ...display import Shown
from ...rule import HouseholdRule
from ...say import Text, one_text
from ...say.errors import WrongUse
from ...tables.whole_number import check_whole
from ..estimate import Estimate
from ..figures import decimals, written
from ..texts import household_faults
from ..texts import household_plan as plan_texts
from ..texts import households as texts
from .designs.choice import Choice, followed
from .designs.given_rule import given_rule
from .table import Pair
from .words import Named, size, within

RULES = ("draw", "baseline", "register", "score", "whole_rt", "unknown")
ALL_RULES = (*RULES, "next_year", "neighbours", "draw_rt")
LEAST_PLANNED = 20  # households of both sides together, below which nothing is planned
COLUMNS = (
    "rule", "assisted", "comparison", "rts", "effect", "power", "smallest_detectable", "households_needed", "rts_needed",
    "times_a_draw",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class HouseholdPlan(Shown):
    """What a survey of this size could show under each rule. rows: the table; draws: simulated surveys a rule; seed; named: what
    the outcome is called and its unit, where that is known."""

    rows: pd.DataFrame
    draws: int
    seed: int
    named: Named | None = None

    def table(self) -> pd.DataFrame:
        """One row a rule: rule, assisted, comparison, rts, effect (own unit), power (0 to 1), smallest_detectable (80 % power,
        5 % two-sided), households_needed (both sides together, for that power at `effect`; missing where no number is
        enough), rts_needed (at as many households a RT), times_a_draw (households_needed over a draw's)."""
        return self.rows.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.rows.assign(rule=[plan_texts.WAYS_OF_CHOOSING[r].say(lang) for r in self.rows["rule"]])

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return {
            "rule": plan_texts.CHOSEN_BY.say(lang),
            "assisted": texts.ASSISTED.say(lang),
            "comparison": texts.COMPARISON.say(lang),
            "rts": plan_texts.RTS.say(lang),
            "households_needed": plan_texts.HOUSEHOLDS_NEEDED.say(lang),
            "rts_needed": plan_texts.RTS_NEEDED.say(lang),
            "times_a_draw": plan_texts.TIMES_A_DRAW.say(lang),
        }

    def sentence(self, lang: str | None = None) -> str:
        """What this size shows under the first rule, and what each further rule costs."""
        first = self.rows.iloc[0]
        told = {
            "assisted": int(first["assisted"]),
            "comparison": int(first["comparison"]),
            "rts": int(first["rts"]),
            "ways": [_way(row) for _, row in self.rows.iterrows()],
        }
        d = decimals(first["effect"])
        if self.named is None:
            return plan_texts.PLAN.say(lang, effect=written(first["effect"], d), **told)
        effect = size(first["effect"], max(d, 0), self.named.unit, lang)
        return plan_texts.PLAN_OF.say(lang, effect=effect, outcome=within(self.named.label.say(lang)), **told)

    def needed_sentence(self, lang: str | None = None) -> str:
        """How many households, in how many RT, would show the effect with 80 % power, by the rules of the table."""
        ways = [_needs(row) for _, row in self.rows.iterrows() if row["households_needed"] == row["households_needed"]]
        return plan_texts.NEEDED.say(lang, ways=ways) if ways else plan_texts.NEEDED_BY_NONE.say(lang)


def plan_households(
    effect: float, sd: float = 1.0, assisted: int = 100, comparison: int = 100, rts: int = 10, *, rules: Sequence[str] = RULES,
    reliability: float = 0.6, rt_correlation: float = 0.05, lost: float = 0.1, draws: int = 200, seed: int = 0,
) -> HouseholdPlan:  # fmt: skip
    """Power and survey size by how households are chosen, before anything is spent.

    effect : how much better off the assisted should be to matter, in the outcome's own unit (its sign makes no
    difference). sd : standard deviation between households at a visit, in that unit. assisted, comparison : households
    visited; rts : RTs they live in (at least 4). rules : names of `HouseholdRule.by`; also "neighbours", the neediest of the
    programme's RTs against those of RTs beside them, and "draw_rt", RTs drawn as wholes. reliability : share of that variance
    which lasts from visit to visit, above 0 and below 1; the correlation of two visits a year apart (Indonesian panels of
    income: about .5 to .7). rt_correlation : share of the variance that is an RT's passing luck. lost : share not seen
    again. draws : simulated surveys a rule, at least 50.

    Simulates households (a lasting level; a visit's own noise; a register with noise of its own, as large), chooses by
    the rule, loses some, and asks the headline of `evaluate_households`. The Monte Carlo error of a power is about 3
    points with 200 draws. Households needed follow from the error falling with the root of their number; a range keeps
    its width however many there are, and may never clear zero. Source: Bloom (1995), Evaluation Review 19.
    Not for outcomes with a few huge values.

    >>> found = plan_households(0.5, rules=("draw", "register"), draws=50)
    >>> bool(found.table()["power"].is_monotonic_decreasing), float(found.table()["times_a_draw"].iloc[0])
    (True, 1.0)
    """
    _check(effect, sd, reliability, rt_correlation, lost, rules)
    effect = abs(effect)
    for name, value, least in (
        ("assisted", assisted, 10),
        ("comparison", comparison, 10),
        ("rts", rts, 4),
        ("draws", draws, 50),
        ("seed", seed, 0),
    ):
        check_whole(name, value, least)
    rows = []
    for by in rules:
        found = [
            _survey(
                by, assisted, comparison, rts, reliability, rt_correlation, lost, effect / sd, np.random.default_rng([seed, i])
            )
            for i in range(draws)
        ]
        rows.append(_row(by, found, effect, sd, assisted, comparison, rts))
    table = pd.DataFrame(rows, columns=list(COLUMNS[:-1]))
    lots = table.loc[table["rule"] == "draw", "households_needed"]
    base = float(lots.iloc[0]) if len(lots) else math.nan
    return HouseholdPlan(table.assign(times_a_draw=table["households_needed"] / base), draws, seed)


def _row(by: str, found: list[Estimate], effect: float, sd: float, assisted: int, comparison: int, rts: int) -> dict[str, Any]:
    runs = [answer for answer in found if answer.runs]
    seen = np.mean([answer.runs and answer.p_value <= 0.05 and answer.estimate * effect > 0 for answer in found])
    least = float(np.median([answer.smallest_detectable for answer in runs])) if runs else math.inf
    ranges = [answer for answer in runs if answer.range_high == answer.range_high]
    ranges = ranges if 2 * len(ranges) > len(runs) else []  # a draw is told as a range where by chance more were lost on one side
    width = float(np.median([answer.range_high - answer.range_low for answer in ranges])) if ranges else 0.0
    room = (
        float(np.median([answer.range_low for answer in ranges])) if ranges else effect / sd
    )  # a range's lower end must clear zero
    needed = (assisted + comparison) * ((least - width / 2) / room) ** 2 if room > 0.02 and math.isfinite(least) else math.nan
    return {
        "rule": by,
        "assisted": assisted,
        "comparison": comparison,
        "rts": rts,
        "effect": float(effect),
        "power": float(seen),
        "smallest_detectable": least * sd,
        "households_needed": math.ceil(needed) if needed == needed else math.nan,
        "rts_needed": max(4, math.ceil(needed * rts / (assisted + comparison))) if needed == needed else math.nan,
    }


def _survey(
    by: str,
    assisted: int,
    comparison: int,
    rts: int,
    reliability: float,
    rt_correlation: float,
    lost: float,
    effect: float,
    rng: np.random.Generator,
) -> Estimate:
    """One simulated survey and its headline; the outcome has SD 1 between households."""
    n = assisted + comparison
    rt = rng.permutation(np.arange(n) % rts)
    lasting, passing = math.sqrt(reliability), math.sqrt(max(1 - reliability - rt_correlation, 0))
    level = lasting * rng.normal(size=n)
    before, after = (
        level + passing * rng.normal(size=n) + math.sqrt(rt_correlation) * rng.normal(size=rts)[rt] for _ in range(2)
    )
    register = level + math.sqrt(1 - reliability) * rng.normal(size=n)
    score = register + before
    means = (np.bincount(rt, weights=before) / np.bincount(rt))[rt] + 1e-9 * rt
    figure_of = {
        "draw": rng.random(n),
        "register": register,
        "unknown": register,
        "next_year": register,
        "baseline": before,
        "score": score,
        "whole_rt": means,
        "neighbours": rt,
        "draw_rt": rt,  # whose numbers say nothing
    }[by]
    helped = np.zeros(n, dtype=bool)
    helped[np.argsort(figure_of, kind="stable")[:assisted]] = True
    if by == "whole_rt":
        helped = means <= np.sort(means)[assisted - 1]
    if by in ("neighbours", "draw_rt"):
        helped = rt < min(max(round(rts * assisted / n), 2), rts - 2)
    seen = rng.random(n) >= lost
    pair = Pair(before, after + effect * helped, helped, rt, np.arange(n)).of(seen)
    stated = {"register": register, "next_year": register, "score": score, "baseline": before}.get(by)
    figures = np.empty((n, 0)) if stated is None else stated[:, None]
    columns = () if stated is None or by == "baseline" else ("figure",)
    choice = Choice(
        HouseholdRule({"neighbours": "unknown", "draw_rt": "draw"}.get(by, by), columns),
        figures,
        np.empty((n, 0)),
        np.zeros(n, dtype=int),
        np.array([by == "baseline"] * figures.shape[1], dtype=bool),
        np.nan,
    )
    choice = replace(choice, followed=followed(choice, helped, rt, before))
    return given_rule(pair, choice, texts.NOTHING, 99, int(rng.integers(2**31)))


def _check(effect: float, sd: float, reliability: float, rt_correlation: float, lost: float, rules: Sequence[str]) -> None:
    known = set(ALL_RULES)
    large = abs(effect) if isinstance(effect, (int, float, np.number)) else effect
    asked = (
        ("sd", sd, 0, math.inf, household_faults.ABOVE_ZERO),
        ("reliability", reliability, 0, 1, household_faults.BETWEEN_0_AND_1),
        ("rt_correlation", rt_correlation, -1e-12, 0.9, household_faults.FROM_0_TO_9_TENTHS),
        ("lost", lost, -1e-12, 0.9, household_faults.FROM_0_TO_9_TENTHS),
        ("abs(effect)", large, 0, math.inf, household_faults.EFFECT_NOT_ZERO),
    )
    faults = [fault.fill(name=name, given=value) for name, value, low, high, fault in asked if not _inside(value, low, high)]
    if not faults and reliability + rt_correlation > 1:
        faults.append(household_faults.SHARES_BEYOND_1)
    wrong = [rule for rule in rules if rule not in known]
    if wrong or not len(rules):
        faults.append(household_faults.RULES_UNKNOWN.fill(given=wrong or list(rules), known=sorted(known)))
    if faults:
        raise WrongUse(one_text(faults))


def _inside(value: object, low: float, high: float) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool) and bool(low < value < high)


def _needs(row: pd.Series) -> Text:
    told = {"n": max(int(row["households_needed"]), LEAST_PLANNED), "rts": int(row["rts_needed"])}
    return plan_texts.WAY_NEEDS.fill(way=plan_texts.WAYS_OF_CHOOSING[row["rule"]], **told)


def _way(row: pd.Series) -> Text:
    """How a rule does, beside a draw."""
    if row["times_a_draw"] == row["times_a_draw"] and row["rule"] != "draw":
        said = plan_texts.WAY_WITH_TIMES
    else:
        said = plan_texts.WAY_WITH_POWER if row["households_needed"] == row["households_needed"] else plan_texts.WAY_WITHOUT_END
    return said.fill(way=plan_texts.WAYS_OF_CHOOSING[row["rule"]], power=100 * row["power"], times=row["times_a_draw"])
