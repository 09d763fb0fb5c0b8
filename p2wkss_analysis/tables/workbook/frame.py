"""From a sheet of cells to a frame: which lines hold the headings, which lines hold data, and what fits nowhere."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field

import numpy as np

from ...dictionary.sheets import (
    CARD,
    CONFIRM,
    FILL,
    MARKER,
    PREPARED,
    PRESS,
    example_of,
    fields_of,
    heading_word,
    headings_of,
    hint,
    instructions,
    kind_of_mark,
    label_of,
    prepared_mark,
    same_word,
)
from ...disclosure.privacy import mask
from ...say import LANGUAGES, Text
from .. import texts as of_tables
from ..xlsx.reading import HEADER_WITHIN, Cells
from ..xlsx.xml import address, column_letters
from .faults import Faults
from .texts import sheets as texts

_TITLE = 2  # cells at most in a line with a title

Columns = list[tuple[list[str], np.ndarray]]  # of each place: its texts and kinds over the whole sheet

_TOTAL = re.compile(r"\s*(?:sub|grand)?[ -]*(?:jumlah|total|rata-rata|average)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Where:
    """Where the lines of a table stand in its file: title of the sheet, number of each line, letter and heading of a column."""

    title: str
    lines: list[int]
    letters: dict[str, str]
    headings: dict[str, str] = field(default_factory=dict)

    def cell(self, row: int, column: str) -> str:
        """The address of a cell, by the row of the table from 0; the line alone where the sheet lacks the column."""
        return f"{self.letters.get(column, '')}{self.lines[row]}"


@dataclass(frozen=True)
class Frame:
    """Data lines of one sheet. `places` maps a column to its place, `rows` are the data lines, both from 0.

    `headers` are the lines that hold codes or headings, the first of them is `header`. `columns` caches texts and kinds of every
    place over the whole sheet. `prepared` are lines that were prepared, by what is left to do with them: FILL and PRESS, which
    hold no data yet, and CONFIRM, which do.
    """

    name: str
    cells: Cells = field(repr=False)
    columns: Columns = field(repr=False)
    headers: tuple[int, ...]
    places: dict[str, int]
    rows: np.ndarray = field(repr=False)
    prepared: dict[str, list[int]] = field(default_factory=dict, repr=False)

    @property
    def title(self) -> str:
        return self.cells.name

    @property
    def header(self) -> int:
        return self.headers[0]

    def heading(self, column: str) -> str:
        """What this file calls a column: its heading, and where there is none its code."""
        words = self.columns[self.places[column]][0] if column in self.places else []
        typed = [words[row].rstrip("* ") for row in self.headers[::-1] if words and words[row]]
        return mask(typed[0]) if typed else column

    def texts(self, column: str) -> tuple[list[str], np.ndarray]:
        """Texts and kinds of a column over the data lines."""
        texts, kinds = self.columns[self.places[column]]
        return [texts[row] for row in self.rows], kinds[self.rows]

    def where(self) -> Where:
        """Where the data lines stand."""
        letters = {column: column_letters(place) for column, place in self.places.items()}
        return Where(mask(self.title), (self.rows + 1).tolist(), letters, {c: self.heading(c) for c in self.places})

    def missing(self) -> list[dict]:
        """Columns of the dictionary that the sheet does not have."""
        return [f for f in fields_of(self.name) if f["name"] not in self.places]


def find_frame(name: str, cells: Cells, columns: Columns, faults: Faults) -> Frame | None:
    """The frame of a sheet, or None with a fault where no line holds the headings."""
    known = headings_of(name)
    heads = [[heading_word(texts[row]) for texts, _ in columns] for row in range(min(HEADER_WITHIN, len(cells.rows)))]
    fits = [len({known[head] for head in line if head in known}) for line in heads]
    if not fits or max(fits) < min(2, len(fields_of(name))):
        labels = [label_of(name, f["name"]) for f in fields_of(name)]
        faults.sheet(cells.name, texts.NO_HEADER, texts.WRITE_HEADER.fill(names=labels))
        return None
    # Codes and headings, or one of the two where a line was deleted. Lines of data hold hardly a heading.
    headers = tuple(row for row, fit in enumerate(fits) if 2 * fit >= max(fits))
    places = _places(name, cells, columns, headers, faults)
    prepared: dict[str, list[int]] = {FILL: [], CONFIRM: [], PRESS: []}
    rows = _data_rows(name, cells, columns, headers, places, faults, prepared)
    frame = Frame(name, cells, columns, headers, {n: p for n, p in places.items() if n != MARKER}, rows, prepared)
    faults.call(cells.name, {column: frame.heading(column) for column in frame.places})
    _report_missing(frame, faults)
    return frame


def sheet_with_headings(cells: Cells, columns: Columns, names: set[str]) -> str | None:
    """Which of the sheets `names` has most of its headings in one line here: a tab that was given another name."""
    lines = [{heading_word(texts[row]) for texts, _ in columns} for row in range(min(HEADER_WITHIN, len(cells.rows)))]
    known = {name: headings_of(name) for name in names}
    held = {
        name: max((len({words[head] for head in line if head in words}) for line in lines), default=0)
        for name, words in known.items()
    }
    share = {name: n / len(fields_of(name)) for name, n in held.items()}
    return max(share, key=lambda name: share[name]) if share and max(share.values()) > 0.6 else None


def _places(name: str, cells: Cells, columns: Columns, headers: tuple[int, ...], faults: Faults) -> dict[str, int]:
    """Column to place, by its code or its heading. What has no name, two names or an unknown name is reported."""
    known, labels = headings_of(name) | {MARKER: MARKER}, headings_of(name, labels_only=True)
    places: dict[str, int] = {}
    spelled = _spelled(name)
    marks = _place_of_marks(cells, columns)
    for place, (words, _) in enumerate(columns):
        named = [row for row in headers if words[row] and not (place == marks and kind_of_mark(words[row]))]
        row = next((row for row in named if heading_word(words[row]) in known), named[0] if named else headers[0])
        typed = words[row] if named else ""
        column = known.get(heading_word(typed))
        if place == marks and not named:
            places[MARKER] = place
        elif column in places:
            faults.cell(cells.name, (row, place), column, typed, texts.COLUMN_TWICE, texts.RENAME_ONE)
        elif column:
            places[column] = place
            other = next((r for r in named if labels.get(heading_word(words[r]), column) != column), None)
            if other is not None:  # the heading was typed over; the code beside it is not seen
                meant = texts.HEADING_OR_COLUMN.fill(name=label_of(name, column))
                faults.cell(cells.name, (other, place), column, words[other], texts.OTHER_HEADING, meant)
        elif typed:
            faults.cell(cells.name, (row, place), typed, typed, texts.COLUMN_UNKNOWN, _near(spelled, heading_word(typed)))
        elif any(words[headers[0] + 1 :]):
            row = next(r for r in range(headers[0] + 1, len(words)) if words[r])
            letters = column_letters(place)
            faults.cell(cells.name, (row, place), letters, words[row], texts.COLUMN_WITHOUT_NAME, texts.NAME_COLUMN)
    ours = {text for _, text in instructions(name)}
    for row in _above(columns, headers, places):
        if any(words[row] in ours for words, _ in columns):
            continue
        for place, (words, _) in enumerate(columns):
            if words[row]:
                faults.cell(cells.name, (row, place), "", words[row], texts.ABOVE_HEADER, texts.REMOVE_LINES_ABOVE)
    return places


def _place_of_marks(cells: Cells, columns: Columns) -> int | None:
    """The column with the marks of lines for people, where the line of codes was deleted; no longer the first where others
    were put in front."""
    first = range(min(HEADER_WITHIN, len(cells.rows)))
    return next(
        (p for p, (words, _) in enumerate(columns[:3]) if sum(kind_of_mark(words[r]) is not None for r in first) > 1), None
    )


def _above(columns: Columns, headers: tuple[int, ...], places: dict[str, int]) -> list[int]:
    """Lines above the headings that are none of the template's: titles of the office."""
    marks = columns[places[MARKER]][0] if MARKER in places else None
    between = [row for row in range(headers[0], headers[-1]) if sum(words[row] != "" for words, _ in columns) <= _TITLE]
    rows = [*range(headers[0]), *(row for row in between if row not in headers)]
    return [row for row in rows if marks is None or not kind_of_mark(marks[row])]


