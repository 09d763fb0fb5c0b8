"""Over which ranks each place moves, draw by draw, without keeping all the ranks."""

from __future__ import annotations

import numpy as np

CELLS = 300_000  # scores ranked at once


class RankRange:
    """Collects ranks over draws and gives the 95 % interval of each place.

    Only the smallest and largest fortieth of the ranks are kept, (draws // 40 + 1, places) each: the interval
    is exact, and 83,000 places take a few megabytes. `above` counts, for each place, the draws in which it
    stands above the place `last` (a tie counts half); `seen` the draws. Places with equal scores have the same ranks, from the
    first to the last that they hold together.
    """

    def __init__(self, places: int, draws: int):
        self.places, self.seen, self.above = places, 0, np.zeros(places)
        self._cut = draws // 40 + 1
        self._low = np.full((0, places), places, dtype=np.int32)
        self._high = np.zeros((0, places), dtype=np.int32)

    def add_draws(self, summands: np.ndarray, weights: np.ndarray, last: int) -> None:
        """Rank the places under every row of `weights` (draws, indicators); summands (places, indicators)."""
        step = max(1, CELLS // self.places)
        for start in range(0, len(weights), step):
            self.add(weights[start : start + step] @ summands.T, last)

    def add(self, scores: np.ndarray, last: int) -> None:
        """Rank the places by `scores` (draws, places)."""
        edge = scores[:, [last]]
        self.above += (scores > edge).sum(axis=0) + 0.5 * (scores == edge).sum(axis=0)
        order = np.argsort(-scores, axis=1, kind="stable")
        best, worst = _ranks(np.take_along_axis(scores, order, axis=1))
        self._low = self._kept(self._low, best, order, low=True)
        self._high = self._kept(self._high, worst, order, low=False)
        self.seen += len(scores)

    def _kept(self, before: np.ndarray, sorted_ranks: np.ndarray, order: np.ndarray, low: bool) -> np.ndarray:
        ranks = np.empty(order.shape, dtype=np.int32)
        np.put_along_axis(ranks, order, sorted_ranks, axis=1)
        all_ranks = np.vstack([before, ranks])
        if len(all_ranks) <= self._cut:
            return all_ranks
        if low:
            return np.partition(all_ranks, self._cut - 1, axis=0)[: self._cut]
        return np.partition(all_ranks, len(all_ranks) - self._cut, axis=0)[len(all_ranks) - self._cut :]

    def interval(self) -> tuple[np.ndarray, np.ndarray]:
        """The ranks left after cutting a fortieth of the draws from each end, (places,) each."""
        at = min(self.seen // 40, len(self._low) - 1)
        return np.sort(self._low, axis=0)[at], np.sort(self._high, axis=0)[len(self._high) - 1 - at]


def _ranks(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The best and the worst rank of each place, (draws, places) each, from scores that fall along each row."""
    n = scores.shape[1]
    place = np.arange(1, n + 1, dtype=np.int32)[None, :]
    tolerance = 1e-12 * max(float(np.abs(scores).max(initial=0)), np.finfo(float).tiny)  # equal places differ by rounding alone
    begins = np.ones(scores.shape, dtype=bool)
    np.less(scores[:, 1:], scores[:, :-1] - tolerance, out=begins[:, 1:])
    if begins.all():  # as a rule
        ranks = np.broadcast_to(place, scores.shape)
        return ranks, ranks
    ends = np.ones(scores.shape, dtype=bool)
    ends[:, :-1] = begins[:, 1:]
    best = np.maximum.accumulate(np.where(begins, place, 0), axis=1)
    worst = np.minimum.accumulate(np.where(ends, place, n)[:, ::-1], axis=1)[:, ::-1]
    return best, worst
