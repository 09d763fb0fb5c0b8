"""Checking a city's workbook: typed tables out, and every fault at once, in the words of the person who fills it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from ...dictionary.sheets import CARD, headings_of, may_be_absent, tab_of
from ...disclosure.privacy import KEY_VARIABLE, card_digits, mask, read_key
from ...display import Shown
from ...files.opening import one_run, ordinary
from ...files.overwriting import allow_writing
from ...rule import HouseholdRule
from ...say import Text, together
from ...say.errors import DataFaults, Fault, check_language
from ...say.harmless import short
from ...say.spoken import spoken
from ..check import TooManyFaults
from ..xlsx.reading import Book, Unreadable
from ..xlsx.xml import Place
from .columns import Note
from .faults import Faults
from .frame import Where
from .kinds import Kind, cell_ranges
from .marked import write_marked
from .one_pass import Reading
from .settings import draw_question, household_rule, rule_question
from .texts import guide as texts

READINGS = ["sheet", "column", "change", "cells", "typed", "read"]


@dataclass(frozen=True)
class Checked(Shown):
    """A workbook as read. `.tables` is usable where `.ok`; a cell with a fault is missing in it.

    tables : sheet name to DataFrame, every sheet of the template; one that the file does not have has no rows. Codes and
        words are text, counts Int64, measures float64, yes/no boolean, dates datetime64; family card numbers are pseudonyms.
    faults : one row per bad cell: file, sheet, row, column, cell, value, rule, remedy.
    kinds : the faults of one kind together, with their cells as ranges; worst first.
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
    lang: str = "id"  # in which rules and remedies are said
    absent: tuple[str, ...] = ()  # sheets of the template that the file does not have
    units: tuple[Text, ...] = ()  # questions about numbers that may stand in another unit; nothing of them is changed
    waiting: tuple[Text, ...] = ()  # lines that are prepared, and not filled in or not confirmed yet
    written_in: str = "id"  # the language of the headings
    kinds: tuple[Kind, ...] = field(default=(), repr=False)  # the faults by kind, worst first
    notes: tuple[Note, ...] = field(default=(), repr=False)  # the cells of `readings`, each with its place
    where: dict[str, Where] = field(default_factory=dict, repr=False)  # of each sheet read, where its lines stand in the file
    to_fill: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)  # lines of a new year that hold no data yet
    to_confirm: dict[str, list[int]] = field(default_factory=dict, repr=False)  # rows of tables that are to be confirmed
    beside: tuple[Text, ...] = ()  # what the file holds that is not read: macros, links to other workbooks
    path: Path | None = field(default=None, repr=False)  # where the file lies: what belongs beside it is kept there

    def __getstate__(self) -> dict:
        """Stored without the path: the name of a file can be the number of a card."""
        return {**self.__dict__, "path": None}

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return self.faults.empty

    @property
    def synthetic(self) -> bool:
        """Whether the workbook says that its values are made up; everything made from it must say so."""
        return self.settings.get("synthetic") == "yes"

    @property
    def household_rule(self) -> HouseholdRule:
        """How the assisted households were chosen, as the settings state it; by "unknown" where they state nothing."""
        return household_rule(self.settings, self.tables.get("households", pd.DataFrame()))

    def questions(self, lang: str | None = None) -> list[str]:
        """Which numbers may stand in another unit, and what the city should answer in the settings for the evaluation to follow
        how its households were chosen."""
        families = self.tables.get("households", pd.DataFrame())
        chosen = (question(self.settings, families) for question in (rule_question, draw_question))
        return [asked.say(lang) for asked in (*self.units, *(asked for asked in chosen if asked))]

    def usable_tables(self) -> dict[str, pd.DataFrame]:
        """`.tables`; raises DataFaults with every fault where there is one: nothing is computed from a workbook with faults."""
        if not self.ok:
            rows = self.faults.astype(object).where(self.faults.notna(), None).to_dict("records")
            raise DataFaults((_fault(row) for row in rows), self.lang, [kind.say(self.lang) for kind in self.kinds])
        return self.tables

    def table(self) -> pd.DataFrame:
        """The faults."""
        return self.faults.copy()

    def readings_said(self, lang: str | None = None) -> list[str]:
        """One line for each sheet and change of `.readings`, with the columns and the first cell as an example."""
        lines = []
        for (sheet, change), rows in self.readings.groupby(["sheet", "change"], sort=False):
            first = {"typed": short(rows["typed"].iloc[0], 80), "read": short(rows["read"].iloc[0], 80)}
            columns = ", ".join(self._heading(sheet, column) for column in dict.fromkeys(rows["column"]))
            lines.append(texts.READING.say(lang, sheet=sheet, column=columns, change=change, n=rows["cells"].sum(), **first))
        return lines

    def changes_said(self, lang: str | None = None) -> list[str]:
        """One line for each text that was read otherwise than typed, with all its cells."""
        lines = []
        for note in self.notes:
            cells: dict[tuple[str, str], list[Place]] = {}
            for place, typed, read in zip(note.places, note.typed, note.read, strict=True):
                cells.setdefault((mask(typed), mask(read)), []).append(place)
            for (typed, read), places in cells.items():
                sheet, heading = mask(note.sheet), self._heading(mask(note.sheet), note.column)
                where = {"sheet": f"{sheet} {', '.join(cell_ranges(places))}", "column": heading, "n": len(places)}
                lines.append(texts.READING.say(lang, **where, change=note.change, typed=short(typed, 80), read=short(read, 80)))
        return lines

    def _heading(self, sheet: str, column: str) -> str:
        """What a sheet of the file, by its title, calls a column."""
        return next((where.headings.get(column, column) for where in self.where.values() if where.title == sheet), column)

    def _title(self, sheet: str) -> Text | str:
        return self.where[sheet].title if sheet in self.where else tab_of(sheet)

    def _notes_shown(self, lang: str) -> list[str]:
        return [*self.readings_said(lang), *self.beside_said(lang), *self.questions(lang), *self.still_waiting(lang)]

    def beside_said(self, lang: str | None = None) -> list[str]:
        """What the file holds beside its cells: macros, which are never run, and links to other workbooks."""
        return [text.say(lang) for text in self.beside]

    def still_waiting(self, lang: str | None = None) -> list[str]:
        """Which lines prepared for a new year are still to be filled in or confirmed (see `next_year`)."""
        return [text.say(lang) for text in self.waiting]

    def sentence(self, lang: str | None = None) -> str:
        """What was read, how many faults there are and where, and what became of family card numbers."""
        read = [
            texts.SHEET_WITH_LINES.fill(sheet=self._title(name), n=len(table))
            for name, table in self.tables.items()
            if len(table)
        ]
        said = [texts.READ_SHEETS.fill(file=self.file, sheets=read) if read else texts.READ_NOTHING.fill(file=self.file)]
        where, n = sorted(s for s in self.faults["sheet"].unique() if s), len(self.faults)
        if self.ok:
            said.append(texts.NO_FAULT)
        else:
            found = texts.FAULTS_IN if len(self.kinds) in (0, n) else texts.FAULTS_BY_KIND
            said.append(found.fill(n=n, kinds=len(self.kinds), sheets=where) if where else texts.FAULTS_OF_FILE.fill(n=n))
        if self.absent:
            said.append(texts.SHEETS_ABSENT.fill(sheets=[tab_of(name) for name in self.absent], n=len(self.absent)))
        if len(self.readings):
            said.append(texts.READ_OTHERWISE.fill(n=self.readings["cells"].sum()))
        if self.pseudonyms:
            said.append(texts.CARDS_REPLACED.fill(n=self.pseudonyms))
        return together(said, lang)


