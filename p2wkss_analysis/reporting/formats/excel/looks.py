"""How cells of the workbook look, how text gets into them, how high a row must be, how a sheet prints."""

from __future__ import annotations

import math
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ....say.harmless import csv_cell, excel_text, short
from ... import document as doc
from ..numbering import notice

_SIGNS = ("=", "+", "-", "@")
_BASE = {"font_name": "Calibri", "font_size": 10.5, "font_color": "#1D2733", "valign": "top"}
_MIDDLE = {"valign": "vcenter"}  # of a row of a single line, so that it does not touch the line above it
_HEAD = {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"}
_KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 15},
    "caption": {"bold": True, "font_size": 12, "text_wrap": True},
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "year": {"num_format": "0", "align": "left", "indent": 1},
    "quiet": {"font_color": "#5A6675", "font_size": 9.5, "text_wrap": True},
    "head": {**_HEAD, "align": "left", "indent": 1},
    "head_right": {**_HEAD, "align": "right"},
    "link": {"font_color": "#0B5C63", "underline": 1},
    "alarm": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#8C1D18"},
}


class Looks:
    """Every format of one workbook, made once. Text beginning like a formula gets Excel's own apostrophe as well,
    so that it stays text when somebody edits the cell."""

    def __init__(self, book: Workbook):
        self._book = book
        self._made: dict[tuple, Format] = {}

    def of(self, kind: str, guarded: bool = False, single: bool = False) -> Format:
        return self._format((kind, guarded, single), {**_KINDS[kind], "quote_prefix": guarded, **(_MIDDLE if single else {})})

    def number(self, form: str, single: bool = False) -> Format:
        return self._format((form, single), {"num_format": form, **(_MIDDLE if single else {})})

    def _format(self, key: tuple, more: dict[str, Any]) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format({**_BASE, **more})
        return self._made[key]

    def say(self, sheet: Worksheet, row: int, column: int, text: str, kind: str, across: int = 0, single: bool = False) -> None:
        """Text as text, never a formula, link or number; `across` merges it with that many cells to its right."""
        text = excel_text(text)
        look = self.of(kind, text.startswith(_SIGNS) or csv_cell(text) != text, single)
        if across:
            sheet.merge_range(row, column, row, column + across, "", look)
        sheet.write_string(row, column, text, look)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell `width` characters wide."""
    return max(1, math.ceil(len(text) / max(1.04 * width - 2, 1)))


def height(n: int, points: float = 10.5) -> float:
    """Height in points of a row of `n` lines."""
    return n * points * 1.36 + 4


def print_setup(sheet: Worksheet, document: doc.Document) -> None:
    """A4 across, as wide as one page, title and page number below, the synthetic notice above."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L{}&C&A&R&P / &N".format(short(document.title, 100).replace("&", "&&")))
    if document.synthetic:
        sheet.set_header(f"&C&B{notice(document.lang)}")
