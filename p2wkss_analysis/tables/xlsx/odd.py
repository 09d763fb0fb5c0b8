"""What the values of a sheet do not show: error cells, formulas without a result, percent formats, merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from . import texts
from .parts import too_large
from .xml import Place

MOST_MERGED = 50_000  # merged areas of one sheet

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:$]+)"\s*/>')

Area = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


class NotPlain(Exception):
    """The sheet is not in the plain form."""


class Marks:
    """Places of a sheet, one byte for each line of a column that has any."""

    def __init__(self) -> None:
        self._columns: dict[int, bytearray] = {}

    def add(self, place: Place) -> None:
        row, column = place
        lines = self._columns.setdefault(column, bytearray())
        if row >= len(lines):
            lines.extend(bytes(row + 1 - len(lines)))
        lines[row] = 1

    def __contains__(self, place: Place) -> bool:
        lines = self._columns.get(place[1], b"")
        return place[0] < len(lines) and lines[place[0]] == 1

    def __bool__(self) -> bool:
        return bool(self._columns)


@dataclass
class Oddities:
    """Of one sheet, by place (row, column from 0). `span` is (rows, columns) where it is too large to read."""

    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    percent: Marks = field(default_factory=Marks)
    span: Place | None = None
    merged: set[Area] = field(default_factory=set)

    def merge(self, areas: Iterable[str]) -> None:
        """Notes merged areas, each as Excel writes it: B2:C5."""
        for area in areas:
            if found := _AREA.fullmatch(area):
                first, top, last, bottom = found.groups()
                self.merged.add((int(top) - 1, _place(first), int(bottom) - 1, _place(last)))
        if len(self.merged) > MOST_MERGED:
            raise too_large(texts.TOO_MANY_MERGED.fill(most=MOST_MERGED))


def merged_areas(pieces: Iterable[bytes]) -> list[str]:
    """The merged areas named in what stands behind the lines of a sheet. Raises NotPlain where one is spelt in another way."""
    kept, found, named = b"", list[str](), 0
    for piece in pieces:
        kept += piece
        cut = kept.rfind(b"<")
        if cut > 0:
            found += [area.decode() for area in _MERGED.findall(kept, 0, cut)]
            named += kept.count(b"mergeCell", 0, cut) - kept.count(b"mergeCells", 0, cut)
            kept = kept[cut:]
        if len(found) > MOST_MERGED:
            raise too_large(texts.TOO_MANY_MERGED.fill(most=MOST_MERGED))
    if named != len(found):
        raise NotPlain
    return found


def _place(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
