"""The need index: the published reference stage by stage, twins written out, invariances, refusals."""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.index.aggregate import leaf_weights, weighted_mean
from p2wkss_analysis.targeting.index.imputation import fill_from_group, fill_from_last_year
from p2wkss_analysis.targeting.index.normalise import normalise
from p2wkss_analysis.targeting.index.specification import Specification
from p2wkss_analysis.targeting.index.treat import kurtosis, outlying, skewness, winsorise
from p2wkss_analysis.targeting.need_index import need_index

# --- the ASEM Sustainable Connectivity index, 51 countries and 49 indicators (COINr; EU JRC) ---------------


@pytest.fixture(scope="module")
def asem():
    folder = os.environ.get("P2WKSS_REFERENCE")
    if not folder or not (Path(folder) / "reference" / "asem_iData.csv").exists():
        pytest.skip("the ASEM reference is not in the project: set P2WKSS_REFERENCE to the folder that has it")
    folder = Path(folder) / "reference"
    data = pd.read_csv(folder / "asem_iData.csv").rename(columns={"uCode": "area_code"}).set_index("area_code")
    meta = pd.read_csv(folder / "asem_iMeta.csv", keep_default_na=True)
    indicators = meta[meta["Type"] == "Indicator"]
    return {
        "folder": folder,
        "data": data,
        "indicators": {row.iCode: "higher" if row.Direction == 1 else "lower" for row in indicators.itertuples()},
        "per": dict(indicators.dropna(subset=["Denominator"])[["iCode", "Denominator"]].values),
        "hierarchy": dict(meta.dropna(subset=["Level", "Parent"])[["iCode", "Parent"]].values),
    }


def read(asem, name):
    return pd.read_csv(asem["folder"] / name).set_index("uCode")


def asem_index(asem, **changes):
    options = {
        "hierarchy": asem["hierarchy"],
        "per": asem["per"],
        "impute": "group_mean",
        "outliers": "winsorise",
        "group": "EurAsia_group",
    } | changes
    return need_index(asem["data"], asem["indicators"], **options)


def test_asem_denominators(asem):
    raw = asem_index(asem, outliers=None)
    expected = read(asem, "asem_denominated.csv").reindex(raw.codes)[list(asem["indicators"])]
    seen = expected.notna().to_numpy()
    np.testing.assert_allclose(raw.values[seen], expected.to_numpy()[seen], rtol=1e-9)
    assert len(raw.filled) == (~seen).sum() == 65


def test_asem_filled_and_treated(asem):
    ranking = asem_index(asem)
    expected = read(asem, "asem_treated.csv").reindex(ranking.codes)[list(asem["indicators"])]
    np.testing.assert_allclose(ranking.values, expected.to_numpy(), rtol=1e-9)
    assert ranking.pulled["Bord"] == 3 and "LPI" not in ranking.pulled


def test_asem_scores_of_every_level_and_all_51_ranks(asem):
    ranking = asem_index(asem)
    expected = read(asem, "asem_results.csv")
    aspects = ranking.aspects().set_index("area_code")
    for column in expected.columns.drop("Rank"):
        np.testing.assert_allclose(aspects[column].reindex(expected.index), expected[column], atol=0.005001)
    table = ranking.table().set_index("area_code")
    assert (table["rank"].reindex(expected.index) == expected["Rank"]).all()
    assert round(table.loc["CHE", "score"], 2) == 68.38 and round(table.loc["RUS", "score"], 2) == 35.66


def test_asem_from_its_own_table_of_indicators(asem):
    meta = pd.read_csv(asem["folder"] / "asem_iMeta.csv").dropna(subset=["Level"])
    rows = pd.DataFrame(
        {
            "name": meta["iCode"],
            "direction": meta["Direction"].where(meta["Type"] == "Indicator"),
            "parent": meta["Parent"],
            "weight": meta["Weight"],
            "per": meta["Denominator"],
            "label": meta["iName"],
        }
    )
    spec = Specification.from_table(rows, impute="group_mean", outliers="winsorise")
    assert spec.label("LPI") == "Logistics Performance Index"
    expected = read(asem, "asem_results.csv")["Rank"]
    got = need_index(asem["data"], spec, group="EurAsia_group").table().set_index("area_code")["rank"]
    assert (got.reindex(expected.index) == expected).all()


