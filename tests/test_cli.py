"""The command line: exit codes, languages, and faults as a list."""

import json
import shutil

import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.tables.dictionary import raw_folder


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(raw_folder(), tmp_path / "raw")
    return tmp_path


def test_check_says_all_is_well(capsys):
    assert main(["check", "--lang", "en"]) == 0
    assert "well" in capsys.readouterr().out


def test_check_lists_every_fault_and_ends_with_1(folder, capsys):
    path = folder / "raw" / "slum_cities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("564.0", "lima").replace("32.76,2015", "32.99,2015"), encoding="utf-8")
    assert main(["check", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "slum_area_ha" in out and "32.99" in out and "sha256" in out
    assert main(["check", str(folder), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert {f["column"] for f in faults} >= {"slum_area_ha", "regency_code"}


def test_wrong_use_ends_with_2_and_a_sentence(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere"), "--lang", "en"]) == 2
    assert "P2WKSS_DATA" in capsys.readouterr().err
    assert main(["report", "--format", "docs", "--out", str(tmp_path), "--lang", "en"]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2


def test_seal_registers_a_change(folder, capsys):
    path = folder / "raw" / "slum_cities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("564.0", "563.0"), encoding="utf-8")
    assert main(["check", str(folder), "--seal", "--lang", "en"]) == 0
    assert "slum_cities" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0


@pytest.mark.parametrize("command", [[], ["report"], ["check"]])
def test_help(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    assert caught.value.code == 0 and "usage" in capsys.readouterr().out
