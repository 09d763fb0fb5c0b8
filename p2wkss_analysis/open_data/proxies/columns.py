"""The proxies, one entry each: which published figure, which end is needier, of which time, and what it was held against.

A figure is held against another that was taken independently of it in the same villages (`strength.py`); `against` names which
ones decide how far it is trusted. What stands here without entering any index is measured and published as weak.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ...say import Text
from . import texts

Load = Callable[[str], pd.DataFrame]
LEVELS = {"low": 1.0, "medium": 2.0, "high": 3.0, "very high": 4.0}
WHOLE_DECREES = {"32.76": 2022}  # regency to the year of its newest slum decree that names every village on it
ROUNDS = ("2026_01", "2026_08")  # in which children were weighed
SMALL = 5  # a count of families or people below it is never shown


@dataclass(frozen=True)
class Proxy:
    """One figure of villages.

    aspect : slum, poverty or human_development, as on the sheet of a city's workbook. needier : "higher" or "lower". read : the
    loaded tables to its values by area code. count : the same for the count behind it, where small ones must stay hidden.
    against : the figures that decide its strength. digits : decimals shown.
    """

    name: str
    table: str
    aspect: str
    needier: str
    read: Callable[[Load], pd.Series]
    against: tuple[str, ...] = ()
    count: Callable[[Load], pd.Series] | None = None
    digits: int = 1

    @property
    def label(self) -> Text:
        """What it is, with its unit."""
        return texts.LABELS[self.name]

    @property
    def vintage(self) -> Text:
        """What time it describes."""
        return texts.VINTAGES[self.name]


def _by_code(load: Load, table: str) -> pd.DataFrame:
    rows = load(table)
    if table == "village_index":
        rows = rows[rows["year"] == rows["year"].max()]
    return rows.set_index("area_code")


def _share(table: str, part: str, of: str) -> Callable[[Load], pd.Series]:
    """One column in percent of another."""
    return lambda load: 100 * _float(_by_code(load, table), part) / _float(_by_code(load, table), of)


def _column(table: str, name: str) -> Callable[[Load], pd.Series]:
    return lambda load: _float(_by_code(load, table), name)


def _float(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows[name].astype("Float64").astype(float)


def adults(load: Load) -> pd.Series:
    """Registered residents aged 20 and over."""
    rows = _by_code(load, "village_population")
    ages = [c for c in rows if c.startswith("age_") and int(c[4:6]) >= 20]
    return rows[ages].astype(float).sum(axis=1)


def _low_schooling(load: Load) -> pd.Series:
    """Of residents aged 20 and over, those without senior secondary school. Pupils cannot distort it, unlike a share of all.

    The register tells schooling of all ages together, so that graduates of 17 to 19 count among the finished: the share is low by
    at most five points (mean of Depok 26.2; 29.4 of those aged 18 and over), the order nearly the same (rank correlation 0.998).
    """
    rows = _by_code(load, "village_population")
    finished = ["edu_senior_secondary", "edu_diploma_1_2", "edu_diploma_3", "edu_bachelor", "edu_master", "edu_doctorate"]
    return 100 * (1 - rows[finished].astype(float).sum(axis=1) / adults(load))


def _widowed(load: Load) -> pd.Series:
    rows = _by_code(load, "village_population")
    return 100 * (_float(rows, "widowed") + _float(rows, "divorced")) / _float(rows, "families")


def _extreme_poor(load: Load) -> pd.Series:
    """Families in extreme poverty out of the registered families of the same kelurahan."""
    families = _float(_by_code(load, "village_population"), "families")
    poor = _float(_by_code(load, "village_poverty"), "extreme_poor_families")
    return 100 * poor / families.reindex(poor.index)


def _sanitation(load: Load) -> pd.Series:
    return _by_code(load, "village_poverty")["sanitation_risk"].map(LEVELS).astype(float)


def underweight(load: Load, *rounds: str) -> pd.Series:
    """Underweight among the children weighed in the rounds named, in both where none is."""
    return 100 * _light(load, *rounds) / _weighed(load, "children_weighed", *rounds)


def _light(load: Load, *rounds: str) -> pd.Series:
    return _weighed(load, "underweight", *rounds)


def _weighed(load: Load, what: str, *rounds: str) -> pd.Series:
    rows = _by_code(load, "village_food_security")
    return pd.DataFrame({month: _float(rows, f"{what}_{month}") for month in rounds or ROUNDS}).sum(axis=1)


def on_decree(load: Load, regency: str, year: int) -> pd.Series:
    """1 for a village on the decree, 0 for the others of the regency."""
    areas, rows = load("areas"), load("slum_villages")
    own = areas[(areas["level"] == "village") & areas["area_code"].str.startswith(regency + ".")]["area_code"]
    named = rows.loc[(rows["regency_code"] == regency) & (rows["year"] == year), "village_code"]
    return pd.Series(own.isin(named).to_numpy(float), index=own.to_numpy(object))


def _on_newest_decree(load: Load) -> pd.Series:
    return pd.concat([on_decree(load, regency, year) for regency, year in WHOLE_DECREES.items()])


_REGISTER, _FOOD, _INDEX, _BOGOR = "village_population", "village_food_security", "village_index", "village_poverty"
PROXIES = (
    Proxy("low_schooling", _REGISTER, "human_development", "higher", _low_schooling, ("extreme_poverty", "idm")),
    Proxy("widowed_divorced", _REGISTER, "poverty", "higher", _widowed, ("extreme_poverty", "idm")),
    Proxy("iks", _INDEX, "human_development", "lower", _column(_INDEX, "iks"), ("low_schooling",), digits=3),
    Proxy("ike", _INDEX, "poverty", "lower", _column(_INDEX, "ike"), ("low_schooling",), digits=3),
    Proxy("ikl", _INDEX, "slum", "lower", _column(_INDEX, "ikl"), ("low_schooling", "slum_rt"), digits=3),
    Proxy(
        *("poor_families", "village_families", "poverty", "higher"),
        read=_share("village_families", "poor_families", "families"),
        against=("low_schooling", "idm"),
        count=_column("village_families", "poor_families"),
    ),
    Proxy(
        *("low_welfare", _FOOD, "poverty", "higher"),
        read=_column(_FOOD, "low_welfare_percent"),
        against=("women_schooling", "low_welfare_before"),
        count=_column(_FOOD, "low_welfare_people"),
    ),
    Proxy(
        *("women_schooling", _FOOD, "human_development", "lower"),
        read=_column(_FOOD, "women_mean_years_of_schooling"),
        against=("low_welfare",),
    ),
    Proxy("underweight", _FOOD, "human_development", "higher", underweight, ("underweight_again",), count=_light),
    Proxy(
        *("no_clean_water", _FOOD, "slum", "higher"),
        read=_share(_FOOD, "families_without_clean_water", "families"),
        against=("low_welfare",),
        count=_column(_FOOD, "families_without_clean_water"),
    ),
    Proxy(
        *("extreme_poverty", _BOGOR, "poverty", "higher", _extreme_poor, ("low_schooling",)),
        count=_column(_BOGOR, "extreme_poor_families"),
        digits=2,
    ),
    Proxy("sanitation_risk", _BOGOR, "slum", "higher", _sanitation, ("extreme_poverty",), digits=0),
    Proxy("slum_decree", "slum_villages", "slum", "higher", _on_newest_decree, ("decree_before",), digits=0),
)
BY_NAME = {proxy.name: proxy for proxy in PROXIES}
