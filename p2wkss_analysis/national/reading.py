"""Village-years and sites as they are given: typed by the dictionary of the sheet `villages`, or every fault at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa

from ..dictionary.figures import village_figures
from ..dictionary.sheets import fields_of
from ..files.kinds import refuse_other
from ..files.opening import named, ordinary
from ..say import Text, default_language
from ..say.errors import DataFaults, NotEnoughData, WrongUse
from ..tables.check import Checker, typed
from ..tables.intake import load
from ..tables.open_file import read_table
from . import texts

KEY = ("area_code", "year")
CSV = (".csv", ".txt", ".tsv")
EXCEL = (".xlsx", ".xlsm", ".xls")  # the reader says what an old one is
_DECIMAL_COMMA = r"^\s*([+-]?[0-9]+),([0-9]+)\s*$"
_YES = ("true", "True", "TRUE", "1", "ya", "yes")


@dataclass(frozen=True, eq=False)
class VillageYears:
    """The two tables of a run, in the columns of the sheets `villages` and `sites`.

    synthetic: the values were made up; inputs: what was read: role, name of the file (or none), rows, and the SHA-256 of its
    content as it was understood, the same for the same values whatever holds them.
    """

    villages: pd.DataFrame = field(repr=False)
    sites: pd.DataFrame = field(repr=False)
    synthetic: bool
    inputs: tuple[dict, ...]


def read_village_years(
    village_years: pd.DataFrame | str | os.PathLike, sites: pd.DataFrame | str | os.PathLike | None = None
) -> VillageYears:
    """Read and check both. Raises DataFaults with every fault of a table, WrongUse for what is no such table."""
    figures = _figures()
    rows, synthetic = _checked(village_years, texts.VILLAGE_YEARS, figures)
    known = [c for c in village_figures() if c in rows]
    if not known:
        raise WrongUse(texts.NO_FIGURE_COLUMN.fill(known=list(village_figures())))
    if not rows[known].notna().any(axis=None):
        raise NotEnoughData(texts.NO_VALUE)
    chosen, made_up = (
        _checked(sites, texts.SITES, {}) if sites is not None else (pd.DataFrame({"area_code": [], "year": []}), synthetic)
    )
    if made_up and not synthetic:
        raise WrongUse(texts.SYNTHETIC_SITES)
    chosen = chosen.astype({"area_code": "str", "year": "Int64"})
    inputs = [_input("village_years", village_years, rows)] + ([] if sites is None else [_input("sites", sites, chosen)])
    sheets = [table.rename(columns={"area_code": "village_code"}) for table in (rows, chosen)]
    return VillageYears(sheets[0], sheets[1], synthetic, tuple(inputs))


def fingerprint(table: pd.DataFrame) -> str:
    """SHA-256 of the values of a table, with the names of its columns; the order of its rows does not count."""
    rows = pd.util.hash_pandas_object(table, index=False).sort_values().to_numpy()
    return hashlib.sha256(repr(list(table.columns)).encode() + rows.tobytes()).hexdigest()


def _figures() -> dict[str, dict]:
    """Columns of the sheet that count here: every figure, and what says up to which decile it counts."""
    cuts = {figure.cut for figure in village_figures().values() if figure.cut}
    return {f["name"]: f for f in fields_of("villages") if "figure" in f or f["name"] in cuts}


def _checked(given: pd.DataFrame | str | os.PathLike, what: Text, figures: Mapping[str, dict]) -> tuple[pd.DataFrame, bool]:
    """The table with its types and whether it says that it is made up."""
    raw, name = _opened(given, what, figures)
    raw = raw.rename(columns={} if "area_code" in raw else {"village_code": "area_code"})
    doubled = sorted(set(raw.columns[raw.columns.duplicated()].astype(str)) & {*KEY, *figures})
    if doubled:
        raise WrongUse(texts.COLUMN_TWICE.fill(what=what, columns=doubled))
    if raw.empty:
        raise WrongUse(texts.EMPTY.fill(what=what))
    text = pd.DataFrame({c: _as_text(raw[c]) for c in (*KEY, *figures) if c in raw}, index=raw.index)
    fields = {f["name"]: f for f in fields_of("villages")}
    columns = [{**fields["village_code"], "name": "area_code"}, fields["year"], *(f for c, f in figures.items() if c in raw)]
    schema: dict = {"fields": columns, "foreignKeys": [{"fields": ["area_code"], "reference": {"resource": "areas"}}]}
    schema |= {"primaryKey": [*KEY]} if figures else {}  # two RT of one village may be sites of one year
    checker = Checker(text, {"schema": schema}, name or what.say(), default_language(), first_row=2 if name else 1)
    table = typed(checker, {"areas": _village_codes()})
    if checker.faults:
        raise DataFaults(checker.faults, default_language())
    return table.reset_index(drop=True), _made_up(raw, what)


def _made_up(raw: pd.DataFrame, what: Text) -> bool:
    if "synthetic" not in raw:
        return False
    said = raw["synthetic"].astype("string").isin(_YES).fillna(False)
    if said.any() and not said.all():
        raise WrongUse(texts.PARTLY_SYNTHETIC.fill(what=what, n=int(said.sum()), all=len(said)))
    return bool(said.all())


def _opened(given: object, what: Text, figures: Iterable[str]) -> tuple[pd.DataFrame, str]:
    """The table and the name of its file."""
    if isinstance(given, pd.DataFrame):
        if given.columns.nlevels > 1:
            raise WrongUse(texts.NO_TABLE.fill(what=what))
        return given.reset_index(drop=True), ""
    if not isinstance(given, (str, os.PathLike)):
        raise WrongUse(texts.NO_TABLE.fill(what=what))
    path = Path(given)
    kind = path.suffix.lower()
    wanted = {*KEY, "village_code", "synthetic", *figures}
    if kind not in (*CSV, ".parquet", *EXCEL) and not path.is_dir():
        ordinary(path)  # says what is the matter where there is nothing, or no file
        raise WrongUse(texts.UNKNOWN_KIND.fill(what=what, name=named(path)))
    if kind in (*CSV, ".parquet") and path.is_file():
        refuse_other(path, kind[1:] if kind == ".parquet" else "csv")
    if kind in EXCEL:
        return read_table(path, needed=KEY, known=sorted(wanted)), path.name
    if not path.is_dir():
        ordinary(path)
    try:
        return (_csv(path, wanted) if kind in CSV else _parquet(path, wanted)), path.name
    except (OSError, ValueError, pa.ArrowException):  # pandas' parser, bad UTF-8, another kind of file under this name
        raise WrongUse(texts.CANNOT_BE_READ.fill(what=what, name=named(path))) from None


def _csv(path: Path, wanted: set[str]) -> pd.DataFrame:
    with open(path, encoding="utf-8-sig") as file:
        head = file.readline()
    separator = max(",;\t", key=head.count)
    table = pd.read_csv(
        path,
        sep=separator,
        dtype="str",
        keep_default_na=False,
        na_filter=False,
        encoding="utf-8-sig",
        usecols=lambda name: name in wanted,
    )
    if separator == ";":  # as Excel writes it in Bahasa Indonesia, and `p2wkss aggregate`
        table = table.replace(_DECIMAL_COMMA, r"\1.\2", regex=True)
    return table


def _parquet(path: Path, wanted: set[str]) -> pd.DataFrame:
    import pyarrow.dataset as ds

    files = ds.dataset(path, format="parquet", partitioning="hive")
    return files.to_table(columns=[name for name in files.schema.names if name in wanted]).to_pandas()


def _as_text(column: pd.Series) -> pd.Series:
    """A column as it would stand in a CSV, for the one check that all tables pass; numbers keep every digit."""
    kind = column.dtype
    if pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind):
        whole = pd.api.types.is_integer_dtype(kind) and not column.isna().any()
        values = column.to_numpy() if whole else column.to_numpy(dtype=float, na_value=float("nan"))
        cells = pa.array(values, from_pandas=True).cast(pa.string()).to_pandas()
    else:
        cells = column.astype("string")
    return pd.Series(cells.to_numpy(dtype=object, na_value=""), index=column.index).astype("str").fillna("")


@cache
def _village_codes() -> frozenset[str]:
    areas = load("areas")
    return frozenset(areas.loc[areas["level"] == "village", "area_code"])


def _input(role: str, given: object, table: pd.DataFrame) -> dict:
    name = "" if isinstance(given, pd.DataFrame) else Path(given).name  # type: ignore[arg-type] # a path: `_opened` read it
    return {"role": role, "name": name, "rows": len(table), "sha256": fingerprint(table)}
