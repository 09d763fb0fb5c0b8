"""Households that need cannot tell apart: of the same score, one on the list and one off it, and either could stand there.

Between them a second criterion decides, and between those alike in it too a draw by lot. The result says so for each.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .candidates import Candidates
from .neediest import Best, make_blocks


def decided_by_lot(made: Candidates, best: Best) -> np.ndarray:
    """(N,) True for every household that could change places with another alike in score and second criterion."""
    level = np.unique(np.column_stack([made.points, -made.second]), axis=0, return_inverse=True)[1].reshape(-1)
    return alike(replace(made, points=level.astype(np.int64)), best)


def alike(made: Candidates, best: Best) -> np.ndarray:
    """(N,) True for every household that could change places with another of its score, all limits still met.

    Households placed by decision are not among them. Exchanges of one for one are looked at; two lists of the same
    total can also differ by several exchanges that only fit together.
    """
    blocks = make_blocks(made)
    block = np.repeat(np.arange(len(blocks.count)), blocks.count)
    on_list = best.chosen[blocks.rows]
    taken = np.bincount(block[on_list], minlength=len(blocks.count))
    sums = blocks.columns @ taken
    gives, takes = np.zeros(len(taken), dtype=bool), np.zeros(len(taken), dtype=bool)
    for points in np.intersect1d(blocks.points[taken > 0], blocks.points[taken < blocks.count]):
        level = blocks.points == points
        givers, takers = np.flatnonzero(level & (taken > 0)), np.flatnonzero(level & (taken < blocks.count))
        for giver in givers:
            after = sums[:, None] - blocks.columns[:, [giver]] + blocks.columns[:, takers]
            fits = np.all((after >= blocks.low[:, None]) & (after <= blocks.high[:, None]), axis=0)
            gives[giver] |= fits.any()
            takes[takers[fits]] = True
    equal = np.zeros(len(made.ids), dtype=bool)
    equal[blocks.rows] = np.where(on_list, gives[block], takes[block])
    return equal
