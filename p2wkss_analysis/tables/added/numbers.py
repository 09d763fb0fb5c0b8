"""A cell of a published table to its figure, or to the reason why it cannot be told; marks of footnotes are kept aside.

"12,34*" is 12.34; "5.000" is five or five thousand: its column decides, then the range of its indicator, and where neither
does it is a fault.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ...say import Text
from . import texts

NOTHING = frozenset(
    ("", "-", "--", "\u2013", "\u2014", "\u2212", "..", "...", "....", "\u2026", "n.a.", "n.a", "na", "n/a", "tad", "nihil")
)
_SUPERSCRIPT = "\u00b9\u00b2\u00b3\u2070\u2071\u2074-\u2079\u02b3\u1d49"
_MARK = re.compile(rf"(?:\s*(?:\*+\)?|[{_SUPERSCRIPT}]+\)?|(?<=[\d\s])(?:r|e|p|x|a|b|sd)\)?|(?<=[\s*])\d\)))+$", re.IGNORECASE)
_GLUED = re.compile(r"\d\d?\)$")  # 12,341) may be 12,34 with a footnote 1)
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f]+")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # signs without width, that come along from web pages
_DECIMAL = {  # shapes that settle which sign stands before decimals
    ",": re.compile(r"-?(?:\d+,(?:\d{1,2}|\d{4,})|0\d*,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})"),
    ".": re.compile(r"-?(?:\d+\.(?:\d{1,2}|\d{4,})|0\d*\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})"),
}
_GROUPED = re.compile(r"-?\d{1,3}(?:(?:\.\d{3})+,\d|(?:,\d{3})+\.\d|(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_TWO = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}")
_BLANKS = re.compile(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?")


@dataclass(frozen=True)
class Figure:
    """A cell as read: `value`, None where it holds none; `mark` of a footnote; `fault` where it cannot be told; `changed`
    where a format of Excel was followed (a share shown in percent)."""

    value: Decimal | None = None
    mark: str = ""
    fault: Text | None = None
    changed: Text | None = None


@dataclass(frozen=True)
class Signs:
    """What the typed cells of a column settle: the sign before decimals, and whether the other one separates thousands."""

    decimal: str | None = None
    grouped: bool = False


def signs_of(cells: Iterable[Any]) -> Signs:
    """The signs of a column; none where no cell settles them, or cells disagree.

    >>> signs_of(["12,5*", "5.000"]), signs_of(["12.5", "1,5"]).decimal, signs_of(["1.234,5"]).grouped
    (Signs(decimal=',', grouped=False), None, True)
    """
    typed = [_bare(cell)[0] for cell in cells if isinstance(cell, str)]
    settled = {sign for sign, shape in _DECIMAL.items() if any(shape.fullmatch(cell) for cell in typed)}
    decimal = settled.pop() if len(settled) == 1 else None
    return Signs(decimal, decimal is not None and any(_GROUPED.match(cell) for cell in typed))


def read_figure(cell: Any, signs: Signs, least: float, most: float, times: Decimal, percent: bool = False) -> Figure:
    """One cell. signs : those of its column; least, most : what the indicator can be; times : the factor of the unit.

    >>> read_figure("12,34*", Signs(), 0, 100, Decimal(1))
    Figure(value=Decimal('12.34'), mark='*', fault=None, changed=None)
    >>> [read_figure(cell, Signs(), 50000, 5e6, Decimal(1)).value for cell in ("415.213", "415 213", 415213.0, "..")]
    [Decimal('415213'), Decimal('415213'), Decimal('415213'), None]
    >>> read_figure("1.234", Signs(), 1, 5e6, Decimal(1000)).fault is None
    False
    """
    if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
        return Figure(fault=texts.A_DATE)
    if isinstance(cell, int | float):
        value = Decimal(f"{cell:.12g}")
        return Figure(value * 100 * times, changed=texts.PERCENT_FORMAT) if percent else Figure(value * times)
    bare, mark = _bare(str(cell))
    if bare.casefold() in NOTHING:
        return Figure(mark=mark)
    if _GLUED.search(str(cell).strip()) and not mark:
        return Figure(fault=texts.MARK_OR_DIGIT)
    bare = bare.removesuffix("%").strip() if most <= 150 else bare
    two = _TWO.fullmatch(bare)
    if two:
        whole, point = Decimal(bare.replace(two[1], "")) * times, Decimal(bare.replace(",", ".")) * times
        if signs.decimal == two[1]:
            return Figure(point, mark)
        if signs.grouped:
            return Figure(whole, mark)
        fitting = [value for value in (whole, point) if least <= value <= most]
        return Figure(fitting[0], mark) if len(fitting) == 1 else Figure(fault=texts.TWO_NUMBERS)
    if _BLANKS.fullmatch(bare):
        return Figure(Decimal(bare.replace(" ", "").replace(",", ".")) * times, mark)
    if re.fullmatch(r"-?\d+", bare):
        return Figure(Decimal(bare) * times, mark)
    for sign, shape in _DECIMAL.items():
        if shape.fullmatch(bare):
            return Figure(Decimal(bare.replace("." if sign == "," else ",", "").replace(",", ".")) * times, mark)
    return Figure(fault=texts.NO_NUMBER)


def _bare(text: str) -> tuple[str, str]:
    """A typed cell without blanks around it, unit signs and marks of footnotes; and the mark."""
    tidy = _SPACES.sub(" ", UNSEEN.sub("", text)).strip().replace("\u2212", "-")
    tidy = re.sub(r"^rp\.?\s*", "", tidy, flags=re.IGNORECASE)
    found = _MARK.search(tidy)
    bare, mark = (tidy[: found.start()].strip(), found[0].strip()) if found and found.start() else (tidy, "")
    return (bare if bare.isascii() or bare in NOTHING else bare + "?"), mark
