"""What may be computed from a register: all of it where nothing is wrong, else nothing, or what is left without the faults."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import narwhals.stable.v2 as nw
import pyarrow as pa

from ...dictionary.sheets import VILLAGE
from ...say.errors import WrongUse
from .. import texts as of_tables
from . import texts
from .check import Checking, checking
from .columns import WEIGHT, YEAR
from .keys import HOUSEHOLD, beginning, repeated
from .register import Register
from .rules import KEYS

WAYS = ("refuse", "leave_out", "unchecked")
MOST = 1_000_000  # households with several rows in a year; more are no slips
_FLAWED = "_flawed"


@dataclass(frozen=True)
class LeftOut:
    """What is left out of a register. rows: how many there were before; cells: how many are missing for a fault; flawed: the
    rows with such a cell, and those of households that have several in one year."""

    rows: int
    cells: int
    flawed: nw.LazyFrame


def usable(register: Register, faults: str, used: Collection[str]) -> tuple[Register, LeftOut | None]:
    """The register from which figures are computed, and what of it is left out.

    faults: "refuse" raises DataFaults where anything is wrong, "leave_out" takes a faulty cell as missing and leaves out a row
    whose village, year, household or weight is at fault, "unchecked" asks nothing; used: the columns that are read.
    """
    if faults not in WAYS:
        raise WrongUse(texts.WHICH_WAY.fill(given=faults, known=WAYS))
    if faults == "unchecked":
        return register, None
    found = checking(register, used)
    if found.result.ok:
        return register, None if faults == "refuse" else _nothing(register, found)
    if not found.result.rows or found.hopeless:
        raise found.result.raised()
    if faults == "refuse":
        raise found.result.raised(texts.OR_LEAVE_OUT)
    return _without(register, found, WEIGHT in used)


def _nothing(register: Register, found: Checking) -> LeftOut:
    return LeftOut(found.result.rows, 0, register.frame.head(0))


def _without(register: Register, found: Checking, weighted: bool) -> tuple[Register, LeftOut]:
    """Each cell that breaks a rule is emptied as it lies in the source, and then read as any other."""
    bad: dict[str, nw.Expr] = {}
    for rule, _ in found.broken:
        if rule.rule == of_tables.CELL_EMPTY and rule.column not in (*KEYS, WEIGHT):
            continue  # missing already
        broken = rule.broken.fill_null(False)
        bad[rule.column] = bad[rule.column] | broken if rule.column in bad else broken
    if found.codes:
        strange = beginning(register.names[VILLAGE]).is_in(found.codes).fill_null(False)
        bad[VILLAGE] = bad[VILLAGE] | strange if VILLAGE in bad else strange
    emptied = [nw.when(~broken).then(nw.col(theirs)).alias(theirs) for theirs, broken in _theirs(register, bad)]
    flawed = [broken for column, broken in bad.items() if column not in KEYS]
    cells = _cells(register, [broken for column, broken in bad.items() if column not in (*KEYS, WEIGHT)])
    flag = nw.any_horizontal(*flawed, ignore_nulls=True) if flawed else nw.lit(False)
    rows = register.rows.with_columns(*emptied, flag.alias(_FLAWED))
    frame = register.read(rows, _FLAWED).filter(~nw.col(VILLAGE).is_null(), ~nw.col(YEAR).is_null())
    marked = frame.filter(nw.col(_FLAWED))
    kept = frame.filter(~nw.col(WEIGHT).is_null()) if weighted and WEIGHT in register.columns else frame
    again = _repeated(replace(register, frame=frame)) if found.repeated else None
    if again is not None:
        kept = kept.join(again, on=[HOUSEHOLD, YEAR], how="anti")
        once = marked.join(again, on=[HOUSEHOLD, YEAR], how="anti")
        marked = nw.concat([once, frame.join(again, on=[HOUSEHOLD, YEAR], how="semi")])
    columns = list(register.columns)
    lies = register.as_it_lies and not {VILLAGE, YEAR} & set(bad)
    return replace(register, frame=kept.select(*columns), as_it_lies=lies), LeftOut(
        found.result.rows, cells, marked.select(*columns)
    )


def _cells(register: Register, flawed: list[nw.Expr]) -> int:
    """How many cells are at fault, each once, whatever rules it breaks."""
    asked = {f"{i}": broken.cast(nw.Int64).sum() for i, broken in enumerate(flawed)}
    counted = register.engine.collect(register.rows.select(**asked)).to_pylist()[0] if asked else {}
    return sum(int(n or 0) for n in counted.values())


def _theirs(register: Register, bad: dict[str, nw.Expr]) -> list[tuple[str, nw.Expr]]:
    return [(register.names[ours], broken) for ours, broken in bad.items()]


def _repeated(register: Register) -> nw.LazyFrame | None:
    """Households with several rows in a year; None where there are none."""
    parts = [part.select(HOUSEHOLD, YEAR) for part in repeated(register)]
    if len(parts) < 2:
        return parts[0] if parts else None
    keys = pa.concat_tables([register.engine.collect(part.head(MOST + 1)) for part in parts])
    if keys.num_rows > MOST:
        raise WrongUse(texts.TOO_MANY_REPEATED.fill(most=MOST))
    return register.beside(keys)
