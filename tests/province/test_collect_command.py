"""`p2wkss collect` as a person at the province uses it: two synthetic cities, one with a second version that contradicts."""

import contextlib
import io
import json
import shutil
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.reporting.formats.excel.registry import registry_workbook


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Depok and Cilegon, synthetic, and Depok once more with one cell changed."""
    folder = tmp_path_factory.mktemp("kiriman")
    p2.simulate_city("32.76", seed=1).write(folder / "depok.xlsx")
    p2.simulate_city("36.72", seed=1).write(folder / "cilegon.xlsx", "en")
    shutil.copy(folder / "depok.xlsx", folder / "depok_final.xlsx")
    return folder


@pytest.fixture(scope="module")
def contradicted(sent, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kiriman2")
    city = p2.simulate_city("36.72", seed=1)
    city.write(folder / "cilegon.xlsx")
    villages = city.tables["villages"].copy()
    villages.loc[villages.index[0], "stunting_percent"] += 1
    replace(city, tables=city.tables | {"villages": villages}).write(folder / "cilegon_final.xlsx")
    return folder


@pytest.fixture(scope="module")
def registry(sent, tmp_path_factory):
    """What the command wrote and what it said."""
    out, said = tmp_path_factory.mktemp("hasil") / "registri.xlsx", io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(["collect", str(sent), "--out", str(out)]) == 0
    return out, said.getvalue()


def test_two_cities_agree_with_themselves(registry):
    out, said = registry
    assert said.startswith("DATA SINTETIS") and "sama persis dengan depok.xlsx" in said and "Ditulis:" in said
    sheets = pd.read_excel(out, sheet_name=None, skiprows=[1], engine="openpyxl")
    assert list(sheets) == ["ringkasan", "sites", "panel", "files", "disagreements", "faults", "needed"]
    for name, table in sheets.items():
        if name != "ringkasan" and len(table):
            assert table["synthetic"].str.contains("SINTETIS").all(), name
    truth = p2.simulate_city("32.76", seed=1).tables["villages"]
    panel = sheets["panel"]
    depok = panel[panel["area_code"].str.startswith("32.76")].merge(
        truth, left_on=["area_code", "year"], right_on=["village_code", "year"]
    )
    assert len(depok) == len(truth) and depok["stunting_percent_x"].equals(depok["stunting_percent_y"])
    for part in openpyxl.load_workbook(out):
        assert "SINTETIS" in (part.oddHeader.center.text or ""), part.title


def test_a_contradiction_is_exit_code_1_and_the_json_holds_all(contradicted, capsys):
    assert main(["collect", str(contradicted), "--lang", "en", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"synthetic", "sites", "panel", "files", "disagreements", "faults", "needed"} and found["synthetic"]
    values = [line for line in found["disagreements"] if line["contradiction"]]
    assert [line["column"] for line in values] == ["stunting_percent"] and values[0]["kind"] == "value"
    assert float(values[0]["other_value"]) == pytest.approx(float(values[0]["value"]) + 1)


def test_a_contradiction_is_told_by_the_headings_of_the_workbook(contradicted, capsys):
    assert main(["collect", str(contradicted)]) == 1
    said = capsys.readouterr().out
    assert "Balita stunting: " in said and "stunting_percent" not in said


def test_the_same_folder_gives_the_same_bytes(contradicted):
    tables = [
        {n: getattr(found, n) for n in ("sites", "panel", "files", "disagreements", "faults")} | {"needed": found.files}
        for found in (p2.collect(contradicted), p2.collect(contradicted))
    ]
    one, two = (registry_workbook(t, ["Kalimat."], "id", True) for t in tables)
    assert one == two


@pytest.mark.parametrize("out", ["registri.csv", "{folder}/registri.xlsx", "{folder}/dalam/registri.xlsx"])
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_read(sent, tmp_path, capsys, out):
    target = out.format(folder=sent)
    assert main(["collect", str(sent), "--out", target]) == 2 and "--out" in capsys.readouterr().err
    assert not (sent / "registri.xlsx").exists()


def test_an_earlier_registry_is_no_city(registry, tmp_path):
    (tmp_path / "lagi").mkdir()
    shutil.copy(registry[0], tmp_path / "lagi" / "registri.xlsx")
    found = p2.collect(tmp_path / "lagi")
    assert found.files["status"].tolist() == ["other"] and found.sites.empty


def test_no_folder_is_wrong_use(tmp_path, capsys):
    assert main(["collect", str(tmp_path / "tidak_ada")]) == 2 and "tidak_ada" in capsys.readouterr().err
