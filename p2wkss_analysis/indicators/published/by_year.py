"""One figure a place and year where a method was followed by another, and the years that are one series for most places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from ...say import Text
from ..texts import published as texts
from .breaks import breaks, parts

_BROAD = 0.5  # share of the places that makes a figure of a year, or a break, one of the whole area


@dataclass(frozen=True)
class Span:
    """Years that can be compared, the method of their figures, and why they cannot be with those before (None at the start)."""

    years: tuple[int, ...]
    method: str
    reason: Text | None = None


def one_method_a_year(rows: pd.DataFrame, years: Iterable[int] | None = None) -> pd.DataFrame:
    """The rows of one method each year: of the newest that covers all the years, else of the newest that is broad in a year.

    rows : of one indicator of `regency_indicators`. years : those to be shown; by default each year by itself.

    >>> from p2wkss_analysis import load
    >>> hdi = load("regency_indicators").query("indicator == 'hdi' and area_code == '32.04'")
    >>> one_method_a_year(hdi, range(2010, 2026)).sort_values("year")["method"].tolist()[-3:]
    ['UHH SP2010', 'UHH LF SP2020', 'UHH LF SP2020']
    >>> one_method_a_year(hdi, [2023, 2024])["method"].unique().tolist()
    ['UHH SP2010']
    """
    count = rows.groupby(["method", "year"])["area_code"].nunique().unstack("year", fill_value=0)
    oldest_first = rows.groupby("method")["year"].min().sort_values(kind="stable").index
    count = count.reindex(oldest_first)
    broad = (count > 0) & (count >= _BROAD * count.max())
    if years is not None:
        asked = sorted(set(years))
        rows = rows[rows["year"].isin(asked)]
        shown = broad.reindex(columns=asked, fill_value=False)
        whole = shown.index[shown.all(axis=1)]
        if len(whole):
            return rows[rows["method"] == whole[-1]]
        broad = shown
    newest = {int(year): broad.index[broad[year]][-1] for year in broad if broad[year].any()}
    return rows[rows["method"] == rows["year"].map(newest)]


def spans(rows: pd.DataFrame) -> tuple[Span, ...]:
    """The years of one indicator, cut where the method changes or a break holds for half of the places or more.

    rows : of one indicator, one method a year (see `one_method_a_year`); their parts are computed, unless a column `part`
    holds them. Breaks of fewer places are named by `crossed`.

    >>> from p2wkss_analysis import load
    >>> hdi = load("regency_indicators").query("indicator == 'hdi' and area_code == '32.04'")
    >>> [(s.years[0], s.years[-1], s.method) for s in spans(one_method_a_year(hdi, range(2010, 2026)))]
    [(2010, 2023, 'UHH SP2010'), (2024, 2025, 'UHH LF SP2020')]
    """
    if rows.empty:
        return ()
    method = rows.groupby("year")["method"].first()
    rows = rows if "part" in rows else rows.assign(part=parts(rows))
    number = rows.pivot(index="year", columns="area_code", values="part").sort_index()
    before = number.ffill().shift()  # a break in a year without figures counts in the next one that has some
    both = number.notna() & before.notna()
    cut = (number > before).sum(axis=1) >= (_BROAD * both.sum(axis=1)).clip(lower=1)
    found: list[Span] = []
    for year in method.index:
        other = found and method[year] != found[-1].method
        if found and not other and not cut[year]:
            found[-1] = Span((*found[-1].years, int(year)), found[-1].method, found[-1].reason)
            continue
        reason = None
        if found:
            moved = number.columns[number.loc[year] > before.loc[year]]
            reason = texts.OTHER_METHOD.fill(method=method[year]) if other else _reason(rows, moved[0], found[-1].years[-1], year)
        found.append(Span((int(year),), method[year], reason))
    return tuple(found)


def _reason(rows: pd.DataFrame, code: str, before: int, year: int) -> Text:
    indicator, method = rows["indicator"].iloc[0], rows["method"].iloc[0]
    return next(one.reason for one in breaks(indicator, code, method) if before < one.year <= year)
