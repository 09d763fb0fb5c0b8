"""Random choice: the slow twin asks difference in differences itself, place by place."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from p2wkss_analysis.impact.methods.difference_in_differences import difference_in_differences
from p2wkss_analysis.impact.methods.random_choice import RandomChoice, random_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.simulate import simulate_panel


def panel_of(made, **options):
    chosen = {"outcome": "outcome", "better": "higher", "baseline": "early"} | options
    return Panel.from_table(made.table(), **chosen)


def twin(panel, starts):
    """Every choice, each by a fresh regression on the panel without its sites: starts lists (group, start, k)."""
    keep = ~panel.treated
    rest = replace(
        panel,
        units=panel.units[keep],
        values=panel.values[keep],
        start=np.full(keep.sum(), np.inf),
        group=None if panel.group is None else panel.group[keep],
    )
    ways = [{}]
    for group, start, k in starts:
        rows = range(len(rest.units)) if group is None else np.flatnonzero(rest.group == group)
        ways = [
            way | dict.fromkeys(taken, start)
            for way in ways
            for taken in combinations([r for r in rows], k)
            if not set(taken) & set(way)
        ]
    found = []
    for way in ways:
        start = rest.start.copy()
        start[list(way)] = list(way.values())
        found.append(difference_in_differences(replace(rest, start=start)).estimate)
    return np.sort(found)


def test_two_years_equal_the_regression_for_every_choice():
    panel = panel_of(simulate_panel(units=14, years=2, starts=[1], per_year=2, seed=1))
    found = random_choice(panel)
    assert found.enumerated and len(found.contrasts) == 66
    assert np.allclose(np.sort(found.contrasts), twin(panel, [(None, 2002, 2)]), atol=1e-12)
    assert found.estimate == difference_in_differences(panel).estimate


def test_groups_missing_cells_and_two_starts_equal_the_regression_too():
    made = simulate_panel(units=14, years=5, starts=[2, 3], per_year=1, groups=2, seed=4)
    table = made.table()
    free = table.index[table["programme_year"].isna()]
    table = table.drop(np.random.default_rng(0).choice(free, 4, replace=False))
    panel = Panel.from_table(table, outcome="outcome", better="higher", group="group", baseline="early")
    starts = [(g, s, 1) for g in ("group 1", "group 2") for s in (2003, 2004)]
    expected = twin(panel, starts)
    found = random_choice(panel, draws=10_000)
    assert found.enumerated and len(found.contrasts) == len(expected)
    assert np.allclose(np.sort(found.contrasts), expected, atol=1e-12)


def test_drawn_choices_agree_with_all_of_them():
    panel = panel_of(simulate_panel(units=40, years=3, starts=[1], per_year=3, seed=2))
    every, some = random_choice(panel, draws=10_000), random_choice(panel, draws=4000, seed=3)
    assert every.enumerated and not some.enumerated
    assert some.std_error == pytest.approx(every.std_error, rel=0.05)
    assert np.array_equal(some.contrasts, random_choice(panel, draws=4000, seed=3).contrasts)
    assert not np.array_equal(some.contrasts, random_choice(panel, draws=4000, seed=4).contrasts)


def test_interval_holds_exactly_the_effects_that_the_lottery_does_not_rule_out():
    contrasts = np.random.default_rng(5).exponential(size=999) - 1
    found = RandomChoice(0.4, contrasts, False, 2)
    low, high = found.interval
    for effect in (low, high):
        inside, outside = effect + 1e-9 * np.sign(0.4 - effect), effect - 1e-9 * np.sign(0.4 - effect)
        assert replace(found, estimate=0.4 - inside).p_value > 0.05
        assert replace(found, estimate=0.4 - outside).p_value <= 0.05
    assert low < 0.4 - np.quantile(contrasts, 0.97) and high > 0.4 - np.quantile(contrasts, 0.03)


def test_with_fewer_than_39_choices_the_interval_is_unbounded():
    assert RandomChoice(1.0, np.linspace(-1, 1, 38), True, 1).interval == (-np.inf, np.inf)
    assert np.isfinite(RandomChoice(1.0, np.linspace(-1, 1, 39), True, 1).interval).all()


def test_detectable_effect_and_sites_needed_are_one_arithmetic():
    found = RandomChoice(0.0, np.array([-0.02, 0.02] * 50), False, 4)
    assert found.std_error == pytest.approx(0.02) and found.smallest_detectable == pytest.approx(0.056032)
    # 4 * (.056032 / .01)^2 = 125.58
    assert found.sites_for(0.01) == 126
    assert found.smallest_detectable * np.sqrt(4 / 126) == pytest.approx(0.01, rel=0.005)


def test_false_alarms_of_few_random_sites_are_near_five_in_a_hundred():
    """Two of 40 places at random, no effect, skewed levels: the lottery keeps 5 %, clustered errors do not."""
    lottery = clustered = 0
    for seed in range(80):
        made = simulate_panel(units=40, years=2, starts=[1], per_year=2, rule="random", seed=seed)
        found = random_choice(panel_of(made), draws=800)
        lottery += found.p_value <= 0.05
        clustered += difference_in_differences(panel_of(made)).p_value <= 0.05
    assert lottery <= 9 and clustered > 11


def test_panels_it_is_not_for_are_refused():
    with pytest.raises(WrongUse):
        random_choice(panel_of(simulate_panel(seed=1), baseline="clean"))
    with pytest.raises(NotEnoughData):
        random_choice(panel_of(simulate_panel(units=4, years=2, starts=[1], per_year=2, seed=1)))
