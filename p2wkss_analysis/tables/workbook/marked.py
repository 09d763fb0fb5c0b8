"""The marked copy of a checked workbook: every cell as typed, bad cells coloured and commented, no number of a card.

The copy is written anew from the cells that were read and not edited in place, so that nothing hidden in the
original file (earlier comments, properties, pivot caches) can carry an identity number along. Formats and formulas
of the original do not come along, their values do; the original file is never touched.
"""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ...dictionary.sheets import HEADING_ROW, LISTS, MARKER, kind_of_mark
from ...dictionary.texts import CHANGES, FAULTS
from ...disclosure.privacy import mask
from ...files.atomic import write_new
from ...say import together
from ...say.harmless import excel_text, sheet_name
from ..xlsx.reading import Cells
from ..xlsx.rows import put_rows, row_xml
from ..xlsx.xml import Place, address
from .columns import Note
from .faults import Faults
from .template import MADE, SAFE
from .texts import guide as texts

MOST_FAULTS = 1_000_000  # an Excel sheet has 1,048,576 lines
MOST_COMMENTS = 2_000  # of one sheet; with more, Excel opens too slowly. All faults stand in the first sheet.


def write_marked(
    path: str | os.PathLike,
    sheets: list[Cells],
    replaced: Mapping[str, Mapping[Place, Any]],
    faults: Faults,
    lang: str,
    mended: Sequence[Note] = (),
) -> Path:
    """Write the marked copy and return its path; `replaced` holds what stands instead of certain cells.

    `mended`: cells that are written as they were read, each listed with its old and new value.
    """
    earlier = (FAULTS.id, FAULTS.en, CHANGES.id, CHANGES.en)
    sheets = [cells for cells in sheets if cells.name not in earlier]
    changes = [
        (note, place, typed, _value(note.kind, read))
        for note in mended
        for place, typed, read in zip(note.places, note.typed, note.read, strict=True)
    ]
    new: dict[str, dict[Place, Any]] = {title: dict(cells) for title, cells in replaced.items()}
    for note, place, _, value in changes:
        new[note.sheet][place] = value
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    looks = _looks(book)
    titles = _titles(sheets, lang)
    _fault_sheet(book, looks, faults, sheets, titles, lang)
    for cells in sheets:
        _frame_of(book, cells, titles[cells.name], faults)
    if mended:
        _change_sheet(book, looks, faults, changes, lang)
    book.close()
    rows, corners = {}, {}
    for number, cells in enumerate(sheets, start=2):  # the sheet of faults is the first
        if cells.rows:
            part = f"xl/worksheets/sheet{number}.xml"
            rows[part] = _rows(cells, looks, new.get(cells.name, {}), faults.of_cells(cells.name))
            corners[part] = address(len(cells.rows) - 1, max(0, cells.width - 1))
    return write_new(path, put_rows(data.getvalue(), rows, corners))


