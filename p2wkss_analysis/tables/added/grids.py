"""A file as BPS gives it to rows of cells: Excel, CSV, a page saved as .xls, or the answer of its WebAPI.

What the file is stands in its first bytes; its ending is only a name.
"""

from __future__ import annotations

import importlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...files.kinds import EMPTY, HTML, PDF, PICTURE, TABLE, TEXT, XLS, XML, kind_of
from ...files.opening import ordinary, read_bytes
from ...identity.hidden import mask
from ...say.errors import WrongUse
from ..open_file import rows_of_text
from ..xlsx.parts import LAST_LINE, MOST_BYTES, MOST_CELLS
from ..xlsx.reading import Book, Unreadable
from . import texts
from .html_table import page_tables
from .webapi import answer_rows

MOST_ROWS, MOST_COLUMNS = 100_000, 500  # of a published table: 83,000 villages, and the columns of a wide one


@dataclass(frozen=True)
class Grid:
    """One sheet or table: its name ("" where a file has one only), its rows from the first on, and cells shown in percent."""

    name: str
    rows: list[list] = field(repr=False)
    percent: Any = field(default=frozenset(), repr=False)

    @property
    def empty(self) -> bool:
        return not any(str(cell).strip() for row in self.rows for cell in row)


def read_grids(path: str | os.PathLike, sheet: str | None = None) -> list[Grid]:
    """The tables of a file that hold something; `sheet` keeps the one of this name. Raises WrongUse with the remedy."""
    path = Path(ordinary(path))
    name = mask(path.name)
    head = read_bytes(path, 2048)
    grids = _of(path, name, head)
    if sheet is not None:
        names = [grid.name for grid in grids if grid.name]
        grids = [grid for grid in grids if grid.name == sheet]
        if not grids:
            raise WrongUse(texts.NO_SHEET.fill(file=name, sheet=sheet, names=names or [texts.NONE]))
    grids = [grid for grid in grids if not grid.empty]
    if not grids:
        raise WrongUse(texts.EMPTY.fill(file=name))
    if any(len(grid.rows) > MOST_ROWS or max(map(len, grid.rows)) > MOST_COLUMNS for grid in grids):
        raise WrongUse(texts.TOO_LARGE.fill(file=name, rows=MOST_ROWS, columns=MOST_COLUMNS))
    return grids


def _of(path: Path, name: str, head: bytes) -> list[Grid]:
    kind = kind_of(head)
    if kind == EMPTY:
        raise WrongUse(texts.EMPTY.fill(file=name))
    if kind == PDF:
        raise WrongUse(texts.IS_PDF.fill(file=name))
    if kind == PICTURE:
        raise WrongUse(texts.IS_PICTURE.fill(file=name))
    if head.startswith(b"PK"):
        return _workbook(path, name)
    if head.startswith(b"\xd0\xcf\x11\xe0") or kind == XLS:
        return _old_workbook(path, name)
    data = read_bytes(path, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise WrongUse(texts.TOO_LARGE.fill(file=name, rows=MOST_ROWS, columns=MOST_COLUMNS))
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return [Grid("", answer_rows(data, name))]
    if kind in (HTML, XML) or b"<table" in head.lower() or b"<html" in head.lower():
        return [Grid("", rows) for rows in page_tables(data, name)]
    if kind != TEXT:
        raise WrongUse(texts.NO_TABLE_FILE.fill(file=name))
    return [Grid("", _by_line(rows_of_text(data, name)))]


def _by_line(rows: list[tuple[int, list]]) -> list[list]:
    """Rows at the places of their lines, so that a fault names the line of the file."""
    placed: list[list] = []
    for line, row in rows:
        placed += [[] for _ in range(line - 1 - len(placed))]
        placed.append(row)
    return placed


def _workbook(path: Path, name: str) -> list[Grid]:
    try:
        book = Book(path)
        found = [(sheet, book.cells(sheet)) for sheet in book.names]
    except Unreadable as unread:
        raise WrongUse(unread.of(name, TABLE)) from None
    if any(cells.odd.span for _, cells in found):
        raise WrongUse(texts.TOO_LARGE.fill(file=name, rows=MOST_ROWS, columns=MOST_COLUMNS))
    return [Grid(sheet, _marked(cells.rows, cells.odd.errors, cells.odd.uncomputed), cells.odd.percent) for sheet, cells in found]


def _marked(rows: list[list], errors: dict, uncomputed: set) -> list[list]:
    """Cells with an error of Excel as what they show, and formulas without a result as "=": neither is an empty cell."""
    rows = [list(row) for row in rows]
    for (row, column), shown in [*errors.items(), *((place, "=") for place in uncomputed)]:
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = shown
    return rows


def _old_workbook(path: Path, name: str) -> list[Grid]:
    """An .xls of Excel 97-2003, where a library that reads it is installed; a workbook with a password looks alike."""
    try:
        xlrd: Any = importlib.import_module("xlrd")
    except ImportError:
        raise WrongUse(texts.OLD_WORKBOOK.fill(file=name)) from None
    try:
        book = xlrd.open_workbook(file_contents=read_bytes(path, MOST_BYTES), on_demand=True, logfile=io.StringIO())
        return [_old_sheet(book.sheet_by_name(sheet), xlrd) for sheet in book.sheet_names()]
    except Exception:  # noqa: BLE001  xlrd raises many kinds; a password is one of them
        raise WrongUse(texts.OLD_WORKBOOK.fill(file=name)) from None


def _old_sheet(sheet: Any, xlrd: Any) -> Grid:
    if sheet.nrows > LAST_LINE or sheet.nrows * sheet.ncols > MOST_CELLS:
        return Grid(sheet.name, [])
    as_read: dict[int, Callable[[Any], Any]] = {
        xlrd.XL_CELL_DATE: lambda value: f"{value} (date)",
        xlrd.XL_CELL_BOOLEAN: bool,
        xlrd.XL_CELL_ERROR: lambda value: "#",
    }
    rows = [
        [as_read.get(cell.ctype, lambda value: value)(cell.value) for cell in sheet.row(number)] for number in range(sheet.nrows)
    ]
    return Grid(sheet.name, rows)
