"""The jump at the cut and the regressions with their RTs, step by step as they would be done on paper."""

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from p2wkss_analysis.impact.households.designs import jump_at_cut as cut
from p2wkss_analysis.impact.households.designs.adjusted import Sides, adjusted
from p2wkss_analysis.impact.households.designs.cluster_robust import cluster_robust
from p2wkss_analysis.impact.households.designs.design import along, on_baseline
from p2wkss_analysis.impact.households.designs.freedman_lane import baseline_strata, freedman_lane, permute_groups
from p2wkss_analysis.impact.households.table import Pair
from p2wkss_analysis.impact.texts import households as texts
from p2wkss_analysis.say import Text

BASE = Text("", "")


def by_score(n=80, seed=0, jump=1.0):
    rng = np.random.default_rng(seed)
    score, before = np.round(rng.uniform(0, 20, n), 1), rng.normal(size=n)
    helped = score >= 10
    after = before / 2 + score / 10 - score**2 / 90 + jump * helped + 0.3 * rng.normal(size=n)
    return Pair(before, after, helped, np.arange(n) % 5, np.arange(n)), score


# --- the jump at the cut --------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [60, 180])
def test_the_pilot_is_a_curve_on_each_side_of_the_fourth_degree_from_fifty_households(n):
    pair, score = by_score(n)
    x, y, side = score - 10, pair.after, score >= 10
    bend, squares, free = [], 0.0, 0
    for own in (side, ~side):
        degree = 4 if own.sum() >= 50 else 2
        curve = np.polyfit(x[own], y[own], degree)
        bend.append(np.abs(np.polyval(np.polyder(curve, 2), np.linspace(x[own].min(), x[own].max(), 101))).max())
        squares += ((y[own] - np.polyval(curve, x[own])) ** 2).sum()
        free += own.sum() - degree - 1
    known = cut.pilot(x, y, side)
    assert (known.bend, known.spread) == pytest.approx((max(bend), (squares / free) ** 0.5), rel=1e-6)


def test_a_pilot_of_few_scores_is_a_square_however_many_households():
    x = np.concatenate([np.repeat(np.arange(-9.0, 0), 6), np.repeat(np.arange(0.0, 8), 7)])  # nine and eight different scores
    y = np.random.default_rng(1).normal(size=len(x)) + x**4 / 500
    bend = []
    for own, degree in ((x >= 0, 2), (x < 0, 4)):
        second = np.polyder(np.polyfit(x[own], y[own], degree), 2)
        bend.append(np.abs(np.polyval(second, np.linspace(x[own].min(), x[own].max(), 101))).max())
    assert cut.pilot(x, y, x >= 0).bend == pytest.approx(max(bend), rel=1e-6)


def test_errors_of_the_local_line_are_those_of_its_residuals_or_of_the_pilot():
    pair, score = by_score()
    x, side, width = score - 10, score >= 10, 6.0
    variance, weights, jump, bias = 0.0, np.zeros(len(x)), [], 0.0
    for own in (side, ~side):
        rows = np.flatnonzero(own & (np.abs(x) < width))
        X, k = sm.add_constant(x[rows]), 1 - np.abs(x[rows]) / width
        hat = np.linalg.inv(X.T @ np.diag(k) @ X) @ X.T @ np.diag(k)
        left = pair.after[rows] - X @ hat @ pair.after[rows]
        variance += sum(hat[0] ** 2 * left**2 / (1 - np.diag(X @ hat)))
        weights[rows] = hat[0]
        jump.append(hat[0] @ pair.after[rows])
        bias += 0.02 / 2 * abs(hat[0] @ x[rows] ** 2)
    for spread in (0.01, 3.0):
        line = cut.local_line(x, pair.after, side, width, cut.Pilot(0.02, spread))
        expected = spread * (weights**2).sum() ** 0.5
        assert (line.std_error, line.expected_error) == pytest.approx((max(variance**0.5, expected), expected))
        assert (
            line.bandwidth == width
            and line.n_above == (side & (x < width)).sum()
            and line.n_below == (~side & (x > -width)).sum()
        )
        assert (line.jump, line.bias) == pytest.approx((jump[0] - jump[1], bias))
        assert line.reach == pytest.approx(cut.folded_normal(0.95, line.bias / line.std_error) * line.std_error)
        assert line.expected_reach == pytest.approx(cut.folded_normal(0.95, line.bias / expected) * expected)
    for scores in ([-1.0, -2, -3, 1, 2, 2, 2], [-1.0, -2, -3, 1, 2]):
        few = np.array(scores)
        assert cut.local_line(few, few, few > 0, 9.0, cut.Pilot(0, 1)) is None
    three = np.array([-1.0, -2, -3, 1, 2, 3])
    assert cut.local_line(three, three, three > 0, 9.0, cut.Pilot(0, 1)).jump == pytest.approx(0)
    assert cut.local_line(three, three, three > 0, 3.0, cut.Pilot(0, 1)) is None