def _spelled(name: str) -> dict[str, str]:
    """Every word that heads a column of a sheet, by `heading_word`, as it is written."""
    words = [word for f in fields_of(name) for word in (*f["label"].values(), f["name"])]
    return {heading_word(word): word for word in words}


def _near(spelled: dict[str, str], head: str) -> Text:
    """The heading that was meant, in the language in which it was nearly written."""
    hit = difflib.get_close_matches(head, sorted(spelled), n=1, cutoff=0.75)
    return texts.IS_IT.fill(name=spelled[hit[0]]) if hit else texts.REMOVE_COLUMN


def _data_rows(
    name: str,
    cells: Cells,
    columns: Columns,
    headers: tuple[int, ...],
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
    typed[: headers[0]] = False
    typed[[*headers, *_above(columns, headers, places)]] = False
    if MARKER not in places:
        typed[[row for row in range(min(HEADER_WITHIN, size)) if typed[row] and _for_people(name, columns, places, row)]] = False
        return _without_totals(name, cells, columns, places, np.flatnonzero(typed), faults)
    for row, text in enumerate(columns[places[MARKER]][0]):
        if not text or row <= headers[0]:
            continue
        todo = prepared_mark(text)
        if todo is None:
            typed[row] &= not _marked(name, cells, columns, places, row, text, faults)
        elif todo == CONFIRM or not _filled_in(name, columns, places, row):
            prepared[todo] += [row] if typed[row] else []
            typed[row] &= todo == CONFIRM
    return _without_totals(name, cells, columns, places, np.flatnonzero(typed), faults)


def _without_totals(
    name: str, cells: Cells, columns: Columns, places: dict[str, int], rows: np.ndarray, faults: Faults
) -> np.ndarray:
    """The lines without those of totals, which say so and have nothing else in the columns that every line of data fills in."""
    required = [places[f["name"]] for f in fields_of(name) if f.get("constraints", {}).get("required") and f["name"] in places]
    kept = []
    for row in rows.tolist():
        held = [columns[place][0][row] for place in required]
        if sum(text != "" for text in held) > 1 or not any(text == "" for text in held):
            kept.append(row)
            continue
        at = next((place for place, (words, _) in enumerate(columns) if _TOTAL.match(words[row])), None)
        if at is None or any(text and not _TOTAL.match(text) for text in held):
            kept.append(row)
            continue
        column = next((n for n, place in places.items() if place == at), column_letters(at))
        faults.cell(cells.name, (row, at), column, columns[at][0][row], texts.TOTAL_LINE, texts.REMOVE_TOTAL)
    return np.array(kept, dtype=rows.dtype)


def _for_people(name: str, columns: Columns, places: dict[str, int], row: int) -> bool:
    """Whether a line is one of the template's own: an instruction, or the units or the example of every column."""
    fields = [f for f in fields_of(name) if f["name"] in places]
    held = [columns[places[f["name"]]][0][row] for f in fields]
    if held in [[hint(f, lang, name) for f in fields] for lang in LANGUAGES]:
        return True
    if all(same_word(text) in _examples(f) for text, f in zip(held, fields, strict=True)):
        return True
    return {text for text in held if text} <= {text for _, text in instructions(name)}


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
        if place is not None and shown and same_word(shown) not in _examples(f):
            remedy = texts.REMOVE_MARK.fill(cell=address(row, places[MARKER]))
            secret = f["name"] == CARD
            faults.cell(cells.name, (row, place), f["name"], shown, texts.EXAMPLE_CHANGED, remedy, secret=secret)
    return True


def _examples(field: dict) -> set[str]:
    """What the line of the example may hold in a column: its words in either language, and the code that stood there before."""
    return {same_word(text) for text in (str(field.get("example", "")), *(example_of(field, lang) for lang in LANGUAGES))}


def _report_missing(frame: Frame, faults: Faults) -> None:
    for f in frame.missing():
        if f.get("constraints", {}).get("required") and len(frame.rows):
            faults.sheet(frame.title, of_tables.COLUMN_ABSENT, texts.ADD_TO_HEADER.fill(name=Text.of(f["label"])), f["name"])


def lines_waiting(frame: Frame) -> list[Text]:
    """What is left to do with prepared lines, one text for each kind."""
    said = {FILL: texts.LINES_TO_FILL, CONFIRM: texts.LINES_TO_CONFIRM, PRESS: texts.LINES_FROM_PRESS}
    return [
        said[todo].fill(sheet=frame.title, n=len(rows), lines=_spans(rows), mark=_mark_typed(frame, rows[0]))
        for todo, rows in frame.prepared.items()
        if rows
    ]


def _mark_typed(frame: Frame, row: int) -> str:
    return next(words[row].strip() for words, _ in frame.columns if prepared_mark(words[row]))


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
