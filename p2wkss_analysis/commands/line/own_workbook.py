"""A workbook made by `p2wkss template`, where a command takes a table of the user's own: the city, asked as everywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...say.errors import WrongUse
from . import texts

LEAST = 3  # sheets of the template by which a workbook is known, whichever of them was deleted

if TYPE_CHECKING:
    from ...front.city import City


def filled_workbook(path: str, lang: str, sheet: str | None = None) -> City | None:
    """The city whose workbook is at `path`; None for any other file.

    Raises DataFaults where it has faults, WrongUse where one `sheet` of it was asked for: it would be read in vain.
    """
    from ...dictionary.sheets import PLAIN_SHEETS, sheet_called
    from ...tables.xlsx.reading import Book, Unreadable

    if Path(path).suffix.lower() != ".xlsx" or not Path(path).is_file():
        return None
    try:
        if sum(title in PLAIN_SHEETS or sheet_called(title) is not None for title in Book(path).names) < LEAST:
            return None
    except Unreadable:
        return None
    if sheet:
        raise WrongUse(texts.SHEET_UNUSED.fill(sheet=sheet, name=Path(path).name))
    from ...front.city import City

    city = City(path, lang=lang)
    city.checked.usable_tables()
    return city


def column_called(city: City | None, sheet: str, given: str) -> str:
    """A column of a sheet by its heading in either language, however spelled, or by its name; as given in any other file."""
    from ...dictionary.sheets import heading_word, headings_of

    return given if city is None else headings_of(sheet).get(heading_word(given), given)


def marked_synthetic(city: City, lang: str) -> str:
    """The mark that goes with everything made from made-up values; empty for real ones."""
    from ...city.texts.answers import SYNTHETIC

    return SYNTHETIC.say(lang) if city.synthetic else ""
