"""A table of the user's own, CSV or Excel, for the commands: every cell read as text, numbers only where no doubt is left.

A comma or a point with three digits after it may be a thousands separator or a decimal one. The column decides:
one cell that can only be read one way settles the others; where none does, every doubtful cell is a fault.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from ..errors import DataFaults, Fault, WrongUse
from ..language import default_language, pick

_DOUBTFUL = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")
_SHAPES = {  # what settles which sign is the decimal one
    ".": (re.compile(r"[+-]?(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})"), ","),
    ",": (re.compile(r"[+-]?(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,})"), "."),
}


def read_table(path: str | os.PathLike, numbers: Iterable[str] = (), needed: Iterable[str] = (), sheet: str | None = None):
    """The table in `path` (.csv, .txt, .xlsx, .xls, .ods) with the columns `numbers` as float64, the rest as text.

    Empty cells are missing. Column names are taken without spaces at their ends. Raises DataFaults with every
    cell that is not a number, and WrongUse for a file, sheet or column that is not there.

    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("area_code;poor\\n32.76.11.1001;5,5\\n32.76.11.1002;1.234\\n")
    >>> read_table(file, numbers=["poor"])["poor"].tolist()
    [5.5, 1234.0]
    """
    path, numbers = Path(path), list(numbers)
    text = _text(path, sheet)
    missing = [c for c in [*needed, *numbers] if c not in text]
    if missing:
        found, lacking = ", ".join(map(str, text.columns)), ", ".join(dict.fromkeys(missing))
        raise WrongUse(
            id=f"{path.name} tidak memuat kolom {lacking}. Kolom yang ada: {found}.",
            en=f"{path.name} has no column {lacking}. Its columns: {found}.",
        )
    faults: list[Fault] = []
    columns = {c: _numbers(text[c], c, path.name, faults) if c in numbers else text[c].where(text[c] != "", pd.NA) for c in text}
    if faults:
        raise DataFaults(faults)
    return pd.DataFrame(columns)


def _text(path: Path, sheet: str | None) -> pd.DataFrame:
    if not path.is_file():
        raise WrongUse(id=f"Berkas {path} tidak ada.", en=f"There is no file {path}.")
    try:
        table = _csv(path) if path.suffix.lower() in (".csv", ".txt", ".tsv") else _sheet(path, sheet)
    except WrongUse:
        raise
    except (OSError, ValueError, csv.Error) as error:
        raise WrongUse(
            id=f"{path.name} tidak dapat dibaca sebagai tabel ({type(error).__name__}). Simpan ulang sebagai CSV atau Excel (.xlsx).",
            en=f"{path.name} cannot be read as a table ({type(error).__name__}). Save it anew as CSV or Excel (.xlsx).",
        ) from None
    table.columns = [str(c).strip() for c in table.columns]
    if table.columns.duplicated().any() or not len(table.columns):
        twice = ", ".join(table.columns[table.columns.duplicated()]) or "-"
        raise WrongUse(id=f"{path.name}: nama kolom berulang ({twice}).", en=f"{path.name}: a column name occurs twice ({twice}).")
    return table.apply(lambda c: c.str.strip())


def _csv(path: Path) -> pd.DataFrame:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")  # what Excel on Windows writes as "CSV"
    header = text.split("\n", 1)[0]
    separator = max(";,\t", key=header.count)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(cell.strip() for cell in row)]
    if not rows:
        raise ValueError("empty")
    width = len(rows[0])
    if any(len(row) > width for row in rows):
        raise ValueError("ragged")
    return pd.DataFrame([row + [""] * (width - len(row)) for row in rows[1:]], columns=rows[0], dtype="str")


def _sheet(path: Path, sheet: str | None) -> pd.DataFrame:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
    except CalamineError as error:
        raise ValueError(str(error)) from None
    if sheet is not None and sheet not in book.sheet_names:
        names = ", ".join(book.sheet_names)
        raise WrongUse(id=f"{path.name} tidak memuat lembar {sheet!r}. Lembar yang ada: {names}.",
                       en=f"{path.name} has no sheet {sheet!r}. Its sheets: {names}.")
    rows = book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python(skip_empty_area=True)
    rows = [[_cell(cell) for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        raise ValueError("empty")
    return pd.DataFrame(rows[1:], columns=rows[0], dtype="str")


def _cell(cell) -> str:
    """A cell as text; a number in its shortest form with a decimal point, which no reader can mistake."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return repr(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else _plain(cell)
    return "" if cell is None else str(cell)


def _plain(value: float) -> str:
    text = np.format_float_positional(value, trim="-")
    # Exactly three decimals could be taken for thousands; one more digit settles it.
    return text + "0" if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}", text) else text


def _numbers(text: pd.Series, column: str, file: str, faults: list[Fault]) -> pd.Series:
    decimal = _decimal_sign(text)
    values = np.full(len(text), np.nan)
    for i, cell in enumerate(text):
        if cell == "":
            continue
        plain = _as_plain(cell, decimal)
        if plain is None:
            faults.append(_fault(file, column, i + 2, cell, doubtful=decimal is None and _DOUBTFUL.fullmatch(cell) is not None))
        else:
            values[i] = float(plain)
    return pd.Series(values, index=text.index)


def _decimal_sign(text: pd.Series) -> str | None:
    """The decimal sign that some cell of the column settles, None where none does or cells disagree."""
    settled = {sign for sign, (shape, _) in _SHAPES.items() if text.map(lambda c, s=shape: s.fullmatch(c) is not None).any()}
    return settled.pop() if len(settled) == 1 else None


def _as_plain(cell: str, decimal: str | None) -> str | None:
    """The cell as a Python number, or None where it is none or in doubt."""
    if re.fullmatch(r"[+-]?[0-9]+", cell):
        return cell
    if _DOUBTFUL.fullmatch(cell) and decimal is None:
        return None
    for sign, (shape, thousands) in _SHAPES.items():
        if shape.fullmatch(cell) or (decimal == sign and re.fullmatch(rf"[+-]?(?:[0-9]+|[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+)(?:\{sign}[0-9]+)?", cell)):
            return cell.replace(thousands, "").replace(sign, ".")
    return None


def _fault(file: str, column: str, row: int, cell: str, doubtful: bool) -> Fault:
    lang = default_language()
    if doubtful:
        return Fault(file, "", row, column, "", cell,
                     pick(lang, id="ribuan atau desimal? Tidak dapat dipastikan.", en="thousands or decimals? It cannot be told."),
                     pick(lang, id="Tulis ribuan tanpa pemisah (5000) atau tambahkan angka desimal (5,0000).",
                          en="Write thousands without a separator (5000) or add a decimal digit (5.0000)."))
    return Fault(file, "", row, column, "", cell, pick(lang, id="bukan bilangan.", en="is not a number."),
                 pick(lang, id="Isi angka saja, atau kosongkan bila tidak ada data.", en="Fill in a number, or leave it empty."))
