"""A filled workbook: typed tables, traps named and not guessed, households followed over the waves."""

import datetime as dt

import numpy as np
import openpyxl
import pandas as pd
import pytest

from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, fields_of, tab_of
from p2wkss_analysis.indicators.slum import CRITERIA
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.workbook.check import check


def only(checked, **where):
    """The one fault there is; with `where` its columns are compared."""
    assert len(checked.faults) == 1, checked.faults.to_string()
    fault = checked.faults.iloc[0]
    for name, value in where.items():
        assert fault[name] == (tab_of(value).say("id") if name == "sheet" else value), fault.to_dict()
    return fault


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_example_lines_are_themselves_without_fault_in_both_languages(make_office, lang):
    office = make_office(lang=lang)
    sheets = ("villages", "neighbourhoods", "sites", "candidates", "households", "deliveries", "scores")
    for sheet in sheets:
        office.row(sheet)
    checked = check(office.save())
    assert checked.ok, checked.faults.to_string()
    assert {name: len(t) for name, t in checked.tables.items() if name != "settings"} == dict.fromkeys(sheets, 1)
    household = checked.tables["households"].iloc[0]
    assert household["latrine"] == "own_septic" and household["no_smoker"] == "yes" and household["assisted"] is np.True_
    assert checked.tables["deliveries"]["sector"].tolist() == ["health"]


def test_types_are_those_of_the_dictionary(office):
    office.row("households")
    table = check(office.save()).tables["households"]
    kind = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64"}
    for field in fields_of("households"):
        assert str(table[field["name"]].dtype).startswith(kind[field["type"]]), field["name"]


def test_missing_is_missing_and_never_zero(office):
    office.household(
        1,
        members="",
        expenditure_rupiah_month="",
        registry_decile="",
        aged_7_18="",
        aged_7_18_in_school="",
        under_five="",
        under_five_weighed="",
        under_five_stunted="",
        family_card="",
        interview_date="",
        water_source="",
    )
    checked = check(office.save())
    row = checked.tables["households"].iloc[0]
    assert checked.ok
    assert (
        row[["members", "expenditure_rupiah_month", "registry_decile", "family_card", "interview_date", "water_source"]]
        .isna()
        .all()
    )


@pytest.mark.parametrize(
    "column, typed, both",
    [
        ("expenditure_rupiah_month", "5.000", "5000"),
        ("floor_area_m2", "36,125", "36125"),
        ("women_income_rupiah_month", "650.000", "650000"),
    ],
)
def test_five_thousand_or_five_is_asked_and_not_guessed(office, column, typed, both):
    row = office.household(1, **{column: typed})
    checked = check(office.save())
    fault = only(checked, sheet="households", row=row, column=column, value=typed)
    assert both in fault["rule"] and checked.tables["households"][column].isna().all()


def test_decimal_comma_is_read_and_said(office):
    office.household(1, floor_area_m2="36,5")
    checked = check(office.save(), "en")
    assert checked.ok and checked.tables["households"]["floor_area_m2"].tolist() == [36.5]
    note = checked.readings.set_index("column").loc["floor_area_m2"]
    assert (note["typed"], note["read"], note["cells"]) == ("36,5", "36.5", 1)
    assert "read otherwise than typed" in checked.sentence("en") and "lain dari yang tertulis" in checked.sentence("id")


def test_numbers_excel_holds_as_numbers_are_what_they_are(office):
    office.household(1, expenditure_rupiah_month=5000, floor_area_m2=36.125)
    row = check(office.save()).tables["households"].iloc[0]
    assert (row["expenditure_rupiah_month"], row["floor_area_m2"]) == (5000, 36.125)


def test_twelve_percent_typed_into_excel_is_twelve_and_not_a_fraction(office):
    row = office.row("villages", village_code="32.76.11.1001", low_decile_percent=0.12)
    office.sheet("villages").cell(row, office.place("villages", "low_decile_percent")).number_format = "0.0%"
    row = office.row("deliveries", amount_rupiah=0.5, household_id="")
    office.sheet("deliveries").cell(row, office.place("deliveries", "amount_rupiah")).number_format = "0%"
    checked = check(office.save())
    assert checked.tables["villages"]["low_decile_percent"].tolist() == [12.0]
    only(checked, sheet="deliveries", column="amount_rupiah")


