"""New figures laid over the package's: shown first, kept on demand, never in the place of a published one, taken back."""

import json
import os
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.tables import PUBLISHED
from p2wkss_analysis.open_data.new_figures import new_figures
from p2wkss_analysis.reporting.stories.open.appendix import table_of_tables
from p2wkss_analysis.reporting.stories.source import from_bps
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.added.kept import MARK, added_files, added_folder, additions, remove, with_added

RATE = "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The user's folder, empty."""
    monkeypatch.setenv("P2WKSS_ADDED", str(tmp_path / "added"))
    return tmp_path


def table(folder, rows, title=RATE, head="Kabupaten/Kota;2024;2026*", name="tabel.csv"):
    path = folder / name
    path.write_text("\n".join([title, head, *rows, "Sumber: BPS"]) + "\n", encoding="utf-8")
    return path


def test_new_same_and_different_are_told_and_nothing_is_overwritten(own):
    file = table(own, ["Kota Depok;2,34;2,21*", "Kota Bogor;9,99;6,1", "Jawa Barat;7,46;7"])
    found = new_figures(file)
    assert found.figures.set_index(["name", "year"])["status"].to_dict() == {
        ("Kota Depok", 2024): "same",
        ("Kota Depok", 2026): "new",
        ("Kota Bogor", 2024): "different",
        ("Kota Bogor", 2026): "new",
    }
    before = p2.load("regency_indicators")
    assert "Berbeda: 1" in found.sentence("id") and not (own / "added").exists()
    assert found.notable()["held"].tolist() == [6.53]

    path = found.save("rilis Juli 2026")
    after = p2.load("regency_indicators")
    assert len(after) == len(before) + 2 and after.iloc[: len(before)].equals(before)
    last = after.iloc[-1]
    assert last["source"].startswith(MARK) and "tabel.csv" in last["source"] and last["note"] == "rilis Juli 2026"
    text = path.read_text(encoding="utf-8-sig")
    assert "added_sha256" in text and RATE in text and "C4" in text
    assert p2.series("depok", "poverty_rate").table()["year"].max() == 2026

    assert "Ditambahkan pengguna: 2026" in p2.series("depok", "poverty_rate").sentence("id")
    assert from_bps(p2.OpenData(), "en") == f"Source: BPS. 2 figures were added by the user from tabel.csv ({date.today()})."
    listed = table_of_tables(p2.OpenData().dictionary.package["resources"], "id").frame["document"]
    assert sum("ditambahkan pengguna dari tabel.csv" in text for text in listed) == 1
    source = with_added(Text("BPS", "BPS"), after).say("en")
    assert source == "BPS; 2 figures added by the user"

    again = new_figures(file)
    assert not again.ready and again.save() is None
    remove(path.stem)
    assert p2.load("regency_indicators").equals(before) and additions().empty


def test_a_year_that_few_places_have_is_shown_and_ranks_nobody(own):
    new_figures(table(own, ["Kota Depok;2,34;2,21", "Kota Bogor;6,53;6,1"])).save()
    depok = p2.OpenData("Kota Depok").place
    rate = depok.standing.of("poverty_rate")
    assert (rate.year, rate.value, rate.in_province, rate.in_country) == (2026, 2.21, None, None)
    said = depok.standing.sentence("id")
    assert "2,21% pada 2026. Peringkatnya di Jawa Barat dan Indonesia belum dapat dihitung" in said and "25 dari 514" in said
    assert (depok.next_rank.year, depok.alike.among) == (2025, 98)
    assert set(depok.both()["year"]) == {2025} and len(depok.both()) == 54
    assert set(p2.map_indicator("poverty_rate", by="hdi").table()["year"]) == {2025}


