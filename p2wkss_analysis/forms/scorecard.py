"""Scorecards on the phone: one submission is one village in one year, and every item of the profile is a question of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pandas as pd

from ..dictionary.sheets import VILLAGE, fields_of
from ..say import LANGUAGES, Text
from ..tables.profiles.profile import Item, Profile
from ..tables.workbook.scores import MOST_CASES
from . import texts

SCORES, DEFAULT = "scores", "krppa"
ITEM = "item_"  # what the name of an item's question begins with
_KEY = [VILLAGE, "year"]


def asked_fields(sheet: str, profile: Profile | None = None) -> list[dict]:
    """What one submission fills in: the columns of the sheet; of scorecards the items in the place of item, answer and value."""
    if sheet != SCORES or profile is None:
        return fields_of(sheet)
    columns = {f["name"]: f for f in fields_of(SCORES)}
    items = [_field(name, item, columns["answer"]) for name, item in items_by_question(profile).items()]
    return [*(columns[name] for name in _KEY), *items, columns["note"]]


@lru_cache(maxsize=8)
def items_by_question(profile: Profile) -> dict[str, Item]:
    """The items of a profile by the names of their questions.

    >>> from ..tables.profiles.profile import known_profiles
    >>> list(items_by_question(known_profiles()["krppa"]))[:2]
    ['item_organising', 'item_disaggregated_data']
    """
    found: dict[str, Item] = {}
    for place, item in enumerate(profile.items, start=1):
        name = ITEM + slug(item.key)
        found[f"{name}_{place}" if name in found else name] = item
    return found


def slug(word: str) -> str:
    """A word as a phone takes it in a name.

    >>> slug("Lomba 2026"), slug("2026"), slug("kebun/sayur")
    ('lomba_2026', 'n2026', 'kebun_sayur')
    """
    bare = re.sub(r"[^a-z0-9]+", "_", word.casefold()).strip("_")[:40]
    return bare if bare[:1].isalpha() else f"n{bare}"


def _field(name: str, item: Item, yes_no: dict) -> dict[str, Any]:
    """An item as a column of the dictionary."""
    labels = {lang: item.label(lang)[:1].upper() + item.label(lang)[1:] for lang in LANGUAGES}
    if item.number is not None:
        labels = {lang: texts.NUMBERED.say(lang, number=item.number, label=label) for lang, label in labels.items()}
    most = {"percent": 100, "zero": MOST_CASES, "count": MOST_CASES, "points": item.weight or MOST_CASES}.get(item.kind)
    most = int(most) if most is not None and most == int(most) else most
    kind = {
        "yes_no": {"type": "boolean", "categories": yes_no["categories"]},
        "percent": {"type": "number", "unit": _both(texts.PERCENT)},
        "zero": {"type": "integer", "unit": _both(texts.CASES)},
        "count": {"type": "integer"},
        "points": {"type": "number", "unit": _both(texts.POINTS)},
    }[item.kind]
    told = _both(texts.NONE_IS_ZERO if item.kind == "zero" else texts.UNKNOWN_IS_EMPTY)
    limits = {} if most is None else {"minimum": 0, "maximum": most}
    return {"name": name, "label": labels, "description": told, "constraints": limits, **kind}


def _both(text: Text) -> dict[str, str]:
    return {lang: text.say(lang) for lang in LANGUAGES}


def as_lines(sheet: str, rows: pd.DataFrame, profile: Profile | None) -> tuple[pd.DataFrame, list[int]]:
    """The lines of the sheet that submissions fill in, and of each line the position of its submission. An item that nobody
    knew keeps its line, empty."""
    if sheet != SCORES or profile is None:
        return rows, list(range(len(rows)))
    items = {name: item for name, item in items_by_question(profile).items() if name in rows}
    kept = [column for column in (*_KEY, "note") if column in rows]
    lines, of = [], []
    for at, row in enumerate(rows.to_dict("records")):
        for name, item in items.items():
            answered = {"answer" if item.kind == "yes_no" else "value": row[name]}
            lines.append({column: row[column] for column in kept} | {"profile": profile.name, "item": item.key} | answered)
            of.append(at)
    table = pd.DataFrame(lines, columns=[f["name"] for f in fields_of(SCORES)], dtype=object)
    return table.fillna(""), of


def as_submissions(lines: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """The typed lines of a profile as they are answered on phones: one row a village and year, one column an item."""
    names = {item.key: name for name, item in items_by_question(profile).items()}
    here = lines[(lines["profile"] == profile.name) & lines["item"].isin(names)]
    rows: dict[tuple, dict[str, Any]] = {}
    for row in here.to_dict("records"):
        sent = rows.setdefault(tuple(row[column] for column in _KEY), {column: row[column] for column in (*_KEY, "note")})
        sent["note"] = row["note"] if pd.isna(sent["note"]) else sent["note"]
        sent[names[row["item"]]] = row["value"] if pd.isna(row["answer"]) else row["answer"]
    return pd.DataFrame(list(rows.values()), columns=[*_KEY, *names.values(), "note"], dtype=object)
