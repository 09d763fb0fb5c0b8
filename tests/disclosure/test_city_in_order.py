"""A workbook in order, whose cards are where they belong: they become pseudonyms, and the key is never said."""

import pickle
import re
import shutil
from dataclasses import replace

import pytest
from card_numbers import NAMED, NIK, ODD, OTHER, everything, run, said

import p2wkss_analysis as p2

FAMILY = "Zubaedah Wirasasmita"  # as a clerk may write it into a note


@pytest.fixture(scope="module")
def city(tmp_path_factory, key):
    """A small synthetic city with card numbers that look real and the name of a family in its notes, in a file and folder whose
    names hold other numbers, and all the numbers."""
    made = p2.simulate_city("36.72", assisted=20, card_numbers=True, seed=3)
    households = made.tables["households"].copy()
    households["no_kk"] = ("367201" + "150490" + households["no_kk"].str[-4:]).where(households["no_kk"].notna())
    (folder := tmp_path_factory.mktemp("kota") / f"kota {ODD['wide']}").mkdir()
    named = {sheet: made.tables[sheet].assign(note=f"Keluarga {FAMILY}") for sheet in ("deliveries", "scores", "neighbourhoods")}
    tables = made.tables | named | {"households": households.assign(note=f"KK {FAMILY}, {FAMILY} sakit")}
    path = replace(made, tables=tables).write(folder / f"cilegon {NAMED}.xlsx")
    return path, [*households["no_kk"].dropna().unique(), NIK, OTHER]


@pytest.mark.extended
def test_cards_become_pseudonyms_in_the_report(city, key, tmp_path):
    path, cards = city
    assert len(cards) >= 40
    code, text = run("report", "--data", path, "--key", key, "--out", tmp_path, "--format", "xlsx", "--format", "pdf")
    assert code == 0, text
    assert {p.suffix for p in tmp_path.iterdir()} >= {".xlsx", ".pdf"}
    written = everything(tmp_path, text)
    assert FAMILY not in written and not said(written, cards) and not re.search(r"KK-[0-9a-f]{20}", written), (
        "the report holds no single household"
    )
    assert key.read_text().strip() not in written


def test_cards_stay_inside_in_every_paper_of_a_meeting(city, key, tmp_path, monkeypatch):
    """Without the report that is their annex: tests/reporting/test_city_secrecy.py searches all its formats."""
    monkeypatch.setattr("p2wkss_analysis.papers.write.report", lambda *given, **named: [])
    path, cards = city
    code, text = run("papers", path, "--key", key, "--out", tmp_path / "semua")
    assert code == 0, text
    written = list((tmp_path / "semua").iterdir())
    assert {p.suffix for p in written} >= {".docx", ".pptx", ".xlsx"}
    assert any(p.name.startswith("profil-lokasi-") for p in written)
    (tmp_path / "internal").mkdir()
    for one in written:
        if one.name.startswith("internal-"):
            one.rename(tmp_path / "internal" / one.name)
    public, internal = everything(tmp_path / "semua", text), everything(tmp_path / "internal")
    for shown in (public, internal):
        assert FAMILY not in shown and not said(shown, cards) and not re.search(r"KK-[0-9a-f]{20}", shown), (
            "no pseudonym of a card either"
        )
        assert key.read_text().strip() not in shown
    ids = p2.check(path, key=key).tables["households"]["household_id"].unique()
    assert not [one for one in ids if one in public], "only the internal draft names a household"
    assert [one for one in ids if one in internal]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{file}", "--key", "{key}", "--marked", "{out}/tanda.xlsx"),
        ("score", "{file}", "--key", "{key}", "--out", "{out}/s.csv", "--json"),
        ("explorer", "--data", "{file}", "--key", "{key}", "--out", "{out}/p.html"),
        ("collect", "{folder}", "--out", "{out}/r.xlsx"),
        ("check", "{file}", "--key", "{key}", "--json"),
        ("target", "{file}", "--level", "rt", "--village", "{village}", "--draws", "99", "--out", "{out}/rt.xlsx", "--json"),
        ("households", "{file}", "--n", "9", "--score", "registry_decile=lower", "--out", "{out}/calon.xlsx", "--json"),
        ("import", "{file}", "--suggest", "households", "--mapping", "{out}/padanan.json"),
    ],
    ids=lambda a: " ".join((a[0], *(word for word in a if word in ("--marked", "--json")))),
)
def test_cards_stay_inside_with_every_other_command(city, key, tmp_path, arguments, monkeypatch):
    path, cards = city
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(key))
    code, text = run(
        *(a.format(file=path, folder=path.parent, key=key, out=tmp_path, village="36.72.05.1001") for a in arguments)
    )
    assert code == 0, text
    written = everything(tmp_path, text)
    assert not said(written, cards) and key.read_text().strip() not in written
    assert FAMILY not in written or "--marked" in arguments, "only the copy for the clerk holds what the clerk wrote"


def test_a_map_says_none_of_what_its_title_and_names_hold(city, key, tmp_path):
    path, cards = city
    _code, text = run(
        "map",
        "--table",
        path,
        "--column",
        "slum_area_ha",
        "--title",
        ODD["fields"],
        "--label",
        ODD["sign ·"],
        "--source",
        ODD["wide"],
        "--unit",
        ODD["children"],
        "--out",
        tmp_path / "m.svg",
    )
    assert not said(everything(tmp_path, text), cards), text


def test_the_key_is_never_said_and_never_inside_a_project(tmp_path, monkeypatch, city):
    path, _ = city
    project = tmp_path / "proyek"
    (project / ".git").mkdir(parents=True)
    code, text = run("key", project / "kota.key")
    assert code == 2 and not (project / "kota.key").exists()
    good = tmp_path / "luar.key"
    code, text = run("key", good)
    secret = good.read_text().strip()
    assert code == 0 and re.fullmatch(r"[0-9a-f]{64}", secret) and secret not in text and good.stat().st_mode & 0o077 == 0
    shutil.copy(good, project / "kota.key")
    for arguments in (
        ("check", path, "--key", project / "kota.key"),
        ("report", "--data", path, "--key", project / "kota.key", "--out", tmp_path / "o"),
    ):
        code, text = run(*arguments)
        assert code == 2 and secret not in text and "repositori" in text
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(project / "kota.key"))
    assert run("check", path)[0] == 2
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(good))
    checked = p2.check(path)
    assert checked.ok and secret not in pickle.dumps(checked).decode("latin-1")
