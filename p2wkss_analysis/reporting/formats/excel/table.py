"""One table on its own sheet: caption, source, note, a way back, then a header that stays and one row a record."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ... import document as doc
from ..numbering import contents_word, notice
from .cells import is_years, number_format, stored, unspelled
from .charts import add_chart
from .looks import Looks, height, lines, print_setup

HEAD = 5  # the row of the header, counted from 0
_WIDEST, _LEAST, _CAPTION = 60, 9, 90  # characters: a column, and at least what the caption may take
_EMPTY = 8.43  # width of a column nobody set


def add_table_sheet(book: Workbook, looks: Looks, document: doc.Document, name: str, table: doc.Table) -> None:
    """Writes `table` to a new sheet `name`, with a chart beside it where its columns are known to the charts."""
    sheet = book.add_worksheet(name)
    print_setup(sheet, document)
    shown = table.rows(document.lang)
    widths = [_width([c.label, *(row[i] for row in shown)]) for i, c in enumerate(table.columns)]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    high = [max(lines(text, w) for text, w in zip(row, widths, strict=True)) for row in shown]
    _top(sheet, looks, document, name, table, widths)
    for place, column in enumerate(table.columns):
        looks.say(sheet, HEAD, place, column.label, "head" if column.kind == "text" else "head_right")
        _column(sheet, looks, place, column, list(table.frame[column.name]), [row[place] for row in shown], high, document.lang)
    sheet.set_row(HEAD, height(max(lines(c.label, w - 2) for c, w in zip(table.columns, widths, strict=True))))
    for number, n in enumerate(high, HEAD + 1):
        sheet.set_row(number, height(n))
    sheet.autofilter(HEAD, 0, HEAD + max(1, len(shown)), len(widths) - 1)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.repeat_rows(HEAD)
    add_chart(book, sheet, name, table, HEAD + 1)


def _width(texts: list[str]) -> float:
    """Room for the longest cell, and for the header in a few lines with the arrow of the filter."""
    header = max([len(texts[0]) * 0.6, *(len(word) for word in texts[0].split())]) + 4
    return min(_WIDEST, max(_LEAST, header, *(len(text) * 1.1 + 2.5 for text in texts[1:]), _LEAST))


def _top(sheet: Worksheet, looks: Looks, document: doc.Document, name: str, table: doc.Table, widths: list[float]) -> None:
    across, wide = len(widths) - 1, sum(widths)
    while wide < _CAPTION:
        across, wide = across + 1, wide + _EMPTY
    texts = ((f"{name}. {table.caption}", "caption", 12), (table.source, "quiet", 9.5), (table.note, "quiet", 9.5))
    for row, (text, kind, size) in enumerate(texts):
        looks.say(sheet, row, 0, text, kind, across)
        sheet.set_row(row, height(lines(text, wide * 10.5 / size), size))
    if document.synthetic:
        looks.say(sheet, 3, 0, notice(document.lang), "alarm", across)
    back = contents_word(document.lang)
    sheet.write_url(4, 0, f"internal:'{back}'!A1", looks.of("link"), f"← {back}")


def _column(
    sheet: Worksheet, looks: Looks, place: int, column: doc.Column, values: list, shown: list[str], high: list[int], lang: str
) -> None:
    """Numbers as numbers, text as text; what is missing stays empty, so that Excel's own sums leave it out.
    `high`: the lines of each row."""
    years, figures = is_years(column, values), column.kind != "text"
    for row, (value, text, n) in enumerate(zip(values, shown, high, strict=True), HEAD + 1):
        if text == "–":
            continue
        number = float(text) if years else stored(value, column) if figures else None
        own = unspelled(value, column, lang)
        if own is not None:
            sheet.write_number(row, place, own[0], looks.number(number_format(own[1]), n == 1))
            continue
        if number is None:
            looks.say(sheet, row, place, text, "text", single=n == 1)
        else:
            look = looks.of("year", single=n == 1) if years else looks.number(number_format(column), n == 1)
            sheet.write_number(row, place, number, look)