@pytest.mark.parametrize(
    "mean, name, first",
    [
        ("arithmetic", "amean", "CHE"),
        ("geometric", "gmean", "CHE"),
        ("harmonic", "hmean", "BEL"),
    ],
)
def test_asem_one_mean_at_every_level(asem, mean, name, first):
    ranking = asem_index(asem, aggregate=mean, scale=(1, 100))
    expected = read(asem, f"asem_1_100_a_{name}.csv")["Index"]
    table = ranking.table().set_index("area_code")
    np.testing.assert_allclose(table["score"].reindex(expected.index), expected, atol=1e-10)
    assert table.index[0] == first  # the mean is a decision: the harmonic one changes who is first


# --- single stages ------------------------------------------------------------------------------------------


def test_skewness_and_kurtosis_of_the_handbook_example():
    x = np.array([*range(1, 10), 100.0])  # COINr: 3.118896 and 9.799245
    assert skewness(x) == pytest.approx(3.118896, abs=5e-7) and kurtosis(x) == pytest.approx(9.799245, abs=5e-7)
    treated, moved = winsorise(x)
    assert moved == 1 and treated.tolist() == [*range(1, 10), 9]
    mirrored, _ = winsorise(-x)
    np.testing.assert_array_equal(mirrored, -treated)


def test_winsorising_leaves_regular_columns_and_stops_at_five_points():
    x = np.random.default_rng(0).normal(size=200)
    assert winsorise(x)[1] == 0
    wild = np.concatenate([np.zeros(400), 10.0 ** np.arange(12)])
    assert winsorise(wild)[1] == 5
    assert not outlying(np.ones(10)) and not outlying(np.array([1.0, np.nan, 2.0]))


def test_weighted_geometric_mean_of_one_to_ten():
    x, w = np.arange(1.0, 11), np.arange(10.0, 0, -1)
    assert weighted_mean(x, w, "geometric") == pytest.approx(3.205381, abs=5e-7)  # COINr
    assert weighted_mean(x, w, "harmonic") < weighted_mean(x, w, "geometric") < weighted_mean(x, w)


def test_normalisations_by_hand():
    x = np.array([2.0, 4.0, 4.0, 10.0])
    np.testing.assert_allclose(normalise(x, "minmax"), [0, 25, 25, 100])
    np.testing.assert_allclose(normalise(x, "z"), (x - 5) / np.sqrt(12))
    np.testing.assert_allclose(normalise(x, "rank"), [1, 2.5, 2.5, 4])
    np.testing.assert_allclose(normalise(x, "percentile_rank"), [0, 50, 50, 100])
    np.testing.assert_allclose(normalise(x, "goalposts", (4.0, 8.0)), [0, 0, 0, 100])


def test_goalposts_of_an_indicator_where_less_is_needier():
    table = pd.DataFrame({"area_code": list("abc"), "life": [20.0, 52.5, 85.0]})
    ranking = need_index(table, {"life": "lower"}, normalise="goalposts", goalposts={"life": (20, 85)})
    assert ranking.table()["score"].tolist() == [100, 50, 0] and ranking.table()["area_code"].tolist() == list("abc")


def test_group_median_leaves_a_group_without_values_empty():
    filled = fill_from_group(np.array([[1.0], [3.0], [np.nan], [np.nan]]), np.array(["x", "x", "x", "y"]))
    np.testing.assert_array_equal(filled, [[1], [3], [2], [np.nan]])


def test_last_year_takes_the_newest_earlier_value():
    now = pd.DataFrame({"v": [np.nan, 5.0, np.nan]}, index=["a", "b", "c"])
    past = pd.DataFrame({"area_code": ["a", "a", "b"], "year": [2023, 2022, 2023], "v": [np.nan, 7.0, 1.0]})
    assert fill_from_last_year(now, past)["v"].tolist()[:2] == [7.0, 5.0]
    assert np.isnan(fill_from_last_year(now, past)["v"].iloc[2])


