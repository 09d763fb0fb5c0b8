"""The ticket of a public draw: a number that anyone can work out again from the seed and the code of the place."""

from __future__ import annotations

import hashlib


def ticket(seed: int, area_code: str) -> str:
    """The ticket of one place: the SHA-256 digest (FIPS 180-4) of `seed|area_code`, 64 hexadecimal digits.

    >>> ticket(2027, "32.76.11.1001")[:8]
    '2834f3a7'
    """
    return hashlib.sha256(f"{seed}|{area_code}".encode()).hexdigest()
