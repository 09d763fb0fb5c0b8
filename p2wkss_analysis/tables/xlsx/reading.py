"""Reading an Excel workbook as it stands: every cell as text, with what kind of cell it was."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import zip_longest
from typing import Any

import numpy as np

from ...dictionary.sheets import heading_word, kind_of_mark
from ...files.kinds import XLSX, holds_links, holds_macros
from ...say import Text
from . import texts
from .cells import Meanings, sheet_rows
from .odd import Oddities
from .parts import Parts, Unreadable, no_workbook
from .xml import contents, shared_strings

__all__ = ["Book", "Cells", "Unreadable", "written"]

HEADER_WITHIN = 20  # lines; offices put titles above a table
TEXT, NUMBER, DATE, TRUTH, OTHER = range(5)  # kinds of cells
_KIND = {str: TEXT, float: NUMBER, int: NUMBER, dt.date: DATE, dt.datetime: DATE, bool: TRUTH}


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
            (_KIND.get(type(v), OTHER) for v in values), np.uint8, len(values)
        )


class Book:
    """An Excel workbook (.xlsx, .xlsm), its sheets read one at a time; macros and links are never followed. Raises Unreadable."""

    def __init__(self, path: str | os.PathLike):
        self._parts = Parts(path)
        if self._parts.kind != XLSX:
            raise no_workbook(self._parts.kind)
        self._contents = contents(self._parts)
        self.names = list(self._contents.sheets)
        self._looked_at: dict[str, Cells] = {}

    @property
    def beside(self) -> tuple[Text, ...]:
        """What the file holds that no sentence on its cells would show: macros, links to other workbooks."""
        names = self._parts.names
        held = ((holds_macros(names), texts.HOLDS_MACROS), (holds_links(names), texts.HOLDS_LINKS))
        return tuple(text for found, text in held if found)

    @cached_property
    def _means(self) -> Meanings:
        return Meanings(self._parts, shared_strings(self._parts), self._contents.styles, self._contents.from_1904)

    def cells(self, name: str) -> Cells:
        """All cells of one sheet. A sheet that spans too much is given empty, with `odd.span` set."""
        if name in self._looked_at:
            return self._looked_at.pop(name)
        odd, rows = Oddities(), list[list]()
        for row, values in sheet_rows(self._contents.sheets[name], self._means, odd):
            _put(rows, row, values)
        return Cells(name, [] if odd.span else rows, odd)

    def any_below(self, name: str, headings: Collection[str], asked: Callable[[str], bool]) -> bool:
        """Whether `asked` is true of any cell below one of `headings`. Only where it is true of none what was looked at is kept,
        until the cells of the sheet are asked for: it need not be read twice."""
        odd, rows = Oddities(), list[list]()
        in_head, elsewhere = cache(lambda text: heading_word(text) in headings), cache(lambda text: _plain_word(text) in headings)
        places: set[int] = set()
        for number, row in sheet_rows(self._contents.sheets[name], self._means, odd):
            marked = kind_of_mark(str(row[0]))
            if not marked and any(place < len(row) and row[place] != "" and asked(written(row[place])) for place in places):
                return True
            is_heading = in_head if number < HEADER_WITHIN else elsewhere
            places |= {place for place, cell in enumerate(row) if isinstance(cell, str) and is_heading(cell)}
            _put(rows, number, row)
        self._looked_at[name] = Cells(name, [] if odd.span else rows, odd)
        return False


def _put(rows: list[list], row: int, values: list) -> None:
    """The values of a line at their place; a line that stands twice is one, the later value of a cell before the earlier."""
    if row < len(rows):
        rows[row] = [new if new != "" else old for old, new in zip_longest(rows[row], values, fillvalue="")]
        return
    rows += [_NONE] * (row - len(rows))
    rows.append(values)


_NONE = list[Any]()


def _plain_word(text: str) -> str:
    return text.strip("* ").casefold()


def written(value: Any) -> str:
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
