"""How often each place is among the top k, over very many weights: exact counts from little work.

The score is a weighted sum, so many draws are one matrix product. Sorting 83,000 places for each of 10,000
draws would still take minutes. Two exact savings: a few leading places give, draw by draw, a floor that
the k-th score cannot be below; and a bound on how far a place can move with the weights leaves out all
those that cannot reach the floor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEADERS = 64  # most draws from which the leading places are gathered
BLOCK = 128  # draws worked on at once
CELLS = 1_000_000  # scores held at once: 4 MB in single precision, about what a core's cache holds
SINGLE = 4_000_000  # from this many scores in all, single precision


@dataclass(frozen=True, eq=False)
class Linear:
    """Places as points whose score is a weighted sum. values (places, indicators), centred; middle: their score
    at the mean weights; spread: the length of what a change of weights can act on. tolerance: scores
    closer than this are tied."""

    values: np.ndarray
    middle: np.ndarray
    spread: np.ndarray
    tolerance: float

    def reach(self, distance: float) -> np.ndarray:
        """The most each place can score when the weights are `distance` from their mean (Cauchy-Schwarz; a
        change of weights sums to zero, so only differences between a place's own values count)."""
        return self.middle + distance * self.spread + self.tolerance


def top_k_counts(summands: np.ndarray, weights: np.ndarray, k: int) -> np.ndarray:
    """For every place, in how many draws it is among the k highest; places tied at the cut share it.

    summands (places, indicators), weights (draws, indicators) with rows that sum to 1, 1 <= k < places.
    Returns (places,), summing to k times draws. From `SINGLE` scores on they are made in single
    precision, and scores closer than a millionth of the largest value count as tied.
    """
    counts = np.zeros(len(summands))
    if not len(weights):
        return counts
    centre = weights.mean(axis=0)
    places = _linear(summands, centre, len(summands) * len(weights) >= SINGLE)
    weights = weights.astype(places.values.dtype)
    leaders = _leaders(places.values, weights, k)
    distance = np.linalg.norm(weights - centre, axis=1)
    order = np.argsort(distance)  # draws alike in distance share one bound
    for start in range(0, len(order), BLOCK):
        draws = order[start : start + BLOCK]
        block = weights[draws]
        led = block @ places.values[leaders].T
        floor = np.partition(led, len(leaders) - k, axis=1)[:, len(leaders) - k] - places.tolerance
        within = np.flatnonzero(places.reach(distance[draws].max()) >= floor.min())
        rows, columns, scores = _at_or_above(places.values, within, block, floor)
        _share_out(counts, rows, columns, scores, len(block), k, places.tolerance)
    return counts


def counts_of_scores(scores: np.ndarray, k: int) -> np.ndarray:
    """The same counts from scores that are already there, (draws, places)."""
    draws, places = scores.shape
    tolerance = 1e-12 * max(float(np.abs(scores).max()), np.finfo(float).tiny)
    floor = np.partition(scores, places - k, axis=1)[:, [places - k]] - tolerance
    rows, columns = np.divmod(np.flatnonzero(scores >= floor), places)
    counts = np.zeros(places)
    _share_out(counts, rows, columns, scores[rows, columns], draws, k, tolerance)
    return counts


def _linear(summands: np.ndarray, centre: np.ndarray, single: bool) -> Linear:
    kind = np.float32 if single else np.float64
    values: np.ndarray = np.empty(summands.shape, dtype=kind)
    # weights sum to 1, so taking the mean off every indicator changes no order
    np.subtract(summands, summands.mean(axis=0), out=values, casting="same_kind")
    values /= max(float(np.abs(values).max()), np.finfo(kind).tiny)
    squares = np.einsum("ij,ij->i", values, values) - values.shape[1] * values.mean(axis=1) ** 2
    slack = 3e-3 if single else 1e-7  # the bound is kept wide enough for its own rounding
    spread = np.sqrt(np.maximum(squares, 0.0)) + slack
    return Linear(values, values @ centre.astype(kind), spread, 1e-6 if single else 1e-12)


def _leaders(values: np.ndarray, weights: np.ndarray, k: int) -> np.ndarray:
    """Places among the top k in some of a spread of draws: any k of them give a valid floor."""
    if len(values) <= 4 * k:
        return np.arange(len(values))
    number = min(LEADERS, max(1, len(weights) // 8))
    few = weights[:: len(weights) // number][:number]
    found = np.zeros(len(values), dtype=bool)
    step = max(1, CELLS // len(values))
    for start in range(0, len(few), step):
        scores = few[start : start + step] @ values.T
        found[np.unique(np.argpartition(scores, len(values) - k, axis=1)[:, len(values) - k :])] = True
    return np.flatnonzero(found)


def _at_or_above(values: np.ndarray, within: np.ndarray, weights: np.ndarray, floor: np.ndarray) -> tuple[np.ndarray, ...]:
    """Draw, place and score of everything at or above the floor of its draw, among the places `within`."""
    found = []
    step = max(1, CELLS // len(weights))
    for start in range(0, len(within), step):
        some = within[start : start + step]
        scores = weights @ values[some].T
        rows, columns = np.divmod(np.flatnonzero(scores >= floor[:, None]), len(some))
        found.append((rows, some[columns], scores[rows, columns]))
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))


def _share_out(
    counts: np.ndarray, rows: np.ndarray, columns: np.ndarray, scores: np.ndarray, draws: int, k: int, tolerance: float
) -> None:
    """Adds one for every place clearly in the top k of a draw, and shares the rest among those tied at the cut."""
    order = np.lexsort((-scores, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    first = np.searchsorted(rows, np.arange(draws))
    cut = scores[first + k - 1][rows]  # the k-th highest score of each draw
    above, tied = scores > cut + tolerance, np.abs(scores - cut) <= tolerance
    left = k - np.bincount(rows[above], minlength=draws)
    share = left / np.bincount(rows[tied], minlength=draws)
    counts += np.bincount(columns[above], minlength=len(counts))
    counts += np.bincount(columns[tied], weights=share[rows[tied]], minlength=len(counts))
