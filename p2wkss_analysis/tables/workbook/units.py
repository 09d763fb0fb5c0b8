"""Units that may have been mistaken: a share of 0.33 in a column of percent, rupiah typed in thousands. Asked, never changed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ...dictionary.sheets import fields_of
from ...say import Text
from ..xlsx.xml import address
from .frame import Frame
from .texts import rules as texts

_ENOUGH = 5  # other values of a column by which a single one is judged
_FAR = 5  # times less than nearly all others


def unit_questions(frame: Frame, table: pd.DataFrame) -> Iterator[Text]:
    """What to ask the office about the numbers of a sheet: the whole column, or single cells far from all others."""
    for field in fields_of(frame.name):
        column, least = field["name"], field.get("plausible_from")
        if column not in frame.places or len(table) == 0:
            continue
        values = pd.to_numeric(table[column], errors="coerce").to_numpy(float, na_value=np.nan)
        if field.get("unit", {}).get("en") == "percent":
            yield from _shares(frame, column, values)
        elif least is not None:
            yield from _thousands(frame, column, values, least)


def _shares(frame: Frame, column: str, values: np.ndarray) -> Iterator[Text]:
    told, parts = values[values > 0], np.flatnonzero((values > 0) & (values < 1))
    where = {"sheet": frame.title, "column": frame.heading(column)}
    if len(told) >= 3 and told.max() <= 1 and 2 * len(parts) >= len(told):
        first = values[parts[0]]
        yield texts.ALL_SHARES.fill(**where, n=len(told), typed=first, meant=100 * first)
        return
    others = told[told >= 1]
    if len(others) < _ENOUGH:
        return
    low, high = np.quantile(others, 0.1) / _FAR, others.max()
    cells = [row for row in parts if values[row] < low and 100 * values[row] <= high]
    if cells:
        typed = values[cells[0]]
        yield texts.ONE_SHARE.fill(**where, cells=_named(frame, column, cells), typed=typed, meant=100 * typed)


def _thousands(frame: Frame, column: str, values: np.ndarray, least: float) -> Iterator[Text]:
    told, low = values[values > 0], np.flatnonzero((values > 0) & (values < least))
    where = {"sheet": frame.title, "column": frame.heading(column)}
    if len(told) >= 3 and np.median(told) < least:
        typed = float(np.median(told))
        yield texts.ALL_THOUSANDS.fill(**where, typed=typed, digits=int(typed % 1 > 0), meant=_full(typed, least))
        return
    others = told[told >= least]
    cells = [row for row in low if _full(values[row], least) <= others.max(initial=0)]
    if cells and len(others) >= max(_ENOUGH, len(low)):
        typed = float(values[cells[0]])
        said = {"typed": typed, "digits": int(typed % 1 > 0), "meant": _full(typed, least)}
        yield texts.ONE_THOUSAND.fill(**where, cells=_named(frame, column, cells), **said)


def _full(typed: float, least: float) -> float:
    """Thousands or millions as rupiah."""
    return typed * (1_000 if typed * 1_000 >= least else 1_000_000)


def _named(frame: Frame, column: str, rows: list) -> list[str]:
    cells = [address(int(frame.rows[row]), frame.places[column]) for row in rows[:_ENOUGH]]
    return [*cells, "..."] if len(rows) > _ENOUGH else cells
