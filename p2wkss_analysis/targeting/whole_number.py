"""Reading a count that a person typed: 3, 3.0 and numpy's 3 are three; True, 2.5, "3" and nothing are not."""

from __future__ import annotations

import math
from numbers import Real


def whole(value, least: int = 0) -> int | None:
    """`value` as an int of at least `least`, or None where it is no such number.

    >>> whole(3.0), whole(2.5), whole("3"), whole(True), whole(0, least=1)
    (3, None, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and value >= least else None
