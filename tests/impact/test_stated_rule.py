"""A stated rule is a claim: refused where it cannot be, doubted aloud where the sites speak against it."""

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.panel.choice import read_choice, rule_warning, sites_explained
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture(scope="module")
def panel():
    return Panel.from_table(simulate_panel(units=40, seed=3).table(), outcome="outcome", better="higher")


def test_the_wrong_end_is_said_beside_the_estimates(panel):
    own = ["before_after", "near_miss", "history_adjusted"]
    found = evaluate(panel, SelectionRule(picks="highest"), own, draws=99)
    notes = found.table("en").set_index("method")["note"]
    for method in ("near_miss", "history_adjusted"):
        assert "accounts for only 0 of the 8 sites" in notes[method]
        assert "2 ranked first in their ranking year" in notes[method]
    assert "hanya menjelaskan 0 dari 8" in " ".join(found.limits("id"))
    assert "hanya menjelaskan 0 dari 8" in found.sentence("id")


def test_more_sites_a_year_than_ever_started_is_said(panel):
    found = evaluate(panel, SelectionRule(per_year=7), ["history_adjusted"], draws=99)
    assert "The rule says 7 sites a year, but the panel never has as many" in found.table("en")["note"][0]


def test_the_true_rule_is_not_doubted(panel):
    assert rule_warning(panel, read_choice(panel, SelectionRule())) is None
    note = evaluate(panel, SelectionRule(), ["history_adjusted"], draws=99).table("en")["note"][0]
    assert "stated rule" not in note
    assert "stated rule" not in evaluate(panel, SelectionRule(), ["history_adjusted"], draws=99).sentence("en")


def test_being_among_the_first_per_year_counts():
    made = simulate_panel(units=40, starts=[5], per_year=4, seed=1)
    start = made.start.copy()
    order = np.argsort(made.values[:, 4])
    start[order[:2]] = np.inf  # the two neediest were sites that the register missed
    panel = Panel("outcome", "higher", made.units, made.years, made.values, start)
    assert sites_explained(panel, read_choice(panel, SelectionRule(per_year=4))) == (2, 2)
    assert sites_explained(panel, read_choice(panel, SelectionRule(per_year=3))) == (1, 2)


@pytest.mark.parametrize(
    "rule, said",
    [
        (SelectionRule(lag=99), "only 10 years"),
        (SelectionRule(lag=10), "only 10 years"),
        (SelectionRule(per_year=1), "the panel has 2 (2006)"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(panel, rule, said):
    with pytest.raises(WrongUse) as caught:
        evaluate(panel, rule, ["before_after"])
    assert said in caught.value.sentence("en")


def test_within_groups_the_count_is_by_group():
    made = simulate_panel(units=40, groups=2, per_year=2, seed=5)
    grouped = Panel.from_table(made.table(), outcome="outcome", better="higher", group="group")
    assert read_choice(grouped, SelectionRule(within="group")).kind == "rule"
    with pytest.raises(WrongUse) as caught:
        read_choice(grouped, SelectionRule())
    assert "4 lokasi" in caught.value.sentence("id") and "within" in caught.value.sentence("id")


def test_ranking_years_outside_the_panel_are_said():
    made = simulate_panel(units=40, starts=[2], seed=5)
    panel = Panel("outcome", "higher", made.units, made.years, made.values, made.start)
    told = evaluate(panel, SelectionRule(lag=4), ["before_after"]).limits("en")
    assert any("cannot be checked" in text for text in told)
