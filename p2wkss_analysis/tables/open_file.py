"""A table of the user's own, CSV or Excel, for the commands: numbers only where no doubt is left, every fault at once.

A comma or a point with three digits after it may be a thousands separator or a decimal one. The column decides:
where its other typed cells have the same sign before decimals (12.5, 1234.567: no group of thousands has four digits),
or have thousands beyond doubt (1.234.567, 12.500,5); where neither is so, every doubtful cell is a fault. "12,5" alone
says nothing of who typed "5.000".
A cell that Excel holds as a number is that number, and says nothing about how its neighbours were typed.
"""

from __future__ import annotations

import csv
import io
import itertools
import os
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..disclosure.privacy import HIDDEN, holds_identity_number, identity_numbers
from ..display.headings import heading
from ..files.kinds import CSV, EMPTY, TABLE, TEXT, kind_of, refusal
from ..files.opening import ordinary, read_bytes
from ..say import LANGUAGES, Text, default_language
from ..say.errors import DataFaults, Fault, WrongUse
from ..say.harmless import from_csv_cell
from . import texts
from .cells import TWO_READINGS
from .xlsx.parts import LAST_COLUMN, LAST_LINE, MOST_BYTES, MOST_CELLS, too_large

if TYPE_CHECKING:
    from .xlsx.odd import Marks

_SHAPES = {  # what settles which sign is the decimal one
    ".": (
        re.compile(
            r"[+-]?(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,})\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})"
        ),
        ",",
    ),
    ",": (
        re.compile(
            r"[+-]?(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,}),[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,})"
        ),
        ".",
    ),
}
_GROUPED = re.compile(
    r"[+-]?[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+|(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})"
)  # thousands beyond doubt
# A Kemendagri code, or one with RW and RT behind it (32.76.11.1001.002.001).
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4}(\.[0-9]{1,3}){0,2})?)?)?")
_LONG_DECIMAL = r"[+-]?[0-9]+[.,][0-9]+(?:[eE]-?[0-9])?|[+-]?[0-9]{0,15}|[+-]?[0-9]+[.,][0-9]+[eE]-[0-9]+"
_TITLES = 20  # rows in which to look for the header, below a title


@dataclass
class Raw:
    """A table as it stands: text cells, the line each row has in the file, and what Excel knows beyond the text."""

    frame: pd.DataFrame
    lines: list[int]
    exact: dict[tuple[int, str], float] = field(default_factory=dict)
    percent: set[tuple[int, str]] = field(default_factory=set)


def read_table(
    path: str | os.PathLike,
    numbers: Iterable[str] = (),
    needed: Iterable[str] = (),
    sheet: str | None = None,
    codes: Iterable[str] = (),
    known: Iterable[str] = (),
) -> pd.DataFrame:
    """The table in `path` (.csv, .txt, .tsv or .xlsx) with the columns `numbers` as float64, the rest as text.

    Empty cells are missing. The header is the first row that names all columns asked for, so a title above it does
    no harm; in a workbook the first sheet that has them is read, or `sheet`. A column is also found by the heading in
    words under which the commands write it; `known` are further columns to find so. Columns `codes` must hold area codes:
    a total row is a fault. A number of an identity or family card is a fault in any cell or heading.
    `attrs["lines"]` holds the line of each row in the file, `attrs["readings"]` what was read otherwise than typed
    (column, change as a `Text`, cells, the first as typed and as read). Raises DataFaults with every cell
    that cannot be read, and WrongUse for a file, sheet or column that is not there.

    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("area_code;poor\\n32.76.11.1001;5,5\\n32.76.11.1002;1.234,5\\n")
    >>> read_table(file, numbers=["poor"])["poor"].tolist()
    [5.5, 1234.5]
    """
    path, numbers, codes = Path(path), list(numbers), list(codes)
    raw = _raw(path, sheet, list(dict.fromkeys([*needed, *codes, *numbers])), list(known))
    faults: list[Fault] = _identity_numbers(raw, path.name)
    if faults:
        raise DataFaults(faults)
    for column in codes:
        faults += _not_codes(raw, column, path.name)
    columns: dict[str, pd.Series] = {}
    readings: list[tuple] = []
    for column in raw.frame:
        text = raw.frame[column]
        columns[column] = (
            _numbers(raw, column, path.name, faults, readings) if column in numbers else text.where(text != "", pd.NA)
        )
    if faults:
        raise DataFaults(faults)
    table = pd.DataFrame(columns)
    table.attrs |= {"lines": raw.lines, "readings": readings}
    return table


