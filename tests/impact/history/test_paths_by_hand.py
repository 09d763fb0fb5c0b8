"""Expected paths of a small panel, one place and one year at a time: who serves, what is foretold, how sure the fit is of it."""

from dataclasses import replace

import numpy as np
import pytest

from p2wkss_analysis.impact.history import bootstrap as bootstrapped
from p2wkss_analysis.impact.history import counterfactual
from p2wkss_analysis.impact.history import given_history as given_history_module
from p2wkss_analysis.impact.history.counterfactual import build, spread_around_years
from p2wkss_analysis.impact.history.forecast import forecast
from p2wkss_analysis.impact.history.given_history import as_estimate, earlier_horizon, given_history, history_adjusted
from p2wkss_analysis.impact.history.placebo import PlaceboTest, placebo_sums, placebo_test
from p2wkss_analysis.impact.history.shared_shocks import with_shared_shocks
from p2wkss_analysis.impact.history.spread import fit_numbers, recentred_means
from p2wkss_analysis.impact.history.untreated_paths import NAMES, PRIOR_SD
from p2wkss_analysis.impact.panel.choice import Choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.panel.scale import Scale
from p2wkss_analysis.impact.texts import history as texts
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import NotEnoughData

YEARS = np.arange(2015, 2022)
T = len(YEARS)
A, B, FEW = slice(0, 12), slice(12, 22), slice(22, 25)  # the rows of three groups


def made():
    rng = np.random.default_rng(1)
    values = 50 + 4 * rng.normal(size=(25, 1)) + np.arange(T) + 2 * rng.normal(size=(25, T))
    start = np.full(25, np.inf)
    start[[0, 12]] = 2018
    start[[1, 2, 13]] = 2019
    start[[3, 14]] = 2018, 2019  # of these one has a single year before, the other no year after
    start[22] = 2019  # in a group of three: two others, one of them not seen
    values[3, :2] = values[14, 4:] = values[23, 4:] = np.nan
    values[15:22, 6] = values[13, 6] = np.nan  # in group b only a site is seen in the last year
    values[4, :4] = np.nan  # no history for either start
    values[5, 1] = values[6, 5] = values[1, 2] = values[2, 5] = np.nan
    group = np.array(["a"] * 12 + ["b"] * 10 + ["few"] * 3, dtype=object)
    return Panel("y", "higher", np.arange(25), YEARS, values, start, group=group)


PANEL = made()
ELIGIBLE = np.ones((25, T), bool)
ELIGIBLE[7] = False
ELIGIBLE[8, 3] = False  # could not be chosen for 2018, only for the others


@pytest.fixture(scope="module", params=[1, 2])
def built(request):
    return request.param, build(PANEL, ELIGIBLE, request.param, effort=6)


def history_of(i, start, horizon):
    """The cells that may foretell place i for a programme from `start`: its own untreated ones before the cut."""
    own = [np.isfinite(PANEL.values[i, t]) and YEARS[t] < PANEL.start[i] - (horizon - 1) for t in range(T)]
    return np.array([own[t] and YEARS[t] < start - (horizon - 1) for t in range(T)])


def serves(i, t, start, horizon):
    """Whether a place not yet chosen is a placebo for a site of `start` in year t."""
    return bool(np.isfinite(PANEL.values[i, t])) and start <= YEARS[t] < PANEL.start[i] - (horizon - 1)


def pools_by_hand(horizon):
    pools, left_out = [], {}
    for start in (2018, 2019):
        for rows in (range(25)[A], range(25)[B], range(25)[FEW]):
            sites, places = [], []
            for i in rows:
                before = history_of(i, start, horizon).sum()
                if PANEL.start[i] == start:
                    after = any(np.isfinite(PANEL.values[i, t]) for t in range(T) if YEARS[t] >= start)
                    if before >= 2 and after:
                        sites.append(i)
                    else:
                        left_out[i] = "history" if before < 2 else "after"
                elif PANEL.start[i] > start and ELIGIBLE[i, start - 2015] and before >= 1:
                    places += [i] if any(serves(i, t, start, horizon) for t in range(T)) else []
            if sites and len(places) >= max(2, len(sites)):
                pools.append((start, sites, places))
            elif sites:
                left_out |= dict.fromkeys(sites, "pool")
    return pools, left_out


