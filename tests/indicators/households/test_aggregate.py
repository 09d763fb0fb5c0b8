"""Households added up to villages: against pandas by hand, in every engine, from every kind of source, in one part or in many."""

import shutil

import duckdb
import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.indicators.healthy_family import ITEMS, healthy_family_index
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.engine import register

LINE = 600_000.0
VILLAGES = ["32.76.01.1006", "32.76.01.1007", "32.76.02.1007", "36.72.01.1001"]


@pytest.fixture(scope="module")
def rows():
    """Two hundred made-up households a year of four villages, every column here and there unknown."""
    rng = np.random.default_rng(7)
    n = 800
    members = rng.integers(1, 8, n)
    young, schooled = np.minimum(rng.poisson(0.6, n), members), np.minimum(rng.poisson(0.9, n), members)
    table = pd.DataFrame(
        {
            "village_code": rng.choice(VILLAGES, n),
            "year": rng.choice([2023, 2024, 2025], n),
            "household_id": [f"K{i}" for i in range(n)],
            "rw": rng.integers(1, 4, n),
            "members": members,
            "registry_decile": rng.integers(1, 11, n).astype(float),
            "expenditure_rupiah_month": np.round(rng.lognormal(14.8, 0.6, n), -3),
            "floor_area_m2": np.round(rng.lognormal(3.6, 0.5, n)),
            "unsafe_structure": rng.random(n) < 0.1,
            "perishable_wall_roof": rng.random(n) < 0.15,
            "poor_floor": rng.random(n) < 0.1,
            "aged_7_18": schooled,
            "aged_7_18_in_school": rng.binomial(schooled, 0.9),
            "under_five": young,
            "under_five_weighed": young,
            "under_five_stunted": rng.binomial(young, 0.2),
            "latrine": rng.choice(["own_septic", "shared", "none"], n),
            "women_business": rng.random(n) < 0.3,
            "weight": rng.uniform(0.5, 2.0, n),
            **{item: rng.choice(["yes", "no", "not_applicable"], n, p=[0.6, 0.2, 0.2]) for item in ITEMS},
        }
    )
    blank = [c for c in table if c not in ("village_code", "year", "household_id", "weight", "members", "rw")]
    return table.astype({c: object for c in blank}).mask(
        pd.DataFrame(rng.random((n, table.shape[1])) < 0.04, columns=table.columns)[blank].reindex(
            columns=table.columns, fill_value=False
        ),
        None,
    )


def by_hand(rows, weighted=False):
    """The figures of each village and year, one at a time."""
    out = []
    for key, group in rows.groupby(["village_code", "year"]):
        w = group["weight"].to_numpy(float) if weighted else np.ones(len(group))

        def share(holds, known, w=w):
            return 100 * np.average(np.asarray(holds, float)[known], weights=w[known]) if known.any() else np.nan

        f = {
            c: pd.to_numeric(group[c]).to_numpy(float)
            for c in (
                "members",
                "registry_decile",
                "expenditure_rupiah_month",
                "floor_area_m2",
                "aged_7_18",
                "aged_7_18_in_school",
                "under_five_weighed",
                "under_five_stunted",
            )
        }
        spending, area = f["expenditure_rupiah_month"] / f["members"], f["floor_area_m2"] / f["members"]
        paid, known = ~np.isnan(spending), ~np.isnan(f["registry_decile"])
        people = w * f["members"]
        lacking = np.where(spending < LINE, 1 - spending / LINE, 0)
        school = ~np.isnan(f["aged_7_18"] + f["aged_7_18_in_school"])
        young = ~np.isnan(f["under_five_weighed"] + f["under_five_stunted"])
        asked = group[list(ITEMS)].notna().all(axis=1).to_numpy()
        index = np.full(len(group), np.nan)
        index[asked] = 100 * healthy_family_index(group.loc[asked, list(ITEMS)].apply(lambda c: c.map({"yes": 1.0, "no": 0.0})))
        rtlh = group[["unsafe_structure", "perishable_wall_roof", "poor_floor"]].to_numpy(object)
        parts = [
            [*(None if v is None else bool(v) for v in cells), None if np.isnan(a) else a < 7.2]
            for cells, a in zip(rtlh, area, strict=True)
        ]
        unfit = np.array([1.0 if True in p else np.nan if None in p else 0.0 for p in parts])
        y, v = spending[paid], w[paid]
        order = np.argsort(y)
        out.append(
            {
                "area_code": key[0],
                "year": key[1],
                "rows": len(group),
                "households": w.sum(),
                "people": people.sum(),
                "low_decile_percent": share(f["registry_decile"] <= 4, known),
                "decile_7_percent": share(f["registry_decile"] == 7, known),
                "out_of_school_percent": 100
                * (1 - (w * f["aged_7_18_in_school"])[school].sum() / (w * f["aged_7_18"])[school].sum()),
                "stunting_percent": 100 * (w * f["under_five_stunted"])[young].sum() / (w * f["under_five_weighed"])[young].sum(),
                "expenditure_rupiah_person_month": (w * f["expenditure_rupiah_month"])[paid].sum() / people[paid].sum(),
                "poverty_rate": 100 * people[paid & (spending < LINE)].sum() / people[paid].sum(),
                "poverty_gap_index": 100 * (people * lacking)[paid].sum() / people[paid].sum(),
                "poverty_severity_index": 100 * (people * lacking**2)[paid].sum() / people[paid].sum(),
                "unfit_house_percent": share(unfit, ~np.isnan(unfit)),
                "healthy_family_index": share(index, ~np.isnan(index)) / 100,
                "healthy_family_percent": share(index > 80, ~np.isnan(index)),
                "expenditure_p50": y[order][np.searchsorted(np.cumsum(v[order]), 0.5 * v.sum())] if weighted else np.median(y),
                "expenditure_p90": y[order][np.searchsorted(np.cumsum(v[order]), 0.9 * v.sum())]
                if weighted
                else np.quantile(y, 0.9),
            }
        )
    return pd.DataFrame(out)


