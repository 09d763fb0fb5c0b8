"""Bahasa Indonesia and English: texts in both, numbers and dates, errors for people."""

from .languages import LANGUAGES, default_language, speaking
from .numbers import date, integer, number, p_equals, p_value, percent, rupiah, signed
from .text import Text, in_both, one_text, together
from .texts import SYNTHETIC
from .words import join

__all__ = [
    "LANGUAGES",
    "SYNTHETIC",
    "Text",
    "date",
    "default_language",
    "in_both",
    "integer",
    "join",
    "number",
    "one_text",
    "p_equals",
    "p_value",
    "percent",
    "rupiah",
    "signed",
    "speaking",
    "together",
]
