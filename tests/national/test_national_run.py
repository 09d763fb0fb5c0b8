"""A run over a country of three: what it writes, how it goes on after a stop, what it refuses. All values are made up."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

import p2wkss_analysis as p2
from p2wkss_analysis.city.need import city_need
from p2wkss_analysis.cli import main
from p2wkss_analysis.files.csv_text import csv_text
from p2wkss_analysis.national import run as running
from p2wkss_analysis.national.neighbourhood import pairs_of_boundaries
from p2wkss_analysis.national.reading import read_village_years
from p2wkss_analysis.national.told import Refused
from p2wkss_analysis.national.unfinished import begin
from p2wkss_analysis.places.areas import told_apart

CODES = ("32.77", "32.79", "31.01")  # Cimahi, Banjar, and Kepulauan Seribu with six villages
YEARS = range(2018, 2024)
RESULTS = {"run.json", *(f"{t}.{e}" for t in ("regencies", "need", "clusters", "effects") for e in ("csv", "parquet"))}


@pytest.fixture(scope="module")
def areas():
    every = p2.load("areas")
    return every[(every["level"] == "village") & every["area_code"].str[:5].isin(CODES)].sort_values("area_code")


@pytest.fixture(scope="module")
def village_years(areas):
    rng, n, T = np.random.default_rng(1), len(areas), len(YEARS)
    low = 30 + 5 * rng.normal(size=(n, 1)) + 2 * rng.normal(size=(n, T))
    return pd.DataFrame(
        {
            "area_code": np.repeat(areas["area_code"].to_numpy(object), T),
            "year": np.tile(np.array(YEARS), n),
            "low_decile_percent": low.ravel().round(2),
            "decile_cut": 4,
            "stunting_percent": np.where(np.arange(T) > 2, 20 + rng.normal(size=(n, T)), np.nan).ravel().round(2),
            "poverty_gap": 1.0,  # of no use here
            "synthetic": True,
        }
    )


@pytest.fixture(scope="module")
def sites(village_years):
    """In both cities the worst of 2020 and of 2021, a year later."""
    rows = [
        (part.nlargest(1, "low_decile_percent")["area_code"].iloc[0], year + 1)
        for code in CODES[:2]
        for year in (2020, 2021)
        for part in [village_years[village_years["area_code"].str.startswith(code) & (village_years["year"] == year)]]
    ]
    return pd.DataFrame(rows, columns=["area_code", "year"]).drop_duplicates("area_code")


@pytest.fixture(scope="module")
def found(village_years, sites, tmp_path_factory):
    return p2.national_run(village_years, tmp_path_factory.mktemp("negara") / "hasil", sites, draws=99)


def test_the_folder_holds_every_table_and_nothing_stands_beside_it(found, areas):
    assert {path.name for path in found.folder.iterdir()} == RESULTS
    assert [path.name for path in found.folder.parent.iterdir()] == ["hasil"]
    assert found.need["area_code"].nunique() == len(found.need) == len(areas)
    assert found.regencies["regency_code"].tolist() == sorted(CODES)
    assert set(found.effects["regency_code"]) == {*CODES, "all"}
    csv = pd.read_csv(found.folder / "need.csv", dtype={"regency_code": str, "area_code": str}, sep=";", decimal=",")
    assert csv["score"].to_numpy() == pytest.approx(found.need["score"].to_numpy(float), abs=1e-4, nan_ok=True)
    assert found.need["synthetic"].all() and found.effects["synthetic"].all()


def test_need_is_what_the_city_itself_is_told(found, village_years, sites, areas):
    rows, chosen = (t[t["area_code"].str.startswith("32.77")] for t in (village_years, sites))
    names = told_apart(areas[areas["area_code"].str.startswith("32.77")], p2.load("areas"))
    sheets = [t.rename(columns={"area_code": "village_code"}) for t in (rows, chosen)]
    own = city_need(*sheets, places=names).table()
    here = found.need[(found.need["regency_code"] == "32.77") & found.need["eligible"]]
    for column in ("area_code", "name", "rank", "score", "probability_top_k", "rank_low", "rank_high"):
        assert here[column].tolist() == own[column].tolist(), column
    served = found.need[found.need["area_code"].isin(sites["area_code"])]
    assert set(served["status"]) == {"served"} and not served["eligible"].any() and served["rank"].isna().all()


def test_what_cannot_be_answered_has_its_reason(found):
    few = found.regencies.set_index("regency_code").loc["31.01"]
    assert few["ranked"] == 6 and pd.isna(few["clusters"]) and pd.isna(few["estimate"]) and "lokasi program" in few["reason"]
    refused = [(r["regency_code"], r["question"]) for r in found.run["refused"]]
    assert refused == [
        ("31.01", "clusters"),
        ("31.01", "low_decile_percent"),
        *((code, "stunting_percent") for code in ("31.01", "32.77", "32.79", "all")),  # of three years alone
    ]
    rows = found.effects[found.effects["outcome"] == "low_decile_percent"].set_index("regency_code")
    assert rows["estimate"].notna().to_dict() == {"31.01": False, "32.77": True, "32.79": True, "all": True}
    assert rows.loc["all", "n_treated"] == rows.loc[["32.77", "32.79"], "n_treated"].sum()


def test_it_says_what_it_found_and_that_it_is_made_up(found):
    assert found.sentence("en").startswith("SYNTHETIC DATA: not the real situation. 3 of 3 kabupaten and kota")
    assert "2024" in found.sentence("id") and "kolom reason pada regencies.csv" in found.sentence("id")
    assert "Kota Cimahi" in found.text("en") and found.table().equals(found.regencies)
    said = json.loads((found.folder / "run.json").read_text())
    assert said["version"] == p2.__version__ and [i["rows"] for i in said["inputs"]] == [len(found.need) * 6, 3]
    assert said["options"] | {"draws": 99, "rule": "worst", "outcome": "low_decile_percent"} == said["options"]


class Stopped(Exception):
    """As if the computer had gone out."""


def stop_after(n: int, monkeypatch) -> list[str]:
    """Let `n` of them be answered and stop at the next; what was asked."""
    asked, answer = [], running.answers_of

    def answers_of(regency, *more):
        asked.append(regency.code)
        if len(asked) > n:
            raise Stopped
        return answer(regency, *more)

    monkeypatch.setattr(running, "answers_of", answers_of)
    return asked


def test_a_run_that_was_stopped_goes_on_and_gives_the_same_to_the_last_byte(found, village_years, sites, tmp_path, monkeypatch):
    out = tmp_path / "hasil"
    with monkeypatch.context() as patch, pytest.raises(Stopped):
        stop_after(1, patch)
        p2.national_run(village_years, out, sites, draws=99)
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.belum-selesai"]
    asked = stop_after(9, monkeypatch)
    shuffled = village_years.sample(frac=1, random_state=3)
    p2.national_run(shuffled, out, sites, draws=99)
    assert asked == ["32.77", "32.79"]
    for name in RESULTS - {"run.json"}:
        assert (out / name).read_bytes() == (found.folder / name).read_bytes(), name
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


def test_other_inputs_begin_anew_and_finished_ones_are_read(found, village_years, sites, tmp_path, monkeypatch):
    with monkeypatch.context() as patch, pytest.raises(Stopped):
        stop_after(1, patch)
        p2.national_run(village_years, tmp_path / "hasil", sites, draws=99)
    with monkeypatch.context() as patch, pytest.raises(Stopped):
        asked = stop_after(0, patch)
        p2.national_run(village_years, tmp_path / "hasil", sites, draws=99, seed=2)
    assert asked == ["31.01"] and not list(tmp_path.iterdir())  # nothing was finished, and nothing stays
    asked = stop_after(0, monkeypatch)
    again = p2.national_run(village_years, found.folder, sites, draws=99)
    assert not asked and again.need.equals(found.need)


def test_a_folder_that_holds_anything_else_is_never_touched(found, village_years, sites, tmp_path):
    with pytest.raises(p2.P2wkssError, match="data atau pilihan lain"):
        p2.national_run(village_years, found.folder, sites, draws=99, seed=5)
    (tmp_path / "surat.txt").write_text("penting")
    with pytest.raises(p2.P2wkssError, match="tidak kosong"):
        p2.national_run(village_years, tmp_path, sites)
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_two_runs_at_once_into_one_folder_are_refused(tmp_path):
    with begin(tmp_path / "hasil", "a") as run:
        run.keep("31.01", {})
        with pytest.raises(p2.P2wkssError, match="Proses lain"), begin(tmp_path / "hasil", "b"):
            pass
        assert run.done() == {"31.01"}


# --- faults -----------------------------------------------------------------------------------------------


def test_every_fault_of_a_table_is_named_at_once(village_years, tmp_path):
    bad = village_years.head(6).astype({"stunting_percent": object})
    bad.loc[0, "area_code"] = "99.99.99.9999"
    bad.loc[1, "year"] = bad.loc[2, "year"]
    bad.loc[3, "stunting_percent"] = "tiga"
    bad.loc[4, "low_decile_percent"] = 130.0
    rows = [("area_code", 1), ("stunting_percent", 4), ("low_decile_percent", 5), ("year", 3)]
    with pytest.raises(p2.P2wkssError) as told:
        p2.national_run(bad, tmp_path / "hasil")
    assert {(f.column, f.row) for f in told.value.faults} == set(rows)
    bad.to_csv(tmp_path / "desa.csv", index=False, sep=";")
    with pytest.raises(p2.P2wkssError) as told:
        p2.national_run(tmp_path / "desa.csv", tmp_path / "hasil")
    assert {(f.file, f.column, f.row) for f in told.value.faults} == {("desa.csv", column, row + 1) for column, row in rows}
    assert not list(tmp_path.glob("hasil*"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t.drop(columns="year"), "year"),
        (lambda t: t[["area_code", "year"]], "low_decile_percent"),
        (lambda t: t.assign(synthetic=[True] + [False] * (len(t) - 1)), "sintetis"),
        (lambda t: t.iloc[:0], "tidak ada baris"),
        (lambda t: t.assign(low_decile_percent=np.nan, stunting_percent=np.nan), "belum berisi angka"),
        (lambda t: t.to_dict(), "DataFrame"),
        (lambda t: "tidak-ada.parquet", "tidak-ada.parquet"),
    ],
)
def test_what_is_no_table_of_village_years_is_refused_in_words(village_years, change, said, tmp_path):
    with pytest.raises(p2.P2wkssError, match=said):
        p2.national_run(change(village_years.head(20)), tmp_path / "hasil")


@pytest.mark.parametrize(
    "asked", [{"k": 0}, {"outcome": "x"}, {"outcome": "slum_area_ha"}, {"rule": "best"}, {"draws": 5}, {"seed": -1}]
)
def test_what_cannot_be_asked_is_refused_before_any_work(village_years, asked, tmp_path):
    with pytest.raises(p2.P2wkssError):
        p2.national_run(village_years, tmp_path / "hasil", **asked)
    assert not list(tmp_path.iterdir())


def test_a_table_as_its_command_writes_it_in_either_language_is_the_same(village_years, tmp_path):
    few = village_years.head(40).round(4)
    for lang in ("id", "en"):
        (tmp_path / f"{lang}.csv").write_text(csv_text(few, lang), encoding="utf-8")
    read = [read_village_years(source).inputs[0]["sha256"] for source in (few, tmp_path / "id.csv", tmp_path / "en.csv")]
    assert len(set(read)) == 1


def test_a_damaged_file_is_refused_in_words(tmp_path):
    for data, said in ((b"no parquet", "bukan berkas Parquet"), (b"PAR1 and no more", "rusak")):
        (tmp_path / "desa.parquet").write_bytes(data)
        with pytest.raises(p2.P2wkssError, match=said):
            p2.national_run(tmp_path / "desa.parquet", tmp_path / "hasil")


def test_neighbours_are_those_of_the_file_where_it_holds_enough_and_never_made_up(areas):
    cimahi = areas[areas["area_code"].str.startswith("32.77")]
    banjar = areas[areas["area_code"].str.startswith("32.79")]
    shaped = pd.concat([cimahi, banjar.head(2)])
    squares = [
        shapely.box(x, y, x + 0.01, y + 0.01)
        for x, y in [(107.5 + 0.01 * (i % 5), -6.9 + 0.01 * (i // 5)) for i in range(len(shaped))]
    ]
    file = gpd.GeoDataFrame({"kode": shaped["area_code"].to_list()}, geometry=squares, crs=4326)
    pairs = pairs_of_boundaries(pd.concat([cimahi, banjar.head(8)]), file)
    assert set(pairs["32.77"]["source"]) == {"boundaries"} and pairs["32.77"]["area_code"].nunique() == len(cimahi)
    assert isinstance(pairs["32.79"], Refused) and "2 of 8" in pairs["32.79"].reason.say("en")


def test_the_command_writes_the_folder_and_says_what_it_found(village_years, sites, tmp_path, capsys):
    sites.to_csv(tmp_path / "lokasi.csv", index=False)
    village_years[village_years["area_code"].str.startswith("31.01")].to_csv(tmp_path / "desa.csv", index=False)
    words = ["national", str(tmp_path / "desa.csv"), "--out", str(tmp_path / "hasil"), "--rule", "unknown", "--lang", "en"]
    words += ["--sites", str(tmp_path / "lokasi.csv")]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert (
        "1 of 1 kabupaten and kota (6 villages)" in said
        and "Kab. Kep. Seribu" in said
        and "3 rows of the table of sites are in" in said
    )
    assert {path.name for path in (tmp_path / "hasil").iterdir()} == RESULTS
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["ranked"] == 6


# --- the long way -----------------------------------------------------------------------------------------


@pytest.mark.extended
def test_killed_at_any_moment_nothing_half_is_published_and_the_end_is_the_same(village_years, sites, tmp_path):
    """Twenty runs killed by SIGKILL, each going on where the one before was; then one to its end."""
    village_years.to_parquet(tmp_path / "desa.parquet")
    sites.to_csv(tmp_path / "lokasi.csv", index=False)
    program = [
        sys.executable,
        "-m",
        "p2wkss_analysis",
        "national",
        str(tmp_path / "desa.parquet"),
        "--sites",
        str(tmp_path / "lokasi.csv"),
    ]
    whole, out, chance = tmp_path / "utuh", tmp_path / "hasil", random.Random(4)
    began = time.monotonic()
    subprocess.run([*program, "--out", str(whole)], check=True, capture_output=True)
    seconds, kept = time.monotonic() - began, 0
    for kill in range(20):
        if kill % 5 == 4:  # from the beginning again
            for folder in (out, out.with_name("hasil.belum-selesai")):
                subprocess.run(["rm", "-rf", str(folder)], check=True)
        process = subprocess.Popen([*program, "--out", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, seconds))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert not out.exists() or {path.name for path in out.iterdir()} == RESULTS
        kept += bool(list(tmp_path.glob("hasil.belum-selesai/*/*.json")))
    subprocess.run([*program, "--out", str(out)], check=True, capture_output=True)
    for name in RESULTS - {"run.json"}:
        assert (out / name).read_bytes() == (whole / name).read_bytes(), name
    assert kept and not list(tmp_path.glob("hasil.*"))


@pytest.mark.extended
def test_need_is_that_of_the_workbook(tmp_path):
    """A synthetic city: its workbook, and its sheets as tables of village-years and sites."""
    p2.simulate_city("32.76", seed=1).write(tmp_path / "depok.xlsx")
    city = p2.City(tmp_path / "depok.xlsx")
    rows = city.tables["villages"].rename(columns={"village_code": "area_code"})
    chosen = city.tables["sites"].rename(columns={"village_code": "area_code"})[["area_code", "year"]].dropna()
    found = p2.national_run(rows, tmp_path / "hasil", chosen, draws=99)
    own = city.need(k=int(found.regencies["k"].iloc[0])).table()
    here = found.need[found.need["rank"].notna()]
    for column in ("area_code", "rank", "score", "probability_top_k", "rank_low", "rank_high"):
        assert here[column].tolist() == own[column].tolist(), column
