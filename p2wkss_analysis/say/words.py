"""Choosing between the two languages.

Texts stand beside the code that fills them, as pairs: `pick(lang, id="...", en="...")`. So both languages
are read and changed together, and a missing translation is a syntax error and not a surprise in a report.
"""

from __future__ import annotations

from collections.abc import Sequence

from .errors import check_language
from .harmless import one_line


def pick(lang: str | None, *, id: str, en: str) -> str:
    """The text in `lang`, by default as P2WKSS_LANG says; anything but "id" or "en" is refused.

    >>> pick("id", id="desa", en="village")
    'desa'
    """
    return id if check_language(lang) == "id" else en


def synthetic_notice(lang: str | None = None) -> str:
    """What stands on every page and picture made from invented data.

    >>> synthetic_notice("en")
    'SYNTHETIC DATA: not the real situation'
    """
    return pick(lang, id="DATA SINTETIS: bukan keadaan sebenarnya", en="SYNTHETIC DATA: not the real situation")


def join(items: Sequence[str], lang: str | None = None) -> str:
    """A list in a sentence: "A", "A dan B", "A, B, dan C" / "A, B and C".

    >>> join(["Depok", "Cilegon"], "id")
    'Depok dan Cilegon'
    """
    items = [one_line(item) for item in items]
    if len(items) <= 1:
        return "".join(items)
    last = pick(lang, id=" dan " if len(items) == 2 else ", dan ", en=" and ")
    return ", ".join(items[:-1]) + last + items[-1]
