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
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from ..disclosure.privacy import HIDDEN, holds_identity_number, identity_numbers
from ..files.opening import ordinary, read_bytes
from ..say import default_language, pick
from ..say.errors import DataFaults, Fault, WrongUse
from ..say.harmless import from_csv_cell
from .cells import COMMA, GROUPS, TWO_READINGS
from .xlsx.parts import LAST_COLUMN, LAST_LINE, MOST_BYTES, MOST_CELLS, too_large

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
) -> pd.DataFrame:
    """The table in `path` (.csv, .txt, .tsv or .xlsx) with the columns `numbers` as float64, the rest as text.

    Empty cells are missing. The header is the first row that names all columns asked for, so a title above it does
    no harm; in a workbook the first sheet that has them is read, or `sheet`. Columns `codes` must hold area codes:
    a total row is a fault. A number of an identity or family card is a fault in any cell or heading.
    `attrs["lines"]` holds the line of each row in the file, `attrs["readings"]` what was read otherwise than typed
    (column, change in both languages, cells, the first as typed and as read). Raises DataFaults with every cell
    that cannot be read, and WrongUse for a file, sheet or column that is not there.

    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("area_code;poor\\n32.76.11.1001;5,5\\n32.76.11.1002;1.234,5\\n")
    >>> read_table(file, numbers=["poor"])["poor"].tolist()
    [5.5, 1234.5]
    """
    path, numbers, codes = Path(path), list(numbers), list(codes)
    raw = _raw(path, sheet, list(dict.fromkeys([*needed, *codes, *numbers])))
    faults: list[Fault] = _identity_numbers(raw, path.name)
    if faults:
        raise DataFaults(faults)
    for column in codes:
        faults += _not_codes(raw, column, path.name)
    columns, readings = {}, []
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


def _raw(path: Path, sheet: str | None, asked: list[str]) -> Raw:
    ordinary(path)
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return _with_header(csv_rows(path), path.name, asked)
    return _sheet(path, sheet, asked)


MOST_TEXT_OF_A_CELL = 131_072  # four times what an Excel cell holds


