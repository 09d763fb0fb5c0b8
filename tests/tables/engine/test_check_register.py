"""A register is checked inside its engine by the rules of the workbook, and no number of a person is shown."""

from collections import Counter

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.tables import texts as of_tables
from p2wkss_analysis.tables.engine import texts
from p2wkss_analysis.tables.workbook.texts import rules as of_rules
from p2wkss_analysis.tables.workbook.texts import sheets as of_sheets

NIK = "32760157" + "08900001"  # made up, and in no text as a whole
VILLAGE, OTHER = "32.76.11.1001", "32.76.11.1002"


def rows(**columns) -> pd.DataFrame:
    """Three good rows with some columns changed."""
    good = {"village_code": VILLAGE, "year": 2025, "household_id": ["a", "b", "c"], "members": [4, 5, 1], "clean_water": "yes"}
    return pd.DataFrame({**good, **columns})


def told(**columns) -> list[tuple]:
    checked = p2.check_register(rows(**columns))
    return [(kind.column, kind.n, kind.value, kind.rule) for kind in checked.kinds]


def test_good_rows_have_no_fault():
    checked = p2.check_register(rows(weight=[1.5, 2, 0.1], women_business=[True, None, False], rt="1"))
    assert checked.ok and checked.rows == 3 and checked.faults.empty
    assert checked.sentence("en") == "Table: 3 rows of households checked. No faults."


CELLS = [  # columns, and what is found: column, how many, an example, rule
    ({"members": [4, 99, 31]}, ("members", 2, "31", of_tables.ABOVE.fill(limit=30))),
    ({"members": [0, 1, None]}, ("members", 1, "0", of_tables.BELOW.fill(limit=1))),
    ({"members": ["4", "many", " "]}, ("members", 1, "many", of_tables.NOT_WHOLE)),
    ({"members": [4, 4.5, 1]}, ("members", 1, "4.5", of_tables.NOT_WHOLE)),
    ({"expenditure_rupiah_month": ["2500000", "750.000", None]}, ("expenditure_rupiah_month", 1, "750.000", of_tables.THOUSANDS_OR_DECIMALS)),
    ({"weight": [1, 0, -2]}, ("weight", 2, "-2", texts.WEIGHT_NOT_ABOVE)),
    ({"clean_water": ["yes", "Ya ", "maybe"]}, ("clean_water", 1, "maybe", of_tables.UNKNOWN_WORD)),
    ({"women_business": ["ya", "0", "2"]}, ("women_business", 1, "2", of_tables.UNKNOWN_WORD)),
    ({"aged_7_18": [5, 2, 2]}, ("aged_7_18", 1, "5", of_rules.ABOVE_WHOLE)),
    ({"registry_vintage": ["2025-03", "03/2025", None]}, ("registry_vintage", 1, "03/2025", of_tables.WRONG_FORM)),
    ({"interview_date": ["2025-03-05", "5 Maret", "1999-01-01"]}, ("interview_date", 1, "5 Maret", of_tables.NOT_A_DATE)),
    ({"choice_figure": [1, 2, float(NIK)]}, ("choice_figure", 1, "[•••]", of_tables.NUMBER_TOO_LARGE)),
    ({"note": ["", f"NIK {NIK}", None]}, ("note", 1, "[•••]", of_tables.HOLDS_CARD)),
    ({"household_id": ["a", "b", "32.76.01-570890-0001"]}, ("household_id", 1, "[•••]", of_tables.HOLDS_CARD)),
    ({"no_kk": [NIK, "KK-0123456789abcdef0123", "12"]}, ("no_kk", 1, "[•••]", of_sheets.NO_CARD)),
    ({"no_kk": [float(NIK)] * 3}, ("no_kk", 3, "[•••]", of_sheets.CARD_AS_NUMBER)),
    ({"year": [2025, 1925, 2024]}, ("year", 1, "1925", of_tables.BELOW.fill(limit=2000))),
    ({"year": ["2025", "2025.5", "2024"]}, ("year", 1, "2025.5", of_tables.NOT_WHOLE)),
]  # fmt: skip


@pytest.mark.parametrize("turn", range(4))
def test_each_rule_of_a_cell_is_counted_with_an_example(turn):
    """Every first case of a column in one register, every second in another, and so on."""
    seen, columns, expected = Counter(), {}, []
    for given, one in CELLS:
        (name,) = given
        if seen[name] == turn:
            columns |= given
            expected.append(one)
        seen[name] += 1
    found = told(**columns)
    assert expected and not [one for one in expected if one not in found]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"village_code": [VILLAGE, "99.99.99.9999", None]}, ("village_code", 1, "99.99.99.9999", of_tables.UNKNOWN_AREA)),
        ({"village_code": [VILLAGE, f" {VILLAGE}", f"{VILLAGE} Bojongsari"]}, ("village_code", 2, f"{VILLAGE} …", of_tables.WRONG_FORM)),
        ({"village_code": [VILLAGE, " ", None]}, ("village_code", 2, " ", of_tables.CELL_EMPTY)),
        ({"household_id": ["a", "a", "b"]}, ("household_id", 2, "a", texts.HOUSEHOLD_TWICE)),
        ({"household_id": ["a", "a", "b"], "village_code": [VILLAGE, OTHER, OTHER]}, ("household_id", 2, "a", texts.HOUSEHOLD_ELSEWHERE)),
    ],
)  # fmt: skip
def test_each_rule_of_a_key_is_counted_with_an_example(columns, expected):
    assert expected in told(**columns)


def test_codes_without_dots_are_read_where_only_one_village_can_be_meant():
    assert not told(village_code=[3276111001, 3276111001, 3276111001])
    of_bps = p2.load("areas").query("level == 'village' and bps_code.notna()")
    other = of_bps[of_bps["bps_code"] != of_bps["area_code"].str.replace(".", "")]["bps_code"].iloc[0]
    assert told(village_code=other)[0][:2] == ("village_code", 3)


def test_unknown_columns_are_listed_with_the_nearest_known_name():
    checked = p2.check_register(rows(weigth=1, xyz=2))
    assert checked.ok and checked.unread == {"weigth": "weight", "xyz": ""}
    assert "weigth (perhaps weight), xyz" in checked.sentence("en")


def test_the_page_is_a_workbooks_table_with_counts():
    faults = p2.check_register(rows(members=[99, 99, 1], clean_water="?")).faults
    assert list(faults) == ["file", "sheet", "row", "column", "cell", "value", "rule", "remedy", "n"]
    assert faults[["column", "n"]].values.tolist() == [["clean_water", 3], ["members", 2]]


def test_rupiah_in_thousands_is_asked_and_no_fault():
    checked = p2.check_register(rows(expenditure_rupiah_month=[2500, 1800, 2_000_000]))
    assert checked.ok and "3" in checked.text("en") and "full rupiah" in checked.text("en")
