"""`p2wkss target`, `draw`, `households` as an office uses them: its own workbook, deciles, names beside codes."""

import csv

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.candidates import assisted_before
from p2wkss_analysis.cli import main


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return str(p2.simulate_city("36.72", assisted=20, seed=1).write(tmp_path_factory.mktemp("kota") / "kota.xlsx"))


def listed(path, sign=";"):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=sign))


@pytest.mark.parametrize("name", ["desil", "Desil DTSEN", "registry_decile", "Peringkat_Kesejahteraan"])
def test_a_bare_decile_is_asked_back_and_the_low_end_is_chosen_when_said(name, tmp_path, capsys):
    file, out = tmp_path / "kk.csv", tmp_path / "daftar.csv"
    file.write_text(f"household_id;{name}\n" + "".join(f"k{i};{1 + i % 10}\n" for i in range(40)), encoding="utf-8")
    assert main(["households", str(file), "--n", "8", "--score", name]) == 2
    assert f"--score {name}=lower" in capsys.readouterr().err
    for end, wanted in (("lower", {1, 2}), ("higher", {9, 10})):
        assert main(["households", str(file), "--n", "8", "--score", f"{name}={end}", "--out", str(out)]) == 0
        assert {float(row["Skor kebutuhan"]) for row in listed(out) if row["Terpilih"] == "ya"} == wanted
    assert main(["households", str(file), "--n", "8", "--score", f"{name}=poor"]) == 2


def test_households_are_chosen_from_a_workbook(book, tmp_path, capsys):
    out = tmp_path / "daftar.csv"
    assert (
        main(["households", book, "--n", "10", "--score", "registry_decile=lower", "--quota", "poor_floor=1:", "--out", str(out)])
        == 0
    )
    tables = p2.check(book).tables
    first = tables["households"].query("wave == 0 and status == 'interviewed'")
    first = first[~first["household_id"].isin(assisted_before(tables["households"], tables["sites"]))]
    rows = listed(out)
    assert {row["ID keluarga"] for row in rows} == set(first["household_id"])
    chosen = [float(row["Skor kebutuhan"]) for row in rows if row["Terpilih"] == "ya"]
    assert len(chosen) == 10 and min(chosen) == first["registry_decile"].min()
    assert "kolom angka penentu = Desil" in capsys.readouterr().out, "how to record it for the evaluation"
    assert main(["households", book, "--n", "10", "--score", "kebutuhan"]) == 2
    assert "Lembar Keluarga tidak memuat kolom kebutuhan" in capsys.readouterr().err


