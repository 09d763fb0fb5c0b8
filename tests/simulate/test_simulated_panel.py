"""Simulated panels hold the truth they claim."""

import numpy as np
import pytest

from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import WrongUse
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
        for made in (simulate_panel(rule="random", starts=range(5, 6), per_year=8, seed=s) for s in range(200))
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


@pytest.mark.parametrize("call", [lambda: Noise("blue"), lambda: Noise(rho=1.0), lambda: simulate_panel(rule="magic")])
def test_unknown_words_are_refused(call):
    with pytest.raises(WrongUse):
        call()


@pytest.mark.parametrize(
    "options, said",
    [
        ({"seed": -1}, "seed=-1"),
        ({"seed": "a"}, "seed='a'"),
        ({"seed": None}, "seed=None"),
        ({"years": 1}, "years=1"),
        ({"years": 0}, "years=0"),
        ({"years": 2.5}, "years=2.5"),
        ({"effect": np.nan}, "effect=nan"),
        ({"effect": np.inf}, "effect=inf"),
        ({"effect": "big"}, "effect='big'"),
        ({"units": 0}, "units=0"),
        ({"per_year": 0}, "per_year=0"),
        ({"groups": 0}, "groups=0"),
        ({"starts": [10]}, "starts=[10]"),
        ({"starts": [0]}, "from 1, below 10"),
        ({"rule": SelectionRule(lag=3), "starts": [2, 5]}, "starts=[2]"),
        ({"rule": "trend", "starts": [2]}, "from 3, below 10"),
    ],
)
def test_worlds_that_cannot_be_are_refused_in_words(options, said):
    with pytest.raises(WrongUse) as caught:
        simulate_panel(**options)
    assert said in caught.value.sentence("en") and said.split(" to ")[0].split("from")[0] in caught.value.sentence("id")


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(WrongUse) as caught:
        simulate_panel(units=0, years=1, effect=np.nan, seed=-1)
    assert all(word in caught.value.sentence("en") for word in ("units", "years", "effect", "seed"))


@pytest.mark.parametrize("options", [{"level_sd": -1.0}, {"shock_sd": np.nan}, {"rho": "a"}, {"rho": np.nan}])
def test_noise_that_cannot_be_is_refused(options):
    with pytest.raises(WrongUse):
        Noise(**options)


@pytest.mark.parametrize("years, starts", [(10, [2006, 2007, 2008, 2009]), (4, [2003, 2004]), (2, [2002])])
def test_by_default_programmes_start_from_the_middle_year_on(years, starts):
    made = simulate_panel(years=years, seed=1)
    assert np.unique(made.start[np.isfinite(made.start)]).tolist() == starts


def test_default_starts_leave_the_rule_the_years_it_looks_at():
    assert np.nanmin(simulate_panel(years=5, rule="trend", seed=1).start) == 2004
    assert simulate_panel(years=6, rule=SelectionRule(lag=5), seed=1).start.min() == 2006
    with pytest.raises(WrongUse):
        simulate_panel(years=3, rule="trend")
