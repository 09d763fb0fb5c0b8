"""Programme sites chosen by need out of the register itself, and the effect that is planted on them."""

from __future__ import annotations

import numpy as np

from .chance import halves, mixed
from .sizes import Sizes

CUT = 4  # deciles up to this one are low
_MANY = 100  # villages of a regency from which two sites are chosen a year, not one


def chosen(low: np.ndarray, start: np.ndarray, sizes: Sizes, year: int) -> np.ndarray:
    """`start` (V,) with the sites of `year`: the highest shares in low deciles the year before, `low` (V,), among those never
    a site; one or two a regency, never more than half of its villages."""
    start = start.copy()
    need = np.where((start > 0) | np.isnan(low), -np.inf, low)
    ranked = np.lexsort((-need, sizes.regency))
    of = sizes.regency[ranked]
    many = np.bincount(sizes.regency)
    place = np.arange(len(of)) - np.searchsorted(of, of)
    served = np.bincount(sizes.regency, weights=start > 0, minlength=len(many))
    wanted = np.minimum(np.where(many >= _MANY, 2, 1), many // 2 - served)
    start[ranked[(place < wanted[of]) & np.isfinite(need[ranked])]] = year
    return start


def plant(decile: np.ndarray, key: np.ndarray, effect: float, number: np.uint64, year: int) -> float:
    """Moves households of one village across the cut, those nearest to it first, until the share in low deciles has changed by
    `effect` percentage points; gives the change as it came out: whole households, rounded up or down by chance so that it is
    `effect` on average."""
    known = int((decile > 0).sum())
    chance = halves(mixed(np.array([number ^ np.uint64(year << 40)], dtype=np.uint64), stream=96))[0, 0] / 65_536
    wanted = int(np.floor(abs(effect) * known / 100 + chance))
    may = np.flatnonzero((decile > 0) & ((decile <= CUT) == (effect < 0)))
    near = np.abs(decile[may] - (CUT + 0.5))
    moved = may[np.lexsort((key[may], near))[:wanted]]
    decile[moved] = CUT + 1 if effect < 0 else CUT
    return float(np.sign(effect) * 100 * len(moved) / known) if len(moved) else 0.0
