"""One sheet of the workbook, empty: instructions, headings, units, the example, drop-downs and ranges."""

from __future__ import annotations

import datetime as dt
from typing import Any

import xlsxwriter

from ....dictionary.sheets import (
    FIRST_DATA_ROW,
    HEADING_ROW,
    LISTS,
    MARKER,
    VILLAGE,
    example_of,
    fields_of,
    hint,
    instructions,
    mark,
    tab_of,
    words_of,
)
from ....say import Text
from ...profiles.profile import known_profiles
from ..texts import guide as texts
from .paper import printed

LAST_ROW = 1_048_575  # of an Excel sheet, counted from 0
_MARKS = 10  # characters, of the column with the marks
_WIDEST, _LINES = 24, 4  # characters of a column; lines of its heading, as a rule
_CODE, _NAME = 15, 22  # of a village
_FREE = {"note": 32, "choice_note": 32, "activity": 28, "obstacle": 26, "follow_up": 26, "agency": 24}  # texts of some length


def write_frame(book: xlsxwriter.Workbook, look: dict, name: str, lang: str, lists: Lists, paper: str = "a4") -> Any:
    """One sheet with its head lines, column formats, drop-downs and ranges; gives the worksheet."""
    sheet = book.add_worksheet(tab_of(name).say(lang))
    fields, first = fields_of(name), HEADING_ROW - 1
    widths = [_MARKS, *(_width(name, field, lang) for field in fields)]
    fixed = 1 + max(1, next((n for n, field in enumerate(fields) if not field.get("prefilled")), 0))  # columns that stay in sight
    pages = printed(sheet, paper, widths, lang, repeat=fixed)
    sheet.set_column(0, 0, _MARKS, look["given"])
    for row, (kind, text) in enumerate(instructions(name, lang), start=1):
        sheet.write_string(row, 0, mark(kind, lang), look["mark"])
        for place in range(1, len(fields) + 1):
            sheet.write_blank(row, place, None, look["instruction"])
        sheet.write_string(row, 1 if pages == 1 else fixed, text, look["instruction"])
    for row, kind in enumerate(("label", "unit", "example"), start=first):
        sheet.write_string(row, 0, mark(kind, lang), look["mark"])
    sheet.write_string(0, 0, MARKER, look["key"])
    heads, hints = [], []
    for place, field in enumerate(fields, start=1):
        sheet.set_column(place, place, widths[place], look[shape_of(field)])
        sheet.write_string(0, place, field["name"], look["key"])
        required = bool(field.get("constraints", {}).get("required"))
        heads.append(Text.of(field["label"]).say(lang) + ("*" if required else ""))
        hints.append(hint(field, lang, name))
        sheet.write_string(first, place, heads[-1], look["required" if required else "label"])
        sheet.write_string(first + 1, place, hints[-1], look["unit"])
        write_example(sheet, place, field, lang, look["example"])
        _validate(sheet, place, field, hints[-1], lang, lists)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_row(first, 15 * max(map(_lines, heads, widths[1:])))
    sheet.set_row(first + 1, 12 * max(map(_lines, hints, widths[1:])))
    sheet.freeze_panes(FIRST_DATA_ROW - 1, fixed)
    return sheet


def shape_of(field: dict) -> str:
    """The format of a column's cells; a text of some length is wrapped."""
    if field["name"] in _FREE:
        return "free"
    return {"date": "date", "number": "number", "integer": "number"}.get(field["type"], "string")


def write_example(sheet: Any, place: int, field: dict, lang: str, look: Any) -> None:
    """The example of a column; a number as a number, so that Excel shows it as the office writes it."""
    row = FIRST_DATA_ROW - 2
    if field["type"] in ("number", "integer") and "example" in field:
        sheet.write_number(row, place, field["example"], look)
    else:
        sheet.write_string(row, place, example_of(field, lang), look)


