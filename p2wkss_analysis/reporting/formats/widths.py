"""How wide the columns of a printed table are: room for the longest word first, then by how much there is to say."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from ..document import Table

_LOW = 24  # lines of a table that stays on one page
_WIDE = 45  # characters of a line beyond which a cell may as well be broken
_FIGURE = 14  # signs of a figure that stays on one line; longer ones are words, as an interval with "to"
_WORDS = re.compile(r"[ \t\n\r\u2013/]+")  # where a line may end; not at a no-break space


@dataclass(frozen=True)
class Ruler:
    """How long a line of a table's type is and how long a text in it (`length(text, bold)`), both in one unit.

    `edge` is the room between one column and the next.
    """

    room: float
    edge: float
    length: Callable[[str, bool], float]


CHARACTERS = Ruler(108, 2.8, lambda text, bold: len(text) * (1.15 if bold else 1))


def column_widths(table: Table, lang: str, ruler: Ruler = CHARACTERS) -> list[float]:
    """Shares of the text width, one a column, adding up to at most 1.

    Every column can hold its longest word and its longest figure; what is left goes where the text is long.
    A table with little to say stays narrow.
    """
    room, least = ruler.room, _least(table, lang, ruler)
    wanted = [max(low, _wanted(column, ruler)) for low, column in zip(least, _columns(table, lang), strict=True)]
    if sum(wanted) <= room:
        return [w / room for w in wanted]
    if sum(least) >= room:
        return [low / sum(least) for low in least]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [(low + share * (w - low)) / room for low, w in zip(least, wanted, strict=True)]


def fits(table: Table, lang: str, ruler: Ruler) -> bool:
    """Whether no word and no figure of the table has to be broken on a line of the ruler."""
    return sum(_least(table, lang, ruler)) <= ruler.room


def unbroken(text: str, kind: str) -> str:
    """The text of a cell as it is set: a figure of few signs ("1 234", "12 %") is never broken."""
    return text if kind == "text" or len(text) > _FIGURE else re.sub(r"\s", "\u00a0", text)


def keeps_together(table: Table, lang: str) -> bool:
    """Whether a table is so low that it should stand on one page; a higher one breaks between its rows."""
    return table_lines(table, lang) <= _LOW


def table_lines(table: Table, lang: str) -> int:
    """About how many lines a printed table takes, header and note included."""
    room = CHARACTERS.room
    widths = [max(share * room - 2, 1) for share in column_widths(table, lang)]
    rows = [[c.label for c in table.columns], *table.rows(lang)]
    lines = sum(
        max(-(-len(text) // int(wide)) if wide >= 1 else 1 for text, wide in zip(row, widths, strict=True)) for row in rows
    )
    return lines + sum(math.ceil(len(text) / room) for text in (table.caption, table.note, table.source) if text)


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
