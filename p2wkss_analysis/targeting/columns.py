"""Columns as people give them: numbers, years and area codes, or a refusal that names the cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from ..say import Text
from ..say.errors import WrongUse
from ..tables.plain_numbers import doubtful_cells, plain_numbers
from . import texts

FIRST_YEAR, LAST_YEAR = 1900, 2200


def numbers_of(column: Any, name: str, where: Iterable | None = None) -> np.ndarray:
    """The column as floats (n,), NaN where missing; WrongUse naming the cells in doubt and `where` (n labels) they stand.

    >>> numbers_of(pd.Series(["12.5", None]), "poor").tolist()
    [12.5, nan]
    """
    column = pd.Series(column)
    values, doubt = plain_numbers(column)
    if doubt.any():
        raise WrongUse(doubtful_cells(name, column, doubt, column.index if where is None else where))
    return values


def years_of(column: Any, name: str, where: Iterable | None = None) -> pd.Series:
    """The column as whole years (Int64, missing allowed) with its index; anything else is refused by cell."""
    column = pd.Series(column)
    values = numbers_of(column, name, where)
    odd = ~np.isnan(values) & ((values % 1 != 0) | (values < FIRST_YEAR) | (values > LAST_YEAR))
    if odd.any():
        at = int(np.flatnonzero(odd)[0])
        place = list(column.index if where is None else where)[at]
        raise WrongUse(texts.NO_YEAR.fill(name=name, value=column.iloc[at], place=place))
    return pd.Series(values, index=column.index).astype("Int64")


def codes_of(codes: Iterable, whose: Text) -> list[str]:
    """Area codes as text without spaces at the ends; `whose` names the table or list in a refusal.

    A number is refused: 32.10 read as a number is 32.1, another place. So is an empty code.

    >>> codes_of(["32.76 ", "32.10"], texts.THE_CANDIDATES)
    ['32.76', '32.10']
    """
    given = list(codes)
    bad = [code for code in given if not isinstance(code, str) or not code.strip() or not code.strip().isprintable()]
    if bad:
        shown = [repr(code) if isinstance(code, str) else str(code) for code in bad[:5]]
        raise WrongUse(texts.CODES_NOT_TEXT.fill(whose=whose, codes=shown))
    return [code.strip() for code in given]
