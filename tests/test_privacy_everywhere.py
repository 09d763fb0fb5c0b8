"""Numbers of identity and family cards planted in everything a user can hand over: no command and no function says one.

What is searched: stdout, stderr, every file written (the parts of .xlsx, .docx and .png, the text of .pdf, pictures inside
pages), errors, their tables and tracebacks. The search knows nothing of how the package reads: of everything it keeps the
digits of every script and nothing else, with and without markup and escapes, and looks for the first twelve of a number.
"""

import base64
import contextlib
import html
import io
import json
import pickle
import re
import shutil
import traceback
import unicodedata
import zipfile
from dataclasses import replace
from urllib.parse import unquote

import openpyxl
import pandas as pd
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.errors import DataFaults, P2wkssError, WrongUse
from p2wkss_analysis.tables.privacy import NoKey, write_key
from p2wkss_analysis.tables.workbook_sheets import example_of, fields_of

NIK = "327601" + "550390" + "0001"  # of a woman: 40 is added to the day
FORMS = {
    "plain": NIK, "spaces": f"{NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]}", "dots": f"{NIK[:6]}.{NIK[6:12]}.{NIK[12:]}", "dashes": f"{NIK[:6]}-{NIK[6:12]}-{NIK[12:]}",
    "apostrophe": f"'{NIK}", "no-break": f"{NIK[:8]}\u00a0{NIK[8:]}", "sentence": f"NIK Ibu: {NIK}.",
}
OTHER = "327601" + "120471" + "0002"  # behind the first in one cell
PARTS = NIK[:4], NIK[4:8], NIK[8:12], NIK[12:]
ODD = {
    "children": " ".join(PARTS) + " 2 anak", "fields": ".".join((NIK[:2], NIK[2:4], NIK[4:6], NIK[6:10], NIK[10:12], NIK[12:])), "wide": "    ".join(PARTS),
    "two": " ".join((*PARTS, OTHER[:4], OTHER[4:8], OTHER[8:12], OTHER[12:])), "soft hyphen": "\u00ad".join(PARTS), "direction": "\u202e".join(PARTS),
    "arabic": NIK.translate({48 + d: 0x660 + d for d in range(10)}), "raised": NIK.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")), "glued": f"NIK{NIK}anak",
    "excel": f"{NIK[0]}.{NIK[1:15]}E+15", "long": f"{NIK}7", "too many": " ".join(PARTS) + "5", "marks": "\u0301".join(NIK), "break": "\n".join(PARTS),
    **{f"sign {sign}": sign.join(PARTS) for sign in ",|*+=;~·#"}, "address": "%20".join(PARTS),
    "letters": "x".join(PARTS), "lines of a page": "<br>".join(PARTS), "codes": "".join(f"&#{ord(digit)};" for digit in NIK), "circled": NIK.translate(str.maketrans("0123456789", "⓿❶❷❸❹❺❻❼❽❾")),
}
NAMED = " dan ".join(ODD[name] for name in ("children", "fields", "two", "soft hyphen", "sign ·", "excel", "too many", "address"))  # what a file may be called


def digits(text: str) -> str:
    left = re.sub(r"[\x00-/:-\x7f\ufffd]+", "", text)
    return left if left.isascii() else "".join(str(unicodedata.digit(sign, "")) for sign in left)


def said(text: str, numbers=(NIK, OTHER)) -> list[str]:
    """Which numbers stand in a text, in whatever dress."""
    bare = [digits(one) for one in (text, re.sub(r"<[^>]*>", "", html.unescape(html.unescape(text))), unquote(text), re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text))]
    return [n for n in numbers if any(n[:12] in one for one in bare)]


def test_the_search_itself_sees_every_dress():
    for name, form in (FORMS | ODD).items():
        assert NIK in said(f"a {form} b"), name
        assert NIK in said(json.dumps([form])) and NIK in said(f"<p>{html.escape(form)}</p>"), name
    assert said(f"<b>{NIK[:5]}</b><b id='77'>{NIK[5:]}</b>") and not said("32 76 01 und 55 03")


