"""Choosing between the two languages.

Texts stand beside the code that fills them, as pairs: `pick(lang, id="...", en="...")`. So both languages
are read and changed together, and a missing translation is a syntax error and not a surprise in a report.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

LANGUAGES = ("id", "en")


def default_language() -> str:
    """"en" where the environment variable P2WKSS_LANG says so, otherwise "id"."""
    asked = os.environ.get("P2WKSS_LANG", "id")
    return asked if asked in LANGUAGES else "id"


def pick(lang: str, *, id: str, en: str) -> str:
    """The text in `lang`; anything but "id" or "en" is refused.

    >>> pick("id", id="desa", en="village")
    'desa'
    """
    if lang not in LANGUAGES:
        from ..errors import WrongUse

        raise WrongUse(
            id=f"Bahasa {lang!r} tidak dikenal. Gunakan \"id\" (Bahasa Indonesia) atau \"en\" (Inggris).",
            en=f"Language {lang!r} is not known. Use \"id\" (Bahasa Indonesia) or \"en\" (English).",
        )
    return id if lang == "id" else en


def join(items: Sequence[str], lang: str) -> str:
    """A list in a sentence: "A", "A dan B", "A, B, dan C" / "A, B and C".

    >>> join(["Depok", "Cilegon"], "id")
    'Depok dan Cilegon'
    """
    items = list(items)
    if len(items) <= 1:
        return "".join(items)
    last = pick(lang, id=" dan ", en=" and ")
    comma = "," if lang == "id" and len(items) > 2 else ""
    return ", ".join(items[:-1]) + comma + last + items[-1]
