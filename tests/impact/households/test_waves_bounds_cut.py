"""Lee bounds and the jump at the cut: slow twins, planted truths, edges."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from p2wkss_analysis.impact.households.designs.jump_at_cut import Pilot, folded_normal, jump_at_cut, local_line
from p2wkss_analysis.impact.households.lee_bounds import lee_bounds
from p2wkss_analysis.impact.households.table import Pair
from p2wkss_analysis.impact.households.waves import evaluate_households
from p2wkss_analysis.say import Text

BASE = Text("", "")


# --- Lee bounds -----------------------------------------------------------------------------------------


def slow_lee(y, helped):
    """Repeat every household until the share to trim is a whole number of rows, sort, cut, average."""
    seen = np.isfinite(y)
    a, n, c, m = (int(x) for x in ((seen & helped).sum(), helped.sum(), (seen & ~helped).sum(), (~helped).sum()))
    one, two = np.sort(y[seen & helped]), np.sort(y[seen & ~helped])
    if a * m < c * n:  # the comparison is seen more often: mirror
        low, high = slow_lee(y, ~helped)
        return -high, -low
    copies, keep = np.repeat(one, a * m), c * n * a  # a rows x a m copies, of which c n / (a m) are kept
    return copies[:keep].mean() - two.mean(), copies[-keep:].mean() - two.mean()


@pytest.mark.parametrize("seed", range(6))
def test_lee_bounds_are_repeat_sort_and_cut(seed):
    rng = np.random.default_rng(seed)
    y, helped = rng.normal(size=23).round(1), rng.random(23) < 0.5
    y[rng.random(23) < np.where(helped, 0.1, 0.4)] = np.nan
    found = lee_bounds(y, helped)
    assert (found.low, found.high) == pytest.approx(slow_lee(y, helped), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.floats(0, 0.7), st.floats(0, 0.7))
def test_lee_bounds_hold_the_difference_in_means_and_turn_with_the_sides(seed, lost, lost_other):
    rng = np.random.default_rng(seed)
    y, helped = rng.normal(size=60), np.arange(60) % 2 == 0
    y[rng.random(60) < np.where(helped, lost, lost_other)] = np.nan
    if min(np.isfinite(y[helped]).sum(), np.isfinite(y[~helped]).sum()) == 0:
        return
    found, turned = lee_bounds(y, helped), lee_bounds(-y, helped)
    gap = np.nanmean(y[helped]) - np.nanmean(y[~helped])
    assert found.low <= gap + 1e-12 and gap <= found.high + 1e-12
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))
    swapped = lee_bounds(y, ~helped)
    assert (swapped.low, swapped.high) == pytest.approx((-found.high, -found.low))


def test_as_many_seen_on_both_sides_trims_nothing():
    y = np.array([1.0, 2, np.nan, 5, 6, np.nan])
    found = lee_bounds(y, np.arange(6) < 3)
    assert found.low == found.high == -4.0 and found.trimmed == "" and found.share == 0


def test_lee_bounds_hold_the_truth_where_the_worst_are_lost_and_the_naive_gap_does_not():
    rng = np.random.default_rng(0)
    n = 40_000
    helped, before = np.arange(n) % 2 == 0, rng.normal(size=n)
    y = before + 0.3 * helped
    y[(before < -0.8) & ~helped] = np.nan  # the poorest leave unless they are helped
    found = lee_bounds(y, helped)
    assert found.low < 0.3 < found.high + 1e-9 and found.trimmed == "assisted"
    assert found.share == pytest.approx(stats.norm.cdf(-0.8), abs=0.01)
    # Those seen either way are the better ones, so the upper bound (their true gap) is met exactly.
    assert found.high == pytest.approx(0.3, abs=0.02)
    assert np.nanmean(y[helped]) - np.nanmean(y[~helped]) < 0.1


def test_bootstrap_errors_are_those_of_a_difference_in_means():
    rng = np.random.default_rng(3)
    y, helped, cluster = rng.normal(size=600), np.arange(600) % 2 == 0, np.arange(600)
    found = lee_bounds(y, helped, cluster, draws=800)
    assert found.low_error == pytest.approx(np.sqrt(2 / 300), rel=0.12) and found.low_error == pytest.approx(found.high_error)


def table_of(before, after, helped, rt, **columns):
    n = len(before)
    first = pd.DataFrame({"household_id": range(n), "wave": 0, "rt": rt, "assisted": helped, "income": before, **columns})
    last = first.assign(wave=1, income=after)
    return pd.concat([first, last[np.isfinite(after)]], ignore_index=True)


def test_bound_rows_take_the_baseline_out_and_need_enough_rts_for_an_error():
    rng = np.random.default_rng(4)
    n = 480
    helped, rt = np.arange(n) % 2 == 0, np.arange(n) // 20
    before = rng.normal(size=n) * 10
    after = before + 2 * helped + rng.normal(size=n)
    after[rng.random(n) < np.where(helped, 0.05, 0.25)] = np.nan
    found = evaluate_households(table_of(before, after, helped, rt), "income", "higher").table("en").set_index("method")
    low, high = found.loc["lee_bound_low"], found.loc["lee_bound_high"]
    assert low["estimate"] < 2 < high["estimate"] and high["estimate"] - low["estimate"] < 3
    assert low["std_error"] > 0 and np.isnan(low["p_value"]) and "trimmed" in low["note"]
    few = evaluate_households(table_of(before, after, helped, rt // 6), "income", "higher").table().set_index("method")
    assert np.isnan(few.loc["lee_bound_low", "std_error"]) and np.isinf(few.loc["lee_bound_low", "smallest_detectable"])


# --- the jump at the cut --------------------------------------------------------------------------------


def by_score(seed, n=300, jump=0.0, curve=0.0, above=True):
    rng = np.random.default_rng(seed)
    score = rng.uniform(-50, 50, n)
    helped = score >= 0 if above else score <= 0
    before = rng.normal(size=n)
    after = 0.5 * before + 0.02 * score + curve * score**2 + jump * helped + rng.normal(size=n)
    return Pair(before, after, helped, np.arange(n) % 9, np.arange(n)), score + 60


def test_the_local_line_is_weighted_least_squares_on_each_side():
    pair, score = by_score(0)
    x, side = score - 60, score >= 60
    line = local_line(x, pair.after, side, 30.0, Pilot(0.001, 1.0))
    ends = []
    for own in (side, ~side):
        rows = own & (np.abs(x) < 30)
        weights = 1 - np.abs(x[rows]) / 30
        ends.append(sm.WLS(pair.after[rows], sm.add_constant(x[rows]), weights=weights).fit().params[0])
    assert line.jump == pytest.approx(ends[0] - ends[1], abs=1e-9)
    # The worst curve with |f''| <= M is +M x^2/2 on one side and -M x^2/2 on the other: its jump is the bias.
    worst = local_line(x, np.where(side, 1, -1) * 0.0005 * x**2, side, 30.0, Pilot(0.001, 1.0))
    assert abs(worst.jump) == pytest.approx(line.bias, rel=1e-9)


def test_the_critical_value_is_the_folded_normals():
    assert folded_normal(0.95, 0) == pytest.approx(1.959964, abs=1e-6)
    for bias in (0.1, 0.5, 1.0, 2.0, 7.9, 8.1):
        c = folded_normal(0.95, bias)
        assert stats.norm.cdf(c - bias) - stats.norm.cdf(-c - bias) == pytest.approx(0.95, abs=1e-9)
    assert folded_normal(0.95, 8.0) == pytest.approx(folded_normal(0.95, 8.001), abs=0.01)


@pytest.mark.parametrize(
    ("jump", "curve"),
    [(0.0, 0.0008), *(pytest.param(jump, 0.0, marks=pytest.mark.extended) for jump in (0.0, 2.0))],
)
def test_the_interval_of_the_jump_keeps_its_cover(jump, curve):
    rows = []
    for seed in range(80):
        pair, score = by_score(seed, jump=jump, curve=curve)
        rows.append(jump_at_cut(pair, score, 60.0, BASE))
    cover = np.mean([r.conf_low <= jump <= r.conf_high for r in rows])
    assert cover > 0.95 - 3 * np.sqrt(0.05 * 0.95 / 80)
    if jump:
        assert np.mean([r.p_value <= 0.05 for r in rows]) > 0.8
    else:
        assert np.mean([r.p_value <= 0.05 for r in rows]) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 80)


def test_p_and_interval_agree():
    for seed in range(30):
        row = jump_at_cut(*by_score(seed, jump=0.8), 60.0, BASE)
        assert (row.p_value <= 0.05) == (not row.conf_low <= 0 <= row.conf_high)


def test_the_assisted_side_may_be_the_lower_one():
    pair, score = by_score(1, jump=3.0, above=False)
    row = jump_at_cut(pair, score, 60.0, BASE)
    assert row.conf_low < 3 < row.conf_high and row.conf_low > 0


def test_a_household_exactly_on_the_cut_belongs_to_the_side_it_was_put_on():
    pair, score = by_score(2, jump=2.0)
    score = np.round(score / 5) * 5  # rounded scores, many on the cut
    for helped in (score >= 60, score > 60):
        own = Pair(pair.before, 0.5 * pair.before + 2 * helped, helped, pair.cluster, pair.household)
        noisy = Pair(
            own.before,
            own.after + np.random.default_rng(0).normal(size=300) * 0.1,
            helped,
            own.cluster,
            own.household,
        )
        row = jump_at_cut(noisy, score, 60.0, BASE)
        assert row.estimate == pytest.approx(2, abs=0.15) and row.n_treated + row.n_comparison <= 300
        assert not any("deliberation" in note.say("en") for note in row.notes)


def test_households_moved_across_by_deliberation_are_counted_and_too_many_refuse():
    pair, score = by_score(3, jump=2.0)
    for share, runs in ((0.1, True), (0.4, False)):
        moved = np.random.default_rng(0).random(300) < share
        row = jump_at_cut(
            Pair(pair.before, pair.after, pair.assisted ^ moved, pair.cluster, pair.household),
            score,
            60.0,
            BASE,
        )
        assert row.runs == runs and "other side of the cut" in row.notes[-1 if not runs else 1].say("en")


def test_a_jump_before_the_programme_is_told():
    pair, score = by_score(4)
    row = jump_at_cut(
        Pair(pair.before + 4 * pair.assisted, pair.after, pair.assisted, pair.cluster, pair.household),
        score,
        60.0,
        BASE,
    )
    assert any("jumps at the same cut already" in note.say("en") for note in row.notes)


@pytest.mark.parametrize("n", [12, 18])
def test_few_households_are_refused(n):
    assert not jump_at_cut(*by_score(0, n=n), 60.0, BASE).runs


def test_scores_of_few_values_are_refused():
    pair, score = by_score(0)
    row = jump_at_cut(pair, np.where(score >= 60, 61.0, 59.0), 60.0, BASE)
    assert not row.runs and "four different scores" in row.notes[0].say("en")


def test_the_cut_is_read_from_a_clean_score_and_its_row_stands_in_the_table():
    pair, score = by_score(5, jump=3.0)
    table = table_of(pair.before, pair.after, pair.assisted, pair.cluster, need=score)
    found = evaluate_households(table, "income", "higher", score="need", draws=99)
    own = found.table().set_index("method").loc["jump_at_cut"]
    assert score[~pair.assisted].max() < found.cut < score[pair.assisted].min()
    assert own["p_value"] < 0.05 and own["smallest_detectable"] > 0
    given_cut = evaluate_households(table, "income", "higher", score="need", cut=60, draws=99)
    alone = jump_at_cut(pair, score, 60.0, BASE)
    own = given_cut.table().set_index("method").loc["jump_at_cut"]
    assert (own["estimate"], own["conf_low"], own["n_treated"]) == (
        alone.estimate,
        alone.conf_low,
        alone.n_treated,
    )
