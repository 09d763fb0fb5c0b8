"""`p2wkss check` and `import` as an office uses them: what they say, and which step comes next."""

import json
import os

import openpyxl
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main

EXPORT = "REKAP DATA KELUARGA 2025,,,,\nID Keluarga,Kelurahan,RT,Desil,Warna Rumah\nK-1,Bojongsari Baru,1,2,biru\nK-2,Bojongsari Baru,1,3,putih\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ekspor.csv").write_text(EXPORT, encoding="utf-8")
    return tmp_path


def test_an_export_comes_in_step_by_step(folder, capsys):
    assert main(["import", "ekspor.csv", "--suggest", "households"]) == 0
    said = capsys.readouterr().out
    assert "Ditulis: ekspor.json" in said and "p2wkss import ekspor.csv --mapping ekspor.json" in said
    assert "Kolom wajib yang belum terisi: wave, assisted, status" in said and "Warna Rumah" in said
    assert "source" not in said and "none" not in said
    litter = folder / f".p2wkss-ffffffff-1-{'0' * 16}.part"  # of a run killed long ago, when its result was in place
    litter.touch()
    os.utime(litter, (0, 0))
    assert main(["import", "ekspor.csv", "--suggest", "households"]) == 0 and not litter.exists()
    capsys.readouterr()
    draft = json.loads((folder / "ekspor.json").read_text(encoding="utf-8"))
    draft["constants"] = {"wave": 0, "assisted": True, "status": "interviewed"}
    draft["columns"] |= {"Kelurahan": "village_code"}
    draft["offered"] = {}
    (folder / "ekspor.json").write_text(json.dumps(draft), encoding="utf-8")
    assert main(["import", "ekspor.csv", "--suggest", "households"]) == 2  # what was changed by hand stays
    assert "ekspor.json" in capsys.readouterr().err
    assert main(["import", "ekspor.csv", "--out", "kota.xlsx", "--regency", "32.76"]) == 0
    said = capsys.readouterr().out
    assert "Ditulis: kota.xlsx" in said and "p2wkss report kota.xlsx" in said
    assert "2 sel: 'Bojongsari Baru' -> '32.76.11.1002'" in said
    assert main(["check", "kota.xlsx"]) == 0 and capsys.readouterr().out.endswith("p2wkss report kota.xlsx\n")
    assert main(["draw", "32.76.11.1001", "32.76.11.1002", "--n", "1", "--seed", "7", "--record", "undian 1.csv"]) == 0
    assert capsys.readouterr().out.endswith('--draw "undian 1.csv"\n')
    read = p2.check(folder / "kota.xlsx").tables["households"]
    assert set(read["village_code"].str[:8]) == {"32.76.11"} and read["wave"].tolist() == [0, 0] and read["assisted"].all()


def test_a_name_that_several_or_no_villages_have_stays_and_is_a_fault_on_screen(folder, capsys):
    (folder / "m.json").write_text(
        json.dumps(
            {
                "sheet": "households",
                "columns": {"ID Keluarga": "household_id", "Kelurahan": "village_code", "RT": "rt"},
                "constants": {"wave": 0, "assisted": "ya", "status": "interviewed"},
            }
        ),
        encoding="utf-8",
    )
    (folder / "ekspor.csv").write_text(EXPORT.replace("Bojongsari Baru", "Bojongsari Baruu"), encoding="utf-8")
    assert main(["import", "ekspor.csv", "--mapping", "m.json", "--out", "kota.xlsx", "--regency", "32.76"]) == 1
    said = capsys.readouterr().out
    assert (
        said.count("bukan kode atau nama desa/kelurahan") == 1
        and "2 sel, misalnya 'Bojongsari Baruu'" in said
        and "p2wkss check kota.xlsx" in said
    )
    (folder / "ekspor.csv").write_text(EXPORT, encoding="utf-8")
    assert (
        main(["import", "ekspor.csv", "--mapping", "m.json", "--out", "tanpa.xlsx"]) == 1
    )  # without the city a name says too little


def test_check_says_how_to_get_the_marked_copy_and_lists_what_it_read_otherwise(folder, capsys):
    book = openpyxl.load_workbook(p2.write_template(folder / "kosong.xlsx", "32.76"))
    sheet = book["Desa-Kelurahan"]
    place = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(8, place["year"]).value, sheet.cell(8, place["low_decile_percent"]).value = 2025, "12,5"
    sheet.cell(9, place["year"]).value, sheet.cell(9, place["low_decile_percent"]).value = 2025, "lima"
    book.save(folder / "isi.xlsx")
    assert main(["check", "isi.xlsx"]) == 1
    said = capsys.readouterr().out
    assert "daftar di bawah" in said and "'12,5' -> '12.5'" in said and "readings" not in said
    assert "p2wkss check isi.xlsx --marked isi-bertanda.xlsx" in said
    assert main(["check", "isi.xlsx", "--marked", "isi-bertanda.xlsx"]) == 1 and (folder / "isi-bertanda.xlsx").exists()
    assert "'12,5' -> '12.5'" in p2.check(folder / "isi.xlsx").text("id")
    guide = [cell.value for cell in book.worksheets[0]["B"]]
    assert any("--marked" in str(text) for text in guide)
    capsys.readouterr()
    assert main(["report", "--data", "isi.xlsx", "--out", "laporan"]) == 1
    lines = capsys.readouterr().out.rstrip().splitlines()
    assert (
        lines[-1] == "Laporan tidak ditulis; perbaiki lalu ulangi." and lines[1:-1] and set(lines[1:-1]) <= set(said.splitlines())
    )
    assert not (folder / "laporan").exists()


def test_a_file_that_is_no_workbook_is_called_so(folder, capsys):
    (folder / "README.md").write_text("# halo", encoding="utf-8")
    assert main(["check", "README.md"]) == 2
    assert "README.md: Ini berkas teks, seperti CSV, bukan buku kerja Excel" in capsys.readouterr().err
