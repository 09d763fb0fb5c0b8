"""Reading an Excel workbook as it stands: every cell as text, with what kind of cell it was."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import python_calamine

from ..opening import read_bytes
from .workbook_sheets import kind_of_mark
from .workbook_xml import Oddities, Place, oddities

TEXT, NUMBER, DATE, TRUTH, OTHER = range(5)  # kinds of cells
_KIND = {str: TEXT, float: NUMBER, int: NUMBER, dt.date: DATE, dt.datetime: DATE, bool: TRUTH}


class Unreadable(Exception):
    """The file is no workbook that can be read; `reason` is one word of English for a fault's rule."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Cells:
    """The cells of one sheet from A1 on: rows of Python values ("" for empty), and what the values do not show."""

    name: str
    rows: list[list] = field(repr=False)
    odd: Oddities = field(repr=False)

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def column(self, place: int, rows: np.ndarray | None = None) -> tuple[list[str], np.ndarray]:
        """Texts and kinds of a column, of the given rows (from 0) or of all."""
        chosen = self.rows if rows is None else [self.rows[r] for r in rows]
        values = [row[place] if place < len(row) else "" for row in chosen]
        return [v if type(v) is str else written(v) for v in values], np.fromiter(
            (_KIND.get(type(v), OTHER) for v in values), np.uint8, len(values))


class Book:
    """An Excel workbook (.xlsx, .xlsm), its sheets read one at a time. Raises Unreadable.

    `wanted` says by its name whether a sheet will be read; the others are not looked into.
    """

    def __init__(self, path: str | os.PathLike, wanted: Callable[[str], bool] = lambda name: True):
        data = read_bytes(path)
        try:
            self.odd = oddities(io.BytesIO(data), wanted)
            self._book = python_calamine.load_workbook(io.BytesIO(data))
        except OSError as error:
            raise Unreadable(error.strerror or type(error).__name__) from None
        except zipfile.BadZipFile:
            raise Unreadable("password" if data[:4] == b"\xd0\xcf\x11\xe0" else "format") from None
        except BaseException as error:  # the reader's panics do not descend from Exception
            raise _as_unreadable(error) from None
        self.names = [s.name for s in self._book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]

    def cells(self, name: str) -> Cells:
        """All cells of one sheet. A sheet that spans too much is given empty, with `odd.span` set."""
        odd = self.odd.get(name, Oddities())
        if odd.span:
            return Cells(name, [], odd)
        try:
            rows = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except BaseException as error:
            raise _as_unreadable(error) from None
        return Cells(name, _with_oddities(rows, odd), odd)

    def any_below(self, name: str, header: str, asked: Callable[[str], bool]) -> bool:
        """Whether `asked` is true of any cell below a cell `header`; nothing of what is looked at is kept."""
        if self.odd.get(name, Oddities()).span:
            return False
        places: set[int] = set()
        for row in self._iterate(name):
            if row and kind_of_mark(str(row[0])):
                continue
            if any(place < len(row) and row[place] != "" and asked(written(row[place])) for place in places):
                return True
            places |= {place for place, cell in enumerate(row) if isinstance(cell, str) and cell.strip().casefold() == header}
        return False

    def _iterate(self, name: str) -> Iterator[list]:
        try:
            yield from self._book.get_sheet_by_name(name).iter_rows()
        except GeneratorExit:
            raise
        except BaseException as error:
            raise _as_unreadable(error) from None


def _as_unreadable(error: BaseException) -> BaseException:
    """The refusal for an error of the reader; an interruption by the user stays what it is."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
        return error
    known = (python_calamine.PasswordError, "password"), ((ElementTree.ParseError, KeyError, python_calamine.XmlError), "format")
    return Unreadable(next((word for kind, word in known if isinstance(error, kind)), "format"))


def _with_oddities(rows: list[list], odd: Oddities) -> list[list]:
    """Put the text of error cells, and a sign for formulas never computed, where the reader leaves nothing."""
    shown: dict[Place, str] = {**odd.errors, **dict.fromkeys(odd.uncomputed, "=")}
    for (row, column), text in shown.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = text
    return rows


def written(value) -> str:
    """A value of a cell as plain text: whole numbers without a point, dates as year-month-day.

    >>> written(5.0), written(0.25), written(dt.date(2025, 3, 5)), written(True)
    ('5', '0.25', '2025-03-05', 'TRUE')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{value:.0f}" if float(value).is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)
