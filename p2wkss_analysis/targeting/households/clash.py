"""Why no list of households is possible: a smallest set of quotas that cannot hold together (a minimal unsatisfiable set).

The smallest set is found by the duality of conflicts and corrections: every conflict shares a member with
every correction, so a smallest set that meets all corrections found so far is tried; when it is no conflict
yet, the largest extension that is still possible gives one more correction.

Source: Ignatiev, Previti, Liffiton and Marques-Silva (2015), Smallest MUS extraction with minimal hitting set
dualization, CP 2015.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import combinations

import numpy as np

from ...say import Text
from ...say.errors import InfeasibleSelection
from .candidates import NO_LIMIT, Candidates
from .neediest import make_blocks, solve_whole
from .texts import clash as texts

FORCED = "forced"  # the households that were included by decision, as one demand
Side = tuple[int, str]  # a row of the limits, and "least" or "most"


def infeasible(candidates: Candidates) -> InfeasibleSelection:
    """The error that says why no list of `n` households is possible, naming a smallest clash.

    Its attribute `clash` holds the clashing limits as pairs (label, "least" or "most").
    """
    eligible, n = int((candidates.forced != -1).sum()), candidates.n
    if eligible < n:
        return _error((), InfeasibleSelection(texts.TOO_FEW_CANDIDATES.fill(n=n, eligible=eligible)))
    demands = _demands(candidates)
    clash = smallest_conflict(list(demands), lambda kept: _possible(candidates, _sides(demands, kept), FORCED in kept))
    sides = _thinned(candidates, _sides(demands, clash), FORCED in clash)
    said = texts.CLASH.fill(n=n, clash=_said(candidates, sides, FORCED in clash))
    return _error(tuple((candidates.limits[row].label, side) for row, side in sides), InfeasibleSelection(said))


def smallest_conflict(demands: list, possible: Callable[[frozenset], bool]) -> frozenset:
    """A smallest subset of `demands` that is not possible; all of them together must not be.

    >>> sorted(smallest_conflict(list("abc"), lambda kept: not {"a", "c"} <= kept))
    ['a', 'c']
    """
    corrections: list[frozenset] = []
    while True:
        trial = _smallest_meeting_all(demands, corrections)
        if not possible(trial):
            return trial
        grown = set(trial)
        for demand in demands:
            if demand not in grown and possible(frozenset(grown | {demand})):
                grown.add(demand)
        corrections.append(frozenset(demands) - grown)


def _smallest_meeting_all(demands: list, corrections: list[frozenset]) -> frozenset:
    for size in range(len(demands) + 1):
        for trial in combinations(demands, size):
            if all(correction.intersection(trial) for correction in corrections):
                return frozenset(trial)
    raise ValueError("all demands together are possible, so nothing clashes")


def _error(clash: tuple, error: InfeasibleSelection) -> InfeasibleSelection:
    error.clash = clash
    return error


def _demands(candidates: Candidates) -> dict:
    """What the user stated, one demand each: a column and its side, with the rows it covers."""
    demands: dict = {}
    for row, limit in enumerate(candidates.limits):
        kind = limit.group is not None
        if limit.least > 0:
            demands.setdefault((limit.column, kind, "least"), []).append((row, "least"))
        if limit.most < NO_LIMIT:
            demands.setdefault((limit.column, kind, "most"), []).append((row, "most"))
    if (candidates.forced == 1).any():
        demands[FORCED] = []
    return demands


def _sides(demands: dict, kept: Container) -> list[Side]:
    return [side for demand in demands if demand in kept for side in demands[demand]]


def _possible(candidates: Candidates, sides: list[Side], forced: bool) -> bool:
    """Whether some list of n households satisfies these sides alone; scores do not matter."""
    per_type = np.bincount(candidates.type_of[candidates.forced != -1], minlength=candidates.members.shape[1])
    least_type = np.zeros_like(per_type)
    if forced:
        least_type = np.bincount(candidates.type_of[candidates.forced == 1], minlength=len(per_type))
    columns = np.vstack([candidates.members, np.ones(len(per_type), dtype=np.int64)])
    low, high = np.zeros(len(columns), dtype=np.int64), np.full(len(columns), NO_LIMIT)
    low[-1] = high[-1] = candidates.n
    for row, side in sides:
        if side == "least":
            low[row] = candidates.least[row]
        else:
            high[row] = candidates.most[row]
    if least_type.sum() > candidates.n or (columns @ least_type > high).any() or (columns @ per_type < low).any():
        return False
    return solve_whole(columns, np.zeros(len(per_type)), least_type, per_type, low, high) is not None


def _thinned(candidates: Candidates, sides: list[Side], forced: bool) -> list[Side]:
    """Drop the groups that do not take part in the clash."""
    kept = list(sides)
    for side in sides:
        fewer = [other for other in kept if other != side]
        if not _possible(candidates, fewer, forced):
            kept = fewer
    return kept


def _said(candidates: Candidates, sides: list[Side], forced: bool) -> list[Text]:
    blocks = make_blocks(candidates)
    chosen = candidates.counts(candidates.forced == 1)
    said = []
    for row, side in sides[:8]:
        limit = candidates.limits[row].text(side)
        there = int(blocks.columns[row] @ blocks.count + chosen[row])
        said.append(texts.LIMIT_WITH_CANDIDATES.fill(limit=limit, n=there) if side == "least" else limit)
    if len(sides) > 8:
        said.append(texts.MORE_LIMITS.fill(n=len(sides) - 8))
    if forced:
        said.append(texts.FORCED.fill(n=(candidates.forced == 1).sum()))
    return [*said, texts.LENGTH.fill(n=candidates.n)]
