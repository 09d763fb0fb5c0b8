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

from ...dictionary.sheets import FIRST_DATA_ROW, PRESS, VILLAGE, city_dictionary, fields_of, tab_of
from ...dictionary.texts import GUIDE, PREPARED
from ...files.atomic import write_new
from ...places.areas import within
from ...say import Text
from ...say.errors import check_language
from ...say.spoken import spoken
from ..intake import load
from ..place_names import regency_named
from ..profiles.profile import known_profiles
from ..profiles.texts import KINDS
from .page.paper import check_paper, looks, printed
from .page.press import sites_in_press
from .page.sheet import Lists, write_frame
from .places import offered_villages
from .settings import answers_of
from .texts import guide as texts

MADE = dt.datetime(2026, 1, 1)  # a fixed moment, so that the same workbook is the same file
SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@spoken
def write_template(
    path: str | os.PathLike, regency: str | int | None = None, lang: str | None = None, *, paper: str = "a4"
) -> Path:
    """Write the empty workbook (.xlsx) that a city fills in, and return its path.

    Parameters
    ----------
    path : the file to write; one that holds anything else is never replaced.
    regency : one of the 514 kabupaten/kota, "32.76", 3276 or "Kota Depok"; its villages are filled in and
        offered by name in every drop-down, and its sites that the press names stand in the sheet of sites, marked: they are
        read once the mark is removed. None leaves the places open.
    lang : "id" or "en", the language of tabs, headings, drop-downs and explanations. Either is read by `check`.
    paper : "a4" or "f4" (folio, 215 x 330 mm), on which the sheets are printed.

    Sheets: guide, settings, villages, neighbourhoods (RT/RW), sites, candidates, households, deliveries, scores. A sheet begins
    with three lines of instruction; below the headings stand unit with range, and an example that is never taken for data.

    Raises WrongUse for an unknown place, language or paper, a file that is there already, or one that cannot be written.

    Source of codes and names: Kepmendagri 300.2.2-2430/2025; of sites: `load("programme_sites")`. Not for a province: a
    workbook belongs to one city.

    >>> import tempfile
    >>> write_template(Path(tempfile.mkdtemp()) / "depok.xlsx", "32.76").name
    'depok.xlsx'
    """
    lang, paper = check_language(lang), check_paper(paper)
    regency = None if regency is None else regency_named(regency)
    villages = villages_of(regency)
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    look = looks(book)
    write_guide(book, look, regency, lang, paper=paper)
    offered = offered_by_name(villages)
    ranges = Lists(list(offered.values()))
    for name in city_dictionary().names():
        sheet = write_frame(book, look, name, lang, ranges, paper)
        if name == "villages":
            _prefill(sheet, look, villages)
        if name == "settings":
            _settings(sheet, look, regency, lang, ranges)
        if name == "sites" and regency:
            _from_press(sheet, look, sites_in_press(regency, lang), offered, lang)
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


def offered_by_name(villages: pd.DataFrame) -> dict[str, str]:
    """Code to what the drop-down of villages says, of a table as `villages_of` gives it."""
    district = dict(zip(villages["area_code"], villages["district"], strict=True))
    return offered_villages(dict(zip(villages["area_code"], villages["name"], strict=True)), district.__getitem__)


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
        for place, (cell, shape) in enumerate(((word, "given"), (value, "string"), (note, "free")), start=1):
            if cell:
                sheet.write_string(row, place, cell, look[shape])
        sheet.set_row(row, 15 * max(1, -(-len(note) // 88)))


def _from_press(sheet: Any, look: dict, found: pd.DataFrame, offered: dict[str, str], lang: str) -> None:
    """Sites of the open register, each with its mark and its source."""
    places = {f["name"]: place for place, f in enumerate(fields_of("sites"), start=1)}
    for row, site in enumerate(found.to_dict("records"), start=FIRST_DATA_ROW - 1):
        for place in range(1, len(places) + 1):
            sheet.write_blank(row, place, None, look["press"])
        sheet.write_string(row, 0, PREPARED[PRESS].say(lang), look["press"])
        sheet.set_row(row, 15 * -(-len(site["note"]) // 30))
        sheet.write_comment(row, 0, site["source"], {"x_scale": 3, "y_scale": 0.6})
        sheet.write_string(row, places[VILLAGE], offered[site[VILLAGE]], look["press"])
        sheet.write_string(row, places["note"], site["note"], look["press"])
        for column in ("year", "rw", "rt"):
            if site[column] is not None:
                sheet.write_number(row, places[column], site[column], look["press"])


def write_guide(
    book: xlsxwriter.Workbook,
    look: dict,
    regency: str | None,
    lang: str,
    before: Sequence[tuple[str, str]] = (),
    paper: str = "a4",
) -> None:
    """The first sheet: how to fill in the workbook. `before` (head, text) are lines that come first."""
    sheet = book.add_worksheet(GUIDE.say(lang))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    city = load("areas").set_index("area_code")["name"].get(regency, "") if regency else ""
    title = texts.TITLE_OF_CITY.fill(city=city, code=regency) if city else texts.TITLE
    sheet.write_string(0, 0, title.say(lang), look["title"])
    guide = [text.say(lang) for text in texts.GUIDE]
    lines = [*before, *zip(guide[::2], guide[1::2], strict=True), ("", "")]
    for name in city_dictionary().names():
        lines.append((tab_of(name).say(lang), Text.of(city_dictionary().resource(name)["description"]).say(lang)))
    for profile in known_profiles().values():
        explained = texts.SHEET_EXPLAINED.say(lang, label=profile.labels, description=profile.notes)
        lines += [("", ""), (texts.PROFILE.say(lang, name=profile.name), explained)]
        lines += [
            (f"  {item.number or '–'}", texts.ITEM.say(lang, label=item.labels, kind=KINDS[item.kind])) for item in profile.items
        ]
    for row, (head, text) in enumerate(lines, start=2):
        sheet.set_row(row, 15 * max(1, -(-len(text) // 100)))  # room for every line: not every program finds it by itself
        sheet.write_string(row, 0, head, look["head"])
        sheet.write_string(row, 1, text, look["text"])
    printed(sheet, paper, [26, 100], lang)
