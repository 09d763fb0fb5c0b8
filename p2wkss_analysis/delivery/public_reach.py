"""What may be published of who got what: reach by sector and pairs of sectors, numbers of households in fives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..disclosure.in_fives import BASE, InFives, families_text, in_fives
from ..say import together
from ..say.errors import NotEnoughData
from ..say.spoken import spoken
from . import texts
from .log import given, sector
from .reach import Coverage, coverage


@dataclass(frozen=True, eq=False, repr=False)
class PublicReach:
    """Reach among the assisted households, as it may leave the office; every number is a multiple of five (see `in_fives`).

    by_sector: sector, households, not_reached, percent; pairs: one, other, both; assisted: how many there are; reached: by any
    sector; whole: sectors that only worked for a whole RT; unnamed: activities that name no household.
    """

    by_sector: pd.DataFrame
    pairs: pd.DataFrame
    assisted: int
    reached: int
    whole: tuple[str, ...]
    unnamed: int

    @spoken
    def sentence(self, lang: str | None = None) -> str:
        """How many assisted households are named in the log at all, and what cannot be broken down by household."""
        return together([self.reached_sentence(lang), self.unnamed_sentence(lang)], lang)

    def reached_sentence(self, lang: str | None = None) -> str:
        """How many assisted households are named in the log at all."""
        counts = {"reached": families_text(self.reached), "assisted": families_text(self.assisted)}
        if not (self.reached and self.assisted):
            return texts.REACHED_FEW.say(lang, **counts)
        return texts.REACHED.say(lang, share=100 * self.reached / self.assisted, **counts)

    def unnamed_sentence(self, lang: str | None = None) -> str:
        """What cannot be broken down by household; empty where every activity names one."""
        if not self.unnamed:
            return ""
        sectors = [sector(name) for name in self.whole]
        only = texts.SECTORS_FOR_A_WHOLE_RT.fill(sectors=sectors) if sectors else ""
        return together([texts.FOR_A_WHOLE_RT.fill(n=self.unnamed), only], lang)


def reached(deliveries: pd.DataFrame, households: pd.DataFrame) -> Coverage:
    """Who got what, for the office: each household as it was at its first visit, so that as many are assisted here as in
    every other table. A sector that names no household is not "nobody reached". Raises NotEnoughData as `coverage` does."""
    named = deliveries[deliveries["household_id"].notna()] if "household_id" in deliveries else deliveries.iloc[:0]
    if named.empty:
        raise NotEnoughData(texts.NONE_OF_ONE_FAMILY)
    rows = households
    if {"wave", "assisted"} <= set(households):
        rows = households.dropna(subset=["household_id", "wave", "assisted"]).sort_values("wave", kind="stable")
        rows = rows.drop_duplicates("household_id")
    return coverage(named, rows)


def reach_groups(found: Coverage) -> pd.DataFrame:
    """The groups that are published, one row an assisted household: see `in_fives`."""
    got = found.received
    groups = {"side|assisted": np.ones(len(got), dtype=bool), "reached": got.any(axis=1), "-reached": ~got.any(axis=1)}
    groups |= {f"reach|{s}": got[s] for s in got} | {f"-reach|{s}": ~got[s] for s in got}
    groups |= {f"both|{one}|{other}": got[one] & got[other] for one, other in _pairs(got.columns)}
    return pd.DataFrame(groups, index=got.index).astype(int)


def public_reach(deliveries: pd.DataFrame, households: pd.DataFrame, told: InFives | None = None) -> PublicReach:
    """Reach by sector and pairs of sectors among the assisted households.

    deliveries, households: sheets of a checked workbook; told: the numbers of the whole workbook, by default of these tables
    alone. A sector is listed where it reached five or more.

    >>> log = pd.DataFrame({"sector": ["health"] * 10 + ["works"], "household_id": [*range(10), None]})
    >>> found = public_reach(log, pd.DataFrame({"household_id": range(20), "assisted": True}))
    >>> found.by_sector[["sector", "households", "not_reached"]].values.tolist(), found.whole
    ([['health', 10, 10]], ('works',))
    """
    found = reached(deliveries, households)
    told = in_fives(reach_groups(found)) if told is None else told
    n = told["side|assisted"]
    sectors = [s for s in sorted(told.parts("reach")) if told[f"reach|{s}"] >= BASE]
    rows = pd.DataFrame(
        [(s, told[f"reach|{s}"], n - told[f"reach|{s}"], 100 * told[f"reach|{s}"] / n) for s in sectors],
        columns=["sector", "households", "not_reached", "percent"],
    )
    pairs = pd.DataFrame([(a, b, told[f"both|{a}|{b}"]) for a, b in _pairs(sectors)], columns=["one", "other", "both"])
    named = deliveries["household_id"].notna()
    whole = tuple(sorted(set(deliveries.loc[_done(deliveries), "sector"].dropna()) - set(deliveries.loc[named, "sector"])))
    return PublicReach(rows, pairs, n, told["reached"], whole, int((~named).sum()))


def _pairs(sectors: Iterable[str]) -> list[tuple[str, str]]:
    ordered = sorted(sectors)
    return [(one, other) for place, one in enumerate(ordered) for other in ordered[place + 1 :]]


def _done(deliveries: pd.DataFrame) -> pd.Series:
    rows = deliveries.reindex(columns=["done_percent", "actual_date"]).assign(
        done_percent=lambda d: d["done_percent"].astype(float)
    )
    return given(rows)
