"""What a regression of households looks like: the outcome, the columns beside assistance, and their order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....say import Text
from ...estimate import about_percent
from ...texts import households as texts
from ..table import Pair
from .curve import curve, independent


@dataclass(frozen=True, eq=False)
class Design:
    """One regression of n households.

    outcome (n,): the endline, or the change since the first visit. columns (n, k): what stands beside assistance and the
    constant, none of it a sum of the others. order (n,): households next to each other in it are alike before.
    method: the key of the row.
    """

    method: str
    outcome: np.ndarray
    columns: np.ndarray
    order: np.ndarray

    def of(self, keep: np.ndarray) -> Design:
        """The households where `keep` (n,) is true."""
        return Design(self.method, self.outcome[keep], independent(self.columns[keep]), self.order[keep])

    def with_assistance(self, assisted: np.ndarray) -> np.ndarray:
        """(n, 2 + k) constant, assistance, columns."""
        return np.column_stack([np.ones(len(assisted)), assisted.astype(float), self.columns])

    def left_open(self, assisted: np.ndarray) -> np.ndarray:
        """(n,) the outcome less what the columns say of it."""
        columns = self.with_assistance(assisted)
        return self.outcome - self.columns @ np.linalg.lstsq(columns, self.outcome, rcond=None)[0][2:]


def on_baseline(pair: Pair, method: str = "ancova") -> Design:
    """The endline on the baseline, a straight line."""
    column = pair.before - pair.before.mean()
    columns = (column / np.ptp(pair.before))[:, None] if np.ptp(pair.before) > 0 else np.empty((len(column), 0))
    return Design(method, pair.after, columns, pair.before)


def change(pair: Pair, method: str = "difference_in_differences") -> Design:
    """The change since the first visit, nothing beside assistance."""
    return Design(method, pair.after - pair.before, np.empty((len(pair.after), 0)), pair.before)


def change_in_proportion(pair: Pair, method: str = "difference_in_differences") -> Design | None:
    """The change beyond what the comparison households' growth in percent would have made of the assisted's first values;
    None where values can be negative or growth cannot be told. Each comparison household counts as if it had started as
    the assisted did, so that its scatter is what that growth is uncertain by."""
    other, helped = ~pair.assisted, pair.assisted
    if not (other.any() and helped.any()):
        return None
    start, goal = pair.before[other].mean(), pair.before[helped].mean()
    if min(pair.before.min(), pair.after.min()) < 0 or not min(start, goal) > 0:
        return None
    growth = pair.after[other].mean() / start
    outcome = (pair.after - growth * pair.before) * np.where(helped, 1.0, goal / start)
    return Design(method, outcome, np.empty((len(outcome), 0)), pair.before)


def along(pair: Pair, outcome: np.ndarray, curves: list[tuple[np.ndarray, int]], others: list[np.ndarray], method: str) -> Design:
    """`outcome` (n,) on curves through figures ((n,), degree) and further columns (n,) or (n, k)."""
    parts = [curve(figure, degree) for figure, degree in curves] + [
        np.asarray(o, dtype=float).reshape(len(outcome), -1) for o in others
    ]
    columns = independent(np.column_stack(parts)) if parts else np.empty((len(outcome), 0))
    return Design(method, outcome, columns, curves[0][0] if curves else pair.before)


def far_apart(pair: Pair) -> list[Text]:
    """A warning where many assisted households started where no comparison household did."""
    other = pair.before[~pair.assisted]
    outside = (pair.before[pair.assisted] < other.min()) | (pair.before[pair.assisted] > other.max())
    if outside.mean() < 0.2:
        return []
    return [texts.FAR_APART.fill(share=about_percent(float(outside.mean())))]
