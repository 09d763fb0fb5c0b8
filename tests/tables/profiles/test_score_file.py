"""Rubrics and profiles of the user's own: three kinds of file, every fault at once, and no weight that is not in the file."""

import json

import openpyxl
import pytest

from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.profiles.own_file import COLUMNS, load_profile, load_rubric
from p2wkss_analysis.tables.profiles.texts import KINDS, RULES
from p2wkss_analysis.tables.workbook.rubric import write_rubric_template

ROWS = [  # made up for the tests; no contest's weights are public
    {"item": "kebun", "label": "kebun gizi", "kind": "yes_no", "weight": 10, "target": None, "rule": "", "source": "hal. 3"},
    {
        "item": "ibu_usaha",
        "label": "perempuan berusaha",
        "kind": "percent",
        "weight": 20.5,
        "target": 40,
        "rule": "proportional",
        "source": "",
    },
    {
        "item": "posyandu",
        "label": "posyandu aktif",
        "kind": "count",
        "weight": 20,
        "target": 4,
        "rule": "all_or_nothing",
        "source": "",
    },
    {"item": "kekerasan", "label": "kasus kekerasan", "kind": "zero", "weight": 9.5, "target": None, "rule": "", "source": ""},
    {"item": "juri", "label": "paparan", "kind": "points", "weight": 40, "target": None, "rule": "", "source": ""},
]


def as_json(path, rows=ROWS, **head):
    items = [{("key" if k == "item" else k): v for k, v in row.items()} for row in rows]
    path.write_text(json.dumps({"name": "lomba 2026", "total": 100, "items": items, **head}), encoding="utf-8")
    return path


def as_csv(path, rows=ROWS, comma=";"):
    def cell(value):
        return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)

    lines = [comma.join(COLUMNS), *(comma.join(cell(row.get(c)) for c in COLUMNS) for row in rows)]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    return path


def as_excel(path, rows=ROWS):
    write_rubric_template(path)
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(COLUMNS, start=1):
            book["rubrik"].cell(number, place).value = row.get(column) or None
    book.save(path)
    return path


TOTAL = {"item": "total", "label": "", "kind": "", "weight": 100}


@pytest.mark.parametrize("write, name", [(as_json, "a.json"), (as_csv, "a.csv"), (as_excel, "a.xlsx")])
def test_the_same_rubric_from_json_from_a_comma_csv_and_from_excel(tmp_path, write, name):
    rows = ROWS if name == "a.json" else [*ROWS, TOTAL]
    rubric = load_rubric(write(tmp_path / name, rows))
    assert rubric.name == ("lomba 2026" if name == "a.json" else "a")
    assert [(i.key, i.kind, i.weight, i.target, i.rule, i.label("en")) for i in rubric.items] == [
        (r["item"], r["kind"], r["weight"], r["target"], r["rule"], r["label"]) for r in ROWS
    ]
    assert rubric.items[0].source == "hal. 3"


def test_words_of_both_languages_stand_for_kinds_and_rules(tmp_path):
    rows = [{**ROWS[0], "kind": "Ya/Tidak"}, {**ROWS[1], "kind": "percentage", "rule": RULES["proportional"].id}]
    assert [i.kind for i in load_rubric(as_csv(tmp_path / "a.csv", rows)).items] == ["yes_no", "percent"]


def faults(path, loader=load_rubric):
    with pytest.raises(DataFaults) as caught:
        loader(path)
    return caught.value.table()


@pytest.mark.parametrize(
    "change, column",
    [
        ({"item": ""}, "item"),
        ({"label": ""}, "label"),
        ({"kind": "warna"}, "kind"),
        ({"weight": None}, "weight"),
        ({"weight": 0}, "weight"),
        ({"weight": -3}, "weight"),
        ({"target": 101.0}, "target"),
        ({"target": 0}, "target"),
        ({"target": None}, "target"),
        ({"rule": ""}, "rule"),
        ({"rule": "kira-kira"}, "rule"),
        ({"item": "Kebun"}, "item"),
        ({"weight": "sepuluh"}, "weight"),
    ],
)
def test_each_fault_is_named_with_its_line(tmp_path, change, column):
    table = faults(as_csv(tmp_path / "a.csv", [ROWS[0], {**ROWS[1], **change}]))
    assert len(table) == 1 and table[["row", "column"]].values.tolist() == [[3, column]], table.to_string()
    assert table["file"].item() == "a.csv" and table["rule"].item() and table["remedy"].item()


