"""Faults of one kind as one line with their cells as ranges, worst first: what a clerk acts on at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...say import Text
from ...say.harmless import short
from .. import texts as of_tables
from ..xlsx.xml import Place, address
from .texts import guide as texts
from .texts import sheets

READING, ANSWERS, OUTSIDE = range(3)  # what a fault blocks; the last are cells that are not read at all, and need not be
_OF_COLUMNS = (sheets.COLUMN_TWICE, sheets.COLUMN_UNKNOWN, sheets.COLUMN_WITHOUT_NAME, of_tables.HOLDS_CARD)
_LEFT_OUT = (sheets.REMOVE_COLUMN, sheets.MOVE_OR_REMOVE, sheets.REMOVE_LINES_ABOVE, sheets.EMPTY_CELL)  # their remedies
_OF_THE_CELL = (of_tables.WRITE_EITHER, sheets.REMOVE_MARK)  # remedies that repeat what the cell holds: one kind all the same
_MOST_RANGES, _MOST_COLUMNS = 6, 3  # named in one line


@dataclass(frozen=True)
class Said:
    """What is wrong in one place: rule and remedy as texts, the column, and the value as it may be shown."""

    rule: Text
    remedy: Text
    column: str
    value: str


@dataclass(frozen=True)
class Kind:
    """Faults of one sheet with one rule and one remedy. `rule`, `remedy` and `value` are those of the first cell."""

    blocks: int
    sheet: str
    columns: tuple[str, ...]
    ranges: tuple[str, ...]
    n: int
    value: str
    rule: str
    remedy: str

    def say(self, lang: str | None = None) -> str:
        """One line: where, how many, an example, what is expected and what to do."""
        ranges = [*self.ranges[:_MOST_RANGES], *(["..."] if len(self.ranges) > _MOST_RANGES else [])]
        columns = [*self.columns[:_MOST_COLUMNS], *(["..."] if len(self.columns) > _MOST_COLUMNS else [])]
        where = " ".join(part for part in (self.sheet, ", ".join(ranges), ", ".join(columns)) if part)
        said = {"where": where, "n": self.n, "value": short(self.value, 80), "rule": self.rule, "remedy": self.remedy}
        if self.n == 1:
            return (texts.ONE_FAULT if self.value else texts.ONE_FAULT_EMPTY).say(lang, **said)
        return (texts.FAULTS_OF_A_KIND if self.value else texts.FAULTS_OF_A_KIND_EMPTY).say(lang, **said)


def kinds_of(sheet: str, of_cells: Iterable[tuple[Place | None, Said]], lang: str) -> list[Kind]:
    """The kinds of one sheet, worst first; a place that is None is the sheet or a whole column."""
    groups: dict[tuple, list[tuple[Place | None, Said]]] = {}
    for place, said in of_cells:
        remedy = said.remedy if said.remedy in _OF_THE_CELL else said.remedy.say(lang)
        groups.setdefault((place is None, said.rule, remedy), []).append((place, said))
    return sorted((_kind(sheet, group, lang) for group in groups.values()), key=lambda kind: (kind.blocks, -kind.n))


def _kind(sheet: str, group: list[tuple[Place | None, Said]], lang: str) -> Kind:
    first = group[0][1]
    return Kind(
        _blocks(group[0][0], first),
        sheet,
        tuple(dict.fromkeys(said.column for _, said in group if said.column)),
        tuple(cell_ranges(place for place, _ in group if place is not None)),
        len(group),
        first.value,
        first.rule.say(lang),
        first.remedy.say(lang),
    )


def _blocks(place: Place | None, said: Said) -> int:
    if said.remedy in _LEFT_OUT:
        return OUTSIDE
    return READING if place is None or said.rule in _OF_COLUMNS else ANSWERS


def cell_ranges(places: Iterable[Place]) -> list[str]:
    """Cells as ranges of a spreadsheet, column by column; neighbouring columns with the same lines are one range.

    >>> cell_ranges([(4, 12), (5, 12), (6, 12), (9, 12), (0, 1), (0, 2)])
    ['B1:C1', 'M5:M7', 'M10']
    """
    rows: dict[int, list[int]] = {}
    for row, column in sorted(places):
        rows.setdefault(column, []).append(row)
    blocks: list[tuple[int, int, list[tuple[int, int]]]] = []
    for column in sorted(rows):
        runs = _runs(rows[column])
        if blocks and blocks[-1][1] == column - 1 and blocks[-1][2] == runs:
            blocks[-1] = (blocks[-1][0], column, runs)
        else:
            blocks.append((column, column, runs))
    return [
        address(top, left) + (f":{address(bottom, right)}" if (top, left) != (bottom, right) else "")
        for left, right, runs in blocks
        for top, bottom in runs
    ]


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
