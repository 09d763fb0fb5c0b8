"""What each household of a made-up register says in a year: columns of the sheet `households`, by code numbers.

Every column is a numpy array in which -1 is missing; a word is its place in the dictionary's list, yes/no is 1 and 0.
Households stand on one scale of welfare (their own luck and the need of their village), and answers lean on it. What lasts
(house, family, habits) stays as it is for four years at a time; deciles, spending and earnings move every year.
"""

from __future__ import annotations

import numpy as np

from ...indicators.healthy_family import ITEMS
from .chance import bytes_of, halves, mixed, quantiles
from .presence import Present
from .shares import APPLIES, CLASSES, HEALTHY, WORDS, YES, deciles, families, good_kinds, kinds, limit_of_yes, lognormal

MISSING = -1
OWN, YEARLY = 0.87, 0.37  # SDs of a family's own luck, and of the year's in what the register knows of it
SPREAD = 0.5  # SD of the logarithm of spending a person inside a regency
_LEANS = 0.8  # of spending on welfare
_LASTS = 4  # years
_YES, _NO, _NOT = (WORDS["no_smoker"].index(word) for word in ("yes", "no", "not_applicable"))


def answers(who: Present, year: int, need: np.ndarray, middle: np.ndarray, rws: np.ndarray) -> dict[str, np.ndarray]:
    """Columns of the households of `who` in `year`.

    need: (n,) how badly the village stands, in SDs of welfare; middle: (n,) logarithm of the middling spending a person; rws:
    (n,) how many RW the village has.
    """
    own = halves(mixed(who.key, stream=2))
    still = mixed(who.key ^ ((np.uint64(year) + (who.key & np.uint64(_LASTS - 1))) // np.uint64(_LASTS)), stream=3)
    lasting, small = halves(mixed(still)), np.concatenate([bytes_of(mixed(still, stream=s)) for s in (1, 2, 3)])
    now = mixed(who.key ^ np.uint64(year << 32), stream=4)
    yearly, few = halves(now), bytes_of(mixed(now, stream=1))
    normal = quantiles()
    welfare = np.float32(OWN) * normal[own[0]] - need
    step = np.clip((welfare + 4) * 2, 0, CLASSES - 0.5).astype(np.uint8)
    members, young, school = (np.ascontiguousarray(part) for part in families()[lasting[0]].T)
    known = np.float32(0.93) * welfare + np.float32(YEARLY) * normal[yearly[0]]
    each = np.exp(middle + np.float32(SPREAD) * (np.float32(_LEANS) * welfare + np.float32(0.6) * normal[yearly[1]]))
    columns = {
        "rw": 1 + ((own[1] & 255) * rws >> 8).astype(np.int16),
        "rt": 1 + ((own[1] >> 8) * np.uint16(6) >> 8).astype(np.int16),
        "registry_decile": deciles()[np.clip((known + 8) * 256, 0, 4095).astype(np.int16)],
        "members": members,
        "expenditure_rupiah_month": _thousands(np.maximum(members * each, 100_000)),
    }
    said = {item: small[at] < limit_of_yes(item)[step] for at, item in enumerate(YES)}
    drawn = {column: kinds(column)[step, lasting[at] & 255] for at, column in ((1, "latrine"), (2, "water_source"))}
    for item in ITEMS:
        columns[item] = (
            good_kinds(item)[drawn[HEALTHY[item][0]]] if item in HEALTHY else np.where(said[item], _YES, _NO).astype(np.int8)
        )
    for at, (item, (share, only_young)) in enumerate(APPLIES.items()):
        applies = small[len(YES) + at] < round(256 * share)
        columns[item][~(applies & (young > 0) if only_young else applies)] = _NOT
    earns = few[3] >= 90  # of 256
    weighed = young - _some(young, few[4], 61)
    children = young + school
    return columns | {
        "floor_area_m2": np.clip(lognormal(45, 0.45)[lasting[3]] * (1 + np.float32(0.12) * welfare), 9, 400).astype(np.int16),
        "unsafe_structure": said["unsafe_structure"].astype(np.int8),
        "perishable_wall_roof": said["perishable_wall_roof"].astype(np.int8),
        "poor_floor": said["poor_floor"].astype(np.int8),
        **drawn,
        "aged_7_18": school,
        "aged_7_18_in_school": school - _some(school, few[0], _LEAVES[step]),
        "family_card": said["family_card"].astype(np.int8),
        "adults_without_identity_card": ((few[1] < 8) & (members > children)).astype(np.int8),
        "children_without_birth_certificate": ((few[2] < 15) & (children > 0)).astype(np.int8),
        "women_income_rupiah_month": _thousands(
            earns * np.maximum(lognormal(900_000, 0.6)[yearly[2]] * (1 + np.float32(0.25) * welfare), 50_000)
        ),
        "women_trained": said["women_trained"].astype(np.int8),
        "women_business": said["women_business"].astype(np.int8),
        "under_five": young,
        "under_five_weighed": weighed,
        "under_five_stunted": _some(weighed, few[5], _STUNTED[step]),
    }


_LEAVES = np.clip(17 - 2 * (np.arange(CLASSES) - 7.5), 3, 50).astype(np.uint8)  # of 256 aged 7 to 18: out of school
_STUNTED = np.clip(46 - 5 * (np.arange(CLASSES) - 7.5), 8, 120).astype(np.uint8)  # of 256 weighed


def _some(of: np.ndarray, chance: np.ndarray, each: np.ndarray | int) -> np.ndarray:
    """How many of `of` (0 to 3) it befalls, each with a chance of `each` in 256: from one uniform number, two at most."""
    each = np.asarray(each, dtype=np.int32)
    one = chance < of * each
    two = (of > 1) & (chance < each * each >> 8)
    return one.astype(np.int8) + two


def _thousands(rupiah: np.ndarray) -> np.ndarray:
    """As offices write it."""
    return (np.round(rupiah / 1000) * 1000).astype(np.int32)


def lose(columns: dict[str, np.ndarray], who: Present, year: int) -> None:
    """Takes away what was not answered, not measured or not written down in `year`, whatever it would have been."""
    lost = bytes_of(mixed(who.key ^ np.uint64(year << 32), stream=5))
    for column, (at, first, last) in _LOST.items():
        columns[column][(lost[at] >= first) & (lost[at] < last)] = MISSING
    for at, item in enumerate(ITEMS):
        columns[item][lost[3] == at] = MISSING


# Which of eight uniform numbers below 256 decides, and from where to where it means that the answer is missing: questions of
# one visit are missing together, one item here and there alone.
_LOST = {
    "registry_decile": (0, 0, 5),
    "members": (1, 0, 2),
    "expenditure_rupiah_month": (1, 0, 9),
    **{item: (2, 0, 8) for item in ITEMS},
    "floor_area_m2": (4, 0, 8),
    "unsafe_structure": (4, 0, 4),
    "perishable_wall_roof": (4, 0, 4),
    "poor_floor": (4, 2, 6),
    "latrine": (4, 8, 11),
    "water_source": (4, 9, 12),
    "aged_7_18_in_school": (5, 0, 6),
    "women_income_rupiah_month": (6, 0, 9),
    "women_trained": (6, 4, 8),
    "women_business": (6, 2, 6),
    "under_five_weighed": (7, 0, 8),
    "under_five_stunted": (7, 0, 12),
}
