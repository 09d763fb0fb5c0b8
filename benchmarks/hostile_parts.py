"""What hostile files are made of: the registers of files by name, and a workbook written part by part.

`small` and `large` of a file differ in its numbers alone; no file is larger than 50 MB.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADS = ("household_id", "wave", "village_code", "rt", "assisted", "status")
ROW = ("KK-0001", "0", "32.76.11.1001", "4", "yes", "interviewed")

Files = dict[str, Callable[[Path, bool], Path]]
BOOKS: Files = {}  # name to a function of (folder, whether large) that writes the file
TABLES: Files = {}


def book(name: str):
    return lambda make: BOOKS.setdefault(name, lambda folder, large: make(folder / "kota.xlsx", large))


def table(name: str):
    return lambda make: TABLES.setdefault(name, lambda folder, large: make(folder / "tabel.csv", large))


def line(number: int, texts=ROW) -> str:
    cells = "".join(f'<c r="{"ABCDEFGH"[i]}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


def sheet(rows: str, before: str = "", after: str = "", head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{line(1, HEADS)}{line(2)}{rows}</sheetData>{after}</worksheet>'


def write(path: Path, data, strings="", styles="", extra: dict | None = None, sheets: int = 1, names: str | None = None) -> Path:
    """A workbook whose first sheet is households. `data` is text, bytes or an iterator of bytes."""
    named = names or '<sheet name="households" sheetId="1" r:id="r1"/>' + "".join(
        f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(2, sheets + 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, sheets + 1)
        )
        + "</Relationships>",
        "xl/styles.xml": styles
        or f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": data,
        **{f"xl/worksheets/sheet{n}.xml": sheet("") for n in range(2, sheets + 1)},
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name, content in parts.items():
            if isinstance(content, (str, bytes)):
                file.writestr(name, content)
                continue
            with file.open(name, "w", force_zip64=True) as part:
                for piece in content:
                    part.write(piece if isinstance(piece, bytes) else piece.encode())
    return path


def around(pieces: Iterator[str]) -> Iterator[str]:
    """A sheet whose further rows come piece by piece."""
    start, end = sheet("\0").split("\0")
    yield start
    yield from pieces
    yield end
