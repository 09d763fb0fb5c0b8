"""`p2wkss score`: prints, marks synthetic data, writes, and refuses what cannot be in words."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.indicators.scorecards import COLUMNS
from p2wkss_analysis.simulate.city import simulate_city
from p2wkss_analysis.tables.workbook.check import check


@pytest.fixture(scope="module")
def city():
    return simulate_city("32.76", seed=3)


def run(capsys, *arguments):
    code = main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_prints_scores_marks_synthetic_data_and_writes_csv(tmp_path, capsys, city, monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    path = city.write(tmp_path / "kota.xlsx", "id")
    code, out, err = run(capsys, "score", path, "--out", tmp_path / "skor.csv")
    assert code == 0, err
    assert out.startswith("DATA SINTETIS") and "Kontribusi penanganan" in out and "KRPPA" in out
    assert (pd.read_csv(tmp_path / "skor.csv", sep=";", decimal=",")["Sintetis"] == "ya").all()
    code, out, _ = run(capsys, "score", path, "--json", "--profile", "krppa", "--lang", "en")
    rows = json.loads(out)
    assert code == 0 and list(rows[0]) == [*COLUMNS, "synthetic"] and all(row["synthetic"] == "yes" for row in rows)


def test_the_command_refuses_what_cannot_be_in_words(tmp_path, capsys):
    assert run(capsys, "score")[0] == 2
    assert run(capsys, "score", tmp_path / "tidak_ada.xlsx")[0] == 2
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"x")
    code, out, err = run(capsys, "score", bad)
    assert code == 1 and "Excel" in out and "Traceback" not in err
    (tmp_path / "r.csv").write_text("item;label;kind;weight;target;rule;source\na;a;warna;1;;;\n")
    code, out, _ = run(capsys, "score", bad, "--rubric", tmp_path / "r.csv")
    assert code == 1 and "warna" in out
    code, out, _ = run(capsys, "score", "--rubric-template", tmp_path / "rubrik.xlsx")
    assert code == 0 and (tmp_path / "rubrik.xlsx").exists() and "bobotnya" in out


def test_a_workbook_with_a_fault_is_not_scored(tmp_path, capsys, city):
    broken = {**city.tables, "scores": city.tables["scores"].assign(item=lambda t: t["item"].where(t.index > 0, "taman"))}
    path = replace(city, tables=broken).write(tmp_path / "kota.xlsx", "id")
    assert not check(path).ok
    code, out, _ = run(capsys, "score", path)
    assert code == 1 and "taman" in out and "KRPPA 20" not in out
