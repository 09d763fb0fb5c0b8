"""Numbers of families as they leave the office: all counted in one stand-in of the workbook, in which families come in fives.

Hiding small numbers table by table is useless where another table, another file or a later edition gives them back by
subtraction. So no true number is published at all. One family in about five is taken, each to stand for five, so that
every group that is published (an RT, a decile, who was seen again, who got what) is right to within a few families; and
every number in every output is counted in that stand-in.

Why nothing can be worked out: whatever a reader adds and subtracts, the stand-in itself fits, and so does the stand-in with
up to five families more or fewer of any one kind. A number printed as 15 may be 9 to 21, one printed as "≤5" zero to
five, and no other number narrows that.

Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 5 (controlled rounding); Deville and Tille (2004),
Biometrika 91, for samples balanced on many groups at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..say import Text
from . import texts

BASE = 5
FEW = f"≤{BASE}"  # in a table, where the stand-in has none
MARGIN = 6  # how far a number may be from the truth when it is first published; most are within four
KEPT = 8  # how far the truth may move before a number published earlier is given up
ENOUGH = 3 * BASE  # households as published for a mean or an estimate of them to be told: then there are nine or more
NEAR = 60  # of the best single moves, how many are tried in pairs
REST = 40  # moves at most before a household may be exchanged again
MOST_MOVES = 5000
PATIENCE = 1500  # moves without a better one
MOST_NODES, MOST_CELLS = 5000, 2_000_000  # of an integer programme, where a node counts all cells: so it ends


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

    def of(self, kind: str) -> InFives:
        """The groups whose names begin with `kind|`, by what stands after it.

        >>> InFives({"drawn|joined": 5, "joined": 10}).of("drawn").counts
        {'joined': 5}
        """
        return InFives({part: self.counts[f"{kind}|{part}"] for part in self.parts(kind)}, self.margin)


def in_fives(groups: pd.DataFrame, before: Mapping[str, int] | None = None) -> InFives:
    """Every group counted in one stand-in.

    groups: one row a household (index household_id, once), one column a group; 1 or 0, or how often a household counts in it.
    A name with "-" before it only asks that this group be right too, such as those an activity did not reach, which the
    tables reckon from two others. before: numbers published earlier. They stay while none of them is more than `KEPT` off,
    so that one family more or less does not show; how far off is a little less than that, by a number nobody outside can reckon.

    The same households give the same numbers, in whatever order they stand.

    >>> rt = pd.DataFrame({"rt|01": [1] * 8 + [0] * 3, "rt|02": [0] * 8 + [1] * 3, "all": 1}, index=range(11))
    >>> in_fives(rt).counts
    {'rt|01': 5, 'rt|02': 5, 'all': 10}
    """
    members = groups.fillna(0).astype(np.int64)
    members = members.iloc[np.lexsort(members.to_numpy().T[::-1])] if members.size else members  # alike beside alike
    truth = members.sum()
    names = [name for name in members if not name.startswith("-")]
    less = unforeseen(members.to_numpy(), 3)
    few = BASE - less  # at first and later alike, or numbers of unchanged families would be given up
    if before:
        fresh = [name for name in names if name not in before]
        stay = all(holds(n, truth.get(name, 0), KEPT - less, few) for name, n in before.items())
        if stay and (truth[fresh] <= few).all():
            return _margin({**before, **dict.fromkeys(fresh, 0)}, truth)
    earlier = np.array([(before or {}).get(name, -1) for name in members], dtype=np.int64)
    chosen = _stand_in(members.to_numpy(), truth.to_numpy(), earlier, few)
    found = dict(zip(members, BASE * (chosen @ members.to_numpy()), strict=True))
    return _margin({name: int(found[name]) for name in names}, truth)


def unforeseen(data: np.ndarray, among: int) -> int:
    """A whole number from 0 below `among` that only who holds these data can reckon: where a number is given up or told must not
    show at which truth that was. The same data give the same number."""
    return hashlib.sha256(np.ascontiguousarray(data, dtype=np.float64).tobytes()).digest()[0] % among


def holds(shown: ArrayLike, true: ArrayLike, margin: int, few: int = BASE) -> np.ndarray:
    """Whether a number, or each of many, may be published where this is the truth; zero is printed as "≤5"."""
    return np.where(np.equal(shown, 0), np.less_equal(true, few), np.abs(np.subtract(shown, true)) <= margin)


def ends(truth: np.ndarray, earlier: np.ndarray, few: int = BASE) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most that may be published, each (n,): more than `few` families are never "≤5", and what is or was "≤5"
    is no more than five from what it was or is: from 10 to "≤5", or back, a reader of both editions would see that it is not
    zero.

    >>> ends(np.array([6, 2, 4, 30]), np.array([-1, 10, 0, 0]))
    (array([5, 5, 0, 5]), array([12,  8,  5, 36]))
    """
    low = np.where((truth > few) | (earlier >= 2 * BASE) & (truth > 0), BASE, 0)
    return low, np.where((earlier == 0) & (truth - MARGIN <= BASE), BASE, truth + MARGIN)


def _margin(counts: Mapping[str, int], truth: pd.Series) -> InFives:
    worst = max((abs(n - int(truth.get(name, 0))) for name, n in counts.items()), default=0)
    return InFives(counts, MARGIN if worst <= MARGIN else max(KEPT, worst))


