"""What the columns of the answers on a place are called where they show themselves: indicators as the dictionary has them."""

from __future__ import annotations

import pandas as pd

from ...dictionary.tables import read_dictionary
from . import texts


def headings(frame: pd.DataFrame, lang: str) -> dict[str, str]:
    """The heading of each column that has one."""
    known = read_dictionary()
    entries = {entry["name"] for entry in known.resource("regency_indicators")["indicators"]}
    named = {column: known.indicator(column).label(lang) for column in frame if column in entries}
    return named | {column: texts.HEADINGS[column].say(lang) for column in frame if column in texts.HEADINGS}