def test_the_bandwidth_taken_has_the_shortest_expected_interval_of_all():
    pair, score = by_score(120)
    x, side = score - 10, score >= 10
    known, best = cut.pilot(x, pair.after, side), cut.narrowest(x, pair.after, side)
    start = max(cut._reach_of(x[side], 10), cut._reach_of(x[~side], 10))
    others = [cut.local_line(x, pair.after, side, w, known) for w in np.linspace(start, np.abs(x).max(), 60)]
    assert best.expected_reach <= 1.01 * min(line.expected_reach for line in others) and start <= best.bandwidth


def test_the_reach_of_ten_households_and_four_scores():
    assert cut._reach_of(np.arange(20.0), 10) == pytest.approx(9 * 1.001)
    assert cut._reach_of(-np.array([1.0] * 11 + [2, 3, 4, 5]), 10) == pytest.approx(4 * 1.001)
    assert cut._reach_of(np.array([1.0] * 10 + [2, 3]), 10) == pytest.approx(3 * 1.001)


def test_the_answer_at_the_cut_from_a_line_by_hand():
    line = cut.LocalLine(1.5, 0.5, 0.4, 0.2, 6.0, 20, 30)
    row = cut._answer(line, BASE)
    reach = 0.5 * stats.ncx2.ppf(0.95, 1, 0.16) ** 0.5
    assert (row.estimate, row.std_error, row.n_treated, row.n_comparison) == (1.5, 0.5, 20, 30)
    assert (row.conf_low, row.conf_high) == pytest.approx((1.5 - reach, 1.5 + reach))
    assert row.p_value == pytest.approx(stats.norm.sf(3 - 0.4) + stats.norm.sf(3 + 0.4))
    assert row.smallest_detectable == pytest.approx(reach + 0.8416212 * 0.5 + 0.2)
    assert cut._answer(replace(line, jump=-1.5), BASE).p_value == row.p_value
    assert cut._answer(replace(line, jump=0.0), BASE).p_value == pytest.approx(1.0)


def test_the_whole_way_from_scores_to_the_answer():
    pair, score = by_score(120, 2)
    score[5] = np.nan
    known = np.isfinite(score)
    x, side = (score - 10)[known], pair.assisted[known]
    after, before = pair.after[known], pair.before[known]
    slope = sm.OLS(after, np.column_stack([np.ones(119), side, before])).fit().params[2]
    best = cut.narrowest(x, after - slope * (before - before.mean()), side)
    row = cut.jump_at_cut(pair, score, 10.0, BASE)
    by_hand = cut._answer(best, BASE)
    for name in ("estimate", "std_error", "conf_low", "conf_high", "p_value", "n_treated", "n_comparison"):
        assert getattr(row, name) == pytest.approx(getattr(by_hand, name)), name
    assert row.notes == (texts.NEAR_THE_CUT,)
    turned = cut.jump_at_cut(pair, 20 - score, 10.0, BASE)
    assert turned.estimate == pytest.approx(row.estimate) and turned.conf_low == pytest.approx(row.conf_low)
    flat = cut.jump_at_cut(replace(pair, before=np.ones(120)), score, 10.0, BASE)
    assert flat.runs and flat.notes == (texts.NEAR_THE_CUT,)


