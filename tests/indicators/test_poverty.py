"""Poverty measures against the World Bank's incomes, a slow twin, the line itself, and invariances."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.indicators.poverty import poverty
from p2wkss_analysis.indicators.texts.poverty import EXPENDITURE_NOT_POSITIVE
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

# World Bank, Revisiting Targeting in Social Assistance (2022), table 7.3
INCOMES = [6, 8, 11, 15, 21, 25, 30, 40, 50, 100]
LINE = 20

people = st.lists(st.tuples(st.floats(1, 1000), st.integers(1, 9)), min_size=1, max_size=30)


def slow(expenditure, line, weights):
    """The definitions written as sums over persons, one by one."""
    total = sum(weights)
    poor = [(y, w) for y, w in zip(expenditure, weights, strict=True) if y < line]
    head = sum(w for _, w in poor) / total
    result = {
        "headcount": head,
        "gap": sum(w * (line - y) / line for y, w in poor) / total,
        "severity": sum(w * ((line - y) / line) ** 2 for y, w in poor) / total,
        "watts": sum(w * (math.log(line) - math.log(y)) for y, w in poor) / total,
        "sen": 0.0,
    }
    if poor:
        n = sum(w for _, w in poor)
        mean = sum(w * y for y, w in poor) / n
        gini = sum(w * v * abs(y - x) for y, w in poor for x, v in poor) / (2 * n * n * mean)
        gap = 1 - mean / line
        result["sen"] = head * (gap + (1 - gap) * gini)
    return result


def test_published_incomes():
    p = poverty(INCOMES, LINE)
    assert p["headcount"] == pytest.approx(0.4, abs=1e-12)
    assert p["gap"] == pytest.approx(0.2, abs=1e-12)
    assert p["severity"] == pytest.approx(0.1115, abs=1e-12)
    assert p["watts"] == pytest.approx(0.300578, abs=5e-7)
    assert p["sen"] == pytest.approx(0.2375, abs=1e-12)


@pytest.mark.parametrize(
    ("transfer", "gap", "severity"),
    [
        # the four ways of spending a budget of 30 in the same table: poverty after the transfer
        ([15, 15, 0, 0, 0, 0, 0, 0, 0, 0], 0.070, 0.0265),
        ([0, 15, 15, 0, 0, 0, 0, 0, 0, 0], 0.095, 0.05525),
        ([0, 0, 15, 15, 0, 0, 0, 0, 0, 0], 0.130, 0.0850),
        ([3] * 10, 0.140, 0.0605),
    ],
)
def test_published_transfers(transfer, gap, severity):
    p = poverty(np.add(INCOMES, transfer), LINE)
    assert p.gap == pytest.approx(gap, abs=1e-12)
    assert p.severity == pytest.approx(severity, abs=1e-12)


def test_a_household_exactly_on_the_line_is_not_poor():
    assert poverty([20, 30], 20).headcount == 0
    assert poverty([np.nextafter(20, 0), 30], 20).headcount == 0.5


@given(people, st.floats(1, 1000))
def test_equals_the_slow_twin(rows, line):
    y, w = [r[0] for r in rows], [r[1] for r in rows]
    fast, twin = poverty(y, line, w), slow(y, line, w)
    for measure, value in twin.items():
        assert fast[measure] == pytest.approx(value, abs=1e-9)


@given(people, st.floats(1, 1000), st.floats(0.01, 1e6))
def test_rescaling_money_changes_nothing(rows, line, factor):
    y, w = np.array([r[0] for r in rows]), [r[1] for r in rows]
    same = [v for v in y if abs(v - line) < 1e-9 * line]  # rounding may move a value across the line
    if not same:
        a, b = poverty(y, line, w), poverty(y * factor, line * factor, w)
        assert list(a.values()) == pytest.approx(list(b.values()), abs=1e-9)


@given(people, st.floats(1, 1000), st.integers(2, 4))
def test_replicating_everybody_changes_nothing(rows, line, times):
    y, w = [r[0] for r in rows], [r[1] for r in rows]
    assert list(poverty(y * times, line, w * times).values()) == pytest.approx(list(poverty(y, line, w).values()), abs=1e-9)


@given(people, st.floats(1, 1000))
def test_a_weight_is_that_many_people(rows, line):
    y, w = [r[0] for r in rows], [r[1] for r in rows]
    spread = [v for v, n in rows for _ in range(n)]
    assert list(poverty(spread, line).values()) == pytest.approx(list(poverty(y, line, w).values()), abs=1e-9)


@given(people, st.floats(1, 1000), st.randoms())
def test_row_order_does_not_matter(rows, line, random):
    shuffled = rows[:]
    random.shuffle(shuffled)
    a = poverty([r[0] for r in rows], line, [r[1] for r in rows])
    b = poverty([r[0] for r in shuffled], line, [r[1] for r in shuffled])
    assert list(a.values()) == pytest.approx(list(b.values()), abs=1e-9)


def test_an_own_line_for_each_row_equals_the_groups_joined():
    urban, rural = poverty([5, 12, 30], 20), poverty([5, 12, 30], 10)
    both = poverty([5, 12, 30, 5, 12, 30], [20, 20, 20, 10, 10, 10])
    for measure in ("headcount", "gap", "severity", "watts"):
        assert both[measure] == pytest.approx((urban[measure] + rural[measure]) / 2, abs=1e-12)


def test_nobody_and_everybody_poor():
    assert list(poverty([30, 40], 20).values()) == [0, 0, 0, 0, 0]
    assert poverty([10, 10], 20).sen == pytest.approx(0.5)


def test_missing_stays_missing():
    p = poverty(pd.Series([6, None, 8]), 20)
    assert all(math.isnan(v) for v in p.values())
    assert "kosong" in p.sentence("id")
    for line, weights in (([20, np.nan, 20], None), (20, [1, 1, np.nan])):
        assert all(math.isnan(v) for v in poverty([6, 7, 8], line, weights).values())


@pytest.mark.parametrize(
    ("y", "line", "w"),
    [
        ([0, 5], 20, None),
        ([-1, 5], 20, None),
        ([5, 6], 0, None),
        ([5, 6], -3, None),
        ([5, 6], 20, [1, -1]),
        ([5, 6], 20, [1]),
        ([5, 6], [20, 20, 20], None),
        ([5, 6], [20, 0], None),
        ([5, 6], [20, float("inf")], None),
        ([5, 6], 20, [1, float("inf")]),
        (["a"], 20, None),
        ([[1, 2], [3, 4]], 20, None),
        ([float("inf")], 20, None),
    ],
)
def test_bad_input_is_refused(y, line, w):
    with pytest.raises(WrongUse):
        poverty(y, line, w)


@pytest.mark.parametrize(
    ("y", "n", "place", "value"), [([0.5, 0, 7, -1], 2, 2, "0"), ([5, 7, float("inf")], 1, 3, "inf"), ([-4.5], 1, 1, "-4.5")]
)
def test_the_first_impossible_amount_is_named_with_its_place(y, n, place, value):
    with pytest.raises(WrongUse) as refused:
        poverty(y, 20)
    assert str(refused.value) == EXPENDITURE_NOT_POSITIVE.say("id", n=n, place=place, value=value)


@pytest.mark.parametrize(("y", "w"), [([], None), ([5, 6], [0, 0])])
def test_nothing_to_measure(y, w):
    with pytest.raises(NotEnoughData):
        poverty(y, 20, w)


def test_it_is_a_mapping_a_table_and_a_sentence():
    p = poverty(INCOMES, LINE)
    assert list(p) == ["headcount", "gap", "severity", "watts", "sen"]
    assert dict(p)["gap"] == p.gap and len(p) == 5
    assert list(p.table().columns) == ["measure", "value"]
    assert all(part in p.sentence("id") for part in ("40,00%", "20,00%")) and all(
        part in p.sentence("en") for part in ("40.00%", "20.00%")
    )
    with pytest.raises(KeyError):
        p["table"]
