"""KRPPA scorecards of the site villages of a synthetic city, in the programme year and the year after."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..tables.profiles.own_file import profile_of
from .sites import MADE_UP

_PERCENT = {"women_in_government": 24.0, "women_entrepreneurs": 11.0, "children_in_care": 78.0}


def score_table(villages: list[str], year: int, rng: np.random.Generator) -> pd.DataFrame:
    """The sheet `scores`: the ten indicators of Kepmen PPPA 70/2021 for each village and both years, nothing planted."""
    rows, items = [], profile_of("krppa").items
    for village in villages:
        yes = {item.key: rng.random() < 0.45 for item in items if item.kind == "yes_no"}
        share = {key: usual + rng.normal(0, 5) for key, usual in _PERCENT.items()}
        for when in (year, year + 1):
            for key, kind in ((item.key, item.kind) for item in items):
                answer = value = None
                if kind == "yes_no":
                    answer = yes[key] = bool(yes[key] or rng.random() < 0.3 * (when > year))
                elif kind == "percent":
                    value = round(min(99.0, max(1.0, share[key] + rng.normal(0, 1.5))), 1)
                else:
                    value = int(rng.poisson(1.2))
                rows.append(
                    {
                        "village_code": village,
                        "year": when,
                        "profile": "krppa",
                        "item": key,
                        "answer": answer,
                        "value": value,
                        "note": MADE_UP,
                    }
                )
    return pd.DataFrame(rows)
