"""The reasons with which a musyawarah may put a household on the list or take it off, and the record of it.

The list of reasons is fixed, so that a list can be audited: a decision without one of them is refused. It is
this package's own list, drawn from the practice of score, draft, village meeting and second draft
(Alatas, Banerjee, Hanna, Olken and Tobias 2012, American Economic Review 102: community targeting in 640
Indonesian villages); no regulation gives an official one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from ...say.spoken import spoken
from .texts import musyawarah as texts
from .texts.musyawarah import EXCLUDE_REASONS, INCLUDE_REASONS


@dataclass(frozen=True)
class Decision:
    """One line of the record: step 1, 2, ...; who decided; what was done to which household, and why.

    action: `include`, `exclude`, `release` (a decision), `entered`, `left` (what followed from the decisions of
    the step). reason: a code of the fixed lists, or "".
    """

    step: int
    by: str
    household_id: object
    action: str
    reason: str


@spoken
def log_table(decisions: Iterable[Decision], lang: str | None = None) -> pd.DataFrame:
    """The record as a table: step, by, household_id, action, reason (in words of `lang`)."""
    rows = [{**asdict(d), "reason": reason_text(d.action, d.reason).say(lang)} for d in decisions]
    return pd.DataFrame(rows, columns=["step", "by", "household_id", "action", "reason"])


def reason_text(action: str, reason: str) -> Text:
    """The words of a reason code."""
    if action in texts.CONSEQUENCES:
        return texts.CONSEQUENCES[action]
    known = INCLUDE_REASONS if action == "include" else EXCLUDE_REASONS
    return known.get(reason, texts.NOT_STATED)


def reasons_of(given: Mapping | Iterable, action: str, required: bool) -> dict:
    """`given` (ids, or a mapping of id to reason) as a dict of id to reason code, "" where none was stated."""
    known = INCLUDE_REASONS if action == "include" else EXCLUDE_REASONS
    if isinstance(given, str) or not isinstance(given, (Mapping, Iterable)):
        raise WrongUse(texts.NOT_A_LIST.fill(action=action, given=given))
    if not isinstance(given, Mapping):
        given = dict.fromkeys(given, "")
    wrong = [str(reason) for reason in given.values() if reason not in known and (required or reason != "")]
    if wrong:
        codes = [texts.CODE_OF_REASON.fill(code=code, reason=words) for code, words in known.items()]
        raise WrongUse(texts.UNKNOWN_REASON.fill(reason=wrong[0], action=action, known=codes))
    return dict(given)