def csv_rows(path: Path) -> list[tuple[int, list]]:
    """The rows of a text file, each with its line; commas, semicolons or tabs stand between the cells.

    Raises WrongUse for a file beyond the limits of a workbook, and for a quotation mark that is never closed.
    """
    data = read_bytes(path, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_much(path.name, f"lebih dari {MOST_BYTES // 1_000_000} MB", f"over {MOST_BYTES // 1_000_000} MB")
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")  # Excel's "Unicode text"
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Excel on Windows writes as "CSV"
    separator = _separator(text[:1_000_000])
    # Lists of cells are made only of lines that a table can have; equal cells are one text.
    text = text.replace("\0", "")
    csv.field_size_limit(MOST_TEXT_OF_A_CELL)  # of the whole program: another library may have lifted it
    reader = csv.reader(_lines(text, separator, path.name), delimiter=separator)
    rows, known, cells, begun, last = [], {}, 0, 1, 1
    try:
        for row in reader:
            cells += len(row)
            if len(rows) == LAST_LINE or cells > MOST_CELLS:
                raise _too_much(
                    path.name,
                    f"lebih dari {LAST_LINE} baris atau {MOST_CELLS} sel",
                    f"over {LAST_LINE} lines or {MOST_CELLS} cells",
                )
            if len(known) > MOST_CELLS // 40:
                known.clear()
            rows.append((reader.line_num, [known[c] if c in known else known.setdefault(c, from_csv_cell(c)) for c in row]))
            begun, last = reader.line_num + 1, begun
        begun = last
        _closed(text, begun, separator)
    except csv.Error:
        raise WrongUse(
            id=f"{path.name}, mulai baris {begun}: ada tanda kutip yang tidak ditutup. Tutup atau hapus tanda kutip itu.",
            en=f"{path.name}, from line {begun} on: a quotation mark that is not closed. Close it, or take it out.",
        ) from None
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
            raise _too_much(file, f"lebih dari {LAST_COLUMN} kolom", f"over {LAST_COLUMN} columns")
        yield line


def _too_much(file: str, id: str, en: str) -> WrongUse:
    return WrongUse(**too_large(id, en).words(file))


def _separator(text: str) -> str:
    """The sign that stands in most lines, then most often; what stands between quotation marks separates nothing."""
    lines = re.sub(r'"[^"]*"', "", text).splitlines()
    return max(";,\t", key=lambda sign: (sum(sign in line for line in lines), text.count(sign)))


def _sheet(path: Path, sheet: str | None, asked: list[str]) -> Raw:
    from .xlsx.reading import Book, Unreadable

    try:
        book = Book(path)
        if sheet is not None and sheet not in book.names:
            names = ", ".join(book.names)
            raise WrongUse(
                id=f"{path.name} tidak memuat lembar {sheet!r}. Lembar yang ada: {names}.",
                en=f"{path.name} has no sheet {sheet!r}. Its sheets: {names}.",
            )
        error = None
        for name in [sheet] if sheet else book.names:
            cells = book.cells(name)
            rows = [(i + 1, row) for i, row in enumerate(cells.rows)]
            try:
                return _with_header(rows, path.name, asked, cells.odd.percent)
            except WrongUse as found:
                error = error or found
        raise error or _no_table(path.name)
    except Unreadable as error:
        raise (_no_table(path.name) if error.reason in ("format", "password") else WrongUse(**error.words(path.name))) from None


def _no_table(name: str) -> WrongUse:
    return WrongUse(
        id=f"{name} tidak dapat dibaca sebagai tabel. Simpan ulang sebagai Excel (.xlsx, tanpa kata sandi) atau CSV.",
        en=f"{name} cannot be read as a table. Save it anew as Excel (.xlsx, without a password) or CSV.",
    )


def _with_header(rows: list[tuple[int, list]], file: str, asked: list[str], percent=frozenset()) -> Raw:
    """The rows below the header; `rows` carry their line numbers, counted from 1."""
    rows = [(line, row) for line, row in rows if any(str(cell).strip() for cell in row)]
    if len(rows) < 1:
        raise _no_table(file)
    heads = [[str(cell).strip() for cell in row] for _, row in rows[:_TITLES]]
    at = next((i for i, head in enumerate(heads) if set(asked) <= set(head)), 0)
    head = heads[at]
    missing = [c for c in asked if c not in head]
    if missing:
        found, lacking = ", ".join(c for c in head if c), ", ".join(missing)
        raise WrongUse(
            id=f"{file} tidak memuat kolom {lacking}. Kolom yang ada: {found}.",
            en=f"{file} has no column {lacking}. Its columns: {found}.",
        )
    places = [i for i, name in enumerate(head) if name]
    twice = sorted({head[i] for i in places if head.count(head[i]) > 1})
    if twice:
        raise WrongUse(
            id=f"{file}: nama kolom berulang ({', '.join(twice)}).",
            en=f"{file}: a column name occurs twice ({', '.join(twice)}).",
        )
    below = rows[at + 1 :]
    wide = next((line for line, row in below if any(str(c).strip() for c in row[len(head) :])), None)
    if wide is not None:
        raise WrongUse(
            id=f"{file}, baris {wide}: lebih banyak sel daripada kolom. Periksa pemisah kolom.",
            en=f"{file}, line {wide}: more cells than columns. Check the separator.",
        )
    return _cells(below, head, places, percent)


def _cells(rows, head, places, percent) -> Raw:
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
    otherwise: dict[tuple[str, str], list[int]] = {COMMA: [], GROUPS: []}
    mixed = 0 < sum(c == column for _, c in raw.percent) < (text != "").sum()
    values = np.full(len(text), np.nan)
    for i, cell in enumerate(text):
        if mixed and (i, column) in raw.percent:
            faults.append(_fault(file, column, raw.lines[i], cell, _PERCENT))
        elif (i, column) in raw.exact:
            values[i] = raw.exact[i, column]
        elif cell:
            plain = _as_plain(cell, decimal, grouped)
            if plain is None:
                doubt = TWO_READINGS.fullmatch(cell) is not None
                faults.append(_fault(file, column, raw.lines[i], cell, _in_doubt(cell) if doubt else _NO_NUMBER))
            else:
                values[i] = float(plain)
                if plain != cell:
                    otherwise[GROUPS if len(plain) < len(cell) else COMMA].append(i)
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


def _in_doubt(cell: str):
    """What is asked back: the two numbers the cell may be, each as it can only be read one way."""
    whole, decimals = re.split("[.,]", cell)
    small = whole if decimals == "000" else f"{whole},{decimals}0", whole if decimals == "000" else f"{whole}.{decimals}0"
    return (
        ("ribuan atau desimal? Tidak dapat dipastikan.", "thousands or decimals? It cannot be told."),
        (f"Tulis {whole}{decimals} atau {small[0]}.", f"Write {whole}{decimals} or {small[1]}."),
    )


_NO_NUMBER = (
    ("bukan bilangan.", "is not a number."),
    ("Isi angka saja, atau kosongkan bila tidak ada data.", "Fill in a number, or leave it empty."),
)
_PERCENT = (
    (
        "sel ini berformat persen, sel lain di kolom ini tidak.",
        "this cell is formatted as a percentage, others of the column are not.",
    ),
    ("Samakan format seluruh kolom.", "Give the whole column one format."),
)
_CARD = (
    ("memuat nomor seperti NIK atau nomor kartu keluarga.", "holds what looks like a NIK or family card number."),
    (
        "Hapus kolom itu, atau ganti nomornya dengan kode sendiri; nomor kependudukan tidak diperlukan di sini (UU 27/2022).",
        "Remove the column, or put a code of your own in its place; identity numbers are not needed here (UU 27/2022).",
    ),
)
_NO_CODE = (
    ("bukan kode wilayah.", "is not an area code."),
    (
        "Tulis kode Kemendagri bertitik sebagai teks (32.76.11.1001); hapus baris jumlah dan catatan.",
        "Write the dotted Kemendagri code as text (32.76.11.1001); remove rows of totals and notes.",
    ),
)


def _identity_numbers(raw: Raw, file: str) -> list[Fault]:
    """Such numbers have no place in a table that goes into rankings, lists and reports; they are not shown here either."""
    found = [
        _fault(file, column, raw.lines[0] - 1 if raw.lines else 1, "", _CARD)
        for column in raw.frame
        if holds_identity_number(column)
    ]
    for column in raw.frame:
        cells = raw.frame[column]
        if not cells.str.fullmatch(_LONG_DECIMAL).all():  # 1352417.3333333333 among other numbers is a number
            found += [_fault(file, column, raw.lines[i], HIDDEN, _CARD) for i in np.flatnonzero(identity_numbers(cells))]
    return found


def _not_codes(raw: Raw, column: str, file: str) -> list[Fault]:
    return [
        _fault(file, column, raw.lines[i], cell, _NO_CODE)
        for i, cell in enumerate(raw.frame[column])
        if not _CODE.fullmatch(cell) or (i, column) in raw.exact
    ]


def _fault(file: str, column: str, line: int, cell: str, words) -> Fault:
    lang = default_language()
    (rule_id, rule_en), (remedy_id, remedy_en) = words
    return Fault(file, "", line, column, "", cell, pick(lang, id=rule_id, en=rule_en), pick(lang, id=remedy_id, en=remedy_en))
