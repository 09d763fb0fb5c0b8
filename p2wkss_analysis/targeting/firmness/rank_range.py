"""Over which ranks each place moves, draw by draw, without keeping all the ranks."""

from __future__ import annotations

import numpy as np

CELLS = 300_000  # scores ranked at once


class RankRange:
    """Collects ranks over draws and gives the 95 % interval of each place.

    Only the smallest and largest fortieth of the ranks are kept, (draws // 40 + 1, places) each: the interval
    is exact, and 83,000 places take a few megabytes. `above` counts, for each place, the draws in which it
    stands above the place `last` (a tie counts half); `seen` the draws.
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
        ranks = np.empty(scores.shape, dtype=np.int32)
        np.put_along_axis(ranks, order, np.arange(1, self.places + 1, dtype=np.int32)[None, :], axis=1)
        self._keep(ranks)
        self.seen += len(scores)

    def _keep(self, ranks: np.ndarray) -> None:
        low, high = np.vstack([self._low, ranks]), np.vstack([self._high, ranks])
        if len(low) > self._cut:
            low = np.partition(low, self._cut - 1, axis=0)[: self._cut]
            high = np.partition(high, len(high) - self._cut, axis=0)[len(high) - self._cut :]
        self._low, self._high = low, high

    def interval(self) -> tuple[np.ndarray, np.ndarray]:
        """The ranks left after cutting a fortieth of the draws from each end, (places,) each."""
        at = min(self.seen // 40, len(self._low) - 1)
        return np.sort(self._low, axis=0)[at], np.sort(self._high, axis=0)[len(self._high) - 1 - at]
