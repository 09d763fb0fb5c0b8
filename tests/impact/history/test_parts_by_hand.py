"""Parts of the headline one by one: the fit, noise by place, neighbours' shocks, redrawn panels, choosing again."""

from dataclasses import dataclass, replace
from types import SimpleNamespace

import numpy as np
import pytest

from p2wkss_analysis.impact.history import forecast as forecasts
from p2wkss_analysis.impact.history import like_noise, shared_shocks, spread
from p2wkss_analysis.impact.history import untreated_paths as model
from p2wkss_analysis.impact.history.bootstrap import Bootstrap, choose_again
from p2wkss_analysis.impact.history.counterfactual import Pool, fit_sample, sample_rows
from p2wkss_analysis.impact.history.forecast import forecast
from p2wkss_analysis.impact.panel.choice import Choice
from p2wkss_analysis.impact.texts import history as texts
from p2wkss_analysis.rule import SelectionRule

THETA = np.array([-0.2, -1.0, 0.8, -1.5, -2.0, -0.7, 0.6, 0.15, 0.2])


def cells_of(seed=1, n=14, years=5, groups=2):
    rng = np.random.default_rng(seed)
    seen = rng.random((n, years)) < 0.85
    seen[:groups] = True
    return spread.Cells.of(rng.normal(size=(n, years)).cumsum(1), seen, np.arange(n) % groups)


# --- the fit --------------------------------------------------------------------------------------------


def loss_by_hand(theta, cells):
    """Less the log likelihood at the best year means, less half the log determinant of what is known of them, less the prior."""
    shape = model.unfold(theta[None])
    covariance = model.shock_covariance(shape, cells.values.shape[1])
    level, information = spread.year_means(cells, model.marginal_precision(shape, model.precision(covariance, cells.patterns)))
    total = 0.0
    for i, (values, seen) in enumerate(zip(cells.values, cells.seen, strict=True)):
        z = np.where(seen, values - level[0, cells.group[i]], 0.0)[None, None]
        one = np.zeros(1, int)
        total += model.log_density(shape, model.terms_of(shape, model.precision(covariance, seen[None]), one, z), one)[0, 0]
    for g in range(cells.n_groups):
        total -= 0.5 * np.log(np.linalg.det(information[0, g]))
    return -total + sum((theta - model.PRIOR_MEAN) ** 2 / model.PRIOR_SD**2) / 2


def test_the_numbers_found_are_better_than_any_near_them():
    cells, free = cells_of(n=30), np.arange(9) != 5
    found = spread.fit_numbers(cells, free)
    assert found[5] == model.RESTING[5] and cells.n_groups == 2
    least, slopes = loss_by_hand(found, cells), []
    for k in np.flatnonzero(free):
        step = 0.1 * np.eye(9)[k]
        low, high = (np.clip(found + way * step, *np.array(model.BOUNDS).T) for way in (-1, 1))
        assert min(loss_by_hand(low, cells), loss_by_hand(high, cells)) > least - 1e-4, model.NAMES[k]
        if low[k] < found[k] < high[k]:
            ends = [loss_by_hand(found + way * step / 100, cells) for way in (-1, 1)]
            slopes.append((ends[1] - ends[0]) / 2e-3)
    assert len(slopes) >= 6 and np.abs(slopes).max() < 0.02
    near, far = spread.fit_numbers(cells, free, found, 1), spread.fit_numbers(cells, free, effort=1)
    assert np.abs(near - found).max() < 0.02 and np.abs(far - found).max() > 0.2  # one step from where it is told to begin


def test_priors_are_weak_and_those_the_method_was_measured_with():
    """Mean and SD of each of the nine, and how far volatility, skew, fan and tails are tried, as the rates were measured."""
    mean = {
        "log_A": -0.7,
        "log_S": -0.7,
        "atanh_rho": 0.4,
        "log_V": -2,
        "log_B": -3.5,
        "log_tau": -1.5,
        "kappa": 0,
        "phi": 0,
        "eta": 0,
    }
    assert dict(zip(model.NAMES, model.PRIOR_MEAN, strict=True)) == mean
    assert model.PRIOR_SD.tolist() == [1.5, 1.5, 0.7, 1.5, 1.5, 0.8, 0.5, 0.1, 0.15]
    assert np.exp(model.BOUNDS[5][1]) == pytest.approx(0.74, abs=0.001)
    assert model.BOUNDS[6:] == ((-1.2, 1.2), (-0.5, 0.5), (0.0, 0.35))
    beside = model.PRIOR_MEAN + model.PRIOR_SD * np.array([1, 0, 0, -2, 0, 0, 0.5, 0, 0])
    assert spread.log_prior(np.array([model.PRIOR_MEAN, beside])) == pytest.approx(np.array([0, -5.25 / 2]))
    low, high = np.array(model.BOUNDS).T
    assert ((low < model.PRIOR_MEAN) | (model.PRIOR_MEAN == 0)).all() and (model.PRIOR_MEAN < high).all()
    assert ((low <= model.RESTING) & (model.RESTING < high)).all()
    assert np.exp(model.RESTING[[4, 5]]).max() < 0.01 and not model.RESTING[6:].any()  # no slopes, one volatility, no skew


