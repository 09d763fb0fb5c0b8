"""The human development index against published figures, at its goalposts, and its exact split."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.indicators.hdi import dimension_indices, hdi, hdi_class
from p2wkss_analysis.indicators.hdi_change import decompose_hdi, hdi_change, split_change
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

# Published by BPS: components and index. Indonesia 2024 (BRS BPS, November 2024); Banten 2016
# (BRS BPS Banten 30/05/36/2017); Depok 2024, 2025 and Cilegon 2022 from the table regency_indicators.
PUBLISHED = [
    (74.15, 13.21, 8.85, 12_341, 75.02),
    (69.46, 12.70, 8.37, 11_470, 70.96),
    (75.82, 14.11, 11.59, 16_640, 83.05),
    (76.30, 14.21, 11.83, 17_279, 84.04),
    (67.02, 13.20, 10.34, 13_200, 73.95),
]
DEPOK_2024 = {"life_expectancy": 75.82, "expected_schooling": 14.11, "mean_schooling": 11.59, "expenditure": 16_640}
DEPOK_2025 = {"life_expectancy": 76.30, "expected_schooling": 14.21, "mean_schooling": 11.83, "expenditure": 17_279}

components = st.fixed_dictionaries(
    {
        "life_expectancy": st.floats(25, 84),
        "expected_schooling": st.floats(0.5, 17.9),
        "mean_schooling": st.floats(0.5, 14.9),
        "expenditure": st.floats(1_100, 26_000),
    }
)


@pytest.mark.parametrize(("uhh", "hls", "rls", "spent", "published"), PUBLISHED)
def test_published_figures(uhh, hls, rls, spent, published):
    # components are published with two decimals (Cilegon with one for schooling): an error of .01 is theirs
    assert hdi(uhh, hls, rls, spent) == pytest.approx(published, abs=0.0101)


def test_the_two_official_checks_to_the_last_published_digit():
    assert round(hdi(*PUBLISHED[0][:4]), 2) == 75.02
    assert round(hdi(*PUBLISHED[1][:4]), 2) == 70.96


def test_slow_twin_with_the_formula_as_written():
    for uhh, hls, rls, spent, _ in PUBLISHED:
        x = spent * 1000
        health = (uhh - 20) / 65
        education = (hls / 18 + rls / 15) / 2
        living = (math.log(x) - math.log(1_007_436)) / (math.log(26_572_352) - math.log(1_007_436))
        assert hdi(uhh, hls, rls, spent) == pytest.approx((health * education * living) ** (1 / 3) * 100, abs=1e-10)


def test_goalposts_hold_the_index_within_0_and_100():
    assert hdi(85, 18, 15, 26_572.352) == pytest.approx(100, abs=1e-9)
    assert hdi(90, 20, 16, 30_000) == pytest.approx(100, abs=1e-9)
    assert hdi(20, 13, 8, 10_000) == 0
    assert hdi(70, 13, 8, 1_007.436) == 0
    assert hdi(70, 13, 8, 900) == 0


def test_series_keep_their_index_and_missing_stays_missing():
    table = pd.DataFrame(
        {
            "u": [74.15, None, 69.46],
            "h": [13.21, 13, 12.70],
            "r": [8.85, 8, 8.37],
            "x": pd.array([12341, 10000, pd.NA], dtype="Int64"),
        },
        index=["a", "b", "c"],
    )
    result = hdi(table["u"], table["h"], table["r"], table["x"])
    assert list(result.index) == ["a", "b", "c"]
    assert result["a"] == pytest.approx(75.02, abs=0.005)
    assert result[["b", "c"]].isna().all()


def test_scalars_broadcast_over_arrays_and_a_scalar_gives_a_float():
    result = hdi(np.array([74.15, 60.0]), 13.21, 8.85, 12_341)
    assert result.shape == (2,)
    assert isinstance(hdi(74.15, 13.21, 8.85, 12_341), float)
    assert result[0] == hdi(74.15, 13.21, 8.85, 12_341)
    assert np.isnan(hdi(None, 13.21, 8.85, 12_341))


@pytest.mark.parametrize(
    "bad",
    [
        {"expenditure": 12_341_000},
        {"expenditure": 0},
        {"expenditure": -5},
        {"expenditure": 12.3},
        {"expenditure": float("inf")},
        {"life_expectancy": 0},
        {"life_expectancy": 740},
        {"mean_schooling": -1},
        {"expected_schooling": 132},
        {"expected_schooling": "13"},
        {"life_expectancy": True},
        {"life_expectancy": np.array([True, False])},
        {"mean_schooling": [1, 2], "expected_schooling": [1, 2, 3]},
    ],
)
def test_impossible_values_are_refused(bad):
    with pytest.raises(WrongUse) as error:
        hdi(**{**DEPOK_2024, **bad})
    assert error.value.sentence("id") != error.value.sentence("en")


def test_the_refusal_says_what_where_and_the_remedy():
    spent = pd.Series([12_341, 12_341_000], index=["32.76", "36.72"])
    with pytest.raises(WrongUse) as error:
        hdi(70, 13, 8, spent)
    assert "36.72" in error.value.sentence("en") and "divide by 1,000" in error.value.sentence("en")
    assert "36.72" in error.value.sentence("id") and "bagi dengan 1.000" in error.value.sentence("id")


def test_all_faults_are_named_at_once():
    with pytest.raises(WrongUse) as error:
        hdi(-1, 99, 8, 10_000)
    assert "Life expectancy" in error.value.sentence("en") and "Expected years" in error.value.sentence("en")


def test_series_with_different_indexes_are_not_paired_by_position():
    a, b = pd.Series([70, 71], index=["x", "y"]), pd.Series([8, 9], index=["y", "x"])
    with pytest.raises(WrongUse):
        hdi(a, 13, b, 10_000)


@given(components, st.sampled_from(["life_expectancy", "expected_schooling", "mean_schooling", "expenditure"]))
def test_more_of_any_component_never_lowers_the_index(place, name):
    assert hdi(**{**place, name: place[name] * 1.01}) >= hdi(**place)


@given(components, components)
def test_the_split_adds_up_exactly(before, after):
    split = decompose_hdi(before, after)
    assert split.health + split.education + split.expenditure == pytest.approx(split.change, abs=1e-9)
    assert split.change == pytest.approx(hdi(**after) - hdi(**before), abs=1e-12)


@given(components, components)
def test_the_split_reverses_its_sign_when_the_years_are_swapped(before, after):
    there, back = decompose_hdi(before, after), decompose_hdi(after, before)
    assert there.health == pytest.approx(-back.health, abs=1e-9)
    assert there.education == pytest.approx(-back.education, abs=1e-9)


@given(components)
def test_no_change_splits_into_zeros(place):
    split = decompose_hdi(place, place)
    assert (split.health, split.education, split.expenditure, split.change) == (0, 0, 0, 0)


def test_one_moving_component_gets_the_whole_change():
    split = decompose_hdi(DEPOK_2024, {**DEPOK_2024, "life_expectancy": 76.3})
    assert split.education == split.expenditure == 0
    assert split.health == pytest.approx(split.change, abs=1e-12)


def test_depok_2024_to_2025():
    split = decompose_hdi(DEPOK_2024, DEPOK_2025)
    assert [round(v, 3) for v in (split.health, split.education, split.expenditure)] == [0.238, 0.383, 0.372]
    assert "+0,24" in split.sentence("id") and "+0.38" in split.sentence("en")


def test_split_of_many_places_equals_one_by_one():
    rng = np.random.default_rng(3)
    before, after = rng.uniform(0.2, 0.99, (3, 50)), rng.uniform(0.2, 0.99, (3, 50))
    many = split_change(before, after)
    one = np.stack([split_change(before[:, i], after[:, i]) for i in range(50)], axis=1)
    assert np.allclose(many, one, atol=1e-12)


def test_a_dimension_at_its_floor_has_no_split():
    floor = {**DEPOK_2024, "expenditure": 1_000}
    with pytest.raises(NotEnoughData):
        decompose_hdi(floor, DEPOK_2025)
    assert dimension_indices(floor)[2] == 0


def test_missing_and_absent_components_are_named():
    with pytest.raises(NotEnoughData, match="mean_schooling"):
        decompose_hdi({**DEPOK_2024, "mean_schooling": float("nan")}, DEPOK_2025)
    with pytest.raises(WrongUse, match="expenditure"):
        decompose_hdi({k: v for k, v in DEPOK_2024.items() if k != "expenditure"}, DEPOK_2025)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (59.99, "rendah"),
        (60, "sedang"),
        (69.99, "sedang"),
        (70, "tinggi"),
        (79.99, "tinggi"),
        (80, "sangat tinggi"),
        (100, "sangat tinggi"),
        (0, "rendah"),
        (float("nan"), None),
    ],
)
def test_classes_at_their_boundaries(value, word):
    assert hdi_class(value) == word


def test_classes_of_a_series():
    result = hdi_class(pd.Series([59.0, None, 81.37], index=["a", "b", "c"]))
    assert result["c"] == "sangat tinggi" and result["a"] == "rendah" and pd.isna(result["b"])
    with pytest.raises(WrongUse):
        hdi_class(101)


def long_table(rows):
    return pd.DataFrame(rows, columns=["area_code", "year", "indicator", "value", "method"])


def depok():
    rows = []
    for year, place, published in ((2024, DEPOK_2024, 83.05), (2025, DEPOK_2025, 84.04)):
        rows += [
            ("32.76", year, "hdi", published, "UHH LF SP2020"),
            ("32.76", year, "life_expectancy", place["life_expectancy"], "UHH LF SP2020"),
            ("32.76", year, "expected_years_of_schooling", place["expected_schooling"], "IPM new method"),
            ("32.76", year, "mean_years_of_schooling", place["mean_schooling"], "IPM new method (age 25+)"),
            ("32.76", year, "adjusted_expenditure", place["expenditure"], "IPM new method"),
        ]
    return rows + [("32.76", 2024, "hdi", 82.91, "UHH SP2010"), ("32.76", 2023, "hdi", 82.42, "UHH SP2010")]


def test_change_with_all_components_adds_up_to_the_published_change():
    change = hdi_change(long_table(depok()), "32.76", 2024, 2025, name="Kota Depok")
    points = change.table().set_index("dimension")["points"]
    assert points.drop("total").sum() == pytest.approx(points["total"], abs=1e-9)
    assert points["total"] == pytest.approx(0.99, abs=1e-9)
    assert points.round(3)["health"] == 0.238
    assert abs(points["rounding"]) < 0.02
    assert "Kota Depok" in change.sentence("id") and "83,05" in change.sentence("id")


def test_the_two_series_are_never_differenced():
    with pytest.raises(WrongUse) as error:
        hdi_change(long_table(depok()), "32.76", 2023, 2025)
    assert "UHH SP2010" in error.value.sentence("id") and "UHH LF SP2020" in error.value.sentence("en")
    with pytest.raises(WrongUse):
        hdi_change(long_table(depok()), "32.76", 2024, 2025, method="UHH SP2010")


def test_life_expectancy_of_the_other_series_does_not_serve():
    rows = [r if r[2] != "life_expectancy" else (*r[:4], "UHH SP2010") for r in depok()]
    change = hdi_change(long_table(rows), "32.76", 2024, 2025)
    assert change.split is None
    assert change.missing == (("life_expectancy", 2024), ("life_expectancy", 2025))


def test_a_missing_component_is_named_in_the_sentence_and_the_change_stands():
    rows = [r for r in depok() if not (r[1] == 2024 and r[2] == "mean_years_of_schooling")]
    change = hdi_change(long_table(rows), "32.76", 2024, 2025)
    assert change.split is None and change.change == pytest.approx(0.99)
    assert "rata-rata lama sekolah 2024" in change.sentence("id")
    assert "mean years of schooling 2024" in change.sentence("en")
    assert change.table().set_index("dimension")["points"].drop("total").isna().all()


def test_a_year_without_a_figure_and_a_damaged_table_are_refused():
    with pytest.raises(NotEnoughData, match="2019"):
        hdi_change(long_table(depok()), "32.76", 2019, 2025)
    with pytest.raises(WrongUse, match="method"):
        hdi_change(long_table(depok()).drop(columns="method"), "32.76", 2024, 2025)
    with pytest.raises(WrongUse):
        hdi_change(long_table(depok() + [("32.76", 2025, "hdi", 84.0, "UHH LF SP2020")]), "32.76", 2024, 2025)


def test_the_real_table():
    from p2wkss_analysis.tables.intake import load

    table = load("regency_indicators")
    depok_split = hdi_change(table, "32.76", 2024, 2025).split
    assert round(depok_split.health, 3) == 0.238
    cilegon = hdi_change(table, "36.72", 2021, 2022)
    assert cilegon.change == pytest.approx(0.60) and cilegon.split.change == pytest.approx(0.609, abs=5e-4)
    assert ("life_expectancy", 2023) in hdi_change(table, "36.72", 2022, 2023).missing
    assert hdi_change(table, "32.76", 2020, 2021).after == 81.37
