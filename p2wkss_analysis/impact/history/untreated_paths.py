"""How untreated places move: the model, its classes of level and volatility, its covariance, and panels drawn from it.

Y_it = L_t + (1 + phi s_t) a_i + b_i s_t + sigma_i (e_it + n_it), with L_t year means (a group's own where the
panel has groups), s_t the year standardised, a_i a stable level with variance A, possibly skewed (kappa) and
heavy-tailed (eta, Tukey's g-and-h), b_i an own slope with variance B, phi a fan, e AR(1) with variance S and
correlation rho, n one-year noise with variance V, sigma_i own volatility, log sigma_i = tau z.

Arrays carry a leading axis J of trial values of the nine numbers, so that a gradient is one call. K = 5 classes
of volatility, M = 17 of level; given a class everything is normal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np


class Numbers(NamedTuple):
    """The nine numbers of the model, in the order in which an optimiser holds them; each a float, or (J,) trial values.

    >>> float(Numbers(*PRIOR_MEAN).log_tau)
    -1.5
    """

    log_A: Any
    log_S: Any
    atanh_rho: Any
    log_V: Any
    log_B: Any
    log_tau: Any
    kappa: Any
    phi: Any
    eta: Any


# mean and SD of the weak normal prior, the least and the most that is tried, and the value where it rests when it is not fitted
_MEAN_SD_LEAST_MOST_RESTING = Numbers(
    log_A=(-0.7, 1.5, -6, 3, -0.7),
    log_S=(-0.7, 1.5, -6, 3, -0.7),
    atanh_rho=(0.4, 0.7, -0.8, 2.6, 0.4),
    log_V=(-2.0, 1.5, -7, 2, -2.0),
    log_B=(-3.5, 1.5, -9, 1, -9.0),
    log_tau=(-1.5, 0.8, -5, -0.3, -5.0),
    kappa=(0.0, 0.5, -1.2, 1.2, 0.0),
    phi=(0.0, 0.1, -0.5, 0.5, 0.0),
    eta=(0.0, 0.15, 0.0, 0.35, 0.0),
)
NAMES = Numbers._fields
PRIOR_MEAN, PRIOR_SD, _LEAST, _MOST, RESTING = np.array(_MEAN_SD_LEAST_MOST_RESTING).T.copy()
BOUNDS = tuple(zip(_LEAST.tolist(), _MOST.tolist(), strict=True))
_FLOOR = 0.001

_Z = np.arange(-2.0, 3.0)
LOG_WZ = -0.5 * _Z**2 - np.log(np.exp(-0.5 * _Z**2).sum())
_U = np.arange(-8, 9) * 0.6
LOG_WU = -(_U**2) / 1.5 - np.log(np.exp(-(_U**2) / 1.5).sum())


@dataclass(frozen=True)
class Shape:
    """The nine numbers unfolded. A, S, rho, V, B, phi (J,); sigma2 (J, K) variances of the volatility classes;
    mu, v (J, M) mean and variance of the level in each level class; in units of the outcome's scaled SD."""

    A: np.ndarray
    S: np.ndarray
    rho: np.ndarray
    V: np.ndarray
    B: np.ndarray
    phi: np.ndarray
    sigma2: np.ndarray
    mu: np.ndarray
    v: np.ndarray


def unfold(theta: np.ndarray) -> Shape:
    """Trial values (J, 9) in the order of `Numbers` as a `Shape`."""
    at = Numbers(*theta.T)
    A, S, V, B, tau = np.exp([at.log_A, at.log_S, at.log_V, at.log_B, at.log_tau])
    level, slope = _g_and_h(at.kappa[:, None], at.eta[:, None])
    root = np.sqrt(A)[:, None]
    return Shape(
        A,
        S,
        np.tanh(at.atanh_rho),
        V + _FLOOR,
        B,
        at.phi,
        volatilities(tau),
        root * level,
        (0.5 * root * slope) ** 2,
    )


def volatilities(tau: np.ndarray) -> np.ndarray:
    """(J, K) variances of the volatility classes, their mean 1."""
    spread = np.exp(2 * tau[:, None] * _Z)
    return spread / (spread * np.exp(LOG_WZ)).sum(1, keepdims=True)


