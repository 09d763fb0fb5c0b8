"""Numbers of family cards and identity cards: found in any text, and never said.

It stands below the errors, so that no sentence of this package can carry such a number, whoever wrote it. One reader
finds them, `identity_spans`, and one function puts a sign in their place, `mask`; everything else calls these two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .bare import bare, in_disguise
from .other_numbers import DECIMAL
from .spelt import Span, cut_off, is_card, lettered, reads, spelt

HIDDEN = "[\N{BULLET}\N{BULLET}\N{BULLET}]"  # stands where a number was
BETWEEN = "\nxxx\n"  # as long as HIDDEN, and no number goes on across it: more letters than may stand in one

_GROUP = re.compile(r"\d+")
_SOLID = re.compile(r"\d{16,}")
_PSEUDONYM = re.compile(r"(?<![0-9A-Za-z])KK-(?=[0-9]*[a-f])[0-9a-f]{20}(?![0-9A-Za-z])")
_HEXADECIMAL = re.compile(r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{20,}(?![0-9A-Za-z])")
_MANTISSA = re.compile(r"(?<![\d.,])\d{1,16}(?:[.,]\d{1,15})?[eE]\+?\d{1,2}(?!\d)")
# What cannot hold a number is seen at once, of a text or of many joined by letters. A sign beyond ASCII may be two digits.
_MAY_HOLD = re.compile(r"\d(?:[^0-9A-Za-z]*+\d){15}|\d[.,]?\d{6,}[eE]", re.ASCII)
_MAY_HOLD_IN_ANY_SCRIPT = re.compile(r"[0-9\x80-\U0010ffff](?:[\x00-/:-@\[-`{-\x7f]*+[0-9\x80-\U0010ffff]){7}|\d[.,]?\d{6,}[eE]")


def identity_spans(text: str, certain: bool = False) -> list[Span]:
    """Where numbers of identity or family cards stand in a text: (start, end) in the text as given, in order and apart.

    Read is the text of `bare`: in any script, whatever unseen signs stand between the digits. A number is
    - sixteen or more digits in a row, unless they are the decimals of a number (0.8333333333333334) or belong to a
      pseudonym; as part of a hexadecimal digest, or where only the `certain` is asked for, if they read as a number;
    - sixteen digits with any signs but letters between them that begin and end where groups of digits do and read as
      such a number: a province, a day 1-31 (41-71 for women), a month, a serial number from 0001; also with the same one
      or two letters between all groups, where no other digit is joined to them;
    - behind a number, at the end of the text, twelve or more digits that read as the beginning of another: it was cut;
    - a number as Excel mangles it, 3.27E+15, of which at least the date stands there.
    Where these meet other numbers: what is wholly made of amounts, dates, telephones, codes of places and years, each
    written as such (`other_numbers`), is none, and none begins or ends in the middle of one. In a longer row of numbers, such
    as scores, sixteen digits are one only where also the regency, the district and a serial number below 1000 are likely.
    A decimal alone in its cell is a decimal; among words one of sixteen digits that reads as a number of a card is it.

    Counted: of 1,883 planted numbers in 269 spellings none is missed; of 254 other texts and of 1.1 million cells of the open
    tables and of a simulated workbook none is taken. Where small numbers that mean something else happen to read as one, they
    are taken for it: 3 of 1,000 rows of scores or counts, 8 of 1,000 of four-digit numbers.

    >>> identity_spans("32.76.11.1001 RT 001 RW 002; 0812-3456-7890; Rp1.250.000")
    []
    """
    if not may_hold(text):
        return []
    text, spans = text.replace(HIDDEN, BETWEEN), []
    for codes in (
        (False, True) if in_disguise(text) else (False,)
    ):  # %32760115... may be a code and digits, or digits behind a percent sign
        plain, places = bare(text, codes)
        found = [*_solid(plain, certain), *spelt(plain), *lettered(plain), *_mangled(plain)]
        found += cut_off(plain, found)
        spans += [(places[start][0], places[end - 1][1]) for start, end in found]
    return _apart(spans)


def holds_identity_number(text: str) -> bool:
    """Whether a text holds a number of an identity card (NIK) or a family card.

    >>> holds_identity_number("0000000000000000"), holds_identity_number("32.76.11.1001 RT 001 RW 002")
    (True, False)
    """
    return bool(identity_spans(text))


def mask(text: str, certain: bool = False) -> str:
    """The text with a sign in the place of every identity number; the rest, and every other text, as it was typed.

    With `certain` sixteen digits in a row that read as no number stay, for texts that also hold tickets of a draw.

    >>> mask("nomor 0000000000000000."), mask("0.0000000000000001")
    ('nomor [•••].', '0.0000000000000001')
    """
    while found := identity_spans(text, certain):  # anew, for what is left stands in another row of numbers
        for start, end in reversed(found):
            text = text[:start] + HIDDEN + text[end:]
    return text


def may_hold(text: str) -> bool:
    """Whether a text, or any of many joined by `BETWEEN`, may hold one: a quick look that never says no wrongly."""
    look = _MAY_HOLD if text.isascii() else _MAY_HOLD_IN_ANY_SCRIPT
    return look.search(text) is not None or in_disguise(text) or bool(lettered(text))


def only_digits(text: str) -> str:
    """The digits of a text that is nothing but digits and signs, "" where a letter stands in it.

    >>> only_digits(" 32.76 01-15 "), only_digits("RT 01")
    ('32760115', '')
    """
    plain, _ = bare(text)
    return "" if any(map(str.isalpha, plain)) else "".join(_GROUP.findall(plain))


def _solid(plain: str, certain: bool) -> list[Span]:
    spared = [m.span() for m in _PSEUDONYM.finditer(plain)] + [m.span() for m in DECIMAL.finditer(plain) if not is_card(plain, m)]
    digests = [m.span() for m in _HEXADECIMAL.finditer(plain)]
    runs = [m.span() for m in _SOLID.finditer(plain) if not _inside(m.span(), spared)]
    return [
        (start, end)
        for start, end in runs
        if not (certain or _inside((start, end), digests)) or any(reads(plain[at : at + 16]) for at in range(start, end - 15))
    ]


def _mangled(plain: str) -> list[Span]:
    """Numbers that Excel shows as a power of ten, E+15, with the date still in them."""
    found = []
    for match in _MANTISSA.finditer(plain):
        value = Decimal(match.group().replace(",", "."))
        written = sum(map(str.isdigit, re.split("[eE]", match.group())[0]))
        digits = f"{value:.0f}"
        if written >= 10 and value == int(value) and len(digits) == 16 and reads(digits[:12] + "0001"):
            found.append(match.span())
    return found


def _inside(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _apart(spans: list[Span]) -> list[Span]:
    """In order, those that overlap joined to one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
