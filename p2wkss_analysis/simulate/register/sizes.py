"""How many households stand where: real villages by the population of their kabupaten or kota, unequal inside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...say.errors import WrongUse
from ...tables.intake import load
from . import texts
from .chance import halves, mixed, quantiles

FEWEST = 4  # households a village and year, on average: a smaller register holds fewer kabupaten and kota
MOST = 200_000  # households of one village: the limit of the workbook
_PERSONS = 3.7  # members of a made-up household
_SPREAD = 0.7  # SD of the logarithm of village sizes inside a regency
_GROWTH = 1.012  # a year


@dataclass(frozen=True, eq=False)
class Sizes:
    """Villages (V,) in the order of their codes, and how many households of the register stand in each year.

    codes: Kemendagri codes; numbers: the same as ten digits; regency: which of `regencies` (R,) a village belongs to;
    counts: (years, V); weight: (years, V) households of the village for each in the register; source: the village from
    which those who move come, in the same regency.
    """

    codes: np.ndarray
    numbers: np.ndarray
    regency: np.ndarray
    regencies: np.ndarray
    counts: np.ndarray
    weight: np.ndarray
    source: np.ndarray


def sizes(households: int, years: list[int], regencies: list[str] | None, seed: int) -> Sizes:
    """`households` household-years over the years and the villages of `regencies` (None: all, or as many as the register fills).

    Each village has one household a year before any has two; the rest goes by population. A regency alone, with as many
    household-years as it has in a larger register, gets the same sizes. Raises WrongUse where there are too few or too many.
    """
    areas = load("areas")[["area_code", "level", "population_2024"]]
    large = areas[areas["level"] == "regency"].set_index("area_code")["population_2024"].astype(float)
    villages = areas.loc[areas["level"] == "village", "area_code"]
    of = villages.str[:5]
    many = of.value_counts(sort=False).to_dict()
    chosen = _filled(households, len(years), many, seed) if regencies is None else sorted(set(regencies))
    codes = villages[of.isin(chosen)].to_numpy(dtype=str)
    least = len(codes) * len(years)
    if not chosen:
        fewest = min(many.values())
        raise WrongUse(texts.TOO_FEW.fill(n=FEWEST * len(years) * fewest, villages=fewest))
    if households < least:
        raise WrongUse(texts.TOO_FEW.fill(n=least, villages=len(codes)))
    names, regency = np.unique(np.array([code[:5] for code in codes]), return_inverse=True)
    numbers = np.array([int(code.replace(".", "")) for code in codes], dtype=np.uint64)
    share = np.exp(_SPREAD * quantiles()[halves(mixed(numbers ^ np.uint64(seed), stream=90))[0]].astype(float))
    counts = np.ones((len(years), len(codes)), dtype=np.int64)
    weight = np.empty(counts.shape)
    source = np.arange(len(codes))
    growth = _GROWTH ** np.arange(len(years))
    rest = _dealt(households - least, large[names].to_numpy())
    for place, name in enumerate(names):
        rows = np.flatnonzero(regency == place)
        source[rows] = np.roll(rows, 1)
        for year, dealt in enumerate(_dealt(int(rest[place]), growth)):
            counts[year, rows] += _dealt(int(dealt), share[rows])
            real = large[name] / _PERSONS * growth[year] * share[rows] / share[rows].sum()
            weight[year, rows] = np.maximum(np.round(real / counts[year, rows], 2), 0.01)
    if counts.max() > MOST:
        raise WrongUse(texts.TOO_MANY.fill(n=int(households * MOST / counts.max()), most=MOST))
    return Sizes(codes, numbers, regency, names, counts, weight, source)


def _filled(households: int, years: int, many: dict[str, int], seed: int) -> list[str]:
    """The regencies that a register fills: all, or whole ones in an order drawn by the seed."""
    if households >= FEWEST * years * sum(many.values()):
        return list(many)
    keys = np.array([int(code.replace(".", "")) for code in many], dtype=np.uint64)
    left, chosen = households // (FEWEST * years), []
    for place in np.argsort(mixed(keys ^ np.uint64(seed), stream=91)):
        code = list(many)[place]
        if many[code] <= left:
            left -= many[code]
            chosen.append(code)
    return sorted(chosen)


def _dealt(total: int, share: np.ndarray) -> np.ndarray:
    """Whole numbers in proportion to `share` that add up to `total` (largest remainders, the first where they tie)."""
    exact = total * (share / share.sum())
    whole = np.floor(exact).astype(np.int64)
    left = int(total - whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:left]] += 1
    return whole
