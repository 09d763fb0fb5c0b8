"""Reading a count that a person typed: 3, 3.0 and numpy's 3 are three; True, 2.5, "3" and nothing are not."""

from __future__ import annotations

import math
from numbers import Real

from ..errors import WrongUse


def whole(value, least: int = 0) -> int | None:
    """`value` as an int of at least `least`, or None where it is no such number.

    >>> whole(3.0), whole(2.5), whole("3"), whole(True), whole(0, least=1)
    (3, None, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and value >= least else None


def seed_of(seed) -> int:
    """A seed as an int of 0 or more, or WrongUse."""
    read = whole(seed)
    if read is None:
        raise WrongUse(
            id=f"Angka awal undian (seed) harus bilangan bulat 0 atau lebih, bukan {seed!r}.",
            en=f"The seed must be a whole number of 0 or more, not {seed!r}.",
        )
    return read


def year_of(year) -> int:
    """A programme year as an int from 1900 to 2200, or WrongUse."""
    read = whole(year, least=1900)
    if read is None or read > 2200:
        raise WrongUse(
            id=f"Tahun program harus tahun bulat empat angka, misalnya 2027, bukan {year!r}.",
            en=f"The programme year must be a whole year such as 2027, not {year!r}.",
        )
    return read
