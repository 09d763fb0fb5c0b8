"""What a column shows of itself: which sign parts its thousands, and whether the day stands before the month.

A cell with two readings alone may have one in its column: "05/03/2025" among cells like "25/03/2025", "5.614" where only
whole numbers can stand. Cells of the column that contradict each other decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from . import texts
from .cells import DAY_AND_MONTH, Cell, plain

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:(?:\1\d{3})+(?:[.,]\d+)?|(?!\1)[.,]\d+)")  # 1.250.000 and 1.250,5
_DECIMAL = re.compile(r"(?:\d{1,3}(?:([.,])\d{3})+|\d+)(?!\1)([.,])\d+")


def dates_in_order(read: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a column of dates that its other cells settle, by what was typed.

    >>> from .cells import read_date
    >>> column = {text: read_date(text) for text in ("05/03/2025", "25/03/2025")}
    >>> {typed: cell.text for typed, cell in dates_in_order(column).items()}
    {'05/03/2025': '2025-03-05'}
    """
    doubtful = {typed: cell for typed, cell in read.items() if cell.either}
    if not doubtful:
        return {}
    shown = {
        int(found[1]) > 12
        for typed, cell in read.items()
        if cell.rule is None and (found := DAY_AND_MONTH.fullmatch(plain(typed))) and int(found[1]) != int(found[3])
    }
    if len(shown) != 1:
        return {}
    day_first = shown.pop()
    return {
        typed: Cell(cell.either[0 if day_first else 1], note=texts.COLUMN_ORDER)
        for typed, cell in doubtful.items()
        if cell.either
    }


def numbers_in_groups(read: Mapping[str, Cell], whole: bool, money: bool) -> dict[str, Cell]:
    """The cells of a column of numbers whose sign can only part thousands, by what was typed.

    In a column of whole numbers ("5.614" is no decimal) or of money ("Rp 500.000" is none), and where no cell of the column
    uses the sign for decimals. "5.000" alone stays in doubt: it may be 5.

    >>> from .cells import read_number
    >>> column = {text: read_number(text) for text in ("5.614", "5.000")}
    >>> {typed: cell.text for typed, cell in numbers_in_groups(column, whole=True, money=False).items()}
    {'5.614': '5614', '5.000': '5000'}
    >>> numbers_in_groups({"5.000": column["5.000"]}, whole=True, money=False)
    {}
    """
    doubtful = {typed: cell for typed, cell in read.items() if cell.either} if whole or money else {}
    if not doubtful:
        return {}
    grouping = {sign for typed, cell in doubtful.items() if (sign := _only_groups(typed, cell, whole))}
    decimals = set()
    for typed, cell in read.items():
        number = re.search(r"\d[\d.,]*", plain(typed)) if cell.rule is None else None
        if number and (found := _GROUPED.fullmatch(number[0])):
            grouping.add(found[1])
        if number and (found := _DECIMAL.fullmatch(number[0])):
            decimals.add(found[2])
    if money and len(grouping) > 1:
        return {}
    return {
        typed: replace(cell, text=cell.either[0], rule=None, remedy=None, note=texts.COLUMN_GROUPS, either=None)
        for typed, cell in doubtful.items()
        if cell.either and (sign := _sign(typed)) in grouping and sign not in decimals
    }


def _only_groups(typed: str, cell: Cell, whole: bool) -> str:
    """The sign of a cell that in this column can only part thousands; "" where it may part decimals."""
    signed = cell.note in (texts.SIGNS, texts.UNIT_WORD) and not whole
    return _sign(typed) if signed or (whole and cell.either and not cell.either[0].endswith("000")) else ""


def _sign(typed: str) -> str:
    found = re.search(r"\d([.,])\d{3}", typed)
    return found[1] if found else ""
