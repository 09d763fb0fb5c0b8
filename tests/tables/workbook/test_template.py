"""The empty workbook: for any city, in either language, nothing in it is taken for data."""

import openpyxl
import pytest

from p2wkss_analysis.dictionary.sheets import MARKER, city_dictionary, example_of, fields_of
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.workbook.check import check
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
        given = [row[1] for row in book["villages"].iter_rows(min_row=5, values_only=True)]
        inside = areas[(areas["level"] == "village") & areas["area_code"].str.startswith(code + ".")]
        assert given == sorted(inside["area_code"])


def test_heads_labels_units_and_examples_come_from_the_dictionary(tmp_path):
    for lang in ("id", "en"):
        book = openpyxl.load_workbook(write_template(tmp_path / f"{lang}.xlsx", "32.76", lang))
        for name in SHEETS:
            heads, labels, units, examples = book[name].iter_rows(min_row=1, max_row=4, values_only=True)
            fields = fields_of(name)
            assert list(heads) == [MARKER, *(f["name"] for f in fields)]
            assert list(labels[1:]) == [f["label"][lang] for f in fields]
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
    for rule in book["households"].data_validations.dataValidation:
        column = book["households"].cell(1, next(iter(rule.sqref.ranges)).min_col).value
        kinds[column] = rule
        assert next(iter(rule.sqref.ranges)).min_row == 5
    assert kinds["village_code"].type == "list" and kinds["water_source"].type == "list"
    assert kinds["interview_date"].type == "date" and kinds["members"].type == "whole"
    sheet, span = kinds["village_code"].formula1.lstrip("=").split("!")
    offered = [cell.value for (cell,) in book[sheet][span.replace("$", "")]]
    assert len(offered) == 63 and "32.76.11.1001 Bojongsari" in offered
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