def test_two_years_of_one_file_are_two_additions(own):
    file = table(own, ["Kota Depok;2,25;2,21"], head="Kabupaten/Kota;2026;2027")
    found = [new_figures(file, year=year) for year in (2026, 2026, 2027)]  # two runs at once read the first
    saved = [one.save() for one in found]
    assert saved[0] == saved[1] != saved[2] and additions()["figures"].tolist() == [1, 1]
    litter = saved[0].with_name(f".p2wkss-ffffffff-1-{'0' * 16}.part")  # of a run killed when its result was in place
    litter.touch()
    os.utime(litter, (0, 0))
    assert new_figures(file).save() is None and not litter.exists()


def test_a_figure_that_the_package_gets_later_is_that_of_the_package(own):
    path = new_figures(table(own, ["Kota Depok;2,34;2,21"])).save()
    path.write_text(path.read_text(encoding="utf-8").replace(",2026,", ",2024,"), encoding="utf-8")
    rows = p2.load("regency_indicators").query("area_code == '32.76' and year == 2024 and indicator == 'poverty_rate'")
    assert rows["value"].tolist() == [2.34]


def test_a_damaged_addition_is_named_with_the_remedy(own):
    path = new_figures(table(own, ["Kota Depok;2,34;2,21"])).save()
    path.write_text(path.read_text(encoding="utf-8").replace("2.21", "2,,21x"), encoding="utf-8")
    with pytest.raises(DataFaults, match=path.name):
        p2.load("regency_indicators")
    path.write_bytes(b"")
    assert len(p2.load("regency_indicators"))


def test_a_corrected_file_says_which_addition_to_take_back_and_two_that_differ_are_a_fault(own):
    first = new_figures(table(own, ["Kota Depok;2,34;2,21"])).save()
    again = new_figures(table(own, ["Kota Depok;2,34;2,31"]))
    assert again.notable()["remark"].tolist() == [
        f"Tambahan Anda memuat 2,21. Untuk menggantinya, jalankan dahulu: p2wkss data remove {first.stem}"
    ]
    other = first.with_name("zz.csv")  # of a colleague, at the same moment
    other.write_text(first.read_text(encoding="utf-8").replace(",2.21,", ",2.55,"), encoding="utf-8")
    with pytest.raises(DataFaults, match="zz"):
        p2.load("regency_indicators")
    remove("zz")
    assert len(p2.load("regency_indicators").query("year == 2026")) == 1


def test_without_a_home_there_are_no_additions(monkeypatch):
    def none(cls):
        raise RuntimeError

    monkeypatch.delenv("P2WKSS_ADDED", raising=False)
    monkeypatch.setattr(Path, "home", classmethod(none))
    assert added_files("areas", PUBLISHED) == () and additions(PUBLISHED).empty
    with pytest.raises(WrongUse, match="P2WKSS_ADDED"):
        added_folder(PUBLISHED)


def test_what_is_out_of_range_or_contradicts_others_is_not_kept(own):
    rate = new_figures(table(own, ["Kota Depok;2,34;221", "Kota Bogor;6,53;6,1"]))
    assert rate.table()["status"].tolist()[0] == "outside" and not rate.ready
    with pytest.raises(DataFaults):
        rate.save()

    wide = "Kabupaten/Kota;Persentase Penduduk Miskin;Indeks Kedalaman Kemiskinan;Indeks Keparahan Kemiskinan"
    poor = new_figures(table(own, ["Kota Depok;2,2;0,2;0,9"], "Kemiskinan Menurut Kabupaten/Kota, 2026", wide))
    assert "breaks" in set(poor.table()["status"])

    wide = "Kabupaten/Kota;IPM;UHH;Harapan Lama Sekolah;Rata-rata Lama Sekolah;Pengeluaran per Kapita Disesuaikan (Ribu Rupiah/Orang/Tahun)"
    title = "Indeks Pembangunan Manusia dan Komponennya (UHH LF SP2020), 2026"
    hdi = new_figures(table(own, ["Kota Depok;48,04;75,9;14,1;11,7;16800"], title, wide))
    assert "breaks" in set(hdi.table()["status"])


def test_a_jump_beyond_the_history_of_the_place_is_told(own):
    found = new_figures(table(own, ["Kota Depok;2,34;12,2", "Kota Bogor;6,53;6,1"]))
    assert found.table().query("status == 'jump'")["name"].tolist() == ["Kota Depok"] and found.ready