def test_errors_of_places_at_risk_average_nought_in_the_smallest_group_too():
    cells = spread.Cells.of(5 * cells_of(n=5).values, np.ones((5, 5), bool), np.array([0, 0, 0, 0, 1]))
    theta = THETA + np.array([2.5, 2, 0, 1, 1, 0, 0, 0, 0])
    level, _ = spread.recentred_means(theta[None], cells)
    for t in range(5):
        history = np.ones((5, 5), bool) & (np.arange(5) < t)
        ahead = forecast(theta[None], level, cells.values, history, cells.group, [t])
        error, weight = cells.values[:, t] - ahead.mean[0, :, 0], 1 / ahead.covariance[0, :, 0, 0]
        assert weight[4] < 1 and error[4] == pytest.approx(0, abs=1e-8) and error[:4] @ weight[:4] == pytest.approx(0, abs=1e-8)


def test_trial_values_are_recentred_each_for_itself_in_blocks_that_leave_none_out(monkeypatch):
    cells, thetas = cells_of(), np.array([THETA, THETA - 0.1, THETA + 0.1])
    together = spread.recentred_means(thetas, cells)
    monkeypatch.setattr(forecasts, "_BLOCK", 85 * 14)
    assert forecasts.blocks(3, 14) == [slice(0, 1), slice(1, 2), slice(2, 3)] and forecasts.blocks(3, 7) == [
        slice(0, 2),
        slice(2, 3),
    ]
    assert forecasts.blocks(20, 0) == [slice(0, 14), slice(14, 20)] and forecasts.blocks(3, 99) == [
        slice(0, 1),
        slice(1, 2),
        slice(2, 3),
    ]
    apart = spread.recentred_means(thetas, cells)
    for a, b in zip(together, apart, strict=True):
        assert a == pytest.approx(b)
    one = spread.recentred_means(thetas[1:2], cells)
    assert one[0][0] == pytest.approx(together[0][1]) and one[1][0] == pytest.approx(together[1][1])
    G1 = model.precision(model.shock_covariance(model.unfold(thetas[:1]), 5), cells.patterns)
    information = spread.year_means(cells, model.marginal_precision(model.unfold(thetas[:1]), G1))[1][0]
    for g in (0, 1):
        assert together[1][0, g] @ information[g] == pytest.approx(np.eye(5), abs=1e-6)


def test_a_year_that_nobody_is_seen_in_and_a_group_that_one_lacks_do_no_harm():
    cells = cells_of()
    seen = cells.seen.copy()
    seen[:, 2] = False
    seen[cells.group == 1, 3] = False
    level, _ = spread.recentred_means(THETA[None], spread.Cells.of(cells.values, seen, cells.group))
    assert np.isfinite(level).all()
    rest = spread.Cells.of(cells.values, seen, cells.group).some(np.array([0, 3, 4]))
    assert rest.group.tolist() == [0, 1, 0] and rest.seen.tolist() == seen[[0, 3, 4]].tolist()
    assert (rest.patterns[rest.pattern] == rest.seen).all() and not rest.values[~rest.seen].any()


def test_of_many_places_four_hundred_are_taken_none_twice_and_of_many_groups_ten_of_each():
    assert sample_rows(400, 1).tolist() == list(range(400)) and sample_rows(3, 1).tolist() == [0, 1, 2]
    rows = sample_rows(450, 1)
    assert len(set(rows.tolist())) == 400 == len(rows) and (np.diff(rows) > 0).all() and 0 <= rows[0] and rows[-1] < 450
    assert rows[-1] > 400 and rows.tolist() != sample_rows(450, 2).tolist()
    for groups, sizes in ((40, None), (41, [10] * 41)):
        group = np.random.default_rng(7).permutation(np.arange(492) % groups)
        cells = spread.Cells.of(np.arange(492.0)[:, None], np.ones((492, 1), bool), group)
        taken = fit_sample(cells, 3)
        assert len(set(taken.values[:, 0])) == len(taken.values) and (group[taken.values[:, 0].astype(int)] == taken.group).all()
        assert len(taken.values) == 400 if sizes is None else np.bincount(taken.group).tolist() == sizes
        assert fit_sample(cells.some(np.arange(400)), 3).values.tolist() == cells.values[:400].tolist()


