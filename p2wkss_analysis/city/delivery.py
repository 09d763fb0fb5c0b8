"""Delivery of the newest programme year on record, as it may be published: progress, cost, and reach or why there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..delivery import Cost, Progress
from ..delivery.matrix import AgencyMatrix, agency_matrix
from ..delivery.public_log import public_cost
from ..delivery.public_reach import PublicReach, public_reach
from ..disclosure.in_fives import InFives
from ..display import Shown, Unanswered, ask
from ..say.errors import NotEnoughData
from .texts import delivery as texts


@dataclass(frozen=True, eq=False, repr=False)
class CityDelivery(Shown):
    """Planned against done in `year`; cost and reach, each a refusal where the sheet cannot say them; matrix: line by line."""

    year: int
    progress: Progress
    cost: Cost | Unanswered
    reach: PublicReach | Unanswered
    matrix: AgencyMatrix

    def table(self) -> pd.DataFrame:
        """Planned against done by agency."""
        return self.progress.by_agency()

    def sentence(self, lang: str | None = None) -> str:
        """How much of the plan is done."""
        return self.progress.sentence(lang)


def city_delivery(tables: Mapping[str, pd.DataFrame], as_of: dt.date, told: InFives) -> CityDelivery:
    """What was delivered in the newest year of the sheet `deliveries` that has begun; as_of: the day on which it is
    judged what was due.

    Raises NotEnoughData where the sheet holds no activity with a year.
    """
    log = tables["deliveries"]
    if log.empty or not log["year"].notna().any():
        raise NotEnoughData(texts.NO_ACTIVITY)
    own = newest_year(log, as_of)
    matrix = agency_matrix(own, as_of, told)
    return CityDelivery(
        int(own["year"].iloc[0]),
        matrix.progress,
        ask(public_cost, own, as_of, told),
        ask(public_reach, own, tables["households"], told),
        matrix,
    )


def newest_year(log: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Activities of the newest year that has begun on the day `as_of`; of the first year where all are still ahead.

    >>> newest_year(pd.DataFrame({"year": [2025, 2026, 2027]}), dt.date(2026, 11, 29))["year"].tolist()
    [2026]
    """
    begun = log["year"].where(log["year"] <= as_of.year)
    return log[log["year"] == (begun.max() if begun.notna().any() else log["year"].min())]
