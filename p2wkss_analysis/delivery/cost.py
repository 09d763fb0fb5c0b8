"""What was spent for each household reached, between the fewest and the most it can have been."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say import together
from ..say.errors import NotEnoughData, WrongUse
from . import texts
from .log import checked, given


@dataclass(frozen=True, eq=False, repr=False)
class Cost(Shown):
    """Money spent per household reached, by `by`; about: as in `Progress`."""

    rows: pd.DataFrame
    by: str
    about: bool = False

    def table(self) -> pd.DataFrame:
        """The column `by`, activities, without_amount, amount_rupiah, households_low, households_high, rupiah_low,
        rupiah_high (per household reached); last row "all"."""
        return self.rows.copy()

    def sentence(self, lang: str | None = None) -> str:
        """The whole programme's cost per household reached, and what is missing from it."""
        whole = self.rows.iloc[-1]
        low, high, silent = whole["rupiah_low"], whole["rupiah_high"], int(whole["without_amount"])
        if pd.isna(low):
            return texts.NO_COST.say(lang)
        cost = texts.COST_AT_LEAST if pd.isna(high) else texts.COST if round(low) == round(high) else texts.COST_BETWEEN
        return together(
            [
                cost.fill(spent=whole["amount_rupiah"], low=low, high=high),
                texts.WITHOUT_AMOUNT.fill(n=silent, about=self.about) if silent else "",
            ],
            lang,
        )


def cost_per_household(deliveries: pd.DataFrame, by: str = "sector", households: int | None = None) -> Cost:
    """What was spent for each household reached, between the fewest and most households it can have been.

    deliveries: `by` ("sector" or "agency"), amount_rupiah, and household_id or households_reached. The same household
    may be counted by several activities, so the number reached lies between the largest single count (or the
    different ids of whom something is done, as `coverage` counts them) and the sum, capped at `households`, the number
    assisted, where given. Only activities with an amount
    bring money, all bring households: a gap in amounts makes the cost look small, and is counted beside it.

    >>> log = pd.DataFrame({"sector": ["health", "health"], "amount_rupiah": [6e6, 2e6], "households_reached": [40, 10]})
    >>> cost_per_household(log).table().loc[0, ["rupiah_low", "rupiah_high"]].tolist()
    [160000.0, 200000.0]
    """
    if by not in ("sector", "agency"):
        raise WrongUse(texts.UNKNOWN_GROUPING.fill(given=by))
    cap = np.inf if households is None else _count(households)
    rows = checked(deliveries, (by, "amount_rupiah"))
    if not rows["household_id"].notna().any() and not rows["households_reached"].notna().any():
        raise NotEnoughData(texts.NOBODY_COUNTED)
    rows["served"] = rows["household_id"].where(given(rows))
    groups = [*rows.groupby(by, sort=True), ("all", rows)]
    return Cost(pd.DataFrame([{by: name, **_cost(own, cap)} for name, own in groups]), by)


def _cost(rows: pd.DataFrame, cap: float) -> dict:
    spent = rows["amount_rupiah"].sum(min_count=1)
    ids = rows["served"].nunique()
    counted = rows.loc[rows["household_id"].isna(), "households_reached"]
    high = min(ids + counted.sum(), cap)
    low = min(max(ids, counted.max() if counted.notna().any() else 0), high)
    return {
        "activities": len(rows), "without_amount": int(rows["amount_rupiah"].isna().sum()), "amount_rupiah": spent,
        "households_low": int(low), "households_high": int(high),
        "rupiah_low": spent / high if high else np.nan, "rupiah_high": spent / low if low else np.nan,
    }  # fmt: skip


def _count(households: int) -> int:
    if isinstance(households, bool) or not isinstance(households, (int, np.integer)) or households < 1:
        raise WrongUse(texts.HOUSEHOLDS_NOT_A_COUNT)
    return int(households)
