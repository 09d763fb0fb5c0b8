"""Everything that can be wrong with a table meant as household waves, found in one pass and said in one error.

Households are people: a message counts them and names rows of the table (the first row is 1), never an id, and never
what a cell holds.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...say.errors import WrongUse
from ...tables.asked_columns import check_frame, column_faults, stop
from ...tables.plain_numbers import plain_numbers

DELIVERY = ("amount_rupiah", "done_percent", "dose", "dose_percent", "households_reached", "target")
WORDS = {"yes": 1.0, "no": 0.0, "not_applicable": np.nan}
_HEAD = {"id": "Gelombang keluarga tidak dapat dipakai:", "en": "The household waves cannot be used:"}
_SHOWN = 5
_LARGEST = 1e100  # beyond it a square is no number any more


def rows_named(bad: np.ndarray) -> tuple[str, str]:
    """The rows where `bad` is true, as "3, 17 (and 4 more)" in both languages; the first row is 1.

    >>> rows_named(np.array([False, True, True]))
    ('2, 3', '2, 3')
    """
    rows = np.flatnonzero(bad) + 1
    shown, rest = ", ".join(map(str, rows[:_SHOWN])), len(rows) - _SHOWN
    return (shown, shown) if rest <= 0 else (f"{shown}, dan {rest} lagi", f"{shown} and {rest} more")


def numbers(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """A column as floats, and which cells are no numbers, as `plain_numbers` reads them ("12" is twelve, "5.000" in doubt).

    Booleans count 1 and 0, and so do the workbook's words yes and no; not_applicable and empty are missing.
    """
    column = pd.Series(column)
    if not pd.api.types.is_numeric_dtype(column.dtype):
        cells = [WORDS.get(cell.strip().lower(), cell) if isinstance(cell, str) else cell for cell in column.astype(object)]
        column = pd.Series(cells, index=column.index, dtype=object)
    values, doubt = plain_numbers(column)
    return values, doubt | (np.abs(values) > _LARGEST)


def check_question(households, columns: dict[str, list[str]], better, baseline, endlines) -> None:
    """Refuse a call that cannot be answered whatever the cells hold."""
    check_frame(households, ("evaluate_households", "evaluate_households"))
    unnamed = [role for role, names in columns.items() if not names or not all(isinstance(n, str) for n in names)]
    if unnamed:
        raise WrongUse(
            id=f"Nama kolom harus teks: {', '.join(unnamed)}.",
            en=f"Column names must be text: {', '.join(unnamed)}.",
        )
    faults = column_faults(households, [(role, name) for role, names in columns.items() for name in names], better)
    _not_an_outcome(columns, faults)
    _whole_waves(baseline, endlines, faults)
    stop(faults, _HEAD)


def _not_an_outcome(columns, faults) -> None:
    outcome = columns["outcome"][0]
    if outcome in DELIVERY:
        faults.append(
            (
                f"{outcome!r} adalah pelaksanaan kegiatan (masukan), bukan hasil pada keluarga. Pilih kolom keadaan "
                "keluarga; pelaksanaan dipakai lewat by_dose.",
                f"{outcome!r} is delivery (an input), not a result in the household. Choose a column on how the "
                "household lives; delivery enters through by_dose.",
            )
        )
    roles = [role for role, names in columns.items() if role != "outcome" and outcome in names]
    if roles:
        faults.append(
            (
                f"{outcome!r} tidak dapat menjadi hasil sekaligus {', '.join(roles)}.",
                f"{outcome!r} cannot be the outcome and also {', '.join(roles)}.",
            )
        )


def _whole_waves(baseline, endlines, faults) -> None:
    whole = [isinstance(w, (int, np.integer)) and not isinstance(w, bool) for w in (baseline, *endlines)]
    if not endlines or not all(whole):
        faults.append(
            (
                "baseline dan endline harus nomor gelombang yang bulat, misalnya 0 dan 1.",
                "baseline and endline must be whole wave numbers, for example 0 and 1.",
            )
        )
    elif min(endlines) <= baseline or len(set(endlines)) < len(endlines):
        faults.append(
            (
                f"endline={list(map(int, endlines))} harus sesudah baseline={baseline}, masing-masing sekali.",
                f"endline={list(map(int, endlines))} must come after baseline={baseline}, each once.",
            )
        )


def check_cells(tidy: pd.DataFrame, bad_outcome: np.ndarray, outcome: str, waves: tuple[int, ...]) -> None:
    """Refuse wrong cells: `tidy` holds household, wave, assisted, value, cluster, in the order of the user's rows."""
    faults = []

    def add(bad, said_id: str, said_en: str) -> None:
        bad = np.asarray(bad, dtype=bool)
        if bad.any():
            where = rows_named(bad)
            faults.append((f"{said_id}: baris {where[0]}.", f"{said_en}: rows {where[1]}."))

    add(tidy["household"].isna(), "household_id kosong", "household_id is empty")
    add(tidy["wave"].isna(), "gelombang bukan bilangan bulat", "the wave is not a whole number")
    twice = tidy.duplicated(["household", "wave"], keep="first") & tidy["household"].notna() & tidy["wave"].notna()
    add(
        twice,
        "Keluarga yang sama dua kali dalam satu gelombang; sisakan satu baris",
        "The same household twice in one wave; keep one row",
    )
    add(
        tidy["assisted"].isna(),
        "Status binaan kosong atau bukan ya/tidak (true/false, 1/0, yes/no)",
        "Assistance is empty or not yes/no (true/false, 1/0, yes/no)",
    )
    kinds = tidy.groupby("household")["assisted"].transform("nunique") > 1
    n = tidy.loc[kinds, "household"].nunique()
    add(
        kinds,
        f"{n} keluarga berubah status binaannya antargelombang; satu keluarga satu status sejak awal",
        f"{n} households change between assisted and not; a household has one status from the start",
    )
    add(
        bad_outcome,
        f"{outcome!r} bukan angka (periksa lewat p2.check)",
        f"{outcome!r} is not a number (see p2.check)",
    )
    at_baseline = tidy["wave"].eq(waves[0]).fillna(False).astype(bool)
    add(at_baseline & tidy["cluster"].isna(), "RT kosong di gelombang awal", "The RT is empty at the baseline")
    absent = [w for w in waves if not tidy["wave"].eq(w).any()]
    if absent:
        there = sorted({int(w) for w in tidy["wave"].dropna()})
        faults.append(
            (
                f"Gelombang {absent} tidak ada di tabel; yang ada {there}. Tanpa gelombang awal dan akhir tidak ada "
                "yang dapat dibandingkan.",
                f"Wave {absent} is not in the table, which has {there}. Without a first and a last wave there is "
                "nothing to compare.",
            )
        )
    stop(faults, _HEAD)
