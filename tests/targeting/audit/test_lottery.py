"""What drawing lots gives, against enumeration."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.targeting.audit.lottery import (
    at_least,
    central_range,
    draw_positions,
    drawn_totals,
    hits_distribution,
    two_sided,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=2))
def test_hits_agree_with_every_possible_draw(strata):
    strata = [(n, min(k, n), min(m, n)) for n, k, m in strata]
    counts = np.zeros(20)
    draws = [list(combinations(range(n), m)) for n, _, m in strata]
    first, second = draws[0], draws[1] if len(draws) > 1 else [()]
    for a in first:
        for b in second:
            hits = sum(i < strata[0][1] for i in a) + (sum(i < strata[1][1] for i in b) if len(draws) > 1 else 0)
            counts[hits] += 1
    expected = counts / counts.sum()
    got = hits_distribution(strata)
    np.testing.assert_allclose(got, expected[: len(got)], atol=1e-12)
    assert at_least(got, 0) == pytest.approx(1)


def test_central_range_leaves_at_most_a_fortieth_on_each_side():
    lots = hits_distribution([(63, 27, 9)])
    low, high = central_range(lots)
    assert lots[:low].sum() <= 0.025 < lots[: low + 1].sum()
    assert lots[high + 1 :].sum() <= 0.025 < lots[high:].sum()


def test_every_subset_is_equally_likely_and_none_is_repeated():
    drawn = np.sort(draw_positions(5, 3, 20_000, np.random.default_rng(1)), axis=1)
    assert (np.diff(drawn, axis=1) > 0).all()
    subsets, counts = np.unique(drawn, axis=0, return_counts=True)
    assert len(subsets) == 10
    assert np.abs(counts - 2000).max() < 5 * np.sqrt(2000)


def test_drawing_everything_gives_the_total_and_drawing_one_its_spread():
    values = np.array([1.0, 4.0, 9.0])
    rng = np.random.default_rng(0)
    np.testing.assert_allclose(drawn_totals([(values, 3)], 50, rng), 14)
    assert set(drawn_totals([(values, 1)], 200, rng)) == {1.0, 4.0, 9.0}


def test_two_sided_is_one_in_the_middle_and_small_at_either_end():
    simulated = np.arange(999.0)
    assert two_sided(simulated, 499.0) == 1.0
    assert two_sided(simulated, -5.0) == two_sided(simulated, 5000.0) == pytest.approx(2 / 1000)
