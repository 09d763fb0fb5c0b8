"""What a file is: its first bytes say it, and in a zip the names of its parts; the ending of its name says nothing.

An office sends a web page as .xls, a picture as .xlsx and a workbook as .csv. Each is called what it is, with what was
expected and what to do.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

from ..say import Text, one_text
from ..say.errors import WrongUse
from . import texts
from .opening import named, read_bytes

XLSX, PASSWORD, XLS, TEXT, PARQUET, ZIP, GZIP, EMPTY = "xlsx", "password", "xls", "text", "parquet", "zip", "gzip", "empty"
HTML, XML, JSON, PDF, PICTURE, DAMAGED, UNKNOWN = "html", "xml", "json", "pdf", "picture", "damaged", "unknown"
HEAD = 65_536  # bytes in which every kind but those in a container shows itself
TEMPLATE, TABLE, CSV = "template", "table", "csv"  # what may be expected, beside PARQUET and ZIP

_PARTS = {  # parts by which what is in a zip is known; the first that is there counts
    "xl/workbook.xml": XLSX,
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "word",
    "ppt/presentation.xml": "slides",
    "content.xml": "ods",
    "index/document.iwa": "numbers",
}
_STREAMS = {  # the same in an OLE file, whose directory is in UTF-16
    "EncryptedPackage": PASSWORD,
    "Workbook": XLS,
    "Book": XLS,
    "WordDocument": "word",
    "PowerPoint Document": "slides",
}
_STARTS = (
    (b"%PDF", PDF),
    (b"PAR1", PARQUET),
    (b"SQLite format 3\0", "database"),
    (b"\x1f\x8b", GZIP),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!\x1a\x07", "packed"),
    (b"{\\rtf", "word"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    *((start, XLS) for start in (b"\x09\x08\x10\0", b"\x09\x08\x08\0", b"\x09\x04\x06\0", b"\x09\x02\x06\0", b"\x09\0\x04\0")),
)
MOST_OF_A_CONTAINER = 100_000_000  # bytes of a zip or an OLE file that are looked at
_MOST_ENTRIES = 5_000  # of a zip that is looked into
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<table[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<[?!a-zA-Z]")
_MHTML = re.compile(rb"mime-version:\s*1\.0", re.IGNORECASE)
_JSON = re.compile(rb'\{\s*(?:"[^"\n]*"\s*:|\})|\[\s*[\[{]')
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])  # signs that no text has
_MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin$|macrosheets/)")


def kind_of(data: bytes) -> str:
    """What a file is, from its first bytes (`HEAD` of them), or from all where it is a zip or an OLE file.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"kode;nama"), kind_of(b"<html><table>"), kind_of(b"")
    ('pdf', 'text', 'html', 'empty')
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return next((kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), "ole")
    head = data[:HEAD]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return EMPTY
    for sign, kind in _STARTS:
        if start.startswith(sign) or head.startswith(sign):
            return kind
    if (start[:2] == b"BM" and start[6:10] == bytes(4)) or start[8:12] == b"WEBP" or start[4:12] in (b"ftypheic", b"ftypheix"):
        return PICTURE
    plain = head.replace(b"\0", b"")  # in UTF-16 every second byte is a zero
    if not plain or len(plain) - len(plain.translate(None, _CONTROLS)) > len(plain) / 10:
        return UNKNOWN
    return _of_text(plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n"))


def _of_text(start: bytes) -> str:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith(b"<?xml"):
        return "xml_sheet"
    if _MHTML.match(start):
        return HTML
    if _MARKUP.match(start):  # only what begins with a mark is a page: a cell may hold one
        return HTML if _PAGE.search(start) else XML
    return JSON if _JSON.match(start) else TEXT


def _of_zip(data: bytes) -> str:
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        return ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {name.casefold() for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return DAMAGED if b"xl/" in data or b"[Content_Types].xml" in data[:HEAD] else ZIP
    return next((kind for name, kind in _PARTS.items() if name in names), ZIP)


def holds_macros(names: list[str]) -> bool:
    """Whether the parts of a workbook hold macros of Visual Basic or of Excel 4, whatever its name ends in."""
    return any(_MACROS.search(name.casefold()) for name in names)


def holds_links(names: list[str]) -> bool:
    """Whether the parts of a workbook hold links to other workbooks."""
    return any(name.casefold().startswith("xl/externallinks/") for name in names)


def refused(kind: str, wanted: str) -> tuple[Text, Text]:
    """What a file of this kind is, beside what was wanted, and what to do."""
    if kind == EMPTY:
        return texts.IS_EMPTY, texts.SEND_AGAIN
    if kind == DAMAGED:
        return texts.IS_DAMAGED, texts.SAVE_OR_SEND_AGAIN
    return texts.IS_OTHER.fill(kind=texts.KINDS[kind], wanted=texts.WANTED[wanted]), _remedy(kind, wanted)


def refusal(file: str, kind: str, wanted: str) -> WrongUse:
    """The whole refusal of a file that a sentence calls `file`."""
    return WrongUse(texts.OF_FILE.fill(file=file, said=one_text(refused(kind, wanted))))


def no_workbook(path: Path) -> WrongUse:
    """The refusal of a file whose name is none of a workbook, where one or a folder was expected."""
    kind, name = kind_of_file(path), named(path)
    return WrongUse(texts.NAMED_OTHERWISE.fill(file=name)) if kind == XLSX else refusal(name, kind, TEMPLATE)


def kind_of_file(path: str | os.PathLike) -> str:
    """What the file at a path is; all of it is read only where its end says what it is."""
    kind = kind_of(read_bytes(path, HEAD))
    return kind_of(read_bytes(path, MOST_OF_A_CONTAINER)) if kind in (ZIP, DAMAGED, "ole") else kind


def refuse_other(path: Path, wanted: str) -> None:
    """Raises WrongUse for a file that is no Parquet or no CSV; an empty one is left to its reader, since engines write such."""
    kind = kind_of_file(path)
    fits = PARQUET if wanted == PARQUET else GZIP if path.suffix.lower() == ".gz" else TEXT
    if kind not in (fits, EMPTY):
        raise refusal(named(path), kind, wanted)


def _remedy(kind: str, wanted: str) -> Text:
    if kind == PASSWORD:
        return texts.WITHOUT_PASSWORD
    if kind in (XLSX, TEXT, PARQUET, ZIP) and (kind, wanted) in texts.RENAME:
        return texts.RENAME[kind, wanted]
    if kind in (ZIP, GZIP, "packed"):
        return texts.UNPACK
    if kind in (XLS, XLSX, "xlsb", "xml_sheet", "ods", "numbers", HTML):
        return texts.SAVE_AS[wanted]
    return texts.ASK[wanted]
