"""What one household is: each figure an expression over the columns of the sheet `households`, missing where it is not known.

The expressions (narwhals) run as they are on a workbook's sheet, in DuckDB and in Spark. Whole numbers become floating-point
numbers before any division, since engines divide whole numbers differently; yes or no is 1 or 0; a condition of which a part
is not known is known only where the rest decides it, as in SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from types import MappingProxyType
from typing import Any, TypeVar

import narwhals.stable.v2 as nw

from ..healthy_family import ITEMS, of_applicable

Frame = TypeVar("Frame", nw.DataFrame[Any], nw.LazyFrame[Any])
_ROUNDING = 1e-12  # of a quotient
ANSWERED = {"_agreed": "yes", "_denied": "no", "_apart": "not_applicable"}  # how many of the twelve items, by answer
FLOOR_AREA = 7.2  # m2 a person: Permensos 20/2017; the workbook's setting goes before it


@dataclass(frozen=True)
class Definition:
    """One figure of a household. needs: the columns it is read from; of: the expression, given the least floor area a person in
    m2; yes_no: 1 or 0, so that a mean over households is a share; first: what the expression names that is worked out before, by
    name: an engine works out as often as it is written what is written inside a condition."""

    needs: tuple[str, ...]
    of: Callable[[float], nw.Expr]
    yes_no: bool = False
    first: Mapping[str, nw.Expr] = field(default_factory=dict)


def number(column: str) -> nw.Expr:
    """A count or a measure as a floating-point number."""
    return nw.col(column).cast(nw.Float64)


def yes(column: str) -> nw.Expr:
    """1 for yes, 0 for no."""
    return nw.col(column).cast(nw.Float64)


def said(column: str, word: str) -> nw.Expr:
    """1 where the answer is this word, 0 where it is another."""
    return (nw.col(column) == word).cast(nw.Float64)


def answer(column: str) -> nw.Expr:
    """1 for "yes", 0 for "no", missing for "not_applicable" and where nothing was asked."""
    return nw.when((nw.col(column) == "yes") | (nw.col(column) == "no")).then(said(column, "yes"))


def each(column: str, of: str) -> nw.Expr:
    """So much of one column for each one of another, where there is any."""
    return nw.when(nw.col(of) > 0).then(number(column) / number(of))


def healthy_family() -> nw.Expr:
    """The healthy family index in percent, of families whose twelve items were all asked: "not applicable" is an answer, an empty
    cell is none."""
    agreed, denied, apart = (nw.col(name) for name in ANSWERED)
    asked = (agreed + denied + apart == len(ITEMS)) & (apart < len(ITEMS))
    return nw.when(asked).then(100 * of_applicable(agreed, apart))


def _count(word: str) -> nw.Expr:
    return reduce(lambda left, right: left + right, (said(item, word) for item in ITEMS))


def below(quotient: nw.Expr, limit: nw.Expr | float) -> nw.Expr:
    """Whether a quotient is below a limit; 64.8 m2 for nine are 7.2 each, though divided a bit less."""
    return quotient < limit * (1 - _ROUNDING)


def crowded(floor_area: float) -> nw.Expr:
    """Whether a person has less than the least floor area."""
    return below(each("floor_area_m2", of="members"), floor_area)


def unfit_house(floor_area: float) -> nw.Expr:
    """Whether any of the four conditions of a house unfit to live in (RTLH) holds."""
    structure, cover, floor = (nw.col(c) for c in ("unsafe_structure", "perishable_wall_roof", "poor_floor"))
    return (structure | cover | floor | crowded(floor_area)).cast(nw.Float64)


def papers() -> nw.Expr:
    """Whether the family has its card, all adults their identity cards and all children their certificates of birth."""
    adults, children = nw.col("adults_without_identity_card"), nw.col("children_without_birth_certificate")
    return (nw.col("family_card") & (adults == 0) & (children == 0)).cast(nw.Float64)


def stunted() -> nw.Expr:
    """Whether a child under five is stunted, where there is any child."""
    return nw.when(nw.col("under_five") > 0).then((nw.col("under_five_stunted") > 0).cast(nw.Float64))


def _plain(needs: tuple[str, ...], expression: Callable[[], nw.Expr], yes_no: bool = False) -> Definition:
    return Definition(needs, lambda _: expression(), yes_no)


_RTLH = ("unsafe_structure", "perishable_wall_roof", "poor_floor", "floor_area_m2", "members")
_PAPERS = ("family_card", "adults_without_identity_card", "children_without_birth_certificate")
DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        "women_income": _plain(("women_income_rupiah_month",), lambda: number("women_income_rupiah_month")),
        "healthy_family_index": Definition(
            tuple(ITEMS), lambda _: healthy_family(), first={name: _count(word) for name, word in ANSWERED.items()}
        ),
        "expenditure": _plain(("expenditure_rupiah_month", "members"), lambda: each("expenditure_rupiah_month", of="members")),
        "unfit_house": Definition(_RTLH, unfit_house, yes_no=True),
        "latrine": _plain(("healthy_latrine",), lambda: answer("healthy_latrine"), yes_no=True),
        "water": _plain(("clean_water",), lambda: answer("clean_water"), yes_no=True),
        "at_school": _plain(("aged_7_18", "aged_7_18_in_school"), lambda: 100 * each("aged_7_18_in_school", of="aged_7_18")),
        "papers": _plain(_PAPERS, papers, yes_no=True),
        "business": _plain(("women_business",), lambda: yes("women_business"), yes_no=True),
        "stunted": _plain(("under_five", "under_five_stunted"), stunted, yes_no=True),
    }
)


def defined(rows: Frame, keys: Iterable[str], floor_area: float = FLOOR_AREA) -> Frame:
    """The rows with these figures of every household, each as a column with an underscore before its name."""
    asked = {key: DEFINITIONS[key] for key in keys}
    first = {name: of for one in asked.values() for name, of in one.first.items()}
    return worked_out(worked_out(rows, first), {f"_{key}": one.of(floor_area) for key, one in asked.items()})


def worked_out(rows: Frame, values: Mapping[str, nw.Expr]) -> Frame:
    """The rows with these values, of which there may be none."""
    return rows.with_columns(**values) if values else rows
