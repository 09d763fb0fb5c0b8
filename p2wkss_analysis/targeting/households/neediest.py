"""The list of exactly n households with the greatest total need under all limits: exact, and fast.

The integer programme is never given whole to the solver. Households of one type and one score form a block;
a linear programme over the best blocks of each type gives prices of the limits; by weak duality any list
that departs from those prices by more than the gap between bound and best list found is worse, so only the
few blocks near the margin are left to the integer solver (scipy's HiGHS). The bound is computed here in whole
points, so that the proof does not rest on the solver's tolerances.

Source of the fixing argument: Nemhauser and Wolsey (1988), Integer and Combinatorial Optimization, II.5.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_array

from .candidates import Candidates
from .ties import first_in_order

SLACK = 1e-3  # points; room for the rounding of sums of doubles: far below one point, far above the error


@dataclass(frozen=True, eq=False)
class Blocks:
    """Undecided households by type and points, best first within a type: B blocks.

    type, points, count (B,) · start (B,) where each begins in `rows` · rows: rows of Candidates in that order ·
    depth (B,) 0 for the best block of its type · begin (T+1,) blocks of type t are begin[t]:begin[t+1] ·
    columns (R+1, B) what one household adds to each limit, and to the length of the list (last row) ·
    low, high (R+1,) what those sums must be, households already decided taken off.
    """

    type: np.ndarray
    points: np.ndarray
    count: np.ndarray
    start: np.ndarray
    rows: np.ndarray
    depth: np.ndarray
    begin: np.ndarray
    columns: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True, eq=False)
class Best:
    """A best list. chosen (N,) bool · total points · price (R,) points that one household more would be worth
    (positive: a `most` binds, negative: a `least` binds) · cut_off: points a place is worth · gap: bound
    minus total, points (0 to rounding where the linear programme is already whole)."""

    chosen: np.ndarray
    total: int
    price: np.ndarray
    cut_off: float
    gap: float


def best_list(candidates: Candidates) -> Best | None:
    """The neediest list, ties broken by place in the order; None where no list satisfies the limits.

    Among lists of equal total the one that comes first: going down the order (see `Candidates`), a
    household is taken whenever some list of greatest total holds it together with all taken before it.
    """
    blocks = make_blocks(candidates)
    found = _optimum(blocks)
    if found is None:
        return None
    taken, prices, gap = found
    taken = _break_ties(blocks, taken, prices, gap, candidates.place)
    chosen = candidates.forced == 1
    chosen[_households(blocks, taken)] = True
    total = int(candidates.points[chosen].sum())
    return Best(chosen, total, prices[:-1], float(prices[-1]), gap)


def greatest_total(blocks: Blocks, prices: np.ndarray | None = None) -> int | None:
    """The greatest total of the undecided households in points, without saying which; None where there is no list.

    `prices` (R+1,), of a programme much like this one, save finding them again: any prices give a true bound.
    """
    found = _optimum(blocks, prices)
    return None if found is None else int(blocks.points @ found[0])


def loosened(blocks: Blocks, row: int, side: str) -> Blocks:
    """The same with limit `row` one household looser on one side, "least" or "most"."""
    low, high = blocks.low.copy(), blocks.high.copy()
    low[row] -= side == "least"
    high[row] += side == "most"
    return replace(blocks, low=low, high=high)


def make_blocks(candidates: Candidates) -> Blocks:
    """Group the undecided households into blocks of one type and one number of points."""
    rows = np.flatnonzero(candidates.forced == 0)
    rows = rows[np.lexsort((candidates.place[rows], candidates.type_of[rows]))]
    kind, points = candidates.type_of[rows], candidates.points[rows]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (kind[1:] != kind[:-1]) | (points[1:] != points[:-1])
    start = np.flatnonzero(new)
    begin = np.searchsorted(kind[start], np.arange(candidates.members.shape[1] + 1))
    already = candidates.counts(candidates.forced == 1)
    places = candidates.n - int((candidates.forced == 1).sum())
    columns = np.vstack([candidates.members[:, kind[start]], np.ones(len(start), dtype=np.int64)])
    return Blocks(
        type=kind[start],
        points=points[start],
        count=np.diff(np.append(start, len(rows))),
        start=start,
        rows=rows,
        depth=np.arange(len(start)) - begin[kind[start]],
        begin=begin,
        columns=columns,
        low=np.append(np.maximum(candidates.least - already, 0), places),
        high=np.append(candidates.most - already, places),
    )


def _households(blocks: Blocks, taken: np.ndarray) -> np.ndarray:
    within = np.arange(len(blocks.rows)) - np.repeat(blocks.start, blocks.count)
    return blocks.rows[within < np.repeat(taken, blocks.count)]


def _optimum(blocks: Blocks, prices: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray, float] | None:
    """(taken (B,) int, prices (R+1,) float, gap) or None. The total is the greatest; ties are not broken."""
    if (blocks.high < 0).any() or blocks.count.sum() < blocks.high[-1]:
        return None
    if blocks.high[-1] == 0:  # every place is taken by decision
        done = np.zeros(len(blocks.count), dtype=np.int64), np.zeros(len(blocks.low)), 0.0
        return done if (blocks.low <= 0).all() else None
    prices = _prices(blocks) if prices is None else prices
    if prices is None:
        return None
    bound, reduced = _bound(blocks, prices), _reduced(blocks, prices)
    distance = np.sort(np.abs(reduced))
    wanted = min(len(distance), near_first(len(blocks.low)))
    taken = None
    while taken is None:
        margin = distance[wanted - 1] + SLACK
        taken = _solve_near(blocks, reduced, margin)
        if taken is None and wanted == len(distance):
            return None
        wanted = min(4 * wanted, len(distance))
    gap = max(bound - float(blocks.points @ taken), 0.0)
    if gap + SLACK > margin:  # a better list may lie further from the prices, but not beyond the gap
        wider = _solve_near(blocks, reduced, gap + SLACK)
        if wider is not None and blocks.points @ wider > blocks.points @ taken:
            taken, gap = wider, max(bound - float(blocks.points @ wider), 0.0)
    return taken, prices, gap


def near_first(limits: int) -> int:
    """How many blocks nearest the prices the integer solver sees at first; any number gives the same list.

    >>> near_first(5)
    50
    """
    return 2 * limits + 40


def _reduced(blocks: Blocks, prices: np.ndarray) -> np.ndarray:
    """Points of a block beyond what its places cost, (B,)."""
    return blocks.points - prices @ blocks.columns


def _bound(blocks: Blocks, prices: np.ndarray) -> float:
    """No list has more points than this, whatever the prices (weak duality)."""
    gain = np.sum(np.maximum(_reduced(blocks, prices), 0.0) * blocks.count)
    rents = np.where(prices > 0, prices * blocks.high, prices * blocks.low)
    return float(gain + rents[prices != 0].sum())


def _prices(blocks: Blocks) -> np.ndarray | None:
    """Prices of the limits and of a place from the linear programme, (R+1,) in points; None if infeasible.

    Each type enters with its best blocks; the rest of the type is one more block that has the points of its
    best. Where a solution uses more of the rest than that best block holds, the type is opened deeper.
    """
    places = int(blocks.high[-1])
    by_points = np.sort(np.repeat(blocks.points, blocks.count))[::-1]
    threshold = by_points[min(places, len(by_points)) - 1] if places else np.inf
    sizes = np.diff(blocks.begin)
    above = np.bincount(blocks.type, weights=blocks.points >= threshold, minlength=len(sizes)).astype(int)
    open_to = np.minimum(above + 2, sizes)
    while True:
        shown = np.flatnonzero(blocks.depth <= open_to[blocks.type])
        rest = shown[blocks.depth[shown] == open_to[blocks.type[shown]]]
        room = blocks.count.astype(float)
        room[rest] = _count_to_end_of_type(blocks, rest)
        solution = _linear(blocks, shown, room)
        if solution is None:
            return None
        taken, prices = solution
        deep = np.isin(shown, rest) & (taken > blocks.count[shown] + 1e-7)
        if not deep.any():
            return prices
        types = blocks.type[shown[deep]]
        open_to[types] = np.minimum(2 * open_to[types] + 4, sizes[types])


def _count_to_end_of_type(blocks: Blocks, first: np.ndarray) -> np.ndarray:
    upto = np.append(0, np.cumsum(blocks.count))
    return upto[blocks.begin[blocks.type[first] + 1]] - upto[first]


def _linear(blocks: Blocks, shown: np.ndarray, room: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """The linear programme over the blocks `shown`: (taken, prices) or None where infeasible."""
    columns, points = blocks.columns[:, shown], blocks.points[shown]
    reach = np.minimum(columns @ room[shown], blocks.high[-1])
    upper = np.flatnonzero(blocks.high[:-1] < reach[:-1])
    lower = np.flatnonzero(blocks.low[:-1] > 0)
    scale = max(float(np.ptp(points)), 1.0) / 100.0 if len(points) else 1.0
    middle = float(np.median(points)) if len(points) else 0.0
    limited = len(upper) + len(lower) > 0
    answer = linprog(
        -(points - middle) / scale,
        A_ub=csc_array(np.vstack([columns[upper], -columns[lower]]).astype(float)) if limited else None,
        b_ub=np.concatenate([blocks.high[upper], -blocks.low[lower]]) if limited else None,
        A_eq=csc_array(columns[-1:].astype(float)),
        b_eq=blocks.high[-1:],
        bounds=np.column_stack([np.zeros(len(shown)), room[shown]]),
        method="highs",
    )
    if answer.status == 2:
        return None
    prices = np.zeros(len(blocks.low))
    if answer.status != 0:  # numerical trouble: any prices give a true bound, only a looser one
        prices[-1] = middle
        return np.zeros(len(shown)), prices
    if limited:
        marginal = -answer.ineqlin.marginals * scale
        prices[upper] += np.maximum(marginal[: len(upper)], 0.0)
        prices[lower] -= np.maximum(marginal[len(upper) :], 0.0)
    prices[-1] = -answer.eqlin.marginals[0] * scale + middle
    return answer.x, prices


def _solve_near(blocks: Blocks, reduced: np.ndarray, margin: float) -> np.ndarray | None:
    """Best whole solution with blocks beyond `margin` fixed in or out; None where there is none."""
    near = np.abs(reduced) <= margin
    taken = np.where(~near & (reduced > 0), blocks.count, 0)
    used = blocks.columns @ taken
    whole = solve_whole(
        blocks.columns[:, near],
        blocks.points[near],
        np.zeros(near.sum()),
        blocks.count[near],
        blocks.low - used,
        blocks.high - used,
    )
    if whole is None:
        return None
    taken[near] = whole
    return taken


def solve_whole(
    columns: np.ndarray, points: np.ndarray, least: np.ndarray, most: np.ndarray, low: np.ndarray, high: np.ndarray
) -> np.ndarray | None:
    """Integers x, least <= x <= most, low <= columns @ x <= high, with the greatest points @ x; None if none.

    columns (R, B) zeros and ones, so that rounding the solver's answer to whole numbers is exact.
    """
    if columns.shape[1] == 0:
        return np.zeros(0, dtype=np.int64) if (low <= 0).all() and (high >= 0).all() else None
    middle = int(np.median(points))
    active = (low > columns @ least) | (high < columns @ most)
    ceiling = np.where(high >= columns.sum(axis=1) * max(most.max(), 1), np.inf, high.astype(float))  # huge finite
    # bounds cost the solver its digits: HiGHS was seen to call a list optimal that was 8 points short
    answer = milp(
        -(points - middle).astype(float),
        integrality=np.ones(columns.shape[1]),
        bounds=Bounds(least, most),
        constraints=LinearConstraint(csc_array(columns[active].astype(float)), low[active], ceiling[active]),
        options={"mip_rel_gap": 0.0},
    )
    if answer.x is None:
        return None
    return np.round(answer.x).astype(np.int64)


def _break_ties(blocks: Blocks, taken: np.ndarray, prices: np.ndarray, gap: float, place: np.ndarray) -> np.ndarray:
    """The counts (B,) of the list that comes first among those of the same total."""
    reduced = _reduced(blocks, prices)
    free = np.abs(reduced) <= gap + SLACK  # the rest is the same in every list of greatest total
    where = np.flatnonzero(free)
    if not where.size:
        return taken
    used = blocks.columns @ np.where(free, 0, taken)
    pieces = [blocks.rows[blocks.start[b] : blocks.start[b] + blocks.count[b]] for b in where]
    block = np.repeat(np.arange(len(where)), blocks.count[where])
    order = np.argsort(place[np.concatenate(pieces)])
    first = taken.copy()
    first[where] = first_in_order(
        block[order],
        taken[where],
        blocks.points[where],
        blocks.columns[:, where],
        blocks.count[where],
        blocks.low - used,
        blocks.high - used,
        reduced[where],
        gap + SLACK,
        solve_whole,
    )
    return first
