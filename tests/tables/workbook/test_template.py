"""The empty workbook: for any city, in either language, nothing in it is taken for data."""

import openpyxl
import pandas as pd
import pytest

from p2wkss_analysis.dictionary.sheets import (
    FIRST_DATA_ROW,
    HEADING_ROW,
    MARKER,
    city_dictionary,
    example_of,
    fields_of,
    heading_word,
    headings_of,
    instructions,
    tab_of,
)
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.places import places_of
from p2wkss_analysis.tables.workbook.template import write_template

SHEETS = ("settings", "villages", "neighbourhoods", "sites", "candidates", "households", "deliveries", "scores")


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("regency", ["32.76", "36.72", "11.08", None])
def test_an_empty_workbook_is_well_and_holds_no_data(tmp_path, regency, lang):
    checked = check(write_template(tmp_path / "a.xlsx", regency, lang), lang)
    assert checked.ok, checked.faults
    assert set(checked.tables) == set(SHEETS)
    assert all(len(checked.tables[name]) == 0 for name in SHEETS if name != "settings")
    assert checked.settings.get("regency_code") == (regency or "")


def test_a_template_can_be_written_for_every_regency_and_lists_each_of_its_villages(tmp_path):
    areas = load("areas")
    codes = areas.loc[areas["level"] == "regency", "area_code"].tolist()
    assert len(codes) == 514
    for code in codes[::60]:  # every one of the 514 is tried in the benchmark of the template
        book = openpyxl.load_workbook(write_template(tmp_path / f"{code}.xlsx", code), read_only=True)
        given = [row[1] for row in book["Desa-Kelurahan"].iter_rows(min_row=FIRST_DATA_ROW, values_only=True)]
        book.close()
        inside = areas[(areas["level"] == "village") & areas["area_code"].str.startswith(code + ".")]
        assert given == sorted(inside["area_code"])


def test_heads_labels_units_and_examples_come_from_the_dictionary(tmp_path):
    for lang in ("id", "en"):
        book = openpyxl.load_workbook(write_template(tmp_path / f"{lang}.xlsx", "32.76", lang))
        for name in SHEETS:
            sheet = book[tab_of(name).say(lang)]
            heads, *told, labels, units, examples = sheet.iter_rows(min_row=1, max_row=FIRST_DATA_ROW - 1, values_only=True)
            fields = fields_of(name)
            assert list(heads) == [MARKER, *(f["name"] for f in fields)] and sheet.row_dimensions[1].hidden
            assert [text for line in told for text in line[1:] if text] == [text for _, text in instructions(name, lang)]
            assert [head.rstrip("*") for head in labels[1:]] == [f["label"][lang] for f in fields]
            required = [bool(f.get("constraints", {}).get("required")) for f in fields]
            assert [head.endswith("*") for head in labels[1:]] == required
            assert [str(e) for e in examples[1:] if e not in (None, "")] == [
                example_of(f, lang) for f in fields if "example" in f
            ]
            percent = [u for f, u in zip(fields, units[1:], strict=True) if f.get("unit", {}).get("en") == "percent"]
            assert all("100" in u for u in percent)


def test_the_sixteen_criteria_stand_with_the_totals_the_slum_score_divides_by():
    from p2wkss_analysis.indicators.slum import CRITERIA

    fields = {f["name"]: f for f in fields_of("neighbourhoods")}
    for criterion, below in CRITERIA.items():
        assert fields[f"{criterion}_volume"]["not_above"] == below and below in fields


def test_the_twelve_items_of_the_healthy_family_index_are_there_by_their_names():
    from p2wkss_analysis.indicators.healthy_family import ITEMS

    assert list(ITEMS) == [f["name"] for f in fields_of("households") if f["label"]["id"].startswith("IKS: ")]