def test_what_is_too_little_at_the_cut_and_what_is_too_astray():
    x = np.concatenate([-np.arange(1.0, 21), np.arange(1.0, 21)])
    y = np.random.default_rng(2).normal(size=40)

    def asked(score, helped):
        return cut.jump_at_cut(
            Pair(y[: len(score)], y[: len(score)] ** 2, helped, np.zeros(len(score), int), score), score, 0.0, BASE
        )

    for n, runs in ((9, False), (10, True)):
        for one in (x[: 20 + n], -x[: 20 + n]):
            assert asked(one, one > 0).runs is runs
    for different, runs in ((3, False), (4, True)):
        coarse = np.where(x > 0, np.ceil(np.abs(x) * different / 20), x)
        assert asked(coarse, x > 0).runs is runs
    for astray, runs in ((10, True), (11, False)):
        moved = (x > 0) ^ np.isin(np.abs(x), np.arange(20, 20 - astray // 2, -1)) ^ ((x == 1) & (astray % 2 == 1))
        row = asked(x, moved)
        said = " ".join(note.say("en") for note in row.notes)
        assert row.runs is runs and ("25" if runs else "28") in said


def test_households_on_the_cut_stand_with_those_who_were_mostly_treated_like_them():
    x = np.array([-1.0, -2, 0, 0, 0, 0, 1, 2])
    for on, comparison in (([1, 1, 1, 0], False), ([1, 1, 0, 0], False), ([1, 0, 0, 0], True)):
        helped = np.array([0, 0, *on, 1, 1], bool)
        assert cut._cut_belongs_to_comparison(x, helped) is comparison
    assert not cut._cut_belongs_to_comparison(x[x != 0], np.zeros(4, bool))
    assert cut._assisted_above(np.array([1.0, 2, 3]), np.array([False, True, True]))
    assert not cut._assisted_above(np.array([3.0, 2, 1]), np.array([False, True, True]))
    assert cut._assisted_above(np.array([1.0, 2]), np.ones(2, bool)) and cut._assisted_above(
        np.array([2.0, 2]), np.array([True, False])
    )
    assert [note.say("en").split("%")[0][-2:] for note in cut._followed(0.004)] == ["<1"] and cut._followed(0.0) == []
    assert "12" in cut._followed(0.12)[0].say("en")
    line = cut.LocalLine(1.0, 0.5, 0.5, 0.0, 6.0, 20, 30)
    assert cut._jump_before(line) == [texts.JUMPED_BEFORE] == cut._jump_before(replace(line, jump=-1.0))
    assert cut._jump_before(replace(line, jump=0.97)) == [] == cut._jump_before(None)


# --- regressions and their RTs --------------------------------------------------------------------------


def pair_of(helped, rt, seed=0, wider=()):
    rng = np.random.default_rng(seed)
    n = len(helped)
    before = rng.normal(10, 3, size=n)
    after = before / 2 + helped + rng.normal(size=n) + rng.normal(size=rt.max() + 1)[rt]
    return Pair(before, after, helped, rt, np.arange(n), wider)


def asked(pair, draws=99):
    return adjusted(pair, on_baseline(pair), BASE, draws, 3)


def df_of(pair):
    X = np.column_stack([np.ones(len(pair.after)), pair.assisted, pair.before]).astype(float)
    return cluster_robust(X, sm.OLS(pair.after, X).fit().resid, pair.cluster, 1).df


def test_with_rts_enough_the_error_is_clustered_and_the_answer_by_t():
    rt = np.arange(96) // 8
    pair = pair_of(rt < 6, rt)
    X = np.column_stack([np.ones(96), pair.assisted, pair.before]).astype(float)
    fit = sm.OLS(pair.after, X).fit()
    robust = cluster_robust(X, fit.resid, rt, 1)
    found = asked(pair)
    assert (found.estimate, found.std_error) == pytest.approx((fit.params[1], robust.std_error)) and robust.df > 4
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(fit.params[1]) / robust.std_error, robust.df))
    assert (found.n_treated, found.n_comparison, found.method, found.base) == (48, 48, "ancova", BASE)
    alone = pair_of(np.append(rt < 6, [True, False]), np.append(rt, [12, 13]))  # a household in an RT of its own on each side
    for one, rts in ((pair, 6), (alone, 7)):
        said = asked(one).notes[0]
        assert said.say("en") == texts.CLUSTERED.fill(assisted=rts, comparison=rts, df=df_of(one)).say("en")
    one_fits = along(pair, pair.after, [], [np.arange(96) == 0], "m")  # of one household nothing is left open
    assert adjusted(pair, one_fits, BASE, 99, 3).runs


def test_within_few_rts_residuals_are_permuted_in_strata_and_rts_of_one_kind_stay_out():
    rt = np.arange(60) // 20
    helped = (np.arange(60) % 2 == 0) & (rt < 2)
    pair = pair_of(helped, rt)
    both = rt < 2
    some, design = pair.of(both), on_baseline(pair).of(both)
    z = np.column_stack([some.cluster == 0, some.cluster == 1, design.columns]).astype(float)
    strata = baseline_strata(some.before, some.cluster)
    test = freedman_lane(some.after, some.assisted.astype(float), z, strata, 99, 3)
    found = asked(pair)
    assert (found.estimate, found.p_value, found.conf_low) == pytest.approx((test.estimate, test.p_value, test.conf_low))
    assert (found.n_treated, found.n_comparison) == (20, 20) and found.notes[0] == texts.WITHIN_RT
    assert (found.smallest_p, found.smallest_detectable) == (test.smallest_p, test.smallest_detectable)


