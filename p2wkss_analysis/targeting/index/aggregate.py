"""From indicators to one score: how far a bad aspect may be made up for by a good one.

The arithmetic mean lets them make up for each other fully, the geometric less, the harmonic hardly.
With one mean at every level of the hierarchy, each of them is a monotone function of a plain weighted
sum: of the values, of their logarithms, of minus their inverses. Everything about stability rests on that.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

MEANS = ("arithmetic", "geometric", "harmonic")


def to_sum(x: np.ndarray, mean: str) -> np.ndarray:
    """Values to the scale on which the mean is a weighted sum; increasing in `x`."""
    if mean == "geometric":
        return np.log(x)
    return -1.0 / x if mean == "harmonic" else x


def from_sum(total: np.ndarray, mean: str) -> np.ndarray:
    """The weighted sum back to a score in the scale of the values."""
    if mean == "geometric":
        return np.exp(total)
    return -1.0 / total if mean == "harmonic" else total


def weighted_mean(x: np.ndarray, weights: np.ndarray, mean: str = "arithmetic") -> np.ndarray:
    """Mean over the last axis: x (..., indicators), weights (indicators,) of any sum above 0.

    Geometric and harmonic need values above 0.

    >>> float(weighted_mean(np.arange(1.0, 11), np.arange(10.0, 0, -1), "geometric").round(6))
    3.205381
    """
    return from_sum(to_sum(x, mean) @ (weights / weights.sum()), mean)


def leaf_weights(leaves: list[str], parents: Mapping[str, str], weights: Mapping[str, float]) -> np.ndarray:
    """Weight of every indicator in the whole: the product of its shares among siblings up the hierarchy.

    parents: child to parent, without an entry for what stands at the top. weights: by name, any positive
    scale within siblings. Returns (indicators,), summing to 1.

    >>> leaf_weights(["a", "b", "c"], {"a": "x", "b": "x", "c": "y"}, dict(a=1, b=1, c=1, x=1, y=1))
    array([0.25, 0.25, 0.5 ])
    """
    share: dict[str, float] = {}
    for family in siblings(leaves, parents).values():
        total = sum(weights[name] for name in family)
        share |= {name: weights[name] / total for name in family}
    out = []
    for leaf in leaves:
        weight, name = share[leaf], leaf
        while name in parents:
            name = parents[name]
            weight *= share.get(name, 1.0)
        out.append(weight)
    return np.array(out)


def siblings(leaves: list[str], parents: Mapping[str, str]) -> dict[str, list[str]]:
    """Children of every parent, in order; the top's name is "" or the single name at the top."""
    names = list(leaves)
    families: dict[str, list[str]] = {}
    seen = set(names)
    for name in names:  # grows while it is walked: parents are appended below
        parent = parents.get(name, "")
        if parent and parent not in seen:
            seen.add(parent)
            names.append(parent)
    for name in names:
        families.setdefault(parents.get(name, ""), []).append(name)
    top = families.get("", [])
    if len(top) == 1 and top[0] not in leaves:
        del families[""]  # a single name at the top is the index itself, not a part of it
    return families


def level_scores(
    x: np.ndarray, leaves: list[str], parents: Mapping[str, str], weights: Mapping[str, float], mean: str = "arithmetic"
) -> dict[str, np.ndarray]:
    """The score of every aspect of the hierarchy and of the whole (under "" or its own name), each (places,)."""
    families = siblings(leaves, parents)
    scores = {name: x[:, i] for i, name in enumerate(leaves)}

    def score(name: str) -> np.ndarray:
        if name not in scores:
            parts = families[name]
            stacked = np.column_stack([score(part) for part in parts])
            scores[name] = weighted_mean(stacked, np.array([weights[part] for part in parts], float), mean)
        return scores[name]

    for name in families:
        score(name)
    return {name: scores[name] for name in families}
