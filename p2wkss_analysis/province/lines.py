"""The lines of a collection: what two sources say differently, what became of it, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..tables.workbook.places import places_of
from . import texts

COLUMNS = [
    "kind",
    "contradiction",
    "area_code",
    "village",
    "year",
    "column",
    "file",
    "sheet",
    "cell",
    "value",
    "other_file",
    "other_sheet",
    "other_cell",
    "other_value",
    "what",
    "became",
    "remedy",
]


KINDS = tuple(texts.WHAT)
CONTRADICTIONS = frozenset(
    KINDS[: KINDS.index("doubled")]
)  # both cannot be true, so somebody has to decide; the others are notes


@dataclass(frozen=True)
class Spot:
    """Where one value stands: file, sheet, cell, and the value as text."""

    file: str
    sheet: str = ""
    cell: str = ""
    value: str = ""


class Lines:
    """Collects the lines of one collection in one language."""

    def __init__(self, lang: str):
        self.lang = lang
        self._found: list[tuple] = []

    def add(self, kind: str, area_code: str, year: Any, column: str, one: Spot, other: Spot = Spot("")) -> None:
        """One line: both places, in the order of the files, so that it does not matter which was read first."""
        said = [words[kind].say(self.lang) for words in (texts.WHAT, texts.BECAME, texts.REMEDY)]
        self._found.append(
            (
                kind,
                kind in CONTRADICTIONS,
                area_code,
                places_of("").names.get(area_code, ""),
                year,
                column,
                one.file,
                one.sheet,
                one.cell,
                one.value,
                other.file,
                other.sheet,
                other.cell,
                other.value,
                *said,
            )
        )

    def register(self, line: int, value: str = "") -> Spot:
        """A place in the open register, by the line of its file."""
        return Spot(texts.REGISTER.say(self.lang), "programme_sites.csv", str(line), value)

    def table(self) -> pd.DataFrame:
        """Contradictions first, then by kind, place and year; see COLUMNS."""
        found = sorted(self._found, key=lambda f: (KINDS.index(f[0]), *map(str, f[2:14])))
        table = pd.DataFrame(found, columns=COLUMNS)
        return table.astype(
            {"year": "Int64", "contradiction": bool} | {c: "str" for c in COLUMNS if c not in ("year", "contradiction")}
        )
