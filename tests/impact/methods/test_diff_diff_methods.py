"""The door to diff-diff: published numbers, our own goldens, and a slow twin of the group-time effects."""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.impact.methods.diff_diff_methods import (
    _fit,
    event_study,
    honest_bounds,
    staggered,
    synthetic_difference_in_differences,
)
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say import Text
from p2wkss_analysis.simulate import simulate_panel


def panel_of(made, **options):
    return Panel.from_table(made.table(), outcome="outcome", better="higher", **options)


def reference(name):
    folder = os.environ.get("P2WKSS_REFERENCE")
    if not folder:
        pytest.skip("P2WKSS_REFERENCE is not set: other people's reference files are not part of the project")
    return Path(folder) / "reference" / name


@pytest.fixture(scope="module")
def mpdta():
    """County teen employment, from the R package did; its published table is the reference below."""
    data = pd.read_csv(reference("mpdta.csv"))
    data["first.treat"] = data["first.treat"].replace(0, np.nan)
    return Panel.from_table(data, outcome="lemp", better="higher", unit="countyreal", start="first.treat", baseline="early")


def test_mpdta_simple_average(mpdta):
    estimate, error = event_study(mpdta, base_period="varying", control_group="never_treated").average()
    assert estimate == pytest.approx(-0.0400, abs=5e-5) and error == pytest.approx(0.0120, abs=5e-5)


def test_mpdta_event_study(mpdta):
    study = event_study(mpdta, base_period="varying", control_group="never_treated")
    assert study.event_time.tolist() == [-3, -2, -1, 0, 1, 2, 3]
    expected = [0.0305, -0.0006, -0.0245, -0.0199, -0.0510, -0.1373, -0.1008]
    assert study.effect == pytest.approx(expected, abs=5e-5)
    after = study.event_time >= 0
    weight = after / after.sum()
    assert weight @ study.effect == pytest.approx(-0.0772, abs=5e-5)
    assert np.sqrt(weight @ study.covariance @ weight) == pytest.approx(0.0200, abs=5e-5)


def test_mpdta_by_group():
    """One cohort at a time against the counties never treated, weighted by their number, as the R package did averages groups."""
    data = pd.read_csv(reference("mpdta.csv"))
    data["first.treat"] = data["first.treat"].replace(0, np.nan)
    sizes = data.groupby("first.treat")["countyreal"].nunique()
    effects = []
    for cohort in sizes.index:
        alone = Panel.from_table(
            data[data["first.treat"].isna() | (data["first.treat"] == cohort)],
            outcome="lemp",
            better="higher",
            unit="countyreal",
            start="first.treat",
            baseline="early",
        )
        effects.append(event_study(alone, base_period="varying", control_group="never_treated").average()[0])
    assert np.average(effects, weights=sizes) == pytest.approx(-0.0310, abs=5e-5)


def test_proposition_99_synthetic_difference_in_differences():
    """-15.604, Arkhangelsky et al. (2021), California's cigarette tax."""
    data = pd.read_csv(reference("california_prop99.csv"), sep=";")
    tidy = pd.DataFrame(
        {
            "unit": data["State"],
            "year": data["Year"],
            "y": data["PacksPerCapita"],
            "treated": data.groupby("State")["treated"].transform("max"),
            "after": data["Year"] >= 1989,
        }
    )
    assert _fit(tidy, 2, 0).att == pytest.approx(-15.604, abs=5e-4)


def slow_staggered(panel, lag):
    """Group-time effects by hand: base start - lag - 1, not-yet-treated comparisons, averaged over sites and years."""
    effects, sizes = [], []
    for g in panel.cohorts:
        base = np.flatnonzero(panel.years == g - lag - 1)[0]
        for t in np.flatnonzero(panel.years >= g):
            later = panel.start - lag > panel.years[t]
            change = panel.values[:, t] - panel.values[:, base]
            effects.append(change[panel.start == g].mean() - change[later].mean())
            sizes.append((panel.start == g).sum())
    return np.average(effects, weights=sizes)


