"""How an official indicator moved between two years, place by place, within one series.

For context only: regencies with and without the programme are not compared. Nearly every regency had a site, and
100 households cannot move the figure of a whole city.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..dictionary.tables import Indicator, read_dictionary
from ..display import Shown
from ..say import Text, together
from ..say.errors import NotEnoughData, WrongUse
from .published.breaks import Break, crossed
from .texts import change as texts

COLUMNS = ["area_code", "indicator", "method", "year_from", "year_to", "value_from", "value_to", "change"]


@dataclass(frozen=True)
class Change(Shown):
    """Change of one indicator between two years. `rows` is the table, `missing` the places without both years, `broken` those
    whose series breaks in between, with the break."""

    indicator: Indicator
    method: str
    year_from: int
    year_to: int
    rows: pd.DataFrame
    missing: tuple[str, ...]
    names: dict
    broken: Mapping[str, Break] = field(default_factory=dict)

    def table(self) -> pd.DataFrame:
        """One row a place: area_code, indicator, method, years, values and change in the indicator's unit."""
        return self.rows.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.rows[["area_code", "value_from", "value_to", "change"]]
        if self.names:
            shown.insert(1, "name", [self.names.get(code, "") for code in shown["area_code"]])
        return shown.sort_values("change", ascending=self.indicator.direction == "lower", kind="stable")

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"value_from": str(self.year_from), "value_to": str(self.year_to)}

    def sentence(self, lang: str | None = None) -> str:
        """How many places improved, and which changed most."""
        change = self.rows["change"]
        better = change > 0 if self.indicator.direction == "higher" else change < 0
        ranked = self.rows.loc[change.sort_values(ascending=self.indicator.direction != "higher").index]
        best, last = ranked.iloc[0], ranked.iloc[-1]
        improved = texts.IMPROVED.fill(
            label=self._label(),
            n=len(self.rows),
            better=better.sum(),
            median=change.median(),
            unit=texts.UNITS.get(self.indicator.unit, self.indicator.unit),
            first=self.year_from,
            last=self.year_to,
            best=self._place(best),
            worst=self._place(last),
        )
        if not self.broken:
            return improved.say(lang)
        return together([improved, texts.BROKEN.fill(n=len(self.broken), example=_example(self.broken, self.names))], lang)

    def sentence_for(self, area_code: str, lang: str | None = None) -> str:
        """The change of one place in a sentence; where a year is missing, that is the sentence."""
        name = self.names.get(area_code, area_code)
        row = self.rows.loc[self.rows["area_code"] == area_code]
        years = {"first": self.year_from, "last": self.year_to}
        if area_code in self.broken:
            one = self.broken[area_code]
            return texts.PLACE_NOT_COMPARED.say(lang, name=name, label=self._label(), year=one.year, reason=one.reason, **years)
        if row.empty:
            return texts.NO_FIGURES.say(lang, name=name, label=self.indicator.labels, **years)
        own = row.iloc[0]
        return texts.PLACE_CHANGED.say(
            lang, name=name, label=self._label(), before=own["value_from"], after=own["value_to"], change=own["change"], **years
        )

    def _label(self) -> Text:
        """The indicator, with its series where it has several."""
        label = self.indicator.labels
        return texts.IN_SERIES.fill(label=label, method=self.method) if len(self.indicator.methods) > 1 else label

    def _place(self, row: Mapping[str, Any]) -> Text:
        return texts.PLACE_WITH_CHANGE.fill(name=self.names.get(row["area_code"], row["area_code"]), change=row["change"])


