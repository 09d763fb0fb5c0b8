"""The sheets of the city's workbook, as `city.json` describes them: columns, units, ranges, words of drop-downs.

A sheet has its stable column names in line 1, so that a workbook in either language is read the same; below stand
three lines for people (label, unit and range, example), marked in the first column and never taken for data.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from ..say import pick
from .tables import Dictionary

MARKER = "_row"
GUIDE, LISTS = "guide", "lists"
FAULTS = {"id": "kesalahan", "en": "faults"}  # the first sheet of a marked copy
PLAIN_SHEETS = (GUIDE, LISTS, *FAULTS.values())  # written for people and for drop-downs, holding no data
MARKS = {"label": ("label", "label"), "unit": ("satuan", "unit"), "example": ("contoh", "example")}
FIRST_DATA_ROW = 5
VILLAGE, CARD = "village_code", "no_kk"


@lru_cache(maxsize=1)
def city_dictionary() -> Dictionary:
    """The dictionary of the workbook; the same form as that of the open tables.

    >>> city_dictionary().names()
    ('settings', 'villages', 'neighbourhoods', 'sites', 'households', 'deliveries', 'scores')
    """
    folder = Path(__file__).resolve().parent
    return Dictionary(folder, json.loads((folder / "city.json").read_text(encoding="utf-8")))


def fields_of(sheet: str) -> list[dict]:
    """The columns of a sheet, in order."""
    return city_dictionary().resource(sheet)["schema"]["fields"]


def village_label(column: str, lang: str, cut: int | None = None) -> str:
    """What the workbook calls a column of the sheet `villages`, with its unit; cut: the one decile up to which the city counts.

    >>> village_label("stunting_percent", "en"), village_label("low_decile_percent", "id", cut=4)
    ('Stunted under-fives (percent)', 'KK desil 1–4 (persen)')
    """
    field = next(f for f in fields_of("villages") if f["name"] == column)
    unit = f" ({pick(lang, **field['unit'])})" if "unit" in field else ""
    if "cut" not in field.get("figure", {}) or cut is None:
        return pick(lang, **field["label"]) + unit
    span = "1" if cut == 1 else f"1–{cut}"
    return pick(lang, id=f"KK desil {span}", en=f"Households in decile{'s' if cut > 1 else ''} {span}") + unit


def one_cut(villages) -> int | None:
    """The decile up to which all rows with a share in low deciles count; None where any differs or does not say."""
    counted = [(f["name"], f["figure"]["cut"]) for f in fields_of("villages") if "cut" in f.get("figure", {})]
    known = [(column, cut) for column, cut in counted if column in villages and cut in villages]
    if not known:
        return None
    (column, cut), *_ = known
    cuts = villages.loc[villages[column].notna(), cut]
    return int(cuts.iloc[0]) if len(cuts) and cuts.notna().all() and cuts.nunique() == 1 else None


def sheet_called(title: str) -> str | None:
    """The sheet of the dictionary that a title names, in either language, or None.

    >>> sheet_called("Lokasi Program"), sheet_called("Sheet1")
    ('sites', None)
    """
    word = same_word(title)
    return next(
        (
            name
            for name in city_dictionary().names()
            if word in {name, *map(same_word, city_dictionary().resource(name)["label"].values())}
        ),
        None,
    )


def mark(kind: str, lang: str) -> str:
    """The word in the first column of a line that is not data; `kind` is a key of MARKS."""
    return pick(lang, id=MARKS[kind][0], en=MARKS[kind][1])


def kind_of_mark(text: str) -> str | None:
    """The kind of line a word in the first column stands for, in either language, or None."""
    word = text.strip().casefold()
    return next((kind for kind, words in MARKS.items() if word in words), None)


def words_of(field: dict, lang: str) -> list[str]:
    """The words a drop-down offers, in `lang`, in the order of the dictionary."""
    return [pick(lang, **c["label"]) for c in field.get("categories", ())]


def values_by_word(field: dict) -> dict[str, str]:
    """Every accepted spelling (the value itself, its word in both languages) to the value; spelled by `same_word`."""
    known = {same_word(str(value)): str(value) for value in field.get("constraints", {}).get("enum", ())}
    for c in field.get("categories", ()):
        known |= {same_word(word): c["value"] for word in (c["value"], *c["label"].values())}
    if field["type"] == "boolean":
        known |= {"true": "yes", "benar": "yes", "1": "yes", "false": "no", "salah": "no", "0": "no"}
    return known


def same_word(text: str) -> str:
    """A word without differences of case and spaces.

    >>> same_word("  Tidak   Berlaku ")
    'tidak berlaku'
    """
    return re.sub(r"\s+", " ", text).strip().casefold()


def hint(field: dict, lang: str) -> str:
    """Unit, range and whether it must be filled, as the third line of a sheet shows them.

    >>> hint({"type": "number", "unit": {"id": "persen", "en": "percent"}, "constraints": {"minimum": 0, "maximum": 100}}, "id")
    'persen; 0 sampai 100'
    """
    rules = field.get("constraints", {})
    parts = [pick(lang, **field["unit"])] if "unit" in field else []
    if field["type"] == "date":
        parts.append(pick(lang, id="tanggal, misalnya 2025-03-31", en="date, such as 2025-03-31"))
    elif "minimum" in rules and "maximum" in rules:
        low, high = limit_text(rules["minimum"]), limit_text(rules["maximum"])
        parts.append(pick(lang, id=f"{low} sampai {high}", en=f"{low} to {high}"))
    elif "minimum" in rules:
        parts.append(pick(lang, id=f"paling sedikit {rules['minimum']}", en=f"at least {rules['minimum']}"))
    if "not_above" in field:
        parts.append(pick(lang, id=f"paling banyak {field['not_above']}", en=f"at most {field['not_above']}"))
    if "categories" in field:
        parts.append(pick(lang, id="pilih dari daftar", en="choose from the list"))
    elif "enum" in rules:
        parts.append(", ".join(map(str, rules["enum"])))
    if rules.get("required"):
        parts.append(pick(lang, id="wajib", en="required"))
    return "; ".join(parts)


def limit_text(limit) -> str:
    """A limit in digits alone, which reads the same in both languages: 1000000, 0.5."""
    return str(int(limit)) if isinstance(limit, float) and limit.is_integer() else str(limit)


def example_of(field: dict, lang: str) -> str:
    """The example of a column as a cell shows it: the word of the drop-down where there is one, else ""."""
    if "example" not in field:
        return ""
    value = str(field["example"])
    return next((pick(lang, **c["label"]) for c in field.get("categories", ()) if c["value"] == value), value)
