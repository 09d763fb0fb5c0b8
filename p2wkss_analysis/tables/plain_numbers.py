"""A column that should hold numbers, as floats, with the cells that may not be what they seem.

pandas reads the text "1.200" as 1.2, where the person who typed it may have meant twelve hundred. So text is
taken only where it has one reading; everything else is pointed out and never turned into a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ..identity.hidden import mask
from ..say import Text
from . import texts

_SHOWN = 5
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?(?!0+\.)[0-9]{1,3}\.[0-9]{3}")  # 1.200: twelve hundred, or one and a fifth


def plain_numbers(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """A column as floats (n,), NaN where there is none, and which cells are in doubt (n,) booleans.

    Columns of numbers pass as they are, and true/false as 1 and 0. Text passes where it is digits with an optional
    sign and decimal point, except that three digits after the point could be thousands (0.125 and 1234.567 could not). Empty
    text is a missing value. In doubt are all other texts ("1.200", "1,5", "1e3", "tiga"), dates, and infinity.

    Not for cells a person typed into a workbook: `tables.cells.read_number` reads more forms and says each remedy.

    >>> values, doubt = plain_numbers(pd.Series(["12", "0.125", "1.200", "1,5", None]))
    >>> values.tolist(), doubt.tolist()
    ([12.0, 0.125, nan, nan, nan], [False, False, True, True, False])
    """
    column = pd.Series(column)
    if pd.api.types.is_numeric_dtype(column.dtype) and not pd.api.types.is_complex_dtype(column.dtype):
        values = column.to_numpy(dtype=float, na_value=np.nan)
        doubt = np.isinf(values)
    else:
        cells = column.astype(object).tolist()
        blank = np.array([isinstance(cell, str) and not cell.strip() for cell in cells], dtype=bool)
        empty = column.isna().to_numpy(dtype=bool) | blank
        values = np.array([_value(cell) for cell in cells], dtype=float)
        doubt = ~empty & ~np.isfinite(values)
    return np.where(doubt, np.nan, values), doubt


def doubtful_cells(name: str, column: pd.Series, doubt: np.ndarray, where: Iterable) -> Text:
    """What stands in the cells in doubt of column `name`, at which `where` (n labels), and the remedy.

    >>> doubtful_cells("desil", pd.Series(["1.200", "7"]), np.array([True, False]), ["32.76.01", "32.76.02"]).say("en")
    "Column `desil` holds what may not be a number: '1.200' (32.76.01). Write plain numbers: 1200, or 1.2."
    """
    column, places = pd.Series(column), list(where)
    rows = np.flatnonzero(doubt)
    shown = [f"{_shown(column.iloc[i])} ({places[i]})" for i in rows[:_SHOWN]]
    more = len(rows) - _SHOWN
    said = texts.DOUBTFUL_AND_MORE if more > 0 else texts.DOUBTFUL
    return said.fill(name=name, shown=shown, more=more)


def _value(cell: Any) -> float:
    if isinstance(cell, str):
        text = cell.strip()
        plain = _PLAIN.fullmatch(text) and not _THOUSANDS.fullmatch(text)
        return float(text) if plain else math.nan
    if not isinstance(cell, (Real, Decimal, np.bool_)):
        return math.nan
    try:
        return float(cell)
    except OverflowError:  # a whole number beyond what a float holds
        return math.inf


def _shown(cell: Any) -> str:
    text = mask(repr(cell) if isinstance(cell, str) else str(cell))  # before it is cut
    return text if len(text) <= 40 else text[:37] + "..."
