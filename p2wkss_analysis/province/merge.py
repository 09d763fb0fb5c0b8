"""Merges the rows of one sheet from many files: one row per key; contradictory values are left out and listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pandas as pd

from ..disclosure.privacy import mask
from ..tables.xlsx.reading import written
from .lines import Lines, Spot
from .reading import CityFile, usable

FREE_TEXT = ("note", "choice_note")  # words for the city itself; they may name people and are not collected


def stacked(files: Iterable[CityFile], sheet: str) -> pd.DataFrame:
    """The usable rows of a sheet from all files, with `file` and `line`, villages of other regencies included."""
    parts = [f.rows[sheet].loc[usable(f.rows[sheet])].assign(file=f.file) for f in files if len(f.rows[sheet])]
    if not parts:
        return pd.DataFrame({"village_code": [], "year": [], "file": [], "line": []}, dtype=object)
    return pd.concat(parts, ignore_index=True).drop(columns=list(FREE_TEXT), errors="ignore")


def without_other_regencies(rows: pd.DataFrame, files: dict[str, CityFile], sheet: str, lines: Lines) -> pd.DataFrame:
    """The rows whose village lies in the regency of their file; the others are listed, one entry per file and regency."""
    if rows.empty:
        return rows
    home = rows["file"].map({name: f.regency for name, f in files.items()})
    theirs = rows["village_code"].str[:5]
    outside = (home != "") & (home != theirs)
    for (name, regency), group in rows[outside].groupby(["file", theirs[outside]], sort=True):
        first, n = group.sort_values("line").iloc[0], len(group)
        cell = files[name].place(sheet, "village_code", int(first["line"])) + (f" (+{n - 1})" if n > 1 else "")
        lines.add(
            "other_regency",
            first["village_code"] if n == 1 else regency,
            int(first["year"]) if n == 1 else pd.NA,
            "village_code",
            Spot(name, files[name].cells[sheet][0], cell, first["village_code"]),
            Spot(name, "settings", "", files[name].regency),
        )
    return rows[~outside]


def merged(
    rows: pd.DataFrame, key: list[str], columns: list[str], files: dict[str, CityFile], sheet: str, kind: str, lines: Lines
) -> pd.DataFrame:
    """One row per key: each value on which the files that give one agree, `files`, and `left_out`, how many cells contradict.

    Order of files and lines does not matter. A value that one file has and another leaves empty is used and listed.
    """
    if rows.empty:
        return pd.DataFrame({c: [] for c in [*key, *columns, "files", "left_out"]})
    rows = rows.sort_values(["file", "line"]).reset_index(drop=True)
    groups = rows.groupby(key, dropna=False, sort=True)
    several = groups[columns].nunique().gt(1)
    found = groups[columns].first().mask(several)
    found["files"] = groups["file"].agg(lambda names: "; ".join(sorted(set(names))))
    found["left_out"] = several.sum(axis=1)
    doubtful = several.any(axis=1) | (groups.size() > groups["file"].nunique())  # values that differ, or a line that stands twice
    number = pd.Series(range(len(found)), index=found.index)
    rows["group"] = groups.ngroup()
    for _, group in rows[rows["group"].isin(number[doubtful].to_numpy())].groupby("group", sort=True):
        _tell_values(group, columns, files, sheet, kind, lines)
    _tell_blanks(rows, columns, files, sheet, lines)
    return found.reset_index()


def _tell_values(
    group: pd.DataFrame, columns: list[str], files: dict[str, CityFile], sheet: str, kind: str, lines: Lines
) -> None:
    """Lists the contradictory cells of one key, each against the first value, and rows that stand twice in a file."""
    code, year = group["village_code"].iloc[0], int(group["year"].iloc[0])
    for column in columns:
        values = group[["file", "line", column]].dropna(subset=[column]).drop_duplicates(column)
        spots = [spot(files[f], sheet, column, int(line), value) for f, line, value in values.itertuples(index=False)]
        for other in spots[1:]:
            lines.add(kind, code, year, column, spots[0], other)
    for name, same in group.groupby("file", sort=True):
        if len(same) > 1 and same[columns].nunique().le(1).all():
            first, second = (spot(files[name], sheet, "village_code", int(line), code) for line in same["line"].iloc[:2])
            lines.add("doubled", code, year, "", first, second)


def _tell_blanks(rows: pd.DataFrame, columns: list[str], files: dict[str, CityFile], sheet: str, lines: Lines) -> None:
    """Lists cells filled in one file and empty in another: one entry per regency, year, column and pair of files."""
    shared = rows[rows.groupby("group")["file"].transform("nunique") > 1]
    for column in columns:
        told = shared.assign(has=shared[column].notna()).groupby("group")["has"].transform("nunique") > 1
        mixed = shared[told]
        if mixed.empty:
            continue
        filled, empty = mixed[mixed[column].notna()].drop_duplicates("group"), mixed[mixed[column].isna()]
        pairs = empty.merge(filled[["group", "file", "line", column]], on="group", suffixes=("", "_full"))
        pairs = pairs.assign(regency=pairs["village_code"].str[:5])
        for (regency, year, name, full), some in pairs.groupby(["regency", "year", "file", "file_full"], sort=True):
            first, n = some.sort_values("line_full").iloc[0], len(some)
            more = f" (+{n - 1})" if n > 1 else ""
            have = spot(files[full], sheet, column, int(first["line_full"]), first[f"{column}_full"])
            lack = spot(files[name], sheet, column, int(first["line"]), "")
            lines.add(
                "blank",
                first["village_code"] if n == 1 else regency,
                int(year),
                column,
                Spot(have.file, have.sheet, have.cell + more, have.value),
                Spot(lack.file, lack.sheet, lack.cell + more, ""),
            )


def tell_lines_in_one(rows: pd.DataFrame, key: list[str], files: dict[str, CityFile], sheet: str, lines: Lines) -> None:
    """Lists rows that one file of a city has and another lacks: one entry per year and pair of files."""
    if rows.empty:
        return
    rows = rows.assign(regency=rows["village_code"].str[:5]).sort_values(["file", "line"])
    for regency, of_city in rows.groupby("regency", sort=True):
        names = sorted(of_city["file"].unique())
        have = {name: set(map(tuple, of_city.loc[of_city["file"] == name, key].astype(str).to_numpy())) for name in names}
        for name in names:
            own = of_city[of_city["file"] == name].drop_duplicates(key)
            marks = list(map(tuple, own[key].astype(str).to_numpy()))
            for lacking in (other for other in names if other != name):
                missing = own.loc[pd.Series([m not in have[lacking] for m in marks], index=own.index, dtype=bool)]
                for year, some in missing.groupby("year", sort=True):
                    first, n = some.iloc[0], len(some)
                    cell = files[name].place(sheet, "village_code", int(first["line"])) + (f" (+{n - 1})" if n > 1 else "")
                    lines.add(
                        "lines_in_one",
                        first["village_code"] if n == 1 else regency,
                        int(year),
                        "",
                        Spot(name, files[name].cells[sheet][0], cell, first["village_code"]),
                        Spot(lacking, files[lacking].cells[sheet][0] if sheet in files[lacking].cells else ""),
                    )


def spot(file: CityFile, sheet: str, column: str, line: int, value: Any) -> Spot:
    """Where a value stands, the value as people write it."""
    return Spot(file.file, file.cells[sheet][0], file.place(sheet, column, line), as_text(value))


def as_text(value: Any) -> str:
    """A value of a table as text; missing is empty, an identity number is never shown."""
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, (pd.Timestamp, dt.date)):
        return f"{value:%Y-%m-%d}"
    return mask(written(value.item() if hasattr(value, "item") else value))
