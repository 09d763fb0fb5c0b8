"""The Parquet files of a register: row groups of 250,000 rows, whatever the pieces in which the rows come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from ...dictionary.sheets import fields_of
from .shares import WORDS

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

GROUP = 250_000  # rows of a row group
_GROUPS = 20  # of a file
_KNOWN = 20_000  # villages of a row group of the known figures
_IDS, _CODES = "household_id", "village_code"
_YES_NO = {field["name"] for field in fields_of("households") if field["type"] == "boolean"}


class Parts:
    """Takes columns piece by piece and writes `part-00000.parquet`, ... into the folder of a year."""

    def __init__(self, folder: Path, codes: np.ndarray):
        folder.mkdir(parents=True)
        self._folder, self._codes = folder, codes
        self._waiting: list[dict[str, np.ndarray]] = []
        self._rows = self._groups = 0
        self._file: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Writes what is left; after an error only the file is closed, since the folder is thrown away."""
        if self._rows and kind is None:
            self._write(self._rows)
        if self._file is not None:
            self._file.close()

    def add(self, columns: dict[str, np.ndarray]) -> None:
        """Rows that follow those before; `village_code` is the place of the code among `codes`."""
        self._waiting.append(columns)
        self._rows += len(columns[_CODES])
        while self._rows >= GROUP:
            self._write(GROUP)

    def _write(self, rows: int) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns, left = {}, {}
        for name in list(self._waiting[0]):  # one column after the other, so that none is held twice
            values = np.concatenate([piece.pop(name) for piece in self._waiting])
            columns[name], left[name] = _column(name, values[:rows], self._codes), values[rows:].copy()
        self._rows -= rows
        self._waiting = [left] if self._rows else []
        table = pa.table(columns)
        if self._file is not None and self._groups % _GROUPS == 0:
            self._file.close()
            self._file = None
        if self._file is None:
            self._file = pq.ParquetWriter(
                self._folder / f"part-{self._groups // _GROUPS:05d}.parquet",
                table.schema,
                compression="zstd",
                use_dictionary=[name for name in columns if name != _IDS],
                store_schema=False,
            )
        self._file.write_table(table, row_group_size=rows)
        self._groups += 1


class Known:
    """Takes the figures of villages piece by piece and writes `village_years.parquet`."""

    def __init__(self, folder: Path, codes: np.ndarray):
        folder.mkdir()
        self._path, self._codes = folder / "village_years.parquet", codes
        self._waiting: list[pa.Table] = []
        self._done = 0  # villages of the year so far
        self._file: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._waiting and kind is None:
            self._write()
        if self._file is not None:
            self._file.close()

    def add(self, year: int, figures: dict[str, np.ndarray]) -> None:
        """Figures of the villages that follow those before, all of them once a year."""
        import pyarrow as pa

        n = len(next(iter(figures.values())))
        codes = self._codes[self._done : self._done + n]
        columns = {"area_code": pa.array(codes.tolist()), "year": pa.array(np.full(n, year))}
        self._waiting.append(pa.table(columns | {name: pa.array(values, from_pandas=True) for name, values in figures.items()}))
        self._done = (self._done + n) % len(self._codes)
        if sum(table.num_rows for table in self._waiting) >= _KNOWN:
            self._write()

    def _write(self) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pa.concat_tables(self._waiting)
        if self._file is None:
            self._file = pq.ParquetWriter(self._path, table.schema, compression="zstd")
        self._file.write_table(table, row_group_size=table.num_rows)
        self._waiting = []


def _column(name: str, values: np.ndarray, codes: np.ndarray) -> pa.Array:
    """Code numbers as what they stand for; below 0 is missing."""
    import pyarrow as pa

    if name == _IDS:
        n, width = values.shape
        offsets = np.arange(0, (n + 1) * width, width, dtype=np.int32)
        return pa.Array.from_buffers(pa.string(), n, [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(values))])
    if name == _CODES:
        first, last = int(values[0]), int(values[-1])
        return pa.DictionaryArray.from_arrays(
            pa.array((values - first).astype(np.int32)), pa.array(codes[first : last + 1].tolist())
        )
    missing = values < 0
    mask = missing if missing.any() else None
    if name in WORDS:
        return pa.DictionaryArray.from_arrays(pa.array(values, mask=mask), pa.array(WORDS[name]))
    return pa.array(values > 0 if name in _YES_NO or values.dtype == bool else values, mask=mask)
