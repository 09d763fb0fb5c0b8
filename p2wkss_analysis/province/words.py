"""The words of a collection: the heading of every column, and its codes as people say them."""

from __future__ import annotations

from ..dictionary.sheets import fields_of
from ..say import Text
from . import texts


def word(column: str, value: str, lang: str | None = None) -> str:
    """A code of the columns status, confirmed_by, chosen_by and planned_unit in words.

    >>> word("status", "disputed", "id"), word("chosen_by", "draw", "en")
    ('disengketakan', 'public draw')
    """
    choices = {c["value"]: Text(**c["label"]) for f in fields_of("sites") if f["name"] == column for c in f.get("categories", ())}
    known = choices if column in ("chosen_by", "planned_unit") else texts.WORDS
    return known[value].say(lang) if value in known else value


def heading(column: str, lang: str | None = None) -> str:
    """The heading of a column: our own, else that of the city's workbook, with its unit."""
    if column in texts.HEADINGS:
        return texts.HEADINGS[column].say(lang)
    for sheet in ("sites", "villages"):
        for f in fields_of(sheet):
            if f["name"] == column:
                label = Text(**f["label"])
                return texts.WITH_UNIT.say(lang, label=label, unit=Text(**f["unit"])) if "unit" in f else label.say(lang)
    return column
