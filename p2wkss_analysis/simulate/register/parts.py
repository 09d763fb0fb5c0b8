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
        import pyarrow.parquet as pq

        together = {name: np.concatenate([piece[name] for piece in self._waiting]) for name in self._waiting[0]}
        self._waiting = [{name: values[rows:] for name, values in together.items()}] if self._rows > rows else []
        self._rows -= rows
        table = _table({name: values[:rows] for name, values in together.items()}, self._codes)
        if self._file is not None and self._groups % _GROUPS == 0:
            self._file.close()
            self._file = None
        if self._file is None:
            self._file = pq.ParquetWriter(
                self._folder / f"part-{self._groups // _GROUPS:05d}.parquet",
                table.schema,
                compression="zstd",
                use_dictionary=[name for name in table.column_names if name != _IDS],
                store_schema=False,
            )
        self._file.write_table(table, row_group_size=rows)
        self._groups += 1


class Known:
    """The file `village_years.parquet`, a year at a time."""

    def __init__(self, folder: Path):
        folder.mkdir()
        self._path = folder / "village_years.parquet"
        self._file: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, codes: np.ndarray, year: int, figures: dict[str, np.ndarray]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns = {"area_code": pa.array(codes.tolist()), "year": pa.array(np.full(len(codes), year))}
        table = pa.table(columns | {name: pa.array(values, from_pandas=True) for name, values in figures.items()})
        if self._file is None:
            self._file = pq.ParquetWriter(self._path, table.schema, compression="zstd")
        self._file.write_table(table)


def _table(columns: dict[str, np.ndarray], codes: np.ndarray) -> pa.Table:
    import pyarrow as pa

    return pa.table({name: _column(name, values, codes) for name, values in columns.items()})


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
