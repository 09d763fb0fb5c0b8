"""What a transfer does to poverty: the poverty gap and its severity before and after.

Error counts do not distinguish a transfer to the poorest from one to the nearly poor; the gap does. World
Bank, Revisiting Targeting in Social Assistance (2022), table 7.3, reports both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...indicators.poverty import poverty
from ...say.errors import WrongUse
from . import texts


@dataclass(frozen=True)
class GapChange:
    """Poverty gap (FGT 1) and severity (FGT 2) before and after a transfer, shares 0-1."""

    gap_before: float
    gap_after: float
    severity_before: float
    severity_after: float


def gap_change(welfare: ArrayLike, line: float, transfer: ArrayLike) -> GapChange:
    """Poverty gap and severity before and after `transfer` is added to `welfare`.

    `welfare` and `line` in the same unit of money (for example rupiah per person per month), both above
    0; `transfer` one amount per unit (0 for those who get nothing). Foster, Greer and Thorbecke (1984),
    Econometrica 52(3), as in `indicators.poverty`, whose refusals it shares. Not for scores without a
    money scale: the gap of an index means nothing.

    >>> incomes = [6, 8, 11, 15, 21, 25, 30, 40, 50, 100]
    >>> change = gap_change(incomes, line=20, transfer=[15, 15] + [0] * 8)
    >>> round(change.gap_before, 3), round(change.gap_after, 3), round(change.severity_after, 4)
    (0.2, 0.07, 0.0265)
    """
    welfare, transfer = np.asarray(welfare, dtype=float), np.asarray(transfer, dtype=float)
    if transfer.shape != welfare.shape or not np.isfinite(welfare).all() or not np.isfinite(transfer).all():
        raise WrongUse(texts.TRANSFERS_INCOMPLETE)
    before, after = poverty(welfare, line), poverty(welfare + transfer, line)
    return GapChange(before.gap, after.gap, before.severity, after.severity)
