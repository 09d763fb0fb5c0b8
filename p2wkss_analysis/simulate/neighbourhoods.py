"""RT of a synthetic site and of the RWs beside it, before and after: sixteen slum criteria with their totals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..indicators.slum import CRITERIA
from .sites import MADE_UP

# usual share of the total that is below standard, and whether works of the programme handle it
_SHARES = {
    "1a": (0.30, False),
    "1b": (0.05, False),
    "1c": (0.30, True),
    "2a": (0.15, True),
    "2b": (0.45, True),
    "3a": (0.35, True),
    "3b": (0.10, False),
    "4a": (0.20, True),
    "4b": (0.35, True),
    "4c": (0.45, True),
    "5a": (0.30, True),
    "5b": (0.35, True),
    "6a": (0.65, True),
    "6b": (0.65, True),
    "7a": (0.60, False),
    "7b": (0.75, True),
}
HANDLED = tuple(key for key, (_, works) in _SHARES.items() if works)
_DIGITS = {"buildings": 0, "households": 0, "area_ha": 2, "ideal_road_m": 0, "ideal_drain_m": 0}


@dataclass(frozen=True)
class Neighbourhood:
    """One RT: where it is, whether it lies in the RW whose families are assisted, and whether slum works reach it."""

    village_code: str
    rw: int
    rt: int
    treated: bool
    works: bool


def around(village_code: str, rw: int | None, rt: int | None, rts: int, rng: np.random.Generator) -> list[Neighbourhood]:
    """`rts` RTs of the programme's RW (a made-up number where the register names none), as many of three RWs beside it.

    Families are assisted in the whole RW; where the register names one RT, slum works are done there alone.
    """
    own = int(rng.integers(2, 9)) if rw is None else rw
    beside = sorted((r for r in range(1, own + 4) if r != own), key=lambda r: abs(r - own))[:3]
    here = [Neighbourhood(village_code, own, n, True, rt in (None, n)) for n in range(1, rts + 1)]
    return here + [Neighbourhood(village_code, beside[n % 3], n // 3 + 1, False, False) for n in range(rts)]


def neighbourhood_table(places: list[Neighbourhood], year: int, handled: float, rng: np.random.Generator) -> pd.DataFrame:
    """The sheet `neighbourhoods` for the year before the programme and its own year.

    handled : percent of the volume that works take away in the RTs they reach, in the criteria of HANDLED.
    Elsewhere and in the other criteria volumes drift by a few percent and buildings and families by a few, as a second
    survey finds them.
    """
    before, after = [], []
    for place in places:
        buildings = int(rng.integers(38, 75))
        totals = {
            "area_ha": round(float(rng.uniform(1.2, 4.5)), 2),
            "buildings": buildings,
            "households": int(buildings * rng.uniform(1.0, 1.3)),
            "ideal_road_m": int(rng.integers(300, 800)),
            "ideal_drain_m": int(rng.integers(300, 700)),
        }
        people = int(totals["households"] * rng.uniform(3.2, 4.0))
        bad = rng.normal(0, 0.5)
        share = {
            key: 1 / (1 + np.exp(-(np.log(usual / (1 - usual)) + bad + rng.normal(0, 0.7))))
            for key, (usual, _) in _SHARES.items()
        }
        left = {key: 1 - handled / 100 * (place.works and key in HANDLED) for key in share}
        again = {key: min(1.0, share[key] * left[key] * rng.uniform(0.96, 1.03)) for key in share}
        recount = {
            **totals,
            "buildings": buildings + int(rng.integers(-1, 3)),
            "households": totals["households"] + int(rng.integers(-1, 4)),
        }
        where = {"village_code": place.village_code, "rw": place.rw, "rt": place.rt}
        before.append({**where, "year": year - 1, **totals, "people": people, **_volumes(share, totals)})
        after.append({**where, "year": year, **recount, "people": people, **_volumes(again, recount)})
    return pd.DataFrame(before + after).assign(source=MADE_UP)


def _volumes(share: dict[str, float], totals: dict[str, float]) -> dict[str, float]:
    return {f"{key}_volume": round(share[key] * totals[below], _DIGITS[below]) for key, below in CRITERIA.items()}
