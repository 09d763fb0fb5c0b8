"""What a clerk sees: faults of one kind in one line, worst first, at most a screen; and no cell changed in silence."""

import re
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.tables.workbook.check import check

sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))

import clerk


@pytest.fixture(scope="module")
def depok(tmp_path_factory):
    return p2.simulate_city("32.76", assisted=15, seed=2).write(tmp_path_factory.mktemp("depok") / "kota.xlsx", "id")


def test_a_cell_typed_otherwise_comes_out_as_it_was_and_is_listed_or_is_a_fault_that_offers_both(depok):
    done = clerk.mutate(depok, 150, seed=1)
    assert sum(typed.read is None for typed in done.values()) > 30 < sum(typed.read is not None for typed in done.values())
    assert clerk.silently_changed(check(depok), done) == []


def test_what_has_two_readings_is_offered_and_not_taken(office, tmp_path):
    office.household(1, village_code="Kel. Curug", interview_date="05/03/2025", expenditure_rupiah_month="650.000")
    checked = check(office.save(), "en", marked=tmp_path / "tanda.xlsx")
    heights = [row.height for row in openpyxl.load_workbook(tmp_path / "tanda.xlsx").worksheets[0].row_dimensions.values()]
    assert max(height or 0 for height in heights) > 15  # the long remedy has room
    said = dict(zip(checked.faults["column"], checked.faults["rule"] + checked.faults["remedy"], strict=True))
    assert "32.76.02.1008 Curug, Cimanggis; 32.76.11.1005 Curug, Bojongsari" in said["village_code"]
    assert "2025-03-05 or 2025-05-03" in said["interview_date"] and "650000 or 650" in said["expenditure_rupiah_month"]
    assert checked.tables["households"][list(said)].isna().all(axis=None)


def test_a_number_with_the_unit_of_its_line_is_read_and_with_another_is_not(office):
    office.row("deliveries", household_id="", target="12 kali")
    bad = office.row("deliveries", household_id="", delivery_no=2, target="12 kali", target_unit="bulan")
    checked = check(office.save())
    assert checked.faults["row"].tolist() == [bad] and checked.tables["deliveries"]["target"].tolist()[0] == 12


def test_merged_cells_are_a_fault_and_no_empty_rw(office, tmp_path):
    rows = [office.household(number, rw=3 if number == 1 else "", note="lama" if number == 1 else "") for number in (1, 2, 3)]
    sheet = office.sheet("households")
    for name in ("rw", "note"):
        place = office.place("households", name)
        sheet.merge_cells(start_row=rows[0], end_row=rows[-1], start_column=place, end_column=place)
    faults = check(office.save(), "id", marked=tmp_path / "tanda.xlsx").faults
    assert faults[["row", "column", "value"]].values.tolist() == [[rows[0], "rw", "3"]]  # a merged note loses nothing
    assert check(tmp_path / "tanda.xlsx", "id").faults["rule"].tolist() == faults["rule"].tolist()  # of the copy, too
    assert "digabung" in faults["rule"][0] and "Pisahkan" in faults["remedy"][0]


def test_a_line_of_totals_is_one_fault_and_no_household_without_figures(office):
    office.household(1)
    total = office.row("households", **dict.fromkeys(office.places("households"), ""))
    office.put("households", total, "household_id", "JUMLAH")
    office.put("households", total, "members", 4)
    checked = check(office.save(), "id")
    assert (
        checked.faults[["row", "column"]].values.tolist() == [[total, "household_id"]] and len(checked.tables["households"]) == 1
    )
    assert checked.faults["rule"][0] == "Baris ini baris jumlah, bukan data."


def test_faults_of_one_kind_are_one_line_with_ranges_worst_first_and_the_rest_is_counted(office, capsys):
    for number in range(1, 9):
        office.household(number, registry_vintage="Maret 2025", members="" if number == 3 else "lima", status="")
    office.sheet("households")["BZ5"] = "Anggota kelurga"
    office.book.create_sheet("Rekap")["A1"] = "jumlah"
    path = office.save()
    checked = check(path, "id")
    assert [(kind.n, kind.blocks) for kind in checked.kinds] == [(1, 0), (8, 1), (8, 1), (7, 1), (1, 2)]
    assert sum(kind.n for kind in checked.kinds) == len(checked.faults)
    place = {name: office.place("households", name) for name in ("registry_vintage", "members")}
    letters = {name: office.sheet("households").cell(1, at).column_letter for name, at in place.items()}
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert f"Keluarga {letters['registry_vintage']}8:{letters['registry_vintage']}15 Waktu desil, 8 sel, misalnya" in said
    members = letters["members"]
    assert f"Keluarga {members}8:{members}9, {members}11:{members}15 Anggota keluarga, 7 sel" in said
    assert not re.search(r"[\^$\\]|\{\d", said) and "misalnya 2026-03" in said
    assert "(5 macam)" in said


def test_a_screen_of_kinds_and_all_of_them_when_asked(office, key, capsys, monkeypatch):
    from p2wkss_analysis.commands import check as command

    monkeypatch.setattr(command, "MOST_KINDS", 2)
    office.household(1, members="lima", floor_area_m2="luas", interview_date="kemarin", status="", village_code="Kel. Bojongsari")
    path = office.save()
    path = path.rename(path.with_name("buku kerja 2026.xlsx"))
    main(["check", str(path), "--lang", "en", "--key", str(key)])
    short = capsys.readouterr().out
    assert short.count("\n- ") == 2 and f'p2wkss check "{path}" --key {key} --all\n' in short  # as it is typed next
    main(["check", str(path), "--lang", "en", "--all"])
    whole = capsys.readouterr().out
    assert whole.count("\n- ") == 3 and "--all" not in whole and "'Kel. Bojongsari' -> '32.76.11.1001'" in whole
    main(["check", str(path), "--json"])
    assert capsys.readouterr().out.count('"cell"') == 4


def test_a_mended_copy_holds_what_was_read_lists_each_change_and_marks_the_rest(office, tmp_path, capsys):
    office.household(1, village_code="Kel. Bojongsari", expenditure_rupiah_month="Rp 500.000", rt="RT.004", members="lima")
    office.household(2, interview_date="5 Maret 2025", floor_area_m2="36,5", under_five="12 orang")  # twelve are too many
    path, out = office.save(), tmp_path / "baik.xlsx"
    before, first = path.read_bytes(), check(path)
    assert main(["check", str(path), "--fix", str(out)]) == 1 and "Salinan yang diperbaiki" in capsys.readouterr().out
    again = check(out)
    assert path.read_bytes() == before and again.readings.empty
    pd.testing.assert_frame_equal(again.tables["households"], first.tables["households"])
    assert again.faults[["cell", "value"]].values.tolist() == first.faults[["cell", "value"]].values.tolist()
    lines = list(openpyxl.load_workbook(out)["perubahan"].values)[1:]
    assert [line[2:5] for line in sorted(lines, key=lambda line: line[2])] == [
        ("Desa/kelurahan", "Kel. Bojongsari", "32.76.11.1001"),
        ("Luas lantai", "36,5", "36.5"),
        ("Pengeluaran keluarga", "Rp 500.000", "500000"),
        ("RT", "RT.004", "4"),
        ("Tanggal wawancara", "5 Maret 2025", "2025-03-05"),
    ]
