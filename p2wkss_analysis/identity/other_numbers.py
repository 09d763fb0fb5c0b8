"""Numbers as people write them that are no identity numbers: amounts, decimals, dates, telephones, area codes, years.

Each is recognised as a whole, by its own signs inside and another sign, or nothing, around it.
"""

from __future__ import annotations

import re

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_PROVINCE = r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])"
_VILLAGE_NUMBER = r"(?:[12][01]|30)\d\d"  # of all 83,762 villages; 10 and 11 are kelurahan, 20 and 21 desa, 30 desa adat
_DECIMAL = r"(?:0|[1-9]\d{0,2})[.,]\d+(?:[eE][+-]?\d{1,3})?"
_LATITUDE, _LONGITUDE = r"(?:\d|1[01])[.,]\d{3,}", r"(?:9[4-9]|1[0-3]\d|14[01])[.,]\d{3,}"
_BETWEEN = r" ?[,;/ ] ?[+-]?"
_PHONE = (
    r"(?>(?:\(?\+62\)?[ .-]?|62(?=[ .-]?8)[ .-]?|\(?0(?=[2-9]))\d{2,3}\)?"
    r"(?:[ .-]?\d{6,10}|[ .-]?\d{3,4}(?:[ .-]\d{3,5})?)(?!\d))"
)


def _alone(form: str, inner: str) -> str:
    """`form` where no digit goes on before or after it, at once or behind one of its own signs `inner`."""
    return rf"(?<!\d)(?<!\d[{inner}])(?:{form})(?![{inner}]?\d)"


# A village and its neighbourhood (RT, RW) have as many digits as an identity number, and villages read as a day and a month.
VILLAGE = re.compile(
    "|".join(
        (
            _alone(rf"{_PROVINCE}\.\d\d\.\d\d\.{_VILLAGE_NUMBER}(?:[ ./,-]{{1,3}}\d{{1,3}}){{0,2}}", "."),
            _alone(r"\d{10}(?:[ ./,-]{1,3}[01]\d\d){2}", "."),
        )
    )
)
OTHERS = [
    re.compile(form)
    for form in (
        _alone(rf"{_LATITUDE}{_BETWEEN}{_LONGITUDE}|{_LONGITUDE}{_BETWEEN}{_LATITUDE}", ".,"),
        _alone(r"[1-9]\d{0,2}(?:(?:\.\d{3}){1,4}(?:,\d{1,2})?|(?:,\d{3}){1,4}(?:\.\d{1,2})?)", ".,"),
        _alone(_DECIMAL, ".,"),
        *(_alone(rf"{_DAY}{s}{_MONTH}{s}{_YEAR}|{_YEAR}{s}{_MONTH}{s}{_DAY}", s) for s in ("-", "/", r"\.")),
        _alone(rf"{_DAY} {_MONTH} {_YEAR}(?:[ ,;-]+{_DAY} {_MONTH} {_YEAR})+", " "),
        _alone(rf"[0-3]\d[01]\d{_YEAR}(?:[ ,;-]+[0-3]\d[01]\d{_YEAR})+", " "),
        _alone(r"[012]?\d([:.])[0-5]\d(?:\1[0-5]\d)?", ":."),
        _alone(rf"{_YEAR}(?:[ ,;/.-]{{1,3}}{_YEAR})+", " ,;/.-"),
        _alone(rf"{_PROVINCE}\.\d\d(?:\.\d\d)?", "."),
        _alone(rf"{_PHONE}(?:[ ,;/-]{{1,3}}{_PHONE})*+", " .-"),
    )
]
# Accounts, ISBN, taxpayers, addresses of machines. Of two such a number of a card may be made, but it ends in none.
JOINED = re.compile(_alone(r"(?=(?:[-/.]?\d){8,15}(?![-/.]?\d))\d+(?:[-/.]\d+)+", "-/."))
DECIMAL = re.compile(_alone(_DECIMAL, ".,"))
