"""The columns of a frame as plain text in the dictionary's form, each cell that cannot be read named as a fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...dictionary.sheets import CARD, VILLAGE, fields_of, labels_of, values_by_word
from ...disclosure.privacy import PSEUDONYM, card_digits
from ...say import Text
from .. import texts as of_tables
from ..cells import ROUNDED, Cell, plain, read_date, read_number, read_text, read_word
from ..column_shows import dates_in_order, numbers_in_groups
from ..xlsx.reading import DATE, NUMBER, TEXT
from ..xlsx.xml import Place, column_letters
from .faults import Faults
from .frame import Frame
from .places import Places
from .texts import sheets as texts

UNREAD = "\x00"  # before the text of a cell that could not be read: fits no rule, and equals no other cell
_ALSO = {"orang": ("jiwa", "org"), "m2": ("m²",)}  # other words for a unit
MOST_OFFERS = 300  # near matches are looked for in this many different wrong values of a column

_WRONG_KIND = {
    "made_date": Cell(rule=texts.MADE_A_DATE, remedy=texts.FORMAT_AS_NUMBER),
    "no_date": Cell(rule=texts.NUMBER_NOT_DATE, remedy=texts.FORMAT_AS_DATE),
    "no_number": Cell(rule=of_tables.NOT_A_NUMBER, remedy=texts.WRITE_NUMBER),
    "percent": Cell(rule=texts.NO_PERCENTAGE, remedy=texts.FORMAT_AS_NUMBER),
    "card_number": Cell(rule=texts.CARD_AS_NUMBER, remedy=texts.FORMAT_AS_TEXT),
    "card": Cell(rule=texts.NO_CARD, remedy=texts.CHECK_CARD),
}


@dataclass(frozen=True)
class Note:
    """Cells of a column that were read otherwise than typed: what was done, where, and the text of each as typed and as read."""

    sheet: str
    column: str
    change: Text
    places: list[Place]
    typed: list[str]
    read: list[str]
    kind: str = "string"  # type of the column in the dictionary


def read_columns(frame: Frame, places: Places, faults: Faults) -> tuple[pd.DataFrame, list[Note]]:
    """Plain text of every known column over the data lines, "" for missing; unread cells begin with UNREAD."""
    columns: dict[str, list[str]] = {}
    notes: list[Note] = []
    below = _below_merged(frame)
    for field in fields_of(frame.name):
        if field["name"] not in frame.places:
            continue
        texts, kinds = frame.texts(field["name"])
        read = _by_kind(field, texts, kinds, _percent_rows(frame, field["name"]), places)
        if field.get("unit_in") in frame.places:
            read = _without_unit(texts, read, frame.texts(field["unit_in"])[0])
        if (covered := below.get(frame.places[field["name"]])) and not _is_a_remark(field):
            read = _without_covered(frame, texts, read, covered, faults)
        columns[field["name"]] = _settle(frame, field, texts, read, faults, notes)
    return pd.DataFrame(columns, index=pd.RangeIndex(len(frame.rows)), dtype="str"), notes


def _below_merged(frame: Frame) -> dict[int, dict[int, Place]]:
    """Columns to data lines (by position) to the filled cell that they are merged with: Excel keeps a value in the first only."""
    found: dict[int, dict[int, Place]] = {}
    for top, left, bottom, right in sorted(frame.cells.odd.merged):
        if left < len(frame.columns) and top < len(frame.columns[left][0]) and frame.columns[left][0][top] != "":
            first, behind = np.searchsorted(frame.rows, (top, bottom + 1)).tolist()
            for place in range(left, min(right, frame.cells.width) + 1):
                lines = [line for line in range(first, behind) if (int(frame.rows[line]), place) != (top, left)]
                found.setdefault(place, {}).update(dict.fromkeys(lines, (top, left)))
    return found


def _is_a_remark(field: dict) -> bool:
    """Nothing rests on such a column: the names beside a code, and notes."""
    return bool(field.get("prefilled")) and field["name"] != VILLAGE or field["name"] == "note"


def _without_covered(
    frame: Frame, typed: list[str], read: list[str | Cell], covered: dict[int, Place], faults: Faults
) -> list[str | Cell]:
    """The cells with those unread that are merged with a cell above or beside them: what they were meant to say is not stored."""
    of_place = {place: column for column, place in frame.places.items()}
    out = list(read)
    for line, first in covered.items():
        if typed[line] == "":
            out[line] = UNREAD
            column = of_place.get(first[1], column_letters(first[1]))
            faults.cell(
                frame.title,
                first,
                column,
                frame.columns[first[1]][0][first[0]],
                texts.MERGED,
                texts.UNMERGE,
                secret=column == CARD,
            )
    return out


def _without_unit(texts: list[str], read: list[str | Cell], units: list[str]) -> list[str | Cell]:
    """Numbers typed with the unit that the same line names in a column of its own, as "12 kali" beside "kali"."""
    return [
        read_number(text, units=[plain(unit)]) if isinstance(cell, Cell) and cell.rule and plain(unit) else cell
        for text, cell, unit in zip(texts, read, units, strict=True)
    ]


def _percent_rows(frame: Frame, column: str) -> set[int]:
    place = frame.places[column]
    if not frame.cells.odd.percent:
        return set()
    return {position for position, row in enumerate(frame.rows.tolist()) if (row, place) in frame.cells.odd.percent}


def _by_kind(field: dict, texts: list[str], kinds: np.ndarray, percent: set[int], places: Places) -> list[str | Cell]:
    """Each cell as its text where that is plain already, else as a Cell."""
    reader = _reader(field, places)
    known: dict[str, Cell] = {}
    bad = 0
    numeric = field["type"] in ("number", "integer")
    out: list[str | Cell] = []
    for position, (text, kind) in enumerate(zip(texts, kinds.tolist(), strict=True)):
        if text == "":
            out.append("")
        elif numeric and kind != TEXT:
            out.append(_of_number(field, text, kind, position in percent))
        elif field["type"] == "date" and kind not in (TEXT, DATE):
            out.append(_WRONG_KIND["no_date"])
        elif field.get("privacy"):
            out.append(_card(text, kind))
        else:
            if text not in known:
                known[text] = reader(text, bad < MOST_OFFERS)
                bad += known[text].rule is not None
            out.append(known[text])
    settled = _by_the_column(field, known)
    return (
        [settled.get(text, cell) if isinstance(cell, Cell) else cell for text, cell in zip(texts, out, strict=True)]
        if settled
        else out
    )


def _by_the_column(field: dict, known: dict[str, Cell]) -> dict[str, Cell]:
    """Cells with two readings of which the rest of the column leaves one, inside the limits of the column."""
    if not any(cell.either for cell in known.values()):
        return {}
    limits = field.get("constraints", {})
    if field["type"] == "date":
        return {text: _within(cell, limits) for text, cell in dates_in_order(known).items()}
    settled = numbers_in_groups(known, field["type"] == "integer", _is_money(field))
    least, most = limits.get("minimum", -np.inf), limits.get("maximum", np.inf)
    return {text: cell for text, cell in settled.items() if least <= float(cell.text) <= most}


def _of_number(field: dict, text: str, kind: int, percent: bool) -> str | Cell:
    if kind == DATE:
        return _WRONG_KIND["made_date"]
    if kind != NUMBER:
        return _WRONG_KIND["no_number"]
    if not percent:
        return text
    if not _is_percent(field):
        return _WRONG_KIND["percent"]
    return Cell(f"{float(text) * 100:.12g}", note=texts.PERCENT_FORMAT)


def _card(text: str, kind: int) -> str | Cell:
    if re.fullmatch(PSEUDONYM, text.strip()):
        return text.strip()
    digits = card_digits(text)
    if digits is None:
        return _WRONG_KIND["card_number" if ROUNDED.fullmatch(text.strip()) else "card"]
    # Excel keeps fifteen digits of a number and writes 0 for the sixteenth.
    return _WRONG_KIND["card_number"] if kind == NUMBER and digits.endswith("0") else digits


def _reader(field: dict, places: Places) -> Callable[[str, bool], Cell]:
    if field["type"] in ("number", "integer"):
        percent, rupiah, units, names = _is_percent(field), _is_money(field), _unit_words(field), _name_words(field)
        return lambda text, offer: read_number(text, percent, rupiah, units, names)
    if field["type"] == "date":
        limits = field.get("constraints", {})
        return lambda text, offer: _within(read_date(text), limits)
    if field["name"] == VILLAGE:
        return places.read
    if "categories" in field:
        known, offered = values_by_word(field), labels_of(field)
        return lambda text, offer: read_word(text, known, offered, offer)
    return lambda text, offer: read_text(text)


def _is_money(field: dict) -> bool:
    return "rupiah" in field.get("unit", {}).get("en", "")


def _unit_words(field: dict) -> list[str]:
    """What people write behind a number of the column: its unit in either language, and other words for persons and areas."""
    units = [unit.casefold() for unit in field.get("unit", {}).values()]
    return list(dict.fromkeys([*units, *(word for unit in units for word in (unit.split("/")[0], *_ALSO.get(unit, ())))]))


def _name_words(field: dict) -> list[str]:
    """What people write before a number of the column: its name. Only of whole numbers, such as RT 1 or tahun 2025."""
    return [label.casefold() for label in field["label"].values()] if field["type"] == "integer" else []


def _is_percent(field: dict) -> bool:
    return field.get("unit", {}).get("en") == "percent"


def _within(cell: Cell, limits: dict) -> Cell:
    if not cell.text or limits.get("minimum", cell.text) <= cell.text <= limits.get("maximum", cell.text):
        return cell
    outside = texts.DATE_OUTSIDE.fill(date=cell.text, least=limits["minimum"], most=limits["maximum"])
    return Cell(rule=outside, remedy=texts.CHECK_YEAR)


def _settle(frame: Frame, field: dict, texts: list[str], read: list[str | Cell], faults: Faults, notes: list[Note]) -> list[str]:
    """Plain texts; unread cells become faults, and readings that changed something are counted."""
    name, place, secret = field["name"], frame.places[field["name"]], bool(field.get("privacy"))
    notes_of: dict[Text, Note] = {}
    out = []
    for position, cell in enumerate(read):
        if isinstance(cell, str):
            out.append(cell)
        elif cell.rule is not None and cell.remedy is not None:
            faults.cell(frame.title, (int(frame.rows[position]), place), name, texts[position], cell.rule, cell.remedy, secret)
            out.append(UNREAD + texts[position])
        else:
            out.append(cell.text)
            if cell.note:
                note = notes_of.setdefault(cell.note, Note(frame.title, name, cell.note, [], [], [], field["type"]))
                note.places.append((int(frame.rows[position]), place))
                note.typed.append(texts[position])
                note.read.append(cell.text)
    notes += notes_of.values()
    return out
