"""`p2wkss aggregate` at the command line: what cannot be is refused before any work, and what is written is for people."""

import pandas as pd
import pytest

from p2wkss_analysis.cli import main

VILLAGE = "32.76.11.1001"


@pytest.fixture
def register(tmp_path):
    rows = {"village_code": VILLAGE, "year": 2025, "household_id": ["a", "b", "c"], "members": [3, 3, 1]}
    pd.DataFrame(rows | {"expenditure_rupiah_month": [1e6, 2e6, 5e5], "registry_decile": [1, 9, 2]}).to_csv(
        tmp_path / "r.csv", index=False
    )
    return tmp_path / "r.csv"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--workbooks", "kota", "--by", "regency_code,year"], "area_code"),
        (["--out", "r.csv"], "r.csv"),
        (["--out", "x.csv", "--line", "500.000"], "550000"),
        (["--out", "x.csv", "--line", "terbit"], "published"),
        (["--out", "x.csv", "--by", "regency"], "regency_code, "),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(register, options, said, capsys, monkeypatch):
    monkeypatch.chdir(register.parent)
    assert main(["aggregate", "r.csv", *options]) == 2
    assert said in capsys.readouterr().err


def test_figures_for_people_have_few_digits_and_faults_name_the_way_on(register, capsys, monkeypatch):
    monkeypatch.chdir(register.parent)
    assert main(["aggregate", "r.csv", "--out", "desa.csv"]) == 0
    head, row = (line.split(";") for line in (register.parent / "desa.csv").read_text("utf-8-sig").splitlines())
    figures = dict(zip(head, row, strict=True))
    assert (figures["low_decile_percent"], figures["expenditure_rupiah_person_month"]) == ("66,6667", "500000")
    register.write_text(register.read_text().replace("c,1,", "c,99,"))
    assert main(["aggregate", "r.csv", "--out", "lain.csv", "--lang", "en"]) == 1
    assert "--leave-out" in capsys.readouterr().out
