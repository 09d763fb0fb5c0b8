"""What a survey's size hangs on, from the families a workbook holds: spread, lasting share, luck of RTs, families lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...disclosure.in_fives import rounded
from ...say import Text
from ..texts import household_plan as texts
from .table import WITHIN

LEAST, LEAST_RTS = 30, 6  # families and RTs below which a figure of one's own is too shaky to plan with
RELIABILITY, RT_CORRELATION, LOST = 0.6, 0.05, 0.1  # where nothing is known
MOST_RELIABLE = 0.95


@dataclass(frozen=True)
class Figure:
    """One number and where it came from."""

    value: float
    source: Text


@dataclass(frozen=True)
class SurveyFigures:
    """sd between families at a visit (percentage points of a yes/no outcome), NaN where unknown; reliability, the correlation of
    two visits; rt_correlation, the share of the variance that is an RT's passing luck; lost, the share not seen again."""

    sd: Figure
    reliability: Figure
    rt_correlation: Figure
    lost: Figure


def survey_figures(households: pd.DataFrame, outcome: str, yes_no: bool) -> SurveyFigures:
    """The figures of a survey on `outcome` (a column, 1 and 0 where yes/no), from the table's visits.

    With two visits: the correlation between them within assisted and comparison families, the luck of RTs in what the first
    visit leaves open (both visits' luck is in it), and the share not seen again. With one: the spread, and of RTs the share of
    it that they account for, which is an upper limit of their passing luck. What rests on fewer than 30 families or six RTs is
    a default, and says so.

    Sources: Donner and Klar (2000), Design and Analysis of Cluster Randomization Trials, for the analysis-of-variance estimate;
    of yes/no outcomes the spread follows from the share, p (1 - p).

    >>> rows = pd.DataFrame({"household_id": range(40), "wave": 0, "assisted": False, "rt": 1, "latrine": [1.0, 0.0] * 20})
    >>> found = survey_figures(rows, "latrine", True)
    >>> found.sd.value, found.reliability.value
    (50.0, 0.6)
    """
    rows = households.dropna(subset=["household_id", "wave", outcome])
    first = rows[rows["wave"].eq(0)].drop_duplicates("household_id").set_index("household_id")
    before = first[outcome].astype(float)
    helped = first["assisted"].fillna(False).astype(bool) if "assisted" in first else pd.Series(False, index=first.index)
    own = _within(before, helped)
    sd = _spread(before, own, yes_no)
    if len(first) < LEAST:
        return SurveyFigures(
            sd, Figure(RELIABILITY, texts.DEFAULT_RELIABILITY), Figure(RT_CORRELATION, texts.DEFAULT), Figure(LOST, texts.DEFAULT)
        )
    later = sorted(int(w) for w in households["wave"].dropna().unique() if w > 0)
    place = first.reindex(columns=[c for c in WITHIN["rt"] if c in first]).astype(object).astype(str).agg("|".join, axis=1)
    after = rows[rows["wave"].eq(later[0])].drop_duplicates("household_id").set_index("household_id")[outcome] if later else None
    both = first.index.intersection(after.index) if after is not None else first.index[:0]
    if after is None or len(both) < LEAST:
        between = _of_rts(own, place)
        icc = Figure(RT_CORRELATION, texts.DEFAULT) if between is None else Figure(min(between, 0.3), _source(len(own), 1))
        return SurveyFigures(sd, Figure(RELIABILITY, texts.DEFAULT_RELIABILITY), icc, Figure(LOST, texts.DEFAULT))
    x, y = (_within(values.reindex(both).astype(float), helped.reindex(both)) for values in (before, after))
    r = float(np.corrcoef(x, y)[0, 1]) if x.std() > 0 and y.std() > 0 else np.nan
    told, left = _source(len(both), 2), Figure(1 - len(both) / len(first), _source(len(first), 2))
    reliable = Figure(float(np.clip(r, 0.05, MOST_RELIABLE)), told) if r == r else Figure(RELIABILITY, texts.DEFAULT_RELIABILITY)
    open_ = y - x * float((x * y).sum() / (x * x).sum()) if r == r else y
    between = _of_rts(open_, place.reindex(both))
    luck = Figure(RT_CORRELATION, texts.DEFAULT)
    if between is not None:
        luck = Figure(float(np.clip(between * (1 - reliable.value**2) / (1 + reliable.value**2), 0, 1 - reliable.value)), told)
    return SurveyFigures(sd, reliable, luck, left)