@pytest.mark.parametrize("lag", [1, 2])
def test_staggered_equals_group_time_effects_by_hand(lag):
    for seed in (1, 2):
        panel = panel_of(simulate_panel(units=30, seed=seed))
        assert staggered(panel, lag).estimate == pytest.approx(slow_staggered(panel, lag), abs=1e-10)


def quick_synthetic(panel):
    return synthetic_difference_in_differences(panel, draws=5)


def test_the_ranking_year_is_no_base_and_no_programme_year():
    made = simulate_panel(seed=3)
    shaken = made.table()
    shaken.loc[(shaken["year"] == shaken["programme_year"] - 1).fillna(False), "outcome"] += 100
    moved = Panel.from_table(shaken, outcome="outcome", better="higher")
    for method in (staggered, quick_synthetic):
        same = method(panel_of(made))
        assert method(moved).estimate == pytest.approx(same.estimate, abs=1e-8)


def test_a_planted_effect_moves_both_by_exactly_that():
    for method in (staggered, quick_synthetic):
        none, planted = (method(panel_of(simulate_panel(seed=4, effect=e))) for e in (0, 2))
        assert planted.estimate - none.estimate == pytest.approx(2, abs=1e-6)


def test_groups_are_compared_within():
    made = simulate_panel(units=60, groups=2, per_year=1, seed=5)
    tilted = made.table()
    tilted["outcome"] += 3 * (tilted["group"] == "group 1") * (tilted["year"] - 2001)
    panel = Panel.from_table(tilted, outcome="outcome", better="higher", group="group")
    plain = panel_of(made, group="group")
    assert staggered(panel).estimate == pytest.approx(staggered(plain).estimate, abs=1e-8)


def test_too_few_years_before_is_a_reason_and_no_number():
    panel = panel_of(simulate_panel(years=5, starts=[2], seed=1))
    answer = synthetic_difference_in_differences(panel)
    assert not answer.runs and "3" in answer.notes[0].say("id")
    assert isinstance(event_study(panel_of(simulate_panel(years=4, starts=[1], seed=1))), Text)


def test_one_site_takes_every_comparison_place_once():
    answer = synthetic_difference_in_differences(panel_of(simulate_panel(units=25, per_year=1, starts=[6], seed=2)))
    assert answer.smallest_p == pytest.approx(1 / 25) and answer.n_comparison == 24


def test_honest_bounds_widen_with_m_and_start_at_the_plain_interval():
    panel = panel_of(simulate_panel(seed=1))
    plain, loose = honest_bounds(panel, M=0.0), honest_bounds(panel, M=1.0)
    answer = staggered(panel)
    assert plain == pytest.approx((answer.conf_low, answer.conf_high), abs=0.05)
    assert loose[0] < plain[0] and loose[1] > plain[1]


def test_unbalanced_panels_run():
    table = simulate_panel(seed=7).table()
    holes = table[np.random.default_rng(0).random(len(table)) > 0.05]
    assert staggered(Panel.from_table(holes, outcome="outcome", better="higher")).runs


GOLDEN = {  # written by benchmarks/goldens.py on 2026-11-23 with diff-diff 3.13.0 and statsmodels 0.15.0
    1: {
        "staggered": (0.5300946870405812, 0.41344428167445146),
        "difference_in_differences": (0.5612963547088862, 0.3452034958933133),
    },
    2: {
        "staggered": (0.4714699851621461, 0.28411757767054),
        "difference_in_differences": (-0.1518532597969422, 0.3356143797888954),
    },
    3: {
        "staggered": (0.9577033429235887, 0.36591820738888264),
        "difference_in_differences": (0.9553174654399115, 0.36356216860086826),
    },
}


@pytest.mark.parametrize("seed", sorted(GOLDEN))
def test_own_goldens(seed):
    from p2wkss_analysis.impact.methods.difference_in_differences import difference_in_differences

    panel = panel_of(simulate_panel(units=40, effect=0.5, seed=seed))
    for method, (estimate, error) in GOLDEN[seed].items():
        answer = {"staggered": staggered, "difference_in_differences": difference_in_differences}[method](panel)
        assert (answer.estimate, answer.std_error) == pytest.approx((estimate, error), abs=1e-9)
