"""Among lists of the same total need, the one that comes first in the order of the candidates.

Rule, so that the same table always gives the same list whatever the order of its rows: go down the candidates
by score, then the second criterion, then ticket; take a household whenever some list of greatest total need holds it together
with all those taken before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

AT_ONCE = 16  # households the solver decides on together
FINEST = 2**20  # largest number of points times weights; beyond it the solver's tolerance could blur a weight


@dataclass(eq=False)
class Walk:
    """The state of going down the order. Arrays by block, (B,), unless said otherwise.

    taken: a list of greatest total · points, count · columns (R+1, B), low, high (R+1,): limits, the last row the
    length of the list · reduced: points beyond the prices of the places · room: points that may still be lost
    against those prices · places: for each block the places of its households in the order · solve: the integer
    solver · sure: how many of each block are decided to be in · closed: no more of it.
    """

    taken: np.ndarray
    points: np.ndarray
    columns: np.ndarray
    count: np.ndarray
    low: np.ndarray
    high: np.ndarray
    reduced: np.ndarray
    room: float
    places: list[np.ndarray]
    solve: Callable
    sure: np.ndarray = field(init=False)
    closed: np.ndarray = field(init=False)
    total: int = field(init=False)

    def __post_init__(self) -> None:
        self.sure = np.zeros_like(self.taken)
        self.closed = np.zeros(len(self.taken), dtype=bool)
        self.total = int(self.points @ self.taken)

    def settle(self, b: int) -> bool:
        """Decide on the next household of block `b` without the solver; False where that is not possible."""
        if self.taken[b] == self.sure[b]:
            if self.reduced[b] < -self.room:  # by weak duality no list with it has the greatest total
                self._close(b)
                return True
            if not self._exchange(b):
                return False
        self._take(b)
        return True

    def ask(self, blocks: np.ndarray) -> None:
        """Decide with the solver on the next households in the order, given by their blocks.

        Each has a variable of its own with a weight of half the one before it, below the worth of one point: so
        the best list is the one that comes first. Where points are too fine for such weights the first is asked alone.
        """
        points = self.points - self.points.min()
        size = min(len(blocks), int(np.log2(FINEST / (points.max() + 1)))) if points.max() < FINEST else 0
        if size < 2:
            self._ask_alone(blocks[0])
            return
        asked = blocks[:size]
        weights = 2 ** np.arange(size - 1, -1, -1)
        room = np.where(self.closed, 0, self.count - self.sure) - np.bincount(asked, minlength=len(points))
        used = self.columns @ self.sure
        answer = self.solve(
            np.hstack([self.columns, self.columns[:, asked]]),
            np.append(points * 2**size, points[asked] * 2**size + weights),
            np.zeros(len(points) + size),
            np.append(room, np.ones(size, dtype=np.int64)),
            self.low - used,
            self.high - used,
        )
        if answer is None or int(np.append(self.points, self.points[asked]) @ answer) != self.total - int(
            self.points @ self.sure
        ):
            self._ask_alone(blocks[0])
            return
        yes_of = answer[len(points) :]
        self.taken = (
            self.sure + answer[: len(points)] + np.bincount(asked, weights=yes_of, minlength=len(points)).astype(np.int64)
        )
        for b, yes in zip(asked, yes_of, strict=True):
            if yes:
                self._take(b)
            elif not self.closed[b]:
                self._close(b)

    def _take(self, b: int) -> None:
        self.sure[b] += 1
        self.room -= max(-self.reduced[b], 0.0)

    def _close(self, b: int) -> None:
        self.closed[b] = True
        self.room -= max(self.reduced[b], 0.0) * (self.count[b] - self.sure[b])

    def _exchange(self, b: int) -> bool:
        """Give `b` one household of another block of the same points, the latest in the order, where that fits."""
        givers = np.flatnonzero((self.points == self.points[b]) & (self.taken > self.sure))
        after = (self.columns @ self.taken)[:, None] + self.columns[:, [b]] - self.columns[:, givers]
        givers = givers[np.all((after >= self.low[:, None]) & (after <= self.high[:, None]), axis=0)]
        if not givers.size:
            return False
        partner = max(givers.tolist(), key=lambda g: self.places[g][self.taken[g] - 1])
        self.taken[b] += 1
        self.taken[partner] -= 1
        return True

    def _ask_alone(self, b: int) -> None:
        floor, ceiling = self.sure.copy(), np.where(self.closed, self.sure, self.count)
        floor[b] += 1
        other = None
        if (self.columns @ floor <= self.high).all():
            other = self.solve(self.columns, self.points, floor, ceiling, self.low, self.high)
        if other is None or int(self.points @ other) != self.total:
            self._close(b)
        else:
            self.taken = other
            self._take(b)


def first_in_order(
    block: np.ndarray,
    taken: np.ndarray,
    points: np.ndarray,
    columns: np.ndarray,
    count: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    reduced: np.ndarray,
    room: float,
    solve: Callable,
) -> np.ndarray:
    """Counts by block, (B,), of the first list among those with the total of `taken`.

    block (H,): the block of each household, households in their order; the rest as in `Walk`. `solve`, the
    integer solver, is asked only where neither the prices nor a single exchange settles the matter.
    """
    places = _places(block, len(taken))
    ordinal = np.empty(len(block), dtype=np.int64)  # 0 for the first of its block
    for own in places:
        ordinal[own] = np.arange(len(own))
    walk = Walk(taken.copy(), points, columns, count, low, high, reduced, room, places, solve)
    length = int(taken.sum())
    for at, b in enumerate(block):
        if walk.closed[b] or walk.sure[b] > ordinal[at]:
            continue
        if walk.sure.sum() == length:
            break
        if not walk.settle(b):
            ahead = block[at:]
            undecided = ~walk.closed[ahead] & (walk.sure[ahead] <= ordinal[at:])
            walk.ask(ahead[undecided][:AT_ONCE])
    return walk.taken


def _places(block: np.ndarray, size: int) -> list[np.ndarray]:
    order = np.argsort(block, kind="stable")
    return np.split(order, np.searchsorted(block[order], np.arange(1, size)))