def test_sites_and_places_are_those_counted_one_by_one(built):
    horizon, paths = built
    pools, left_out = pools_by_hand(horizon)
    assert [(p.start, p.sites.tolist(), p.places.tolist()) for p in paths.pools] == pools and paths.left_out == left_out
    assert set(left_out.values()) >= {"history", "after", "pool"} and paths.horizon == horizon
    assert paths.site_rows.tolist() == [i for _, sites, _ in pools for i in sites]
    assert paths.site_group.tolist() == [0 if i < 12 else 1 for i in paths.site_rows]


def test_errors_are_observed_less_what_the_own_history_foretells(built):
    horizon, paths = built
    untreated = np.isfinite(PANEL.values) & (YEARS < PANEL.start[:, None] - (horizon - 1))
    squares = []
    for rows in (A, B, FEW):
        for t in range(T):
            cells = PANEL.values[rows, t][untreated[rows, t]]
            squares += ((cells - cells.mean()) ** 2).tolist() if len(cells) else []
    assert paths.scale == pytest.approx(np.mean(squares) ** 0.5)
    level = recentred_means(paths.theta[None], paths.cells)[0][0]
    assert paths.level == pytest.approx(level * paths.scale)
    for pool in paths.pools:
        known = untreated[A if pool.sites[0] < 12 else B].any(0)
        after = [t for t in range(T) if YEARS[t] >= pool.start]
        rows = [(i, e, c, True) for i, e, c in zip(pool.sites, pool.site_errors, pool.site_covariance, strict=True)]
        rows += [(i, e, c, False) for i, e, c in zip(pool.places, pool.errors, pool.covariance, strict=True)]
        for i, errors, covariance, site in rows:
            scaled = np.nan_to_num(PANEL.values[i : i + 1]) / paths.scale
            history = history_of(i, pool.start, horizon)[None]
            ahead = forecast(paths.theta[None], level[None], scaled, history, np.array([0 if i < 12 else 1]), after)
            counts = [
                t for t in after if known[t] and (np.isfinite(PANEL.values[i, t]) if site else serves(i, t, pool.start, horizon))
            ]
            expected = np.full(T, np.nan)
            for t in counts:
                expected[t] = PANEL.values[i, t] - paths.scale * ahead.mean[0, 0, after.index(t)]
            assert errors == pytest.approx(expected, nan_ok=True)
            assert covariance[np.ix_(after, after)] == pytest.approx(paths.scale**2 * ahead.covariance[0, 0])
            assert not covariance[: after[0]].any() and not covariance[:, : after[0]].any()


def shifted(paths, horizon, theta, level):
    """(m, T) minus the expected values of the sites for other numbers (9,) and year means (G, T)."""
    out = []
    for pool in paths.pools:
        after = np.flatnonzero(YEARS >= pool.start)
        for i in pool.sites:
            ahead = forecast(
                theta[None],
                level[None],
                np.nan_to_num(PANEL.values[i : i + 1]) / paths.scale,
                history_of(i, pool.start, horizon)[None],
                np.array([0 if i < 12 else 1]),
                after,
            )
            out.append(np.append(np.zeros(after[0]), -paths.scale * ahead.mean[0, 0]))
    return np.array(out)


def test_how_the_fit_moves_the_errors_is_its_slope_by_each_number_and_each_year_mean():
    horizon, paths = 2, build(PANEL, ELIGIBLE, 2, effort=2)
    level = paths.level / paths.scale
    for k in range(9):
        step = 1e-4 * np.eye(9)[k]
        ends = [shifted(paths, horizon, paths.theta + s, recentred_means((paths.theta + s)[None], paths.cells)[0][0])
                for s in (step, -step)]  # fmt: skip
        assert paths.slope[k] == pytest.approx((ends[0] - ends[1]) / 2e-4, abs=0.01), NAMES[k]
    for t in range(T):
        step = 1e-4 * np.eye(T)[t]
        ends = [shifted(paths, horizon, paths.theta, level + s) for s in (step, -step)]
        assert paths.level_slope[:, t] == pytest.approx((ends[0] - ends[1]) / (2e-4 * paths.scale), abs=2e-3)


