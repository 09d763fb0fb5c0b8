"""Heavy-tailed years told apart from places that always jump far."""

import numpy as np
import pytest
from scipy.stats import norm
from scipy.stats import t as student

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.history.given_history import given_history
from p2wkss_analysis.impact.history.heavy_tails import fit_with_tails, heavy_tails, innovations, log_likelihood
from p2wkss_analysis.impact.history.spread import Cells, fit_numbers
from p2wkss_analysis.impact.history.untreated_paths import PRIOR_MEAN, redraw
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.simulate import Noise, simulate_panel

RULE = SelectionRule(per_year=2)


def table_of(kind="t4", seed=1, **design):
    return simulate_panel(noise=Noise(kind), seed=seed, **design).table()


def given_of(table, better="higher", **asked):
    panel = Panel.from_table(table, outcome="outcome", better=better, **asked)
    return given_history(panel, read_choice(panel, RULE if better == "higher" else SelectionRule(picks="highest")), 199, 0)


def headline(given):
    return given.contrast(given.site_weights() / len(given.errors))


def untreated_cells(kind, seed, n=60, T=10):
    table = simulate_panel(units=n, years=T, starts=range(0), noise=Noise(kind), seed=seed).table()
    values = table["outcome"].to_numpy().reshape(n, T)
    return Cells.of((values - values.mean(0)) / values.std(), np.ones((n, T), bool), np.zeros(n, int))


@pytest.mark.parametrize("df", [None, 3.5])
def test_the_likelihood_equals_the_mixture_written_out(df):
    rng = np.random.default_rng(1)
    u = rng.normal(size=(7, 5))
    u[2, 1:3] = np.nan
    scale, tau = 1.3, 0.4
    z = np.arange(-2, 3)
    weight = np.exp(-(z**2) / 2) / np.exp(-(z**2) / 2).sum()
    sd = scale * np.exp(tau * z) / np.sqrt((weight * np.exp(2 * tau * z)).sum())
    law = norm(scale=sd[:, None]) if df is None else student(df, scale=sd[:, None] * np.sqrt((df - 2) / df))
    slow = sum(np.log((weight * law.pdf(row[np.isfinite(row)]).prod(1)).sum()) for row in u)
    at = np.array([[np.log(scale), np.log(tau), *([] if df is None else [np.log(df - 2)])]])
    assert log_likelihood(np.repeat(at, 2, 0), u) == pytest.approx([slow, slow])


def test_innovations_are_one_step_errors_by_their_sd():
    cells = untreated_cells("gauss", 2, n=30, T=6)
    holes = cells.seen.copy()
    holes[4, 2] = holes[5, :4] = False
    cells = Cells.of(cells.values, holes, cells.group)
    theta = np.array([-0.4, -0.9, 0.6, -2.0, -3.0, -1.0, 0.3, 0.1, 0.1])
    u = innovations(theta, cells)
    s = (np.arange(6) - 2.5) / np.std(np.arange(6))
    C = np.exp(-0.4) * np.outer(1 + 0.1 * s, 1 + 0.1 * s) + np.exp(-3.0) * np.outer(s, s) + (np.exp(-2.0) + 0.001) * np.eye(6)
    C += np.exp(-0.9) * np.tanh(0.6) ** np.abs(np.subtract.outer(range(6), range(6)))
    means = np.zeros(6)  # generalised least squares, place by place
    pull, information = np.zeros(6), np.zeros((6, 6))
    for i in range(30):
        h = np.flatnonzero(holes[i])
        inverse = np.linalg.inv(C[np.ix_(h, h)])
        information[np.ix_(h, h)] += inverse
        pull[h] += inverse @ cells.values[i, h]
    means = np.linalg.solve(information, pull)
    for i in (0, 4):
        for t in np.flatnonzero(holes[i])[2:]:
            h = np.flatnonzero(holes[i] & (np.arange(6) < t))
            gain = C[t, h] @ np.linalg.inv(C[np.ix_(h, h)])
            error = cells.values[i, t] - means[t] - gain @ (cells.values[i, h] - means[h])
            assert u[i, t] == pytest.approx(error / np.sqrt(C[t, t] - gain @ C[h, t]), abs=1e-6)
    assert np.isnan(u[:, :2]).all() and np.isnan(u[5]).all() and np.isnan(u[4, :3]).all()


@pytest.mark.parametrize("seed", range(2))
def test_heavy_years_are_found_and_places_that_jump_far_are_not_taken_for_them(seed):
    free = np.ones(9, bool)
    heavy, uneven, normal = (untreated_cells(kind, seed, n=100) for kind in ("t4", "uneven", "gauss"))
    theta, left, tails = fit_with_tails(heavy, free)
    before = fit_numbers(heavy, free)
    assert 2 < tails.df < 12 and tails.ahead > 1.92
    assert theta[5] == tails.log_tau < before[5] and not left[5] and left.sum() == 8
    for cells in (uneven, normal):
        theta, left, tails = fit_with_tails(cells, free)
        assert tails is None and left.all() and (theta == fit_numbers(cells, free)).all()
    assert np.exp(fit_with_tails(uneven, free)[0][5]) > 0.35