# --- redrawn panels -------------------------------------------------------------------------------------


def test_redrawn_places_spread_over_the_years_as_the_model_says():
    theta, n, years = np.array([-0.5, -0.7, 0.7, -1.0, -1.2, -1.0, 0.5, 0.25, 0.1]), 40_000, 5
    level = np.array([np.arange(5.0), -np.arange(5.0)])
    drawn = model.redraw(theta, level, np.arange(n) % 2, 3.0, np.random.default_rng(2))
    assert drawn[::2].mean(0) == pytest.approx(level[0], abs=0.06) and drawn[1::2].mean(0) == pytest.approx(level[1], abs=0.06)
    s = (np.arange(years) - 2) / np.std(np.arange(years))
    rho, l = np.tanh(0.7), 1 + 0.25 * s
    gap = np.abs(np.subtract.outer(range(years), range(years)))
    covariance = np.exp(-0.5) * np.outer(l, l) + np.exp(-1.2) * np.outer(s, s)
    covariance += np.exp(-0.7) * rho**gap + (np.exp(-1.0) + 0.001) * np.eye(years)
    assert np.cov(drawn[::2].T) == pytest.approx(9 * covariance, abs=0.6)


def test_redrawn_levels_are_skewed_and_volatilities_differ_as_the_classes_do():
    rng, n = np.random.default_rng(3), 60_000
    steady = np.array([0.0, -6, 0, -7, -9, -5, 0.3, 0, 0])
    levels = model.redraw(steady, np.zeros((1, 3)), np.zeros(n, int), 1.0, rng).mean(1)
    shape, w = model.unfold(steady[None]), np.exp(model.LOG_WU)
    third = (w * (shape.mu[0] ** 3 + 3 * shape.mu[0] * shape.v[0])).sum()
    assert third > 0.5 and (levels**3).mean() == pytest.approx(third, rel=0.1)
    loud = np.array([-6.0, -6, 0, 0, -9, -0.9, 0, 0, 0])
    shocks = model.redraw(loud, np.zeros((1, 3)), np.zeros(n, int), 1.0, rng)
    tau = np.exp(-0.9)
    z = np.arange(-2, 3)
    weight = np.exp(-(z**2) / 2) / np.exp(-(z**2) / 2).sum()
    sigma2 = np.exp(2 * tau * z) / (weight @ np.exp(2 * tau * z))
    fourth = (shocks**4).mean() / (shocks**2).mean() ** 2
    assert fourth == pytest.approx(3 * weight @ sigma2**2, rel=0.05) and fourth > 4


# --- noise by place -------------------------------------------------------------------------------------


@dataclass
class Paths:
    pools: tuple
    theta: np.ndarray
    scale: float
    level: np.ndarray
    cells: spread.Cells
    horizon: int = 1
    shared: object = None
    together: float = 0.0


def noisy():
    rng = np.random.default_rng(4)
    cells, level = cells_of(5, n=24, years=6), 3 * rng.normal(size=(2, 6))
    root = rng.normal(size=(5, 6, 6))
    covariance = root @ np.swapaxes(root, 1, 2)
    pool = Pool(2004, np.array([0, 3]), np.array([5, 6, 7]), np.zeros((2, 6)), covariance[:2], np.zeros((3, 6)), covariance[2:])
    return Paths((pool,), THETA, 3.0, level, cells), rng.integers(20, 900, 24).astype(float)


