"""A count or a seed as given: a whole number that is not too small, or a sentence."""

from __future__ import annotations

import numpy as np

from ..errors import WrongUse


def whole(name: str, value, least: int) -> int:
    """The value as int; WrongUse where it is no whole number of at least `least`.

    >>> whole("draws", 999, least=99)
    999
    """
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, np.integer)) or value < least:
        raise WrongUse(
            id=f"{name}={value!r}: harus bilangan bulat, paling kecil {least}.",
            en=f"{name}={value!r}: must be a whole number, at least {least}.",
        )
    return int(value)
