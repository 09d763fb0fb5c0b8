"""The parts of an .xlsx file, each read piece by piece within limits, whatever the file says of its own sizes.

An .xlsx file is a zip of XML (ECMA-376, parts 1 and 2). A file of 50 kB can unpack to gigabytes, so nothing is believed
that stands in the zip's directory, no XML may declare entities, and nothing is built whole that was not counted first.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from ...files.kinds import DAMAGED, PASSWORD, TEMPLATE, kind_of, refused
from ...files.opening import read_bytes
from ...say import Text, one_text
from . import texts

# A city's survey of 100,000 households in 80 columns has 8 million cells, 350 MB of XML and 30 MB on disk. The limits
# leave two to three times that, and keep a check below 1 GB of memory.
MOST_BYTES = 100_000_000  # of the file
MOST_ENTRIES = 5_000  # of the zip; pictures count, a workbook of 300 sheets has about 700
MOST_SHEETS = 300
LARGEST_PART = 1_000_000_000  # bytes of one part, unpacked; read piece by piece
LARGEST_SMALL = 30_000_000  # bytes of a part that describes the others; styles of a badly grown workbook have 10 MB
MOST_EXPANSION = 300, 20_000_000  # times, once so many bytes came out; cells of one value in one format reach 100
MOST_TEXT = 250_000_000  # bytes of memory for the different texts of a workbook
MOST_SPREAD = 300_000_000  # characters of long texts over all their cells; one text of a few bytes may stand in millions
LONG = 40  # characters from which a text is a long one
MOST_CELLS = 20_000_000  # of the rectangle a sheet spans, and of the cells it holds
MOST_UNUSUAL = (
    8_000_000  # cells of a workbook not written as Excel writes them, each time one is read: they take ten times as long
)
LONGEST_TEXT = 1_000_000  # characters of one cell; Excel ends at 32,767
LAST_LINE, LAST_COLUMN = 1_048_576, 16_384  # of Excel
LONGEST_PIECE = 32_000_000  # bytes from one line's end to the next; 80 cells of the longest text have 3 MB
DEEPEST = 64  # elements within each other; Excel needs about 12
PIECE = 1 << 22


class Unreadable(Exception):
    """The file is no workbook that can be read; `reason` is one word of English, `rule` and `remedy` say it to people.

    kind : what the file is instead (`files.kinds`), "" where it is a workbook that cannot be read.
    """

    def __init__(self, reason: str, rule: Text | None = None, remedy: Text | None = None, kind: str = ""):
        super().__init__(reason)
        self.reason, self.kind = reason, kind
        self.rule = rule or texts.RULES[reason]
        self.remedy = remedy or texts.SAVE_AGAIN

    def both(self) -> Text:
        """Rule and remedy as one text."""
        return one_text([self.rule, self.remedy])

    def of(self, file: str, wanted: str = "") -> Text:
        """The whole sentence of a refusal; its remedy is for what was `wanted` where that is not the city's workbook."""
        said = one_text(refused(self.kind, wanted)) if self.kind and wanted else self.both()
        return texts.OF_FILE.fill(file=file, said=said)


def too_large(what: Text) -> Unreadable:
    """The refusal of a file beyond a limit: `what` of it is too much."""
    return Unreadable("large", texts.TOO_LARGE.fill(what=what), texts.SPLIT)


def no_workbook(kind: str) -> Unreadable:
    """The refusal of a file that is of another kind than a workbook."""
    return Unreadable("password" if kind == PASSWORD else "kind", *refused(kind, TEMPLATE), kind=kind)


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    UnicodeError,
    ValueError,
    KeyError,
    RuntimeError,
    OverflowError,
)


class Parts:
    """The zip of a workbook. Raises Unreadable."""

    def __init__(self, path: str | os.PathLike):
        data = read_bytes(path, MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise too_large(texts.OVER_MEGABYTES.fill(most=MOST_BYTES // 1_000_000))
        if data.count(b"PK\x01\x02") > MOST_ENTRIES:  # one stands before each entry of a zip's directory
            raise too_large(texts.TOO_MANY_PARTS)
        self.kind = kind_of(data)
        if self.kind == DAMAGED or not data.startswith(b"PK"):
            raise no_workbook(self.kind)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = [info.filename.casefold() for info in self._zip.infolist()]
        except _DAMAGE:
            raise Unreadable("format") from None
        if len(names) != len(set(names)):  # which of two is meant would be a guess
            raise Unreadable("format")
        self._text = self._spread = self._unusual = 0

    @property
    def names(self) -> list[str]:
        """The names of the parts, in their order."""
        return [info.filename for info in self._zip.infolist()]

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def pieces(self, name: str, most: int = LARGEST_PART) -> Iterator[bytes]:
        """The bytes of a part, piece by piece."""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise Unreadable("password")
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Unreadable("format")
            out, (times, least) = 0, MOST_EXPANSION
            with self._zip.open(info) as part:
                while piece := part.read(PIECE):
                    out += len(piece)
                    if out > most or (out > least and out > times * info.compress_size):
                        raise too_large(texts.UNPACKS_TO_TOO_MUCH)
                    yield piece
        except _DAMAGE:
            raise Unreadable("format") from None

    def keep(self, text: str) -> str:
        """The text, counted: all that a workbook keeps must fit in memory."""
        self._text += 56 + 4 * len(text)
        if self._text > MOST_TEXT:
            raise too_large(texts.TOO_MUCH_TEXT)
        return text

    def unusual(self) -> None:
        """Count a cell that only the slow reader understands, an empty one too."""
        self._unusual += 1
        if self._unusual > MOST_UNUSUAL:
            raise too_large(texts.TOO_MANY_UNUSUAL)

    def spread(self, length: int) -> None:
        """Count a cell that holds a long text."""
        self._spread += length
        if self._spread > MOST_SPREAD:
            raise too_large(texts.TOO_MUCH_TEXT_IN_CELLS)


def parse(
    pieces: Iterator[bytes],
    start: Callable[[str, dict], None],
    end: Callable[[str], None] = lambda name: None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read XML in any encoding, names without their prefix. Declarations of entities are refused, as is what is too deep."""
    for _ in parsing(pieces, start, end, text):
        pass


def parsing(
    pieces: Iterator[bytes],
    start: Callable[[str, dict], None],
    end: Callable[[str], None] = lambda name: None,
    text: Callable[[str], None] | None = None,
) -> Iterator[None]:
    """As `parse`, stopping after each piece."""
    parser, depth = expat.ParserCreate(), 0

    def begin(name: str, attributes: dict) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable("format")
        start(name.rpartition(":")[2], attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(":")[2])

    def refuse(*declared: Any) -> None:
        raise Unreadable("format")

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, finish, refuse
    if text:
        parser.CharacterDataHandler, parser.buffer_text = text, True
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > LONGEST_PIECE:  # one tag that does not end is read anew with every piece
                raise Unreadable("format")
            yield
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError):
        raise Unreadable("format") from None
