"""Placebo arithmetic added up place by place: sums, borrowed errors, draws, the test, and the band over the years since."""

from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.stats import norm

from p2wkss_analysis.impact.history.placebo import (
    Placebos,
    draw_placebos,
    fit_variance,
    placebo_sums,
    placebo_test,
    standardised,
    without_replacement,
)
from p2wkss_analysis.impact.history.years_since import by_year, joint_draws

T = 4


@dataclass
class Errors:
    """What placebos need of a pool: errors (n, T) and covariances of places, covariances of sites."""

    errors: np.ndarray
    covariance: np.ndarray
    site_covariance: np.ndarray

    @property
    def places(self):
        return np.arange(len(self.errors))

    @property
    def sites(self):
        return np.arange(len(self.site_covariance))


def pool_of(seed, places, sites):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(places + sites, T, T))
    covariance = root @ np.swapaxes(root, 1, 2) + np.eye(T)
    return Errors(rng.normal(1, 2, size=(places, T)), covariance[:places], covariance[places:])


def z_by_hand(pool, profile):
    """Errors of the places that serve, each over the years it serves in, by their own SD and less their mean."""
    z = {}
    for j, (errors, covariance) in enumerate(zip(pool.errors, pool.covariance, strict=True)):
        years = [t for t in range(T) if np.isfinite(errors[t]) and profile[t] > 0]
        if years:
            w = {t: profile[t] / sum(profile[u] for u in years) for t in years}
            variance = sum(w[t] * w[u] * covariance[t, u] for t in years for u in years)
            z[j] = sum(w[t] * errors[t] for t in years) / variance**0.5
    mean = sum(z.values()) / len(z)
    return {j: value - mean for j, value in z.items()}


def test_a_placebo_sum_is_each_places_error_on_the_scale_of_the_site_it_stands_in_for():
    one, idle, two = pool_of(1, 5, 2), pool_of(2, 4, 1), pool_of(3, 6, 2)
    one.errors[0, :2], two.errors[4, 3] = np.nan, np.nan
    weights = np.array([[0, 0.5, 0, -1.0], [0, 0.25, 0.5, 0], [0, 0, 0, 0], [0.5, 0, 0.5, 0], [0, 0, -1.0, -1.0]])
    rng = np.random.default_rng(4)
    chosen = tuple(np.array([rng.permutation(len(p.places))[: len(p.sites)] for _ in range(7)]) for p in (one, idle, two))
    expected = np.zeros(7)
    for pool, draws, own in ((one, chosen[0], weights[:2]), (two, chosen[2], weights[3:])):
        z = z_by_hand(pool, np.abs(own).sum(0))
        for d, draw in enumerate(draws):
            for site, place in enumerate(draw):
                spread = (own[site] @ pool.site_covariance[site] @ own[site]) ** 0.5
                expected[d] += spread * z[place] * np.sign(own[site].sum())
    assert placebo_sums((one, idle, two), Placebos(chosen, False), weights, 0) == pytest.approx(expected)


def test_a_place_that_serves_in_none_of_the_years_borrows_the_error_of_one_that_does():
    pool, profile = pool_of(5, 40, 1), np.array([0, 2.0, 0, 1.0])
    pool.errors[:20, [1, 3]], pool.errors[20, 1] = np.nan, np.nan
    z, found = z_by_hand(pool, profile), standardised(pool, profile, np.random.default_rng(6))
    assert sorted(z) == list(range(20, 40)) and found[20:] == pytest.approx([z[j] for j in range(20, 40)])
    borrowed = [int(np.abs(found[20:] - value).argmin()) for value in found[:20]]
    assert found[:20] == pytest.approx(found[20:][borrowed]) and len(set(borrowed)) > 8
    pool.errors[:] = np.nan
    assert standardised(pool, profile, np.random.default_rng(6)).tolist() == [0.0] * 40


