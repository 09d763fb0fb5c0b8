"""Whole numbers a person gives: 3, 3.0 and numpy's 3 are three; True, 2.5, "3" and nothing are not."""

from __future__ import annotations

import math
from numbers import Real
from typing import Any

import numpy as np

from ..say.errors import WrongUse
from . import texts


def whole(value: Any, least: int = 0) -> int | None:
    """`value` as an int of at least `least`, or None where it is no such number.

    >>> whole(3.0), whole(2.5), whole("3"), whole(True), whole(0, least=1)
    (3, None, None, None, None)
    """
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real) or not (isinstance(value, int) or math.isfinite(value)):
        return None
    read = math.trunc(float(value)) if not isinstance(value, int | np.integer) else int(value)
    return read if read == value and read >= least else None


def check_whole(name: str, value: Any, least: int) -> None:
    """Refuse an argument that is no whole number of at least `least`; 3.0 too, for it is used as it stands.

    >>> check_whole("draws", 999, least=99)
    """
    if not isinstance(value, int | np.integer) or whole(value, least) is None:
        raise WrongUse(texts.NOT_AT_LEAST.fill(name=name, given=value, least=least))
    _refuse_card(name, int(value))


def seed_of(seed: Any) -> int:
    """A seed as an int of 0 or more, or WrongUse."""
    read = whole(seed)
    if read is None:
        raise WrongUse(texts.NO_SEED.fill(given=seed))
    _refuse_card("seed", read)
    return read


def _refuse_card(name: str, value: int) -> None:
    """What is printed so that others can work it out again may not be the number of a person, and so not one of 16 digits."""
    if value >= 10**15:
        raise WrongUse(texts.PRINTED_CARD.fill(name=name))


def year_of(year: Any) -> int:
    """A programme year as an int from 1900 to 2200, or WrongUse."""
    read = whole(year, least=1900)
    if read is None or read > 2200:
        raise WrongUse(texts.NO_PROGRAMME_YEAR.fill(given=year))
    return read
