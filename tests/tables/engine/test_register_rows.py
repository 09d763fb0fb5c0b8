"""Rows that leave an engine carry pseudonyms equal to those of the workbook; no number of a person is found in anything."""

import contextlib
import os
import re
import threading
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.disclosure.privacy import NoKey, pseudonym, read_key, write_key
from p2wkss_analysis.say.errors import DataFaults, NotEnoughData

VILLAGE, OTHER = "32.76.11.1001", "32.76.11.1002"
NUMBERS = ["32760157" + f"{n:08d}" for n in (8900001, 8900002, 8900003)]  # made up


@pytest.fixture(scope="module")
def key(tmp_path_factory) -> Path:
    return write_key(tmp_path_factory.mktemp("key") / "kota.key")


@pytest.fixture
def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "village_code": [VILLAGE, VILLAGE, OTHER, VILLAGE],
            "year": [2025, 2025, 2025, 2024],
            "household_id": ["b", "a", "c", "a"],
            "no_kk": [NUMBERS[0], f"{NUMBERS[1][:4]} {NUMBERS[1][4:]}", NUMBERS[2], None],
            "registry_decile": [2, 1, 3, 1],
            "women_business": ["ya", "tidak", None, "ya"],
        }
    )


def test_rows_of_a_place_are_those_of_the_sheet_with_pseudonyms(rows, key, monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    table = p2.register_rows(rows, VILLAGE, key=key)
    assert table["household_id"].tolist() == ["a", "b"] and table["year"].tolist() == [2025, 2025]
    assert table["no_kk"].tolist() == [pseudonym(number, read_key(key)) for number in (NUMBERS[1], NUMBERS[0])]
    assert table["women_business"].tolist() == [False, True] and str(table["registry_decile"].dtype) == "Int64"
    assert len(p2.register_rows(rows, "depok", key=key)) == 3
    assert p2.register_rows(rows, VILLAGE, 2024, key)["no_kk"].isna().all()
    chosen = p2.select_households(table, 1, "registry_decile", needier="lower")
    assert chosen.chosen == ["a"]


def test_without_a_key_nothing_leaves_and_elsewhere_is_nobody(rows, key, monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    with pytest.raises(NoKey):
        p2.register_rows(rows, VILLAGE)
    assert len(p2.register_rows(rows.drop(columns="no_kk"), VILLAGE)) == 2
    with pytest.raises(NotEnoughData):
        p2.register_rows(rows, "32.76.01.1006", key=key)


def test_only_the_faults_of_the_place_matter(rows, key):
    rows.loc[2, "registry_decile"] = 99
    assert len(p2.register_rows(rows, VILLAGE, key=key)) == 2
    with pytest.raises(DataFaults):
        p2.register_rows(rows, OTHER, key=key)
    assert p2.register_rows(rows, OTHER, key=key, faults="leave_out")["registry_decile"].isna().all()


@pytest.mark.parametrize(("n", "memory"), [(500, None), pytest.param(300_000, "50MB", marks=pytest.mark.extended)])
def test_no_number_of_a_person_is_found_in_anything_written_or_said(n, memory, tmp_path, key, monkeypatch):
    """Also where ids are numbers of persons, and where memory is so small that the engine writes to disk."""
    numbers = np.char.add("32760157", np.char.zfill((8900001 + np.arange(n)).astype(str), 8))
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "household_id": numbers, "no_kk": numbers, "note": numbers})
    bad, good = tmp_path / "bad.parquet", tmp_path / "good.parquet"
    rows.to_parquet(bad)
    rows.assign(household_id=np.char.add("household number ", np.arange(n).astype(str)), note="").to_parquet(good)
    folder, seen, done = tmp_path / "spilt", [], threading.Event()
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    def watch():
        while not done.wait(0.005):
            for place, _, names in os.walk(folder):  # which passes over a folder that is gone again
                for name in names:
                    with contextlib.suppress(OSError):  # and so may a file be
                        seen.append((Path(place) / name).read_bytes())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        said = [repr(p2.check_register(good, memory=memory))]
        checked = p2.check_register(bad, memory=memory)
        said += [checked.text("en"), checked.html("id"), repr(checked), checked.faults.to_csv()]
        for call in (p2.aggregate_households, lambda source, **more: p2.register_rows(source, VILLAGE, key=key, **more)):
            with pytest.raises(DataFaults) as caught:
                call(bad, memory=memory)
            said += [str(caught.value), repr(caught.value), caught.value.table().to_csv()]
        table = p2.register_rows(bad, VILLAGE, key=key, memory=memory, faults="leave_out")
        said.append(table.to_csv())
    finally:
        done.set()
        watcher.join()
    assert len(table) == n and table["no_kk"].nunique() == n and table["household_id"].isna().all()
    assert (memory is None or seen) and not list(folder.iterdir())
    number = re.compile(rb"32760157\d{8}")
    assert not [text for text in (*(s.encode() for s in said), *seen) if number.search(text)]
    assert bytes.fromhex(key.read_text().strip()) not in b"".join(seen)


def test_a_place_of_which_every_row_is_at_fault_is_no_empty_list(rows, key):
    undotted = rows.assign(village_code="3276031001")  # in the codes of BPS another village than in those of Kemendagri
    with pytest.raises(NotEnoughData, match="Setiap baris"):
        p2.register_rows(undotted, "32.76.03.1001", key=key, faults="leave_out")
