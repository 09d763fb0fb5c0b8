"""`p2wkss match`: codes for a table of names, or a list of what has none."""

from p2wkss_analysis.cli import main
from p2wkss_analysis.tables.open_file import read_table


def test_a_table_of_names_gets_its_codes(tmp_path, capsys):
    table = tmp_path / "rtlh.csv"
    table.write_text("Daftar RTLH 2025\nKelurahan;Kecamatan;RTLH\nCURUG;Cimanggis;12\nKel. Pancoranmas;Pancoran Mas;7\n", "utf-8")
    out = tmp_path / "kode.csv"
    assert main(["match", str(table), "--column", "Kelurahan", "--inside", "depok", "--out", str(out)]) == 0
    assert read_table(out)["area_code"].tolist() == ["32.76.02.1008", "32.76.01.1008"]
    assert "2 dari 2 nama tempat terbaca" in capsys.readouterr().out


def test_what_has_no_certain_code_is_listed_and_nothing_is_written(tmp_path, capsys):
    table = tmp_path / "rtlh.csv"
    table.write_text("Kelurahan,RTLH\nCurug,12\nPancoran Emas,7\nBeji,1\n", "utf-8")
    out = tmp_path / "kode.csv"
    assert main(["match", str(table), "--column", "Kelurahan", "--inside", "32.76", "--out", str(out)]) == 2
    said = capsys.readouterr()
    assert "Curug, Bojongsari (32.76.11.1005)" in said.out and "Pancoran Mas" in said.out and not out.exists()
    assert main(["match", str(table), "--column", "Desa", "--inside", "32.76"]) == 2
