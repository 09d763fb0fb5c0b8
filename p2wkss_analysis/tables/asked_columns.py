"""The columns a question asks of a user's table: named by text, there, and there once; and which end is better."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..disclosure.privacy import mask
from ..say import Text
from ..say.errors import WrongUse

NO_FRAME = Text("{what} memerlukan DataFrame, bukan {kind}.", "{what} needs a DataFrame, not a {kind}.")
SEVERAL_LEVELS = Text(
    "Tabel memiliki kepala kolom bertingkat; ratakan dahulu menjadi satu baris nama kolom.",
    "The table has column names in several levels; flatten them to one row of names first.",
)
NO_COLUMN = Text(
    "Kolom tidak ditemukan: {columns:list}. Kolom yang ada: {have}.",
    "Columns not found: {columns:list}. Columns present: {have}.",
)
EMPTY_TABLE = Text("Tabel kosong.", "The table is empty.")
DOUBLED_NAMES = Text("Nama kolom ganda: {names:list}.", "Column names doubled: {names:list}.")
NO_DIRECTION = Text(
    'better={given!r}: isi "higher" bila nilai naik berarti membaik, "lower" bila sebaliknya.',
    'better={given!r}: give "higher" if a rise is an improvement, otherwise "lower".',
)
FAULT = Text("  - {fault}", "  - {fault}")
FAULTS = Text("{head}\n{faults:lines}", "{head}\n{faults:lines}")


def check_frame(table: object, what: Text) -> None:
    """Refuse anything but a DataFrame with one line of column names. `what` asks for it."""
    if not isinstance(table, pd.DataFrame):
        raise WrongUse(NO_FRAME.fill(what=what, kind=type(table).__name__))
    if table.columns.nlevels > 1:
        raise WrongUse(SEVERAL_LEVELS)


def column_faults(table: pd.DataFrame, asked: Iterable[tuple[str, object]], better: str) -> list[Text]:
    """What is wrong with the columns of a question: each (role, name) asked for, and `better`.

    >>> column_faults(pd.DataFrame({"income": [1]}), [("outcome", "income"), ("unit", "rt")], "higher")[0].say("en")
    "Columns not found: 'rt' (unit). Columns present: income."
    """
    asked, faults = list(asked), []
    missing = [f"{name!r} ({role})" for role, name in asked if name not in table.columns]
    if missing:
        faults.append(NO_COLUMN.fill(columns=missing, have=mask(", ".join(map(str, table.columns)))))
    elif len(table) == 0:
        faults.append(EMPTY_TABLE)
    doubled = sorted({str(c) for c in table.columns[table.columns.duplicated()]} & {str(name) for _, name in asked})
    if doubled:
        faults.append(DOUBLED_NAMES.fill(names=doubled))
    if better not in ("higher", "lower"):
        faults.append(NO_DIRECTION.fill(given=better))
    return faults


def stop(faults: Iterable[Text], head: Text) -> None:
    """One WrongUse with every fault under `head`, or nothing."""
    lines = [FAULT.fill(fault=fault) for fault in faults]
    if lines:
        raise WrongUse(FAULTS.fill(head=head, faults=lines))
