"""The columns a question asks of a user's table: named by text, there, and there once; and which end is better."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from ..disclosure.privacy import mask
from ..say import Text
from ..say.errors import WrongUse
from . import texts


def check_frame(table: object, what: Text) -> None:
    """Refuse anything but a DataFrame with one line of column names. `what` asks for it."""
    if not isinstance(table, pd.DataFrame):
        raise WrongUse(texts.NO_FRAME.fill(what=what, kind=type(table).__name__))
    if table.columns.nlevels > 1:
        raise WrongUse(texts.COLUMNS_IN_LEVELS)


def holds(table: pd.DataFrame, name: Any) -> bool:
    """Whether a table has a column of this name; what cannot be a name, such as a list, is none.

    >>> holds(pd.DataFrame({"income": [1]}), ["income"])
    False
    """
    try:
        return name in table.columns
    except TypeError:
        return False


def column_faults(table: pd.DataFrame, asked: Iterable[tuple[str, object]], better: str) -> list[Text]:
    """What is wrong with the columns of a question: each (role, name) asked for, and `better`.

    >>> column_faults(pd.DataFrame({"income": [1]}), [("outcome", "income"), ("unit", "rt")], "higher")[0].say("en")
    "Columns not found: 'rt' (unit). Columns present: income."
    """
    asked = list(asked)
    faults: list[Text] = []
    missing = [f"{name!r} ({role})" for role, name in asked if not holds(table, name)]
    if missing:
        faults.append(texts.ASKED_ABSENT.fill(missing=missing, found=mask(", ".join(map(str, table.columns)))))
    elif len(table) == 0:
        faults.append(texts.TABLE_EMPTY)
    doubled = sorted({str(c) for c in table.columns[table.columns.duplicated()]} & {str(name) for _, name in asked})
    if doubled:
        faults.append(texts.ASKED_TWICE.fill(names=doubled))
    if not isinstance(better, str) or better not in ("higher", "lower"):
        faults.append(texts.WHICH_IS_BETTER.fill(given=better))
    return faults


def stop(faults: Iterable[Text], head: Text) -> None:
    """One WrongUse with every fault under `head`, or nothing."""
    lines = [texts.LISTED_FAULT.fill(fault=fault) for fault in faults]
    if lines:
        raise WrongUse(texts.LISTED.fill(head=head, faults=lines))
