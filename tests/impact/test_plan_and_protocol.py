"""Before and beside the estimate: plans, protocols, the bootstrap, several outcomes, rates, households."""

import datetime as dt
import json
import re

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.history.bootstrap import choose_again
from p2wkss_analysis.impact.history.untreated_paths import PRIOR_MEAN, redraw
from p2wkss_analysis.impact.methods.dilution import household_effect
from p2wkss_analysis.impact.methods.false_alarms import measured_rate
from p2wkss_analysis.impact.methods.limits import limit_sentences
from p2wkss_analysis.impact.methods.several_outcomes import evaluate_outcomes
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.plan import plan
from p2wkss_analysis.impact.protocol import protocol, read_protocol
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.simulate import simulate_panel


def panel_of(made, **options):
    return Panel.from_table(made.table(), outcome="outcome", better="higher", **options)


@pytest.fixture(scope="module")
def past():
    return panel_of(simulate_panel(units=40, years=6, starts=range(0), seed=1))


@pytest.fixture(scope="module")
def designs(past):
    return plan(past, SelectionRule(), [1, 4], [1, 3], draws=99, panels=8, seed=2)


def test_plan_has_its_columns_and_every_design(designs):
    table = designs.table()
    assert list(table.columns) == ["sites_per_year", "years", "effect", "power", "smallest_detectable"]
    assert len(table) == 4 * 6 and table["power"].between(0, 1).all()
    sizes = re.findall(r"effects of ([\d.]+)", designs.sentence("en"))
    assert sizes and all(len(size.replace(".", "").lstrip("0")) == 3 for size in sizes)  # three figures, as the table has


def test_power_grows_with_the_effect_and_larger_designs_see_smaller_effects(designs):
    table = designs.table()
    for _, rows in table.groupby(["sites_per_year", "years"]):
        assert rows.sort_values("effect")["power"].is_monotonic_increasing
    least = table.groupby(["sites_per_year", "years"])["smallest_detectable"].first()
    assert least[4, 3] < least[1, 3] < least[1, 1] and least[4, 1] < least[1, 1]


def test_at_the_smallest_detectable_effect_power_is_eighty_percent(past):
    size = plan(past, None, 3, 2, draws=199, panels=10).table()["smallest_detectable"][0]
    there = plan(past, None, 3, 2, draws=199, panels=10, effects=[size * 0.999, size * 1.001]).table()["power"]
    assert there[0] <= 0.8 <= there[1]


def test_plan_repeats(past):
    one = plan(past, None, 2, 1, draws=99, panels=5)
    assert one.table().equals(plan(past, None, 2, 1, draws=99, panels=5).table())


def test_needed_lists_only_designs_that_suffice(designs):
    enough = designs.needed(designs.table()["smallest_detectable"].median())
    assert 0 < len(enough) < 4 and enough["sites"].is_monotonic_increasing
    assert designs.needed(1e-6).empty


@pytest.mark.parametrize(
    "call",
    [
        lambda p: plan(p, SelectionRule(by="ranking"), 1, 1),
        lambda p: plan(p, None, 0, 1),
        lambda p: plan(p, None, 1, 1.5),
        lambda p: plan(p, None, 30, 2),
        lambda p: plan("panel", None, 1, 1),
    ],
)
def test_impossible_plans_are_refused(past, call):
    with pytest.raises(WrongUse):
        call(past)


def test_a_redrawn_panel_has_the_spread_it_was_told():
    theta = PRIOR_MEAN.copy()
    values = redraw(theta, np.zeros((1, 6)), np.zeros(20_000, int), 10.0, np.random.default_rng(0))
    total = np.exp(theta[0]) + np.exp(theta[1]) + np.exp(theta[3]) + 0.001
    assert values.var(0).mean() == pytest.approx(100 * (total + np.exp(theta[4])), rel=0.05)


def test_choosing_again_follows_the_rule():
    panel = panel_of(simulate_panel(seed=3))
    start = choose_again(panel.values, panel, read_choice(panel, SelectionRule()), np.zeros(60, int), np.random.default_rng(0))
    assert np.array_equal(start, panel.start)


