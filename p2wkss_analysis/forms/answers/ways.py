"""The answers from which a phone computes a column: put there where a spreadsheet left it empty, a fault where both differ."""

from __future__ import annotations

import re

import pandas as pd

from ...identity.hidden import HIDDEN
from ...say import LANGUAGES
from .. import texts as of_forms
from ..place import NONE, OTHER
from .recognised import Recognised
from .values import same_answer

_NO_ANSWER = {OTHER, NONE} | {
    text.say(lang) for text in (*of_forms.NOT_LISTED.values(), of_forms.NOT_RECORDED, of_forms.NEW_FAMILY) for lang in LANGUAGES
}
_NUMBERED = re.compile(r"R[WT] (\d+)")
_OF_RT = re.compile(r", RT \d+(?: RW \d+)?$")


def along_ways(table: pd.DataFrame, found: Recognised, answers: pd.DataFrame) -> dict[int, dict[str, str]]:
    """Fills in empty columns of `answers`; of each submission by its position the columns that say another thing than what they
    come from, and that. KoboToolbox computes nothing anew where a table is edited, nor does a spreadsheet."""
    fields = {f["name"]: f for f in found.fields()}
    differ: dict[int, dict[str, str]] = {}
    for heading, column in found.ways.items():
        if column not in answers:
            continue
        for at, text in table[heading].map(_bare).items():
            if not text:
                continue
            stands = answers.at[at, column]
            if not stands:
                answers.at[at, column] = text
            elif same_answer(fields[column], stands) != same_answer(fields[column], text):
                differ.setdefault(int(at), {})[column] = text
    return differ


def _bare(text: str) -> str:
    """What a choice or an answer says of its column.

    >>> [_bare(text) for text in ("RW 10", "KK-0001, RT 1 RW 10", "other", "RT lain (tulis nomornya)", "2")]
    ['10', 'KK-0001', '', '', '2']
    """
    if text in _NO_ANSWER or HIDDEN in text:
        return ""
    numbered = _NUMBERED.fullmatch(text)
    return numbered[1] if numbered else _OF_RT.sub("", text)
