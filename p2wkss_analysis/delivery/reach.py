"""Which assisted households got something from which sector, and from how many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..disclosure.small_cells import SMALLEST, suppress_small
from ..display import Shown
from ..say import Text, together
from ..say.errors import NotEnoughData, WrongUse
from . import texts
from .log import checked, given, sector


@dataclass(frozen=True, eq=False, repr=False)
class Coverage(Shown):
    """Which assisted households got something from which sector.

    received: (H, S) bool, one row an assisted household; unnamed: deliveries without a household id, unknown: with an
    id that is not among the assisted."""

    received: pd.DataFrame
    unnamed: int
    unknown: int

    def matrix(self) -> pd.DataFrame:
        """Household x sector, True where it got something. For the office only: it names households."""
        return self.received.copy()

    def table(self) -> pd.DataFrame:
        """sector, households, not_reached, percent (of the assisted, 0-100); last row "all": got anything."""
        n = len(self.received)
        reached = pd.concat([self.received.sum(), pd.Series({"all": int(self.received.any(axis=1).sum())})])
        return pd.DataFrame(
            {"sector": reached.index, "households": reached.to_numpy(int), "not_reached": n - reached.to_numpy(int),
             "percent": 100 * reached.to_numpy(float) / n}
        )  # fmt: skip

    def overlap(self) -> pd.DataFrame:
        """Sector x sector: households that got something from both; on the diagonal from one. For the office only."""
        held = self.received.to_numpy(dtype=int)
        return pd.DataFrame(held.T @ held, index=self.received.columns, columns=self.received.columns)

    def how_many(self) -> pd.DataFrame:
        """sectors (0 to S), households: how many households got help from so many sectors."""
        count = np.bincount(self.received.sum(axis=1), minlength=self.received.shape[1] + 1)
        return pd.DataFrame({"sectors": np.arange(len(count)), "households": count})

    def public(self, smallest: int = SMALLEST) -> pd.DataFrame:
        """sector, households, not_reached with small counts hidden, and none to be found by subtraction."""
        counts = self.table().iloc[:-1].set_index("sector")[["households", "not_reached"]]
        shown = suppress_small(counts, smallest).drop(index="all", columns="all")
        return shown.rename_axis("sector").reset_index()

    def sentence(self, lang: str | None = None) -> str:
        """How many got anything, nothing, and the sectors that reached most and fewest."""
        n, table = len(self.received), self.table()
        none = int(table["not_reached"].iloc[-1])
        sectors = table.iloc[:-1].sort_values("households", ascending=False, kind="stable")
        top, last = sectors.iloc[0], sectors.iloc[-1]
        said = [
            texts.COVERAGE.fill(
                none=_few(none),
                n=n,
                median=self.received.sum(axis=1).median(),
                widest=sector(top["sector"]),
                widest_share=top["percent"],
                narrowest=sector(last["sector"]),
                narrowest_share=last["percent"],
            ),
            texts.UNNAMED.fill(n=self.unnamed) if self.unnamed else "",
            texts.UNKNOWN.fill(n=self.unknown) if self.unknown else "",
        ]
        return together(said, lang)


def _few(n: int) -> Text:
    return texts.COUNT.fill(n=n) if n == 0 or n >= SMALLEST else texts.FEWER_THAN.fill(n=SMALLEST)


def coverage(deliveries: pd.DataFrame, households: pd.DataFrame) -> Coverage:
    """Coverage and overlap: assisted households by sector of what they got.

    deliveries: sector, household_id, and where there, done_percent and actual_date: a delivery counts when something
    of it is done. households: household_id and, where there, assisted; each household once, whatever its waves.
    Activities for a whole RT name no household and are counted apart.

    Raises WrongUse with every fault at once, NotEnoughData where there is no assisted household or no named one.

    >>> log = pd.DataFrame({"sector": ["health", "housing", "health"], "household_id": ["A", "A", "B"]})
    >>> found = coverage(log, pd.DataFrame({"household_id": ["A", "B", "C"]}))
    >>> found.table()["households"].tolist(), found.how_many()["households"].tolist()
    ([2, 1, 2], [1, 1, 1])
    """
    rows = checked(deliveries, ("sector", "household_id"))
    ids = _assisted_ids(households)
    rows = rows[given(rows)]
    named = rows[rows["household_id"].notna()]
    ours = named[named["household_id"].isin(ids)]
    if ours.empty:
        raise NotEnoughData(texts.NONE_NAMED)
    sectors = sorted(rows["sector"].unique())
    received = pd.DataFrame(False, index=pd.Index(ids, name="household_id"), columns=pd.Index(sectors, name="sector"))
    held = pd.crosstab(ours["household_id"], ours["sector"]) > 0
    received.loc[held.index, held.columns] = held
    return Coverage(received, int(rows["household_id"].isna().sum()), len(named) - len(ours))


def _assisted_ids(households: pd.DataFrame) -> list:
    if not isinstance(households, pd.DataFrame) or "household_id" not in households:
        raise WrongUse(texts.NO_HOUSEHOLDS)
    helped = households
    if "assisted" in households:
        helped = households[households["assisted"].isin([True, 1, "yes"])]
    ids = helped["household_id"].dropna().unique().tolist()
    if not ids:
        raise NotEnoughData(texts.NONE_ASSISTED)
    return sorted(ids, key=str)