def test_weights_multiply_down_an_uneven_hierarchy():
    parents = {"a": "slum", "b": "slum", "slum": "index", "c": "index"}
    shares = leaf_weights(["a", "b", "c"], parents, {"a": 3, "b": 1, "slum": 0.6, "c": 0.4})
    np.testing.assert_allclose(shares, [0.45, 0.15, 0.4])


# --- the whole ----------------------------------------------------------------------------------------------


def city(n=20, seed=0, missing=()):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "area_code": [f"32.76.{i:02d}" for i in range(n)],
            "slum": rng.gamma(2, 10, n),
            "poor": rng.gamma(2, 3, n),
            "hdi": rng.normal(75, 4, n),
            "district": np.arange(n) % 3,
        }
    )
    for i, column in missing:
        table.loc[i, column] = np.nan
    return table


THREE = {"slum": "higher", "poor": "higher", "hdi": "lower"}


def slow_twin(table, directions, weights):
    """The arithmetic min-max index as one would do it by hand, place by place."""
    out = {}
    for _, row in table.iterrows():
        total = 0.0
        for name, direction in directions.items():
            low, high = table[name].min(), table[name].max()
            part = 100 * (row[name] - low) / (high - low)
            total += weights[name] * (part if direction == "higher" else 100 - part)
        out[row["area_code"]] = total
    return out


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.integers(3, 30), st.floats(0.05, 0.9))
def test_against_the_slow_twin(seed, n, first):
    weights = {"slum": first, "poor": (1 - first) / 2, "hdi": (1 - first) / 2}
    table = city(n, seed)
    expected = slow_twin(table, THREE, weights)
    got = need_index(table, THREE, weights).table().set_index("area_code")
    for code, score in expected.items():
        assert got.loc[code, "score"] == pytest.approx(score)
    order = sorted(expected.values(), reverse=True)
    assert got["rank"].tolist() == [1 + sum(o > s + 1e-9 for o in order) for s in got["score"]]


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["minmax", "z", "rank", "percentile_rank"]),
    st.sampled_from(["arithmetic", "geometric"]),
    st.integers(0, 1000),
)
def test_units_and_row_order_change_nothing_and_mirroring_turns_direction(method, mean, seed):
    if method == "z" and mean == "geometric":
        return
    table = city(12, seed)
    plain = need_index(table, THREE, normalise=method, aggregate=mean).table()
    moved = table.assign(slum=table["slum"] * 1000 + 5, hdi=-table["hdi"]).sample(frac=1, random_state=seed)
    turned = need_index(moved, THREE | {"hdi": "higher"}, normalise=method, aggregate=mean).table()
    pd.testing.assert_frame_equal(plain, turned)


def test_more_need_never_lowers_the_score():
    table = city()
    for method in ("minmax", "z", "rank", "percentile_rank"):
        before = need_index(table, THREE, normalise=method).table().set_index("area_code")["rank"]
        for name, direction in THREE.items():
            worse = table.copy()
            worse.loc[7, name] += 3 if direction == "higher" else -3
            after = need_index(worse, THREE, normalise=method).table().set_index("area_code")["rank"]
            assert after["32.76.07"] <= before["32.76.07"]


def test_weights_out_of_a_hundred_and_equal_weights():
    table = city()
    hundred = need_index(table, THREE, {"slum": 50, "poor": 30, "hdi": 20}).table()
    one = need_index(table, THREE, {"slum": 0.5, "poor": 0.3, "hdi": 0.2}).table()
    pd.testing.assert_frame_equal(hundred, one)
    equal = need_index(table, THREE)
    np.testing.assert_allclose(equal.specification.shares, 1 / 3)


