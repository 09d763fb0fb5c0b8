"""One registry of sites from many cities' workbooks and the open register, with everything on which they do not agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..tables.workbook.places import places_of
from .lines import Lines, Spot
from .merge import as_text, merged, spot, stacked, without_other_regencies
from .reading import CityFile

SITE_COLUMNS = [
    "area_code",
    "village",
    "regency_code",
    "regency",
    "year",
    "rw",
    "rt",
    "decree",
    "decree_date",
    "planned_households",
    "planned_unit",
    "announced_date",
    "chosen_by",
    "files",
    "status",
    "confirmed_by",
    "in_open_register",
]
_KEY = ["village_code", "year", "rw", "rt"]
_FACTS = ["decree", "decree_date", "planned_households", "planned_unit", "announced_date", "chosen_by"]


def registry(files: list[CityFile], register: pd.DataFrame, lines: Lines) -> pd.DataFrame:
    """The registry (SITE_COLUMNS). `register`: as `load("programme_sites")`.

    confirmed: the workbook gives a decree no other file of the city contradicts ("decree"), or workbook and open
    register name the same village and year and no other RW ("two sources"), or the open register itself holds it
    confirmed ("open register"). disputed: files of a city differ on its year or its RW/RT.
    """
    by_name = {f.file: f for f in files}
    rows = without_other_regencies(stacked(files, "sites"), by_name, "sites", lines)
    for column in (*_KEY, *_FACTS):
        if column not in rows:
            rows[column] = pd.NA
    rows = _placed(rows, by_name, lines)
    disputed = _tell_places(rows, by_name, lines) | _tell_years(rows, by_name, lines)
    _tell_sites_in_one(rows, by_name, lines, disputed)
    found = merged(rows, _KEY, _FACTS, by_name, "sites", "site_value", lines)
    _tell_decrees(rows, by_name, lines)
    known = _compared(found, rows, register, by_name, files, disputed, lines)
    ours = _ours(found, disputed, known)
    return _named(pd.concat([ours, _theirs(register, known, ours, files)], ignore_index=True))


def _placed(rows: pd.DataFrame, files: dict[str, CityFile], lines: Lines) -> pd.DataFrame:
    """Rows without RW and RT take those of the village's other rows of that year if they name one place only; listed."""
    blank = rows[["rw", "rt"]].isna().all(axis=1)
    if not blank.any() or blank.all():
        return rows
    told = rows[~blank].sort_values(["file", "line"]).drop_duplicates(_KEY)
    told = told[~told.duplicated(["village_code", "year"], keep=False)].set_index(["village_code", "year"])
    rows = rows.copy()
    for position in rows.index[blank]:
        at = (rows.at[position, "village_code"], rows.at[position, "year"])
        if at in told.index:
            of = told.loc[at]
            rows.loc[position, ["rw", "rt"]] = of[["rw", "rt"]].to_numpy()
            full, empty = files[of["file"]], files[rows.at[position, "file"]]
            lines.add(
                "blank",
                at[0],
                int(at[1]),
                "rw, rt",
                spot(full, "sites", "rw", int(of["line"]), _at(of)),
                spot(empty, "sites", "rw", int(rows.at[position, "line"]), ""),
            )
    return rows


def _at(row: Mapping[str, Any] | pd.Series) -> str:
    return " ".join(f"{name} {int(v)}" for name, v in (("RW", row["rw"]), ("RT", row["rt"])) if not pd.isna(v))


def _tell_places(rows: pd.DataFrame, files: dict[str, CityFile], lines: Lines) -> set[tuple]:
    """Village-years whose RW/RT differ between the city's files, each listed once."""
    disputed = set()
    for (code, year), group in rows.groupby(["village_code", "year"], sort=True):
        sets = {
            name: frozenset(map(_at, some.to_dict("records")))
            for name, some in group.sort_values(["file", "line"]).groupby("file", sort=True)
        }
        different = list(dict.fromkeys(sets.values()))
        if len(different) < 2:
            continue
        disputed.add((code, int(year)))
        firsts = [next(name for name in sets if sets[name] == places) for places in different]
        spots = [_site_spot(group[group["file"] == name], files[name], "rw", ", ".join(sorted(sets[name]))) for name in firsts]
        for other in spots[1:]:
            lines.add("site_place", code, int(year), "rw, rt", spots[0], other)
    return disputed


def _site_spot(rows: pd.DataFrame, file: CityFile, column: str, value: str) -> Spot:
    return spot(file, "sites", column, int(rows["line"].min()), value)


def _tell_years(rows: pd.DataFrame, files: dict[str, CityFile], lines: Lines) -> set[tuple]:
    """Villages that the city's files place in different years, with no year in common; each listed once."""
    disputed = set()
    for code, group in rows.groupby("village_code", sort=True):
        years = {name: frozenset(some["year"].astype(int)) for name, some in group.groupby("file", sort=True)}
        first = next(iter(years))
        told = set()
        for name, own in years.items():
            if own.isdisjoint(years[first]) and own not in told:
                told.add(own)
                spots = [
                    _site_spot(group[group["file"] == n], files[n], "year", ", ".join(map(str, sorted(years[n]))))
                    for n in (first, name)
                ]
                lines.add("site_year", code, min(years[first]), "year", *spots)
                disputed |= {(code, year) for year in own | years[first]}
    return disputed


