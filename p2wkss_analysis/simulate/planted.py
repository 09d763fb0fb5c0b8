"""The effects planted in a synthetic city, as data: what, how much, on whom, in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ..say import join
from ..say.errors import WrongUse
from . import texts

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
WORDS = {
    "low_decile_percent": texts.LOW_DECILE,
    "women_income_rupiah_month": texts.WOMEN_INCOME,
    "healthy_latrine": texts.HEALTHY_LATRINE,
    "slum_volume_handled": texts.SLUM_HANDLED,
}
FADING = (1.0, 0.6, 0.3)  # of the effect on women's income that is left at waves 1, 2 and 3
# outcomes on which nothing is planted, so that an effect found there is a false alarm
UNTOUCHED = {
    "village": ("stunting_percent", "out_of_school_percent", "expenditure_rupiah_person_month", "slum_area_ha"),
    "household": ("expenditure_rupiah_month", "clean_water", "health_insurance", "no_smoker", "women_business"),
}
COLUMNS = ["level", "outcome", "wave", "effect", "unit", "who"]


def planted(effect: float | Mapping[str, float] | None) -> dict[str, float]:
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
        shown = [f"{name}={value!r}" for name, value in faults]
        known = [f"{name} {low:g}..{high:g}" for name, (_, _, (low, high), _, _) in PLANTED.items()]
        raise WrongUse(texts.NOT_PLANTED.fill(given=shown, known=known))
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


def effects_said(effects: dict[str, float], lang: str | None = None) -> str:
    """The planted effects in words, or that there is none."""
    said = [
        texts.EFFECT.say(
            lang,
            outcome=WORDS[name],
            value=value,
            digits=0 if abs(value) >= 100 else 1,
            unit=texts.UNITS[PLANTED[name][1]],
        )
        for name, value in effects.items()
        if value
    ]
    return join(said, lang) if said else texts.NO_EFFECT.say(lang)


def _inside(value: Any, limits: tuple[float, float]) -> bool:
    if not isinstance(value, Real) or isinstance(value, bool):
        return False
    number = float(value)
    return bool(np.isfinite(number)) and limits[0] <= number <= limits[1]


def _is(value: Any, number: float) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and value == number
