"""The columns of a register by the names and types of the workbook's sheet `households`, whatever the source calls them.

A cell that is not what its column holds (a word among numbers, an unknown word) is missing here; how many there are is counted
by the check of registers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any

import narwhals.stable.v2 as nw

from ...dictionary.sheets import VILLAGE, fields_of, heading_word, headings_of, values_by_word
from ...say.errors import WrongUse
from . import texts

YEAR = "year"
WEIGHT, LINE = "weight", "poverty_line_rupiah_person_month"
PLAIN_NUMBER = r"^\s*[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?\s*$"
DOTLESS = r"^[0-9]{10}$"
_LARGEST = 1e15  # of whole numbers; floating-point ones are exact below
_OWN_WORDS = {"area_code": VILLAGE, "penimbang": WEIGHT, "garis kemiskinan": LINE}


@lru_cache(maxsize=1)
def register_fields() -> Mapping[str, dict]:
    """The columns that a register may have: those of the sheet `households`, `year` in place of the wave, the sampling weight and
    the poverty line of each household.

    >>> register_fields()["weight"]["type"], "wave" in register_fields()
    ('number', False)
    """
    fields = {field["name"]: field for field in fields_of("households") if field["name"] not in ("wave", "assisted", "status")}
    year = next(field for field in fields_of("villages") if field["name"] == YEAR)
    above = {"minimum": 0, "maximum": 1_000_000_000}
    weight = {"name": WEIGHT, "type": "number", "constraints": above | {"required": True}}
    line = {"name": LINE, "type": "number", "constraints": above | {"minimum": 1}}  # a gap is a share of it
    return {**fields, YEAR: year, WEIGHT: weight, LINE: line}


def recognised(found: Iterable[str], named: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our name of each column to its name in the source: as `named`, by our name, by a heading of the workbook or another word
    the dictionary knows for it; `area_code` is the village.

    Raises WrongUse where a named column is not there, or where several could be meant.

    >>> recognised(["Desil", "tahun", "area_code", "x"])
    {'registry_decile': 'Desil', 'year': 'tahun', 'village_code': 'area_code'}
    """
    found, named = list(found), dict(named or {})
    absent = [theirs for theirs in named.values() if theirs not in found]
    if absent or (strange := [ours for ours in named if ours not in register_fields()]):
        raise columns_absent(absent or strange, found)
    words = _words()
    read_as: dict[str, list[str]] = {}
    for column in found:
        ours = column if column in register_fields() else words.get(_heading(column))
        if ours and ours not in named and column not in named.values():
            read_as.setdefault(ours, []).append(column)
    for ours, theirs in read_as.items():
        if len(theirs) > 1:
            raise WrongUse(texts.COLUMNS_ALIKE.fill(theirs=theirs, ours=ours))
    return {ours: theirs[0] for ours, theirs in read_as.items()} | named


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Headings and other words of the dictionary to our names."""
    of_villages = {k: v for k, v in headings_of("villages").items() if v in (VILLAGE, YEAR)}
    fields = [*fields_of("households"), register_fields()[YEAR]]
    others = {word: f["name"] for f in fields for word in f.get("aliases", ())} | _OWN_WORDS
    known = others | headings_of("households") | of_villages
    return {_heading(word): name for word, name in known.items() if name in register_fields()}


def _heading(text: str) -> str:
    return heading_word(text.replace("_", " "))


def columns_absent(absent: Sequence[str], found: Iterable[str]) -> WrongUse:
    """Columns that are not there, and how to say what they are called."""
    ours = next((name for name in absent if name in register_fields()), VILLAGE)
    return WrongUse(texts.COLUMNS_ABSENT.fill(absent=absent, ours=ours, found=found))


def otherwise(frame: nw.LazyFrame, names: Mapping[str, str]) -> dict[str, nw.Expr]:
    """For each column of text of few words, or of village codes (names: ours to theirs): whether a cell is written otherwise than
    ours are. Where none is, words need not be looked up, and village codes may be in the file."""
    schema, asked = frame.collect_schema(), {}
    for ours, theirs in names.items():
        field = register_fields()[ours]
        if schema[theirs] != nw.String:
            continue
        if ours == VILLAGE:
            asked[ours] = nw.col(theirs).str.len_chars() == len("3276011001")
        elif field["type"] == "string" and (values := sorted(set(values_by_word(field).values()))):
            asked[ours] = ~reduce(or_, (nw.col(theirs) == value for value in values))
    return asked


def typed(frame: nw.LazyFrame, names: Mapping[str, str], ours: Collection[str], *beside: str) -> nw.LazyFrame:
    """The columns `names` (ours to theirs) with our names and types. ours: those that are written so already;
    beside: columns that stay as they are."""
    schema = frame.collect_schema()
    columns = [
        (nw.col(theirs) if name in ours else _typed(nw.col(theirs), register_fields()[name], schema[theirs])).alias(name)
        for name, theirs in names.items()
    ]
    return frame.select(*columns, *beside)


def _typed(column: nw.Expr, field: dict, kind: Any) -> nw.Expr:
    text = column if kind == nw.String else column.cast(nw.String)
    if field["name"] == VILLAGE:
        return dotted(text)
    if field["type"] in ("number", "integer"):
        whole = field["name"] in (YEAR, "rw", "rt")
        return _number(column, kind, whole) if kind.is_numeric() else _number(as_number(text), nw.Float64(), whole)
    words = values_by_word(field)
    if field["type"] == "boolean":
        return column if kind == nw.Boolean else _word(text, words, ("yes", "no")) == "yes"
    return _word(text, words, tuple(dict.fromkeys(words.values()))) if words else text


def as_number(text: nw.Expr) -> nw.Expr:
    """A plain number with a decimal point or comma; missing where it is none."""
    plain = text.str.strip_chars().str.replace_all(",", ".", literal=True)
    return nw.when(text.str.contains(PLAIN_NUMBER)).then(plain).cast(nw.Float64)


def _number(column: nw.Expr, kind: Any, whole: bool) -> nw.Expr:
    if whole and not kind.is_integer():  # engines round, each in its own way
        column = nw.when((column % 1 == 0) & (column.abs() < _LARGEST)).then(column)
    elif kind.is_float():
        column = nw.when(~column.is_nan()).then(column)
    return column.cast(nw.Int64) if whole and kind != nw.Int64 else column


def _word(text: nw.Expr, words: Mapping[str, str], values: tuple[str, ...]) -> nw.Expr:
    """Each accepted spelling as its value; anything else is missing."""
    written = text.str.strip_chars().str.to_lowercase()
    out = nw.lit(None, dtype=nw.String)
    for value in values:
        spelt = [word for word, meant in words.items() if meant == value]
        out = nw.when(written.is_in(spelt)).then(nw.lit(value)).otherwise(out)
    return out


def dotted(code: nw.Expr) -> nw.Expr:
    """A code of ten digits with its dots; one that has them stays."""
    parts = [code.str.slice(*place) for place in ((0, 2), (2, 2), (4, 2), (6, 4))]
    return nw.when(code.str.contains(DOTLESS)).then(nw.concat_str(parts, separator=".")).otherwise(code)
