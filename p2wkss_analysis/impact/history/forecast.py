"""What a place's own history foretells: the mean and covariance of its later years, had it stayed untreated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .untreated_paths import Classes, Precision, Shape, classify, outer, precision, shock_covariance, standard_years, unfold


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
    patterns, pattern = np.unique(history, axis=0, return_inverse=True)
    pattern = pattern.ravel()
    prec = precision(C, patterns)
    own = level[:, group]
    z = np.where(history, values, 0.0) - np.where(history, own, 0.0)
    classes = classify(shape, prec, pattern, z)
    pi = _posterior(classes.log_weight)
    target = _target_forms(shape, prec, C, s, columns, pattern, z, classes)
    return _averaged(pi, classes, target, own[:, :, columns])


@dataclass(frozen=True)
class _Target:
    """Per volatility class: base (J, n, K, C) prediction from shocks and slope at level zero, reach (J, n, K, C)
    what one unit of level adds to it, spread (J, n, K, C, C) the covariance left."""

    base: np.ndarray
    reach: np.ndarray
    spread: np.ndarray


def _posterior(log_weight: np.ndarray) -> np.ndarray:
    w = np.exp(log_weight - log_weight.max((-2, -1), keepdims=True))
    return w / w.sum((-2, -1), keepdims=True)


def _target_forms(
    shape: Shape,
    prec: Precision,
    C: np.ndarray,
    s: np.ndarray,
    columns: np.ndarray,
    pattern: np.ndarray,
    z: np.ndarray,
    classes: Classes,
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
    ratio = classes.ratio[..., None]
    sx_n, lx_n = sx[:, pattern], (one_x + phi * sx)[:, pattern]
    ls_n = (prec.one_s + shape.phi[:, None] * prec.s_s)[:, pattern]
    # along s: c'R^-1 b = b'Gx - (B b'Gs / ratio) (s'Gx - s_t), ratio = sigma2 + B s'Gs
    gap = (sx_n - st)[:, :, None, :]
    base = zx[:, :, None, :] - B * classes.zs[..., None, None] / ratio * gap
    taken = lx_n[:, :, None, :] - B * ls_n[..., None, None] / ratio * gap
    reach = (1 + shape.phi[:, None] * st)[:, None, None, :] - taken
    left = (C[:, columns][:, :, columns][:, None] - xx)[:, pattern]
    spread = sig[..., None] * left[:, :, None] + (B * sig / ratio)[..., None] * outer(gap, gap)
    return _Target(base, reach, spread)


def _averaged(pi: np.ndarray, classes: Classes, target: _Target, level: np.ndarray) -> Forecast:
    """Mean and covariance over classes; sums over level classes enter only through four scalars a volatility class."""
    w = pi.sum(-1)
    first = (pi * classes.a_bar).sum(-1)
    second = (pi * classes.a_bar**2).sum(-1) + (pi / classes.D).sum(-1)
    mean = (w[..., None] * target.base + first[..., None] * target.reach).sum(2)
    cross = outer(target.base, target.reach)
    square = (
        w[..., None, None] * (target.spread + outer(target.base, target.base))
        + first[..., None, None] * (cross + np.swapaxes(cross, -1, -2))
        + second[..., None, None] * outer(target.reach, target.reach)
    ).sum(2)
    return Forecast(level + mean, square - outer(mean, mean))
