"""Everything that can be wrong with a table meant as household waves, found in one pass and said in one error.

Households are people: a message counts them and names rows of the table (the first row is 1), never an id, and never
what a cell holds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from ...tables.asked_columns import check_frame, column_faults, stop
from ...tables.plain_numbers import plain_numbers
from ..texts import household_faults as texts

DELIVERY = ("amount_rupiah", "done_percent", "dose", "dose_percent", "households_reached", "target")
WORDS = {"yes": 1.0, "no": 0.0, "not_applicable": np.nan}
_SHOWN = 5
_LARGEST = 1e100  # beyond it a square is no number any more


def rows_named(bad: np.ndarray) -> Text:
    """The rows where `bad` is true, as "3, 17 (and 4 more)"; the first row is 1.

    >>> rows_named(np.array([False, True, True])).say("en")
    '2, 3'
    """
    rows = (np.flatnonzero(bad) + 1).tolist()
    rest = len(rows) - _SHOWN
    return texts.ROWS.fill(rows=rows) if rest <= 0 else texts.ROWS_AND_MORE.fill(rows=rows[:_SHOWN], rest=rest)


def numbers(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """A column as floats, and which cells are no numbers, as `plain_numbers` reads them ("12" is twelve, "5.000" in doubt).

    Booleans count 1 and 0, and so do the workbook's words yes and no; not_applicable and empty are missing.
    """
    column = pd.Series(column)
    if not pd.api.types.is_numeric_dtype(column.dtype):
        cells = [WORDS.get(cell.strip().lower(), cell) if isinstance(cell, str) else cell for cell in column.astype(object)]
        column = pd.Series(cells, index=column.index, dtype=object)
    values, doubt = plain_numbers(column)
    return values, doubt | (np.abs(values) > _LARGEST)


def check_question(
    households: pd.DataFrame, columns: dict[str, list[str]], better: str, baseline: int, endlines: Sequence[int]
) -> None:
    """Refuse a call that cannot be answered whatever the cells hold."""
    check_frame(households, texts.EVALUATE_HOUSEHOLDS)
    unnamed = [role for role, names in columns.items() if not names or not all(isinstance(n, str) for n in names)]
    if unnamed:
        raise WrongUse(texts.NAMES_NOT_TEXT.fill(roles=unnamed))
    faults = column_faults(households, [(role, name) for role, names in columns.items() for name in names], better)
    _not_an_outcome(columns, faults)
    _whole_waves(baseline, endlines, faults)
    stop(faults, texts.UNUSABLE)


def _not_an_outcome(columns: dict[str, list[str]], faults: list[Text]) -> None:
    outcome = columns["outcome"][0]
    if outcome in DELIVERY:
        faults.append(texts.DELIVERY_IS_NO_OUTCOME.fill(outcome=outcome))
    roles = [role for role, names in columns.items() if role != "outcome" and outcome in names]
    if roles:
        faults.append(texts.OUTCOME_HAS_ANOTHER_ROLE.fill(outcome=outcome, roles=roles))


def _whole_waves(baseline: int, endlines: Sequence[int], faults: list[Text]) -> None:
    whole = [isinstance(w, (int, np.integer)) and not isinstance(w, bool) for w in (baseline, *endlines)]
    if not endlines or not all(whole):
        faults.append(texts.WAVES_NOT_WHOLE)
    elif min(endlines) <= baseline or len(set(endlines)) < len(endlines):
        faults.append(texts.ENDLINE_NOT_AFTER.fill(given=list(map(int, endlines)), baseline=baseline))


def check_cells(tidy: pd.DataFrame, bad_outcome: np.ndarray, outcome: str, waves: tuple[int, ...]) -> None:
    """Refuse wrong cells: `tidy` holds household, wave, assisted, value, cluster, in the order of the user's rows."""
    twice = tidy.duplicated(["household", "wave"], keep="first") & tidy["household"].notna() & tidy["wave"].notna()
    changes = tidy.groupby("household")["assisted"].transform("nunique") > 1
    n = tidy.loc[changes, "household"].nunique()
    at_baseline = tidy["wave"].eq(waves[0]).fillna(False).astype(bool)
    found = (
        (tidy["household"].isna(), texts.NO_ID),
        (tidy["wave"].isna(), texts.NO_WAVE),
        (twice, texts.TWICE),
        (tidy["assisted"].isna(), texts.NO_SIDE),
        (changes, texts.CHANGES_SIDE.fill(n=n)),
        (bad_outcome, texts.OUTCOME_NO_NUMBER.fill(outcome=outcome)),
        (at_baseline & tidy["cluster"].isna(), texts.NO_RT),
    )
    faults = [fault.fill(rows=rows_named(bad)) for rows, fault in found if (bad := np.asarray(rows, dtype=bool)).any()]
    absent = [w for w in waves if not tidy["wave"].eq(w).any()]
    if absent:
        faults.append(texts.WAVE_ABSENT.fill(absent=absent, there=sorted({int(w) for w in tidy["wave"].dropna()})))
    stop(faults, texts.UNUSABLE)
