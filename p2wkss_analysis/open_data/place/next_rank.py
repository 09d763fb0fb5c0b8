"""How many poor people lie between a place and its neighbours in the poverty ranking of its province.

The population is that behind the published figures: poor people divided by the poverty rate. Rates are published with two
decimals, so a difference of two of them is known to a hundredth of a point.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ...display import Shown
from ...say import Text, together
from . import texts
from .headings import headings
from .most_have import newest_of_most
from .standing import Rank, rank_of

ROUNDED = 0.01  # points: two rates, each rounded to the nearest hundredth
BESIDE = 2  # places shown on either side


@dataclass(frozen=True)
class Step:
    """What leads to the rate of a neighbour: its names, its rate, and the people with what rounding leaves open."""

    names: tuple[str, ...]
    rate: float
    people: float
    low: float
    high: float


@dataclass(frozen=True)
class NextRank(Shown):
    """`better` and `worse`: the steps to the nearest other rates, None at either end. `rows`: the neighbours in the ranking."""

    name: str
    province: str
    year: int
    rate: float
    poor: float
    population: float
    rank: Rank
    better: Step | None
    worse: Step | None
    rows: pd.DataFrame

    def table(self) -> pd.DataFrame:
        """area_code, name, rank, poverty_rate, people (fewer poor people, or more where negative, to equal that place)."""
        return self.rows.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.rows.assign(rank=[rank.short.say(lang) for rank in self.rows["rank"]])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self.rows, lang)

    def sentence(self, lang: str | None = None) -> str:
        """What would raise the rank, and what would lower it."""
        up: Text = texts.FIRST_ALREADY.fill(name=self.name, province=self.province, year=self.year)
        if self.better:
            up = _said(self.better, texts.ONE_UP, self.name, self.province, rate=self.rate, rank=self.rank.text, year=self.year)
        down: Text = texts.LAST_ALREADY.fill(province=self.province)
        if self.worse:
            down = _said(self.worse, texts.ONE_DOWN, self.name, self.province)
        return together([up, down], lang)

    @property
    def basis(self) -> Text:
        """The population behind it."""
        return texts.POPULATION_BEHIND.fill(population=self.population)


def next_rank(rows: pd.DataFrame, code: str, names: Mapping[str, str]) -> NextRank | None:
    """The neighbours in the ranking of the newest year that has the rate and the poor people of the place, and the rates of most
    places of its province; None where no year has them."""
    here = rows[rows["area_code"].str.startswith(code[:3]) & rows["value"].notna()]
    poor = here[(here["area_code"] == code) & (here["indicator"] == "poor_people")].set_index("year")["value"]
    rated = here[here["indicator"] == "poverty_rate"]
    both = set(poor.index) & set(rated.loc[rated["area_code"] == code, "year"])
    year = newest_of_most(rated[rated["year"].isin(both)], here["area_code"].nunique())
    if year is None:
        return None
    rates = rated[rated["year"] == year].set_index("area_code")["value"].sort_values(kind="stable")
    if not (rate := float(rates[code])):
        return None
    population = 100 * float(poor[year]) / rate
    rank = rank_of(code, rates, "lower")
    assert rank is not None

    def step(others: pd.Series) -> Step | None:
        if others.empty:
            return None
        nearest = float(others.loc[(others - rate).abs().idxmin()])
        gap = abs(round(rate - nearest, 2))
        people = [points / 100 * population for points in (gap, max(gap - ROUNDED, 0), gap + ROUNDED)]
        return Step(tuple(names[c] for c in others.index[others == nearest]), nearest, people[0], people[1], people[2])

    better, worse = step(rates[rates < rate]), step(rates[rates > rate])
    beside = pd.concat([rates[rates < rate].tail(BESIDE), rates[rates == rate], rates[rates > rate].head(BESIDE)])
    ranks = [rank_of(str(c), rates, "lower") for c in beside.index]
    people = [pd.NA if c == code else round((rate - value) / 100 * population) for c, value in beside.items()]
    table = pd.DataFrame({"area_code": beside.index, "name": [names[str(c)] for c in beside.index], "rank": ranks})
    table = table.assign(poverty_rate=beside.to_numpy(), people=people)
    return NextRank(names[code], names[code[:2]], year, rate, float(poor[year]), population, rank, better, worse, table)


def _said(step: Step, text: Text, name: str, province: str, **more: object) -> Text:
    to = 100 if step.high - step.low >= 200 else 10  # people; half of what rounding leaves open
    return text.fill(
        name=name, province=province, others=step.names, other_rate=step.rate, people=to * round(step.people / to),
        low=to * math.floor(step.low / to), high=to * math.ceil(step.high / to), **more,
    )  # fmt: skip
