"""How answers lean on welfare, as tables that are looked up: shares of yes, kinds of latrine and water, who lives together.

All shares are made up; they lie where surveys of Indonesian households put them, and are no estimate of anything.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import comb, prod

import numpy as np

from ...dictionary.sheets import fields_of
from .chance import quantiles

CLASSES = 16  # of welfare, half an SD wide, the middle between the eighth and the ninth
WORDS = {f["name"]: f["constraints"]["enum"] for f in fields_of("households") if "enum" in f.get("constraints", {})}
YES = {  # share of yes at middling welfare, and what one SD more adds
    "family_planning": (0.62, 0.02),
    "facility_birth": (0.88, 0.06),
    "basic_immunisation": (0.75, 0.05),
    "exclusive_breastfeeding": (0.5, -0.02),
    "growth_monitoring": (0.72, 0.03),
    "tuberculosis_treated": (0.6, 0.06),
    "hypertension_treated": (0.35, 0.06),
    "mental_illness_treated": (0.4, 0.05),
    "no_smoker": (0.42, 0.05),
    "health_insurance": (0.74, 0.04),
    "unsafe_structure": (0.08, -0.05),
    "perishable_wall_roof": (0.18, -0.08),
    "poor_floor": (0.1, -0.06),
    "family_card": (0.96, 0.01),
    "women_business": (0.18, 0.02),
    "women_trained": (0.06, 0.01),
}
APPLIES = {  # an item of the healthy family index: to how many it applies, and whether only to families with under-fives
    "family_planning": (0.8, False),
    "facility_birth": (0.4, True),
    "basic_immunisation": (0.5, True),
    "exclusive_breastfeeding": (0.35, True),
    "growth_monitoring": (1.0, True),
    "tuberculosis_treated": (0.05, False),
    "hypertension_treated": (0.3, False),
    "mental_illness_treated": (0.03, False),
}
KINDS = {
    "latrine": {"own_septic": (0.62, 0.13), "own_other": (0.2, -0.04), "shared": (0.11, -0.04), "none": (0.07, -0.05)},
    "water_source": {
        "piped": (0.2, 0.05),
        "protected_well": (0.42, 0.0),
        "unprotected_well": (0.1, -0.05),
        "bottled": (0.22, 0.06),
        "surface": (0.04, -0.04),
        "other": (0.02, -0.02),
    },
}
HEALTHY = {
    "healthy_latrine": ("latrine", ("own_septic",)),
    "clean_water": ("water_source", ("piped", "protected_well", "bottled")),
}
_MEMBERS = (0.07, 0.15, 0.22, 0.26, 0.16, 0.08, 0.04, 0.02)  # of one to eight
_YOUNG, _SCHOOL = 0.2, 0.35  # chance of each of two that may be under five, of each of three that may be 7 to 18
_STEPS = (np.arange(CLASSES) - (CLASSES - 1) / 2) / 2  # SDs of welfare


@lru_cache
def limit_of_yes(item: str) -> np.ndarray:
    """By class of welfare: a uniform number below 256 that is below this means yes."""
    share, slope = YES[item]
    return np.clip(np.round(256 * (share + slope * _STEPS)), 2, 253).astype(np.uint8)


@lru_cache
def kinds(column: str) -> np.ndarray:
    """(CLASSES, 256): the code of the word for each uniform number."""
    shares = np.array([[max(share + slope * step, 0.004) for share, slope in KINDS[column].values()] for step in _STEPS])
    edges = np.cumsum(shares / shares.sum(axis=1, keepdims=True), axis=1)
    codes = np.array([WORDS[column].index(word) for word in KINDS[column]], dtype=np.int8)
    uniform = (np.arange(256) + 0.5) / 256
    return codes[(uniform[None, :, None] > edges[:, None, :-1]).sum(axis=2)]


@lru_cache
def good_kinds(item: str) -> np.ndarray:
    """By code of the word: 0 (yes) where the item counts it, else 1 (no); 0 and 1 are the codes of the item's own words."""
    column, good = HEALTHY[item]
    yes, no = (WORDS[item].index(word) for word in ("yes", "no"))
    return np.array([yes if word in good else no for word in WORDS[column]], dtype=np.int8)


@lru_cache
def families() -> np.ndarray:
    """(65536, 3): members, under five and aged 7 to 18 for each uniform number."""
    kinds, shares = [], []
    for members, young, school in product(range(1, 9), range(3), range(4)):
        may = min(2, members - 1), min(3, members - 1 - young)
        if young > may[0] or school > may[1]:
            continue
        kinds.append((members, young, school))
        chances = zip(may, (young, school), (_YOUNG, _SCHOOL), strict=True)
        shares.append(_MEMBERS[members - 1] * prod(comb(n, k) * p**k * (1 - p) ** (n - k) for n, k, p in chances))
    edges = np.cumsum(shares) / np.sum(shares)
    return np.array(kinds, dtype=np.int8)[np.searchsorted(edges, (np.arange(65_536) + 0.5) / 65_536)]


@lru_cache
def deciles() -> np.ndarray:
    """The decile of a standard normal value v at the place 256 * (v + 8), 4,096 places."""
    from scipy.special import ndtr

    return np.clip(1 + np.floor(10 * ndtr((np.arange(4096) + 0.5) / 256 - 8)), 1, 10).astype(np.int8)


@lru_cache
def lognormal(middle: float, spread: float) -> np.ndarray:
    """A lognormal value for each uniform number below 65,536."""
    return np.exp(np.log(middle) + spread * quantiles()).astype(np.float32)
