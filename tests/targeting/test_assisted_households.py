"""Whom the programme took: two tables of the same households, and whatever the reader adds and subtracts, none of few is told."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.targeting.assisted_households import SIDES, assisted_households

DECILES = {"low": 2, "high": 7, "unknown": None}


def homes(counts: dict) -> pd.DataFrame:
    """Households by (rt, side, decile group)."""
    rows = [(rt, side == "assisted", DECILES[group]) for (rt, side, group), n in counts.items() for _ in range(n)]
    frame = pd.DataFrame(rows, columns=["rt", "assisted", "registry_decile"]).assign(wave=0, village_code="32.76.01.1001", rw=1)
    return frame.assign(household_id=range(len(frame)), registry_decile=lambda d: d["registry_decile"].astype("Int64"))


def told_too_much(counts: dict, smallest: int = 5) -> list:
    """Hidden small counts of either table that the reader of both can bound below `smallest`: exact, in whole numbers."""
    found = assisted_households(homes(counts))
    cells = {cell: place for place, cell in enumerate(counts)}
    known, small = [], []
    for table, part in ((found.by_rt, 0), (found.by_decile, 2)):
        for row in () if table is None else table.index:
            for side in (*SIDES, "all"):
                group = row if part else row if row == "all" else int(row.split("RT ")[1][:2])
                sums = np.array([group in ("all", cell[part]) and side in ("all", cell[1]) for cell in cells], dtype=float)
                true, shown = int(sums @ list(counts.values())), table.loc[row, side]
                if pd.notna(shown):
                    assert shown == true
                    known.append((sums, true))
                elif 0 < true < smallest:
                    small.append((part, row, side, sums))
    limits = [LinearConstraint(np.array([s for s, _ in known]), [n for _, n in known], [n for _, n in known])] if known else []
    out = []
    for *name, sums in small:
        most = milp(-sums, constraints=limits, integrality=np.ones(len(cells)), bounds=Bounds(0, 500))
        if round(-most.fun) < smallest:
            out.append((*name, round(-most.fun)))
    return out


def test_the_total_of_one_table_does_not_fill_in_the_other():
    """Twenty assisted in RT 1 without a decile, sixteen comparison in RT 2: 16 less 8 and 5 gave the three unknown."""
    counts = {(1, "assisted", "unknown"): 20, (2, "comparison", "low"): 8, (2, "comparison", "high"): 5,
              (2, "comparison", "unknown"): 3}
    found = assisted_households(homes(counts))
    assert found.by_rt.loc["all"].tolist() == [20, 16, 36], "only a small total is hidden"
    assert found.by_decile["comparison"].isna().tolist() == [False, True, True, False]
    assert np.isnan(found.comparison_share), "8 of 13 would tell the high, and those the unknown"
    assert not told_too_much(counts)


@pytest.mark.parametrize("seed", range(4))
def test_no_small_count_of_either_table_follows_from_both(seed):
    """Random small cities: the greatest value of every hidden small count, given all that both tables show, is at least five."""
    draw = np.random.default_rng(seed)
    for _ in range(40):
        cells = [(rt, side, group) for rt in range(1, draw.integers(2, 5)) for side in SIDES for group in DECILES]
        counts = dict(zip(cells, draw.choice([0, 0, 0, 1, 2, 3, 4, 5, 6, 8, 12], len(cells)).tolist(), strict=True))
        if sum(counts.values()):
            assert not told_too_much(counts), counts


def test_the_search_finds_what_a_hidden_total_gives_away(monkeypatch):
    """The search is able to fail: with the small counts alone hidden it finds them."""
    import p2wkss_analysis.targeting.assisted_households as module

    def alone(counts, smallest):
        table = counts.assign(all=counts.sum(axis=1))
        table = pd.concat([table, table.sum().rename("all").to_frame().T]).astype("Int64")
        return table.mask((table > 0) & (table < smallest))

    monkeypatch.setattr(module, "_hidden", alone)
    counts = {(1, "assisted", "low"): 20, (1, "comparison", "low"): 8, (1, "comparison", "unknown"): 3}
    assert told_too_much(counts)
