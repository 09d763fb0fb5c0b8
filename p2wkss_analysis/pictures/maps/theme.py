"""What a map shows: one value a place (and year), its label, unit and better end, read from a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ...indicators.published.series import series_text
from ...places.areas import require_codes
from ...say import Text
from ...say.errors import NotEnoughData, WrongUse
from ...tables.added.kept import with_added
from . import texts

_SCALES = {"index 0-100": "0–100", "index 0-1": "0–1"}


@dataclass(frozen=True)
class Theme:
    """`table`: `area_code, year, value`, one row a place and year (`year` NA where the source has none);
    `better` "higher" or "lower"; `scale` the range of an index."""

    table: pd.DataFrame
    label: Text
    unit: Text
    better: str
    source: Text
    scale: str = ""

    def heading(self) -> Text:
        """Label with unit, for a legend."""
        return texts.WITH_UNIT.fill(label=self.label, unit=self.unit) if self.unit.en else self.label

    def measure(self, lang: str | None = None) -> str:
        """The unit, or the range of an index, which a legend does not repeat but a table must say."""
        return self.unit.say(lang) or self.scale

    def only(self, codes: Iterable[str] | None = None, years: Iterable[int] | None = None) -> Theme:
        """The same theme for some places or some years."""
        table = self.table
        if codes is not None:
            table = table[table["area_code"].isin(set(codes))]
        if years is not None:
            table = table[table["year"].isin(list(years))]
        return replace(self, table=table)

    @property
    def years(self) -> list[int]:
        return sorted(int(y) for y in self.table["year"].dropna().unique())


def read_theme(
    values: Any,
    *,
    value: str | None = None,
    better: str | None = None,
    label: str | None = None,
    unit: str | None = None,
    source: str | None = None,
) -> Theme:
    """`values` as a `Theme`.

    `values` is a DataFrame with `area_code` (column or index) and one column of numbers, or a result whose
    `.table()` is one; `year` may stand beside it. Rows of `regency_indicators` bring their label, unit and
    better end from the data dictionary, columns of the city's workbook from theirs; otherwise `label` and `unit`
    are the texts to show and `better` "higher" or "lower", without which a larger value is taken as more need. Raises
    `WrongUse` for a mixture of indicators or of series (two HDI series must never share a picture), repeated places, or an
    unclear column.

    >>> theme = read_theme(pd.DataFrame({"area_code": ["32.76"], "year": [2021], "poverty_rate": [2.58]}))
    >>> theme.label.id, theme.better, theme.years
    ('Persentase penduduk miskin', 'lower', [2021])
    """
    frame = _frame(values)
    for column in ("indicator", "method"):
        found = sorted(map(str, frame[column].dropna().unique())) if column in frame else []
        if len(found) > 1:
            raise WrongUse(texts.SEVERAL.fill(column=column, found=found[:6], first=found[0]))
    name = value or _value_column(frame)
    if name not in frame:
        raise WrongUse(texts.NO_COLUMN.fill(name=name, columns=list(frame.columns)))
    table = pd.DataFrame(
        {
            "area_code": frame["area_code"].astype(str),
            "year": pd.to_numeric(frame["year"]).astype("Int64") if "year" in frame else pd.array([pd.NA] * len(frame), "Int64"),
            "value": _numbers(frame[name], name),
        }
    )
    _refuse_repeats(table)
    indicator = str(frame["indicator"].iloc[0]) if "indicator" in frame else name
    named, units, known_better, scale = _described(indicator)
    if label:
        named, units, scale = Text(label, label), Text("", ""), ""
    if unit is not None:
        units = Text(unit, unit)
    better = better or known_better or "lower"
    if better not in ("higher", "lower"):
        raise WrongUse(texts.UNKNOWN_END.fill(better=better))
    return Theme(table, named, units, better, Text(source, source) if source else _source(frame), scale)


def _frame(values: Any) -> pd.DataFrame:
    frame = values if isinstance(values, pd.DataFrame) else values.table() if hasattr(values, "table") else None
    if frame is not None and "area_code" not in frame and frame.index.name == "area_code":
        frame = frame.reset_index()
    if frame is None or "area_code" not in frame:
        raise WrongUse(texts.NO_PLACES)
    if frame.empty:
        raise NotEnoughData(texts.EMPTY)
    require_codes(frame["area_code"])
    return frame


def _value_column(frame: pd.DataFrame) -> str:
    if "value" in frame:
        return "value"
    numeric = [c for c in frame.select_dtypes("number").columns if c not in ("year", "rank", "lon", "lat")]
    if len(numeric) == 1:
        return numeric[0]
    raise WrongUse(texts.WHICH_COLUMN.fill(columns=numeric) if numeric else texts.NO_NUMBERS)


def _numbers(column: pd.Series, name: str) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype(float)
    wrong = column[numbers.isna() & column.notna()]
    if len(wrong):
        raise WrongUse(texts.NOT_NUMBERS.fill(name=name, n=len(wrong), first=wrong.iloc[0]))
    return numbers.where(numbers.abs() != float("inf"))


def _refuse_repeats(table: pd.DataFrame) -> None:
    twice = table[table.duplicated(["area_code", "year"])]
    if len(twice):
        raise WrongUse(texts.REPEATED.fill(codes=twice["area_code"].unique()[:10]))


def _described(indicator: str) -> tuple[Text, Text, str | None, str]:
    """Label, unit, better end and, of an index, range of a known indicator; the plain name and nothing else for an unknown
    one."""
    from ...dictionary.tables import read_dictionary
    from ...say.errors import P2wkssError

    try:
        dictionary = read_dictionary()
        known = dictionary.indicator(indicator)
        label, better = Text(known.label("id"), known.label("en")), known.direction
        unit: str | dict = known.unit
    except P2wkssError:  # not an indicator of the long table: perhaps a column of a wide one
        label, unit, better = _column_described(indicator)
    return label, unit_text(unit), better, _SCALES.get(unit, "") if isinstance(unit, str) else ""


def unit_text(unit: str | dict) -> Text:
    """A unit as a legend writes it; the open tables name it in English, the workbook in both languages."""
    text = Text(**unit) if isinstance(unit, dict) else texts.UNITS.get(unit, Text(unit, unit))
    return texts.PERCENT if text.en.startswith("percent") else text


def _column_described(name: str) -> tuple[Text, str | dict, str | None]:
    """Label, unit and better end of a measured column of an open table or of the city's workbook; else the plain
    name and nothing else."""
    from ...dictionary.sheets import city_dictionary
    from ...dictionary.tables import read_dictionary
    from ...say.errors import P2wkssError

    if name in texts.RESULTS:
        return texts.RESULTS[name], "", "lower"
    try:
        resources = read_dictionary().package["resources"]
    except P2wkssError:
        resources = []
    for resource in [*resources, *city_dictionary().package["resources"]]:
        for field in resource["schema"]["fields"]:
            if field["name"] == name and field.get("unit"):
                return Text(**field["label"]), field["unit"], field.get("direction")
    plain = name.replace("_", " ").capitalize()
    return Text(plain, plain), "", None


def merged(first: Text, second: Text) -> Text:
    """Two source lines as one, the publisher named once.

    >>> merged(Text("BPS: Susenas Maret", ""), Text("BPS: IPM", "")).id
    'BPS: Susenas Maret; IPM'
    """
    return Text(_merged(first.say("id"), second.say("id")), _merged(first.say("en"), second.say("en")))


def _merged(one: str, other: str) -> str:
    publisher, colon, rest = other.partition(": ")
    if colon and one.startswith(publisher + ": "):
        named = one.removeprefix(publisher + ": ").split("; ")
        return f"{publisher}: " + "; ".join(dict.fromkeys([*named, rest]))
    return "; ".join(dict.fromkeys(part for part in (one, other) if part))


def _source(frame: pd.DataFrame) -> Text:
    """The publisher of rows of `regency_indicators` with their series; nothing for a table of the analyst's own."""
    if not {"indicator", "method", "source"} <= set(frame.columns):
        return Text("", "")
    methods = frame["method"].dropna().astype(str).unique()  # one at most: see `read_theme`
    if not len(methods):
        return texts.BPS
    return with_added(texts.PUBLISHED.fill(publisher=texts.BPS, series=series_text(methods[0])), frame)
