"""The known answers: figures of each village and year, counted by hand while the register is made.

Nothing here is shared with what aggregates registers; tests hold the two against each other. The weight is the same for all
households of a village and year, so that no share of a village depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...indicators.healthy_family import ITEMS
from ..planted import PLANTED, UNTOUCHED
from .shares import WORDS
from .sites import CUT

LOW_DECILE = next(iter(PLANTED))
STUNTING, OUT_OF_SCHOOL, SPENDING, _ = UNTOUCHED["village"]
FLOOR = 7.2  # m2 a person: Permensos 20/2017
HEALTHY = 0.8  # of the applicable items: Permenkes 39/2016
_POOR_HOUSE = ("unsafe_structure", "perishable_wall_roof", "poor_floor")
_YES, _NO, _NOT = (WORDS["no_smoker"].index(word) for word in ("yes", "no", "not_applicable"))


def village_figures_by_hand(columns: Mapping[str, np.ndarray], village: np.ndarray, villages: int) -> dict[str, np.ndarray]:
    """Figures of `villages` villages, whose place each household has in `village`; -1 is missing in every column."""
    c = {name: values.astype(float) for name, values in columns.items() if values.dtype.kind in "if"}
    known = {name: values >= 0 for name, values in c.items()}
    everybody = np.ones(len(village), bool)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(village, weights=values, minlength=villages)

    def share(part: np.ndarray, whole: np.ndarray, counted: np.ndarray = everybody) -> np.ndarray:
        part, whole = total(np.where(counted, part, 0)), total(np.where(counted, whole, 0))
        return np.divide(part, whole, out=np.full(villages, np.nan), where=whole > 0)

    def percent(holds: np.ndarray, sure: np.ndarray) -> np.ndarray:
        return 100 * share(holds, everybody, sure)

    people = np.where(known["members"], c["members"], 0)
    decile = c["registry_decile"]
    school = known["aged_7_18"] & known["aged_7_18_in_school"]
    weighed = known["under_five_weighed"] & known["under_five_stunted"]
    spends = known["expenditure_rupiah_month"] & known["members"]
    lined = spends & known["poverty_line_rupiah_person_month"]
    each = c["expenditure_rupiah_month"] / np.where(known["members"], c["members"], 1)
    line = c["poverty_line_rupiah_person_month"]
    gap = np.where(lined & (each < line * (1 - 1e-12)), 1 - each / line, 0)  # equal may come out a bit less
    measured = known["floor_area_m2"] & known["members"]
    crowded = measured & (c["floor_area_m2"] < FLOOR * c["members"])
    unfit, of_unfit = _any([crowded, *(c[name] == 1 for name in _POOR_HOUSE)], [measured, *(known[name] for name in _POOR_HOUSE)])
    lacks, of_lacks = (
        [c[name] == _NO for name in ("clean_water", "healthy_latrine")],
        known["clean_water"] & known["healthy_latrine"],
    )
    slum, of_slum = _any([*lacks, unfit], [of_lacks, of_unfit])
    absent = ("adults_without_identity_card", "children_without_birth_certificate")
    lacking, of_papers = _any(
        [c["family_card"] == 0, *(c[name] > 0 for name in absent)], [known[n] for n in ("family_card", *absent)]
    )
    yes = sum((c[item] == _YES).astype(float) for item in ITEMS)
    applies = sum((c[item] == _YES) | (c[item] == _NO) for item in ITEMS)
    counted = np.all([known[item] for item in ITEMS], axis=0) & (applies > 0)
    index = yes / np.maximum(applies, 1)
    return {
        "rows": total(everybody).astype(np.int64),
        "households": total(c["weight"]),
        "people": total(people * c["weight"]),
        LOW_DECILE: percent(decile <= CUT, known["registry_decile"]),
        "decile_cut": np.full(villages, CUT),
        OUT_OF_SCHOOL: 100 - 100 * share(c["aged_7_18_in_school"], c["aged_7_18"], school),
        STUNTING: 100 * share(c["under_five_stunted"], c["under_five_weighed"], weighed),
        SPENDING: share(c["expenditure_rupiah_month"], people, spends),
        "poverty_rate": 100 * share(people * (gap > 0), people, lined),
        "poverty_gap_index": 100 * share(people * gap, people, lined),
        "poverty_severity_index": 100 * share(people * gap**2, people, lined),
        **{f"decile_{n}_percent": percent(decile == n, known["registry_decile"]) for n in range(1, 11)},
        "unfit_house_percent": percent(unfit, of_unfit),
        "crowded_percent": percent(crowded, measured),
        "slum_household_percent": percent(slum, of_slum),
        **{f"{item}_percent": percent(c[item] == _YES, known[item] & (c[item] != _NOT)) for item in ITEMS},
        "septic_tank_percent": percent(c["latrine"] == WORDS["latrine"].index("own_septic"), known["latrine"]),
        "healthy_family_index": percent(index, counted),
        "healthy_family_percent": percent(index > HEALTHY, counted),
        "women_income_rupiah_month": share(c["women_income_rupiah_month"], everybody, known["women_income_rupiah_month"]),
        "women_business_percent": percent(c["women_business"] == 1, known["women_business"]),
        "complete_papers_percent": percent(~lacking, of_papers),
    }


def _any(holds: Sequence[np.ndarray], known: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Whether any condition holds, and of whom that is known: any holds, or of none is it unknown."""
    found = np.any(holds, axis=0)
    return found, found | np.all(known, axis=0)
