"""One pass over a workbook: every sheet to a typed table, every fault found, and what the marked copy must replace."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from ...dictionary.sheets import (
    CARD,
    CONFIRM,
    FILL,
    PLAIN_SHEETS,
    PRESS,
    VILLAGE,
    city_dictionary,
    fields_of,
    label_of,
    same_word,
    setting_called,
    sheet_called,
    tab_of,
)
from ...disclosure.privacy import HIDDEN, identity_numbers, mask, pseudonyms
from ...display.progress import steps
from ...say import LANGUAGES, Text
from ...say.errors import Fault
from .. import texts as of_tables
from ..check import Checker, typed
from ..xlsx.reading import NUMBER, TEXT, Book, Cells
from ..xlsx.xml import Place, column_letters
from .columns import UNREAD, Note, read_columns
from .faults import Faults
from .frame import Columns, Frame, find_frame, lines_waiting, sheet_with_headings
from .places import places_of
from .rules import Tell, check_choice, check_deliveries, check_ids, check_keys, check_names, check_parts, check_waves
from .scores import by_their_keys, check_scores
from .settings import check_household_rule, check_weights, settle_settings
from .texts import guide
from .texts import sheets as texts
from .units import unit_questions

_ISO = r"^\d{4}-\d{2}-\d{2}$"


class Reading:
    """One pass over a workbook; collects tables, notes, and what the marked copy must replace.

    `joining` is for who lays workbooks side by side: codes of villages of any regency are read, and a line that stands twice
    is no fault of a cell, so that both can be compared. `part`: one of several years of a city; whoever
    joins them compares visits and activities with the earlier ones.
    """

    def __init__(self, book: Book, secret: bytes | None, faults: Faults, joining: bool = False, part: bool = False):
        self.book, self.secret, self.faults, self.joining, self.part = book, secret, faults, joining, part
        self.tables: dict[str, pd.DataFrame] = {}
        self.notes: list[Note] = []
        self.asked: list[Text] = []  # what is no fault, and may be a mistake
        self.waiting: list[Text] = []  # lines that are prepared, and not filled in or not confirmed yet
        self.settings: dict[str, str] = {}
        self.sheets: list[Cells] = []
        self.replaced: dict[str, dict[Place, str]] = {}
        self.cards = 0
        self._frames: dict[str, Frame] = {}
        self._regency_told = False
        self.unread: set[str] = set()  # sheets that the file has, and that could not be read or have another name
        self._titles_of_file: dict[str, str] = {}
        self._home = ""  # the city whose villages the workbook lists, by which names are read where the settings name none

    @property
    def frames(self) -> dict[str, Frame]:
        """The frame of every sheet read, by its name in the dictionary."""
        return dict(self._frames)

    def prepared(self) -> tuple[dict[str, pd.DataFrame], dict[str, list[int]]]:
        """Prepared lines: of each sheet those to fill in (of sites: from the press), typed, and which are to be confirmed."""
        fill: dict[str, pd.DataFrame] = {}
        confirm: dict[str, list[int]] = {}
        for name, frame in self._frames.items():
            if rows := frame.prepared[FILL] or frame.prepared[PRESS]:
                part, unheard = replace(frame, rows=np.array(rows)), Faults(self.faults.file, self.faults.lang)
                text, _ = read_columns(part, places_of(self._regency(frame)), unheard)
                fill[name], _ = _by_the_dictionary(part, text.mask(text.apply(lambda c: c.str.startswith(UNREAD)), ""), unheard)
            if frame.prepared[CONFIRM]:
                confirm[name] = np.flatnonzero(np.isin(frame.rows, frame.prepared[CONFIRM])).tolist()
        return fill, confirm

    @property
    def written_in(self) -> str:
        """The language of most headings, "id" where there is none."""
        fits = {lang: 0 for lang in LANGUAGES}
        for frame in self._frames.values():
            for field in fields_of(frame.name):
                for lang in fits:
                    fits[lang] += same_word(frame.heading(field["name"])) == same_word(field["label"][lang])
        return max(fits, key=lambda lang: fits[lang])

    def some(self, wanted: tuple[str, ...]) -> None:
        """Only the sheets `wanted`, by their names in the dictionary; the others are not opened."""
        titles = self._titles_of_file = self._titles()
        for name in (name for name in wanted if name in titles):
            self._sheet(name, titles[name])
        for name, frame in self._frames.items():
            self._blank(frame, self.tables[name])

    def everything(self) -> None:
        titles = self._titles_of_file = self._titles()
        names = [*city_dictionary().names(), *(t for t in self.book.names if t not in titles.values())]
        for name in steps(names, guide.CHECKING):
            title = titles.get(name, name if name in self.book.names else None)
            if title is not None:
                self._sheet(name if name in titles else None, title)
        if not titles:
            remedy = texts.USE_TEMPLATE.fill(sheets=_tabs())
            self.faults.sheet("", texts.NO_SHEET_OF_TEMPLATE, remedy)
        if "deliveries" in self.tables and not self.part:
            check_deliveries(self.tables["deliveries"], self.tables.get("households"), self._teller(self._frames["deliveries"]))
        if "sites" in self.tables:
            told = [self._teller(self._frames[n]) if n in self._frames else _nowhere for n in ("sites", "candidates")]
            check_choice(self.tables["sites"], self.tables.get("candidates", without_rows("candidates")), *told)
        if "settings" in self.tables:
            check_weights(self.tables["settings"], self._teller(self._frames["settings"]))
        if {"settings", "households"} <= set(self.tables):
            check_household_rule(self.tables["settings"], self.tables["households"], self._teller(self._frames["settings"]))
        for name, frame in self._frames.items():
            self._blank(frame, self.tables[name])
            self.asked += unit_questions(frame, self.tables[name])
            self.waiting += lines_waiting(frame)
        self.tables = {
            name: self.tables[name] if name in self.tables else without_rows(name) for name in city_dictionary().names()
        }
        self.sheets.sort(key=lambda cells: self.book.names.index(cells.name))

    def _titles(self) -> dict[str, str]:
        """Name of the dictionary to the sheet's title in this file; of a sheet and its copy the sheet."""
        found: dict[str, str] = {}
        for title in sorted(self.book.names, key=_is_copy):
            name = sheet_called(title)
            if name in found:
                self.faults.sheet(title, texts.SHEET_TWICE.fill(sheet=found[name]), texts.JOIN_SHEETS)
            elif name is not None:
                found[name] = title
        return found

    def _sheet(self, name: str | None, title: str) -> None:
        cells = self.book.cells(title)
        self.sheets.append(cells)
        self.replaced[title] = {}
        if cells.odd.span:
            rows, wide = cells.odd.span
            too_large = texts.SHEET_TOO_LARGE.fill(line=rows, column=column_letters(wide - 1))
            self.faults.sheet(title, too_large, texts.REMOVE_FAR_CELLS)
            return
        columns = [cells.column(place) for place in range(cells.width)]
        frame = None
        if name is not None:
            frame = find_frame(name, cells, columns, self.faults)
            self.unread |= {name} if frame is None else set()
        elif title not in PLAIN_SHEETS and any(any(texts) for texts, _ in columns):
            meant = sheet_with_headings(cells, columns, set(city_dictionary().names()) - set(self._titles_of_file))
            self.unread |= {meant} if meant else set()
            remedy = texts.RENAME_SHEET.fill(sheet=tab_of(meant)) if meant else texts.MOVE_OR_REMOVE.fill(sheets=_tabs())
            self.faults.sheet(title, texts.SHEET_UNKNOWN, remedy)
        self._broken_cells(cells, columns, frame)
        self._identity_numbers(cells, columns, frame)
        if frame is not None:
            self._frames[frame.name] = frame
            self.tables[frame.name] = self._table(frame)

    def _broken_cells(self, cells: Cells, columns: Columns, frame: Frame | None) -> None:
        for place, text in cells.odd.errors.items():
            head = self._head(columns, place, frame)
            self.faults.cell(cells.name, place, head, text, texts.FORMULA_FAILS, texts.MEND_FORMULA)
        for place in cells.odd.uncomputed:
            head = self._head(columns, place, frame)
            self.faults.cell(cells.name, place, head, "", texts.FORMULA_NOT_COMPUTED, texts.SAVE_IN_EXCEL)

    @staticmethod
    def _head(columns: Columns, place: Place, frame: Frame | None) -> str:
        words = columns[place[1]][0] if place[1] < len(columns) else [""]
        return words[frame.header if frame else 0] or column_letters(place[1])

    def _identity_numbers(self, cells: Cells, columns: Columns, frame: Frame | None) -> None:
        """Such a number anywhere but in the data lines of no_kk is a fault; the marked copy shows a sign instead."""
        remedy = texts.CARD_ONLY_THERE.fill(column=label_of("households", CARD), sheet=tab_of("households"))
        for place, (words, kinds) in enumerate(columns):
            different = pd.Series(list({t for t, k in zip(words, kinds.tolist(), strict=True) if k == TEXT}), dtype=object)
            found = set(different[identity_numbers(different)])
            bad = np.zeros(len(words), bool)
            if found:
                bad = (kinds == TEXT) & np.fromiter((t in found for t in words), bool, len(words))
            long = kinds == NUMBER
            if long.any():
                bad |= long & np.fromiter((len(t) >= 16 and t.lstrip("-").isdigit() for t in words), bool, len(words))
            if frame is not None and frame.places.get(CARD) == place:
                bad[frame.rows] = False
            for row in np.flatnonzero(bad).tolist():
                column = words[frame.header] if frame is not None and row != frame.header else column_letters(place)
                # From here on nothing sees the number: a string array may keep what was overwritten in it.
                words[row] = self.replaced[cells.name][row, place] = mask(words[row])
                head = column or column_letters(place)
                self.faults.cell(cells.name, (row, place), head, words[row], of_tables.HOLDS_CARD, remedy)

    def _table(self, frame: Frame) -> pd.DataFrame:
        regency = self._regency(frame)
        places = places_of(regency, self.joining or regency != self.settings.get("regency_code"))
        text, notes = read_columns(frame, places, self.faults)
        self.notes += notes
        if frame.name == "scores":
            text = by_their_keys(text)
        if frame.name == "settings":
            text = settle_settings(text, self._teller(frame))
            told = text.reindex(columns=["setting", "value"], fill_value="")  # a column that is not there is a fault of its own
            self.settings = {
                s: mask(v) for s, v in zip(told["setting"], told["value"], strict=True) if s and not s.startswith(UNREAD)
            }
        if CARD in text:
            text[CARD] = self._pseudonyms(frame, text[CARD])
        table = self._typed(frame, text)
        self._blank(frame, table)  # what is wrong in itself is not compared with other cells
        if not self.joining:
            check_keys(frame.name, text, frame.rows, self._teller(frame))
        check_parts(frame.name, table, self._teller(frame))
        if frame.name == "villages":
            check_names(table, places, self._teller(frame))
            codes = table[VILLAGE].dropna().str[:5].unique()
            self._home = codes[0] if len(codes) == 1 else ""
        if frame.name == "households" and not self.part:
            check_waves(table, self._teller(frame))
            check_ids(table, [int(row) + 1 for row in frame.rows], self._teller(frame))
        if frame.name == "scores":
            check_scores(table, self._teller(frame))
        return table

    def _regency(self, frame: Frame) -> str:
        """The regency the workbook says it belongs to; an unknown code is reported with the sheet settings."""
        code = self.settings.get("regency_code", "")
        if frame.name == "settings" or not code:
            return self._home
        if len(code) == 5 and code in places_of(code).names:
            return code
        if not self._regency_told:
            self._regency_told = True
            title = self._frames["settings"].title
            self.faults.sheet(
                title, texts.NO_REGENCY.fill(name=setting_called("regency_code")), texts.WRITE_REGENCY, "value", code
            )
        return self._home

    def _pseudonyms(self, frame: Frame, cards: pd.Series) -> pd.Series:
        """Pseudonyms for the numbers; what is no number stays out. The marked copy gets the same."""
        unread = cards.str.startswith(UNREAD)
        filled = (cards != "") & ~unread
        made = cards.where(filled)
        if self.secret is not None and filled.any():
            made = pseudonyms(made, self.secret)
        place, replaced = frame.places[CARD], self.replaced[frame.title]
        for position in np.flatnonzero((cards != "").to_numpy()).tolist():
            new = made.iat[position]
            replaced[int(frame.rows[position]), place] = new if isinstance(new, str) else HIDDEN
        for row, text in enumerate(frame.columns[place][0]):  # a number in the line of the example
            if row > frame.header and (row, place) not in replaced and sum(map(str.isdigit, text)) >= 8:
                replaced[row, place] = HIDDEN
        self.cards += int((filled & ~cards.str.match(r"KK-")).sum())
        return made.fillna("").astype("str")

    def _typed(self, frame: Frame, text: pd.DataFrame) -> pd.DataFrame:
        """The dictionary's rules over the plain text; faults with the cells as typed."""
        table, faults = _by_the_dictionary(frame, text, self.faults)
        for fault in faults:
            self._take(fault, frame)
        return table

    def _take(self, fault: Fault, frame: Frame) -> None:
        """A fault of the dictionary's rules, whose row is a position; a cell that could not be read has its fault already."""
        if fault.row is not None and not fault.value.startswith(UNREAD):
            place = (int(frame.rows[fault.row]), frame.places[fault.column])
            rule, remedy = Text(fault.rule, fault.rule), Text(fault.remedy, fault.remedy)  # said in the language of the check
            self._tell_one(frame, place, fault.column, rule, remedy)

    def _teller(self, frame: Frame) -> Tell:
        def tell(rows: np.ndarray, column: str, rule: Text, remedy: Text) -> None:
            for row in rows.tolist():
                if column in frame.places:
                    self._tell_one(frame, (int(frame.rows[row]), frame.places[column]), column, rule, remedy)

        return tell

    def _tell_one(self, frame: Frame, place: Place, column: str, rule: Text, remedy: Text) -> None:
        typed_text = frame.columns[place[1]][0][place[0]]
        named = ""
        if frame.name == "settings" and column == "value" and "setting" in frame.places:
            named = mask(frame.columns[frame.places["setting"]][0][place[0]])  # a clerk looks for the setting, not for a "Value"
        self.faults.cell(frame.title, place, column, typed_text, rule, remedy, secret=column == CARD, named=named)

    def _blank(self, frame: Frame, table: pd.DataFrame) -> None:
        """A cell with a fault is missing in the table, so that no wrong value can be analysed by oversight."""
        position = {row: number for number, row in enumerate(frame.rows.tolist())}
        of_place = {place: column for column, place in frame.places.items()}
        bad: dict[str, list[int]] = {}
        for row, place in self.faults.of_cells(frame.title):
            if row in position and place in of_place:
                bad.setdefault(of_place[place], []).append(position[row])
        for column, rows in bad.items():
            table.iloc[rows, table.columns.get_loc(column)] = pd.NA if str(table[column].dtype) != "float64" else np.nan


