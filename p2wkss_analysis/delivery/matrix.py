"""The matrix by agency: activity, target, realisation, budget, spending, obstacle and follow-up, as it may be published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..disclosure.in_fives import InFives, in_fives
from ..disclosure.privacy import mask
from ..display import Shown
from ..say import Text, together
from ..say.harmless import one_line
from . import texts
from .log import sector
from .progress import Progress
from .public_log import counted, log_groups, of_enough, public_progress, spent

WORDS = ("activity", "target_unit", "obstacle", "follow_up")
NUMBERS = ("target", "budget_rupiah")
COLUMNS = (
    "agency", "activity", "activities", "target", "unit", "realised", "budget_rupiah", "amount_rupiah", "absorbed_percent",
    "done_percent", "not_reported", "obstacle", "follow_up",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class AgencyMatrix(Shown):
    """What each agency planned, did and spent, line by line. rows: as `.table()`, whose texts know both languages; progress:
    the same activities by agency."""

    rows: pd.DataFrame
    progress: Progress

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """agency, activity, activities (how many), target and realised (in `unit`), budget_rupiah, amount_rupiah,
        absorbed_percent, done_percent, not_reported, obstacle, follow_up; the row "all" of an agency, and the agency "all", sum
        the lines. realised: the target times the share reported done. done_percent: of activities due. absorbed_percent: of
        activities whose budget and amount are both known. Activities that name a household are one line of an agency, counted
        in fives, without words that were typed for them."""
        said = {c: [v.say(lang) if isinstance(v, Text) else v for v in self.rows[c]] for c in ("activity", "unit")}
        return self.rows.assign(**said)

    def sentence(self, lang: str | None = None) -> str:
        """Budget, amount spent and the share absorbed; or that no budget is filled in."""
        whole = self.rows.iloc[-1]
        if pd.isna(whole["budget_rupiah"]):
            money = texts.NO_BUDGET if pd.isna(whole["amount_rupiah"]) else texts.SPENT_WITHOUT_BUDGET
        elif not whole["budget_rupiah"]:
            money = texts.BUDGET_ZERO
        else:
            money = texts.BUDGET if pd.isna(whole["absorbed_percent"]) else texts.ABSORBED
        given = {"budget": whole["budget_rupiah"], "spent": whole["amount_rupiah"], "share": whole["absorbed_percent"]}
        return together([money.fill(**given)], lang)

    def sums(self, lang: str | None = None) -> pd.DataFrame:
        """The sums alone: one row an agency, who spent most first, and "all"."""
        table = self.table(lang)[[words is texts.ALL_ACTIVITIES for words in self.rows["activity"]]]
        ordered = table.iloc[:-1].sort_values("amount_rupiah", ascending=False, kind="stable")
        return pd.concat([ordered, table.tail(1)], ignore_index=True)


def agency_matrix(deliveries: pd.DataFrame, as_of: dt.date, told: InFives | None = None) -> AgencyMatrix:
    """The matrix of one year's activities, known on the day `as_of`.

    deliveries: as `planned_against_done`, and where known activity, target, target_unit, budget_rupiah, obstacle, follow_up.
    Raises what `planned_against_done` raises.

    >>> log = pd.DataFrame({"agency": "Dinas A", "activity": ["Posyandu", "Posyandu"], "target": [6, 6], "target_unit": "kali",
    ...     "planned_date": pd.to_datetime(["2025-03-01", "2025-04-01"]), "actual_date": pd.NaT, "done_percent": [100, 50],
    ...     "budget_rupiah": 2e6, "amount_rupiah": [2e6, 1e6]})
    >>> line = agency_matrix(log, dt.date(2025, 6, 30)).table("en").iloc[0]
    >>> line["activity"], *map(float, line[["target", "realised", "absorbed_percent", "done_percent"]])
    ('Posyandu', 12.0, 9.0, 75.0, 75.0)
    """
    told = in_fives(log_groups(deliveries, as_of)) if told is None else told
    progress = public_progress(deliveries, as_of, told)
    rows = counted(deliveries, as_of).assign(
        **{c: _words(deliveries, c) for c in WORDS}, **{c: _numbers(deliveries, c) for c in NUMBERS}
    )
    agencies = progress.by_agency().set_index("agency")
    lines = []
    for name, own in rows.groupby("agency", sort=True):
        site, named = own[own["household_id"].isna()], own[own["household_id"].notna()]
        mine = [_line(group) for _, group in site.groupby(["activity", "target_unit"], sort=True)]
        mine += [_of_households(named, told, name)] if len(named) else []
        lines += [{"agency": name, **line} for line in (*mine, _sum(mine, agencies.loc[name]))]
    totals = [line for line in lines if line["activity"] is texts.ALL_ACTIVITIES]
    lines.append({"agency": "all", **_sum(totals, agencies.loc["all"])})
    return AgencyMatrix(pd.DataFrame(lines).astype({"activity": object, "unit": object})[list(COLUMNS)], progress)


def _line(rows: pd.DataFrame) -> dict[str, Any]:
    """One activity of an agency for whole places, however often it took place."""
    due, both = rows[rows["due"]], rows[rows["budget_rupiah"].notna() & rows["amount_rupiah"].notna()]
    return {
        "activity": rows["activity"].iloc[0],
        "activities": len(rows),
        "target": rows["target"].sum(min_count=1),
        "unit": rows["target_unit"].iloc[0],
        "realised": (rows["target"] * rows["share"]).sum(min_count=1),
        "budget_rupiah": rows["budget_rupiah"].sum(min_count=1),
        "amount_rupiah": rows["amount_rupiah"].sum(min_count=1),
        **_absorbed(both["amount_rupiah"].sum(), both["budget_rupiah"].sum()),
        "done_percent": 100 * due["share"].mean(),
        "not_reported": int(rows["silent"].sum()),
        **{c: "; ".join(dict.fromkeys(text for text in rows[c] if text)) for c in ("obstacle", "follow_up")},
    }


def _of_households(rows: pd.DataFrame, told: InFives, agency: str) -> dict[str, Any]:
    """The activities of an agency that name a household: numbers as published, sectors instead of what was typed."""
    n, mute = told[f"agency|{agency}"], told[f"agency|{agency}|no amount"]
    nothing = rows.iloc[:0]
    priced = rows.assign(amount_rupiah=rows["budget_rupiah"])
    budget = spent(nothing, priced, n) if priced["amount_rupiah"].notna().all() else np.nan
    amount = spent(nothing, rows, n - mute)
    enough = of_enough(rows, told)  # the share of a few would be that of a family or two
    done = 100 * rows.loc[rows["due"] & enough, "share"].mean()
    return {
        "activity": texts.FOR_HOUSEHOLDS.fill(sectors=[sector(s) for s in sorted(rows["sector"].dropna().unique())]),
        "activities": n,
        "target": float(n) if n else np.nan,
        "unit": texts.ACTIVITY if n else texts.UP_TO_FIVE,
        "realised": np.nan,
        "budget_rupiah": budget,
        "amount_rupiah": amount,
        **(_absorbed(0.0, 0.0) if mute or np.isnan(amount) or np.isnan(budget) else _absorbed(amount, budget)),
        "done_percent": np.floor(done + 0.5),
        "not_reported": told[f"agency|{agency}|silent"],
        "obstacle": "",
        "follow_up": "",
    }


def _sum(lines: list[dict[str, Any]], agency: pd.Series) -> dict[str, Any]:
    """The sum of lines; shares done and amounts are those of the progress by agency."""
    table = pd.DataFrame(lines)
    return {
        "activity": texts.ALL_ACTIVITIES,
        "activities": int(agency["activities"]),
        "target": np.nan,
        "unit": "",
        "realised": np.nan,
        "budget_rupiah": table["budget_rupiah"].sum(min_count=1),
        "amount_rupiah": agency["amount_rupiah"],
        **_absorbed(table["paid"].sum(), table["paid_of"].sum()),
        "done_percent": agency["done_percent"],
        "not_reported": int(agency["not_reported"]),
        "obstacle": "",
        "follow_up": "",
    }


def _absorbed(paid: float, paid_of: float) -> dict[str, float]:
    """The share spent where budget and amount are both known; both sums are kept, so that sums of lines are of them too."""
    return {"paid": paid, "paid_of": paid_of, "absorbed_percent": 100 * paid / paid_of if paid_of else np.nan}


def _words(deliveries: pd.DataFrame, name: str) -> list[str]:
    if name not in deliveries:
        return [""] * len(deliveries)
    return ["" if pd.isna(cell) else mask(one_line(str(cell))) for cell in deliveries[name]]


def _numbers(deliveries: pd.DataFrame, name: str) -> np.ndarray:
    if name not in deliveries:
        return np.full(len(deliveries), np.nan)
    return pd.to_numeric(deliveries[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