def _tell_sites_in_one(rows: pd.DataFrame, files: dict[str, CityFile], lines: Lines, disputed: set[tuple]) -> None:
    """Lists sites that one file of a city has and another lacks, unless they are listed as disputed."""
    cities = {name: f.home for name, f in files.items()}
    for (code, year), group in rows.groupby(["village_code", "year"], sort=True):
        having = sorted(group["file"].unique())
        lacking = sorted(n for n, regency in cities.items() if regency == code[:5] and n not in having)
        if lacking and (code, int(year)) not in disputed:
            there = _site_spot(group[group["file"] == having[0]], files[having[0]], "year", str(int(year)))
            lines.add("lines_in_one", code, int(year), "", there, Spot("; ".join(lacking), "sites"))


def _tell_decrees(rows: pd.DataFrame, files: dict[str, CityFile], lines: Lines) -> None:
    """Lists each decree given for several years of a city or in several cities."""
    some = rows.dropna(subset=["decree"]).sort_values(["file", "line"])
    some = some.assign(
        number=some["decree"].map(lambda text: re.sub(r"[\s.]+", "", str(text)).casefold()), regency=some["village_code"].str[:5]
    )
    for kind, column, within in (("decree_years", "year", ["number", "regency"]), ("decree_cities", "regency", ["number"])):
        for _, group in some.groupby(within, sort=True):
            firsts = group.sort_values([column, "file", "line"]).drop_duplicates(column)
            if len(firsts) < 2:
                continue
            one, two = (
                _site_spot(firsts.iloc[[i]], files[firsts["file"].iloc[i]], "decree", as_text(firsts["decree"].iloc[0]))
                for i in (0, 1)
            )
            said = ", ".join(as_text(v) for v in firsts[column].iloc[1:])
            lines.add(
                kind,
                firsts["village_code"].iloc[0],
                int(firsts["year"].iloc[0]),
                "decree",
                one,
                Spot(two.file, two.sheet, two.cell, said),
            )


def _compared(
    found: pd.DataFrame,
    rows: pd.DataFrame,
    register: pd.DataFrame,
    by_name: dict[str, CityFile],
    files: list[CityFile],
    disputed: set[tuple],
    lines: Lines,
) -> dict[tuple, bool]:
    """Village-years that the register has too, True where both agree. Every difference is listed."""
    theirs = register.assign(line=range(2, len(register) + 2))
    cities = {f.home for f in files if f.home} | set(rows["village_code"].astype(str).str[:5])
    agree: dict[tuple, bool] = {}
    ours = {code: sorted(set(g["year"].astype(int))) for code, g in found.groupby("village_code")}
    told_years: set[str] = set()
    for row in theirs[theirs["regency_code"].isin(cities)].to_dict("records"):
        code, year = row["village_code"], row["year"]
        code = "" if pd.isna(code) else code
        there = None if pd.isna(year) else int(year)
        entry = lines.register(row["line"], "" if there is None else str(there))
        if code not in ours:
            lines.add(
                "only_in_register",
                code or row["regency_code"],
                year,
                "",
                Spot(entry.file, entry.sheet, entry.cell, row["village"]),
            )
        elif there is None:
            lines.add("register_no_year", code, ours[code][0], "year", _first(rows, by_name, code, ours[code][0], "year"), entry)
        elif there in ours[code]:
            agree[code, there] = _agrees(code, there, row, found, rows, by_name, lines)
        elif _years_of(theirs, code).isdisjoint(ours[code]):
            if code not in told_years:
                told_years.add(code)
                in_register = ", ".join(map(str, sorted(_years_of(theirs, code))))
                lines.add(
                    "register_year",
                    code,
                    ours[code][0],
                    "year",
                    _first(rows, by_name, code, ours[code][0], "year"),
                    lines.register(row["line"], in_register),
                )
        else:
            lines.add("only_in_register", code, year, "", Spot(entry.file, entry.sheet, entry.cell, row["village"]))
    for code, years in ours.items():
        known = _years_of(theirs, code)
        unknown_year = theirs.loc[theirs["village_code"] == code, "year"].isna().any()
        for year in years:
            told = code in told_years or known and (code, year) in disputed  # which of its years is right is asked already
            if (code, year) not in agree and not told and not (unknown_year and year == years[0] and not known):
                lines.add("not_in_register", code, year, "", _first(rows, by_name, code, year, "village_code"))
    return agree


def _years_of(register: pd.DataFrame, code: str) -> set[int]:
    return set(register.loc[register["village_code"] == code, "year"].dropna().astype(int))


def _first(rows: pd.DataFrame, files: dict[str, CityFile], code: str, year: int, column: str) -> Spot:
    row = rows[(rows["village_code"] == code) & (rows["year"] == year)].sort_values(["file", "line"]).iloc[0]
    return spot(files[row["file"]], "sites", column, int(row["line"]), row[column])