@pytest.mark.parametrize("value, rule", [(100.5, "di atas 100"), (-1, "di bawah 0"), ("120%", "di atas 100")])
def test_a_share_outside_nought_to_a_hundred_is_a_fault(office, value, rule):
    office.row("deliveries", done_percent=value, household_id="")
    assert rule in only(check(office.save()), column="done_percent")["rule"]


def test_dates_in_either_order(office):
    office.household(1, interview_date="25/03/2025")
    office.household(2, interview_date="03/25/2025")
    office.household(3, interview_date=dt.date(2025, 3, 25))
    office.household(4, interview_date=dt.datetime(2025, 3, 25))
    bad = office.household(5, interview_date="05/03/2025")
    checked = check(office.save())
    only(checked, row=bad, column="interview_date", value="05/03/2025")
    assert checked.tables["households"]["interview_date"].dropna().unique().tolist() == [pd.Timestamp("2025-03-25")]


def test_a_number_that_excel_made_a_date_and_a_date_that_is_a_number(office):
    office.household(1, floor_area_m2=dt.date(2025, 5, 1))
    office.household(2, interview_date=45741)
    office.household(3, members=True)
    assert check(office.save()).faults["column"].tolist() == ["floor_area_m2", "interview_date", "members"]


# --- places ------------------------------------------------------------------------------------------------


def test_a_village_may_be_written_as_its_code_with_or_without_name_or_dots_or_by_the_name_that_only_it_has(office):
    codes = ["Bojongsari", "32.76.11.1001", "32.76.11.1001 Kel. Bojongsari", "32.76.11.1001  BOJONGSARI ", "3276111001"]
    names = ["BOJONGSARI", "KELURAHAN BOJONGSARI", "Kel.Bojong Sari"]
    for number, typed in enumerate([*codes, *names]):
        office.household(number, village_code=typed)
    checked = check(office.save())
    assert checked.ok and set(checked.tables["households"]["village_code"]) == {"32.76.11.1001"}
    note = checked.readings.set_index("change").loc["nama desa/kelurahan dibaca sebagai kodenya"]
    assert (note["cells"], note["typed"], note["read"]) == (3, "BOJONGSARI", "32.76.11.1001")
    assert "KELURAHAN BOJONGSARI" in " ".join(checked.changes_said("id"))


@pytest.mark.parametrize(
    "typed, offered",
    [
        ("Curug", "32.76.02.1008 Curug, Cimanggis"),
        ("Bojongsri", "32.76.11.1001 Bojongsari"),
        ("32.76.11.1001 Sawangan", "Bojongsari"),
        ("32.76.11.1099", "32.76.11.100"),
        ("32.76.11", "32.76.11.1001"),
        ("36.72.01.1001", "32.76"),
        ("Kelurahan X", "32.76.11.1001"),
    ],
)
def test_a_wrong_code_or_a_near_name_is_offered_and_never_taken(office, typed, offered):
    row = office.household(1, village_code=typed)
    checked = check(office.save())
    fault = only(checked, row=row, column="village_code", value=typed)
    assert offered in fault["rule"] + fault["remedy"]
    assert checked.tables["households"]["village_code"].isna().all()


def test_a_bps_code_is_not_taken_for_a_kemendagri_code(make_office):
    areas = load("areas")
    villages = areas[(areas["level"] == "village") & areas["bps_code"].notna() & areas["area_code"].str.startswith("32.76.")]
    strange = villages[villages["bps_code"] != villages["area_code"].str.replace(".", "")].iloc[0]
    office = make_office()
    office.household(1, village_code=strange["bps_code"])
    fault = only(check(office.save()), column="village_code")
    assert strange["area_code"] in fault["remedy"]


def test_names_beside_codes_must_fit_them(office):
    row = office.row("villages", village_code="32.76.11.1001", village="Bojongsari Lama", district="Sawangan")
    faults = check(office.save()).faults
    assert set(zip(faults["row"], faults["column"], strict=True)) == {(row, "village"), (row, "district")}


