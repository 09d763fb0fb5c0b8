"""Chance that belongs to a household and not to a place in a queue: the same key always draws the same numbers.

Each number is a mixing of the seed, the household's own number and what is asked (SplitMix64: Steele, Lea and Flood 2014,
OOPSLA). So a register does not depend on the pieces in which it is made, and nothing of earlier years is kept in memory.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

_STEP = 0x9E3779B97F4A7C15  # odd, so that steps of different streams never meet
_WHOLE = (1 << 64) - 1


def mixed(numbers: np.ndarray, stream: int = 0) -> np.ndarray:
    """64 random bits for each key of `numbers` (uint64); another `stream` gives others.

    >>> keys = np.arange(3, dtype=np.uint64)
    >>> bool((mixed(keys) == mixed(keys)).all()), bool((mixed(keys) == mixed(keys, 1)).any())
    (True, False)
    """
    bits = numbers + np.uint64((stream + 1) * _STEP & _WHOLE)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits ^= bits >> np.uint64(shift)
        bits *= np.uint64(factor)
    bits ^= bits >> np.uint64(31)
    return bits


def halves(bits: np.ndarray) -> np.ndarray:
    """Four uniform numbers below 65,536 of each 64 bits: (4, n)."""
    return np.ascontiguousarray(bits.view(np.uint16).reshape(-1, 4).T)


def bytes_of(bits: np.ndarray) -> np.ndarray:
    """Eight uniform numbers below 256 of each 64 bits: (8, n)."""
    return np.ascontiguousarray(bits.view(np.uint8).reshape(-1, 8).T)


@lru_cache(maxsize=1)
def quantiles() -> np.ndarray:
    """The standard normal value of each uniform number below 65,536."""
    from scipy.special import ndtri

    return ndtri((np.arange(65_536) + 0.5) / 65_536).astype(np.float32)
