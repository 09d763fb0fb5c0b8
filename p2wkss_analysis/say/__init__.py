"""Bahasa Indonesia and English: picking a text, writing numbers and dates, errors for people."""

from .languages import LANGUAGES, default_language, speaking
from .numbers import date, integer, number, p_equals, p_value, percent, rupiah, signed
from .text import Text, one_text, together
from .texts import SYNTHETIC
from .words import join, pick

__all__ = [
    "LANGUAGES",
    "SYNTHETIC",
    "Text",
    "date",
    "default_language",
    "integer",
    "join",
    "number",
    "one_text",
    "p_equals",
    "p_value",
    "percent",
    "pick",
    "rupiah",
    "signed",
    "speaking",
    "together",
]
