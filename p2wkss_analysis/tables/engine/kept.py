"""What parts of a register gave, kept on disk until all are there, so that memory holds one part at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


class Kept:
    """Tables of the same columns, added one by one into a folder."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._files: list[Path] = []

    def add(self, table: pa.Table) -> None:
        """One more table."""
        self._files.append(self._folder / f"part-{len(self._files)}.parquet")
        pq.write_table(table, self._files[-1], compression="lz4")

    def in_order(self, keys: Sequence[str]) -> pd.DataFrame:
        """All rows in order of these columns; column by column, so that nothing is in memory twice."""
        names = pq.read_schema(self._files[0]).names
        order = pc.sort_indices(self._read(list(keys)), [(key, "ascending") for key in keys])
        return pd.DataFrame({name: _own(self._read([name])[name].take(order)) for name in names}, copy=False)

    def _read(self, columns: list[str]) -> pa.Table:
        return pa.concat_tables([pq.read_table(file, columns=columns) for file in self._files])


def _own(column: pa.ChunkedArray) -> Any:
    """The values, in memory that may be written."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return column.to_pandas()
    values = column.to_numpy()
    return values if values.flags.writeable else values.copy()
