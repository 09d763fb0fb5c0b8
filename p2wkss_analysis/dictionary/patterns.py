"""Patterns from a file of somebody else: tried on a cell in little time, or not taken at all.

Python tries a pattern in one way after the other. "(a+)+b" has more ways on thirty letters than a computer can try, so the
ways are counted beforehand, on a cell of the greatest length that is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser of Python's own patterns; it has no public name

LONGEST = 200  # characters of a pattern, and of a cell that is tried; a longer cell fits no pattern
_MOST_WAYS = 100_000
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_ONE_WAY = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN, _constants.AT, _constants.CATEGORY)


def as_pattern(text: str) -> re.Pattern | None:
    r"""The pattern, made ready; None where it is not valid or may take long.

    >>> as_pattern(r"\d{2}(\.\d{2})?").fullmatch("32.76") is not None, as_pattern("(a+)+b"), as_pattern("(")
    (True, None, None)
    """
    try:
        if len(text) > LONGEST or _ways(_parser.parse(text, re.ASCII)) > _MOST_WAYS:
            return None
        return re.compile(text, re.ASCII)
    except (re.error, RecursionError, OverflowError, ValueError, MemoryError):
        return None


def fits(pattern: re.Pattern, text: str) -> bool:
    """Whether a whole cell has the form."""
    return len(text) <= LONGEST and pattern.fullmatch(text) is not None


def _ways(parsed: Iterable) -> float:
    """In how many ways at most a pattern can be tried on a cell."""
    product = 1.0
    for kind, detail in parsed:
        if kind is _constants.SUBPATTERN:
            product *= _ways(detail[-1])
        elif kind is _constants.BRANCH:
            product *= sum(map(_ways, detail[1]))
        elif kind in _REPEATS:
            least, most, inside = detail
            least, most, each = min(least, LONGEST), min(int(most), LONGEST), _ways(inside)
            product *= (
                most - least + 1 if each == 1 else sum(min(each**n, 1e9) for n in range(least, most + 1)) if each < 1e6 else 1e9
            )
        elif kind not in _ONE_WAY:
            return float("inf")
        product = min(product, 1e12)
    return product
