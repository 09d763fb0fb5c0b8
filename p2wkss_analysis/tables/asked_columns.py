"""The columns a question asks of a user's table: named by text, there, and there once; and which end is better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ..disclosure.privacy import mask
from ..say.errors import WrongUse

FaultText = tuple[str, str]  # Bahasa Indonesia, English


def check_frame(table, what: FaultText) -> None:
    """Refuse anything but a DataFrame with one line of column names. `what` asks for it, in both languages."""
    if not isinstance(table, pd.DataFrame):
        kind = type(table).__name__
        raise WrongUse(id=f"{what[0]} memerlukan DataFrame, bukan {kind}.", en=f"{what[1]} needs a DataFrame, not a {kind}.")
    if table.columns.nlevels > 1:
        raise WrongUse(
            id="Tabel memiliki kepala kolom bertingkat; ratakan dahulu menjadi satu baris nama kolom.",
            en="The table has column names in several levels; flatten them to one row of names first.",
        )


def column_faults(table: pd.DataFrame, asked: Iterable[tuple[str, object]], better: str) -> list[FaultText]:
    """What is wrong with the columns of a question: each (role, name) asked for, and `better`.

    >>> column_faults(pd.DataFrame({"income": [1]}), [("outcome", "income"), ("unit", "rt")], "higher")[0][1]
    "Columns not found: 'rt' (unit). Columns present: income."
    """
    asked, faults = list(asked), []
    missing = [f"{name!r} ({role})" for role, name in asked if name not in table.columns]
    if missing:
        have = mask(", ".join(map(str, table.columns)))
        faults.append(
            (
                f"Kolom tidak ditemukan: {', '.join(missing)}. Kolom yang ada: {have}.",
                f"Columns not found: {', '.join(missing)}. Columns present: {have}.",
            )
        )
    elif len(table) == 0:
        faults.append(("Tabel kosong.", "The table is empty."))
    doubled = sorted({str(c) for c in table.columns[table.columns.duplicated()]} & {str(name) for _, name in asked})
    if doubled:
        faults.append((f"Nama kolom ganda: {', '.join(doubled)}.", f"Column names doubled: {', '.join(doubled)}."))
    if better not in ("higher", "lower"):
        faults.append(
            (
                f'better={better!r}: isi "higher" bila nilai naik berarti membaik, "lower" bila sebaliknya.',
                f'better={better!r}: give "higher" if a rise is an improvement, otherwise "lower".',
            )
        )
    return faults


def stop(faults: Iterable[FaultText], head: Mapping[str, str]) -> None:
    """One WrongUse with every fault under `head` ("id", "en"), or nothing."""
    faults = list(faults)
    if faults:
        lines = ["\n".join(f"  - {fault[lang]}" for fault in faults) for lang in (0, 1)]
        raise WrongUse(id=f"{head['id']}\n{lines[0]}", en=f"{head['en']}\n{lines[1]}")
