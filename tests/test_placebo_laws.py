"""The benchmark of placebo laws: windows of real panels, sites chosen by a rule, and rates with honest intervals."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "benchmarks"))
import placebo_laws as laws
import placebo_laws_page as page
import placebo_panels as real


@pytest.fixture
def panel():
    values = pd.DataFrame(np.random.default_rng(1).normal(10, 1, (40, 9)).cumsum(1), index=[f"p{k}" for k in range(40)],
                          columns=range(2010, 2019))  # fmt: skip
    sets = real.dealt(values.index, pd.Series("", index=values.index))
    return real.RealPanel("made up", "all", "other", "made up", "develop", "", "lower", values, sets)


def window_of(panel):
    return next(w for w in (laws.window(panel, k) for k in range(20)) if w is not None)


def test_halves_part_names_once_and_for_all():
    names = [f"{k:02d}" for k in range(11, 40)]
    first = real.halves(names, "poverty ")
    assert first == real.halves(names[::-1], "poverty ") and abs(sum(h == "held" for h in first.values()) - 14.5) == 0.5


def test_windows_are_the_same_in_every_run_and_better_is_up(panel):
    one, two = window_of(panel), window_of(panel)
    assert np.array_equal(one.values, two.values) and one.starts == two.starts
    assert np.array_equal(-one.values, panel.values.loc[one.units, one.years].to_numpy())


def test_no_window_is_drawn_twice(panel):
    found = [laws.drawn(panel, k) for k in range(60)]
    known = [f for f in found if f is not None]
    assert len(set(known)) == len(known) < 60


@pytest.mark.parametrize("rule", ["worst", "dip", "promise", "random", "mixture"])
def test_every_year_has_its_sites_and_worst_are_the_worst(panel, rule):
    made = window_of(panel)
    start = laws.chosen(made, rule)
    assert np.isfinite(start).sum() == made.per_year * len(made.starts)
    if rule == "worst":
        before = made.values[:, made.starts[0] - 1]
        assert before[start == made.years[made.starts[0]]].max() <= before[start != made.years[made.starts[0]]].min()


@pytest.mark.parametrize("effect", ["unit", "percent"])
def test_a_planted_effect_averages_one_yearly_sd(panel, effect):
    made = window_of(panel)
    start = laws.chosen(made, "worst")
    moved, truth = laws.planted(made, start, effect)
    assert truth == pytest.approx(made.yearly, rel=0.3)
    assert (moved >= made.values).all() and (moved == made.values)[np.isinf(start)].all()


def test_a_rate_knows_that_windows_recur():
    hits, each = np.tile([True] * 3 + [False] * 27, 10), np.arange(300)
    once = page.rate(hits, each)
    recurring = page.rate(np.repeat([True, False], [30, 270]), np.repeat(np.arange(10), 30))
    assert once[0] == recurring[0] == pytest.approx(10)
    assert once[2] - once[1] < 8 < recurring[2] - recurring[1]


def test_a_mark_says_alarm_power_and_coverage():
    assert laws.Answer(0.1, -0.5, 0.7, 0.6).mark(0.0, 1.0) == format(2 + 4, "x")
    assert laws.Answer(2.0, 0.5, 3.0, 0.01).mark(0.0, 1.0) == format(1 + 2, "x")
    assert laws.Answer(2.0, -np.inf, np.inf, 0.3).mark(0.0, 1.0) == format(4 + 8, "x")
    assert laws.Answer().mark(0.0, 1.0) == "."
