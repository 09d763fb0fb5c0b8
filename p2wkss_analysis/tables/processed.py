"""`data/processed/`: tables an analyst opens in Excel or QGIS, rebuilt from raw, never edited.

regency_years.csv   one row a regency and year, one column an indicator and series
village_years.csv   IDM by desa and year with the names of desa, district and regency
site_years.csv      programme sites with codes, one row a site and year
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pandas as pd

from ..dictionary.tables import PUBLISHED, data_folder, raw_folder, read_dictionary
from ..files.atomic import write_atomically
from ..files.csv_text import csv_text
from .intake import published


def build_processed(folder: str | os.PathLike | None = None) -> list[Path]:
    """Rebuild every processed table; returns their paths.

    All tables are made before the first is written, and each file is replaced whole: a fault in the raw
    data or a killed run leaves the earlier files as they were. `made_from.json`, written last, names the
    sha256 of the raw files. An installed package, which has no raw files, is left as it is.
    """
    if raw_folder(folder) == PUBLISHED:
        return []
    tables = {
        "regency_years.csv": _regency_years(folder),
        "village_years.csv": _village_years(folder),
        "site_years.csv": _site_years(folder),
    }
    out = data_folder(folder) / "processed"
    contents = {name: csv_text(table).encode("utf-8") for name, table in tables.items()}
    paths = [write_atomically(out / name, data) for name, data in contents.items()]
    made_from = {r["path"]: r.get("hash") for r in read_dictionary(folder).package["resources"]}
    return [*paths, write_atomically(out / "made_from.json", json.dumps(made_from, indent=1).encode())]


def _names(areas: pd.DataFrame, level: str) -> pd.DataFrame:
    return areas.loc[areas["level"] == level, ["area_code", "name"]].set_index("area_code")["name"]


def _regency_years(folder: str | os.PathLike | None) -> pd.DataFrame:
    """Wide; the two HDI series stay two columns, so that nobody subtracts one from the other."""
    long = published("regency_indicators", folder)
    several = long.groupby("indicator")["method"].nunique() > 1
    series = long["method"].str.replace(r"[^A-Za-z0-9]+", "_", regex=True).str.strip("_").str.lower()
    long["column"] = long["indicator"].where(~long["indicator"].map(several), long["indicator"] + "__" + series)
    wide = long.pivot(index=["area_code", "year"], columns="column", values="value").reset_index()
    wide.insert(1, "name", wide["area_code"].map(_names(published("areas", folder), "regency")))
    return wide


def _village_years(folder: str | os.PathLike | None) -> pd.DataFrame:
    index, areas = published("village_index", folder), published("areas", folder)
    names = [("regency", 5), ("district", 8), ("village", 13)]
    for position, (level, length) in enumerate(names, start=1):
        index.insert(position, level, index["area_code"].str[:length].map(_names(areas, level)))
    return index


def _site_years(folder: str | os.PathLike | None) -> pd.DataFrame:
    sites = published("programme_sites", folder).rename(columns={"village_code": "area_code"})
    return sites.sort_values(["regency_code", "year", "area_code"], na_position="last")
