"""What of household waves may leave the office: who was lost, and how alike both sides were, with small counts hidden."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..tables.small_cells import SMALLEST, suppress_small
from .attrition import attrition
from .balance import balance
from .wave_table import Waves

GROUPS = ("assisted", "comparison")


def public_attrition(waves: Waves, smallest: int = SMALLEST) -> pd.DataFrame:
    """Who could not be seen again, by wave and group, as it may be published.

    Columns: wave, group, at_baseline, seen, lost (Int64, a hidden count missing), lost_percent (0-100, hidden with the
    count it would give away). The households of the baseline are the same in every wave, so what must be hidden of them
    in one wave is hidden in all. Reasons stay in `.attrition()`, for the office: they cut the lost too small.
    """
    rows = attrition(waves)
    shown = {wave: _one_wave(own, smallest) for wave, own in rows.groupby("wave", sort=True)}
    hidden = {g: any(pd.isna(part.loc[g, "at_baseline"]) for part in shown.values()) for g in GROUPS}
    found = []
    for wave, part in shown.items():
        share = rows[rows["wave"] == wave].set_index("group")["lost_percent"]
        for group in GROUPS:
            line = part.loc[group].mask([hidden[group] and name == "at_baseline" for name in part.columns])
            found.append({"wave": wave, "group": group, **line.to_dict(),
                          "lost_percent": np.nan if line.isna().any() else share[group]})
    table = pd.DataFrame(found, columns=["wave", "group", "at_baseline", "seen", "lost", "lost_percent"])
    return table.astype(dict.fromkeys(("at_baseline", "seen", "lost"), "Int64"))


def _one_wave(rows: pd.DataFrame, smallest: int) -> pd.DataFrame:
    counts = rows.set_index("group")[["seen", "lost"]].astype(int)
    return suppress_small(counts,
                          smallest).drop(index="all").rename(columns={"all": "at_baseline"})[["at_baseline", "seen", "lost"]]


def public_balance(waves: Waves, only: Sequence[str], smallest: int = SMALLEST) -> pd.DataFrame:
    """The balance table (see `balance`) of the columns `only`, without what few households make.

    A mean over fewer than `smallest` households of a side is missing, and so is a percentage whose count, or what it leaves
    of the side, is from one to `smallest` - 1; `hidden` says so. Columns: variable, unit, assisted_mean, comparison_mean,
    difference, standardised_difference, hidden; in the order of `only`.
    """
    table = balance(waves)
    table = table[table["variable"].isin(only)].sort_values("variable",
                                                            key=lambda v: v.map({name: i for i, name in enumerate(only)}))
    hidden = (table[["n_assisted", "n_comparison"]] < smallest).any(axis=1)
    for side in GROUPS:
        count, n = (table[f"{side}_mean"] * table[f"n_{side}"] / 100).round(), table[f"n_{side}"]
        hidden |= (table["unit"] == "percent") & (count.between(1, smallest - 1) | (n - count).between(1, smallest - 1))
    numbers = ["assisted_mean", "comparison_mean", "difference", "standardised_difference"]
    table[numbers] = table[numbers].mask(hidden)
    return table.assign(hidden=hidden)[["variable", "unit", *numbers, "hidden"]].reset_index(drop=True)
