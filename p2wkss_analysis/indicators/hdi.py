"""The human development index (Indeks Pembangunan Manusia, IPM) by the method of BPS in use since 2014.

Source: BPS, Indeks Pembangunan Manusia Metode Baru (2014 on). Goalposts: life expectancy 20-85 years,
expected schooling 0-18, mean schooling 0-15, adjusted expenditure Rp1,007,436-26,572,352 a year in logarithms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .measured import Measured, Range, read
from .texts import hdi as texts

LIFE_EXPECTANCY = (20.0, 85.0)
EXPECTED_SCHOOLING = (0.0, 18.0)
MEAN_SCHOOLING = (0.0, 15.0)
EXPENDITURE = (1_007.436, 26_572.352)  # thousand rupiah per person per year

COMPONENTS = ("life_expectancy", "expected_schooling", "mean_schooling", "expenditure")
CLASSES = ("rendah", "sedang", "tinggi", "sangat tinggi")
CLASS_CUTS = (60.0, 70.0, 80.0)

RANGES = {
    "life_expectancy": Range(texts.LIFE_EXPECTANCY, texts.YEARS, 1, 120, texts.LEAVE_EMPTY, texts.CHECK_YEARS),
    "expected_schooling": Range(texts.EXPECTED_SCHOOLING, texts.YEARS, 0, 30, texts.LEAVE_EMPTY, texts.CHECK_YEARS),
    "mean_schooling": Range(texts.MEAN_SCHOOLING, texts.YEARS, 0, 30, texts.LEAVE_EMPTY, texts.CHECK_YEARS),
    "expenditure": Range(
        texts.EXPENDITURE, texts.THOUSAND_RUPIAH, 100, 100_000, texts.EXPENDITURE_TOO_SMALL, texts.EXPENDITURE_TOO_LARGE
    ),
}


def hdi(life_expectancy: ArrayLike, expected_schooling: ArrayLike, mean_schooling: ArrayLike, expenditure: ArrayLike) -> Any:
    """The human development index of BPS (IPM, new method), 0-100.

    Parameters
    ----------
    life_expectancy : years at birth (umur harapan hidup, UHH)
    expected_schooling : years, from age 7 (harapan lama sekolah, HLS)
    mean_schooling : years, age 25 and over (rata-rata lama sekolah, RLS)
    expenditure : adjusted real expenditure, **thousand rupiah per person per year**

    Each a number, an array, or a Series; all of one length or a single number. A missing component gives a
    missing index (NaN). Series keep their index.

    Returns
    -------
    float, array or Series: index between 0 and 100, not rounded (BPS publishes two decimals).

    Raises
    ------
    WrongUse : a value outside what the unit allows, such as expenditure in rupiah or per month.

    Do not use it below the level of kabupaten/kota: BPS publishes its components no further down, and the
    index of a neighbourhood is not an official figure. Never difference an index with life expectancy of one
    series (UHH SP2010) and one of the other (UHH LF SP2020).

    Source: BPS, IPM Metode Baru; published check: Indonesia 2024 is 75.02.

    >>> round(hdi(74.15, 13.21, 8.85, 12_341), 2)
    75.02
    """
    measured = read(
        dict(zip(COMPONENTS, (life_expectancy, expected_schooling, mean_schooling, expenditure), strict=True)),
        RANGES,
    )
    return measured.give_back(index_from_dimensions(dimension_indices(measured.arrays)), "hdi")


def dimension_indices(components: Mapping[str, Any]) -> np.ndarray:
    """The three dimension indices, each held within 0 and 1.

    `components` maps the four names of COMPONENTS to float arrays of shape (n,) or (); the answer has shape
    (3, n) or (3,): health, education, expenditure.

    >>> dimension_indices({"life_expectancy": 85.0, "expected_schooling": 18.0, "mean_schooling": 7.5,
    ...                    "expenditure": 1_007.436}).tolist()
    [1.0, 0.75, 0.0]
    """
    health = share_of(components["life_expectancy"], LIFE_EXPECTANCY)
    education = (
        share_of(components["expected_schooling"], EXPECTED_SCHOOLING) + share_of(components["mean_schooling"], MEAN_SCHOOLING)
    ) / 2
    low, high = EXPENDITURE
    expenditure = share_of(np.log(components["expenditure"]), (np.log(low), np.log(high)))
    return np.stack([health, education, expenditure])


def share_of(value: Any, goalposts: tuple[float, float]) -> Any:
    """How far `value` has come from the lower to the upper goalpost, held within 0 and 1.

    >>> float(share_of(9.0, (0.0, 18.0)))
    0.5
    """
    low, high = goalposts
    return np.clip((value - low) / (high - low), 0.0, 1.0)


def index_from_dimensions(dimensions: np.ndarray) -> np.ndarray:
    """Geometric mean of the three dimension indices (shape (3, n) or (3,)) times 100.

    >>> float(index_from_dimensions(np.array([1.0, 1.0, 1.0])))
    100.0
    """
    return np.asarray(100.0 * np.cbrt(np.prod(dimensions, axis=0)))


def hdi_class(value: ArrayLike) -> Any:
    """The class of BPS: below 60 `rendah`, 60 to below 70 `sedang`, 70 to below 80 `tinggi`, else `sangat tinggi`.

    `value`: index 0-100; a number gives a word (None where missing), an array or Series a Series of words.
    Source: BPS. The value is compared as given, not rounded.

    >>> hdi_class(80), hdi_class(79.99)
    ('sangat tinggi', 'tinggi')
    """
    measured: Measured = read({"hdi": value}, {"hdi": Range(texts.HDI, texts.POINTS, 0, 100)})
    values = measured.arrays["hdi"]
    words = np.array([*CLASSES, None], dtype=object)
    place = np.where(np.isnan(values), len(CLASSES), np.searchsorted(CLASS_CUTS, values, side="right"))
    chosen = words[place]
    return chosen if measured.scalar else pd.Series(chosen, index=measured.index, name="hdi_class")
