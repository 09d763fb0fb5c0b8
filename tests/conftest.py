"""What tests of many rooms share: a workbook filled as an office would, with openpyxl, below the head lines of the template."""

import tempfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import settings

from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, example_of, fields_of, tab_of
from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.tables.workbook.template import write_template

# How long one example takes says how busy the machine is, nothing of the code; all else stays as hypothesis has it here or in CI.
settings.register_profile("without a deadline", settings(deadline=None))
settings.load_profile("without a deadline")


@lru_cache
def template(regency: str | None, lang: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_template(Path(folder) / "a.xlsx", regency, lang).read_bytes()


@dataclass
class Office:
    """A workbook being filled. `row(sheet, **cells)` adds a line like the example with some cells changed."""

    folder: Path
    lang: str = "id"
    regency: str | None = "32.76"
    name: str = "kota.xlsx"
    last: dict = field(default_factory=dict)

    def __post_init__(self):
        self.path = self.folder / self.name
        self.path.write_bytes(template(self.regency, self.lang))
        self.book = openpyxl.load_workbook(self.path)

    def sheet(self, name: str):
        """The sheet of the dictionary's name."""
        return self.book[tab_of(name).say(self.lang)]

    def places(self, sheet: str) -> dict[str, int]:
        return {cell.value: cell.column for cell in reversed(self.sheet(sheet)[1])}

    def place(self, sheet: str, column: str) -> int:
        return self.places(sheet)[column]

    def row(self, sheet: str, **cells) -> int:
        row = self.last.get(sheet, FIRST_DATA_ROW - 1) + 1
        if sheet in ("villages", "sites"):
            row = max(row, self.sheet(sheet).max_row + 1) if sheet not in self.last else row
        self.last[sheet] = row
        places = self.places(sheet)
        for f in fields_of(sheet):
            as_it_is = f["type"] in ("number", "integer") or f["name"] == "village_code"  # a code is read in any city
            value = f.get("example") if as_it_is else example_of(f, self.lang)
            self._type(sheet, row, places[f["name"]], cells.get(f["name"], value))
        return row

    def put(self, sheet: str, row: int, column: str, value):
        return self._type(sheet, row, self.place(sheet, column), value)

    def _type(self, sheet: str, row: int, place: int, value):
        cell = self.sheet(sheet).cell(row, place)
        cell.value = None if value == "" else value
        if isinstance(value, str):
            cell.data_type = "s"  # what was typed as text, "=1+1" too
        return cell

    def household(self, number: int, wave: int = 0, **cells) -> int:
        return self.row("households", household_id=f"KK-{number:04d}", wave=wave, **cells)

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def make_office(tmp_path):
    return lambda **given: Office(tmp_path, **given)


@pytest.fixture
def key(tmp_path) -> Path:
    return write_key(tmp_path / "city.key")


@pytest.fixture(autouse=True)
def _no_key_of_the_machine(monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
