"""Among lists of the same total need, the one that comes first in the order of the candidates.

Rule, so that the same table always gives the same list whatever the order of its rows: go down the candidates
by score and then household_id; take a household whenever some list of greatest total need holds it together
with all those taken before it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def first_in_order(block: np.ndarray, taken: np.ndarray, points: np.ndarray, columns: np.ndarray,
                   count: np.ndarray, low: np.ndarray, high: np.ndarray, solve: Callable) -> np.ndarray:
    """Counts by block, (B,), of the first list among those with the total of `taken`.

    block (H,): the block of each household, households in their order · taken (B,): one list of greatest total ·
    points, count (B,) · columns (R+1, B) with low, high (R+1,): limits, the last row the length of the list ·
    solve: the integer solver, asked only where no single exchange settles the matter.
    """
    taken, sure = taken.copy(), np.zeros_like(taken)
    closed = np.zeros(len(taken), dtype=bool)
    total, use = int(points @ taken), columns @ taken
    last = _last_places(block, len(taken))
    for b in block:
        left = int(taken.sum() - sure.sum())
        if left == 0:
            break
        if closed[b]:
            continue
        if taken[b] > sure[b]:
            sure[b] += 1
            continue
        partner = _exchange(b, taken, sure, points, columns, use, low, high, last)
        if partner is None:
            ceiling = np.where(closed, sure, count)
            floor = sure.copy()
            floor[b] += 1
            other = None
            if _possible(columns, floor, ceiling, low, high):
                other = solve(columns, points, floor, ceiling, low, high)
            if other is None or int(points @ other) != total:
                closed[b] = True
                continue
            taken = other
        else:
            taken[b] += 1
            taken[partner] -= 1
        use = columns @ taken
        sure[b] += 1
    return taken


def _last_places(block: np.ndarray, size: int) -> list[np.ndarray]:
    order = np.argsort(block, kind="stable")
    return np.split(order, np.searchsorted(block[order], np.arange(1, size)))


def _exchange(b, taken, sure, points, columns, use, low, high, last):
    """A block that can give one household for one of `b` at the same points, the latest in the order; or None."""
    givers = np.flatnonzero((points == points[b]) & (taken > sure))
    if not givers.size:
        return None
    after = use[:, None] + columns[:, [b]] - columns[:, givers]
    fits = np.all((after >= low[:, None]) & (after <= high[:, None]), axis=0)
    givers = givers[fits]
    if not givers.size:
        return None
    return max(givers.tolist(), key=lambda g: last[g][taken[g] - 1])


def _possible(columns, floor, ceiling, low, high) -> bool:
    """Whether the limits, one by one, leave room between floor and ceiling."""
    least = columns @ floor
    places_left = high[-1] - least[-1]
    return bool(np.all(least <= high) and np.all(columns @ ceiling >= low) and np.all(least + places_left >= low))