def _agrees(
    code: str,
    year: int,
    row: dict[str, Any],
    found: pd.DataFrame,
    rows: pd.DataFrame,
    files: dict[str, CityFile],
    lines: Lines,
) -> bool:
    """Whether the register's RW is one of the workbook's; numbers of households are compared as well."""
    here = found[(found["village_code"] == code) & (found["year"] == year)]
    theirs, ours = _numbers("RW", row["neighbourhood"]), set(here["rw"].dropna().astype(int))
    same = not theirs or not ours or bool(theirs & ours)
    if not same:
        lines.add(
            "register_place",
            code,
            year,
            "rw",
            _first(rows, files, code, year, "rw"),
            lines.register(row["line"], str(row["neighbourhood"])),
        )
    of_households = len(here) == 1 and here["planned_unit"].fillna("household").eq("household").all()
    planned = here["planned_households"].iloc[0] if of_households else pd.NA
    reached = row["assisted_households"] if row.get("households_scope") == "site" else pd.NA
    if not pd.isna(planned) and not pd.isna(reached) and int(planned) != int(reached):
        lines.add(
            "register_households",
            code,
            year,
            "planned_households",
            _first(rows, files, code, year, "planned_households"),
            lines.register(row["line"], as_text(reached)),
        )
    return same


def _numbers(word: str, text: Any) -> set[int]:
    """The numbers behind each RW (or RT) of a text such as "RW 10 (fokus RW 10 dan RW 11)"."""
    return set() if pd.isna(text) else {int(n) for n in re.findall(rf"{word}\.?\s*0*(\d+)", str(text), re.IGNORECASE)}


def _ours(found: pd.DataFrame, disputed: set[tuple], known: dict[tuple, bool]) -> pd.DataFrame:
    """The workbooks' sites with their status."""
    at = list(zip(found["village_code"], found["year"].astype("Int64"), strict=True))
    why = [
        "" if place in disputed else "decree" if not pd.isna(decree) else "two_sources" if known.get(place) else ""
        for place, decree in zip(at, found["decree"], strict=True)
    ]
    status = [
        "disputed" if place in disputed else "confirmed" if reason else "unconfirmed"
        for place, reason in zip(at, why, strict=True)
    ]
    found = found.rename(columns={"village_code": "area_code"})
    return found.assign(status=status, confirmed_by=why, in_open_register=[place in known for place in at])


def _theirs(register: pd.DataFrame, known: dict[tuple, bool], ours: pd.DataFrame, files: list[CityFile]) -> pd.DataFrame:
    """Sites only the open register has, in the provinces of the workbooks; a village without code keeps its name."""
    provinces = {f.home[:2] for f in files if f.home} | set(ours["area_code"].astype(str).str[:2])
    rest = register[register["regency_code"].str[:2].isin(provinces)]
    has = set(ours["area_code"])
    there = [
        (code, year) in known or (pd.isna(year) and code in has)
        for code, year in zip(rest["village_code"], rest["year"], strict=True)
    ]
    rest = rest.loc[~pd.Series(there, index=rest.index, dtype=bool)]
    places = [(_numbers("RW", text), _numbers("RT", text)) for text in rest["neighbourhood"]]
    contested = [
        code in has and not pd.isna(year) and not set(ours.loc[ours["area_code"] == code, "year"]) & _years_of(register, code)
        for code, year in zip(rest["village_code"], rest["year"], strict=True)
    ]
    sure = (rest["status"] == "confirmed") & ~pd.Series(contested, index=rest.index, dtype=bool)
    return pd.DataFrame(
        {
            "area_code": rest["village_code"],
            "village": rest["village"],
            "regency_code": rest["regency_code"],
            "year": rest["year"],
            "rw": [next(iter(rw)) if len(rw) == 1 else pd.NA for rw, _ in places],
            "rt": [next(iter(rt)) if len(rt) == 1 and len(rw) == 1 else pd.NA for rw, rt in places],
            "files": "",
            "status": ["disputed" if c else "confirmed" if s else "unconfirmed" for c, s in zip(contested, sure, strict=True)],
            "confirmed_by": ["open_register" if s else "" for s in sure],
            "in_open_register": True,
        }
    )


def _named(sites: pd.DataFrame) -> pd.DataFrame:
    """Names beside codes, fixed columns and types, in the order of codes and years."""
    names = places_of("").names
    code = sites["area_code"]
    for column in SITE_COLUMNS:
        if column not in sites:
            sites[column] = pd.NA
    sites["village"] = code.map(names).fillna(sites["village"])
    sites["regency_code"] = code.str[:5].fillna(sites["regency_code"])
    sites["regency"] = sites["regency_code"].map(names)
    sites = sites.sort_values(["regency_code", "area_code", "year", "rw", "rt"], kind="stable", na_position="last").reset_index(
        drop=True
    )
    whole = {c: "Int64" for c in ("year", "rw", "rt", "planned_households")}
    dates = {c: "datetime64[us]" for c in ("decree_date", "announced_date")}
    plain = {c: "str" for c in SITE_COLUMNS if c not in whole | dates and c != "in_open_register"}
    return sites[SITE_COLUMNS].astype(whole | dates | plain | {"in_open_register": bool})
