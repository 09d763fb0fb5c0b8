"""`p2wkss map` of the user's own table: what is drawn, and what is refused with a sentence."""

import pandas as pd
import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.commands.line.own_workbook import filled_workbook
from p2wkss_analysis.dictionary.sheets import city_dictionary
from p2wkss_analysis.tables.workbook.filled import as_read, write_filled

ROWS = "Data kelurahan Kota Depok;;;\n;;;\nkode;year;miskin;dinas\n32.76.01.1006;2024;5,5;A\n32.76.01.1007;2024;9,25;A\n32.76.01.1006;2023;6,5;A\n32.76.01.1007;2023;;A\n"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def ran(*arguments, lang="en"):
        code = main(["map", *arguments, "--lang", lang])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "kelurahan.csv"
    path.write_text(ROWS, encoding="utf-8")
    return str(path)


@pytest.fixture
def workbook(tmp_path):
    """A workbook of Kota Cilegon of invented values, with one site."""
    tables = {name: as_read(name, pd.DataFrame(index=[])) for name in city_dictionary().names()}
    tables["settings"] = as_read("settings", pd.DataFrame({"setting": ["regency_code", "synthetic"], "value": ["36.72", "yes"]}))
    tables["villages"] = as_read(
        "villages",
        pd.DataFrame(
            {
                "village_code": ["36.72.01.1001", "36.72.01.1001", "36.72.01.1002"],
                "year": [2024, 2025, 2025],
                "low_decile_percent": [40.0, 30.0, 20.0],
                "poverty_source": "DTSEN 2025",
                "slum_area_ha": [1.0, None, None],
            }
        ),
    )
    tables["sites"] = as_read("sites", pd.DataFrame({"year": [2024], "village_code": ["36.72.01.1002"]}))
    return str(write_filled(tmp_path / "kota.xlsx", tables))


def test_a_column_of_the_users_own_table(run, table, tmp_path):
    code, out, _ = run(
        "--table",
        table,
        "--column",
        "miskin",
        "--code",
        "kode",
        "--label",
        "KK miskin",
        "--unit",
        "%",
        "--source",
        "Dinas Sosial",
        "--classes",
        "6,9",
        "--out",
        "peta.svg",
        lang="id",
    )
    assert (
        code == 0
        and "KK miskin menurut kelurahan/desa, Kota Depok, 2024. Terendah 5,5 (Depok)" in out
        and "61 nilai tidak" in out
    )
    drawing = (tmp_path / "peta.svg").read_text(encoding="utf-8")
    assert drawing.lstrip().startswith("<?xml") and "SINTETIS" not in out


def test_several_years_share_a_page(run, table):
    code, out, _ = run("--table", table, "--column", "miskin", "--code", "kode", "--years", "2023,2024", "--out", "peta.png")
    assert code == 0 and "2023–2024" in out and "(Depok Jaya, 2024)" in out


def test_a_workbook_brings_label_year_source_sites_and_the_notice(run, workbook, monkeypatch):
    from p2wkss_analysis.pictures.maps import maps

    asked = {}
    monkeypatch.setattr(
        maps, "map_need", lambda rows, areas, **more: asked.update(more, rows=rows) or (_ for _ in ()).throw(KeyboardInterrupt)
    )
    assert run("--table", workbook, "--column", "low_decile_percent", "--inside", "36.72", "--sites", "--out", "p.png")[0] == 130
    assert asked["label"] is None, "nobody said up to which decile is counted"
    monkeypatch.setattr("p2wkss_analysis.dictionary.sheets.one_cut", lambda rows: 4)
    assert (
        run("--table", workbook, "--column", "low_decile_percent", "--inside", "cilegon", "--sites", "--out", "p.png", lang="id")[
            0
        ]
        == 130
        and asked["inside"] == "36.72"
    )
    assert asked["label"] == "KK desil 1–4"
    assert (
        asked["source"] == "DTSEN 2025"
        and asked["synthetic"] is True
        and asked["sites"]["village_code"].tolist() == ["36.72.01.1002"]
    )
    assert asked["rows"]["low_decile_percent"].tolist() == [30.0, 20.0]  # the newest year
    monkeypatch.undo()
    code, out, _ = run(
        "--table", workbook, "--column", "low_decile_percent", "--year", "2024", "--out", workbook.replace("xlsx", "png")
    )
    assert (
        code == 0
        and out.splitlines()[1].startswith("SYNTHETIC DATA")
        and "Households in decile 1 up to the cut by village, Kota Cilegon, 2024" in out
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--column", "miskin"], "--table"),
        (["--table", "{t}"], "--column"),
        (["--table", "{t}", "--column", "kaya", "--code", "kode"], "kaya"),
        (["--table", "{t}", "--column", "miskin"], "area_code"),
        (["--table", "{t}", "--column", "miskin", "--code", "kode", "--year", "2020"], "2023, 2024"),
        (["--table", "{t}", "--column", "miskin", "--code", "kode", "--inside", "36.72"], "36.72"),
        (["--table", "{t}", "--column", "miskin", "--code", "kode", "--classes", "banyak"], "--classes"),
        (["--table", "{w}", "--column", "slum_source"], "Households in decile 1"),
        (["--table", "{w}", "--column", "slum_area_ha", "--year", "2025"], "2024"),
        (["--inside", "32.76"], "--table"),
        (["--table", "nowhere.csv", "--column", "x"], "nowhere.csv"),
        (["--table", "{t}", "--column", "miskin", "--code", "kode", "--boundaries", "nowhere.shp"], "nowhere.shp"),
    ],
)
def test_what_cannot_be_drawn_is_said(run, table, workbook, tmp_path, arguments, says):
    filled = [a.format(t=table, w=workbook) for a in arguments]
    code, _out, err = run(*filled, "--out", "peta.png")
    assert code == 2 and says in err and not (tmp_path / "peta.png").exists()


def test_unknown_codes_and_years_that_are_none(run, tmp_path):
    for text, says in (
        ("area_code,v\n32.76.99.1001,5\n", "32.76.99.1001"),
        ("area_code,year,v\n32.76.01.1006,tahun ini,5\n", "tahun ini"),
    ):
        (tmp_path / "t.csv").write_text(text, encoding="utf-8")
        code, _, err = run("--table", "t.csv", "--column", "v", "--out", "p.png")
        assert code == 2 and says in err


def test_only_a_template_is_a_workbook(table, tmp_path):
    (tmp_path / "lain.xlsx").write_bytes(b"PK")
    assert filled_workbook(table, "id") is None and filled_workbook(str(tmp_path / "lain.xlsx"), "id") is None
