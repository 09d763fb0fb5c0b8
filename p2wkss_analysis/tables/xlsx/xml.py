"""What the small parts of a workbook say: its sheets, which number formats are dates or percentages, and shared strings."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from . import texts
from .parts import LARGEST_SMALL, LONGEST_TEXT, MOST_SHEETS, Parts, Unreadable, parse, too_large

PLAIN, DATE, DURATION, PERCENT = range(4)  # what a number format shows
# ECMA-376, part 1, section 18.8.30, with the dates of East Asia
_DATES, _DURATIONS, _PERCENTAGES = {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}, {46}, {9, 10}
_BLANKS = " \t\r\n"
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # a half of a pair is no sign of its own

Place = tuple[int, int]  # row and column, counted from 0


@dataclass(frozen=True)
class Contents:
    """The worksheets by name with their parts, in order; what each cell style shows; whether days count from 1904."""

    sheets: dict[str, str]
    styles: list[int]
    from_1904: bool


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


def contents(parts: Parts) -> Contents:
    """What the workbook holds. Raises Unreadable where it is none."""
    targets: dict[str, str] = {}
    named: list[tuple[str, str]] = []
    from_1904 = False

    def relation(name: str, given: dict) -> None:
        if name == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            targets[given.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", given.get("Target", ""))).lstrip("/")

    def sheet(name: str, given: dict) -> None:
        nonlocal from_1904
        if name == "sheet":
            named.append((given.get("name", ""), next((v for k, v in given.items() if k.endswith(":id")), "")))
            if len(named) > MOST_SHEETS:
                raise too_large(texts.TOO_MANY_SHEETS.fill(most=MOST_SHEETS))
        elif name == "workbookPr":
            from_1904 = given.get("date1904") in ("1", "true")

    parse(parts.pieces("xl/_rels/workbook.xml.rels", LARGEST_SMALL), relation)
    parse(parts.pieces("xl/workbook.xml", LARGEST_SMALL), sheet)
    sheets = [(name, targets[identity]) for name, identity in named if identity in targets]
    if len({name for name, _ in sheets}) < len(sheets):
        raise Unreadable("format")
    return Contents(dict(sheets), _styles(parts), from_1904)


def _styles(parts: Parts) -> list[int]:
    """What each cell style shows, by its number."""
    codes: dict[str, str] = {}
    used: list[str] = []
    inside: list[str] = []

    def start(name: str, given: dict) -> None:
        if name == "numFmt" and inside[-1:] == ["numFmts"]:
            codes[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif name == "xf" and inside[-1:] == ["cellXfs"]:
            used.append(given.get("numFmtId", "0"))
        inside.append(name)

    def end(name: str) -> None:
        inside.pop()

    if "xl/styles.xml" in parts:
        parse(parts.pieces("xl/styles.xml", LARGEST_SMALL), start, end)
    kinds = {number: shown_by(code) for number, code in codes.items()}
    builtin = [(_DATES, DATE), (_DURATIONS, DURATION), (_PERCENTAGES, PERCENT)]
    kinds = {str(n): kind for numbers, kind in builtin for n in numbers} | kinds
    return [kinds.get(number, PLAIN) for number in used]


def shown_by(code: str) -> int:
    """What a number format shows, by its part for positive numbers.

    >>> shown_by("dd/mm/yyyy") == DATE, shown_by("[h]:mm") == DURATION, shown_by('0.0%') == PERCENT, shown_by('0 "days"') == PLAIN
    (True, True, True, True)
    """
    code = re.sub(r'"[^"]*(?:"|$)|[\\_*].', "", code.lower(), flags=re.DOTALL).partition(";")[0]
    if re.search(r"^[^dmyhs]*\[(?:h+|m+|s+)\]", re.sub(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", "", code)):
        return DURATION
    code = re.sub(r"\[[^\]]*\]", "", code)
    return DATE if re.search("[dmyhs]|a/p", code) else PERCENT if "%" in code else PLAIN


class Runs:
    """The text of a string element (si, is) as its runs come in: of all `t`, but those of phonetic hints.

    The digit of a footnote stands above the line by its format alone. It is kept so: 12,3 and a raised 1 are not 12,31.
    """

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._open: list[str] | None = None
        self._hint = self._as_is = self._raised = False
        self._length = 0

    def start(self, name: str, given: dict) -> None:
        if name == "rPh":
            self._hint = True
        elif name == "r":
            self._raised = False
        elif name == "vertAlign":
            self._raised = given.get("val") == "superscript"
        elif name == "t" and not self._hint:
            self._open, self._as_is = [], given.get("xml:space") == "preserve"

    def characters(self, text: str) -> None:
        if self._open is not None:
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                raise too_large(texts.TOO_MUCH_TEXT_IN_ONE)
            self._open.append(text)

    def end(self, name: str) -> None:
        if name == "rPh":
            self._hint = False
        elif name == "t" and self._open is not None:
            if self._open:
                text = in_full("".join(self._open), self._as_is)
                unit = self.whole().endswith("m")  # m2, km2
                self._runs.append(text.translate(_RAISED) if self._raised and not unit else text)
            self._open = None

    def whole(self) -> str:
        return "".join(self._runs)


def in_full(text: str, as_is: bool) -> str:
    """The text as Excel shows it: blanks at the ends only where they are to be kept, _x000D_ as the sign it stands for."""
    text = text if as_is else text.strip(_BLANKS)
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text


def shared_strings(parts: Parts) -> list[str]:
    """The strings that cells refer to by number."""
    found: list[str] = []
    text: Runs | None = None

    def start(name: str, given: dict) -> None:
        nonlocal text
        if name == "si":
            text = Runs()
        elif text is not None:
            text.start(name, given)

    def end(name: str) -> None:
        nonlocal text
        if name == "si" and text is not None:
            found.append(parts.keep(text.whole()))
            text = None
        elif text is not None:
            text.end(name)

    if "xl/sharedStrings.xml" in parts:
        parse(parts.pieces("xl/sharedStrings.xml"), start, end, lambda more: text.characters(more) if text is not None else None)
    return found
