"""Who got what, as it may be published: nobody is counted as missed who was never named, and few are never told."""

import itertools

import pandas as pd
import pytest

from p2wkss_analysis.delivery.public_reach import public_reach
from p2wkss_analysis.disclosure.in_fives import MARGIN
from p2wkss_analysis.say.errors import NotEnoughData
from p2wkss_analysis.targeting.households.assisted import assisted_households

HOMES = pd.DataFrame({"household_id": range(40), "assisted": True})


def log(**reached) -> pd.DataFrame:
    """One delivery for each household of each sector; None names no household."""
    rows = [
        {"sector": sector, "household_id": i, "done_percent": 100.0, "amount_rupiah": 1e6}
        for sector, ids in reached.items()
        for i in ids
    ]
    return pd.DataFrame(rows)


def test_a_sector_that_names_nobody_is_not_nobody_reached():
    found = public_reach(log(health=range(20), works=[None, None]), HOMES)
    assert found.by_sector["sector"].tolist() == ["health"] and found.whole == ("works",) and found.unnamed == 2
    assert "about 20 of about 40 assisted households (50%)" in found.sentence("en") and "public works" in found.sentence("en")


@pytest.mark.parametrize("one, other", list(itertools.product([2, 8, 38], [10, 37])))
def test_reach_and_pairs_fit_each_other_and_are_near_the_truth(one, other):
    found = public_reach(log(health=range(one), housing=range(40 - other, 40)), HOMES)
    rows = found.by_sector.set_index("sector")
    assert (rows["households"] + rows["not_reached"] == found.assisted).all() and (rows["households"] % 5 == 0).all()
    for sector, true in (("health", one), ("housing", other)):
        assert abs(rows["households"].get(sector, 0) - true) <= MARGIN
    for pair in found.pairs.itertuples():
        assert abs(pair.both - max(0, one + other - 40)) <= MARGIN
        assert found.reached == rows["households"].sum() - pair.both


def test_two_households_reached_are_never_told_as_two():
    found = public_reach(log(health=[3, 4]), HOMES)
    assert "2" not in found.sentence("en").replace("25", "") and "38" not in found.sentence("en")


def test_households_taken_up_later_are_counted_as_in_every_other_table():
    """Forty assisted at the first visit, three more at the second: both tables tell of the forty."""
    first = pd.DataFrame(
        {
            "household_id": range(80),
            "wave": 0,
            "assisted": [True] * 40 + [False] * 40,
            "village_code": "32.76.01.1001",
            "rw": 1,
            "rt": 1,
        }
    )
    both = pd.concat([first.assign(wave=1, assisted=[True] * 43 + [False] * 37), first])
    assert public_reach(log(health=range(20)), both).assisted == 40 == assisted_households(both).by_rt.loc["all", "assisted"]


def test_without_a_named_household_it_says_what_to_fill_in():
    with pytest.raises(NotEnoughData) as caught:
        public_reach(log(health=[None]), HOMES)
    assert "Household id" in caught.value.sentence("en")
