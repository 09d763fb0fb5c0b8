"""A paper before it is a Word file: who sends it, and blocks; what the report's blocks serve for is taken from there."""

from __future__ import annotations

from dataclasses import dataclass

from ..reporting.document import Block


@dataclass(frozen=True)
class Title(Block):
    """Centred lines in bold, such as the name of a decree."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Rows(Block):
    """A word and what stands beside it, row by row; `colon` between them, `ruled` with lines around."""

    rows: tuple[tuple[str, str], ...]
    width: float = 3.2  # cm of the first column
    colon: bool = True
    ruled: bool = False


@dataclass(frozen=True)
class Form(Block):
    """An empty table to fill in by hand, its lines numbered. widths: of the columns, in cm."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    lines: int


@dataclass(frozen=True)
class Signatures(Block):
    """Who signs, side by side: the lines above the place for the signature, and those below."""

    people: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True)
class NewPage(Block):
    """An annex begins on a page of its own."""


@dataclass(frozen=True)
class Paper:
    """One paper. name: of its file, and of the template that an office may put in its place; government, office, address: the
    letterhead; remark: stands at the head of every page, such as that a paper is for the office alone."""

    name: str
    lang: str
    title: str
    government: str
    office: str
    address: str
    blocks: tuple[Block, ...]
    synthetic: bool = False
    remark: str = ""
