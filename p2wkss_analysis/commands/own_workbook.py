"""A workbook made by `p2wkss template`, where a command takes a table of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DataFaults, Fault

if TYPE_CHECKING:
    from ..tables.workbook_check import Checked


def filled_workbook(path: str, lang: str) -> Checked | None:
    """The workbook at `path`, checked; None for any other file. Raises DataFaults where it has faults."""
    from ..tables.workbook_check import check
    from ..tables.workbook_reading import Book, Unreadable

    if Path(path).suffix.lower() != ".xlsx" or not Path(path).is_file():
        return None
    try:
        if not {"guide", "villages", "households"} <= set(Book(path).names):
            return None
    except Unreadable:
        return None
    checked = check(path, lang)
    if not checked.ok:
        raise DataFaults(Fault(**row) for row in checked.faults.astype(object).where(checked.faults.notna(), "").to_dict("records"))
    return checked
