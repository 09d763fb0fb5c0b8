"""Who got what from several sectors: no combination that few households got follows from reach, pairs and the sentence."""

import itertools

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.delivery import public_reach as module
from p2wkss_analysis.delivery.public_reach import public_reach

NAMES = ["economy", "health", "housing", "social"]


def published(held: np.ndarray):
    """What is published of households x sectors."""
    log = pd.DataFrame([(NAMES[s], i) for i, s in np.argwhere(held)], columns=["sector", "household_id"])
    return public_reach(log, pd.DataFrame({"household_id": range(len(held)), "assisted": True}))


def told_too_much(held: np.ndarray, smallest: int = 5) -> list:
    """Groups of one to four households (a combination of sectors, one without another, several at once) that can be bounded
    below five from all that is printed: exact, in whole numbers over every combination of sectors."""
    found = published(held)
    sectors = list(found.coverage.received.columns)
    held = found.coverage.received.to_numpy(bool)
    ways = np.array(list(itertools.product([False, True], repeat=len(sectors))))
    true = np.array([(held == way).all(axis=1).sum() for way in ways])
    known = [np.ones(len(ways), bool)]
    known += [ways[:, sectors.index(r.sector)] for r in found.by_sector.itertuples() if pd.notna(r.households)]
    known += [ways[:, sectors.index(r.one)] & ways[:, sectors.index(r.other)]
              for r in found.pairs.itertuples() if pd.notna(r.both)]
    known += [] if found.reached is None else [ways.any(axis=1)]
    values = np.array([true[k].sum() for k in known])
    printed = [len(held), *found.by_sector["households"].dropna(), *found.pairs["both"].dropna(),
               *([] if found.reached is None else [found.reached])]
    assert values.tolist() == printed
    asked = [(ways == way).all(axis=1) for way in ways]
    asked += [ways[:, i] & ~ways[:, j] for i, j in itertools.permutations(range(len(sectors)), 2)]
    asked += [ways[:, i] & ways[:, j] for i, j in itertools.combinations(range(len(sectors)), 2)]
    asked += [ways.sum(axis=1) >= 2, ways.sum(axis=1) == 1, ways.any(axis=1), ~ways.any(axis=1)]
    out = []
    for group in asked:
        if 0 < true[group].sum() < smallest:
            most = milp(-group.astype(float), constraints=LinearConstraint(np.array(known, float), values, values),
                        integrality=np.ones(len(ways)), bounds=Bounds(0, len(held)))
            if round(-most.fun) < smallest:
                out.append(ways[group].tolist())
    return out


def three() -> np.ndarray:
    """40, 40 and 34 of 100 households; pairs 20, 26, 26; 60 reached; so all three 18, and two of the first two alone."""
    held = np.zeros((100, 3), dtype=bool)
    held[0:40, 0] = held[20:60, 1] = True
    held[[*range(22, 40), *range(10, 18), *range(50, 58)], 2] = True
    return held


def test_three_sectors_their_pairs_and_all_reached_do_not_tell_who_got_two_of_them():
    found = published(three())
    assert found.by_sector["households"].tolist() == [40, 40, 34]
    assert found.pairs["both"].isna().tolist() == [True, False, False], "three pairs are a ring; the largest two stay"
    assert found.reached is None and "At least 40 of 100" in found.sentence("en") and "60" not in found.sentence("en")
    assert "Sedikitnya 40 dari 100" in found.sentence("id")
    assert not told_too_much(three())


def test_two_sectors_and_all_reached_do_not_tell_the_pair_that_is_hidden():
    held = np.zeros((60, 2), dtype=bool)
    held[:20, 0] = held[18:38, 1] = True
    found = published(held)
    assert found.pairs["both"].isna().all() and found.reached is None and not told_too_much(held)


@pytest.mark.parametrize("seed", range(4))
def test_no_combination_of_few_households_follows_from_what_is_printed(seed):
    """Random combinations with many small ones among 0, 1, 2, 3 and large."""
    draw = np.random.default_rng(seed)
    shown = 0
    for _ in range(40):
        width = int(draw.integers(2, 5))
        ways = np.array(list(itertools.product([False, True], repeat=width)))
        held = np.repeat(ways, draw.choice([0, 0, 1, 2, 3, 5, 6, 9, 14, 25], len(ways)), axis=0)
        if held.any():
            assert not told_too_much(held), held.sum(axis=0)
            shown += published(held).pairs["both"].notna().sum()
    assert shown > 40, "pairs are hidden only where they must be"


def test_the_search_finds_what_a_ring_of_pairs_gives_away(monkeypatch):
    """The search is able to fail: with every safe pair printed it finds a combination of three."""

    def every(received, sectors, smallest):
        rows = [(a, b, int((received[a] & received[b]).sum())) for a, b in itertools.combinations(sectors, 2)]
        return pd.DataFrame(rows, columns=["one", "other", "both"])

    held = np.repeat([[True, True, True], [False, True, True], [True, True, False], [False, True, False]], [20, 3, 8, 9], axis=0)
    assert not told_too_much(held)
    monkeypatch.setattr(module, "_pairs", every)
    assert told_too_much(held)
