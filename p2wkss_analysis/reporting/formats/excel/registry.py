"""A collection as an Excel workbook for the province: registry, panel, files, disagreements, faults, and what is needed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from ....province.words import heading, word
from ... import document as doc
from .. import texts
from ..numbering import notice
from ..steady import steady
from .looks import Looks, height, lines, print_setup

_SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_WIDEST = 60
_WORDED = {"sites": ("status", "confirmed_by", "chosen_by", "planned_unit"), "files": ("status",)}


def registry_workbook(tables: dict[str, pd.DataFrame], sentences: Sequence[str], lang: str, synthetic: bool) -> bytes:
    """The sheets of a collection as an .xlsx file, after a first one with the sentences; the same tables, the same bytes.

    Line 1 of a sheet holds stable column names, line 2 what they mean in `lang`, then one row a record: figures as
    figures, dates as dates, text as text that never becomes a formula. Synthetic data are called so on every sheet, every
    line and every printed page.
    """
    title = texts.REGISTRY_TITLE.say(lang)
    frame, out = doc.Document(lang, title, "", "", (), synthetic), io.BytesIO()
    book = Workbook(out, _SAFE)
    book.set_properties({"title": title, "author": ""})
    looks = Looks(book)
    _first(book, looks, frame, tables, sentences)
    for name in texts.REGISTRY_SHEETS:
        _table(book, looks, frame, name, tables[name])
    book.close()
    return steady(out.getvalue())


def _first(book: Workbook, looks: Looks, frame: doc.Document, tables: dict[str, pd.DataFrame], sentences: Sequence[str]) -> None:
    sheet = book.add_worksheet(texts.SUMMARY_SHEET.say(frame.lang))
    print_setup(sheet, frame)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    looks.say(sheet, 0, 0, frame.title, "title")
    sheet.set_row(0, height(1, 15))
    row = 1
    if frame.synthetic:
        looks.say(sheet, row, 0, notice(frame.lang), "alarm", 1)
        row += 1
    for text in sentences:
        row += 1
        looks.say(sheet, row, 0, text, "text", 1)
        sheet.set_row(row, height(lines(text, 118)))
    row += 2
    for name, words in texts.REGISTRY_SHEETS.items():
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks.of("link"), name)
        looks.say(sheet, row, 1, texts.SHEET_WITH_ROWS.say(frame.lang, what=words, rows=len(tables[name])), "text")
        row += 1


def _table(book: Workbook, looks: Looks, frame: doc.Document, name: str, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet(name)
    print_setup(sheet, frame)
    if frame.synthetic:
        table = table.drop(columns="synthetic", errors="ignore")
        table.insert(0, "synthetic", notice(frame.lang))
        sheet.set_tab_color("#8C1D18")
    tall = [1] * (len(table) + 2)  # lines of each row
    for place, column in enumerate(table.columns):
        cells = [_shown(v, name, column, frame.lang) for v in table[column].tolist()]
        looks.say(sheet, 0, place, column, "quiet")
        looks.say(sheet, 1, place, heading(column, frame.lang), "head")
        texts = [f"{c:%Y-%m-%d}" if hasattr(c, "strftime") else str(c) for c in cells]
        words = heading(column, frame.lang).split()
        wide = max(len(column) * 0.9, *map(len, words), *(min(len(t), 400) for t in texts[:500]))
        width = min(_WIDEST, max(9, wide * 1.05 + 3))
        sheet.set_column(place, place, width)
        for row, text in enumerate([heading(column, frame.lang), *texts], 1):
            tall[row] = max(tall[row], lines(text, width - (row == 1)))
        for row, cell in enumerate(cells, 2):
            if cell is None:
                continue
            if isinstance(cell, str):
                looks.say(sheet, row, place, cell, "text")
            elif hasattr(cell, "strftime"):
                sheet.write_datetime(row, place, cell.to_pydatetime(), looks.number("yyyy-mm-dd"))
            else:
                sheet.write_number(
                    row, place, cell, looks.number("0" if column == "year" else "#,##0.###" if cell % 1 else "#,##0")
                )
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(0, 1)
    for row, n in enumerate(tall):
        if n > 1:
            sheet.set_row(row, height(n))
    if len(table.columns):
        sheet.autofilter(1, 0, 1 + max(1, len(table)), len(table.columns) - 1)


def _shown(value: Any, name: str, column: str, lang: str) -> Any:
    """A cell for Excel: None, text, a number or a date; the codes of a few columns in words."""
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, bool):
        return (texts.YES if value else texts.NO).say(lang)
    if isinstance(value, str):
        if column in _WORDED.get(name, ()) and value:
            return word(column, value, lang)
        return value or None
    return value
