"""A file that has the columns of an open table, by their names in the dictionary: read as that table is read."""

from __future__ import annotations

import pandas as pd

from ...dictionary.tables import Dictionary
from ...identity.hidden import mask
from ...say import default_language
from ...say.errors import Fault
from ..check import Checker, typed
from ..xlsx.reading import written
from .grids import Grid

NOT_ADDED = ("areas",)  # the list of places itself
_WITHIN = 10  # rows in which the header is looked for


def table_of_columns(grid: Grid, dictionary: Dictionary, asked: str | None) -> str | None:
    """The open table whose required columns all stand in one row of the file; None where there is no such table."""
    names = [asked] if asked else [name for name in dictionary.names() if name not in NOT_ADDED]
    fitting = [name for name in names if name not in NOT_ADDED and _header(grid, dictionary.resource(name)) is not None]
    return max(fitting, key=lambda name: len(_required(dictionary.resource(name))), default=None)


def own_rows(
    grid: Grid, resource: dict, areas: pd.DataFrame, file: str
) -> tuple[pd.DataFrame, pd.DataFrame, list[Fault], list[str]]:
    """The rows as text and typed, their faults, and the line each stands in."""
    at = _header(grid, resource) or 0
    head = [written(cell).strip() for cell in grid.rows[at]]
    columns = [f["name"] for f in resource["schema"]["fields"]]
    lines = [(i, row) for i, row in enumerate(grid.rows[at + 1 :], at + 1) if any(written(cell).strip() for cell in row)]
    cells = {
        name: [mask(written(row[place]).strip()) if place < len(row) else "" for _, row in lines]
        for place, name in enumerate(head)
        if name
    }
    unknown = [name for name in cells if name not in columns]
    text = pd.DataFrame(cells, dtype="str").reindex(columns=[*columns, *unknown], fill_value="")
    checked = text.assign(source=text["source"].where(text["source"] != "", file)) if "source" in columns else text
    checker = Checker(checked, resource, file, default_language(), grid.name, at + 2)
    table = typed(checker, {"areas": frozenset(areas["area_code"])})
    return text, table, checker.faults, [str(line + 1) for line, _ in lines]


def _required(resource: dict) -> set[str]:
    fields = resource["schema"]["fields"]
    key = resource["schema"].get("primaryKey") or resource["schema"]["uniqueKeys"][0]
    return {f["name"] for f in fields if f.get("constraints", {}).get("required") and f["name"] != "source"} | set(key)


def _header(grid: Grid, resource: dict) -> int | None:
    wanted = _required(resource)
    for at, row in enumerate(grid.rows[:_WITHIN]):
        if wanted <= {written(cell).strip() for cell in row}:
            return at
    return None
