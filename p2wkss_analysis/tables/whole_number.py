"""Whole numbers a person gives: 3, 3.0 and numpy's 3 are three; True, 2.5, "3" and nothing are not."""

from __future__ import annotations

import math
from numbers import Real

import numpy as np

from ..say.errors import WrongUse


def whole(value, least: int = 0) -> int | None:
    """`value` as an int of at least `least`, or None where it is no such number.

    >>> whole(3.0), whole(2.5), whole("3"), whole(True), whole(0, least=1)
    (3, None, None, None, None)
    """
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real) or not (isinstance(value, int) or math.isfinite(value)):
        return None
    return int(value) if value == int(value) and value >= least else None


def check_whole(name: str, value, least: int) -> None:
    """Refuse an argument that is no whole number of at least `least`; 3.0 too, for it is used as it stands.

    >>> check_whole("draws", 999, least=99)
    """
    if not isinstance(value, int | np.integer) or whole(value, least) is None:
        raise WrongUse(
            id=f"{name}={value!r}: harus bilangan bulat, paling kecil {least}.",
            en=f"{name}={value!r}: must be a whole number, at least {least}.",
        )
    _refuse_card(name, value)


def seed_of(seed) -> int:
    """A seed as an int of 0 or more, or WrongUse."""
    read = whole(seed)
    if read is None:
        raise WrongUse(
            id=f"Angka acuan (seed) harus bilangan bulat 0 atau lebih, bukan {seed!r}.",
            en=f"The seed must be a whole number of 0 or more, not {seed!r}.",
        )
    _refuse_card("seed", read)
    return read


def _refuse_card(name: str, value: int) -> None:
    """What is announced and printed so that others can work it out again may be no number of a person, and so none of 16 digits."""
    if value >= 10**15:
        raise WrongUse(
            id=f"{name} memuat nomor seperti NIK atau nomor kartu keluarga, padahal ikut tercetak. Pilih bilangan di bawah 16 angka.",
            en=f"{name} holds what looks like a NIK or family card number, and it is printed. Choose a number of fewer than 16 digits.",
        )


def year_of(year) -> int:
    """A programme year as an int from 1900 to 2200, or WrongUse."""
    read = whole(year, least=1900)
    if read is None or read > 2200:
        raise WrongUse(
            id=f"Tahun program harus tahun bulat empat angka, misalnya 2027, bukan {year!r}.",
            en=f"The programme year must be a whole year such as 2027, not {year!r}.",
        )
    return read
