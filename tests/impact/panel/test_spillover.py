"""Neighbours of sites leave the comparison; unknown sites in it dilute by a stated share."""

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.methods.difference_in_differences import difference_in_differences
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.panel.spillover import contamination_sentence, without_neighbours
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture
def panel():
    return Panel.from_table(simulate_panel(seed=2).table(), outcome="outcome", better="higher")


def test_only_untreated_neighbours_of_sites_leave(panel):
    sites, others = panel.units[panel.treated], panel.units[~panel.treated]
    map_ = {sites[0]: [others[0], sites[1]], others[1]: [others[2]]}
    left = without_neighbours(panel, map_)
    assert set(panel.units) - set(left.units) == {others[0]}
    assert np.array_equal(left.values, panel.values[panel.units != others[0]])


def test_a_spillover_onto_neighbours_is_gone_without_them(panel):
    sites, others = panel.units[panel.treated], panel.units[~panel.treated]
    touched = np.isin(panel.units, others[:8])
    values = panel.values + 5 * touched[:, None] * (panel.years >= 2007)
    spoiled = Panel("outcome", "higher", panel.units, panel.years, values, panel.start)
    neighbours = {site: [other] for site, other in zip(sites, others[:8], strict=True)}
    with_them = difference_in_differences(spoiled).estimate
    clean = difference_in_differences(without_neighbours(spoiled, neighbours)).estimate
    kept = Panel("outcome", "higher", panel.units[~touched], panel.years, panel.values[~touched], panel.start[~touched])
    assert clean == pytest.approx(difference_in_differences(kept).estimate) and with_them < clean - 0.3


def test_lists_that_name_nothing_or_everything_are_refused(panel):
    with pytest.raises(WrongUse):
        without_neighbours(panel, {"elsewhere": ["x"]})
    with pytest.raises(WrongUse):
        without_neighbours(panel, {panel.units[panel.treated][0]: list(panel.units)})


def test_the_share_of_unknown_sites_is_said():
    # 3 x 8 = 24 sites, 4 known, 20 of the other 96 places: 21 %
    said = contamination_sentence(3, 8, 100, known=4, lang="id")
    assert "20 lokasi" in said and "21%" in said and "79%" in said
    assert "0%" in contamination_sentence(1, 2, 50, known=2, lang="en")


def test_a_missing_calendar_year_is_no_obstacle():
    table = simulate_panel(seed=3).table()
    gap = Panel.from_table(table[table["year"] != 2003], outcome="outcome", better="higher")
    full = Panel.from_table(table, outcome="outcome", better="higher")
    answers = [evaluate(p, None, ["history_adjusted"], draws=199).headline for p in (gap, full)]
    assert abs(answers[0].estimate - answers[1].estimate) < answers[1].std_error
    assert answers[0].std_error == pytest.approx(answers[1].std_error, rel=0.3)
