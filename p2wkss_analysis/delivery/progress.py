"""Planned against done by agency and month: the share each agency has done, and what nobody reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say import together
from ..say.errors import WrongUse
from . import texts
from .log import checked, share_done

NAMED = 3  # agencies farthest behind that the sentence names; the table has them all


@dataclass(frozen=True, eq=False, repr=False)
class Progress(Shown):
    """Planned against done by agency and month, as known on the day `as_of`; about: numbers of activities are published ones,
    in which those that name a household are rounded."""

    months: pd.DataFrame
    agencies: pd.DataFrame
    as_of: dt.date
    about: bool = False

    def table(self) -> pd.DataFrame:
        """agency ("all" for the whole), month ("2025-04"), planned, done, planned_so_far, done_so_far,
        not_reported_so_far, percent_so_far, amount_rupiah.

        An activity counts 1 in the month it was planned for, and its share done in the month it took place.
        percent_so_far is done of planned so far, above 100 where work came early, missing before anything was planned
        and for months still ahead; what nobody reported adds nothing to it and is counted beside it."""
        return self.months.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.by_agency().drop(columns=["done_percent"])  # what nobody reported lies between low and high

    def by_agency(self) -> pd.DataFrame:
        """agency, activities, due, done_percent, percent_low, percent_high, not_reported, days_late, amount_rupiah.

        Of activities due: done_percent is the mean of those reported; low and high count the unreported as 0 and as
        100. days_late is the median of actual less planned date."""
        return self.agencies.copy()

    def sentence(self, lang: str | None = None) -> str:
        """How much of what is due was done, the agencies farthest behind, and what nobody reported."""
        due = self.agencies[(self.agencies["due"] > 0) & (self.agencies["agency"] != "all")]
        if due.empty:
            return texts.NOTHING_DUE.say(lang, day=self.as_of)
        given = {"day": self.as_of, "n": due["due"].sum(), "about": self.about}
        whole = self.agencies.loc[self.agencies["agency"] == "all", "done_percent"].item()
        if pd.isna(whole):
            return texts.NOTHING_REPORTED.say(lang, **given)
        behind = due[due["done_percent"] < whole].sort_values("done_percent", kind="stable")
        named, others = behind.head(NAMED), behind.iloc[NAMED:]
        lowest = [texts.AGENCY_WITH_SHARE.fill(agency=r.agency, share=r.done_percent) for r in named.itertuples()]
        if alike := int(
            (others["done_percent"] == named["done_percent"].max()).sum()
        ):  # which of them are named is the order of the alphabet
            lowest.append(texts.AS_MANY_MORE.fill(n=alike))
        silent = int(due["not_reported"].sum())
        return together(
            [
                texts.DONE_ON_AVERAGE.fill(**given, share=whole),
                texts.LOWEST.fill(agencies=lowest) if lowest else "",
                texts.NOT_REPORTED.fill(n=silent, about=self.about) if silent else "",
            ],
            lang,
        )


def planned_against_done(deliveries: pd.DataFrame, as_of: dt.date) -> Progress:
    """How much of the plan each agency has carried out, month by month.

    deliveries: one row an activity, with agency, planned_date, actual_date (dates or missing), done_percent (0-100 or
    missing) and, where known, amount_rupiah. as_of: the day the question is asked; later dates are not counted as
    done. An activity with an actual date and no share counts as done; with neither it is not reported, which is not
    zero. Activities without a planned date are in amounts only.

    Raises WrongUse with every fault at once. An input, never an outcome.

    >>> log = pd.DataFrame({"agency": ["Dinas A", "Dinas A", "Dinas B"],
    ...     "planned_date": pd.to_datetime(["2025-03-01", "2025-04-01", "2025-04-01"]),
    ...     "actual_date": pd.to_datetime(["2025-03-02", "2025-04-05", None]), "done_percent": [100, 100, 20]})
    >>> planned_against_done(log, dt.date(2025, 6, 30)).sentence("en")
    'On 30 June 2025, 3 activities were due; those reported were 73% done on average. Lowest: Dinas B 20%.'
    """
    rows = checked(deliveries, ("agency", "planned_date", "actual_date", "done_percent"))
    day = _day(as_of)
    rows["share"] = share_done(rows, day)
    rows["due"] = rows["planned_date"].notna() & (rows["planned_date"] <= day)
    rows["late"] = (rows["actual_date"] - rows["planned_date"]).dt.days.where(rows["actual_date"] <= day)
    rows["planned"] = rows["planned_date"].dt.strftime("%Y-%m")
    rows["took"] = rows["actual_date"].fillna(rows["planned_date"]).where(lambda d: d <= day).dt.strftime("%Y-%m")
    rows = rows[["agency", "share", "due", "late", "planned", "took", "amount_rupiah"]]
    groups = [*rows.groupby("agency", sort=True), ("all", rows)]
    agencies = pd.DataFrame([{"agency": name, **_agency(own)} for name, own in groups])
    months = pd.concat([_months(name, own, day) for name, own in groups], ignore_index=True)
    return Progress(months, agencies, day.date())


def _agency(rows: pd.DataFrame) -> dict:
    due = rows[rows["due"]]
    share, n = due["share"], len(due)
    silent = int(share.isna().sum())
    total = float(share.sum())
    return {
        "activities": len(rows), "due": n, "done_percent": 100 * share.mean() if n > silent else np.nan,
        "percent_low": 100 * total / n if n else np.nan, "percent_high": 100 * (total + silent) / n if n else np.nan,
        "not_reported": silent, "days_late": due["late"].median(),
        "amount_rupiah": rows["amount_rupiah"].sum(min_count=1),
    }  # fmt: skip


MONTHS = (
    "agency", "month", "planned", "done", "planned_so_far", "done_so_far", "not_reported_so_far", "percent_so_far",
    "amount_rupiah",
)  # fmt: skip


def _months(agency: str, rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Counts by month: planned where planned, done where it took place (or, undated, where it was planned)."""
    planned, took = rows["planned"], rows["took"]
    table = pd.DataFrame(
        {
            "planned": planned.value_counts(),
            "done": rows["share"].groupby(took).sum(),
            "silent": planned[rows["due"] & rows["share"].isna()].value_counts(),
            "amount_rupiah": rows["amount_rupiah"].groupby(took).sum(min_count=1),
        }
    ).sort_index()
    table[["planned", "done", "silent"]] = table[["planned", "done", "silent"]].fillna(0.0)
    table = table.astype({"planned": int, "silent": int}).rename_axis("month").reset_index()
    so_far = table[["planned", "done", "silent"]].cumsum()
    table["planned_so_far"], table["done_so_far"] = so_far["planned"], so_far["done"]
    table["not_reported_so_far"] = so_far["silent"]
    known = (so_far["planned"] > 0) & (table["month"] <= day.strftime("%Y-%m"))
    table["percent_so_far"] = (100 * so_far["done"] / so_far["planned"]).where(known)
    return table.assign(agency=agency)[list(MONTHS)]


def _day(as_of: dt.date) -> pd.Timestamp:
    if not isinstance(as_of, dt.date) or pd.isna(as_of):
        raise WrongUse(texts.NO_DAY)
    return pd.Timestamp(as_of).tz_localize(None).normalize()
