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

from ...say.spoken import spoken
from ...say.errors import WrongUse
from ...say import pick

INCLUDE_REASONS = {
    "worse_than_data": ("keadaan lebih buruk daripada data", "worse off than the data say"),
    "disaster": ("terkena bencana atau kebakaran", "struck by disaster or fire"),
    "lost_earner": ("kehilangan pencari nafkah", "lost its earner"),
    "illness_or_disability": ("sakit berat atau disabilitas", "severe illness or disability"),
    "promised": ("sudah ditetapkan sebelumnya", "already promised"),
}
EXCLUDE_REASONS = {
    "better_than_data": ("keadaan lebih baik daripada data", "better off than the data say"),
    "moved_away": ("sudah pindah", "moved away"),
    "duplicate": ("data ganda", "entered twice"),
    "not_found": ("tidak ditemukan di lapangan", "not found in the field"),
    "declined": ("menolak ikut serta", "declined to take part"),
    "already_assisted": ("sudah dibantu program lain", "already assisted by another programme"),
    "not_eligible": ("tidak memenuhi syarat", "not eligible"),
}
_OTHER = {
    "release": ("keputusan terdahulu dicabut", "an earlier decision was withdrawn"),
    "entered": ("akibat keputusan pada langkah ini", "in consequence of this step"),
    "left": ("akibat keputusan pada langkah ini", "in consequence of this step"),
}
NOT_STATED = ("alasan tidak disebutkan", "no reason stated")


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
    rows = [{**asdict(d), "reason": reason_text(d.action, d.reason, lang)} for d in decisions]
    return pd.DataFrame(rows, columns=["step", "by", "household_id", "action", "reason"])


def reason_text(action: str, reason: str, lang: str) -> str:
    """The words of a reason code."""
    if action in _OTHER:
        return pick(lang, id=_OTHER[action][0], en=_OTHER[action][1])
    known = INCLUDE_REASONS if action == "include" else EXCLUDE_REASONS
    words = known.get(reason, NOT_STATED)
    return pick(lang, id=words[0], en=words[1])


def reasons_of(given, action: str, required: bool) -> dict:
    """`given` (ids, or a mapping of id to reason) as a dict of id to reason code, "" where none was stated."""
    known = INCLUDE_REASONS if action == "include" else EXCLUDE_REASONS
    if isinstance(given, str):
        raise WrongUse(
            id=f"`{action}` berupa daftar household_id atau pasangan {{household_id: alasan}}, bukan teks.",
            en=f"`{action}` is a list of household_id or a mapping {{household_id: reason}}, not a text.",
        )
    if not isinstance(given, (Mapping, Iterable)):
        raise WrongUse(
            id=f"`{action}` berupa daftar household_id atau pasangan {{household_id: alasan}}, bukan {given!r}.",
            en=f"`{action}` is a list of household_id or a mapping {{household_id: reason}}, not {given!r}.",
        )
    if not isinstance(given, Mapping):
        given = dict.fromkeys(given, "")
    wrong = [str(reason) for reason in given.values() if reason not in known and (required or reason != "")]
    if wrong:
        raise WrongUse(
            id=f"Alasan {wrong[0]!r} tidak dikenal untuk `{action}`. Pilih salah satu: "
            + "; ".join(f"{code} ({words[0]})" for code, words in known.items()) + ".",
            en=f"The reason {wrong[0]!r} is not known for `{action}`. Choose one of: "
            + "; ".join(f"{code} ({words[1]})" for code, words in known.items()) + ".",
        )
    return dict(given)