def test_a_place_with_a_gap_gets_no_score_and_says_why():
    ranking = need_index(city(missing=[(4, "poor")]), THREE)
    table = ranking.table()
    assert table.tail(1)["area_code"].item() == "32.76.04" and table.tail(1)["score"].isna().item()
    assert ranking.unscored.loc[0, ["missing", "reason"]].tolist() == ["poor", "gap"]
    assert "1 wilayah tidak diberi skor" in ranking.sentence()
    with pytest.raises(WrongUse, match="poor"):
        ranking.explain("32.76.04")


def test_what_was_filled_is_kept():
    table = city(missing=[(4, "poor"), (5, "hdi")])
    ranking = need_index(table, THREE, impute="group_median", group="district")
    assert ranking.unscored.empty and len(ranking.filled) == 2
    same = table.loc[(table["district"] == 1), "poor"].median()  # place 4 is of district 1
    assert ranking.filled.set_index("indicator").loc["poor", "value"] == same
    last = need_index(table, THREE, impute="last_year", previous=city(seed=9))
    assert last.filled.set_index("indicator").loc["poor", "value"] == city(seed=9).loc[4, "poor"]


def test_names_come_from_a_column_or_by_code_and_an_absent_column_is_named():
    table = city().assign(kelurahan=[f"K{i}" for i in range(20)])
    by_column, by_code = need_index(table, THREE, names="kelurahan"), need_index(table, THREE, names={"32.76.07": "Beji"})
    assert by_column.names.tolist() == table["kelurahan"].tolist()
    assert by_code.names.tolist() == ["Beji" if code == "32.76.07" else "" for code in by_code.codes]
    with pytest.raises(WrongUse, match="kampung"):
        need_index(table, THREE, names="kampung")


def test_a_place_with_too_little_data_is_screened_not_filled():
    table = city(missing=[(4, "poor"), (4, "hdi")])
    ranking = need_index(table, THREE, impute="median")
    assert ranking.unscored.loc[0, ["area_code", "reason"]].tolist() == ["32.76.04", "screened"]


def test_the_specification_is_data():
    ranking = need_index(
        city(), THREE, {"slum": 0.5, "people": 0.5}, normalise="rank", hierarchy={"poor": "people", "hdi": "people"}
    )
    kept = json.loads(json.dumps(ranking.specification.to_dict()))
    again = need_index(city(), Specification.from_dict(kept))
    pd.testing.assert_frame_equal(ranking.table(), again.table())
    np.testing.assert_allclose(ranking.specification.shares, [0.5, 0.25, 0.25])


def test_counts_out_of_households_bring_their_error():
    table = pd.DataFrame({"area_code": list("abc"), "poor": [2, 20, 0], "households": [10, 100, 10]})
    ranking = need_index(table, {"poor": "higher"}, per={"poor": "households"}, counted=("poor",))
    share, error = ranking.values[:, 0], ranking.errors[:, 0]
    assert 0 < share[2] < share[0] < share[1] + 0.01 and abs(share[1] - 0.2) < 0.02  # drawn to each other, the small ones more
    assert error[0] > 1.2 * error[1] > 0 and error[2] > 0


def test_equal_places_share_a_rank():
    table = pd.DataFrame({"area_code": list("dcba"), "poor": [5, 9, 5, 1]})
    ranked = need_index(table, {"poor": "higher"}).table()
    assert ranked["area_code"].tolist() == list("cbda") and ranked["rank"].tolist() == [1, 2, 2, 4]


