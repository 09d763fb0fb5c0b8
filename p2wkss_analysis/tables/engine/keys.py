"""What rows are known by: village codes that exist, and one row for each household and year."""

from __future__ import annotations

import re
from collections.abc import Iterator

import narwhals.stable.v2 as nw

from ...dictionary.sheets import VILLAGE
from ...display.progress import steps
from ...identity.hidden import HIDDEN
from .. import texts as of_tables
from ..cells import Cell
from ..workbook.places import Places, places_of
from ..workbook.texts import sheets as of_sheets
from . import texts
from .columns import DOTLESS, YEAR
from .found import Found, found
from .register import Register

HOUSEHOLD = "household_id"
_LONGEST = 14  # characters, one more than a code has
_DIGITS = re.compile(r"\d{12,}")
MOST_CODES = 300_000  # every village with its code in either system, with and without dots; more are no codes of villages


def faulty_villages(register: Register) -> tuple[list[Found], list[str]]:
    """The faults of village codes, and their `beginning` in the source."""
    column = register.names[VILLAGE]
    codes = register.rows.select(code=beginning(column)).group_by("code").agg(nw.len().alias("n"))
    counted = register.engine.collect(codes.filter(~nw.col("code").is_null()).head(MOST_CODES + 1)).to_pydict()
    if len(counted["code"]) > MOST_CODES:
        n = sum(counted["n"])
        return [found(column, n, None, of_tables.UNKNOWN_AREA, of_sheets.WRITE_DOTTED, key=True)], []
    places = places_of("")
    bad: dict[str, list[tuple[int, str]]] = {}
    cells: dict[str, Cell] = {}
    for code, n in sorted(zip(counted["code"], counted["n"], strict=True)):
        cell = _read(code, places)
        if cell.rule is not None and code.strip():
            bad.setdefault(cell.rule.en, []).append((n, code))
            cells.setdefault(cell.rule.en, cell)
    kinds = [_kind(column, rows, cells[rule], places) for rule, rows in bad.items()]
    return kinds, [code for rows in bad.values() for _, code in rows]


def beginning(column: str) -> nw.Expr:
    """A code, or of a longer text its beginning: what is grouped may be written to disk, and may be the number of a person."""
    return nw.col(column).cast(nw.String).str.slice(0, _LONGEST)


def _read(code: str, places: Places) -> Cell:
    """As the workbook reads it, but for what the columns of a register do not take: blanks around it and a name behind it."""
    cell = places.read(code, offer=False)
    if cell.rule is None and code != cell.text and not re.match(DOTLESS, code):
        return Cell(rule=of_tables.WRONG_FORM, remedy=of_sheets.WRITE_DOTTED)
    return cell


def _kind(column: str, rows: list[tuple[int, str]], cell: Cell, places: Places) -> Found:
    """One rule over all codes that break it; the most frequent is the example, and what is near is offered for it."""
    _, code = max(rows)
    offered = places.read(code)
    rule, remedy = (offered.rule, offered.remedy) if offered.rule and offered.remedy else (cell.rule, cell.remedy)
    assert rule is not None and remedy is not None
    shown = HIDDEN if _DIGITS.match(code) else f"{code}…" if len(code) == _LONGEST else code
    return found(column, sum(n for n, _ in rows), shown, rule, remedy, key=True)


def mixed_years(register: Register) -> list[Found]:
    """Rows whose own year, or other column, is not that of their folder (`year=2025`), which engines take in its place."""
    held = {column for file in register.source.files for column in _of_folders(str(file))} & set(register.names.values())
    if not held:
        return []
    rows = register.engine.read(register.source, in_folders=False)
    return [kind for column in sorted(held & set(rows.collect_schema().names())) for kind in _mixed(register, rows, column)]


def _mixed(register: Register, rows: nw.LazyFrame, column: str) -> list[Found]:
    asked = rows.select(file="filename", own=nw.col(column).cast(nw.String)).group_by("file", "own").agg(n=nw.len())
    counted = register.engine.collect(asked.filter(~nw.col("own").is_null())).to_pylist()
    wrong = [row for row in counted if not _same(_of_folders(row["file"]).get(column, row["own"]), row["own"])]
    n = sum(row["n"] for row in wrong)
    of_year = column == register.names[YEAR]
    rule, remedy = (texts.OTHER_YEAR, texts.MOVE_ROWS) if of_year else (texts.OTHER_THAN_FOLDER, texts.RENAME_FOLDER)
    return [found(column, n, min(row["own"] for row in wrong), rule, remedy, key=True)] if n else []


def _same(folder: str, own: str) -> bool:
    """Whether two values are the same, 2025 and 2025.0 too."""
    if folder == own:
        return True
    try:
        return float(folder) == float(own)
    except ValueError:
        return False


def _of_folders(file: str) -> dict[str, str]:
    """Columns that folders stand for, and their values."""
    parts = [part.partition("=") for part in re.split(r"[/\\]", file)]
    return {name: value for name, sign, value in parts if sign}


def repeated(register: Register) -> Iterator[nw.LazyFrame]:
    """Household and year of which there are several rows, part by part: how many (n), and the first and last village. Parts
    without any, which are nearly all, are only counted."""
    household = nw.col(HOUSEHOLD)
    named = nw.when(household >= "!").then(nw.lit(True)).otherwise(household.str.strip_chars() != "")
    known = register.frame.filter(~household.is_null(), ~nw.col(YEAR).is_null(), named)
    parts = register.parts(by_year=True, length=0)
    for part in steps(parts, texts.CHECKING):
        rows = known if part is None else known.filter(part)
        twice = rows.group_by(HOUSEHOLD, YEAR).agg(nw.len().alias("n")).filter(nw.col("n") > 1)
        if len(parts) > 1 and not register.engine.collect(twice.select(n=nw.len()))["n"][0].as_py():
            continue
        keys = rows.select(HOUSEHOLD, YEAR, VILLAGE).group_by(HOUSEHOLD, YEAR)
        counted = keys.agg(nw.len().alias("n"), nw.col(VILLAGE).min().alias("first"), nw.col(VILLAGE).max().alias("last"))
        yield counted.filter(nw.col("n") > 1)


def repeated_households(register: Register) -> list[Found]:
    """Rows of one household and year: in one village, or in two."""
    elsewhere = nw.col("first") != nw.col("last")
    asked = {
        "twice": nw.when(~elsewhere).then(nw.col("n")).sum(),
        "elsewhere": nw.when(elsewhere).then(nw.col("n")).sum(),
        "of_twice": nw.when(~elsewhere).then(nw.col(HOUSEHOLD)).min(),
        "of_elsewhere": nw.when(elsewhere).then(nw.col(HOUSEHOLD)).min(),
    }
    parts = [register.engine.collect(part.select(**asked)).to_pylist()[0] for part in repeated(register)]
    column = register.names[HOUSEHOLD]
    kinds = []
    for kind, rule, remedy in (
        ("twice", texts.HOUSEHOLD_TWICE, texts.REMOVE_TWICE),
        ("elsewhere", texts.HOUSEHOLD_ELSEWHERE, texts.KEEP_ONE_VILLAGE),
    ):
        n = sum(part[kind] or 0 for part in parts)
        value = next((part[f"of_{kind}"] for part in parts if part[f"of_{kind}"] is not None), None)
        kinds += [found(column, n, value, rule, remedy, key=True)] if n else []
    return kinds
