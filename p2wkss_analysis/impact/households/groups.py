"""The effect apart for groups of assisted households: by sector of the help they got, or by how much of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...disclosure.privacy import mask
from ...say import Text
from ...say.errors import WrongUse
from ..estimate import Estimate
from ..texts import household_faults
from ..texts import households as texts
from .designs.choice import Choice
from .designs.given_rule import given_rule
from .faults import numbers
from .table import Waves


def group_answers(
    waves: Waves, choice: Choice, endline: int, groups: list[tuple[str, np.ndarray]], base: Text, ask: tuple[int, int]
) -> list[tuple[str, Estimate]]:
    """The headline's question for each group of assisted households (name, (N,) bool) against all comparison households.

    The interval of a group can come out narrower than that of all, and is right nevertheless: its width is t times an error that
    is itself estimated, with fewer degrees of freedom than RTs. Measured on 1,000 worlds a design, 50 assisted and 55 comparison
    households and a group of 20 drawn from the assisted: narrower in 15 % with 7 RTs that hold both sides, in 11 % with 7 RTs a
    side, in 6 % with 14; the median is 1.3 to 1.4 times as wide. The group's intervals hold the truth in 95 to 96 % of the
    worlds, those of all in 95 %; where they are the narrower ones, in 83 to 97 %: some are then
    narrow by luck, which none of them shows.
    """
    pair = waves.pair(endline)
    found = [(name, given_rule(pair.of(member[pair.household] | ~pair.assisted), choice, base, *ask)) for name, member in groups]
    return [(mask(str(name)), _many(answer, len(groups))) for name, answer in found]


def _many(answer: Estimate, groups: int) -> Estimate:
    if not answer.runs:
        return answer
    if groups == 1:
        return answer.noting(texts.GROUPS_NOT_DRAWN)
    return answer.noting(texts.GROUPS_NOT_DRAWN, texts.MANY_GROUPS.fill(n=groups))


def sector_groups(waves: Waves, sector: str | Sequence[str]) -> list[tuple[str, np.ndarray]]:
    """Assisted households by sector: a column of names, or one or several yes/no columns (0 and 1, too) in which a household may
    count more than once. What is known at any wave counts, so that help noted at the endline is seen."""
    names = [sector] if isinstance(sector, str) else list(sector)
    _there(waves, names)
    if len(names) == 1:
        labels = waves.ever[names[0]].astype(object)
        if not labels.dropna().isin([0, 1]).all():  # True and False are 1 and 0
            kinds = sorted({str(v) for v, helped in zip(labels, waves.assisted, strict=True) if helped and pd.notna(v)})
            text = labels.map(str, na_action="ignore").to_numpy()
            return [(kind, waves.assisted & (text == kind)) for kind in kinds]
    return [(name, waves.assisted & (_numeric(waves, name) == 1)) for name in names]


def dose_groups(waves: Waves, dose: str) -> list[tuple[str, np.ndarray]]:
    """Assisted households by how much they got: up to the median, and above it."""
    _there(waves, [dose])
    value = _numeric(waves, dose)
    known = waves.assisted & np.isfinite(value)
    if not known.any():
        raise WrongUse(household_faults.COLUMN_EMPTY.fill(name=dose))
    middle = float(np.median(value[known]))
    groups = [(f"<= {middle:g}", known & (value <= middle)), (f"> {middle:g}", known & (value > middle))]
    return [(name, member) for name, member in groups if member.any()]


def _numeric(waves: Waves, name: str) -> np.ndarray:
    values, bad = numbers(waves.ever[name])
    if bad.any():
        raise WrongUse(household_faults.COLUMN_NO_NUMBER.fill(name=name, n=int(bad.sum())))
    return values


def _there(waves: Waves, names: list[str]) -> None:
    missing = [name for name in names if name not in waves.ever.columns]
    if missing or not names:
        raise WrongUse(household_faults.COLUMNS_ABSENT.fill(columns=missing or [household_faults.NONE_NAMED]))
