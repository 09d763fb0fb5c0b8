"""Reading one city's workbook for a collection: settings, villages and sites alone; no sheet of households is opened."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ..dictionary.sheets import fields_of
from ..disclosure.privacy import mask
from ..display.progress import steps
from ..files.opening import read_bytes
from ..say import Text
from ..say.errors import P2wkssError, WrongUse
from ..tables.workbook.faults import Faults
from ..tables.workbook.one_pass import Reading
from ..tables.workbook.places import places_of
from ..tables.xlsx.parts import MOST_BYTES
from ..tables.xlsx.reading import Book, Unreadable
from ..tables.xlsx.xml import column_letters
from . import texts

SHEETS = ("settings", "villages", "sites")
MOST_FILES = 5_000
_KEYS = ["village_code", "year"]
_NO_REASON = Text("", "")


@dataclass(frozen=True, eq=False)
class CityFile:
    """What one file of the folder gave.

    status : "read", "refused" (a workbook that cannot be read), "other" (no workbook), later also "copy" (same bytes
        as an earlier one) or "set_aside" (synthetic among real ones). reason : why it was not read.
    regency : Kemendagri code of the settings, else that of all its villages, else "". rows : sheet to a table of its
        columns and `line`, the line in Excel. cells : sheet to its title and the letter of each column.
    """

    file: str
    status: str
    reason: Text = _NO_REASON
    digest: str = ""
    regency: str = ""
    regency_stated: bool = False
    synthetic: bool = False
    rows: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)
    cells: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict, repr=False)
    absent: tuple[str, ...] = ()
    beside: tuple[Text, ...] = ()  # what the file holds that is not read: macros, links to other workbooks
    faults: pd.DataFrame = field(default_factory=lambda: Faults("", "id").table([]), repr=False)

    @property
    def home(self) -> str:
        """The regency that this file reports on: `regency`, unless all its rows lie in another one."""
        codes = [code for table in self.rows.values() for code in table.loc[usable(table), "village_code"]]
        return self.regency if not codes or any(code.startswith(self.regency) for code in codes) else ""

    def place(self, sheet: str, column: str, line: int) -> str:
        """The Excel address of a cell; the line alone where the sheet lacks the column."""
        return f"{self.cells[sheet][1].get(column, '')}{line}"


def read_folder(folder: str | os.PathLike, lang: str) -> list[CityFile]:
    """Every file of a folder and of the folders in it, in the order of their names.

    Raises WrongUse where there is no such folder, nothing in it, or more files than a folder of workbooks has.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise WrongUse(texts.NO_FOLDER.fill(name=mask(folder.name)))
    paths = list(_files(folder))
    if not paths:
        raise WrongUse(texts.EMPTY_FOLDER.fill(name=mask(folder.name)))
    found: list[CityFile] = []
    names: set[str] = set()
    in_order = sorted(paths, key=lambda p: p.relative_to(folder).as_posix())
    for path in steps(in_order, texts.READING):
        name = plain = mask(path.relative_to(folder).as_posix())
        number = 1
        while name in names:  # two names that differ in a hidden number alone
            number += 1
            name = f"{plain} ({number})"
        names.add(name)
        found.append(read_file(path, name, lang))
    return found


def _files(folder: Path) -> Iterator[Path]:
    count = 0
    for inside, folders, files in os.walk(folder):
        folders.sort()
        for name in files:
            count += 1
            if count > MOST_FILES:
                raise WrongUse(texts.TOO_MANY_FILES.fill(name=mask(folder.name), most=MOST_FILES))
            yield Path(inside) / name


def read_file(path: Path, name: str, lang: str) -> CityFile:
    """One file; what cannot be read comes back with its reason. `name` stands for it in every output."""
    try:
        size = path.stat().st_size
        digest = (
            hashlib.sha256(read_bytes(path, MOST_BYTES + 1)).hexdigest()
            if size and path.suffix.lower() in (".xlsx", ".xlsm", ".xls")
            else ""
        )
    except OSError as error:
        why = error.strerror or type(error).__name__
        return CityFile(name, "refused", texts.NOT_OPENED.fill(why=why))
    except WrongUse as error:
        return CityFile(name, "refused", _both(error))
    if path.name.startswith("~$"):
        return CityFile(name, "other", texts.REASONS["lock"])
    if path.suffix.lower() not in (".xlsx", ".xlsm", ".xls"):
        return CityFile(name, "other", texts.REASONS["other"])
    if not size:
        return CityFile(name, "refused", texts.REASONS["empty"])
    try:
        return _workbook(path, name, digest, lang)
    except Unreadable as error:
        return CityFile(name, "refused", texts.REASONS.get(error.reason) or error.both(), digest)
    except P2wkssError as error:
        return CityFile(name, "refused", _both(error), digest)
    except Exception as error:  # noqa: BLE001 - whatever one file brings about, the others are still read
        kind = type(error).__name__
        return CityFile(name, "refused", texts.UNEXPECTED.fill(kind=kind), digest)


def _both(error: P2wkssError) -> Text:
    """What an error says, in both languages."""
    return Text(error.sentence("id"), error.sentence("en"))


def _workbook(path: Path, name: str, digest: str, lang: str) -> CityFile:
    book = Book(path)
    if {"sites", "panel", "disagreements"} <= set(book.names):
        return CityFile(name, "other", texts.REASONS["registry"], digest)
    faults = Faults(name, lang)
    reading = Reading(book, None, faults, joining=True)
    reading.some(SHEETS)
    if not {"villages", "sites"} & set(reading.tables):
        return CityFile(name, "refused", texts.REASONS["no_sheets"], digest, faults=faults.table(book.names))
    rows, cells, absent = {}, {}, []
    for sheet in ("villages", "sites"):
        frame = reading.frames.get(sheet)
        if frame is None:
            absent.append(sheet)
            rows[sheet] = pd.DataFrame({f["name"]: [] for f in fields_of(sheet)} | {"line": []})
            continue
        rows[sheet] = reading.tables[sheet].assign(line=frame.rows + 1)
        cells[sheet] = mask(frame.title), {column: column_letters(place) for column, place in frame.places.items()}
        absent += [f"{sheet}.{f['name']}" for f in frame.missing()]
    stated = reading.settings.get("regency_code", "")
    known = len(stated) == 5 and stated in places_of("").names
    synthetic = reading.settings.get("synthetic") == "yes"
    return CityFile(
        name,
        "read",
        _NO_REASON,
        digest,
        stated if known else _common(rows),
        known,
        synthetic,
        rows,
        cells,
        tuple(absent),
        book.beside,
        faults.table(book.names),
    )


def _common(rows: dict[str, pd.DataFrame]) -> str:
    """The regency of all villages of a workbook without a valid regency_code; "" where there are several."""
    codes = pd.concat([table["village_code"] for table in rows.values()]).dropna().astype(str).str[:5].unique()
    return codes[0] if len(codes) == 1 else ""


def usable(table: pd.DataFrame) -> pd.Series:
    """Which rows have a village code and a year."""
    return table[_KEYS].notna().all(axis=1)
