"""Simulated panels hold the truth they claim."""

import numpy as np
import pytest

from p2wkss_analysis.errors import WrongUse
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.simulate import NOISES, Noise, simulate_panel, untreated


def test_the_same_seed_repeats_to_the_last_digit():
    a, b = simulate_panel(seed=4), simulate_panel(seed=4)
    assert np.array_equal(a.values, b.values) and np.array_equal(a.start, b.start)
    assert not np.array_equal(a.values, simulate_panel(seed=5).values)


def test_the_effect_is_exactly_what_was_planted():
    without, planted = simulate_panel(seed=2), simulate_panel(seed=2, effect=0.7)
    after = without.years[None, :] >= without.start[:, None]
    assert np.allclose(planted.values - without.values, 0.7 * after, atol=1e-12)


def test_worst_rule_takes_the_worst_not_yet_taken():
    made = simulate_panel(seed=8)
    for year in np.unique(made.start[np.isfinite(made.start)]):
        column = int(year - 2001) - 1
        free = made.start >= year
        chosen = made.start == year
        assert made.values[chosen, column].max() <= made.values[free & ~chosen, column].min()


def test_best_and_stated_rules():
    made = simulate_panel(rule=SelectionRule(picks="highest", per_year=3, lag=2), starts=range(5, 6), seed=1)
    chosen = made.start == 2006
    assert chosen.sum() == 3 and made.values[chosen, 3].min() >= made.values[~chosen, 3].max()


def test_groups_choose_their_own():
    made = simulate_panel(units=80, groups=4, per_year=1, starts=range(5, 7), seed=3)
    for group in np.unique(made.group):
        assert np.isfinite(made.start[made.group == group]).sum() == 2


def test_random_rule_ignores_the_values():
    gaps = [
        made.values[np.isfinite(made.start), 4].mean() - made.values[:, 4].mean()
        for made in (
            simulate_panel(rule="random", starts=range(5, 6), per_year=8, seed=s) for s in range(200)
        )
    ]
    assert abs(np.mean(gaps)) < 4 * np.std(gaps) / np.sqrt(200)


@pytest.mark.parametrize("kind", NOISES)
def test_levels_and_shocks_have_unit_spread(kind):
    values, level = untreated(20000, 6, Noise(kind, rho=0.5), np.random.default_rng(0))
    assert level.std() == pytest.approx(1.28 if kind == "classes" else 1.0, abs=0.08)
    moving = values - level[:, None]
    assert moving[:, 3].std() == pytest.approx(np.sqrt(1.09), abs=0.12)
    inside = moving - moving.mean(1, keepdims=True) if kind == "trend" else moving
    assert np.corrcoef(inside[:, 2], inside[:, 3])[0, 1] > 0.2 or kind == "trend"


def test_table_goes_back_and_forth():
    made = simulate_panel(seed=1, rule="column", groups=3)
    table = made.table()
    assert list(table.columns) == ["area_code", "year", "outcome", "programme_year", "ranking", "group"]
    assert len(table) == 600 and table["programme_year"].isna().sum() == 10 * np.isinf(made.start).sum()


@pytest.mark.parametrize(
    "call", [lambda: Noise("blue"), lambda: Noise(rho=1.0), lambda: simulate_panel(rule="magic")]
)
def test_unknown_words_are_refused(call):
    with pytest.raises(WrongUse):
        call()
