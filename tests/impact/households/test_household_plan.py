"""What a survey of households could show, by how they are chosen."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm
from statsmodels.stats.power import TTestIndPower

from p2wkss_analysis import plan_households
from p2wkss_analysis.city.household_plan import city_household_plan
from p2wkss_analysis.impact.households.survey_figures import smallest_detectable, survey_figures
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


@pytest.mark.parametrize(
    "rule, drawn, n, m, rts, r, rho",
    [("draw", "all", 60, 120, 10, 0.8, 0.1), ("draw_rt", "whole_rt", 100, 100, 20, 0.6, 0.1)],
)
def test_the_simulation_agrees_with_the_closed_formula_and_with_statsmodels(rule, drawn, n, m, rts, r, rho):
    """Within 8 %, the Monte Carlo error of a median of 100 surveys."""
    given = {"reliability": r, "rt_correlation": rho, "lost": 0.0}
    row = plan_households(0.4, assisted=n, comparison=m, rts=rts, rules=(rule,), draws=100, **given).table().iloc[0]
    least = smallest_detectable(1.0, r, rho, n, m, rts, drawn)
    assert row["smallest_detectable"] == pytest.approx(least, rel=0.08)
    if drawn == "all":
        assert least == pytest.approx(np.sqrt(1 - r**2) * TTestIndPower().solve_power(None, n, 0.05, 0.8, m / n), rel=0.01)
    assert row["households_needed"] == pytest.approx((n + m) * (least / 0.4) ** 2, rel=0.17)


def sheet(n=400, waves=2, seed=1):
    """Families in twenty RT: correlation of two visits .6, a tenth of the variance an RT's luck, SD 300,000, a tenth lost."""
    rng = np.random.default_rng(seed)
    rt, level = np.arange(n) % 20, np.sqrt(0.6) * rng.normal(size=n)
    rows = []
    for wave in range(waves):
        seen = rng.random(n) >= (0.1 if wave else 0)
        income = 1e6 + 3e5 * (level + np.sqrt(0.1) * rng.normal(size=20)[rt] + np.sqrt(0.3) * rng.normal(size=n))
        rows.append(
            pd.DataFrame(
                {
                    "household_id": np.arange(n), "wave": wave, "village_code": "A", "rw": rt // 10, "rt": rt, "assisted": rt < 5,
                    "status": "interviewed", "women_income_rupiah_month": income,
                    "healthy_latrine": np.where(rng.random(n) < 0.3, "yes", "no"),
                }
            )[seen]
        )  # fmt: skip
    return pd.concat(rows, ignore_index=True)


def test_figures_come_from_the_visits_there_are_and_say_so():
    two, one = (survey_figures(sheet(waves=w), "women_income_rupiah_month", False) for w in (2, 1))
    assert two.sd.value == pytest.approx(3e5, rel=0.12) and two.reliability.value == pytest.approx(0.6, abs=0.08)
    assert two.rt_correlation.value == pytest.approx(0.1, abs=0.07) and two.lost.value == pytest.approx(0.1, abs=0.04)
    assert "two visits" in two.reliability.source.say("en") and "first visit" in one.sd.source.say("en")
    assert one.reliability.value == 0.6 and "assumed" in one.reliability.source.say("en")
    yes = survey_figures(sheet(waves=1).assign(latrine=lambda t: t["healthy_latrine"].eq("yes").astype(float)), "latrine", True)
    assert yes.sd.value == pytest.approx(100 * np.sqrt(0.3 * 0.7), rel=0.05)


def test_a_city_plans_with_its_own_figures_and_is_told_whom_to_compare_with():
    plan = city_household_plan(sheet(), 7.2, 60, effect=150_000, draws=50, visit_cost=50_000)
    said = plan.sentence("en")
    assert "Rp150,000 a month on women's income" in said and "this workbook, two visits" in said and "draw near the cut" in said
    ways = plan.ways("en").set_index("rule")
    assert ways.loc["draw", "families_now"] == 100 and ways.loc["neighbours", "families_now"] == 200
    assert ways.loc["register", "cost_rupiah"] == 60 * 2 * 50_000
    assert plan.table()["rts_needed"].notna().any()
    points = city_household_plan(sheet(), 7.2, 60, outcome="healthy_latrine", draws=50)
    for called in ("IKS: keluarga memiliki jamban sehat", "IKS: family has a healthy latrine"):
        assert city_household_plan(sheet(), 7.2, 60, outcome=called.upper(), draws=50).sentence("id") == points.sentence("id")
    assert points.assumed["effect"].value == 10 and "10 percentage points on healthy latrine" in points.sentence("en")


def test_without_a_workbook_of_families_the_spread_is_asked_for():
    empty = sheet().iloc[:0]
    with pytest.raises(WrongUse, match="sd"):
        city_household_plan(empty, 7.2, 60)
    plan = city_household_plan(empty, 7.2, 60, outcome="latrine", draws=50)
    assert plan.assumed["sd"].value == 50 and "hardest case" in plan.sentence("en")
    with pytest.raises(WrongUse, match="Penghasilan perempuan"):
        city_household_plan(empty, 7.2, 60, outcome="luck")
