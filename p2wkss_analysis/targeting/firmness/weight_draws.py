"""Weights other than the stated ones: what another reasonable committee might have set."""

from __future__ import annotations

import numpy as np

from ..index.aggregate import siblings
from ..index.specification import Specification


def draw_weights(spec: Specification, concentration: float | None, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Weights of every indicator in the whole, (draws, indicators), each row summing to 1.

    Within each family of siblings the shares are Dirichlet around the stated ones; `concentration` is how
    firmly they are held: the standard deviation of a share w is sqrt(w (1 - w) / (concentration + 1)). At
    20, three equal thirds range over about .15 to .55. None holds the stated weights fixed. A weight of
    zero stays zero.
    """
    stated = spec.family_weights
    drawn: dict[str, np.ndarray] = {}
    for family in siblings(spec.columns, spec.hierarchy).values():
        share = np.array([stated[name] for name in family])
        share = share / share.sum()
        if concentration is None:
            part = np.tile(share, (draws, 1))
        else:
            part = rng.standard_gamma(concentration * share, size=(draws, len(family)))
            part = part / part.sum(axis=1, keepdims=True)
        drawn |= {name: part[:, i] for i, name in enumerate(family)}
    out = np.empty((draws, len(spec.columns)))
    for j, name in enumerate(spec.columns):
        weight = drawn[name]
        while name in spec.hierarchy:
            name = spec.hierarchy[name]
            weight = weight * drawn.get(name, 1.0)
        out[:, j] = weight
    return out
