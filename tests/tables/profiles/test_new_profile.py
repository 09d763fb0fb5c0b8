"""A profile is one JSON file: template, check, scorecards, command and report know it without another edit."""

import datetime as dt
import json
import shutil

import openpyxl
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.reporting.stories.city.scorecards import chapter
from p2wkss_analysis.tables.profiles import profile

NEW = {
    "name": "kelana",
    "label": {"id": "KELANA (kelurahan layak anak)", "en": "KELANA (village fit for children)"},
    "source": {"id": "contoh", "en": "an example"},
    "note": {"id": "Daftar contoh.", "en": "An example."},
    "items": [
        {
            "key": "playground",
            "number": 1,
            "kind": "yes_no",
            "label": {"id": "taman bermain", "en": "playground"},
            "target": None,
        },
        {
            "key": "truants",
            "number": 2,
            "kind": "zero",
            "label": {"id": "anak putus sekolah", "en": "children out of school"},
            "target": None,
        },
    ],
}


@pytest.fixture
def kelana(monkeypatch, tmp_path):
    folder = shutil.copytree(profile.Path(profile.__file__).parent, tmp_path / "profiles")
    (folder / "kelana.json").write_text(json.dumps(NEW), encoding="utf-8")
    monkeypatch.setattr(profile, "__file__", str(folder / "profile.py"))
    profile.known_profiles.cache_clear()
    yield
    monkeypatch.undo()
    profile.known_profiles.cache_clear()


def test_a_profile_in_the_folder_needs_no_other_edit(kelana, make_office, tmp_path, capsys):
    book = openpyxl.load_workbook(p2.write_template(tmp_path / "t.xlsx", lang="id"))
    said = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"kelana", "taman bermain", "anak putus sekolah"} <= said  # drop-down lists and guide
    office = make_office()
    for year, playground in ((2025, "tidak"), (2026, "ya")):
        office.row("scores", year=year, profile="kelana", item="taman bermain", answer=playground, value=None)
        office.row("scores", year=year, profile="KELANA", item="truants", answer=None, value=0)
    path = office.save()
    city = p2.City(path, as_of=dt.date(2026, 11, 1))
    assert {card.profile.name for card in city.scorecards().cards} == {"kelana"}
    blocks = " ".join(str(block) for block in chapter(city, "id").blocks)
    assert "KELANA (kelurahan layak anak)" in blocks and "taman bermain" in blocks
    assert main(["score", str(path), "--profile", "kelana", "--lang", "en"]) == 0
    assert "KELANA: An example." in capsys.readouterr().out
