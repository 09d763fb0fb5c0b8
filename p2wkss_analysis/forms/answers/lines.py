"""What makes two lines of a sheet the same line, and what people call it."""

from __future__ import annotations

from typing import Any

from ...dictionary.sheets import VILLAGE, city_dictionary
from ...tables.profiles.profile import find_profile
from ...tables.workbook.places import places_of
from . import texts

ACTIVITY = ("year", VILLAGE, "agency", "activity")  # what makes two lines of one number the same activity


def key_of(sheet: str) -> list[str]:
    """The columns by which a line is the same line."""
    return list(city_dictionary().resource(sheet)["schema"]["primaryKey"])


def line_of(sheet: str, row: dict[str, Any], lang: str) -> str:
    """The key of a line as people say it: household and wave, village and RT, number of an activity.

    >>> line_of("households", {"household_id": "KK-0146", "wave": "1"}, "en")
    'KK-0146, wave 1'
    >>> line_of("neighbourhoods", {"village_code": "32.76.10.1006", "rw": "2", "rt": "1", "year": "2026"}, "id")
    'Cilangkap, RW 2, RT 1, 2026'
    """
    said = {column: str(row[column]) for column in key_of(sheet) if str(row.get(column, "")) not in ("", "<NA>")}
    profile = find_profile(said.pop("profile", ""))
    for column, value in said.items():
        item = profile.find(value) if profile and column == "item" else None
        called = texts.OF_KEY.get(column)
        said[column] = called.say(lang, n=value) if called else item.label(lang) if item else value
    if VILLAGE in said:
        said[VILLAGE] = places_of(said[VILLAGE][:5]).names.get(said[VILLAGE], said[VILLAGE])
    return ", ".join(said.values())
