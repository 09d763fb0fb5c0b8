"""What may be published of a household list: candidates, chosen and cut-off by group, numbers of households in fives.

The numbers are those of the whole workbook where the list is made from one (see `disclosure/in_fives.py`), so that a list, less
what a report says, tells nothing. A cut-off is shown where five or more of the chosen have that very score: else it would be
one family's own.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...disclosure.in_fives import BASE, ends, holds, in_fives, shared_out, unforeseen

# How far the truth may move at most before a group's number is given up, which each group does on its own account: were it more,
# 10 that became 5 would be one family. At first a number is less than five off, so that it stays where nothing changed.
STAYS = 6
NOT_FILLED = "not_filled_in"  # the group of those whose group is empty


def public_summary(
    group: pd.Series,
    chosen: np.ndarray,
    score: np.ndarray,
    forced: np.ndarray,
    candidates: Mapping[str, int] | None = None,
    before: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """One row per group and a last row `all`: group, candidates, selected, cut_off. Groups that count nobody are left out.

    group, chosen (bool), score, forced (1 in, -1 out by decision): one entry per candidate, all of length N; candidates: their
    published number by group, by default reckoned from this list alone; before: selected by group as published earlier, which
    stays while it is not too far off. cut_off is the lowest score chosen in the group otherwise than by decision.

    >>> rt = pd.Series(["01"] * 20 + ["02"] * 20 + ["03"] * 6)
    >>> chosen = np.array(([True] * 10 + [False] * 10) * 2 + [True] * 1 + [False] * 5)
    >>> public_summary(rt, chosen, np.zeros(46), np.zeros(46)).values.tolist()
    [['01', 20, 10, 0.0], ['02', 20, 10, 0.0], ['03', 5, 0, nan], ['all', 45, 20, nan]]
    """
    names = group_names(group)
    on_list = pd.Series(np.asarray(chosen, dtype=bool), index=names.index)
    order = [*sorted(set(names) - {NOT_FILLED}), *([NOT_FILLED] if (names == NOT_FILLED).any() else [])]
    if candidates is None:
        groups = {g: (names == g) for g in order}
        candidates = in_fives(pd.DataFrame(groups | {"all": True}).astype(int)).counts
    true = on_list.groupby(names).sum().reindex(order).astype(int)
    less = unforeseen(np.concatenate([np.sort(np.asarray(score, dtype=float)), true]), 3)
    few, far = BASE - less, STAYS - less
    kept = {g: n for g, n in (before or {}).items() if g in true.index and holds(n, true[g], far, few)}
    fresh = true.drop(index=list(kept))
    low, high = ends(fresh.to_numpy(), np.array([(before or {}).get(g, -1) for g in fresh.index], dtype=np.int64), few)
    shared = shared_out(fresh, int(true.sum()) - sum(kept.values())).clip(low, np.where(high == BASE, BASE, np.inf)).astype(int)
    found = {**shared.to_dict(), **kept}
    table = pd.DataFrame(
        [
            (
                g,
                candidates.get(g, 0),
                min(found[g], candidates.get(g, 0)),
                _cut_off(np.asarray(score)[(names == g) & chosen & (np.asarray(forced) == 0)]),
            )
            for g in order
        ],
        columns=["group", "candidates", "selected", "cut_off"],
    )
    table = table[table["candidates"] > 0]
    whole = ("all", int(table["candidates"].sum()), int(table["selected"].sum()), np.nan)
    return pd.concat([table, pd.DataFrame([whole], columns=table.columns)], ignore_index=True)


def group_names(group: pd.Series) -> pd.Series:
    """The groups as text, empty ones under a name of their own."""
    return group.reset_index(drop=True).map(str, na_action="ignore").fillna(NOT_FILLED).astype(object)


def _cut_off(scores: np.ndarray) -> float:
    """The lowest score, where `BASE` households or some more have it: where it is left out does not show how many do."""
    least = BASE + unforeseen(np.sort(scores), 4)
    return float(scores.min()) if len(scores) and (scores == scores.min()).sum() >= least else np.nan