def test_drop_downs_ranges_and_dates_are_in_the_file(tmp_path):
    book = openpyxl.load_workbook(write_template(tmp_path / "a.xlsx", "32.76"))
    kinds = {}
    for rule in book["Keluarga"].data_validations.dataValidation:
        column = book["Keluarga"].cell(1, next(iter(rule.sqref.ranges)).min_col).value
        kinds[column] = rule
        assert next(iter(rule.sqref.ranges)).min_row == FIRST_DATA_ROW
    assert kinds["village_code"].type == "list" and kinds["water_source"].type == "list"
    assert kinds["interview_date"].type == "date" and kinds["members"].type == "whole"
    sheet, span = kinds["village_code"].formula1.lstrip("=").split("!")
    offered = [cell.value for (cell,) in book[sheet][span.replace("$", "")]]
    assert len(offered) == 63 and {"Bojongsari", "Curug (Cimanggis)", "Curug (Bojongsari)"} <= set(offered)
    assert book[sheet].sheet_state == "hidden"


@pytest.mark.parametrize("field", [f for name in SHEETS for f in fields_of(name)], ids=lambda f: f["name"])
def test_each_column_says_in_both_languages_what_it_is(field):
    assert field["label"]["id"] and field["label"]["en"]
    for category in field.get("categories", ()):
        assert category["label"]["id"] and category["label"]["en"]
    words = [c["label"][lang].casefold() for lang in ("id", "en") for c in field.get("categories", ())]
    values = [c["value"] for lang in ("id", "en") for c in field.get("categories", ())]
    assert len({w: v for w, v in zip(words, values, strict=True)}) == len(set(zip(words, values, strict=True))), (
        "one word, one value"
    )


def test_keys_and_bounds_name_columns_that_exist():
    for name in SHEETS:
        names = {f["name"] for f in fields_of(name)}
        schema = city_dictionary().resource(name)["schema"]
        assert set(schema.get("primaryKey", [])) <= names
        assert {f["not_above"] for f in schema["fields"] if "not_above" in f} <= names


@pytest.mark.parametrize("code", ["32.99", "32", "32.76.11", ""])
def test_a_code_that_is_no_regency_is_refused_with_an_example(tmp_path, code):
    with pytest.raises(WrongUse, match="32.76"):
        write_template(tmp_path / "a.xlsx", code)
    assert not (tmp_path / "a.xlsx").exists()


def test_an_unknown_language_and_a_folder_in_the_way_are_sentences(tmp_path):
    with pytest.raises(WrongUse):
        write_template(tmp_path / "a.xlsx", "32.76", "fr")
    (tmp_path / "b.xlsx").mkdir()
    with pytest.raises(WrongUse):
        write_template(tmp_path / "b.xlsx", "32.76")


@pytest.mark.parametrize("name", SHEETS)
def test_no_heading_stands_for_two_columns_of_a_sheet(name):
    labels = [(heading_word(label), f["name"]) for f in fields_of(name) for label in set(f["label"].values())]
    assert dict(labels) == headings_of(name, labels_only=True) and len(dict(labels)) == len(set(labels))
    codes = {f["name"] for f in fields_of(name)}
    assert all(column == word for word, column in labels if word in codes)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_columns_are_found_by_heading_without_codes_instructions_or_marks(make_office, lang):
    office = make_office(lang=lang)
    row = office.household(1, no_kk="", members=5)
    whole = check(office.save(), lang)
    assert whole.ok and whole.written_in == lang
    for name in SHEETS:
        sheet = office.sheet(name)
        sheet.delete_cols(1)  # the marks
        sheet.delete_rows(1, 3)  # the codes and two lines of instruction
    assert office.sheet("households").cell(row - 3, 1).value == "KK-0001"
    read = check(office.save(), lang)
    assert read.ok, read.faults.to_string()
    pd.testing.assert_frame_equal(read.tables["households"], whole.tables["households"])
    assert read.tables["villages"].empty and read.settings == whole.settings


