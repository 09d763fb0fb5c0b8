"""A workbook with card numbers in every sheet, dress and corner: no command and no function says one."""

import html
import json
import pickle
import re
import traceback

import openpyxl
import pytest
from card_numbers import FORMS, NIK, ODD, everything, run, said
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

import p2wkss_analysis as p2
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, example_of, fields_of, tab_of
from p2wkss_analysis.disclosure.privacy import NoKey


def test_the_search_itself_sees_every_dress():
    for name, form in (FORMS | ODD).items():
        assert NIK in said(f"a {form} b"), name
        assert NIK in said(json.dumps([form])) and NIK in said(f"<p>{html.escape(form)}</p>"), name
    assert said(f"<b>{NIK[:5]}</b><b id='77'>{NIK[5:]}</b>") and not said("32 76 01 und 55 03")


class Filled:
    """The template of Depok, filled line by line like its example."""

    def __init__(self, path):
        self.path, self.book = p2.write_template(path, "32.76"), openpyxl.load_workbook(path)
        self.last = {"villages": FIRST_DATA_ROW + 62, "sites": FIRST_DATA_ROW + 8}

    def sheet(self, name: str):
        return self.book[tab_of(name).say("id")]

    def row(self, sheet: str, **cells) -> int:
        row = self.last[sheet] = self.last.get(sheet, FIRST_DATA_ROW - 1) + 1
        for f in fields_of(sheet):
            value = f.get("example") if f["type"] in ("number", "integer") else example_of(f, "id")
            self.put(sheet, row, f["name"], cells.get(f["name"], value))
        return row

    def put(self, sheet: str, row: int, column: str, value) -> None:
        place = next(c.column for c in self.sheet(sheet)[1] if c.value == column)
        cell = self.sheet(sheet).cell(row, place)
        cell.value = None if value == "" else value
        if isinstance(value, str):
            cell.data_type = "s"

    def save(self):
        self.book.save(self.path)
        return self.path


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A workbook with the number in every sheet, in every dress and in every corner a file has, its name included."""
    office = Filled(tmp_path_factory.mktemp("masuk") / f"kota_{ODD['children']}.xlsx")
    forms = [*FORMS.values(), *ODD.values()]
    for number, form in enumerate(forms):
        office.row("villages", year=1990 + number, slum_source=form, note=form)
        office.row("sites", year=1990 + number, decree=form, choice_note=form, note=form)
        office.row("neighbourhoods", rt=number + 1, source=form, note=form)
        office.row("households", household_id=f"KK-{number}" if number else form, no_kk=form, note=form, water_source=form)
        words = dict.fromkeys(("activity", "target_unit", "obstacle", "follow_up", "note"), form)
        office.row("deliveries", delivery_no=number + 1, agency=f"Dinas {form}", household_id="", **words)
        office.row("scores", note=form, item=form if number else "")
    office.row("villages", village_code=NIK, year=int(NIK), households=int(NIK), expenditure_rupiah_person_month=int(NIK))
    office.row("sites", village_code=FORMS["dots"], year=2024, rw=int(NIK), planned_households=NIK)
    office.row("households", household_id=int(NIK), no_kk=int(NIK), members=int(NIK), interview_date=NIK)
    office.put("settings", FIRST_DATA_ROW + 1, "value", NIK)
    sites = office.sheet("sites")
    sites.cell(1, 40).value = NIK  # as the heading of a column
    sites.cell(7, 41).value = FORMS["dashes"]  # in a column without heading
    for number, form in enumerate(ODD.values()):
        sites.cell(1, 42 + number).value = form
        sites.cell(8 + number, 41).comment = Comment(form, form)
        if not re.search(r"[\[\]:*?/\\]|[^ -~]{9}", form) and len(form) < 31:
            office.book.create_sheet(form)["B2"] = form
    sites["B6"].comment = Comment(NIK, NIK)
    sites["C6"].hyperlink = f"https://example.org/{ODD['address']}"
    sites["C7"] = f'="{NIK}"'
    sites.oddHeader.center.text = sites.evenFooter.left.text = ODD["wide"]
    choice = DataValidation("list", formula1=f'"{NIK},{ODD["sign ·"]}"')
    choice.add("D7")
    sites.add_data_validation(choice)
    office.book.defined_names["nik"] = DefinedName("nik", attr_text=f'"{NIK}"')
    office.book.custom_doc_props.append(StringProperty(name=f"nik {NIK}", value=ODD["fields"]))
    office.book.create_sheet(NIK)["B2"] = FORMS["spaces"]
    office.book.create_sheet("Catatan")["A1"] = int(NIK)
    office.book.worksheets[0]["A1"] = NIK
    office.book.properties.title = office.book.properties.creator = office.book.properties.keywords = ODD["children"]
    return office.save()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{file}", "--key", "{key}"),
        ("check", "{file}", "--key", "{key}", "--json"),
        ("check", "{file}", "--key", "{key}", "--marked", "{out}/tanda.xlsx"),
        ("check", "{file}"),
        ("report", "--data", "{file}", "--key", "{key}", "--out", "{out}"),
        ("report", "--data", "{file}", "--out", "{out}"),
        ("papers", "{file}", "--key", "{key}", "--out", "{out}"),
        ("explorer", "--data", "{file}", "--key", "{key}", "--out", "{out}/p.html"),
        ("score", "{file}", "--key", "{key}", "--out", "{out}/s.csv", "--json"),
        ("target", "{file}", "--need", "slum_area_ha=higher", "--out", "{out}/t.csv"),
        ("households", "{file}", "--n", "3", "--score", "members", "--out", "{out}/h.csv"),
        ("draw", "{file}", "--n", "1", "--seed", "1"),
        ("impact", "{file}", "--outcome", "slum_area_ha", "--better", "lower"),
        ("plan", "{file}", "--outcome", "slum_area_ha", "--better", "lower"),
        ("map", "--table", "{file}", "--column", "slum_area_ha", "--out", "{out}/m.svg"),
        ("collect", "{folder}", "--out", "{out}/r.xlsx"),
        ("collect", "{folder}", "--json"),
        ("import", "{file}", "--suggest", "households", "--mapping", "{out}/m.json"),
    ],
    ids=lambda a: " ".join(a).replace("{", "").replace("}", ""),
)
def test_no_command_says_a_number_of_a_workbook_full_of_them(planted, key, tmp_path, arguments, monkeypatch):
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    given = [a.format(file=planted, folder=planted.parent, key=key, out=tmp_path) for a in arguments]
    code, text = run(*given, lang="en" if "--json" in arguments else "id")
    assert not said(everything(tmp_path, text)), text[:2000]
    assert key.read_text().strip() not in everything(tmp_path, text)
    assert code in (1, 2) or arguments[0] == "import", (code, text[:500])


def test_every_odd_spelling_is_named_as_a_fault(planted, key):
    """In each column of notes, one fault for each spelling; the number of the faults does not depend on what is shown."""
    faults = p2.check(planted, key=key).faults
    for sheet in ("villages", "sites", "neighbourhoods", "households", "deliveries", "scores"):
        there = faults[
            (faults["sheet"] == tab_of(sheet).say("id")) & (faults["column"] == "note") & faults["rule"].str.contains("NIK")
        ]
        assert len(there) >= len(FORMS) + len(ODD), sheet


def test_no_function_says_one_either(planted, key, tmp_path):
    checked = p2.check(planted, key=key, marked=tmp_path / "tanda.xlsx")
    found = p2.collect(planted.parent)
    needed = p2.enough_sites(found)
    texts = [
        pickle.dumps(checked).decode("latin-1"),
        pickle.dumps(found).decode("latin-1"),
        found.html(),
        checked.html(),
        repr(found),
        repr(checked),
        found.sentence("en"),
        checked.sentence("en"),
        needed.sentence("en"),
        *(t.to_csv() for t in checked.tables.values()),
    ]
    assert not said(everything(tmp_path, *texts))
    named = ("sites", "villages", "households", "deliveries", "neighbourhoods", "scores", "settings")
    assert {tab_of(sheet).say("id") for sheet in named} <= set(checked.faults["sheet"])


@pytest.mark.parametrize(
    "call",
    [
        lambda f, out: p2.report(out, data=f),
        lambda f, out: p2.explorer(out / "p.html", data=f),
        lambda f, out: p2.check(f),
    ],
    ids=["report", "explorer", "check"],
)
def test_without_a_key_nothing_is_read(planted, tmp_path, call):
    with pytest.raises(NoKey) as refused:
        call(planted, tmp_path)
    shown = "".join(traceback.format_exception(refused.value))
    assert not said(everything(tmp_path, shown, str(refused.value.args))) and not list(tmp_path.iterdir())
