"""Sources as offices send them: each is read as it stands, is a fault, or is refused in a sentence; never a number changed."""

import datetime as dt
import os
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.files.scratch import Scratch
from p2wkss_analysis.say.errors import P2wkssError, WrongUse
from p2wkss_analysis.tables.engine import duckdb_engine

VILLAGE = "32.76.11.1001"
NIK = "32760115" + "01900001"  # made up
GOOD = pd.DataFrame({"village_code": VILLAGE, "household_id": ["a", "b", "c"], "members": [4, 5, 1]})


@pytest.fixture
def folder(tmp_path) -> Path:
    """A register of one year in a folder whose name holds signs of patterns."""
    inside = tmp_path / "data * [x]? 'kota' a" / "year=2025"
    inside.mkdir(parents=True)
    GOOD.to_parquet(inside / "part-0.parquet")
    return inside.parent


def people(source) -> float:
    return p2.aggregate_households(source).table()["people"].sum()


def test_a_folder_with_signs_of_patterns_and_quotes_is_read(folder):
    assert people(folder) == 10 and p2.check_register(folder).ok


def test_a_file_that_was_cut_and_an_empty_folder_are_refused(folder, tmp_path):
    file = next(folder.rglob("*.parquet"))
    (tmp_path / "empty").mkdir()
    for cut in (file.read_bytes()[: file.stat().st_size // 2], b"", b"PAR1"):
        file.write_bytes(cut)
        for source in (folder, file, tmp_path / "empty", tmp_path / "nowhere"):
            with pytest.raises(P2wkssError):
                p2.check_register(source)


@pytest.mark.parametrize("lines", [
    ["a,4", "b,5,6,7", "c,1"], ["a,4", "b", "c,1"], ["a", "b,5", "c,1"], ["a,4,9,9", "b,5", "c,1"], ["a,4", '"b,5', "c,1"],
])  # fmt: skip
def test_lines_of_unequal_length_are_refused(tmp_path, lines):
    file = tmp_path / "r.csv"
    file.write_text("village_code,year,household_id,members\n" + "\n".join(f"{VILLAGE},2025,{line}" for line in lines) + "\n")
    with pytest.raises(P2wkssError):
        p2.check_register(file)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_of_every_separator_is_read_as_text_and_zeros_stay(tmp_path, sign):
    GOOD.assign(year=2025, household_id=["001", "01", "1"]).to_csv(tmp_path / "r.csv", sep=sign, index=False)
    assert p2.register_rows(tmp_path / "r.csv", VILLAGE)["household_id"].tolist() == ["001", "01", "1"]


def test_files_of_different_columns_and_types_are_one_register(folder):
    (folder / "year=2024").mkdir()
    GOOD.assign(members=["4", "lima", "1"], clean_water="yes").to_parquet(folder / "year=2024" / "part-0.parquet")
    checked = p2.check_register(folder)
    assert [(kind.column, kind.n, kind.value) for kind in checked.kinds] == [("members", 1, "lima")] and checked.rows == 6


def test_a_year_inside_the_file_that_is_not_that_of_its_folder_is_a_fault(folder):
    file = next(folder.rglob("*.parquet"))
    file.unlink()
    pq.write_table(pa.table({**GOOD.to_dict("list"), "year": [2025, 2024, 2024]}), file)
    (kind,) = p2.check_register(folder).kinds
    assert (kind.column, kind.n, kind.value) == ("year", 2, "2024")


def test_columns_without_values_dictionaries_decimals_and_dates_are_read(tmp_path):
    table = pa.table(
        {
            "village_code": pa.array([VILLAGE] * 3).dictionary_encode(),
            "year": pa.array([2025] * 3, pa.uint16()),
            "household_id": pa.array([1, 2, 3], pa.int64()),
            "members": pa.array([Decimal("4.00"), Decimal("5.00"), Decimal("1.50")], pa.decimal128(9, 2)),
            "clean_water": pa.array(["yes", "perhaps", None]).dictionary_encode(),
            "interview_date": pa.array([dt.date(2025, 3, 5), dt.date(1999, 1, 1), None]),
            "floor_area_m2": pa.array([None] * 3, pa.null()),
            "rt": pa.array([None] * 3, pa.int8()),
            "women_business": pa.array([1, 0, 2], pa.int8()),
        }
    )
    pq.write_table(table, tmp_path / "r.parquet")
    for source in (tmp_path / "r.parquet", table, table.to_pandas()):
        told = {kind.column: (kind.n, kind.value) for kind in p2.check_register(source).kinds}
        assert told["rt"] == (3, "") and told["women_business"] == (1, "2")
        assert told["clean_water"] == (1, "perhaps") and told["interview_date"][0] == 1 and told["members"][0] == 1
        assert set(told) == {"rt", "women_business", "clean_water", "interview_date", "members"}


def test_columns_of_another_kind_are_faults_and_not_numbers(tmp_path):
    rows = GOOD.assign(year=2025, members=[True, False, True], weight=pd.Timestamp("2025-01-01"))
    told = {kind.column: kind.n for kind in p2.check_register(rows).kinds}
    assert told == {"members": 3, "weight": 3}


def test_yes_or_no_with_gaps_is_read_as_pandas_keeps_and_writes_it(tmp_path):
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "women_business": [1.0, None, 0.0]})
    rows.to_parquet(tmp_path / "r.parquet")
    rows.to_csv(tmp_path / "r.csv", index=False)
    for source in (rows, tmp_path / "r.parquet", tmp_path / "r.csv"):
        assert p2.check_register(source).ok
        assert p2.aggregate_households(source).table()["women_business_percent"].tolist() == [50]
    wrong = rows.assign(women_business=[1.0, 0.5, 10.0])
    assert [kind.n for kind in p2.check_register(wrong).kinds] == [2]


