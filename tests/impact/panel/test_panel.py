"""The panel: what it keeps, and everything it refuses."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


def tidy():
    return pd.DataFrame(
        {
            "area_code": np.repeat(["a", "b", "c"], 3),
            "year": [2021, 2022, 2023] * 3,
            "value": [1.0, 2, 3, 2, 2, 2, 3, 1, 4],
            "programme_year": [2023.0] * 3 + [np.nan] * 6,
            "regency": ["x"] * 9,
        }
    )


def build(df, **options):
    return Panel.from_table(df, **({"outcome": "value", "better": "higher"} | options))


def refusal(df, **options):
    with pytest.raises(WrongUse) as caught:
        build(df, **options)
    return caught.value


def test_cells_go_where_they_belong_whatever_the_order_of_rows():
    straight, mixed = build(tidy()), build(tidy().sample(frac=1, random_state=3))
    assert straight.values.tolist() == mixed.values.tolist() == [[1, 2, 3], [2, 2, 2], [3, 1, 4]]
    assert straight.units.tolist() == ["a", "b", "c"] and straight.start.tolist() == [2023, np.inf, np.inf]


def test_an_absent_year_is_missing_and_never_zero():
    panel = build(tidy().drop(index=4))
    assert np.isnan(panel.values[1, 1]) and np.isfinite(panel.values).sum() == 8


def test_the_matrix_cannot_be_written_to():
    with pytest.raises(ValueError):
        build(tidy()).values[0, 0] = 9


def test_labels_keep_their_kind():
    df = tidy().assign(area_code=np.repeat([30, 10, 20], 3))
    assert build(df).units.tolist() == [10, 20, 30]


def test_nullable_types_are_read():
    df = tidy().astype({"programme_year": "Int64", "value": "Float64", "year": "Int64"})
    assert build(df).start.tolist() == build(tidy()).start.tolist()


def test_a_simulated_table_comes_back_the_same():
    made = simulate_panel(units=20, groups=2, rule="column", seed=5)
    panel = build(made.table(), outcome="outcome", ranking="ranking", group="group")
    assert np.array_equal(panel.values, made.values) and np.array_equal(panel.ranking, made.ranking)
    assert np.array_equal(panel.start, made.start) and panel.group.tolist() == made.group.tolist()


@pytest.mark.parametrize(
    "spoil, word_id, word_en",
    [
        (lambda d: pd.concat([d, d.iloc[[4]]]), "tercatat ganda", "recorded twice"),
        (
            lambda d: d.assign(programme_year=[2019.0] * 3 + [np.nan] * 6),
            "sebelum tahun pertama",
            "before the first year",
        ),
        (lambda d: d.assign(value=["1", "two"] + ["3"] * 7), "belum pasti angka", "may not be a number"),
        (lambda d: d.assign(value=[np.inf] + [1.0, 2] * 4), "belum pasti angka", "may not be a number"),
        (lambda d: d.assign(value=["1.200", "5.000"] + ["3"] * 7), "'1.200' (a 2021)", "'5.000' (a 2022)"),
        (lambda d: d.assign(value=["1,5"] + ["3"] * 8), "'1,5' (a 2021)", "Write plain numbers"),
        (lambda d: d.assign(value=pd.date_range("2020-01-01", periods=9)), "belum pasti angka", "may not be a number"),
        (lambda d: d.assign(programme_year=pd.Timestamp("2023-01-01")), "programme_year", "programme_year"),
        (lambda d: d.assign(year=pd.to_datetime(d["year"].astype(str))), "`year`", "`year`"),
        (lambda d: d.assign(area_code=[1] * 3 + ["b"] * 3 + ["c"] * 3), "mencampur", "mixes text"),
        (lambda d: d.assign(area_code=[[1]] * 9), "mencampur", "mixes text"),
        (lambda d: d.assign(year=[2021, 2022, 20230] + [2021, 2022, 2023] * 2), "salah ketik", "years: a 20230. Look"),
        (lambda d: d.assign(value=d["value"] * 1e300), "satuan lain", "another unit"),
        (lambda d: d.assign(value=d["value"] * 1e-300), "satuan lain", "another unit"),
        (lambda d: d.assign(programme_year=2022), "Semua tempat", "All places"),
        (lambda d: d.assign(value=1.0), "sama di semua", "the same in all"),
        (lambda d: d.assign(value=np.nan), "sama di semua", "the same in all"),
        (
            lambda d: d.assign(programme_year=[2022.0, 2023, 2023] + [np.nan] * 6),
            "berbeda antarbaris",
            "differs between",
        ),
        (lambda d: d.assign(year=[2021.5] + [2022, 2023] * 4), "bukan tahun bulat", "not a whole year"),
        (lambda d: d.assign(area_code=[None] + ["b"] * 8), "kosong di 1 baris", "empty in 1 row."),
        (lambda d: d.assign(year=[np.nan] + [2022.0, 2023] * 4), "tanpa tahun", "has no year"),
        (lambda d: d.iloc[:0], "kosong", "empty"),
        (lambda d: d.drop(columns=["year"]), "tidak ditemukan", "not found"),
    ],
)
def test_each_fault_is_named_in_both_languages(spoil, word_id, word_en):
    error = refusal(spoil(tidy()))
    assert word_id in error.sentence("id") and word_en in error.sentence("en")


def test_all_faults_are_said_at_once():
    df = tidy().assign(value=["x"] + ["1"] * 8, programme_year=["soon"] + [None] * 8)
    said = refusal(pd.concat([df, df.iloc[[5]]])).sentence("en")
    assert "recorded twice" in said and "`value`" in said and "`programme_year`" in said


def test_group_must_stay_the_same_within_a_place():
    assert "regency" in refusal(tidy().assign(regency=list("xyxxxxxxx")), group="regency").sentence("en")


def test_direction_must_be_stated_in_known_words():
    assert "better" in refusal(tidy(), better="up").sentence("id")


def test_a_ranking_column_that_holds_next_years_outcome_is_refused():
    made = simulate_panel(units=30, seed=1)
    table = made.table().sort_values(["area_code", "year"])
    table["rank"] = -table.groupby("area_code")["outcome"].shift(-1)
    error = refusal(table, outcome="outcome", ranking="rank")
    assert "belum diketahui saat itu" in error.sentence("id") and "future" in error.sentence("en")


def test_a_ranking_column_known_then_is_accepted():
    table = simulate_panel(units=30, seed=1).table()
    assert build(table.assign(rank=table["outcome"]), outcome="outcome", ranking="rank").ranking.shape == (
        30,
        10,
    )


@pytest.mark.parametrize(
    "options, said",
    [
        ({"outcome": "year"}, "more than one thing: outcome, year"),
        ({"outcome": "programme_year"}, "more than one thing"),
        ({"group": "area_code"}, "more than one thing"),
        ({"ranking": "programme_year"}, "more than one thing"),
        ({"outcome": ["value"]}, "outcome=['value']"),
        ({"group": None, "unit": None}, "unit=None"),
    ],
)
def test_a_column_is_named_once_and_serves_once(options, said):
    assert said in refusal(tidy(), **options).sentence("en")


def test_places_may_have_been_ranked_by_the_outcome_itself():
    assert build(tidy(), ranking="value").ranking.tolist() == build(tidy()).values.tolist()


def test_plain_text_is_read_as_numbers():
    as_text = tidy().assign(value=tidy()["value"].astype(str), year=tidy()["year"].astype(str))
    assert build(as_text).values.tolist() == build(tidy()).values.tolist()


def test_something_else_than_a_table_is_refused():
    assert "list" in refusal([1, 2]).sentence("en")


def test_one_place_is_one_place():
    assert "value of 1 place, 2021" in build(tidy()[6:9]).sentence("en")
