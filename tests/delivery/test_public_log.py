"""Activities and cost as they may be published: those that name a household in fives, the others as they are."""

import datetime as dt

import pandas as pd
import pytest

from p2wkss_analysis.delivery.public_log import public_cost, public_progress
from p2wkss_analysis.disclosure.in_fives import MARGIN

DAY = dt.date(2026, 11, 29)


def log(**named) -> pd.DataFrame:
    """Activities that each name a household, 1.8 million each, and four for a whole RT, of each sector."""
    rows = [
        {"sector": s, "household_id": f"{s}{i}", "amount_rupiah": 1.8e6, "households_reached": None}
        for s, n in named.items()
        for i in range(n)
    ]
    rows += [{"sector": s, "household_id": None, "amount_rupiah": 1e7, "households_reached": 23} for s in named for _ in range(4)]
    return pd.DataFrame(rows).assign(
        agency=lambda d: "Dinas " + d["sector"],
        done_percent=100.0,
        planned_date=pd.Timestamp("2026-03-01"),
        actual_date=pd.Timestamp("2026-04-01"),
    )


@pytest.mark.parametrize("few", [1, 3, 5, 8])
def test_activities_and_amounts_are_those_of_published_numbers(few):
    table = log(social=few, health=23)
    cost = public_cost(table, DAY).table().set_index("sector")
    for sector, true in (("social", few), ("health", 23)):
        named = cost.loc[sector, "activities"] - 4
        assert named % 5 == 0 and abs(named - true) <= MARGIN
        assert cost.loc[sector, "amount_rupiah"] == 4e7 + named * 1.8e6, "the amount tells no other number"
    assert (cost.loc["all", ["activities", "amount_rupiah"]] == cost.iloc[:-1][["activities", "amount_rupiah"]].sum()).all()
    agencies = public_progress(table, DAY).by_agency().set_index("agency")
    assert agencies.loc["Dinas social", "activities"] == cost.loc["social", "activities"]
    assert agencies.loc["all", "activities"] == cost.loc["all", "activities"] == agencies.loc["all", "due"]


def test_activities_for_whole_rts_stay_as_they_are():
    table = log(social=0, health=0)
    assert public_cost(table, DAY).table()["activities"].tolist() == [4, 4, 8]
    months = public_progress(table, DAY).table()
    assert months["planned_so_far"].iloc[-1] == 8 and months["done_so_far"].iloc[-1] == 8
