"""How firm a choice is: against brute force, with planted answers, and what must not matter."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.targeting.firmness import topk
from p2wkss_analysis.targeting.firmness.rank_range import RankRange
from p2wkss_analysis.targeting.firmness.stability import alternatives
from p2wkss_analysis.targeting.firmness.topk import top_k_counts
from p2wkss_analysis.targeting.firmness.weight_draws import draw_weights
from p2wkss_analysis.targeting.index.specification import Specification
from p2wkss_analysis.targeting.need_index import need_index

THREE = {"slum": "higher", "poor": "higher", "hdi": "lower"}


def city(n=30, seed=0):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "area_code": [f"32.76.{i:03d}" for i in range(n)],
            "slum": rng.gamma(2, 10, n),
            "poor": rng.gamma(2, 3, n),
            "hdi": rng.normal(75, 4, n),
        }
    )


# --- counting the top k ---------------------------------------------------------------------------------


def counts_written_out(summands, weights, k):
    counts = np.zeros(len(summands))
    for w in weights:
        scores = [sum(a * b for a, b in zip(row, w, strict=True)) for row in summands]
        cut = sorted(scores, reverse=True)[k - 1]
        above = [i for i, s in enumerate(scores) if s > cut + 1e-9]
        tied = [i for i, s in enumerate(scores) if abs(s - cut) <= 1e-9]
        for i in above:
            counts[i] += 1
        for i in tied:
            counts[i] += (k - len(above)) / len(tied)
    return counts


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 40), st.integers(1, 4), st.data())
def test_counts_against_brute_force_ties_and_all(seed, n, p, data):
    k = data.draw(st.integers(1, n - 1))
    rng = np.random.default_rng(seed)
    summands = rng.integers(0, 4, size=(n, p)).astype(float)  # few values: many ties
    weights = rng.dirichlet(np.ones(p), 15)
    got = top_k_counts(summands, weights, k)
    np.testing.assert_allclose(got, counts_written_out(summands, weights, k), atol=1e-9)
    assert got.sum() == pytest.approx(15 * k)


@pytest.mark.parametrize("n, p, k", [(5000, 3, 10), (5000, 20, 300), (400, 5, 390)])
def test_blocks_single_precision_and_leaders_give_the_same_counts(monkeypatch, n, p, k):
    rng = np.random.default_rng(1)
    summands, weights = rng.normal(size=(n, p)), rng.dirichlet(np.ones(p), 600)
    order = np.argsort(-(weights @ summands.T), axis=1)[:, :k]
    expected = np.bincount(order.ravel(), minlength=n)
    monkeypatch.setattr(topk, "CELLS", 128 * 70)  # many small pieces
    monkeypatch.setattr(topk, "SINGLE", 1)
    got = top_k_counts(summands, weights, k)
    assert got.sum() == pytest.approx(600 * k)
    assert np.abs(got - expected).max() <= 1.5  # scores within a millionth of each other may be shared


def test_a_few_leaders_that_miss_the_winners_do_not_hide_them(monkeypatch):
    # the floor comes from leaders of very few draws; every other winner must still be found above it
    rng = np.random.default_rng(2)
    summands, weights = rng.normal(size=(3000, 6)), rng.dirichlet(np.full(6, 0.2), 500)
    expected = np.bincount(np.argmax(weights @ summands.T, axis=1), minlength=3000)
    monkeypatch.setattr(topk, "LEADERS", 1)
    np.testing.assert_allclose(top_k_counts(summands, weights, 1), expected)


# --- weights --------------------------------------------------------------------------------------------


def test_drawn_weights_have_the_stated_mean_and_spread():
    spec = Specification({"a": "higher", "b": "higher", "c": "higher"}, {"a": 0.5, "b": 0.3, "c": 0.2})
    drawn = draw_weights(spec, 20, 40_000, np.random.default_rng(0))
    np.testing.assert_allclose(drawn.sum(axis=1), 1)
    np.testing.assert_allclose(drawn.mean(axis=0), [0.5, 0.3, 0.2], atol=0.003)
    w = np.array([0.5, 0.3, 0.2])
    np.testing.assert_allclose(drawn.std(axis=0), np.sqrt(w * (1 - w) / 21), rtol=0.03)


def test_weights_drawn_through_a_hierarchy_keep_their_families():
    spec = Specification({"a": "higher", "b": "higher", "c": "higher"}, {"x": 0.5, "c": 0.5}, hierarchy={"a": "x", "b": "x"})
    drawn = draw_weights(spec, 20, 40_000, np.random.default_rng(0))
    np.testing.assert_allclose(drawn.mean(axis=0), [0.25, 0.25, 0.5], atol=0.003)
    np.testing.assert_allclose(drawn.sum(axis=1), 1)
    np.testing.assert_array_equal(draw_weights(spec, None, 2, np.random.default_rng(0)), [[0.25, 0.25, 0.5]] * 2)


def test_a_weight_of_zero_stays_zero():
    spec = Specification({"a": "higher", "b": "higher"}, {"a": 1.0, "b": 0.0})
    assert (draw_weights(spec, 20, 100, np.random.default_rng(0))[:, 1] == 0).all()


# --- the whole ------------------------------------------------------------------------------------------


def test_one_place_worst_in_everything_is_always_chosen_and_the_best_never():
    table = city()
    table.loc[3, ["slum", "poor", "hdi"]] = [500, 90, 40]
    table.loc[5, ["slum", "poor", "hdi"]] = [0, 0, 99]
    stable = need_index(table, THREE).stability(2, draws=1000).table().set_index("area_code")
    assert stable.loc["32.76.003"].tolist() == [1.0, 1, 1]
    assert stable.loc["32.76.005"].tolist() == [0.0, 30, 30]
    assert stable["probability_top_k"].sum() == pytest.approx(2)


def test_twins_have_equal_chances():
    table = city()
    table.loc[[4, 9], ["slum", "poor", "hdi"]] = [200, 50, 50]
    stable = need_index(table, THREE).stability(1, draws=500)
    shown = stable.table().set_index("area_code")
    chance = shown["probability_top_k"]
    assert shown.loc[["32.76.004", "32.76.009"], ["rank_low", "rank_high"]].to_numpy().tolist() == [[1, 2], [1, 2]]
    assert chance["32.76.004"] == pytest.approx(chance["32.76.009"]) and chance["32.76.004"] == pytest.approx(0.5)
    assert set(stable.lots().candidates) == {"32.76.004", "32.76.009"} and stable.lots().seats == 1


def test_held_fixed_the_choice_is_certain():
    ranking = need_index(city(), THREE)
    stable = ranking.stability(4, draws=50, concentration=None, normalise=(), aggregate=())
    table = stable.table()
    assert table["probability_top_k"].tolist() == [1.0] * 4 + [0.0] * 26
    assert (table["rank_low"] == table["rank_high"]).all() and table["rank_low"].tolist() == list(range(1, 31))
    assert stable.lots().candidates == () and "Tidak ada wilayah lain" in stable.sentence()


def test_probability_against_brute_force_over_the_same_kind_of_draws():
    table = city(12)
    ranking = need_index(table, THREE)
    stable = ranking.stability(2, draws=8000, normalise=(), aggregate=())
    rng = np.random.default_rng(99)
    hits = np.zeros(12)
    for _ in range(4000):
        w = rng.dirichlet([20 / 3] * 3)
        score = ranking.normalised @ w
        hits[np.argsort(-score)[:2]] += 1
    np.testing.assert_allclose(stable.probability, hits / 4000, atol=0.035)


def test_row_order_and_seed():
    table = city()
    table["sd"] = 1.0
    one = need_index(table, THREE, errors={"poor": "sd"}).stability(3, draws=300, seed=4)
    two = need_index(table.sample(frac=1, random_state=1), THREE, errors={"poor": "sd"}).stability(3, draws=300, seed=4)
    pd.testing.assert_frame_equal(one.table(), two.table())
    other = need_index(table, THREE, errors={"poor": "sd"}).stability(3, draws=300, seed=5)
    assert not one.table().equals(other.table())


def test_measurement_error_alone_makes_neighbours_rivals():
    # two places one standard error apart: the difference has sd sqrt(2), so the lower wins with P(z > .707)
    table = pd.DataFrame({"area_code": list("abcd"), "poor": [11.0, 10.0, 0.0, -30.0], "sd": [1.0, 1, 0, 0]})
    ranking = need_index(table, {"poor": "higher"}, errors={"poor": "sd"})
    stable = ranking.stability(1, draws=20_000, concentration=None, normalise=(), aggregate=())
    chance = stable.table().set_index("area_code")["probability_top_k"]
    assert chance["b"] == pytest.approx(0.2398, abs=0.012)
    assert chance["c"] == chance["d"] == 0


def test_small_counts_are_less_firm_than_large_ones():
    def firm(scale):
        table = pd.DataFrame({"area_code": list("abcd"), "poor": np.array([4, 3, 2, 1]) * scale, "households": 10 * scale})
        ranking = need_index(table, {"poor": "higher"}, per={"poor": "households"}, counted=("poor",))
        return ranking.stability(1, draws=4000, concentration=None).probability[0]

    assert 0.3 < firm(1) < 0.6 and firm(100) > 0.99  # of four places one is first by luck in a quarter


def test_rivals_and_lots_agree():
    stable = need_index(city(40, 3), THREE).stability(5, draws=2000)
    near, lots = stable.rivals(), stable.lots()
    last = stable.ranking.codes[stable.ranking.top(5)[-1]]
    assert last in set(near["area_code"]) and near.set_index("area_code").loc[last, "beats_last"] == pytest.approx(0.5)
    assert set(lots.candidates) == set(near["area_code"])
    assert len(lots.fixed) + lots.seats == 5 and lots.seats <= len(lots.candidates)
    assert not set(lots.fixed) & set(lots.candidates)


def test_lots_only_where_someone_off_the_list_is_near():
    table = city(6)
    table["slum"] = [100.0, 99, 1, 0, 0.5, 0.2]  # two alike at the top, far from the rest
    table["poor"], table["hdi"] = [50, 50.5, 1, 0, 2, 1.5], [50, 50.2, 80, 90, 85, 86]
    two = need_index(table, THREE).stability(2, draws=500)
    assert two.lots().candidates == () and set(two.lots().fixed) == {"32.76.000", "32.76.001"}
    one = need_index(table, THREE).stability(1, draws=500)
    assert set(one.lots().candidates) == {"32.76.000", "32.76.001"} and one.lots().seats == 1


def test_a_place_off_the_list_that_mostly_stands_above_the_last_is_a_candidate():
    # the stated way puts a first, but nearly every other way puts b above it: b is no less a candidate for that
    table = pd.DataFrame({"area_code": list("abcd"), "x": [4.0, 3, 2, 1]})
    stable = need_index(table, {"x": "higher"}).stability(1, draws=10)
    stable = replace(stable, probability=np.array([0.03, 0.97, 0.0, 0.0]))
    assert stable.lots().candidates == ("b", "a") and stable.lots().seats == 1
    assert stable.rivals()["chosen"].tolist() == [False, True]


def test_candidates_are_those_who_are_among_the_top_k_often_enough_and_no_others():
    stable = need_index(city(60, 3), THREE).stability(4, draws=1500)
    top, near, lots = set(stable.ranking.codes[stable.ranking.top(4)]), stable.rivals().set_index("area_code"), stable.lots()
    for code, chance in zip(stable.ranking.codes, stable.probability, strict=True):
        assert (code in near.index) == (chance < 0.9 if code in top else chance >= 0.1), (code, chance)
    assert set(lots.fixed) == {c for c in top if c not in near.index}
    assert near["probability_top_k"].is_monotonic_decreasing


def test_a_place_that_is_never_chosen_is_no_candidate_though_it_often_beats_the_last():
    # c stands above the last of the chosen whenever b falls far, but then d stands higher still: c is never in
    stable = need_index(city(8), THREE).stability(2, draws=50)
    first, second, third, fourth = stable.ranking.order[:4]
    chance, above = np.zeros(8), np.zeros(8)
    chance[[first, second, fourth]], above[[first, second, third, fourth]] = [1.0, 0.4, 0.6], [1.0, 0.5, 0.6, 0.6]
    stable = replace(stable, probability=chance, beats_last=above)
    code = stable.ranking.codes
    assert stable.lots().candidates == (code[fourth], code[second]) and stable.lots().fixed == (code[first],)
    for lang in ("id", "en"):
        assert f"{code[fourth]} (60%)" in stable.sentence(lang) and code[third] not in stable.sentence(lang)


def test_villages_of_kab_serang_the_likeliest_are_named_and_none_without_a_chance():
    index = load("village_index")
    here = index[(index["year"] == 2024) & index["area_code"].str.startswith("36.04.")]
    stable = need_index(here, dict.fromkeys(("iks", "ike", "ikl"), "lower")).stability(2, draws=1000)
    near = stable.rivals()
    assert (near.loc[~near["chosen"], "probability_top_k"] >= 0.1).all() and len(near) < 15
    likeliest = stable.ranking.codes[np.argmax(stable.probability)]
    assert likeliest == near["area_code"][0] and stable.ranking.label(stable.ranking.position(likeliest)) in stable.sentence()


@pytest.mark.parametrize("share", [0, 0.5, 1, -1, "a", None, float("nan"), True])
def test_a_share_without_meaning_is_refused(share):
    with pytest.raises(WrongUse):
        need_index(city(), THREE).stability(2, draws=5).lots(share)


def test_the_ways_of_computing_that_are_drawn():
    spec = Specification({"a": "higher", "b": "lower"})
    ways = [(s.normalise, s.aggregate) for s in alternatives(spec, None, None)]
    assert ways == [
        ("minmax", "arithmetic"),
        ("minmax", "geometric"),
        ("z", "arithmetic"),
        ("rank", "arithmetic"),
        ("rank", "geometric"),
    ]
    assert [(s.normalise, s.aggregate) for s in alternatives(spec, (), ())] == [("minmax", "arithmetic")]
    assert all(s.ends[0] > 0 for s in alternatives(spec, None, None) if s.aggregate != "arithmetic")


@pytest.mark.parametrize(
    "arguments",
    [
        {"k": 0},
        {"k": 30},
        {"k": 1.5},
        {"k": 1, "draws": 0},
        {"k": 1, "concentration": 0},
        {"k": 1, "seed": "a"},
        {"k": 1, "seed": -1},
        {"k": 1, "seed": 1.5},
        {"k": 1, "seed": None},
        {"k": 1, "draws": "many"},
        {"k": 1, "concentration": "a"},
        {"k": 1, "concentration": float("inf")},
        {"k": 1, "concentration": 1e-320},
        {"k": 1, "concentration": float("nan")},
        {"k": 1, "normalise": "rank"},
        {"k": 1, "aggregate": 5},
        {"k": "two"},
        {"k": 1, "normalise": ("log",)},
        {"k": 1, "aggregate": ("median",)},
    ],
)
def test_refusals(arguments):
    with pytest.raises(WrongUse) as error:
        need_index(city(), THREE).stability(**arguments)
    assert error.value.sentence("en") and error.value.sentence("id")


def test_sentences_in_both_languages():
    stable = need_index(city(40, 3), THREE).stability(5, draws=500)
    assert "undian terbuka" in stable.sentence() and "public draw" in stable.sentence("en")
    many = need_index(city(40, 3), THREE).stability(8, draws=500)
    firm = (many.table()["probability_top_k"][:8] >= 0.95).sum()
    assert f"{firm} dari 8 wilayah terpilih" in many.sentence() and f"{firm} of the 8 chosen" in many.sentence("en")


@given(st.lists(st.lists(st.integers(1, 4), min_size=5, max_size=5), min_size=1, max_size=60))
def test_ranges_are_those_of_every_rank_written_out_and_equal_places_share_them(drawn):
    scores = np.array(drawn, dtype=float)
    moves = RankRange(5, len(scores))
    for some in np.array_split(scores + 1e-15 * np.arange(5), 3):  # of places that are equal, rounding differs
        moves.add(some, 0)
    best = np.sort([[1 + sum(other > own for other in row) for own in row] for row in scores], axis=0)
    worst = np.sort([[sum(other >= own for other in row) for own in row] for row in scores], axis=0)
    cut = len(scores) // 40
    low, high = moves.interval()
    assert low.tolist() == best[cut].tolist() and high.tolist() == worst[len(scores) - 1 - cut].tolist()
