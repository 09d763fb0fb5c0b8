"""How sure the household estimates are: slow twins, reference errors, false alarms, intervals that invert their test."""

from itertools import permutations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import sqrtm

from p2wkss_analysis.impact.households.designs.ancova import ancova
from p2wkss_analysis.impact.households.designs.cluster_robust import cluster_robust
from p2wkss_analysis.impact.households.designs.freedman_lane import (
    Sums,
    _edge,
    _orders_within,
    _sums,
    baseline_strata,
    freedman_lane,
    permute_groups,
)
from p2wkss_analysis.impact.households.table import Pair
from p2wkss_analysis.say import Text

BASE = Text("", "")


# --- few clusters ---------------------------------------------------------------------------------------


def slow_cr2(design, residuals, cluster, column):
    """Bell and McCaffrey as written: the n x n hat matrix, matrix roots, and the G x G matrix of the a_g."""
    n = len(residuals)
    bread = np.linalg.inv(design.T @ design)
    rest = np.eye(n) - design @ bread @ design.T
    pieces, error = [], 0.0
    for g in np.unique(cluster):
        rows = cluster == g
        adjust = np.linalg.inv(np.real(sqrtm(rest[np.ix_(rows, rows)])))
        a = adjust @ design[rows] @ bread[:, column]
        error += (a @ residuals[rows]) ** 2
        pieces.append(rest[:, rows] @ a)
    b = np.array([[p @ q for q in pieces] for p in pieces])
    return np.sqrt(error), np.trace(b) ** 2 / (b**2).sum()


@pytest.mark.parametrize("seed", range(4))
def test_cluster_errors_are_bell_and_mccaffreys(seed):
    rng = np.random.default_rng(seed)
    cluster = np.sort(rng.integers(0, 7, 60))
    design = np.column_stack([np.ones(60), cluster % 2, rng.normal(size=60)])
    y = rng.normal(size=60) + rng.normal(size=7)[cluster]
    residuals = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    found = cluster_robust(design, residuals, cluster * 3 + 5, 1)
    assert (found.std_error, found.df) == pytest.approx(slow_cr2(design, residuals, cluster, 1), rel=1e-9)


def test_clusters_of_one_are_hc2():
    rng = np.random.default_rng(0)
    design = np.column_stack([np.ones(40), rng.normal(size=40)])
    fit = sm.OLS(rng.normal(size=40), design).fit(cov_type="HC2")
    assert cluster_robust(design, fit.resid, np.arange(40), 1).std_error == pytest.approx(fit.bse[1], rel=1e-10)


