"""One answer of one method: an estimate with its interval, or the reason why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from ..disclosure.small_cells import in_words
from ..display.headings import word
from ..say import Text, together
from .texts import evaluation as texts

COLUMNS = (
    "outcome",
    "method",
    "base",
    "estimate",
    "std_error",
    "conf_low",
    "conf_high",
    "p_value",
    "smallest_p",
    "smallest_detectable",
    "n_treated",
    "n_comparison",
    "headline",
    "note",
)
RANGE = "range"  # the method of an answer that lies between two


class Counted(Text):
    """A sentence that holds a number or share of households as it is: for the office alone, never published."""


def about_percent(share: float) -> int:
    """A share (0 to 1) to the nearest five percent, at least five, so that it does not tell a number of households.

    >>> about_percent(0.07), about_percent(0.001)
    (5, 5)
    """
    return max(5, 5 * round(20 * share))


def few(n: int) -> Text:
    """A number of households in a note, one below five not told."""
    return Text(in_words(n, "id"), in_words(n, "en"))


@dataclass(frozen=True)
class Estimate:
    """A row of the evaluation. Numbers are in the outcome's own unit and sign; NaN where there is none.

    p_value is two-sided; smallest_p the smallest this design can give; smallest_detectable the effect found
    with 80 % power at 5 % two-sided; notes what a reader must know, sentences in both languages. range_low, range_high:
    where the answer is a range between two methods, its ends; `estimate` is then their middle. expected: the mean that the
    sites would have had without a programme, for methods that know it.
    """

    method: str
    base: Text
    estimate: float = math.nan
    std_error: float = math.nan
    conf_low: float = math.nan
    conf_high: float = math.nan
    p_value: float = math.nan
    smallest_p: float = math.nan
    smallest_detectable: float = math.nan
    n_treated: int = 0
    n_comparison: int = 0
    notes: tuple[Text, ...] = ()
    headline: bool = False
    range_low: float = math.nan
    range_high: float = math.nan
    expected: float = math.nan

    @property
    def runs(self) -> bool:
        """Whether there is an estimate."""
        return not math.isnan(self.estimate)

    def noting(self, *notes: Text) -> Estimate:
        """The same with further notes."""
        return replace(self, notes=(*self.notes, *notes))

    def row(self, outcome: str, lang: str | None = None) -> dict[str, Any]:
        """The row of the evaluation table, in the fixed columns."""
        own = {name: getattr(self, name) for name in COLUMNS[3:-1]}
        return {
            "outcome": outcome,
            "method": self.method,
            "base": self.base.say(lang),
            **own,
            "note": together(self.notes, lang),
        }


def answers_shown(rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The rows of an evaluation as people read them: what was answered, no column that is empty, methods in words.

    The answer named before looking is marked; each note says of which method it speaks.
    """
    names = [word("method", name, lang) for name in rows["method"]]
    main = f" ({texts.HEADLINE.say(lang)})"
    notes = [f"{name}: {note}" if note else "" for name, note in zip(names, rows["note"], strict=True)]
    methods = [name + (main if chief else "") for name, chief in zip(names, rows["headline"], strict=True)]
    kept = [c for c in rows.columns if c not in ("outcome", "std_error", "smallest_p", "headline")]
    return rows.assign(method=methods, note=notes)[kept].dropna(axis="columns", how="all")


def refused(method: str, base: Text, *reasons: Text) -> Estimate:
    """The row of a method that cannot be run on these data: empty numbers and the reason."""
    return Estimate(method, base, notes=reasons)


def too_few_placebos(smallest_p: float) -> Text:
    """Why an interval is unbounded: no placebo p can fall below .05."""
    return texts.TOO_FEW_PLACEBOS.fill(p=smallest_p)


def from_t(method: str, base: Text, estimate: float, std_error: float, df: float, **rest: Any) -> Estimate:
    """An estimate whose error follows a t distribution with `df` degrees of freedom.

    Interval of 95 %, two-sided p, and smallest detectable effect (t.975 + t.80) x std_error (Bloom 1995).
    """
    if not (std_error > 0 and df > 0):
        return Estimate(method, base, estimate, conf_low=-np.inf, conf_high=np.inf, smallest_detectable=np.inf, **rest)
    reach = stats.t.ppf(0.975, df) * std_error
    return Estimate(
        method,
        base,
        estimate,
        std_error,
        estimate - reach,
        estimate + reach,
        p_value=float(2 * stats.t.sf(abs(estimate) / std_error, df)),
        smallest_detectable=float(reach + stats.t.ppf(0.8, df) * std_error),
        **rest,
    )