def smallest_detectable(
    sd: float, reliability: float, rt_correlation: float, assisted: int, comparison: int, rts: int, drawn: str = "all"
) -> float:
    """The effect found with 80 % power at 5 % two-sided by a regression on the first visit, in closed form.

    drawn: "all", households among all; "rt", households within each RT, whose shared luck then falls out; "whole_rt", RTs as
    wholes, whose luck stays by the number of RTs (`rts`, of both sides, shared as the households are). assisted, comparison:
    households seen at both visits. What a regression on the first visit leaves open is 1 - r squared of the variance, of which
    the luck of an RT at both visits is rt_correlation (1 + r squared).

    Source: Bloom (1995), Evaluation Review 19; Bloom (2005), Learning More from Social Experiments, chapter 4; Dong and Maynard
    (2013), Journal of Research on Educational Effectiveness 6 (IRA, BIRA2 and CRA2).

    >>> round(smallest_detectable(1.0, 0.6, 0.0, 100, 100, 10), 2)
    0.32
    """
    from scipy.stats import t

    shared = rt_correlation * (1 + reliability**2)
    own, between = 1 - reliability**2 - shared, 0.0
    df = assisted + comparison - 3
    if drawn == "all":
        own += shared
    elif drawn == "rt":
        df -= rts - 1
    else:
        share, df = assisted / (assisted + comparison), rts - 3
        between = shared / (rts * share * (1 - share))
    error = sd * np.sqrt(own * (1 / assisted + 1 / comparison) + between)
    return float((t.ppf(0.975, df) + t.ppf(0.8, df)) * error)


def _spread(before: pd.Series, own: pd.Series, yes_no: bool) -> Figure:
    if yes_no:
        share = before.mean() if len(before) >= LEAST else 0.5
        source = _source(len(before), 1) if len(before) >= LEAST else texts.DEFAULT_SHARE
        return Figure(100 * float(np.sqrt(max(share * (1 - share), 0.0099))), source)
    if len(own) < LEAST or not own.std() > 0:
        return Figure(np.nan, texts.DEFAULT)
    return Figure(float(np.sqrt((own**2).sum() / max(len(own) - 2, 1))), _source(len(own), 1))


def _within(values: pd.Series, side: pd.Series) -> pd.Series:
    return values - values.groupby(side).transform("mean")


def _of_rts(values: pd.Series, place: pd.Series) -> float | None:
    """The share of the variance between RTs, 0 and up; None of too few families or RTs."""
    place = place.reindex(values.index)
    size = place.groupby(place).size()
    several = values[place.isin(size.index[size > 1])]
    place = place.reindex(several.index)
    n, groups = len(several), place.nunique()
    if n < LEAST or groups < LEAST_RTS or n == groups:
        return None
    means = several.groupby(place).transform("mean")
    inner = float(((several - means) ** 2).sum()) / (n - groups)
    outer = float(((means - several.mean()) ** 2).sum()) / (groups - 1)
    typical = (n - float((place.groupby(place).size() ** 2).sum()) / n) / (groups - 1)
    total = outer + (typical - 1) * inner
    return max(0.0, (outer - inner) / total) if total > 0 else None


def _source(n: int, visits: int) -> Text:
    return (texts.FROM_VISITS if visits > 1 else texts.FROM_FIRST).fill(n=rounded(n))


def known(figures: SurveyFigures) -> Iterable[tuple[str, Figure]]:
    """The figures by name, in the order in which they are told."""
    return ((name, getattr(figures, name)) for name in ("sd", "reliability", "rt_correlation", "lost"))
