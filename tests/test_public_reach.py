"""Who got what, as it may be published: nobody is counted as missed who was never named, and few are never told."""

import itertools

import pandas as pd
import pytest

from p2wkss_analysis.delivery.public_reach import public_reach
from p2wkss_analysis.errors import NotEnoughData
from p2wkss_analysis.targeting.assisted_households import assisted_households

HOMES = pd.DataFrame({"household_id": range(40), "assisted": True})


def log(**reached) -> pd.DataFrame:
    """One delivery for each household of each sector; None names no household."""
    rows = [{"sector": sector, "household_id": i, "done_percent": 100.0, "amount_rupiah": 1e6} for sector,
            ids in reached.items() for i in ids]
    return pd.DataFrame(rows)


def test_a_sector_that_names_nobody_is_not_nobody_reached():
    found = public_reach(log(health=range(20), works=[None, None]), HOMES)
    assert found.by_sector["sector"].tolist() == ["health"] and found.whole == ("works",) and found.unnamed == 2
    assert "20 of 40" in found.sentence("en") and "public works" in found.sentence("en")


@pytest.mark.parametrize("one, other", list(itertools.product([2, 8, 38], [10, 37])))
def test_pairs_show_no_group_of_fewer_than_five(one, other):
    found = public_reach(log(health=range(one), housing=range(40 - other, 40)), HOMES)
    both = max(0, one + other - 40)
    groups = [both, one - both, other - both, 40 - one - other + both]
    shown = {(r.one, r.other): r.both for r in found.pairs.itertuples()}
    if any(0 < g < 5 for g in groups):
        assert all(pd.isna(v) for v in shown.values())
    else:
        assert shown == {("health", "housing"): both}


def test_two_households_reached_are_not_told_in_any_part():
    found = public_reach(log(health=[3, 4]), HOMES)
    assert found.by_sector[["households", "not_reached", "percent"]].isna().all(axis=None) and found.reached is None
    assert "2" not in found.sentence("en") and "38" not in found.sentence("en")


def test_activities_without_a_name_are_not_counted_where_the_rest_would_be_those_of_a_hidden_sector():
    """26 activities, 3 of them without a name, 20 of health: the hidden sector has 3, and so at most 3 households."""
    found = public_reach(log(health=range(20), social=[30, 31, 32], works=[None] * 3), HOMES)
    for lang, said in (("id", "Sebagian kegiatan tidak menyebut"), ("en", "Some activities name no household")):
        assert said in found.sentence(lang) and "3" not in found.sentence(lang)
    assert "3 activities name no household" in public_reach(log(health=range(20), works=[None] * 3), HOMES).sentence("en")


def test_households_taken_up_later_are_not_the_difference_of_two_totals():
    """Forty assisted at the first visit, three more at the second: both tables tell of the forty."""
    first = pd.DataFrame({"household_id": range(80), "wave": 0, "assisted": [True] * 40 + [False] * 40,
                          "village_code": "32.76.01.1001", "rw": 1, "rt": 1})
    both = pd.concat([first.assign(wave=1, assisted=[True] * 43 + [False] * 37), first])
    row = public_reach(log(health=range(20)), both).by_sector.iloc[0]
    assert row["households"] + row["not_reached"] == 40 == assisted_households(both).by_rt.loc["all", "assisted"]


def test_without_a_named_household_it_says_what_to_fill_in():
    with pytest.raises(NotEnoughData) as caught:
        public_reach(log(health=[None]), HOMES)
    assert "household_id" in caught.value.sentence("en")
