"""Which sites have what an estimate of an effect needs: a value from before they were ranked, and one from after."""

from __future__ import annotations

import pandas as pd


def clean_sites(values: pd.DataFrame, sites: pd.DataFrame, lag: int = 1) -> pd.DataFrame:
    """The sites with a value before the ranking year and one after the programme year; empty where there is none.

    values: area_code and year, one row a value; sites: village_code and year (programme year Y), as
    `load("programme_sites")`. Ranked in Y - lag: before means a year below Y - lag, after a year above Y. Sites
    without code or year cannot be in it.

    >>> values = pd.DataFrame({"area_code": ["a", "a", "b"], "year": [2020, 2023, 2023]})
    >>> clean_sites(values, pd.DataFrame({"village_code": ["a", "b"], "year": [2022, 2022]}))["village_code"].tolist()
    ['a']
    """
    known = sites.dropna(subset=["village_code", "year"])
    years = values.groupby("area_code")["year"].agg(["min", "max"]).reindex(known["village_code"])
    before = years["min"].to_numpy(float) < known["year"].to_numpy(float) - lag
    after = years["max"].to_numpy(float) > known["year"].to_numpy(float)
    return known[before & after]
