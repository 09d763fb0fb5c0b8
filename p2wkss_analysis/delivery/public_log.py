"""What may be published of the log of deliveries: activities and cost, those that name a household counted in fives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from ..disclosure.in_fives import BASE, ENOUGH, InFives, in_fives
from .cost import Cost, cost_per_household
from .log import checked, given, share_done
from .progress import Progress, planned_against_done


def log_groups(deliveries: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """How often each household stands in the activities that are counted by sector, agency and month: see `in_fives`."""
    rows = _named(deliveries, as_of)
    columns = {name: own["household_id"].value_counts() for name, own in _parts(rows)}
    columns |= {
        f"served|{s}": own.drop_duplicates("household_id")["household_id"].value_counts()
        for s, own in rows[rows["given"]].groupby("sector")
    }
    index = pd.Index(rows["household_id"].unique(), name="household_id")
    return pd.DataFrame({name: counts.reindex(index) for name, counts in columns.items()}, index=index).fillna(0).astype(int)


def public_cost(deliveries: pd.DataFrame, as_of: dt.date, told: InFives | None = None) -> Cost:
    """Cost by sector as it may leave the office.

    Activities that name a household are counted in fives; so is what was spent on them, at their mean price. Households
    reached: those named in fives, and the numbers typed for a whole RT widened to multiples of five. The limits of "all" are
    those of the rows, the largest and the sum. Raises NotEnoughData as `cost_per_household` does.

    >>> log = pd.DataFrame({"sector": ["food", "health"], "amount_rupiah": [3e5, 1e6], "households_reached": [3, 40]})
    >>> import datetime as dt
    >>> public_cost(log, dt.date(2025, 1, 1)).table()[["activities", "households_low", "households_high"]].values.tolist()
    [[1, 0, 5], [1, 40, 40], [2, 40, 45]]
    """
    cost_per_household(deliveries)  # whether there is anything to reckon
    told = in_fives(log_groups(deliveries, as_of)) if told is None else told
    rows, named = counted(deliveries, as_of), _named(deliveries, as_of)
    found = []
    for sector, own in rows.groupby("sector", sort=True):
        other, mine = own[own["household_id"].isna()], named[named["sector"] == sector]
        typed, served = other["households_reached"].dropna(), told[f"served|{sector}"]
        low = max(served, int(typed.max() // BASE * BASE) if len(typed) else 0)
        high = served + (int(-(-typed.sum() // BASE)) * BASE if len(typed) else 0)
        n, silent = told[f"sector|{sector}"], told[f"sector|{sector}|no amount"]
        money = spent(other, mine, n - silent)
        found.append(
            {
                "sector": sector,
                "activities": len(other) + n,
                "without_amount": int(other["amount_rupiah"].isna().sum()) + silent,
                "amount_rupiah": money,
                "households_low": low,
                "households_high": high,
            }
        )
    table = pd.DataFrame(found)
    whole = {
        "sector": "all",
        **table[["activities", "without_amount"]].sum(),
        "amount_rupiah": table["amount_rupiah"].sum(min_count=1),
        "households_low": table["households_low"].max(),
        "households_high": table["households_high"].sum(),
    }
    table = pd.concat([table, pd.DataFrame([whole])], ignore_index=True)
    for each, limit in (("rupiah_low", "households_high"), ("rupiah_high", "households_low")):
        table[each] = table["amount_rupiah"] / table[limit].astype(float).replace(0.0, np.nan)
    return Cost(table, "sector", len(named) > 0)


def public_progress(deliveries: pd.DataFrame, as_of: dt.date, told: InFives | None = None) -> Progress:
    """Planned against done as it may leave the office: numbers of activities and amounts as in `public_cost`; shares done are
    whole percentages of the activities reported, days late whole days. Both leave out those that name a household where an
    agency has few of them: they would be told of a family or two. The row "all" is the sum of the others; by month there is
    only "all"."""
    told = in_fives(log_groups(deliveries, as_of)) if told is None else told
    rows, named = counted(deliveries, as_of), _named(deliveries, as_of)
    undated = ~_dated_enough(rows)  # done all the same, as their day said
    left = {
        "planned_date": rows["planned_date"].where(of_enough(rows, told)),  # what is not planned is in no mean
        "actual_date": rows["actual_date"].mask(undated),
        "done_percent": rows["done_percent"].fillna(100 * rows["share"].where(undated)),
    }
    exact = planned_against_done(deliveries.assign(**{c: v.to_numpy() for c, v in left.items() if c in deliveries}), as_of)
    other = rows[rows["household_id"].isna()]
    found = []
    for row in exact.by_agency().iloc[:-1].to_dict("records"):
        mine, site = f"agency|{row['agency']}", other[other["agency"] == row["agency"]]
        due = int(site["due"].sum()) + told[f"{mine}|due"]
        silent = int(site["silent"].sum()) + told[f"{mine}|silent"]
        money = spent(site, named[named["agency"] == row["agency"]], told[mine] - told[f"{mine}|no amount"])
        found.append(
            row | _shares(row["done_percent"], due, silent) | {"activities": len(site) + told[mine], "amount_rupiah": money}
        )
    table = pd.DataFrame(found)
    whole = exact.by_agency().iloc[-1].to_dict()
    whole |= {c: table[c].sum() for c in ("activities",)} | {"amount_rupiah": table["amount_rupiah"].sum(min_count=1)}
    whole |= _shares(whole["done_percent"], int(table["due"].sum()), int(table["not_reported"].sum()))
    return replace(
        exact,
        agencies=pd.concat([table, pd.DataFrame([whole])], ignore_index=True),
        months=_months(other, named, told, exact),
        about=len(named) > 0,
    )


def of_enough(rows: pd.DataFrame, told: InFives) -> pd.Series:
    """Which activities are for a whole RT, or of an agency with enough due and reported that name a household: the mean of those
    reported is told, however many are due."""
    reported = {a: told[f"agency|{a}|due"] - told[f"agency|{a}|silent"] for a in rows["agency"].unique()}
    return rows["household_id"].isna() | (rows["agency"].map(reported) >= ENOUGH)


def _dated_enough(rows: pd.DataFrame) -> pd.Series:
    """The same of those with a day on which they took place, whose median lateness is told."""
    dated = rows[rows["due"] & (rows["actual_date"] <= rows["as_of"])]
    families = rows["agency"].map(dated.groupby("agency")["household_id"].nunique()).fillna(0)
    return rows["household_id"].isna() | (rows["actual_date"] > rows["as_of"]) | (families >= ENOUGH)


def _shares(done: float, due: int, silent: int) -> dict:
    """Shares of what was due, from whole percentages and published numbers alone."""
    done = float(np.floor(done + 0.5)) if done == done else np.nan
    known = (due - silent) / due if due else np.nan
    low = 0.0 if due and silent == due else done * known
    return {
        "due": due,
        "not_reported": silent,
        "done_percent": done if due > silent else np.nan,
        "percent_low": low,
        "percent_high": low + 100 * (1 - known),
    }


def _months(other: pd.DataFrame, named: pd.DataFrame, told: InFives, exact: Progress) -> pd.DataFrame:
    """Month by month for all agencies: those for a whole RT as they are, those that name a household in fives, or not at all
    where no agency has enough of them."""
    table = exact.table()
    table = table[table["agency"] == "all"].reset_index(drop=True)
    named = named[of_enough(named, told)]
    share = np.floor(100 * named["share"].mean() + 0.5) / 100 if named["share"].notna().any() else 0.0
    month = table["month"]
    at = {
        kind: np.array([told[f"{kind}|{m}"] if len(named) else 0 for m in month], dtype=int) for kind in ("plan", "took", "mute")
    }
    count = {
        kind: month.map(other[kind].value_counts()).astype(float).fillna(0).astype(int) + at[kind] for kind in ("plan", "mute")
    }
    done = month.map(other.groupby("took")["share"].sum()).astype(float).fillna(0.0) + share * at["took"]
    table = table.assign(
        planned=count["plan"],
        done=done,
        amount_rupiah=np.nan,
        planned_so_far=count["plan"].cumsum(),
        done_so_far=done.cumsum(),
        not_reported_so_far=count["mute"].cumsum(),
    )
    known = table["percent_so_far"].notna() & (table["planned_so_far"] > 0)
    return table.assign(percent_so_far=(100 * table["done_so_far"] / table["planned_so_far"].replace(0, np.nan)).where(known))


def spent(other: pd.DataFrame, named: pd.DataFrame, n: int) -> float:
    """What was spent: for whole RTs as it is, for households their mean price, to two figures (one where they are few), times
    their published number."""
    sums = [other["amount_rupiah"].sum(min_count=1)]
    if n and named["amount_rupiah"].notna().any():
        price = float(named["amount_rupiah"].mean())
        digits = int(np.floor(np.log10(price))) - (n >= ENOUGH) if price > 0 else 0
        sums.append(n * round(price, -digits))
    return pd.Series(sums, dtype=float).sum(min_count=1)


def counted(deliveries: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """The log with what is counted of each activity."""
    day = pd.Timestamp(as_of).normalize()
    rows = checked(deliveries, ())
    rows = rows.assign(given=given(rows), share=share_done(rows, day), as_of=day)
    rows["due"] = rows["planned_date"].notna() & (rows["planned_date"] <= day)
    rows["silent"] = rows["due"] & rows["share"].isna()
    rows["plan"] = rows["planned_date"].dt.strftime("%Y-%m")
    took = rows["actual_date"].fillna(rows["planned_date"]).where(lambda d: d <= day)
    rows["took"] = took.dt.strftime("%Y-%m").where(rows["share"].notna())
    rows["mute"] = rows["plan"].where(rows["silent"])
    return rows


def _named(deliveries: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    rows = counted(deliveries, as_of)
    return rows[rows["household_id"].notna()]


def _parts(rows: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Name and activities of every number that is published."""
    for sector, own in rows.groupby("sector", sort=True):
        yield f"sector|{sector}", own
        yield f"sector|{sector}|no amount", own[own["amount_rupiah"].isna()]
    for agency, own in rows.groupby("agency", sort=True):
        yield f"agency|{agency}", own
        yield f"agency|{agency}|due", own[own["due"]]
        yield f"agency|{agency}|silent", own[own["silent"]]
        yield f"agency|{agency}|no amount", own[own["amount_rupiah"].isna()]
    for kind in ("plan", "took", "mute"):
        for month, own in rows.groupby(kind, sort=True):
            yield f"{kind}|{month}", own