def test_the_fit_is_as_sure_of_its_numbers_as_places_and_prior_make_it(built):
    from p2wkss_analysis.impact.history.spread import log_likelihood

    _, paths = built
    score = []
    for k in range(9):
        step = 1e-3 * np.eye(9)[k]
        up, down = (log_likelihood((paths.theta + s)[None], paths.cells)[0][0] for s in (step, -step))
        score.append((up - down) / 2e-3)
    information = np.array(score) @ np.array(score).T + np.diag(1 / PRIOR_SD**2)
    assert paths.doubt == pytest.approx(np.linalg.inv(information), rel=0.02, abs=0.002)
    assert paths.level_doubt == pytest.approx(recentred_means(paths.theta[None], paths.cells)[1][0] * paths.scale**2)
    weights = np.random.default_rng(2).normal(size=(2, len(paths.site_rows), T))
    total = 0.0
    for j in range(9):
        for k in range(9):
            total += (paths.slope[j] * weights[0]).sum() * paths.doubt[j, k] * (paths.slope[k] * weights[1]).sum()
    for g in (0, 1):
        own = [np.zeros(T), np.zeros(T)]
        for side in (0, 1):
            for s in np.flatnonzero(paths.site_group == g):
                own[side] += paths.level_slope[s] @ weights[side, s]
        total += own[0] @ paths.level_doubt[g] @ own[1]
    assert paths.fit_covariance(*weights) == pytest.approx(total)


def test_numbers_at_rest_are_neither_fitted_nor_doubted_and_a_quick_look_has_no_doubt():
    paths = build(PANEL, np.ones(25, bool), at_rest=("kappa", "eta"), effort=2)
    free = np.array([name not in ("kappa", "eta") for name in NAMES])
    assert paths.horizon == 1 and paths.numbers.kappa == paths.numbers.eta == 0 and not paths.slope[~free].any()
    assert not paths.doubt[~free].any() and (np.diag(paths.doubt)[free] > 0).all()
    assert paths.theta == pytest.approx(fit_numbers(paths.cells, free, None, 2))
    quick = build(PANEL, np.ones(25, bool), theta=paths.theta, uncertain=False, effort=1)
    weights = np.ones((len(quick.site_rows), T))
    assert quick.theta == pytest.approx(fit_numbers(paths.cells, np.ones(9, bool), paths.theta, 1))
    assert quick.fit_covariance(weights, weights) == 0 and quick.level_slope.shape == (len(weights), T, T)
    assert 7 in quick.pools[0].places and build(PANEL, np.zeros(25, bool), effort=1) is None


def test_without_groups_all_places_are_one_and_values_that_are_all_alike_have_a_scale_of_one():
    assert counterfactual.group_numbers(replace(PANEL, group=None)).tolist() == [0] * 25
    assert counterfactual.group_numbers(PANEL).tolist() == [0] * 12 + [1] * 10 + [2] * 3
    alike = np.tile(np.arange(3.0), (4, 1))
    assert spread_around_years(alike, np.ones((4, 3), bool), np.zeros(4, int)) == 1.0
    three = np.array([[1.0, 5, 2, 8, 3], [3, 5, 4, 2, 3], [9, 9, 9, 9, 9]])  # groups 0, 0, 1: deviations 1, 0, 1, 3, 0
    assert spread_around_years(three, np.ones((3, 5), bool), np.array([0, 0, 1])) == pytest.approx((22 / 15) ** 0.5)