def _looks(book: xlsxwriter.Workbook) -> dict:
    return {
        "bad": book.add_format({"bg_color": "#FFD6CC", "border": 1, "border_color": "#C0392B", "quote_prefix": True}),
        "text": book.add_format({"num_format": "@", "quote_prefix": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "time": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        "head": book.add_format({"bold": True, "bg_color": "#D9E7F2"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "line": book.add_format({"num_format": "@", "quote_prefix": True, "valign": "top"}),
        "link": book.add_format({"font_color": "blue", "underline": 1, "valign": "top"}),
    }


def _titles(sheets: list[Cells], lang: str) -> dict[str, str]:
    """Sheet names of the copy: those of the original, unless masked, equal to the sheet of faults, or none that Excel opens."""
    taken = {FAULTS.say(lang).casefold(), CHANGES.say(lang).casefold()}
    return {
        cells.name: sheet_name(cells.name if mask(cells.name) == cells.name else f"{number}", taken)
        for number, cells in enumerate(sheets, start=1)
    }


def _fault_sheet(
    book: xlsxwriter.Workbook, looks: dict, faults: Faults, sheets: list[Cells], titles: dict[str, str], lang: str
) -> None:
    table = faults.table([cells.name for cells in sheets])
    sheet = book.add_worksheet(FAULTS.say(lang))
    for place, look in enumerate(looks.values()):
        sheet.write_blank(1, place, None, look)  # a format gets its number when it is first used
    sheet.set_row(1, None, None, {"hidden": True})
    _on_one_page_width(sheet)
    head = [texts.MARKED_HEAD.fill(n=len(table))]
    if len(table) > MOST_FAULTS:
        head.append(texts.ONLY_FIRST.fill(n=MOST_FAULTS))
    sheet.write_string(0, 0, together(head, lang))
    heads = [column.say(lang) for column in texts.FAULT_COLUMNS]
    for place, (name, width) in enumerate(zip(heads, (16, 8, 30, 8, 24, 60, 70), strict=True)):
        sheet.write_string(2, place, name, looks["head"])
        sheet.set_column(place, place, width)
    for number, fault in enumerate(table.head(MOST_FAULTS).itertuples(index=False), start=3):
        row = "" if pd.isna(fault.row) else str(fault.row)
        column = faults.heading(fault.sheet, fault.column)
        # not every program makes room for broken text by itself
        lines = max(-(-len(text) // width) for text, width in ((fault.rule, 66), (fault.remedy, 78)))
        if lines > 1:
            sheet.set_row(number, 15 * lines)
        for place, text in enumerate((fault.sheet, row, column, "", fault.value, fault.rule, fault.remedy)):
            sheet.write_string(number, place, excel_text(text), looks["wrap" if place > 4 else "line"])
        target = titles.get(fault.sheet)
        if fault.cell and target and number < 60_000:  # Excel follows at most 65,530 links in a sheet
            quoted = target.replace("'", "''")
            sheet.write_url(number, 3, f"internal:'{quoted}'!{fault.cell}", string=fault.cell, cell_format=looks["link"])
        else:
            sheet.write_string(number, 3, fault.cell)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, max(3, min(len(table), MOST_FAULTS) + 2), len(heads) - 1)


def _on_one_page_width(sheet: Worksheet) -> None:
    """A list to take along on paper: A4, landscape, all columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _value(kind: str, read: str) -> Any:
    """What was read as Excel keeps it: a number, a date, or text."""
    if not read or kind not in ("number", "integer", "date"):
        return read
    return dt.date.fromisoformat(read) if kind == "date" else float(read)


def _change_sheet(
    book: xlsxwriter.Workbook, looks: dict, faults: Faults, changes: list[tuple[Note, Place, str, Any]], lang: str
) -> None:
    """Every cell that was mended: where, what was typed, what stands there now, and why."""
    sheet = book.add_worksheet(CHANGES.say(lang))
    _on_one_page_width(sheet)
    for place, (head, width) in enumerate(zip(texts.CHANGE_COLUMNS, (16, 8, 26, 30, 30, 60), strict=True)):
        sheet.write_string(0, place, head.say(lang), looks["head"])
        sheet.set_column(place, place, width)
    for row, (note, cell, typed, value) in enumerate(changes[:MOST_FAULTS], start=1):
        now = f"{value:.15g}" if isinstance(value, float) else str(value)
        column = faults.heading(note.sheet, note.column)
        line = (mask(note.sheet), address(*cell), column, mask(typed), mask(now), note.change.say(lang))
        for place, text in enumerate(line):
            sheet.write_string(row, place, excel_text(text), looks["text"])
    sheet.freeze_panes(1, 0)


def _frame_of(book: xlsxwriter.Workbook, cells: Cells, title: str, faults: Faults) -> None:
    """A sheet with its comments, still without its cells."""
    sheet = book.add_worksheet(title)
    sheet.merge += sorted(cells.odd.merged)  # a copy without them would hold empty cells in their place, and no fault
    for (row, column), fault in sorted(faults.of_cells(cells.name).items())[:MOST_COMMENTS]:
        sheet.write_comment(row, column, excel_text(f"{fault.rule}\n{fault.remedy}"), {"x_scale": 2, "y_scale": 1.2})
    if title == LISTS:
        sheet.hide()
    elif cells.rows:
        sheet.freeze_panes(HEADING_ROW if _codes_hidden(cells) else 1, 0)
        sheet.set_column(0, cells.width - 1, 16)


def _codes_hidden(cells: Cells) -> bool:
    """Whether the sheet begins as the template does: the codes of its columns, out of sight above the instructions."""
    first = [row[0] if row else "" for row in cells.rows[:2]]
    return first[:1] == [MARKER] and len(first) == 2 and kind_of_mark(str(first[1])) not in (None, "label")


def _rows(cells: Cells, looks: dict, replaced: Mapping[Place, Any], bad: Collection[Place]) -> Iterator[str]:
    """The rows of a sheet as XML: values as read, replaced ones instead, bad ones coloured."""
    number = {name: str(look.xf_index) for name, look in looks.items()}

    def style(value: Any) -> str:
        if isinstance(value, dt.datetime) and value.time() != dt.time():
            return number["time"]
        return number["date"] if isinstance(value, dt.date) else "0" if isinstance(value, (bool, int, float)) else number["text"]

    special: dict[int, dict[int, str]] = {}
    for row, column in {*bad, *replaced}:
        special.setdefault(row, {})[column] = number["bad"] if (row, column) in bad else style(replaced[row, column])
    write = row_xml(max([cells.width, *(column + 1 for _, column in {*bad, *replaced})]), style)
    hidden = 0 if _codes_hidden(cells) else None
    for row, values in enumerate(cells.rows):
        styled = special.get(row, {})
        if styled:
            values = values + [""] * (max(styled) + 1 - len(values))
            values = [replaced.get((row, column), value) if column in styled else value for column, value in enumerate(values)]
        xml = write(row, values, styled)
        yield xml.replace("<row ", '<row hidden="1" ', 1) if row == hidden else xml
