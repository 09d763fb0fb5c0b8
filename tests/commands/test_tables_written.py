"""Tables that a command writes: real Excel under .xlsx, CSV elsewhere; and options that would be read in vain are refused."""

import json
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.tables.open_file import read_table


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Depok with figures of few years: nothing here asks what the programme did."""
    made = p2.simulate_city("32.76", seed=3)
    few = made.tables | {"villages": made.tables["villages"].query("year >= 2023")}
    return replace(made, tables=few).write(tmp_path_factory.mktemp("kota") / "kota.xlsx")


def test_a_table_under_xlsx_is_excel_with_headings_in_words(tmp_path, capsys):
    assert main(["target", "--regency", "36.04", "--draws", "200", "--out", str(tmp_path / "urutan.xlsx"), "--lang", "id"]) == 0
    assert main(["target", "--regency", "36.04", "--draws", "200", "--out", str(tmp_path / "urutan.csv"), "--lang", "id"]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "urutan.xlsx").active
    csv = pd.read_csv(tmp_path / "urutan.csv", sep=";", decimal=",", dtype={"Kode wilayah": str})
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(csv) and rows[0][:2] == ("Kode wilayah", "Nama") and len(rows) == len(csv) + 1
    assert [row[0] for row in rows[1:]] == csv["Kode wilayah"].tolist()
    assert [row[2] for row in rows[1:]] == pytest.approx(csv["Skor kebutuhan"].tolist())
    assert {type(row[0]) for row in rows[1:]} == {str}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_ranking_written_by_one_command_is_read_by_the_others(lang, tmp_path, capsys):
    out = str(tmp_path / "urutan.csv")
    assert main(["target", "--regency", "36.04", "--draws", "200", "--out", out, "--lang", lang]) == 0
    assert main(["draw", out, "--n", "1", "--seed", "1", "--lang", lang]) == 0
    capsys.readouterr()
    assert main(["target", out, "--need", "score=higher", "--k", "2", "--draws", "200", "--json", "--lang", lang]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["name"] and first["area_code"] == read_table(out, codes=["area_code"])["area_code"][0]


def test_no_cell_of_it_is_computed(tmp_path):
    from p2wkss_analysis.files.xlsx_table import xlsx_table

    table = pd.DataFrame({"nama": ["=1+1", "https://x.id", None], "n": [1.5, float("nan"), -2], "ya": [True, False, True]})
    (tmp_path / "a.xlsx").write_bytes(xlsx_table(table, "T"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [c.data_type for c in sheet["A"][1:3]] == ["s", "s"] and sheet["A2"].value == "=1+1" and sheet["A2"].hyperlink is None
    assert [c.value for c in sheet["B"]] == ["n", 1.5, None, -2] and sheet["C3"].value is False


def test_an_ending_that_would_lie_is_refused(tmp_path, capsys):
    assert main(["target", "--regency", "36.04", "--draws", "200", "--out", str(tmp_path / "a.ods"), "--lang", "en"]) == 2
    assert ".xlsx or .csv" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_rt_within_a_village(city, tmp_path, capsys):
    village = p2.City(city).tables["neighbourhoods"]["village_code"].iloc[0]
    out = tmp_path / "rt.xlsx"
    assert main(["target", str(city), "--level", "rt", "--village", village, "--draws", "200", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "paling membutuhkan di antara" in said and "SINTETIS" in said and "RT 0" in said
    assert openpyxl.load_workbook(out).active["A2"].value.startswith(village + "/RW")


@pytest.mark.parametrize(
    "more",
    [
        ["--sheet", "neighbourhoods"],
        ["--level", "rt", "--need", "low_decile_percent=higher"],
        ["--village", "32.76.01.1001"],
    ],
)
def test_what_would_be_read_in_vain_is_refused(city, more, capsys):
    assert main(["target", str(city), *more, "--lang", "en"]) == 2
    assert more[0] in capsys.readouterr().err


def test_the_workbook_stands_on_the_line_or_behind_data_and_only_once(city, tmp_path, capsys):
    for command, out in (("explorer", "a.html"), ("report", "b.html")):
        assert main([command, str(city), "--data", str(city), "--out", str(tmp_path / out), "--lang", "en"]) == 2
        assert "give only one" in capsys.readouterr().err
    assert main(["explorer", str(city), "--out", str(tmp_path / "a.html")]) == 0
    assert "Depok" in (tmp_path / "a.html").read_text(encoding="utf-8")
