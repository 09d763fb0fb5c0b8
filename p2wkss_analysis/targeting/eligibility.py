"""Who may be chosen this year: places served before, places promised, and places forced in or out with reasons.

Sites are often fixed one to three years ahead, and a place that was just served usually waits. Both are
decisions outside the index: they are recorded with their reason and never enter the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..tables.whole_number import year_of
from . import texts
from .audit.past_sites import KEYS
from .columns import codes_of, years_of
from .ranking import Ranking
from .texts import REASONS, STATUSES


@dataclass(frozen=True, eq=False)
class Eligibility(Shown):
    """The result of `eligible_places`: `.table()`, `.candidates`, `.fixed`, and `.choose(ranking, k)`.

    `rows` has area_code, status (a key of STATUSES), since (year served or promised), reason (a key of
    REASONS or empty), detail (free text).
    """

    year: int
    rows: pd.DataFrame

    @property
    def candidates(self) -> tuple[str, ...]:
        """Places that may be chosen or drawn, by area code."""
        return tuple(self.rows.loc[self.rows["status"] == "eligible", "area_code"])

    @property
    def fixed(self) -> tuple[str, ...]:
        """Places that are in whatever the score: promised for this year, or forced in."""
        return tuple(self.rows.loc[self.rows["status"].isin(["promised", "included"]), "area_code"])

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """area_code, status, since, reason, note (both in words), one row a place."""
        out = self.rows.copy()
        words = [STATUSES[s].say(lang) for s in out["status"]]
        causes = [REASONS[r].say(lang) if r else "" for r in out["reason"]]
        out["note"] = ["; ".join(filter(None, parts)) for parts in zip(words, causes, out["detail"], strict=True)]
        return out[["area_code", "status", "since", "reason", "note"]]

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang).drop(columns=["status", "reason"]).rename(columns={"note": "status"})
        return shown.sort_values("since", kind="stable")  # those with a history first

    def choose(self, ranking: Ranking, k: int) -> pd.DataFrame:
        """The k sites of the year: the fixed ones first, then the neediest of the eligible.

        Columns: area_code, rank and score in the whole ranking, status, chosen; one row a place ranked or
        fixed, the chosen first. Errors: WrongUse where more are fixed than k, or fewer can be chosen.
        """
        table = ranking.table().merge(self.rows[["area_code", "status"]], on="area_code", how="outer")
        table["status"] = table["status"].fillna("eligible")
        free = table[(table["status"] == "eligible") & table["score"].notna()]
        if len(self.fixed) > k or len(self.fixed) + len(free) < k:
            raise WrongUse(texts.SITES_CANNOT_BE_MET.fill(k=k, fixed=len(self.fixed), free=len(free)))
        free = free.sort_values(["rank", "area_code"]).head(k - len(self.fixed))
        table["chosen"] = table["area_code"].isin([*self.fixed, *free["area_code"]])
        table = table.sort_values(["chosen", "rank", "area_code"], ascending=[False, True, True], ignore_index=True)
        return table[["area_code", "rank", "score", "status", "chosen"]]

    def sentence(self, lang: str | None = None) -> str:
        """How many may be chosen, and how many are in or out for which reason."""
        counts = self.rows["status"].value_counts()
        others = [
            texts.COUNT_OF_STATUS.fill(n=counts[s], status=words)
            for s, words in STATUSES.items()
            if s != "eligible" and s in counts
        ]
        said = texts.ELIGIBLE_AND_NOT if others else texts.ELIGIBLE
        return said.say(lang, year=self.year, n=len(self.candidates), places=len(self.rows), others=others)


def eligible_places(
    places: Iterable,
    year: int,
    *,
    served: pd.DataFrame | None = None,
    promised: pd.DataFrame | None = None,
    rest_years: int | None = None,
    include: Mapping | None = None,
    exclude: Mapping | None = None,
) -> Eligibility:
    """Who may be chosen for `year`.

    places: area codes. served, promised: tables with `area_code` (or `village_code`) and `year`; rows of
    served from `year` on, and of promised before it, say nothing about this year. rest_years: how many years
    a served place waits (with 3, a site of 2024 may return in 2028); None: never again. include, exclude:
    area code to a reason of REASONS, or to (reason, free text). The later rule wins: served, then promised,
    then forced out, then forced in; a place both in and out is refused.

    >>> served = pd.DataFrame({"area_code": ["a"], "year": [2024]})
    >>> eligible_places(["a", "b", "c"], 2026, served=served, include={"c": "deliberation"}).candidates
    ('b',)
    """
    year, codes = year_of(year), sorted(set(codes_of(places, texts.THE_PLACES)))
    rows = pd.DataFrame(
        {"area_code": codes, "status": "eligible", "since": pd.array([pd.NA] * len(codes), "Int64"), "reason": "", "detail": ""}
    ).set_index("area_code")
    if served is not None:
        last = _years(served, rows.index, "served")
        last = last[last < year].groupby(level=0).max()
        waiting = last.index if rest_years is None else last.index[last + rest_years >= year]
        rows.loc[waiting, "status"], rows.loc[waiting, "since"] = "served", last[waiting]
    if promised is not None:
        ahead = _years(promised, rows.index, "promised")
        ahead = ahead[ahead >= year].groupby(level=0).min()
        now = ahead == year
        rows.loc[ahead.index, "since"] = ahead
        rows.loc[ahead.index[~now], "status"], rows.loc[ahead.index[now], "status"] = "promised_later", "promised"
    include, exclude = include or {}, exclude or {}
    both = sorted(set(map(str, include)) & set(map(str, exclude)))
    if both:
        raise WrongUse(texts.IN_AND_OUT.fill(code=both[0]))
    for status, forced in (("excluded", exclude), ("included", include)):
        for code, why in forced.items():
            rows.loc[_member(str(code), rows.index), ["status", "reason", "detail"]] = [status, *_reason(why)]
    return Eligibility(year, rows.reset_index())


def _years(table: pd.DataFrame, places: pd.Index, what: str) -> pd.Series:
    """Years by area code; rows without code or year, and of places elsewhere, are left out."""
    key = next((name for name in KEYS if name in table), None)
    if key is None or "year" not in table:
        raise WrongUse(texts.YEARS_NEEDED.fill(what=what))
    years = years_of(table["year"], "year", table[key])
    known = table[key].isin(places) & years.notna()
    return pd.Series(years[known].astype("int64").to_numpy(), index=table.loc[known, key].to_numpy())


def _member(code: str, places: pd.Index) -> str:
    if code not in places:
        raise WrongUse(texts.NOT_AMONG_PLACES.fill(code=code))
    return code


def _reason(why: str | tuple[str, str]) -> tuple[str, str]:
    reason, detail = (why, "") if isinstance(why, str) else why
    if reason not in REASONS:
        raise WrongUse(texts.UNKNOWN_REASON.fill(reason=reason, known=REASONS))
    return reason, detail