@pytest.mark.parametrize(
    "arguments, what",
    [
        ({"indicators": {}}, "indikator"),
        ({"indicators": ["slum"]}, "indicators"),
        ({"indicators": {"slum": "up"}}, "higher"),
        ({"indicators": {"kumuh": "higher"}}, "kumuh"),
        ({"weights": {"slum": 0.5, "poor": 0.2, "hdi": 0.2}}, "berjumlah 1"),
        ({"weights": {"slum": 1.0}}, "lengkap"),
        ({"weights": {"slum": -0.5, "poor": 1.0, "hdi": 0.5}}, "negatif"),
        ({"weights": {"slum": 0.5, "poor": 0.3, "ipm": 0.2}}, "ipm"),
        ({"normalise": "log"}, "normalise"),
        ({"aggregate": "median"}, "aggregate"),
        ({"outliers": "drop"}, "outliers"),
        ({"impute": "zero"}, "impute"),
        ({"impute": "group_median"}, "group"),
        ({"impute": "last_year"}, "previous"),
        ({"normalise": "goalposts"}, "goalposts"),
        ({"normalise": "goalposts", "goalposts": {"slum": (1, 1), "poor": (0, 1), "hdi": (0, 1)}}, "slum"),
        ({"aggregate": "geometric", "normalise": "z"}, "nol"),
        ({"aggregate": "harmonic", "scale": (0, 100)}, "nol"),
        ({"scale": (100, 0)}, "skala"),
        ({"hierarchy": {"slum": "x", "x": "y", "y": "x"}}, "berputar"),
        ({"hierarchy": {"slum": "poor"}}, "induk"),
        ({"per": {"jobs": "people"}}, "jobs"),
        ({"counted": ("slum",)}, "per"),
        ({"place_coverage": 0}, "place_coverage"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_computed_is_refused_in_words(arguments, what):
    with pytest.raises(WrongUse, match=what) as error:
        need_index(city(), **({"indicators": THREE} | arguments))
    assert error.value.sentence("en") != error.value.sentence("id")


def test_data_that_cannot_carry_an_index():
    with pytest.raises(NotEnoughData, match="poor"):
        need_index(city().assign(poor=np.nan), THREE)
    with pytest.raises(NotEnoughData, match="dua"):
        need_index(city(1), THREE)
    with pytest.raises(WrongUse, match="sama di semua"):
        need_index(city().assign(hdi=81.37), THREE)  # a figure of the whole city joined to its villages
    with pytest.raises(WrongUse, match="32.76.03"):
        need_index(city().astype({"poor": object}).replace({"poor": {city().loc[3, "poor"]: "banyak"}}), THREE)
    with pytest.raises(WrongUse, match="lebih dari sekali"):
        need_index(pd.concat([city(), city()]), THREE)
    with pytest.raises(WrongUse, match="area_code"):
        need_index(city().drop(columns="area_code"), THREE)
    with pytest.raises(WrongUse, match="inf"):
        need_index(city().replace({"poor": {city().loc[3, "poor"]: np.inf}}), THREE)
    with pytest.raises(WrongUse, match="Penyebut"):
        need_index(city().assign(people=0), THREE, per={"poor": "people"})
    with pytest.raises(WrongUse, match="99"):
        need_index(city(), THREE).explain("99")


def test_the_table_given_is_left_alone():
    table = city(missing=[(1, "poor")])
    before = table.copy()
    need_index(table, THREE, impute="median", outliers="winsorise")
    pd.testing.assert_frame_equal(table, before)


def test_the_ministrys_village_index_from_its_three_aspects():
    # IDM is the plain mean of IKS, IKE and IKL (Kementerian Desa PDTT), published at four decimals: with
    # fixed ends 0 and 1 and equal weights the need is 100 (1 - IDM)
    from p2wkss_analysis.tables.intake import load

    index = load("village_index")
    year = index[index["year"] == 2024]
    ranking = need_index(
        year,
        {"iks": "lower", "ike": "lower", "ikl": "lower"},
        normalise="goalposts",
        goalposts={"iks": (0, 1), "ike": (0, 1), "ikl": (0, 1)},
    )
    score = ranking.table().set_index("area_code")["score"]
    idm = year.set_index("area_code")["idm"]
    assert len(score) == 6549
    assert (score - 100 * (1 - idm)).abs().max() < 0.011


def test_sentences_say_how_it_was_made():
    ranking = need_index(city(missing=[(4, "poor")]), THREE, impute="median", labels={"hdi": {"id": "IPM", "en": "HDI"}})
    assert "IPM 33%" in ranking.sentence() and "HDI 33%" in ranking.sentence("en")
    assert "min-maks" in ranking.sentence() and "1 nilai kosong diisi dengan median semua wilayah" in ranking.sentence()
    assert "IPM" in ranking.flip(1).sentence() + ranking.triangle().sentence()