def same(found, expected, rtol=1e-12):
    pd.testing.assert_frame_equal(found[expected.columns.tolist()], expected, check_dtype=False, rtol=rtol, atol=0)


@pytest.mark.parametrize("weighted", [False, True])
def test_figures_of_a_village_are_those_counted_by_hand(rows, weighted):
    found = p2.aggregate_households(rows, line=LINE, weights=weighted)
    same(found.table(), by_hand(rows, weighted))
    assert (found.table()["decile_cut"] == 4).all()


def test_the_measures_of_poverty_are_those_of_poverty(rows):
    """One household a person, so that both weigh alike."""
    one = rows.assign(members=1).dropna(subset=["expenditure_rupiah_month"])
    for row in p2.aggregate_households(one, line=2e6, weights=False, faults="unchecked").table().itertuples():
        mine = one[(one["village_code"] == row.area_code) & (one["year"] == row.year)]
        expected = p2.poverty(mine["expenditure_rupiah_month"].astype(float), 2e6)
        assert np.allclose(
            [row.poverty_rate, row.poverty_gap_index, row.poverty_severity_index],
            [100 * expected[m] for m in ("headcount", "gap", "severity")],
            rtol=1e-12,
        )


def test_every_source_gives_the_same(rows, tmp_path):
    whole = p2.aggregate_households(rows).table()
    table = pa.Table.from_pandas(rows, preserve_index=False)
    pq.write_table(table, tmp_path / "all.parquet")
    words = {
        c: rows[c].map({True: "ya", False: "Tidak"})
        for c in ("unsafe_structure", "perishable_wall_roof", "poor_floor", "women_business")
    }
    rows.assign(**words).rename(columns={"village_code": "Kode desa/kelurahan"}).to_csv(
        tmp_path / "all.csv", index=False, sep=";"
    )
    pq.write_to_dataset(table, tmp_path / "folder's [1]", partition_cols=["year"])
    (tmp_path / "folder's [1]" / "_known").mkdir()
    (tmp_path / "folder's [1]" / "_known" / "no.parquet").write_bytes(b"no data")
    connection = ibis.duckdb.connect()
    sources = [
        tmp_path / "all.parquet",
        tmp_path / "folder's [1]",
        table,
        duckdb.from_arrow(table),
        connection.read_parquet(tmp_path / "all.parquet"),
    ]
    for source in sources:
        same(p2.aggregate_households(source).table(), whole)
    named = p2.aggregate_households(tmp_path / "all.csv", columns={"village_code": "Kode desa/kelurahan"})
    same(named.table(), whole)


