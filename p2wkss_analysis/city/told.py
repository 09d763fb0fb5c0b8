"""The numbers of families of one workbook, decided once: report, scorecards and public lists all take theirs from here."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from ..delivery import dose
from ..delivery.public_log import log_groups
from ..delivery.public_reach import reach_groups, reached
from ..disclosure.in_fives import InFives, in_fives, shared_out
from ..disclosure.published_before import Before, Remembered, published_before, remember
from ..impact.households.public import drawn_groups, wave_groups
from ..indicators.healthy_family_waves import family_groups
from ..say.errors import P2wkssError
from ..tables.workbook.check import Checked
from ..targeting.households.assisted import household_groups
from ..targeting.households.public_summary import group_names
from .decided import decided
from .delivery import newest_year

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """What may be said of a workbook's families: numbers by group, and what was published before of the same workbook."""

    book: str | os.PathLike
    city: str
    before: Before
    numbers: InFives

    def remember(self, lists: Mapping[str, Mapping[str, int]] | None = None) -> Remembered:
        """Keep what is published now for the next edition; call it before the first file is written."""
        return remember(self.book, self.city, self.before, self.numbers.counts, lists)


def told_of(checked: Checked, book: str | os.PathLike, made: dt.date) -> Told:
    """Everything that any output counts of the families of `checked`, read from the file `book`, on the day `made`."""
    city = (checked.settings.get("regency_code") or "").strip()
    before = published_before(book, city)
    return Told(book, city, before, in_fives(all_groups(checked, made), before.counts))


def all_groups(checked: Checked, made: dt.date) -> pd.DataFrame:
    """One row a household, one column a group: see `in_fives`."""
    tables = checked.tables
    homes, log = tables["households"], tables["deliveries"]
    newest = newest_year(log, made)
    got, meant = helped_by(tables)
    parts = [
        lambda: household_groups(homes, decile_cut(tables["villages"])),
        lambda: family_groups(homes),
        lambda: wave_groups(homes, decided(checked).floor_area, got, meant),
        lambda: drawn_groups(homes, checked.household_rule, decided(checked).floor_area, got, meant),
        lambda: reach_groups(reached(newest, homes)),
        lambda: log_groups(newest, made),
    ]
    found = [part for part in map(_or_none, parts) if part is not None]
    whole = pd.concat(found, axis=1) if found else pd.DataFrame()
    return whole.loc[:, ~whole.columns.duplicated()].fillna(0).astype(int)


def candidates_by(told: InFives, group: pd.Series, places: list[str], left_out: pd.Series | None = None) -> dict[str, int]:
    """How many can be chosen from by group: of wards and villages the sum of their RTs, of anything else parts of the whole.

    left_out: where families assisted in an earlier year are not candidates, who of the candidates is assisted; an RT without any
    such counts its comparison households.
    """
    names, place = group_names(group), pd.Series(places)
    open_to = set(place if left_out is None else place[left_out.eq(True).fillna(False).to_numpy(bool)])
    if (names.groupby(place).nunique() == 1).all():
        each = pd.DataFrame({"place": place, "group": names}).drop_duplicates("place")
        return (
            each["place"]
            .map(lambda p: told[f"candidates|{p}" if p in open_to else f"rt|{p}|comparison"])
            .groupby(each["group"])
            .sum()
            .astype(int)
            .to_dict()
        )
    whole = told["candidates" if open_to else "side|comparison"]
    return shared_out(names.value_counts().sort_index(), whole).astype(int).to_dict()


def helped_by(tables: Mapping[str, pd.DataFrame]) -> tuple[pd.DataFrame | None, pd.DataFrame | None]:
    """Household by sector of what it got, and how much of what was meant for it was done; None where no activity names one."""
    log = tables["deliveries"]
    named = log[log["household_id"].notna()]
    if named.empty:
        return None, None
    found = _or_none(lambda: reached(log, tables["households"]))
    return None if found is None else found.matrix(), dose(named)


def decile_cut(villages: pd.DataFrame) -> int:
    """The highest decile the city counts as low, as its newest figures do; 4 where none is filled in."""
    known = villages.dropna(subset=["decile_cut", "year"]).sort_values("year") if len(villages) else villages
    return int(known["decile_cut"].iloc[-1]) if len(known) else 4


def _or_none(question: Callable[[], T]) -> T | None:
    try:
        return question()
    except P2wkssError:
        return None
