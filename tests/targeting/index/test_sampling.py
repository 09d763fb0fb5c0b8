"""Shares counted on few families: drawn to the others, and chances that hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, betabinom

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.index.sampling import drawn_shares
from p2wkss_analysis.targeting.need_index import need_index


def slow(count, of):
    """One place and one grid point at a time, with scipy's distributions."""
    pooled = (sum(count) + 0.5) / (sum(of) + 1)
    found = []
    for step in np.linspace(-4, 4, 17):
        mean = pooled + step * np.sqrt(pooled * (1 - pooled) / len(of))
        for size in np.geomspace(0.5, 300 * np.median(of), 30):
            if 0 < mean < 1:
                a, b = mean * size, (1 - mean) * size
                weight = size * np.median(of) / (size + np.median(of)) ** 2
                weight *= np.prod([betabinom.pmf(x, n, a, b) for x, n in zip(count, of, strict=True)])
                own = [beta(a + x, b + n - x) for x, n in zip(count, of, strict=True)]
                found.append((weight, [d.mean() for d in own], [d.var() + d.mean() ** 2 for d in own]))
    weight, mean, square = (np.array(part) for part in zip(*found, strict=True))
    mean, square = weight @ mean / weight.sum(), weight @ square / weight.sum()
    return mean, np.sqrt(square - mean**2)


def test_equal_to_the_slow_twin():
    count, of = [0, 3, 5, 9], [4, 10, 8, 60]
    for got, expected in zip(drawn_shares(count, of), slow(count, of), strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-6)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=12), st.randoms())
@settings(max_examples=60, deadline=None)
def test_between_the_own_share_and_all_and_whatever_the_order(pairs, order):
    count, of = np.array([a for a, _ in pairs]), np.array([a + b + 1 for a, b in pairs])
    share, error = drawn_shares(count, of)
    assert ((share > 0) & (share < 1) & (error > 0) & (error < 0.5)).all()
    more, less = drawn_shares(of - count, of)  # the share of the others is one less it
    np.testing.assert_allclose(more, 1 - share, atol=0.02)
    np.testing.assert_allclose(less, error, atol=0.02)
    shuffled = list(range(len(pairs)))
    order.shuffle(shuffled)
    np.testing.assert_allclose(drawn_shares(count[shuffled], of[shuffled])[0], share[shuffled], rtol=1e-9)


def test_the_smallest_place_is_not_first_by_luck():
    share, error = drawn_shares([4, 30, 20, 12, 20], [8, 75, 80, 60, 90])
    assert share[0] < share[1] and error[0] > 1.3 * error[1]  # 4 of 8 is half, 30 of 75 two fifths


def test_many_families_speak_for_themselves():
    share, error = drawn_shares([200_000, 100_000, 500_000], [1_000_000] * 3)
    np.testing.assert_allclose(share, [0.2, 0.1, 0.5], atol=1e-4)
    np.testing.assert_allclose(error, [4e-4, 3e-4, 5e-4], rtol=0.02)


def test_a_gap_stays_a_gap_and_a_count_beyond_its_families_is_refused():
    share, error = drawn_shares([1, np.nan, 3], [10, 10, 12])
    assert np.isnan(share[1]) and np.isnan(error[1]) and np.isfinite(share[[0, 2]]).all()
    with pytest.raises(WrongUse):
        drawn_shares([11], [10])


def test_a_printed_chance_is_the_chance_of_being_among_the_neediest():
    """Forty RT of 8 to 60 families: of those said to be among the true first four in over half of draws, as many are."""
    rng, said, right = np.random.default_rng(20), [], []
    for _ in range(60):
        of = rng.integers(8, 61, 40)
        truth = rng.beta(6, 24, 40)
        table = pd.DataFrame({"area_code": [f"{i:02d}" for i in range(40)], "poor": rng.binomial(of, truth), "families": of})
        ranking = need_index(table, {"poor": "higher"}, per={"poor": "families"}, counted=("poor",))
        chance = ranking.stability(4, draws=400, concentration=None, normalise=(), aggregate=()).probability
        first = np.isin(np.arange(40), np.argsort(-truth)[:4])
        said += list(chance[chance > 0.5])
        right += list(first[chance > 0.5])
    assert len(said) > 60
    assert np.mean(right) == pytest.approx(np.mean(said), abs=0.13)  # two standard errors; unshrunk shares miss by 0.2
