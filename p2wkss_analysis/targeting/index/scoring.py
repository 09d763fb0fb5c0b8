"""From values to scores, as functions of arrays: the one path that index, stability and explanation share."""

from __future__ import annotations

import numpy as np

from ...say.errors import WrongUse
from . import texts
from .aggregate import to_sum
from .normalise import normalise
from .specification import Specification


def normalised(values: np.ndarray, spec: Specification) -> np.ndarray:
    """Every indicator on one scale, more being needier.

    values: (..., places, indicators) in their own units, no gaps; returns the same shape. The leading
    axes are other versions of the same table (measurement error), each put on its own scale. Single
    precision stays single.
    """
    out = np.empty_like(values)
    for j, (column, direction) in enumerate(spec.indicators.items()):
        sign = 1 if direction == "higher" else -1
        posts = spec.goalposts_of(column, sign)
        out[..., j] = normalise(sign * values[..., j], spec.normalise, posts, spec.ends)
    return out


def summands(values: np.ndarray, spec: Specification) -> np.ndarray:
    """What the weights multiply: the score is `from_sum(summands @ weights)`. Same shape as `values`."""
    return to_sum(normalised(values, spec), spec.aggregate)


def refuse_without_spread(values: np.ndarray, spec: Specification) -> None:
    """An indicator that is the same everywhere cannot rank anyone, and has no scale."""
    if spec.normalise == "goalposts":
        return
    for j, column in enumerate(spec.columns):
        if np.ptp(values[:, j]) == 0:
            raise WrongUse(texts.NO_SPREAD.fill(column=column))
