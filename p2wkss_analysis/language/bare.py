"""A text bared for reading numbers: every digit of any script plain, what is not seen left out, each sign's old place kept."""

from __future__ import annotations

import re
import unicodedata

# A web address writes a blank between digits as %20, a page as &nbsp; or &#160;, an error that quotes a value as \\xa0.
ESCAPED = re.compile(r"(?<=\d)[\W_]*(?:(?:%[0-9A-Fa-f]{2}|&(?:[a-z]{2,6}|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
                     r"|\\(?:[nrtfvb]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}))[\W_]*)+(?=\d)")
_ALIKE = {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " ", "Cc": " "}


def bare(text: str) -> tuple[str, list[int]]:
    """The text in compatibility form (NFKC) and, for each of its signs, the place in `text` that it came from.

    Digits of every script become 0-9; combining marks, soft hyphens, zero-width and bidirectional signs and controls
    are left out; dashes become "-", blanks and line breaks " ". Letters stay, so that a word is still a word.

    >>> bare("\\u0663\\u00ad\\u0662\\u00b2")
    ('322', [0, 2, 3])
    """
    for found in ESCAPED.finditer(text):
        text = text[: found.start()] + " " * len(found.group()) + text[found.end():]
    if text.isascii() and text.isprintable():
        return text, list(range(len(text)))
    signs, places = [], []
    for place, sign in enumerate(text):
        for plain in sign if sign.isascii() else unicodedata.normalize("NFKC", sign):
            shown = _shown(plain)
            signs.append(shown)
            places += [place] * len(shown)
    return "".join(signs), places


def _shown(sign: str) -> str:
    if sign in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85":
        return " "
    kind = unicodedata.category(sign)
    if kind == "Nd" and not sign.isascii():
        return str(unicodedata.decimal(sign))
    if kind[0] == "M" or kind in ("Cf", "Cc"):
        return ""
    return _ALIKE.get(kind, sign)
