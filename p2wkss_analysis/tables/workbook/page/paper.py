"""How a sheet of the workbook looks, on the screen and printed: formats, paper, and how many pages it is wide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from ....dictionary.sheets import HEADING_ROW
from ....say.errors import WrongUse
from ..texts import guide as texts

PAPERS = {"a4": (9, 297), "f4": (14, 330)}  # Excel's number of the paper (14 is folio), and its longer side in mm
_MARGIN = 10  # mm at the left and the right
_INCH = 25.4
_PIXEL = 25.4 / 96  # mm
_SMALLEST = 0.64  # to which a page is shrunk: letters of 11 points become 7


def check_paper(paper: str) -> str:
    """The paper in small letters; WrongUse for another one."""
    if not isinstance(paper, str) or paper.lower() not in PAPERS:
        raise WrongUse(texts.NO_SUCH_PAPER.fill(paper=paper, known=list(PAPERS)))
    return paper.lower()


def printed(sheet: Any, paper: str, widths: Sequence[float], lang: str, repeat: int = 0) -> int:
    """Landscape, as few pages wide as can be read, which is what is given; headings, and the first `repeat` columns, on each."""
    number, wide = PAPERS[paper]
    room = (wide - 2 * _MARGIN) / _SMALLEST
    again = _millimetres(widths[:repeat])
    pages = max(1, math.ceil(_millimetres(widths[repeat:]) / (room - again)))
    sheet.set_landscape()
    sheet.set_paper(number)
    sheet.set_margins(left=_MARGIN / _INCH, right=_MARGIN / _INCH, top=0.6, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    sheet.set_footer(f"&L&8&F&C&8&A&R&8{texts.PAGE.say(lang)}")
    if repeat:
        sheet.repeat_rows(HEADING_ROW - 1, HEADING_ROW)
    if repeat and pages > 1:
        sheet.repeat_columns(0, repeat - 1)
    return pages


def _millimetres(widths: Sequence[float]) -> float:
    """The width of columns at full size: seven pixels for a character, and five for the edge."""
    return sum(7 * width + 5 for width in widths) * _PIXEL


def looks(book: xlsxwriter.Workbook) -> dict:
    """Every cell format of a book once; stripes and colours are few, and text is stored as text."""
    plain = {"valign": "top"}
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1}
    grey = {"font_size": 8, "font_color": "#666666", "valign": "top"}
    return {
        "key": book.add_format({"font_size": 8, "font_color": "#666666", "bg_color": "#EFEFEF"}),
        "mark": book.add_format({**grey, "bg_color": "#F3F3F3"}),
        "instruction": book.add_format({"font_size": 11, "valign": "top", "num_format": "@"}),
        "label": book.add_format({**head, "bg_color": "#D9E7F2"}),
        "required": book.add_format({**head, "bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        "unit": book.add_format(
            {"font_size": 9, "text_wrap": True, "valign": "top", "font_color": "#404040", "bg_color": "#EEF4F9"}
        ),
        "example": book.add_format({"italic": True, "font_color": "#808080", "bg_color": "#F7F7F7", "bottom": 1}),
        "string": book.add_format({**plain, "num_format": "@"}),
        "free": book.add_format({**plain, "num_format": "@", "text_wrap": True}),
        "date": book.add_format({**plain, "num_format": "yyyy-mm-dd"}),
        "number": book.add_format(plain),
        "given": book.add_format({**plain, "num_format": "@", "bg_color": "#F3F3F3"}),
        "press": book.add_format({**plain, "text_wrap": True, "bg_color": "#FFF2CC", "bottom": 4, "bottom_color": "#BFBFBF"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