def inside(path) -> str:
    """All text of a file: of every part of an Office file, of every page of a PDF."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        return "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts = [name + parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
        return "\n".join(texts + [re.sub(r"<[^>]+>", "", text) for text in texts])  # a number may be split into runs
    text = data.decode("utf-8", "replace")
    inner = [base64.b64decode(found) for found in re.findall(r"base64,([A-Za-z0-9+/=]{40,})", text)]
    return "\n".join([text, *(one.decode("utf-8", "replace") for one in inner)])


def everything(folder, *texts: str) -> str:
    return "\n".join([*texts, *(path.name + inside(path) for path in sorted(folder.rglob("*")) if path.is_file())])


def run(*arguments, lang="id") -> tuple[int, str]:
    """Exit code and all that a command said."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(a) for a in arguments] + ["--lang", lang])
        except SystemExit as stop:
            code = stop.code
    return code, out.getvalue() + err.getvalue()


class Filled:
    """The template of Depok, filled line by line like its example."""

    def __init__(self, path):
        self.path, self.book = p2.write_template(path, "32.76"), openpyxl.load_workbook(path)
        self.last = {"villages": 67}

    def row(self, sheet: str, **cells) -> int:
        row = self.last[sheet] = self.last.get(sheet, 4) + 1
        for f in fields_of(sheet):
            value = f.get("example") if f["type"] in ("number", "integer") else example_of(f, "id")
            self.put(sheet, row, f["name"], cells.get(f["name"], value))
        return row

    def put(self, sheet: str, row: int, column: str, value) -> None:
        place = next(c.column for c in self.book[sheet][1] if c.value == column)
        cell = self.book[sheet].cell(row, place)
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
        office.row("deliveries", delivery_no=number + 1, agency=f"Dinas {form}", activity=form, household_id="", note=form)
        office.row("scores", note=form, item=form if number else "")
    office.row("villages", village_code=NIK, year=int(NIK), households=int(NIK), expenditure_rupiah_person_month=int(NIK))
    office.row("sites", village_code=FORMS["dots"], year=2024, rw=int(NIK), planned_households=NIK)
    office.row("households", household_id=int(NIK), no_kk=int(NIK), members=int(NIK), interview_date=NIK)
    office.put("settings", 6, "value", NIK)
    sites = office.book["sites"]
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
    office.book["guide"]["A1"] = NIK
    office.book.properties.title = office.book.properties.creator = office.book.properties.keywords = ODD["children"]
    return office.save()


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    return write_key(tmp_path_factory.mktemp("kunci") / "kota.key")


@pytest.fixture(autouse=True)
def _no_key_of_the_machine(monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)


# --- the city's workbook --------------------------------------------------------------------------------

@pytest.mark.parametrize("arguments", [
    ("check", "{file}", "--key", "{key}"), ("check", "{file}", "--key", "{key}", "--json"), ("check", "{file}", "--key", "{key}", "--marked", "{out}/tanda.xlsx"),
    ("check", "{file}"), ("report", "--data", "{file}", "--key", "{key}", "--out", "{out}"), ("report", "--data", "{file}", "--out", "{out}"),
    ("explorer", "--data", "{file}", "--key", "{key}", "--out", "{out}/p.html"), ("score", "{file}", "--key", "{key}", "--out", "{out}/s.csv", "--json"),
    ("target", "{file}", "--need", "slum_area_ha=higher", "--out", "{out}/t.csv"), ("households", "{file}", "--n", "3", "--score", "members", "--out", "{out}/h.csv"),
    ("draw", "{file}", "--n", "1", "--seed", "1"), ("impact", "{file}", "--outcome", "slum_area_ha", "--better", "lower"),
    ("plan", "{file}", "--outcome", "slum_area_ha", "--better", "lower"), ("map", "--table", "{file}", "--column", "slum_area_ha", "--out", "{out}/m.svg"),
    ("collect", "{folder}", "--out", "{out}/r.xlsx"), ("collect", "{folder}", "--json"),
    ("import", "{file}", "--suggest", "households", "--mapping", "{out}/m.json"),
], ids=lambda a: " ".join(a).replace("{", "").replace("}", ""))
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
        there = faults[(faults["sheet"] == sheet) & (faults["column"] == "note") & faults["rule"].str.contains("NIK")]
        assert len(there) >= len(FORMS) + len(ODD), sheet


