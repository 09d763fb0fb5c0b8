"""Errors that allow households of one RT to share luck, with the correction for few RTs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np


@dataclass(frozen=True)
class ClusterRobust:
    """Standard error of one coefficient, and the degrees of freedom of its t distribution."""

    std_error: float
    df: float


def cluster_robust(design: np.ndarray, residuals: np.ndarray, cluster: np.ndarray, column: int) -> ClusterRobust:
    """Bell-McCaffrey (CR2) error of coefficient `column` of an OLS fit, with Satterthwaite degrees of freedom.

    design (n, k) of full rank, residuals (n,), cluster (n,) whole numbers. With A_g = (I - H_gg)^(-1/2) the
    variance is the sum over clusters of (a_g' u_g)^2, a_g = A_g X_g (X'X)^-1 c; the degrees of freedom are
    tr(B)^2 / tr(B^2) for the matrix B of the a_g under independent errors, computed from (k, G) sums only.

    Sources: Bell and McCaffrey (2002), Survey Methodology 28; Imbens and Kolesar (2016), Review of Economics and
    Statistics 98; Tipton (2015), Psychological Methods 20: trust it where df is 4 or more.

    >>> x = np.column_stack([np.ones(4), [0, 0, 1, 1]])
    >>> found = cluster_robust(x, np.array([-1.0, 1, -2, 2]), np.arange(4), 1)
    >>> round(found.std_error**2, 9), round(found.df, 9)   # Welch: 2/2 + 8/2, and 2 + 2 - 2 with equal sides
    (5.0, 2.0)
    """
    bread = np.linalg.inv(design.T @ design)
    root = np.linalg.cholesky(bread)
    order = np.argsort(cluster, kind="stable")
    edges = np.flatnonzero(np.diff(cluster[order], prepend=-1, append=-2))
    direct = bread[:, column]
    squares, sums, scores = [], [], []
    for start, stop in pairwise(edges):
        rows = order[start:stop]
        own = design[rows]
        a = _half_inverse(own @ root, own @ direct)
        squares.append(a @ a)
        sums.append(own.T @ a)
        scores.append(a @ residuals[rows])
    stacked = np.array(sums)
    b = np.diag(squares) - stacked @ bread @ stacked.T
    error = float(np.sqrt(np.sum(np.square(scores))))
    trace = float((b**2).sum())
    return ClusterRobust(error, float(np.trace(b) ** 2 / trace) if trace > 0 else 0.0)


def _half_inverse(half: np.ndarray, vector: np.ndarray) -> np.ndarray:
    """(I - L L')^(-1/2) v for L (m, k): directions the fit takes up wholly are left out, not blown up."""
    left, singular, _ = np.linalg.svd(half, full_matrices=False)
    rest = 1 - singular**2
    factor = np.where(rest > 1e-9, 1 / np.sqrt(np.maximum(rest, 1e-9)), 0.0)
    return vector + left @ ((factor - 1) * (left.T @ vector))
