"""Who could not be visited again, on which side, and why."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .table import Waves

COLUMNS = ("wave", "group", "at_baseline", "seen", "lost", "lost_percent", "joined_later")


def attrition(waves: Waves) -> pd.DataFrame:
    """Households by wave and group.

    Columns: wave, group ("assisted", "comparison"), at_baseline (with a baseline value), seen (with a value at the
    wave too), lost, lost_percent (percent of at_baseline, 0-100), joined_later (households of any later wave without
    a baseline row; they are in no estimate), then one count for each reason the column `status` gives for the lost.
    Counts below five point at people: suppress them before the table leaves the office.
    """
    known = pd.notna(waves.values[waves.baseline])
    rows = []
    for wave in sorted(waves.values):
        if wave <= waves.baseline:
            continue
        seen = known & pd.notna(waves.values[wave])
        for name, side, joined in (
            ("assisted", waves.assisted, waves.joined[0]),
            ("comparison", ~waves.assisted, waves.joined[1]),
        ):
            n, m = int((known & side).sum()), int((seen & side).sum())
            lost = known & side & ~seen
            share = 100 * (n - m) / n if n else float("nan")
            row = dict(zip(COLUMNS, (wave, name, n, m, n - m, share, joined), strict=True))
            rows.append(row | _reasons(waves, wave, lost))
    table = pd.DataFrame(rows, columns=list(dict.fromkeys([*COLUMNS, *(key for row in rows for key in row)])))
    reasons = table.columns[len(COLUMNS) :]
    table[reasons] = table[reasons].fillna(0).astype(int)
    return table


def _reasons(waves: Waves, wave: int, lost: np.ndarray) -> dict[str, int]:
    """Counts of lost households by reason: the status given, no row at all, or a row without the value."""
    if not lost.any():
        return {}
    here, status = waves.present[wave][lost], waves.status[wave][lost]
    kinds = []
    for there, said in zip(here, status, strict=True):
        if not there:
            kinds.append("no_row")
        elif said in STATUS:
            kinds.append(said)
        else:
            kinds.append("no_value")
    return pd.Series(kinds).value_counts().sort_index().to_dict()


STATUS = ("moved", "refused", "not_found", "dissolved")  # of the workbook; any other text counts as no_value
