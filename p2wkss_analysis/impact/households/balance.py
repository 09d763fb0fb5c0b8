"""How alike assisted and comparison households were before, and who could hardly move on the scale."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ...disclosure.privacy import mask
from ...say.errors import P2wkssError
from .faults import DELIVERY, numbers
from .table import Waves

NOT_COMPARED = {
    "household_id",
    "no_kk",
    "wave",
    "rt",
    "rw",
    "village_code",
    "interview_date",
    "status",
    "note",
    "choice_figure",
    "draw_chance_percent",
    *DELIVERY,
}


def balance(waves: Waves, skip: tuple[str, ...] = ()) -> pd.DataFrame:
    """Every numeric or yes/no column of the baseline, assisted against comparison; the outcome first.

    Columns: variable, unit ("percent" for yes/no, "own" otherwise), assisted_mean, comparison_mean, difference,
    standardised_difference (difference over the root mean of both variances; Imbens and Rubin 2015, section 14.2,
    where more than a quarter says that a straight-line correction leans on its line), n_assisted, n_comparison.
    """
    left_out = NOT_COMPARED | set(waves.role_columns) | set(waves.cluster_columns) | set(skip) | {waves.outcome}
    rows = [_row(waves.outcome, waves.values[waves.baseline], waves.assisted, waves.unit == "points")]
    for name in waves.first.columns:
        if name in left_out:
            continue
        try:
            values, bad = numbers(waves.first[name])
        except (TypeError, ValueError, P2wkssError):
            continue
        if bad.any() or not np.isfinite(values).any():
            continue
        points = bool(np.isin(values[np.isfinite(values)], (0.0, 1.0)).all())
        rows.append(_row(mask(str(name)), values * (100 if points else 1), waves.assisted, points))
    return pd.DataFrame(rows)


def _row(name: str, values: np.ndarray, assisted: np.ndarray, points: bool) -> dict[str, Any]:
    known = np.isfinite(values)
    sides = values[known & assisted], values[known & ~assisted]
    means = [float(side.mean()) if len(side) else np.nan for side in sides]
    spread = [float(side.var(ddof=1)) if len(side) > 1 else np.nan for side in sides]
    pooled = np.sqrt(np.mean(spread))
    gap = means[0] - means[1]
    standard = gap / pooled if pooled > 0 else (0.0 if gap == 0 else np.nan)
    return {
        "variable": name, "unit": "percent" if points else "own", "assisted_mean": means[0], "comparison_mean": means[1],
        "difference": gap, "standardised_difference": standard, "n_assisted": len(sides[0]), "n_comparison": len(sides[1]),
    }  # fmt: skip


def ends_of_scale(waves: Waves) -> pd.DataFrame:
    """Shares of households at the lowest and at the highest value ever seen.

    Columns: wave, group, n, floor, floor_percent, ceiling, ceiling_percent. A household at the good end cannot
    improve: above 15 percent the outcome says little about it (Terwee et al. 2007, Journal of Clinical Epidemiology).
    """
    every = np.concatenate(list(waves.values.values()))
    low, high = float(np.nanmin(every)), float(np.nanmax(every))
    rows = []
    for wave, values in waves.values.items():
        for name, side in (("assisted", waves.assisted), ("comparison", ~waves.assisted)):
            own = values[side & np.isfinite(values)]
            at = [100 * float((own == end).mean()) if len(own) else np.nan for end in (low, high)]
            rows.append((wave, name, len(own), low, at[0], high, at[1]))
    return pd.DataFrame(rows, columns=["wave", "group", "n", "floor", "floor_percent", "ceiling", "ceiling_percent"])
