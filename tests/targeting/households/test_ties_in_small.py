"""Ties and exchanges among a few blocks of households, against trying every list."""

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.households.equals import alike, decided_by_lot
from p2wkss_analysis.targeting.households.ties import first_in_order


def whole(columns, points, least, most, low, high):
    """What the solver is asked: whole numbers within all limits with the most points, by trying them all."""
    ways = np.array(list(product(*(range(int(a), int(b) + 1) for a, b in zip(least, most, strict=True)))), dtype=np.int64)
    if not ways.size:
        return None
    sums = ways @ columns.T
    ways = ways[np.all((sums >= low) & (sums <= high), axis=1)]
    return ways[np.argmax(ways @ points)] if len(ways) else None


def task(seed, unit=1):
    """A few blocks with their order, one of the best lists, and all of them."""
    rng = np.random.default_rng(seed)
    while True:
        B = rng.integers(2, 5)
        count, points = rng.integers(1, 4, B), rng.integers(0, 3, B) * unit
        columns = np.vstack([rng.integers(0, 2, (2, B)), np.ones(B, int)])
        n = rng.integers(1, count.sum() + 1)
        low, high = np.append(rng.integers(0, 2, 2), n), np.append(rng.integers(1, 4, 2), n)
        ways = np.array(list(product(*(range(c + 1) for c in count))))
        ways = ways[np.all((ways @ columns.T >= low) & (ways @ columns.T <= high), axis=1)]
        if not len(ways):
            continue
        best = ways[ways @ points == (ways @ points).max()]
        prices = np.append(rng.integers(-1, 2, 2), rng.integers(0, 3)) * unit * 0.5
        reduced = points - prices @ columns
        bound = (np.maximum(reduced, 0) * count).sum() + np.where(prices > 0, prices * high, prices * low).sum()
        room = bound - (best[0] @ points) + 1e-3
        block = rng.permutation(np.repeat(np.arange(B), count))
        return block, best, (rng.choice(best), points, columns, count, low, high, reduced, room)


def first_by_trying(block, best):
    """Down the order: whoever some best list holds together with all taken before is taken."""
    seen = dict.fromkeys(block.tolist(), 0)
    for b in block.tolist():
        together = best[best[:, b] > seen[b]]
        best = together if len(together) else best
        seen[b] += 1
    assert len(best) == 1
    return best[0].tolist()


@pytest.mark.parametrize("unit", [1, 2**19])
@pytest.mark.parametrize("answers", [True, False])
def test_the_first_of_the_best_lists_is_found_with_and_without_the_solver(unit, answers):
    """unit: points too fine to ask for several at once; answers: whether the solver answers when asked for several."""
    asked, settled = 0, 0
    for seed in range(30, 90):
        block, best, given = task(seed, unit)
        calls = []

        def solve(columns, *rest, calls=calls, alone=given[2].shape[1]):
            calls.append(columns.shape[1])
            return whole(columns, *rest) if answers or columns.shape[1] == alone else None

        before = given[0].copy()
        assert first_in_order(block, *given, solve).tolist() == first_by_trying(block, best), seed
        assert given[0].tolist() == before.tolist()
        asked, settled = asked + bool(calls), settled + (not calls)
        assert unit == 1 or not np.ptp(given[1]) or max(calls, default=0) <= len(given[1])
    assert asked > 5 and settled > 5


@pytest.mark.parametrize("seed", range(4))
def test_who_could_change_places_is_found_by_exchanging_each_with_each(seed):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "household_id": [f"k{i}" for i in range(12)],
            "need": rng.integers(0, 3, 12),
            "then": rng.integers(0, 2, 12),
            "child": rng.random(12) < 0.5,
            "rt": rng.integers(1, 3, 12),
        }
    )
    made = select_households(
        table, 5, "need", then="then", quotas={"child": (1, 3)}, per_group={"rt": (1, 3)}, include=["k0"], exclude=["k1"]
    )
    held, best = made.candidates, made.best
    free = [i for i in range(12) if held.forced[i] == 0]
    could, by_lot = np.zeros(12, bool), np.zeros(12, bool)
    for a, b in combinations(free, 2):
        if best.chosen[a] == best.chosen[b] or held.points[a] != held.points[b]:
            continue
        other = best.chosen.copy()
        other[[a, b]] = other[[b, a]]
        counts = held.counts(other)
        if (counts >= held.least).all() and (counts <= held.most).all():
            could[[a, b]] = True
            by_lot[[a, b]] |= held.second[a] == held.second[b]
    assert alike(held, best).tolist() == could.tolist() and decided_by_lot(held, best).tolist() == by_lot.tolist()


def test_whoever_is_left_out_with_the_score_of_the_last_is_not_called_less_needy():
    """One of each RT: the second of RT 1 scores as much as the last who came in, and cannot be exchanged for it."""
    families = pd.DataFrame({"household_id": list("abcd"), "score": [9, 7, 7, 5.0], "rt": ["1", "2", "1", "2"]})
    found = select_households(families, n=2, score="score", per_group={"rt": (0, 1)}).table().set_index("household_id")
    assert found["selected"].to_dict() == {"a": True, "b": True, "c": False, "d": False}
    assert found["reason"]["d"] == "kurang membutuhkan daripada batas" and "kurang membutuhkan" not in found["reason"]["c"]


def test_whoever_lost_the_draw_is_told_so():
    families = pd.DataFrame({"household_id": list("abcd"), "score": [9, 7, 7, 5.0]})
    found = select_households(families, n=2, score="score", seed=1).table().set_index("household_id")
    assert found["selected"][["b", "c"]].sum() == 1
    lost = found.loc[["b", "c"]].query("not selected")["reason"].iloc[0]
    assert "undi" in lost and found["reason"]["a"] == "menurut kebutuhan", lost
