"""Measured values on their way into an indicator: numbers, arrays or Series in, the same shape out.

Indicators are written over plain float arrays. This file reads a number, a list, a numpy array or a pandas Series
into such arrays, refuses all impossible values at once, each with its place, and gives the answer back in the shape
and with the index of the input.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..say import Text, one_text
from ..say.errors import WrongUse
from .texts import measured as texts


@dataclass(frozen=True)
class Range:
    """What a measured value may be: between `least` and `most`, both allowed, with the remedy when it is not.

    `label` and `unit` name it for people; without a unit, None.
    """

    label: Text
    unit: Text | None
    least: float
    most: float
    below: Text | None = None
    above: Text | None = None


@dataclass(frozen=True)
class Measured:
    """Float arrays of one common shape (missing is NaN), and how to give an answer back."""

    arrays: Mapping[str, np.ndarray]
    index: pd.Index | None
    scalar: bool

    def give_back(self, values: np.ndarray, name: str) -> Any:
        """`values` as a float, an array, or a Series named `name` with the index of the input."""
        if self.scalar:
            return values.item()
        return values if self.index is None else pd.Series(values, index=self.index, name=name)


def read(given: Mapping[str, ArrayLike], ranges: Mapping[str, Range]) -> Measured:
    """Read the arguments of an indicator, broadcast them together and check each against its range.

    Raises WrongUse listing every value that is not a number or out of range, or when two Series have
    different indexes (they would be paired by position without a word).
    """
    series = {name: value.index for name, value in given.items() if isinstance(value, pd.Series)}
    index = next(iter(series.values()), None)
    if any(not other.equals(index) for other in series.values()):
        raise WrongUse(texts.INDEXES_DIFFER.fill(columns=series))
    arrays = {name: floats(value, name) for name, value in given.items()}
    try:
        shaped = dict(zip(arrays, np.broadcast_arrays(*arrays.values()), strict=True))
    except ValueError:
        sizes = [f"{name}: {array.size}" for name, array in arrays.items()]
        raise WrongUse(texts.SIZES_DIFFER.fill(sizes=sizes)) from None
    shape = next(iter(shaped.values())).shape
    if index is not None and shape != (len(index),):
        raise WrongUse(texts.SHAPE_DIFFERS.fill(rows=len(index), shape=shape))
    check(shaped, ranges, index)
    return Measured(shaped, index, scalar=shape == ())


def floats(value: ArrayLike, name: str) -> np.ndarray:
    """`value` as a float64 array with NaN for every kind of missing; text and true/false are refused."""
    try:
        if isinstance(value, pd.Series):
            array = value.to_numpy()
        else:
            array = np.asarray(value)
        if array.dtype == bool:
            raise TypeError
        if array.dtype.kind not in "fiu":
            flat = [np.nan if _is_missing(v) else _number(v) for v in array.ravel().tolist()]
            array = np.array(flat, dtype=float).reshape(array.shape)
        return array.astype(float)
    except (TypeError, ValueError):
        raise WrongUse(texts.NOT_A_NUMBER.fill(name=name)) from None


def one_each(cells: Mapping[str, np.ndarray]) -> None:
    """Refuse a mapping in which a key holds many values: only the first would be measured.

    >>> one_each({"1a": np.array([25.0]), "1b": np.array(30.0)})
    """
    wrong = [name for name, array in cells.items() if array.size != 1]
    if wrong:
        raise WrongUse(texts.ONE_EACH.fill(names=wrong))


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _number(value: Any) -> float:
    if isinstance(value, (str, bytes, bool, np.bool_)):
        raise TypeError
    return float(value)


def check(arrays: Mapping[str, np.ndarray], ranges: Mapping[str, Range], index: Sequence | None = None) -> None:
    """Raise WrongUse naming every argument with values outside its range; missing values pass."""
    found = (_fault(array, ranges[name], index) for name, array in arrays.items() if name in ranges)
    faults = [fault for fault in found if fault]
    if faults:
        raise WrongUse(one_text(faults))


def _fault(array: np.ndarray, allowed: Range, index: Sequence | None) -> Text | None:
    flat = np.ravel(array)
    low, high = flat < allowed.least, flat > allowed.most
    bad = np.flatnonzero(low | high)
    if not bad.size:
        return None
    where = ""
    if index is not None:
        where = f" ({index[bad[0]]})"
    elif flat.size > 1:
        where = f" ([{bad[0]}])"
    within = texts.RANGE if allowed.unit is None else texts.RANGE_IN_UNIT
    return texts.OUT_OF_RANGE.fill(
        label=allowed.label,
        range=within.fill(least=allowed.least, most=allowed.most, unit=allowed.unit),
        n=bad.size,
        first=_written(float(flat[bad[0]])),
        where=where,
        remedy=one_text(text for text, hit in ((allowed.below, low), (allowed.above, high)) if text and hit.any()),
    )


def _written(value: float) -> Text:
    """A value that is refused, with as many decimals as show what it is."""
    digits = 0 if value.is_integer() else 2 if abs(value) >= 1 else 6
    return texts.INFINITE if math.isinf(value) else texts.VALUE.fill(value=value, digits=digits)
