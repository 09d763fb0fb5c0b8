"""What rows of households are read from: files and folders, tables in memory, tables that live in an engine already."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
from narwhals.exceptions import DuplicateError

from ...files.opening import named, ordinary, speakable
from ...say.errors import WrongUse
from . import texts

FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".gz": "csv", ".txt": "csv"}
_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_APART = ("_", ".")  # names that begin so are no data, as in every system that writes folders of Parquet


@dataclass(frozen=True)
class Source:
    """Either `files` of one `kind` ("parquet" or "csv"), or a `table`: eager (a DataFrame) or lazy (of an engine).

    name: as it is called in sentences; never a whole path.
    """

    name: str
    files: tuple[Path, ...] = ()
    kind: str = ""
    table: Any = None


def source_of(given: Any) -> Source:
    """What is meant by a path, a list of paths, a DataFrame (pandas, polars, Arrow), or a table of DuckDB, Ibis or Spark.

    Raises WrongUse where nothing is there to read, or files of two kinds.
    """
    if isinstance(given, (str, os.PathLike)):
        return _of_files(named(given), [Path(given)])
    if isinstance(given, (list, tuple)) and given and all(isinstance(one, (str, os.PathLike)) for one in given):
        return _of_files(named(given[0]), [Path(one) for one in given])
    try:
        table = nw.from_native(given)
    except TypeError:
        raise WrongUse(texts.NO_SOURCE.fill(kind=type(given).__name__)) from None
    except DuplicateError:
        raise WrongUse(texts.COLUMN_TWICE) from None
    return Source("", table=table)


def arrow(table: nw.DataFrame) -> pa.Table:
    """A table in memory as Arrow. Raises WrongUse naming the columns that hold values of several kinds."""
    try:
        return table.to_arrow()
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        mixed = [name for name in table.columns if not _of_one_kind(table[name])]
        raise WrongUse(texts.MIXED_COLUMNS.fill(columns=mixed)) from None


def _of_one_kind(column: nw.Series) -> bool:
    try:
        column.to_arrow()
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return False
    return True


def _of_files(name: str, paths: list[Path]) -> Source:
    files = tuple(file for path in paths for file in _files(path))
    kinds = {FORMATS[file.suffix.lower()] for file in files}
    if not files:
        raise WrongUse(texts.NOTHING_TO_READ.fill(name=name, formats=sorted(FORMATS)))
    if len(kinds) > 1:
        raise WrongUse(texts.TWO_KINDS.fill(name=name))
    return Source(name, files=files, kind=kinds.pop())


def _files(path: Path) -> Iterable[Path]:
    speakable(path)
    if path.is_dir():
        return sorted(_inside(path))
    if path.suffix.lower() in _SPREADSHEETS:
        raise WrongUse(texts.SPREADSHEET.fill(name=named(path)))
    if path.suffix.lower() not in FORMATS:
        ordinary(path)  # says so where there is nothing
        raise WrongUse(texts.WHICH_FORMAT.fill(name=named(path), formats=sorted(FORMATS)))
    return [ordinary(path)]


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_APART)]
        yield from (ordinary(Path(here, name)) for name in files if _is_data(name))  # a pipe would wait for ever


def _is_data(name: str) -> bool:
    return not name.startswith(_APART) and Path(name).suffix.lower() in FORMATS
