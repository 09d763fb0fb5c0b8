"""What may be published of a household list: counts and cut-off by group, with small cells suppressed.

A count of one to four can point at a family, and so can a count that leaves one to four out (if nine of ten were
chosen, the tenth is known). Such a group is not shown. When the totals are known, a single hidden group could be
found by subtraction, so further groups are hidden until the hidden ones together are as large (complementary
suppression).

Source for the rule: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4; UU 27/2022 on personal data.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..errors import WrongUse


def public_summary(group: pd.Series, chosen: np.ndarray, score: np.ndarray, forced: np.ndarray,
                   smallest: int = 5) -> pd.DataFrame:
    """One row per group and a last row `all`: group, candidates, selected, cut_off, suppressed.

    group, chosen (bool), score, forced (1 in, -1 out by decision): one entry per candidate, all of length N.
    cut_off is the lowest score chosen in the group otherwise than by decision. Hidden numbers are missing, and
    `suppressed` says so. `smallest` is the smallest count that may be shown (zero may).

    >>> rt = pd.Series(["01"] * 20 + ["02"] * 20 + ["03"] * 6)
    >>> chosen = np.array(([True] * 10 + [False] * 10) * 2 + [True] * 1 + [False] * 5)
    >>> public_summary(rt, chosen, np.arange(46.0), np.zeros(46))["suppressed"].tolist()
    [True, False, True, False]
    """
    if isinstance(smallest, bool) or not isinstance(smallest, (int, np.integer)) or smallest < 2:
        raise WrongUse(
            id=f"`smallest` harus bilangan bulat paling sedikit 2, bukan {smallest!r}.",
            en=f"`smallest` must be a whole number of at least 2, not {smallest!r}.",
        )
    codes, names = pd.factorize(group, sort=True)
    size = len(names)
    known = codes >= 0
    candidates = np.bincount(codes[known], minlength=size)
    selected = np.bincount(codes[known & chosen], minlength=size)
    cut = np.full(size, np.inf)
    by_need = known & chosen & (forced == 0)
    np.minimum.at(cut, codes[by_need], score[by_need])
    hidden = hide(candidates, selected, smallest)
    show = ~hidden
    return pd.DataFrame({
        "group": [*map(str, names), "all"],
        "candidates": pd.array([*np.where(show, candidates, -1), len(group)], dtype="Int64"),
        "selected": pd.array([*np.where(show, selected, -1), int(chosen.sum())], dtype="Int64"),
        "cut_off": [*np.where(show & np.isfinite(cut), cut, np.nan), np.nan],
        "suppressed": [*hidden.tolist(), False],
    }).replace({"candidates": {-1: pd.NA}, "selected": {-1: pd.NA}})


def hide(candidates: np.ndarray, selected: np.ndarray, smallest: int) -> np.ndarray:
    """Which groups must be hidden, (G,) bool: the small ones, then the fewest candidates until they are protected.

    The hidden groups are protected when they are at least two and together neither the chosen nor those left out
    are between one and `smallest` - 1.

    >>> hide(np.array([20, 30, 6]), np.array([10, 12, 1]), 5).tolist()
    [True, False, True]
    """
    left_out = candidates - selected

    def small(count):
        return (count > 0) & (count < smallest)

    hidden = small(selected) | small(left_out) | small(candidates)
    order = np.lexsort((np.arange(len(candidates)), candidates))
    for g in order:
        # a single hidden group has a small count, so that this also asks for a second one
        if not small(selected[hidden].sum()) and not small(left_out[hidden].sum()):
            break
        hidden[g] = True
    return hidden