def _fault(row: dict[str, Any]) -> Fault:
    """A fault from its row in a table, in which a text that is missing is NA."""
    given: dict[str, Any] = {name: value if name == "row" or value is not None else "" for name, value in row.items()}
    return Fault(**given)


@spoken
@one_run()
def check(
    path: str | os.PathLike,
    lang: str | None = None,
    *,
    key: str | os.PathLike | None = None,
    marked: str | os.PathLike | None = None,
    part: bool = False,
    fix: str | os.PathLike | None = None,
) -> Checked:
    """Check the workbook a city filled in (see `write_template`) and read it.

    Parameters
    ----------
    path : the .xlsx file; it is never changed.
    lang : language of rules and remedies, "id" or "en". Workbooks of both languages are read.
    key : key file for the column no_kk, by default the environment variable P2WKSS_KEY_FILE (see `write_key`).
    marked : where to write a copy with every bad cell coloured and commented, family card numbers replaced.
    part : whether it is one of several years that are joined; then earlier visits may stand in another file.
    fix : where to write such a copy in which the cells of `.readings` stand as they were read, each listed on a sheet of its own.

    Every cell is read as text with its kind, so "5.000" and dates whose day and month could be exchanged are never guessed.
    What has one reading is taken and listed in `.readings`: a village by its name, "Rp 500.000", "RT 1", a date whose column
    shows the order of day and month. A number of a family card or identity card outside no_kk is a fault and is not shown.

    Raises NoKey (a WrongUse), before the tables are read, where no_kk holds card numbers and there is no key; WrongUse where
    there is no such file. A damaged file is a fault, not an error.

    Not for the open tables in data/raw (see `load`), nor for exports of other systems (see `import_table`).

    >>> import tempfile
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> empty = write_template(Path(tempfile.mkdtemp()) / "depok.xlsx", "32.76")
    >>> check(empty).ok
    True
    """
    lang = check_language(lang)
    path = ordinary(path)
    copies = [copy for copy in (marked, fix) if copy is not None]
    if copies:
        allow_writing(copies, reads=[path, key])
    faults = Faults(path.name, lang)
    try:
        book = Book(path)
        secret = _secret(book, key)
        reading = Reading(book, secret, faults, part=part)
        reading.everything()
    except (Unreadable, TooManyFaults) as error:
        faults.sheet("", error.rule, error.remedy)
        return Checked(
            mask(path.name), {}, faults.table([]), pd.DataFrame(columns=READINGS), lang=lang, kinds=faults.kinds([]), path=path
        )
    notes = _taken(reading.notes, faults)
    copy = write_marked(marked, reading.sheets, reading.replaced, faults, lang) if marked is not None else None
    if fix is not None:
        write_marked(fix, reading.sheets, reading.replaced, faults, lang, notes)
    return Checked(
        mask(path.name),
        reading.tables,
        faults.table(book.names),
        _readings(notes, lang),
        reading.settings,
        reading.cards,
        copy,
        lang,
        tuple(n for n in reading.tables if n not in reading.frames and n not in reading.unread and not may_be_absent(n)),
        tuple(reading.asked),
        tuple(reading.waiting),
        reading.written_in,
        faults.kinds(book.names),
        tuple(notes),
        {name: frame.where() for name, frame in reading.frames.items()},
        *reading.prepared(),
        book.beside,
        path,
    )


