"""An export as it stands: the table of its submissions, from .xlsx, .csv or the zip of ODK Central, within limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pandas as pd

from ...disclosure.privacy import mask
from ...files.kinds import ZIP
from ...files.opening import ordinary
from ...say.errors import WrongUse
from ...tables.exports.mapping import as_columns, source_table, table_below
from ...tables.open_file import rows_of_text
from ...tables.xlsx.parts import MOST_BYTES, Parts
from ...tables.xlsx.reading import Book, Unreadable
from . import texts

KOBO, CENTRAL = "KoboToolbox", "ODK Central"
_OF_EXCEL = (".xlsx", ".xlsm")
_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|\\\\|(^|/)\.\.(/|$)")
_LOCKED, _BEYOND = "password", "large"  # reasons of `Unreadable`
_PACKED = (".zip", ".xlsx", ".xlsm", ".gz", ".7z", ".rar")


@dataclass(frozen=True)
class Export:
    """The submissions of one form as text. form : its id where the file tells it; repeats : lines of repeated groups by name."""

    name: str
    table: pd.DataFrame = field(repr=False)
    form: str = ""
    repeats: dict[str, int] = field(default_factory=dict)

    @property
    def system(self) -> str:
        """Which system wrote it, by its own columns; "" where none did."""
        if {"KEY", "SubmissionDate"} <= set(self.table):
            return CENTRAL
        return KOBO if {"_uuid", "_submission_time"} & set(self.table) else ""


def open_export(path: Path, source_sheet: str | None, known: Callable[[str], bool]) -> Export:
    """The export in `path`. `known` are headings of a form. Raises WrongUse for a file that cannot be read."""
    ordinary(path)
    if path.suffix.lower() == ".zip":
        return _of_zip(path, known)
    name = mask(path.name)
    if path.suffix.lower() not in _OF_EXCEL:
        return Export(name, source_table(path, known=known))
    repeats = _repeats(path)
    try:
        first = next((title for title in Book(path).names if title not in repeats), None)
    except Unreadable:
        first = None  # `source_table` says what is the matter
    return Export(name, source_table(path, source_sheet or first, known=known), repeats=repeats)


def _repeats(path: Path) -> dict[str, int]:
    """Sheets of repeated groups, which name the line they belong to."""
    try:
        book = Book(path)
        cells = [book.cells(title) for title in book.names[:20]]
    except Unreadable:
        return {}
    return {c.name: len(c.rows) - 1 for c in cells if c.rows and {"_parent_index", "PARENT_KEY"} & set(map(str, c.rows[0]))}


def _of_zip(path: Path, known: Callable[[str], bool]) -> Export:
    """The submissions in a zip: one text file of the form, one of each repeated group, and attachments, which stay there."""
    name = mask(path.name)
    try:
        parts = Parts(path)
        inside = [entry for entry in parts.names if not entry.endswith("/") and not entry.startswith("__MACOSX/")]
        _harmless(inside, name)
        wanted = [entry for entry in inside if entry.lower().endswith(".csv") and not entry.startswith("media/")]
        tables = {entry: _table(parts, entry, known) for entry in wanted}
    except Unreadable as error:
        if error.reason == _BEYOND:
            raise WrongUse(error.of(name)) from None
        if error.kind:
            raise WrongUse(error.of(name, ZIP)) from None
        raise WrongUse((texts.ZIP_LOCKED if error.reason == _LOCKED else texts.ZIP_DAMAGED).fill(file=name)) from None
    repeats = {mask(PurePosixPath(entry).stem): len(table) for entry, table in tables.items() if "PARENT_KEY" in table}
    forms = {entry: table for entry, table in tables.items() if "PARENT_KEY" not in table}
    if len(forms) != 1:
        said = texts.ZIP_SEVERAL if forms else texts.ZIP_WITHOUT
        raise WrongUse(said.fill(file=name, names=[mask(entry) for entry in forms]))
    ((entry, table),) = forms.items()
    return Export(name, table, PurePosixPath(entry).stem, repeats)


def _harmless(inside: list[str], name: str) -> None:
    for entry in inside:
        if _OUTSIDE.search(entry):
            raise WrongUse(texts.ZIP_OUTSIDE.fill(file=name, entry=mask(entry)))
        if entry.lower().endswith(_PACKED):
            raise WrongUse(texts.ZIP_NESTED.fill(file=name, entry=mask(entry)))
    if "[Content_Types].xml" in inside:
        raise WrongUse(texts.ZIP_IS_EXCEL.fill(file=name))


def _table(parts: Parts, entry: str, known: Callable[[str], bool]) -> pd.DataFrame:
    name = mask(PurePosixPath(entry).name)
    rows = rows_of_text(b"".join(parts.pieces(entry, MOST_BYTES)), name)
    return table_below(as_columns(rows), Path(name), known=known)
