"""Lines that stand complete, in the workbook or as other submissions: their incomplete submissions are not needed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...dictionary.sheets import VILLAGE
from ...tables.profiles.profile import Profile
from ..scorecard import ITEM, as_submissions, asked_fields
from .lines import ACTIVITY, key_of
from .values import same_answer

_PLACE = (VILLAGE, "rw", "rt")


class Standing:
    """Complete lines by their key, as one submission fills them in."""

    def __init__(self, sheet: str, profile: Profile | None, table: pd.DataFrame | None = None) -> None:
        """table : the sheet of the city's workbook."""
        self.sheet = sheet
        self.fields = {f["name"]: f for f in asked_fields(sheet, profile)}
        self.key = [column for column in key_of(sheet) if column in self.fields]
        self.lines: dict[tuple, dict[str, Any]] = {}
        if table is not None:
            self.add(table if profile is None else as_submissions(table, profile))

    def lacking(self, row: dict[str, Any]) -> list[str]:
        """The columns of a line without an answer that it must have; of a scorecard without any answer its items, too."""
        empty = [name for name in self.fields if name in row and (pd.isna(row[name]) or row[name] == "")]
        items = [name for name in row if name.startswith(ITEM)]
        needed = [name for name in empty if self.fields[name].get("constraints", {}).get("required")]
        return [*needed, *(items if items and set(items) <= set(empty) else [])]

    def add(self, rows: pd.DataFrame) -> None:
        """Takes up those of the rows that are complete."""
        for row in rows.to_dict("records"):
            if not self.lacking(row):
                line = self._same(row)
                self.lines.setdefault(tuple(line.get(column, "") for column in self.key), line)

    def differing(self, row: dict[str, Any]) -> list[str] | None:
        """Where the complete line of an incomplete one says otherwise; None where there is none that holds all that it tells: one
        of another place or activity, one that lacks an answer, and of an activity any that is not the same."""
        told = {column: value for column, value in self._same(row).items() if value != ""}
        line = self.lines.get(tuple(told.get(column, "") for column in self.key))
        if line is None or any(line.get(column, "") == "" for column in told):
            return None
        other = [column for column in told if line[column] != told[column]]
        return None if other and (self.sheet == "deliveries" or {*_PLACE, *ACTIVITY} & set(other)) else other

    def _same(self, row: dict[str, Any]) -> dict[str, Any]:
        return {name: same_answer(self.fields[name], value) for name, value in row.items() if name in self.fields}