def test_two_places_beside_one_site_are_enough_and_the_order_of_places_does_not_matter():
    seen = np.where(np.isnan(PANEL.values) & (np.arange(25) == 23)[:, None], 50.0, PANEL.values)
    order = np.r_[5, 0:5, 6:25]
    straight = build(replace(PANEL, values=seen), ELIGIBLE, effort=1, uncertain=False)
    turned = build(
        replace(PANEL, values=seen[order], start=PANEL.start[order], group=PANEL.group[order]),
        ELIGIBLE[order], effort=1, uncertain=False,
    )  # fmt: skip
    assert 22 in straight.site_rows and 22 not in straight.left_out and straight.pools[-1].places.tolist() == [23, 24]
    assert order[turned.site_rows].tolist() == straight.site_rows.tolist()
    assert turned.site_errors() == pytest.approx(straight.site_errors(), nan_ok=True, abs=1e-4)


# --- the answer built on the paths ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def given():
    panel = replace(PANEL, values=np.where(np.arange(25)[:, None] == 0, PANEL.values + 0.5, PANEL.values))
    return given_history(panel, Choice("rule", 1, ELIGIBLE), 59, 0)


def test_the_average_is_that_over_sites_each_over_its_years(given):
    errors = np.concatenate([pool.site_errors for pool in given.paths.pools])
    by_hand = np.mean([row[np.isfinite(row)].mean() for row in errors])
    assert given.average() == pytest.approx(by_hand) and given.site_weights().sum(1) == pytest.approx(np.ones(len(errors)))
    weights = np.nan_to_num(errors * 0 + 1)
    weights[0] *= 3
    effect, test = given.contrast(weights)
    assert effect == pytest.approx(np.nansum(errors) + 2 * np.nansum(errors[0]))
    sums = placebo_sums(given.paths.pools, given.placebos, weights, 0)
    assert test == placebo_test(effect, sums, given.paths.fit_covariance(weights, weights))


def test_the_headline_row_is_average_and_placebo_test(given):
    row = history_adjusted(given)
    weights = given.site_weights() / len(given.errors)
    test = given.contrast(weights)[1]
    assert (row.estimate, row.std_error, row.p_value) == pytest.approx((given.average(), test.std_error, test.p_value))
    ends = given.average() - test.half_length, given.average() + test.half_length
    assert (row.conf_low, row.conf_high) == pytest.approx(ends)
    assert row.headline and not history_adjusted(given, headline=False).headline
    observed = [given.panel.values[i][np.isfinite(e)].mean() for i, e in zip(given.paths.site_rows, given.errors, strict=True)]
    assert row.expected == pytest.approx(np.mean(observed) - row.estimate)
    places = {int(i) for pool in given.paths.pools for i in pool.places}
    assert (row.n_treated, row.n_comparison) == (len(given.errors), len(places))
    reasons = [texts.COUNT_OF_REASON.fill(n=1, reason=texts.REASONS[k]) for k in ("after", "history", "pool")]
    assert texts.LEFT_OUT.fill(reasons=reasons).say("en") in [note.say("en") for note in row.notes]
    assert not any(
        "cannot be computed" in n.say("en")
        for n in history_adjusted(replace(given, paths=replace(given.paths, left_out={}))).notes
    )


def test_sites_are_freed_of_what_their_clusters_share(given):
    clusters = np.array([f"k{i % 4}" for i in range(25)], dtype=object)
    panel = replace(
        given.panel, values=given.panel.values + 4 * np.sin(np.arange(25) % 4)[:, None] * np.cos(YEARS), cluster=clusters
    )
    apart = given_history(replace(panel, cluster=None), given.choice, 19, 0)
    freed, found = with_shared_shocks(apart.paths, panel), given_history(panel, given.choice, 19, 0)
    assert found.paths.together == freed.together > 0.05 and apart.paths.together == 0
    assert found.errors == pytest.approx(freed.site_errors(), nan_ok=True)