@pytest.mark.parametrize("memory", ["x", "2 apples"])
def test_memory_that_is_no_size_is_refused_in_a_sentence(memory):
    with pytest.raises(P2wkssError):
        p2.check_register(GOOD.assign(year=2025), memory=memory)


def test_no_rows_are_a_fault(tmp_path):
    checked = p2.check_register(GOOD.assign(year=2025).head(0))
    assert not checked.ok and "no data rows" in checked.text("en")


def test_what_the_engine_says_holds_no_number_of_a_person(tmp_path):
    number = "32760157" + "08900001"
    file = tmp_path / "r.csv"
    file.write_text(f"village_code,year,household_id,members\n{VILLAGE},2025,{number},4\n{VILLAGE},2025,{number},4,{number}\n")
    with pytest.raises(P2wkssError) as caught:
        p2.check_register(file)
    assert number not in str(caught.value) + repr(caught.value) + str(caught.value.__cause__)


def test_the_command_says_a_page_and_ends_with_one(folder, capsys):
    assert main(["check", str(folder), "--lang", "en"]) == 0
    assert "3 rows of households checked. No faults." in capsys.readouterr().out
    GOOD.assign(members=99).to_parquet(next(folder.rglob("*.parquet")))
    assert main(["check", str(folder), "--lang", "en"]) == 1
    assert "- members, 3 rows, such as '99': This value is above 30" in capsys.readouterr().out
    assert main(["check", str(folder), "--json"]) == 1
    assert '"n": 3' in capsys.readouterr().out


def test_another_spelling_far_down_or_in_a_column_of_categories_is_read_alike():
    words = pd.Series(["own_septic"] * 10_001 + ["Sendiri, tangki septik", "none"])
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "latrine": words})
    for way in (rows, rows.astype({"latrine": "category"})):
        (share,) = p2.aggregate_households(way).table()["septic_tank_percent"]
        assert share == pytest.approx(100 * 10_002 / 10_003, abs=1e-12)


def test_unchecked_what_is_no_whole_year_is_missing_and_people_nobody_counted_are_not_none():
    rows = pd.DataFrame({"village_code": VILLAGE, "year": [2025.5, float("inf"), 2025.0], "members": [1, 1, None]})
    table = p2.aggregate_households(rows, faults="unchecked").table()
    assert table["rows"].tolist() == [1] and table["people"].isna().all()


