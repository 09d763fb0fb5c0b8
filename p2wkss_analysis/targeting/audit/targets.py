"""Did past choices hit the need? Each site against all places, with the data as known at the time.

Two families of measures complement each other: error counts (who was hit) and the remaining poverty gap (how far
below the line).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import Text, together
from ...say.errors import NotEnoughData, WrongUse
from ...tables.whole_number import seed_of, whole
from ..columns import codes_of, numbers_of
from . import texts
from .measures import gap_measures, hit_measures, standing_measures
from .past_sites import read_chosen, read_group, read_need
from .standing import Stratum, find_standing, reason_text

COLUMNS = ("measure", "value", "low", "high", "note")
PLACES = (
    "area_code",
    "year",
    "group",
    "need_year",
    "need",
    "rank",
    "places",
    "percentile",
    "among_neediest",
    "note",
)


@dataclass(frozen=True, eq=False)
class Audit(Shown):
    """The result of `audit_targets`: measures in `.table()`, sites in `.places()`, and `.sentence(lang)`.

    `measures` maps a measure to (value, low, high); `recipe` keeps the arguments that made it.
    """

    measures: dict[str, tuple[float, float, float]]
    sites: pd.DataFrame
    strata: tuple[Stratum, ...]
    recipe: dict = field(default_factory=dict)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One measure a row: measure, value, low, high, note (what it is, in `lang`)."""
        rows = [(name, *triple, texts.NOTES[name].say(lang)) for name, triple in self.measures.items()]
        return pd.DataFrame(rows, columns=COLUMNS)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table(lang)[["note", "value", "low", "high"]].rename(columns={"note": "measure"})

    def places(self, lang: str | None = None) -> pd.DataFrame:
        """Every past site with its rank (1 the neediest) and percentile (near 0 the neediest) then.

        `places` counts those it was ranked among; a site that could not be ranked says why in `note`.
        """
        out = self.sites.copy()
        out["note"] = [reason_text(site).say(lang) for site in self.sites.itertuples()]
        audited = out["reason"] == ""
        out["places"] = out["known"].where(audited).astype("Int64")
        out["rank"] = out["rank"].astype("Int64")
        out["need_year"] = out["need_year"].where(audited)
        return out[list(PLACES)].reset_index(drop=True)

    def sentence(self, lang: str | None = None) -> str:
        """How many sites were among the neediest, beside random selection, and what could not be audited."""
        value = {name: triple[0] for name, triple in self.measures.items()}
        mean, low, high = self.measures["hits_by_lottery"]
        choices, places = value["places"], len(set().union(*(stratum.codes for stratum in self.strata)))
        once = places == choices
        unit = texts.PLACES if once else texts.CHOICES
        said = [
            texts.HITS.fill(hits=value["hits"], sites=value["chosen"], needy=value["needy"], places=choices, unit=unit),
            texts.HITS_AT_RANDOM.fill(mean=mean, low=low, high=high, p=value["lottery_p"]),
            texts.MEAN_PERCENTILE.fill(percentile=value["mean_percentile"], p=value["lottery_p_percentile"]),
            "" if once else texts.COUNTED_AGAIN.fill(choices=choices, places=places),
            self.left_out(),
        ]
        return together(said, lang)

    def left_out(self) -> Text | str:
        """How many sites could not be audited, for which reasons."""
        counts = self.sites.loc[self.sites["reason"] != "", "reason"].value_counts()
        if counts.empty:
            return ""
        reasons = [texts.IN_GENERAL[reason] for reason in counts.index]
        if len(reasons) > 1:
            reasons = [texts.REASON_WITH_COUNT.fill(reason=why, n=n) for why, n in zip(reasons, counts, strict=True)]
        return texts.NOT_AUDITED.fill(n=counts.sum(), reasons=reasons)


