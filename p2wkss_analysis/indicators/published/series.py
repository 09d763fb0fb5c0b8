"""One published indicator of one kabupaten/kota over the years, in its unbroken parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from ...dictionary.tables import Indicator, read_dictionary
from ...display import Shown
from ...places.areas import short_name
from ...say import Text, together
from ...say.errors import NotEnoughData
from ...tables.added.kept import MARK
from ...tables.intake import load
from ...tables.place_names import regency_named
from ..texts import published as texts
from .breaks import TABLE, Break, breaks, parts
from .odd import odd, unchecked


@dataclass(frozen=True)
class Series(Shown):
    """Figures of one place by year and method. `rows`: method, year, value, part, unchecked, odd (Text or None); `breaks`;
    `added`: years of figures that the user added."""

    area_code: str
    name: str
    indicator: Indicator
    rows: pd.DataFrame
    breaks: tuple[Break, ...]
    added: tuple[int, ...] = ()

    def table(self) -> pd.DataFrame:
        """method, year, value, part (years of one part and method can be joined), unchecked, odd_id, odd_en."""
        said = {f"odd_{lang}": [reason.say(lang) if reason else "" for reason in self.rows["odd"]] for lang in ("id", "en")}
        return self.rows.drop(columns="odd").assign(**said)

    def sentence(self, lang: str | None = None) -> str:
        """The change within each unbroken part, where the parts end and why, and which years are odd."""
        told = [self._part(own) for _, own in self.rows.groupby(["method", "part"], sort=False)]
        if self.breaks:
            each = [texts.BREAK.fill(year=one.year, reason=one.reason) for one in self.breaks]
            told.append(texts.BREAKS.fill(each=each))
        strange: dict[Text, list[int]] = {}
        for year, reason in zip(self.rows["year"], self.rows["odd"], strict=True):
            if reason is not None:
                strange.setdefault(reason, []).append(int(year))
        told += [texts.ODD.fill(years=spans(years), reason=reason) for reason, years in strange.items()]
        if self.added:
            told.append(texts.OF_THE_USER.fill(years=spans(list(self.added))))
        unit = "" if self.indicator.unit.startswith("index") else self._unit()
        head = texts.SERIES.fill(name=self.name, label=self.indicator.labels, unit=unit)
        return together([head, *told], lang)

    def _unit(self) -> Text:
        return texts.IN_UNIT.fill(unit=texts.UNITS.get(self.indicator.unit, self.indicator.unit))

    def _part(self, own: pd.DataFrame) -> Text:
        first, last = own.iloc[0], own.iloc[-1]
        digits = 0 if (self.indicator.maximum or 0) > 1000 else 2
        method = texts.OF_METHOD.fill(method=first["method"]) if len(self.indicator.methods) > 1 else ""
        if len(own) == 1:
            return texts.ONE_YEAR.fill(year=first["year"], value=first["value"], method=method, digits=digits)
        return texts.PART.fill(
            first=first["year"], before=first["value"], last=last["year"], after=last["value"],
            change=last["value"] - first["value"], method=method, digits=digits,
        )  # fmt: skip


def series(regency: str | int, indicator: str, table: pd.DataFrame | None = None) -> Series:
    """One published indicator of one kabupaten/kota over the years, with its breaks and odd figures.

    Parameters
    ----------
    regency : name or code of either kind, as people type it: "Kota Depok", "depok", "32.76", 3276.
    indicator : a name of the data dictionary, for example "poverty_rate".
    table : rows of `regency_indicators`; by default the open table.

    Raises NotEnoughData where the place has no figure, WrongUse for an unknown place or indicator.

    Years of different parts are different series: their difference is not a change of the place. Source: BPS.

    >>> ciamis = series("Kabupaten Ciamis", "poverty_rate")
    >>> [b.year for b in ciamis.breaks], ciamis.table().groupby("part")["year"].agg(["min", "max"]).values.tolist()
    ([2015], [[2010, 2014], [2015, 2025]])
    """
    code, entry = regency_named(regency), read_dictionary().indicator(indicator)
    rows = load(TABLE) if table is None else table
    rows = rows[(rows["indicator"] == indicator) & (rows["area_code"] == code)].sort_values(["method", "year"])
    areas = load("areas")
    name = short_name(areas.loc[areas["area_code"] == code, "name"].iloc[0])
    if rows.empty:
        raise NotEnoughData(texts.NO_FIGURE.fill(name=name, label=entry.labels))
    held = rows[["method", "year", "value"]].assign(part=parts(rows), unchecked=unchecked(rows), odd=odd(rows))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    within = tuple(one for one in breaks(indicator, code) if first < one.year <= last)
    own = rows["source"].astype("str").str.startswith(MARK) if "source" in rows else pd.Series(False, index=rows.index)
    added = tuple(sorted({int(year) for year in rows.loc[own, "year"]}))
    return Series(code, name, entry, held.reset_index(drop=True), within, added)


def spans(years: Iterable[int]) -> list[str]:
    """Years as people write them: 2011–2014, 2017."""
    runs: list[list[int]] = []
    for year in sorted({int(year) for year in years}):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def series_text(method: str) -> Text:
    """The name of a series of the dictionary in words.

    >>> series_text("Sakernas August").say("id")
    'Sakernas Agustus'
    """
    return texts.SERIES_NAMES.get(method, Text(method, method))