def test_cells_that_say_nothing_have_no_tails():
    cells = untreated_cells("t4", 1, n=10, T=2)
    assert heavy_tails(PRIOR_MEAN, cells) is None
    assert heavy_tails(PRIOR_MEAN, untreated_cells("t4", 1, n=100)) is not None
    assert heavy_tails(PRIOR_MEAN, untreated_cells("t4", 1, n=101)) is None  # the far tail of many places
    still = Cells.of(np.zeros((10, 5)), np.ones((10, 5), bool), np.zeros(10, int))
    assert heavy_tails(PRIOR_MEAN, still) is None


def test_an_earlier_fit_is_gone_on_from_and_tails_are_not_asked_for_again():
    cells, free = untreated_cells("t4", 1, n=100), np.ones(9, bool)
    theta, _, tails = fit_with_tails(cells, free)
    assert fit_with_tails(cells, free, theta)[2] is None
    again, left, same = fit_with_tails(cells, free, theta, tails)
    assert same is tails and again[5] == tails.log_tau and not left[5] and np.allclose(again, theta, atol=0.02)


def test_unit_order_direction_and_a_constant_a_year_do_not_matter():
    table = table_of()
    effect, test = headline(given_of(table))
    assert given_of(table).paths.tails is not None
    for changed, factor, better in (
        (table.assign(outcome=100 * table["outcome"]), 100, "higher"),
        (table.sample(frac=1, random_state=1), 1, "higher"),
        (table.assign(outcome=table["outcome"] + 3 * table["year"]), 1, "higher"),
        (table.assign(outcome=-table["outcome"]), -1, "lower"),
    ):
        other, like = headline(given_of(changed, better))
        assert other == pytest.approx(factor * effect, rel=1e-3, abs=1e-3 * abs(factor))
        assert like.half_length == pytest.approx(abs(factor) * test.half_length, rel=0.02)


def test_a_planted_effect_moves_the_answer_by_exactly_that_and_never_enters_the_tails():
    table = table_of()
    plain, (effect, test) = given_of(table), headline(given_of(table))
    after = (table["year"] >= table["programme_year"].astype(float)).fillna(False)
    moved = given_of(table.assign(outcome=table["outcome"] + 50.0 * after))
    assert moved.paths.tails == plain.paths.tails and (moved.paths.theta == plain.paths.theta).all()
    assert headline(moved)[0] == pytest.approx(effect + 50.0) and headline(moved)[1].half_length == pytest.approx(
        test.half_length
    )


def test_intervals_are_shorter_than_with_volatility_of_places_and_hold_zero_where_nothing_happened(monkeypatch):
    halves, held = [], []
    for seed in range(5):
        table = table_of(seed=seed)
        effect, test = headline(given_of(table))
        with monkeypatch.context() as m:
            m.setattr("p2wkss_analysis.impact.history.heavy_tails.heavy_tails", lambda theta, cells: None)
            halves.append(test.half_length / headline(given_of(table))[1].half_length)
        held.append(abs(effect) <= test.half_length)
    assert np.mean(halves) < 0.98 and sum(held) >= 4


def test_redrawn_noise_has_the_tails_and_the_spread_it_was_told():
    theta = np.where(np.arange(9) == 5, -5.0, PRIOR_MEAN)  # all places alike volatile
    theta[2] = 0.0
    args = (theta, np.zeros((1, 6)), np.zeros(20_000, int), 10.0)
    heavy, normal = (redraw(*args, np.random.default_rng(0), df) for df in (5.0, np.inf))
    assert heavy.var() == pytest.approx(normal.var(), rel=0.05)
    step = np.diff(heavy, axis=1).ravel(), np.diff(normal, axis=1).ravel()
    assert [round(((x / x.std()) ** 4).mean() - 3, 1) > 0.5 for x in step] == [True, False]


def test_bootstrap_and_caution_on_the_far_tail_go_on_with_the_tails():
    panel = Panel.from_table(table_of(units=60), outcome="outcome", better="higher")
    asked = evaluate(panel, RULE, ["history_adjusted"], draws=99)
    assert asked.given.paths.tails is not None and asked.bootstrap(19).table()["draws"].item() == 19
    wide = Panel.from_table(table_of(units=400, years=5, starts=[3], per_year=2, seed=1), outcome="outcome", better="higher")
    assert evaluate(wide, RULE, ["history_adjusted"], draws=99).headline.runs