def test_between_few_whole_rts_means_at_like_columns_are_permuted_and_the_odd_ones_set_aside():
    rt = np.arange(60) // 10
    helped = rt < 2
    helped[[0, 55, 56]] = ~helped[[0, 55, 56]]
    pair = pair_of(helped, rt)
    own = helped == (rt < 2)
    before, after, place = pair.before[own], pair.after[own], rt[own]
    fit = sm.OLS(after, np.column_stack([before, *(place == k for k in range(6))]).astype(float)).fit()
    means = np.array([after[place == k].mean() - fit.params[0] * (before[place == k].mean() - before.mean()) for k in range(6)])
    test = permute_groups(means, np.arange(6) < 2.0, 99, 3)
    found = asked(pair)
    assert (found.estimate, found.p_value) == pytest.approx((means[:2].mean() - means[2:].mean(), test.p_value))
    assert (found.n_treated, found.n_comparison) == (19, 38) and found.p_value >= 1 / 15
    said = " ".join(note.say("en") for note in found.notes)
    assert texts.SET_ASIDE.fill(n="fewer than five").say("en")[:20] in said or "set aside" in said
    two = asked(pair.of(np.isin(rt, [0, 5])))
    gap = means[0] - means[5]
    assert two.estimate == pytest.approx(gap, abs=1.0) and np.isnan(two.p_value) and texts.ONE_RT_A_SIDE in two.notes
    bare = along(pair, pair.after, [], [], "m")
    plain = adjusted(pair, bare, BASE, 99, 3)
    assert plain.estimate == pytest.approx(np.mean([after[place == k].mean() for k in (0, 1)])
                                           - np.mean([after[place == k].mean() for k in (2, 3, 4, 5)]))  # fmt: skip


def test_one_place_a_side_has_no_error_and_one_site_alone_is_said():
    rt = np.arange(96) // 8
    halves, thirds = rt // 6, rt // 4
    alone = asked(pair_of(rt < 6, rt, wider=(halves,)))
    assert np.isnan(alone.p_value) and alone.notes == (texts.ONE_PLACE_A_SIDE,)
    pair = pair_of(rt < 4, rt, wider=(thirds,))
    z = (pair.before - pair.before[pair.assisted].mean(), pair.before - pair.before[~pair.assisted].mean())
    spread = np.where(pair.assisted, *z)
    slope = spread @ pair.after / (spread @ spread)
    two = asked(pair_of(rt < 6, rt, wider=(halves,)))
    assert two.estimate == alone.estimate and np.isfinite(slope)
    assert texts.ONE_SITE in asked(pair).notes
    assert texts.ONE_SITE not in asked(pair_of(rt < 5, rt, wider=(thirds,))).notes
    assert texts.ONE_SITE not in asked(pair_of(rt % 4 == 0, rt, wider=(thirds,))).notes


def test_the_unit_of_an_outcome_changes_nothing_of_a_permutation_within_rts():
    """Land is worth thousands of millions of rupiah: beside such a baseline, columns around one are not rounding."""
    rng = np.random.default_rng(3)
    before, helped = rng.normal(100, 10, 60), np.arange(60) % 2 == 0
    bent, after = rng.normal(size=60) ** 3, before + 5 * helped + rng.normal(size=60)
    one, many = (
        freedman_lane(after * unit, helped * 1.0, np.column_stack([np.ones(60), before * unit, bent]), np.zeros(60, int), 99)
        for unit in (1.0, 1e10)
    )
    assert many.estimate == pytest.approx(1e10 * one.estimate) and many.std_error == pytest.approx(1e10 * one.std_error)


def test_fewer_than_five_a_side_and_outcomes_without_scatter_have_no_answer():
    rt = np.arange(40) % 8
    for n, runs in ((4, False), (5, True)):
        assert asked(pair_of(np.arange(40) < n, rt)).runs is runs and asked(pair_of(np.arange(40) >= n, rt)).runs is runs
    exact = pair_of(np.arange(40) % 2 == 0, np.arange(40) // 5)
    exact = replace(exact, after=2 * exact.before + 3 * exact.assisted)
    none = asked(exact)
    assert (none.notes, none.method, none.base) == ((texts.NO_SCATTER,), "ancova", BASE) and not none.runs


def test_when_neighbours_are_compared():
    """At least ten a side beside the other, or, of fewer, no RT whose majority makes another comparison."""
    for helped, other, within in (
        ([10, 9], [10, 0], True), ([9, 9], [10, 0], False), ([10, 0], [9, 9], False), ([3, 9], [2, 7], True),
        ([3, 4], [4, 8], True), ([4, 0], [4, 8], True), ([0, 9], [9, 0], False), ([9, 9], [0, 0], False),
    ):  # fmt: skip
        sides = Sides(np.array(helped), np.array(other))
        assert sides.compares_within is within, (helped, other)
    pair = pair_of(np.array([True, False, True, True]), np.array([0, 0, 2, 2]))
    sides = Sides.of(pair)
    assert (sides.helped.tolist(), sides.other.tolist(), sides.split.tolist()) == ([1, 0, 2], [1, 0, 0], [True, False, False])
