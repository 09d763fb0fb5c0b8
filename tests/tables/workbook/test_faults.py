"""A corpus of planted faults, read independently by frictionless: both name the same cells, and no other."""

import re

import frictionless
import openpyxl
import pytest
from frictionless.formats import ExcelControl

import p2wkss_analysis as p2
from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, MARKER, city_dictionary, fields_of, sheet_called, tab_of
from p2wkss_analysis.disclosure.privacy import mask
from p2wkss_analysis.say.errors import DataFaults
from p2wkss_analysis.tables.workbook.check import check

SHEETS = ("villages", "neighbourhoods", "sites", "candidates", "households", "deliveries", "scores")


def bad_values(field: dict) -> list:
    """Values that break each rule the dictionary has for a column."""
    rules, kind, bad = field.get("constraints", {}), field["type"], []
    if rules.get("required"):
        bad.append("")
    if kind in ("number", "integer"):
        bad += ["lima", "12 lebih"]
        bad += [rules["minimum"] - 1] if "minimum" in rules else []
        bad += [rules["maximum"] + 1] if "maximum" in rules else []
        bad += [1.5] if kind == "integer" else []
        bad += [9] if "enum" in rules else []
    elif kind == "date":
        bad += ["kemarin", "1900-01-01", "2025-02-30"]
    elif kind == "boolean" or "enum" in rules:
        bad += ["mungkin"]
    elif "pattern" in rules:
        bad += ["Maret 2025"]
    return bad


def planted(office) -> set:
    """Fill a workbook with one fault a line; gives {(sheet, row, column)}."""
    faults = set()
    for sheet in SHEETS:
        number = 0
        for field in fields_of(sheet):
            for value in bad_values(field):
                number += 1
                cells = good_line(sheet, number)
                cells |= {f["name"]: 0 for f in fields_of(sheet) if f.get("not_above")}  # so that no other rule is broken
                row = office.row(sheet, **{**cells, field["name"]: value})
                faults.add((sheet, row, field["name"]))
        for more in range(5):
            office.row(sheet, **good_line(sheet, 130 + more))
    return faults


def good_line(sheet: str, number: int) -> dict:
    """The values (not the words of the drop-downs) of a line that breaks no rule, its key its own."""
    line = {f["name"]: f["example"] for f in fields_of(sheet) if "example" in f}
    own = {
        "villages": {
            "year": 2000 + number % 35,
            "village_code": f"32.76.{['01.1006', '01.1007', '01.1008', '01.1009'][number // 35 % 4]}",
            "district": "",
            "village": "",
        },
        "neighbourhoods": {"rw": number // 100 + 1, "rt": number % 100 + 1},
        "sites": {"rw": number // 100 + 1, "rt": number % 100 + 1},
        "candidates": {"rw": number // 100 + 1, "rt": number % 100 + 1},
        "households": {"household_id": f"KK-{number}"},
        "deliveries": {"delivery_no": number, "household_id": ""},
        "scores": {"profile": f"lomba {number}"},
    }
    return line | own[sheet]


def by_frictionless(path, sheet: str) -> set:
    schema = city_dictionary().resource(sheet)["schema"]
    fields = [
        {"name": MARKER, "type": "string"},
        *(
            {k: v for k, v in f.items() if k in ("name", "type", "constraints", "trueValues", "falseValues")}
            for f in schema["fields"]
        ),
    ]
    book = openpyxl.load_workbook(path, read_only=True)
    columns = [cell.value for cell in book[tab_of(sheet).say("id")][1]]
    book.close()
    resource = frictionless.Resource(
        path=path.name,
        basepath=str(path.parent),
        control=ExcelControl(sheet=tab_of(sheet).say("id")),
        dialect=frictionless.Dialect(comment_rows=list(range(2, FIRST_DATA_ROW))),
        schema=frictionless.Schema.from_descriptor({"fields": fields, "primaryKey": schema["primaryKey"], "missingValues": [""]}),
    )
    errors = resource.validate(limit_errors=100_000).tasks[0].errors
    cells = {(sheet, e.row_number, columns[e.field_number - 1]) for e in errors if getattr(e, "field_number", None)}
    rows = {e.row_number for e in errors if e.type == "primary-key"}
    assert all(e.type == "primary-key" or getattr(e, "field_number", None) for e in errors), {e.type for e in errors}
    # A key cell that cannot be read counts as missing there, and the key as broken; that is one fault, of the cell.
    broken = {row for _, row, column in cells if column in schema["primaryKey"]}
    return cells | {(sheet, row, schema["primaryKey"][-1]) for row in rows - broken}


def test_both_find_every_planted_fault_and_nothing_else(make_office):
    office = make_office(regency=None)  # no line filled in beforehand, which frictionless would take for data
    corpus = planted(office)
    twins = set()
    for sheet in ("households", "deliveries", "neighbourhoods"):  # the same key twice
        row = office.row(sheet, **good_line(sheet, 130))
        twins.add((sheet, row, city_dictionary().resource(sheet)["schema"]["primaryKey"][-1]))
    corpus |= twins
    path = office.save()
    assert len(corpus) >= 200
    checked = check(path)
    ours = {(sheet_called(f.sheet), int(f.row), f.column) for f in checked.faults.itertuples()}
    theirs = set().union(*(by_frictionless(path, sheet) for sheet in SHEETS))
    assert ours == corpus, {"missed": corpus - ours, "invented": ours - corpus}
    assert theirs == corpus, {"missed": corpus - theirs, "invented": theirs - corpus}
    assert len(checked.faults) == len(corpus), "one line per bad cell"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_fault_names_its_cell_its_value_the_rule_and_the_remedy(office, lang):
    corpus = planted(office)
    path = office.save()
    checked = check(path, lang)
    book = openpyxl.load_workbook(path)
    assert list(checked.faults.columns) == ["file", "sheet", "row", "column", "cell", "value", "rule", "remedy"]
    for fault in checked.faults.itertuples():
        cell = book[fault.sheet][fault.cell]
        assert (cell.row, book[fault.sheet].cell(1, cell.column).value) == (fault.row, fault.column)
        assert fault.value == ("" if cell.value is None else mask(str(cell.value)))  # sixteen digits may be a card's
        assert fault.file == "kota.xlsx" and fault.rule.endswith(".") and fault.remedy
        assert not re.search(r"[\^$\\]|\{\d", fault.rule + fault.remedy), "a pattern is shown"
    assert len(checked.faults) == len(corpus)


@pytest.mark.parametrize("lang, other", [("id", "faults found in the data"), ("en", "kesalahan data ditemukan")])
def test_faults_as_an_error_speak_the_language_they_were_asked_for(office, lang, other, monkeypatch):
    """A heading in Bahasa Indonesia stood around rules in English, and the other way round."""
    monkeypatch.setenv("P2WKSS_LANG", "en" if lang == "id" else "id")
    planted(office)
    path = office.save()
    checked = check(path, lang)
    for ask in (
        checked.usable_tables,
        lambda: CityAnswers(path, lang=lang).tables,
        lambda: p2.explorer(path.with_name("x.html"), path, lang),
    ):
        with pytest.raises(DataFaults) as caught:
            ask()
        for said in (str(caught.value), *map(caught.value.sentence, ("id", "en"))):
            assert other not in said and checked.faults["rule"].iloc[0] in said
            assert {"id": "lagi; lihat", "en": "more; see"}[lang] in said