def test_one_word_written_otherwise_is_found_wherever_it_stands(rows, tmp_path):
    """Parquet is asked by blocks and by different words: here one cell in the last block of the second file."""
    rows = rows.fillna({"clean_water": "no"})
    otherwise = rows["clean_water"].astype(object)
    otherwise.iloc[-1] = {"yes": "YA", "no": "Tidak", "not_applicable": "tidak berlaku"}[otherwise.iloc[-1]]
    table = pa.Table.from_pandas(rows.assign(clean_water=otherwise), preserve_index=False)
    for n, part in enumerate((table.slice(0, 500), table.slice(500))):
        pq.write_table(part, tmp_path / f"{n}.parquet", row_group_size=150, use_dictionary=n > 0)
    same(p2.aggregate_households(tmp_path).table(), p2.aggregate_households(rows).table())


def test_parts_change_nothing(rows, monkeypatch):
    whole = p2.aggregate_households(rows, line=LINE).table()
    monkeypatch.setattr(register, "PART", 300)
    same(p2.aggregate_households(rows, line=LINE).table(), whole, rtol=1e-14)


@pytest.mark.parametrize("by", [("year",), ("province_code",), ("district_code", "year"), ("area_code", "rw"), ("rw",)])
def test_groups_hold_every_row_once(rows, by):
    table = p2.aggregate_households(rows, by=by).table()
    assert table["rows"].sum() == len(rows) and not table.duplicated(list(by)).any()
    assert table["people"].sum() == pytest.approx((rows["members"] * rows["weight"]).sum())


def test_known_households_are_counted_and_changes_are_from_the_year_before(rows):
    found = p2.aggregate_households(rows, weights=False)
    counted = rows.groupby(["village_code", "year"])["registry_decile"].count().to_numpy()
    assert (found.known()["low_decile_percent"] == counted).all() and (found.known()["decile_3_percent"] == counted).all()
    table, change = found.table().set_index(["area_code", "year"]), found.change().set_index(["area_code", "year"])
    code = VILLAGES[0]
    assert (
        change.loc[(code, 2025), "stunting_percent"]
        == table.loc[(code, 2025), "stunting_percent"] - table.loc[(code, 2024), "stunting_percent"]
    )
    assert change.xs(2023, level="year").isna().all(axis=None)


@pytest.mark.parametrize(("code", "year"), [("3276", 2025), (32.76, "x"), ("32.76", 2025.5)])
def test_lines_of_no_regency_or_year_are_refused(code, year):
    rows = pd.DataFrame({"village_code": VILLAGES[:1], "year": 2025})
    with pytest.raises(WrongUse, match=str(year)):
        p2.aggregate_households(rows, line=pd.DataFrame({"regency_code": [code], "year": [year], "line": LINE}))


def test_lines_by_regency_and_year_are_those_of_a_column(rows):
    lines = pd.DataFrame(
        [(r, y, LINE + 1000 * len(r) + y) for r in ("32.76", "36.72") for y in (2023, 2024, 2025)],
        columns=["regency_code", "year", "line"],
    )
    there = rows.assign(regency_code=rows["village_code"].str[:5]).merge(lines, how="left")
    column = rows.assign(poverty_line_rupiah_person_month=there["line"].to_numpy())
    same(p2.aggregate_households(rows, line=lines, weights=False).table(), p2.aggregate_households(column, weights=False).table())


@pytest.mark.parametrize(
    "given, said",
    [
        ({"by": ("village",)}, "village"),
        ({"by": ()}, "by"),
        ({"engine": "pandas"}, "duckdb"),
        ({"decile_cut": 11}, "11"),
        ({"line": -1}, "-1"),
        ({"floor_area": 0}, "7.2"),
        ({"quantiles": (50,)}, "0.5"),
        ({"columns": {"village_code": "kode"}}, "kode"),
    ],
)
def test_what_does_not_fit_is_said(rows, given, said):
    with pytest.raises(p2.P2wkssError, match=said):
        p2.aggregate_households(rows, **given)


def test_made_up_rows_are_said_to_be(rows):
    assert p2.aggregate_households(rows.assign(synthetic=True)).synthetic
    assert "sintetis" in p2.aggregate_households(rows.assign(synthetic=True)).sentence("id")
    assert not p2.aggregate_households(rows).synthetic


@pytest.mark.extended
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not installed here")
@pytest.mark.parametrize("weighted", [False, True])
def test_spark_gives_the_same_to_twelve_digits(rows, weighted, tmp_path):
    pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
    pq.write_to_dataset(pa.Table.from_pandas(rows, preserve_index=False), tmp_path / "r", partition_cols=["year"])
    here = p2.aggregate_households(tmp_path / "r", line=LINE, weights=weighted)
    there = p2.aggregate_households(tmp_path / "r", "spark", line=LINE, weights=weighted)
    same(there.table(), here.table())
    pd.testing.assert_frame_equal(there.known(), here.known(), check_dtype=False)


