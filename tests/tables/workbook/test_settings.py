"""The settings of a workbook: how the assisted households were chosen is read, asked for, and never guessed."""

import pandas as pd
import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import HEADING_ROW, fields_of
from p2wkss_analysis.rule import BY, HouseholdRule
from p2wkss_analysis.tables.exports.mapping import suggest_mapping
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.settings import (
    NEEDS_FIGURE,
    USED_BY,
    check_household_rule,
    household_rule,
    rule_question,
    settle_settings,
)

ROW = {
    "household_rule": 12,
    "household_rule_column": 13,
    "household_rule_within_rt": 14,
    "household_rule_cut": 15,
    "household_rule_quotas": 16,
}


@pytest.fixture
def office(make_office):
    return make_office(regency=None)  # no list of villages to read


def both_sides(office, figures=(1, 2, 3, 4), **cells):
    """Two assisted and two comparison households at the first visit."""
    for number, figure in enumerate(figures, start=1):
        office.household(
            number,
            assisted=("ya" if office.lang == "id" else "yes") if number < 3 else ("tidak" if office.lang == "id" else "no"),
            choice_figure=figure,
            no_kk="",
            **{"draw_chance_percent": "", **cells},
        )


def stated(office, **values):
    for name, value in values.items():
        office.put("settings", ROW[name], "value", value)
    return check(office.save(), office.lang)


def read(first, **values):
    """Settings as typed to settings as read, with the faults of both rules: (setting, rule, remedy) in Bahasa Indonesia."""
    faults = []

    def tell(rows, column, rule, remedy):
        assert column == "value"
        faults.extend((list(values)[row], rule.say("id"), remedy.say("id")) for row in rows)

    typed = pd.DataFrame({"setting": list(values), "value": [str(v) for v in values.values()]}, dtype="str")
    settled = settle_settings(typed, tell)
    if not faults:
        check_household_rule(settled, first, tell)
    return dict(zip(settled["setting"], settled["value"], strict=True)), faults


def first_visit(figure=2.0, **columns):
    return pd.DataFrame(
        {
            "wave": [0, 0],
            "assisted": [True, False],
            "choice_figure": figure,
            "registry_decile": [2, 3],
            "members": 4,
            "women_business": [True, False],
            **columns,
        }
    )


def fault(checked, name):
    assert len(checked.faults) == 1, checked.faults.to_dict("records")
    found = checked.faults.iloc[0]
    assert (found["sheet"], found["row"], found["column"]) == ("Pengaturan", ROW[name], "value")
    return found


def test_the_words_of_the_list_are_the_rules():
    answers = next(c for c in fields_of("settings")[0]["categories"] if c["value"] == "household_rule")["answers"]
    assert {a["value"] for a in answers} == set(BY) and set(NEEDS_FIGURE) < set(BY)
    for rules in USED_BY.values():
        assert set(rules) < set(BY)


@pytest.mark.parametrize(
    "word, by",
    [
        ("Data Register", "register"),
        ("diundi", "draw"),
        ("score", "score"),
        ("whole RTs", "whole_rt"),
        ("KK tahun  berikutnya", "next_year"),
        ("not known", "unknown"),
        ("register", "register"),
    ],
)
def test_a_word_of_either_language_states_the_rule(word, by):
    said, faults = read(first_visit(), household_rule=word)
    assert not faults and said == {"household_rule": by}
    assert household_rule(said, first_visit()) == HouseholdRule(by, () if by in ("draw", "unknown") else "choice_figure")
    assert rule_question(said, first_visit()) is None, "it is answered"


def test_everything_of_a_rule_can_be_stated(office):
    both_sides(office)
    checked = stated(
        office,
        household_rule="data register",
        household_rule_column="Desil",
        household_rule_within_rt="ya",
        household_rule_cut=4,
        household_rule_quotas="women_business; IKS: keluarga memiliki jamban sehat",
    )
    assert checked.ok, checked.faults
    assert checked.household_rule == HouseholdRule(
        "register", "registry_decile", ("women_business", "healthy_latrine"), "rt", 4.0
    )


def test_an_unknown_word_is_a_fault_with_the_list(office):
    both_sides(office)
    found = fault(stated(office, household_rule="dipilih pak RT"), "household_rule")
    assert "data register" in found["remedy"] and "tidak diketahui" in found["remedy"]


@pytest.mark.parametrize("by", NEEDS_FIGURE)
def test_a_rule_that_needs_a_figure_asks_for_it(by):
    ((name, _rule, remedy),) = read(first_visit(figure=None), household_rule=by)[1]
    assert name == "household_rule" and "kolom angka penentu" in remedy
    assert "Angka penentu saat dipilih" in remedy or by == "baseline"
    assert not read(first_visit(figure=None).iloc[:0], household_rule=by)[1], "no household yet"


