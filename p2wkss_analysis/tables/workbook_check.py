"""Checking a city's workbook: typed tables out, and every fault at once, in the words of the person who fills it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from ..errors import WrongUse
from ..language import integer, join, pick
from .check import Checker, typed
from .privacy import KEY_VARIABLE, identity_numbers, mask, pseudonyms, read_key
from .workbook_columns import UNREAD, Note, read_columns
from .workbook_faults import COLUMNS, Faults
from .workbook_frame import Frame, find_frame
from .workbook_marked import write_marked
from .workbook_places import Places, places_of
from .workbook_reading import NUMBER, TEXT, Book, Cells, Unreadable
from .workbook_rules import check_deliveries, check_names, check_parts, check_waves
from .workbook_sheets import PLAIN_SHEETS, city_dictionary, fields_of, same_word
from .workbook_xml import Place, column_letters

CARD = "no_kk"
READINGS = ["sheet", "column", "change", "cells", "typed", "read"]
_ISO = r"^\d{4}-\d{2}-\d{2}$"


@dataclass(frozen=True)
class Checked:
    """A workbook as read. `.tables` is usable where `.ok`; a cell with a fault is missing in it.

    tables : sheet name to DataFrame. Codes and words are text, counts Int64, measures float64, yes/no boolean, dates
        datetime64; family card numbers are pseudonyms.
    faults : one row per bad cell: file, sheet, row, column, cell, value, rule, remedy.
    readings : what was read otherwise than typed ("12,5" as 12.5): sheet, column, change, cells, and the first one.
    settings : the sheet `settings`, name to text.
    pseudonyms : how many cells of no_kk were replaced.
    """

    file: str
    tables: dict[str, pd.DataFrame] = field(repr=False)
    faults: pd.DataFrame = field(repr=False)
    readings: pd.DataFrame = field(repr=False)
    settings: dict[str, str] = field(default_factory=dict)
    pseudonyms: int = 0
    marked: Path | None = None

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return self.faults.empty

    def table(self) -> pd.DataFrame:
        """The faults."""
        return self.faults.copy()

    def sentence(self, lang: str = "id") -> str:
        """What was read, how many faults there are and where, and what became of family card numbers."""
        rows = join([f"{integer(len(t), lang)} {name}" for name, t in self.tables.items() if len(t)], lang)
        where = join(sorted(s for s in self.faults["sheet"].unique() if s), lang)
        count = integer(len(self.faults), lang)
        read, cards = integer(self.readings["cells"].sum(), lang), integer(self.pseudonyms, lang)
        return pick(
            lang,
            id=f"{self.file}: dibaca {rows or 'tanpa baris data'}. "
            + ("Tidak ada kesalahan." if self.ok else f"{count} kesalahan" + (f" di {where}." if where else "."))
            + (f" {read} sel dibaca lain dari yang tertulis; lihat readings." if len(self.readings) else "")
            + (f" {cards} nomor kartu keluarga diganti kode samaran." if self.pseudonyms else ""),
            en=f"{self.file}: read {rows or 'no data rows'}. "
            + ("No fault." if self.ok else f"{count} faults" + (f" in {where}." if where else "."))
            + (f" {read} cells were read otherwise than typed; see readings." if len(self.readings) else "")
            + (f" {cards} family card numbers were replaced by pseudonyms." if self.pseudonyms else ""),
        )


def check(path: str | os.PathLike, lang: str = "id", *, key: str | os.PathLike | None = None,
          marked: str | os.PathLike | None = None) -> Checked:
    """Check the workbook a city filled in (see `write_template`) and read it.

    Parameters
    ----------
    path : the .xlsx file; it is never changed.
    lang : language of rules and remedies, "id" or "en". Workbooks of both languages are read.
    key : key file for the column no_kk, by default the environment variable P2WKSS_KEY_FILE (see `write_key`).
    marked : where to write a copy with every bad cell coloured and commented, family card numbers replaced.

    Every cell is read as text with its kind, so "5.000", decimal commas and dates whose day and month could be
    exchanged are never guessed. A number of a family card or identity card outside no_kk is a fault and is not shown.

    Raises NoKey (a WrongUse), before the tables are read, where no_kk is filled and there is no key; WrongUse where
    there is no such file. A damaged file is a fault, not an error.

    Not for the open tables in data/raw (see `load`), nor for exports of other systems (see `import_table`).

    >>> import tempfile
    >>> from p2wkss_analysis.tables.workbook_template import write_template
    >>> empty = write_template(Path(tempfile.mkdtemp()) / "depok.xlsx", "32.76")
    >>> check(empty).ok
    True
    """
    pick(lang, id="", en="")
    path = Path(path)
    if not path.is_file():
        raise WrongUse(id=f"Berkas {mask(path.name)} tidak ada.", en=f"There is no file {mask(path.name)}.")
    faults = Faults(path.name, lang)
    try:
        book = Book(path)
        secret = _secret(book, key)
        reading = _Reading(book, secret, faults)
        reading.everything()
    except Unreadable as error:
        faults.sheet("", _UNREADABLE.get(error.reason, _UNREADABLE["format"]), _SAVE_AGAIN)
        return Checked(mask(path.name), {}, faults.table([]), pd.DataFrame(columns=READINGS))
    copy = write_marked(marked, reading.sheets, reading.replaced, faults, lang) if marked is not None else None
    return Checked(mask(path.name), reading.tables, faults.table(book.names), _readings(reading.notes, lang),
                   reading.settings, reading.cards, copy)


_SAVE_AGAIN = ("Buka di Excel dan simpan sebagai .xlsx tanpa kata sandi.", "Open it in Excel and save it as .xlsx without a password.")
_UNREADABLE = {
    "password": ("berkas dikunci kata sandi atau berformat lama.", "the file is locked by a password or of an old format."),
    "format": ("berkas tidak dapat dibaca sebagai buku kerja Excel (.xlsx).", "the file cannot be read as an Excel workbook (.xlsx)."),
}


def _secret(book: Book, key) -> bytes | None:
    """The key; without one the workbook is only asked whether no_kk is filled, and then refused."""
    if key is not None or os.environ.get(KEY_VARIABLE):
        return read_key(key)
    if any(book.has_filled(name, CARD) for name in book.names):
        return read_key(None)  # raises NoKey
    return None


def _readings(notes: list[Note], lang: str) -> pd.DataFrame:
    rows = [(mask(n.sheet), n.column, pick(lang, id=n.change[0], en=n.change[1]), n.cells, n.typed, n.read) for n in notes]
    return pd.DataFrame(rows, columns=READINGS)


class _Reading:
    """One pass over a workbook; collects tables, notes, and what the marked copy must replace."""

    def __init__(self, book: Book, secret: bytes | None, faults: Faults):
        self.book, self.secret, self.faults = book, secret, faults
        self.tables: dict[str, pd.DataFrame] = {}
        self.notes: list[Note] = []
        self.settings: dict[str, str] = {}
        self.sheets: list[Cells] = []
        self.replaced: dict[str, dict[Place, str]] = {}
        self.cards = 0
        self._frames: dict[str, Frame] = {}

    def everything(self) -> None:
        titles = self._titles()
        names = [*city_dictionary().names(), *(t for t in self.book.names if t not in titles.values())]
        for name in names:
            title = titles.get(name, name if name in self.book.names else None)
            if title is not None:
                self._sheet(name if name in titles else None, title)
        if not titles:
            self.faults.sheet("", ("tidak satu pun lembar templat ditemukan.", "none of the template's sheets was found."),
                              (f"Gunakan templat dari `p2wkss template`; lembarnya: {', '.join(city_dictionary().names())}.",
                               f"Use the template of `p2wkss template`; its sheets: {', '.join(city_dictionary().names())}."))
        if "deliveries" in self.tables:
            check_deliveries(self.tables["deliveries"], self.tables.get("households"), self._teller("deliveries"))
        for name, frame in self._frames.items():
            self._blank(name, frame)
        self.sheets.sort(key=lambda cells: self.book.names.index(cells.name))

    def _titles(self) -> dict[str, str]:
        """Name of the dictionary to the sheet's title in this file."""
        found: dict[str, str] = {}
        for title in self.book.names:
            for name in city_dictionary().names():
                label = city_dictionary().resource(name)["label"]
                if same_word(title) in {name, *map(same_word, label.values())}:
                    if name in found:
                        self.faults.sheet(title, (f"lembar {name} sudah ada; lembar ini tidak dibaca.", f"there is a sheet {name} already; this one is not read."),
                                          ("Gabungkan kedua lembar.", "Join the two sheets."))
                    else:
                        found[name] = title
        return found

    def _sheet(self, name: str | None, title: str) -> None:
        cells = self.book.cells(title)
        self.sheets.append(cells)
        self.replaced[title] = {}
        if cells.odd.span:
            rows, wide = cells.odd.span
            self.faults.sheet(title, (f"lembar terlalu besar: isinya sampai baris {rows}, kolom {column_letters(wide - 1)}.",
                                      f"the sheet is too large: it is filled to line {rows}, column {column_letters(wide - 1)}."),
                              ("Hapus sel yang jauh dari tabel.", "Remove the cells far from the table."))
            return
        columns = [cells.column(place) for place in range(cells.width)]
        self._broken_cells(cells, columns)
        frame = None
        if name is not None:
            frame = find_frame(name, cells, columns, self.faults)
        elif title not in PLAIN_SHEETS and any(any(texts) for texts, _ in columns):
            self.faults.sheet(title, ("lembar tidak dikenal; isinya tidak dibaca.", "the sheet is not known; it is not read."),
                              (f"Pindahkan isinya ke salah satu lembar: {', '.join(city_dictionary().names())}; atau hapus lembar ini.",
                               f"Move it to one of the sheets {', '.join(city_dictionary().names())}; or remove this sheet."))
        self._identity_numbers(cells, columns, frame)
        if frame is not None:
            self._frames[name] = frame
            self.tables[name] = self._table(frame)

    def _broken_cells(self, cells: Cells, columns) -> None:
        for place, text in cells.odd.errors.items():
            self.faults.cell(cells.name, place, self._head(columns, place), text, ("rumus menghasilkan kesalahan.", "the formula gives an error."),
                             ("Perbaiki rumusnya atau tulis nilainya.", "Mend the formula or write the value."))
        for place in cells.odd.uncomputed:
            self.faults.cell(cells.name, place, self._head(columns, place), "", ("rumus belum dihitung; nilainya tidak tersimpan.", "the formula was never computed; the file holds no value."),
                             ("Buka di Excel lalu simpan, atau tulis nilainya.", "Open the file in Excel and save it, or write the value."))

    @staticmethod
    def _head(columns, place: Place) -> str:
        texts = columns[place[1]][0] if place[1] < len(columns) else [""]
        return texts[0] or column_letters(place[1])

    def _identity_numbers(self, cells: Cells, columns, frame: Frame | None) -> None:
        """Such a number anywhere but in the data lines of no_kk is a fault; the marked copy shows a sign instead."""
        for place, (texts, kinds) in enumerate(columns):
            bad = identity_numbers(pd.Series([t if k == TEXT else "" for t, k in zip(texts, kinds.tolist(), strict=True)], dtype=object))
            long = kinds == NUMBER
            if long.any():
                bad |= long & np.fromiter((len(t) >= 16 and t.lstrip("-").isdigit() for t in texts), bool, len(texts))
            if frame is not None and frame.places.get(CARD) == place:
                bad[frame.rows] = False
            for row in np.flatnonzero(bad).tolist():
                column = texts[frame.header] if frame is not None and row != frame.header else column_letters(place)
                self.replaced[cells.name][row, place] = mask(texts[row])
                self.faults.cell(cells.name, (row, place), column or column_letters(place), mask(texts[row]),
                                 ("memuat nomor seperti NIK atau nomor kartu keluarga.", "holds what looks like a NIK or family card number."),
                                 (f"Hapus nomornya; nomor kartu keluarga hanya boleh di kolom {CARD} pada lembar households.",
                                  f"Remove the number; a family card number may only stand in the column {CARD} of the sheet households."))

    def _table(self, frame: Frame) -> pd.DataFrame:
        places = places_of(self._regency(frame))
        text, notes = read_columns(frame, places, self.faults)
        self.notes += notes
        if frame.name == "settings":
            self.settings = {s: v for s, v in zip(text.get("setting", []), text.get("value", [""] * len(text)), strict=True) if not s.startswith(UNREAD)}
        if CARD in text:
            text[CARD] = self._pseudonyms(frame, text[CARD])
        table = self._typed(frame, text)
        check_parts(frame.name, table, self._teller(frame.name))
        if frame.name == "villages":
            check_names(table, places, self._teller(frame.name))
        if frame.name == "households":
            check_waves(table, self._teller(frame.name))
        return table

    def _regency(self, frame: Frame) -> str:
        """The regency the workbook says it belongs to; an unknown code is reported with the sheet settings."""
        code = self.settings.get("regency_code", "")
        if frame.name == "settings" or not code:
            return ""
        if code in places_of("").names and len(code) == 5:
            return code
        if "regency_code" not in self.__dict__.setdefault("_told", set()):
            self._told.add("regency_code")
            self.faults.sheet("settings", ("regency_code bukan kode kabupaten/kota.", "regency_code is not the code of a regency."),
                              ("Tulis kode Kemendagri, misalnya 32.76.", "Write the Kemendagri code, such as 32.76."), "value", code)
        return ""

    def _pseudonyms(self, frame: Frame, cards: pd.Series) -> pd.Series:
        """Pseudonyms for the numbers; what is no number stays out. The marked copy gets the same."""
        unread = cards.str.startswith(UNREAD)
        filled = (cards != "") & ~unread
        made = pseudonyms(cards.where(filled), self.secret) if filled.any() else cards.where(filled)
        place, replaced = frame.places[CARD], self.replaced[frame.title]
        for position in np.flatnonzero((cards != "").to_numpy()).tolist():
            new = made.iat[position]
            replaced[int(frame.rows[position]), place] = new if isinstance(new, str) else mask("0" * 16)
        self.cards += int((filled & ~cards.str.match(r"KK-")).sum())
        return made.fillna("").astype("str")

    def _typed(self, frame: Frame, text: pd.DataFrame) -> pd.DataFrame:
        """The dictionary's rules over the plain text; faults with the cells as typed."""
        checker = Checker(text, _plain_resource(frame), self.faults.file, self.faults.lang, frame.title, first_row=0)
        table = typed(checker, {})
        for fault in checker.faults:
            place = (int(frame.rows[fault.row]), frame.places[fault.column])
            if not text[fault.column].iat[fault.row].startswith(UNREAD) or fault.column == _key_end(frame) and "kunci" in fault.rule:
                self._tell_one(frame, place, fault.column, (fault.rule, fault.rule), (fault.remedy, fault.remedy))
        for f in fields_of(frame.name):
            if f["name"] not in table:
                table[f["name"]] = ""
            table[f["name"]] = _final(table[f["name"]], f)
        return table[[f["name"] for f in fields_of(frame.name)]]

    def _teller(self, name: str):
        frame = self._frames[name]

        def tell(rows, column, rule, remedy) -> None:
            for row in rows.tolist():
                if column in frame.places:
                    self._tell_one(frame, (int(frame.rows[row]), frame.places[column]), column, rule, remedy)

        return tell

    def _tell_one(self, frame: Frame, place: Place, column: str, rule, remedy) -> None:
        typed_text = frame.columns[place[1]][0][place[0]]
        self.faults.cell(frame.title, place, column, typed_text, rule, remedy, secret=column == CARD)

    def _blank(self, name: str, frame: Frame) -> None:
        """A cell with a fault is missing in the table, so that no wrong value can be analysed by oversight."""
        table = self.tables[name]
        position = {row: number for number, row in enumerate(frame.rows.tolist())}
        of_place = {place: column for column, place in frame.places.items()}
        bad: dict[str, list[int]] = {}
        for row, place in self.faults.of_cells(frame.title):
            if row in position and place in of_place:
                bad.setdefault(of_place[place], []).append(position[row])
        for column, rows in bad.items():
            table.iloc[rows, table.columns.get_loc(column)] = pd.NA if str(table[column].dtype) != "float64" else np.nan