def test_tables_that_are_no_tables_of_one_kind_a_column_are_refused_in_a_sentence():
    mixed = pd.DataFrame({"village_code": [3276111001, NIK], "year": 2025}).astype({"village_code": object})
    twice = pd.DataFrame([[VILLAGE, 2025, 1, 2]], columns=["village_code", "year", "members", "members"])
    for table, said in ((mixed, "village_code"), (twice, "nama yang sama"), (pd.DataFrame(), "DuckDB")):
        with pytest.raises(P2wkssError, match=said) as caught:
            p2.aggregate_households(table)
        assert NIK not in str(caught.value)


def test_a_household_id_that_is_a_number_of_a_person_is_a_fault_whatever_its_type():
    rows = pd.DataFrame({"village_code": VILLAGE, "year": 2025, "household_id": [int(NIK), 2]})
    assert p2.check_register(rows).faults["value"].tolist() == ["[•••]"]


def test_csv_of_an_office_is_read_by_its_headings_with_decimal_commas(tmp_path):
    file = tmp_path / "dtsen.csv"
    file.write_text(
        "No;Nama kepala keluarga;NIK;Kode desa/kelurahan;Tahun data;Desil Nasional;Jumlah_anggota_keluarga;Luas lantai;"
        "Perempuan menjalankan usaha;Penimbang\n"
        f"1;A;{NIK};32.76.11.1001;2025;2;4;12,5;Ya ;1,5\n2;B;{NIK};32.76.11.1001;2025;7;4;45;TIDAK;0,5\n",
        encoding="utf-8-sig",
    )
    assert p2.check_register(file).ok
    columns = ["households", "people", "low_decile_percent", "crowded_percent", "women_business_percent"]
    assert p2.aggregate_households(file).table()[columns].values.tolist() == [[2, 8, 75, 75, 75]]


@pytest.mark.parametrize(("column", "cell"), [("members", "1,500"), ("weight", "1,234"), ("expenditure_rupiah_month", "454.000")])
def test_groups_of_three_digits_are_asked(column, cell):
    checked = p2.check_register(GOOD.astype(str).assign(year="2025", **{column: cell}))
    assert any("housands" in kind.rule.en for kind in checked.kinds) and not checked.units


def test_what_cannot_be_read_says_what_to_do(tmp_path):
    for name, said in (("r.xlsx", "CSV UTF-8"), ("nowhere", "tidak ada")):
        if "." in name:
            (tmp_path / name).write_bytes(b"PK")
        with pytest.raises(P2wkssError, match=said):
            p2.aggregate_households(tmp_path / name)
    with pytest.raises(P2wkssError, match='--column village_code="nama kolom"'):
        p2.check_register(GOOD.rename(columns={"village_code": "k"}).assign(year=2025))


def test_what_a_killed_run_left_goes_with_the_next_and_that_of_a_running_one_stays(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    running, killed = Scratch(), tmp_path / "p2wkss-old"
    killed.mkdir()
    (killed / "kunci").touch()
    for folder in (running.folder, killed):
        os.utime(folder / "kunci", (0, 0))
    people(GOOD.assign(year=2025))
    assert [path.name for path in tmp_path.iterdir()] == [running.folder.name]
    running.close()
    assert not list(tmp_path.iterdir())


def test_a_query_that_is_stopped_ends_as_any_other_run_that_is_stopped():
    with pytest.raises(KeyboardInterrupt), duckdb_engine.said():
        raise RuntimeError("Query interrupted")


def test_a_folder_never_takes_the_place_of_a_column_in_silence(tmp_path):
    inside = tmp_path / "members=9" / "year=2025"
    inside.mkdir(parents=True)
    GOOD.assign(year=2025.0).to_parquet(inside / "a.parquet")
    assert p2.check_register(tmp_path / "members=9").faults["column"].tolist() == ["members"]
    GOOD.drop(columns="members").assign(year=2025.0).to_parquet(inside / "a.parquet")
    assert people(tmp_path / "members=9") == 27


def test_of_two_columns_for_one_figure_none_is_taken_in_silence():
    twice = GOOD.assign(year=2025, registry_decile=1, Desil=10)
    with pytest.raises(WrongUse, match="Desil"):
        p2.check_register(twice)
    for column, low in (("Desil", 0.0), ("registry_decile", 100.0)):
        found = p2.aggregate_households(twice, columns={"registry_decile": column}).table()
        assert (found["low_decile_percent"] == low).all()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.parquet")
    with pytest.raises(P2wkssError, match="pipa"):
        people(folder)
