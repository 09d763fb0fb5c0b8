"""Words in a row, as each language joins them."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import check_language
from .harmless import one_line
from .own_words import OWN_WORDS


def join(items: Sequence[str], lang: str | None = None) -> str:
    """A list in a sentence: "A", "A dan B", "A, B, dan C" / "A, B and C".

    >>> join(["Depok", "Cilegon"], "id")
    'Depok dan Cilegon'
    """
    items = [one_line(item) for item in items]
    if len(items) <= 1:
        return "".join(items)
    last = OWN_WORDS[check_language(lang)]["and of two" if len(items) == 2 else "and of more"]
    return ", ".join(items[:-1]) + last + items[-1]
