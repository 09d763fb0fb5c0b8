"""All faults of a workbook: one line for each bad cell, in the order of the file, never showing an identity number."""

from __future__ import annotations

from dataclasses import fields, replace
from operator import attrgetter

import pandas as pd

from ...dictionary.sheets import heading_of
from ...disclosure.privacy import HIDDEN, mask
from ...say import Text
from ...say.errors import Fault
from ..check import MOST_FAULTS, TooManyFaults
from ..xlsx.xml import Place, address
from .kinds import Kind, Said, kinds_of

COLUMNS = [f.name for f in fields(Fault)]
_values = attrgetter(*COLUMNS)


class Faults:
    """Collects the faults of one file in one language; two faults of one cell become one line."""

    def __init__(self, file: str, lang: str):
        self.file, self.lang = mask(file), lang
        self._of_sheets: list[Fault] = []
        self._of_cells: dict[str, dict[Place, Fault]] = {}
        self._said: dict[str, list[tuple[Place | None, Said]]] = {}  # the same, as texts that can be told apart by kind
        self._headings: dict[tuple[str, str], str] = {}
        self._masked: dict[str, str] = {}
        self._count = 0

    def call(self, sheet: str, headings: dict[str, str]) -> None:
        """What a sheet calls its columns, for who acts on the faults; the table of faults keeps the codes."""
        self._headings |= {(sheet, column): heading for column, heading in headings.items()}

    def heading(self, sheet: str, column: str) -> str:
        return self._headings.get((sheet, column)) or heading_of(sheet, column, self.lang)

    def sheet(self, sheet: str, rule: Text, remedy: Text, column: str = "", value: str = "", row: int | None = None) -> None:
        """A fault of a sheet (or with `sheet` empty of the file) or of a whole line or column of it."""
        new = self._fault(sheet, row, column, "", value, rule, remedy)
        self._of_sheets.append(new)
        self._said.setdefault(sheet, []).append((None, Said(rule, remedy, new.column, new.value)))

    def cell(
        self, sheet: str, place: Place, column: str, value: str, rule: Text, remedy: Text, secret: bool = False, named: str = ""
    ) -> None:
        """A fault of one cell; `place` is (row, column) from 0. `secret` values are never shown; `named` is
        what people call it, where that is not the heading of the column."""
        row, letter = place
        known = self._of_cells.setdefault(sheet, {})
        shown = HIDDEN if secret and value else value
        new = self._fault(sheet, row + 1, column, address(row, letter), shown, rule, remedy)
        old = known.get(place)
        if old is None:
            self._count += 1
            if self._count > MOST_FAULTS:
                raise TooManyFaults
            known[place] = new
        elif new.rule in old.rule:
            return
        else:
            known[place] = replace(old, rule=f"{old.rule} {new.rule}", remedy=f"{old.remedy} {new.remedy}")

        self._said.setdefault(sheet, []).append((place, Said(rule, remedy, named or new.column, new.value)))

    def kinds(self, sheets: list[str]) -> tuple[Kind, ...]:
        """The faults by kind, worst first and then in the order of `sheets`."""
        order = {name: number for number, name in enumerate(sheets)}
        named = sorted(self._said, key=lambda name: order.get(name, -1))
        found = [kind for name in named for kind in kinds_of(mask(name), self._called(name), self.lang)]
        return tuple(sorted(found, key=lambda kind: kind.blocks))

    def _called(self, sheet: str) -> list[tuple[Place | None, Said]]:
        return [(place, replace(said, column=self.heading(sheet, said.column))) for place, said in self._said[sheet]]

    def has(self, sheet: str, place: Place) -> bool:
        return place in self._of_cells.get(sheet, {})

    def of_cells(self, sheet: str) -> dict[Place, Fault]:
        """The faults of a sheet by place."""
        return self._of_cells.get(sheet, {})

    def table(self, sheets: list[str]) -> pd.DataFrame:
        """One row per fault; `sheets` gives the order. Columns file, sheet, row, column, cell, value, rule, remedy."""
        order = {mask(name): number for number, name in enumerate(sheets)}
        cells = [f for name in self._of_cells for _, f in sorted(self._of_cells[name].items())]
        faults = sorted([*self._of_sheets, *cells], key=lambda f: order.get(f.sheet, -1))
        table = pd.DataFrame([_values(f) for f in faults], columns=COLUMNS)
        return table.astype({"row": "Int64"} | {c: "str" for c in COLUMNS if c != "row"})

    def _fault(self, sheet: str, row: int | None, column: str, cell: str, value: str, rule: Text, remedy: Text) -> Fault:
        said = self._safe(rule.say(self.lang)), self._safe(remedy.say(self.lang))
        return Fault(self.file, self._safe(sheet), row, self._safe(column), cell, _short(mask(value)), *said)

    def _safe(self, text: str) -> str:
        """`mask`, looked up where many faults say the same."""
        if text not in self._masked:
            self._masked[text] = mask(text)
        return self._masked[text]


def _short(text: str) -> str:
    """Long texts are shown by their beginning; the cell itself is named."""
    return text if len(text) <= 200 else text[:197] + "..."
