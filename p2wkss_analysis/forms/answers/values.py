"""Answers as the sheet has them: numbers as phones write them, villages by the words of their choices; nothing else changes."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd

from ...dictionary.sheets import VILLAGE, same_word, values_by_word
from ...places.names import plain_name
from ...tables.cells import TWO_READINGS
from ...tables.workbook.template import villages_of
from .recognised import DISTRICT, Recognised

# A form writes decimals with a point and nothing between thousands; ODK Collect writes 12 million as 1.2E7.
_OF_A_PHONE = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")


def answers_of(table: pd.DataFrame, found: Recognised, regency: str | None) -> pd.DataFrame:
    """The columns of the sheet, in its order, as text."""
    order = [f for f in found.fields() if f["name"] in found.columns]
    answers = pd.DataFrame({f["name"]: table[found.columns[f["name"]]] for f in order}, dtype=object)
    numbers = [f["name"] for f in order if f["type"] in ("number", "integer")]
    if not answers[numbers].map(_of_a_spreadsheet).any(axis=None):
        answers[numbers] = answers[numbers].map(_plain)
    if VILLAGE in answers:
        district = table[found.helpers[DISTRICT]] if DISTRICT in found.helpers else pd.Series("", index=table.index)
        answers[VILLAGE] = _codes(answers[VILLAGE], district, regency)
    return answers


def _of_a_spreadsheet(text: str) -> bool:
    """Whether no phone writes a number so, and a spreadsheet has written the export anew: with a comma, two points, or three
    decimals of which the last is 0. What such numbers mean, 650.000 among them, is left to the check.

    >>> [_of_a_spreadsheet(text) for text in ("650.000", "1.250.000", "12,5", "36.125", "650000.0", "1.25E7", "")]
    [True, True, True, False, False, False, False]
    """
    return "," in text or text.count(".") > 1 or (TWO_READINGS.fullmatch(text) is not None and text.endswith("0"))


def _plain(text: str) -> str:
    """A number written out. Three decimals get a fourth, so that no one takes them for thousands.

    >>> _plain("1.25E7"), _plain("36.125"), _plain("650000.0"), _plain("12,5")
    ('12500000', '36.1250', '650000', '12,5')
    """
    if not _OF_A_PHONE.fullmatch(text) or text.isdigit():
        return text
    whole, _, decimals = f"{Decimal(text):f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals.ljust(4, '0') if len(decimals) == 3 else decimals}" if decimals else whole


def same_answer(field: dict, value: Any) -> Any:
    """An answer of a phone or of a workbook so that two that mean one thing are equal; "" for none.

    >>> count = {"name": "members", "type": "integer"}
    >>> [same_answer(count, value) for value in ("04", 4, "4.0", None)]
    [Decimal('4'), Decimal('4'), Decimal('4'), '']
    >>> same_answer({"type": "boolean", "categories": [{"value": "yes", "label": {"id": "ya", "en": "yes"}}]}, "Ya")
    'yes'
    """
    if pd.isna(value) or value == "":
        return ""
    if field["type"] == "date":
        return str(value)[:10]
    if field["type"] in ("number", "integer"):
        try:
            return Decimal(_plain(str(value))).normalize() + 0
        except InvalidOperation:
            return same_word(str(value))
    word = same_word(str(value)) if not isinstance(value, bool) else "yes" if value else "no"
    return values_by_word(field).get(word, word)


def _codes(villages: pd.Series, districts: pd.Series, regency: str | None) -> pd.Series:
    """Codes for the names that the choices of the form bear, where kecamatan and name, or the name alone, is one village."""
    if not regency or villages.map(lambda text: not text or bool(_CODE.fullmatch(text))).all():
        return villages
    listed = villages_of(regency)
    names = listed["name"].map(plain_name)
    once = dict(zip(names[~names.duplicated(keep=False)], listed["area_code"][~names.duplicated(keep=False)], strict=True))
    below = {(plain_name(d), n): code for code, d, n in zip(listed["area_code"], listed["district"], names, strict=True)}
    below |= {(code[:8], n): code for code, n in zip(listed["area_code"], names, strict=True)}

    def code(village: str, district: str) -> str:
        name = plain_name(village)
        return below.get((district, name)) or below.get((plain_name(district), name)) or once.get(name) or village

    found = [code(v, d) if v else v for v, d in zip(villages, districts, strict=True)]
    return pd.Series(found, index=villages.index, dtype=object)
