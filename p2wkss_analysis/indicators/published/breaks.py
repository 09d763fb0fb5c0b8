"""Where the series of a published indicator breaks in a place: years that must not be joined or differenced.

Three kinds: another method (the two series of the HDI), a rule of the dictionary (new weights, a new poverty line), and a
place that was separated from another, whose own figures begin while the other's go on for what is left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ...dictionary.tables import read_dictionary
from ...places.areas import short_name
from ...say import Text
from ...tables.intake import load
from ..texts import published as texts

TABLE = "regency_indicators"


@dataclass(frozen=True)
class Break:
    """The first year of a new part of a series, and why it is not the same series any more."""

    year: int
    reason: Text


def breaks(indicator: str, area_code: str, method: str | None = None) -> tuple[Break, ...]:
    """The breaks of one indicator in one kabupaten/kota, earliest first.

    method : one series; by default all of them, and a later method is a break too. Raises WrongUse for an unknown indicator.

    >>> [(b.year, b.reason.say("en")) for b in breaks("poverty_rate", "32.07")]
    [(2015, 'up to 2014 the figure includes Kab. Pangandaran, later separated')]
    >>> [b.year for b in breaks("hdi", "32.76")], breaks("hdi", "32.76", "UHH SP2010")
    ([2023], ())
    """
    read_dictionary().indicator(indicator)
    found = [*_of_rules(_rules(), indicator, area_code), *_of_separations(indicator, [area_code]).get(area_code, [])]
    if method is None:
        found += _of_methods(indicator, area_code)
    return tuple(sorted(found, key=lambda one: one.year))


def crossed(indicator: str, codes: Iterable[str], year_from: int, year_to: int) -> dict[str, Break]:
    """The places in which a break lies between two years of one method, each with the first such break.

    >>> list(crossed("poverty_rate", ["32.07", "32.76"], 2012, 2020))
    ['32.07']
    """
    codes, (first, last) = list(codes), sorted((int(year_from), int(year_to)))
    rules, separated, found = _rules(), _of_separations(indicator, codes), {}
    for code in codes:
        between = [b for b in (*_of_rules(rules, indicator, code), *separated.get(code, [])) if first < b.year <= last]
        if between:
            found[code] = min(between, key=lambda one: one.year)
    return found


def parts(table: pd.DataFrame) -> pd.Series:
    """The number of the unbroken part, from 1, to which each row belongs within its place, indicator and method.

    table : rows of `regency_indicators`. Two rows may be joined by a line or differenced only within one part.

    >>> rows = load("regency_indicators").query("area_code == '32.07' and indicator == 'poverty_rate' and year >= 2013")
    >>> parts(rows).tolist()[:4]
    [1, 1, 2, 2]
    """
    rules, number = _rules(), pd.Series(1, index=table.index)
    for indicator, rows in table.groupby("indicator"):
        separated = _of_separations(str(indicator), rows["area_code"].unique())
        for code, own in rows.groupby("area_code"):
            for one in (*_of_rules(rules, str(indicator), str(code)), *separated.get(str(code), [])):
                number.loc[own.index[own["year"] >= one.year]] += 1
    return number


def holds(rule: Mapping[str, Any], indicator: str, area_code: str) -> bool:
    """Whether a rule of the dictionary speaks of this indicator and place; a code stands for all that lies within."""
    inside = [area_code == code or area_code.startswith(code + ".") for code in rule.get("areas", [])]
    outside = [area_code == code or area_code.startswith(code + ".") for code in rule.get("except", [])]
    return indicator in rule["indicators"] and (any(inside) or not inside) and not any(outside)


def _rules() -> list[dict]:
    return read_dictionary().resource(TABLE).get("series_breaks", [])


def _of_rules(rules: list[dict], indicator: str, area_code: str) -> list[Break]:
    return [Break(rule["year"], Text.of(rule["reason"])) for rule in rules if holds(rule, indicator, area_code)]


def _of_separations(indicator: str, codes: Iterable[str]) -> dict[str, list[Break]]:
    """By the place that lost a part: the first year in which the part has a figure of its own, if the place had one before."""
    pairs = [(p["area"], p["from"]) for p in read_dictionary().resource(TABLE).get("separations", [])]
    pairs = [(child, parent) for child, parent in pairs if parent in set(codes)]
    if not pairs:
        return {}
    rows = load(TABLE)
    rows = rows[(rows["indicator"] == indicator) & rows["area_code"].isin([code for pair in pairs for code in pair])]
    first = rows.groupby("area_code")["year"].min().to_dict()
    areas = load("areas").set_index("area_code")["name"]
    found: dict[str, dict[int, list[str]]] = {}
    for child, parent in pairs:
        if child in first and parent in first and first[parent] < first[child]:
            found.setdefault(parent, {}).setdefault(int(first[child]), []).append(short_name(areas[child]))
    return {
        parent: [Break(year, texts.SEPARATED.fill(before=year - 1, names=names)) for year, names in years.items()]
        for parent, years in found.items()
    }


def _of_methods(indicator: str, area_code: str) -> list[Break]:
    rows = load(TABLE)
    rows = rows[(rows["indicator"] == indicator) & (rows["area_code"] == area_code)]
    first = rows.groupby("method")["year"].min().sort_values()
    return [Break(int(year), texts.OTHER_METHOD.fill(method=method)) for method, year in first.iloc[1:].items()]
