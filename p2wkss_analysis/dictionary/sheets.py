"""The sheets of the city's workbook, as `city.json` describes them: columns, units, ranges, words of drop-downs.

Tabs and headings are in the language of the workbook. A sheet is known by any of its names, a column by its heading in
either language or by its code, which also stands in line 1, out of sight. Lines for people (what the sheet is for, headings,
unit and range, example) are marked in the first column and never taken for data.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..say import LANGUAGES, Text
from . import texts
from .tables import Dictionary

if TYPE_CHECKING:
    import pandas as pd

MARKER = "_row"
GUIDE, LISTS = "guide", "lists"
PLAIN_SHEETS = (  # written for people and for drop-downs, holding no data
    GUIDE,
    LISTS,
    *(title for sheet in (texts.FAULTS, texts.CHANGES, texts.GUIDE) for title in (sheet.id, sheet.en)),
)
INSTRUCTIONS = ("purpose", "description", "next")  # of a sheet, in the lines above its headings
HEADING_ROW = 5
FIRST_DATA_ROW = 8
_NO_LIMIT = 1_000_000  # from here on a limit only keeps out slips of the hand, and nobody needs to read it
VILLAGE, CARD = "village_code", "no_kk"
FILL, CONFIRM, PRESS = "fill", "confirm", "press"  # see `prepared_mark`
PREPARED = {  # what a line to fill in, or one from the press, holds from the start; with anything more it is data
    "villages": (VILLAGE, "district", "village", "year"),
    "neighbourhoods": (VILLAGE, "rw", "rt", "year"),
    "sites": ("year", VILLAGE, "rw", "rt", "note"),
    "households": ("household_id", "wave", VILLAGE, "rw", "rt", "assisted"),
}


@lru_cache(maxsize=1)
def city_dictionary() -> Dictionary:
    """The dictionary of the workbook; the same form as that of the open tables.

    >>> city_dictionary().names()
    ('settings', 'villages', 'neighbourhoods', 'sites', 'candidates', 'households', 'deliveries', 'scores')
    """
    folder = Path(__file__).resolve().parent
    package = json.loads((folder / "city.json").read_text(encoding="utf-8"))
    sheets = {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}
    for field in (f for fields in sheets.values() for f in fields if "categories_with" in f):
        figures = [f for f in sheets[field["categories_with"]] if "figure" in f]
        field["categories"] += [{"value": f["name"], "label": f["label"]} for f in figures]
        field["constraints"]["enum"] += [f["name"] for f in figures]
    return Dictionary(folder, package)


def may_be_absent(sheet: str) -> bool:
    """Whether an office may do without the sheet.

    >>> may_be_absent("candidates"), may_be_absent("sites")
    (True, False)
    """
    return bool(city_dictionary().resource(sheet).get("optional"))


def fields_of(sheet: str) -> list[dict]:
    """The columns of a sheet, in order."""
    return city_dictionary().resource(sheet)["schema"]["fields"]


def village_label(column: str, lang: str, cut: int | None = None) -> str:
    """What the workbook calls a column of the sheet `villages`, with its unit; cut: the one decile up to which the city counts.

    >>> village_label("stunting_percent", "en"), village_label("low_decile_percent", "id", cut=4)
    ('Stunted under-fives (percent)', 'KK desil 1–4 (persen)')
    """
    field = next(f for f in fields_of("villages") if f["name"] == column)
    label = Text.of(field["label"])
    if "cut" in field.get("figure", {}) and cut is not None:
        label = texts.LOW_DECILES.fill(cut=cut, span="1" if cut == 1 else f"1–{cut}")
    return (texts.WITH_UNIT.fill(label=label, unit=Text.of(field["unit"])) if "unit" in field else label).say(lang)


def one_cut(villages: pd.DataFrame) -> int | None:
    """The decile up to which all rows with a share in low deciles count; None where any differs or does not say."""
    counted = [(f["name"], f["figure"]["cut"]) for f in fields_of("villages") if "cut" in f.get("figure", {})]
    known = [(column, cut) for column, cut in counted if column in villages and cut in villages]
    if not known:
        return None
    (column, cut), *_ = known
    cuts = villages.loc[villages[column].notna(), cut]
    return int(cuts.iloc[0]) if len(cuts) and cuts.notna().all() and cuts.nunique() == 1 else None


def tab_of(sheet: str) -> Text:
    """What a sheet is called in the workbook.

    >>> tab_of("sites").say("id"), tab_of("sites").say("en")
    ('Lokasi', 'Sites')
    """
    resource = city_dictionary().resource(sheet)
    return Text.of(resource["tab"] if "tab" in resource else resource["label"])


def label_of(sheet: str, column: str) -> Text:
    """The heading of a column.

    >>> label_of("households", "members").say("id")
    'Anggota keluarga'
    """
    return next((Text.of(f["label"]) for f in fields_of(sheet) if f["name"] == column), Text(column, column))


def heading_of(title: str, column: str, lang: str) -> str:
    """What the sheet with this title calls a column; the name itself where it is no sheet of the workbook.

    >>> heading_of("Keluarga", "assisted", "id"), heading_of("Sheet1", "assisted", "id")
    ('KK binaan', 'assisted')
    """
    sheet = sheet_called(title)
    return column if sheet is None else label_of(sheet, column).say(lang)


def instructions(sheet: str, lang: str | None = None) -> list[tuple[str, str]]:
    """Kind and text of the lines above the headings of a sheet, in one language or in both."""
    resource = city_dictionary().resource(sheet)
    said = [(kind, Text.of(resource[kind])) for kind in INSTRUCTIONS if kind in resource]
    return [(kind, text.say(each)) for each in ([lang] if lang else LANGUAGES) for kind, text in said]


def setting_called(setting: str) -> Text:
    """What the sheet of settings calls one of them."""
    return next(Text.of(c["label"]) for c in fields_of("settings")[0]["categories"] if c["value"] == setting)


def sheet_called(title: str) -> str | None:
    """The sheet of the dictionary that a title names, in either language, or None; a copy ("Keluarga (2)") is called the same.

    >>> sheet_called("Lokasi Program"), sheet_called("Keluarga (2)"), sheet_called("Sheet1")
    ('sites', 'households', None)
    """
    known = _names_of_sheets()
    word = same_word(title)
    return known.get(word) or known.get(re.sub(r"(?: ?\(\d+\)|_\d+)$", "", word))


@lru_cache(maxsize=1)
def _names_of_sheets() -> dict[str, str]:
    resources = city_dictionary().package["resources"]
    words = {r["name"]: (r["name"], *r["label"].values(), *r.get("tab", {}).values()) for r in resources}
    return {same_word(word): name for name, known in words.items() for word in known}


def headings_of(sheet: str, labels_only: bool = False) -> dict[str, str]:
    """Every word that heads a column of a sheet (its code, its label in both languages), by `heading_word`, to the column.

    >>> headings_of("sites")["cara memilih lokasi"], headings_of("sites")["chosen_by"]
    ('chosen_by', 'chosen_by')
    """
    fields = fields_of(sheet)
    labels = {heading_word(label): f["name"] for f in fields for label in f["label"].values()}
    return labels if labels_only else labels | {heading_word(f["name"]): f["name"] for f in fields}


def heading_word(text: str) -> str:
    """A heading without differences of case and spaces, and without the sign of a required column.

    >>> heading_word("Tahun *")
    'tahun'
    """
    return same_word(text).rstrip("* ")


def mark(kind: str, lang: str) -> str:
    """The word in the first column of a line that is not data; `kind` is a key of `texts.MARKS`."""
    return texts.MARKS[kind].say(lang)


def kind_of_mark(text: str) -> str | None:
    """The kind of line a word in the first column stands for, in either language, or None."""
    word = text.strip().casefold()
    return next((kind for kind, mark in texts.MARKS.items() if word in (mark.id, mark.en)), None)


def prepared_mark(text: str) -> str | None:
    """What is to be done with a line prepared for a new year (FILL or CONFIRM), by the word in its first column, or None.

    >>> prepared_mark("Isi"), prepared_mark("contoh")
    ('fill', None)
    """
    word = same_word(text)
    return next((kind for kind, mark in texts.PREPARED.items() if word in (mark.id, mark.en)), None)


def words_of(field: dict, lang: str) -> list[str]:
    """The words a drop-down offers, in `lang`, in the order of the dictionary."""
    return [label.say(lang) for label in labels_of(field)]


def labels_of(field: dict) -> list[Text]:
    """The words a drop-down offers, in the order of the dictionary."""
    return [Text.of(c["label"]) for c in field.get("categories", ())]


def values_by_word(field: dict) -> dict[str, str]:
    """Every accepted spelling (the value itself, its word in both languages) to the value; spelled by `same_word`."""
    known = {same_word(str(value)): str(value) for value in field.get("constraints", {}).get("enum", ())}
    for c in field.get("categories", ()):
        known |= {same_word(word): c["value"] for word in (c["value"], *c["label"].values())}
    if field["type"] == "boolean":
        known |= {"true": "yes", "benar": "yes", "1": "yes", "false": "no", "salah": "no", "0": "no"}
        known |= {"1.0": "yes", "0.0": "no"}  # as pandas keeps and writes them where some are missing
    return known


def same_word(text: str) -> str:
    """A word without differences of case and spaces.

    >>> same_word("  Tidak   Berlaku ")
    'tidak berlaku'
    """
    return re.sub(r"\s+", " ", text).strip().casefold()


def hint(field: dict, lang: str, sheet: str = "") -> str:
    """Unit, range and whether it must be filled, as the line below the headings of `sheet` shows them.

    >>> hint({"type": "number", "unit": {"id": "persen", "en": "percent"}, "constraints": {"minimum": 0, "maximum": 100}}, "id")
    'persen; 0 sampai 100'
    """
    rules = field.get("constraints", {})
    parts: list[Text | str] = [Text.of(field["unit"])] if "unit" in field else []
    if field["type"] == "date":
        parts.append(texts.DATE_SUCH_AS)
    elif "minimum" in rules and rules.get("maximum", _NO_LIMIT) < _NO_LIMIT:
        parts.append(texts.FROM_TO.fill(least=limit_text(rules["minimum"]), most=limit_text(rules["maximum"])))
    elif "minimum" in rules:
        parts.append(texts.AT_LEAST.fill(least=rules["minimum"]))
    if "not_above" in field:
        parts.append(texts.AT_MOST.fill(most=label_of(sheet, field["not_above"]) if sheet else field["not_above"]))
    if "categories" in field:
        parts.append(texts.FROM_LIST)
    elif "enum" in rules:
        parts.append(", ".join(map(str, rules["enum"])))
    if rules.get("required"):
        parts.append(texts.REQUIRED)
    return "; ".join(part.say(lang) if isinstance(part, Text) else part for part in parts)


def limit_text(limit: float) -> str:
    """A limit in digits alone, which reads the same in both languages: 1000000, 0.5."""
    return str(int(limit)) if isinstance(limit, float) and limit.is_integer() else str(limit)


def example_of(field: dict, lang: str) -> str:
    """The example of a column as a cell shows it: the word of the drop-down where there is one, else ""."""
    if "example" not in field:
        return ""
    if "example_in_words" in field:
        return Text.of(field["example_in_words"]).say(lang)
    value = str(field["example"])
    return next((Text.of(c["label"]).say(lang) for c in field.get("categories", ()) if c["value"] == value), value)
