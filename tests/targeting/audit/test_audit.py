"""Audits of past choices: the World Bank's table, a slow twin, the rule of dates, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.audit.standing import neediest, percentiles, ranks
from p2wkss_analysis.targeting.audit.targets import COLUMNS, PLACES, audit_targets

# World Bank (2022), Revisiting Targeting in Social Assistance, table 7.3: ten incomes, line 20, budget 30.
INCOMES = pd.Series([6, 8, 11, 15, 21, 25, 30, 40, 50, 100.0], index=list("abcdefghij"))
TABLE_7_3 = [  # transfer to, amount, exclusion, inclusion, differential, CGH, FGT1, FGT2 after
    ("ab", 15, 0.5, 0.0, 0.5, 2.5, 0.070, 0.0265),
    ("bc", 15, 0.5, 0.0, 0.5, 2.5, 0.095, 0.05525),
    ("cd", 15, 0.5, 0.0, 0.5, 2.5, 0.130, 0.0850),
    ("abcdefghij", 3, 0.0, 0.6, 0.0, 1.0, 0.140, 0.0605),
]


def values(audit):
    return audit.table().set_index("measure")["value"]


@pytest.mark.parametrize("to, amount, exclusion, inclusion, differential, cgh, gap, severity", TABLE_7_3)
def test_world_bank_table(to, amount, exclusion, inclusion, differential, cgh, gap, severity):
    got = values(audit_targets(list(to), None, welfare=INCOMES, line=20, transfer=amount))
    assert got["exclusion_error"] == pytest.approx(exclusion, abs=1e-12)
    assert got["inclusion_error"] == pytest.approx(inclusion, abs=1e-12)
    assert got["targeting_differential"] == pytest.approx(differential, abs=1e-12)
    assert got["coady_grosh_hoddinott"] == pytest.approx(cgh, abs=1e-12)
    assert got["poverty_gap_before"] == pytest.approx(0.2, abs=1e-12)
    assert got["severity_before"] == pytest.approx(0.1115, abs=1e-12)
    assert got["poverty_gap_after"] == pytest.approx(gap, abs=1e-12)
    assert got["severity_after"] == pytest.approx(severity, abs=1e-12)


def test_counts_cannot_tell_the_very_poor_from_the_nearly_poor_but_the_gap_can():
    first, third = (values(audit_targets(list(to), None, welfare=INCOMES, line=20, transfer=15)) for to in ("ab", "cd"))
    alike = ["exclusion_error", "inclusion_error", "targeting_differential", "coady_grosh_hoddinott", "lottery_p"]
    assert (first[alike] == third[alike]).all()
    assert first["poverty_gap_after"] < third["poverty_gap_after"]
    assert first["regret"] < third["regret"]


def test_the_same_by_a_need_and_the_number_of_neediest():
    by_k = values(audit_targets(["a", "b"], -INCOMES, k=4))
    by_line = values(audit_targets(["a", "b"], None, welfare=INCOMES, line=20))
    pd.testing.assert_series_equal(by_k, by_line)
    assert values(audit_targets(["a", "b"], -INCOMES, k=0.4))["needy"] == 4


def test_a_transfer_may_differ_by_place_and_must_be_known():
    one = values(audit_targets(["a", "b"], None, welfare=INCOMES, line=20, transfer=15))
    two = values(audit_targets(["a", "b"], None, welfare=INCOMES, line=20, transfer={"a": 15, "b": 15}))
    pd.testing.assert_series_equal(one, two)
    with pytest.raises(WrongUse, match="z"):
        audit_targets(["a"], None, welfare=INCOMES, line=20, transfer={"z": 15})


def test_one_exactly_on_the_line_is_not_poor():
    welfare = pd.Series([19.999, 20.0, 30.0], index=list("abc"))
    assert values(audit_targets(["a"], None, welfare=welfare, line=20))["needy"] == 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_errors_against_sets_written_out(data):
    n = data.draw(st.integers(2, 25))
    need = np.array(data.draw(st.lists(st.integers(0, 6), min_size=n, max_size=n)), dtype=float)
    k = data.draw(st.integers(1, n))
    picked = sorted(data.draw(st.sets(st.integers(0, n - 1), min_size=1)))
    codes = np.array([f"{i:02d}" for i in range(n)])
    assume(len(set(need)) > 1)  # where all are alike nobody is needier, and the audit is refused
    audit = audit_targets(list(codes[picked]), pd.Series(need, index=codes), k=k, draws=99)
    cut = sorted(need, reverse=True)[k - 1]
    needy, chosen = {i for i in range(n) if need[i] >= cut}, set(picked)
    got = values(audit)
    assert got["exclusion_error"] == pytest.approx(len(needy - chosen) / len(needy))
    assert got["inclusion_error"] == pytest.approx(len(chosen - needy) / len(chosen))
    if len(needy) < n:
        others = set(range(n)) - needy
        assert got["targeting_differential"] == pytest.approx(
            len(needy & chosen) / len(needy) - len(others & chosen) / len(others)
        )
    assert got["coady_grosh_hoddinott"] == pytest.approx((len(needy & chosen) / len(chosen)) / (len(needy) / n))
    table = audit.table()
    ranged = table.dropna(subset=["low", "high"])
    inside = ranged[~ranged["measure"].str.endswith("by_lottery")]
    assert ((inside["low"] <= inside["value"] + 1e-9) & (inside["value"] <= inside["high"] + 1e-9)).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=30))
def test_ranks_and_percentiles_against_scipy(need):
    need = np.array(need, dtype=float)
    np.testing.assert_array_equal(ranks(need), rankdata(-need, method="min"))
    np.testing.assert_allclose(percentiles(need), 100 * (rankdata(-need) - 0.5) / len(need))
    assert percentiles(need).mean() == pytest.approx(50)
    assert neediest(need, 1).sum() == (need == need.max()).sum()


def test_invariant_to_row_order_shift_and_scale():
    rng = np.random.default_rng(3)
    need = pd.Series(rng.normal(size=40), index=[f"p{i}" for i in range(40)])
    plain = values(audit_targets(["p1", "p7", "p9"], need, k=10))
    moved = values(audit_targets(["p9", "p1", "p7"], (3 * need + 7).sample(frac=1, random_state=1), k=10))
    same = [m for m in plain.index if not m.startswith("regret") and "by_lottery" not in m and m != "lottery_p_percentile"]
    pd.testing.assert_series_equal(plain[same], moved[same])
    assert moved["regret"] == pytest.approx(3 * plain["regret"])
    assert moved["lottery_p_percentile"] == pytest.approx(plain["lottery_p_percentile"], abs=0.02)


def test_planted_good_choice_bad_choice_and_lottery():
    rng = np.random.default_rng(0)
    need = pd.Series(rng.normal(size=400), index=[f"p{i}" for i in range(400)])
    best = values(audit_targets(list(need.nlargest(8).index), need))
    worst = values(audit_targets(list(need.nsmallest(8).index), need))
    assert best["exclusion_error"] == 0 and best["regret"] == pytest.approx(0) and best["lottery_p"] < 1e-6
    assert worst["mean_percentile"] > 98 and worst["lottery_p_percentile"] < 0.01
    # under lots the two-sided p is below .05 about once in twenty
    p = [
        values(audit_targets(list(rng.choice(need.index, 8, replace=False)), need, draws=199, seed=i))["lottery_p_percentile"]
        for i in range(100)
    ]
    assert 0.01 <= np.mean(np.array(p) <= 0.05) <= 0.11


def years_of_need():
    rows = [
        (f"{g}{i}", year, g, float(i) if year == 2023 else float(-i))
        for g in ("A", "B")
        for i in range(10)
        for year in (2023, 2024)
    ]
    return pd.DataFrame(rows, columns=["area_code", "year", "regency", "need"])


def test_only_what_was_known_before_the_site_counts():
    sites = pd.DataFrame({"area_code": ["A9", "A9", "B0", "B9"], "year": [2024, 2025, 2023, 2026]})
    places = audit_targets(sites, years_of_need(), group="regency").places("en")
    assert list(places.columns) == list(PLACES)
    assert places["need_year"].tolist() == [2023, 2024, pd.NA, 2024]
    assert places["rank"].tolist() == [1, 10, pd.NA, 10]
    assert places["places"].tolist() == [10, 10, pd.NA, 10]
    assert "before the site was chosen" in places["note"][2]


def test_a_longer_lead_uses_older_values():
    sites = pd.DataFrame({"area_code": ["A9"], "year": [2025]})
    assert audit_targets(sites, years_of_need(), group="regency", lag=2).places()["need_year"][0] == 2023


def test_a_group_known_in_part_is_not_ranked():
    need = years_of_need()
    need.loc[(need["year"] == 2023) & (need["regency"] == "A") & (need["area_code"] > "A4"), "need"] = np.nan
    sites = pd.DataFrame({"area_code": ["A1", "B1"], "year": [2024, 2024]})
    places = audit_targets(sites, need, group="regency").places("en")
    assert places["rank"].isna().tolist() == [True, False]
    assert "only 5 of the 10" in places["note"][0]
    assert audit_targets(sites, need, group="regency", coverage=0.5).places()["rank"].notna().all()


def test_reasons_for_each_site_left_out():
    need = years_of_need()
    need.loc[(need["area_code"] == "A3"), "need"] = np.nan
    sites = pd.DataFrame({"area_code": ["A1", "kelurahan", "A2", "A3"], "year": [2024, 2024, pd.NA, 2024]})
    notes = audit_targets(sites, need, group="regency").places("en")["note"]
    assert notes[0] == "" and "not in the table" in notes[1] and "year of the site" in notes[2]
    assert "own value is missing" in notes[3]


def test_each_year_and_group_is_its_own_choice():
    sites = pd.DataFrame({"area_code": ["A9", "B9", "A8"], "year": [2024, 2024, 2025]})
    got = values(audit_targets(sites, years_of_need(), group="regency"))
    assert (got["places"], got["needy"], got["hits"]) == (30, 3, 2)


def test_table_sentence_and_seed():
    audit = audit_targets(["a", "b"], -INCOMES, k=4)
    assert tuple(audit.table().columns) == COLUMNS
    assert "2 dari 2 lokasi" in audit.sentence() and "4 dari 10 wilayah" in audit.sentence()
    assert "2 of 2 sites" in audit.sentence("en") and "4 of 10 places" in audit.sentence("en")
    pd.testing.assert_frame_equal(audit.table(), audit_targets(["a", "b"], -INCOMES, k=4).table())
    with pytest.raises(AttributeError):
        audit.measures = {}


@pytest.mark.parametrize(
    "arguments",
    [
        {"chosen": [], "need": -INCOMES},
        {"chosen": ["a"], "need": None},
        {"chosen": ["a"], "need": -INCOMES, "k": 11},
        {"chosen": ["a"], "need": -INCOMES, "k": 0},
        {"chosen": ["a"], "need": -INCOMES, "k": 1.5},
        {"chosen": ["a"], "need": -INCOMES, "k": "4"},
        {"chosen": ["a"], "need": -INCOMES, "k": float("nan")},
        {"chosen": ["a"], "need": -INCOMES, "line": 20},
        {"chosen": ["a"], "need": -INCOMES, "transfer": 3},
        {"chosen": ["a"], "need": -INCOMES, "lag": -1},
        {"chosen": ["a"], "need": None, "welfare": INCOMES, "line": 0, "transfer": 3},
        {"chosen": ["a", "a"], "need": -INCOMES},
        {"chosen": ["a"], "need": -INCOMES, "group": "regency"},
        {"chosen": ["a"], "need": pd.DataFrame({"area_code": ["a", "a"], "need": [1, 2]})},
        {"chosen": ["a"], "need": pd.DataFrame({"area_code": ["a"], "idm": [1]})},
        {"chosen": ["a"], "need": pd.DataFrame({"kode": ["a"], "need": [1]})},
        {"chosen": ["a"], "need": "idm"},
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(arguments):
    with pytest.raises(WrongUse) as error:
        audit_targets(**arguments)
    assert error.value.sentence("id") and error.value.sentence("en")


def test_no_site_known_is_not_enough_data():
    with pytest.raises(NotEnoughData, match="kelurahan"):
        audit_targets(["z"], -INCOMES)
