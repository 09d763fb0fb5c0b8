"""Typed copies of the open tables, carried by the package: read in a moment, and only where they hold what the raw files hold.

A copy names what it was made from: the checksum of its table and the rules it was checked by. A raw file that differs
from its registered checksum is never answered with a copy. An installed package holds the copies alone.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import pandas as pd

from ..dictionary.tables import CHECKOUT, FILE, PUBLISHED, Dictionary, read_dictionary
from ..files.atomic import write_atomically

_MADE_FROM = b"made_from"


def typed_copy(name: str, dictionary: Dictionary) -> pd.DataFrame | None:
    """The copy of one table, or None where there is none of these very files."""
    import pyarrow.parquet as pq

    path = PUBLISHED / f"{name}.parquet"
    if not path.is_file():
        return None
    try:
        with pq.ParquetFile(path) as file:
            made_from = (file.schema_arrow.metadata or {}).get(_MADE_FROM)
            if made_from != _made_from(name, dictionary) or not _unchanged(name, dictionary):
                return None
            return file.read().to_pandas()
    except (OSError, ValueError):  # a damaged copy: the raw file is read
        return None


def write_copies(tables: dict[str, pd.DataFrame]) -> None:
    """The copies of the project's own tables, and their dictionary beside them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    dictionary = read_dictionary(CHECKOUT)
    for name, table in tables.items():
        arrow = pa.Table.from_pandas(table, preserve_index=False)
        arrow = arrow.replace_schema_metadata({**arrow.schema.metadata, _MADE_FROM: _made_from(name, dictionary)})
        sink = pa.BufferOutputStream()
        pq.write_table(arrow, sink, compression="zstd", compression_level=19)
        write_atomically(PUBLISHED / f"{name}.parquet", sink.getvalue().to_pybytes(), in_place=True)
    text = json.dumps(dictionary.package, separators=(",", ":"), ensure_ascii=False)
    write_atomically(PUBLISHED / FILE, text.encode("utf-8"), in_place=True)


def _made_from(name: str, dictionary: Dictionary) -> bytes:
    """Of a table and of the areas it refers to: the checksums and every rule."""
    parts = ("hash", "schema", "indicators", "sums")
    rules = [{part: dictionary.resource(table).get(part) for part in parts} for table in sorted(_read_for(name))]
    return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest().encode()


def _unchanged(name: str, dictionary: Dictionary) -> bool:
    """Whether the raw files are those that are registered; the folder of the copies has none."""
    if dictionary.folder == PUBLISHED:
        return True
    paths = {table: dictionary.path(table) for table in _read_for(name)}
    return all(
        path.is_file() and _checksum(path, path.stat().st_mtime_ns) == dictionary.resource(table).get("hash")
        for table, path in paths.items()
    )


def _read_for(name: str) -> set[str]:
    """A table, and the list of areas to which its codes refer."""
    return {name, "areas"}


@lru_cache(maxsize=64)
def _checksum(path: Path, stamp: int) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
