"""From a sheet of cells to a frame: which line holds the column names, which lines hold data, and what fits nowhere."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

import numpy as np

from ...dictionary import texts as of_dictionary
from ...dictionary.sheets import (
    CARD,
    CONFIRM,
    FILL,
    MARKER,
    PREPARED,
    example_of,
    fields_of,
    kind_of_mark,
    prepared_mark,
    same_word,
)
from ...disclosure.privacy import mask
from ...say import LANGUAGES, Text
from .. import texts as of_tables
from ..xlsx.reading import Cells
from ..xlsx.xml import address, column_letters
from .faults import Faults
from .texts import sheets as texts

HEADER_WITHIN = 20  # lines; offices put titles above a table

Columns = list[tuple[list[str], np.ndarray]]  # of each place: its texts and kinds over the whole sheet


@dataclass(frozen=True)
class Where:
    """Where the lines of a table stand in its file: title of the sheet, number of each line, letter of each column."""

    title: str
    lines: list[int]
    letters: dict[str, str]

    def cell(self, row: int, column: str) -> str:
        """The address of a cell, by the row of the table from 0; the line alone where the sheet lacks the column."""
        return f"{self.letters.get(column, '')}{self.lines[row]}"


@dataclass(frozen=True)
class Frame:
    """Data lines of one sheet. `places` maps a column to its place, `rows` are the data lines, both from 0.

    `columns` caches texts and kinds of every place over the whole sheet. `prepared` are lines of a new year by what is left to
    do with them: FILL, which hold no data yet, and CONFIRM, which do.
    """

    name: str
    cells: Cells = field(repr=False)
    columns: Columns = field(repr=False)
    header: int
    places: dict[str, int]
    rows: np.ndarray = field(repr=False)
    prepared: dict[str, list[int]] = field(default_factory=dict, repr=False)

    @property
    def title(self) -> str:
        return self.cells.name

    def texts(self, column: str) -> tuple[list[str], np.ndarray]:
        """Texts and kinds of a column over the data lines."""
        texts, kinds = self.columns[self.places[column]]
        return [texts[row] for row in self.rows], kinds[self.rows]

    def where(self) -> Where:
        """Where the data lines stand."""
        letters = {column: column_letters(place) for column, place in self.places.items()}
        return Where(mask(self.title), (self.rows + 1).tolist(), letters)

    def missing(self) -> list[dict]:
        """Columns of the dictionary that the sheet does not have."""
        return [f for f in fields_of(self.name) if f["name"] not in self.places]


def find_frame(name: str, cells: Cells, columns: Columns, faults: Faults) -> Frame | None:
    """The frame of a sheet, or None with a fault where no line holds the column names."""
    known = {f["name"] for f in fields_of(name)}
    heads = [[same_word(texts[row]) for texts, _ in columns] for row in range(min(HEADER_WITHIN, len(cells.rows)))]
    fits = [len(known & set(head)) for head in heads]
    if not fits or max(fits) < min(2, len(known)):
        faults.sheet(cells.name, texts.NO_HEADER, texts.WRITE_HEADER.fill(names=sorted(known)))
        return None
    header = int(np.argmax(fits))
    places = _places(cells, columns, header, known, faults)
    prepared: dict[str, list[int]] = {FILL: [], CONFIRM: []}
    rows = _data_rows(name, cells, columns, header, places, faults, prepared)
    frame = Frame(name, cells, columns, header, {n: p for n, p in places.items() if n != MARKER}, rows, prepared)
    _report_missing(frame, faults)
    return frame


def _places(cells: Cells, columns: Columns, header: int, known: set[str], faults: Faults) -> dict[str, int]:
    """Column name to place. What has no name, two names or an unknown name is reported."""
    places: dict[str, int] = {}
    for place, (words, _) in enumerate(columns):
        typed = words[header]
        head = same_word(typed)
        if head in places:
            faults.cell(cells.name, (header, place), head, typed, texts.COLUMN_TWICE, texts.RENAME_ONE)
        elif head in known or head == MARKER:
            places[head] = place
        elif head:
            faults.cell(cells.name, (header, place), typed, typed, texts.COLUMN_UNKNOWN, _near(head, known))
        elif any(words[header + 1 :]):
            row = next(r for r in range(header + 1, len(words)) if words[r])
            column = column_letters(place)
            faults.cell(cells.name, (row, place), column, words[row], texts.COLUMN_WITHOUT_NAME, texts.NAME_COLUMN)
    for row in range(header):
        for place, (words, _) in enumerate(columns):
            if words[row]:
                faults.cell(cells.name, (row, place), "", words[row], texts.ABOVE_HEADER, texts.REMOVE_LINES_ABOVE)
    return places


def _near(head: str, known: set[str]) -> Text:
    hit = difflib.get_close_matches(head, sorted(known), n=1, cutoff=0.7)
    return texts.IS_IT.fill(name=hit[0]) if hit else texts.REMOVE_COLUMN


def _data_rows(
    name: str,
    cells: Cells,
    columns: Columns,
    header: int,
    places: dict[str, int],
    faults: Faults,
    prepared: dict[str, list[int]],
) -> np.ndarray:
    """Lines with something typed in: not the marked ones, not those with nothing but what was filled in beforehand."""
    size, given = len(cells.rows), {f["name"] for f in fields_of(name) if f.get("prefilled")}
    typed = np.zeros(size, dtype=bool)
    for column, place in places.items():
        if column not in given and column != MARKER:
            typed |= np.fromiter((text != "" for text in columns[place][0]), bool, size)
    typed[: header + 1] = False
    if MARKER in places:
        for row, text in enumerate(columns[places[MARKER]][0]):
            if not text or row <= header:
                continue
            todo = prepared_mark(text)
            if todo is None:
                typed[row] &= not _marked(name, cells, columns, places, row, text, faults)
            elif todo == CONFIRM or not _filled_in(name, columns, places, row):
                prepared[todo] += [row] if typed[row] else []
                typed[row] &= todo == CONFIRM
    return np.flatnonzero(typed)


def _filled_in(name: str, columns: Columns, places: dict[str, int], row: int) -> bool:
    """Whether a line to fill in holds more than it was prepared with."""
    given = {MARKER, *PREPARED.get(name, ())}
    return any(columns[place][0][row] for column, place in places.items() if column not in given)


def _marked(name: str, cells: Cells, columns: Columns, places: dict[str, int], row: int, text: str, faults: Faults) -> bool:
    """Whether a sign marks a line that holds no data; an example written over, and any other sign, is reported."""
    kind = kind_of_mark(text)
    if kind is None:
        faults.cell(cells.name, (row, places[MARKER]), MARKER, text, texts.MARKS_ONLY, texts.EMPTY_CELL)
        return False
    for f in fields_of(name) if kind == "example" else ():
        place = places.get(f["name"])
        shown = columns[place][0][row] if place is not None else ""
        if place is not None and shown and same_word(shown) not in {same_word(example_of(f, lang)) for lang in LANGUAGES}:
            remedy = texts.REMOVE_MARK.fill(cell=address(row, places[MARKER]))
            secret = f["name"] == CARD
            faults.cell(cells.name, (row, place), f["name"], shown, texts.EXAMPLE_CHANGED, remedy, secret=secret)
    return True


def _report_missing(frame: Frame, faults: Faults) -> None:
    for f in frame.missing():
        if f.get("constraints", {}).get("required") and len(frame.rows):
            faults.sheet(frame.title, of_tables.COLUMN_ABSENT, texts.ADD_TO_HEADER.fill(name=f["name"]), f["name"])


def lines_waiting(frame: Frame) -> list[Text]:
    """What is left to do with lines prepared for a new year, one text for each kind."""
    said = {FILL: texts.LINES_TO_FILL, CONFIRM: texts.LINES_TO_CONFIRM}
    return [
        said[todo].fill(sheet=frame.title, n=len(rows), lines=_spans(rows), mark=of_dictionary.PREPARED[todo])
        for todo, rows in frame.prepared.items()
        if rows
    ]


def _spans(rows: list[int]) -> str:
    """Lines as Excel counts them, neighbours together.

    >>> _spans([4, 5, 6, 9])
    '5-7, 10'
    """
    spans: list[list[int]] = []
    for row in rows:
        if spans and spans[-1][1] == row:
            spans[-1][1] = row + 1
        else:
            spans.append([row + 1, row + 1])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    return ", ".join(shown if len(shown) <= 6 else [*shown[:5], "..."])
