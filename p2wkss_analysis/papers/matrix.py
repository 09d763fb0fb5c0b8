"""The matrix by agency as an Excel sheet, landscape on A4 or F4, one line an activity."""

from __future__ import annotations

import datetime as dt
import io
import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..city.answers import CityAnswers
from ..delivery.matrix import AgencyMatrix
from ..delivery.texts import FOR_HOUSEHOLDS
from ..reporting.formats.excel.looks import Looks
from ..reporting.formats.numbering import notice
from ..reporting.formats.steady import steady
from ..say import together
from ..say.harmless import one_line
from .office import full_name
from .texts import matrix as say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = {
    "agency": 22, "activity": 27, "target": 8, "unit": 9, "realised": 9, "budget_rupiah": 15, "amount_rupiah": 15,
    "absorbed_percent": 10, "done_percent": 10, "obstacle": 24, "follow_up": 27,
}  # characters  # fmt: skip
FORMS = {"target": "#,##0.##", "realised": "#,##0.##", "absorbed_percent": "0", "done_percent": "0"}
_LINE = {"font_name": "Calibri", "font_size": 9.5, "valign": "top", "border": 1, "border_color": "#B8C0C8", "text_wrap": True}
_SUM = {"bold": True, "bg_color": "#E8F0F0"}
_HEAD = {"bold": True, "bg_color": "#0B5C63", "font_color": "#FFFFFF", "valign": "vcenter", "align": "center"}
_A4, _FIRST_DAY = 9, dt.datetime(1980, 1, 1)


def matrix_sheet(m: CityAnswers, lang: str) -> bytes:
    """The matrix as .xlsx; where the workbook holds no activity, a sheet that says what to fill in."""
    import xlsxwriter

    out, d = io.BytesIO(), m.delivery()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _FIRST_DAY})
        looks, page = Looks(book), book.add_worksheet(say.SHEET.say(lang))
        last = len(WIDTHS) - 1
        for at, width in enumerate(WIDTHS.values()):
            page.set_column(at, at, width)
        row = 0
        if m.synthetic:
            looks.say(page, row, 0, notice(lang), "alarm", across=last)
            row += 1
        if d:
            title = say.TITLE.say(lang, programme=m.programme, city=full_name(m), year=d.year)
            looks.say(page, row, 0, title, "title")
            page.set_row(row, 22)
            _said(looks, page, row + 1, together([d.progress.sentence(lang), d.matrix.sentence(lang)], lang), "text")
            end = _table(book, page, looks, d.matrix, row + 3, lang)
            _said(looks, page, end + 1, together([say.NOTE, say.HOUSEHOLDS], lang), "quiet")
        else:
            _said(looks, page, row, say.NOTHING.say(lang, why=d.sentence(lang)), "text")
        _printed(page, lang, notice(lang) if m.synthetic else "")
    return steady(out.getvalue())


def _said(looks: Looks, page: Worksheet, row: int, text: str, kind: str) -> None:
    """A text across the table, its row as high as it needs."""
    looks.say(page, row, 0, text, kind, across=len(WIDTHS) - 1)
    page.set_row(row, 15 * math.ceil(len(text) / (0.9 * sum(WIDTHS.values()))) + 3)


def _table(book: Any, page: Worksheet, looks: Looks, matrix: AgencyMatrix, top: int, lang: str) -> int:
    """Heads and lines; gives the row after the last one."""
    formats: dict[tuple, Any] = {}

    def form(**more: Any) -> Any:
        return formats.setdefault(tuple(sorted(more.items())), book.add_format({**_LINE, **more}))

    for at, name in enumerate(WIDTHS):
        page.write_string(top, at, say.COLUMNS[name].say(lang), form(**_HEAD))
    page.set_row(top, 30)
    page.freeze_panes(top + 1, 2)
    page.repeat_rows(top)
    row = top + 1
    for line in _lines(matrix, lang):
        more = _SUM if line["sum"] else {}
        for at, name in enumerate(WIDTHS):
            value = line[name]
            if isinstance(value, str):
                page.write_string(
                    row, at, one_line(value, 2000), form(**more, indent=1, quote_prefix=value[:1] in ("=", "+", "-", "@"))
                )
            elif value == value:
                page.write_number(row, at, value, form(**more, num_format=FORMS.get(name, "#,##0")))
            else:
                page.write_blank(row, at, None, form(**more))
        high = max(math.ceil(len(line[n]) / (0.95 * WIDTHS[n])) for n in WIDTHS if isinstance(line[n], str))
        page.set_row(row, 13.5 * max(1, high) + 2)
        row += 1
    return row


def _lines(matrix: AgencyMatrix, lang: str) -> list[dict[str, Any]]:
    """Every line, and the sum of an agency that has several; an agency is named once."""
    table = matrix.table(lang).assign(about=matrix.rows["activity"] == FOR_HOUSEHOLDS)
    whole = table.iloc[-1].to_dict() | {"agency": say.ALL_AGENCIES.say(lang), "activity": "", "sum": True}
    out: list[dict[str, Any]] = []
    for name, own in table.iloc[:-1].groupby("agency", sort=False):
        lines = [line | {"sum": False} for line in own.iloc[:-1].to_dict("records")]
        if len(lines) > 1:
            lines.append(own.iloc[-1].to_dict() | {"sum": True})
        out += [line | {"agency": name if at == 0 else "", "obstacle": _obstacle(line, lang)} for at, line in enumerate(lines)]
    return [{k: float("nan") if v is None or v is pd.NA else v for k, v in line.items()} for line in (*out, whole)]


def _obstacle(line: dict[str, Any], lang: str) -> str:
    """What was stated, and what nobody reported."""
    silent = []
    if line["not_reported"] and not line["sum"]:
        of_all = say.NONE_REPORTED if line["not_reported"] == line["activities"] == 1 else say.NOT_REPORTED
        silent = [of_all.say(lang, n=line["not_reported"], all=line["activities"], about=line["about"])]
    return "; ".join([*([line["obstacle"]] if line["obstacle"] else []), *silent])


def _printed(page: Worksheet, lang: str, remark: str) -> None:
    """Landscape, one page wide: what fits on A4 fits on F4, which is longer."""
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(0.4, 0.4, 0.6, 0.6)
    page.fit_to_pages(1, 0)
    page.set_header(f"&C{remark}")
    page.set_footer(f"&R{say.PAGE.say(lang)}")
