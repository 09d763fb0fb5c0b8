"""Past sites against an official list, such as a decree of slums: the one in force when each was chosen.

Lists are renewed, and a later list is often longer and may have been written with the sites in view. Judging an old
site by a new list is a common error; that figure is shown beside the right one.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ...display import Shown
from ...say import Text, together
from ...say.errors import NotEnoughData, WrongUse
from ..columns import years_of
from ..texts import YEARS_NEEDED
from . import texts
from .lottery import at_least, central_range, hits_distribution
from .past_sites import KEYS

TABLE = (
    "basis",
    "list_year",
    "first_site",
    "last_site",
    "sites",
    "on_list",
    "unknown",
    "listed",
    "places",
    "expected",
    "low",
    "high",
    "lottery_p",
    "note",
)


@dataclass(frozen=True, eq=False)
class ListAudit(Shown):
    """The result of `audit_list`: `.table()` by list, `.places()` by site, `.sentence(lang)`."""

    rows: pd.DataFrame
    sites: pd.DataFrame
    recipe: dict

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row per list in force, one for all of them together, and one by hindsight.

        Columns: basis (`in force`, `all in force`, `hindsight`), list_year, first_site, last_site (years of
        the sites judged by it), sites, on_list, unknown (a partial list does not say), listed, places,
        expected by lottery with its 95 % range low, high, lottery_p (one-sided), note.
        """
        out = self.rows.copy()
        out["note"] = [_note(row).say(lang) for row in self.rows.itertuples()]
        return out[list(TABLE)]

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang)
        ends = zip(shown["first_site"], shown["last_site"], strict=True)
        spans = ["" if pd.isna(a) else _span(a, b) for a, b in ends]
        shown.insert(2, "years_of_sites", spans)
        return shown.drop(columns=["first_site", "last_site", *(["unknown"] if not shown["unknown"].any() else [])])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"years_of_sites": texts.SITES_OF.say(lang)}

    def places(self) -> pd.DataFrame:
        """Each site: area_code, year, list_year in force, on_list (`on`, `off`, `unknown`, `no list yet`),
        latest_year and on_latest for the newest list, which is hindsight."""
        return self.sites.copy()

    def sentence(self, lang: str | None = None) -> str:
        """All lists in force together, each list, then the figure often quoted and why it misleads."""
        early = int((self.sites["on_list"] == "no list yet").sum())
        # with a partial list only what is known of each list is said: sums over unknowns mean nothing
        rows = [row for row in self.rows.itertuples() if row.basis == "in force" or not row.partial]
        rows.sort(key=lambda row: row.basis != "all in force")  # stable: the whole first, then list by list
        said = [
            *map(_row_sentence, rows),
            texts.EARLY.fill(n=early) if early else "",
            texts.WHAT_P_IS if any(row.lottery_p == row.lottery_p for row in rows) else "",
        ]
        return together(said, lang)

    def sentence_of(self, area_code: str, name: str = "", lang: str | None = None) -> str:
        """What was known of one site when it was chosen; `name` is how the sentence calls it."""
        here = self.sites[self.sites["area_code"] == area_code]
        if here.empty:
            raise WrongUse(texts.SITE_NOT_AUDITED.fill(code=area_code))
        said = [
            texts.SITE_STATES[site.on_list].fill(name=name or area_code, year=site.year, list_year=site.list_year)
            for site in here.itertuples()
        ]
        return together(said, lang)


def audit_list(
    sites: pd.DataFrame,
    lists: pd.DataFrame,
    places: Collection[str],
    *,
    partial: Collection[int] = (),
    lead: int = 1,
) -> ListAudit:
    """Each past site against the official list in force when it was chosen, beside a lottery.

    sites: one row a site, `area_code` (or `village_code`) and `year` (programme year); pass confirmed
    sites only. lists: one row a listed place, `area_code` (or `village_code`) and `year` of the decree.
    places: codes of all places among which the sites were chosen. partial: years of lists known only in
    part; absence from these is unknown, never "not on it", and no lottery is worked out. lead: a site of
    year Y was chosen in Y - lead or before, so the newest list of that year or earlier is in force.

    The lottery is exact: the chance that as many sites drawn at random from `places`, list by list, would
    stand on it (hypergeometric). Sites that come before every list are shown and not judged. The row
    `hindsight` puts all sites on the newest list, as is often done: it judges choices by what was not yet
    written. Errors: WrongUse for unreadable tables and codes outside `places`; NotEnoughData without a
    dated site. Not for lists that were written because of the sites.

    >>> sites = pd.DataFrame({"area_code": ["a", "b"], "year": [2016, 2023]})
    >>> lists = pd.DataFrame({"area_code": ["a", "b", "c"], "year": [2015, 2022, 2022]})
    >>> audit_list(sites, lists, ["a", "b", "c", "d"]).places()["on_list"].tolist()
    ['on', 'on']
    """
    places = frozenset(places)
    sites, lists = _read(sites, places, "sites"), _read(lists, places, "lists")
    if sites.empty or lists.empty:
        raise NotEnoughData(texts.NOTHING_DATED)
    listed = {int(year): frozenset(rows) for year, rows in lists.groupby("year")["area_code"]}
    partial = frozenset(int(year) for year in partial)
    newest = max(listed)
    sites["list_year"] = pd.array([_in_force(listed, year - lead) for year in sites["year"]], dtype="Int64")
    sites["on_list"] = _states(sites["area_code"], sites["list_year"], listed, partial)
    sites["latest_year"] = newest
    sites["on_latest"] = _states(sites["area_code"], sites["latest_year"], listed, partial)
    rows = [
        _row("in force", year, here, "on_list", [year], listed, places, partial)
        for year, here in sites.dropna(subset=["list_year"]).groupby("list_year")
    ]
    if len(rows) > 1:
        judged = sites.dropna(subset=["list_year"])
        years = judged["list_year"].unique()
        rows.append(_row("all in force", pd.NA, judged, "on_list", years, listed, places, partial))
    rows.append(_row("hindsight", newest, sites, "on_latest", [newest], listed, places, partial))
    table = pd.DataFrame(rows).astype({"list_year": "Int64", "listed": "Int64"})
    return ListAudit(table, sites, {"partial": tuple(sorted(partial)), "lead": lead, "places": len(places)})


