"""One indicator since 2010: the place, the places of its province, and the medians of province and country."""

from __future__ import annotations

import pandas as pd

from .most_have import MOST_HAVE
from .standing import HDI, POVERTY

COUNTRY = "00"
FIRST = 2010


def with_medians(rows: pd.DataFrame, indicator: str, province: str, places: pd.Series) -> pd.DataFrame:
    """Rows of the places of a province, and of the medians under the codes of the province and of the country.

    places : codes of all kabupaten/kota. A median stands only where four fifths of the places have a figure.
    """
    own = rows[(rows["indicator"] == indicator) & (rows["year"] >= FIRST) & rows["value"].notna()]
    here = own["area_code"].str.startswith(province + ".")
    known = {province: int(places.str.startswith(province + ".").sum()), COUNTRY: len(places)}
    found = [own[here]]
    for code, among in ((province, own[here]), (COUNTRY, own)):
        by_year = among.groupby(["method", "year"])["value"].agg(["median", "size"]).reset_index()
        enough = by_year[by_year["size"] >= MOST_HAVE * known[code]]
        found.append(enough.rename(columns={"median": "value"}).assign(area_code=code, indicator=indicator).drop(columns="size"))
    return pd.concat(found, ignore_index=True)


def figures_by_year(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """Every figure of a place since 2010, one row a year; columns by (indicator, series)."""
    own = rows[(rows["area_code"] == code) & (rows["year"] >= FIRST) & rows["indicator"].isin([*POVERTY, *HDI])]
    return own.pivot(index="year", columns=["indicator", "method"], values="value").sort_index()