def _stand_in(members: np.ndarray, truth: np.ndarray, earlier: np.ndarray, few: int) -> np.ndarray:
    """(N,) how many times each household is taken, 0 and up: the one found that does least badly.

    Every fifth is taken, then one or two households are exchanged at a time, always the best exchange, without taking back
    the last ones (tabu search), until every group is as near as fives can be and those that still can are as `earlier`
    (-1: none); where the search ends farther off than MARGIN, or beyond `ends`, an integer programme is solved. few: how many
    families at most may be shown as "≤5".
    """
    n = len(members)
    taken = (np.arange(n) % BASE == BASE // 2).astype(np.int64)
    if not members.size:
        return taken
    different = np.unique(np.vstack([members, truth, earlier]), axis=1)
    members, truth, earlier = different[:-2], different[-2], different[-1]
    kept = np.where(holds(earlier, truth, MARGIN, few), earlier, -1)
    low, high = ends(truth, earlier, few)
    often = [(k, (members == k).astype(float)) for k in np.unique(members) if k]
    held = (members > 0).astype(float)

    def cost(shown: np.ndarray) -> np.ndarray:
        """What each group costs that is printed as `shown`; whole numbers, so that every machine finds the same."""
        wrong = np.maximum(np.abs(shown - truth) - BASE + 1, 0)
        beyond = (shown < low) | (shown > high) & (high == BASE)
        return 4.0 * wrong * wrong + 16.0 * beyond + ((shown != kept) & (kept >= 0))

    draw, groups = np.random.default_rng(0), np.arange(members.shape[1])
    most = int(members.max(initial=0))  # how far one household can move a group, in fives
    fives = taken @ members
    of_fives = _costs(cost, fives, most)  # looked up, not computed anew at every move
    now, since = of_fives[fives + most, groups], 0
    best, least, resting = taken.copy(), now.sum(), np.zeros(n, dtype=np.int64)
    for move in range(MOST_MOVES):
        if least == 0 or move - since > min(PATIENCE, 40 * n):
            break
        if int(fives.max()) + 2 * most >= len(of_fives):
            of_fives = _costs(cost, fives, most)
        step = {by: [of_fives[fives + by * k + most, groups] - now for k, _ in often] for by in (1, -1)}
        both_ways = sum(with_k @ np.column_stack(change) for (_, with_k), *change in zip(often, step[1], step[-1], strict=True))
        gain = {1: both_ways[:, 0], -1: both_ways[:, 1]}
        awake = resting <= move
        into = np.argsort(np.where(awake, gain[1], np.inf), kind="stable")[:NEAR]
        out = np.argsort(np.where(awake & (taken > 0), gain[-1], np.inf), kind="stable")[:NEAR]
        out = out[taken[out] > 0]
        steps: list[tuple[float, tuple[tuple[int, int], ...]]] = [(gain[1][into[0]], ((int(into[0]), 1),))]
        if len(out):  # of two that are exchanged, what both belong to stays
            both = gain[1][into][:, None] + gain[-1][out] - (held[into] * (step[1][0] + step[-1][0])) @ held[out].T
            i, j = np.unravel_index(both.argmin(), both.shape)
            steps += [(gain[-1][out[0]], ((int(out[0]), -1),)), (both[i, j], ((int(into[i]), 1), (int(out[j]), -1)))]
        for at, by in min(steps, key=lambda one: one[0])[1]:
            taken[at] += by
            fives = fives + by * members[at]
            resting[at] = move + 1 + draw.integers(3, 4 + min(REST, n // 4))
        now = of_fives[fives + most, groups]
        if now.sum() < least:
            best, least, since = taken.copy(), now.sum(), move
    shown = BASE * (best @ members)
    if (np.abs(shown - truth) <= MARGIN).all() and ((low <= shown) & (shown <= high)).all():
        return best
    least, alone = np.maximum(low, truth - MARGIN), ends(truth, np.full(len(truth), -1), few)[0]
    asked = (
        (np.where(kept >= 0, kept, least), np.where(kept >= 0, kept, high)),
        (least, high),  # less and less, but never more than `few` families as "≤5"
        (np.maximum(alone, truth - MARGIN), truth + MARGIN),
        (np.maximum(alone, truth - KEPT), truth + KEPT),
    )
    return next(
        (one for one in (_solved(members, *limits) for limits in asked[not (kept >= 0).any() :]) if one is not None), best
    )


def _costs(cost: Callable[[np.ndarray], np.ndarray], fives: np.ndarray, most: int) -> np.ndarray:
    """`cost` of every group at every number of fives it can come to in many moves, from `most` below none up."""
    return np.array([cost(np.full(len(fives), BASE * n)) for n in range(-most, int(fives.max(initial=0)) + 20 * (most + 1))])


def _solved(members: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray | None:
    """The same by integer programming, slower, which finds an answer where there is one: every number from `low` to `high`."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    found = milp(
        np.zeros(len(members)),
        integrality=np.ones(len(members)),
        bounds=Bounds(0, 3),
        options={"node_limit": max(1, min(MOST_NODES, MOST_CELLS // members.size))},
        constraints=LinearConstraint(float(BASE) * members.T, low, high),
    )
    return None if found.x is None else np.round(found.x).astype(np.int64)


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
    ('about 95', 'paling banyak 5')
    """
    return families_text(count).say(lang)


def families_text(count: int) -> Text:
    """The same in both languages."""
    return texts.AT_MOST.fill(n=BASE) if count < BASE else texts.ABOUT.fill(n=count)


def protected_note(lang: str, margin: int = MARGIN) -> str:
    """How numbers of families are protected, said once."""
    return texts.PROTECTED.say(lang, margin=margin, few=FEW)
