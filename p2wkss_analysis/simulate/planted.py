"""The effects planted in a synthetic city, as data: what, how much, on whom, in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from numbers import Real

import numpy as np
import pandas as pd

from ..say import join, pick, signed
from ..say.errors import WrongUse

# what can be planted: level, unit, range, default, who
PLANTED = {
    "low_decile_percent": ("village", "percentage points", (-8.0, 10.0), -4.0, "sites, from the programme year on"),
    "women_income_rupiah_month": (
        "household",
        "rupiah/month",
        (0.0, 5e6),
        250_000.0,
        "assisted, less in each year after the endline",
    ),
    "healthy_latrine": ("household", "percentage points", (0.0, 40.0), 15.0, "assisted, from the endline on"),
    "slum_volume_handled": ("neighbourhood", "percent of the volume", (0.0, 100.0), 60.0, "RTs of the site"),
}
WORDS = {  # outcome: Bahasa Indonesia, English
    "low_decile_percent": ("KK pada desil rendah di lokasi", "households in a low decile at sites"),
    "women_income_rupiah_month": (
        "penghasilan perempuan KK binaan pada akhir program",
        "women's income of assisted households at the endline",
    ),
    "healthy_latrine": ("KK binaan berjamban sehat", "assisted households with a healthy latrine"),
    "slum_volume_handled": ("volume kumuh yang ditangani di RT lokasi", "slum volume handled in RTs of the site"),
}
_UNITS = {"percentage points": "poin persen", "rupiah/month": "rupiah/bulan", "percent of the volume": "persen"}
FADING = (1.0, 0.6, 0.3)  # of the effect on women's income that is left at waves 1, 2 and 3
# outcomes on which nothing is planted, so that an effect found there is a false alarm
UNTOUCHED = {
    "village": ("stunting_percent", "out_of_school_percent", "expenditure_rupiah_person_month", "slum_area_ha"),
    "household": ("expenditure_rupiah_month", "clean_water", "health_insurance", "no_smoker", "women_business"),
}
COLUMNS = ["level", "outcome", "wave", "effect", "unit", "who"]


def planted(effect) -> dict[str, float]:
    """Outcome to effect: None the defaults, a number the village effect with the other defaults (0 none anywhere), a
    mapping exactly what it names and nothing else. WrongUse names every outcome or size that cannot be.

    >>> planted({"healthy_latrine": 20})["women_income_rupiah_month"], planted(0)["healthy_latrine"]
    (0.0, 0.0)
    """
    defaults = {name: row[3] for name, row in PLANTED.items()}
    if effect is None:
        return defaults
    if isinstance(effect, Mapping):
        given = dict.fromkeys(defaults, 0.0) | dict(effect)
    else:
        given = dict.fromkeys(defaults, 0.0) if _is(effect, 0) else {**defaults, "low_decile_percent": effect}
    faults = [(name, value) for name, value in given.items() if name not in PLANTED or not _inside(value, PLANTED[name][2])]
    if faults:
        shown = ", ".join(f"{name}={value!r}" for name, value in faults)
        known = ", ".join(f"{name} {low:g}..{high:g}" for name, (_, _, (low, high), _, _) in PLANTED.items())
        raise WrongUse(
            id=f"Pengaruh yang tidak dapat ditanam: {shown}. Yang dapat: {known}.",
            en=f"Effects that cannot be planted: {shown}. What can be: {known}.",
        )
    return {name: float(value) for name, value in given.items()}


def truth(effects: dict[str, float]) -> pd.DataFrame:
    """One row an outcome (and wave, where it fades): level, outcome, wave, effect, unit, who; zeros are rows too."""
    rows = []
    for name, (level, unit, _, _, who) in PLANTED.items():
        waves = (1, 2, 3) if level == "household" else (pd.NA,)
        for place, wave in enumerate(waves):
            left = FADING[place] if name == "women_income_rupiah_month" else 1.0
            rows.append((level, name, wave, effects[name] * left, unit, who))
    rows += [(level, name, pd.NA, 0.0, "", "nobody") for level, names in UNTOUCHED.items() for name in names]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"wave": "Int64"})


def effects_said(effects: dict[str, float], lang: str) -> str:
    """The planted effects in words, or that there is none."""
    said = []
    for name, value in effects.items():
        if value:
            unit = PLANTED[name][1]
            figure = signed(value, 0 if abs(value) >= 100 else 1, lang)
            said.append(f"{pick(lang, id=WORDS[name][0], en=WORDS[name][1])} {figure} {pick(lang, id=_UNITS[unit], en=unit)}")
    return join(said, lang) if said else pick(lang, id="tidak ada", en="none")


def _inside(value, limits: tuple[float, float]) -> bool:
    return (
        isinstance(value, Real) and not isinstance(value, bool) and bool(np.isfinite(value)) and limits[0] <= value <= limits[1]
    )


def _is(value, number: float) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and value == number
