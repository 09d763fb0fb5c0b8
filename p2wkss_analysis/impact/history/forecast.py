"""What a place's own history foretells: the mean and covariance of its later years, had it stayed untreated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .untreated_paths import (
    Precision,
    Shape,
    Terms,
    outer,
    patterns_of,
    precision,
    shock_covariance,
    standard_years,
    terms_of,
    unfold,
)

MANY = 8  # places of one pattern for which products of matrices are worth their while
_BLOCK = 120_000


@dataclass(frozen=True)
class Forecast:
    """mean (J, n, C) and covariance (J, n, C, C) of the C target years of n places."""

    mean: np.ndarray
    covariance: np.ndarray


def forecast(
    theta: np.ndarray,
    level: np.ndarray,
    values: np.ndarray,
    history: np.ndarray,
    group: np.ndarray,
    columns: np.ndarray | list[int],
) -> Forecast:
    """Best prediction of years `columns` from each place's own history.

    theta (J, 9); level (J, G, T) year means; values (n, T) scaled; history (n, T) cells to use; group (n,);
    columns: target years as column numbers. Given a class all is normal; classes are then averaged by what the
    history says of each. A place without history gets the mean and spread of all places.
    """
    shape = unfold(theta)
    T = values.shape[1]
    s, columns = standard_years(T), np.asarray(columns)
    C = shock_covariance(shape, T)
    patterns, pattern = patterns_of(history)
    prec = precision(C, patterns)
    own = level[:, group]
    z = np.where(history, values, 0.0) - np.where(history, own, 0.0)
    terms = terms_of(shape, prec, pattern, z)
    target = _target_forms(shape, prec, C, s, columns, pattern, z, terms)
    return _averaged(_level_sums(shape, terms, pattern), target, own[:, :, columns])


def blocks(J: int, n: int) -> list[slice]:
    """Slices over trial values that keep n x 85 classes within memory a processor holds close."""
    size = max(1, _BLOCK // (85 * max(n, 1)))
    return [slice(k, min(k + size, J)) for k in range(0, J, size)]


@dataclass(frozen=True)
class _Target:
    """Per volatility class: base (J, n, K, C) prediction from shocks and slope at level zero, reach (J, n, K, C)
    what one unit of level adds to it, spread (J, n, K, C, C) the covariance left."""

    base: np.ndarray
    reach: np.ndarray
    spread: np.ndarray


def _level_sums(shape: Shape, terms: Terms, pattern: np.ndarray) -> np.ndarray:
    """(3, J, n, K) the probability of each volatility class, and with it the sums of mean and mean square of the level.

    The log density of a class is a polynomial in q and Q, what is summed over level classes are polynomials in q, and places with
    one pattern share their coefficients: so products of small matrices do, much faster than one class after the other.
    """
    m, J = (shape.mu / shape.v)[:, None, None], len(terms.q)
    found = np.empty((3, *terms.q.shape))
    for which, rows in _alike(pattern):
        for j in blocks(J, rows.size):
            inverse = 1 / terms.D[j][:, which]
            step = m[j] * inverse
            at_rest = terms.fixed[j][:, which] + 0.5 * m[j] * step
            q, Q = (np.swapaxes(x[j][:, rows], 2, 3) for x in (terms.q, terms.Q))
            known = np.stack([q * q, q, Q, np.ones_like(q)], 3)
            w = np.stack([0.5 * inverse, step, np.full_like(step, -0.5), at_rest], -1) @ known
            w -= w.reshape(*w.shape[:2], -1, w.shape[-1]).max(2)[:, :, None, None]
            np.exp(w, out=w)
            powers = np.stack([np.ones_like(step), step, inverse, step**2 + inverse, 2 * step * inverse, inverse**2], 3)
            total, a, b, aa, ab, bb = np.moveaxis(powers @ w, 3, 0)
            sums = np.stack([total, a + q * b, aa + q * (ab + q * bb)]) / total.sum(2, keepdims=True)
            found[:, j, rows] = np.swapaxes(sums, 3, 4)
    return found


def _alike(pattern: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Patterns (g,) and the places of each (g, r): those of many places one by one, all others together, a place at a time."""
    many = np.bincount(pattern) >= MANY
    for p in np.flatnonzero(many):
        yield np.array([p]), np.flatnonzero(pattern == p)[None]
    rest = np.flatnonzero(~many[pattern])
    if len(rest):
        yield pattern[rest], rest[:, None]


def _target_forms(
    shape: Shape,
    prec: Precision,
    C: np.ndarray,
    s: np.ndarray,
    columns: np.ndarray,
    pattern: np.ndarray,
    z: np.ndarray,
    terms: Terms,
) -> _Target:
    """With R = sigma2 C + B ss' and target covariance c = sigma2 C_t + B s_t s: c'R^-1 z, c'R^-1 l, c'R^-1 c."""
    X = C[:, :, columns]
    GX = prec.G @ X[:, None]
    sx = np.einsum("jpt,jtc->jpc", prec.Gs, X)
    one_x = np.einsum("jpt,jtc->jpc", prec.G1, X)
    xx = np.swapaxes(X, 1, 2)[:, None] @ GX
    zx = np.einsum("jnt,jntc->jnc", z, GX[:, pattern])
    phi, B = shape.phi[:, None, None], shape.B[:, None, None, None]
    st = s[columns]
    sig = shape.sigma2[:, None, :, None]
    ratio = terms.ratio[..., None]
    sx_n, lx_n = sx[:, pattern], (one_x + phi * sx)[:, pattern]
    ls_n = (prec.one_s + shape.phi[:, None] * prec.s_s)[:, pattern]
    # along s: c'R^-1 b = b'Gx - (B b'Gs / ratio) (s'Gx - s_t), ratio = sigma2 + B s'Gs
    gap = (sx_n - st)[:, :, None, :]
    base = zx[:, :, None, :] - B * terms.zs[..., None, None] / ratio * gap
    taken = lx_n[:, :, None, :] - B * ls_n[..., None, None] / ratio * gap
    reach = (1 + shape.phi[:, None] * st)[:, None, None, :] - taken
    left = (C[:, columns][:, :, columns][:, None] - xx)[:, pattern]
    spread = sig[..., None] * left[:, :, None] + (B * sig / ratio)[..., None] * outer(gap, gap)
    return _Target(base, reach, spread)


def _averaged(sums: np.ndarray, target: _Target, level: np.ndarray) -> Forecast:
    """Mean and covariance over classes; level classes enter only through three sums a volatility class."""
    w, first, second = sums
    mean = (w[..., None] * target.base + first[..., None] * target.reach).sum(2)
    cross = outer(target.base, target.reach)
    square = (
        w[..., None, None] * (target.spread + outer(target.base, target.base))
        + first[..., None, None] * (cross + np.swapaxes(cross, -1, -2))
        + second[..., None, None] * outer(target.reach, target.reach)
    ).sum(2)
    return Forecast(level + mean, square - outer(mean, mean))
