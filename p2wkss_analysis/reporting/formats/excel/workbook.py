"""The report's figures as an Excel workbook: one sheet a table, real numbers, sources, charts Excel can change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ....say.harmless import PROPERTY, short, shown
from ... import document as doc
from .. import texts
from ..numbering import contents_word, notice, numbered, word_for
from ..picture_tables import picture_table
from ..printable import printable
from ..steady import steady
from .cells import is_years
from .looks import Looks, height, lines, print_setup
from .table import HEAD, add_table_sheet

_SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class _Sheet:
    """One table on its sheet: "Tabel 3" and what it shows."""

    name: str
    chapter: str
    table: doc.Table


def to_xlsx(document: doc.Document) -> bytes:
    """The document's tables, and the tables behind its pictures, as an .xlsx file; the same document, the same bytes.

    Text is always text: a cell that begins with = + - or @ is kept from ever becoming a formula. A figure keeps all
    its digits and shows as many as the report. Words that are no table stay in the report.
    """
    document, out = printable(document, cell=shown), io.BytesIO()
    book = Workbook(out, _SAFE)
    book.set_properties(
        {"title": document.title, "subject": short(document.subtitle, PROPERTY), "author": "", "comments": document.dateline}
    )
    looks, sheets = Looks(book), _sheets(document)
    _contents(book, looks, document, sheets)
    for one in sheets:
        add_table_sheet(book, looks, document, one.name, one.table)
    _sources(book, looks, document, sheets)
    book.close()
    return steady(out.getvalue())


def _sheets(document: doc.Document) -> list[_Sheet]:
    """Every table of the report and every table behind a picture, in the order of the report."""
    found = []
    for chapter, blocks in numbered(document):
        for item in blocks:
            if isinstance(item.block, (doc.Figure, doc.Table)):
                table = item.block if isinstance(item.block, doc.Table) else picture_table(item.block, document.lang)
                if table is not None:
                    found.append(_Sheet(f"{word_for(item.block, document.lang)} {item.number}", chapter.title, table))
    return found


def _contents(book: Workbook, looks: Looks, document: doc.Document, sheets: list[_Sheet]) -> None:
    """The first sheet: every other sheet as a link."""
    lang, widths = document.lang, (14, 85, 55)
    sheet = book.add_worksheet(contents_word(lang))
    heads = [words.say(lang) for words in (texts.SHEET, texts.SHOWS, texts.CHAPTER)]
    _list(sheet, looks, document, (document.title, document.subtitle, document.dateline), heads, widths)
    rows = [(s.name, s.table.caption, s.chapter) for s in sheets]
    rows.append((texts.SOURCES.say(lang), texts.ABOUT_SOURCES.say(lang), ""))
    for row, (name, caption, chapter) in enumerate(rows, HEAD + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks.of("link"), name)
        looks.say(sheet, row, 1, caption, "text")
        looks.say(sheet, row, 2, chapter, "text")
        sheet.set_row(row, height(max(lines(caption, widths[1]), lines(chapter, widths[2]))))


def _sources(book: Workbook, looks: Looks, document: doc.Document, sheets: list[_Sheet]) -> None:
    """The last sheet: for every column its unit and kind, and the source of its sheet."""
    lang, widths = document.lang, (14, 40, 40, 70)
    sheet = book.add_worksheet(texts.SOURCES.say(lang))
    heads = [words.say(lang) for words in (texts.SHEET, texts.COLUMN, texts.UNIT_AND_KIND, texts.SOURCE)]
    _list(
        sheet,
        looks,
        document,
        (texts.SOURCES.say(lang), document.title, document.dateline),
        heads,
        widths,
    )
    row = HEAD + 1
    for one in sheets:
        for column in one.table.columns:
            years = is_years(column, one.table.frame[column.name])
            cells = (one.name, column.label, _kind(column, years, lang), one.table.source)
            for place, text in enumerate(cells):
                looks.say(sheet, row, place, text, "text")
            sheet.set_row(row, height(max(lines(t, w) for t, w in zip(cells, widths, strict=True))))
            row += 1
    sheet.autofilter(HEAD, 0, max(row - 1, HEAD + 1), len(heads) - 1)


def _list(
    sheet: Worksheet,
    looks: Looks,
    document: doc.Document,
    top: tuple[str, str, str],
    heads: Sequence[str],
    widths: Sequence[int],
) -> None:
    """The head of a sheet that lists others."""
    print_setup(sheet, document)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
        looks.say(sheet, HEAD, place, heads[place], "head")
    for row, (text, kind) in enumerate(zip(top, ("title", "plain", "plain"), strict=True)):
        looks.say(sheet, row, 0, text, kind)
    if document.synthetic:
        looks.say(sheet, 3, 0, notice(document.lang), "alarm", len(widths) - 1)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.repeat_rows(HEAD)


def _kind(column: doc.Column, years: bool, lang: str) -> str:
    """The kind of figure; a unit that the heading names in brackets is repeated."""
    kind = (texts.YEAR if years else texts.KINDS[column.kind]).say(lang, places=column.digits)
    bracket = column.label[column.label.rfind("(") + 1 : -1] if column.label.endswith(")") and column.kind != "text" else ""
    unit = column.unit or bracket
    return texts.UNIT_THEN_KIND.say(lang, unit=unit, kind=kind) if unit else kind
