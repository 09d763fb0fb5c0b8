"""The empty workbook a city fills in: columns from the dictionary, real codes and names, drop-downs and ranges."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from ...dictionary.sheets import (
    FIRST_DATA_ROW,
    GUIDE,
    LISTS,
    MARKER,
    VILLAGE,
    city_dictionary,
    example_of,
    fields_of,
    hint,
    mark,
    words_of,
)
from ...files.atomic import write_new
from ...places.areas import within
from ...say import Text
from ...say.errors import check_language
from ...say.spoken import spoken
from ..intake import load
from ..place_names import regency_named
from ..profiles.profile import known_profiles
from ..profiles.texts import KINDS
from .settings import answers_of
from .texts import guide as texts

LAST_ROW = 1_048_575  # of an Excel sheet, counted from 0
MADE = dt.datetime(2026, 1, 1)  # a fixed moment, so that the same workbook is the same file
SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@spoken
def write_template(path: str | os.PathLike, regency: str | int | None = None, lang: str | None = None) -> Path:
    """Write the empty workbook (.xlsx) that a city fills in, and return its path.

    Parameters
    ----------
    path : the file to write; one that holds anything else is never replaced.
    regency : one of the 514 kabupaten/kota, "32.76", 3276 or "Kota Depok"; its villages are filled in and
        offered in every drop-down. None leaves the places open.
    lang : "id" or "en", the language of labels, drop-downs and explanations. Either is read by `check`.

    Sheets: guide, settings, villages, neighbourhoods (RT/RW), sites, candidates, households, deliveries, scores. Line 1
    of a sheet holds stable column names, lines 2-4 label, unit with range, and an example that is never taken for data.

    Raises WrongUse for an unknown place or language, a file that is there already, or one that cannot be written.

    Source of codes and names: Kepmendagri 300.2.2-2430/2025. Not for a province: a workbook belongs to one city.

    >>> import tempfile
    >>> write_template(Path(tempfile.mkdtemp()) / "depok.xlsx", "32.76").name
    'depok.xlsx'
    """
    lang = check_language(lang)
    regency = None if regency is None else regency_named(regency)
    villages = villages_of(regency)
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    look = looks(book)
    write_guide(book, look, regency, lang)
    offered = [f"{code} {name}" for code, name in zip(villages["area_code"], villages["name"], strict=True)]
    ranges = Lists(offered)
    for name in city_dictionary().names():
        sheet = write_frame(book, look, name, lang, ranges)
        if name == "villages":
            _prefill(sheet, look, villages)
        if name == "settings":
            _settings(sheet, look, regency, lang, ranges)
    ranges.write(book)
    book.close()
    return write_new(path, data.getvalue())


def villages_of(regency: str | None) -> pd.DataFrame:
    """area_code, name, district of every village of the regency, in code order; empty for None."""
    if regency is None:
        return pd.DataFrame({"area_code": [], "name": [], "district": []}, dtype="str")
    areas = load("areas")
    names = areas.set_index("area_code")["name"]
    found = within(areas, regency, "village")
    return pd.DataFrame(
        {
            "area_code": found["area_code"].to_numpy(),
            "name": found["name"].to_numpy(),
            "district": found["parent_code"].map(names).to_numpy(),
        }
    )


def looks(book: xlsxwriter.Workbook) -> dict:
    """Every cell format of a book once; stripes and colours are few, and text is stored as text."""
    plain = {"valign": "top"}
    return {
        "key": book.add_format({"font_size": 8, "font_color": "#666666", "bg_color": "#EFEFEF"}),
        "label": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#D9E7F2", "bottom": 1}),
        "unit": book.add_format(
            {"font_size": 9, "text_wrap": True, "valign": "top", "font_color": "#404040", "bg_color": "#EEF4F9"}
        ),
        "example": book.add_format({"italic": True, "font_color": "#808080", "bg_color": "#F7F7F7", "bottom": 1}),
        "string": book.add_format({**plain, "num_format": "@"}),
        "date": book.add_format({**plain, "num_format": "yyyy-mm-dd"}),
        "number": book.add_format(plain),
        "given": book.add_format({**plain, "num_format": "@", "bg_color": "#F3F3F3"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def write_frame(book: xlsxwriter.Workbook, look: dict, name: str, lang: str, lists: Lists) -> Any:
    """One sheet with its four head lines, column formats, drop-downs and ranges; gives the worksheet."""
    sheet = book.add_worksheet(name)
    fields = fields_of(name)
    sheet.set_column(0, 0, 9, look["given"])
    for row, kind in enumerate(("label", "unit", "example"), start=1):
        sheet.write_string(row, 0, mark(kind, lang), look[kind])
    sheet.write_string(0, 0, MARKER, look["key"])
    for place, field in enumerate(fields, start=1):
        shape = look["date" if field["type"] == "date" else "number" if field["type"] in ("number", "integer") else "string"]
        sheet.set_column(place, place, _width(field, lang), shape)
        sheet.write_string(0, place, field["name"], look["key"])
        sheet.write_string(1, place, Text.of(field["label"]).say(lang), look["label"])
        sheet.write_string(2, place, hint(field, lang), look["unit"])
        write_example(sheet, place, field, lang, look["example"])
        _validate(sheet, place, field, lang, lists)
    sheet.set_row(1, 48)
    sheet.set_row(2, 40)
    sheet.freeze_panes(FIRST_DATA_ROW - 1, 2)
    return sheet


def write_example(sheet: Any, place: int, field: dict, lang: str, look: Any) -> None:
    """The example of a column; a number as a number, so that Excel shows it as the office writes it."""
    if field["type"] in ("number", "integer") and "example" in field:
        sheet.write_number(3, place, field["example"], look)
    else:
        sheet.write_string(3, place, example_of(field, lang), look)


def _width(field: dict, lang: str) -> int:
    offered = _offered(field["offered"], lang) if "offered" in field else words_of(field, lang)
    longest = max([0, *map(len, offered)])
    return 30 if field["name"] == VILLAGE else min(40, max(14, longest + 2, len(field["name"]) + 1))


def _validate(sheet: Any, place: int, field: dict, lang: str, lists: Lists) -> None:
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
            "error_message": (hint(field, lang) or help_text)[:255],
        }
    sheet.data_validation(FIRST_DATA_ROW - 1, place, LAST_ROW, place, rule)


def _rule(field: dict, lang: str, lists: Lists) -> dict | None:
    limits, kind = field.get("constraints", {}), field["type"]
    if field["name"] == VILLAGE and lists.villages and not field.get("prefilled"):
        # A bare code typed by hand is as good as a choice, so Excel may only warn.
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


def _prefill(sheet: Any, look: dict, villages: pd.DataFrame) -> None:
    rows = zip(villages["area_code"], villages["district"], villages["name"], strict=True)
    for row, cells in enumerate(rows, start=FIRST_DATA_ROW - 1):
        for place, cell in enumerate(cells, start=1):
            sheet.write_string(row, place, cell, look["given"])


def _settings(sheet: Any, look: dict, regency: str | None, lang: str, lists: Lists) -> None:
    field = fields_of("settings")[0]
    for row, setting in enumerate(field["categories"], start=FIRST_DATA_ROW - 1):
        word = Text.of(setting["label"]).say(lang)
        note = Text.of(setting["note"]).say(lang) if "note" in setting else ""
        value = regency or "" if setting["value"] == "regency_code" else setting.get("default", "")
        if answers := answers_of(setting):
            offered = [Text.of(answer["label"]).say(lang) for answer in answers]
            sheet.data_validation(row, 2, row, 2, {"validate": "list", "source": lists.range_of(offered)})
        for place, cell in enumerate((word, value, note), start=1):
            if cell:
                sheet.write_string(row, place, cell, look["given"] if place == 1 else look["string"])


def write_guide(
    book: xlsxwriter.Workbook, look: dict, regency: str | None, lang: str, before: Sequence[tuple[str, str]] = ()
) -> None:
    """The first sheet: how to fill in the workbook. `before` (head, text) are lines that come first."""
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    city = load("areas").set_index("area_code")["name"].get(regency, "") if regency else ""
    title = texts.TITLE_OF_CITY.fill(city=city, code=regency) if city else texts.TITLE
    sheet.write_string(0, 0, title.say(lang), look["title"])
    guide = [text.say(lang) for text in texts.GUIDE]
    lines = [*before, *zip(guide[::2], guide[1::2], strict=True), ("", "")]
    for resource in city_dictionary().package["resources"]:
        label, description = Text.of(resource["label"]), Text.of(resource["description"])
        lines.append((resource["name"], texts.SHEET_EXPLAINED.say(lang, label=label, description=description)))
    for profile in known_profiles().values():
        explained = texts.SHEET_EXPLAINED.say(lang, label=profile.labels, description=profile.notes)
        lines += [("", ""), (texts.PROFILE.say(lang, name=profile.name), explained)]
        lines += [(item.key, texts.ITEM.say(lang, label=item.labels, kind=KINDS[item.kind])) for item in profile.items]
    for row, (head, text) in enumerate(lines, start=2):
        sheet.set_row(row, 15 * max(1, -(-len(text) // 100)))  # room for every line: not every program finds it by itself
        sheet.write_string(row, 0, head, look["head"])
        sheet.write_string(row, 1, text, look["text"])
