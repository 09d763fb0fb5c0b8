"""Analysis of covariance on the baseline: endline values of assisted and comparison households that started alike."""

from __future__ import annotations

from ....say import Text
from ...estimate import Estimate
from ..table import Pair
from .adjusted import adjusted
from .design import far_apart, on_baseline

METHOD = "ancova"


def ancova(pair: Pair, base: Text, draws: int = 999, seed: int = 0) -> Estimate:
    """The endline on assistance and the baseline, a straight line: right where the baseline figure or lots chose.

    Where a register, a score or people chose, the baseline misses part of what decided, and the poor rightly chosen
    look harmed: 93 % false alarms at reliability .6 (`benchmarks/families.md`). `given_rule` follows the rule instead.

    Source: McKenzie (2012), Journal of Development Economics 99. Errors as in `adjusted`.
    """
    answer = adjusted(pair, on_baseline(pair), base, draws, seed)
    return answer.noting(*far_apart(pair)) if answer.runs else answer
