"""What a family answers at a visit, nothing of it touched by the programme: health, house, school, documents."""

from __future__ import annotations

import numpy as np
import pandas as pd

# share of yes where the question applies, and the share of families to which it applies
_HEALTH = {
    "family_planning": (0.62, 0.8),
    "facility_birth": (0.88, 0.25),
    "basic_immunisation": (0.75, 0.2),
    "exclusive_breastfeeding": (0.5, 0.2),
    "growth_monitoring": (0.72, 0.45),
    "tuberculosis_treated": (0.6, 0.05),
    "hypertension_treated": (0.35, 0.3),
    "mental_illness_treated": (0.4, 0.03),
    "no_smoker": (0.42, 1.0),
    "health_insurance": (0.74, 1.0),
    "clean_water": (0.83, 1.0),
}
_HOUSE = {
    "unsafe_structure": 0.08,
    "perishable_wall_roof": 0.18,
    "poor_floor": 0.1,
    "family_card": 0.96,
    "women_business": 0.18,
    "trained": 0.06,
}
_WATER = ["piped", "protected_well", "unprotected_well", "bottled", "surface"]
_STAYS = 0.88  # share of answers that a year later are not even asked anew by chance


def conditions(n: int, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Answers of `n` families at the first visit by column; `trained` and `no_septic` are for the maker alone."""
    answers: dict[str, np.ndarray] = {}
    for key, (yes, applies) in _HEALTH.items():
        said = np.where(rng.random(n) < yes, "yes", "no").astype(object)
        answers[key] = np.where(rng.random(n) < applies, said, "not_applicable").astype(object)
    for key, share in _HOUSE.items():
        answers[key] = rng.random(n) < share
    answers["floor_area_m2"] = np.round(np.clip(rng.lognormal(3.5, 0.35, n), 9, 200), 0)
    answers["water_source"] = rng.choice(_WATER, n, p=[0.2, 0.42, 0.1, 0.25, 0.03]).astype(object)
    answers["no_septic"] = rng.choice(["own_other", "shared", "none"], n, p=[0.6, 0.3, 0.1]).astype(object)
    return answers


def kept(answers: dict[str, np.ndarray], rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Answers a wave later: most stay, some change places with another family's, so that no share drifts."""
    later = {}
    for key, old in answers.items():
        later[key] = old
        if key not in ("floor_area_m2", "no_septic", "trained", "family_card"):
            change = np.flatnonzero(rng.random(len(old)) > _STAYS)
            later[key] = old.copy()
            later[key][change] = old[rng.permutation(change)]
    return later


def steady_words(septic: np.ndarray, otherwise: np.ndarray) -> dict[str, np.ndarray]:
    """The latrine in both columns that ask for it, which agree."""
    return {"latrine": np.where(septic, "own_septic", otherwise), "healthy_latrine": np.where(septic, "yes", "no")}


def counts(people: pd.DataFrame, wave: int, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Members counted at a visit: children at school, papers, under-fives weighed and stunted."""
    school, young, members = (people[name].to_numpy() for name in ("aged_7_18", "under_five", "members"))
    return {
        "aged_7_18_in_school": rng.binomial(school, 0.93),
        "under_five_weighed": rng.binomial(young, 0.76),
        "under_five_stunted": rng.binomial(young, 0.15),
        "adults_without_identity_card": rng.binomial(members - school - young, 0.03),
        "children_without_birth_certificate": rng.binomial(school + young, 0.05),
    }
