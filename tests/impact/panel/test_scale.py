"""The scale an outcome is judged on: chosen from untreated cells alone, there and back, and told in the own unit."""

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from scipy.optimize import minimize

import p2wkss_analysis as p2
from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.history.given_history import given_history, history_adjusted
from p2wkss_analysis.impact.methods.several_outcomes import beside
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.panel.scale import RAW, Scale, choose_scale, one_step_likelihood
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

YEARS = range(2015, 2023)
NAMED = [Scale("root", 0.1), Scale("log", 0.1), Scale("logit", 0.1, 0.0, 100.0), RAW]


def table_of(values, start=None, first=2015):
    units = [f"d{i:02d}" for i in range(len(values))]
    tidy = pd.DataFrame(values, index=units, columns=range(first, first + values.shape[1])).stack(future_stack=True)
    tidy = tidy.rename_axis(["area_code", "year"]).rename("share").reset_index()
    return tidy.assign(programme_year=tidy["area_code"].map(start or {}))


def proportional(places=40, years=8, seed=0, spread=0.15, levels=0.5):
    """Shares that move in proportion to their size: no effect anywhere."""
    rng = np.random.default_rng(seed)
    moving = rng.normal(size=(places, years)) * spread
    for t in range(1, years):
        moving[:, t] = 0.5 * moving[:, t - 1] + moving[:, t] * np.sqrt(0.75)
    return 12 * np.exp(levels * rng.normal(size=(places, 1)) + moving)


def worst_chosen(values, starts=(4, 5, 6), first=2015):
    start = {}
    for t in starts:
        left = [i for i in np.argsort(-values[:, t - 1]) if f"d{i:02d}" not in start]
        start[f"d{left[0]:02d}"] = first + t
    return start


def panel_of(values, start=None, **asked):
    start = worst_chosen(values) if start is None else start
    return Panel.from_table(table_of(values, start), outcome="share", better="lower", **asked)


