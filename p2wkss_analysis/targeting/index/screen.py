"""Reading the table of a need index: the columns, their denominators, and whether there is enough data."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...say.errors import NotEnoughData, WrongUse
from ...say import integer
from ..columns import codes_of, numbers_of
from ..audit.past_sites import KEYS
from .sampling import share_error
from .specification import Specification

FARTHEST = 1e15  # beyond this, whole units are lost in a float


def by_area(table: pd.DataFrame) -> pd.DataFrame:
    """The table indexed by area code, each once, in the order given."""
    if not isinstance(table, pd.DataFrame):
        raise WrongUse(id="`table` harus berupa DataFrame dengan satu baris per wilayah.",
                       en="`table` must be a DataFrame with one row per area.")
    key = next((name for name in KEYS if name in table.columns), None)
    if key and isinstance(table[key], pd.DataFrame):
        raise WrongUse(id=f"Kolom `{key}` muncul lebih dari sekali. Sisakan satu.",
                       en=f"The column `{key}` appears more than once. Keep one.")
    table = table.set_index(key) if key else table
    if key is None and (table.index.name not in (*KEYS, None) or isinstance(table.index, pd.RangeIndex)):
        raise WrongUse(id="Tabel memerlukan kolom atau indeks `area_code`.",
                       en="The table needs a column or index `area_code`.")
    table = table.set_axis(pd.Index(codes_of(table.index, id="tabel", en="the table"), dtype=object))
    if table.index.has_duplicates:
        code = table.index[table.index.duplicated()][0]
        raise WrongUse(
            id=f"Kode wilayah {code} muncul lebih dari sekali. Satu baris per wilayah; untuk data "
            "beberapa tahun, pilih dahulu satu tahun.",
            en=f"Area code {code} appears more than once. Keep one row per area; with several years, "
            "pick one first.",
        )
    return table.rename_axis("area_code")


def numeric(table: pd.DataFrame, column: str) -> np.ndarray:
    """One column as floats; what is not beyond doubt a number is refused by name and row."""
    if column not in table:
        raise WrongUse(
            id=f"Kolom `{column}` tidak ada dalam tabel. Kolom yang ada: {', '.join(map(str, table.columns))}.",
            en=f"Column `{column}` is not in the table. There are: {', '.join(map(str, table.columns))}.",
        )
    values = table[column]
    if isinstance(values, pd.DataFrame):
        raise WrongUse(id=f"Nama kolom `{column}` muncul {values.shape[1]} kali. Beri nama yang berbeda atau sisakan satu.",
                       en=f"The column name `{column}` appears {values.shape[1]} times. Rename them or keep one.")
    out = numbers_of(values, column)
    far = np.abs(out) > FARTHEST
    if far.any():
        raise WrongUse(
            id=f"Kolom `{column}` berisi {values[far].iloc[0]} pada wilayah {table.index[far][0]}, terlalu besar untuk sebuah "
            "indikator. Periksa nilainya atau ganti satuannya.",
            en=f"Column `{column}` holds {values[far].iloc[0]} at area {table.index[far][0]}, too large for an indicator. Check "
            "the value or change the unit.",
        )
    return out


def _denominator(table: pd.DataFrame, column: str) -> np.ndarray:
    below = numeric(table, column)
    if (below[np.isfinite(below)] <= 0).any():
        code = table.index[below <= 0][0]
        raise WrongUse(
            id=f"Penyebut `{column}` pada wilayah {code} tidak lebih dari nol. Perbaiki atau kosongkan.",
            en=f"The denominator `{column}` of area {code} is not above zero. Mend it or leave it empty.",
        )
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
            if column in spec.counted:
                errors[:, j] = share_error(values[:, j], below)
            values[:, j] = values[:, j] / below
        if column in spec.errors:
            errors[:, j] = numeric(table, spec.errors[column])
    if errors is not None and (errors < 0).any():
        raise WrongUse(id="Galat baku tidak boleh negatif. Periksa kolom pada `errors`.",
                       en="A standard error cannot be negative. Check the columns in `errors`.")
    return values, (None if errors is None else np.nan_to_num(errors))


def screen(values: np.ndarray, spec: Specification) -> np.ndarray:
    """Which places have enough data to be scored, (places,) booleans.

    An indicator known for too few places is refused: dropping it in silence would change the question.
    """
    seen = np.isfinite(values)
    for j, column in enumerate(spec.columns):
        share = seen[:, j].mean() if len(values) else 0.0
        if share == 0 or share < spec.indicator_coverage:
            n = [integer(x, "en") for x in (seen[:, j].sum(), len(values))]
            raise NotEnoughData(
                id=f"Indikator `{column}` hanya terisi untuk {n[0]} dari {n[1]} wilayah, di bawah batas "
                f"{spec.indicator_coverage:.0%}. Lengkapi datanya, keluarkan indikator itu, atau turunkan "
                "`indicator_coverage`.",
                en=f"Indicator `{column}` is known for only {n[0]} of {n[1]} areas, below the limit of "
                f"{spec.indicator_coverage:.0%}. Complete the data, leave the indicator out, or lower "
                "`indicator_coverage`.",
            )
    return seen.mean(axis=1) >= spec.place_coverage - 1e-12
