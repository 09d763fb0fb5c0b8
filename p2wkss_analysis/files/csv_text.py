"""A table as CSV: Excel shows its names right without being told the encoding, and no cell of it is ever computed.

For programs it has commas between the cells and points before decimals. For people it is as their Excel expects it: so in
English, and with semicolons and decimal commas in Bahasa Indonesia.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..say import number
from ..say.harmless import csv_cell

if TYPE_CHECKING:  # every command writes CSV, and `p2wkss --help` should not wait for pandas
    import pandas as pd

SIGNS = {"id": (";", ","), "en": (",", ".")}  # between cells, and before decimals
_TWO_READINGS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")  # 12.345 may be twelve thousand; 12.3450 may not


def csv_text(table: pd.DataFrame, lang: str | None = None) -> str:
    """The table with its headings as CSV, a mark of UTF-8 before it; lang: for people who read that language.

    `open_file.read_table` gives back every text and every number as it was.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"name": ["=1+1", "-5"], "n": [-5.5, 3.125]})
    >>> csv_text(table), csv_text(table, "id")
    ("\\ufeffname,n\\r\\n'=1+1,-5.5\\r\\n-5,3.125\\r\\n", "\\ufeffname;n\\r\\n'=1+1;-5,5\\r\\n-5;3,1250\\r\\n")
    """
    if lang is None:
        return _for_programs(table)
    between, decimal = SIGNS[lang]
    rows = [table.columns, *zip(*(column.tolist() for _, column in table.items()), strict=True)]
    lines = [between.join(_for_people(value, decimal, lang) for value in row) for row in rows]
    return "\ufeff" + "".join(line + "\r\n" for line in lines)  # RFC 4180


def _for_people(value: Any, decimal: str, lang: str) -> str:
    if isinstance(value, str):
        text = _harmless(value)
        return '"' + text.replace('"', '""') + '"' if re.search('[",;\t\r\n]', text) else text
    if value is None or str(value) in ("<NA>", "NaT") or value != value:
        return ""
    if not isinstance(value, float):
        return str(value)
    if math.isinf(value):
        return number(value, 0, lang)
    text = f"{Decimal(repr(value)):f}".removesuffix(".0")
    return (text + "0" * bool(_TWO_READINGS.fullmatch(text))).replace(".", decimal)


def _for_programs(table: pd.DataFrame) -> str:
    import pandas as pd

    made = table.set_axis([_cell(name) for name in table.columns], axis=1)
    for place, column in enumerate(c for _, c in table.items()):
        if column.dtype.kind not in "biufcmM":
            made.isetitem(
                place, pd.Series([_cell(v) for v in column], index=table.index, dtype=object)
            )  # or 2015 beside a gap becomes 2015.0
    return "\ufeff" + made.to_csv(index=False, lineterminator="\r\n")  # with it both signs of a line break are quoted


def _cell(value: Any) -> Any:
    """Texts alone: a number is never one that a spreadsheet computes."""
    return _harmless(value) if isinstance(value, str) else value


def _harmless(text: str) -> str:
    """A sign that is no letter cannot be written."""
    return csv_cell(text.encode("utf-8", "replace").decode("utf-8"))
