"""Forms for the phone: the dictionary asked once, its ranges held, families by id alone, and accepted by those who read XLSForm."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import city_dictionary
from p2wkss_analysis.forms.families import to_revisit
from p2wkss_analysis.forms.form import SHEETS
from p2wkss_analysis.forms.question import ASKED, LISTED, MARK, OF_PHONE, xml_name
from p2wkss_analysis.forms.scorecard import asked_fields
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.profiles.profile import known_profiles
from p2wkss_analysis.tables.workbook.check import READINGS, Checked
from p2wkss_analysis.tables.workbook.filled import as_read

NIK = "".join(map(str, (3, 2, 7, 6, 0, 1, 5, 5, 0, 3, 8, 0, 0, 0, 0, 7)))
KINDS = [
    ("households", "baseline"),
    ("households", "endline"),
    ("households", "follow-up"),
    ("neighbourhoods", None),
    ("deliveries", None),
    ("scores", None),
]
KRPPA = known_profiles()["krppa"]
CURUG, MAMPANG = "32.76.10.1006", "32.76.01.1008"


def family(number: int, wave: int = 0, status: str = "interviewed", **other) -> dict:
    row = dict(
        household_id=f"KK-{number:04d}",
        wave=wave,
        village_code=CURUG,
        rw=2,
        rt=1 + number % 2,
        assisted=number < 4,
        status=status,
    )
    return row | other


def workbook(households=(), regency="32.76", **sheets) -> Checked:
    """A workbook as `check` gives it, without the file."""
    given = {"households": pd.DataFrame(list(households)), **sheets}
    tables = {name: as_read(name, given.get(name, pd.DataFrame())) for name in city_dictionary().names()}
    settings = {"regency_code": regency} if regency else {}
    return Checked("kota.xlsx", tables, pd.DataFrame(columns=["sheet"]), pd.DataFrame(columns=READINGS), settings)


ROWS = (
    *(family(n) for n in range(1, 6)),
    family(6, status="refused"),
    family(7, rw=None),
    family(8, village_code=MAMPANG, rt=4),
    family(5, 1, status="dissolved"),
    family(4, 1),
    family(9, household_id="Siti Aminah"),
    family(10, household_id=NIK),
)


class Written:
    """A form as a reader of XLSForm sees it."""

    def __init__(self, path: Path):
        self.path, book = path, openpyxl.load_workbook(path)
        self.survey, self.choices, (self.settings,) = (_rows(book[name]) for name in ("survey", "choices", "settings"))
        self.by_name = {row["name"]: row for row in self.survey}

    def offered(self, name: str) -> list[dict]:
        return [row for row in self.choices if row["list_name"] == name]


def _rows(sheet) -> list[dict]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [{head: cell or "" for head, cell in zip(heads, row, strict=True)} for row in rows]


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> dict:
    folder, book = tmp_path_factory.mktemp("formulir"), workbook(ROWS)
    return {kind: Written(p2.write_form(folder / f"{kind[0]}_{kind[1]}.xlsx", book, *kind).path) for kind in KINDS}


# --- the dictionary, asked once ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_column_that_is_not_the_offices_stands_in_the_form_once_with_the_words_of_the_dictionary(forms, kind):
    form = forms[kind]
    names = [row["name"] for row in form.survey]
    assert len(names) == len(set(names))
    columns = {xml_name(f["name"]): f for f in asked_fields(kind[0], KRPPA)}
    office = {name for name, f in columns.items() if "privacy" in f or f.get("filled_by") == "office"}
    own = {name for name in names if not name.startswith((LISTED, ASKED))} - {"photo", MARK, *OF_PHONE}
    assert own == set(columns) - office
    for row in form.survey:
        column = columns.get(row["name"].removeprefix(ASKED).removeprefix(LISTED))
        if (
            column
            and row["label::Bahasa Indonesia (id)"]
            and not row["name"].startswith((LISTED, f"{ASKED}r", f"{ASKED}household_id"))
        ):
            assert (
                row["label::Bahasa Indonesia (id)"] == column["label"]["id"]
                and row["label::English (en)"] == column["label"]["en"]
            )
        if column and column.get("categories") and row["type"] != "calculate":
            offered = form.offered(row["type"].removeprefix("select_one "))
            assert [c["name"] for c in offered] == [c["value"] for c in column["categories"]]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_constraints_are_the_ranges_of_the_dictionary_and_are_said_in_both_languages(forms, kind):
    for column in asked_fields(kind[0], KRPPA):
        name, rules = xml_name(column["name"]), column.get("constraints", {})
        rows = [
            row
            for row in forms[kind].survey
            if row["name"] in (name, ASKED + name) and row["type"] in ("integer", "decimal", "date")
        ]
        for row in rows:
            limits = dict(re.findall(r"\. ([<>]=) (?:date\(')?([\d-]+)", row["constraint"]))
            assert limits == {sign: str(rules[end]) for sign, end in ((">=", "minimum"), ("<=", "maximum")) if end in rules}
            if "not_above" in column:
                assert f". <= ${{{xml_name(column['not_above'])}}}" in row["constraint"]
            if row["constraint"]:
                said = row["constraint_message::Bahasa Indonesia (id)"], row["constraint_message::English (en)"]
                assert all(said) and said[0] != said[1] and "{" not in "".join(said)
            if "unit" in column:
                assert (
                    column["unit"]["id"] in row["hint::Bahasa Indonesia (id)"]
                    and column["unit"]["en"] in row["hint::English (en)"]
                )


def test_the_form_fills_in_wave_and_date_and_asks_only_a_family_that_answers(forms):
    form = forms["households", "endline"]
    assert form.by_name["wave"]["calculation"] == "1" and form.by_name["interview_date"]["type"] == "today"
    assert "${status}" in form.by_name["members"]["relevant"] and not form.by_name["note"]["relevant"]
    assert form.by_name["under_five_weighed"]["calculation"] == "if(${under_five} = 0, 0, ${asked_under_five_weighed})"
    assert "${under_five} > 0" in form.by_name["asked_under_five_weighed"]["relevant"]


# --- places and families ------------------------------------------------------------------------------------


def test_places_are_choices_that_depend_on_each_other(forms):
    form = forms["households", "baseline"]
    assert len(form.offered("village")) == 63 and len(form.offered("district")) == 11
    assert form.by_name["village_code"]["choice_filter"] == "district = ${listed_district}"
    curug = [(c["rw"], c["name"]) for c in form.offered("rt") if c["village_code"] == CURUG]
    assert curug == [("2", "1"), ("2", "2"), ("none", "2")]
    assert [c["name"] for c in form.offered("rw")].count("other") == 1  # an RT that nobody has listed can be typed


def test_families_to_revisit_are_those_interviewed_and_not_yet_seen_in_this_wave(forms, tmp_path):
    offered = {c["name"]: c for c in forms["households", "endline"].offered("family")}
    assert set(offered) == {"KK-0001", "KK-0002", "KK-0003", "KK-0007", "KK-0008", "other"}
    first = offered["KK-0001"]
    assert first["label::English (en)"] == "KK-0001, RT 2 RW 2" and first["assisted"] == "yes" and first["village_code"] == CURUG
    assert offered["KK-0007"]["rw"] == "none" and offered["KK-0008"]["assisted"] == "no"
    told = p2.write_form(tmp_path / "a.xlsx", workbook(ROWS), wave="endline").sentence("en")
    for part in ("Families to revisit: 5", "identity number: 2", "already visited in this wave: 2", "never interviewed: 1"):
        assert part in told
    assert "KK-0004" in set(to_revisit(workbook(ROWS).tables["households"], 2).rows["household_id"])  # seen in wave 1, not in 2


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_no_form_carries_a_number_of_a_card_or_a_name(forms, kind):
    form = forms[kind]
    cells = " ".join(str(cell) for rows in (form.survey, form.choices, [form.settings]) for row in rows for cell in row.values())
    assert NIK not in re.sub(r"\D", "", cells.replace("-", " ")) and NIK not in cells and "Siti" not in cells
    assert "no_kk" not in form.by_name


def test_a_workbook_with_numbers_planted_in_its_cells_gives_a_form_without_them(office, key, tmp_path):
    office.household(1, no_kk=NIK, note=NIK)
    office.row("households", household_id=NIK, wave=0, water_source=NIK)
    office.row("sites", note=NIK, decree=NIK)
    path = tmp_path / "form.xlsx"
    form = p2.write_form(path, office.save(), wave="endline", key=key)
    held = " ".join(str(c) for rows in (Written(path).survey, Written(path).choices) for row in rows for c in row.values())
    assert NIK not in held and NIK not in form.sentence("id") and "KK-0001" in held
    assert "1;" in form.sentence("en") and "`p2wkss check`" in form.sentence("en")


def test_text_that_is_typed_refuses_a_number_of_a_card(forms):
    rule = forms["households", "baseline"].by_name["note"]["constraint"]
    pattern = re.fullmatch(r"not\(regex\(\., '(.+)'\)\)", rule)[1]
    for text in (NIK, f"nomor {NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]} ibu", f"dua\nbaris {NIK}"):
        assert re.search(pattern, text)
    for text in ("32.76.10.1006 RT 001 RW 002", "KK-0001", "0812-3456-7890", "Rp1.250.000 pada 2025-03-01"):
        assert not re.search(pattern, text)


# --- little, and wrong --------------------------------------------------------------------------------------


def test_an_empty_workbook_gives_a_form_and_says_what_is_typed(tmp_path):
    form = p2.write_form(tmp_path / "a.xlsx", workbook(regency=None), wave="endline")
    assert form.families == 0 and len(form.missing) == 1
    assert Written(form.path).by_name["village_code"]["type"] == "text"
    no_city = p2.write_form(tmp_path / "b.xlsx", workbook(ROWS, regency=None), wave="endline")
    assert no_city.families == 0 and Written(no_city.path).by_name["household_id"]["type"] == "text"
    assert list(form.table("en")) == ["name", "label", "type", "constraint", "relevant"] and "Question" in form.text("en")


def test_what_cannot_be_asked_is_refused_in_words(tmp_path):
    for given in (
        {"wave": None},
        {"wave": "1"},
        {"sheet": "sites"},
        {"sheet": "deliveries", "wave": "baseline"},
        {"wave": "baseline", "profile": "rbi"},
    ):
        with pytest.raises(WrongUse):
            p2.write_form(tmp_path / "a.xlsx", workbook(), **given)
    with pytest.raises(WrongUse):
        p2.write_form(tmp_path / "a.csv", workbook(), wave="baseline")


def test_the_same_workbook_gives_the_same_file_and_another_choice_another_version(tmp_path, forms):
    again = p2.write_form(tmp_path / "a.xlsx", workbook(ROWS), wave="endline").path
    first = forms["households", "endline"]
    assert again.read_bytes() == first.path.read_bytes()
    fewer = Written(p2.write_form(tmp_path / "b.xlsx", workbook(ROWS[:3]), wave="endline").path)
    assert fewer.settings["version"] != first.settings["version"] and fewer.settings["form_id"] == first.settings["form_id"]


def test_the_command_says_what_it_wrote(office, tmp_path, capsys):
    assert main(["form", str(office.save()), "--wave", "baseline", "--out", str(tmp_path / "f.xlsx"), "--lang", "en"]) == 0
    assert "63 villages" in (out := capsys.readouterr().out) and "Upload it to KoboToolbox" in out
    assert main(["form", str(office.path), "--out", str(tmp_path / "g.xlsx")]) == 2 and "gelombang" in capsys.readouterr().err


# --- those who read XLSForm -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def converted(forms, tmp_path_factory) -> dict[tuple, Path]:
    """Each form as pyxform, which KoboToolbox and ODK Central use, makes an XForm of it."""
    xls2xform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")
    folder, found = tmp_path_factory.mktemp("xform"), {}
    for kind, form in forms.items():
        made = xls2xform.convert(form.path)
        assert not made.warnings, (kind, made.warnings)
        found[kind] = folder / f"{kind[0]}_{kind[1]}.xml"
        found[kind].write_text(made.xform, encoding="utf-8")
    return found


def test_pyxform_converts_every_form(converted):
    assert set(converted) == set(KINDS) and {sheet for sheet, _ in KINDS} == set(SHEETS)
    text = converted["households", "endline"].read_text(encoding="utf-8")
    assert 'lang="Bahasa Indonesia (id)"' in text and 'lang="English (en)"' in text


def test_odk_validate_accepts_every_form(converted):
    if not shutil.which("java"):
        pytest.skip("there is no Java, in which ODK Validate is written")
    import pyxform

    jar = Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"
    done = subprocess.run(["java", "-jar", str(jar), *map(str, converted.values())], capture_output=True, text=True, timeout=60)
    assert (done.stdout + done.stderr).count("Xform is valid") == len(KINDS), done.stdout[-2000:] + done.stderr[-2000:]
