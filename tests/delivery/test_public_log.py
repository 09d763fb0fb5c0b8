"""Activities and cost as they may be published: those that name a household in fives, the others as they are."""

import datetime as dt

import pandas as pd
import pytest

from p2wkss_analysis.delivery.matrix import agency_matrix
from p2wkss_analysis.delivery.public_log import public_cost, public_progress
from p2wkss_analysis.disclosure.in_fives import ENOUGH, MARGIN

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
        price = 1.8e6 if named >= ENOUGH else 2e6
        assert cost.loc[sector, "amount_rupiah"] == 4e7 + named * price, "the amount tells no other number"
    assert (cost.loc["all", ["activities", "amount_rupiah"]] == cost.iloc[:-1][["activities", "amount_rupiah"]].sum()).all()
    agencies = public_progress(table, DAY).by_agency().set_index("agency")
    assert agencies.loc["Dinas social", "activities"] == cost.loc["social", "activities"]
    assert agencies.loc["all", "activities"] == cost.loc["all", "activities"] == agencies.loc["all", "due"]


def test_activities_for_whole_rts_stay_as_they_are():
    table = log(social=0, health=0)
    assert public_cost(table, DAY).table()["activities"].tolist() == [4, 4, 8]
    months = public_progress(table, DAY).table()
    assert months["planned_so_far"].iloc[-1] == 8 and months["done_so_far"].iloc[-1] == 8


def test_an_agency_with_one_activity_for_a_family_tells_nothing_of_that_family():
    """Its share done and its lateness are those of its work for whole RTs, or missing; nothing else gives them back."""
    table = log(social=1, health=40)
    one = table["household_id"] == "social0"
    told = []
    for share, day in ((100.0, "2026-04-01"), (15.0, "2026-11-02")):
        table.loc[one, "done_percent"], table.loc[one, "actual_date"] = share, pd.Timestamp(day)
        for rows in (table, table[table["household_id"].notna()]):
            progress, matrix = public_progress(rows, DAY), agency_matrix(rows, DAY)
            told.append((progress.by_agency(), matrix.table("en").drop(columns=["amount_rupiah", "budget_rupiah"])))
            assert "≤5 activities" in told[-1][1]["unit"].tolist() or told[-1][1]["target"].max() >= 5
    for before, after in zip(told[:2], told[2:], strict=True):
        for left, right in zip(before, after, strict=True):
            pd.testing.assert_frame_equal(left, right)
    assert pd.isna(told[1][0].set_index("agency").loc["Dinas social", "done_percent"])
    assert told[0][0].set_index("agency").loc["Dinas social", "done_percent"] == 100


def test_many_activities_of_which_one_was_reported_or_dated_tell_nothing_of_that_one():
    table = log(social=15)
    named = table["household_id"].notna()
    one = table["household_id"] == "social0"
    table.loc[named & ~one, ["done_percent", "actual_date"]] = None, pd.NaT
    silent, undated = [], []
    for share, day in ((100.0, "2026-04-01"), (37.0, "2026-11-02")):
        table.loc[one, ["done_percent", "actual_date"]] = share, pd.Timestamp(day)
        silent.append((public_progress(table, DAY).by_agency(), agency_matrix(table, DAY).table("en")))
        reported = table.assign(done_percent=table["done_percent"].where(table["household_id"].isna(), 100.0))
        undated.append(public_progress(reported, DAY).by_agency())
    for before, after in (*zip(*silent, strict=True), undated):
        pd.testing.assert_frame_equal(before, after)