@pytest.mark.parametrize(("sized", "horizon"), [(False, 1), (True, 1), (True, 2)])
def test_spread_follows_the_law_of_past_level_and_size_place_by_place(sized, horizon):
    paths, size = noisy()
    paths.horizon = horizon
    log_size = (np.log(size) - np.log(size).mean()) / np.log(size).std()
    cells, years = paths.cells, np.arange(2000, 2006)

    def feature(i, history):
        past = [cells.values[i, t] - paths.level[cells.group[i], t] / 3 for t in np.flatnonzero(history)]
        own = [np.mean(past) if past else 0.0] + ([log_size[i]] if sized else [])
        return np.clip(own, -2.5, 2.5)

    z, features = [], []
    for t in range(2, 6):
        for i in range(24):
            history = cells.seen[i] & (np.arange(6) < t)
            if cells.seen[i, t] and history.sum() >= 2:
                ahead = forecast(
                    THETA[None], paths.level[None] / 3, cells.values[i : i + 1], history[None], cells.group[i : i + 1], [t]
                )
                z.append((cells.values[i, t] - ahead.mean[0, 0, 0]) / ahead.covariance[0, 0, 0, 0] ** 0.5)
                features.append(feature(i, history))
    slopes = like_noise.noise_law(np.array(z), np.array(features))
    found = like_noise.with_like_noise(paths, SimpleNamespace(years=years, size=size if sized else None)).pools[0]
    pool = paths.pools[0]
    for rows, before, after in (
        (pool.sites, pool.site_covariance, found.site_covariance), (pool.places, pool.covariance, found.covariance),
    ):  # fmt: skip
        for i, old, new in zip(rows, before, after, strict=True):
            history = cells.seen[i] & (years < 2004 - (horizon - 1))
            assert new == pytest.approx(old * np.exp(feature(i, history) @ slopes))


def test_a_law_needs_cells_enough_and_errors_at_all(monkeypatch):
    paths, _ = noisy()
    panel = SimpleNamespace(years=np.arange(2000, 2006), size=None)
    for n, kept in ((3, True), (4, False)):
        some = np.random.default_rng(6).normal(size=n), np.arange(n)[:, None] - 1.0
        monkeypatch.setattr(like_noise, "_one_step", lambda *given, some=some: some)
        assert (like_noise.with_like_noise(paths, panel) is paths) is kept
    monkeypatch.setattr(like_noise, "_one_step", lambda *given: (np.zeros(9), np.ones((9, 1))))
    assert like_noise.with_like_noise(paths, panel) is paths


def test_an_error_counts_no_more_than_five_sds_by_the_median():
    features = np.linspace(-2, 2, 41)[:, None]
    z = np.where(np.arange(41) % 2, 0.6745, -0.6745)
    far, held = z.copy(), z.copy()
    far[[-1, -3]], held[[-1, -3]] = (80.0, -80.0), (5.0, -5.0)
    assert like_noise.noise_law(far, features) == pytest.approx(like_noise.noise_law(held, features))
    held[-1] = 4.9
    assert like_noise.noise_law(held, features) != pytest.approx(like_noise.noise_law(far, features), rel=1e-4)


def test_sizes_are_logs_with_mean_nought_and_an_sd_of_one():
    standard = like_noise._standard_size
    found = standard(SimpleNamespace(size=np.array([10.0, 100, 1000])))
    assert found == pytest.approx(np.array([-1, 0, 1]) * 1.5**0.5)
    assert standard(SimpleNamespace(size=None)) is None and standard(SimpleNamespace(size=np.full(4, 7.0))) is None


# --- shocks that neighbours share -----------------------------------------------------------------------


def pool_of(seed, places, sites, together=1.0):
    """Pool whose clusters, three of them and one of a single place, moved together in each year."""
    rng = np.random.default_rng(seed)
    cluster = np.append(np.arange(places + sites - 1) % 3, 3)
    root = rng.normal(size=(places + sites, 4, 4))
    covariance = 0.3 * (root @ np.swapaxes(root, 1, 2) + np.eye(4))
    sd = np.sqrt(np.einsum("ntt->nt", covariance))
    errors = sd * (rng.normal(size=(places + sites, 4)) + together * rng.normal(size=(4, 4))[cluster])
    errors[rng.random(errors.shape) < 0.2] = np.nan
    rows = np.arange(places + sites) + 100 * seed
    own = np.s_[places:], np.s_[:places]
    return Pool(2004, rows[own[0]], rows[own[1]], errors[own[0]], covariance[own[0]], errors[own[1]], covariance[own[1]]), cluster


