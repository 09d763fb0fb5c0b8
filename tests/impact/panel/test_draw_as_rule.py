"""A draw as the assignment: it stands for the places drawn, and for nothing else."""

from types import SimpleNamespace

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.methods.several_outcomes import evaluate_outcomes
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture(scope="module")
def panel():
    """Two sites a year in 2006 to 2009; those of 2009 stand for a draw among them and ten others."""
    return Panel.from_table(simulate_panel(units=40, seed=3).table(), outcome="outcome", better="higher")


def lots(panel, year=2009, **other):
    drawn = tuple(panel.units[panel.start == 2009])
    rest = tuple(panel.units[~panel.treated][:10])
    return SimpleNamespace(**({"drawn": drawn, "candidates": drawn + rest, "year": year} | other))


@pytest.mark.parametrize("year", [2009, None])
def test_only_the_places_drawn_are_evaluated(panel, year):
    found = evaluate(panel, lots(panel, year), ["difference_in_differences", "near_miss", "history_adjusted"])
    table = found.table("en").set_index("method")
    assert table["n_treated"].tolist() == [2, 2, 2]
    assert table.loc[["near_miss", "history_adjusted"], "n_comparison"].tolist() == [10, 10]
    assert found.panel.cohorts.tolist() == [2009]
    said = found.choice.sentence("en")
    assert "6 other sites were not drawn and not evaluated" in said
    assert "6 lokasi lain tidak diundi" in found.choice.sentence("id")


def test_sites_of_other_years_serve_until_their_own_start_and_never_after(panel):
    seen = read_choice(panel, lots(panel)).evaluated(panel)
    others = panel.treated & (panel.start != 2009)
    assert np.isinf(seen.start[others]).all()
    assert np.array_equal(np.isfinite(seen.values[others]), panel.before[others])
    assert np.array_equal(seen.values[~others], panel.values[~others])


def test_the_same_holds_for_several_outcomes(panel):
    found = evaluate_outcomes([panel, panel], lots(panel), draws=99)
    assert found.table()["n_treated"].tolist() == [2, 2]


def test_a_draw_of_all_sites_leaves_the_panel_alone(panel):
    sites = tuple(panel.units[panel.treated])
    choice = read_choice(panel, lots(panel, None, drawn=sites, candidates=tuple(panel.units)))
    assert choice.evaluated(panel) is panel and choice.sentence("en").endswith("among the candidates.")


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda p: {"drawn": tuple(p.units[p.start == 2009][:1])}, "a site of 2009 but not drawn"),
        (lambda p: {"drawn": lots(p).candidates[:3]}, "drawn but no site of 2009"),
        (lambda p: {"year": 2008}, "drawn but no site of 2008"),
        (lambda p: {"year": 2027.5}, "drawn but no site of 2027.5"),
        (lambda p: {"drawn": None}, "must name"),
        (lambda p: {"candidates": None}, "must name"),
        (lambda p: {"drawn": ()}, "must name"),
        (lambda p: {"drawn": 5}, "must name"),
        (lambda p: {"candidates": ("x", "y")}, "must name"),
    ],
)
def test_a_draw_that_does_not_agree_with_the_panel_is_refused(panel, change, said):
    with pytest.raises(WrongUse) as caught:
        evaluate(panel, lots(panel, **change(panel)), ["before_after"])
    assert said in caught.value.sentence("en")