def _g_and_h(kappa: np.ndarray, eta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Tukey's g-and-h at the class centres and its slope, (J, M), standardised to mean 0 and variance 1."""
    small = np.abs(kappa) < 1e-8
    safe = np.where(small, 1.0, kappa)
    bent = np.where(small, _U, np.expm1(safe * _U) / safe)
    heavy = np.exp(eta * _U**2 / 2)
    value = bent * heavy
    slope = np.exp(kappa * _U) * heavy + value * eta * _U
    w = np.exp(LOG_WU)
    mean = (w * value).sum(1, keepdims=True)
    sd = np.sqrt((w * ((value - mean) ** 2 + 0.25 * slope**2)).sum(1, keepdims=True))
    return (value - mean) / sd, slope / sd


def shock_covariance(shape: Shape, n_years: int) -> np.ndarray:
    """(J, T, T) covariance of AR(1) shocks and one-year noise at volatility 1."""
    gap = np.abs(np.subtract.outer(np.arange(n_years), np.arange(n_years)))
    rho = shape.rho[:, None, None]
    power = np.where(gap == 0, 1.0, np.sign(rho) ** gap * np.abs(rho) ** gap)
    return shape.S[:, None, None] * power + shape.V[:, None, None] * np.eye(n_years)


def standard_years(n_years: int) -> np.ndarray:
    """(T,) the year standardised to mean 0, SD 1."""
    years = np.arange(n_years) - (n_years - 1) / 2
    return years / years.std()


@dataclass(frozen=True)
class Precision:
    """Inverse of the shock covariance on each pattern of observed cells, zero outside it.

    G (J, P, T, T); logdet (J, P); G1, Gs (J, P, T) applied to ones and to the standardised years;
    n (P,) cells; one_one, one_s, s_s (J, P) the quadratic forms.
    """

    G: np.ndarray
    logdet: np.ndarray
    G1: np.ndarray
    Gs: np.ndarray
    n: np.ndarray
    one_one: np.ndarray
    one_s: np.ndarray
    s_s: np.ndarray


def patterns_of(seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distinct rows (P, T) of booleans (n, T), in order, and which one each place has (n,).

    >>> patterns_of(np.array([[True, False], [False, False], [True, False]]))
    (array([[False, False],
           [ True, False]]), array([1, 0, 1]))
    """
    packed = np.packbits(seen, axis=1)  # as text of a few signs, rows are sorted several times faster
    _, first, pattern = np.unique(packed.view(f"S{packed.shape[1]}").ravel(), return_index=True, return_inverse=True)
    return seen[first], pattern


def precision(covariance: np.ndarray, patterns: np.ndarray) -> Precision:
    """`Precision` of covariance (J, T, T) on patterns (P, T) of booleans."""
    on = patterns.astype(float)
    both = on[:, :, None] * on[:, None, :]
    padded = covariance[:, None] * both + np.eye(on.shape[1]) * (1 - on)[:, None, :]
    G = np.linalg.inv(padded) * both
    s = standard_years(on.shape[1])
    G1, Gs = G.sum(-1), G @ s
    return Precision(G, np.linalg.slogdet(padded)[1], G1, Gs, on.sum(1), G1.sum(-1), Gs.sum(-1), Gs @ s)


def marginal_precision(shape: Shape, prec: Precision) -> np.ndarray:
    """(J, P, T, T) inverse of shocks + level + slope on each pattern (Woodbury, rank two)."""
    phi, A, B = (x[:, None] for x in (shape.phi, shape.A, shape.B))
    Gl = prec.G1 + phi[..., None] * prec.Gs
    ll, ls, _ = level_forms(shape, prec)
    a, b, c = 1 / A + ll, ls, 1 / B + prec.s_s
    det = (a * c - b * b)[..., None, None]
    cross = outer(Gl, prec.Gs)
    a, b, c = (x[..., None, None] for x in (a, b, c))
    taken = c * outer(Gl, Gl) - b * (cross + np.swapaxes(cross, -1, -2)) + a * outer(prec.Gs, prec.Gs)
    return prec.G - taken / det


def outer(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Outer product over the last axis of each."""
    return left[..., :, None] * right[..., None, :]


def level_forms(shape: Shape, prec: Precision) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """l'Gl, l'Gs, s'Gs (J, P) with l = 1 + phi s."""
    phi = shape.phi[:, None]
    ll = prec.one_one + 2 * phi * prec.one_s + phi**2 * prec.s_s
    return ll, prec.one_s + phi * prec.s_s, prec.s_s


@dataclass(frozen=True)
class Terms:
    """What the densities of classes are made of.

    q, Q (J, n, K): of a place, linear and quadratic in its cells; D, fixed (J, P, K, M): of a pattern, the precision of a level
    in its class and what no cell changes; zs (J, n) s'Gz, and ratio (J, n, K) = sigma2 + B s'Gs. The log joint density of cells
    and class is ((q + mu / v)^2 / D - Q) / 2 + fixed.
    """

    q: np.ndarray
    Q: np.ndarray
    D: np.ndarray
    fixed: np.ndarray
    zs: np.ndarray
    ratio: np.ndarray


def terms_of(shape: Shape, prec: Precision, pattern: np.ndarray, z: np.ndarray) -> Terms:
    """`Terms` of n places: pattern (n,) rows of `prec`, z (J, n, T) deviations from the year means."""
    z1 = (prec.G1[:, pattern] * z).sum(-1)
    zs = (prec.Gs[:, pattern] * z).sum(-1)
    zz = ((prec.G[:, pattern] @ z[..., None])[..., 0] * z).sum(-1)
    zl = z1 + shape.phi[:, None] * zs
    ll, ls, ss = level_forms(shape, prec)
    sig, B = shape.sigma2[:, None, :], shape.B[:, None, None]
    ratio = sig + B * ss[..., None]
    share = B / (sig * ratio)
    P = ll[..., None] / sig - share * ls[..., None] ** 2
    logdet = prec.n[:, None] * np.log(sig) + prec.logdet[..., None] + np.log(ratio / sig)
    at = share[:, pattern]
    q = zl[..., None] / sig - at * (ls[:, pattern] * zs)[..., None]
    Q = zz[..., None] / sig - at * zs[..., None] ** 2
    v, mu = shape.v[:, None, None, :], shape.mu[:, None, None, :]
    D = P[..., None] + 1 / v
    fixed = LOG_WZ[:, None] + LOG_WU - 0.5 * (logdet[..., None] + np.log(v * D) + mu**2 / v)
    return Terms(q, Q, D, fixed, zs, ratio[:, pattern])


def of_places(figures: np.ndarray, pattern: np.ndarray) -> np.ndarray:
    """Figures (J, P, ...) of patterns as (J, n, ...) of places; of one pattern alone they stand for all places as they are."""
    return figures if figures.shape[1] == 1 else figures[:, pattern]


def log_density(shape: Shape, terms: Terms, pattern: np.ndarray) -> np.ndarray:
    """(J, n) log likelihood of each place, up to a constant: log sum exp over its classes."""
    w = terms.q[..., None] + (shape.mu / shape.v)[:, None, None, :]
    step = w / of_places(terms.D, pattern)
    w *= step  # in place from here on: a fit spends its time on these arrays
    w -= terms.Q[..., None]
    w *= 0.5
    w += of_places(terms.fixed, pattern)
    w = w.reshape(*w.shape[:2], -1)
    top = w.max(-1)
    w -= top[..., None]
    return top + np.log(np.exp(w, out=w).sum(-1))


def redraw(theta: np.ndarray, level: np.ndarray, group: np.ndarray, scale: float, rng: np.random.Generator) -> np.ndarray:
    """(N, T) untreated values: theta (9,), level (G, T) year means in outcome units, group (N,), scale the SD the
    numbers refer to. Levels and volatilities are drawn from the fitted classes, shocks are normal."""
    shape = unfold(theta[None])
    n, T = len(group), level.shape[1]
    s = standard_years(T)
    m = rng.choice(len(LOG_WU), n, p=np.exp(LOG_WU))
    a = shape.mu[0, m] + np.sqrt(shape.v[0, m]) * rng.normal(size=n)
    sigma = np.sqrt(shape.sigma2[0, rng.choice(len(LOG_WZ), n, p=np.exp(LOG_WZ))])
    slope = np.sqrt(shape.B[0]) * rng.normal(size=n)
    rho, shock = shape.rho[0], rng.normal(size=(n, T))
    shock[:, 1:] *= np.sqrt(1 - rho**2)
    for t in range(1, T):
        shock[:, t] += rho * shock[:, t - 1]
    moving = np.sqrt(shape.S[0]) * shock + np.sqrt(shape.V[0]) * rng.normal(size=(n, T))
    paths = (1 + shape.phi[0] * s) * a[:, None] + slope[:, None] * s + sigma[:, None] * moving
    return level[group] + scale * paths
