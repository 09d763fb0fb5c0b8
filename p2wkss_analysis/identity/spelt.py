"""Sixteen digits spelt with other signs between them, told from a row of other numbers that happens to have sixteen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from .other_numbers import DECIMAL, JOINED, OTHERS, VILLAGE

Span = tuple[int, int]

_PROVINCES = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
_CHAIN = re.compile(r"(?<!\d)\d++(?:[\W_]++\d++)+")  # digits with anything but letters between them
_LETTERED = re.compile(
    r"(?<![^\W_])\d++([ \u00a0]*+[^\W\d_]{1,2}+[ \u00a0]*+)\d++(?:\1\d++)*+(?![^\W_])", re.IGNORECASE
)  # 4x4x4x4
_CUT = re.compile(r"[\W_]*(\d[\d\W_]*)\Z")
_GROUP = re.compile(r"\d+")


def spelt(plain: str) -> list[Span]:
    """Where such numbers stand in a text as `bare` gives it; some may overlap."""
    found = [window for chain in _CHAIN.finditer(plain) for window in _windows(plain, chain.span())]
    if not found:
        return []
    beside = _Beside(plain)
    return [window.span for window in found if beside.leave(window)]


def lettered(plain: str) -> list[Span]:
    """Where such numbers stand whose groups are joined by the same one or two letters, as "x" is for a dash.

    >>> lettered("1101x0101x0101x0001"), lettered("1101x0101x0101x00012"), lettered("12x34")
    ([(0, 19)], [], [])
    """
    return [found.span() for found in _LETTERED.finditer(plain) if reads("".join(_GROUP.findall(found.group())))]


def cut_off(plain: str, found: list[Span]) -> list[Span]:
    """What stands behind the last number found and reads as the beginning of another: a program cut the text, as Excel does
    names of sheets."""
    rest = _CUT.match(plain, max((end for _, end in found), default=len(plain)))
    if rest is None:
        return []
    digits = "".join(_GROUP.findall(rest[1]))
    return [rest.span(1)] if 12 <= len(digits) < 16 and reads(digits + "0001"[len(digits) - 12 :]) else []


def reads(digits: str) -> bool:
    """Whether sixteen digits read as a number: province, day (of women 40 more), month, serial number.

    >>> reads("11" + "01" * 7), reads("1" * 15)
    (True, False)
    """
    if len(digits) != 16 or int(digits[:2]) not in _PROVINCES or digits[12:] == "0000":
        return False
    return 1 <= int(digits[6:8]) % 40 <= 31 and int(digits[6:8]) <= 71 and 1 <= int(digits[8:10]) <= 12


def is_card(plain: str, decimal: re.Match) -> bool:
    """Whether what is written as a decimal is a card number: 1.NUMBER in a list, or NUMBER with one point in it."""
    whole, fraction = re.split("[.,]", re.split("[eE]", decimal.group())[0])
    return decimal.group() != plain.strip(" +-") and whole != "0" and (reads(whole + fraction) or reads(fraction))


@dataclass(frozen=True)
class _Window:
    """Neighbouring groups with sixteen digits together, in a chain of `size` digits of which `before` stand before it."""

    groups: list[Span]
    digits: str
    chain: Span
    before: int
    size: int
    several: bool = False  # the whole chain is such numbers, two or more: more than chance

    @property
    def span(self) -> Span:
        return self.groups[0][0], self.groups[-1][1]


def _windows(plain: str, chain: Span) -> list[_Window]:
    """The windows of a chain that read as a number: the whole chain where it does, even a short one with some digits too many."""
    groups = [match.span() for match in _GROUP.finditer(plain, *chain)]
    ends = list(accumulate(end - start for start, end in groups))
    found, last = [], 0
    for first, (start, end) in enumerate(groups):
        before = ends[first] - (end - start)
        while last + 1 < len(groups) and ends[last] - before < 16:
            last += 1
        if last > first and ends[last] - before == 16:
            digits = "".join(plain[a:b] for a, b in groups[first : last + 1])
            if reads(digits):
                found.append(_Window(groups[first : last + 1], digits, chain, before, ends[-1]))
    digits = "".join(plain[a:b] for a, b in groups)
    if len(digits) % 16 == 0 and all(reads(digits[at : at + 16]) for at in range(0, len(digits), 16)):
        several = len(digits) > 16
        apart = [replace(window, several=several) for window in found if window.before % 16 == 0]
        alone = sum(end - start == 16 for start, end in groups)
        return (
            apart if 16 * (len(apart) + alone) == len(digits) else [_Window(groups, digits, chain, 0, len(digits), several)]
        )  # they run into each other
    if found or not 16 < len(digits) <= 20 or len(groups) > 7:
        return found
    return [_Window(groups, some, chain, 0, 16) for some in (digits[:16], digits[-16:]) if reads(some) and _likely(some)]


def _likely(digits: str) -> bool:
    """Regencies have numbers to 37, cities from 71, districts to 60; few districts give a thousand numbers in a day."""
    regency, district = int(digits[2:4]), int(digits[4:6])
    return (1 <= regency <= 37 or 71 <= regency <= 79) and 1 <= district <= 60 and digits[12] == "0"


class _Beside:
    """The other numbers of a text, and what they leave of a window."""

    def __init__(self, plain: str):
        self._plain = plain
        self._villages = {match.start() for match in VILLAGE.finditer(plain)}
        self._taken, self._inner, self._joined = (
            bytearray(len(plain) + 1) for _ in range(3)
        )  # by other numbers; inside one; inside a joined one
        for form in (VILLAGE, *OTHERS, JOINED):
            for start, end in (match.span() for match in form.finditer(plain) if not self._is_card(match)):
                inner = self._joined if form is JOINED else self._inner
                inner[start + 1 : end] = b"\1" * (end - start - 1)
                if form is not JOINED:
                    self._taken[start:end] = b"\1" * (end - start)
        self._free = [0, *accumulate(sign.isdigit() and not taken for sign, taken in zip(plain, self._taken, strict=False))]

    def leave(self, window: _Window) -> bool:
        """Whether the window is a number: it cuts no other, is not made of others, and stands for itself."""
        start, end = window.span
        if all(self._taken[a] for a, _ in window.groups):
            return False
        if window.several:
            return True
        if self._inner[start] or self._inner[end]:
            return False
        if start in self._villages and not self._goes_on(window):
            return False
        # In a longer row of numbers more is asked, the more the smaller they are.
        if window.before % 16 == window.size % 16 == 0 or _likely(window.digits):
            return True
        beside = self._count(window.chain) - self._count(window.span)
        return not (self._joined[start] or self._joined[end]) and beside <= (4 if len(window.groups) < 8 else 0)

    def _is_card(self, found: re.Match) -> bool:
        decimal = DECIMAL.fullmatch(self._plain, *found.span())
        return decimal is not None and is_card(self._plain, decimal)

    def _count(self, span: Span) -> int:
        return self._free[span[1]] - self._free[span[0]]

    def _goes_on(self, window: _Window) -> bool:
        """Whether year and serial number stand behind what may be the dotted code of a village."""
        rest = [self._plain[a:b] for a, b in window.groups[4:]]
        return [len(part) for part in rest] in ([6], [2, 4]) and rest[-1][:2] not in ("19", "20")