def test_a_rule_without_any_household_yet_is_no_fault(office):
    assert stated(office, household_rule="data register").ok


@pytest.mark.parametrize(
    "rule, name, value, says",
    [
        ("diundi", "household_rule_column", "registry_decile", "tidak dipakai"),
        ("skor", "household_rule_column", "jenis_rumah", "jenis_rumah"),
        ("skor", "household_rule_quotas", "members", "ya/tidak"),
        ("data register", "household_rule_cut", "empat", "bukan angka"),
        ("data register", "household_rule_within_rt", "mungkin", "daftar pilihan"),
        ("RT utuh", "household_rule_quotas", "women_business", "RT utuh"),
        ("", "household_rule_cut", 4, "cara memilih KK binaan"),
        ("skor", "household_rule_quotas", "women_business", "kosong pada gelombang 0"),
    ],
)
def test_settings_that_do_not_fit_are_faults_of_their_cell(rule, name, value, says):
    first = first_visit(**({"women_business": None} if "gelombang" in says else {}))
    ((where, found, remedy),) = read(first, household_rule=rule, **{name: value})[1]
    assert where == name and says in found and remedy


def test_a_register_without_a_rule_is_asked_about_and_counts_as_unknown(office, capsys):
    both_sides(office, figures=("",) * 4)
    path = office.save()
    checked = check(path)
    assert checked.ok and checked.household_rule == HouseholdRule()
    assert "cara memilih KK binaan" in checked.questions("id")[0] and "Registry decile" in checked.questions("en")[0]
    assert main(["check", str(path), "--lang", "en"]) == 0
    assert capsys.readouterr().out.count("How were the assisted households chosen?") == 1


def test_chances_of_a_draw_without_a_rule_are_asked_about(office):
    both_sides(office, draw_chance_percent=50)
    assert "Peluang dalam undian" in check(office.save()).questions("id")[0]


def test_a_draw_whose_assisted_are_not_as_many_as_their_chances_say_is_asked_about(office):
    both_sides(office, draw_chance_percent=50)
    assert stated(office, household_rule="diundi").questions() == []
    office.household(5, assisted="ya", choice_figure=1, no_kk="", draw_chance_percent=20)
    office.household(6, assisted="tidak", choice_figure=1, no_kk="", draw_chance_percent=25)
    assert check(office.save()).questions() == []  # 2,45 of three
    office.household(7, assisted="ya", choice_figure=1, no_kk="", draw_chance_percent=10)
    assert "di antara 7 KK memilih 3, tetapi 4" in check(office.save()).questions("id")[0]


def test_nothing_is_asked_where_there_is_no_comparison_yet(office):
    office.household(1, no_kk="")
    assert not check(office.save()).questions()


def test_a_workbook_of_before_these_settings_reads_as_ever(office):
    both_sides(office)
    for row in ROW.values():
        office.sheet("settings").cell(row, 2).value = office.sheet("settings").cell(row, 4).value = None
    office.sheet("households").delete_cols(office.place("households", "choice_figure"))
    checked = check(office.save())
    assert checked.ok, checked.faults
    assert checked.household_rule == HouseholdRule() and checked.tables["households"]["choice_figure"].isna().all()


@pytest.mark.parametrize("typed, fine", [("7,2", True), (9, True), ("tujuh", False), (0, False), (-7.2, False), ("7.200", False)])
def test_the_floor_area_is_a_number_or_a_fault_and_never_another_number(typed, fine):
    said, faults = read(first_visit(), floor_area_m2_per_person=typed)
    assert fine == (not faults) and (not fine or said["floor_area_m2_per_person"] == str(typed).replace(",", "."))


def test_the_template_offers_the_ways_of_choosing(office):
    rules = {str(rule.sqref): rule for rule in office.sheet("settings").data_validations.dataValidation}
    column = rules["C12"].formula1.split("$")[1]
    lists = [office.book["lists"][f"{column}{row}"].value for row in range(1, 8)]
    assert lists[:2] == ["diundi", "data register"] and lists[-1] == "tidak diketahui"
    assert "benar-benar dipakai" in office.sheet("settings")["D12"].value


@pytest.mark.parametrize("heading", ["Desil saat dipilih", "SKOR", "Nilai", "choice_figure"])
def test_an_export_with_the_figure_is_recognised(tmp_path, heading):
    file = tmp_path / "export.csv"
    file.write_text(f"ID Keluarga;{heading}\nKK-1;2\n", encoding="utf-8")
    assert suggest_mapping(file).mapping.columns[heading] == "choice_figure"


@pytest.mark.parametrize("column", ["setting", "value"])
def test_settings_without_one_of_their_columns_are_a_fault(office, column):
    for row in (1, HEADING_ROW):
        office.sheet("settings").cell(row, 2 + ["setting", "value"].index(column)).value = None
    checked = check(office.save(), "en")
    assert not checked.ok and not any(checked.settings.values())