def test_all_pairs_of_both_pools_are_taken_where_there_are_no_more_than_draws():
    pools = tuple(SimpleNamespace(places=np.arange(n), sites=np.arange(k)) for n, k in ((2, 1), (3, 2)))
    every = draw_placebos(pools, 12, 0)
    ways = {(*a, *b) for a, b in zip(*(part.tolist() for part in every.chosen), strict=True)}
    assert every.enumerated and every.count == 12 and [part.shape for part in every.chosen] == [(12, 1), (12, 2)]
    assert ways == {(a, b, c) for a in range(2) for b in range(3) for c in range(3) if b != c}
    drawn = draw_placebos(pools, 11, 0)
    assert not drawn.enumerated and drawn.count == 11 and [part.shape for part in drawn.chosen] == [(11, 1), (11, 2)]


@pytest.mark.parametrize(("n", "k"), [(4, 2), (8, 2), (9, 2), (13, 3)])
def test_every_ordered_choice_is_drawn_equally_often_and_none_twice(n, k):
    drawn = without_replacement(np.random.default_rng(7), n, k, 40_000)
    assert drawn.shape == (40_000, k) and drawn.min() == 0 and drawn.max() == n - 1
    assert (np.diff(np.sort(drawn, axis=1)) > 0).all()
    ways = n * (n - 1) * (n - 2 if k == 3 else 1)
    counts = np.bincount(drawn @ n ** np.arange(k))
    counts = np.append(counts[counts > 0], np.zeros(ways - (counts > 0).sum()))
    expected = 40_000 / ways
    assert ((counts - expected) ** 2).sum() / expected < ways - 1 + 4 * (2 * (ways - 1)) ** 0.5  # chi-square, four SDs


def test_error_floor_and_what_can_be_detected_are_those_of_the_placebos():
    sums = np.array([-3.0, -2, -1, 0, 1, 2, 3] * 3)
    test = placebo_test(2.5, sums, 5.0)
    assert test.smallest_p == 1 / 22 and test.std_error == pytest.approx(3.0)  # placebo variance 4, and 5 of the fit
    beyond = [norm.sf((2.5 - s) / 5**0.5) + norm.cdf((-2.5 - s) / 5**0.5) for s in sums]
    assert test.p_value == pytest.approx((1 + sum(beyond)) / 22)
    assert test.smallest_detectable == pytest.approx(test.half_length + 0.8416212 * 3)
    assert placebo_test(-2.5, sums, 5.0) == test
    for n, bounded in ((18, False), (19, False), (20, True)):
        found = placebo_test(0.7, np.linspace(-1, 1, n), 0.01)
        assert np.isfinite([found.half_length, found.smallest_detectable]).tolist() == [bounded] * 2
        assert found.smallest_p == 1 / (n + 1) < found.p_value < 1
    none = placebo_test(2.0, np.zeros(99), 0.0)
    assert (none.p_value, none.half_length, none.std_error, none.smallest_detectable) == (1, np.inf, 0, np.inf)


def test_a_sharp_interval_ends_at_the_placebo_that_five_percent_reach():
    """Of 99 draws 1 to 99, p(size) = (1 + those at least as large) / 100: .05 between the fourth and the fifth largest."""
    test = placebo_test(95.5, np.arange(1.0, 100), 0.0)
    assert test.p_value == pytest.approx(0.05) and 95 <= test.half_length <= 96
    assert placebo_test(96.5, np.arange(1.0, 100), 0.0).p_value == pytest.approx(0.04)


def test_the_variance_of_the_fit_is_that_of_the_weights_with_themselves():
    paths = SimpleNamespace(fit_covariance=lambda a, b: float((2 * a + b).sum()))
    assert fit_variance(paths, np.array([[1.0, 2.0]])) == 9.0


# --- years since the start ------------------------------------------------------------------------------


