"""How villages stand in each year, made up, and the published lines and rates of poverty of their kabupaten or kota."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...tables.intake import load
from .answers import MISSING, SPREAD
from .chance import bytes_of, halves, mixed, quantiles
from .sizes import Sizes

if TYPE_CHECKING:
    import pandas as pd

_LEVEL, _SHOCK = 0.4, 0.15  # SDs of welfare: what lasts, and a year's bad or good luck
_FADES, _BACK = 0.5, 8  # of a shock that is left a year later; years after which it is forgotten


@dataclass(frozen=True, eq=False)
class Standing:
    """One year of the villages (V,): need in SDs of welfare, the logarithm of middling spending a person, the published
    poverty line (MISSING where there is none for the year), and how many RW each has."""

    need: np.ndarray
    middle: np.ndarray
    line: np.ndarray
    rws: np.ndarray


def standings(sizes: Sizes, years: list[int], seed: int) -> Iterator[Standing]:
    """One year after the other. Shocks last: each year keeps half of the one before, so that a village chosen in a bad year
    recovers by itself."""
    normal, keys = quantiles(), sizes.numbers ^ np.uint64(seed)
    level = normal[halves(mixed(keys, stream=93))[0]]
    rws = 2 + (bytes_of(mixed(keys, stream=95))[0] & 7).astype(np.uint16)
    figures = load("regency_indicators")
    wanted = figures["indicator"].isin(["poverty_line", "poverty_rate"]) & figures["area_code"].isin(sizes.regencies)
    figures = figures.loc[wanted, ["area_code", "year", "indicator", "value"]]
    for year in years:
        shocks = [normal[halves(mixed(keys ^ np.uint64((year - back) << 40), stream=94))[0]] for back in range(_BACK)]
        shock = np.sqrt(1 - _FADES**2) * sum(_FADES**back * one for back, one in enumerate(shocks))
        line, middle = _published(figures, sizes.regencies, year)
        need = (_LEVEL * level + _SHOCK * shock).astype(np.float32)
        yield Standing(need, middle[sizes.regency].astype(np.float32), line[sizes.regency], rws)


def _published(figures: pd.DataFrame, regencies: np.ndarray, year: int) -> tuple[np.ndarray, np.ndarray]:
    """The line of `year` (whole rupiah), and the spending at which the published share of people is below the line.

    Where nothing is published for `year`, spending leans on the nearest year that is.
    """
    from scipy.special import ndtri

    near = figures.assign(far=(figures["year"].astype(int) - year).abs()).sort_values(["far", "year"], kind="stable")
    near = near.drop_duplicates(["indicator", "area_code"]).set_index("area_code")
    line, rate = (near[near["indicator"] == name].reindex(regencies) for name in ("poverty_line", "poverty_rate"))
    value, percent = line["value"].to_numpy(float), rate["value"].to_numpy(float)
    middle = np.log(value) - SPREAD * ndtri(np.clip(percent, 0.5, 60) / 100)
    return np.where(line["far"] == 0, value, MISSING).astype(np.int32), middle
