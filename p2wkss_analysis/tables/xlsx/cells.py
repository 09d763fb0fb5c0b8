"""The cells of one sheet as they are stored, line by line: values with their kinds, and what the values do not show.

Nearly all sheets are written in one plain form, which two patterns read at once. Every byte of a piece must fit that form;
where one does not (quotes, blanks, prefixes, comments, an encoding, lines out of order), the whole sheet is read again by an
XML parser, slower and to the same values. So no spelling of a cell is overlooked. (ECMA-376, part 1, section 18.3.1.)
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NoReturn

from . import texts
from .odd import NotPlain, Oddities, merged_areas
from .parts import LAST_COLUMN, LAST_LINE, LONG, LONGEST_PIECE, LONGEST_TEXT, MOST_CELLS, Parts, Unreadable, parsing, too_large
from .xml import DATE, DURATION, PERCENT, Place, Runs, in_full

MOST_BROKEN = 200_000  # error cells and formulas without a result of one sheet; each becomes a line of faults
_KNOWN = 500_000  # spellings of a cell remembered at once

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?)?")
_ADDRESS = re.compile(r"\$?([A-Z]{1,10})\$?([0-9]{1,20})")

# The plain form. `_CELL` cuts a piece at its cells; what is left between them must be `_LINES`, each cell's rest `_REST`.
_GIVEN = rb'(?: [a-zA-Z0-9:]++="[^"<>&]*+")*+'
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(' + _GIVEN + rb"(?:/>|>(?:<(?!/?c[ >])[^<>]*+>[^<]*+)*+</c>))")
_LINES = re.compile(
    rb"(?:</row>)?(?:<row" + _GIVEN + rb"(?:/>|></row>))*+" + rb'(?:<row r="([1-9][0-9]{0,6})"' + _GIVEN + rb">)?"
)
_TEXT = rb"([^<\x00-\x08\x0b\x0c\x0e-\x1f]*+)"
_REST = re.compile(
    rb"(" + _GIVEN + rb")(?:/>|>(<f" + _GIVEN.replace(b"&", b"") + rb"(?:/>|>[^<]*+</f>))?"
    rb'(?:<v(?: xml:space="preserve")?>' + _TEXT + rb'</v>|<v/>|<is><t( xml:space="preserve")?>' + _TEXT + rb"</t></is>)?</c>)"
)
_ONE_GIVEN = re.compile(rb' ([a-zA-Z0-9:]+)="([^"]*)"')
_OTHER_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_REFERENCE = re.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True)
class _Odd:
    """A value that is no ordinary one: of an error cell, of a formula without a result ("="), in percent, or a long text."""

    value: Any
    error: bool = False
    percent: bool = False
    long: Parts | None = None  # what counts it


@dataclass(frozen=True)
class Meanings:
    """What cells of a workbook mean: `strings` they refer to, `styles` they are shown in, the day they count from."""

    parts: Parts = field(repr=False)
    strings: list[str] = field(repr=False)
    styles: list[int] = field(repr=False)
    from_1904: bool = False

    def of(self, style: str, kind: str, stored: str | None, inline: str | None, formula: bool) -> Any:
        """The value of a cell by its style, kind, stored and inline text, and whether it has a formula; None if empty."""
        value = self._of(style, kind, stored, inline, formula)
        return _Odd(value, long=self.parts) if isinstance(value, str) and len(value) > LONG else value

    def _of(self, style: str, kind: str, stored: str | None, inline: str | None, formula: bool) -> Any:
        if inline is not None:
            return self.parts.keep(inline) or None
        if kind == "e":
            return _Odd(stored or "#", error=True)
        if not stored:
            return _Odd("=") if formula and kind != "str" else None
        if kind in ("n", ""):
            return self._number(style, stored)
        if kind == "s":
            if not stored.isdecimal() or len(stored) > 9 or int(stored) >= len(self.strings):
                raise Unreadable("format")
            return self.strings[int(stored)] or None
        if kind == "b":
            return stored != "0"
        if kind == "d":
            return _iso_date(stored)
        if kind == "str":
            return self.parts.keep(in_full(stored, True))
        if kind == "inlineStr":
            return None
        raise Unreadable("format")

    def _number(self, style: str, stored: str) -> Any:
        number = float(stored) if len(stored) < 400 and _NUMBER.fullmatch(stored) else math.inf
        if not math.isfinite(number):
            return self.parts.keep(stored)
        place = int(style) if style.isdecimal() and len(style) < 9 else 0
        shown = self.styles[place] if place < len(self.styles) else None
        if shown == PERCENT:
            return _Odd(number, percent=True)
        try:
            if shown == DURATION:
                return dt.timedelta(milliseconds=round(number * 86_400_000))
            return _date(number, self.from_1904) if shown == DATE and number >= 0 else number
        except OverflowError:  # beyond the year 9999: shown as a row of signs in Excel, too
            return number


def _date(number: float, from_1904: bool) -> dt.date | dt.time:
    """The day, the time of a day or both, counted in days; Excel has a 29 February 1900, which never was."""
    if from_1904:
        epoch = dt.datetime(1904, 1, 1)
    else:
        epoch = dt.datetime(1899, 12, 30 if number >= 60 else 31)
    moment = epoch + dt.timedelta(milliseconds=round(number * 86_400_000))
    if number < 1:
        return moment.time()
    return moment.date() if number.is_integer() else moment


def _iso_date(stored: str) -> str | dt.date:
    try:
        found = dt.datetime.fromisoformat(stored.removesuffix("Z")) if _ISO.fullmatch(stored) else None
    except ValueError:
        found = None
    return stored if found is None else found if "T" in stored else found.date()


def sheet_rows(part: str, means: Meanings, odd: Oddities) -> Iterator[tuple[int, list]]:
    """The lines of a sheet that hold something, each with its number from 0 and its values from column A on ("" for empty).

    Fills `odd`. Ends early, with `odd.span` set, where a filled cell lies so far off that the sheet cannot be held.
    """
    given = width = 0
    try:
        for row, values in _plain_rows(part, means, odd):
            given, width = given + 1, max(width, len(values))
            if _too_far(row, width, odd):
                return
            yield row, values
        return
    except NotPlain:
        pass
    for row, values in _any_rows(part, means, odd):
        given, width = given - 1, max(width, len(values))
        if _too_far(row, width, odd):
            return
        if given < 0:  # the parser finds again, first and in the same order, what was given already
            yield row, values


def _too_far(row: int, width: int, odd: Oddities) -> bool:
    if row >= LAST_LINE or width > LAST_COLUMN or (row + 1) * width > MOST_CELLS:
        odd.span = (row + 1, width)
    return odd.span is not None


def _noted(odd: Oddities, value: _Odd, place: Place) -> Any:
    if value.long:
        value.long.spread(len(value.value))
        return value.value
    if value.percent:
        odd.percent.add(place)
    elif value.error:
        odd.errors[place] = value.value
    else:
        odd.uncomputed.add(place)
    if len(odd.errors) + len(odd.uncomputed) > MOST_BROKEN:
        raise too_large(texts.TOO_MANY_ERRORS.fill(most=MOST_BROKEN))
    return value.value


class _Columns(dict):
    """Letters of a column to its place from 0, computed once."""

    def __missing__(self, letters: bytes) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + letter - 64
        self[letters] = number - 1
        return number - 1


def _plain_rows(part: str, means: Meanings, odd: Oddities) -> Iterator[tuple[int, list]]:
    """The lines of a sheet in the plain form. Raises NotPlain where a byte does not fit it."""
    known: dict[bytes, Any] = {}
    columns = _Columns()
    row, line = -1, b""
    values: list = []
    for piece in _pieces_of_lines(part, means.parts, odd):
        found = _CELL.split(piece)
        for gap, letters, digits, rest in zip(found[:-1:4], found[1::4], found[2::4], found[3::4], strict=True):
            if gap:
                following = _next_line(gap, row)
                if following + 1 != int(digits):
                    raise NotPlain
                if values:
                    yield row, values
                row, line, values = following, digits, []
            elif digits != line:
                raise NotPlain
            try:
                value = known[rest]
            except KeyError:
                if len(known) > _KNOWN:
                    known.clear()
                value = known[rest] = _value_of(rest, means)
            if value is None:
                continue
            place, filled = columns[letters], len(values)
            if value.__class__ is _Odd:
                value = _noted(odd, value, (row, place))
            if place > filled:
                values += [""] * (place - filled)
            elif place < filled:
                raise NotPlain
            values.append(value)
        if found[-1] and ((end := _LINES.fullmatch(found[-1])) is None or end[1]):
            raise NotPlain
    if values:
        yield row, values


def _next_line(gap: bytes, row: int) -> int:
    between = _LINES.fullmatch(gap)
    if between is None or between[1] is None or int(between[1]) - 1 <= row:
        raise NotPlain
    return int(between[1]) - 1


def _pieces_of_lines(part: str, parts: Parts, odd: Oddities) -> Iterator[bytes]:
    """The lines of a sheet, many at a time: all between `<sheetData>` and its end. Merged cells, behind them, go to `odd`."""
    kept, begun = b"", False
    pieces = parts.pieces(part)
    for piece in pieces:
        kept += piece
        if not begun:
            at = kept.find(b"<sheetData>")
            if at < 0 and len(kept) <= LONGEST_PIECE:
                continue
            if at < 0 or b"<!" in kept[:at] or _OTHER_ENCODING.search(kept, 0, at):
                raise NotPlain
            kept, begun = kept[at + len(b"<sheetData>") :], True
        end = kept.find(b"</sheetData>")
        if end >= 0:
            yield kept[:end]
            odd.merge(merged_areas(chain((kept[end:],), pieces)))  # to the end, where the zip's checksum is compared
            return
        cut = kept.rfind(b"</row>") + len(b"</row>")
        if cut >= len(b"</row>"):
            yield kept[:cut]
            kept = kept[cut:]
        elif len(kept) > LONGEST_PIECE:
            raise too_large(texts.TOO_MUCH_IN_LINE)
    raise NotPlain


def _value_of(rest: bytes, means: Meanings) -> Any:
    stored = _REST.fullmatch(rest)
    if stored is None:
        raise NotPlain
    pairs = _ONE_GIVEN.findall(stored[1])
    given = dict(pairs)
    if len(given) < len(pairs) or b"r" in given:
        raise NotPlain
    inline = None if stored[5] is None else in_full(_text(stored[5]), stored[4] is not None)
    value = None if stored[3] is None else _text(stored[3])
    return means.of(_text(given.get(b"s", b"")), _text(given.get(b"t", b"")), value, inline, stored[2] is not None)


def _text(stored: bytes) -> str:
    try:
        text = stored.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlain from None
    if len(text) > LONGEST_TEXT:
        raise NotPlain
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in text:
        return text
    if text.count("&") != len(_REFERENCE.findall(text)):
        raise NotPlain
    return _REFERENCE.sub(_sign, text)


def _sign(reference: re.Match) -> str:
    if reference[1]:
        return _SIGNS[reference[1]]
    code = int(reference[2]) if reference[2] else int(reference[3], 16)
    if code < 32 and code not in (9, 10, 13) or 0xD800 <= code < 0xE000 or 0xFFFE <= code <= 0xFFFF or code > 0x10FFFF:
        raise NotPlain
    return chr(code)


def _any_rows(part: str, means: Meanings, odd: Oddities) -> Iterator[tuple[int, list]]:
    """The lines of a sheet in any form that XML allows, by a parser."""
    sheet = _Sheet(means, odd)
    for _ in parsing(means.parts.pieces(part), sheet.start, sheet.end, sheet.text):
        yield from sheet.done
        sheet.done = []
        if odd.span:
            return
    if not sheet.complete:
        raise Unreadable("format")
    sheet.close_line()
    yield from sheet.done


class _Sheet:
    """What a parser tells of a sheet, gathered to lines. `done` are those that are whole."""

    def __init__(self, means: Meanings, odd: Oddities):
        self.means, self.odd, self.columns = means, odd, _Columns()
        self.done: list[tuple[int, list]] = []
        self.complete = self.inside = False
        self.row = self.place = 0
        self.line = -1
        self.values: list = []
        self.cell: dict | None = None
        self.inline: Runs | None = None
        self.stored: list[str] | None = None
        self.length = 0
        self.open = self.formula = False
        self.known: dict[tuple, Any] = {}

    def start(self, name: str, given: dict) -> None:
        if self.inline is not None:
            self.inline.start(name, given)
        elif self.cell is not None:
            self.formula |= name == "f"
            if name == "v":
                self.stored, self.length, self.open = [], 0, True
            elif name == "is":
                self.inline = Runs()
        elif name == "sheetData":
            self.inside = not self.complete
        elif name == "mergeCell":
            self.odd.merge([given.get("ref", "")])
        elif self.inside and name == "row":
            number = given.get("r", "")
            if number:
                self.row = int(number) - 1 if number.isdecimal() and 0 < len(number) < 20 and int(number) else self._strange()
            self.place = 0
        elif self.inside and name == "c":
            self.means.parts.unusual()
            self.cell, self.inline, self.stored, self.formula = given, None, None, False

    def text(self, text: str) -> None:
        if self.inline is not None:
            self.inline.characters(text)
        elif self.open and self.stored is not None:
            self.stored.append(text)
            self.length += len(text)
            if self.length > LONGEST_TEXT:
                raise too_large(texts.TOO_MUCH_TEXT_IN_ONE)

    def end(self, name: str) -> None:
        if name == "sheetData" and self.inside:
            self.inside, self.complete = False, True
        elif name == "row" and self.inside and self.cell is None:
            self.row += 1
        elif self.cell is None:
            return
        elif name == "c":
            self._close_cell(self.cell)
        elif name == "v":
            self.open = False
        elif self.inline is not None and name != "is":
            self.inline.end(name)

    def _close_cell(self, given: dict) -> None:
        self.cell = None
        row, place = self._address(given.get("r", ""))
        self.place = place + 1
        inline = None if self.inline is None else self.inline.whole()
        stored = None if self.stored is None else "".join(self.stored)
        self.inline = None
        spelt = given.get("s", ""), given.get("t", ""), stored, inline, self.formula
        value = self.known.get(spelt)
        if value is None:
            if len(self.known) > _KNOWN:
                self.known.clear()
            value = self.known[spelt] = self.means.of(*spelt)
        if value is None or self.odd.span:
            return
        if _too_far(row, place + 1, self.odd):
            return
        if isinstance(value, _Odd):
            value = _noted(self.odd, value, (row, place))
        if row != self.line:
            self.close_line()
            self.line = row
        self.values += [""] * (place + 1 - len(self.values))
        self.values[place] = value

    def _address(self, stated: str) -> Place:
        if not stated:
            return self.row, self.place
        found = _ADDRESS.fullmatch(stated)
        if found is None or int(found[2]) < 1:
            self._strange()
        return int(found[2]) - 1, self.columns[found[1].encode()]

    def close_line(self) -> None:
        if self.values:
            self.done.append((self.line, self.values))
        self.values = []

    @staticmethod
    def _strange() -> NoReturn:
        raise Unreadable("format")
