"""How wide the columns of a printed table are: room for the longest word first, then by how much there is to say."""

from __future__ import annotations

import re

from .document import Table

_LOW = 24  # lines of a table that stays on one page
_WIDE = 45  # characters of a line beyond which a cell may as well be broken


def column_widths(table: Table, lang: str, room: int = 108) -> list[float]:
    """Shares of the text width, one a column, adding up to at most 1.

    `room` is how many characters of the table's type fit on one line. Every column can hold its longest word;
    what is left goes where the text is long. A table with little to say stays narrow.
    """
    cells = [[c.label for c in table.columns], *table.rows(lang)]
    columns = list(zip(*cells, strict=True))
    least = [max(1.15 * _longest_word(column[0]), *map(_longest_word, column[1:]), 0) + 2.8 for column in columns]  # bold header
    wanted = [max(low, _wanted(column)) for low, column in zip(least, columns, strict=True)]
    if sum(wanted) <= room:
        return [w / room for w in wanted]
    if sum(least) >= room:
        return [low / sum(least) for low in least]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [(low + share * (w - low)) / room for low, w in zip(least, wanted, strict=True)]


def keeps_together(table: Table, lang: str) -> bool:
    """Whether a table is so low that it should stand on one page; a higher one breaks between its rows."""
    return table_lines(table, lang) <= _LOW


def table_lines(table: Table, lang: str, room: int = 108) -> int:
    """About how many lines a printed table takes, header and note included."""
    widths = [max(share * room - 2, 1) for share in column_widths(table, lang, room)]
    rows = [[c.label for c in table.columns], *table.rows(lang)]
    lines = sum(max(-(-len(text) // int(wide)) if wide >= 1 else 1 for text, wide in zip(row, widths, strict=True)) for row in rows)
    return lines + sum(-(-len(text) // room) for text in (table.caption, table.note, table.source) if text)


def _longest_word(text: str) -> int:
    return max((len(word) for word in re.split(r"[\s\u2013/]+", text)), default=0)


def _wanted(column: tuple[str, ...]) -> float:
    """The longest cell, a header counting half since it may break; very long text grows slowly."""
    longest = max([len(column[0]) / 2, *(len(text) for text in column[1:])]) + 2.8
    return longest if longest <= _WIDE else _WIDE * (longest / _WIDE) ** 0.5