def test_lines_filled_in_beforehand_count_only_when_something_is_added(office):
    office.put("villages", FIRST_DATA_ROW, "year", 2025)
    office.put("villages", FIRST_DATA_ROW + 1, "slum_area_ha", 3)  # and no year
    checked = check(office.save())
    only(checked, sheet="villages", row=FIRST_DATA_ROW + 1, column="year")
    assert len(checked.tables["villages"]) == 2


# --- between cells -----------------------------------------------------------------------------------------


def test_a_volume_above_its_total_is_a_fault_for_each_of_the_sixteen(office):
    line = {f"{key}_volume": 10**5 for key in CRITERIA}
    office.row("neighbourhoods", **line)
    faults = check(office.save()).faults
    assert set(faults["column"]) == set(line)


def test_rt_001_is_rt_1(office):
    office.row("neighbourhoods", rt="001")
    second = office.row("neighbourhoods", rt=1)
    only(check(office.save()), row=second, column="year")


def test_a_household_twice_in_a_wave(office):
    office.household(1)
    second = office.household(1)
    fault = only(check(office.save()), row=second, column="wave")
    assert f"baris {FIRST_DATA_ROW}" in fault["rule"]


def test_households_over_the_waves(office, key):
    office.household(1)
    office.household(1, 1, rt=7)  # moved without a word
    office.household(2)
    office.household(2, 1, rt=7, status="pindah")
    office.household(2, 2, rt=7)
    office.household(3, 1)  # never seen at the start
    office.household(4, 1, status="masuk kemudian")
    office.household(5)
    office.household(5, 1, assisted="tidak")
    faults = check(office.save(), key=key).faults
    assert list(zip(faults["row"], faults["column"], strict=True)) == [(9, "rt"), (13, "wave"), (16, "assisted")]


def test_one_card_for_two_households_and_two_cards_for_one(office, key):
    cards = [f"{n:016d}" for n in (1, 2, 3)]
    office.household(1, no_kk=cards[0])
    office.household(2, no_kk=cards[0])  # the same family under two ids
    office.household(3, no_kk=cards[1])
    office.household(3, 1, no_kk=cards[2])  # another family under the same id
    checked = check(office.save(), key=key)
    assert list(zip(checked.faults["row"], checked.faults["column"], strict=True)) == [(9, "no_kk"), (11, "no_kk")]
    assert not checked.faults["value"].str.contains(r"\d").any()


def test_an_activity_names_a_household_that_exists(office):
    office.household(1)
    office.row("deliveries", household_id="KK-0001")
    row = office.row("deliveries", delivery_no=2, household_id="KK-9999")
    only(check(office.save()), sheet="deliveries", row=row, column="household_id")


# --- the shape of the file ---------------------------------------------------------------------------------


def test_an_example_written_over_is_not_lost_in_silence(office):
    office.put("households", 7, "members", 7)
    fault = only(check(office.save()), row=7, column="members", value="7")
    assert "A7" in fault["remedy"]
    office.put("households", 7, "_row", "")
    checked = check(office.save())
    assert checked.ok and checked.tables["households"]["members"].tolist() == [7]


def test_the_example_may_be_removed_or_moved(office):
    office.sheet("households").delete_rows(7)
    office.put("households", 7, "household_id", "KK-1")
    faults = check(office.save()).faults
    assert set(faults["row"]) == {7} and "members" not in set(faults["column"])


def test_columns_may_stand_in_any_order_and_an_unknown_one_is_named(office):
    office.household(1)
    sheet = office.sheet("households")
    sheet.move_range("C1:D8", cols=60)
    sheet.cell(1, 70).value, sheet.cell(8, 70).value = "watre_source", "leding/PDAM"
    sheet.cell(5, 71).value, sheet.cell(8, 71).value = "Sumber air minuman", "leding/PDAM"
    sheet.cell(9, 80).value = "tanpa nama"
    checked = check(office.save())
    assert len(checked.tables["households"]) == 1 and checked.tables["households"]["wave"].tolist() == [0]
    assert {(f.row, f.value) for f in checked.faults.itertuples()} == {
        (1, "watre_source"),
        (5, "Sumber air minuman"),
        (9, "tanpa nama"),
    }
    remedies = checked.faults.set_index("value")["remedy"]
    assert "water_source" in remedies["watre_source"] and '"Sumber air minum"' in remedies["Sumber air minuman"]


