"""Where each past site stood among all places, with the data as known when it was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from . import texts

UNDATED = 0  # the year of need that carries no year


@dataclass(frozen=True, eq=False)
class Stratum:
    """One choice: the sites of one year within one group, among all places of that group.

    `codes` and `need` are the places whose need was known, `chosen` the positions in them of the sites,
    `needy` marks the neediest (places tied at the cut all count).
    """

    year: object
    group: object
    need_year: object
    codes: np.ndarray
    need: np.ndarray
    chosen: np.ndarray
    needy: np.ndarray

    @property
    def counts(self) -> tuple[int, int, int]:
        """Places, needy, chosen."""
        return len(self.codes), int(self.needy.sum()), len(self.chosen)

    @property
    def hits(self) -> int:
        """How many of the chosen are among the neediest."""
        return int(self.needy[self.chosen].sum())


def percentiles(need: np.ndarray) -> np.ndarray:
    """Percentile of need, 0-100: half a place per place with as much need, all of those with more.

    Near 0 the neediest, near 100 the least needy; ties share the middle, so that a draw by lot gives 50
    on average whatever the ties.

    >>> percentiles(np.array([9.0, 5.0, 5.0, 1.0]))
    array([12.5, 50. , 50. , 87.5])
    """
    from scipy.stats import rankdata

    return 100 * (rankdata(-need) - 0.5) / len(need)


def ranks(need: np.ndarray) -> np.ndarray:
    """Rank of need, 1 the neediest; equal need has equal rank (one more than the places with more need)."""
    from scipy.stats import rankdata

    return rankdata(-need, method="min").astype(int)


def neediest(need: np.ndarray, k: int) -> np.ndarray:
    """Marks the k largest values, and all that tie with the last of them."""
    cut = np.partition(need, len(need) - k)[len(need) - k]
    return need >= cut


def reason_text(site: Any) -> Text:
    """Why a site (a row of `find_standing`) could not be audited, as a phrase; empty for audited sites."""
    return texts.REASONS[site.reason].fill(known=site.known, places=site.places) if site.reason else Text("", "")


def find_standing(
    chosen: pd.DataFrame,
    need: pd.DataFrame,
    group: pd.Series,
    lag: int,
    coverage: float,
    k: float | None,
    needy: pd.Series | None,
) -> tuple[list[Stratum], pd.DataFrame]:
    """The strata that can be audited, and every site with its rank or the reason why it has none.

    `chosen` has `area_code, year`; `need` `area_code, year, need`; `group` maps every place to its group.
    `k` counts the neediest of each stratum, or is their share where it is below 1. `needy` is
    None or a Series of booleans by area code that replaces "the k neediest".
    """
    sites = chosen.assign(group=chosen["area_code"].map(group))
    values = need.assign(group=need["area_code"].map(group)).dropna(subset=["need"])
    values["year"] = values["year"].fillna(UNDATED)
    size = group.value_counts()
    sites["reason"], sites["need_year"] = _as_known(sites, values, lag)
    counted = values.groupby(["group", "year"]).size()
    sites["known"] = [counted.get((g, y), 0) for g, y in zip(sites["group"], sites["need_year"], strict=True)]
    sites["places"] = sites["group"].map(size)
    thin = (sites["reason"] == "") & (sites["known"] < coverage * sites["places"])
    sites.loc[thin, "reason"] = "thin"
    strata = []
    for column in ("need", "rank", "percentile"):
        sites[column] = np.nan
    sites["among_neediest"] = pd.array([pd.NA] * len(sites), dtype="boolean")
    for (year, name, need_year), rows in sites[sites["reason"] == ""].groupby(["year", "group", "need_year"], dropna=False):
        here = values[(values["group"] == name) & (values["year"] == need_year)]
        found = rows["area_code"].isin(here["area_code"])
        sites.loc[rows.index[~found], "reason"] = "missing"
        rows = rows[found]
        if rows.empty:
            continue
        if here["need"].nunique() == 1:
            sites.loc[rows.index, "reason"] = "level"
            continue
        stratum = _stratum(year, name, need_year, here, rows["area_code"], k, needy)
        strata.append(stratum)
        sites.loc[rows.index, "need"] = stratum.need[stratum.chosen]
        sites.loc[rows.index, "rank"] = ranks(stratum.need)[stratum.chosen]
        sites.loc[rows.index, "percentile"] = percentiles(stratum.need)[stratum.chosen]
        sites.loc[rows.index, "among_neediest"] = stratum.needy[stratum.chosen]
    sites["need_year"] = sites["need_year"].astype("Int64").replace(UNDATED, pd.NA)
    return strata, sites


def _stratum(
    year: int, name: str, need_year: int, here: pd.DataFrame, sites: pd.Series, k: float | None, needy: pd.Series | None
) -> Stratum:
    codes, value = here["area_code"].to_numpy(), here["need"].to_numpy()
    chosen = pd.Index(codes).get_indexer(sites)
    if needy is not None:
        return Stratum(year, name, need_year, codes, value, chosen, needy.reindex(codes, fill_value=False).to_numpy())
    if isinstance(k, float):
        k = max(1, round(k * len(codes)))
    if k is not None and k > len(codes):
        raise WrongUse(texts.K_TOO_LARGE.fill(k=k, known=len(codes)))
    marked = neediest(value, len(chosen) if k is None else k)
    return Stratum(year, name, need_year, codes, value, chosen, marked)


def _as_known(sites: pd.DataFrame, values: pd.DataFrame, lag: int) -> tuple[list[str], list[int]]:
    """For each site the reason it cannot be placed (or ""), and the newest year of need known by then."""
    dated = (values["year"] != UNDATED).any()
    by_group = {name: sorted(set(years)) for name, years in values.groupby("group")["year"]}
    reasons, years = [], []
    for site in sites.itertuples():
        reason, year = "", UNDATED
        if pd.isna(site.group):
            reason = "not_listed"
        elif dated and pd.isna(site.year):
            reason = "no_year"
        elif dated:
            earlier = [y for y in by_group.get(site.group, ()) if y <= site.year - lag]
            reason, year = ("", earlier[-1]) if earlier else ("too_late", UNDATED)
        reasons.append(reason)
        years.append(int(year))
    return reasons, years
