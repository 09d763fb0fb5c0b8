"""The file of a form: survey, choices and settings as XLSForm has them, in both languages."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Iterator, Sequence

import xlsxwriter

from ..say import LANGUAGES, Text
from ..say.harmless import one_line
from .question import Choice, Question
from .texts import REQUIRED

SPOKEN = {"id": "Bahasa Indonesia (id)", "en": "English (en)"}
_MADE = dt.datetime(2026, 1, 1)  # a fixed moment, so that the same form is the same file
_SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
Sheet = list[list[str]]


def version_of(questions: Sequence[Question], choices: Sequence[Choice], dictionary: str) -> str:
    """The dictionary's version with a sign of the content, so that a changed form is a new one."""
    sign = hashlib.sha256(repr((_survey(questions), _choices(choices))).encode()).hexdigest()[:8]
    return f"{dictionary}-{sign}"


def to_xlsform(questions: Sequence[Question], choices: Sequence[Choice], title: str, name: str, version: str) -> bytes:
    """The bytes of the .xlsx."""
    survey, offered = _survey(questions), _choices(choices)
    settings = [
        ["form_title", "form_id", "version", "default_language", "allow_choice_duplicates"],
        [one_line(title), name, version, SPOKEN["id"], "yes"],
    ]
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, _SAFE)
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#D9E7F2"})
    for sheet_name, rows in (("survey", survey), ("choices", offered), ("settings", settings)):
        sheet = book.add_worksheet(sheet_name)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 1, 36)
        sheet.set_column(2, len(rows[0]), 28)
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, place, cell, head if at == 0 else None)
    book.close()
    return data.getvalue()


def _survey(questions: Sequence[Question]) -> Sheet:
    spoken = ("label", "hint", "constraint_message", "required_message")
    plain = ("required", "constraint", "relevant", "calculation", "default", "choice_filter", "appearance", "parameters")
    heads = ["type", "name", *(f"{what}::{SPOKEN[lang]}" for what in spoken for lang in LANGUAGES), *plain]
    rows = [heads]
    for q in questions:
        said = (q.label, q.hint, q.message, REQUIRED if q.required else None)
        required = "yes" if q.required else ""
        rest = (required, q.constraint, q.relevant, q.calculation, q.default, q.choice_filter, q.appearance, q.parameters)
        rows.append([q.type, q.name, *_both(said), *rest])
    return rows


def _choices(choices: Sequence[Choice]) -> Sheet:
    filters = list(dict.fromkeys(column for choice in choices for column in choice.of))
    rows = [["list_name", "name", *(f"label::{SPOKEN[lang]}" for lang in LANGUAGES), *filters]]
    rows += [[c.list, c.name, *_both((c.label,)), *(c.of.get(column, "") for column in filters)] for c in choices]
    return rows


def _both(texts: Sequence[Text | None]) -> Iterator[str]:
    return (one_line(text.say(lang)) if text else "" for text in texts for lang in LANGUAGES)