def test_no_function_says_one_either(planted, key, tmp_path):
    checked = p2.check(planted, key=key, marked=tmp_path / "tanda.xlsx")
    found = p2.collect(planted.parent)
    needed = p2.enough_sites(found)
    texts = [pickle.dumps(checked).decode("latin-1"), pickle.dumps(found).decode("latin-1"), found.html(), checked.html(), repr(found), repr(checked),
             found.sentence("en"), checked.sentence("en"), needed.sentence("en"), *(t.to_csv() for t in checked.tables.values())]
    assert not said(everything(tmp_path, *texts))
    assert {"sites", "villages", "households", "deliveries", "neighbourhoods", "scores", "settings"} <= set(checked.faults["sheet"])


@pytest.mark.parametrize("call", [
    lambda f, out: p2.report(out, data=f), lambda f, out: p2.explorer(out / "p.html", data=f), lambda f, out: p2.check(f),
], ids=["report", "explorer", "check"])
def test_without_a_key_nothing_is_read(planted, tmp_path, call):
    with pytest.raises(NoKey) as refused:
        call(planted, tmp_path)
    shown = "".join(traceback.format_exception(refused.value))
    assert not said(everything(tmp_path, shown, str(refused.value.args))) and not list(tmp_path.iterdir())


# --- a workbook in order, whose cards are where they belong ---------------------------------------------

@pytest.fixture(scope="module")
def city(tmp_path_factory, key):
    """A small synthetic city with card numbers that look real, in a file and folder whose names hold others, and all the numbers."""
    made = p2.simulate_city("36.72", assisted=20, card_numbers=True, seed=3)
    households = made.tables["households"].copy()
    households["no_kk"] = ("367201" + "150490" + households["no_kk"].str[-4:]).where(households["no_kk"].notna())
    (folder := tmp_path_factory.mktemp("kota") / f"kota {ODD['wide']}").mkdir()
    path = replace(made, tables=made.tables | {"households": households}).write(folder / f"cilegon {NAMED}.xlsx")
    return path, [*households["no_kk"].dropna().unique(), NIK, OTHER]


def test_cards_become_pseudonyms_in_every_format_of_the_report(city, key, tmp_path):
    path, cards = city
    assert len(cards) >= 40
    code, text = run("report", "--data", path, "--key", key, "--out", tmp_path, "--format", "html", "--format", "docx", "--format", "xlsx", "--format", "pdf")
    assert code == 0, text
    assert {p.suffix for p in tmp_path.iterdir()} >= {".html", ".docx", ".xlsx", ".pdf"}
    written = everything(tmp_path, text)
    assert not said(written, cards) and not re.search(r"KK-[0-9a-f]{20}", written), "the report holds no single household"
    assert key.read_text().strip() not in written


@pytest.mark.parametrize("arguments", [
    ("check", "{file}", "--key", "{key}", "--marked", "{out}/tanda.xlsx"), ("score", "{file}", "--key", "{key}", "--out", "{out}/s.csv", "--json"),
    ("explorer", "--data", "{file}", "--key", "{key}", "--out", "{out}/p.html"), ("collect", "{folder}", "--out", "{out}/r.xlsx"),
], ids=lambda a: a[0])
def test_cards_stay_inside_with_every_other_command(city, key, tmp_path, arguments):
    path, cards = city
    code, text = run(*(a.format(file=path, folder=path.parent, key=key, out=tmp_path) for a in arguments))
    assert code == 0, text
    assert not said(everything(tmp_path, text), cards) and key.read_text().strip() not in everything(tmp_path, text)


def test_a_map_says_none_of_what_its_title_and_names_hold(city, key, tmp_path):
    path, cards = city
    code, text = run("map", "--table", path, "--column", "slum_area_ha", "--title", ODD["fields"], "--label", ODD["sign ·"], "--source", ODD["wide"], "--unit", ODD["children"],
                     "--out", tmp_path / "m.svg")
    assert not said(everything(tmp_path, text), cards), text


# --- open tables and exports ----------------------------------------------------------------------------

def csv(path, text: str):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("where, form", [("heading", FORMS["plain"]), ("key", FORMS["dashes"]), ("number", FORMS["plain"]), *(("other column", form) for form in FORMS.values())],
                         ids=lambda text: re.sub(r"\d", "#", text))
