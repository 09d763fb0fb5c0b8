"""Numbers and dates as each language writes them, through Babel. A missing value is a word, never 0."""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from .errors import check_language
from .own_words import OWN_WORDS


def _word(name: str, lang: str | None) -> str:
    return OWN_WORDS[check_language(lang)][name]


def _missing(value: Any) -> bool:
    """None, NaN, NaT and pandas' NA, whose comparison with itself is neither true nor false."""
    return value is None or str(value) in ("<NA>", "NaT") or value != value


_WRITTEN_OUT = 1e21  # from here on nobody counts the digits, and decimal arithmetic has no room for them


def number(value: Any, digits: int = 2, lang: str | None = None) -> str:
    """A number with exactly `digits` decimals: 81,37 in Indonesian, 81.37 in English; digits -3: to the nearest thousand.

    >>> number(81.37, 2, "id"), number(81.37, 2, "en"), number(None, 2, "id")
    ('81,37', '81.37', 'tidak ada data')
    >>> number(52.5, 0, "id"), number(-175749, -3, "id")
    ('53', '−176.000')
    """
    if _missing(value):
        return _word("no data", lang)
    if math.isinf(value):
        return _word("no upper limit" if value > 0 else "no lower limit", lang)
    if abs(value) >= _WRITTEN_OUT:
        power = math.floor(math.log10(abs(value)))
        return f"{number(value / 10.0**power, 1, lang)} × 10^{power}"
    value = _rounded(value, digits) + 0.0  # + 0.0 turns -0.0 into 0.0
    return _written(value, max(digits, 0), _word("locale", lang)).replace("-", "\N{MINUS SIGN}")


@lru_cache(maxsize=4096)
def _written(value: float, digits: int, locale: str) -> str:
    """By the locale's own pattern; kept, because a report writes the same figures again in pictures, tables and sheets."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""), locale=locale)


def signed(value: Any, digits: int = 2, lang: str | None = None) -> str:
    """A change, always with its sign: +0,99 or −1,20; zero is written without one.

    >>> signed(0.99, 2, "id"), signed(-1.2, 1, "en")
    ('+0,99', '−1.2')
    """
    text = number(value, digits, lang)
    if _missing(value) or math.isinf(value):
        return text  # a word, not a figure
    return f"+{text}" if _rounded(value, digits) > 0 else text


def _rounded(value: float, digits: int) -> float:
    """Rounded as offices and Excel do: a half goes away from zero."""
    value = float(value)
    if abs(value) >= 1e12 or digits > 12:
        return round(value, digits)
    return float(Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def integer(value: Any, lang: str | None = None) -> str:
    """A count: 6.549 in Indonesian, 6,549 in English."""
    return number(value, 0, lang)


def percent(value: Any, digits: int = 2, lang: str | None = None) -> str:
    """A value already in percent: 2,58% in Indonesian, 2.58% in English.

    >>> percent(2.58, 2, "id"), percent(2.58, 2, "en")
    ('2,58%', '2.58%')
    """
    if _missing(value):
        return _word("no data", lang)
    return number(value, digits, lang) + "%"


def p_value(p: Any, digits: int = 3, lang: str | None = None, below: str = "< ") -> str:
    """A p-value or another probability, never as zero nor as a round figure that it is below: 0,031 or < 0,001.

    Every p is written here.

    >>> p_value(0.0312, 3, "id"), p_value(0.0007, 3, "id"), p_value(0.001, 3, "en"), p_value(0.004, 2, "en", below="below ")
    ('0,031', '< 0,001', '0.001', 'below 0.01')
    """
    least = float(f"1e-{digits}")
    return below + number(least, digits, lang) if not _missing(p) and 0 <= p < least else number(p, digits, lang)


def p_equals(p: Any, digits: int = 3, lang: str | None = None) -> str:
    """A p-value with its sign, to stand after "p".

    >>> p_equals(0.0312, 3, "en"), p_equals(0.00001, 3, "id")
    ('= 0.031', '< 0,001')
    """
    text = p_value(p, digits, lang)
    return text if text.startswith("<") else f"= {text}"


def rupiah(value: Any, lang: str | None = None) -> str:
    """Whole rupiah: Rp1.007.436 in Indonesian, Rp1,007,436 in English."""
    return _word("no data", lang) if _missing(value) else "Rp" + number(value, 0, lang)


def date(value: dt.date, lang: str | None = None) -> str:
    """A long date: 23 November 2026 in both, the month in the language's own word.

    >>> date(dt.date(2026, 8, 1), "id"), date(dt.date(2026, 8, 1), "en")
    ('1 Agustus 2026', '1 August 2026')
    """
    from babel.dates import format_date

    return format_date(value, format="d MMMM y", locale=_word("locale", lang))
