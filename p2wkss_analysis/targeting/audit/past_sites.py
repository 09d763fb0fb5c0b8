"""Reading the two sides of an audit: the places chosen, and how needy every place was known to be.

Both may come as a plain list or Series, or as tables with years. Here they get one shape, and whatever
cannot be understood is refused before a number is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ...say.errors import WrongUse
from ..columns import codes_of, numbers_of, years_of

KEYS = ("area_code", "village_code")


def read_chosen(chosen) -> pd.DataFrame:
    """The chosen places as a table `area_code, year`; `year` is missing where none was given."""
    if isinstance(chosen, pd.DataFrame):
        table = _with_key(chosen, id="daftar lokasi terpilih", en="the chosen sites")
        year = table.get("year", pd.NA)
    elif isinstance(chosen, pd.Series) and chosen.dtype == bool:
        table, year = pd.DataFrame({"area_code": chosen.index[chosen]}), pd.NA
    elif isinstance(chosen, Iterable):
        codes = [chosen] if isinstance(chosen, str) else list(chosen)
        table, year = pd.DataFrame({"area_code": codes}), pd.NA
    else:
        raise WrongUse(
            id=f"Lokasi terpilih berupa daftar kode wilayah atau tabel `area_code, year`, bukan {chosen!r}.",
            en=f"The chosen sites are a list of area codes or a table `area_code, year`, not {chosen!r}.",
        )
    out = pd.DataFrame({"area_code": table["area_code"], "year": year}).reset_index(drop=True)
    out = out[out["area_code"].notna()].reset_index(drop=True)
    out["area_code"] = codes_of(out["area_code"], id="lokasi terpilih", en="the chosen sites")
    out["year"] = years_of(out["year"], "year", out["area_code"])
    if out.empty:
        raise WrongUse(
            id="Tidak ada lokasi terpilih untuk diaudit. Isi `chosen` dengan kode wilayah lokasi.",
            en="There is no chosen site to audit. Give the area codes of the sites in `chosen`.",
        )
    twice = out[out.duplicated()]
    if len(twice):
        raise WrongUse(
            id=f"Lokasi {twice.iloc[0]['area_code']} tercantum lebih dari sekali pada tahun yang sama. "
            "Satu baris untuk satu lokasi dan satu tahun.",
            en=f"Site {twice.iloc[0]['area_code']} is listed more than once in the same year. "
            "Keep one row for each site and year.",
        )
    return out


def read_need(need) -> pd.DataFrame:
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
        raise WrongUse(
            id="`need` harus berupa Series berindeks kode wilayah, tabel, atau hasil need_index.",
            en="`need` must be a Series indexed by area code, a table, or a result of need_index.",
        )
    table = _with_key(need, id="tabel kebutuhan", en="the table of need").copy()
    column = next((name for name in ("need", "score") if name in table), None)
    if column is None:
        raise WrongUse(
            id="Tabel kebutuhan memerlukan kolom `need` atau `score` (makin besar makin membutuhkan).",
            en="The table of need requires a column `need` or `score` (more is needier).",
        )
    table["area_code"] = codes_of(table["area_code"], id="tabel kebutuhan", en="the table of need")
    table["need"] = numbers_of(table[column], column, table["area_code"])
    table["year"] = years_of(table["year"], "year", table["area_code"]) if "year" in table else pd.NA
    if table.duplicated(["area_code", "year"]).any():
        code = table.loc[table.duplicated(["area_code", "year"]), "area_code"].iloc[0]
        raise WrongUse(
            id=f"Wilayah {code} muncul lebih dari sekali dalam tabel kebutuhan. Satu baris per wilayah "
            "(dan per tahun, bila ada kolom `year`).",
            en=f"Area {code} appears more than once in the table of need. Keep one row per area "
            "(and per year, where there is a column `year`).",
        )
    return table.reset_index(drop=True)


def read_group(group, need: pd.DataFrame) -> pd.Series:
    """The group of every place, indexed by area code; its index is the list of all places.

    `group` is None (one group), a column of the need table, or a Series or mapping from area code.
    """
    if group is None:
        codes = need["area_code"].unique()
        return pd.Series("", index=codes, dtype=object)
    if isinstance(group, str):
        if group not in need:
            raise WrongUse(
                id=f"Kolom kelompok `{group}` tidak ada dalam tabel kebutuhan.",
                en=f"The group column `{group}` is not in the table of need.",
            )
        pairs = need[["area_code", group]].drop_duplicates()
        if pairs["area_code"].duplicated().any():
            code = pairs.loc[pairs["area_code"].duplicated(), "area_code"].iloc[0]
            raise WrongUse(
                id=f"Wilayah {code} masuk dua kelompok `{group}`. Satu wilayah, satu kelompok.",
                en=f"Area {code} stands in two groups of `{group}`. One area, one group.",
            )
        return pairs.set_index("area_code")[group]
    if not isinstance(group, (pd.Series, Mapping)):
        raise WrongUse(
            id="`group` berupa nama kolom pada tabel kebutuhan, atau Series berindeks kode wilayah.",
            en="`group` is the name of a column of the table of need, or a Series indexed by area code.",
        )
    return pd.Series(group)


def _with_key(table: pd.DataFrame, *, id: str, en: str) -> pd.DataFrame:
    """The table with its place key as a column `area_code`, taken from a column or from the index."""
    twice = table.columns[table.columns.duplicated()]
    if len(twice):
        raise WrongUse(id=f"Kolom `{twice[0]}` muncul lebih dari sekali pada {id}. Sisakan satu.",
                       en=f"The column `{twice[0]}` appears more than once in {en}. Keep one.")
    for key in KEYS:
        if key in table.columns:
            return table.rename(columns={key: "area_code"})
    if table.index.name in KEYS:
        return table.reset_index(names="area_code")
    raise WrongUse(
        id=f"Kolom `area_code` tidak ditemukan pada {id}. Beri nama itu pada kolom kode wilayah.",
        en=f"No column `area_code` was found in {en}. Give the column of area codes that name.",
    )
