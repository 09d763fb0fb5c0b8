"""Apache Spark: rows stay on the machines of a cluster, and only the finished figures come back.

The one file that knows Spark. The session is that of the caller where there is one, else a local one; a cluster is named as
Spark's own commands name it (`spark-submit --master`, or the variable SPARK_REMOTE).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa

from ...files.scratch import Scratch
from ...identity.hidden import mask
from ...say.errors import NotEnoughData, WrongUse
from . import texts
from .kept import Kept
from .pseudonyms import INNER, LENGTH, NUMBER, OUTER, PSEUDONYM, SIGNS, halves
from .source import Source

NAME = "spark"


class Spark:
    """A session of Spark; one that we started ends with `close()`."""

    name = NAME
    one_machine = False

    def __init__(self, memory: str | None = None):
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise WrongUse(texts.NO_SPARK) from None
        running = SparkSession.getActiveSession()
        self._ours = running is None
        self._folder = Scratch()
        try:
            self.session = running or _session(memory)
        except Exception as error:  # noqa: BLE001  Java is missing, or too old, or the cluster does not answer
            self._folder.close()
            raise WrongUse(texts.SPARK_DOES_NOT_START.fill(reason=str(error).strip().splitlines()[0][:300])) from None

    def read(self, source: Source, in_folders: bool = True) -> nw.LazyFrame:
        """The rows of a source as they are, as text where the files are CSV. in_folders: folders such as `year=2025` are columns;
        else each file says what it holds itself, and `filename` which one it is."""
        from pyspark.sql import functions as f

        if not source.files:
            return self._table(source.table)
        reader = self.session.read
        if in_folders:
            reader = reader.option("basePath", str(_base(source.files)))
        files = [str(file) for file in source.files]
        with said():
            if source.kind == "parquet":
                rows = reader.option("mergeSchema", "true").parquet(*files)
            else:
                rows = reader.option("header", "true").option("inferSchema", "false").csv(files)
        return nw.from_native(rows if in_folders else rows.withColumn("filename", f.input_file_name()))

    def _table(self, table: Any) -> nw.LazyFrame:
        if isinstance(table, nw.LazyFrame):
            return table
        return nw.from_native(self.session.createDataFrame(table.to_pandas()))

    def collect(self, frame: nw.LazyFrame) -> pa.Table:
        """The rows of a frame, in memory."""
        with said():
            return nw.to_native(frame).toArrow()

    def of_each(self, parts: Sequence[nw.LazyFrame], *asks: Callable[[nw.LazyFrame], nw.LazyFrame]) -> Iterator[list[pa.Table]]:
        """What each part gives, in memory; there is one part, which the cluster cuts by itself."""
        for part in parts:
            yield [self.collect(ask(part)) for ask in asks]

    def kept(self, keys: Sequence[str]) -> Kept:
        """A place for what parts give, gone with `close()`."""
        return Kept(self._folder.place(), keys)

    def pseudonyms(self, frame: nw.LazyFrame, column: str, key: bytes) -> nw.LazyFrame:
        """The frame with a pseudonym in place of every number of a family card in one column of text."""
        from pyspark.sql import functions as f

        (row,) = halves(key).to_pylist()
        table = self.session.createDataFrame([(row[INNER], row[OUTER])], f"{INNER} binary, {OUTER} binary")
        digits = f.regexp_replace(column, SIGNS, "")
        inner = f.unhex(f.sha2(f.concat(f.col(INNER), f.encode(digits, "UTF-8")), 256))
        digest = f.sha2(f.concat(f.col(OUTER), inner), 256)
        made = f.when(f.col(column).rlike(PSEUDONYM), f.col(column)).when(
            digits.rlike(NUMBER), f.concat(f.lit("KK-"), digest.substr(1, LENGTH))
        )
        beside = nw.to_native(frame).crossJoin(table)
        return nw.from_native(beside.withColumn(column, made).drop(INNER, OUTER))

    def close(self) -> None:
        self._folder.close()
        if self._ours:
            self.session.stop()


@contextmanager
def said() -> Iterator[None]:
    """What Spark refuses, in a sentence."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        if "OutOfMemoryError" in str(error):
            raise NotEnoughData(texts.OUT_OF_MEMORY) from None
        raise WrongUse(texts.ENGINE_REFUSES.fill(engine="Spark", reason=mask(_reason(error))[:300])) from None


def _reason(error: Exception) -> str:
    """What was wrong first, which Java names last; of many lines the first, since the others say where."""
    java = getattr(error, "java_exception", None)
    while java is not None and java.getCause() is not None:
        java = java.getCause()
    text = str(error) if java is None else str(java.getMessage())
    return next((line.strip() for line in text.splitlines() if line.strip()), type(error).__name__)


def _session(memory: str | None) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("p2wkss")
    if memory:
        builder = builder.config("spark.driver.memory", memory.removesuffix("B"))
    session = builder.config("spark.sql.session.timeZone", "UTC").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _base(files: tuple[Path, ...]) -> Path:
    """The folder above all folders such as `year=2023`, which are columns."""
    folder = files[0].parent
    while "=" in folder.name:
        folder = folder.parent
    return folder
