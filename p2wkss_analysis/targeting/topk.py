"""How often each place is among the top k, over very many weights: exact counts, few passes over memory.

The score is a weighted sum, so many draws are one matrix product. A full sort of 83,000 places for each
of 10,000 draws would take minutes; instead a small set of leading places gives, draw by draw, a floor
that the k-th score cannot be below, and only the few places at or above the floor are looked at.
"""

from __future__ import annotations

import numpy as np

LEADERS = 256  # draws from which the leading places are gathered
CELLS = 4_000_000  # cells of one block of scores: 16 MB in single precision


def top_k_counts(summands: np.ndarray, weights: np.ndarray, k: int) -> np.ndarray:
    """For every place, in how many draws it is among the k highest; places tied at the cut share it.

    summands (places, indicators), weights (draws, indicators), 1 <= k < places. Returns (places,), summing
    to k times draws. Above `CELLS` cells the product is made in single precision, and scores closer
    than a millionth of the spread count as tied.
    """
    places, draws = len(summands), len(weights)
    counts = np.zeros(places)
    if draws == 0:
        return counts
    single = places * draws > CELLS
    values, weights, tolerance = _prepare(summands, weights, single)
    leaders = _leaders(values, weights, k)
    step = max(1, CELLS // places)
    for start in range(0, draws, step):
        block = weights[start : start + step]
        floor = np.partition(block @ values[leaders].T, len(leaders) - k, axis=1)[:, len(leaders) - k]
        scores = block @ values.T
        rows, columns = np.divmod(np.flatnonzero(scores >= (floor - tolerance)[:, None]), places)
        _share_out(counts, rows, columns, scores[rows, columns], len(block), k, tolerance)
    return counts


def _prepare(summands, weights, single: bool):
    """Centred values (single precision where asked), and the difference below which scores are tied."""
    values = summands - summands.mean(axis=0)  # weights sum to 1: a shift changes no order
    spread = max(float(np.abs(values).max()), np.finfo(float).tiny)
    if not single:
        return values, weights, 1e-12 * spread
    return (values / spread).astype(np.float32), weights.astype(np.float32), np.float32(1e-6)


def _leaders(values: np.ndarray, weights: np.ndarray, k: int) -> np.ndarray:
    """Places among the top k in some of a spread of draws: any k of them give a valid floor."""
    if len(values) <= 4 * k:
        return np.arange(len(values))
    few = weights[:: max(1, len(weights) // LEADERS)][:LEADERS]
    found = np.zeros(len(values), dtype=bool)
    for start in range(0, len(few), 16):
        scores = few[start : start + 16] @ values.T
        found[np.unique(np.argpartition(scores, len(values) - k, axis=1)[:, len(values) - k :])] = True
    return np.flatnonzero(found)


def _share_out(counts, rows, columns, scores, draws: int, k: int, tolerance) -> None:
    """Adds one for every place clearly in the top k of a draw, and shares the rest among those tied at the cut."""
    order = np.lexsort((-scores, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    first = np.searchsorted(rows, np.arange(draws))
    cut = scores[first + k - 1][rows]  # the k-th highest score of each draw
    above, tied = scores > cut + tolerance, np.abs(scores - cut) <= tolerance
    left = k - np.bincount(rows[above], minlength=draws)
    share = left / np.bincount(rows[tied], minlength=draws)
    np.add.at(counts, columns[above], 1.0)
    np.add.at(counts, columns[tied], share[rows[tied]])
