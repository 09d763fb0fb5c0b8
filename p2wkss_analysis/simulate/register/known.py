"""The known answers: figures of each village and year, counted by hand while the register is made.

Nothing here is shared with what aggregates registers; tests hold the two against each other. The weight is the same for all
households of a village and year, so that no share of a village depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...indicators.healthy_family import ITEMS
from ..planted import PLANTED, UNTOUCHED
from .sites import CUT

LOW_DECILE = next(iter(PLANTED))
STUNTING, OUT_OF_SCHOOL, SPENDING, _ = UNTOUCHED["village"]
FLOOR = 7.2  # m2 a person: Permensos 20/2017


def village_figures_by_hand(columns: Mapping[str, np.ndarray], village: np.ndarray, villages: int) -> dict[str, np.ndarray]:
    """Figures of `villages` villages, whose place each household has in `village`; -1 is missing in every column."""
    c = {name: values.astype(float) for name, values in columns.items() if values.dtype.kind in "if"}

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(village, weights=values, minlength=villages)

    def share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
        part, whole = total(part), total(whole)
        return np.divide(part, whole, out=np.full(villages, np.nan), where=whole > 0)

    known = {name: values >= 0 for name, values in c.items()}
    people = np.where(known["members"], c["members"], 0)
    school = known["aged_7_18"] & known["aged_7_18_in_school"]
    weighed = known["under_five_weighed"] & known["under_five_stunted"]
    spends = known["expenditure_rupiah_month"] & known["members"]
    lined = spends & known["poverty_line_rupiah_person_month"]
    each = np.where(spends, c["expenditure_rupiah_month"] / np.where(spends, c["members"], 1), 0)
    line = np.where(lined, c["poverty_line_rupiah_person_month"], 1)
    gap = np.where(lined & (each < line), 1 - each / line, 0)
    figures = {
        "households": total(np.ones(len(village))).astype(np.int64),
        "people": total(people).astype(np.int64),
        "weight": share(c["weight"], np.ones(len(village))),
        LOW_DECILE: 100 * share(known["registry_decile"] & (c["registry_decile"] <= CUT), known["registry_decile"]),
        "decile_cut": np.full(villages, CUT),
        OUT_OF_SCHOOL: 100 - 100 * share(np.where(school, c["aged_7_18_in_school"], 0), np.where(school, c["aged_7_18"], 0)),
        STUNTING: 100 * share(np.where(weighed, c["under_five_stunted"], 0), np.where(weighed, c["under_five_weighed"], 0)),
        SPENDING: share(np.where(spends, c["expenditure_rupiah_month"], 0), np.where(spends, people, 0)),
        "poverty_rate": 100 * share(np.where(gap > 0, people, 0), np.where(lined, people, 0)),
        "poverty_gap": 100 * share(gap * people, np.where(lined, people, 0)),
        "poverty_severity": 100 * share(gap**2 * people, np.where(lined, people, 0)),
        "unfit_house_percent": 100 * share(*_unfit(c, known)),
    }
    yes, applies, asked = np.zeros(len(village)), np.zeros(len(village)), np.ones(len(village), bool)
    for item in ITEMS:  # 0 is yes, 1 no, 2 not applicable
        says_yes, says = c[item] == 0, known[item] & (c[item] < 2)
        figures[f"{item}_percent"] = 100 * share(says_yes, says)
        yes, applies, asked = yes + says_yes, applies + says, asked & known[item]
    counted = asked & (applies > 0)
    index = np.where(counted, yes / np.where(applies > 0, applies, 1), 0)
    return figures | {"healthy_family_index_percent": 100 * share(index, counted)}


def _unfit(c: Mapping[str, np.ndarray], known: Mapping[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Which houses are unfit to live in, and of which it is known: unfit by any of four conditions, fit only by all."""
    conditions = [c[name] == 1 for name in ("unsafe_structure", "perishable_wall_roof", "poor_floor")]
    sure = [known[name] for name in ("unsafe_structure", "perishable_wall_roof", "poor_floor")]
    measured = known["floor_area_m2"] & known["members"]
    unfit = np.any([*conditions, measured & (c["floor_area_m2"] < FLOOR * c["members"])], axis=0)
    return unfit, unfit | np.all([*sure, measured], axis=0)