def test_a_workbook_is_evaluated_with_and_without_an_outcome(book, capsys):
    assert main(["impact", book, "--draws", "99"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("DATA SINTETIS") and "Indikator utama" in said and "p2wkss report " in said
    assert main(["impact", book, "--outcome", "Balita stunting", "--better", "lower", "--draws", "99"]) == 0
    assert "Balita stunting (persen): " in (said := capsys.readouterr().out) and "stunting_percent" not in said
    assert main(["impact", book, "--outcome", "village", "--better", "lower"]) == 2
    assert "KK pada desil 1 sampai batas" in capsys.readouterr().err


def test_minutes_name_the_place_and_its_kecamatan(capsys):
    assert main(["draw", "32.76.11.1001", "32.76.11.1004.002.001", "--n", "1", "--seed", "2027"]) == 0
    said = capsys.readouterr().out
    assert "Bojongsari, Kec. Bojongsari" in said
    assert "RW 002 RT 001, Kec. Bojongsari" in said


def test_a_wrong_code_is_answered_in_words_of_the_office(capsys):
    assert main(["draw", "32.76.99.9999", "--n", "1", "--seed", "1"]) == 2
    said = capsys.readouterr().err
    assert "p2.load" not in said and "32.76.11.1001" in said and "Desa-Kelurahan" in said


def test_what_was_read_otherwise_is_said(tmp_path, capsys):
    file = tmp_path / "kelurahan.csv"
    file.write_text("area_code;miskin\n32.76.01.1006;12.500,5\n32.76.01.1007;5.000\n32.76.01.1008;1\n", encoding="utf-8")
    assert main(["target", str(file), "--need", "miskin=higher", "--k", "1", "--draws", "50"]) == 0
    assert "· miskin: pemisah ribuan dihilangkan (2 sel: '12.500,5' -> '12500.5')" in capsys.readouterr().out


def test_tables_are_printed_in_words_and_json_keeps_its_names(tmp_path, capsys):
    file, public = tmp_path / "kk.csv", tmp_path / "ringkasan.csv"
    file.write_text(
        "household_id;nilai;rt;kepala\n" + "".join(f"k{i};{i},5;{i % 2};{'ya' if i % 3 else 'tidak'}\n" for i in range(60)),
        encoding="utf-8",
    )
    command = ["households", str(file), "--n", "20", "--score", "nilai", "--quota", "kepala=5:", "--public", str(public)]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "Kuota" in said and "Paling sedikit" in said and not any(word in said for word in ("price", "<NA>", "NaN", "least"))
    assert list(listed(public)[0]) == ["RT", "Calon", "Terpilih", "Batas skor"]
    assert all(int(row["Calon"]) % 5 == 0 for row in listed(public)) and listed(public)[-1]["RT"] == "semua"
    assert main([*command, "--json"]) == 0
    assert '"price"' in capsys.readouterr().out
    assert main([*command, "--lang", "en"]) == 0
    assert list(listed(public, ",")[0])[-1] == "Cut-off"


def test_what_is_made_from_made_up_values_says_so_on_every_line(book, tmp_path, capsys):
    public = tmp_path / "ringkasan.csv"
    assert main(["households", book, "--n", "10", "--score", "registry_decile=lower", "--public", str(public)]) == 0
    assert all("SINTETIS" in row["Asal"] for row in listed(public)) and "DATA SINTETIS" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option, one, other",
    [
        ("--need", "a=higher", "a=lower"),
        ("--need", "a=higher", " a = higher"),
        ("--weight", "a=0.4", "a=0.6"),
        ("--per-group", "rt=1:2", "rt=1:3"),
        ("--quota", "a=1:", "a=2:"),
        ("--include", "k1=promised", "k1=disaster"),
        ("--exclude", "k1=moved_away", "k1=duplicate"),
    ],
)
def test_a_name_given_twice_is_refused_and_both_are_named(option, one, other, tmp_path, capsys):
    file = tmp_path / "t.csv"
    file.write_text(
        "area_code;household_id;rt;a;b\n" + "".join(f"32.76.01.100{6 + i};k{i};1;{i}.5;{i}\n" for i in range(3)), encoding="utf-8"
    )
    asked = ["target", "--need", "b=higher"] if option in ("--need", "--weight") else ["households", "--n", "1", "--score", "b"]
    for lang, both in (("id", "dan"), ("en", "and")):
        assert main([asked[0], str(file), *asked[1:], option, one, option, other, "--lang", lang]) == 2
        said = capsys.readouterr().err
        second = "=".join(part.strip() for part in other.split("="))
        assert f"{one} {both} {second}" in said and option in said


def test_the_list_is_fixed_before_the_draw_and_both_minutes_carry_its_hash(tmp_path, capsys):
    codes = ["32.76.11.1004", "32.76.11.1001"]
    assert (
        main(
            [
                "draw",
                *codes,
                "--n",
                "1",
                "--list-only",
                "--seed-source",
                "penutupan IHSG 1 Februari 2027",
                "--out",
                str(tmp_path / "daftar.txt"),
            ]
        )
        == 0
    )
    fixed, said = (tmp_path / "daftar.txt").read_text(encoding="utf-8"), capsys.readouterr().out
    known = p2.candidate_list(codes, 1).sha256
    assert (
        known in fixed
        and known in said
        and "Bojongsari" in fixed
        and "penutupan IHSG 1 Februari 2027" in fixed
        and "Terpilih" not in fixed
    )
    assert main(["draw", *codes, "--n", "1", "--seed", "7", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert known in said and "could have steered" in said


def test_a_workbook_that_is_not_there_is_told_before_anything_is_loaded(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("p2wkss_analysis.commands.documents.report.write_report", lambda options: 0)
    missing = str(tmp_path / "kota-2026.xlsx")
    assert main(["report", missing, "--lang", "en"]) == 2 and "There is no file kota-2026.xlsx" in capsys.readouterr().err
    assert main(["report", str(tmp_path), "--lang", "en"]) == 0, "a folder has no ending, nor has a word"
