"""Choosing between the two languages.

Texts stand beside the code that fills them, as pairs: `pick(lang, id="...", en="...")`. So both languages
are read and changed together, and a missing translation is a syntax error and not a surprise in a report.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from .harmless import one_line

LANGUAGES = ("id", "en")
_spoken: ContextVar[str | None] = ContextVar("p2wkss_language", default=None)


def default_language() -> str:
    """The language of errors: as `speaking` says, else the environment variable P2WKSS_LANG, else "id"."""
    asked = _spoken.get() or os.environ.get("P2WKSS_LANG", "id")
    return asked if asked in LANGUAGES else "id"


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Errors speak `lang` inside the block, and as before after it.

    >>> with speaking("en"):
    ...     default_language()
    'en'
    """
    token = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(token)


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
