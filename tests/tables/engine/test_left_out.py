"""Figures from a register with faults: refused by default; else what is left out is counted, and nothing is changed in silence."""

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.engine import register

VILLAGE, OTHER = "32.76.11.1001", "32.76.11.1002"


@pytest.fixture
def faulty() -> pd.DataFrame:
    """Eight rows: a member too many, an unknown word, an unknown village, one household twice."""
    return pd.DataFrame(
        {
            "village_code": [VILLAGE, VILLAGE, VILLAGE, VILLAGE, OTHER, OTHER, OTHER, "99.99.99.9999"],
            "year": 2025,
            "household_id": ["a", "b", "c", "d", "e", "f", "f", "g"],
            "members": [4, 99, 2, 2, 1, 1, 1, 1],
            "clean_water": ["yes", "maybe", "no", "maybe", "yes", "yes", "no", "no"],
            "note": "not read",
        }
    )


def test_by_default_nothing_is_computed_from_faulty_rows(faulty):
    with pytest.raises(DataFaults) as caught:
        p2.aggregate_households(faulty)
    assert caught.value.table()["column"].tolist() == ["household_id", "village_code", "clean_water", "members"]
    assert "2 baris: Isian ini tidak ada dalam daftar pilihan." in str(caught.value)


def test_left_out_cells_are_missing_and_rows_are_not_there(faulty):
    found = p2.aggregate_households(faulty, faults="leave_out")
    table = found.table().set_index("area_code")
    assert table["rows"].to_dict() == {VILLAGE: 4, OTHER: 1}
    assert table["left_out"].to_dict() == {VILLAGE: 2, OTHER: 2}
    assert table["people"].to_dict() == {VILLAGE: 8, OTHER: 1}
    assert table["clean_water_percent"].to_dict() == {VILLAGE: 50, OTHER: 100}
    assert "Because of faults, 3 rows and 3 cells were left out." in found.sentence("en")


def test_rows_worked_on_in_parts_give_the_same(faulty, monkeypatch):
    years = [faulty.assign(year=year) for year in (2023, 2024, 2025)]
    years[0] = years[0][years[0]["household_id"] != "f"]  # no household twice
    rows = pd.concat(years)
    once, checked = p2.aggregate_households(rows, faults="leave_out").table(), p2.check_register(rows).faults
    monkeypatch.setattr(register, "PART", 2)
    pd.testing.assert_frame_equal(once, p2.aggregate_households(rows, faults="leave_out").table())
    pd.testing.assert_frame_equal(checked, p2.check_register(rows).faults)
    assert once["left_out"].tolist() == [2, 2, 2, 0, 2, 2]


def test_good_rows_are_the_same_in_every_way(faulty):
    good = faulty[faulty["household_id"].isin(["a", "c", "e"])]
    tables = [p2.aggregate_households(good, faults=way).table() for way in ("refuse", "leave_out", "unchecked")]
    assert (tables[1]["left_out"] == 0).all()
    for table in tables[1:]:
        pd.testing.assert_frame_equal(tables[0], table.drop(columns="left_out", errors="ignore"))


def test_faults_of_columns_that_are_not_read_do_not_matter(faulty):
    good = faulty[faulty["household_id"].isin(["a", "c", "e"])].assign(registry_vintage="?", no_kk="12")
    assert len(p2.aggregate_households(good).table()) == 2


def test_an_unknown_way_is_refused(faulty):
    with pytest.raises(WrongUse, match="leave_out"):
        p2.aggregate_households(faulty, faults="ignore")


def test_a_cell_that_breaks_two_rules_counts_once_and_a_missing_rw_is_a_group():
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "rw": [1, None, None], "members": ["3", "1.500", "4"]})
    found = p2.aggregate_households(rows, by=("area_code", "rw"), faults="leave_out")
    assert found.table()["left_out"].tolist() == [0, 1] and found.left == (0, 1)


def test_households_without_a_name_are_not_one_household():
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "household_id": [" ", " ", "a"], "members": [1, 2, 3]})
    assert p2.aggregate_households(rows, faults="leave_out").table()["people"].tolist() == [6]


def test_a_household_without_weight_is_never_dropped_in_silence(faulty):
    good = faulty[faulty["household_id"].isin(["a", "c", "e"])].assign(weight=[2.0, None, 1.0])
    with pytest.raises(DataFaults) as caught:
        p2.aggregate_households(good)
    assert "weight" in str(caught.value) and "--unweighted" in str(caught.value)
    found = p2.aggregate_households(good, faults="leave_out")
    assert found.table()[["rows", "left_out", "people"]].values.tolist() == [[1, 1, 8], [1, 0, 1]]
    assert "Karena kesalahan, 1 baris tidak dihitung." in found.sentence("id")
    assert p2.aggregate_households(good, weights=False).table()["people"].tolist() == [6, 1]
    assert len(p2.register_rows(good, VILLAGE)) == 2


def test_a_figure_that_one_year_lacks_is_named():
    rows = pd.DataFrame({"village_code": VILLAGE, "year": [2024, 2025], "registry_decile": [1, None], "members": 4})
    said = p2.aggregate_households(rows).sentence("en")
    assert "Without a figure: low_decile_percent (2025), decile_1_percent (2025)" in said and "and 6 more." in said


def test_groups_without_any_area_have_their_count_of_left_out_rows(faulty):
    assert p2.aggregate_households(faulty, by=("year",), faults="leave_out").table()["left_out"].tolist() == [4]
