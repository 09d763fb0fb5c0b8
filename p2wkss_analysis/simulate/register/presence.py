"""Who lives where in a year: households keep their number, some leave, others join, some move to another village.

Each village has places 0, 1, 2, ... A place is held by one household for 32 years and then by another, so that about three
in a hundred change each year. Every sixteenth place is held for 8 years, of which the last four in the next village.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .chance import mixed
from .sizes import Sizes

_STEADY, _RESTLESS = 32, 8  # years that a place is held
_EVERY, _FIRST = 16, 7  # places whose households move
_ERA = 2000  # before it no register begins


@dataclass(frozen=True, eq=False)
class Present:
    """Households of consecutive villages in one year, village by village.

    village: of `Sizes`, where it lives; origin: where its place is; place: number of the place there; holder: 0 for the first
    household that held it; key: 64 bits of its own, the same in every year.
    """

    village: np.ndarray
    origin: np.ndarray
    place: np.ndarray
    holder: np.ndarray
    key: np.ndarray


def present(sizes: Sizes, column: int, year: int, first: int, last: int, seed: int) -> Present:
    """Those who live in the villages `first` up to (without) `last` in `year`, whose sizes stand in `column`."""
    villages = np.arange(first, last)
    counts = sizes.counts[column]
    coming = (counts[sizes.source[villages]] + _EVERY - 1 - _FIRST) // _EVERY
    blocks = np.stack([counts[villages], coming], axis=1).ravel()  # of each village its own places, then those it takes from
    comes = np.repeat(np.tile([False, True], len(villages)), blocks)
    village = np.repeat(np.repeat(villages, 2), blocks)
    place = np.arange(blocks.sum()) - np.repeat(np.cumsum(blocks) - blocks, blocks)
    place = np.where(comes, place * _EVERY + _FIRST, place)
    origin = np.where(comes, sizes.source[village], village)
    base = mixed(mixed(sizes.numbers ^ np.uint64(seed), stream=92)[origin] + place.astype(np.uint64))
    restless = place % _EVERY == _FIRST
    term = np.where(restless, _RESTLESS, _STEADY)
    since = year + (base & np.uint64(31)).astype(np.int64) % term
    away = restless & (since % term >= _RESTLESS // 2)
    here = away == comes
    holder = (since // term - _ERA // term)[here]
    return Present(village[here], origin[here], place[here], holder, mixed(base[here] + holder.astype(np.uint64), stream=1))


def names_of(who: Present, sizes: Sizes) -> np.ndarray:
    """The id of each household as bytes (n, 21): its first village, a letter and six digits, `32.76.01.1001-A000042`.

    The letter parts the digits, so that no id can be taken for the number of a card.
    """
    text = np.empty((len(who.key), 21), dtype=np.uint8)
    first, last = int(who.origin.min()), int(who.origin.max()) + 1
    codes = np.frombuffer("".join(sizes.codes[first:last]).encode(), dtype=np.uint8).reshape(-1, 13)
    text[:, :13] = codes[who.origin - first]
    text[:, 13] = ord("-")
    text[:, 14] = ord("A") + who.holder
    left = (who.place + 1).astype(np.uint32)
    for digit in range(20, 14, -1):
        left, rest = np.divmod(left, np.uint32(10))
        text[:, digit] = ord("0") + rest
    return text
