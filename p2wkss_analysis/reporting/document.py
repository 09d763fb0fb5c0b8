"""A report before it is HTML, Word or PDF: chapters of blocks. One source for every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from ..say import integer, number, p_value, percent, signed


class Block:
    """What a chapter is made of."""


@dataclass(frozen=True)
class Paragraph(Block):
    """Running text."""

    text: str


@dataclass(frozen=True)
class Pointer(Block):
    """Running text that sends the reader to another place in the document: a table, by its number, or a section."""

    text: str
    number: int = 0
    place: str = ""


@dataclass(frozen=True)
class Finding(Block):
    """The sentence to remember of a section."""

    text: str


@dataclass(frozen=True)
class Caution(Block):
    """What the reader must not conclude."""

    text: str
    title: str = ""


@dataclass(frozen=True)
class Points(Block):
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigures(Block):
    """Large figures at the head: (value, what it is, where it stands)."""

    items: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Figure(Block):
    """A picture (matplotlib Figure) with its caption, the words that stand for it, and its source; at most `tallest` cm high."""

    picture: Any  # a matplotlib Figure; a `Picture` carries its table as well
    caption: str
    alt: str
    source: str = ""
    tallest: float = 16.2  # leaves room on an A4 page for the head of a chapter and the caption


@dataclass(frozen=True)
class Photos(Block):
    """Photos side by side: of each its JPEG, or None where there is none, and its caption."""

    items: tuple[tuple[bytes | None, str], ...]


HIDDEN = "\N{BULLET}"  # stands in a column of figures where a small count is hidden: neither zero nor unknown


@dataclass(frozen=True)
class Column:
    """How one column of a table is shown. `kind`: text, integer, number, signed, percent, p. `unit` is what the figures
    are measured in where the label does not say so in brackets; Excel lists it with every column."""

    name: str
    label: str
    kind: str = "text"
    digits: int = 2
    unit: str = ""

    def show(self, value: Any, lang: str) -> str:
        """One cell as text; a missing value is a dash."""
        if value is None or value is pd.NA or value != value:
            return "–"
        if self.kind == "text" or isinstance(value, str):  # a word among figures stands as it is
            return str(value)
        if self.kind == "integer":
            return integer(float(value), lang)
        written: dict[str, Callable[[float, int, str], str]] = {
            "number": number,
            "signed": signed,
            "percent": percent,
            "p": p_value,
        }
        return written[self.kind](float(value), self.digits, lang)


@dataclass(frozen=True)
class Table(Block):
    """A table of figures: a tidy DataFrame and the columns to show. One that `stays` is in its chapter however long it is."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    caption: str
    source: str = ""
    note: str = ""
    stays: bool = False

    def rows(self, lang: str) -> list[list[str]]:
        """Every cell as text, row by row; written once a language, since a page asks for them to measure and to print."""
        written = self.__dict__.setdefault("_written", {})
        if lang not in written:
            columns = [[c.show(value, lang) for value in self.frame[c.name].astype(object)] for c in self.columns]
            written[lang] = [list(row) for row in zip(*columns, strict=True)] if columns else [[] for _ in range(len(self.frame))]
        return [list(row) for row in written[lang]]


@dataclass(frozen=True)
class Section(Block):
    """A heading within a chapter. Evidence, up to the next heading, stands in the appendix and leaves a pointer; `place` is
    what a pointer names."""

    title: str
    evidence: bool = False
    place: str = ""


@dataclass(frozen=True)
class Chapter:
    """One question of the report. A chapter follows the one before on the same page, unless it begins a page (`page` "new"),
    or has one to itself ("alone")."""

    key: str
    title: str
    blocks: Sequence[Block]
    page: Literal["", "new", "alone"] = ""


@dataclass(frozen=True)
class Document:
    """The whole report. `synthetic` puts a notice on every page; `names` are texts of the data that may stand in its sentences,
    where a very long one is shortened."""

    lang: str
    title: str
    subtitle: str
    dateline: str
    chapters: tuple[Chapter, ...]
    synthetic: bool = False
    labels: dict = field(default_factory=dict)
    names: tuple[str, ...] = ()
