"""DuckDB: rows are read from files in the order in which they lie, within a limit of memory, on the computer at hand.

The one file that knows DuckDB. Nothing is fetched from a network, and what does not fit into memory goes to a folder that is
removed at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa

from ...files.scratch import Scratch
from ...identity.hidden import mask
from ...say.errors import NotEnoughData, WrongUse
from . import texts
from .by_weight import of_lists
from .kept import Kept, apart
from .pseudonyms import INNER, LENGTH, NUMBER, OUTER, PSEUDONYM, SIGNS, halves
from .source import Source, arrow

Ask = Callable[[nw.LazyFrame], nw.LazyFrame]
MEMORY = "200MB"  # what DuckDB may take; the rest of a run takes some 250 MB
NAME = "duckdb"
_LEAST = "20MB"
_PART = "_part_of_rows"  # the view of the rows of one part
_ROWS = 50_000  # that are put to their parts at once


class DuckDB:
    """A connection with its limit of memory and its folder for what does not fit; `close()` removes both."""

    name = NAME
    one_machine = True

    def __init__(self, memory: str | None = None):
        import duckdb

        self._memory = memory or MEMORY
        self._spill = Scratch()
        self._functions = 0  # of ours that the connection knows
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": self._memory,
            "temp_directory": str(self._spill.folder),
            "temp_file_encryption": True,  # blocks may hold remnants of what was read before, such as numbers of persons
            "force_mbedtls_unsafe": True,  # the module that DuckDB brings along: no other can be had without a network
            "enable_external_file_cache": False,  # the system keeps what was read of a file; here it would only fill memory
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        }
        try:
            with said():
                self.connection = duckdb.connect(config=config)
        except BaseException:
            self._spill.close()
            raise

    def read(self, source: Source, in_folders: bool = True) -> nw.LazyFrame:
        """The rows of a source as they are, as text where the files are CSV. in_folders: folders such as `year=2025` are columns;
        else each file says what it holds itself, and `filename` which one it is."""
        if not source.files:
            return self._table(source.table)
        files = ", ".join(_quoted(_literal(file)) for file in source.files)
        how = f"hive_partitioning={in_folders}, filename={not in_folders}, union_by_name=true"
        if source.kind == "parquet":
            call = f"read_parquet([{files}], {how})"
        else:
            call = f"read_csv([{files}], header=true, all_varchar=true, quote='\"', escape='\"', {how})"
        with said():
            return nw.from_native(self.connection.sql(f"select * from {call}"))

    def _table(self, table: Any) -> nw.LazyFrame:
        if isinstance(table, nw.LazyFrame):
            return table
        with said():
            return nw.from_native(self.connection.from_arrow(arrow(table)))

    def collect(self, frame: nw.LazyFrame) -> pa.Table:
        """The rows of a frame, in memory."""
        with said():
            return frame.collect("pyarrow").to_native()

    def of_each(self, parts: Sequence[nw.LazyFrame], *asks: Ask) -> Iterator[list[pa.Table]]:
        """What each part of the same columns gives, in memory. What is asked is written down once, over a view that is each part
        in turn: it takes longer to write than to run on a part without rows."""
        if len(parts) == 1:
            yield [self.collect(ask(parts[0])) for ask in asks]
            return
        queries: list[str] = []
        for part in parts:
            with said():
                nw.to_native(part).create_view(_PART)
            queries = queries or [nw.to_native(ask(self._view(_PART))).sql_query() for ask in asks]
            with said():
                tables = [self.connection.sql(query).to_arrow_table() for query in queries]
            yield tables
        self._give_back()

    def _give_back(self) -> None:
        """Memory held for a next query, which what the parts gave needs now."""
        import duckdb

        with suppress(duckdb.OutOfMemoryException):  # more than that is in use
            self.connection.execute(f"set memory_limit = '{_LEAST}'")
        self.connection.execute(f"set memory_limit = '{self._memory}'")
        pa.default_memory_pool().release_unused()

    def _view(self, name: str) -> nw.LazyFrame:
        with said():
            return nw.from_native(self.connection.view(name))

    def cut(self, frame: nw.LazyFrame, number: str, parts: int) -> list[nw.LazyFrame]:
        """The rows of each part, whose number (0 to parts - 1) a column holds, in the folder for what does not fit."""
        with said():
            reader = nw.to_native(frame).to_arrow_reader(_ROWS)
            files = apart(reader, reader.schema, number, parts, self._spill.place())
            return [nw.from_native(self.connection.read_parquet(str(file))) for file in files]

    def kept(self, keys: Sequence[str]) -> Kept:
        """A place for what parts give, gone with `close()`."""
        return Kept(self._spill.place(), keys)

    def quantiles(
        self, rows: nw.LazyFrame, by: Sequence[str], value: str, weight: str, quantiles: Mapping[str, float]
    ) -> nw.LazyFrame:
        """As `by_window`, of groups that each fit into memory: in a third of the time."""
        import duckdb.func

        self._functions += 1
        name, lists, keys = f"_quantiles_{self._functions}", "double[]", ", ".join(by)
        told = f"list({value}) filter ({value} is not null), list(coalesce({weight}, 0)) filter ({value} is not null)"

        def found(values: pa.ChunkedArray, weights: pa.ChunkedArray) -> pa.Array:
            return of_lists(values.combine_chunks(), weights.combine_chunks(), list(quantiles.values()))

        with said():
            self.connection.create_function(name, found, [lists, lists], lists, type=duckdb.func.PythonUDFType.ARROW)
            groups = nw.to_native(rows).aggregate(f"{keys}, {name}({told}) as _found", keys)
            columns = ", ".join(f'_found[{n}] as "{called}"' for n, called in enumerate(quantiles, 1))
            return nw.from_native(groups.project(f"{keys}, {columns}"))

    def pseudonyms(self, frame: nw.LazyFrame, column: str, key: bytes) -> nw.LazyFrame:
        """The frame with a pseudonym in place of every number of a family card in one column of text."""
        digits = f"regexp_replace({column}, '{SIGNS}', '', 'g')"
        digest = f"sha256({OUTER} || unhex(sha256({INNER} || encode({digits}))))"
        made = (
            f"case when regexp_matches({column}, '{PSEUDONYM}') then {column} "
            f"when regexp_matches({digits}, '{NUMBER}') then 'KK-' || substr({digest}, 1, {LENGTH}) end"
        )
        with said():
            beside = nw.to_native(frame).cross(self.connection.from_arrow(halves(key)))
            return nw.from_native(beside.select(f"* exclude ({INNER}, {OUTER}) replace ({made} as {column})"))

    def close(self) -> None:
        self.connection.close()
        self._spill.close()


def _literal(file: Path) -> str:
    """The path of one file, whose name may hold signs that stand for others in a pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(file))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def said() -> Iterator[None]:
    """What DuckDB refuses, in a sentence."""
    import duckdb

    try:
        yield
    except (duckdb.InterruptException, RuntimeError) as error:
        if "interrupt" not in str(error).lower():
            raise
        raise KeyboardInterrupt from None
    except duckdb.OutOfMemoryException:
        raise NotEnoughData(texts.OUT_OF_MEMORY) from None
    except duckdb.Error as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise WrongUse(texts.ENGINE_REFUSES.fill(engine="DuckDB", reason=mask(first)[:300])) from None