def test_an_interval_without_end_says_whether_places_are_few_or_alike():
    base = Text("", "")
    few = as_estimate("m", base, 1.0, PlaceboTest(0.2, 0.1, np.inf, 1.0, np.inf), 3, 9)
    alike = as_estimate("m", base, 1.0, PlaceboTest(1.0, 0.01, np.inf, 0.0, np.inf), 3, 99)
    sound = as_estimate("m", base, 1.0, PlaceboTest(0.2, 0.01, 4.0, 2.0, 6.0), 3, 99)
    assert "0.100" in few.notes[0].say("en") and len(few.notes) == len(alike.notes) == 1 and sound.notes == ()
    assert few.notes[0].say("en") != alike.notes[0].say("en") and (sound.conf_low, sound.conf_high) == (-3, 5)
    assert (sound.smallest_p, sound.smallest_detectable, sound.n_treated, sound.n_comparison) == (0.01, 6.0, 3, 99)


@pytest.mark.parametrize("possible", [3, 2, 1])
def test_sites_fixed_earlier_are_foretold_from_three_years_before_or_two_where_that_leaves_too_little(
    monkeypatch, possible, given
):
    asked = []

    def at(panel, choice, draws, seed, horizon):
        asked.append(horizon)
        assert panel is PANEL and choice is given.choice and (draws, seed) == (19, 0)
        return given if horizon <= possible else Text("tidak", "no")

    monkeypatch.setattr(given_history_module, "given_history", at)
    found = earlier_horizon(PANEL, given.choice, 19, 0)
    assert asked == ([3] if possible == 3 else [3, 2]) and found.runs is (possible > 1) and not found.headline
    assert str(asked[-1]) in found.base.say("en") and texts.IF_FIXED_EARLIER in found.notes


def test_the_bootstrap_redraws_the_panel_on_its_scale_and_estimates_each_anew(monkeypatch, given):
    panel = replace(given.panel, scale=Scale("log", 0.1))
    given = replace(given, panel=panel, choice=Choice("lots", 1, ELIGIBLE))
    asked, kept = [], iter([True, False] * 19)

    def again(anew, eligible, horizon, seed, **more):
        asked.append((anew, horizon, seed, more["uncertain"]))
        assert eligible is ELIGIBLE and more["theta"] is given.paths.theta
        return given.paths if next(kept) else None

    monkeypatch.setattr(bootstrapped, "build", again)
    found = bootstrapped.bootstrap(given, 38, 5)
    assert len(asked) == 38 and {tuple(one[1:]) for one in asked} == {(1, 5, False)}
    by_hand = [replace(given, panel=anew).average() for anew, *_ in asked[::2]]
    assert found.errors == pytest.approx(by_hand) and len(set(by_hand)) == 19
    values = np.array([anew.values for anew, *_ in asked])
    assert (np.isfinite(values) == np.isfinite(panel.values)).all() and (np.diff(values[:, 5, 3]) != 0).all()
    off = ((np.log(values).mean(axis=0) - given.paths.level[given.paths.cells.group]) / given.paths.scale)[
        np.isfinite(panel.values)
    ]
    assert np.abs(off.mean()) < 0.5 and off.std() < 0.6  # means of 38 draws around the year means
    for anew, *_ in asked:
        for year in (2018, 2019):
            assert [(anew.start[g] == year).sum() for g in (A, B, FEW)] == [(panel.start[g] == year).sum() for g in (A, B, FEW)]
    weights = given.site_weights() / len(given.errors)
    shift, test = given.contrast(weights)
    ends = [given.told(weights, shift + d) for d in (-test.half_length, 0, test.half_length)]
    assert (found.placebo_low, found.estimate, found.placebo_high) == pytest.approx(tuple(ends))
    kept = iter([True] * 18 + [False] * 20)
    with pytest.raises(NotEnoughData):
        bootstrapped.bootstrap(given, 38, 5)
    for choice in (Choice("unknown", 1, ELIGIBLE), Choice("rule", 1, ELIGIBLE, uses_ranking=True)):
        with pytest.raises(NotEnoughData):
            bootstrapped.bootstrap(replace(given, choice=choice), 38)