def _key_end(frame: Frame) -> str:
    return city_dictionary().resource(frame.name)["schema"].get("primaryKey", [""])[-1]


def _plain_resource(frame: Frame) -> dict:
    """The sheet's dictionary for a table of plain text: known columns only, dates and yes/no as text, no foreign key."""
    schema = city_dictionary().resource(frame.name)["schema"]
    fields = []
    for f in (f for f in schema["fields"] if f["name"] in frame.places):
        rules = {k: v for k, v in f.get("constraints", {}).items() if f["type"] != "date" or k == "required"}
        if f["type"] == "date":
            f = {**f, "type": "string", "constraints": {**rules, "pattern": _ISO}}
        elif f["type"] == "boolean":
            f = {**f, "type": "string", "constraints": {**rules, "enum": ["yes", "no"]}}
        fields.append(f)
    key = schema.get("primaryKey", [])
    return {"schema": {"fields": fields, **({"primaryKey": key} if set(key) <= set(frame.places) else {})}}


def _final(column: pd.Series, f: dict) -> pd.Series:
    """A column of `typed` with its final type."""
    if f["type"] in ("number", "integer"):
        return column if column.dtype != object and str(column.dtype) != "str" else pd.Series(
            np.nan, index=column.index, dtype="float64").astype("Int64" if f["type"] == "integer" else "float64")
    text = column.astype("str").where(column.notna() & (column != ""))
    if f["type"] == "date":
        return pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    if f["type"] == "boolean":
        return text.map({"yes": True, "no": False}).astype("boolean")
    return text.where(~text.str.startswith(UNREAD).fillna(False))