@pytest.mark.parametrize("scale", NAMED, ids=lambda s: s.name)
@drawn(st.lists(st.floats(0.2, 99.8), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_there_and_back_is_where_one_was_and_order_is_kept(scale, values):
    y = np.sort(np.array(values))
    z = scale.forward(y)
    assert np.allclose(scale.back(z), y, rtol=1e-9) and (np.diff(z) >= 0).all()


@pytest.mark.parametrize("scale", NAMED[:3], ids=lambda s: s.name)
def test_the_slope_of_a_scale_is_its_derivative(scale):
    y, step = np.array([0.5, 3.0, 40.0, 99.0]), 1e-6
    slope = (scale.forward(y + step) - scale.forward(y - step)) / (2 * step)
    assert np.allclose(scale.log_slope(y), np.log(slope), atol=1e-6)


@pytest.mark.parametrize("name", ["raw", "root", "log"])
def test_the_likelihood_is_that_of_a_regression_with_every_dummy(name):
    """A twin with loops, a dummy for each group and year, and a general optimiser."""
    rng = np.random.default_rng(4)
    values, cells = proportional(24, 6, seed=3), rng.random((24, 6)) < 0.8
    scale, group, rows = Scale(name, 0.1), np.arange(24) % 2, []
    for i in range(24):
        for t in range(6):
            before = scale.forward(values[i, :t][cells[i, :t]])
            if cells[i, t] and len(before):
                rows.append(
                    (scale.forward(values[i, t]), before[-1], before.mean(), 6 * group[i] + t, scale.log_slope(values[i, t]))
                )
    z, last, past, year, slope = np.array(rows).T
    dummies = (year[:, None] == np.unique(year)).astype(float)
    assert dummies.sum(0).min() >= 3
    X = np.column_stack([last, past, dummies])

    def loss(at):
        return len(z) * at[0] + 2.5 * np.log1p((z - X @ at[1:]) ** 2 / (4 * np.exp(2 * at[0]))).sum() - slope.sum()

    begin = np.linalg.lstsq(X, z, rcond=None)[0]
    begin = np.append(np.log(np.std(z - X @ begin)), begin)
    by_hand = -minimize(loss, begin, method="BFGS", options={"gtol": 1e-8}).fun
    assert one_step_likelihood(scale, values, cells, group).sum() == pytest.approx(by_hand, abs=1e-3)


def made_on(name, seed):
    """Panels whose shocks are even on the scale `name`, with levels far apart."""
    rng = np.random.default_rng(seed)
    level, shock = rng.normal(size=(50, 1)), rng.normal(size=(50, 8))
    return {"raw": 40 + 8 * level + 3 * shock, "root": np.maximum(6 + 1.8 * level + 0.4 * shock, 0.3) ** 2,
            "log": np.exp(2 + 0.7 * level + 0.15 * shock)}[name]  # fmt: skip


@pytest.mark.parametrize("name", ["raw", "root", "log"])
def test_the_scale_on_which_noise_is_even_is_found_with_any_year_left_out(name):
    for seed in range(6):
        values = made_on(name, seed)
        seen, group = np.ones(values.shape, bool), np.zeros(50, int)
        assert choose_scale(values, seen, group).name == name
        for t in range(8):
            assert choose_scale(values, seen & (np.arange(8) != t), group).name == name


def rates(seed, places=36, years=7, start=10):
    """Rates whose shocks stay and grow with their level, as crime and poverty in few places: each wanders on its log scale."""
    rng = np.random.default_rng(seed)
    return start * np.exp(0.4 * rng.normal(size=(places, 1)) + 0.12 * np.cumsum(rng.normal(size=(places, years)), axis=1))


def test_few_places_whose_shocks_stay_and_grow_with_their_level_are_not_left_on_the_raw_scale():
    found = [choose_scale(rates(seed), np.ones((36, 7), bool), np.zeros(36, int)).name for seed in range(20)]
    assert found.count("raw") == 0 and found.count("log") >= 17


def test_where_figures_span_too_little_to_tell_scales_apart_the_raw_one_stays():
    rng = np.random.default_rng(3)
    for seed in range(10):
        values = 70 + 3 * rng.normal(size=(50, 1)) + rng.normal(size=(50, 8))
        assert choose_scale(values, np.ones((50, 8), bool), np.zeros(50, int)).raw, seed


@pytest.mark.parametrize("name", ["raw", "log"])
@pytest.mark.parametrize("times", [0.05, 8.0])
def test_one_cell_far_out_does_not_change_the_scale(name, times):
    for seed in range(4):
        values = made_on(name, seed)
        for place in (0, int(values.mean(1).argmax()), int(values.mean(1).argmin())):
            wild = values.copy()
            wild[place, 4] *= times
            assert choose_scale(wild, np.ones(wild.shape, bool), np.zeros(50, int)).name == name


def test_places_that_follow_exactly_from_their_past_stay_raw_or_take_the_scale_on_which_they_do():
    still = np.tile(np.linspace(5, 9, 30)[:, None], (1, 8))
    grown = 1.1 ** np.arange(8) * still ** (0.8 ** np.arange(8))
    for values, name in ((still, "raw"), (still + np.arange(8), "raw"), (grown, "log")):
        assert choose_scale(values, np.ones(values.shape, bool), np.zeros(30, int)).name == name


def test_a_share_between_two_bounds_takes_the_logit_where_its_bounds_are_known():
    rng = np.random.default_rng(5)
    values = 100 / (1 + np.exp(-(1.5 * rng.normal(size=(50, 1)) + 0.3 * rng.normal(size=(50, 8)))))
    assert panel_of(values, {"d00": 2019}, bounds=(0, 100)).scale.name == "logit"
    assert panel_of(values, {"d00": 2019}).scale.name != "logit"


def test_many_zeros_are_no_reason_for_a_logarithm():
    """Hectares of slum: none in half of the villages. A floor under zeros would make their rows look perfectly even."""
    values = np.where(np.arange(50)[:, None] < 25, 0.0, made_on("raw", 3) / 10)
    seen, group = np.ones(values.shape, bool), np.zeros(50, int)
    assert choose_scale(values, seen, group).raw
    few = made_on("log", 3)
    few[0, 0] = 0.0
    assert choose_scale(few, seen, group).name == "log"


def test_no_value_of_a_site_since_its_start_has_a_part_in_the_choice():
    values = proportional(seed=1)
    before = panel_of(values)
    later = values.copy()
    for unit, year in worst_chosen(values).items():
        later[int(unit[1:]), year - 2015 :] = [0.0, 900.0, 3.0, 0.001][: 8 - (year - 2015)]
    assert panel_of(later, worst_chosen(values)).scale == before.scale and before.scale.name == "log"


@pytest.mark.parametrize("factor", [1e-3, 1e4])
def test_the_unit_of_the_outcome_changes_nothing(factor):
    values = proportional(seed=2)
    plain, other = panel_of(values), panel_of(values * factor)
    assert plain.scale.name == other.scale.name
    a, b = (evaluate(p, None, ["history_adjusted"], draws=99).headline for p in (plain, other))
    assert b.estimate == pytest.approx(factor * a.estimate, rel=1e-5) and b.p_value == pytest.approx(a.p_value, abs=1e-6)


def test_too_few_years_and_values_measured_late_stay_raw():
    values = proportional(years=8, seed=3)
    assert panel_of(values[:, :2], {"d00": 2016}).scale.raw
    assert panel_of(values, {"d00": 2017}, baseline="early").scale.raw
    assert panel_of(values - 30, {"d00": 2019}).scale.raw  # below zero there is no root and no logarithm


def test_zeros_and_hundreds_are_no_errors():
    values = np.clip(proportional(seed=4) - 8, 0, 100)
    values[3, 2], values[:3, 5:] = 100.0, 0.0
    for name in ("root", "log", "logit"):
        panel = panel_of(values, {"d05": 2019, "d06": 2020}, scale=name)
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            row = evaluate(panel, None, ["history_adjusted", "difference_in_differences"], draws=99).table().iloc[0]
        assert np.isfinite(row[["estimate", "conf_low", "conf_high", "p_value"]].astype(float)).all()


@pytest.mark.parametrize(("asked", "said"), [
    ({"scale": "ln"}, "raw, root, log, logit"), ({"scale": None}, "raw, root, log, logit"),
    ({"bounds": (100, 0)}, "batas bawah"), ({"bounds": 5}, "batas bawah"), ({"bounds": ("a", 1)}, "batas bawah"),
])  # fmt: skip
def test_a_scale_that_is_none_is_refused_in_words(asked, said):
    with pytest.raises(WrongUse, match=said):
        panel_of(proportional(), {"d00": 2019}, **asked)


def test_values_that_a_scale_cannot_hold_are_named():
    for name in ("log", "root"):
        with pytest.raises(WrongUse, match="'share'.*tidak negatif"):
            panel_of(proportional() - 30, {"d00": 2019}, scale=name)
    with pytest.raises(WrongUse, match="0 sampai 10"):
        panel_of(proportional(), {"d00": 2019}, scale="logit", bounds=(0, 10))


def test_on_the_log_scale_a_planted_percentage_is_told_in_the_own_unit_and_in_percent():
    values = proportional(seed=6, spread=0.05)
    start = worst_chosen(values)
    helped = values.copy()
    for unit, year in start.items():
        helped[int(unit[1:]), year - 2015 :] *= 0.7
    before, after = (evaluate(panel_of(v, start), None, ["history_adjusted"], draws=99) for v in (values, helped))
    truth = np.mean([(helped - values)[int(u[1:]), y - 2015 :].mean() for u, y in start.items()])
    row = after.headline
    assert row.conf_low < truth < row.conf_high < 0 and row.estimate == pytest.approx(truth, rel=0.25)
    rows, weights = after.given.paths.site_rows, after.given.site_weights() / len(start)
    shift = [e.given.contrast(weights)[0] for e in (before, after)]
    assert shift[1] - shift[0] == pytest.approx(np.log(0.7), abs=1e-9)  # the fit never saw it
    assert row.expected == pytest.approx((weights * np.nan_to_num(after.panel.values[rows])).sum() - row.estimate)
    assert f" or {-100 * row.estimate / row.expected:.0f}% lower (better)" in after.sentence("en")


def test_an_interval_holds_zero_where_its_p_says_so_and_parts_of_the_ledger_add_up():
    evaluation = evaluate(panel_of(proportional(seed=7), scale="log"), None, ["history_adjusted"], draws=199)
    row, book = evaluation.headline, evaluation.ledger()
    assert (row.p_value > 0.05) == (row.conf_low <= 0 <= row.conf_high)
    parts = book[["common_change", "selection_rebound", "programme_effect"]].sum(axis=1)
    assert np.allclose(parts, book["observed_change"], atol=1e-12)
    assert book.iloc[-1]["programme_effect"] == pytest.approx(row.estimate)
    assert book.iloc[-1]["observed_change"] == pytest.approx(evaluate(evaluation.panel, None, ["before_after"]).headline.estimate)


def test_the_raw_scale_stands_beside_the_answer_without_a_p_in_the_report():
    evaluation = evaluate(panel_of(proportional(seed=8)), None, ["history_adjusted"], draws=99)
    table, shown = evaluation.table("en"), evaluation.for_report("en")
    raw = table["method"] == "history_adjusted_raw"
    plain = evaluate(replace(evaluation.panel, scale=RAW), None, ["history_adjusted"], draws=99).headline
    assert raw.sum() == 1 and float(table.loc[raw, "estimate"].iloc[0]) == pytest.approx(plain.estimate)
    assert shown.loc[raw, "p_value"].isna().all() and shown.loc[~raw, "p_value"].notna().any()
    assert "log scale" in evaluation.headline.notes[0].say("en") and not table.loc[raw, "headline"].any()
    assert "history_adjusted_raw" not in evaluate(plain_panel(), None, draws=99).table()["method"].tolist()


def plain_panel():
    return Panel.from_table(p2.simulate_panel(units=30, seed=1).table(), outcome="outcome", better="higher")


def test_every_method_speaks_on_the_same_scale_and_in_the_own_unit():
    values = proportional(seed=9, spread=0.05)
    start = worst_chosen(values, (5, 6))
    for unit, year in start.items():
        values[int(unit[1:]), year - 2015 :] *= 0.6
    panel = panel_of(values, start)
    rule = p2.SelectionRule(picks="highest", per_year=1)
    table = evaluate(panel, rule, draws=99).table().set_index("method")["estimate"]
    naive = table["before_after"]
    for method in (
        "difference_in_differences",
        "staggered",
        "synthetic_difference_in_differences",
        "near_miss",
        "history_adjusted",
    ):
        assert 0.7 < table[method] / naive < 1.3  # points of the share, not logarithms
    study = evaluate(panel, rule, ["staggered"], draws=99).event_study().table()
    assert study.loc[study["years_since"] >= 0, "estimate"].lt(0.3 * naive).all()


def test_noise_in_proportion_to_size_no_longer_makes_the_worst_places_look_changed(monkeypatch):
    """A city's 63 villages over seven years, the worst of each of four years chosen, nothing happened: mean squared
    standardised error, 1 where intervals are honest. On the raw scale with even noise it is far more; in 24 such cities that
    saw an effect in 5, the scale chosen in none."""
    off = {"raw": [], "auto": []}
    for seed in range(7):
        values = proportional(63, 7, seed=seed, spread=0.2, levels=0.7)
        start = worst_chosen(values, (3, 4, 5, 6))
        for name, found in off.items():
            with monkeypatch.context() as even:
                if name == "raw":
                    even.setattr("p2wkss_analysis.impact.history.given_history.with_like_noise", lambda paths, *_: paths)
                one = history_adjusted(
                    given_history(panel := panel_of(values, start, scale=name), read_choice(panel, None), 99, 0)
                )
            found.append((one.estimate / one.std_error) ** 2)
    assert np.mean(off["auto"]) < 1.5 < np.mean(off["raw"])


def test_the_protocol_holds_the_scale_and_an_older_one_keeps_its_hash(tmp_path):
    from p2wkss_analysis.impact.protocol import Protocol, departures, protocol, read_protocol

    panel = panel_of(proportional(seed=10))
    made = protocol(panel)
    assert made.scale == "log" and read_protocol(made.save(tmp_path / "p.json")) == made
    old = Protocol(made.date, made.outcome, made.better, made.method, made.rule, made.sites)
    assert '"scale"' not in old.text() and not departures(old, made)
    assert "log" in departures(made, protocol(replace(panel, scale=RAW)), "en")[0]


def test_a_plan_and_a_bootstrap_stay_in_the_own_unit():
    values = proportional(seed=11, spread=0.1)
    panel, rule = panel_of(values, worst_chosen(values, (5, 6))), p2.SelectionRule(picks="highest", per_year=1)
    past = replace(panel, start=np.full(len(panel.units), np.inf))
    made = p2.plan(past, rule, 1, 2, panels=4, draws=99)
    assert made.scale == pytest.approx(np.std(past.values - past.values.mean(0)), rel=0.05)
    assert made.table()["smallest_detectable"].between(0.2, 40).all()
    found = evaluate(panel, rule, ["history_adjusted"], draws=99).bootstrap(19).table().iloc[0]
    assert abs(found["bias"]) < 5 and found["std_error"] > 0.05


@pytest.mark.parametrize(
    ("name", "reached", "asked"), [("log", 0.0, {}), ("root", 0.0, {}), ("logit", 100.0, {"bounds": (0, 100)})]
)
def test_sites_that_reach_a_bound_keep_the_doubt_of_where_they_would_have_been(name, reached, asked):
    """At the bound itself the scale is flat: doubt measured there would be next to nothing."""
    values, start = proportional(seed=8, spread=0.05).clip(0, 90), {"d00": 2019, "d01": 2019, "d02": 2019}
    values[:3, 4:] = reached
    row = evaluate(panel_of(values, start, scale=name, **asked), None, ["history_adjusted"], draws=99).headline
    half = (row.conf_high - row.conf_low) / 2
    assert 0.2 * half < row.std_error < half and row.smallest_detectable > 0.6 * half


def test_a_percentage_of_next_to_nothing_is_not_told():
    values, start = proportional(seed=8, spread=0.05), {"d00": 2019, "d01": 2019}
    values[:2, 4:] *= 1e6
    evaluation = evaluate(panel_of(values, start, scale="log"), None, ["history_adjusted"], draws=99)
    assert "%," not in evaluation.sentence("en") and "worse" in evaluation.sentence("en")


def test_values_all_at_the_bounds_have_no_logit_and_bounds_hold_the_values():
    values = np.where(proportional() > 12, 100.0, 0.0)
    with pytest.raises(WrongUse, match="tidak tepat di batas"):
        panel_of(values, {"d00": 2019}, scale="logit", bounds=(0, 100))
    for scale in ("auto", "raw", "log"):
        with pytest.raises(WrongUse, match="bounds"):
            panel_of(proportional(), {"d00": 2019}, scale=scale, bounds=(0, 1))
    assert not panel_of(proportional(), {"d00": 2019}, bounds={0: "low", 100: "high"}).scale.raw


def test_every_value_fits_on_the_chosen_scale_also_of_places_outside_the_sample(monkeypatch):
    monkeypatch.setattr("p2wkss_analysis.impact.panel.scale.MOST_PLACES", 30)
    values = proportional(seed=1, places=60)
    assert panel_of(values, {"d00": 2019}).scale.name == "log"
    seen, group = np.ones(values.shape, bool), np.zeros(60, int)
    for place in range(60):
        below = values.copy()
        below[place, 0] = -1.0
        assert choose_scale(below, seen, group).raw


@pytest.mark.parametrize(
    "asked", [{"scale": np.array(["log", "raw"])}, {"cluster": pd.Series(["a", "b"])}, {"cluster": ["share"]}]
)
def test_a_list_where_one_word_belongs_is_refused_in_words(asked):
    with pytest.raises(WrongUse):
        panel_of(proportional(), {"d00": 2019}, **asked)


def test_places_that_move_exactly_alike_give_no_warning_and_no_bounds():
    values = np.tile(np.linspace(5, 9, 8) ** 2, (30, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        evaluation = evaluate(panel_of(values, {"d00": 2020, "d01": 2020}, scale="log"), None, draws=99)
        evaluation.by_year(), evaluation.ledger(), evaluation.sentence("en")
    moved = values.copy()
    moved[0, 6:] += 1.0
    for scale in ("raw", "log"):
        panel = panel_of(moved, {"d00": 2020, "d01": 2020}, scale=scale)
        evaluation = evaluate(panel, None, ["history_adjusted"], draws=199)
        answer = evaluation.headline
        assert answer.p_value == 1.0 and np.isinf(answer.conf_low)
        assert np.isinf(evaluation.by_year()["conf_high"]).all()
        assert "exactly alike" in answer.notes[0].say("en") and "few places" not in " ".join(
            note.say("en") for note in answer.notes
        )
    assert (beside(evaluation.given, [panel, panel], None, 199, 0).p_max_t == 1).all()
    values[4, 3] += 1.0
    evaluation = evaluate(panel_of(values, {"d00": 2020, "d01": 2020}, scale="raw"), None, ["before_after"], draws=99)
    with pytest.raises(NotEnoughData, match="Batas"):
        evaluation.honest_bounds()


@pytest.mark.parametrize("scale", ["raw", "root", "log"])
def test_a_ranking_by_the_outcome_itself_is_no_news_on_any_scale(scale):
    table = table_of(values := proportional(seed=9, places=50), worst_chosen(values, starts=(5, 6)))
    table["list"] = 3 * table["share"] + 2
    rows = [
        evaluate(Panel.from_table(table, outcome="share", better="lower", scale=scale, ranking=ranking),
                 p2.SelectionRule(per_year=1, picks="highest", by=by), ["history_adjusted"], draws=99).headline
        for ranking, by in ((None, "outcome"), ("list", "ranking"))
    ]  # fmt: skip
    assert rows[1].estimate == pytest.approx(rows[0].estimate) and rows[1].std_error == pytest.approx(rows[0].std_error)


def test_shares_a_hair_from_their_bound_have_a_logit():
    values = 100 / (1 + np.exp(-np.random.default_rng(3).normal(0, 30, (30, 8))))
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        assert np.isfinite(panel_of(values, {"d00": 2019}, scale="logit", bounds=(0, 100)).scaled).all()


def test_the_band_of_few_places_that_never_move_apart_is_unbounded_without_a_warning():
    values = np.tile(np.linspace(5, 9, 6) ** 2, (6, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        band = evaluate(panel_of(values, {"d00": 2019}, scale="log"), None, ["history_adjusted"], draws=99).by_year()
    assert np.isinf(band["conf_low"]).all() and np.isinf(band["conf_high"]).all()
