"""A register of households, opened: its rows in an engine, by our names and types, and in parts that fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa

from ...dictionary.sheets import CARD, VILLAGE
from ...say.errors import WrongUse
from . import texts
from .by_weight import by_window
from .columns import YEAR, columns_absent, otherwise, recognised, typed
from .duckdb_engine import DuckDB
from .source import Part, Source, read_again, source_of
from .spark_engine import Spark

ENGINES = {engine.name: engine for engine in (DuckDB, Spark)}
NEEDED = (VILLAGE, YEAR)
MADE_UP = "synthetic"
PART = 1_500_000  # rows that are worked on at once on one machine
_VILLAGE = 25  # rows that take as much memory as the figures of a village
_AGAIN = 4  # times that rows may be read, once for each part of which some lie near them
DISTRICT = 8  # characters of the code of a kecamatan


@dataclass(frozen=True)
class Register:
    """Rows of households. frame: by our names and types, without numbers of family cards; columns: ours; unread: columns of the
    source that are not known; name: as the source is called; rows: as they lie in the source, with numbers of family cards;
    names: ours to theirs, also of these; read: rows like these by our names and types; made_up: whether the source says that its
    values are made up; foreign: whether the rows live in an engine of the caller's, which cuts and joins by itself;
    as_it_lies: whether village and year are those of the source, letter by letter."""

    frame: nw.LazyFrame = field(repr=False)
    columns: tuple[str, ...]
    unread: tuple[str, ...]
    name: str
    engine: Any
    rows: nw.LazyFrame = field(repr=False)
    names: Mapping[str, str]
    read: Callable[..., nw.LazyFrame]
    source: Source
    made_up: bool = False
    foreign: bool = False
    as_it_lies: bool = False

    def beside(self, table: pa.Table) -> nw.LazyFrame:
        """A small table where the rows are, to be joined with them. Raises WrongUse where these belong to another engine."""
        if self.foreign:
            raise WrongUse(texts.NOTHING_BESIDE)
        return self.engine.read(Source("", table=nw.from_native(table)))

    def parts(self, length: int, by_year: bool) -> list[nw.Expr | None]:
        """Conditions that cut the rows into parts of some PART rows, no group over two parts; None for all rows at once.

        length: of the code within which all of a group lies, 0 where a group may lie anywhere; by_year: whether no group covers
        several years. An engine of many machines cuts by itself.
        """
        return [_condition(part, by_year) for part in self._cut(length, by_year)] or [None]

    def in_parts(self, frame: nw.LazyFrame, length: int, by_year: bool) -> list[nw.LazyFrame]:
        """A frame of these rows cut so. Where those of a part are scattered over the source, each is put to its part once,
        since every part would read them all."""
        known = frame.filter(~nw.col(VILLAGE).is_null(), ~nw.col(YEAR).is_null())
        cut = self._cut(length, by_year)
        if not cut:
            return [known]
        if self.as_it_lies and read_again(self.source, self.names, cut, by_year) <= _AGAIN:
            return [known.filter(_condition(part, by_year)) for part in cut]
        numbered = [(n, year, area) for n, part in enumerate(cut) for year, area, _ in part]
        number, year, area = (list(column) for column in zip(*numbered, strict=True))
        keys = {f"_{YEAR}": year} if by_year else {}
        keys |= {"_area": area} if length else {}
        places = self.beside(pa.table({"_part": number, **keys}))
        marked = known.with_columns(_area=nw.col(VILLAGE).str.slice(0, min(length, DISTRICT)))
        left_on = [YEAR if key == f"_{YEAR}" else key for key in keys]
        columns = frame.collect_schema().names()
        joined = marked.join(places, left_on=left_on, right_on=list(keys), how="inner").select(*columns, "_part")
        return self.engine.cut(joined, "_part", len(cut))

    def quantiles(
        self, rows: nw.LazyFrame, by: Sequence[str], value: str, weight: str, quantiles: Mapping[str, float], small: bool
    ) -> nw.LazyFrame:
        """As `by_window`; small: whether groups are no larger than a village."""
        if small and self.engine.one_machine and not self.foreign:
            return self.engine.quantiles(rows, by, value, weight, quantiles)
        return by_window(rows, by, value, weight, quantiles)

    def _cut(self, length: int, by_year: bool) -> list[Part]:
        if self.foreign or not self.engine.one_machine or not (by_year or length):
            return []
        area = nw.col("village").str.slice(0, min(length, DISTRICT)) if length else nw.lit("")
        keys = {"year": nw.col(YEAR) if by_year else nw.lit(0), "village": nw.col(VILLAGE)}
        known = self.frame.filter(~nw.col(VILLAGE).is_null(), ~nw.col(YEAR).is_null())
        villages = known.select(**keys).group_by("year", "village").agg(n=nw.len())
        counted = villages.select("year", "n", area=area).group_by("year", "area")
        found = self.engine.collect(counted.agg(n=nw.col("n").sum(), villages=nw.len())).to_pylist()
        rows = sorted((row["year"], row["area"], max(row["n"], _VILLAGE * row["villages"])) for row in found)
        return list(_packed(rows)) if sum(n for _, _, n in rows) > PART else []


def _packed(rows: Part) -> Iterator[Part]:
    """Neighbouring areas of one year, together at most PART rows or one area; rows: (year, area, how many), in order,
    where few rows of many villages count as more, see `_VILLAGE`."""
    part: Part = []
    held = 0
    for row in rows:
        if part and (part[-1][0] != row[0] or held + row[2] > PART):
            yield part
            part, held = [], 0
        part.append(row)
        held += row[2]
    if part:
        yield part


def _condition(part: Part, by_year: bool) -> nw.Expr:
    (year, first, _), (_, last, _) = part[0], part[-1]
    between = (nw.col(VILLAGE) >= first) & (nw.col(VILLAGE) < last + "~")  # codes that begin with one of these, too
    return between & (nw.col(YEAR) == year) if by_year else between


def _as_ours(rows: nw.LazyFrame, names: Mapping[str, str], engine: Any, source: Source) -> list[str]:
    """The columns of text that are written as ours in every row.

    Asked for one by one in Parquet, where a condition on one column is tried on each different word of a block, not on each row;
    all at once where every question reads all columns again.
    """
    asked = otherwise(rows, names)
    if not asked:
        return []
    if source.kind == "parquet" and engine.one_machine:
        found = {ours: rows.filter(other).select(names[ours]).head(1) for ours, other in asked.items()}
        others = [ours for ours, one in found.items() if engine.collect(one).num_rows]
    else:
        told = rows.select(**{ours: other.cast(nw.Int64).max() for ours, other in asked.items()})
        others = [ours for ours, other in engine.collect(told).to_pylist()[0].items() if other]
    return [ours for ours in asked if ours not in others]


def _made_up(rows: nw.LazyFrame, found: list[str], engine: Any) -> bool:
    """Whether the source has the column `synthetic`, and it is true anywhere."""
    if MADE_UP not in found:
        return False
    marked = rows.select(nw.col(MADE_UP).cast(nw.Boolean).cast(nw.Int64).max().alias(MADE_UP))
    return bool(engine.collect(marked)[MADE_UP][0].as_py())


@contextmanager
def opened(
    source: Any, engine: str = DuckDB.name, columns: Mapping[str, str] | None = None, memory: str | None = None
) -> Iterator[Register]:
    """A register for as long as it is worked with; whatever the engine needed goes with it.

    source: see `source_of`; engine: "duckdb" or "spark"; columns: our name to that of the source, where it has another; memory:
    what the engine may take, such as "2GB".

    Raises WrongUse for a source that cannot be read, an unknown engine, or where village or year is missing.
    """
    if engine not in ENGINES:
        raise WrongUse(texts.UNKNOWN_ENGINE.fill(engine=engine, known=list(ENGINES)))
    given = source_of(source)
    running = ENGINES[engine](memory)
    try:
        rows = running.read(given)
        found = rows.collect_schema().names()
        known = recognised(found, columns)
        names = {ours: theirs for ours, theirs in known.items() if ours != CARD}
        absent = [name for name in NEEDED if name not in names]
        if absent:
            raise columns_absent(absent, found)
        ours = _as_ours(rows, names, running, given)
        unread = tuple(column for column in found if column not in (*known.values(), MADE_UP))

        def read(some: nw.LazyFrame, *beside: str) -> nw.LazyFrame:
            return typed(some, names, ours, *beside)

        yield Register(
            read(rows),
            tuple(names),
            unread,
            given.name,
            running,
            rows,
            known,
            read,
            given,
            _made_up(rows, found, running),
            isinstance(given.table, nw.LazyFrame),
            VILLAGE in ours,
        )
    finally:
        running.close()
