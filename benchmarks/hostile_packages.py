"""Workbooks whose package, the zip around the sheets, is hostile or broken."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from hostile_parts import LINKS, book, line, sheet, write


@book("thousands of sheets")
def _(path, large):
    return write(path, sheet(""), sheets=4_000 if large else 400)


@book("a name of a sheet twice")
def _(path, large):
    return write(path, sheet(""), names='<sheet name="households" r:id="r1"/><sheet name="households" r:id="r1"/>')


@book("a million entries in the zip")
def _(path, large):
    write(path, sheet(""))
    with zipfile.ZipFile(path, "a") as file:
        for number in range(400_000 if large else 6_000):
            file.writestr(zipfile.ZipInfo(f"a{number}"), b"")
    return path


@book("an entry twice")
def _(path, large):
    write(path, sheet(""))
    with zipfile.ZipFile(path, "a") as file:
        file.NameToInfo.clear()
        file.writestr("xl/worksheets/sheet1.xml", sheet(line(3)))
    return path


def forged(path: Path, offset: int, value: bytes) -> Path:
    """Bytes of the directory's entry of the first sheet replaced."""
    write(path, sheet(line(3)))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[at + offset : at + offset + len(value)] = value
    path.write_bytes(bytes(data))
    return path


book("a size too small in the directory")(lambda path, large: forged(path, 24, struct.pack("<I", 10)))
book("a size too large in the directory")(lambda path, large: forged(path, 24, struct.pack("<I", 4_000_000_000)))
book("a packed size of nothing")(lambda path, large: forged(path, 20, struct.pack("<I", 0)))
book("marked as encrypted")(lambda path, large: forged(path, 8, struct.pack("<H", 1)))
book("a way of packing nobody knows")(lambda path, large: forged(path, 10, struct.pack("<H", 99)))
book("an entry that points at another")(lambda path, large: forged(path, 42, struct.pack("<I", 0)))
book("a checksum that is wrong")(lambda path, large: forged(path, 16, b"\1\2\3\4"))


@book("packed with bzip2")
def _(path, large):
    write(path, "")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()} | {
            "xl/worksheets/sheet1.xml": sheet("").encode() + b" " * (900_000_000 if large else 1_000)
        }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


@book("names that lead out of the file")
def _(path, large):
    link = zipfile.ZipInfo("xl/link.xml")
    link.external_attr = 0o120777 << 16
    write(path, sheet(""), extra={"../../etc/evil": "x", "/abs": "x", "C:\\x": "x"})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(link, "/etc/passwd")
    return path


@book("a sheet outside of the file")
def _(path, large):
    return write(
        path,
        sheet(""),
        extra={
            "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{LINKS}/worksheet" Target="../../../../etc/passwd"/></Relationships>'
        },
    )


@book("an old workbook in front of a zip")
def _(path, large):
    data = write(path, sheet("")).read_bytes()
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + data)
    return path


@book("an OpenDocument sheet of repeated lines")
def _(path, large):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "content.xml",
            '<office:document-content><table:table><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:document-content>',
        )
    return path


@book("half of a file")
def _(path, large):
    path.write_bytes(write(path, sheet(line(3) * 50)).read_bytes()[:-900])
    return path
