"""Tables of the Word report: editable, with a header row that repeats and rows that stay whole.

Columns are measured in DejaVu Sans, the type of the file; Verdana, which stands in for it where an office has none, has nearly
the same widths: a word or a figure that fits so is broken nowhere.
"""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Cm, Emu
from docx.table import Table as DocxTable

from ... import document as doc
from ..widths import USUAL, column_widths, keeps_together, type_size, unbroken
from .fields import element
from .styles import SMALL, TABLE, TEXT_WIDTH, put_style

_PHOTO, _GAP = Cm(7), Cm(0.4)  # the highest photo, and the least space between two
_TOGETHER = 4  # rows that are left at least at the foot of a page and at the head of the next


def add_table(docx: Document, table: doc.Table, lang: str, full: bool = False) -> None:
    """The cells of `table` as text, figures to the right, with the caption as the words that stand for it; `full`: as wide as the
    text, with room to spare for a wider type."""
    rows = [[unbroken(text, c.kind) for text, c in zip(row, table.columns, strict=True)] for row in table.rows(lang)]
    size = "" if type_size(table, lang) == USUAL else SMALL
    shares = column_widths(table, lang)
    widths = [Emu(int(share * TEXT_WIDTH / (sum(shares) if full else 1))) for share in shares]
    made = _frame(docx, len(rows) + 1, widths, TABLE, table.caption)
    header = made.rows[0]
    header._tr.get_or_add_trPr().append(element("w:tblHeader"))
    styles = [("Table Text" if c.kind == "text" else "Table Number") + size for c in table.columns]
    heads = [("Table Head" if c.kind == "text" else "Table Head Number") + size for c in table.columns]
    stay = keeps_together(table, lang)
    followed = bool(table.note or table.source)
    _fill(header, [c.label for c in table.columns], heads, widths, keep=True)
    for number, (row, cells) in enumerate(zip(list(made.rows)[1:], rows, strict=True), 1):
        last, edge = number == len(rows), number <= _TOGETHER or number > len(rows) - _TOGETHER
        _fill(row, cells, styles, widths, keep=followed if last else stay or edge)


def add_key_figures(docx: Document, figures: doc.KeyFigures) -> None:
    """Large figures side by side: what it is, its value, where it stands."""
    width = Emu(int(TEXT_WIDTH / len(figures.items)))
    made = _frame(docx, 1, [width] * len(figures.items), "Normal Table", "")
    for cell, (value, what, where) in zip(made.rows[0].cells, figures.items, strict=True):
        cell.width = width
        cell.paragraphs[0].style, cell.paragraphs[0].text = "Key Label", what
        cell.add_paragraph(value, style="Key Value")
        cell.add_paragraph(where, style="Key Label")
    docx.add_paragraph()


def add_photos(docx: Document, photos: doc.Photos) -> None:
    """Photos side by side, each above its caption, with the caption as the words that stand for it."""
    width = Emu(int(TEXT_WIDTH / len(photos.items)))
    made = _frame(docx, 1, [width] * len(photos.items), "Normal Table", "")
    made.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, (jpeg, caption) in zip(made.rows[0].cells, photos.items, strict=True):
        cell.width, cell.vertical_alignment = width, WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        paragraph = cell.paragraphs[0]
        if jpeg:
            paragraph.style = "Picture"
            shape = paragraph.add_run().add_picture(io.BytesIO(jpeg))
            scale = min((width - _GAP) / shape.width, _PHOTO / shape.height)
            shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
            shape._inline.docPr.set("descr", caption)
            paragraph = cell.add_paragraph()
        paragraph.style, paragraph.text = "Caption", caption
    docx.add_paragraph(style="Source")


def _frame(docx: Document, rows: int, widths: list[Emu], style: str, alternative: str) -> DocxTable:
    made = docx.add_table(rows=rows, cols=len(widths), style=style)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    if alternative:
        made._tbl.tblPr.append(element("w:tblCaption", val=alternative))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    return made


def _fill(row: Any, cells: list[str], styles: list[str], widths: list[Emu], keep: bool) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, text, style, width in zip(row.cells, cells, styles, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.text = text
        put_style(paragraph, style)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
