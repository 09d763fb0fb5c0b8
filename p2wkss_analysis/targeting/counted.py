"""A count with its noun: one place, two places. Bahasa Indonesia has one form for both."""

from __future__ import annotations

from ..say import integer


def counted(n: int, one: str, more: str) -> str:
    """The count and its noun in English.

    >>> counted(1, "place", "places"), counted(1200, "place", "places")
    ('1 place', '1,200 places')
    """
    return f"{integer(n, 'en')} {one if n == 1 else more}"