def _nowhere(rows: np.ndarray, column: str, rule: Text, remedy: Text) -> None:
    """Tells nothing: the file has no such sheet."""


def _tabs() -> list[Text]:
    return [tab_of(name) for name in city_dictionary().names()]


def _is_copy(title: str) -> bool:
    """Whether a title is none of the dictionary's, as "Keluarga (2)" beside "Keluarga"."""
    return same_word(title)[-1:] in (")", *"0123456789")


def without_rows(sheet: str) -> pd.DataFrame:
    """A sheet of the dictionary with its typed columns and no row: what a file without it holds."""
    return _without_rows(sheet).copy()


@cache
def _without_rows(sheet: str) -> pd.DataFrame:
    nothing = pd.Series([], dtype="str")
    return pd.DataFrame({f["name"]: _final(nothing, f) for f in fields_of(sheet)})


def _by_the_dictionary(frame: Frame, text: pd.DataFrame, faults: Faults) -> tuple[pd.DataFrame, list[Fault]]:
    """The typed table of plain text, and what the dictionary's rules find."""
    checker = Checker(text, _plain_resource(frame), faults.file, faults.lang, frame.title, first_row=0)
    table = typed(checker, {})
    for f in fields_of(frame.name):
        if f["name"] not in table:
            table[f["name"]] = ""
        table[f["name"]] = _final(table[f["name"]], f)
    return table[[f["name"] for f in fields_of(frame.name)]], checker.faults