def test_titles_of_the_office_and_a_copy_of_a_sheet_are_said(office):
    office.household(1, no_kk="")
    sheet = office.sheet("households")
    office.book.copy_worksheet(sheet).title = "Keluarga (2)"
    sheet.insert_rows(2)
    sheet["C2"] = "PEMERINTAH KOTA DEPOK"
    faults = check(office.save()).faults
    assert set(zip(faults["sheet"], faults["value"], strict=True)) == {
        ("Keluarga", "PEMERINTAH KOTA DEPOK"),
        ("Keluarga (2)", ""),
    }
    del office.book["Keluarga"]
    assert len(check(office.save()).tables["households"]) == 1


def test_a_heading_typed_over_with_that_of_another_column_is_a_fault(office):
    office.household(1, no_kk="")
    office.put("households", HEADING_ROW, "members", "Luas lantai")
    office.put("households", HEADING_ROW, "latrine", "WC")  # a word of the office's own
    faults = check(office.save()).faults
    assert (
        faults[["row", "column"]].values.tolist() == [[HEADING_ROW, "members"]] and "Anggota keluarga" in faults["remedy"].item()
    )


def test_sites_of_the_press_are_read_once_their_mark_is_removed(office):
    first = check(office.save())
    assert first.ok and first.tables["sites"].empty and "9 baris" in first.still_waiting("id")[0]
    assert "depokterkini.com" in office.sheet("sites")[f"A{FIRST_DATA_ROW}"].comment.text
    office.put("sites", FIRST_DATA_ROW, MARKER, "")
    office.put("sites", FIRST_DATA_ROW + 1, "decree", "411/12/2016")  # what is added to is data
    site = check(office.save()).tables["sites"]
    assert site[["year", "village_code", "rw"]].values.tolist() == [[2015, "32.76.07.1001", 7], [2016, "32.76.10.1007", 9]]


def test_every_village_is_read_by_what_the_drop_down_offers():
    for regency in ("32.01", "32.76", "11.08", "94.05", "33.27", "12.14"):
        places = places_of(regency)
        assert len(places.offered) == sum(code.startswith(f"{regency}.") for code in places.codes)
        assert all(places.read(said).text == code for said, code in places.offered.items())


def test_a_workbook_of_the_first_form_is_read(tmp_path):
    """English tabs, codes as headings in line 1, label, unit and example below, villages as code and name."""
    book = openpyxl.Workbook()
    for name in SHEETS:
        sheet, fields = book.create_sheet(name), fields_of(name)
        sheet.append([MARKER, *(f["name"] for f in fields)])
        sheet.append(["label", *(f["label"]["id"] for f in fields)])
        sheet.append(["satuan"])
        sheet.append(["contoh", *(example_of(f, "id") for f in fields)])
    line = {f["name"]: example_of(f, "id") for f in fields_of("households")} | {"village_code": "32.76.11.1001 Bojongsari"}
    book["settings"].append(["", "kode kabupaten/kota", "32.76"])
    book["households"].append(["", *line.values()])
    book.save(tmp_path / "a.xlsx")
    checked = check(tmp_path / "a.xlsx")
    assert checked.ok and checked.settings == {"regency_code": "32.76"} and checked.written_in == "id"
    assert checked.where["households"].cell(0, "members").endswith("5")
    assert checked.tables["households"]["village_code"].tolist() == ["32.76.11.1001"]


@pytest.mark.parametrize("paper, number", [("a4", 9), ("F4", 14)])
def test_sheets_are_printed_landscape_with_their_headings_on_every_page(tmp_path, paper, number):
    book = openpyxl.load_workbook(write_template(tmp_path / "a.xlsx", "32.76", paper=paper))
    for name in SHEETS:
        sheet = book[tab_of(name).say("id")]
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (number, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW + 1}"
    assert book["Keluarga"].page_setup.fitToWidth > (book["Pengaturan"].page_setup.fitToWidth or 1) == 1


def test_another_paper_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="a4, f4"):
        write_template(tmp_path / "a.xlsx", "32.76", paper="a3")
