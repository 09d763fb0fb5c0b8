"""The line below a picture or table of figures of BPS; it says which of them the user added."""

from __future__ import annotations

from ...indicators.published.breaks import TABLE
from ...open_data.answers import OpenAnswers
from ...open_data.holdings import sources_added
from ...say import together
from .texts import FROM_BPS


def from_bps(m: OpenAnswers, lang: str) -> str:
    return together([FROM_BPS, sources_added(TABLE, m.folder) or ""], lang)
