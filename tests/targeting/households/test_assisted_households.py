"""Whom the programme took: two tables of the same households, in numbers that fit each other and are never the true ones."""

import itertools

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.disclosure.in_fives import MARGIN
from p2wkss_analysis.targeting.households.assisted import SIDES, assisted_households

DECILES = {"low": 2, "high": 7, "unknown": None}


def homes(counts: dict) -> pd.DataFrame:
    """Households by (rt, side, decile group)."""
    rows = [(rt, side == "assisted", DECILES[group]) for (rt, side, group), n in counts.items() for _ in range(n)]
    frame = pd.DataFrame(rows, columns=["rt", "assisted", "registry_decile"]).assign(wave=0, village_code="32.76.01.1001", rw=1)
    return frame.assign(household_id=range(len(frame)), registry_decile=lambda d: d["registry_decile"].astype("Int64"))


@pytest.mark.parametrize("seed", range(4))
def test_both_tables_add_up_to_the_same_and_are_near_the_truth(seed):
    draw = np.random.default_rng(seed)
    cells = list(itertools.product(range(1, 5), SIDES, DECILES))
    counts = dict(zip(cells, draw.choice([0, 1, 2, 3, 5, 8, 12], len(cells)).tolist(), strict=True))
    found = assisted_households(homes(counts))
    for table in (found.by_rt, found.by_decile):
        assert (table % 5 == 0).all(axis=None) and (table["assisted"] + table["comparison"] == table["all"]).all()
        assert (table.iloc[:-1].sum() == table.iloc[-1]).all()
    assert (found.by_rt.loc["all"] == found.by_decile.loc["all"]).all()
    for place in found.by_rt.index[:-1]:
        for side in SIDES:
            true = sum(n for (rt, s, _), n in counts.items() if s == side and rt == int(place.split("RT ")[1][:2]))
            assert abs(found.by_rt.loc[place, side] - true) <= MARGIN


def test_an_rt_of_one_family_is_not_listed_or_stands_for_five():
    counts = {(1, "assisted", "low"): 20, (2, "comparison", "low"): 18, (3, "comparison", "high"): 1}
    found = assisted_households(homes(counts))
    assert 1 not in found.by_rt.to_numpy() and found.comparison_share in (75.0, 80.0, 100.0)


def test_a_share_that_is_not_printed_has_its_true_reason():
    """64 of 100 assisted households and no comparison household: nothing is few but the comparison."""
    alone = assisted_households(homes({(1, "assisted", "low"): 64, (1, "assisted", "high"): 36}))
    assert alone.share == 65 and np.isnan(alone.comparison_share)
    assert "65% of the assisted households" in alone.sentence("en") and "65% KK binaan" in alone.sentence("id")
    assert "share of comparison households is not printed" in alone.sentence(
        "en"
    ) and "Bagian KK pembanding tidak dicetak" in alone.sentence("id")
    few = assisted_households(homes({(1, "assisted", "low"): 5, (1, "comparison", "high"): 60}))
    assert np.isnan(few.share) and few.comparison_share == 0
    assert "fewer than 15 assisted households have a known decile" in few.sentence("en") and "comparison" not in few.sentence(
        "en"
    )
