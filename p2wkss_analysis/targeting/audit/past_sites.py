"""Reading the two sides of an audit: the places chosen, and how needy every place was known to be.

Both may come as a plain list or Series, or as tables with years. Here they get one shape; input that cannot be read
is refused before anything is computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from ..columns import codes_of, numbers_of, years_of
from . import texts

KEYS = ("area_code", "village_code")


def read_chosen(chosen: pd.DataFrame | pd.Series | Iterable) -> pd.DataFrame:
    """The chosen places as a table `area_code, year`; `year` is missing where none was given."""
    if isinstance(chosen, pd.DataFrame):
        table = _with_key(chosen, texts.THE_CHOSEN)
        year = table.get("year", pd.NA)
    elif isinstance(chosen, pd.Series) and chosen.dtype == bool:
        table, year = pd.DataFrame({"area_code": chosen.index[chosen]}), pd.NA
    elif isinstance(chosen, Iterable):
        codes = [chosen] if isinstance(chosen, str) else list(chosen)
        try:
            table, year = pd.DataFrame({"area_code": codes}), pd.NA
        except UnicodeEncodeError:  # half a sign, which no table takes
            raise WrongUse(texts.CHOSEN_UNREADABLE.fill(given=codes)) from None
    else:
        raise WrongUse(texts.CHOSEN_UNREADABLE.fill(given=chosen))
    out = pd.DataFrame({"area_code": table["area_code"], "year": year}).reset_index(drop=True)
    out = out[out["area_code"].notna()].reset_index(drop=True)
    out["area_code"] = codes_of(out["area_code"], texts.THE_CHOSEN)
    out["year"] = years_of(out["year"], "year", out["area_code"])
    if out.empty:
        raise WrongUse(texts.NO_CHOSEN)
    twice = out[out.duplicated()]
    if len(twice):
        raise WrongUse(texts.SITE_TWICE.fill(code=twice.iloc[0]["area_code"]))
    return out


def read_need(need: Any) -> pd.DataFrame:
    """The need of every place as a table `area_code, year, need`, plus any other columns given.

    `need` is a Series indexed by area code, a table with `need` (or `score`), or a result whose
    `.table()` has `area_code, score`. More is needier.
    """
    if hasattr(need, "table") and not isinstance(need, pd.DataFrame):
        need = need.table()
    if isinstance(need, Mapping):
        need = pd.Series(need)
    if isinstance(need, pd.Series):
        need = pd.DataFrame({"area_code": need.index, "need": need.to_numpy()})
    if not isinstance(need, pd.DataFrame):
        raise WrongUse(texts.NEED_UNREADABLE)
    table = _with_key(need, texts.THE_NEED).copy()
    column = next((name for name in ("need", "score") if name in table), None)
    if column is None:
        raise WrongUse(texts.NEED_COLUMN)
    table["area_code"] = codes_of(table["area_code"], texts.THE_NEED)
    table["need"] = numbers_of(table[column], column, table["area_code"])
    table["year"] = years_of(table["year"], "year", table["area_code"]) if "year" in table else pd.NA
    if table.duplicated(["area_code", "year"]).any():
        code = table.loc[table.duplicated(["area_code", "year"]), "area_code"].iloc[0]
        raise WrongUse(texts.NEED_TWICE.fill(code=code))
    return table.reset_index(drop=True)


def read_group(group: str | pd.Series | Mapping | None, need: pd.DataFrame) -> pd.Series:
    """The group of every place, indexed by area code; its index is the list of all places.

    `group` is None (one group), a column of the need table, or a Series or mapping from area code.
    """
    if group is None:
        codes = need["area_code"].unique()
        return pd.Series("", index=codes, dtype=object)
    if isinstance(group, str):
        if group not in need:
            raise WrongUse(texts.GROUP_COLUMN.fill(column=group))
        pairs = need[["area_code", group]].drop_duplicates()
        if pairs["area_code"].duplicated().any():
            code = pairs.loc[pairs["area_code"].duplicated(), "area_code"].iloc[0]
            raise WrongUse(texts.TWO_GROUPS.fill(code=code, column=group))
        return pairs.set_index("area_code")[group]
    if not isinstance(group, (pd.Series, Mapping)):
        raise WrongUse(texts.GROUP_UNREADABLE)
    return pd.Series(group)


def _with_key(table: pd.DataFrame, whose: Text) -> pd.DataFrame:
    """The table with its place key as a column `area_code`, taken from a column or from the index."""
    twice = table.columns[table.columns.duplicated()]
    if len(twice):
        raise WrongUse(texts.COLUMN_TWICE.fill(column=twice[0], whose=whose))
    for key in KEYS:
        if key in table.columns:
            return table.rename(columns={key: "area_code"})
    if table.index.name in KEYS:
        return table.reset_index(names="area_code")
    raise WrongUse(texts.NO_CODE_COLUMN.fill(whose=whose))