def _read(table: pd.DataFrame, places: frozenset, what: str) -> pd.DataFrame:
    """`area_code, year` of the rows with both; codes outside `places` are refused."""
    key = next((name for name in KEYS if name in table), None)
    if key is None or "year" not in table:
        raise WrongUse(YEARS_NEEDED.fill(what=what))
    out = pd.DataFrame({"area_code": table[key], "year": years_of(table["year"], "year", table[key])})
    out = out.dropna().drop_duplicates().sort_values(["year", "area_code"], ignore_index=True)
    strange = sorted(set(out["area_code"]) - places)
    if strange:
        raise WrongUse(texts.CODE_OUTSIDE_PLACES.fill(code=strange[0], what=what))
    return out


def _in_force(listed: dict[int, frozenset], year: int) -> Any:
    earlier = [y for y in listed if y <= year]
    return max(earlier) if earlier else pd.NA


def _states(codes: pd.Series, years: pd.Series, listed: dict[int, frozenset], partial: Container[int]) -> list[str]:
    out = []
    for code, year in zip(codes, years, strict=True):
        if pd.isna(year):
            out.append("no list yet")
        elif code in listed[int(year)]:
            out.append("on")
        else:
            out.append("unknown" if int(year) in partial else "off")
    return out


def _row(
    basis: str,
    list_year: Any,
    sites: pd.DataFrame,
    column: str,
    years: Iterable,
    listed: dict[int, frozenset],
    places: Collection[str],
    partial: Container[int],
) -> dict:
    """One line of the table; without a lottery where a list is partial."""
    years = [int(year) for year in years]
    per_list = sites.groupby("list_year").size() if basis != "hindsight" else {years[0]: len(sites)}
    on = int((sites[column] == "on").sum())
    row = {
        "basis": basis,
        "list_year": list_year,
        "first_site": int(sites["year"].min()),
        "last_site": int(sites["year"].max()),
        "sites": len(sites),
        "on_list": on,
        "unknown": int((sites[column] == "unknown").sum()),
        "listed": len(listed[years[0]]) if len(years) == 1 else pd.NA,
        "places": len(places),
        "expected": float("nan"),
        "low": float("nan"),
        "high": float("nan"),
        "lottery_p": float("nan"),
        "partial": any(year in partial for year in years),
    }
    if not row["partial"]:
        lots = hits_distribution([(len(places), len(listed[y]), int(per_list[y])) for y in years])
        row["expected"] = sum(int(per_list[y]) * len(listed[y]) / len(places) for y in years)
        row["low"], row["high"] = central_range(lots)
        row["lottery_p"] = at_least(lots, on)
    return row


def _note(row: Any) -> Text:
    if row.partial:
        return texts.PARTIAL_NOTE
    return texts.HINDSIGHT_NOTE if row.basis == "hindsight" else Text("", "")


def _row_sentence(row: Any) -> Text:
    said = {"on": row.on_list, "sites": row.sites, "p": row.lottery_p, "year": row.list_year}
    if row.basis == "all in force":
        return texts.ALL_IN_FORCE.fill(expected=row.expected, **said)
    if row.basis == "hindsight" and not row.partial:
        return texts.HINDSIGHT.fill(**said)
    years = _span(row.first_site, row.last_site)
    if row.partial:
        return texts.PARTIAL.fill(years=years, unknown=row.unknown, **said)
    return texts.IN_FORCE.fill(years=years, listed=row.listed, places=row.places, **said)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"
