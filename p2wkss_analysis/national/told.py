"""Refusals: what could not be answered of one kabupaten or kota, and why, kept in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from ..say import Text
from ..say.errors import P2wkssError


@dataclass(frozen=True)
class Refused:
    """question: "need", "clusters" or an outcome; reason: why there is no answer, and what would help."""

    question: str
    reason: Text


def told(error: P2wkssError) -> Text:
    """What an error says, as a text."""
    return Text(error.sentence("id"), error.sentence("en"))