class Given:
    """Two sites that start in 2001 and 2002, seen but for one year; errors of four years and 39 draws of a pool."""

    def __init__(self, draws=39, doubt=0.0):
        self.panel = SimpleNamespace(years=np.arange(2000, 2004), start=np.array([np.inf, 2001, 2002]))
        self.pool = pool_of(8, 30, 2)
        self.doubt = doubt * np.array([[2.0, 0.6], [0.6, 1.0]])
        self.paths = SimpleNamespace(pools=(self.pool,), site_rows=np.array([1, 2]), fit_covariance=self.covariance)
        rng = np.random.default_rng(9)
        self.placebos = Placebos((np.array([rng.permutation(30)[:2] for _ in range(draws)]),), False)
        self.errors = np.array([[np.nan, 1.0, 5.0, np.nan], [np.nan, np.nan, 3.0, 10.0]])
        self.seed, self.rounding = 0, 1e-13

    def covariance(self, a, b):
        """Only the first site counts, by whether the year is its first."""
        first = [0 if w[0, 1] > 0 else 1 for w in (a, b)]
        return float(self.doubt[first[0], first[1]])

    def told(self, weights, shift):
        return 10 * shift


def test_each_year_since_is_the_mean_over_the_sites_seen_then():
    given = Given()
    rows = by_year(given)
    assert rows["years_since"].tolist() == [0, 1] and rows["n"].tolist() == [2, 2]
    assert rows["estimate"].tolist() == [10 * (1 + 3) / 2, 10 * (5 + 10) / 2]
    given.errors[1, 3] = np.nan
    rows = by_year(given)
    assert rows["n"].tolist() == [2, 1] and rows["estimate"].tolist() == [20, 50]
    given.panel.start[2] = 2001
    rows = by_year(given)
    assert rows["years_since"].tolist() == [0, 1] and rows["n"].tolist() == [1, 2] and rows["estimate"].tolist() == [10, 40]


@pytest.mark.parametrize(("draws", "rank"), [(19, 19), (39, 38), (60, 58), (18, None)])
def test_the_band_reaches_to_the_95th_percentile_of_the_largest_deviation(draws, rank):
    given = Given(draws)
    weights = [np.array([[0, 0.5, 0, 0], [0, 0, 0.5, 0]]), np.array([[0, 0, 0.5, 0], [0, 0, 0, 0.5]])]
    sums = np.column_stack([placebo_sums(given.paths.pools, given.placebos, w, 0) for w in weights])
    sd = (sums**2).mean(0) ** 0.5
    largest = sorted(max(abs(row) / sd) for row in sums)
    halves = 10 * sd * (np.inf if rank is None else largest[rank - 1])
    rows = by_year(given)
    assert (rows["conf_high"] - rows["estimate"]).tolist() == pytest.approx(halves.tolist())
    assert (rows["estimate"] - rows["conf_low"]).tolist() == pytest.approx(halves.tolist())


def test_years_share_the_uncertainty_of_the_fit():
    given, weights = Given(20_000, doubt=1.0), [np.eye(2, 4, 1), np.eye(2, 4, 2)]
    sums = np.column_stack([placebo_sums(given.paths.pools, given.placebos, w, 0) for w in weights])
    noise = joint_draws(given, weights) - sums
    assert np.cov(noise.T) == pytest.approx(given.doubt, abs=0.08) and np.abs(noise.mean(0)).max() < 0.05
    given.doubt = np.array([[1.0, 1.5], [1.5, 1.0]])  # no covariance: what is below zero counts as none
    noise = joint_draws(given, weights) - sums
    assert np.cov(noise.T) == pytest.approx(np.full((2, 2), 1.25), abs=0.08)


def test_a_year_without_any_scatter_is_no_reach_for_the_others_and_has_no_bounds():
    given = Given()
    given.pool.site_covariance[:, 1, :] = given.pool.site_covariance[:, :, 1] = 0.0
    given.panel.start[2] = 2003  # the year since 0 is now 2001 and 2003, since 1 is 2002
    given.errors[1, 2] = np.nan
    given.pool.site_covariance[1, 3, :] = given.pool.site_covariance[1, :, 3] = 0.0
    rows = by_year(given)
    halves = (rows["conf_high"] - rows["estimate"]).tolist()
    assert halves[0] == np.inf and 0 < halves[1] < np.inf and rows["n"].tolist() == [2, 1]