def test_open_tables_with_such_a_number_are_refused_by_cell(tmp_path, form, where):
    (tmp_path / "masuk").mkdir()
    out = tmp_path / "keluar"
    out.mkdir()
    table = pd.DataFrame({"area_code": [f"32.76.11.100{n}" for n in range(1, 8)], "year": 2020, "poor": range(7), "household_id": [f"K{n}" for n in range(7)], "rt": "01",
                          "programme_year": "", "name": "x", "ya": "ya"}).astype(object)
    if where == "heading":
        table[form] = "x"
    else:
        table.loc[3, {"other column": "name", "key": "household_id", "number": "poor"}[where]] = form
    file = tmp_path / "masuk" / "calon.csv"
    table.to_csv(file, index=False, sep=";")
    for arguments in (("target", file, "--need", "poor=higher", "--out", out / "t.csv"), ("draw", file, "--n", 2, "--seed", 1, "--out", out / "d.txt"),
                      ("households", file, "--n", 2, "--score", "poor", "--per-group", "rt=0:5", "--quota", "ya=0:", "--out", out / "h.csv", "--public", out / "p.csv"),
                      ("impact", file, "--outcome", "poor", "--better", "lower", "--ledger", out / "l.csv"), ("plan", file, "--outcome", "poor", "--better", "lower"),
                      ("map", "--table", file, "--column", "poor", "--inside", "32.76", "--out", out / "m.svg")):
        code, text = run(*arguments)
        assert code in (1, 2) and not said(everything(out, text)), (arguments[0], text[:800])
        code, text = run(*arguments, *(["--json"] if arguments[0] != "map" else []), lang="en")
        assert not said(everything(out, text)), (arguments[0], text[:800])


def test_odd_spellings_in_an_open_table_are_refused_all_at_once(tmp_path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "keluar").mkdir()
    odd = list(ODD.values())
    codes = [f"32.76.11.1{n:03d}" for n in range(1, len(odd) + 1)]
    table = pd.DataFrame({"area_code": codes, "poor": range(len(odd)), "household_id": [f"K{n}" for n in range(len(odd))], "rt": "01", "name": odd})
    file = tmp_path / "masuk" / f"calon {ODD['children']}.csv"
    table.to_csv(file, index=False, sep=";")
    for arguments in (("target", file, "--need", "poor=higher", "--out", tmp_path / "keluar" / "t.csv"), ("draw", file, "--n", 1, "--seed", 1),
                      ("households", file, "--n", 2, "--score", "poor", "--out", tmp_path / "keluar" / "h.csv")):
        code, text = run(*arguments, *([] if arguments[0] == "households" else ["--json"]))
        assert code == 1 and not said(everything(tmp_path / "keluar", text)), (arguments[0], text[:800])
        assert text.count("[•••]") >= len(odd) or arguments[0] == "households"
    for column in ("household_id", "rt"):
        for form in odd:
            with pytest.raises(WrongUse) as refused:
                p2.select_households(table.drop(columns="name").assign(**{column: [form, *table[column][1:]]}), 2, "poor").public("rt")
            assert not said(str(refused.value)), form


def test_a_seed_that_is_printed_is_no_number_of_a_person(tmp_path):
    for seed in (NIK, f"{OTHER}12"):
        for arguments in (("draw", "32.76.11.1001", "32.76.11.1002", "--n", 1, "--out", tmp_path / "b.txt"), ("draw", "32.76.11.1001", "--n", 1, "--json"),
                          ("simulate", "--out", tmp_path / "a.csv"), ("impact",), ("notebook", "--out", tmp_path / "a.ipynb")):
            code, text = run(*arguments, "--seed", seed)
            assert code == 2 and not said(everything(tmp_path, text)) and "NIK" in text, (arguments[0], text)
    with pytest.raises(WrongUse):
        p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, int(NIK))


@pytest.mark.parametrize("form", [*FORMS.values(), *ODD.values()], ids=[*FORMS, *ODD])
def test_minutes_and_pictures_say_none(form):
    drawn = p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, 7)
    assert not said(drawn.minutes("id", names={"32.76.11.1001": form}, place=form) + drawn.minutes("en", names={"32.76.11.1002": form}, place=form))
    from p2wkss_analysis.pictures.picture import Block, Entry, page

    picture, _ = page(title=form, notes=[form, "sumber"], body=1, legend=(Block(form, (Entry(form),)),))
    picture.carry(pd.DataFrame({"a": [1]}), id=form, en=form)
    assert not said(picture.svg("id") + picture.svg("en") + repr(picture))
    buffer = io.BytesIO()
    picture.savefig(buffer, format="svg", metadata={"Date": None})
    assert not said(buffer.getvalue().decode("utf-8"))


