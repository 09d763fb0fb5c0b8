"""The sheet `scores` and the setting `synthetic`: spellings settled, items and kinds checked, rubrics let through."""

import json
from pathlib import Path

import openpyxl
import pytest

from p2wkss_analysis.dictionary.sheets import same_word
from p2wkss_analysis.tables.profiles import profile as score_profile
from p2wkss_analysis.tables.profiles.profile import find_profile, known_profiles
from p2wkss_analysis.tables.profiles.texts import KINDS
from p2wkss_analysis.tables.workbook.check import check

HERE = Path(score_profile.__file__).parent


def one_fault(checked, **where):
    assert len(checked.faults) == 1, checked.faults.to_string()
    fault = checked.faults.iloc[0]
    assert {name: fault[name] for name in where} == where, fault.to_dict()
    return fault


@pytest.mark.parametrize("name", ["krppa", "rbi"])
def test_a_profile_is_whole_in_both_languages_and_holds_no_invented_weight(name):
    profile = known_profiles()[name]
    given = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    assert set(given) == {"name", "label", "source", "note", "items"} and profile.name == name == given["name"]
    assert all(set(given[text]) == {"id", "en"} and all(given[text].values()) for text in ("label", "source", "note"))
    for item in given["items"]:
        assert set(item) == {"key", "number", "kind", "label", "target"}, item
        assert item["kind"] in KINDS and item["label"]["id"] and item["label"]["en"] and item["target"] is None
    assert all(item.weight is None for item in profile.items)


def test_krppa_has_the_ten_numbers_of_the_decree_and_rbi_says_its_list_was_not_found():
    assert [item.number for item in known_profiles()["krppa"].items] == list(range(1, 11))
    rbi = known_profiles()["rbi"]
    assert len(rbi.items) == 15 and all(item.number is None for item in rbi.items)
    assert "tidak ditemukan" in rbi.note("id") and "No official numbered list" in rbi.note("en")


@pytest.mark.parametrize("name", ["krppa", "rbi"])
def test_every_spelling_of_an_item_means_that_item_alone(name):
    profile = find_profile(name.upper())
    for item in profile.items:
        for word in item.words():
            assert profile.find(f"  {word.upper()} ") is item
            assert sum(same_word(word) in other.words() for other in profile.items) == 1


def test_labels_and_numbers_become_keys_and_other_profiles_stay_as_typed(office):
    office.row("scores", profile="KRPPA", item="Data Desa  Terpilah")
    office.row("scores", profile="krppa", item=8, answer="", value=0)
    office.row("scores", profile="lomba 2026", item="Kebun Hidroponik", answer="", value=17.5)
    checked = check(office.save())
    assert checked.ok, checked.faults.to_string()
    table = checked.tables["scores"]
    assert table["profile"].tolist() == ["krppa", "krppa", "lomba 2026"]
    assert table["item"].tolist() == ["disaggregated_data", "violence_cases", "Kebun Hidroponik"]
    assert table["answer"].isna().tolist() == [False, True, True] and table["value"].fillna(-1).tolist() == [-1, 0, 17.5]


def test_one_item_under_two_spellings_is_the_same_line_twice(office):
    office.row("scores", item="disaggregated_data")
    second = office.row("scores", item="village data by sex and age of child")
    one_fault(check(office.save()), row=second, column="item")


def test_an_unknown_item_of_a_known_profile_is_a_fault_with_the_list(office):
    row = office.row("scores", item="taman bacaan")
    fault = one_fault(check(office.save(), "id"), row=row, column="item", value="taman bacaan")
    assert "krppa" in fault["rule"] and "pengorganisasian perempuan dan anak; " in fault["remedy"]


@pytest.mark.parametrize(
    "cells, column",
    [
        ({"item": "organising", "answer": "ya", "value": 1}, "value"),
        ({"item": "women_in_government", "answer": "ya", "value": 30}, "answer"),
        ({"item": "women_in_government", "answer": "", "value": 100.5}, "value"),
        ({"item": "violence_cases", "answer": "", "value": 1.5}, "value"),
        ({"item": "violence_cases", "answer": "tidak", "value": ""}, "answer"),
        ({"item": "violence_cases", "answer": "", "value": -1}, "value"),
    ],
)
def test_an_answer_of_another_kind_is_a_fault_of_its_cell(office, cells, column):
    row = office.row("scores", **cells)
    one_fault(check(office.save()), row=row, column=column)


def test_the_edges_of_the_kinds_are_allowed_and_an_empty_answer_is_missing(office):
    for item, value in (
        ("women_in_government", 0),
        ("women_entrepreneurs", 100),
        ("violence_cases", 0),
        ("child_marriages", 12),
        ("children_in_care", ""),
    ):
        office.row("scores", item=item, answer="", value=value)
    office.row("scores", item="finance", answer="", value="")
    checked = check(office.save())
    assert checked.ok and checked.tables["scores"]["value"].isna().sum() == 2


@pytest.mark.parametrize("typed, said", [("ya", "yes"), (" YES", "yes"), ("", ""), ("tidak", ""), (None, "")])
def test_the_setting_synthetic_is_yes_or_nothing(office, typed, said):
    office.put("settings", 11, "value", typed if typed is not None else "")
    checked = check(office.save())
    assert checked.ok and checked.settings["synthetic"] == said
    assert checked.settings["regency_code"] == "32.76" and checked.settings["floor_area_m2_per_person"] == "7.2"


@pytest.mark.parametrize("typed", ["mungkin", 1, "sebagian"])
def test_a_doubtful_word_of_the_setting_is_asked(office, typed):
    office.put("settings", 11, "value", typed)
    one_fault(check(office.save()), sheet="Pengaturan", row=11, column="value", value=str(typed))


def test_the_template_offers_profiles_and_items_and_lists_them_in_the_guide(office):
    rules = {str(rule.sqref).rstrip("0123456789"): rule for rule in office.sheet("scores").data_validations.dataValidation}
    offered = [r for r in rules.values() if r.errorStyle == "warning"]
    assert len(offered) == 3  # village, profile, item: another name is allowed
    guide = [str(c.value) for row in office.book.worksheets[0].iter_rows() for c in row if c.value]
    assert any("perkawinan anak di bawah 19 tahun (kasus yang seharusnya nihil)" in line for line in guide)
    words = [c.value for column in office.book["lists"].iter_cols() for c in column]
    assert "pengorganisasian perempuan dan anak" in words and "krppa" in words


def test_the_marked_copy_shows_the_bad_answer(office, tmp_path):
    office.row("scores", item="taman bacaan")
    check(office.save(), marked=tmp_path / "copy.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "copy.xlsx")["Kartu Skor"]
    assert any(c.comment and "krppa" in c.comment.text for row in sheet.iter_rows() for c in row)
