"""The model of untreated paths against a slow twin that writes every class out as a dense normal."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import multivariate_normal

from p2wkss_analysis.impact.history import untreated_paths as model
from p2wkss_analysis.impact.history.forecast import forecast
from p2wkss_analysis.impact.history.spread import Cells, log_likelihood, recentred_means, year_means

THETAS = np.array(
    [
        [-0.7, -0.7, 0.5, -2.0, -3.5, -1.5, 0.0, 0.0, 0.0],
        [-0.2, -1.0, 0.8, -1.5, -2.0, -0.7, 0.6, 0.15, 0.2],
        [-1.5, -0.3, -0.4, -3.0, -5.0, -2.5, -0.9, -0.3, 0.3],
    ]
)


def dense_classes(theta, T):
    """Every class as (log weight, mean loading mu, covariance R, level variance v), written out plainly."""
    A, S, rho, V, B = (
        np.exp(theta[0]),
        np.exp(theta[1]),
        np.tanh(theta[2]),
        np.exp(theta[3]) + 0.001,
        np.exp(theta[4]),
    )
    tau, kappa, phi, eta = np.exp(theta[5]), theta[6], theta[7], theta[8]
    s = (np.arange(T) - (T - 1) / 2) / np.std(np.arange(T))
    z = np.arange(-2, 3)
    wz = np.exp(-(z**2) / 2) / np.exp(-(z**2) / 2).sum()
    sigma2 = np.exp(2 * tau * z) / (wz * np.exp(2 * tau * z)).sum()
    u = np.arange(-4.8, 4.81, 0.6)
    wu = np.exp(-(u**2) / 1.5) / np.exp(-(u**2) / 1.5).sum()

    def bend(x):
        return ((np.exp(kappa * x) - 1) / kappa if kappa else x) * np.exp(eta * x**2 / 2)

    slope = (bend(u + 1e-6) - bend(u - 1e-6)) / 2e-6
    g = bend(u) - (wu * bend(u)).sum()
    sd = np.sqrt((wu * (g**2 + 0.25 * slope**2)).sum())
    C = S * rho ** np.abs(np.subtract.outer(range(T), range(T))) + V * np.eye(T)
    return [
        (
            np.log(wz[k]) + np.log(wu[m]),
            np.sqrt(A) * g[m] / sd,
            sigma2[k] * C + B * np.outer(s, s),
            A * (0.5 * slope[m] / sd) ** 2,
        )
        for k in range(5)
        for m in range(17)
    ], 1 + phi * s


def slow_forecast(theta, level, values, history, columns):
    T = len(values)
    classes, l = dense_classes(theta, T)
    h, logs, means, seconds = np.flatnonzero(history), [], [], []
    for logw, mu, R, v in classes:
        full, mean = R + v * np.outer(l, l), level + mu * l
        logs.append(logw + (multivariate_normal.logpdf(values[h], mean[h], full[np.ix_(h, h)]) if len(h) else 0.0))
        gain = full[np.ix_(columns, h)] @ np.linalg.inv(full[np.ix_(h, h)]) if len(h) else np.zeros((len(columns), 0))
        m = mean[columns] + gain @ (values[h] - mean[h])
        means.append(m)
        seconds.append(full[np.ix_(columns, columns)] - gain @ full[np.ix_(h, columns)] + np.outer(m, m))
    logs = np.array(logs)
    w = np.exp(logs - logs.max())
    w /= w.sum()
    mean = np.einsum("c,ct->t", w, means)
    return (
        mean,
        np.einsum("c,ctu->tu", w, seconds) - np.outer(mean, mean),
        logs.max() + np.log(np.exp(logs - logs.max()).sum()),
    )


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), which=st.integers(0, 2), gaps=st.integers(0, 31))
def test_forecast_and_likelihood_equal_the_written_out_mixture(seed, which, gaps):
    rng, T = np.random.default_rng(seed), 6
    values, level = 1.5 * rng.normal(size=(1, T)), rng.normal(size=T)
    history = np.array([[(gaps >> t) & 1 == 0 for t in range(5)] + [False]])
    theta = THETAS[which : which + 1]
    fast = forecast(theta, level[None, None], values, history, np.zeros(1, int), [4, 5])
    mean, covariance, log_lik = slow_forecast(theta[0], level, values[0], history[0], [4, 5])
    assert fast.mean[0, 0] == pytest.approx(mean, abs=1e-8)
    assert fast.covariance[0, 0] == pytest.approx(covariance, abs=1e-7)
    shape = model.unfold(theta)
    prec = model.precision(model.shock_covariance(shape, T), history)
    z = np.where(history, values - level, 0.0)[None]
    pattern = np.zeros(1, int)
    fast_log = model.log_density(shape, model.terms_of(shape, prec, pattern, z), pattern)[0, 0]
    assert fast_log - history.sum() / 2 * np.log(2 * np.pi) == pytest.approx(log_lik, abs=1e-7)


def test_a_place_far_beyond_all_others_is_foretold_as_well():
    """Its classes are so unlikely that only their shares among each other can be told."""
    values, level, history = np.array([[150.0, 160, 140, 155, 0, 0]]), np.zeros(6), np.arange(6)[None] < 4
    fast = forecast(THETAS[:1], level[None, None], values, history, np.zeros(1, int), [4, 5])
    mean, covariance, _ = slow_forecast(THETAS[0], level, values[0], history[0], [4, 5])
    assert fast.mean[0, 0] == pytest.approx(mean, rel=1e-6) and fast.covariance[0, 0] == pytest.approx(covariance, rel=1e-4)


def test_trial_values_side_by_side_equal_one_by_one():
    rng = np.random.default_rng(1)
    cells = Cells.of(rng.normal(size=(12, 5)), rng.random((12, 5)) < 0.8, np.arange(12) % 2)
    together, reml = log_likelihood(THETAS, cells)
    for j in range(3):
        alone, alone_reml = log_likelihood(THETAS[j : j + 1], cells)
        assert together[j] == pytest.approx(alone[0], abs=1e-10) and reml[j] == pytest.approx(alone_reml[0], abs=1e-9)


def test_year_means_are_generalised_least_squares():
    rng = np.random.default_rng(2)
    values, seen = rng.normal(size=(15, 4)) + np.arange(4), rng.random((15, 4)) < 0.7
    seen[0] = True
    cells = Cells.of(values, seen, np.zeros(15, int))
    shape = model.unfold(THETAS[1:2])
    prec = model.precision(model.shock_covariance(shape, 4), cells.patterns)
    level, information = year_means(cells, model.marginal_precision(shape, prec))
    s = (np.arange(4) - 1.5) / np.std(np.arange(4))
    l = 1 + THETAS[1, 7] * s
    S = model.shock_covariance(shape, 4)[0] + np.exp(THETAS[1, 0]) * np.outer(l, l) + np.exp(THETAS[1, 4]) * np.outer(s, s)
    left, right = np.zeros((4, 4)), np.zeros(4)
    for y, h in zip(values, seen, strict=True):
        if h.any():
            X = np.eye(4)[h]
            W = X.T @ np.linalg.inv(S[np.ix_(h, h)])
            left, right = left + W @ X, right + W @ y[h]
    assert level[0, 0] == pytest.approx(np.linalg.solve(left, right), abs=1e-6)
    assert information[0, 0] == pytest.approx(left, abs=1e-6)


def test_levels_have_mean_zero_and_the_stated_variance():
    for theta in THETAS:
        shape = model.unfold(theta[None])
        u = np.arange(-8, 9) * 0.6
        w = np.exp(-(u**2) / 1.5) / np.exp(-(u**2) / 1.5).sum()
        assert (w * shape.mu[0]).sum() == pytest.approx(0, abs=1e-12)
        assert (w * (shape.mu[0] ** 2 + shape.v[0])).sum() == pytest.approx(np.exp(theta[0]))


def test_one_step_errors_average_zero_after_recentring():
    rng = np.random.default_rng(3)
    cells = Cells.of(rng.exponential(size=(40, 5)).cumsum(1), rng.random((40, 5)) < 0.9, np.arange(40) % 2)
    theta = THETAS[1:2]
    level, _ = recentred_means(theta, cells)
    for t in range(5):
        rows = np.flatnonzero(cells.seen[:, t])
        ahead = forecast(theta, level, cells.values[rows], cells.seen[rows] & (np.arange(5) < t), cells.group[rows], [t])
        error = cells.values[rows, t] - ahead.mean[0, :, 0]
        for g in (0, 1):
            inside = cells.group[rows] == g
            assert (error / ahead.covariance[0, :, 0, 0])[inside].sum() == pytest.approx(0, abs=1e-8)
