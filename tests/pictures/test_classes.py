"""Limits, classes and their texts."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.pictures.maps.classes import (
    class_limits,
    class_texts,
    classify,
    enough_digits,
    natural_breaks,
)
from p2wkss_analysis.say.errors import WrongUse

NUMBERS = st.lists(st.integers(0, 400).map(lambda v: v / 4), min_size=6, max_size=9)


def spread(values, tops):
    classes = np.searchsorted(tops, values, side="left")
    return sum(((values[classes == c] - values[classes == c].mean()) ** 2).sum() for c in np.unique(classes))


@settings(max_examples=60, deadline=None)
@given(NUMBERS, st.integers(2, 4))
def test_natural_breaks_are_the_best_of_all_cuts(values, k):
    x = np.array(values)
    distinct = np.unique(x)
    if len(distinct) < k:
        return
    best = min(spread(x, np.array(cut)) for cut in combinations(distinct[:-1], k - 1))
    assert spread(x, natural_breaks(x, k)) == pytest.approx(best, abs=1e-9)


@pytest.mark.filterwarnings("ignore:Numba")
@pytest.mark.parametrize(("seed", "n", "k"), [(0, 35, 5), (1, 120, 4), (2, 60, 7)])
def test_natural_breaks_equal_those_of_mapclassify(seed, n, k):
    mapclassify = pytest.importorskip("mapclassify")
    x = np.round(np.random.default_rng(seed).gamma(2, 5, n), 2)
    assert natural_breaks(x, k).tolist() == pytest.approx(mapclassify.FisherJenks(x, k=k).bins[:-1].tolist())


def test_natural_breaks_do_not_mind_the_level_of_the_numbers():
    x = np.random.default_rng(4).normal(size=50)
    assert natural_breaks(x + 1e6, 4) == pytest.approx(natural_breaks(x, 4) + 1e6, abs=1e-6)


def test_a_value_on_a_limit_belongs_to_the_class_above():
    assert classify([4.999, 5, 9.999, 10, np.nan, np.inf, -np.inf], (5, 10)).tolist() == [
        0,
        1,
        1,
        2,
        -1,
        -1,
        -1,
    ]


def test_given_limits_are_kept_and_wrong_ones_refused():
    assert class_limits([1, 2, 3], (5, 7.5), 1) == (5.0, 7.5)
    for wrong in ((), (5, 5), (7, 5), ("a",), (np.nan,), tuple(range(9)), 1, 10, 0):
        with pytest.raises(WrongUse):
            class_limits([1, 2, 3], wrong, 1)


@settings(max_examples=60, deadline=None)
@given(NUMBERS, st.integers(2, 9))
def test_limits_are_rounded_increasing_and_leave_no_class_beyond_the_data(values, k):
    limits = class_limits(values, k, 1)
    assert list(limits) == sorted(set(limits)) and len(limits) <= k - 1
    assert all(round(v, 1) == v for v in limits)
    if limits:
        assert min(values) < limits[0] and limits[-1] <= max(values) + 0.05


def test_few_distinct_values_give_few_classes():
    assert class_limits([3.0, 3.0, np.nan], 5, 1) == ()
    assert len(class_limits([3.0, 9.0, 9.0], 5, 1)) == 1
    assert class_limits([np.nan], 5, 1) == ()


def test_texts_in_both_languages():
    assert class_texts((1500, 2500.5), 1, "id") == ["< 1.500,0", "1.500,0 – < 2.500,5", "≥ 2.500,5"]
    assert class_texts((1500, 2500.5), 1, "en") == ["< 1,500.0", "1,500.0 – < 2,500.5", "≥ 2,500.5"]
    assert class_texts((), 1, "id") == []


def test_limits_are_written_out_in_full():
    assert enough_digits((5, 7.25), 1) == 2 and enough_digits((5, 7), 1) == 1
