"""Villages of a synthetic city by year: need that all aspects share, years that pass, and sites chosen at a bad time."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..rule import SelectionRule
from .panel import Noise, choose, untreated
from .sites import MADE_UP

_NEED = Noise(rho=0.5, level_sd=1.0, shock_sd=0.5, measurement_sd=0.3)
_PANDEMIC = {2020: 2.0, 2021: 1.5}  # percentage points more in a low decile, everywhere
_LOOSE = 1.0  # SD of what else decided the real choices: nobody knows, so it is neither the worst nor chance


def low_decile(places: int, years: range, rng: np.random.Generator) -> np.ndarray:
    """(places, years) percent of households in a low decile without any programme, and what moves with it.

    Level SD 5 percentage points, yearly shocks with a correlation of .5 a year apart, measurement error; the city's
    own drift and the pandemic are shared by all places.
    """
    need = np.clip(-untreated(places, len(years), _NEED, rng)[0], -3, 3)
    drift = np.cumsum(rng.normal(-0.3, 0.3, len(years))) + [_PANDEMIC.get(year, 0.0) for year in years]
    return 28 + 5 * need + drift


def deal(values: np.ndarray, years: range, codes: list[str], sites: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """The rows of `values` dealt to the villages so that real sites get paths that stood badly the year before.

    Each site gets one of the paths that were worst the year before its programme, as far as an unrecorded reason
    (SD 1 of a level) lets it; so its recovery from a bad year is in the data, as it is where need decides.
    """
    first = sites.groupby("village_code")["year"].min().astype(int).sort_values(kind="stable")
    free = np.ones(len(values), dtype=bool)
    path = dict.fromkeys(codes, -1)
    for year in sorted(set(first)):
        seen = values[:, years.index(year - 1)] + rng.normal(0, 5 * _LOOSE, len(values))
        here = first.index[first == year]
        worst = np.argsort(np.where(free, -seen, np.inf), kind="stable")[: len(here)]
        free[worst] = False
        path |= dict(zip(here, rng.permutation(worst), strict=True))
    rest = [code for code in codes if path[code] < 0]
    path |= dict(zip(rest, rng.permutation(np.flatnonzero(free)), strict=True))
    return values[[path[code] for code in codes]]


def starts_by_rule(
    values: np.ndarray,
    years: range,
    codes: list[str],
    rule: SelectionRule | None,
    per_year: int,
    at: list[int],
    rng: np.random.Generator,
) -> pd.Series:
    """First programme year by village, missing for never; no rule draws at random. Groups are districts."""
    group = np.array([code[:8] for code in codes], dtype=object)
    columns = [years.index(year) for year in at]
    start = choose(values, values, rule, per_year, columns, rng, group)
    return pd.Series(np.where(np.isinf(start), np.nan, start + years[0]), index=codes)


def village_table(
    places: pd.DataFrame, years: range, low: np.ndarray, untouched: np.ndarray, population: float, rng: np.random.Generator
) -> pd.DataFrame:
    """The sheet `villages`: `low` (villages, years) and the aspects that partly share its need.

    places : area_code, name, district. untouched : `low` as it were without any programme; stunting, school, expenditure
    and slum area correlate with that, so that no effect reaches them. Sources say that the values are made up.
    """
    n, t = low.shape
    need = (untouched - untouched.mean(axis=0)) / 5.5
    aspect = [0.6 * need - 0.8 * untreated(n, t, _NEED, rng)[0] for _ in range(4)]
    size = rng.lognormal(0, 0.35, (n,))
    households = np.round(np.outer(population / 3.6 * size / size.sum(), 1.012 ** (np.arange(t) - t + 1)))
    year = np.tile(np.array(years), n)

    def flat(matrix: np.ndarray, digits: int) -> np.ndarray:
        return np.round(matrix, digits).ravel()

    vintage = [f"{y}-03" for y in year]
    return pd.DataFrame(
        {
            "village_code": places["area_code"].repeat(t).to_numpy(),
            "district": places["district"].repeat(t).to_numpy(),
            "village": places["name"].repeat(t).to_numpy(),
            "year": year,
            "households": flat(households, 0),
            "slum_area_ha": flat(np.maximum(0, 4 * (aspect[0] - 0.4)), 2),
            "slum_source": MADE_UP,
            "slum_vintage": [str(y) for y in year],
            "low_decile_percent": flat(np.clip(low, 0.1, 99), 2),
            "decile_cut": 4,
            "poverty_source": MADE_UP,
            "poverty_vintage": vintage,
            "out_of_school_percent": flat(np.clip(4 + 1.1 * aspect[1], 0.1, None), 2),
            "stunting_percent": flat(np.clip(14 + 3 * aspect[2], 0.5, None), 2),
            "expenditure_rupiah_person_month": flat(1_450_000 * 1.03 ** np.arange(t) * np.exp(-0.12 * aspect[3]), -3),
            "hdi_source": MADE_UP,
            "hdi_vintage": vintage,
        }
    )
