"""A text bared for reading numbers: every digit of any script plain, what is not seen left out, each sign's old place kept."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

# A sign in another dress: %20 of a web address, &nbsp; or &#160; of a page, \\xa0 where an error quotes a value.
_CODED = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+|&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
    r"|\\(?:[nrtfvb]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
)
# Marks inside a line of a page; between the cells of a table and between paragraphs a number ends.
_MARKS = re.compile(
    r"(?<=\d)[\W_]*(?:</?(?:br|wbr|b|i|u|s|em|strong|sup|sub|small|mark|span|font|code|tt|a)\b[^<>]*>[\W_]*)+(?=\d)",
    re.IGNORECASE,
)
_ALIKE = {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " ", "Cc": " "}

Place = tuple[int, int]


def in_disguise(text: str) -> bool:
    """Whether a text holds codes of signs, or marks of a page between digits."""
    return _CODED.search(text) is not None or _MARKS.search(text) is not None


def bare(text: str, codes: bool = False) -> tuple[str, list[Place]]:
    """The text in compatibility form (NFKC) and, for each of its signs, from where to where in `text` it was written.

    Digits of every script become 0-9, also circled ones; combining marks, soft hyphens, zero-width and bidirectional signs
    and controls are left out; dashes become "-", blanks and line breaks " ". Letters stay, so that a word is still a word.
    With `codes` what is written as a code (&#51;, %33) is read as its sign, and marks of a page between digits as a blank.

    >>> bare("\\u0663\\u00ad&#50;\\u00b2", codes=True)
    ('322', [(0, 1), (2, 7), (7, 8)])
    """
    places = [(place, place + 1) for place in range(len(text))]
    while codes and _CODED.search(text):  # anew, for a code may be coded again
        text, places = _replaced(text, places, _CODED, _meant)
    if codes:
        text, places = _replaced(text, places, _MARKS, lambda marks: " ")
    if text.isascii() and text.isprintable():
        return text, places
    signs, kept = [], []
    for place, sign in zip(places, text, strict=True):
        for plain in sign if sign.isascii() else unicodedata.normalize("NFKC", sign):
            shown = _shown(plain)
            signs.append(shown)
            kept += [place] * len(shown)
    return "".join(signs), kept


def _replaced(text: str, places: list[Place], what: re.Pattern, by: Callable[[str], str]) -> tuple[str, list[Place]]:
    """The text with every find exchanged; what stands in its place has the whole find as its own."""
    signs, kept, done = [], [], 0
    for found in what.finditer(text):
        new = by(found.group())
        signs += [text[done : found.start()], new]
        kept += [*places[done : found.start()], *[(places[found.start()][0], places[found.end() - 1][1])] * len(new)]
        done = found.end()
    return "".join((*signs, text[done:])), kept + places[done:]


def _meant(code: str) -> str:
    """What a code stands for; a blank where nobody knows."""
    if code[0] == "%":
        return unquote_to_bytes(code).decode("utf-8", "replace").replace("\ufffd", " ")
    if code[0] == "&":
        sign = html.unescape(code)
        return " " if sign == code else sign
    number = int(code[2:], 16) if len(code) > 2 else 0  # noqa: FURB166  the sign before the digits is any of several
    return chr(number) if 0 < number < 0x110000 else " "


def _shown(sign: str) -> str:
    if sign in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85":
        return " "
    kind = unicodedata.category(sign)
    if (
        kind in ("Nd", "No") and not sign.isascii() and (number := unicodedata.numeric(sign)) in range(100)
    ):  # of those in a circle to 20
        return str(int(number))
    if kind[0] == "M" or kind in ("Cf", "Cc"):
        return ""
    return _ALIKE.get(kind, sign)