@pytest.mark.parametrize(
    "index, change, column",
    [
        (0, {"rule": "proportional"}, "rule"),
        (0, {"target": 3}, "target"),
        (3, {"target": 2}, "target"),
        (4, {"target": 41}, "target"),
    ],
)
def test_what_means_nothing_with_a_kind_is_named(tmp_path, index, change, column):
    assert faults(as_json(tmp_path / "a.json", [{**ROWS[index], **change}], total=None))["column"].tolist() == [column]


def test_all_faults_come_at_once_numbers_that_cannot_be_read_among_them(tmp_path):
    rows = [{**ROWS[0], "kind": "warna"}, {**ROWS[1], "weight": "1.000x"}, {**ROWS[2], "label": ""}, {**ROWS[2], "rule": "?"}]
    table = faults(as_csv(tmp_path / "a.csv", rows))
    assert sorted(zip(table["row"], table["column"], strict=True)) == [
        (2, "kind"),
        (3, "weight"),
        (4, "label"),
        (5, "item"),
        (5, "rule"),
    ]


@pytest.mark.parametrize("total, fine", [(100, True), (100.0, True), (None, True), (99.5, False), (101, False)])
def test_weights_add_up_to_the_stated_total(tmp_path, total, fine):
    path = as_json(tmp_path / "a.json", total=total)
    if fine:
        assert load_rubric(path)
    else:
        table = faults(path)
        assert table["column"].tolist() == ["weight"] and table["value"].item() == "100"


def test_weights_of_tenths_add_up_although_floats_do_not(tmp_path):
    rows = [{**ROWS[0], "item": f"b{i}", "weight": 0.1} for i in range(10)]
    assert load_rubric(as_json(tmp_path / "a.json", rows, total=1))


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"items": 3}', "\x00", '{"items": [}'])
def test_a_file_that_is_no_rubric_is_a_sentence(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(WrongUse):
        load_rubric(path)


@pytest.mark.parametrize(
    "items, column",
    [
        ([], "item"),
        ([3], "items"),
        ([{"key": "a", "label": "a", "kind": "yes_no", "weight": True}], "weight"),
        ([{"key": "a", "label": "a", "kind": "yes_no", "weight": "10"}], "weight"),
        ([{"key": "a", "label": {"id": "a"}, "kind": "yes_no", "weight": 1}], "label"),
        ([{"key": "a", "label": "a", "kind": "yes_no", "weight": 1, "wieght": 2}], "wieght"),
    ],
)
def test_json_of_other_shapes_is_named(tmp_path, items, column):
    (tmp_path / "a.json").write_text(json.dumps({"items": items}))
    assert faults(tmp_path / "a.json")["column"].tolist() == [column]


def test_the_name_of_a_known_profile_is_taken(tmp_path):
    assert faults(as_json(tmp_path / "a.json", name="KRPPA"))["column"].tolist() == ["name"]


def test_a_profile_needs_no_weights_and_a_rubric_does(tmp_path):
    rows = [{k: row.get(k) for k in ("item", "label", "kind")} for row in ROWS]
    path = as_json(tmp_path / "a.json", rows, total=None)
    assert [i.weight for i in load_profile(path).items] == [None] * 5
    assert (faults(path)["column"] == "weight").sum() == 5


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_template_holds_no_weight_and_is_refused_while_it_is_empty(tmp_path, ending, lang):
    path = write_rubric_template(tmp_path / f"rubrik.{ending}", lang)
    assert faults(path)["column"].tolist() == ["item"]
    if ending == "xlsx":
        book = openpyxl.load_workbook(path)
        assert book.worksheets[0].max_row == 1
        guide = [c.value for row in book.worksheets[1].iter_rows() for c in row]
        assert all(text.say(lang) in guide for text in (*KINDS.values(), *RULES.values()))


def test_a_number_of_a_person_is_a_fault_and_is_never_shown(tmp_path):
    number = "3276" + "011503900001"
    table = faults(as_json(tmp_path / "a.json", [{**ROWS[0], "source": f"ibu {number}"}], total=None, note=f"KK {number}"))
    assert table["column"].tolist() == ["note", "source"] and number not in table.to_string()


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="xlsx"):
        write_rubric_template(tmp_path / "a.docx")
    with pytest.raises(WrongUse):
        load_rubric(tmp_path / "tidak_ada.xlsx")
