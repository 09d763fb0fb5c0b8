"""The workbook of a city whose figures of villages come from elsewhere, such as a register of households."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from ...dictionary.sheets import VILLAGE, city_dictionary, fields_of
from ...say.errors import NotEnoughData
from ..intake import load
from ..place_names import regency_named
from .filled import as_read, write_filled
from .template import villages_of
from .texts import guide as texts

_SOURCES = ("poverty_source", "hdi_source")


def write_from_villages(
    path: str | os.PathLike,
    village_years: pd.DataFrame,
    regency: str | int,
    source: str = "",
    synthetic: bool = False,
    lang: str | None = None,
    *,
    paper: str = "a4",
) -> Path:
    """Write the workbook (.xlsx) of a regency with the sheet of villages filled in, and return its path.

    village_years : one row a village and year: area_code, year, and any columns of the sheet `villages`, in its units; others
        are left aside. Every village of the regency gets a line a year, also one without a figure.
    source : what is written as the source of the figures, such as "DTSEN 2025".
    synthetic : whether the figures are made up; the workbook then says so, and everything made from it.

    Raises NotEnoughData where the table has no village of the regency, WrongUse as `write_filled`.
    """
    code = regency_named(regency)
    mine = village_years[village_years["area_code"].astype(str).str.startswith(f"{code}.")]
    if mine.empty:
        raise NotEnoughData(texts.NO_VILLAGE_OF.fill(name=load("areas").set_index("area_code")["name"][code]))
    names = villages_of(code).rename(columns={"area_code": VILLAGE, "name": "village"})
    every = names.merge(pd.DataFrame({"year": sorted(mine["year"].unique())}), how="cross")
    own = [field["name"] for field in fields_of("villages")]
    figures = mine.rename(columns={"area_code": VILLAGE})
    figures = figures[[c for c in figures if c in own]].drop(columns=["district", "village"], errors="ignore")
    sheet = every.merge(figures, on=[VILLAGE, "year"], how="left")
    if "households" in sheet:
        sheet["households"] = sheet["households"].round()
    if source:
        sheet = sheet.assign(**dict.fromkeys(_SOURCES, source))
    settings = {"regency_code": code} | ({"synthetic": "yes"} if synthetic else {})
    tables = {name: as_read(name, pd.DataFrame()) for name in city_dictionary().names()}
    tables["villages"] = as_read("villages", sheet)
    tables["settings"] = as_read("settings", pd.DataFrame({"setting": list(settings), "value": list(settings.values())}))
    before = [(texts.SYNTHETIC.say(lang), texts.SYNTHETIC_VALUES.say(lang)), ("", "")] if synthetic else []
    return write_filled(path, tables, lang, before, paper=paper)
