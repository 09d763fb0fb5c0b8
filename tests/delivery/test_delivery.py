"""Delivery: planned against done, coverage, cost, dose; against slow twins, at their edges, and without ids in words."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.delivery import cost_per_household, coverage, dose, planned_against_done
from p2wkss_analysis.delivery.matrix import agency_matrix
from p2wkss_analysis.impact.households.waves import evaluate_households
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

DAY = dt.date(2025, 6, 30)


def log(*rows):
    """Rows of agency, planned, actual, share; dates as text."""
    table = pd.DataFrame(rows, columns=["agency", "planned_date", "actual_date", "done_percent"])
    for name in ("planned_date", "actual_date"):
        table[name] = pd.to_datetime(table[name])
    return table


COMPLAINT = log(
    ("Dinas Kesehatan", "2025-03-01", "2025-03-05", 100),
    ("Dinas Kesehatan", "2025-05-01", "2025-05-01", None),  # dated, no share: done
    ("Dinas Perumahan", "2025-04-01", "2025-04-20", 50),
    ("Dinas Koperasi", "2025-04-01", None, 20),
    ("Dinas Koperasi", "2025-05-01", None, None),  # nobody reported
    ("Dinas Koperasi", "2025-09-01", None, None),  # not due yet
)


def random_log(seed, n=80):
    rng = np.random.default_rng(seed)
    planned = pd.Timestamp("2025-01-01") + pd.to_timedelta(rng.integers(0, 330, n), "D")
    actual = planned + pd.to_timedelta(rng.integers(-20, 60, n), "D")
    return pd.DataFrame(
        {
            "agency": rng.choice(["A", "B", "C"], n),
            "sector": rng.choice(["health", "housing", "food", "social"], n),
            "household_id": np.where(rng.random(n) < 0.2, None, [f"KK-{i:03d}" for i in rng.integers(0, 25, n)]),
            "planned_date": pd.Series(planned).mask(rng.random(n) < 0.1),
            "actual_date": pd.Series(actual).mask(rng.random(n) < 0.3),
            "done_percent": np.where(rng.random(n) < 0.4, np.nan, rng.integers(0, 101, n)),
            "amount_rupiah": np.where(rng.random(n) < 0.2, np.nan, rng.integers(1, 50, n) * 1e5),
            "households_reached": np.where(rng.random(n) < 0.5, np.nan, rng.integers(0, 60, n)),
        }
    )


# --- planned against done -------------------------------------------------------------------------------


def test_the_complaint_of_100_50_20_percent_with_its_figures():
    found = planned_against_done(COMPLAINT, DAY)
    agencies = found.by_agency().set_index("agency")
    assert agencies["done_percent"].tolist()[:3] == [100.0, 20.0, 50.0]
    assert agencies.loc["Dinas Koperasi", ["due", "not_reported", "percent_low", "percent_high"]].tolist() == [2, 1, 10.0, 60.0]
    assert agencies.loc["Dinas Kesehatan", "days_late"] == 2.0
    assert agencies.loc["all", "activities"] == 6 and agencies.loc["all", "due"] == 5
    assert found.sentence("en") == (
        "On 30 June 2025, 5 activities were due; those reported were 68% done on average. "
        "Lowest: Dinas Koperasi 20% and Dinas Perumahan 50%. "
        "1 activity is not reported and counts neither as 0 nor as 100%."
    )
    assert "Terendah: Dinas Koperasi 20% dan Dinas Perumahan 50%." in found.sentence("id")


def test_months_of_the_complaint():
    months = planned_against_done(COMPLAINT, DAY).table().set_index(["agency", "month"])
    own = months.loc["Dinas Koperasi"]
    assert own["planned_so_far"].tolist() == [1, 2, 3] and own["done_so_far"].tolist() == [0.2, 0.2, 0.2]
    assert own["not_reported_so_far"].tolist() == [0, 1, 1]
    assert own["percent_so_far"].tolist()[:2] == [20.0, 10.0] and np.isnan(own.loc["2025-09", "percent_so_far"])
    assert months.loc[("all", "2025-05"), "percent_so_far"] == pytest.approx(54.0)


def slow_agency(table, day, agency):
    shares, silent = [], 0
    for row in table.itertuples():
        if (agency != "all" and row.agency != agency) or not row.planned_date <= pd.Timestamp(day):
            continue
        if pd.notna(row.actual_date) and row.actual_date > pd.Timestamp(day):
            shares.append(0.0)
        elif pd.notna(row.done_percent):
            shares.append(row.done_percent)
        elif pd.notna(row.actual_date):
            shares.append(100.0)
        else:
            silent += 1
    n = len(shares) + silent
    return [n, np.mean(shares), sum(shares) / n, (sum(shares) + 100 * silent) / n, silent]


@pytest.mark.parametrize("seed", range(3))
def test_agencies_row_by_row(seed):
    table = random_log(seed)
    found = planned_against_done(table, DAY).by_agency().set_index("agency")
    for agency in ("A", "B", "C", "all"):
        own = found.loc[agency, ["due", "done_percent", "percent_low", "percent_high", "not_reported"]].tolist()
        assert own == pytest.approx(slow_agency(table, DAY, agency))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 400))
def test_months_add_up(seed, days):
    table, day = random_log(seed, 30), dt.date(2025, 1, 1) + dt.timedelta(days)
    found = planned_against_done(table, day)
    months, agencies = found.table(), found.by_agency().set_index("agency")
    whole = months[months["agency"] == "all"].set_index("month")
    parts = months[months["agency"] != "all"].groupby("month")[["planned", "done", "amount_rupiah"]].sum()
    assert whole["planned"].tolist() == parts["planned"].tolist()
    assert whole["done"].tolist() == pytest.approx(parts["done"].tolist())
    assert whole["planned"].sum() == table["planned_date"].notna().sum()
    assert list(whole.index) == sorted(whole.index) and (whole["planned_so_far"].diff().dropna() >= 0).all()
    assert (agencies["percent_low"].dropna() <= agencies["percent_high"].dropna() + 1e-9).all()


def test_what_happens_after_the_day_is_not_done_yet():
    early = planned_against_done(COMPLAINT, dt.date(2025, 3, 2)).by_agency().set_index("agency")
    assert early.loc["Dinas Kesehatan", "done_percent"] == 0.0 and early.loc["Dinas Koperasi", "due"] == 0
    assert "no activity is due" in planned_against_done(COMPLAINT, dt.date(2024, 1, 1)).sentence("en")


# --- coverage -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_coverage_and_overlap_row_by_row(seed):
    table = random_log(seed)
    people = pd.DataFrame(
        {
            "household_id": [f"KK-{i:03d}" for i in range(20)] * 2,
            "wave": [0] * 20 + [1] * 20,
            "assisted": True,
        }
    )
    found = coverage(table, people)
    given_out = {}
    for row in table.itertuples():
        some = row.done_percent > 0 or (pd.isna(row.done_percent) and pd.notna(row.actual_date))
        if some and row.household_id in set(people["household_id"]):
            given_out.setdefault(row.sector, set()).add(row.household_id)
    overlap = found.overlap()
    for one in overlap.index:
        for two in overlap.columns:
            assert overlap.loc[one, two] == len(given_out.get(one, set()) & given_out.get(two, set()))
    reached = found.table().set_index("sector")
    assert reached.loc["all", "households"] == len(set().union(*given_out.values()))
    assert (reached["households"] + reached["not_reached"] == 20).all()
    assert found.how_many()["households"].sum() == 20
    assert (found.how_many()["sectors"] * found.how_many()["households"]).sum() == np.trace(overlap.to_numpy())


def test_small_counts_are_hidden_before_they_leave():
    ids = [f"KK-{i:03d}" for i in range(40)]
    table = pd.DataFrame({"sector": ["health"] * 38 + ["housing"] * 20, "household_id": ids[:38] + ids[:20]})
    public = coverage(table, pd.DataFrame({"household_id": ids})).public().set_index("sector")
    assert public.loc["health"].isna().all()  # two not reached: the 38 beside them would tell
    text = coverage(table, pd.DataFrame({"household_id": ids})).sentence("en")
    assert "Fewer than 5 of 40 assisted households got nothing" in text and "KK-0" not in text


def test_coverage_counts_what_it_cannot_place():
    table = pd.DataFrame({"sector": ["health"] * 3, "household_id": ["A", None, "stranger"]})
    found = coverage(table, pd.DataFrame({"household_id": ["A", "B"], "assisted": ["yes", "yes"]}))
    assert (found.unnamed, found.unknown) == (1, 1)
    assert "without a household id" in found.sentence("en") and "stranger" not in found.sentence("en") + repr(found)
    with pytest.raises(NotEnoughData):
        coverage(table, pd.DataFrame({"household_id": ["C"]}))
    with pytest.raises(NotEnoughData):
        coverage(table, pd.DataFrame({"household_id": ["A"], "assisted": [False]}))


# --- cost and dose --------------------------------------------------------------------------------------


def test_cost_lies_between_the_fewest_and_the_most_households():
    table = pd.DataFrame(
        {"sector": ["health", "health", "housing", "housing"], "agency": list("XXYY"), "household_id": [None, None, "A", "A"],
         "amount_rupiah": [6e6, 2e6, 20e6, None], "households_reached": [40, 10, None, None]}
    )  # fmt: skip
    found = cost_per_household(table).table().set_index("sector")
    assert found.loc["health", ["households_low", "households_high"]].tolist() == [40, 50]
    assert found.loc["health", ["rupiah_low", "rupiah_high"]].tolist() == [160_000.0, 200_000.0]
    assert found.loc["housing", ["rupiah_low", "rupiah_high", "without_amount"]].tolist() == [20e6, 20e6, 1]
    assert found.loc["all", ["households_low", "households_high"]].tolist() == [40, 51]
    capped = cost_per_household(table, households=45).table().set_index("sector")
    assert capped.loc["health", "rupiah_low"] == pytest.approx(8e6 / 45)
    words = cost_per_household(table).sentence("id")
    assert "Rp28.000.000" in words and "1 kegiatan tanpa anggaran" in words
    assert cost_per_household(table, by="agency").table()["agency"].tolist() == ["X", "Y", "all"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_cost_keeps_its_order_and_the_money(seed):
    table = random_log(seed, 40)
    rows = cost_per_household(table, households=100).table()
    assert (rows["rupiah_low"].dropna() <= rows["rupiah_high"].dropna() + 1e-6).all()
    assert rows["amount_rupiah"].iloc[:-1].sum() == pytest.approx(rows["amount_rupiah"].iloc[-1])
    assert (rows["households_high"] <= 100).all() and (rows["households_low"] <= rows["households_high"]).all()


def test_dose_goes_into_the_evaluation_as_an_input():
    rng = np.random.default_rng(0)
    n, ids = 200, [f"KK-{i:03d}" for i in range(200)]
    given_out = pd.DataFrame({"household_id": ids[:100], "sector": "housing", "done_percent": np.arange(100) % 10 * 10})
    received = dose(given_out)
    assert received["dose_percent"].tolist() == given_out["done_percent"].tolist()
    first = pd.DataFrame({"household_id": ids, "wave": 0, "rt": np.arange(n) % 20, "assisted": np.arange(n) < 100})
    first["income"] = rng.normal(size=n)
    last = first.assign(wave=1, income=first["income"] + rng.normal(size=n) * 0.3)
    last.loc[:99, "income"] += received["dose_percent"].to_numpy() / 50
    table = pd.concat([first, last]).merge(received, on="household_id", how="left")
    little, much = evaluate_households(table, "income", "higher").by_dose()["estimate"]
    assert much > little + 0.5
    with pytest.raises(WrongUse):
        evaluate_households(table, "dose_percent", "higher")


# --- what is refused ------------------------------------------------------------------------------------


def test_every_fault_at_once_and_no_cell_is_shown():
    table = random_log(0, 10).astype({"done_percent": object, "amount_rupiah": object, "planned_date": object})
    table.loc[1, "done_percent"], table.loc[2, "done_percent"] = 140, "KK-rahasia"
    table.loc[3, "amount_rupiah"] = -5
    table.loc[4, "planned_date"] = "kapan saja"
    table.loc[5, "agency"] = None
    with pytest.raises(WrongUse) as caught:
        planned_against_done(table, DAY)
    for lang in ("id", "en"):
        text = caught.value.sentence(lang)
        assert text.count("\n  - ") == 4 and "rahasia" not in text and "kapan" not in text
    assert "rows 2, 3." in caught.value.sentence("en") and "is empty: rows 6." in caught.value.sentence("en")


@pytest.mark.parametrize(
    "call",
    [
        lambda: planned_against_done(None, DAY),
        lambda: planned_against_done(COMPLAINT.drop(columns="agency"), DAY),
        lambda: planned_against_done(COMPLAINT, "2025-06-30"),
        lambda: planned_against_done(COMPLAINT, None),
        lambda: cost_per_household(random_log(0), by="month"),
        lambda: cost_per_household(random_log(0), households=0),
        lambda: coverage(random_log(0), "households.xlsx"),
        lambda: coverage(random_log(0), pd.DataFrame({"id": [1]})),
        lambda: dose(random_log(0).drop(columns="household_id")),
    ],
)
def test_calls_that_cannot_be_answered(call):
    with pytest.raises(WrongUse) as caught:
        call()
    assert caught.value.sentence("id") and caught.value.sentence("en")


def test_empty_logs_say_so():
    for call in (lambda t: planned_against_done(t, DAY), cost_per_household, dose):
        with pytest.raises(NotEnoughData):
            call(random_log(0).iloc[:0])
    silent = random_log(0).assign(household_id=None, households_reached=np.nan)
    with pytest.raises(NotEnoughData):
        cost_per_household(silent)


def test_dates_as_the_workbook_gives_them():
    typed = planned_against_done(COMPLAINT, DAY).by_agency()
    as_dates = COMPLAINT.copy()
    for name in ("planned_date", "actual_date"):
        as_dates[name] = [None if pd.isna(d) else d.date() for d in COMPLAINT[name]]
    assert planned_against_done(as_dates, pd.Timestamp(DAY)).by_agency().equals(typed)


def test_the_share_spent_is_that_of_activities_with_both_figures_and_a_budget_of_nothing_has_none():
    log = pd.DataFrame(
        {
            "agency": ["A", "A", "B"],
            "activity": "Posyandu",  # one line of A holds an activity whose amount is not known
            "target_unit": "kali",
            "planned_date": pd.to_datetime(["2025-03-01", "2025-04-01", "2025-04-01"]),
            "actual_date": pd.NaT,
            "done_percent": 100,
            "budget_rupiah": [100.0, 900.0, 100.0],
            "amount_rupiah": [50.0, np.nan, 100.0],
        }
    )
    found = agency_matrix(log, dt.date(2025, 12, 31))
    assert found.table("id")["absorbed_percent"].tolist() == [50.0, 50.0, 100.0, 100.0, 75.0]
    none = agency_matrix(log.assign(budget_rupiah=0.0), dt.date(2025, 12, 31))
    assert "Pagu tercatat 0 rupiah" in none.sentence("id")
