"""The check, what is left out, and pseudonyms are the same on Spark as on DuckDB."""

import os
import shutil

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.disclosure.privacy import write_key

VILLAGE, OTHER = "32.76.11.1001", "32.76.11.1002"
NIK = "32760157" + "08900001"  # made up, and in no text as a whole

pytestmark = pytest.mark.extended


@pytest.fixture(scope="module", autouse=True)
def spark():
    pyspark = pytest.importorskip("pyspark.sql", reason='Spark is not installed: pip install "p2wkss-analysis[spark]"')
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java 17 or newer")
    session = pyspark.SparkSession.builder.master("local[1]").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two years with every kind of fault."""
    rows = pd.DataFrame(
        {
            "village_code": [VILLAGE, "3276111001", VILLAGE, VILLAGE, OTHER, OTHER, OTHER, "99.99.99.9999", None],
            "household_id": ["a", "b", "c", "d", "e", "f", "f", "g", "h"],
            "no_kk": [NIK, f"{NIK[:4]}-{NIK[4:]}", "12", None, "KK-0123456789abcdef0123", NIK, NIK, NIK, NIK],
            "members": ["4", "99", "2.5", "many", "1", "1", " ", "1.000", None],
            "expenditure_rupiah_month": [1e6, 2e6, float("nan"), -1.0, 5e5, 2e9, 1e6, 1e6, None],
            "clean_water": ["yes", "maybe", "Tidak", " ya ", "yes", "yes", "no", "no", ""],
            "women_business": [True, None, False, True, True, True, None, False, True],
            "interview_date": ["2025-03-05", "5 Maret", "1999-01-01", None, "", "2025-03-05", None, None, None],
            "weight": [1.5, 0.0, -1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            "note": [f"NIK {NIK}", "", None, "32.76.01-570890-0001", "ok", "ok", "ok", "ok", "ok"],
        }
    )
    out = tmp_path_factory.mktemp("register")
    for year in (2024, 2025):
        (out / f"year={year}").mkdir()
        rows.to_parquet(out / f"year={year}" / "part-0.parquet")
    return out


def test_faults_are_the_same(folder):
    here, there = (p2.check_register(folder, engine) for engine in ("duckdb", "spark"))
    pd.testing.assert_frame_equal(here.faults, there.faults)
    assert here.rows == there.rows == 18 and len(here.kinds) > 12


def test_figures_without_faults_are_the_same(folder):
    here, there = (p2.aggregate_households(folder, engine, faults="leave_out").table() for engine in ("duckdb", "spark"))
    pd.testing.assert_frame_equal(here, there, rtol=1e-12)


def test_pseudonyms_are_the_same(folder, tmp_path):
    key = write_key(tmp_path / "kota.key")
    here, there = (
        p2.register_rows(folder, VILLAGE, 2025, key, engine=engine, faults="leave_out") for engine in ("duckdb", "spark")
    )
    pd.testing.assert_frame_equal(here, there)
    assert here["no_kk"].notna().sum() == 2 and here["no_kk"].nunique() == 1


@pytest.mark.parametrize("flaw", ["two types", "broken inside"])
def test_what_spark_refuses_is_one_sentence(flaw, tmp_path):
    rows = pd.DataFrame({"village_code": [VILLAGE] * 5000, "year": 2025, "members": range(5000)})
    rows.to_parquet(tmp_path / "a.parquet")
    if flaw == "two types":
        rows.astype({"members": str}).to_parquet(tmp_path / "b.parquet")
    whole = bytearray((tmp_path / "a.parquet").read_bytes())
    if flaw == "broken inside":
        whole[200:4000] = bytes(3800)
        (tmp_path / "a.parquet").write_bytes(whole)
    with pytest.raises(p2.P2wkssError, match="^Spark menolak membaca data: ") as said:
        p2.aggregate_households(tmp_path, "spark", faults="unchecked")
    assert len(str(said.value).splitlines()) == 1 and "calling o" not in str(said.value)
