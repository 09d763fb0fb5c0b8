"""The empty rubric of a contest: columns, drop-downs and their meaning. It holds no weight; those are the organiser's."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pandas as pd
import xlsxwriter

from ...files.atomic import write_new
from ...files.csv_text import csv_text
from ...say.errors import WrongUse, check_language
from ...say.spoken import spoken
from ..profiles.own_file import COLUMNS, TOTAL
from ..profiles.texts import KINDS, RULES
from .template import MADE, SAFE
from .texts import guide as texts

_ROOM = 500  # lines with drop-downs


@spoken
def write_rubric_template(path: str | os.PathLike, lang: str | None = None) -> Path:
    """Write the empty rubric of a contest (.xlsx, .csv or .json), to be filled in from its organiser's document.

    It has the columns item, label, kind, weight, target, rule, source and not one weight: none is official. The Excel
    file explains each column and offers kinds and rules; `load_rubric` reads what was filled in.

    Raises WrongUse for another ending, a file that is there already, or one that cannot be written.

    >>> import tempfile
    >>> write_rubric_template(Path(tempfile.mkdtemp()) / "rubrik.csv").read_text(encoding="utf-8-sig").strip()
    'item;label;kind;weight;target;rule;source'
    """
    lang = check_language(lang)
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        return write_new(path, csv_text(pd.DataFrame(columns=COLUMNS), lang).encode("utf-8"))
    if ending == ".json":
        empty: dict = {"name": Path(path).stem, "label": "", "source": "", "note": "", "total": None, "items": []}
        return write_new(path, (json.dumps(empty, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    if ending != ".xlsx":
        raise WrongUse(texts.RUBRIC_ENDINGS.fill(file=Path(path).name))
    return write_new(path, _excel(lang))


def _excel(lang: str) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    sheet, guide = (book.add_worksheet(title.say(lang)) for title in (texts.RUBRIC_SHEET, texts.GUIDE_SHEET))
    head = book.add_format({"bold": True, "bg_color": "#D9E7F2", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, {"label": 60, "source": 40}.get(column, 18))
        sheet.write_string(0, place, column, head)
    for column, values in (("kind", list(KINDS)), ("rule", list(RULES))):
        place = COLUMNS.index(column)
        sheet.data_validation(1, place, _ROOM, place, {"validate": "list", "source": values})
    place = COLUMNS.index("weight")
    sheet.data_validation(1, place, _ROOM, place, {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.freeze_panes(1, 1)
    guide.set_column(0, 0, 22)
    guide.set_column(1, 1, 100)
    lines = [
        *texts.RUBRIC_COLUMNS.items(),
        *(("kind: " + k, words) for k, words in KINDS.items()),
        *(("rule: " + k, words) for k, words in RULES.items()),
    ]
    for row, (name, words) in enumerate(lines):
        guide.write_string(row, 0, name, head)
        guide.write_string(row, 1, words.say(lang), text)
    guide.write_string(len(lines) + 1, 1, texts.NO_OFFICIAL_WEIGHT.say(lang, total=TOTAL), text)
    book.close()
    return data.getvalue()
