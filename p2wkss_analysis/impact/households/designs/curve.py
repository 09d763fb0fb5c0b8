"""A figure that decided, as columns of a regression: bent where the data can show a bend, and quiet in the far tails."""

from __future__ import annotations

import numpy as np
from scipy.stats import norm, rankdata

FEW_VALUES = 12  # up to so many different values (deciles, classes) the figure is read as ranks
BENT = 5  # of few values, how many it takes for a bend
SPIKE = 0.1  # share of households at one and the same value (no income at all) from which that value is a group of its own
FAR = 3.0  # robust standard deviations beyond which a value counts as that far and no farther


def curve(x: np.ndarray, degree: int) -> np.ndarray:
    """(n, k) columns that follow a smooth function of x (n,), finite.

    Up to `FEW_VALUES` different values: the normal scores of the mid-ranks, since the steps between deciles are not equal
    steps in welfare, and their square from `BENT` values on (deciles 1-2 of ten, skewed incomes, a level that moves: 28 %
    false alarms on a straight line, 4 with the square; below that a bend could not be told from the step). More values:
    powers up to `degree` of the value in robust standard deviations, held at `FAR`; beside them the value itself where
    some lie beyond, and an indicator of a value that `SPIKE` of the households share.

    Why a cubic: on skewed incomes and real wages chosen by the first-visit figure itself a straight line gives 13 to
    78 % false alarms, a square 6 to 23, a cubic held in the tails 2 to 7 (`benchmarks/families.md`).

    >>> curve(np.array([1.0, 1, 2, 2, 3, 3]), 3).round(2).ravel().tolist()
    [-0.97, -0.97, 0.0, 0.0, 0.97, 0.97]
    """
    values, counts = np.unique(x, return_counts=True)
    if len(values) <= FEW_VALUES:
        if len(values) < 2:
            return np.empty((len(x), 0))
        score = normal_scores(x)
        return np.column_stack([score, score**2]) if len(values) >= BENT and degree > 1 else score[:, None]
    middle = np.median(x)
    width = 1.4826 * np.median(np.abs(x - middle))
    width = width if width > 0 else float(x.std())
    z = (x - middle) / width
    held = np.clip(z, -FAR, FAR)
    columns = [held**power for power in range(1, degree + 1)]
    if (held != z).any():
        columns.append(z / np.abs(z).max())
    if counts.max() > SPIKE * len(x):
        columns.append((x == values[np.argmax(counts)]).astype(float))
    return np.column_stack(columns)


def normal_scores(x: np.ndarray) -> np.ndarray:
    """(n,) x by its ranks, as a normal variable would have them: blind to the scale on which an office keeps its score.

    >>> normal_scores(np.array([1.0, 10, 1000])).round(2).tolist()
    [-0.97, 0.0, 0.97]
    """
    return norm.ppf((rankdata(x) - 0.5) / len(x))


def independent(columns: np.ndarray) -> np.ndarray:
    """(n, j) the columns of (n, k) that say something beyond a constant and those before them.

    >>> independent(np.array([[1.0, 2, 1], [1, 4, 0], [1, 6, 0]])).shape
    (3, 2)
    """
    n = len(columns)
    base, kept = np.ones((n, 1)) / np.sqrt(max(n, 1)), []
    for column in columns.T:
        left = column - base @ (base.T @ column)
        left = left - base @ (base.T @ left)
        size = float(np.linalg.norm(left))
        if size > 1e-8 * max(float(np.linalg.norm(column)), 1e-300):
            base = np.column_stack([base, left / size])
            kept.append(column)
    return np.column_stack(kept) if kept else np.empty((n, 0))