def test_households_by_function(tmp_path):
    table = pd.DataFrame({"household_id": [*FORMS.values()][:6], "need": range(6), "rt": "01"})
    for one in FORMS.values():
        with pytest.raises(WrongUse) as refused:
            p2.select_households(table.assign(household_id=[one, *"abcde"]), 2, "need")
        assert not said(str(refused.value) + refused.value.sentence("en") + str(refused.value.args))
    plain = table.assign(household_id=[f"KK-{n}" for n in range(6)])
    with pytest.raises(WrongUse) as refused:
        p2.select_households(plain, 2, "need", include={NIK: "promised"})
    assert not said(str(refused.value))
    with pytest.raises(WrongUse) as refused:
        p2.select_households(plain.assign(rt=NIK), 2, "need").public("rt")
    assert not said(str(refused.value))
    assert p2.select_households(plain, 2, "need").table()["household_id"].tolist() == ["KK-5", "KK-4", "KK-3", "KK-2", "KK-1", "KK-0"]  # as given


def test_minutes_of_a_draw_are_public():
    drawn = p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, 7)
    assert not said(drawn.minutes("id", names={"32.76.11.1001": FORMS["dots"], "32.76.11.1002": NIK}))


def test_long_decimals_are_numbers_and_no_cards(tmp_path):
    table = pd.DataFrame({"area_code": [f"32.76.11.100{n}" for n in range(1, 8)], "poor": [NIK[:2] + "." + NIK[2:]] * 3 + ["0.8333333333333334"] * 4, "other": "12.760155039000012"})
    table.to_csv(tmp_path / "a.csv", index=False)
    code, text = run("target", tmp_path / "a.csv", "--need", "poor=higher", "--draws", "100")
    assert code == 0, text


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_export_keeps_its_numbers_to_itself(tmp_path, key, form):
    (tmp_path / "masuk").mkdir()
    out = tmp_path / "keluar"
    out.mkdir()
    export = csv(tmp_path / "masuk" / f"ekspor_{NIK}.csv", f"Data {form}\nno;NIK;Nomor KK;desa;rt;{form};ket\n1;{form};{form};3276111001;4;x;{form}\n2;{form};;3276111001;5;y;\n")
    rows = {"no": "household_id", "Nomor KK": "no_kk", "desa": "village_code", "rt": "rt", "ket": "note"}
    mapping = tmp_path / "masuk" / f"peta_{NIK}.json"
    mapping.write_text(json.dumps({"sheet": "households", "columns": rows, "constants": {"wave": "0", "assisted": "ya", "status": "interviewed"}}))
    for flag in ([], ["--json"]):
        target = out / f"kota{len(flag)}.xlsx"
        code, text = run("import", export, "--mapping", mapping, "--out", target, "--key", key, "--regency", "32.76", *flag)
        assert code in (0, 1) and target.exists() and not said(everything(out, text)), text
    assert run("import", export, "--mapping", mapping, "--out", out / "tanpa.xlsx")[0] == 2 and not (out / "tanpa.xlsx").exists()
    code, text = run("import", export, "--suggest", "households", "--mapping", out / "usul.json")
    assert not said(everything(out, text)), text
    for bad in ({"constants": {"note": form}}, {"columns": {"no": form}}, {form: 1}, {"values": {"note": {"a": form}}}, {"columns": {form: "note", "tidak ada": "rt"}}):
        mapping.write_text(json.dumps({"sheet": "households", "columns": {"no": "household_id"}} | bad))
        code, text = run("import", export, "--mapping", mapping, "--out", out / "salah.xlsx")
        assert code == 2 and not said(everything(out, text)), (bad, text)


# --- the command line and the errors themselves ---------------------------------------------------------

