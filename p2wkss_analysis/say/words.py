"""Choosing between the two languages.

Texts stand beside the code that fills them, as pairs: `pick(lang, id="...", en="...")`. So both languages
are read and changed together, and a missing translation is a syntax error and not a surprise in a report.
"""

from __future__ import annotations

from collections.abc import Sequence

from .errors import check_language
from .harmless import one_line

def pick(lang: str, *, id: str, en: str) -> str:
    """The text in `lang`; anything but "id" or "en" is refused.

    >>> pick("id", id="desa", en="village")
    'desa'
    """
    check_language(lang)
    return id if lang == "id" else en


def synthetic_notice(lang: str) -> str:
    """What stands on every page and picture made from invented data.

    >>> synthetic_notice("en")
    'SYNTHETIC DATA: not the real situation'
    """
    return pick(lang, id="DATA SINTETIS: bukan keadaan sebenarnya", en="SYNTHETIC DATA: not the real situation")


def join(items: Sequence[str], lang: str) -> str:
    """A list in a sentence: "A", "A dan B", "A, B, dan C" / "A, B and C".

    >>> join(["Depok", "Cilegon"], "id")
    'Depok dan Cilegon'
    """
    items = [one_line(item) for item in items]
    if len(items) <= 1:
        return "".join(items)
    last = pick(lang, id=" dan ", en=" and ")
    comma = "," if lang == "id" and len(items) > 2 else ""
    return ", ".join(items[:-1]) + comma + last + items[-1]
