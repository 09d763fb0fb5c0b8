"""How wide the columns of a printed table are: room for the longest word first, then by how much there is to say."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..document import Table
from .drawings import fonts

_TEXT = 16.6 / 2.54 * 72  # points between the margins of the A4 page
_LOW = 340.0  # points of a table that stays on one page, of the 700 of the page
_LEADING, _PADDING = 1.25, 7.0  # a line as a multiple of the type; points above and below a row
_EDGE = 9.0  # points between the words of two columns: the margins of two cells (7) and what programs round away
_AIR = 0.85  # of the width, taken by the longest words alone
_DRAWN = 100  # points at which the type is measured
_WIDE = 45  # characters of a line beyond which a cell may as well be broken
_FIGURE = 14  # signs of a figure that stays on one line; longer ones are words, as an interval with "to"
_WORDS = re.compile(r"(?:[ \t\n\r/]|(?<!\d)\u2013|\u2013(?!\d))+")  # where a line may end; no-break spaces and 2014–26 stay whole


@dataclass(frozen=True)
class Ruler:
    """How long a line of a table's type is and how long a text in it (`length(text, bold)`), both in one unit.

    `edge` is the room between one column and the next.
    """

    room: float
    edge: float
    length: Callable[[str, bool], float]


USUAL, SMALL = 7.5, 6.5  # points of a table's type, and of the type of one too wide for it


def ruler(points: float = USUAL) -> Ruler:
    """The width of the page's text, in points, for DejaVu Sans of this size, the type of every page."""
    return Ruler(_TEXT, _EDGE, lambda text, bold: _length(text, bold) * points)


@lru_cache(maxsize=20_000)
def _length(text: str, bold: bool) -> float:
    """How long a text is in DejaVu Sans of one point."""
    return _type(bold).getlength(text) / _DRAWN


@lru_cache(maxsize=2)
def _type(bold: bool) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(fonts() / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"), _DRAWN)


def type_size(table: Table, lang: str) -> float:
    """The points of a table's type: small where in the usual one the columns would have no more than their longest words."""
    measure = ruler(USUAL)
    return USUAL if sum(_least(table, lang, measure)) <= _AIR * measure.room else SMALL


def column_widths(table: Table, lang: str) -> list[float]:
    """Shares of the text width, one a column, adding up to at most 1.

    Every column can hold its longest word and its longest figure; what is left goes where the text is long.
    A table with little to say stays narrow.
    """
    measure = ruler(type_size(table, lang))
    room, least = measure.room, _least(table, lang, measure)
    wanted = [max(low, _wanted(column, measure)) for low, column in zip(least, _columns(table, lang), strict=True)]
    if sum(wanted) <= room:
        return [w / room for w in wanted]
    if sum(least) >= room:
        return [low / sum(least) for low in least]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [(low + share * (w - low)) / room for low, w in zip(least, wanted, strict=True)]


def unbroken(text: str, kind: str) -> str:
    """The text of a cell as it is set: a figure of few signs ("1 234", "12 %") is never broken."""
    return text if kind == "text" or len(text) > _FIGURE else re.sub(r"\s", "\u00a0", text)


def keeps_together(table: Table, lang: str) -> bool:
    """Whether a table is so low that it stands on one page; a higher one breaks between its rows."""
    return table_height(table, lang) <= _LOW


def table_height(table: Table, lang: str) -> float:
    """About how high a printed table is, in points, header and note included."""
    size = type_size(table, lang)
    measure = ruler(size)
    widths = [max(share * measure.room - _EDGE, 1) for share in column_widths(table, lang)]
    rows = [[c.label for c in table.columns], *table.rows(lang)]
    lines = [
        max((math.ceil(measure.length(text, False) / wide) for text, wide in zip(row, widths, strict=True)), default=1)
        for row in rows
    ]
    said = (table.caption, table.note, table.source)
    around = sum(math.ceil(measure.length(text, False) / measure.room) for text in said)
    return _LEADING * size * (sum(lines) + around) + _PADDING * len(rows)


def _columns(table: Table, lang: str) -> list[tuple[str, ...]]:
    """Every column as its label and its cells."""
    rows = [[unbroken(text, c.kind) for text, c in zip(row, table.columns, strict=True)] for row in table.rows(lang)]
    return list(zip([c.label for c in table.columns], *rows, strict=True))


def _least(table: Table, lang: str, ruler: Ruler) -> list[float]:
    """What each column needs for its longest word; the header is bold."""
    return [
        max(ruler.length(word, at == 0) for at, text in enumerate(column) for word in _WORDS.split(text)) + ruler.edge
        for column in map(dict.fromkeys, _columns(table, lang))
    ]


def _wanted(column: tuple[str, ...], ruler: Ruler) -> float:
    """The longest cell, a header counting half since it may break; very long text grows slowly."""
    longest = max([ruler.length(column[0], False) / 2, *(ruler.length(text, False) for text in column[1:])]) + ruler.edge
    wide = ruler.length("n" * _WIDE, False)
    return longest if longest <= wide else wide * (longest / wide) ** 0.5
