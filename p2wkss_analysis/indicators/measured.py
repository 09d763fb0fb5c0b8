"""Measured values on their way into an indicator: numbers, arrays or Series in, the same shape out.

An indicator is written over plain float arrays. This file reads what the analyst has (a number, a list, a
numpy array, a pandas Series with missing values) into such arrays, refuses values that cannot be meant,
all at once and with their place, and hands the answer back in the shape and with the index it came in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..say.errors import WrongUse
from ..say import number


@dataclass(frozen=True)
class Range:
    """What a measured value may be: between `least` and `most`, both allowed, with the remedy when it is not.

    `label` and `unit` name it for people; each text is a pair (Bahasa Indonesia, English).
    """

    label: tuple[str, str]
    unit: tuple[str, str]
    least: float
    most: float
    below: tuple[str, str] = ("", "")
    above: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Measured:
    """Float arrays of one common shape (missing is NaN), and how to give an answer back."""

    arrays: Mapping[str, np.ndarray]
    index: pd.Index | None
    scalar: bool

    def give_back(self, values: np.ndarray, name: str):
        """`values` as a float, an array, or a Series named `name` with the index of the input."""
        if self.scalar:
            return values.item()
        return values if self.index is None else pd.Series(values, index=self.index, name=name)


def read(given: Mapping[str, object], ranges: Mapping[str, Range]) -> Measured:
    """Read the arguments of an indicator, broadcast them together and check each against its range.

    Raises WrongUse listing every value that is not a number or out of range, or when two Series have
    different indexes (they would be paired by position without a word).
    """
    series = {name: value.index for name, value in given.items() if isinstance(value, pd.Series)}
    index = next(iter(series.values()), None)
    if any(not other.equals(index) for other in series.values()):
        raise WrongUse(
            id=f"Kolom {', '.join(series)} tidak memiliki indeks yang sama, sehingga barisnya tidak dapat "
            "dipasangkan. Ambil semua kolom dari satu tabel, atau samakan indeksnya dengan reindex().",
            en=f"The columns {', '.join(series)} do not share one index, so their rows cannot be paired. "
            "Take all columns from one table, or align them with reindex().",
        )
    arrays = {name: floats(value, name) for name, value in given.items()}
    try:
        together = dict(zip(arrays, np.broadcast_arrays(*arrays.values()), strict=True))
    except ValueError:
        sizes = ", ".join(f"{name}: {array.size}" for name, array in arrays.items())
        raise WrongUse(
            id=f"Banyaknya nilai tidak sama ({sizes}). Berikan satu nilai per wilayah untuk setiap kolom.",
            en=f"The numbers of values differ ({sizes}). Give one value per place in every column.",
        ) from None
    shape = next(iter(together.values())).shape
    if index is not None and shape != (len(index),):
        raise WrongUse(
            id=f"Indeks memuat {len(index)} baris, tetapi nilainya berbentuk {shape}. Samakan panjangnya.",
            en=f"The index has {len(index)} rows but the values have shape {shape}. Make them equally long.",
        )
    check(together, ranges, index)
    return Measured(together, index, scalar=shape == ())


def floats(value, name: str) -> np.ndarray:
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
        raise WrongUse(
            id=f"{name} memuat isian yang bukan angka. Berikan angka (titik desimal), atau kosong bila tidak "
            "ada data.",
            en=f"{name} holds something that is not a number. Give numbers (decimal point), or leave it "
            "missing.",
        ) from None


def _is_missing(value) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _number(value) -> float:
    if isinstance(value, (str, bytes, bool, np.bool_)):
        raise TypeError
    return float(value)


def check(arrays: Mapping[str, np.ndarray], ranges: Mapping[str, Range], index: Sequence | None = None) -> None:
    """Raise WrongUse naming every argument with values outside its range; missing values pass."""
    faults = [_fault(array, ranges[name], index) for name, array in arrays.items() if name in ranges]
    faults = [fault for fault in faults if fault]
    if faults:
        raise WrongUse(id=" ".join(f[0] for f in faults), en=" ".join(f[1] for f in faults))


def _fault(array: np.ndarray, allowed: Range, index) -> tuple[str, str] | None:
    flat = np.ravel(array)
    low, high = flat < allowed.least, flat > allowed.most
    bad = np.flatnonzero(low | high)
    if not bad.size:
        return None
    first, where = flat[bad[0]], ""
    if index is not None:
        where = f" ({index[bad[0]]})"
    elif flat.size > 1:
        where = f" ([{bad[0]}])"
    texts = []
    for lang in (0, 1):
        code = ("id", "en")[lang]
        bounds = f"{number(allowed.least, 0, code)}-{number(allowed.most, 0, code)}"
        remedy = " ".join(t[lang] for t, hit in ((allowed.below, low), (allowed.above, high)) if hit.any())
        first_text = "tak hingga" if code == "id" and np.isinf(first) else f"{first:,.6g}"
        texts.append(
            f"{allowed.label[0]} di luar rentang {bounds} {allowed.unit[0]}: {bad.size} nilai, yang pertama "
            f"{first_text}{where}. {remedy}".strip()
            if code == "id"
            else f"{allowed.label[1]} is outside {bounds} {allowed.unit[1]}: {bad.size} value(s), the first "
            f"{first:,.6g}{where}. {remedy}".strip()
        )
    return texts[0], texts[1]
