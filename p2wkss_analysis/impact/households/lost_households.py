"""What households that were not seen again could change: Lee's bounds on the answer that follows from the choice."""

from __future__ import annotations

import numpy as np

from .designs.choice import Choice
from .designs.given_rule import designs
from .lee_bounds import LeeBounds, lee_bounds
from .table import Waves

LEAST_RESAMPLED = 10  # RTs a side below which resampling them understates the error of the bounds


def bounds_given_rule(waves: Waves, choice: Choice, endline: int, draws: int, seed: int) -> LeeBounds:
    """Lee's (2009) bounds on what the headline's regression leaves open; where the headline is a range, the lower of the
    lower and the higher of the upper bounds."""
    pair = waves.pair(endline)
    known = np.isfinite(waves.values[waves.baseline])
    helped, cluster = waves.assisted[known], np.unique(waves.cluster[known], return_inverse=True)[1]
    enough = min(len(np.unique(cluster[helped])), len(np.unique(cluster[~helped]))) >= LEAST_RESAMPLED
    found = []
    for seen, design in designs(pair, choice):
        left = np.full(len(waves.assisted), np.nan)
        left[seen.household] = design.left_open(seen.assisted)
        found.append(lee_bounds(left[known], helped, cluster if enough else None, min(draws, 199), seed))
    low, high = min(found, key=lambda b: b.low), max(found, key=lambda b: b.high)
    return LeeBounds(low.low, high.high, low.low_error, high.high_error, low.trimmed, low.share)