def test_a_floor_area_of_exactly_the_least_is_not_below_it():
    members = range(1, 31)
    rows = pd.DataFrame({"village_code": VILLAGES[0], "year": 2025, "members": members})
    exact = rows.assign(floor_area_m2=[round(7.2 * n, 1) for n in members])
    less = rows.assign(floor_area_m2=[round(7.2 * n - 0.1, 1) for n in members])
    tables = [p2.aggregate_households(each, faults="unchecked").table() for each in (exact, less)]
    assert [table["crowded_percent"].tolist() for table in tables] == [[0.0], [100.0]]


def test_who_spends_exactly_the_line_is_not_poor():
    """Lines of BPS are whole rupiah; lines brought to another year's prices have decimals, and a quotient may miss them."""
    people, line = range(1, 31), 512_345.7
    rows = pd.DataFrame({"village_code": VILLAGES[0], "year": 2025, "members": people})
    spent = {change: rows.assign(expenditure_rupiah_month=[round(line * n, 1) + change for n in people]) for change in (0, -1)}
    assert any(round(line * n, 1) / n < line for n in people)
    found = [p2.aggregate_households(each, line=line, faults="unchecked").table() for each in spent.values()]
    assert [table["poverty_rate"].tolist() for table in found] == [[0.0], [100.0]]


def test_a_line_of_nought_is_a_fault_and_who_is_stunted_was_measured():
    rows = pd.DataFrame({"village_code": VILLAGES[0], "year": 2025, "members": [4, 2], "expenditure_rupiah_month": [0, 1e6]})
    rows = rows.assign(
        poverty_line_rupiah_person_month=[0, 6e5], under_five=3, under_five_weighed=[1, 2], under_five_stunted=[3, 0]
    )
    with pytest.raises(DataFaults, match="poverty_line_rupiah_person_month = '0'"):
        p2.aggregate_households(rows)
    (found,) = p2.aggregate_households(rows, faults="leave_out").table().to_dict("records")
    assert found["poverty_gap_index"] == pytest.approx(100 / 6) and found["stunting_percent"] == 60


def test_what_is_shown_has_names_and_headings_in_their_unit(rows):
    found = p2.aggregate_households(rows)
    shown, told = found._frame_shown("en"), found.table()
    assert shown["expenditure_rupiah_person_month"].iloc[0] == round(told["expenditure_rupiah_person_month"].iloc[0] / 1000)
    assert shown["name"].iloc[0] and "(ribu Rp)" in str(found)


def test_a_regency_is_found_in_any_group_that_has_one(rows, tmp_path):
    rows.drop(columns=["aged_7_18", "under_five"]).to_parquet(tmp_path / "r.parquet")
    asked = ["aggregate", str(tmp_path / "r.parquet"), "--regency", "Depok", "--leave-out"]
    assert main([*asked, "--by", "year,regency_code", "--out", str(tmp_path / "a.parquet")]) == 0
    found = pd.read_parquet(tmp_path / "a.parquet")
    assert set(found["regency_code"]) == {"32.76"} and found["rows"].sum() == rows["village_code"].str.startswith("32.76").sum()
    assert main([*asked, "--by", "year", "--out", str(tmp_path / "b.parquet")]) == 2


def test_a_workbook_holds_no_figure_of_fewer_than_five_households(tmp_path):
    nine = pd.DataFrame({"village_code": [VILLAGES[0]] * 5 + [VILLAGES[1]] * 4, "year": 2025, "registry_decile": 1})
    nine["aged_7_18"] = nine["aged_7_18_in_school"] = [1, 1, 1, 1, None, 1, 1, 1, 1]
    found = p2.aggregate_households(nine)
    assert found.sentence("en").count("1 row holds fewer than 5 households") == 1
    source = "desil " + "3276015501" + "900001"  # a number of a person, made up
    written = p2.check(found.write_workbook(tmp_path / "kota.xlsx", "32.76", source)).tables["villages"].set_index("village_code")
    assert written["poverty_source"].eq("desil [•••]").all()
    figures = written[["households", "low_decile_percent", "out_of_school_percent"]].astype(float)
    assert figures.loc[VILLAGES[0]].tolist() == pytest.approx([5, 100, np.nan], nan_ok=True)
    assert figures.loc[VILLAGES[1]].isna().all()
