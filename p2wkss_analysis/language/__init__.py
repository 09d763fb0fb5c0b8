"""Floor 0. Bahasa Indonesia and English: picking a text, writing numbers and dates."""

from .numbers import date, integer, number, percent, rupiah, signed
from .words import LANGUAGES, default_language, join, pick, speaking, synthetic_notice

__all__ = [
    "LANGUAGES", "date", "default_language", "integer", "join", "number", "percent", "pick", "rupiah", "signed",
    "speaking", "synthetic_notice",
]
