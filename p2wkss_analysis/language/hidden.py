"""Numbers of family cards and identity cards: found in any text, and never said.

It stands below the errors, so that no sentence of this package can carry such a number, whoever wrote it.
"""

from __future__ import annotations

import re
import unicodedata

HIDDEN = "[\N{BULLET}\N{BULLET}\N{BULLET}]"  # stands where a number was

GAP = r"[\s._/'\u00a0\u2000-\u200f\u2010-\u2015\u2019\u202f\u2060\ufeff-]"
# Village codes and dates are full of digits and gaps, and are no identity numbers.
_HARMLESS = re.compile(r"(?<!\d)(?:\d{2}\.\d{2}\.\d{2}\.\d{4}|\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2})(?!\d)")
_SOLID = re.compile(r"\d{16,}")
_SPACED = re.compile(rf"(?<!\d)\d(?:{GAP}{{0,3}}\d){{15}}(?!{GAP}{{0,1}}\d)")
SUSPECT = re.compile(rf"\d(?:{GAP}{{0,3}}\d){{15}}")


def holds_identity_number(text: str) -> bool:
    """Whether a text holds a NIK or family card number: sixteen or more digits in a row, or a spaced or dotted group.

    A group in which gaps occur counts when it reads as such a number: province 11-97, day 1-31 (41-71 for women),
    month 1-12. A Kemendagri village code followed by RT and RW does not count.

    >>> holds_identity_number("0000000000000000"), holds_identity_number("32.76.11.1001 RT 001 RW 002")
    (True, False)
    """
    return bool(_find(unicodedata.normalize("NFKC", text)))


def mask(text: str, certain: bool = False) -> str:
    """The text with every identity number replaced by a sign; other texts come back as they are.

    With `certain` only what reads as such a number (province, day, month) is replaced, for texts that hold long
    decimals or codes as well.

    >>> mask("nomor 0000000000000000."), mask("0.0000000000000001", certain=True)
    ('nomor [•••].', '0.0000000000000001')
    """
    if not SUSPECT.search(text) and text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    found = [span for span in _find(plain) if not certain or _reads_as_number(re.sub(r"\D", "", plain[slice(*span)]))]
    for start, end in reversed(found):
        plain = plain[:start] + HIDDEN + plain[end:]
    return plain if found else text


def _find(text: str) -> list[tuple[int, int]]:
    """Where identity numbers stand: (start, end), in order and apart."""
    found = [match.span() for match in _SOLID.finditer(text)]
    rest = _HARMLESS.sub(lambda m: "x" * len(m.group()), text)
    for match in _SPACED.finditer(rest):
        if _reads_as_number(re.sub(r"\D", "", match.group())) and not any(
                start < match.end() and match.start() < end for start, end in found):
            found.append(match.span())
    return sorted(found)


def _reads_as_number(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 97 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