def test_a_cluster_that_decides_a_coefficient_does_not_blow_up():
    design = np.column_stack([np.ones(30), np.arange(30) < 10])
    found = cluster_robust(design, np.random.default_rng(0).normal(size=30), np.arange(30) // 10, 1)
    assert np.isfinite(found.std_error) and 0 < found.df < 4


# --- permuted residuals ---------------------------------------------------------------------------------


def slow_freedman_lane(y, d, z, orders):
    """Fit, permute the residuals of the fit without assistance, refit: the t of assistance each time."""
    small = sm.OLS(y, z).fit()
    full = sm.OLS(y, np.column_stack([d, z])).fit()
    t = [sm.OLS(small.fittedvalues + small.resid[o], np.column_stack([d, z])).fit().tvalues[0] for o in orders]
    return full.params[0], (1 + np.sum(np.abs(t) >= abs(full.tvalues[0]) * (1 - 1e-9))) / (1 + len(orders))


@pytest.mark.parametrize("seed", range(3))
def test_freedman_lane_is_fit_permute_refit(seed):
    rng = np.random.default_rng(seed)
    before = rng.normal(size=36)
    d = (before + rng.normal(size=36) < 0).astype(float)
    y, z = before + 0.5 * d + rng.normal(size=36), np.column_stack([np.ones(36), before])
    strata = np.arange(36) % 3
    orders = np.concatenate(list(_orders_within(strata, 99, np.random.default_rng([seed, 9]))))
    found = freedman_lane(y, d, z, strata, 99, seed)
    slow = slow_freedman_lane(y, d, z, orders)
    assert (found.estimate, found.p_value) == pytest.approx(slow, abs=1e-9)


def test_the_interval_holds_just_what_the_test_does_not_refuse():
    rng = np.random.default_rng(1)
    before = rng.normal(size=60)
    d = (np.arange(60) % 2).astype(float)
    z, strata = np.column_stack([np.ones(60), before]), np.zeros(60, dtype=int)
    y = before + d + rng.normal(size=60)
    found = freedman_lane(y, d, z, strata, 199)
    width = found.conf_high - found.conf_low
    for effect, refused in (
        (found.conf_low + 0.01 * width, False), (found.conf_low - 0.01 * width, True),
        (found.conf_high - 0.01 * width, False), (found.conf_high + 0.01 * width, True),
    ):  # fmt: skip
        assert (freedman_lane(y - effect * d, d, z, strata, 199).p_value < 0.05) == refused


def test_the_interval_grows_with_the_unit_also_where_it_reaches_beyond_two_errors():
    y, d = np.array([3.0, 9, 4, 1, 8, 2, 7, 5, 6, 20]), np.arange(10) % 2.0
    one, thousand = (freedman_lane(y * unit, d, np.ones((10, 1)), np.zeros(10, dtype=int), 199) for unit in (1, 1000))
    assert 2 * one.std_error < one.conf_high - one.estimate < 4 * one.std_error
    assert (thousand.conf_low, thousand.conf_high) == pytest.approx((1000 * one.conf_low, 1000 * one.conf_high))


def test_where_nobody_has_anything_no_effect_is_ruled_out():
    found = freedman_lane(np.zeros(16), np.arange(16) % 2.0, np.ones((16, 1)), np.zeros(16, dtype=int), 199)
    assert (found.estimate, found.std_error, found.conf_low, found.conf_high) == (0, 0, -np.inf, np.inf)
    assert found.smallest_detectable == np.inf


def test_an_interval_has_no_end_where_every_order_is_the_one_seen():
    one = np.ones(30)
    same = Sums(one, one, one, one, one, seen=(1.0, 1.0, 1.0), whole=False)
    assert [_edge(same, 0.0, step) for step in (-1.0, 1.0)] == [-np.inf, np.inf]


def test_sums_of_an_order_are_those_of_what_the_nuisance_leaves_of_it():
    rng = np.random.default_rng(3)
    basis, orders = np.linalg.qr(rng.normal(size=(7, 2)))[0], np.array([rng.permutation(7) for _ in range(3)])
    rest = np.eye(7) - basis @ basis.T
    e, x = rest @ rng.normal(size=7), rest @ rng.normal(size=7)
    found = _sums(e, x, basis, iter([orders]), False)
    for at, order in enumerate(orders):
        pe, px = rest @ e[order], rest @ x[order]
        told = [sums[at] for sums in (found.dot_e, found.dot_x, found.ee, found.ex, found.xx)]
        assert told == pytest.approx([pe @ x, px @ x, pe @ pe, pe @ px, px @ px])


def test_orders_never_leave_their_stratum_and_are_all_reached():
    strata = np.array([1, 0, 1, 0, 1])
    orders = np.concatenate(list(_orders_within(strata, 600, np.random.default_rng(0))))
    assert (strata[orders] == strata).all()
    kinds, counts = np.unique(orders, axis=0, return_counts=True)
    assert len(kinds) == 12 and counts.min() > 25  # 3! x 2!, 50 expected of each


def test_groups_are_all_rearranged():
    y, d = np.array([3.0, 9, 4, 1, 8, 2, 7]), np.array([1.0, 1, 0, 0, 1, 0, 0])
    gaps = []
    for order in set(permutations([True] * 3 + [False] * 4)):
        side = np.array(order)
        gaps.append(abs(y[side].mean() - y[~side].mean()))
    seen = abs(y[d == 1].mean() - y[d == 0].mean())
    found = permute_groups(y, d)
    assert found.p_value == pytest.approx(np.mean(np.array(gaps) >= seen - 1e-9))
    assert found.smallest_p == pytest.approx(1 / 35)


def test_one_rt_against_many_cannot_go_below_one_in_all():
    found = permute_groups(np.array([50.0, *range(9)]), np.array([1.0] + [0.0] * 9))
    assert found.p_value == found.smallest_p == 0.1 and np.isinf(found.conf_high)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300), st.integers(1, 4), st.integers(0, 1000))
