"""How often a method reports an effect that is not there: measured rates, read from the validation run.

The rates are data, written by `benchmarks/validation.py` beside this file; nothing here invents one.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ...say import Text
from ..panel.choice import Choice
from ..panel.panel import Panel
from ..texts import methods as texts


@dataclass(frozen=True)
class MeasuredRate:
    """Share of simulated panels without effect in which a method raised an alarm at 5 %.

    low, high: least and most over the kinds of noise tried, in percent; panels: simulated panels in all;
    places, years, rule: the simulated design nearest to the panel at hand.
    """

    method: str
    rule: str
    places: int
    years: int
    low: float
    high: float
    panels: int

    def text(self) -> Text:
        """The rate as a sentence."""
        said = texts.FALSE_ALARMS if round(self.low) == round(self.high) else texts.FALSE_ALARMS_BETWEEN
        return said.fill(
            panels=self.panels,
            places=self.places,
            years=self.years,
            rule=texts.WAYS_OF_CHOOSING[self.rule],
            low=self.low,
            high=self.high,
        )


def measured_rate(method: str, panel: Panel, choice: Choice) -> MeasuredRate | None:
    """The measured rate of the design nearest to this panel, or None where none was measured.

    Nearest in places and years (log scale) among the cells with the same way of choosing; where the way is
    unknown, the worst-first cells, since that is how officials most often say they choose.
    """
    rule = _rule_of(panel, choice)
    timing = "clean" if panel.baseline == "clean" else "early"
    cells = [c for c in _cells() if (c["method"], c["rule"], c["baseline"]) == (method, rule, timing)]
    if not cells:
        return None
    n, t = len(panel.units), len(panel.years)

    def distance(cell: dict[str, Any]) -> float:
        return abs(math.log(cell["places"] / n)) + 3 * abs(math.log(cell["years"] / t))

    best = min(cells, key=distance)
    near = [cell for cell in cells if (cell["places"], cell["years"]) == (best["places"], best["years"])]
    rates = [cell["false_alarms"] for cell in near]
    return MeasuredRate(
        method,
        rule,
        best["places"],
        best["years"],
        min(rates),
        max(rates),
        sum(cell["panels"] for cell in near),
    )


def _rule_of(panel: Panel, choice: Choice) -> str:
    if choice.kind == "lots":
        return "random"
    if choice.rule is None:
        return "worst"
    return "worst" if (choice.rule.picks == "lowest") == (panel.better == "higher") else "best"


@cache
def _cells() -> tuple[dict[str, Any], ...]:
    source = files(__package__).joinpath("false_alarms.csv")
    with source.open(encoding="utf-8") as lines:
        words, counts = ("method", "rule", "baseline"), ("places", "years", "panels")
        return tuple(
            {k: row[k] for k in words} | {k: int(row[k]) for k in counts} | {"false_alarms": float(row["false_alarms"])}
            for row in csv.DictReader(lines)
        )
