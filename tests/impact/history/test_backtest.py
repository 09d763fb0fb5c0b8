"""Tried backwards: the forecast on places the rule would have chosen before any programme."""

import warnings

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.simulate import simulate_panel

RULE = p2.SelectionRule(per_year=2)


def table_of(seed=1, **asked):
    return simulate_panel(seed=seed, **asked).table()


def evaluated(table, rule=RULE, **asked):
    panel = Panel.from_table(table, outcome="outcome", better="higher", **asked)
    return p2.evaluate(panel, rule, ["history_adjusted"], draws=99)


def test_a_row_a_year_before_the_first_programme_and_all_together():
    found = evaluated(table_of()).backtest()
    assert found["year"].tolist() == ["2003", "2004", "2005", "all"]
    assert found["n"].iloc[-1] == found["n"].iloc[:-1].sum() and (found["expected_error"] > 0).all()
    assert np.allclose(found["standard_errors"], found["error"] / found["expected_error"])
    mean = np.average(found["error"].iloc[:-1], weights=found["n"].iloc[:-1])
    assert found["error"].iloc[-1] == pytest.approx(mean, rel=0.15)  # years have spreads of their own


def test_no_value_of_a_site_since_its_start_has_a_part_in_it():
    table = table_of()
    after = table["programme_year"].notna() & (table["year"] >= table["programme_year"])
    other = table.assign(outcome=table["outcome"].where(~after, 99.0))
    pd.testing.assert_frame_equal(evaluated(table).backtest(), evaluated(other).backtest())


def test_the_unit_and_the_scale_are_those_of_the_outcome():
    table = table_of()
    plain = evaluated(table).backtest()
    other = evaluated(table.assign(outcome=1000 * table["outcome"] + 7)).backtest()
    assert np.allclose(other["error"], 1000 * plain["error"], rtol=1e-5)
    shares = table.assign(outcome=np.exp(0.2 * table["outcome"]))
    logs, by_hand = evaluated(shares, scale="log").backtest(), evaluated(table.assign(outcome=0.2 * table["outcome"])).backtest()
    assert np.allclose(logs["standard_errors"], by_hand["standard_errors"], atol=1e-6)
    assert (np.sign(logs["error"]) == np.sign(by_hand["error"])).all()


def test_places_that_fall_on_after_they_were_worst_are_told_of():
    """The worst five of each year before are pushed further down the year after: no forecast from history holds here."""
    table = table_of(seed=3).pivot(index="area_code", columns="year", values="outcome")
    start = table_of(seed=3).groupby("area_code")["programme_year"].first()
    for year in (2003, 2004, 2005):
        table.loc[table[year - 1].nsmallest(5).index, year] -= 4.0
    tidy = table.stack().rename("outcome").reset_index().assign(programme_year=lambda d: d["area_code"].map(start))
    found = evaluated(tidy)
    assert found.backtest()["standard_errors"].iloc[-1] < -2.6
    assert (
        "was backtested" in found.table("en")["note"].iloc[0]
        and "was backtested" not in evaluated(table_of()).table("en")["note"].iloc[0]
    )


def test_too_short_a_past_or_too_few_places_give_an_empty_table():
    assert evaluated(table_of(units=30, years=4, starts=[2], per_year=2)).backtest().empty
    assert evaluated(table_of(units=12, per_year=1), p2.SelectionRule(per_year=1)).backtest().empty
    assert (
        list(evaluated(table_of(units=12, per_year=1), p2.SelectionRule(per_year=1)).backtest().columns)[-1] == "standard_errors"
    )


@pytest.mark.parametrize("seed", range(3))
def test_with_a_rule_that_nobody_knows_the_worst_are_taken(seed):
    table = table_of(seed=seed)
    assert evaluated(table, None).backtest()["n"].tolist() == evaluated(table).backtest()["n"].tolist()


def test_years_in_which_all_places_move_alike_are_no_test_and_give_no_warning():
    values = np.zeros((40, 8))
    values[0, 5] = 3.0
    table = pd.DataFrame(values, index=[f"p{k:02d}" for k in range(40)], columns=range(2015, 2023)).stack()
    table = table.rename_axis(["area_code", "year"]).rename("y").reset_index()
    table["programme_year"] = table["area_code"].map({"p01": 2020, "p02": 2020})
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        p2.evaluate(Panel.from_table(table, outcome="y", better="lower"), None, ["history_adjusted"], draws=99)
