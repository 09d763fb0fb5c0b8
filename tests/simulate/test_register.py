"""A simulated register: known answers that hold, one household after another whatever the pieces, whole or not at all."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.indicators.healthy_family import ITEMS, healthy_family_index
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate.register import parts, register

PLACES = ("Kota Depok", "36.72")
GIVEN = {"years": range(2022, 2025), "regencies": PLACES, "seed": 7}
SHEET = ("low_decile_percent", "out_of_school_percent", "stunting_percent", "expenditure_rupiah_person_month")
FIELDS = {field["name"]: field for field in fields_of("households")}


def read(folder: Path) -> pd.DataFrame:
    years = sorted(folder.glob("year=*"))
    rows = [pd.read_parquet(file).assign(year=int(year.name[5:])) for year in years for file in sorted(year.glob("*.parquet"))]
    return pd.concat(rows, ignore_index=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """4,000 household-years of Depok and Cilegon, as they are read back."""
    folder = tmp_path_factory.mktemp("register") / "register"
    result = p2.simulate_register(4_000, folder, **GIVEN)
    return result, read(folder), pd.read_parquet(folder / "_known" / "village_years.parquet")


def test_the_register_is_as_large_as_asked_and_says_that_it_is_made_up(made):
    result, rows, known = made
    assert len(rows) == 4_000 == known["rows"].sum() and result.table()["households"].sum() == 4_000
    assert rows["synthetic"].all() and "DATA SINTETIS" in result.sentence("id") and "SYNTHETIC DATA" in result.sentence("en")
    readme = (result.folder / "_known" / "README.txt").read_text(encoding="utf-8")
    assert "DATA SINTETIS" in readme and "SYNTHETIC DATA" in readme and "seed 7" in readme and p2.__version__ in readme
    codes = p2.load("areas").query("level == 'village'")["area_code"]
    assert set(rows["village_code"]) == set(codes[codes.str[:5].isin(["32.76", "36.72"])])
    for _, year in rows.groupby("year"):
        assert year["village_code"].is_monotonic_increasing and year["household_id"].is_unique


def test_another_way_of_cutting_the_work_gives_the_same_register(made, tmp_path, monkeypatch):
    monkeypatch.setattr(register, "_PIECE", 400)
    monkeypatch.setattr(parts, "GROUP", 300)
    monkeypatch.setattr(parts, "_GROUPS", 2)
    again = tmp_path / "again"
    p2.simulate_register(4_000, again, **GIVEN)
    assert_frame_equal(read(again), made[1])
    assert_frame_equal(pd.read_parquet(again / "_known" / "village_years.parquet"), made[2])
    assert pq.ParquetFile(again / "year=2022" / "part-00000.parquet").metadata.row_group(0).num_rows == 300
    assert len(list((again / "year=2022").iterdir())) == 3


def test_a_regency_alone_is_its_part_of_a_larger_register(made, tmp_path):
    part = made[1][made[1]["village_code"].str.startswith("36.72.")].reset_index(drop=True)
    p2.simulate_register(len(part), tmp_path / "cilegon", **GIVEN | {"regencies": "Cilegon"})
    assert_frame_equal(read(tmp_path / "cilegon"), part)


def test_another_seed_gives_other_households(made, tmp_path):
    p2.simulate_register(4_000, tmp_path / "other", **GIVEN | {"seed": 8})
    assert read(tmp_path / "other")["members"].ne(made[1]["members"]).mean() > 0.5


def test_every_column_keeps_to_the_dictionary(made):
    rows = made[1]
    own = {"year", "weight", "poverty_line_rupiah_person_month", "synthetic"}
    assert set(rows) - own <= set(FIELDS) and "no_kk" not in rows
    for name in set(rows) & set(FIELDS):
        field, limits, values = FIELDS[name], FIELDS[name].get("constraints", {}), rows[name].dropna()
        if "enum" in limits:
            assert set(values) <= set(limits["enum"]), name
        if field["type"] in ("integer", "number"):
            assert values.between(limits.get("minimum", -np.inf), limits.get("maximum", np.inf)).all(), name
            assert (values[values > 0] >= field.get("plausible_from", 0)).all(), name
        if "pattern" in limits:
            assert values.str.fullmatch(limits["pattern"]).all(), name
        if limits.get("required"):
            assert rows[name].notna().all(), name
        if whole := field.get("not_above"):
            assert not (rows[name] > rows[whole]).any(), name
    assert (rows["weight"] > 0).all() and not (rows["under_five_stunted"] > rows["under_five_weighed"]).any()
    lost = rows.isna().mean()
    assert 0.001 < lost[[*ITEMS, "registry_decile", "expenditure_rupiah_month"]].min() and lost.max() < 0.06


def test_lines_of_poverty_are_the_published_ones(made, tmp_path):
    figures = (
        p2.load("regency_indicators").query("indicator == 'poverty_line' and area_code == '32.76'").set_index("year")["value"]
    )
    found = made[1][made[1]["village_code"].str.startswith("32.76.")].groupby("year")["poverty_line_rupiah_person_month"]
    assert found.nunique().eq(1).all() and found.first().to_dict() == {year: figures[year] for year in (2022, 2023, 2024)}
    p2.simulate_register(500, tmp_path / "later", years=range(2030, 2031), regencies="36.72")
    assert read(tmp_path / "later")["poverty_line_rupiah_person_month"].isna().all(), "none is published for 2030"


def test_households_stay_leave_join_and_move(made):
    rows = made[1]
    ids = {year: set(part["household_id"]) for year, part in rows.groupby("year")}
    assert 0.9 < len(ids[2022] & ids[2023]) / len(ids[2022]) < 0.99 and ids[2023] - ids[2022] and ids[2022] - ids[2023]
    homes = rows.groupby("household_id")["village_code"].agg(["nunique", "first", "last"])
    assert 0 < (homes["nunique"] > 1).mean() < 0.05 and homes["first"].str[:5].eq(homes["last"].str[:5]).all()
    steady = rows[rows["year"] == 2022].merge(rows[rows["year"] == 2023], on="household_id")
    assert steady["registry_decile_x"].corr(steady["registry_decile_y"]) > 0.7


def by_hand(rows: pd.DataFrame) -> pd.DataFrame:
    """The known figures once more, by pandas, a village and year at a time."""
    made = []
    for (code, year), h in rows.groupby(["village_code", "year"]):
        school = h.dropna(subset=["aged_7_18", "aged_7_18_in_school"])
        weighed = h.dropna(subset=["under_five_weighed", "under_five_stunted"])
        spends = h.dropna(subset=["members", "expenditure_rupiah_month"])
        each, line = spends["expenditure_rupiah_month"] / spends["members"], spends["poverty_line_rupiah_person_month"]
        poverty = [np.average((each < line) * (1 - each / line) ** power, weights=spends["members"]) for power in (0, 1, 2)]
        asked = h.dropna(subset=list(ITEMS))
        bad = h[["unsafe_structure", "perishable_wall_roof", "poor_floor"]].astype("boolean")
        bad["crowded"] = (h["floor_area_m2"].astype("Float64") / h["members"].astype("Float64")) < 7.2
        unfit = bad.any(axis=1) | pd.Series(pd.NA, h.index, dtype="boolean").where(bad.isna().any(axis=1), False)
        words = {f"{item}_percent": 100 * h.loc[h[item].isin(["yes", "no"]), item].eq("yes").mean() for item in ITEMS}
        made.append(
            {
                "area_code": code,
                "year": year,
                "rows": len(h),
                "households": h["weight"].sum(),
                "people": (h["members"] * h["weight"]).sum(),
                "low": 100 * h["registry_decile"].dropna().le(4).mean(),
                "decile_cut": 4,
                "school": 100 - 100 * school["aged_7_18_in_school"].sum() / school["aged_7_18"].sum(),
                "stunting": 100 * weighed["under_five_stunted"].sum() / (weighed["under_five_weighed"].sum() or np.nan),
                "spending": spends["expenditure_rupiah_month"].sum() / spends["members"].sum(),
                "poverty_rate": 100 * poverty[0],
                "poverty_gap_index": 100 * poverty[1],
                "poverty_severity_index": 100 * poverty[2],
                "unfit_house_percent": 100 * unfit.dropna().astype(float).mean(),
                **words,
                "healthy_family_index": 100
                * healthy_family_index(asked[list(ITEMS)].apply(lambda c: c.map({"yes": 1.0, "no": 0.0}))).mean(),
            }
        )
    return pd.DataFrame(made)


def test_the_known_answers_are_those_of_the_rows(made):
    _, rows, known = made
    some = known["area_code"].unique()[::30]
    known = known[known["area_code"].isin(some)].sort_values(["area_code", "year"], ignore_index=True)
    again = by_hand(rows[rows["village_code"].isin(some)]).rename(
        columns=dict(zip(("low", "school", "stunting", "spending"), SHEET))
    )
    assert_frame_equal(known[list(again)], again, check_dtype=False, rtol=1e-12)


def test_the_known_answers_are_those_of_the_package(made):
    """Counted once by numpy as the rows are made, once by an engine out of the files."""
    result, _, known = made
    found = p2.aggregate_households(result.folder).table().set_index(["area_code", "year"])
    known = known.set_index(["area_code", "year"]).drop(columns="planted_points")
    shared = [column for column in found if column in known]
    assert set(found) - set(shared) <= {"expenditure_p10", "expenditure_p50", "expenditure_p90"}, "every figure but quantiles"
    assert_frame_equal(found[shared], known.loc[found.index, shared], check_dtype=False, rtol=1e-9, atol=1e-9)


def test_the_planted_effect_is_the_whole_difference(made, tmp_path):
    result, rows, known = made
    low = SHEET[0]
    p2.simulate_register(4_000, tmp_path / "none", **GIVEN | {"effect": 0})
    without = read(tmp_path / "none")
    assert_frame_equal(without.drop(columns="registry_decile"), rows.drop(columns="registry_decile"))
    none = pd.read_parquet(tmp_path / "none" / "_known" / "village_years.parquet")
    assert np.allclose(known[low] - none[low], known["planted_points"], rtol=0, atol=1e-12, equal_nan=True)
    assert not none["planted_points"].any()
    sites = pd.read_csv(result.folder / "_known" / "sites.csv", dtype={"area_code": str}, encoding="utf-8-sig")
    assert sites[["area_code", "year"]].equals(
        pd.read_csv(tmp_path / "none" / "_known" / "sites.csv", dtype={"area_code": str}, encoding="utf-8-sig")[
            ["area_code", "year"]
        ]
    )
    after = known["year"] >= known["area_code"].map(sites.set_index("area_code")["year"])
    assert not known.loc[~after, "planted_points"].any() and len(sites) == result.sites == 4
    assert ((known["planted_points"] + 4).abs() * known["rows"] / 100)[after].max() <= 1, "to one household"


def test_sites_are_the_neediest_of_the_year_before(made):
    result, _, known = made
    low = SHEET[0]
    sites = pd.read_csv(result.folder / "_known" / "sites.csv", dtype={"area_code": str}, encoding="utf-8-sig")
    before = set()
    for year, here in sites.groupby("year"):
        free = known[(known["year"] == year - 1) & ~known["area_code"].isin(before)]
        worst = free.loc[free.groupby(free["area_code"].str[:5])[low].idxmax(), "area_code"]
        assert set(worst) == set(here["area_code"])
        before |= set(worst)


def test_a_register_too_small_for_all_villages_holds_whole_regencies(tmp_path):
    made = p2.simulate_register(8_000, tmp_path / "small", years=1)
    many = p2.load("areas").query("level == 'village'")["area_code"].str[:5].value_counts()
    assert made.regencies < 100 and made.table()["households"].sum() == 8_000
    codes = read(tmp_path / "small")["village_code"].drop_duplicates().str[:5].value_counts()
    assert (codes == many[codes.index]).all()


# --- whole or not at all --------------------------------------------------------------------------------


def test_a_folder_that_holds_anything_is_refused_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(register, "_written", None)
    (tmp_path / "note.txt").write_text("kept")
    for place in (tmp_path, tmp_path / "note.txt"):
        with pytest.raises(WrongUse, match="isinya|note.txt sudah ada"):
            p2.simulate_register(500, place, regencies="36.72")
    assert [file.name for file in tmp_path.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_run_that_stops_leaves_nothing(tmp_path, monkeypatch, error):
    def stop(*_):
        raise error

    monkeypatch.setattr(register, "_say_known", stop)
    with pytest.raises(
        KeyboardInterrupt if error is KeyboardInterrupt else WrongUse, match=None if error is KeyboardInterrupt else "penuh"
    ):
        p2.simulate_register(500, tmp_path / "register", years=1, regencies="36.72")
    assert not list(tmp_path.iterdir())


# --- what cannot be made --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given, said",
    [
        ({"households": 0}, "households=0"),
        ({"years": [2021, 2023]}, "2021, 2023"),
        ({"years": 40}, "years=1986-2025"),
        ({"effect": 51}, "effect=51"),
        ({"effect": float("nan")}, "effect=nan"),
        ({"seed": -1}, "seed=-1"),
        ({"regencies": "Kota Atlantis"}, "Atlantis"),
        ({"households": 100, "regencies": "36.72"}, "215"),
        ({"households": 10**9, "regencies": "36.72"}, "200.000"),
        ({"households": 3}, "6 desa/kelurahan memerlukan sedikitnya 120"),
    ],
)
def test_what_cannot_be_made_is_refused_by_name(tmp_path, given, said):
    with pytest.raises(WrongUse, match=said):
        p2.simulate_register(**{"households": 1000, "out": tmp_path / "out"} | given)
    assert not list(tmp_path.iterdir())


def test_the_command_writes_a_register_and_says_so(tmp_path, capsys):
    out = str(tmp_path / "register")
    line = [
        "simulate",
        "--register",
        "5e2",
        "--out",
        out,
        "--regency",
        "cilegon",
        "--years",
        "1",
        "--until",
        "2024",
        "--lang",
        "en",
    ]
    assert main(line) == 0
    said = capsys.readouterr().out
    assert "500 household-years" in said and "43 villages" in said and (Path(out) / "year=2024").is_dir()
    assert main(line) == 2 and "holds something" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line, said",
    [
        (["--register", "500", "--city", "36.72"], "--city tidak berlaku dengan --register"),
        (["--register", "500", "--places", "4", "--rule", "worst"], "--places, --rule tidak berlaku dengan --register"),
        (["--regency", "36.72"], "--regency tidak berlaku tanpa --register"),
        (["--register", "500.5"], "bilangan bulat"),
        (["--register", "nan"], "--register"),
        (["--register", "1e12"], "--register"),
    ],
)
def test_options_of_another_kind_of_simulation_are_refused(tmp_path, capsys, line, said):
    assert main(["simulate", "--out", str(tmp_path / "out"), *line]) == 2
    assert said in capsys.readouterr().err and not list(tmp_path.iterdir())


@pytest.mark.extended
def test_two_million_household_years_of_the_whole_country(tmp_path):
    p2.simulate_register(2_000_000, tmp_path / "register")
    known = pd.read_parquet(tmp_path / "register" / "_known" / "village_years.parquet")
    assert known["rows"].sum() == 2_000_000 and known["area_code"].nunique() == 83_762
    found = p2.aggregate_households(tmp_path / "register", quantiles=(), memory="4GB").table()
    assert found["rows"].sum() == 2_000_000
    assert_frame_equal(
        found[["area_code", "year", *SHEET]],
        known.sort_values(["area_code", "year"], ignore_index=True)[["area_code", "year", *SHEET]],
        check_dtype=False,
        rtol=1e-9,
    )
    start = known["area_code"].map(
        pd.read_csv(tmp_path / "register" / "_known" / "sites.csv", dtype={"area_code": str}, encoding="utf-8-sig").set_index(
            "area_code"
        )["year"]
    )
    large = (known["year"] >= start) & (known["rows"] >= 10)
    assert abs(known.loc[large, "planted_points"].mean() + 4) < 0.4, "whole households, right on average"
