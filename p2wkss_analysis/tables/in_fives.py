"""Numbers of families as they leave the office: all counted in one stand-in of the workbook, in which families come in fives.

Hiding small numbers table by table is useless where another table, another file or a later edition gives them back by
subtraction. So no true number is published at all. One family in about five is taken, each to stand for five, so that
every group that is published (an RT, a decile, who was seen again, who got what) is right to within four families; and
every number in every output is counted in that stand-in.

Why nothing can be worked out: whatever a reader adds and subtracts, the stand-in itself fits, and so does the stand-in with
up to four families more or fewer of any one kind. A number printed as 15 may be 11 to 19, one printed as "<5" 0 to 4, and
no other number narrows that.

Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 5 (controlled rounding); Deville and Tille (2004),
Biometrika 91, for samples balanced on many groups at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..language import integer, pick

BASE = 5
MARGIN = BASE - 1  # how far a number may be from the truth when it is first published
KEPT = 7  # how far the truth may move before a number published earlier is given up
NEAR = 25  # of the best single moves, how many are tried in pairs
MOST_MOVES = 6000


@dataclass(frozen=True)
class InFives:
    """Published numbers by group, multiples of five; a group that is not there counts nobody. margin: how far at most each
    is from the truth."""

    counts: Mapping[str, int]
    margin: int = MARGIN

    def __getitem__(self, group: str) -> int:
        return self.counts.get(group, 0)

    def parts(self, kind: str) -> list[str]:
        """What stands after `kind|` in the names of groups.

        >>> InFives({"rt|01": 5, "rt|02": 0, "reach|health": 10}).parts("rt")
        ['01', '02']
        """
        return [name.removeprefix(f"{kind}|") for name in self.counts if name.startswith(f"{kind}|")]


def in_fives(groups: pd.DataFrame, before: Mapping[str, int] | None = None) -> InFives:
    """Every group counted in one stand-in.

    groups: one row a household (index household_id, once), one column a group; 1 or 0, or how often a household counts in it.
    A name with "-" before it only asks that this group be right too, such as those an activity did not reach, which the
    tables reckon from two others. before: numbers published earlier. They stay while none of them is more than `KEPT` off,
    so that one family more or less does not show.

    The same households give the same numbers, in whatever order they stand.

    >>> rt = pd.DataFrame({"rt|01": [1] * 8 + [0] * 3, "rt|02": [0] * 8 + [1] * 3, "all": 1}, index=range(11))
    >>> in_fives(rt).counts
    {'rt|01': 5, 'rt|02': 5, 'all': 10}
    """
    members = groups.fillna(0).astype(np.int64)
    members = members.iloc[np.argsort(members.index.map(str).to_numpy(str), kind="stable")] if len(members) else members
    truth = members.sum()
    names = [name for name in members if not name.startswith("-")]
    if before:
        moved = [abs(n - truth.get(name, 0)) for name, n in before.items()]
        fresh = [name for name in names if name not in before]
        if max(moved) <= KEPT and (truth[fresh] <= MARGIN).all():
            return InFives({**before, **dict.fromkeys(fresh, 0)}, KEPT)
    kept = {name: n for name, n in (before or {}).items() if name in members and abs(n - truth[name]) <= MARGIN}
    chosen = _stand_in(members.to_numpy(), truth.to_numpy(), np.array([kept.get(name, -1) for name in members], dtype=np.int64))
    found = pd.Series(BASE * (chosen @ members.to_numpy()), index=members.columns)
    worst = int((found - truth).abs().max()) if len(found) else 0
    return InFives({name: int(found[name]) for name in names}, max(MARGIN, worst))


def _stand_in(members: np.ndarray, truth: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """(N,) how many times each household is taken, 0 and up: the one found that does least badly.

    Every fifth is taken, then one or two households are exchanged at a time, always the best exchange, without taking back
    the last ones (tabu search), until every group is right to within MARGIN and those of `kept` (-1: none) are as before.
    """
    n = len(members)
    taken = (np.arange(n) % BASE == BASE // 2).astype(np.int64)
    if not members.size:
        return taken

    def cost(off: np.ndarray) -> np.ndarray:
        wrong = np.maximum(np.abs(off) - MARGIN, 0)
        return 100 * (wrong * wrong).sum(axis=-1) + ((off + truth != kept) & (kept >= 0)).sum(axis=-1)

    draw = np.random.default_rng(0)
    off = BASE * (taken @ members) - truth
    best, least, resting = taken.copy(), int(cost(off)), np.zeros(n, dtype=np.int64)
    for move in range(MOST_MOVES):
        if least == 0:
            break
        more, fewer = cost(off + BASE * members), np.where(taken > 0, cost(off - BASE * members), 2**60)
        awake = resting <= move
        into, out = (np.argsort(np.where(awake, c, 2**60), kind="stable")[:NEAR] for c in (more, fewer))
        out = out[taken[out] > 0]
        steps = [(int(more[into[0]]), ((into[0], 1),))]
        if len(out):
            both = cost(off + BASE * members[into][:, None] - BASE * members[out][None, :])
            i, j = np.unravel_index(both.argmin(), both.shape)
            steps += [(int(fewer[out[0]]), ((out[0], -1),)), (int(both[i, j]), ((into[i], 1), (out[j], -1)))]
        found, changes = min(steps, key=lambda step: step[0])
        for at, by in changes:
            taken[at] += by
            off = off + by * BASE * members[at]
            resting[at] = move + 1 + draw.integers(3, 12)
        if found < least:
            best, least = taken.copy(), found
    return best


def rounded(count: float) -> int:
    """A number typed as such, to the nearest five.

    >>> rounded(123), rounded(2)
    (125, 0)
    """
    return int(BASE * np.floor(count / BASE + 0.5))


def shared_out(parts: pd.Series, whole: int) -> pd.Series:
    """Numbers that add up to `whole` in fives, each less than five from the truth, and their sum as near to `whole` as fives go.

    >>> shared_out(pd.Series([7, 8, 6, 4]), 25).tolist()
    [5, 10, 5, 5]
    """
    low = parts // BASE * BASE
    up = max(0, rounded(whole) - int(low.sum())) // BASE
    first = (parts - low).sort_values(ascending=False, kind="stable").index[:up]
    return low + BASE * (low.index.isin(first) & (parts > low))


def families(count: int, lang: str) -> str:
    """A published number of families in a sentence.

    >>> families(95, "en"), families(0, "id")
    ('about 95', 'kurang dari 5')
    """
    if count < BASE:
        return pick(lang, id=f"kurang dari {BASE}", en=f"fewer than {BASE}")
    return pick(lang, id=f"sekitar {integer(count, lang)}", en=f"about {integer(count, lang)}")


def protected_note(lang: str, margin: int = MARGIN) -> str:
    """How numbers of families are protected, said once."""
    return pick(
        lang,
        id=f"Untuk melindungi keluarga, banyaknya keluarga di semua tabel dibulatkan ke kelipatan lima dan dapat berbeda sampai "
           f"{margin} dari yang sebenarnya. Tanda <{BASE} berarti kurang dari lima, mungkin juga nol.",
        en=f"To protect families, their numbers are rounded to multiples of five in all tables and may differ by up to {margin} "
           f"from the true ones. The mark <{BASE} means fewer than five, possibly none.")
