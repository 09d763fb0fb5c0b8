"""A filled-in workbook from tables: the template's sheets, labels and drop-downs, with every line already there."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from ...dictionary.sheets import FIRST_DATA_ROW, VILLAGE, city_dictionary, fields_of
from ...dictionary.texts import PREPARED
from ...files.atomic import write_new
from ...identity.hidden import mask
from ...say import Text
from ...say.errors import NotEnoughData, check_language
from ...say.spoken import spoken
from ..intake import load
from ..place_names import regency_named
from .page.paper import check_paper, looks
from .page.sheet import Lists, shape_of, write_frame
from .settings import shown_setting
from .template import MADE, SAFE, offered_by_name, villages_of, write_guide
from .texts import guide

_VILLAGE_SOURCES = ("poverty_source", "hdi_source")
_VILLAGE_VINTAGES = ("poverty_vintage", "hdi_vintage")


def as_read(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """The table with the columns, order and types of the sheet `name`, as `check` would read it.

    Columns that are not there are empty; those the sheet does not have are an error (ValueError).

    >>> as_read("sites", pd.DataFrame({"year": [2024], "village_code": ["32.76.10.1006"], "rw": [10]})).dtypes["rw"]
    Int64Dtype()
    """
    strange = set(table) - {f["name"] for f in fields_of(name)}
    if strange:
        raise ValueError(f"{name} has no columns {sorted(strange)}")
    return pd.DataFrame({f["name"]: _typed(table.get(f["name"]), f["type"], len(table)) for f in fields_of(name)})


def _typed(column: pd.Series | None, kind: str, rows: int) -> pd.Series:
    column = pd.Series([None] * rows if column is None else list(column), dtype=object)
    column = column.where(column.notna(), None)
    if kind == "date":
        if column.isna().all():  # as pandas types a column of text without any date
            return pd.to_datetime(column.astype("str"), format="%Y-%m-%d")
        return pd.to_datetime(column).dt.normalize().astype("datetime64[us]")
    if kind in ("number", "integer"):
        numbers = pd.to_numeric(column, errors="raise").astype("float64")
        return numbers.astype("Int64") if kind == "integer" else numbers
    return column.astype("boolean") if kind == "boolean" else column.astype("str")


@spoken
def write_filled(
    path: str | os.PathLike,
    tables: dict[str, pd.DataFrame],
    lang: str | None = None,
    before: Sequence[tuple[str, str]] = (),
    prepared: Mapping[str, Sequence[str]] | None = None,
    *,
    paper: str = "a4",
) -> Path:
    """Write a workbook (.xlsx) that holds `tables`, and return its path; the same tables give the same bytes.

    tables : sheet name to a table as `check` gives it; the sheet `settings` names the city (regency_code).
    lang : language of tabs, headings and drop-downs, "id" or "en".
    before : lines (head, text) with which the guide begins.
    prepared : sheet name to what is left to do with each of its lines (FILL, CONFIRM, or "" for nothing).
    paper : "a4" or "f4".

    Raises WrongUse for an unknown city or language, a file there that holds anything else, or one that cannot be written.
    """
    lang, paper = check_language(lang), check_paper(paper)
    settings = dict(zip(tables["settings"]["setting"], tables["settings"]["value"], strict=True))
    regency = settings.get("regency_code")
    offered, names = offered_by_name(villages_of(regency)), load("areas").set_index("area_code")["name"]
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    look = looks(book)
    write_guide(book, look, regency, lang, before, paper)
    ranges = Lists(list(offered.values()))
    for name in city_dictionary().names():
        sheet = write_frame(book, look, name, lang, ranges, paper)
        for place, field in enumerate(fields_of(name), start=1):
            column = _shown(tables[name][field["name"]], field, lang)
            if field["name"] == VILLAGE and not field.get("prefilled"):
                column = [code and (offered.get(code) or f"{code} {names[code]}") for code in column]
            if (name, field["name"]) == ("settings", "value"):
                column = [
                    shown_setting(setting, cell, lang) for setting, cell in zip(tables[name]["setting"], column, strict=True)
                ]
            _fill(sheet, place, column, look["given" if field.get("prefilled") else shape_of(field)])
        _prepare(book, sheet, (prepared or {}).get(name, ()), len(fields_of(name)), lang)
    ranges.write(book)
    book.close()
    return write_new(path, data.getvalue())


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
        raise NotEnoughData(guide.NO_VILLAGE_OF.fill(name=load("areas").set_index("area_code")["name"][code]))
    names = villages_of(code).rename(columns={"area_code": VILLAGE, "name": "village"})
    every = names.merge(pd.DataFrame({"year": sorted(mine["year"].unique())}), how="cross")
    own = [field["name"] for field in fields_of("villages")]
    figures = mine.rename(columns={"area_code": VILLAGE})
    figures = figures[[c for c in figures if c in own]].drop(columns=["district", "village"], errors="ignore")
    sheet = every.merge(figures, on=[VILLAGE, "year"], how="left")
    if "households" in sheet:
        sheet["households"] = sheet["households"].round()
    if source:
        sheet = sheet.assign(
            **dict.fromkeys(_VILLAGE_SOURCES, mask(source)), **dict.fromkeys(_VILLAGE_VINTAGES, sheet["year"].astype(str))
        )
    settings = {"regency_code": code} | ({"synthetic": "yes"} if synthetic else {})
    tables = {name: as_read(name, pd.DataFrame()) for name in city_dictionary().names()}
    tables["villages"] = as_read("villages", sheet)
    tables["settings"] = as_read("settings", pd.DataFrame({"setting": list(settings), "value": list(settings.values())}))
    before = [(guide.SYNTHETIC.say(lang), guide.SYNTHETIC_VALUES.say(lang)), ("", "")] if synthetic else []
    return write_filled(path, tables, lang, before, paper=paper)


def _shown(column: pd.Series, field: dict, lang: str) -> list:
    """Each cell as a person would have chosen or typed it; None where it is empty."""
    if field["type"] == "boolean":
        column = column.map({True: "yes", False: "no"})
    cells = column.astype(object).where(column.notna(), None).tolist()
    if "categories" in field:
        words = {c["value"]: Text.of(c["label"]).say(lang) for c in field["categories"]}
        return [words.get(cell, cell) for cell in cells]
    if field["type"] == "date":
        return [cell and cell.to_pydatetime() for cell in cells]
    return cells


def _fill(sheet: Any, place: int, cells: list, look: Any) -> None:
    for row, cell in enumerate(cells, start=FIRST_DATA_ROW - 1):
        if isinstance(cell, str):
            sheet.write_string(row, place, cell, look)
        elif isinstance(cell, dt.datetime):
            sheet.write_datetime(row, place, cell, look)
        elif cell is not None:
            sheet.write_number(row, place, cell, look)


def _prepare(book: xlsxwriter.Workbook, sheet: Any, todo: Sequence[str], wide: int, lang: str) -> None:
    """Marks the prepared lines, yellow as long as the mark stands, and opens the sheet at the first of them."""
    rows = [row for row, kind in enumerate(todo, start=FIRST_DATA_ROW - 1) if kind]
    if not rows:
        return
    yellow = book.add_format({"bg_color": "#FFF2CC", "bottom": 4, "bottom_color": "#BFBFBF"})
    for row in rows:
        sheet.write_string(row, 0, PREPARED[todo[row - FIRST_DATA_ROW + 1]].say(lang))
    sheet.conditional_format(
        rows[0], 0, rows[-1], wide, {"type": "formula", "criteria": f'=$A{rows[0] + 1}<>""', "format": yellow}
    )
    sheet.freeze_panes(FIRST_DATA_ROW - 1, 2, rows[0], 2)
    sheet.set_selection(rows[0], 2, rows[0], 2)
