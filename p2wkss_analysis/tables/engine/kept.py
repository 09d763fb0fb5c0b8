"""What lies on disk while a register is worked on, memory holding one part at a time: rows of each part, and what they gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_IN_MEMORY = 300_000  # rows that wait for others of their part, so that a file is not made of crumbs


def apart(batches: Iterable[pa.RecordBatch], schema: pa.Schema, number: str, parts: int, folder: Path) -> list[Path]:
    """Files of Parquet in a folder, one for each part, with the rows whose column `number` (0 to parts - 1) names it.

    Takes as long as there are rows, whatever their order: putting them in order takes four times as long.
    """
    files = [folder / f"rows-{n}.parquet" for n in range(parts)]
    columns = schema.remove(schema.get_field_index(number))
    writers: dict[int, pq.ParquetWriter] = {}
    held: list[list[pa.RecordBatch]] = [[] for _ in files]
    waiting = np.zeros(parts, dtype=int)

    def write(n: int) -> None:
        if n not in writers:
            writers[n] = pq.ParquetWriter(files[n], columns, compression="lz4", write_statistics=False)
        writers[n].write_table(pa.Table.from_batches(held[n], columns))
        held[n], waiting[n] = [], 0

    try:
        for batch in batches:
            of, rows = batch[number].to_numpy(), batch.select(columns.names)
            for n in np.unique(of):
                held[n].append(rows.filter(pa.array(of == n)))
                waiting[n] += held[n][-1].num_rows
            while waiting.sum() > _IN_MEMORY:
                write(int(waiting.argmax()))
        for n in range(parts):
            write(n)
    finally:
        for writer in writers.values():
            writer.close()
    return files


class Kept:
    """Rows of the same columns, part after part into a folder. keys: the columns by which each row is one of its own."""

    def __init__(self, folder: Path, keys: Sequence[str]):
        self._folder = folder
        self._keys = list(keys)
        self._files: list[Path] = []

    def add(self, tables: Sequence[pa.Table]) -> None:
        """One more part: tables of the same rows, whose columns are put side by side."""
        table, *others = [one.take(self._order(one)) for one in tables]
        for other in others:
            for name in (name for name in other.column_names if name not in self._keys):
                table = table.append_column(name, other[name])
        self._files.append(self._folder / f"part-{len(self._files)}.parquet")
        pq.write_table(table, self._files[-1], compression="lz4", use_dictionary=False)

    def in_order(self) -> pd.DataFrame:
        """All rows in order of the keys; column by column, so that nothing is in memory twice."""
        with ExitStack() as opened:
            files = [opened.enter_context(pq.ParquetFile(file)) for file in self._files]
            order = self._order(_read(files, self._keys))
            names = files[0].schema_arrow.names
            return pd.DataFrame({name: _own(_read(files, [name])[name].take(order)) for name in names}, copy=False)

    def _order(self, table: pa.Table) -> pa.Array:
        return pc.sort_indices(table, [(key, "ascending") for key in self._keys])


def _read(files: Sequence[pq.ParquetFile], columns: list[str]) -> pa.Table:
    return pa.concat_tables([file.read(columns=columns) for file in files])


def _own(column: pa.ChunkedArray) -> Any:
    """The values, in memory that may be written."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return column.to_pandas()
    values = column.to_numpy()
    return values if values.flags.writeable else values.copy()
