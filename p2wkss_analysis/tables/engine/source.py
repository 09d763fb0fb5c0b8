"""What rows of households are read from: files and folders, tables in memory, tables that live in an engine already."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
import pyarrow.parquet as pq
from narwhals.exceptions import DuplicateError

from ...dictionary.sheets import VILLAGE
from ...files.kinds import refuse_other
from ...files.opening import named, ordinary, speakable
from ...say.errors import WrongUse
from .. import texts as of_tables
from . import texts
from .columns import YEAR

FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".gz": "csv", ".txt": "csv"}
_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_APART = ("_", ".")  # names that begin so are no data, as in every system that writes folders of Parquet

Part = list[tuple[int, str, int]]  # year, beginning of the village code, how many rows it counts as; in order


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
    if getattr(getattr(given, "columns", None), "nlevels", 1) > 1:
        raise WrongUse(of_tables.COLUMNS_IN_LEVELS)
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
        return nw.maybe_reset_index(table).to_arrow()  # the index of pandas is no column
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
    kind = kinds.pop()
    for file in files:
        refuse_other(file, kind)
    return Source(name, files=files, kind=kind)


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


def read_again(source: Source, names: Mapping[str, str], parts: list[Part], by_year: bool) -> float:
    """How many times rows are read, on average, where each part reads the row groups in which it may have some; names: ours to
    those of the source."""
    if source.kind != "parquet":
        return math.inf
    spans = [(part[0][0], part[0][1], part[-1][1] + "~") for part in parts]
    read = all_rows = 0
    for n, years, codes in _row_groups(source, names[VILLAGE], names[YEAR]):
        near = [
            1
            for year, first, last in spans
            if codes[0] < last and codes[1] >= first and (not by_year or years[0] <= year <= years[1])
        ]
        read, all_rows = read + n * len(near), all_rows + n
    return read / max(all_rows, 1)


def _row_groups(source: Source, village: str, year: str) -> Iterator[tuple[int, tuple[Any, Any], tuple[Any, Any]]]:
    """Each group of rows: how many, the least and last year, and the least and last code."""
    for file in source.files:
        kept = pq.read_metadata(file)
        places = {kept.schema.column(i).path: i for i in range(kept.num_columns)}
        of_folder = re.search(rf"[/\\\\]{re.escape(year)}=([0-9]+)[/\\\\]", str(Path(file)))
        for i in range(kept.num_row_groups):
            group = kept.row_group(i)
            years = _limits(group, places.get(year), -math.inf, math.inf)
            if of_folder:
                years = (int(of_folder[1]), int(of_folder[1]))
            yield group.num_rows, years, _limits(group, places.get(village), "", "~")


def _limits(group: Any, place: int | None, least: Any, most: Any) -> tuple[Any, Any]:
    """The least and the last value of a column, or what is below and above all where the file does not say."""
    said = group.column(place).statistics if place is not None else None
    if said is None or not said.has_min_max or type(said.min) is not type(said.max) or isinstance(said.min, bytes):
        return least, most
    return said.min, said.max
