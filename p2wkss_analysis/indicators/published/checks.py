"""What published figures must satisfy together: formulas, sums, order. A figure that does not is named with its line.

Columns that add up within a row, ranges and keys are rules of the dictionary (`tables/check.py`); here stand those that need
several rows or tables. A jump that is known stands among the breaks of the dictionary, with its reason, and is no fault.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pandas as pd

from ...dictionary.tables import read_dictionary
from ...say import Text, default_language
from ...say.errors import Fault
from ...tables.intake import published
from ..hdi import dimension_indices, index_from_dimensions
from ..hdi_change import IN_TABLE
from ..texts import published as texts
from .breaks import TABLE, crossed

HDI_AGREES = 0.02  # points; components are published with two decimals
ROUNDED = 0.005  # of a figure with two decimals
POOR_RELEASED = {2023: 25.90e6, 2024: 25.22e6, 2025: 23.85e6}  # people in Indonesia, press releases of BPS, March of each year
POOR_AGREES = 10_000
PEOPLE_GROW = (0.97, 1.07)  # poor people over the poverty rate, one year to the next
LINE_MOVES = (0.8, 1.3)  # the poverty line, one year to the next
REGISTERED_AGREES = 0.01  # villages of a regency, some counted half a year earlier

Found = Iterator[tuple[int, str, Text, Text]]  # position of the row, column, rule, remedy


def figure_faults(tables: Mapping[str, pd.DataFrame], files: Mapping[str, str] | None = None) -> list[Fault]:
    """Every figure that contradicts others, in the language of errors.

    tables : the open tables by name; a rule whose table is absent is left out. files : table to file name, for the faults.

    >>> from p2wkss_analysis import load
    >>> rows = load("regency_indicators").query("area_code == '32.76'").reset_index(drop=True)
    >>> wrong = rows["value"].mask((rows["indicator"] == "hdi") & (rows["year"] == 2025), 48.04)
    >>> [fault.value for fault in figure_faults({"regency_indicators": rows.assign(value=wrong)})]
    ['48.04']
    """
    lang, faults = default_language(), []
    for name, check in _CHECKS:
        if name not in tables:
            continue
        table = tables[name].reset_index(drop=True)
        for row, column, rule, remedy in check(table, tables):
            file = (files or {}).get(name, name)
            faults.append(Fault(file, "", row + 2, column, "", str(table[column].iat[row]), rule.say(lang), remedy.say(lang)))
    return faults


def check_published(folder: str | os.PathLike | None = None) -> list[Fault]:
    """The faults of `figure_faults` in a data folder whose tables are well by themselves.

    >>> check_published()
    []
    """
    dictionary = read_dictionary(folder)
    names = [name for name in dictionary.names() if name in {table for table, _ in _CHECKS}]
    return figure_faults({name: published(name, folder) for name in names}, {name: dictionary.path(name).name for name in names})


def _hdi(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """The index follows from its components, of the same series of life expectancy."""
    place = ["area_code", "year"]
    others = table[table["indicator"].isin(list(IN_TABLE.values())[1:])].pivot(index=place, columns="indicator", values="value")
    for _, own in table[table["indicator"].isin(["hdi", "life_expectancy"])].groupby("method"):
        life = own[own["indicator"] == "life_expectancy"].set_index(place)["value"].rename("life_expectancy")
        rows = (
            own[own["indicator"] == "hdi"]
            .join(life, on=place)
            .join(others, on=place)
            .dropna(subset=list(others) + ["life_expectancy"])
        )
        if rows.empty or set(IN_TABLE.values()) - set(rows):
            continue
        computed = index_from_dimensions(dimension_indices({c: rows[i].to_numpy(float) for c, i in IN_TABLE.items()}))
        for row, value in zip(rows.index, computed, strict=True):
            if abs(table["value"].iat[row] - value) > HDI_AGREES:
                yield row, "value", texts.HDI_DIFFERS.fill(computed=value), texts.COMPARE_SOURCE


def _poverty(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """P2 < P1 < P0, and P2 x P0 >= P1 squared (Cauchy and Schwarz), within rounding."""
    names = ["poverty_rate", "poverty_gap_index", "poverty_severity_index"]
    rows = table[table["indicator"].isin(names)].assign(row=lambda d: d.index)
    wide = rows.pivot(index=["area_code", "year"], columns="indicator", values=["value", "row"])
    if set(names) - set(wide.columns.get_level_values(1)):
        return
    wide = wide.dropna()
    p0, p1, p2 = (wide["value"][name].to_numpy(float) for name in names)
    at = wide["row"]["poverty_gap_index"].to_numpy(int)
    order = ~((p2 < p1) & (p1 < p0))
    square = (p2 + ROUNDED) * (p0 + ROUNDED) < (np.maximum(p1 - ROUNDED, 0)) ** 2
    for wrong, rule in ((order, texts.POVERTY_ORDER), (square & ~order, texts.POVERTY_SQUARE)):
        for i in np.flatnonzero(wrong):
            yield int(at[i]), "value", rule.fill(rate=p0[i], gap=p1[i], severity=p2[i]), texts.COMPARE_SOURCE


def _poor_people(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """All regencies add up to what was released; poor people over the rate is a population that moves slowly."""
    poor = table[table["indicator"] == "poor_people"]
    for year, own in poor.groupby("year"):
        total, released = own["value"].sum(), POOR_RELEASED.get(int(year))
        whole = own["area_code"].nunique() >= 514
        if released and whole and abs(total - released) > POOR_AGREES:
            yield int(own.index[0]), "year", texts.POOR_TOTAL.fill(total=total, released=released), texts.COMPARE_SOURCE
    rate = table[table["indicator"] == "poverty_rate"].set_index(["area_code", "year"])["value"]
    people = poor.join(rate.rename("rate"), on=["area_code", "year"]).dropna(subset="rate")
    people = people.assign(people=100 * people["value"] / people["rate"])
    yield from _steps(people, "people", PEOPLE_GROW, "", texts.PEOPLE_JUMP)


def _line(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """A poverty line neither jumps nor stands still, unless the dictionary says why."""
    rows = table[table["indicator"] == "poverty_line"]
    yield from _steps(rows, "value", LINE_MOVES, "poverty_line", texts.LINE_JUMP)


def _steps(rows: pd.DataFrame, column: str, limits: tuple[float, float], indicator: str, rule: Text) -> Found:
    """Rows whose value is too small or too large a multiple of the value a year before, where no break lies between."""
    rows = rows.sort_values(["area_code", "year"])
    before = rows.groupby("area_code")[[column, "year"]].shift(1)
    ratio = rows[column] / before[column].where(rows["year"] - before["year"] == 1)
    for row in rows.index[(ratio < limits[0]) | (ratio > limits[1])]:
        code, year = rows.at[row, "area_code"], int(rows.at[row, "year"])
        if not (indicator and crossed(indicator, [code], year - 1, year)):
            yield int(row), "value", rule.fill(ratio=float(ratio[row])), texts.COMPARE_OR_EXPLAIN


def _populations(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """Regencies add up to their province."""
    for column in ("population_2024", "women_2024"):
        total = table[table["level"] == "regency"].groupby("parent_code")[column].sum()
        provinces = table[(table["level"] == "province") & table[column].notna()]
        for row, code in zip(provinces.index, provinces["area_code"], strict=True):
            if int(table[column].iat[row]) != int(total.get(code, 0)):
                yield int(row), column, texts.NOT_SUM_OF_PARTS.fill(total=total.get(code, 0)), texts.COMPARE_SOURCE


def _codes(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """Every regency has a BPS code and no two places share one: a wrong one would join figures of two places."""
    regencies = table["level"] == "regency"
    for row in table.index[regencies & table["bps_code"].isna() | table["bps_code"].notna() & table["bps_code"].duplicated()]:
        yield int(row), "bps_code", texts.CODE_ONCE, texts.COMPARE_SOURCE


def _villages(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """Villages add up to their regency, exactly where all are of one half-year, else within a hundredth."""
    if "areas" not in tables:
        return
    areas = tables["areas"]
    known = areas[areas["level"] == "regency"].set_index("area_code")["population_2024"]
    there = areas.loc[areas["level"] == "village", "area_code"].str[:5].value_counts()
    for code, own in table.groupby(table["area_code"].str[:5]):
        if len(own) < there.get(code, 0) - 1 or pd.isna(known.get(code)):
            continue
        exact = "period" not in own or own["period"].nunique() == 1 and own["period"].iloc[0] == "2024-S2"
        total, registered = int(own["population"].sum()), int(known[code])
        exact = exact and len(own) == there.get(code, 0)
        if abs(total - registered) > (0 if exact else REGISTERED_AGREES * registered):
            rule = texts.VILLAGES_TOTAL.fill(code=code, total=total, registered=registered)
            yield int(own.index[0]), "population", rule, texts.COMPARE_SOURCE


def _shares(table: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Found:
    """The share of people in the lowest welfare list is theirs of the population."""
    share = 100 * table["low_welfare_people"].astype(float) / table["population"].astype(float)
    for row in np.flatnonzero((share - table["low_welfare_percent"]).abs() > 2 * ROUNDED):
        yield int(row), "low_welfare_percent", texts.SHARE_DIFFERS.fill(computed=share.iat[row]), texts.COMPARE_SOURCE


_CHECKS: tuple[tuple[str, Callable[[pd.DataFrame, Mapping[str, pd.DataFrame]], Found]], ...] = (
    (TABLE, _hdi),
    (TABLE, _poverty),
    (TABLE, _poor_people),
    (TABLE, _line),
    ("areas", _populations),
    ("areas", _codes),
    ("village_population", _villages),
    ("village_food_security", _villages),
    ("village_food_security", _shares),
)
