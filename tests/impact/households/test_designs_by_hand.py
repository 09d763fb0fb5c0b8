"""Parts of the household designs, each against a slow twin or numbers worked out on paper."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats

from p2wkss_analysis.impact.estimate import RANGE, Estimate
from p2wkss_analysis.impact.households.designs import choice as chosen
from p2wkss_analysis.impact.households.designs import given_rule as ruled
from p2wkss_analysis.impact.households.designs.choice import Choice
from p2wkss_analysis.impact.households.designs.curve import curve, independent, normal_scores
from p2wkss_analysis.impact.households.designs.design import along, change, change_in_proportion, far_apart, on_baseline
from p2wkss_analysis.impact.households.designs.lots import lots
from p2wkss_analysis.impact.households.designs.whole_places import whole_places
from p2wkss_analysis.impact.households.table import Pair
from p2wkss_analysis.impact.texts import households as texts
from p2wkss_analysis.rule import HouseholdRule
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import NotEnoughData

BASE = Text("", "")


def pair_of(seed, n=60, rts=6, helped=None):
    rng = np.random.default_rng(seed)
    before, rt = rng.normal(10, 3, size=n), np.arange(n) % rts
    helped = np.arange(n) % 4 < 2 if helped is None else helped
    return Pair(before, before / 2 + helped + rng.normal(size=n), helped, rt, np.arange(n))


# --- curves and columns ---------------------------------------------------------------------------------


def test_a_curve_of_more_than_twelve_values_is_powers_in_robust_sds_held_at_three():
    x = np.append(np.arange(1.0, 13), 100.0)  # median 7, median distance 3
    z = (x - 7) / (1.4826 * 3)
    held = np.clip(z, -3, 3)
    assert curve(x, 3) == pytest.approx(np.column_stack([held, held**2, held**3, z / z.max()]))
    assert curve(x / 1000 - 5, 3) == pytest.approx(curve(x, 3))
    assert curve(np.arange(13.0), 2).shape == (13, 2)  # nothing lies beyond three
    most = np.append(np.zeros(20), np.arange(5.0, 18))  # more than half at one value: its robust SD is nought
    z = (most - 0) / most.std()
    assert curve(most, 1) == pytest.approx(np.column_stack([z, most == 0])) and np.abs(z).max() < 3
    for same, columns in ((3, 1), (4, 2)):  # of thirty; a tenth is no spike yet
        assert curve(np.append(np.zeros(same), np.arange(1.0, 31 - same)), 1).shape == (30, columns)


def test_few_values_are_ranks_and_bend_from_five_on():
    x = np.array([1.0, 1, 2, 5, 5, 5])
    scores = stats.norm.ppf((np.array([1.5, 1.5, 3, 5, 5, 5]) - 0.5) / 6)
    assert normal_scores(x) == pytest.approx(scores) and curve(x, 3) == pytest.approx(scores[:, None])
    for values, degree, columns in ((4, 3, 1), (5, 3, 2), (5, 1, 1), (12, 2, 2), (1, 3, 0), (2, 1, 1)):
        found = curve(np.arange(24.0) % values, degree)
        assert found.shape == (24, columns)
        if columns == 2:
            assert found[:, 1] == pytest.approx(found[:, 0] ** 2)


def test_columns_that_others_or_a_constant_add_up_to_are_left_out():
    a, b = np.arange(6.0), np.array([1.0, 0, 0, 1, 0, 2])
    found = independent(np.column_stack([np.full(6, 7.0), a, 3 * a - 2, b, a - b, np.zeros(6), b * 1e-12 + 1]))
    assert found.tolist() == np.column_stack([a, b]).tolist() and independent(np.zeros((4, 0))).shape == (4, 0)
    scaled = independent(np.column_stack([a * 1e9, b * 1e-9]))
    assert scaled.shape == (6, 2)


def test_outcomes_columns_and_order_of_each_regression():
    pair = pair_of(1)
    plain = on_baseline(pair)
    assert plain.columns[:, 0] == pytest.approx((pair.before - pair.before.mean()) / np.ptp(pair.before))
    assert plain.outcome is pair.after and plain.order is pair.before
    flat = Pair(np.ones(60), pair.after, pair.assisted, pair.cluster, pair.household)
    assert on_baseline(flat).columns.shape == (60, 0)
    assert change(pair).outcome == pytest.approx(pair.after - pair.before) and change(pair).columns.shape == (60, 0)
    made = along(pair, pair.after, [(pair.before, 2)], [pair.cluster > 2, np.column_stack([pair.cluster > 2, pair.cluster])], "m")
    bent = curve(pair.before, 2)
    assert made.columns[:, : bent.shape[1]] == pytest.approx(bent) and made.columns.shape[1] == bent.shape[1] + 2
    assert made.order is pair.before
    assert along(pair, pair.after, [], [], "m").columns.shape == (60, 0)
    X = np.column_stack([np.ones(60), pair.assisted, made.columns]).astype(float)
    slopes = np.linalg.lstsq(X, made.outcome, rcond=None)[0]
    assert made.with_assistance(pair.assisted) == pytest.approx(X)
    assert made.left_open(pair.assisted) == pytest.approx(made.outcome - made.columns @ slopes[2:])
    some = made.of(pair.cluster > 3)
    assert some.outcome == pytest.approx(pair.after[pair.cluster > 3]) and (some.order == pair.before[pair.cluster > 3]).all()
    assert np.linalg.matrix_rank(some.with_assistance(pair.assisted[pair.cluster > 3])) == 2 + some.columns.shape[1] > 4


def test_growth_in_proportion_needs_values_of_which_none_is_below_nought():
    helped = np.array([True, True, False, False])
    before, after = np.array([0.0, 30, 20, 60]), np.array([15.0, 35, 0, 90])

    def made(b, a, who=helped):
        return change_in_proportion(Pair(b, a, who, np.arange(4), np.arange(4)))

    growth = 45 / 40
    assert made(before, after).outcome == pytest.approx((after - growth * before) * np.array([1, 1, 15 / 40, 15 / 40]))
    assert made(before - 1, after) is None and made(before, after - 1) is None
    assert made(np.where(helped, 0, before), after) is None and made(np.where(helped, before, 0), after) is None
    assert made(before, after, np.ones(4, bool)) is None and made(before, after, np.zeros(4, bool)) is None


def test_many_who_started_beyond_the_others_are_said_in_steps_of_five_percent():
    other = np.array([5.0, 9.0])
    for outside, said in ((1, []), (2, ["20"]), (5, ["50"])):
        before = np.concatenate([np.where(np.arange(10) < outside, np.arange(10) % 2 * 20, 5.0 + np.arange(10) % 2 * 4), other])
        pair = Pair(before, before, np.arange(12) < 10, np.zeros(12, int), np.arange(12))
        notes = [note.say("en") for note in far_apart(pair)]
        assert len(notes) == len(said) and all(s in note for s, note in zip(said, notes, strict=True))


# --- how they were chosen -------------------------------------------------------------------------------


def slow_astray(index, helped):
    """Every cut between and on values: the assisted above it and the others below it, those on a cut on neither side."""
    cuts = np.unique(index)
    between = [-np.inf, *(cuts[:-1] + cuts[1:]) / 2, np.inf]
    return min(int((helped & (index > c)).sum() + (~helped & (index < c)).sum()) for c in [*cuts, *between])


def test_the_kindest_cut_is_the_best_of_all_cuts():
    rng = np.random.default_rng(3)
    for _ in range(60):
        index, helped = rng.integers(0, 5, 9).astype(float), rng.random(9) < 0.5
        assert chosen._astray(index, helped) == slow_astray(index, helped)


def made_choice(by, figures=None, quotas=None, place=None, n=12, **rule):
    figures = np.empty((n, 0)) if figures is None else np.asarray(figures, dtype=float).reshape(n, -1)
    names = tuple(f"f{k}" for k in range(figures.shape[1]))
    rule = HouseholdRule(by, names, **rule) if names else HouseholdRule(by, **rule)
    quotas = np.empty((n, 0)) if quotas is None else np.asarray(quotas, dtype=float).reshape(n, -1)
    place = np.zeros(n, int) if place is None else place
    return Choice(rule, figures, quotas, place, np.zeros(figures.shape[1], bool), np.nan)


def test_the_share_that_a_rule_accounts_for_by_hand():
    low, n = np.arange(12) < 4, np.arange(12.0)
    odd = n % 2 == 1
    before, alone = np.random.default_rng(1).normal(size=12), np.zeros(12, int)

    def share(choice, helped=low, cluster=alone, before=before):
        return chosen.followed(choice, helped, cluster, before)

    assert share(made_choice("register", n)) == share(made_choice("score", -n)) == 1.0
    moved = low.copy()
    moved[[3, 9]] = False, True
    assert share(made_choice("register", n), moved) == pytest.approx(1 - 1 / 4)
    gap = n.copy()
    gap[2] = np.nan
    assert share(made_choice("register", gap), moved) == pytest.approx(1 - 1 / 3)
    assert share(made_choice("register", np.ones(12))) == 0.0 and np.isnan(share(made_choice("register", n), np.ones(12, bool)))
    assert np.isnan(share(made_choice("unknown"))) and np.isnan(share(made_choice("next_year")))
    assert share(made_choice("register", np.where(low, np.nan, n))) != 1.0
    # of two places each has a cut of its own; one cut for both, best at five, leaves the assisted one at six astray
    two = (odd & (n < 4)) | (~odd & (n < 8))
    assert share(made_choice("register", n, place=odd.astype(int), within="rt"), two) == 1.0
    assert share(made_choice("register", n), two) == pytest.approx(1 - 1 / 6)
    assert share(made_choice("register", n, odd), two) == 1.0
    for at, expected in ((3.5, 1.0), (3.0, 1.0), (4.0, 1.0), (4.5, 0.75), (2.5, 0.75), (1.5, 0.5), (20.0, 0.0)):
        assert share(made_choice("register", n, cut=at)) == pytest.approx(expected), at
    assert share(made_choice("score", np.column_stack([n + 9 * odd, odd * 1.0]))) == 1.0
    assert share(made_choice("score", np.column_stack([n + 9 * odd, odd * 1.0]), np.ones(12))) == 1.0  # a quota that all are of
    rule = made_choice("register", n)
    alone = [Choice(rule.rule, rule.figures, rule.quotas, rule.place, rule.outcome_is, at).alone for at in (0.979, 0.98, np.nan)]
    assert alone == [False, True, True]


def test_whole_rts_are_followed_as_far_as_they_are_not_split_and_their_means_part_them():
    cluster = np.arange(12) // 3
    before = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0])
    rule = made_choice("whole_rt")
    assert chosen.followed(rule, np.isin(cluster, [0, 3]), cluster, before) == 1.0
    assert chosen.followed(rule, np.isin(cluster, [0, 1]), cluster, before) == pytest.approx(0.5)
    assert chosen.followed(rule, np.isin(cluster, [2]), cluster, before) == 1.0  # the best off, all the same by a cut
    split = np.isin(cluster, [0, 3])
    split[[2, 3]] = False, True
    assert chosen.followed(rule, split, cluster, before) == pytest.approx(1 - 2 / 6)
    figure = np.repeat([1.0, 5, 2, 9], 3)
    assert chosen.followed(made_choice("whole_rt", figure), np.isin(cluster, [0, 2]), cluster, before) == 1.0
    holes = np.where(np.arange(12) % 3 == 0, np.nan, figure)
    assert chosen.followed(made_choice("whole_rt", holes), np.isin(cluster, [0, 1]), cluster, before) == pytest.approx(0.5)


@pytest.mark.parametrize("seed", range(3))
def test_lots_are_believed_until_the_sides_differ_by_more_than_lots_make_them(seed):
    rng = np.random.default_rng(seed)
    before, helped, place = rng.normal(size=40), rng.random(40) < 0.4, np.arange(40) % 2
    before[3] = np.nan
    before += 0.9 * helped * (seed == 2)
    d, y, use = helped.astype(float), before.copy(), np.isfinite(before)
    for p in (0, 1):
        inside = use & (place == p)
        d[inside] -= d[inside].mean()
        y[inside] -= y[inside].mean()
    size = abs((d * y)[use].sum()) / ((d**2)[use] @ (y**2)[use]) ** 0.5
    level = 2 * stats.norm.sf(size)
    assert chosen._like_lots(before, helped, place, 0.99 * level) and not chosen._like_lots(before, helped, place, 1.01 * level)
    assert chosen._like_lots(np.ones(40), helped, place, 1.0)


def test_loss_is_alike_to_ten_points_or_to_what_chance_makes_of_few():
    def alike(n, lost, lost_other):
        helped = np.arange(2 * n) < n
        seen = np.flatnonzero(np.concatenate([np.arange(n) >= lost, np.arange(n) >= lost_other]))
        pair = Pair(seen, seen, helped[seen], seen, seen)
        choice = made_choice("draw", n=2 * n)
        return chosen.lost_alike(
            pair, Choice(choice.rule, choice.figures, choice.quotas, choice.place, choice.outcome_is, 1.0, None, helped)
        )

    assert alike(1000, 100, 200) and not alike(1000, 100, 201) and not alike(1000, 201, 100)
    assert alike(20, 0, 5) is bool(0.25 <= 1.959964 * (0.875 * 0.125 * 2 / 20) ** 0.5)
    assert alike(20, 0, 4) is bool(0.2 <= 1.959964 * (0.9 * 0.1 * 2 / 20) ** 0.5)
    assert chosen.lost_alike(None, made_choice("draw"))


def test_equals_of_whom_some_were_taken_count_unless_lots_could_have_parted_them():
    alike, helped = np.repeat([0, 1, 2], 10), np.arange(30) % 10 < 4
    helped[10:20] = True
    worst = np.where(helped, 0.0, 5.0) + np.arange(30) / 100
    assert chosen._chosen_among_equals(alike, helped, worst) == 4 + 4
    assert chosen._chosen_among_equals(alike, helped, np.arange(30) % 2 * 1.0) == 0
    assert chosen._chosen_among_equals(np.arange(30), helped, worst) == 0
    most = np.arange(30) % 10 < 7
    assert chosen._chosen_among_equals(alike, most, np.where(most, 0.0, 5.0) + np.arange(30) / 100) == 3 * 3


def test_who_is_in_a_draw_by_chances_in_percent_or_as_shares():
    def asked(chances):
        rows = pd.DataFrame({"household_id": list("abcde"), "wave": 0, "chance": chances})
        both = pd.concat([rows, rows.assign(wave=1, chance=np.nan)])
        return both, chosen.in_the_draw(both, HouseholdRule("draw", "chance"))

    for chances, inside in (([0, 1.5, 50, 99, 100], "bcd"), ([0, 0.2, 0.5, 1, np.nan], "bc"), ([0, 1, 100, 100, 100], "b")):
        found = asked(chances)[1]
        assert "".join(found["household_id"]) == 2 * inside and found.index.tolist() == list(range(2 * len(inside)))
    rows, found = asked(["x", 1, 50, 99, 100])
    assert found is rows  # words are refused later
    with pytest.raises(NotEnoughData):
        asked([0, 0, 1, 1, np.nan])


# --- lots, whole RTs, ranges ----------------------------------------------------------------------------


def test_lots_are_dealt_again_and_judged_by_t_with_hc2_errors():
    rng = np.random.default_rng(5)
    strata = np.arange(30) % 3
    drawn = (np.arange(30) // 3 % 2).astype(float)
    z = np.column_stack([strata == k for k in range(3)] + [rng.normal(size=30)]).astype(float)
    y = rng.normal(size=30) + drawn * (1 + rng.normal(size=30))

    def t_of(outcome, d):
        fit = sm.OLS(outcome, np.column_stack([d, z])).fit(cov_type="HC2")
        return fit.params[0], fit.bse[0]

    estimate, error = t_of(y, drawn)
    found = lots(y, drawn, z, strata, 59, 4)
    keys = strata + np.random.default_rng([4, 12]).random((59, 30))
    places, sizes = np.argsort(strata, kind="stable"), []
    for row in keys:
        dealt = np.empty(30)
        dealt[places] = drawn[np.argsort(row)]
        assert all(dealt[strata == k].sum() == drawn[strata == k].sum() for k in range(3))
        value, spread = t_of(y - estimate * drawn, dealt)
        sizes.append(abs(value) / spread)
    assert (found.estimate, found.std_error) == pytest.approx((estimate, error))
    assert found.p_value == pytest.approx((1 + sum(s >= abs(estimate) / error for s in sizes)) / 60)
    reach = sorted(sizes)[57 - 1] * error  # the 57th of 59 is the first that at most 5 % of 60 lie beyond
    assert (found.conf_low, found.conf_high) == pytest.approx((estimate - reach, estimate + reach))
    assert found.smallest_p == 1 / 60 and found.smallest_detectable == pytest.approx(reach + 0.8416212 * error)
    assert lots(y, z[:, 0], z, strata, 19) is None
    doubled = lots(y, drawn, np.column_stack([z, z[:, 0]]), strata, 59, 4)
    assert (doubled.estimate, doubled.p_value) == pytest.approx((found.estimate, found.p_value))


def test_rts_are_cases_without_the_few_of_the_other_side():
    rng = np.random.default_rng(6)
    rt = np.arange(70) // 10
    helped = rt < 3
    helped[[0, 65]] = ~helped[[0, 65]]
    before = rng.normal(size=7)[rt] + rng.normal(size=70)
    after = before / 2 + 2 * helped + rng.normal(size=70)
    pair = Pair(before, after, helped, rt, np.arange(70))
    own = helped == (rt < 3)
    means = pd.DataFrame({"rt": rt, "b": before, "a": after, "c": after - before, "f": rt**2.0})[own].groupby("rt").mean()
    for figures, outcome, column in ((np.empty((70, 0)), "a", "b"), ((rt**2.0)[:, None], "c", "f")):
        fit = sm.OLS(means[outcome].to_numpy(), np.column_stack([np.ones(7), np.arange(7) < 3, means[column]])).fit()
        found = whole_places(pair, figures, "m", BASE)
        assert (found.estimate, found.std_error, found.p_value) == pytest.approx((fit.params[1], fit.bse[1], fit.pvalues[1]))
        assert (found.n_treated, found.n_comparison) == (29, 39) and "3" in found.notes[0].say("en")
    for keep, runs in (([0, 1, 3, 4, 5], True), ([0, 1, 3, 4], False), ([0, 3], True)):
        some = pair.of(np.isin(rt, keep))
        found = whole_places(some, np.empty((len(some.after), 0)), "m", BASE)
        assert found.runs is runs
    assert found.estimate == pytest.approx(means["a"][0] - means["a"][3]) and np.isnan(found.p_value)
    assert (found.method, found.base, found.notes) == ("m", BASE, (texts.ONE_RT_A_SIDE,))
    for n, runs in ((4, False), (5, True)):
        few = np.flatnonzero(rt == 0)[1 : n + 1]
        some = pair.of(np.isin(np.arange(70), few) | (rt == 3))
        assert whole_places(some, np.empty((len(some.after), 0)), "m", BASE).runs is runs


def test_a_range_goes_from_the_lowest_to_the_highest_of_everything():
    one = Estimate("a", BASE, 2.0, 1.0, 0.5, 3.5, 0.01, 0.001, 2.5, 30, 40)
    two = Estimate("b", BASE, 4.0, 2.0, 0.1, 8.0, 0.04, 0.002, 5.0, 30, 40)
    found = ruled.between([one, two], BASE)
    assert (found.method, found.estimate, found.range_low, found.range_high) == (RANGE, 3.0, 2.0, 4.0)
    assert (found.conf_low, found.conf_high, found.std_error, found.p_value, found.smallest_p) == (0.1, 8.0, 2.0, 0.04, 0.002)
    assert found.smallest_detectable == pytest.approx(7.9 / 2 + 0.8416212 * 2) and found.n_treated == 30
    turned = Estimate("c", BASE, -1.0, 1.0, -3.0, -0.2, 0.01, 0.001, 2.5)
    assert ruled.between([one, turned], BASE).p_value == 1.0 and ruled.between([turned, turned], BASE).p_value == 0.01
    nought = Estimate("c", BASE, 0.0, 1.0, -2.0, 2.0, 0.9, 0.001, 2.5)
    assert ruled.between([one, nought], BASE).p_value == 1.0
    none = Estimate("d", BASE, 1.0, np.nan, -np.inf, np.inf, np.nan, np.nan, np.inf)
    assert np.isnan(ruled.between([one, none], BASE).p_value) and not ruled.between([one, Estimate("e", BASE)], BASE).runs


def test_households_of_whole_rts_are_held_against_the_means_of_their_rts():
    rt = np.repeat(np.arange(5), [6, 8, 10, 12, 14])
    pair = Pair(np.arange(50.0) % 7, np.arange(50.0) % 11, rt < 2, rt, np.arange(50))
    figure = np.arange(50.0) ** 2 % 13
    for figures, own, outcome in ((None, pair.before, pair.after), (figure, figure, pair.after - pair.before)):
        base = made_choice("whole_rt", figures, n=50)
        followed = Choice(base.rule, base.figures, base.quotas, base.place, base.outcome_is, 1.0)
        ((seen, design),) = ruled.designs(pair, followed)
        means = np.array([own[rt == k].mean() for k in range(5)])[rt]
        assert design.outcome == pytest.approx(outcome) and len(seen.after) == 50
        assert design.columns[:, 0] == pytest.approx(means)


@pytest.mark.parametrize(
    ("same", "followed", "range_"), [((True, False), 0.5, True), ((False, False), 0.5, False), ((True, False), 1.0, False)]
)
def test_a_rule_not_followed_of_which_the_outcome_is_part_is_as_good_as_none(same, followed, range_):
    rule = HouseholdRule("score", ("income", "register"))
    choice = Choice(rule, np.zeros((4, 2)), np.empty((4, 0)), np.zeros(4, int), np.array(same), followed)
    assert ruled._as_unknown(choice) is range_


def test_beside_a_score_stands_the_baseline():
    pair, score = pair_of(2), np.random.default_rng(2).normal(size=60)
    base = made_choice("score", score, n=60)
    choice = Choice(base.rule, base.figures, base.quotas, base.place, base.outcome_is, 1.0)
    ((_, design),) = ruled.designs(pair, choice)
    assert design.columns[:, -1] == pytest.approx(pair.before) and design.outcome == pytest.approx(pair.after)
    assert design.columns[:, :-1] == pytest.approx(independent(curve(normal_scores(score), 3)))


@pytest.mark.parametrize("shares", [(16, 4), (10, 10)])
def test_lots_that_differ_between_rts_are_dealt_within_them(shares):
    rng = np.random.default_rng(3)
    rt, helped = np.repeat([0, 1], 20), np.concatenate([np.arange(20) < k for k in shares])
    before = rng.normal(size=40)
    pair = Pair(before, before + 4 * rt + helped + rng.normal(size=40), helped, rt, np.arange(40))
    base = made_choice("draw", n=40)
    choice = Choice(base.rule, base.figures, base.quotas, base.place, base.outcome_is, 1.0)
    groups = [rt == 0, rt == 1] if shares == (16, 4) else [np.ones(40)]
    by_hand = np.linalg.lstsq(np.column_stack([helped, before, *groups]).astype(float), pair.after, rcond=None)[0][0]
    assert ruled._drawn(pair, choice, BASE, 19, 0).estimate == pytest.approx(by_hand)


def test_sides_without_a_value_in_common_of_the_one_figure_that_decided():
    pair = pair_of(4, 12, 2, helped=np.arange(12) < 5)
    n = np.arange(12.0)
    mixed, gap = n.copy(), np.where(n == 4, np.nan, n)
    mixed[4] = 8
    for figures, apart in (
        (n, True),
        (-n, True),
        (mixed, False),
        (gap, True),
        (np.minimum(n, 4), False),
        (np.column_stack([n, n]), False),
    ):
        assert ruled._no_overlap(pair, made_choice("score", figures)) is apart