def change_between(
    table: pd.DataFrame,
    indicator: str,
    year_from: int,
    year_to: int,
    method: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Change:
    """Change of `indicator` from `year_from` to `year_to` for every place that has both, in one series.

    Parameters
    ----------
    table : long table with area_code, year, indicator, value, method, as `load("regency_indicators")` gives.
    indicator : a name of the data dictionary, for example "poverty_rate" (percent) or "hdi" (0-100).
    method : the series, for example "UHH SP2010". May be left out where only one series has both years.
    names : mapping of area_code to a display name, for sentences.

    Raises
    ------
    NotEnoughData : no place has both years in one series, and says which series each year has; or the series of every place
        breaks in between (see `breaks`). Where some break, these are left out and named in `broken`.
    WrongUse : unknown indicator, or two series would do and none was named.

    The two HDI series (life expectancy from SP2010, and from the Long Form of SP2020) run side by side and
    are never differenced: BPS, Indeks Pembangunan Manusia, method notes 2020-2024. Do not read the change of
    a whole city as the effect of a programme for 100 households.

    >>> from p2wkss_analysis import load
    >>> poverty = change_between(load("regency_indicators"), "poverty_rate", 2020, 2021)
    >>> row = poverty.table().set_index("area_code").loc["32.76"]
    >>> float(row["value_from"]), float(row["value_to"]), round(float(row["change"]), 2)
    (2.45, 2.58, 0.13)
    """
    entry = read_dictionary().indicator(indicator)
    if year_from == year_to:
        raise WrongUse(texts.SAME_YEAR.fill(year=year_from))
    rows = table[(table["indicator"] == indicator) & table["year"].isin([year_from, year_to])]
    method = method or _only_method(rows, entry, year_from, year_to)
    wide = rows[rows["method"] == method].pivot(index="area_code", columns="year", values="value")
    wide = wide.reindex(columns=[year_from, year_to])
    both = wide.dropna()
    if both.empty:
        raise _no_series(rows, entry, year_from, year_to)
    broken = crossed(indicator, both.index, year_from, year_to)
    both = both.drop(index=list(broken))
    if both.empty:
        example = _example(broken, dict(names or {}))
        raise NotEnoughData(texts.ALL_BROKEN.fill(label=entry.labels, first=year_from, last=year_to, example=example))
    result = pd.DataFrame(
        {
            "area_code": both.index,
            "indicator": indicator,
            "method": method,
            "year_from": year_from,
            "year_to": year_to,
            "value_from": both[year_from].to_numpy(),
            "value_to": both[year_to].to_numpy(),
            "change": (both[year_to] - both[year_from]).to_numpy(),
        }
    )
    missing = sorted(set(rows["area_code"]) - set(both.index) - set(broken))
    return Change(entry, method, int(year_from), int(year_to), result[COLUMNS], tuple(missing), dict(names or {}), broken)


def _example(broken: Mapping[str, Break], names: Mapping[str, str]) -> Text:
    code, one = next(iter(broken.items()))
    return texts.PLACE_BROKEN.fill(name=names.get(code, code), year=one.year, reason=one.reason)


def full_years(table: pd.DataFrame, indicator: str, method: str | None = None) -> list[int]:
    """The years in which as many places have a figure as ever, in order.

    `table` as in `change_between`, already cut to the places asked about. Raises NotEnoughData where there is
    no figure at all.

    >>> from p2wkss_analysis import load
    >>> table = load("regency_indicators")
    >>> full_years(table[table["area_code"].str.startswith("32.")], "poverty_rate")[-1]
    2025
    """
    rows = table[table["indicator"] == indicator]
    rows = rows[rows["method"] == method] if method else rows
    if rows.empty:
        raise NotEnoughData(texts.NO_SUCH_FIGURE.fill(indicator=indicator))
    counts = rows.groupby("year")["area_code"].nunique()
    return [int(year) for year in counts[counts == counts.max()].index]


def _only_method(rows: pd.DataFrame, entry: Indicator, year_from: int, year_to: int) -> str:
    """The one series that has places with both years."""
    counts = rows.groupby(["method", "area_code"])["year"].nunique()
    usable = sorted(counts[counts == 2].index.get_level_values("method").unique())
    if len(usable) == 1:
        return usable[0]
    if not usable:
        raise _no_series(rows, entry, year_from, year_to)
    raise WrongUse(texts.SEVERAL_SERIES.fill(label=entry.labels, first=year_from, last=year_to, series=usable))


def _no_series(rows: pd.DataFrame, entry: Indicator, year_from: int, year_to: int) -> NotEnoughData:
    found = {y: sorted(rows.loc[rows["year"] == y, "method"].unique()) for y in (year_from, year_to)}
    held = [texts.SERIES_OF_YEAR.fill(year=y, series=methods or [texts.NONE]) for y, methods in found.items()]
    return NotEnoughData(texts.NO_COMMON_SERIES.fill(label=entry.labels, first=year_from, last=year_to, held=held))
