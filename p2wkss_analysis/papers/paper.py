"""A paper before it is a Word file: who sends it, and blocks; what the report's blocks serve for is taken from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..identity.hidden import mask
from ..reporting.document import Block
from ..say.harmless import one_line, short

_BLANK = re.compile(r"(\[[^\[\]]+\])")  # what nobody but the office can know, such as [number]
_LONGEST = 4000  # characters of one text


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
    small: bool = False  # in small type


@dataclass(frozen=True)
class Note(Block):
    """Small text: what holds for all that stands above."""

    text: str


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


def clean(text: str) -> str:
    """A text as it may be printed."""
    return short(mask(one_line(text)), _LONGEST)


def has_blank(text: str) -> bool:
    """Whether the office has something to fill in."""
    return _BLANK.search(text) is not None


def parts(text: str) -> list[tuple[str, bool]]:
    """A text as it may be printed, cut where a blank begins and ends, with whether it is one.

    >>> parts("Nomor [nomor] tanggal")
    [('Nomor ', False), ('[nomor]', True), (' tanggal', False)]
    """
    return [(part, has_blank(part)) for part in _BLANK.split(clean(text)) if part]