def test_strata_hold_like_baselines_of_one_block(n, blocks, seed):
    rng = np.random.default_rng(seed)
    before, block = rng.integers(0, 12, n).astype(float), rng.integers(0, blocks, n)
    strata = baseline_strata(before, block)
    for s in np.unique(strata):
        assert len(np.unique(block[strata == s])) == 1
    same = (before[:, None] == before) & (block[:, None] == block)
    assert (strata[:, None] == strata)[same].all()
    order = np.argsort(before[block == block[0]], kind="stable")
    assert (np.diff(strata[block == block[0]][order]) >= 0).all()


def test_where_assistance_is_the_nuisance_there_is_no_answer():
    d = np.array([1.0, 1, 0, 0])
    assert freedman_lane(np.arange(4.0), d, np.column_stack([np.ones(4), d]), np.zeros(4, dtype=int)) is None


# --- rates ----------------------------------------------------------------------------------------------


def chosen_worst(seed, rts, per, effect=0.0):
    """In each RT the half that looked worst at a noisy first visit is assisted; RTs share luck at the endline."""
    rng = np.random.default_rng(seed)
    n, rt = rts * per, np.repeat(np.arange(rts), per)
    settled = rng.normal(size=n)
    before = settled + 0.7 * rng.normal(size=n)
    looks = (before + rng.normal(size=n)).reshape(rts, per)
    helped = (looks.argsort(1).argsort(1) < per // 2).ravel()
    after = settled + 0.7 * rng.normal(size=n) + 0.5 * rng.normal(size=rts)[rt] + effect * helped
    return Pair(before, after, helped, rt, np.arange(n))


def test_permuted_residuals_keep_their_rate_where_raw_labels_and_before_after_do_not():
    ours, raw, change = [], [], []
    for seed in range(200):
        pair = chosen_worst(seed, rts=2, per=40)
        answer = ancova(pair, BASE, 99, seed)
        ours.append((answer.p_value, answer.estimate, answer.conf_low <= 0 <= answer.conf_high))
        raw.append(freedman_lane(pair.after, pair.assisted.astype(float), np.ones((80, 1)), np.zeros(80, int), 99, seed).p_value)
        own = (pair.after - pair.before)[pair.assisted]
        change.append(abs(own.mean()) / (own.std(ddof=1) / np.sqrt(len(own))) > 2.02)
    p, estimate, covered = np.array(ours).T
    error = 3 * np.sqrt(0.05 * 0.95 / 200)
    assert np.mean(p <= 0.05) < 0.05 + error and covered.mean() > 0.95 - error
    assert abs(estimate.mean()) < 4 * estimate.std() / np.sqrt(200)
    assert np.mean(np.array(raw) <= 0.05) > 0.5 and np.mean(change) > 0.3


def test_the_share_of_assisted_households_that_started_apart_is_noted_from_a_fifth():
    helped, rt = np.arange(20) < 10, np.arange(20) % 2
    after = np.random.default_rng(4).normal(size=20)
    for below, noted in ((1, False), (2, True)):
        before = np.concatenate([np.where(np.arange(10) < below, 0.0, 5.0), np.arange(1.0, 11)])
        notes = [note.say("en") for note in ancova(Pair(before, after, helped, rt, np.arange(20)), BASE, 99).notes]
        assert any(note.startswith("About 20% of assisted households started at values") for note in notes) is noted


def test_permuted_residuals_find_a_planted_effect_of_the_size_they_name():
    answers = [ancova(chosen_worst(seed, rts=2, per=40, effect=0.8), BASE, 99, seed) for seed in range(100)]
    power = np.mean([a.p_value <= 0.05 for a in answers])
    named = np.mean([a.smallest_detectable for a in answers])
    assert 0.65 < power < 0.95 and 0.6 < named < 1.0


def test_whole_rts_keep_their_rate_whatever_the_number_of_rts():
    for helped, other in ((2, 10), (4, 4), (5, 12)):
        p = []
        for seed in range(150):
            rng = np.random.default_rng([seed, helped])
            rt = np.repeat(np.arange(helped + other), 10)
            before = rng.normal(size=len(rt))
            after = before + rng.normal(size=len(rt)) + rng.normal(size=helped + other)[rt]
            p.append(ancova(Pair(before, after, rt < helped, rt, np.arange(len(rt))), BASE, 199, seed).p_value)
        assert np.mean(np.array(p) <= 0.05) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 150), (helped, other)
