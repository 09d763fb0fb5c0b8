"""What `evaluate` is given: arguments that mean nothing are refused, and units never change an answer."""

from dataclasses import replace

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.figures import decimals, figure
from p2wkss_analysis.impact.history.placebo import placebo_test
from p2wkss_analysis.impact.methods.dilution import dilution_sentence
from p2wkss_analysis.impact.methods.random_choice import random_choice
from p2wkss_analysis.impact.methods.several_outcomes import evaluate_outcomes
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.plan import plan
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say import number
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture(scope="module")
def panel():
    return Panel.from_table(simulate_panel(units=30, seed=3).table(), outcome="outcome", better="higher")


@pytest.mark.parametrize(
    "options, said",
    [
        ({"seed": "a"}, "seed='a'"),
        ({"seed": -1}, "seed=-1"),
        ({"seed": None}, "seed=None"),
        ({"seed": 1.5}, "seed=1.5"),
        ({"seed": True}, "seed=True"),
        ({"methods": 3}, "3"),
        ({"methods": [3]}, "3"),
        ({"methods": []}, "(none)"),
        ({"draws": 98}, "draws=98"),
        ({"draws": 1e12}, "draws="),
    ],
)
def test_arguments_without_meaning_are_refused_in_words(panel, options, said):
    with pytest.raises(WrongUse) as caught:
        evaluate(panel, **options)
    assert said in caught.value.sentence("en") and said.split("(")[0] in caught.value.sentence("id")


@pytest.mark.parametrize("unit", [1e-9, 1e-60, 1e9, 1e60])
def test_the_unit_of_the_outcome_changes_nothing_but_the_unit(panel, unit):
    own = ["difference_in_differences", "near_miss", "history_adjusted"]
    plain = evaluate(panel, SelectionRule(), own, draws=199)
    other = evaluate(replace(panel, values=panel.values * unit), SelectionRule(), own, draws=199)
    a, b = plain.table(), other.table()
    for column in ("estimate", "std_error", "conf_low", "conf_high", "smallest_detectable"):
        assert np.allclose(b[column] / unit, a[column], rtol=1e-4)
    assert np.allclose(a["p_value"], b["p_value"], atol=1e-4)
    said = other.sentence("en")
    assert "0.000000" not in said and " about 0 " not in said


def test_a_test_in_tiny_units_gives_the_same_p():
    sums = np.random.default_rng(1).normal(size=199)
    for scale in (1.0, 1e-90):
        for doubt in (0.0, 0.3 * scale**2):
            found, plain = placebo_test(1.5 * scale, sums * scale, doubt), placebo_test(1.5, sums, doubt / scale**2)
            assert found.p_value == pytest.approx(plain.p_value, abs=1e-9)
            assert found.half_length / scale == pytest.approx(plain.half_length, rel=1e-6)


@pytest.mark.parametrize(
    "size, digits", [(0.032, 3), (0.32, 2), (3.2, 1), (32, 0), (3.2e3, 0), (3.2e9, -3), (3.2e-9, 10), (np.nan, 2), (0, 2)]
)
def test_two_figures_of_any_size(size, digits):
    assert decimals(size) == digits


def test_small_numbers_keep_two_figures():
    assert figure(3.14e-9, decimals(3.14e-9), "en") == "3.1 × 10^−9"
    assert figure(-3.14e-9, decimals(3.14e-9), "id", sign=True) == "−3,1 × 10^−9"
    assert figure(3.14e59, 0, "en", sign=True) == "+3.1 × 10^59"
    assert figure(0.0314, decimals(0.0314), "id") == "0,031" and figure(0.0, 12, "en") == "0"


@pytest.mark.parametrize(
    "options, said",
    [
        ({"seed": "a"}, "seed='a'"),
        ({"draws": 3}, "draws=3"),
        ({"panels": 0}, "panels=0"),
        ({"effects": ["big"]}, "effects="),
        ({"effects": [np.nan]}, "effects="),
        ({"sites_per_year": "a"}, "sites_per_year='a'"),
        ({"years": 1.5}, "years=1.5"),
    ],
)
def test_a_plan_refuses_arguments_without_meaning(panel, options, said):
    with pytest.raises(WrongUse) as caught:
        plan(panel, None, **({"sites_per_year": 1, "years": 1, "panels": 2} | options))
    assert said in caught.value.sentence("en")


def test_plan_and_dilution_speak_of_tiny_units_too(panel):
    tiny = replace(panel, values=panel.values * 1e-9)
    said = plan(tiny, None, 2, 2, draws=99, panels=3).sentence("en")
    assert "× 10^" in said and "0.000" not in said
    assert "10^−9 at village level" in dilution_sentence(3e-9, 100, 2500, lang="en")


@pytest.mark.parametrize("options", [{"seed": -1}, {"draws": "a"}])
def test_several_outcomes_and_random_choice_refuse_too(panel, options):
    for call in (lambda: evaluate_outcomes([panel, panel], **options), lambda: random_choice(panel, **options)):
        with pytest.raises(WrongUse):
            call()


def test_both_assumptions_are_said_where_nobody_knows_how_sites_were_chosen():
    panel = Panel.from_table(simulate_panel(effect=1.0, seed=1).table(), outcome="outcome", better="higher")
    unknown = evaluate(panel, methods=["history_adjusted"], draws=199)
    other = unknown.table()["estimate"].iloc[1]
    assert number(abs(other), 2, "en") in unknown.other_assumption("en")
    assert evaluate(panel, SelectionRule(), methods=["history_adjusted"], draws=199).other_assumption("en") == ""


def test_a_report_prints_no_p_under_the_other_assumption():
    panel = Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")
    rows = evaluate(panel, methods=["history_adjusted"], draws=199)
    assert rows.table()["p_value"].notna().all() and rows.for_report()["p_value"].notna().tolist() == [True, False]
