"""Which figures a column of a published table holds: indicator, series, year and unit, or why it is not read.

What stands above the column counts first, then the title, then what the user says; two of them that disagree are no column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...dictionary.tables import Indicator
from ...say import Text
from ...say.errors import WrongUse
from . import texts
from .wording import Said, all_units, factor, plain, read_words, together, words, year_in


@dataclass(frozen=True)
class Asked:
    """What the user says of the table, where it does not say so itself."""

    indicator: str | None = None
    year: int | None = None
    method: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Planned:
    """A column to read: `year` is None where each row has its own; a typed figure is multiplied by `times`."""

    place: int
    entry: Indicator
    method: str
    year: int | None
    times: Decimal
    unit: str


@dataclass(frozen=True)
class Left:
    """A column that is not read, and why. `needs`: the option that would settle it, or ""."""

    place: int
    heading: str
    why: Text
    needs: str = ""


@dataclass(frozen=True)
class Heading:
    """The cells above a column, from the top."""

    place: int
    cells: tuple[str, ...]
    said: Said = field(repr=False)

    @classmethod
    def of(cls, place: int, cells: Sequence[str], places: frozenset[str]) -> Heading:
        return cls(place, tuple(cells), together(read_words(cell, places) for cell in cells))

    @property
    def year(self) -> int | None:
        """The year that the lowest cell naming one alone says, else the only one named."""
        alone = [year for cell in reversed(self.cells) if (year := year_in(cell)) is not None]
        return alone[0] if alone else self.said.years[0] if len(self.said.years) == 1 else None

    def __str__(self) -> str:
        return " / ".join(self.cells)


def plan(
    headings: Sequence[Heading], title: Said, asked: Asked, entries: dict[str, Indicator], by_row: bool, row_units: Sequence[str]
) -> tuple[list[Planned], list[Left]]:
    """The columns that are read, and the others. by_row : whether each row names its year; row_units : units in the rows."""
    unit = _unit_asked(asked)
    planned: list[Planned] = []
    left: list[Left] = []
    own = [one for one in headings if one.said.indicators or one.year is not None]
    for one in headings:
        if one not in own and len(headings) > 1 and own:
            left.append(Left(one.place, str(one), texts.SAYS_NOTHING))
            continue
        found = _column(one, title, asked, unit, entries, by_row, row_units)
        (planned if isinstance(found, Planned) else left).append(found)  # type: ignore[arg-type]  # one list for each kind
    return _of_named_rounds(planned, left, {one.place: one for one in headings})


def _of_named_rounds(planned: list[Planned], left: list[Left], headings: dict[int, Heading]) -> tuple[list[Planned], list[Left]]:
    """Of March, September and the whole year side by side, the round that is named is the one the package holds."""
    kept: list[Planned] = []
    for one in planned:
        rivals = [two for two in planned if (two.entry, two.method, two.year) == (one.entry, one.method, one.year)]
        named = [two for two in rivals if headings[two.place].said.rounds]
        if len(rivals) > 1 and named and one not in named:
            left.append(Left(one.place, str(headings[one.place]), texts.OTHER_SEASON.fill(method=one.entry.methods[0])))
        else:
            kept.append(one)
    return kept, left


def _unit_asked(asked: Asked) -> str:
    unit = plain(asked.unit or "")
    if unit and unit not in all_units():
        raise WrongUse(texts.UNKNOWN_UNIT.fill(unit=asked.unit, known=["jiwa", "ribu jiwa", "rupiah", "ribu rupiah", "persen"]))
    return unit


def _column(
    one: Heading, title: Said, asked: Asked, unit: str, entries: dict[str, Indicator], by_row: bool, row_units: Sequence[str]
) -> Planned | Left:
    def leave(why: Text, needs: str = "") -> Left:
        return Left(one.place, str(one), why, needs)

    said = one.said
    if other := (*said.others, *title.others):
        return leave(texts.OTHER_PEOPLE.fill(words=other))
    if said.old_method or title.old_method:
        return leave(texts.OLD_METHOD)
    entry = _indicator(one, title, asked, entries)
    if isinstance(entry, Text):
        return leave(entry, "indicator" if entry in (texts.NO_INDICATOR, texts.UNCERTAIN_TITLE) else "")
    method = _method(one, title, asked, entry)
    if isinstance(method, Text):
        return leave(method, "method" if method is texts.NO_METHOD else "")
    year = one.year
    if year is None and len(said.years) > 1:
        return leave(texts.SEVERAL_YEARS)
    if year is None and not by_row:
        year = title.years[0] if len(title.years) == 1 and asked.year in (None, title.years[0]) else asked.year
        if year is None:
            return leave(texts.NO_YEAR, "year")
    if year is not None and asked.year not in (None, year):
        return leave(texts.OTHER_YEAR.fill(year=year))
    of_title = title.units if not said.indicators or said.indicators & title.indicators and len(title.indicators) == 1 else ()
    stated = said.units or tuple(row_units) or of_title or ((unit,) if unit else ())
    times = factor(entry.unit, stated)
    if times is None and not stated:
        return leave(texts.NO_UNIT.fill(label=entry.labels), "unit")
    if times is None or unit and factor(entry.unit, [unit]) != times:
        return leave(texts.OTHER_UNIT.fill(units=stated or (unit,), label=entry.labels))
    return Planned(one.place, entry, method, year, times, stated[0] if stated else "")


def _indicator(one: Heading, title: Said, asked: Asked, entries: dict[str, Indicator]) -> Indicator | Text:
    said = one.said
    if len(said.indicators) > 1:
        return texts.SEVERAL_INDICATORS
    name = next(iter(said.indicators), "")
    if asked.indicator:
        return texts.OTHER_INDICATOR if name and name != asked.indicator else entries[asked.indicator]
    if said.rest:
        return texts.NOT_UNDERSTOOD.fill(words=said.rest)
    if not name:
        if len(title.indicators) != 1:
            return texts.NO_INDICATOR
        if title.rest:
            return texts.UNCERTAIN_TITLE
        name = next(iter(title.indicators))
        if said.counts and "person" not in entries[name].unit.split(" per ")[0]:
            return texts.COUNT_OF_WHAT
    if name == "population" and not (said.projection or title.projection):
        return texts.NO_PROJECTION
    return entries[name]


def _method(one: Heading, title: Said, asked: Asked, entry: Indicator) -> str | Text:
    named = one.said.method or title.method
    if {*one.said.season_of, *title.season_of} & {survey for survey in ("Susenas", "Sakernas") if survey in entry.methods[0]}:
        return texts.OTHER_SEASON.fill(method=entry.methods[0])
    if asked.method and asked.method not in entry.methods:
        return texts.UNKNOWN_METHOD.fill(known=entry.methods)
    if len(entry.methods) == 1:
        series = next((name for name in words()["methods"] if name in entry.methods[0]), "")
        return texts.OTHER_SERIES.fill(method=entry.methods[0]) if series and named not in ("", series) else entry.methods[0]
    if named == "?" or asked.method and named and named != asked.method:
        return texts.SERIES_DISAGREE
    method = named or asked.method or ""
    return method if method in entry.methods else texts.NO_METHOD
