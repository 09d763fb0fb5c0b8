"""One published table, as its sheet stands, to figures with place, year, indicator and cell; what is not read is listed.

Above the first place stand titles (one cell, in the column of names or before it) and headings; below the last, notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from ...dictionary.tables import Indicator
from ...say import Text, default_language
from ...say.errors import Fault, WrongUse
from ..xlsx.reading import written
from . import texts
from .columns import Asked, Heading, Left, Planned, plan
from .grids import Grid
from .names import NOTE, PLACE, TOTAL, UNREAD, Row, RowNames
from .numbers import NOTHING, UNSEEN, read_figure, signs_of
from .wording import is_column_number, is_note, plain, read_words, together, words, year_in

FIGURES = ["area_code", "year", "indicator", "method", "value", "cell", "typed"]
_NAME_COLUMNS = 12  # in which names are looked for


@dataclass(frozen=True, eq=False)
class Layout:
    """What was read: `figures` (FIGURES, values as Decimal); `faults`; `left` columns; `told`: what was read otherwise than
    typed; numbers of rows of totals and of cells without a figure."""

    title: str
    figures: pd.DataFrame = field(repr=False)
    faults: list[Fault] = field(repr=False)
    left: list[Left] = field(repr=False)
    told: list[Text] = field(repr=False)
    totals: int = 0
    missing: int = 0


class _Sheet:
    """A grid with its parts found: the column of names, the rows of the table, titles and headings."""

    def __init__(self, grid: Grid, names: RowNames, file: str):
        self.grid, self.names, self.file = grid, names, file
        self.rows = [[_text(cell) for cell in row] for row in grid.rows]
        self.column = self._names_column()
        self.first = self._first_row()
        self.titles, self.heads = self._above()
        self.width = max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def _names_column(self) -> int:
        known: dict[str, float] = {}
        count: Counter[int] = Counter()
        for row in self.rows:
            for place, text in enumerate(row[:_NAME_COLUMNS]):
                if text and text not in known:
                    known[text] = self.names.weight(text)
                count[place] += known.get(text, 0)  # type: ignore[assignment]  # halves for provinces and totals
        across = max((sum(known.get(text, 0) >= 1 for text in row) for row in self.rows), default=0)
        best = max(count, key=lambda place: (count[place], -place), default=0)
        if not count[best]:
            raise WrongUse(texts.NO_PLACES.fill(file=self.file))
        if across > max(1, count[best]):
            raise WrongUse(texts.ACROSS.fill(file=self.file))
        return best

    def _first_row(self) -> int:
        first = next(
            (
                at
                for at, row in enumerate(self.rows)
                if self.names.weight(self.text(at, self.column)) and any(c for i, c in enumerate(row) if i > self.column)
            ),
            None,
        )
        if first is None:
            raise WrongUse(texts.NO_PLACES.fill(file=self.file))
        first = next((at for at in range(first) if self._is_line(at)), first)
        while first and self.names.kind_of(self.text(first - 1, self.column)) and len({*self.rows[first - 1]} - {""}) == 1:
            first -= 1
        return first

    def _is_line(self, at: int) -> bool:
        """Whether a row above the first known place is a line of the table all the same: a name that is not read, and numbers."""
        name = self.text(at, self.column)
        figures = any(any(c.isdigit() for c in cell) for cell in self.rows[at][self.column + 1 :])
        return figures and any(c.isalpha() for c in name) and bool(read_words(name).rest)

    def _above(self) -> tuple[list[str], list[list[str]]]:
        titles, heads = [], []
        for row in self.rows[: self.first]:
            filled = [(i, cell) for i, cell in enumerate(row) if cell]
            if len(filled) > 1 and re.fullmatch(r"tab(?:el|le)( \d+)*", plain(filled[0][1])):
                filled = filled[:1] + filled[2:] if len(filled) > 2 else [(filled[0][0], filled[1][1])]
            if filled and len({cell for _, cell in filled}) == 1 and filled[0][0] <= self.column:
                titles.append(filled[0][1])
            elif filled:
                heads.append(row)
        return titles, heads

    def heading(self, place: int) -> list[str]:
        """The cells above a column; one that is merged over several stands in the first of them, one merged downwards in its
        first line, with nothing of its neighbour below it."""
        cells: list[str] = []
        own = [cell if not is_column_number(cell) else "" for cell in self._above_column(place)]
        last = max((at for at, cell in enumerate(own) if cell), default=len(own))
        for at, row in enumerate(self.heads):
            before = [cell for cell in row[self.column + 1 : place] if cell]
            cell = own[at] or (before[-1] if before and at < last else "")
            if cell and cell not in cells:
                cells.append(cell)
        return cells

    def without_heading(self, place: int) -> bool:
        """Whether a column of figures has no heading but that of the column of figures to its left: a comma too many."""
        if any(self._above_column(place)):
            return False
        left = next((i for i in range(place - 1, self.column, -1) if any(self._above_column(i))), None)
        return left is not None and any(self.text(r, left) for r in range(self.first, len(self.rows)))

    def _above_column(self, place: int) -> list[str]:
        return [row[place] if place < len(row) else "" for row in self.heads]

    def other_table(self, lines: Sequence[tuple[int, Row]], until: int) -> Text | None:
        """Why this sheet holds more than one table: a second column of names to the left of column `until` that names other
        places, or a second title or heading between the lines of places."""
        for place in range(self.column + 1, until):
            named = [(self.text(line, place), row.code) for line, row in lines if self.text(line, place)]
            if 2 * sum(self.names.weight(text) >= 1 for text, _ in named) >= max(2, len(named)) and any(
                self.names.is_other(text, code) for text, code in named
            ):
                return texts.SECOND_NAMES.fill(file=self.file, cell=_address(lines[0][0], place))
        indicators = {name for title in self.titles for name in read_words(title, self.names.in_titles).indicators}
        known, seen = {plain(title) for title in self.titles}, {line for line, _ in lines}
        for line in range(self.first, max(seen, default=0)):
            filled = [cell for cell in self.rows[line] if cell]
            if line in seen or not filled or len(set(filled)) > 1 or is_note(filled[0]) or plain(filled[0]) in known:
                continue
            said, title = read_words(filled[0], self.names.in_titles), plain(filled[0])
            continued = bool(re.match("lanjutan|continued", title)) and said.indicators <= indicators
            if not continued and (
                said.indicators or said.others or said.method or said.years or re.match("tab(?:el|le) ", title)
            ):
                return texts.SECOND_TITLE.fill(file=self.file, row=line + 1, text=filled[0][:80])
        return None

    def headed(self, known: Sequence[str]) -> int | None:
        """The column whose heading is one of these words."""
        spelt = set(known)
        return next(
            (i for i in range(self.width) if any(i < len(row) and plain(row[i]) in spelt for row in self.heads)),
            None,
        )


def read_layout(grid: Grid, asked: Asked, names: RowNames, entries: dict[str, Indicator], file: str, stem: str) -> Layout:
    """The figures of one table. stem : the name of the file, which says what the table is where it has no title.

    Raises WrongUse where no column can be read, with what would settle it.
    """
    sheet = _Sheet(grid, names, file)
    titles = sheet.titles
    if not any(read_words(title, names.in_titles).indicators for title in titles) and read_words(stem).indicators:
        titles = [*titles, stem]
    title = together(read_words(one, names.in_titles) for one in titles)
    years, units = sheet.headed(["tahun", "year"]), sheet.headed(["satuan", "unit"])
    codes = sheet.headed(words()["codes"])
    rows = range(sheet.first, len(sheet.rows))
    if years is not None and not all(year_in(sheet.text(r, years)) for r in rows if names.weight(sheet.text(r, sheet.column))):
        years = None  # it stands above years, not above a column of them
    places = [
        i
        for i in range(sheet.column + 1, sheet.width)
        if i not in (years, units, codes) and any(sheet.text(r, i) for r in rows if names.weight(sheet.text(r, sheet.column)))
    ]
    headings = [Heading.of(i, sheet.heading(i), names.in_titles) for i in places]
    row_units = (
        tuple(dict.fromkeys(plain(sheet.text(r, units)) for r in rows if sheet.text(r, units))) if units is not None else ()
    )
    planned, left = plan(headings, title, asked, entries, years is not None, row_units)
    if not planned:
        raise WrongUse(_nothing_read(left, titles, file))
    return _read(sheet, planned, left, " ".join(titles), years, codes)


def _nothing_read(left: list[Left], titles: list[str], file: str) -> Text:
    title = " ".join(titles)[:200] or "-"
    for needs in ("indicator", "method", "unit", "year"):
        if one := next((one for one in left if one.needs == needs), None):
            return texts.NEEDS.fill(file=file, title=title, why=one.why)
    why = [texts.LEFT.fill(heading=one.heading[:80] or "-", why=one.why) for one in left[:4]]
    return texts.NO_COLUMN_READ.fill(file=file, title=title, why=why or [texts.NONE])


def _read(sheet: _Sheet, planned: list[Planned], left: list[Left], title: str, years: int | None, codes: int | None) -> Layout:
    names, lines = sheet.names, range(sheet.first, len(sheet.rows))
    column = [sheet.text(r, sheet.column) for r in lines]
    coded = [sheet.text(r, codes) if codes is not None else "" for r in lines]
    filled = [
        any(
            (text := sheet.text(r, one.place)).casefold() not in NOTHING and text != sheet.text(r, sheet.column)
            for one in planned
        )
        for r in lines
    ]
    read = names.read(column, coded, filled)
    repeated = {plain(cell) for row in sheet.heads for cell in row} | set(words()["place_headings"])
    faults: list[Fault] = []
    told: list[Text] = []
    kept: list[tuple[int, Row]] = []
    for line, row in zip(lines, read, strict=True):
        name = sheet.text(line, sheet.column)
        again = plain(name) in repeated and all(plain(sheet.text(line, p.place)) in {*repeated, ""} for p in planned)
        if row.what == PLACE:
            kept.append((line, row))
        elif row.what == UNREAD and not again or row.what == NOTE and name == "" and filled[line - sheet.first]:
            faults.append(_unread(sheet, line, row))
    if other := sheet.other_table(kept, max(one.place for one in planned)):
        raise WrongUse(other)
    told += _pairs(sheet, kept, names)
    figures: list[tuple] = []
    missing = 0
    for one in planned:
        signs = signs_of(sheet.grid.rows[r][one.place] for r, _ in kept if one.place < len(sheet.grid.rows[r]))
        marks: Counter[str] = Counter()
        percent = 0
        unheaded = sheet.without_heading(one.place)
        for line, row in kept:
            cells = sheet.grid.rows[line]
            cell = cells[one.place] if one.place < len(cells) else ""
            least, most = one.entry.minimum or 0, one.entry.maximum or float("inf")
            found = read_figure(cell, signs, least, most, one.times, (line, one.place) in sheet.grid.percent)
            year = one.year if one.year is not None else year_in(sheet.text(line, years or 0))
            whole = found.value is None or one.times != 1 or one.entry.unit != "persons" or found.value % 1 == 0
            if found.fault is not None or year is None:
                faults.append(_fault(sheet, line, one.place, found.fault or texts.NO_YEAR))
            elif found.value is not None and unheaded:
                faults.append(_fault(sheet, line, one.place, texts.NO_HEADING))
            elif not whole:
                faults.append(_fault(sheet, line, one.place, texts.PART_OF_PERSON))
            elif found.value is None:
                missing += 1
            else:
                marks[found.mark] += 1
                percent += found.changed is not None
                figures.append((row.code, year, one.entry.name, one.method, found.value, _address(line, one.place), _text(cell)))
        told += _told(one, marks, percent)
    table = pd.DataFrame(figures, columns=FIGURES)
    faults += _twice(sheet, table)
    totals = sum(row.what == TOTAL for row in read)
    return Layout(title, table.drop_duplicates(FIGURES[:4], ignore_index=True), faults, left, _once(told), totals, missing)


def _told(one: Planned, marks: Counter[str], percent: int) -> list[Text]:
    told = []
    if one.times != 1:
        told.append(
            texts.MULTIPLIED.fill(
                label=one.entry.labels, unit=one.unit, times=float(one.times), digits=0 if one.times >= 1 else 3
            )
        )
    if percent:
        told.append(texts.PERCENT_FORMAT)
    if spelt := sorted(mark for mark in marks if mark):
        told.append(texts.MARKS.fill(label=one.entry.labels, marks=spelt))
    return told


def _pairs(sheet: _Sheet, kept: list[tuple[int, Row]], names: RowNames) -> list[Text]:
    """Names that are those of two places and were read as one of them."""
    read = [
        texts.READ_AS.fill(name=sheet.text(line, sheet.column), place=names.name(row.code))
        for line, row in kept
        if names.is_pair(sheet.text(line, sheet.column))
    ]
    return [texts.PAIRS.fill(each=read[:3], n=len(read))] if read else []


def _once(told: list[Text]) -> list[Text]:
    return list({text.say("id"): text for text in told}.values())


def _unread(sheet: _Sheet, line: int, row: Row) -> Fault:
    lang = default_language()
    offered = [sheet.names.said(code) for code in row.offered]
    remedy = texts.PERHAPS.say(lang, places=offered) if offered else texts.MEND_NAME.say(lang)
    rule = (row.why or texts.NO_PLACE).say(lang)
    name = sheet.text(line, sheet.column)
    return Fault(sheet.file, sheet.grid.name, line + 1, "", _address(line, sheet.column), name, rule, remedy)


def _fault(sheet: _Sheet, line: int, place: int, rule: Text) -> Fault:
    said, cell = rule.say(default_language()), _address(line, place)
    return Fault(sheet.file, sheet.grid.name, line + 1, "", cell, sheet.text(line, place), said)


def _twice(sheet: _Sheet, table: pd.DataFrame) -> list[Fault]:
    """Two different figures of one place, year and series."""
    lang, key = default_language(), FIGURES[:4]
    several = table[table.duplicated(key, keep=False)]
    unlike = several[several.groupby(key)["value"].transform("nunique") > 1]
    return [
        Fault(
            sheet.file,
            sheet.grid.name,
            None,
            "",
            row.cell,
            row.typed,
            texts.TWICE.say(lang, name=sheet.names.name(row.area_code)),
        )
        for row in unlike.itertuples()
    ]


def _address(line: int, place: int) -> str:
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{line + 1}"


def _text(cell: object) -> str:
    return " ".join(UNSEEN.sub("", written(cell)).split())
