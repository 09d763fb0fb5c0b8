"""Reading the table of a need index: the columns, their denominators, and whether there is enough data."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...say.errors import NotEnoughData, WrongUse
from ..audit.past_sites import KEYS
from ..columns import codes_of, numbers_of
from . import texts
from .sampling import drawn_shares
from .specification import Specification

FARTHEST = 1e15  # beyond this, whole units are lost in a float


def by_area(table: pd.DataFrame) -> pd.DataFrame:
    """The table indexed by area code, each once, in the order given."""
    if not isinstance(table, pd.DataFrame):
        raise WrongUse(texts.NO_TABLE)
    key = next((name for name in KEYS if name in table.columns), None)
    if key and isinstance(table[key], pd.DataFrame):
        raise WrongUse(texts.COLUMN_TWICE.fill(column=key, n=table[key].shape[1]))
    table = table.set_index(key) if key else table
    if key is None and (table.index.name not in (*KEYS, None) or isinstance(table.index, pd.RangeIndex)):
        raise WrongUse(texts.NO_CODE_COLUMN)
    table = table.set_axis(pd.Index(codes_of(table.index, texts.THE_TABLE), dtype=object))
    if table.index.has_duplicates:
        code = table.index[table.index.duplicated()][0]
        raise WrongUse(texts.CODE_TWICE.fill(code=code))
    return table.rename_axis("area_code")


def numeric(table: pd.DataFrame, column: str) -> np.ndarray:
    """One column as floats; what is not beyond doubt a number is refused by name and row."""
    if column not in table:
        raise WrongUse(texts.COLUMN_ABSENT.fill(column=column, known=table.columns))
    values = table[column]
    if isinstance(values, pd.DataFrame):
        raise WrongUse(texts.COLUMN_TWICE.fill(column=column, n=values.shape[1]))
    out = numbers_of(values, column)
    far = np.abs(out) > FARTHEST
    if far.any():
        raise WrongUse(texts.TOO_LARGE.fill(column=column, value=values[far].iloc[0], code=table.index[far][0]))
    return out


def _denominator(table: pd.DataFrame, column: str) -> np.ndarray:
    below = numeric(table, column)
    if (below[np.isfinite(below)] <= 0).any():
        code = table.index[below <= 0][0]
        raise WrongUse(texts.DENOMINATOR_NOT_POSITIVE.fill(column=column, code=code))
    return below


def read_values(table: pd.DataFrame, spec: Specification) -> tuple[np.ndarray, np.ndarray | None]:
    """Indicators and their standard errors (or None), both (places, indicators), denominators applied."""
    values = np.empty((len(table), len(spec.columns)))
    for j, column in enumerate(spec.columns):
        values[:, j] = numeric(table, column)
    errors = np.zeros_like(values) if spec.errors or spec.counted else None
    for j, column in enumerate(spec.columns):
        if column in spec.per:
            below = _denominator(table, spec.per[column])
            if column in spec.counted and errors is not None:
                values[:, j], errors[:, j] = drawn_shares(values[:, j], below)
            else:
                values[:, j] = values[:, j] / below
        if column in spec.errors and errors is not None:
            errors[:, j] = numeric(table, spec.errors[column])
    if errors is not None and (errors < 0).any():
        raise WrongUse(texts.NEGATIVE_ERROR)
    return values, (None if errors is None else np.nan_to_num(errors))


def screen(values: np.ndarray, spec: Specification) -> np.ndarray:
    """Which places have enough data to be scored, (places,) booleans.

    An indicator known for too few places is refused: dropping it in silence would change the question.
    """
    seen = np.isfinite(values)
    for j, column in enumerate(spec.columns):
        share = seen[:, j].mean() if len(values) else 0.0
        if share == 0 or share < spec.indicator_coverage:
            raise NotEnoughData(
                texts.TOO_MANY_GAPS.fill(
                    column=column, known=seen[:, j].sum(), places=len(values), least=100 * spec.indicator_coverage
                )
            )
    return seen.mean(axis=1) >= spec.place_coverage - 1e-12
