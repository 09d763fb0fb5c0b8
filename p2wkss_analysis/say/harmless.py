"""Text on its way out: what is shown is harmless, what is stored is unchanged.

Names come from workbooks, tables and command lines of others. Whatever shows one asks here; nothing that is analysed or
kept as data does. A sign that cannot be shown becomes a question mark, one that only misleads the eye is left out.

A cell of a CSV that a spreadsheet would compute gets an apostrophe, as OWASP advises ("CSV Injection"): at its beginning and
behind every sign at which a program set to another separator would begin a new cell. Reading takes exactly those away.
"""

from __future__ import annotations

import json
import re
from itertools import count
from typing import Any

from ..identity.hidden import mask

EXCEL_CELL = 32_767  # characters that an Excel cell can hold
SHEET = 31  # of the name of a sheet
PROPERTY = 255  # characters of a title or subject in the properties of an Office file

_COMMANDS = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-Z\\^-~]"
)
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Without width: marks that turn the order of reading, joiners between plain letters, tags, soft hyphens, fillers.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]|(?<![^\x00-\x7f])[\u200c\u200d]"
)
_PILE = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_PLAIN = re.compile(r"[\t\n -~]*")

_NUMBER = r"[+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]+)?[ \u00a0]?%?"
_LEAD = r"'*[\x00-\x08\x0e-\x20\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u206f\u3000\ufeff\"\u201c\u201d\uff02]*"
_STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_RUNS = re.compile(rf"(?:\A|(?<=[,;\t\r\n]))(?!{_NUMBER}\s*(?:[,;\t\r\n]|\Z))(?={_LEAD}[{_STARTS}]\s*[^\s;])|\A(?='*[\t\r\n])")
_GUARDED = re.compile(
    rf"'(?:(?:(?<=\A')|(?<=[,;\t\r\n]'))(?!{_NUMBER}\s*(?:[,;\t\r\n]|\Z))(?={_LEAD}[{_STARTS}]\s*[^\s;])|(?<=\A')(?='*[\t\r\n]))"
)


def shown(text: str) -> str:
    r"""The text without commands to a screen, signs nobody can see and piles of accents; every line break is "\n".

    >>> shown("Depok\x1b[31m\x07 \u202eabc\r\nb")
    'Depok? abc\nb'
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", _COMMANDS.sub("", text))
    return _PILE.sub(r"\1", _UNSEEN.sub("", _UNSHOWABLE.sub("?", text)))


def one_line(text: str, most: int | None = None) -> str:
    r"""The same on one line, where a name must not begin a new one; at most `most` characters, with an ellipsis.

    >>> one_line("Dinas\n Kesehatan\t Kota", 15)
    'Dinas Kesehata…'
    """
    text = re.sub(r"[ \t]*[\t\n][ \t\n]*", " ", shown(text)).strip("\n")
    return text if most is None else short(text, most)


def short(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis where it has more than `most` characters.

    It is masked before it is cut: of a number of a card that is cut, most digits would stand there and nobody find them.

    >>> short("Tegalgundil", 6)
    'Tegal…'
    """
    if len(text) > most and len(text := mask(text)) > most:
        return text[: most - 1].rstrip() + "…"
    return text


def excel_text(text: str, most: int = EXCEL_CELL) -> str:
    """What of a text an Excel file can hold: all of it, unless it is longer than a cell may be; then it is masked and cut."""
    text = re.sub("[\ud800-\udfff]", "?", text)
    if _fits(text, most) or _fits(text := mask(text), most):
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _fits(text: str, most: int) -> bool:
    """Whether Excel counts at most so many characters, of which another plane's take two."""
    return 2 * len(text) <= most or len(text.encode("utf-16-le")) // 2 <= most


def sheet_name(text: str, taken: set[str]) -> str:
    """A text as the name of a sheet that Excel opens: 31 characters without its signs of address, and none twice.

    `taken` holds the names given so far, in small letters; the new one is added.

    >>> sheet_name("Data: 2025/2026", {"data_ 2025_2026"})
    'Data_ 2025_2026 2'
    """
    text = text if len(text) <= SHEET else mask(text)  # a number that is cut is not found any more
    plain = re.sub(r"[\[\]:*?/\\]", "_", one_line(text)).strip("' ") or "_"
    plain = f"{plain}_" if plain.casefold() in ("history", "riwayat") else plain
    tries = (excel_text(plain, SHEET - len(end)).strip("' ") + end for end in (f" {n}" if n > 1 else "" for n in count(1)))
    name = next(one for one in tries if one.casefold() not in taken)
    taken.add(name.casefold())
    return name


def csv_cell(text: str) -> str:
    """A text as a cell of a CSV that no spreadsheet computes; numbers and other harmless texts come back as they are.

    >>> csv_cell("=1+1"), csv_cell("-5"), csv_cell("Depok; +cmd|x")
    ("'=1+1", '-5', "Depok;' +cmd|x")
    """
    return _RUNS.sub("'", text)


def from_csv_cell(text: str) -> str:
    """The text that `csv_cell` was given.

    >>> from_csv_cell("'=1+1"), from_csv_cell("'tis")
    ('=1+1', "'tis")
    """
    return _GUARDED.sub("", text)


def json_text(data: Any, **how: Any) -> str:
    r"""`json.dumps` with letters as letters, and every sign that a screen would obey or not show as \uXXXX: nothing is lost.

    >>> json_text(["Émile \u202e"])
    '["Émile \\u202e"]'
    """
    made = json.dumps(data, ensure_ascii=False, **how)
    return re.sub(f"{_UNSEEN.pattern}|{_UNSHOWABLE.pattern}|[\u2028\u2029]", _escaped, made)


def _escaped(found: re.Match) -> str:
    return json.dumps(found.group())[1:-1]