@pytest.mark.parametrize("arguments", [
    ("check", NIK), ("check", f"{NIK}.xlsx"), ("report", "--data", f"{NIK}.xlsx", "--out", "."), ("target", f"{NIK}.csv", "--need", "a=higher"), ("target", "--regency", NIK),
    ("target", "--need", f"{NIK}=x"), ("draw", NIK, "--n", "1", "--seed", "1"), ("draw", "32.76.11.1001", NIK, "--n", "1", "--seed", "1"), ("map", "--indicator", NIK, "--out", "a.png"),
    ("template", f"{NIK}/a.xlsx", "--regency", NIK), ("simulate", "--out", f"/dev/null/{NIK}.csv"), ("simulate", "--out", "a.csv", "--places", NIK), ("collect", NIK),
    ("households", "a.csv", "--n", NIK, "--score", NIK), ("import", f"{NIK}.csv", "--mapping", f"{NIK}.json", "--out", "x.xlsx"), ("key", f"/dev/null/{NIK}"), (NIK,),
    ("score", f"{NIK}.xlsx"), ("explorer", "--data", f"{NIK}.xlsx", "--out", f"{NIK}.html"), ("check", "--lang", NIK),
], ids=lambda a: a[0] + " " + "".join("#" if NIK in part else part for part in a[1:]))
def test_what_was_typed_is_not_repeated(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    code, text = run(*arguments)
    assert code == 2 and not said(text), text


@pytest.mark.parametrize("form", ODD.values(), ids=ODD)
def test_an_odd_spelling_that_was_typed_is_not_repeated_either(form, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for arguments in (("check", f"{form}.xlsx"), ("target", "--need", f"{form}=x"), ("draw", "32.76.11.1001", form, "--n", "1", "--seed", "1"), ("map", "--indicator", form, "--out", "a.png"),
                      ("template", "a.xlsx", "--regency", form), ("households", "a.csv", "--n", form, "--score", form), ("key", f"/dev/null/{form}"), ("check", "--lang", form)):
        code, text = run(*arguments)
        assert code == 2 and not said(text), (arguments[0], text)


def test_an_unexpected_error_is_shown_without_the_number(monkeypatch, tmp_path):
    def broken(options):
        raise KeyError(FORMS["plain"])

    monkeypatch.setattr("p2wkss_analysis.commands.workbook.write_workbook", broken)
    code, text = run("template", tmp_path / "a.xlsx")
    assert code == 2 and "KeyError" in text and not said(text)
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    code, text = run("template", tmp_path / "a.xlsx")
    assert code == 2 and "Traceback" in text and "[•••]" in text and not said(text)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_error_can_carry_one(form):
    error = P2wkssError(id=f"isi {form}", en=f"value {form}")
    faults = DataFaults([p2.errors.Fault(f"{form}.csv", form, 3, form, "", form, f"aturan {form}", f"perbaikan {form}")])
    for one in (error, faults):
        assert not said(str(one) + one.sentence("en") + repr(one) + str(one.args) + pickle.dumps(one.args).decode("latin-1"))
    assert not said(faults.table().to_csv() + str(faults.faults))


def test_json_keeps_long_decimals_and_masks_texts():
    from p2wkss_analysis.commands.show import records

    table = pd.DataFrame({"share": [0.8333333333333334], "big": [float(NIK)], "whole": [int(NIK)], "text": [FORMS["spaces"]], NIK: ["x"]})
    text = records(table)
    assert not said(text) and json.loads(text)[0]["share"] == 0.8333333333333334


# --- the key --------------------------------------------------------------------------------------------

def test_the_key_is_never_said_and_never_inside_a_project(tmp_path, monkeypatch, city):
    path, _ = city
    project = tmp_path / "proyek"
    (project / ".git").mkdir(parents=True)
    code, text = run("key", project / "kota.key")
    assert code == 2 and not (project / "kota.key").exists()
    good = tmp_path / "luar.key"
    code, text = run("key", good)
    secret = good.read_text().strip()
    assert code == 0 and re.fullmatch(r"[0-9a-f]{64}", secret) and secret not in text and good.stat().st_mode & 0o077 == 0
    shutil.copy(good, project / "kota.key")
    for arguments in (("check", path, "--key", project / "kota.key"), ("report", "--data", path, "--key", project / "kota.key", "--out", tmp_path / "o")):
        code, text = run(*arguments)
        assert code == 2 and secret not in text and "repositori" in text
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(project / "kota.key"))
    assert run("check", path)[0] == 2
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(good))
    checked = p2.check(path)
    assert checked.ok and secret not in pickle.dumps(checked).decode("latin-1")