def test_bootstrap_is_centred_near_zero_and_speaks():
    evaluation = evaluate(panel_of(simulate_panel(units=30, seed=4)), SelectionRule(), ["history_adjusted"], draws=199)
    boot = evaluation.bootstrap(draws=39)
    row = boot.table().iloc[0]
    assert abs(row["bias"]) < 4 * row["std_error"] / np.sqrt(39) + 0.1 and row["draws"] == 39
    assert row["std_error"] == pytest.approx(evaluation.headline.std_error, rel=0.5)
    assert "plasebo" in boot.sentence("id") and "placebos" in boot.sentence("en")
    with pytest.raises(NotEnoughData):
        evaluate(evaluation.panel, None, ["history_adjusted"], draws=99).bootstrap(19)


@pytest.mark.parametrize("usable", [0, 1, 18])
def test_too_few_usable_redraws_are_a_sentence(usable, monkeypatch):
    from p2wkss_analysis.impact.history import bootstrap

    evaluation = evaluate(panel_of(simulate_panel(units=30, seed=4)), SelectionRule(), ["history_adjusted"], draws=99)
    kept, made = iter([True] * usable), bootstrap.build
    monkeypatch.setattr(bootstrap, "build", lambda *given, **more: made(*given, **more) if next(kept, False) else None)
    with pytest.raises(NotEnoughData) as refused:
        evaluation.bootstrap(draws=19)
    assert f"only {usable} could be computed" in refused.value.sentence(
        "en"
    ) and f"hanya {usable} yang dapat dihitung" in refused.value.sentence("id")


def test_protocol_survives_saving_and_shows_any_change(tmp_path):
    made = protocol(panel_of(simulate_panel(seed=1)), SelectionRule(), date=dt.date(2026, 1, 5))
    path = made.save(tmp_path / "protokol.json")
    assert read_protocol(path) == made and read_protocol(path).hash == made.hash
    path.write_text(path.read_text().replace('"lag": 1', '"lag": 2'))
    assert read_protocol(path).hash != made.hash
    assert "5 Januari 2026" in made.sentence("id") and made.hash[:12] in made.sentence("en")
    assert len(json.loads(made.text())["sites"]) == 8
    with pytest.raises(WrongUse):
        made.save(path)


def test_max_t_is_no_smaller_than_each_p_and_keeps_a_real_effect():
    first = simulate_panel(seed=5, effect=3.0)
    other = simulate_panel(seed=6)
    panels = [panel_of(first)]
    table = first.table().assign(second=other.values.ravel())
    panels.append(Panel.from_table(table, outcome="second", better="higher"))
    both = evaluate_outcomes(panels, SelectionRule(), draws=499)
    rows = both.table()
    assert (rows["p_max_t"] >= rows["p_value"] - 0.03).all() and rows["p_max_t"][0] < 0.05
    assert rows["headline"].tolist() == [True, False] and "2 indikator" in both.sentence("id")


def test_panels_of_different_places_cannot_share_placebos():
    with pytest.raises(WrongUse):
        evaluate_outcomes([panel_of(simulate_panel(seed=1)), panel_of(simulate_panel(seed=2))], SelectionRule())


def test_rates_come_from_the_nearest_design_of_the_same_rule():
    small = panel_of(simulate_panel(seed=1))
    rate = measured_rate("before_after", small, read_choice(small, SelectionRule()))
    assert (rate.rule, rate.places, rate.years) == ("worst", 60, 10) and 40 < rate.low <= rate.high <= 100
    best = measured_rate("before_after", small, read_choice(small, SelectionRule(picks="highest")))
    assert best.rule == "best"
    village = panel_of(simulate_panel(units=300, years=2, starts=[1], seed=1), baseline="early")
    assert measured_rate("difference_in_differences", village, read_choice(village, None)).years == 2
    assert measured_rate("unheard_of", small, read_choice(small, None)) is None


def test_households_and_limits():
    assert household_effect(1.0, 100, 2500) == pytest.approx(25)
    for assisted, households in ((0, 10), (11, 10)):
        with pytest.raises(WrongUse):
            household_effect(1.0, assisted, households)
    assert len(limit_sentences("id")) == len(limit_sentences("en")) == 5


def test_a_design_that_sees_effects_where_there_are_none_can_show_nothing():
    from p2wkss_analysis.impact.plan import _rows

    rows = _rows(1, 2, [(5.0, 1.0, np.zeros(10)), (6.0, 1.0, np.zeros(10))], np.array([1.0, 2.0]))
    assert [row[-1] for row in rows] == [np.inf, np.inf]
