"""Identity numbers planted in every corner of a workbook: none is in any output, and the copy can be worked on."""

import logging
import pickle
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment

from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, sheet_called
from p2wkss_analysis.disclosure.privacy import PSEUDONYM, NoKey, holds_identity_number, pseudonym, read_key
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.workbook.check import check

NIK = "327601" + "150390" + "0001"
SPACED = " ".join((NIK[:4], NIK[4:8], NIK[8:12], NIK[12:]))
OTHER = "327601" + "010180" + "0007"


def everything_in(path) -> str:
    """All texts of a workbook file, of every part of it, and its bytes' names."""
    with zipfile.ZipFile(path) as parts:
        return "\n".join(name + parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def outputs(checked) -> str:
    tables = [t.to_csv() for t in checked.tables.values()]
    sentences = [checked.sentence(lang) for lang in ("id", "en")]
    return "\n".join(
        [
            *tables,
            checked.faults.to_csv(),
            checked.readings.to_csv(),
            repr(checked),
            str(checked.settings),
            *sentences,
            pickle.dumps(checked).decode("latin-1"),
        ]
    )


def planted(office) -> None:
    office.row("households", no_kk=NIK, note=f"NIK {NIK}", household_id=NIK)
    office.household(2, no_kk=SPACED, water_source=NIK, members=NIK, village_code=NIK, interview_date=NIK)
    office.household(3, no_kk=NIK[:15])
    office.household(4, no_kk=int(OTHER[:15] + "0"))
    office.row("deliveries", agency=f"Dinas {SPACED}", amount_rupiah=int(NIK), household_id="")
    office.row("sites", decree=NIK)
    office.put("villages", FIRST_DATA_ROW, "slum_source", NIK)
    office.put("settings", FIRST_DATA_ROW + 1, "value", NIK)
    office.put("households", FIRST_DATA_ROW - 1, "no_kk", OTHER[:15])  # in the line of the example
    office.sheet("households").cell(1, 60).value = NIK  # as the name of a column
    office.sheet("households").cell(9, 61).value = NIK  # in a column without name
    office.book.create_sheet("Lain")["C3"] = f"{NIK[:6]}.{NIK[6:12]}.{NIK[12:]}"
    office.book.create_sheet(NIK)["A1"] = "x"
    office.book.worksheets[0]["A1"] = NIK
    office.sheet("households")["B8"].comment = Comment(NIK, NIK)
    office.book.properties.title = NIK
    office.sheet("households").oddHeader.center.text = NIK


def test_no_number_is_in_any_output(make_office, key, tmp_path, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    office = make_office(name=f"{NIK}.xlsx")
    planted(office)
    for lang in ("id", "en"):
        copy = tmp_path / f"copy_{lang}.xlsx"
        checked = check(office.save(), lang, key=key, marked=copy)
        said = outputs(checked) + everything_in(copy) + caplog.text + "".join(capsys.readouterr())
        for number in (NIK, SPACED, OTHER, NIK[:15], OTHER[:15], NIK[:12], NIK[6:]):
            assert number not in said, number[:6]
        for sheet in openpyxl.load_workbook(copy):
            assert not any(holds_identity_number(str(c.value)) for row in sheet.iter_rows() for c in row if c.value is not None)


def test_a_number_outside_its_column_is_a_fault_wherever_it_stands(office, key):
    planted(office)
    faults = check(office.save(), key=key).faults
    where = {(sheet_called(f.sheet) or f.sheet, f.column) for f in faults.itertuples()}
    for place in (
        ("households", "note"),
        ("households", "household_id"),
        ("households", "water_source"),
        ("households", "members"),
        ("households", "village_code"),
        ("households", "interview_date"),
        ("deliveries", "agency"),
        ("deliveries", "amount_rupiah"),
        ("sites", "decree"),
        ("villages", "slum_source"),
        ("settings", "value"),
        ("Lain", "C"),
        ("Petunjuk", "A"),
    ):
        assert place in where, place
    assert faults["cell"].is_unique or not faults.duplicated(["sheet", "cell"])[faults["cell"] != ""].any()


def test_the_column_of_cards_becomes_pseudonyms_and_says_so(office, key):
    office.household(1, no_kk=NIK)
    office.household(1, 1, no_kk=SPACED)
    office.household(2, no_kk=OTHER)
    checked = check(office.save(), key=key)
    assert checked.ok, checked.faults.to_string()
    cards = checked.tables["households"]["no_kk"]
    assert cards.tolist() == [pseudonym(NIK, read_key(key))] * 2 + [pseudonym(OTHER, read_key(key))]
    assert cards.str.fullmatch(PSEUDONYM).all() and checked.pseudonyms == 3
    assert "kode samaran: 3" in checked.sentence("id") and "pseudonyms: 3" in checked.sentence("en")


def test_without_a_key_nothing_is_read(office, monkeypatch, tmp_path):
    office.household(1, no_kk=NIK)
    office.save()
    read = []
    monkeypatch.setattr("p2wkss_analysis.tables.xlsx.reading.Book.cells", lambda self, name: read.append(name))
    with pytest.raises(NoKey) as caught:
        check(office.path, marked=tmp_path / "copy.xlsx")
    assert read == [] and not (tmp_path / "copy.xlsx").exists()
    for lang in ("id", "en"):
        assert "P2WKSS_KEY_FILE" in caught.value.sentence(lang) and NIK not in caught.value.sentence(lang)


def test_without_cards_no_key_is_needed(office, key, tmp_path):
    office.household(1)
    assert check(office.save()).ok
    office.household(2, no_kk=NIK)
    check(office.save(), key=key, marked=tmp_path / "copy.xlsx")
    assert check(tmp_path / "copy.xlsx").ok  # a colleague without the key can work on the copy


@pytest.mark.parametrize("typed", [NIK[:15], NIK + "1", "tidak ada", "KK-123", "-"])
def test_what_is_no_card_number_is_a_fault_that_does_not_show_it(office, key, typed):
    office.household(1, no_kk=typed)
    checked = check(office.save(), key=key)
    assert checked.faults["column"].tolist() == ["no_kk"] and typed not in checked.faults["value"].item()
    assert not typed.isdigit() or typed not in outputs(checked)
    assert checked.tables["households"]["no_kk"].isna().all()


def test_a_card_number_held_as_a_number_has_lost_its_last_digit(office, key):
    office.household(1, no_kk=int(NIK[:15] + "0"))
    assert check(office.save(), key=key).faults["column"].tolist() == ["no_kk"]


def test_the_marked_copy_can_be_mended_and_checked_again(office, key, tmp_path):
    office.household(1, no_kk=NIK, members="empat", floor_area_m2=36.125, interview_date="2025-03-05")
    office.household(2, no_kk=OTHER)
    copy = tmp_path / "copy.xlsx"
    first = check(office.save(), key=key, marked=copy)
    assert first.marked == copy and not first.ok
    book = openpyxl.load_workbook(copy)
    cell = book["Keluarga"].cell(FIRST_DATA_ROW, office.place("households", "members"))
    assert cell.comment is not None and "Tulis angkanya" in cell.comment.text and cell.fill.fgColor.rgb.endswith("FFD6CC")
    assert cell.value == "empat"
    cell.value, cell.comment = 4, None
    book.save(copy)
    again = check(copy, key=key, marked=tmp_path / "second.xlsx")
    assert openpyxl.load_workbook(tmp_path / "second.xlsx").sheetnames == book.sheetnames
    assert again.ok, again.faults.to_string()
    assert again.tables["households"]["no_kk"].tolist() == first.tables["households"]["no_kk"].tolist() and again.pseudonyms == 0


def test_the_copy_holds_every_cell_as_typed_and_the_list_of_faults(office, key, tmp_path):
    office.household(1, members="empat", note="=1+1", floor_area_m2=36.125)
    office.book.create_sheet("Lain")["B2"] = "=SUM(A1)"
    office.book["Lain"]["C3"] = "bel & <b>"
    copy = tmp_path / "copy.xlsx"
    checked = check(office.save(), "en", marked=copy)
    ours, theirs = openpyxl.load_workbook(office.path), openpyxl.load_workbook(copy)
    assert theirs.sheetnames == ["faults", *ours.sheetnames]
    for name in ("Pengaturan", "Desa-Kelurahan", "Keluarga"):
        for row in ours[name].iter_rows():
            for cell in row:
                other = theirs[name].cell(cell.row, cell.column)
                assert (other.value or None) == (cell.value or None) or str(other.value) == str(cell.value), cell.coordinate
                assert other.data_type != "f"
    listed = [row[4:7] for row in theirs["faults"].iter_rows(min_row=4, values_only=True)]
    assert [r[1] for r in listed] == checked.faults["rule"].tolist()


def test_a_killed_run_leaves_the_earlier_copy_whole(office, tmp_path, monkeypatch):
    office.household(1, members="empat")
    copy = tmp_path / "copy.xlsx"
    check(office.save(), marked=copy)
    earlier = copy.read_bytes()
    office.household(2, members="lima")
    with pytest.raises(WrongUse, match="copy.xlsx"):  # it may hold corrections
        check(office.save(), marked=copy)
    monkeypatch.setattr("os.link", lambda *a: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        check(office.save(), marked=tmp_path / "second.xlsx")
    assert copy.read_bytes() == earlier and not (tmp_path / "second.xlsx").exists() and list(tmp_path.glob(".p2wkss-*")) == []