def test_each_place_is_freed_of_what_the_others_of_its_cluster_foretell():
    pool, cluster = pool_of(1, 14, 3)
    pool.errors[1:, 3] = np.nan  # in the last year a single place serves
    assert np.isfinite(pool.errors[0, 3])
    everywhere = np.zeros(200, int)
    everywhere[np.append(pool.places, pool.sites)] = cluster * 7 + 2
    r = 0.35
    found, left = shared_shocks._freed(pool, everywhere, r)
    sd = np.sqrt(np.einsum("ntt->nt", pool.covariance))
    z = pool.errors / sd
    z = z - np.nanmean(z, axis=0)
    for rows, site in ((range(14), False), (range(14, 17), True)):
        before = (pool.site_errors, pool.site_covariance) if site else (pool.errors, pool.covariance)
        after = (found.site_errors, found.site_covariance) if site else (found.errors, found.covariance)
        for at, i in enumerate(rows):
            kept = np.ones(4)
            for t in range(4):
                others = [j for j in range(14) if cluster[j] == cluster[i] and j != i and np.isfinite(z[j, t])]
                n = len(others)
                weight = np.linalg.solve((1 - r) * np.eye(n) + r, np.full(n, r)) if n else np.zeros(0)
                kept[t] = 1 - weight.sum() * r
                spread_ = before[1][at, t, t] ** 0.5
                if np.isfinite(before[0][at, t]):
                    assert after[0][at, t] == pytest.approx(before[0][at, t] - spread_ * weight @ z[others, t])
                else:
                    assert np.isnan(after[0][at, t])
            assert after[1][at] == pytest.approx(before[1][at] * np.sqrt(np.outer(kept, kept)))
            if site:
                assert left[at] == pytest.approx(r - (1 - kept))


def test_clusters_that_move_as_one_are_alike_to_95_percent_and_those_that_move_apart_not_at_all():
    pool, cluster = pool_of(2, 15, 3)
    where = np.full(300, "none", dtype=object)
    where[pool.places], where[pool.sites] = [f"c{k}" for k in cluster[:15]], ["c0", "c2", "c1"]
    sd = np.sqrt(np.einsum("ntt->nt", pool.covariance))
    one = replace(pool, errors=sd * np.array([-1.0, 0, 1])[cluster[:15], None], site_errors=np.zeros((3, 4)))
    paths = Paths((one,), THETA, 1.0, np.zeros((1, 4)), None)
    found = shared_shocks.with_shared_shocks(paths, SimpleNamespace(cluster=where))
    assert found.together == 0.95 and found.shared.cluster.tolist() == [0, 2, 1]
    assert found.shared.spread == pytest.approx(np.sqrt(np.einsum("ntt->nt", one.site_covariance)))
    freed, left = shared_shocks._freed(one, np.unique(where, return_inverse=True)[1], 0.95)
    assert found.pools[0].site_errors == pytest.approx(freed.site_errors) and found.shared.left == pytest.approx(left)
    assert shared_shocks.with_shared_shocks(paths, SimpleNamespace(cluster=None)) is paths
    where[pool.places] = [f"alone {k}" for k in range(15)]
    assert shared_shocks.with_shared_shocks(paths, SimpleNamespace(cluster=where)) is paths
    where[pool.places] = [f"c{k // 2}" for k in range(15)]  # pairs, of which one is up and one down
    apart = replace(one, errors=sd * np.where(np.arange(15) % 2, 1.0, -1.0)[:, None])
    paths = Paths((apart,), THETA, 1.0, np.zeros((1, 4)), None)
    assert shared_shocks.with_shared_shocks(paths, SimpleNamespace(cluster=where)) is paths


def test_years_are_alike_as_the_errors_of_sites_are_between_them():
    pools = [pool_of(seed, 6, 2)[0] for seed in (4, 5)]
    pools[1].site_covariance[:, 0, :] = pools[1].site_covariance[:, :, 0] = 0.0  # it starts a year later
    by_hand, count = np.zeros((4, 4)), np.zeros((4, 4))
    for pool in pools:
        for covariance in pool.site_covariance:
            for t in range(4):
                for u in range(4):
                    if covariance[t, t] > 0 and covariance[u, u] > 0:
                        by_hand[t, u] += covariance[t, u] / (covariance[t, t] * covariance[u, u]) ** 0.5
                        count[t, u] += 1
    assert shared_shocks._alike(tuple(pools)) == pytest.approx(by_hand / count)
    assert not shared_shocks._alike(tuple(pools[1:]))[0].any()


# --- choosing again -------------------------------------------------------------------------------------


