"""The two languages, and which one is spoken where none is named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("id", "en")
_spoken: ContextVar[str | None] = ContextVar("p2wkss_language", default=None)


def default_language() -> str:
    """The language where none is named: as `speaking` says, else the environment variable P2WKSS_LANG, else "id"."""
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