def test_faults_are_listed_with_cell_and_nearest_names(own, capsys):
    file = table(own, ["Kota Depokk;2,34;2,2", "Bandung;3;3", "Kota Bogor;6,53;6,1x9"])
    assert main(["data", "add", str(file)]) == 1
    said = capsys.readouterr().out
    assert "A3" in said and "Kota Depok (32.76)" in said and "C5" in said and "Kab. atau Kota" in said
    assert main(["data", "add", str(file), "--save"]) == 1 and not (own / "added").exists()


def test_the_command_shows_saves_lists_and_takes_back(own, capsys):
    file = table(own, ["Kota Depok;2,34;2,21"])
    assert main(["data", "add", str(file)]) == 0
    said = capsys.readouterr().out
    assert "--save" in said and "Susenas Maret" in said and "Susenas March" not in said and not (own / "added").exists()
    assert main(["data", "add", str(file), "--save", "--lang", "en"]) == 0
    name = next((own / "added" / "regency_indicators").iterdir()).stem
    assert name in capsys.readouterr().out
    assert main(["data"]) == 0 and name in capsys.readouterr().out
    assert main(["data", "--table", "regency_indicators", "--json"]) == 0
    held = {(r["indicator"], r["series"]): r for r in json.loads(capsys.readouterr().out)}
    assert held["poverty_rate", "Susenas March, BPS basic-needs line"]["newest"] == "2026 (1)"
    assert main(["data", "remove", "nothing"]) == 2 and main(["data", "remove", name]) == 0
    assert main(["data", "remove"]) == 2 and main(["data", "--save"]) == 2 and main(["data", "--table", "no"]) == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "gambar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kata sandi"),
        (b"PK\x03\x04" + bytes(50), "xlsx"),
        (b"<html><body>404 Not Found</body></html>", "halaman web"),
        (b'{"status": "Error"}', "WebAPI"),
        (b"\x00\x01\x02\x03", "bukan tabel"),
        (b"a;b\n1;2\n", "kabupaten/kota"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(own, content, word):
    file = own / "tabel.xlsx"
    file.write_bytes(content)
    with pytest.raises(WrongUse, match=word):
        new_figures(file)


def test_a_workbook_of_several_tables_asks_for_the_sheet(own):
    book = openpyxl.Workbook()
    for name in ("2025", "2026"):
        sheet = book.create_sheet(name)
        for row in ([f"{RATE}, {name}"], ["Kabupaten/Kota", "P0"], ["Kota Depok", 2.2]):
            sheet.append(row)
    book.save(own / "a.xlsx")
    with pytest.raises(WrongUse, match="--sheet"):
        new_figures(own / "a.xlsx")
    assert new_figures(own / "a.xlsx", sheet="2026").figures["year"].tolist() == [2026]


def test_another_table_is_added_in_its_own_columns(own):
    idm = p2.load("village_index")
    line = idm[idm["area_code"].str.startswith("36.04")].iloc[[0]]
    rows = [line.assign(year=2027), line]
    both = pd.concat(rows)
    file = own / "idm.csv"
    both.to_csv(file, index=False)
    found = new_figures(file)
    assert found.name == "village_index" and sorted(found.figures["status"]) == ["new", "same"]
    found.save()
    assert p2.load("village_index")["year"].max() == 2027 and len(p2.load("village_index")) == len(idm) + 1
    both.assign(area_code="99.99.99.9999").to_csv(file, index=False)
    assert new_figures(file).faults


def test_an_identity_number_in_a_note_is_not_kept(own):
    file = own / "lokasi.csv"
    site = p2.load("programme_sites").iloc[[0]]
    card = "327601" + "1708900001"
    site.assign(year=2026, note=f"Ibu Siti {card}", source=f"Ibu Siti {card}").to_csv(file, index=False)
    assert card not in new_figures(file).save().read_text(encoding="utf-8")
