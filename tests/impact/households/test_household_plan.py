"""What a survey of households could show, by how they are chosen."""

import numpy as np
import pytest
from scipy.stats import norm

from p2wkss_analysis import plan_households
from p2wkss_analysis.say.errors import WrongUse


def test_a_draw_has_the_power_of_the_textbook():
    """Two groups of 100, reliability .6, no RT luck, nobody lost: the regression leaves 1 - .36 of the variance."""
    row = plan_households(0.4, rules=("draw",), rt_correlation=0.0, lost=0.0, draws=200).table().iloc[0]
    error = np.sqrt((1 - 0.6**2) * (1 / 100 + 1 / 100))
    assert row["smallest_detectable"] == pytest.approx((norm.ppf(0.975) + norm.ppf(0.8)) * error, rel=0.06)
    assert row["power"] == pytest.approx(norm.sf(norm.ppf(0.975) - 0.4 / error), abs=0.09)


def test_what_a_register_costs_and_a_draw_saves():
    table = plan_households(250_000, sd=500_000, draws=50).table().set_index("rule")
    assert table.loc["draw", "power"] > table.loc["register", "power"] > table.loc["unknown", "power"] - 0.1
    assert 2 < table.loc["register", "times_a_draw"] < 6
    assert table.loc["draw", "smallest_detectable"] > 50_000  # in rupiah


def test_units_and_seed():
    one, two = (
        plan_households(0.5, rules=("register",), draws=50),
        plan_households(500.0, sd=1000.0, rules=("register",), draws=50),
    )
    assert one.table()["power"].equals(two.table()["power"])
    assert two.table()["smallest_detectable"].iloc[0] == pytest.approx(1000 * one.table()["smallest_detectable"].iloc[0])


def test_more_households_show_more():
    few, many = (plan_households(0.4, assisted=n, comparison=n, rules=("register",), draws=50).table().iloc[0] for n in (40, 200))
    assert many["power"] > few["power"] and many["smallest_detectable"] < few["smallest_detectable"]
    assert few["households_needed"] == pytest.approx(many["households_needed"], rel=0.5)


def test_sentences_in_both_languages():
    found = plan_households(0.3, draws=50)
    assert "a draw" in found.sentence("en") and "diundi" in found.sentence("id") and "%" in found.text("en")


def test_every_fault_at_once():
    with pytest.raises(WrongUse) as caught:
        plan_households(0, sd=-1, reliability=1, rules=("guess",))
    assert caught.value.sentence("en").count("=") >= 4
    with pytest.raises(WrongUse):
        plan_households(0.5, draws=3)