def audit_targets(
    chosen: pd.DataFrame | pd.Series | Iterable,
    need: Any,
    k: float | None = None,
    group: str | pd.Series | Mapping | None = None,
    *,
    lag: int = 1,
    coverage: float = 0.9,
    welfare: pd.Series | Mapping | None = None,
    line: float | None = None,
    transfer: float | pd.Series | Mapping | None = None,
    draws: int = 9999,
    seed: int = 0,
) -> Audit:
    """Past choices against the need of every place, as known when they were made.

    chosen: area codes, or a table `area_code, year` (programme year). need: how needy every place is, more
    is needier: a Series by area code, a table `area_code, need` (or `score`), or a `Ranking`; with a
    column `year`, each site is judged by the newest values at least `lag` years before it (1: a site of
    2024 was chosen with values of 2023 or earlier). group: what the choice was made within, as a column
    of `need` or a Series by area code; its keys are then all the places. k: how many places of each
    choice count as the neediest (or their share, below 1); as many as were chosen when left out.
    coverage: a group whose values are known for a smaller share of its places is not ranked, and says so.

    With `welfare` (Series by code, money) and `line` the needy are those strictly below the line, and with
    `transfer` (one amount for each chosen, or a Series by code) the poverty gap and severity follow;
    `need` may then be None.

    Exclusion and inclusion error are shares, 0-1. Their `low, high` are the exact 95 % interval of a
    proportion (Clopper and Pearson 1934), carried to the measures that are functions of the hits: how
    the same way of choosing would fare over more choices. Lottery rows come from the exact distribution
    of a draw within the same groups, and from `draws` drawn lots.

    Sources: Coady, Grosh and Hoddinott (2004), Targeting of Transfers in Developing Countries; World Bank
    (2022), Revisiting Targeting in Social Assistance, ch. 7. Errors: WrongUse for unreadable input,
    NotEnoughData when not one site can be placed. Not for judging an effect: a site that missed the
    need may still have been helped, and need is only what the given measure says. Places served before stay
    among those that could be chosen; leave them out of `need` and `group` where they could not return.

    >>> incomes = pd.Series([6, 8, 11, 15, 21, 25, 30, 40, 50, 100.0], index=list("abcdefghij"))
    >>> audit = audit_targets(["a", "b"], need=None, welfare=incomes, line=20, transfer=15)
    >>> audit.table("en").set_index("measure")["value"][["exclusion_error", "poverty_gap_after"]].round(3).tolist()
    [0.5, 0.07]
    """
    money = None if welfare is None else _by_code(welfare, "welfare")
    if money is not None and need is None:
        need = -money
    if transfer is not None and not isinstance(transfer, Real):
        transfer = _by_code(transfer, "transfer")
    _refuse(need, k, lag, coverage, money, line, transfer, draws)
    k = k if k is None or 0 < k < 1 else whole(k)
    sites, values = read_chosen(chosen), read_need(need)
    needy = None if money is None else money < line
    places = read_group(group, values)
    strata, sites = find_standing(sites, values, places, lag, coverage, k, needy)
    if not strata:
        raise _not_one(sites.iloc[0])
    measures = hit_measures(strata) | standing_measures(strata, draws, np.random.default_rng(seed_of(seed)))
    if transfer is not None and line is not None:
        measures |= gap_measures(sites, money, line, transfer)
    recipe = {"k": k, "lag": lag, "coverage": coverage, "line": line, "draws": draws, "seed": seed}
    return Audit(measures, sites, tuple(strata), recipe)


def _not_one(site: Any) -> NotEnoughData:
    """Why not even the first of the sites can be audited, and what would help."""
    remedy = texts.OTHER_MEASURE if site["reason"] == "level" else texts.EARLIER_VALUES
    return NotEnoughData(texts.NOT_ONE.fill(reason=reason_text(site), remedy=remedy))


def _by_code(given: pd.Series | Mapping, name: str) -> pd.Series:
    """Amounts by area code as floats, from a Series or mapping."""
    if not isinstance(given, (pd.Series, Mapping)):
        raise WrongUse(texts.NOT_BY_CODE.fill(name=name))
    given = pd.Series(given)
    codes = codes_of(given.index, texts.ARGUMENT.fill(name=name))
    return pd.Series(numbers_of(given, name), index=codes)


def _refuse(
    need: Any,
    k: float | None,
    lag: int,
    coverage: float,
    welfare: pd.Series | None,
    line: float | None,
    transfer: Any,
    draws: int,
) -> None:
    """Arguments that have no meaning are refused here, before anything is read."""
    if need is None:
        raise WrongUse(texts.NO_NEED)
    share = isinstance(k, float) and 0 < k < 1
    if k is not None and not share and whole(k, least=1) is None:
        raise WrongUse(texts.K_UNREADABLE.fill(given=k))
    if (welfare is None) != (line is None):
        raise WrongUse(texts.LINE_AND_WELFARE)
    if welfare is not None and k is not None:
        raise WrongUse(texts.LINE_OR_K)
    if transfer is not None and welfare is None:
        raise WrongUse(texts.TRANSFER_NEEDS_LINE)
    if whole(draws, least=1) is None:
        raise WrongUse(texts.NO_DRAWS.fill(given=draws))
    if whole(lag) is None or not isinstance(coverage, Real) or not 0 < float(coverage) <= 1:
        raise WrongUse(texts.LAG_AND_COVERAGE)
