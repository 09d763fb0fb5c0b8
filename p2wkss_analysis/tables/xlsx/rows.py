"""Putting many rows into a finished Excel workbook, several times faster than cell by cell through a library.

The library writes the workbook with formats, comments and widths; here only the cells of its sheets are put in
(ECMA-376, part 1, section 18.3.1: sheetData, row, c, inline strings). Text is always text, never a formula.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from ...say.harmless import excel_text
from .reading import written
from .xml import column_letters

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
)  # the last: or a text would be read as such an escape
_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_EPOCH = dt.datetime(1899, 12, 30)


def put_rows(data: bytes, rows_of: dict[str, Iterator[str]], corner_of: dict[str, str]) -> bytes:
    """The workbook with the cells of some sheets replaced.

    rows_of : part name (xl/worksheets/sheet2.xml) to the rows of that sheet as XML, see `row_xml`.
    corner_of : part name to the address of the last cell, for the sheet's dimension.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as new:
        for item in old.infolist():
            xml = old.read(item)
            part_of = zipfile.ZipInfo(item.filename, item.date_time)  # not the present moment: the same cells are the same file
            part_of.compress_type = zipfile.ZIP_DEFLATED
            if item.filename not in rows_of:
                new.writestr(part_of, xml)
                continue
            place = _DATA.search(xml)
            if place is None:  # a sheet of the library always has its cells
                raise ValueError(item.filename)
            head = re.sub(
                rb'<dimension ref="[^"]*"/>', f'<dimension ref="A1:{corner_of[item.filename]}"/>'.encode(), xml[: place.start()]
            )
            with new.open(part_of, "w", force_zip64=True) as part:
                part.write(head + b"<sheetData>")
                for row in rows_of[item.filename]:
                    part.write(row.encode("utf-8"))
                part.write(b"</sheetData>" + xml[place.end() :])
    return out.getvalue()


def row_xml(width: int, style: Callable[[object], str]) -> Callable[[int, list, Mapping[int, str]], str]:
    """A function from (row from 0, values, style number by column where it differs) to the row's XML.

    `style` gives the style number of a value as text, "0" for none. "" and None are left out unless styled.
    """
    letters = [column_letters(place) for place in range(width)]
    tails: dict[tuple[type, object], tuple[str, str]] = {}

    def write(row: int, values: list, styled: Mapping[int, str]) -> str:
        number, cells = row + 1, []
        for place, value in enumerate(values):
            if value == "" and place not in styled:
                continue
            kind = (type(value), value)
            known = tails.get(kind)
            if known is None:
                known = tails[kind] = _tail(value), style(value)
            chosen = styled.get(place, known[1])
            cells.append(f'<c r="{letters[place]}{number}" s="{chosen}"{known[0]}')
        return f'<row r="{number}">{"".join(cells)}</row>' if cells else ""

    return write


def _tail(value: Any) -> str:
    """What follows the style in a cell's XML: its type and content."""
    if value == "":
        return "/>"
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)) and math.isfinite(value):
        return f"><v>{written(value)}</v></c>"
    if isinstance(value, (dt.date, dt.datetime)) and value.year >= 1901:
        moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
        return f"><v>{(moment.replace(tzinfo=None) - _EPOCH) / dt.timedelta(days=1):.12g}</v></c>"
    text = _FORBIDDEN.sub(
        lambda found: f"_x{ord(found.group()):04X}_", excel_text(str(value))
    )  # as Excel keeps them (ECMA-376, ST_Xstring)
    return f' t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
