"""A table as an Excel file that a spreadsheet opens without a question: one sheet, headings that stay, and nothing computed."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # no command waits for pandas before it needs it
    import pandas as pd

WIDEST, LEAST = 60, 9  # characters of a column


def xlsx_table(table: pd.DataFrame, sheet: str) -> bytes:
    """The table as .xlsx; numbers are numbers, every text stays the text it is (codes too), a gap is an empty cell.

    >>> import pandas as pd
    >>> xlsx_table(pd.DataFrame({"kode": ["=1+1"], "n": [2.5]}), "Tabel")[:2]
    b'PK'
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        page, head = book.add_worksheet(sheet), book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for place, (name, column) in enumerate(table.items()):
            page.write_string(0, place, str(name), head)
            longest = len(max(str(name).split(), key=len, default=""))
            for row, value in enumerate(column, start=1):
                value = value.item() if hasattr(value, "item") else value
                if isinstance(value, bool):
                    page.write_boolean(row, place, value)
                elif isinstance(value, int | float):
                    if math.isfinite(value):
                        page.write_number(row, place, value)
                elif isinstance(value, str):
                    page.write_string(row, place, value)
                    longest = max(longest, len(value))
                elif str(value) not in ("None", "NaT", "<NA>"):  # a date; whether `<NA>` equals itself, pandas refuses to say
                    page.write_string(row, place, str(value)[:10])
            page.set_column(place, place, min(WIDEST, max(LEAST, 1.1 * longest + 2)))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(table)), max(0, len(table.columns) - 1))
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
    return out.getvalue()
