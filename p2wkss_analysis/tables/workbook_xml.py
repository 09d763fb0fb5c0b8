"""What a fast reader of Excel files does not tell: error cells, formulas never computed, percent formats, far cells.

A reader that gives values alone turns `#REF!` and a formula without a stored result into an empty cell, and 12 %
typed into Excel into 0.12. So the sheets are looked through once as they are stored (ECMA-376, part 1, section 18.3).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree

LARGEST_PART = 1_500_000_000  # bytes of one sheet; a sheet of 100,000 households has about 200,000,000
MOST_CELLS = 60_000_000  # of the rectangle a sheet spans, which is what a reader must hold

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.S)
_ADDRESS = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
_VALUE = re.compile(rb"<(?:\w+:)?v>(.*?)</(?:\w+:)?v>", re.S)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_STYLE = re.compile(rb"\bs=\"(\d+)\"")
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]+)(\d+)\"[^>]*?>\s*<")

Place = tuple[int, int]  # row and column, counted from 0


@dataclass
class Oddities:
    """Of one sheet, by place (row, column from 0). `span` is (rows, columns) where it is too large to read."""

    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    percent: set[Place] = field(default_factory=set)
    span: Place | None = None


def oddities(file, wanted: Callable[[str], bool] = lambda name: True) -> dict[str, Oddities]:
    """The oddities of every worksheet that is `wanted`, by its name. `file` is a path or a binary file of an .xlsx workbook.

    Raises zipfile.BadZipFile, KeyError or ElementTree.ParseError where the file is no such workbook.
    """
    with zipfile.ZipFile(file) as parts:
        if sum(part.file_size for part in parts.infolist()) > 2 * LARGEST_PART:
            raise zipfile.BadZipFile("too large")
        percent = _percent_styles(parts)
        return {name: _look(_read(parts, part), percent) for name, part in _sheets(parts).items()
                if wanted(name) and part in parts.namelist()}


def column_letters(column: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The Excel address of a cell counted from 0.

    >>> address(4, 27)
    'AB5'
    """
    return f"{column_letters(column)}{row + 1}"


def _read(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise zipfile.BadZipFile(f"{name} is too large")
    return data


def _sheets(parts: zipfile.ZipFile) -> dict[str, str]:
    """Worksheet name to its part of the file."""
    targets = {}
    for relation in ElementTree.fromstring(_read(parts, "xl/_rels/workbook.xml.rels")):
        target = relation.get("Target", "")
        targets[relation.get("Id")] = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
    book = ElementTree.fromstring(_read(parts, "xl/workbook.xml"))
    found = {}
    for sheet in (e for e in book.iter() if e.tag.endswith("}sheet")):
        identity = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), None)
        if identity in targets:
            found[sheet.get("name", "")] = targets[identity]
    return found


def _percent_styles(parts: zipfile.ZipFile) -> set[int]:
    """Numbers of the cell styles that show a percent sign."""
    if "xl/styles.xml" not in parts.namelist():
        return set()
    styles = ElementTree.fromstring(_read(parts, "xl/styles.xml"))
    formats = {"9", "10"} | {e.get("numFmtId") for e in styles.iter() if e.tag.endswith("}numFmt")
                             and "%" in re.sub(r'"[^"]*"|\\.', "", e.get("formatCode", ""))}
    cells = next((e for e in styles if e.tag.endswith("}cellXfs")), ())
    return {number for number, xf in enumerate(cells) if xf.get("numFmtId") in formats}


def _look(xml: bytes, percent: set[int]) -> Oddities:
    found = Oddities(span=_span(xml))
    formulas = any(sign in xml for sign in (b"<f>", b"<f ", b"<f/", b":f>", b":f "))
    if not (formulas or b't="e"' in xml or percent):
        return found
    for cell in _CELL.finditer(xml):
        attributes, inside = cell.group(1), cell.group(2) or b""
        if not inside:
            continue
        where = _ADDRESS.search(attributes)
        if not where:
            continue
        place = int(where[2]) - 1, _column(where[1])
        value = _VALUE.search(inside)
        if b't="e"' in attributes:
            found.errors[place] = value[1].decode("utf-8", "replace") if value else "#"
        elif formulas and _FORMULA.search(inside) and not (value and value[1]) and b't="str"' not in attributes:
            found.uncomputed.add(place)
        elif percent and value:
            style = _STYLE.search(attributes)
            if style and int(style[1]) in percent and b"t=" not in attributes.replace(b't="n"', b""):
                found.percent.add(place)
    return found


def _span(xml: bytes) -> Place | None:
    """Rows and columns that filled cells span, where that is more than can be read."""
    if not _wide(xml):
        return None  # 52 columns of all rows Excel has are within the limit
    rows = columns = 0
    for match in _FILLED.finditer(xml):
        rows, columns = max(rows, int(match[2])), max(columns, _column(match[1]) + 1)
    return (rows, columns) if rows * columns > MOST_CELLS else None


def _wide(xml: bytes) -> bool:
    """Whether any line ends beyond column AZ (filled or not): looked up at the end of each line, which is fast."""
    start = 0
    while (end := xml.find(b"row>", start)) >= 0:
        at = xml.rfind(b' r="', start, end)
        letters = re.match(rb"[A-Z]*", xml[at + 4:at + 7])[0] if at >= 0 else b""
        if len(letters) == 3 or len(letters) == 2 and letters >= b"BA":
            return True
        start = end + 4
    return False


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