def _raw(path: Path, sheet: str | None, asked: list[str], known: list[str]) -> Raw:
    ordinary(path)
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return _with_header(csv_rows(path), path.name, asked, known)
    return _sheet(path, sheet, asked, known)


MOST_TEXT_OF_A_CELL = 131_072  # four times what an Excel cell holds


def csv_rows(path: Path) -> list[tuple[int, list]]:
    """The rows of a text file, each with its line; commas, semicolons or tabs stand between the cells.

    Raises WrongUse for a file that is no text or beyond the limits of a workbook, and for a quotation mark never closed.
    """
    data = read_bytes(path, MOST_BYTES + 1)
    if kind_of(data) == EMPTY:
        raise refusal(path.name, EMPTY, CSV)
    return rows_of_text(data, path.name)


def rows_of_text(data: bytes, file: str) -> list[tuple[int, list]]:
    """The same of the bytes of a text file that a refusal calls `file`."""
    if len(data) > MOST_BYTES:
        raise _too_much(file, texts.OVER_MEGABYTES.fill(most=MOST_BYTES // 1_000_000))
    if (kind := kind_of(data)) not in (TEXT, EMPTY):
        raise refusal(file, kind, CSV)
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")  # Excel's "Unicode text"
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Excel on Windows writes as "CSV"
    separator = _separator(text[:1_000_000])
    # Lists of cells are made only of lines that a table can have; equal cells are one text.
    text = text.replace("\0", "")
    csv.field_size_limit(MOST_TEXT_OF_A_CELL)  # of the whole program: another library may have lifted it
    reader = csv.reader(_lines(text, separator, file), delimiter=separator)
    rows: list[tuple[int, list]] = []
    known: dict[str, str] = {}
    cells, begun, last = 0, 1, 1
    try:
        for row in reader:
            cells += len(row)
            if len(rows) == LAST_LINE or cells > MOST_CELLS:
                raise _too_much(file, texts.OVER_LINES_OR_CELLS.fill(lines=LAST_LINE, cells=MOST_CELLS))
            if len(known) > MOST_CELLS // 40:
                known.clear()
            rows.append((reader.line_num, [known[c] if c in known else known.setdefault(c, from_csv_cell(c)) for c in row]))
            begun, last = reader.line_num + 1, begun
        begun = last
        _closed(text, begun, separator)
    except csv.Error:
        raise WrongUse(texts.QUOTE_NOT_CLOSED.fill(file=file, line=begun)) from None
    return rows


def _closed(text: str, line: int, separator: str) -> None:
    """Raises csv.Error where the last record, from `line` on, ends inside quotation marks: it holds whatever came after."""
    record = itertools.islice(io.StringIO(text, newline=""), line - 1, None)
    try:
        deque(csv.reader(record, delimiter=separator, strict=True), maxlen=0)
    except csv.Error as error:
        if "end of data" in str(error):  # any other is a matter of taste in quoting, and was read
            raise


def _lines(text: str, separator: str, file: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if line.count(separator) >= LAST_COLUMN:
            raise _too_much(file, texts.OVER_COLUMNS.fill(most=LAST_COLUMN))
        yield line


def _too_much(file: str, what: Text) -> WrongUse:
    return WrongUse(too_large(what).of(file))


def _separator(text: str) -> str:
    """The sign that stands equally often in most lines; what stands between quotation marks separates nothing."""
    lines = re.sub(r'"[^"]*"', "", text).splitlines()
    alike = {sign: Counter(line.count(sign) for line in lines if sign in line) for sign in ";\t,"}
    return max(alike, key=lambda sign: max(alike[sign].values(), default=0))


def _sheet(path: Path, sheet: str | None, asked: list[str], known: list[str]) -> Raw:
    from .xlsx.reading import Book, Unreadable

    try:
        book = Book(path)
        if sheet is not None and sheet not in book.names:
            raise WrongUse(texts.NO_SHEET.fill(file=path.name, sheet=sheet, names=book.names))
        error = None
        for name in [sheet] if sheet else book.names:
            cells = book.cells(name)
            rows = [(i + 1, row) for i, row in enumerate(cells.rows)]
            try:
                return _with_header(rows, path.name, asked, known, cells.odd.percent)
            except WrongUse as found:
                error = error or found
        raise error or _no_table(path.name)
    except Unreadable as unread:
        raise WrongUse(unread.of(path.name, TABLE)) from None


def _no_table(name: str) -> WrongUse:
    return WrongUse(texts.NO_TABLE.fill(file=name))


def _with_header(
    rows: list[tuple[int, list]], file: str, asked: list[str], known: list[str], percent: Marks | frozenset = frozenset()
) -> Raw:
    """The rows below the header; `rows` carry their line numbers, counted from 1."""
    rows = [(line, row) for line, row in rows if any(str(cell).strip() for cell in row)]
    if len(rows) < 1:
        raise _no_table(file)
    heads = [_named([str(cell).strip() for cell in row], [*asked, *known]) for _, row in rows[:_TITLES]]
    at = next((i for i, head in enumerate(heads) if set(asked) <= set(head)), 0)
    head = heads[at]
    missing = [c for c in asked if c not in head]
    if missing:
        raise WrongUse(texts.NO_COLUMNS.fill(file=file, lacking=missing, found=[c for c in head if c]))
    places = [i for i, name in enumerate(head) if name]
    twice = sorted({head[i] for i in places if head.count(head[i]) > 1})
    if twice:
        raise WrongUse(texts.NAMES_TWICE.fill(file=file, names=twice))
    below = rows[at + 1 :]
    wide = next((line for line, row in below if any(str(c).strip() for c in row[len(head) :])), None)
    if wide is not None:
        raise WrongUse(texts.TOO_MANY_CELLS.fill(file=file, line=wide))
    return _cells(below, head, places, percent)


def _named(head: list[str], asked: list[str]) -> list[str]:
    """The headings, those in words by the names that are asked for."""
    for name in asked:
        words = {found[0] for lang in LANGUAGES if (found := heading(name, lang))}
        places = [i for i, cell in enumerate(head) if cell in words]
        if name not in head and len(places) == 1:
            head[places[0]] = name
    return head


def _cells(rows: list[tuple[int, list]], head: list[str], places: list[int], percent: Marks | frozenset) -> Raw:
    from .xlsx.reading import written

    raw = Raw(pd.DataFrame(), [line for line, _ in rows])
    columns: dict[str, list[str]] = {head[i]: [] for i in places}
    for k, (line, row) in enumerate(rows):
        for i in places:
            value = row[i] if i < len(row) else ""
            columns[head[i]].append(written(value).strip())
            if isinstance(value, int | float) and not isinstance(value, bool):
                raw.exact[k, head[i]] = float(value)
                if (line - 1, i) in percent:
                    raw.percent.add((k, head[i]))
    raw.frame = pd.DataFrame(columns, dtype="str")
    return raw


def _numbers(raw: Raw, column: str, file: str, faults: list[Fault], readings: list) -> pd.Series:
    text = raw.frame[column]
    typed = [cell for i, cell in enumerate(text) if (i, column) not in raw.exact]
    decimal, grouped = _decimal_sign(typed), any(_GROUPED.fullmatch(cell) for cell in typed)
    otherwise: dict[Text, list[int]] = {texts.COMMA: [], texts.GROUPS: []}
    mixed = 0 < sum(c == column for _, c in raw.percent) < (text != "").sum()
    values = np.full(len(text), np.nan)
    for i, cell in enumerate(text):
        if mixed and (i, column) in raw.percent:
            faults.append(_fault(file, column, raw.lines[i], cell, texts.PERCENT_AMONG_OTHERS, texts.ONE_FORMAT))
        elif (i, column) in raw.exact:
            values[i] = raw.exact[i, column]
        elif cell:
            plain = _as_plain(cell, decimal, grouped)
            if plain is None:
                faults.append(_fault(file, column, raw.lines[i], cell, *_no_number(cell)))
            else:
                values[i] = float(plain)
                if plain != cell:
                    otherwise[texts.GROUPS if len(plain) < len(cell) else texts.COMMA].append(i)
    readings += [(column, change, len(at), text[at[0]], f"{values[at[0]]:.15g}") for change, at in otherwise.items() if at]
    return pd.Series(values, index=text.index)


def _decimal_sign(typed: Iterable[str]) -> str | None:
    """The decimal sign that some typed cell of the column settles, None where none does or cells disagree."""
    typed = list(typed)
    settled = {sign for sign, (shape, _) in _SHAPES.items() if any(shape.fullmatch(cell) for cell in typed)}
    return settled.pop() if len(settled) == 1 else None


def _as_plain(cell: str, decimal: str | None, grouped: bool) -> str | None:
    """The cell as a Python number, or None where it is none or in doubt."""
    if re.fullmatch(r"[+-]?[0-9]+", cell):
        return cell
    doubtful = TWO_READINGS.fullmatch(cell)
    if doubtful and (decimal is None or (decimal != doubtful[1] and not grouped)):
        return None
    for sign, (shape, thousands) in _SHAPES.items():
        shown = rf"[+-]?(?:[0-9]+|[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+)(?:\{sign}[0-9]+)?"
        if shape.fullmatch(cell) or (decimal == sign and re.fullmatch(shown, cell)):
            return cell.replace(thousands, "").replace(sign, ".")
    return None


def _no_number(cell: str) -> tuple[Text, Text]:
    """What is wrong and the remedy: for a cell that may be two numbers, each as it can only be read one way."""
    if not TWO_READINGS.fullmatch(cell):
        return texts.NOT_A_NUMBER, texts.NUMBER_OR_EMPTY
    whole, decimals = re.split("[.,]", cell)
    point = whole if decimals == "000" else f"{whole}.{decimals}0"
    either = texts.WRITE_ONE_OF.fill(whole=whole + decimals, point=Text(point.replace(".", ","), point))
    return texts.THOUSANDS_OR_DECIMALS, either


def _identity_numbers(raw: Raw, file: str) -> list[Fault]:
    """Such numbers have no place in a table that goes into rankings, lists and reports; they are not shown here either."""
    found = [
        _fault(file, column, raw.lines[0] - 1 if raw.lines else 1, "", texts.HOLDS_CARD, texts.REMOVE_CARDS)
        for column in raw.frame
        if holds_identity_number(column)
    ]
    for column in raw.frame:
        cells = raw.frame[column]
        if not cells.str.fullmatch(_LONG_DECIMAL).all():  # 1352417.3333333333 among other numbers is a number
            found += [
                _fault(file, column, raw.lines[i], HIDDEN, texts.HOLDS_CARD, texts.REMOVE_CARDS)
                for i in np.flatnonzero(identity_numbers(cells))
            ]
    return found


def _not_codes(raw: Raw, column: str, file: str) -> list[Fault]:
    return [
        _fault(file, column, raw.lines[i], cell, texts.NOT_AN_AREA, texts.WRITE_AREA)
        for i, cell in enumerate(raw.frame[column])
        if not _CODE.fullmatch(cell) or (i, column) in raw.exact
    ]


def _fault(file: str, column: str, line: int, cell: str, rule: Text, remedy: Text) -> Fault:
    lang = default_language()
    return Fault(file, "", line, column, "", cell, rule.say(lang), remedy.say(lang))
