"""The figures of `aggregate_households` written by hand for Polars and for pandas, as their users would write them.

    pip install polars        (not a package of this project; pandas is)

One row a village and year: the figures and, under `known_`, of how many households each is known. The same
definitions as the package's (its expressions are not used here), so that the results can be held against each other.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

ITEMS = [
    "family_planning",
    "facility_birth",
    "basic_immunisation",
    "exclusive_breastfeeding",
    "growth_monitoring",
    "tuberculosis_treated",
    "hypertension_treated",
    "mental_illness_treated",
    "no_smoker",
    "health_insurance",
    "clean_water",
    "healthy_latrine",
]
NUMBERS = [
    "registry_decile",
    "members",
    "expenditure_rupiah_month",
    "floor_area_m2",
    "aged_7_18",
    "aged_7_18_in_school",
    "women_income_rupiah_month",
    "adults_without_identity_card",
    "children_without_birth_certificate",
    "under_five_weighed",
    "under_five_stunted",
    "weight",
    "poverty_line_rupiah_person_month",
]
ANSWERS = ["unsafe_structure", "perishable_wall_roof", "poor_floor", "family_card", "women_business"]
COLUMNS = ["village_code", *ITEMS, *NUMBERS, *ANSWERS, "latrine"]
SHARES = {
    "low_decile_percent": ("low", 100),
    **{f"decile_{n}_percent": (f"decile_{n}", 100) for n in range(1, 11)},
    "unfit_house_percent": ("unfit", 100),
    "crowded_percent": ("crowded", 100),
    "slum_household_percent": ("slum", 100),
    "clean_water_percent": ("water", 100),
    "healthy_latrine_percent": ("toilet", 100),
    "septic_tank_percent": ("septic", 100),
    "healthy_family_index": ("iks", 1),
    "healthy_family_percent": ("healthy", 100),
    "women_income_rupiah_month": ("women_income", 1),
    "women_business_percent": ("business", 100),
    "complete_papers_percent": ("papers", 100),
}
SUMS = {  # name: part, whole, and the figure from their ratio
    "out_of_school_percent": ("schooled", "aged", lambda r: 100 * (1 - r)),
    "stunting_percent": ("stunted", "weighed", lambda r: 100 * r),
    "expenditure_rupiah_person_month": ("spent", "eaters", lambda r: r),
    "poverty_rate": ("poor", "counted", lambda r: 100 * r),
    "poverty_gap_index": ("gap", "counted", lambda r: 100 * r),
    "poverty_severity_index": ("severity", "counted", lambda r: 100 * r),
}
QUANTILES = {"expenditure_p10": 0.1, "expenditure_p50": 0.5, "expenditure_p90": 0.9}


def reading(folder: Path) -> pd.DataFrame:
    """How many values each column holds."""
    import duckdb

    counted = ", ".join(f"count({name})" for name in COLUMNS)
    found = duckdb.sql(
        f"select 'all' as area_code, {counted} from read_parquet('{folder}/year=*/*.parquet', hive_partitioning=true)"
    )
    return found.to_arrow_table().to_pandas()


def polars(folder: Path, weighted: bool) -> pd.DataFrame:
    """One lazy query in the streaming engine."""
    import polars as pl

    c, both = pl.col, ["area_code", "year"]
    rows = pl.scan_parquet(str(folder / "year=*" / "*.parquet"), hive_partitioning=True).select(*COLUMNS, "year")
    real = [name for name in NUMBERS if name not in ("registry_decile", "weight")]
    rows = rows.rename({"village_code": "area_code"}).with_columns(c(real).cast(pl.Float64))
    each = pl.when(c("members") > 0).then(c("expenditure_rupiah_month") / c("members"))
    count = {
        word: pl.sum_horizontal(c(ITEMS) == word, ignore_nulls=False).cast(pl.Float64) for word in ("yes", "no", "not_applicable")
    }
    apart = count["not_applicable"]
    known = (sum(count.values()) == 12) & (apart < 12)
    lacking = c("poor1") * (1 - c("each") / c("poverty_line_rupiah_person_month"))
    rows = rows.with_columns(
        each=each,
        crowded=pl.when(c("members") > 0).then(c("floor_area_m2") / c("members")) < 7.2 * (1 - 1e-12),
        iks=pl.when(known).then(100 * count["yes"] / (12 - apart)),
        water=pl.when(c("clean_water").is_in(["yes", "no"])).then(c("clean_water") == "yes"),
        toilet=pl.when(c("healthy_latrine").is_in(["yes", "no"])).then(c("healthy_latrine") == "yes"),
        septic=c("latrine") == "own_septic",
        papers=c("family_card") & (c("adults_without_identity_card") == 0) & (c("children_without_birth_certificate") == 0),
        low=c("registry_decile") <= 4,
        **{f"decile_{n}": c("registry_decile") == n for n in range(1, 11)},
    ).with_columns(
        unfit=c("unsafe_structure") | c("perishable_wall_roof") | c("poor_floor") | c("crowded"),
        poor1=(c("each") < c("poverty_line_rupiah_person_month")).cast(pl.Float64),
        healthy=c("iks") > 80,
    )
    rows = rows.with_columns(
        slum=~c("water") | ~c("toilet") | c("unfit"),
        gap1=lacking,
        women_income=c("women_income_rupiah_month"),
        business=c("women_business"),
    )

    def where(part: str, whole: str) -> pl.Expr:
        return pl.when(c(whole).is_not_null()).then(c(part))

    rows = rows.with_columns(
        schooled=where("aged_7_18_in_school", "aged_7_18"),
        aged=where("aged_7_18", "aged_7_18_in_school"),
        stunted=where("under_five_stunted", "under_five_weighed"),
        weighed=where("under_five_weighed", "under_five_stunted"),
        spent=where("expenditure_rupiah_month", "members"),
        eaters=where("members", "expenditure_rupiah_month"),
        poor=c("poor1") * c("members"),
        gap=c("gap1") * c("members"),
        severity=c("gap1") ** 2 * c("members"),
        counted=where("members", "poor1"),
    )
    w = c("weight")

    def total(value: pl.Expr) -> pl.Expr:
        return (value * w).sum() if weighted else value.sum()

    def mean(name: str) -> pl.Expr:
        value = c(name).cast(pl.Float64)
        return (value * w).sum() / pl.when(value.is_not_null()).then(w).sum() if weighted else value.mean()

    columns = {
        "rows": pl.len(),
        "households": w.sum() if weighted else pl.len(),
        "people": pl.when(c("members").count() > 0).then(total(c("members"))),
        **{name: times * mean(of) for name, (of, times) in SHARES.items()},
        **{
            name: of(total(c(part)) / pl.when(total(c(whole)) > 0).then(total(c(whole))))
            for name, (part, whole, of) in SUMS.items()
        },
        **{f"known_{of}": c(of).count() for of, _ in SHARES.values()},
        **{f"known_{part}": c(part).count() for part, _, _ in SUMS.values()},
    }
    if not weighted:
        columns |= {name: c("each").quantile(q, "linear") for name, q in QUANTILES.items()}
        return rows.group_by(both).agg(**columns).collect(engine="streaming").to_pandas()
    table = rows.group_by(both).agg(**columns)
    spending = rows.select(*both, "each", "weight").drop_nulls("each").sort(*both, "each")
    upto = spending.with_columns(upto=w.cum_sum().over(both), all=w.sum().over(both))
    reached = {name: pl.when(c("upto") >= (q - 1e-12) * c("all")).then(c("each")).min() for name, q in QUANTILES.items()}
    spread = upto.group_by(both).agg(**reached)
    return table.join(spread, on=both, how="left").collect(engine="streaming").to_pandas()


def by_pandas(folder: Path, weighted: bool) -> pd.DataFrame:
    """All rows in one table, columns worked out over it, then groupby: as an analyst writes it."""
    table = pd.read_parquet(folder, columns=[*COLUMNS, "year"]).rename(columns={"village_code": "area_code"})
    both = ["area_code", "year"]
    table["area_code"] = table["area_code"].astype("category")
    table["year"] = table["year"].astype(int)
    words = [*ITEMS, "latrine"]
    table[words] = table[words].astype("category")
    real = [name for name in NUMBERS if name != "registry_decile"]
    table[real] = table[real].astype(float)
    people = table["members"].where(table["members"] > 0)
    table["each"] = table["expenditure_rupiah_month"] / people
    count = {word: sum((table[item] == word).astype("int8") for item in ITEMS) for word in ("yes", "no", "not_applicable")}
    apart = count["not_applicable"]
    known = (sum(count.values()) == 12) & (apart < 12)
    line = table["poverty_line_rupiah_person_month"]
    area = table["floor_area_m2"] / people
    bad = [_yes_no(table[name]) for name in ("unsafe_structure", "perishable_wall_roof", "poor_floor")]
    crowded = (area < 7.2 * (1 - 1e-12)).where(area.notna()).astype(float)
    water, toilet = (
        (table[name] == "yes").where(table[name].isin(["yes", "no"])).astype(float) for name in ("clean_water", "healthy_latrine")
    )
    unfit = _any_of([*bad, crowded])
    poor = (table["each"] < line).where(table["each"].notna() & line.notna()).astype(float)
    gap = poor * (1 - table["each"] / line)
    adults, children = table["adults_without_identity_card"], table["children_without_birth_certificate"]
    papers = _all_of([_yes_no(table["family_card"]), _is(adults, 0), _is(children, 0)])
    decile = pd.to_numeric(table["registry_decile"]).astype(float)
    iks = (100.0 * count["yes"] / (12 - apart)).where(known)
    values = {
        "low": (decile <= 4).where(decile.notna()).astype(float),
        **{f"decile_{n}": (decile == n).where(decile.notna()).astype(float) for n in range(1, 11)},
        "unfit": unfit,
        "crowded": crowded,
        "slum": _any_of([1 - water, 1 - toilet, unfit]),
        "water": water,
        "toilet": toilet,
        "septic": (table["latrine"] == "own_septic").where(table["latrine"].notna()).astype(float),
        "iks": iks,
        "healthy": (iks > 80).where(known).astype(float),
        "women_income": table["women_income_rupiah_month"],
        "business": _yes_no(table["women_business"]),
        "papers": papers,
    }
    parts = {
        "schooled": table["aged_7_18_in_school"].where(table["aged_7_18"].notna()),
        "aged": table["aged_7_18"].where(table["aged_7_18_in_school"].notna()),
        "stunted": table["under_five_stunted"].where(table["under_five_weighed"].notna()),
        "weighed": table["under_five_weighed"].where(table["under_five_stunted"].notna()),
        "spent": table["expenditure_rupiah_month"].where(table["members"].notna()),
        "eaters": table["members"].where(table["expenditure_rupiah_month"].notna()),
        "poor": poor * table["members"],
        "gap": gap * table["members"],
        "severity": gap * gap * table["members"],
        "counted": table["members"].where(poor.notna()),
    }
    weight = table["weight"] if weighted else 1.0
    keys = [table[name] for name in both]
    told = pd.DataFrame({"members": table["members"], **values, **parts})
    groups = told.groupby(keys, observed=True)
    counted, sums = groups.count(), told.mul(weight, axis=0).groupby(keys, observed=True).sum()
    rows = groups.size()
    if weighted:
        whole = told.notna().mul(weight, axis=0).groupby(keys, observed=True).sum()
        households = weight.groupby(keys, observed=True).sum()
    else:
        whole, households = counted, rows
    out = pd.DataFrame({"rows": rows, "households": households, "people": sums["members"].where(counted["members"] > 0)})
    for name, (of, times) in SHARES.items():
        out[name] = times * sums[of] / whole[of].where(whole[of] > 0)
    for name, (part, all_of, of) in SUMS.items():
        out[name] = of(sums[part] / sums[all_of].where(sums[all_of] > 0))
    for name in [*(of for of, _ in SHARES.values()), *(part for part, _, _ in SUMS.values())]:
        out[f"known_{name}"] = counted[name]
    spending = table[["each"]].assign(weight=weight).dropna()
    for name, q in QUANTILES.items():
        out[name] = _weighted(spending, keys, q) if weighted else table["each"].groupby(keys, observed=True).quantile(q)
    return out.reset_index()


def _yes_no(column: pd.Series) -> pd.Series:
    return column.astype("boolean").astype("Float32").astype(float)


def _is(column: pd.Series, value: float) -> pd.Series:
    return (column == value).where(column.notna()).astype(float)


def _any_of(columns: list[pd.Series]) -> pd.Series:
    """1 where any is, 0 where all are not, else missing."""
    any_is = sum((column == 1).astype("int8") for column in columns) > 0
    missing = sum(column.isna().astype("int8") for column in columns) > 0
    return any_is.astype(float).where(any_is | ~missing)


def _all_of(columns: list[pd.Series]) -> pd.Series:
    return 1 - _any_of([1 - column for column in columns])


def _weighted(spending: pd.DataFrame, keys: list[pd.Series], q: float) -> pd.Series:
    """The smallest value with at least this share of the weight at or below it."""
    table = pd.concat([spending, *(key.loc[spending.index] for key in keys)], axis=1).sort_values("each", kind="stable")
    by = [key.name for key in keys]
    groups = table.groupby(by, observed=True)["weight"]
    reached = groups.cumsum() >= (q - 1e-12) * groups.transform("sum")
    return table[reached].groupby(by, observed=True)["each"].min()
