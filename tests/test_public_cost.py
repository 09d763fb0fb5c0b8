"""What was spent, as it may be published: what the table of reach hides, activities, amounts and totals do not give back."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.delivery import cost_per_household
from p2wkss_analysis.delivery.public_cost import public_agencies, public_cost, reaching_few
from p2wkss_analysis.delivery.public_reach import public_reach

SECTORS = ("food", "health", "housing", "social", "works")


def rows_of(log: pd.DataFrame, few=()) -> pd.DataFrame:
    return public_cost(cost_per_household(log), few).table().set_index("sector")


def test_a_total_less_its_parts_does_not_tell_the_hidden_sector():
    """73 households at most, 40 and 30 in two sectors: the third had 3."""
    log = pd.DataFrame({"sector": ["health", "housing", "food"], "amount_rupiah": [1e6, 2e6, 3e5],
                        "households_reached": [40, 30, 3]})
    table = rows_of(log)
    limits = ["households_low", "households_high", "rupiah_low", "rupiah_high"]
    assert table.loc[["food", "all"], limits].isna().all(axis=None) and table.loc["all", "hidden"]
    assert reaching_few(log.assign(household_id=None)) == [] and table["activities"].notna().all(), "none is named"
    assert table.loc["health", limits[:2]].tolist() == [40, 45], "what is shown is widened to multiples of five"


def test_activities_that_each_name_a_household_do_not_tell_how_many_they_reached():
    """Three activities, each naming one household, 1.8 million each: three households, told by "3" or by 5.4 million."""
    log = pd.DataFrame([("social", f"S{i}", 1.8e6) for i in range(3)] + [("health", f"H{i}", 1e5) for i in range(20)]
                       + [("housing", f"B{i}", 2e6) for i in range(8)], columns=["sector", "household_id", "amount_rupiah"])
    table = rows_of(log, few=reaching_few(log))
    gone = ["activities", "without_amount", "amount_rupiah", "rupiah_low", "rupiah_high"]
    assert table.loc[["social", "housing"], gone].isna().all(axis=None), "the next smallest goes with it"
    assert table.loc["health", "activities"] == 20 and table.loc["all", "activities"] == 31
    assert table.loc["housing", ["households_low", "households_high"]].tolist() == [5, 10]


def test_few_reached_by_name_hide_activities_though_others_were_counted_for_a_whole_rt():
    log = pd.DataFrame({"sector": ["social"] * 3 + ["health"] * 9, "household_id": ["A", "B", *[None] * 10],
                        "households_reached": [None, None, 60, *[20] * 9], "amount_rupiah": 1e6})
    assert reaching_few(log) == ["social"]
    table = rows_of(log, few=reaching_few(log))
    assert pd.isna(table.loc["social", "activities"]) and table.loc["social", "households_low"] == 60


def test_limits_and_cost_of_all_say_no_more_than_the_rows():
    """Two households of both sectors: 20 and 20 named, 38 different; the sum and the largest are printed instead."""
    log = pd.DataFrame({"sector": ["health"] * 20 + ["housing"] * 20, "household_id": [*range(20), *range(18, 38)],
                        "amount_rupiah": 1e6})
    table, found = rows_of(log), public_cost(cost_per_household(log))
    assert table.loc["all", ["households_low", "households_high"]].tolist() == [20, 50]
    assert table.loc["all", ["rupiah_low", "rupiah_high"]].tolist() == [40e6 / 50, 40e6 / 20]
    assert "Rp800" in found.sentence("en") and not table[["hidden", "withheld"]].any(axis=None)


@pytest.mark.parametrize("named", range(5, 40))
def test_no_number_of_named_households_is_told_exactly(named):
    """Five numbers fit what is printed, so that it tells nothing beside another count."""
    log = pd.DataFrame({"sector": "health", "household_id": range(named), "amount_rupiah": 1e6})
    low, high = rows_of(log).loc["health", ["households_low", "households_high"]]
    assert low <= named < high and high - low == 5


def test_households_named_but_not_served_are_not_the_difference_of_two_tables():
    """27 activities name 27 households, 24 of them served: cost counts the 24 as reach does, so that no 3 can be found."""
    log = pd.DataFrame({"sector": "housing", "household_id": range(27), "amount_rupiah": 1e6, "done_percent": [100] * 24 + [0] * 3})
    assert cost_per_household(log).table().loc[0, "households_high"] == 24
    reach = public_reach(log, pd.DataFrame({"household_id": range(60), "assisted": True}))
    assert reach.by_sector["households"].tolist() == [24]
    assert rows_of(log).loc["housing", ["households_low", "households_high"]].tolist() == [20, 25]


def most_activities(log: pd.DataFrame, few: list[str]) -> list[int]:
    """The most activities the reader can give each sector of `few`, from both tables and from knowing who works in which."""
    cost = rows_of(log, few)
    counts = log.groupby("agency").size().rename("activities").rename_axis("agency").reset_index()
    counts = pd.concat([counts, pd.DataFrame({"agency": ["all"], "activities": [len(log)]})])
    agencies = public_agencies(counts, log, cost.index[cost["withheld"]]).set_index("agency")["activities"]
    cells = list(log.groupby(["agency", "sector"]).size().index)
    known = [(np.array([s in (sector, "all") or sector == "all" for _, s in cells], float), n)
             for sector, n in cost["activities"].items() if pd.notna(n)]
    known += [(np.array([agency in (a, "all") for a, _ in cells], float), n) for agency, n in agencies.items() if pd.notna(n)]
    each = [(np.array([s == sector for _, s in cells], float), 1) for sector in log["sector"].unique()]
    limits = [LinearConstraint(np.array([k for k, _ in known]), *[[float(n) for _, n in known]] * 2),
              LinearConstraint(np.array([k for k, _ in each]), 1, np.inf)]
    goals = [np.array([s == sector for _, s in cells], float) for sector in few]
    return [round(-milp(-g, constraints=limits, integrality=np.ones(len(cells)), bounds=Bounds(0, 500)).fun) for g in goals]


@pytest.mark.parametrize("seed", range(3))
def test_agencies_and_sectors_together_leave_room_for_five_activities(seed):
    draw = np.random.default_rng(seed)
    for _ in range(25):
        used = SECTORS[: draw.integers(2, 6)]
        pairs = [(f"Dinas {draw.integers(1, 5)}", s) for s in used for _ in range(draw.integers(1, 3))]
        sizes = draw.choice([1, 2, 3, 4, 6, 12], len(pairs))
        log = pd.DataFrame([p for p, n in zip(pairs, sizes, strict=True) for _ in range(n)], columns=["agency", "sector"])
        log = log.assign(household_id=range(len(log)), amount_rupiah=1e6)
        totals = log["sector"].value_counts()
        few = sorted(totals.index[totals < 5])
        if few and len(log) >= 5 + len(used) - 1:
            assert min(most_activities(log, few)) >= 5, (log.value_counts(), few)


def test_an_agency_that_is_a_sector_does_not_give_its_activities_back():
    log = pd.DataFrame({"agency": ["A"] * 3 + ["B"] * 20 + ["C"] * 9, "sector": ["food"] * 3 + ["health"] * 20 + ["works"] * 9})
    counts = pd.DataFrame({"agency": ["A", "B", "C", "all"], "activities": [3, 20, 9, 32], "due": [3, 20, 9, 32],
                           "not_reported": 0, "done_percent": 50.0, "amount_rupiah": 1e6})
    shown = public_agencies(counts, log, ["food", "works"]).set_index("agency")
    assert shown.loc[["A", "C"], ["activities", "due", "not_reported", "amount_rupiah"]].isna().all(axis=None)
    assert shown.loc["B", "activities"] == 20 and shown["done_percent"].notna().all()
    assert public_agencies(counts, log, []).set_index("agency")["activities"].tolist() == [3, 20, 9, 32]
