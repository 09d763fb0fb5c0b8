"""Incomplete submissions in a file of their own: what was entered, what is missing, ready to be imported once completed."""

from __future__ import annotations

from pathlib import Path

from ...disclosure.privacy import mask
from ...files.atomic import refuse_taken, write_once
from ...files.xlsx_table import xlsx_table
from ...say import Text
from . import texts
from .opening import Export

_MOST_LINES = 12  # named in one sentence


def file_beside(out: Path, lang: str) -> Path:
    """Where the incomplete submissions of an import are kept. Raises WrongUse where that file is there already.

    >>> file_beside(Path("kota-terisi.xlsx"), "en").name
    'kota-terisi-incomplete.xlsx'
    """
    path = out.with_name(f"{out.stem}-{texts.INCOMPLETE_FILE.say(lang)}.xlsx")
    refuse_taken(path)
    return path


def write_aside(path: Path, export: Export, lacking: dict[int, list[Text]], lang: str) -> None:
    """The submissions as the export has them, so that the file is an export of the form, too. lacking: of each position in the
    export the questions without an answer. Headings that begin with a low line are the system's and are not read."""
    table = export.table.loc[list(lacking)].map(mask)
    table.columns = [mask(str(heading)) for heading in table]
    empty = texts.NAMES
    told = {
        texts.ASIDE_LINE: lines_of(export, list(lacking)),
        texts.ASIDE_EMPTY: [empty.say(lang, names=names) for names in lacking.values()],
        texts.ASIDE_DO: [texts.COMPLETE_HERE.say(lang)] * len(lacking),
    }
    for place, (heading, cells) in enumerate(told.items()):
        table.insert(place, heading.say(lang), cells)
    write_once(path, xlsx_table(table, texts.ASIDE_SHEET.say(lang)))


def lines_of(export: Export, positions: list[int]) -> list[int]:
    """The lines of the export as a spreadsheet counts them."""
    return [int(export.table.attrs["lines"][at]) for at in positions]


def said_of(path: Path, export: Export, positions: list[int]) -> Text:
    """How many submissions are left aside, their lines in the export, and what to do."""
    lines: list[int | str] = [*lines_of(export, positions)]
    shown = [*lines[:_MOST_LINES], *(["..."] if lines[_MOST_LINES:] else [])]
    return texts.ASIDE.fill(n=len(lines), lines=shown, file=mask(path.name))
