"""How often the headline saw an effect on real figures of places without a programme: measured rates, read from the run.

The rates are data, written by `benchmarks/placebo_laws_shipped.py` beside this file; nothing here invents one.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from ...say import Text
from ..panel.choice import Choice
from ..panel.panel import Panel
from ..texts import history as texts

FAIR = 8.0  # percent: up to here a rate is as asked and nothing is said


def placebo_rate(panel: Panel, choice: Choice) -> Text | None:
    """The measured rate on real panels judged on a like scale and chosen alike, where it is above what is fair; else None.

    Where nobody knows how sites were chosen, the rate for the worst of last year, as officials most often choose.
    """
    rule = "random" if choice.kind == "lots" else "column" if choice.uses_ranking else "worst"
    row = _rates().get(("raw" if panel.scale.raw else "other", rule))
    if row is None or row[0] <= FAIR:
        return None
    rate, windows = row
    return texts.PLACEBO_RATE.fill(n=round(windows), rate=round(rate))


@cache
def _rates() -> dict[tuple[str, str], tuple[float, float]]:
    """(kind of scale, rule) to false alarms in percent and windows."""
    with files(__package__).joinpath("placebo_laws.csv").open(encoding="utf-8") as lines:
        return {(r["scale"], r["rule"]): (float(r["false_alarms"]), float(r["windows"])) for r in csv.DictReader(lines)}