def _secret(book: Book, key: str | os.PathLike | None) -> bytes | None:
    """The key; without one the workbook is only asked whether no_kk holds a card number, and then refused."""
    if key is not None or os.environ.get(KEY_VARIABLE):
        return read_key(key)
    headings = {word for word, column in headings_of("households").items() if column == CARD}
    if any(book.any_below(name, headings, lambda text: card_digits(text) is not None) for name in book.names):
        return read_key(None)  # raises NoKey
    return None


def _taken(notes: list[Note], faults: Faults) -> list[Note]:
    """The cells read otherwise than typed that were taken: one that breaks another rule is a fault and nothing else."""
    taken = []
    for note in notes:
        cells = zip(note.places, note.typed, note.read, strict=True)
        kept = [cell for cell in cells if not faults.has(note.sheet, cell[0])]
        if kept:
            places, typed, read = map(list, zip(*kept, strict=True))
            taken.append(note if len(kept) == len(note.places) else replace(note, places=places, typed=typed, read=read))
    return taken


def _readings(notes: list[Note], lang: str) -> pd.DataFrame:
    rows = [(mask(n.sheet), n.column, n.change.say(lang), len(n.places), mask(n.typed[0]), mask(n.read[0])) for n in notes]
    return pd.DataFrame(rows, columns=READINGS)