def test_the_bootstrap_interval_by_hand():
    """39 redraws from -1.4 to 2.4: the 38th largest distance is the half length; the estimate is corrected by the bias."""
    errors = 0.5 + np.arange(-19, 20) / 10
    made = Bootstrap(2.25, 0.1, 4.5, errors)
    row = made.table().iloc[0]
    assert row["bias"] == pytest.approx(0.5) and row["std_error"] == pytest.approx(1.3**0.5) and row["draws"] == 39
    assert (row["conf_low"], row["conf_high"], row["estimate"]) == pytest.approx((1.75 - 1.9, 1.75 + 1.9, 2.25))
    assert row["p_value"] == pytest.approx((1 + 4) / 40)  # the lowest two and the highest two lie as far from their mean
    assert Bootstrap(0.5, 0.1, 4.5, errors).table().iloc[0]["p_value"] == 1.0
    assert not made.agrees() and replace(made, placebo_low=-0.1).agrees() and replace(made, placebo_low=0.0).agrees()
    assert (
        replace(made, placebo_low=-1, placebo_high=0.0).agrees() and not replace(made, placebo_low=-1, placebo_high=-0.1).agrees()
    )
    assert Bootstrap(9.0, 0.1, 4.5, errors).agrees() and Bootstrap(-9.0, -4.5, -0.1, errors).agrees()
    said = made.sentence("en")
    assert "In 39 " in said and "off by +0.5 " in said and "from \N{MINUS SIGN}0.1 to +3.6 (p = 0.125)" in said
    assert texts.BOOTSTRAP_DISAGREES.say("en") in said and texts.BOOTSTRAP_AGREES.say("en") in replace(
        made, placebo_low=-1
    ).sentence("en")
    assert Bootstrap(2.9, 0.1, 4.5, errors).agrees()  # both hold one, neither nought
    assert not Bootstrap(9.0, 0.0, 4.5, errors).agrees() and not Bootstrap(9.0, -1.0, 0.0, errors).agrees()
    even = np.arange(-19.0, 20)  # half length 19: an end at nought holds it
    assert [Bootstrap(e, -1, 1, even).agrees() for e in (19.0, 19.5, -19.0, -19.5)] == [True, False, True, False]
    for n, rank in ((19, 19), (39, 38), (60, 58)):
        errors = np.arange(float(n)) ** 2
        row = Bootstrap(0.0, -1, 1, errors).table().iloc[0]
        assert row["conf_high"] - row["conf_low"] == pytest.approx(2 * sorted(abs(errors - errors.mean()))[rank - 1])


def test_choosing_again_by_rule_or_lot_by_hand():
    values = np.array([[1.0, 9, 9], [2, 1, 8], [3, 2, 7], [4, 3, 6], [np.nan, np.nan, 5], [6, 5, 4], [7, 8, 3], [0, 0, 2]])
    group = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    start = np.array([2001, 2002, 2002, np.inf, 2002, np.inf, np.inf, np.inf])
    panel = SimpleNamespace(cohorts=np.array([2001, 2002]), start=start, years=np.arange(2000, 2003))
    could = np.ones((8, 3), bool)
    could[7] = False

    def chosen(rule, lag=1, eligible=could, own=values):
        choice = Choice("rule" if rule else "lots", lag, eligible, rule=rule)
        found = choose_again(own, panel, choice, group, np.random.default_rng(0))
        return {year: np.flatnonzero(found == year).tolist() for year in (2001, 2002)}

    assert chosen(SelectionRule()) == {2001: [0], 2002: [1, 2, 3]}
    assert chosen(SelectionRule(within="group")) == {2001: [0], 2002: [1, 2, 5]}
    assert chosen(SelectionRule(picks="highest")) == {2001: [6], 2002: [0, 3, 5]}
    assert chosen(SelectionRule(within="group", lag=2), lag=2) == {2001: [0], 2002: [1, 2, 5]}
    assert chosen(SelectionRule(), lag=2) == {2001: [0], 2002: [1, 2, 3]}
    late = could.copy()
    late[0, 1] = late[2, 2] = False
    assert chosen(SelectionRule(within="group"), eligible=late) == {2001: [1], 2002: [0, 3, 5]}
    assert chosen(SelectionRule(), eligible=np.arange(8) >= 4) == {2001: [7], 2002: [4, 5, 6]}
    often = [choose_again(values, panel, Choice("lots", 1, could), group, np.random.default_rng(seed)) for seed in range(300)]
    counts = {year: np.sum([found == year for found in often], axis=0) for year in (2001, 2002)}
    assert counts[2001][:4].sum() == 300 and counts[2002][:4].sum() == 600 and counts[2002][4:].sum() == 300
    assert (np.abs(counts[2001][:4] - 75) < 30).all() and (np.abs(counts[2002][4:7] - 100) < 35).all() and counts[2002][7] == 0