def _width(name: str, field: dict, lang: str) -> int:
    """Characters: room for a heading in a few lines, for the words of the drop-down, and for what is typed."""
    if name == "settings":
        return {"setting": 36, "value": 22, "note": 92}[field["name"]]
    if field["name"] in _FREE:
        return _FREE[field["name"]]
    if field["name"] == VILLAGE or field.get("prefilled"):
        return _CODE if field["name"] == VILLAGE and field.get("prefilled") else _NAME
    label = Text.of(field["label"]).say(lang) + "*"
    offered = _offered(field["offered"], lang) if "offered" in field else words_of(field, lang)
    large = field.get("constraints", {}).get("maximum", 0) if field["type"] in ("number", "integer") else 0
    typed = 11 if field["type"] == "date" else 16 if field["type"] == "string" and not offered else 14 if large >= 1e9 else 7
    wanted = max(
        typed, -(-len(label) // _LINES) + 2, *(len(word) + 1 for word in label.split()), *(len(w) + 2 for w in offered), 0
    )
    return min(_WIDEST, wanted)


def _lines(text: str, width: int) -> int:
    """Lines of a text that is wrapped at its spaces."""
    lines, left = 1, width
    for word in text.split():
        if len(word) + 1 > left and left < width:
            lines, left = lines + 1, width
        left -= len(word) + 1
    return lines


def _validate(sheet: Any, place: int, field: dict, expected: str, lang: str, lists: Lists) -> None:
    """The drop-down or range of a column, with its explanation as the message of the cell."""
    rule = _rule(field, lang, lists)
    help_text = Text.of(field["description"]).say(lang) if "description" in field else ""
    if rule is None and not help_text:
        return
    rule = rule or {"validate": "any"}
    if help_text:
        rule |= {"input_title": Text.of(field["label"]).say(lang)[:32], "input_message": help_text[:255]}
    if rule["validate"] != "any":
        rule |= {
            "error_title": texts.NOT_AS_EXPECTED.say(lang),
            "error_message": (expected or help_text)[:255],
        }
    sheet.data_validation(FIRST_DATA_ROW - 1, place, LAST_ROW, place, rule)


def _rule(field: dict, lang: str, lists: Lists) -> dict | None:
    limits, kind = field.get("constraints", {}), field["type"]
    if field["name"] == VILLAGE and lists.villages and not field.get("prefilled"):
        # A code typed by hand is as good as a choice, so Excel may only warn.
        return {"validate": "list", "source": lists.range_of(lists.villages), "error_type": "warning"}
    if "offered" in field:  # a rubric of the user's own has other names, so Excel may only warn
        return {"validate": "list", "source": lists.range_of(_offered(field["offered"], lang)), "error_type": "warning"}
    if "categories" in field:
        return {"validate": "list", "source": lists.range_of(words_of(field, lang))}
    if "enum" in limits:
        return {"validate": "list", "source": limits["enum"]}
    if kind == "date":
        low, high = (dt.date.fromisoformat(limits[end]) for end in ("minimum", "maximum"))
        return {"validate": "date", "criteria": "between", "minimum": low, "maximum": high}
    if kind in ("number", "integer") and "minimum" in limits:
        whole = {"validate": "integer" if kind == "integer" else "decimal"}
        if "maximum" in limits:
            return whole | {"criteria": "between", "minimum": limits["minimum"], "maximum": limits["maximum"]}
        return whole | {"criteria": ">=", "value": limits["minimum"]}
    if field.get("privacy"):
        return {"validate": "length", "criteria": "==", "value": 16, "error_type": "warning"}
    return None


def _offered(what: str, lang: str) -> list[str]:
    """Names of the known profiles, or the labels of all their items, each once."""
    profiles = known_profiles()
    return (
        list(profiles) if what == "profiles" else list(dict.fromkeys(i.label(lang) for p in profiles.values() for i in p.items))
    )


class Lists:
    """The hidden sheet behind the drop-downs: one column for each different list of words."""

    def __init__(self, villages: list[str]):
        self.villages = villages
        self._columns: list[list[str]] = []

    def range_of(self, words: list[str]) -> str:
        if words not in self._columns:
            self._columns.append(list(words))
        letter = xlsxwriter.utility.xl_col_to_name(self._columns.index(list(words)))
        return f"={LISTS}!${letter}$1:${letter}${len(words)}"

    def write(self, book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(LISTS)
        for place, words in enumerate(self._columns):
            for row, word in enumerate(words):
                sheet.write_string(row, place, word)
        sheet.hide()