def test_a_required_column_that_was_removed_is_named_once(office):
    office.household(1)
    office.household(2)
    office.sheet("households").delete_cols(office.place("households", "status"))
    only(check(office.save()), sheet="households", column="status")


def test_lines_above_the_names_and_a_sheet_that_is_not_known(office):
    office.household(1)
    office.sheet("households").insert_rows(1)
    office.sheet("households")["B1"] = "DATA KELUARGA"
    office.book.create_sheet("Rekap")["A1"] = "jumlah"
    faults = check(office.save()).faults
    assert set(zip(faults["sheet"], faults["value"], strict=True)) == {("Keluarga", "DATA KELUARGA"), ("Rekap", "")}


def test_a_formula_never_computed_and_one_that_fails(office):
    office.household(1)
    sheet = office.sheet("households")
    sheet.cell(8, office.place("households", "members")).value = "=2+2"  # openpyxl stores no result
    cell = sheet.cell(8, office.place("households", "floor_area_m2"))
    cell.value, cell.data_type = "#REF!", "e"
    faults = check(office.save()).faults.set_index("column")
    assert "belum dihitung" in faults.loc["members", "rule"] and faults.loc["floor_area_m2", "value"] == "#REF!"
    assert len(faults) == 2


def test_text_that_looks_like_a_formula_stays_text(office):
    office.household(1, note='=HYPERLINK("x")')
    assert check(office.save()).tables["households"]["note"].tolist() == ['=HYPERLINK("x")']


def test_a_sheet_filled_to_the_last_cell_of_excel_is_refused_and_the_others_are_read(office):
    office.household(1)
    sheet = office.sheet("sites")
    sheet["XFD1048576"] = "x"
    checked = check(office.save())
    only(checked, sheet="sites")
    assert len(checked.tables["households"]) == 1


def test_no_such_file_and_no_such_language(tmp_path, office):
    with pytest.raises(WrongUse):
        check(tmp_path / "tidak_ada.xlsx")
    with pytest.raises(WrongUse):
        check(office.save(), "fr")


def test_the_regency_in_the_settings_must_exist(office):
    office.put("settings", 8, "value", "99.99")
    office.household(1)
    assert only(check(office.save()), sheet="settings")["value"] == "99.99"


def test_the_file_of_the_user_is_never_touched(office, tmp_path):
    office.household(1, members="lima")
    before = office.save().read_bytes()
    check(office.path, marked=tmp_path / "copy.xlsx")
    with pytest.raises(WrongUse):
        check(office.path, marked=tmp_path / "." / office.path.name)
    assert office.path.read_bytes() == before


def test_order_of_lines_does_not_matter(office):
    for number in range(1, 8):
        office.household(number, members=number)
    table = check(office.save()).tables["households"]
    sheet = office.sheet("households")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=8, max_row=14)]
    for target, row in zip(sheet.iter_rows(min_row=8, max_row=14), rows[::-1], strict=True):
        for cell, value in zip(target, row, strict=True):
            cell.value = value
    turned = check(office.save()).tables["households"]
    pd.testing.assert_frame_equal(turned.sort_values("household_id", ignore_index=True), table)


def test_what_was_typed_comes_out_again(office):
    """Every filled cell is in the table or named as a fault or in the readings: nothing is lost."""
    office.household(1, note="  catatan  ", members="4 orang", floor_area_m2="36,5", interview_date="5 Maret 2025")
    path = office.save()
    checked = check(path)
    named = set(checked.faults["column"]) | set(checked.readings["column"])
    sheet = openpyxl.load_workbook(path)["Keluarga"]
    for head, cell in zip(sheet[1], sheet[8], strict=True):
        read = checked.tables["households"].iloc[0].get(head.value)
        words = {
            w
            for f in fields_of("households")
            if f["name"] == head.value
            for c in f.get("categories", ())
            for w in c["label"].values()
        }
        assert (
            cell.value is None or head.value in named or read == cell.value or str(read) == str(cell.value) or cell.value in words
        ), head.value
    assert {"note", "members", "floor_area_m2", "interview_date"} <= named
