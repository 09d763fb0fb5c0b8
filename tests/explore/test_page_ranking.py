"""The explorer page in a real browser: ranking, chance and reasons are the library's."""

import numpy as np
import pytest
from scipy.special import gammaincinv

from p2wkss_analysis.say.errors import P2wkssError
from p2wkss_analysis.targeting.firmness.stability import alternatives
from p2wkss_analysis.targeting.firmness.topk import top_k_counts
from p2wkss_analysis.targeting.index.scoring import summands

WEIGHTS = {
    2: ([0.5, 0.5], [0.2, 0.8], [0, 1], [1 / 3, 2 / 3]),
    3: ([1 / 3] * 3, [0.6, 0.2, 0.2], [0.2, 0.5, 0.3], [1, 0, 0], [0, 0.37, 0.63]),
}


@pytest.mark.parametrize(("at_layer", "key"), [(0, "regencies"), (1, "desa")])
def test_the_ranking_is_the_library_s_for_a_grid_of_weights(opened, layers, at_layer, key, show, library, assert_same):
    layer = layers[key]
    show(opened, at_layer)
    for n, weights in enumerate(WEIGHTS[len(layer.aspects)]):
        year = layer.years[-1 - n % 2]
        state = show(opened, weights=weights, year=layer.years.index(year), everyone=bool(n % 2))
        assert_same(opened, library(layer, state))


def test_the_ranking_of_the_city_and_of_one_kabupaten_alone(city_page, city, opened, layers, show, library, assert_same):
    for n, weights in enumerate(WEIGHTS[3]):
        assert_same(city_page, library(city, show(city_page, weights=weights, year=len(city.years) - 1 - n)))
    layer = layers["desa"]
    for scope in (3, 20):
        state = show(opened, 1, scope=scope, weights=[0.2, 0.5, 0.3])
        assert state["scope"] in layer.scopes
        assert_same(opened, library(layer, state))


def test_a_year_that_cannot_be_ranked_says_so_where_the_library_does(opened, layers, show, library, assert_same):
    layer, seen = layers["desa"], set()
    show(opened, 1)
    for scope in range(0, len(layer.scopes), 4):
        for year in (0, 3):
            state = show(opened, scope=scope, year=year)
            try:
                ranking = library(layer, state)
            except P2wkssError:
                assert opened.evaluate("explorer.ranking()") is None and opened.evaluate("explorer.cannot()")
                assert opened.locator("#headline").text_content() == opened.evaluate("explorer.cannot()")
                seen.add("cannot")
            else:
                assert_same(opened, ranking)
                seen.add("can")
    assert seen == {"can", "cannot"}


@pytest.mark.parametrize(("which", "k"), [("regencies", 5), ("desa", 2), ("city", 3)])
def test_the_chance_is_that_of_stability(opened, city_page, layers, city, which, k, show, library):
    """Exactly on the page's own draws; within Monte Carlo error on the library's."""
    page, layer = (city_page, city) if which == "city" else (opened, layers[which])
    state = show(page, None if which == "city" else ["regencies", "desa"].index(which), k=k)
    ranking = library(layer, state)
    shown = dict(page.evaluate("explorer.chances()"))
    chance = np.array([shown[code] for code in ranking.codes])
    assert chance.sum() == pytest.approx(k)
    counts, width = np.zeros(len(chance)), len(layer.specification.columns)
    for way, spec in enumerate(alternatives(ranking.specification, None, None)):
        draws = np.array(page.evaluate("way => explorer.draws(way)", way)).reshape(-1, width)
        assert np.allclose(draws.sum(axis=1), 1)
        counts += top_k_counts(summands(ranking.values, spec), draws, k)
    np.testing.assert_allclose(chance, counts / 2000, atol=1e-12)
    np.testing.assert_allclose(chance, ranking.stability(k).probability, atol=0.025)


def test_the_draws_follow_the_gamma_distribution(opened):
    shares, shapes = [1e-6, 0.001, 0.05, 0.3, 0.5, 0.8, 0.99, 1 - 1e-6], [0.05, 0.4, 0.999, 1, 1.7, 6.7, 13.3, 20]
    got = opened.evaluate("([p, a]) => p.map((x) => a.map((y) => explorer.quantile(x, y)))", [shares, shapes])
    np.testing.assert_allclose(got, gammaincinv(np.array(shapes)[None], np.array(shares)[:, None]), rtol=1e-8, atol=1e-300)


def test_the_reasons_are_those_of_explain(city_page, city, show, library):
    state = show(city_page, weights=[0.5, 0.3, 0.2], k=3)
    ranking = library(city, state)
    for place in (0, 2, 3, 20):
        code = ranking.codes[ranking.order[place]]
        show(city_page, place=int(np.flatnonzero(city.areas["area_code"] == code)[0]))
        why, truth = city_page.evaluate("explorer.explain()"), ranking.explain(code, 3)
        rows = truth.rows.set_index("indicator").loc[ranking.specification.columns]
        assert why["rival"] == truth.rival
        np.testing.assert_allclose(why["median"], rows["against_median"], atol=1e-9)
        np.testing.assert_allclose(why["rival_parts"], rows["against_runner_up"], atol=1e-9)
