"""Each stage of the index on a few numbers worked out on paper: scales, limits of coverage, denominators, equal places, the recipe."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.index.aggregate import leaf_weights, level_scores, siblings
from p2wkss_analysis.targeting.index.normalise import normalise
from p2wkss_analysis.targeting.index.screen import FARTHEST, by_area, numeric, read_values, screen
from p2wkss_analysis.targeting.index.specification import Specification
from p2wkss_analysis.targeting.index.treat import outlying, winsorise
from p2wkss_analysis.targeting.need_index import need_index

CODES = [f"32.76.01.100{i}" for i in range(6)]


def rows(**columns):
    size = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=CODES[:size])


def test_scales_run_from_the_first_end_to_the_second_in_every_row():
    x = np.array([2.0, 4.0, 4.0, 10.0])
    np.testing.assert_allclose(normalise(x, "minmax", scale=(1, 100)), [1, 25.75, 25.75, 100])
    np.testing.assert_allclose(normalise(x, "percentile_rank", scale=(1, 100)), [1, 50.5, 50.5, 100])
    np.testing.assert_allclose(normalise(x, "goalposts", (0.0, 8.0), (1, 100)), [25.75, 50.5, 50.5, 100])
    np.testing.assert_allclose(normalise(x, "goalposts", (4.0, 20.0)), [0, 0, 0, 37.5])
    for method in ("minmax", "z", "rank", "percentile_rank"):
        two = normalise(np.array([x, -3 * x]), method)
        np.testing.assert_allclose(two, [normalise(x, method), normalise(-3 * x, method)])
        assert normalise(x.astype(np.float32), method).dtype == np.float32 and two.dtype == float


def test_a_place_and_an_indicator_at_the_very_limit_of_coverage_stay():
    spec = Specification({"a": "higher", "b": "higher", "c": "higher"}, indicator_coverage=0.75)
    values = np.array([[1, 2, np.nan], [1, 2, 3], [np.nan, 4, 5], [7, np.nan, 8.0]])
    assert screen(values, spec).tolist() == [True] * 4
    values[2, 1] = np.nan
    with pytest.raises(NotEnoughData) as error:
        screen(values, spec)
    assert all(part in error.value.sentence("en") for part in ("b", "2 of 4", "75%"))
    assert screen(values, spec.changed(indicator_coverage=0.5)).tolist() == [True, True, False, True]
    assert screen(values, spec.changed(indicator_coverage=0.5, place_coverage=1.0)).tolist() == [False, True, False, False]
    with pytest.raises(NotEnoughData):
        screen(np.empty((0, 3)), spec)


def test_values_are_divided_and_carry_the_errors_that_were_named():
    table = rows(poor=[4.0, 9.0, np.nan], people=[8.0, 90.0, np.nan], hdi=[60.0, 70.0, 80.0], doubt=[1.0, np.nan, 0.0])
    spec = Specification({"poor": "higher", "hdi": "lower"}, per={"poor": "people"}, errors={"hdi": "doubt"})
    values, errors = read_values(table, spec)
    np.testing.assert_array_equal(values, [[0.5, 60], [0.1, 70], [np.nan, 80]])
    np.testing.assert_array_equal(errors, [[0, 1], [0, 0], [0, 0]])
    assert read_values(table, spec.changed(errors={}))[1] is None
    with pytest.raises(WrongUse):
        read_values(table.assign(doubt=[1.0, -0.1, 0.0]), spec)
    for nothing in (0.0, -1.0):
        with pytest.raises(WrongUse, match=CODES[1]):
            read_values(table.assign(people=[8.0, nothing, nothing]), spec)
    counted, doubt = read_values(table.iloc[:2], spec.changed(counted=("poor",)))
    assert 0.1 < counted[1, 0] < counted[0, 0] < 0.5 and (doubt[:, 0] > 0).all() and doubt[:, 1].tolist() == [1, 0]


def test_a_table_is_read_by_its_codes_or_refused():
    table = rows(poor=[1.0, 2.0])
    assert by_area(table).index.tolist() == CODES[:2] and by_area(table).index.name == "area_code"
    assert by_area(table.rename_axis("area_code").reset_index()).index.tolist() == CODES[:2]
    assert by_area(table.rename_axis("area_code")).index.tolist() == CODES[:2]
    for bad in (table.reset_index(drop=True), table.rename_axis("kampung"), table.to_dict(), pd.concat([table, table])):
        with pytest.raises(WrongUse):
            by_area(bad)
    coded = table.rename_axis("area_code").reset_index()
    with pytest.raises(WrongUse, match="area_code.*2"):
        by_area(pd.concat([coded, coded["area_code"]], axis=1))


def test_numbers_beyond_what_is_exact_are_refused_by_place():
    assert numeric(rows(poor=[1.0, -FARTHEST]), "poor").tolist() == [1, -FARTHEST]
    for far in (1.01 * FARTHEST, -1.01 * FARTHEST):
        with pytest.raises(WrongUse, match=CODES[1]):
            numeric(rows(poor=[1.0, far, far]), "poor")
    twice = pd.concat([rows(poor=[1.0]), rows(poor=[2.0])], axis=1)
    with pytest.raises(WrongUse, match="poor.*2"):
        numeric(twice, "poor")
    with pytest.raises(WrongUse, match="rich"):
        numeric(twice, "rich")


def test_points_far_out_are_pulled_in_from_either_end_and_ties_together():
    x = np.array([*range(1, 10), 100.0, np.nan])
    treated, moved = winsorise(x)
    assert moved == 1 and treated[:-1].tolist() == [*range(1, 10), 9] and np.isnan(treated[-1])
    tied, moved = winsorise(np.array([*range(1, 19), 100.0, 100.0]))
    assert moved == 2 and tied.tolist() == [*range(1, 19), 18, 18]
    assert winsorise(x, most=0)[1] == 0
    assert outlying(np.array([1.0, 1.0, 1.0, 1.0, 50.0])) and not outlying(np.array([1.0, 1.0, 50.0]))
    assert not outlying(np.array([1.0, 1.0, 1.0, 50.0])), "of four values the skewness is 2 at most"
    flat = np.array([0.0] * 10 + [1.0] * 1)  # skewness 3.3, kurtosis 11
    assert outlying(flat) and outlying(-flat) and not outlying(np.array([-9.0, *[0.0] * 20, 9.0])), "wide, not skew"


def test_equal_places_at_a_cut_are_named_only_where_one_is_in_and_one_is_out():
    ranking = need_index(rows(poor=[5.0, 9.0, 5.0, 1.0, 5.0, 0.0]), {"poor": "higher"})
    assert ranking.rank.tolist() == [2, 1, 2, 5, 2, 6] and ranking.order.tolist() == [1, 0, 2, 4, 3, 5]
    assert [ranking.equal_at(k).tolist() for k in range(1, 8)] == [[], [0, 2, 4], [0, 2, 4], [], [], [], []]
    assert [ranking.top(k).tolist() for k in (1, 3, 5)] == [[1], [1, 0, 2], [1, 0, 2, 4, 3]]
    for k in (0, 6, 2.5):
        with pytest.raises(WrongUse) as error:
            ranking.top(k)
        assert "5" in error.value.sentence("en"), "of six places five can be chosen"
    assert CODES[2] in ranking.equal_text(2).say("en") and ranking.equal_text(1) == ""
    many = need_index(rows_of(9), {"poor": "higher"}).equal_text(3).say("en")
    assert "2 more" in many and many.count("32.76") == 6
    assert "more" not in need_index(rows_of(7), {"poor": "higher"}).equal_text(3).say("en"), "six are named, all of them"
    assert ranking.position(CODES[4]) == 4 and ranking.label(4) == CODES[4]
    for unknown in ("32.76.01.9999", 4):
        with pytest.raises(WrongUse):
            ranking.position(unknown)


def rows_of(size):
    """`size` places, of which the first is neediest, the last least and those between alike, with one more below."""
    return pd.DataFrame({"poor": [9.0, *[5.0] * (size - 1), 1.0]}, index=[f"32.76.01.10{i:02d}" for i in range(size + 1)])


def test_names_stand_behind_the_codes():
    ranking = need_index(rows(poor=[5.0, 9.0, 1.0]).assign(name=["A", "B", "C"]), {"poor": "higher"})
    assert ranking.named(ranking.table()).columns.tolist() == ["area_code", "name", "score", "rank"]
    assert ranking.named(ranking.table())["name"].tolist() == ["B", "A", "C"] and ranking.label(0) == "A"
    assert need_index(rows(poor=[5.0, 9.0]), {"poor": "higher"}).named(ranking.table()).columns[1] == "score"


def test_aspects_are_means_of_their_own_indicators():
    parents, weights = {"a": "slum", "b": "slum", "slum": "index", "c": "index"}, {"a": 3, "b": 1, "slum": 0.6, "c": 0.4}
    x = np.array([[40.0, 80.0, 10.0], [4.0, 4.0, 4.0]])
    levels = level_scores(x, ["a", "b", "c"], parents, weights)
    assert set(levels) == {"slum", "index"}
    np.testing.assert_allclose(levels["slum"], [50, 4])
    np.testing.assert_allclose(levels["index"], [34, 4])
    assert siblings(["a", "b", "c"], parents) == {"slum": ["a", "b"], "index": ["c", "slum"]}
    assert siblings(["a"], {}) == {"": ["a"]} and siblings(["a", "b"], {"a": "x"}) == {"x": ["a"], "": ["b", "x"]}
    np.testing.assert_allclose(leaf_weights(["a", "b"], {"a": "x"}, {"a": 9, "b": 1, "x": 3}), [0.75, 0.25])
    table = rows(a=[1.0, 2.0, 3.0], b=[3.0, 2.0, 1.0], c=[1.0, 3.0, 2.0])
    aspects = need_index(
        table, dict.fromkeys("abc", "higher"), {"slum": 1.0, "c": 0.0, "a": 0.75, "b": 0.25}, hierarchy={"a": "slum", "b": "slum"}
    ).aspects()
    assert aspects.columns.tolist() == ["area_code", "slum", "score"] and aspects["area_code"].tolist() == CODES[2::-1]
    np.testing.assert_allclose(aspects[["slum", "score"]], [[75, 75], [50, 50], [25, 25]])


TWO = {"poor": "higher", "hdi": "lower"}


@pytest.mark.parametrize(
    "weights, right",
    [
        ({"poor": 0.5, "hdi": 0.5 + 9e-7}, True),
        ({"poor": 0.5, "hdi": 0.5 + 2e-6}, False),
        ({"poor": 50, "hdi": 50 + 9e-5}, True),
        ({"poor": 50, "hdi": 50 - 2e-4}, False),
        ({"poor": 1.0, "hdi": 0.0}, True),
        ({"poor": 1.1, "hdi": -0.1}, False),
        ({"poor": True, "hdi": 0.0}, False),
        ({"poor": float("nan"), "hdi": 1.0}, False),
        ({"poor": "1", "hdi": 0.0}, False),
        ({}, True),
    ],
)  # fmt: skip
def test_weights_are_one_or_a_hundred_to_a_millionth(weights, right):
    if right:
        assert Specification(TWO, weights).shares.sum() == pytest.approx(1)
    else:
        with pytest.raises(WrongUse):
            Specification(TWO, weights)


@pytest.mark.parametrize("name", ["place_coverage", "indicator_coverage"])
def test_coverage_is_a_share_above_zero(name):
    assert getattr(Specification(TWO, **{name: 1}), name) == 1
    for bad in (0, 1.01, -0.5):
        with pytest.raises(WrongUse):
            Specification(TWO, **{name: bad})


@pytest.mark.parametrize(
    "bad",
    [
        {"scale": (5, 5)},
        {"aggregate": "harmonic", "scale": (0, 100)},
        {"aggregate": "geometric", "normalise": "z"},
        {"goalposts": {"poor": (0, 1, 2)}},
        {"goalposts": {"poor": (1, 1)}},
        {"normalise": "goalposts", "goalposts": {"poor": (0, 1)}},
        {"labels": {"rich": "x"}},
        {"errors": {"rich": "x"}},
        {"hierarchy": {"poor": "poor"}},
    ],
)
def test_recipes_that_contradict_themselves_are_refused(bad):
    with pytest.raises(WrongUse):
        Specification(TWO, **bad)


def test_a_recipe_read_from_a_table_and_its_parts():
    spec = Specification(TWO, hierarchy={"poor": "people", "hdi": "people"}, goalposts={"poor": (9, 1), "hdi": (20, 85)})
    assert spec.goalposts_of("poor", 1) == (1, 9) and spec.goalposts_of("hdi", -1) == (-85, -20)
    assert Specification(TWO).goalposts_of("poor", 1) is None
    assert Specification(TWO).ends == (0, 100) and Specification(TWO, aggregate="geometric").ends == (1, 100)
    assert Specification(TWO, scale=(2, 7)).ends == (2, 7) and spec.family_weights == {"poor": 1, "hdi": 1}
    table = pd.DataFrame(
        {
            "name": ["poor", "hdi", "rent", "people", "index"],
            "direction": [1, -1, "higher", None, None],
            "parent": ["people", "people", "index", "index", None],
            "weight": ["3", 1, 2, 6, 5],
            "per": ["count", None, None, None, None],
        }
    )
    read = Specification.from_table(table, normalise="rank")
    assert read.indicators == {"poor": "higher", "hdi": "lower", "rent": "higher"} and read.normalise == "rank"
    assert read.weights == {"poor": 0.75, "hdi": 0.25, "rent": 0.25, "people": 0.75} and read.per == {"poor": "count"}
    np.testing.assert_allclose(read.shares, [0.5625, 0.1875, 0.25])
    assert Specification.from_table(table[["name", "direction"]]).weights == {}
    with pytest.raises(WrongUse, match="direction"):
        Specification.from_table(table[["name"]])