def _plain_resource(frame: Frame) -> dict:
    """The sheet's dictionary for a table of plain text: known columns only, dates and yes/no as text. Keys and
    codes are checked by `workbook_rules` and `workbook_places`, which can offer what was meant."""
    schema = city_dictionary().resource(frame.name)["schema"]
    fields = []
    for f in (f for f in schema["fields"] if f["name"] in frame.places):
        rules = {k: v for k, v in f.get("constraints", {}).items() if f["type"] != "date" or k == "required"}
        if f["type"] == "date":
            f = {**f, "type": "string", "constraints": {**rules, "pattern": _ISO}}
        elif f["type"] == "boolean":
            f = {**f, "type": "string", "constraints": {**rules, "enum": ["yes", "no"]}}
        fields.append(f)
    return {"schema": {"fields": fields}}


def _final(column: pd.Series, f: dict) -> pd.Series:
    """A column of `typed` with its final type."""
    if f["type"] in ("number", "integer"):
        return (
            column
            if column.dtype != object and str(column.dtype) != "str"
            else pd.Series(np.nan, index=column.index, dtype="float64").astype("Int64" if f["type"] == "integer" else "float64")
        )
    if f["type"] == "boolean":
        known = {"yes": True, "no": False}
        return pd.Series([known.get(cell, pd.NA) for cell in column.to_numpy(object)], column.index, dtype="boolean")
    if f["type"] == "date":
        text = column.astype("str").where(column.notna() & (column != ""))
        return pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    left_out = [isinstance(cell, str) and (not cell or cell.startswith(UNREAD)) for cell in column.to_numpy(object)]
    text = column.astype("str")
    return text.mask(np.array(left_out)) if any(left_out) else text
