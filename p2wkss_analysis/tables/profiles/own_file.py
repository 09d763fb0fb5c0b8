"""A profile or rubric of the user's own: a small file (JSON, CSV, Excel) to a Profile, or every fault at once.

Nothing is filled in: a weight, target or rule that the file does not hold is a fault where it is needed.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from ...dictionary.sheets import same_word
from ...disclosure.privacy import mask
from ...files.opening import ordinary, read_bytes
from ...say import Text, default_language
from ...say.errors import DataFaults, Fault, WrongUse
from .. import texts as of_tables
from ..open_file import read_table
from . import texts
from .profile import Item, Profile, find_profile, known_profiles
from .texts import KINDS, RULES

COLUMNS = ("item", "label", "kind", "weight", "target", "rule", "source")
TOTAL = "total"  # the row of a table that states what the weights add up to
UNREAD = object()  # a number that could not be read; it has its fault already
_NUMBERS = ("weight", "target")
_HEAD = ("name", "label", "source", "note", "total", "items")
_OF_ITEM = ("key", "number", "label", "kind", "weight", "target", "rule", "source")


def load_rubric(path: str | os.PathLike) -> Profile:
    """The rubric of a contest: its items with the most points each can give, as its organiser wrote them.

    Parameters
    ----------
    path : .json, .csv or .xlsx; `write_rubric_template` writes an empty one. A table has the columns item, label, kind
        (yes_no, percent, zero, count, points, or their words), weight (the most points, above 0), target, rule
        (all_or_nothing or proportional) and source; a row with the item `total` states the sum of the weights. JSON has
        name, label, source, note, total and items, each item with key, label, kind, weight, target, rule, source. A
        percentage or count needs target and rule; yes/no, cases that should be none and points have neither.

    Returns
    -------
    Profile, every item with its weight. Its name is that of the JSON, or of the file without its ending.

    Raises DataFaults with every fault of the file (a kind that is not known, a weight that is none, a name twice, a sum
    that is not the stated one), WrongUse where it cannot be read. Weights are only ever those of the file.

    Source: the organiser's own; no official rubric of P2WKSS with its weights was found.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "lomba.json"
    >>> items = [{"key": "garden", "label": "kebun", "kind": "yes_no", "weight": 60},
    ...          {"key": "jury", "label": "juri", "kind": "points", "weight": 40}]
    >>> _ = path.write_text(json.dumps({"name": "lomba", "total": 100, "items": items}))
    >>> [(item.key, item.weight) for item in load_rubric(path).items]
    [('garden', 60.0), ('jury', 40.0)]
    """
    return _load(path, weighted=True)


def load_profile(path: str | os.PathLike) -> Profile:
    """A profile of the user's own, as `load_rubric` but without the need for weights, targets and rules."""
    return _load(path, weighted=False)


def profile_of(profile: str | os.PathLike | Profile) -> Profile:
    """A known profile by its name, one of the user's by its path, or the Profile given.

    >>> profile_of("KRPPA").name
    'krppa'
    """
    if isinstance(profile, Profile):
        return profile
    if isinstance(profile, str) and (known := find_profile(profile)):
        return known
    if isinstance(profile, str | os.PathLike) and Path(profile).suffix.lower() in (".json", ".csv", ".xlsx", ".xlsm", ".xls"):
        return load_profile(profile)
    raise WrongUse(texts.UNKNOWN_PROFILE.fill(given=profile, known=known_profiles()))


def _load(path: str | os.PathLike, weighted: bool) -> Profile:
    path = ordinary(path)
    given, places, unread = (_json if path.suffix.lower() == ".json" else _table)(path)
    reader = _Reader(path.name, places, weighted, unread)
    profile = reader.profile(given, path.stem)
    if reader.faults:
        raise DataFaults(reader.faults)
    return profile


def _json(path: Path) -> tuple[Mapping, list, list[Fault]]:
    try:
        given = json.loads(read_bytes(path).decode("utf-8-sig"), parse_constant=lambda word: word)
    except WrongUse:
        raise
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        wrong = texts.NO_JSON_FROM_LINE if line else texts.NO_JSON
        raise WrongUse(wrong.fill(file=path.name, line=line)) from None
    if not isinstance(given, dict) or not isinstance(given.get("items"), list):
        raise WrongUse(texts.NO_ITEMS.fill(file=path.name))
    return given, [None] * len(given["items"]), []


def _table(path: Path) -> tuple[Mapping, list, list[Fault]]:
    """The table in the form of the JSON, with the line of every item, and the faults of numbers that cannot be read."""
    unread: list[Fault] = []
    try:
        table = read_table(path, numbers=_NUMBERS, needed=COLUMNS)
    except DataFaults as error:  # go on, so that every other fault is named with them
        unread = list(error.faults)
        table = read_table(path, needed=COLUMNS)
        table = table.assign(**{c: [UNREAD if text is not pd.NA else None for text in table[c]] for c in _NUMBERS})
    lines = table.attrs["lines"]
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    is_total = [same_word(str(row["item"] or "")) in (TOTAL, "jumlah") for row in rows]
    stated = [row["weight"] for row, total in zip(rows, is_total, strict=True) if total]
    kept = [(row, line) for row, line, total in zip(rows, lines, is_total, strict=True) if not total]
    items = [{("key" if k == "item" else k): v for k, v in row.items() if k in COLUMNS} for row, _ in kept]
    return {"total": stated[0] if stated else None, "items": items}, [line for _, line in kept], unread


@dataclass
class _Reader:
    file: str
    lines: list
    weighted: bool
    faults: list[Fault] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def profile(self, given: Mapping, stem: str) -> Profile:
        self._unknown(given, _HEAD, None)
        self._people({k: v for k, v in given.items() if k != "items"}, None)
        name = _text(given.get("name")) or mask(stem)
        if same_word(name) in known_profiles():
            self._tell(None, "name", name, texts.NAME_TAKEN.fill(name=name), texts.ANOTHER_NAME)
        items = tuple(
            self._item(i, line, place) for place, (i, line) in enumerate(zip(given["items"], self.lines, strict=True), start=1)
        )
        if not items:
            self._tell(None, "item", "", texts.NOT_ONE_ITEM, texts.ONE_LINE_EACH)
        if self.weighted and not self.faults:
            self._sum(given.get("total"), items)
        label, source, note = (_both(given.get(part)) for part in ("label", "source", "note"))
        return Profile(name, label or Text(name, name), source or _NOTHING, note or _NOTHING, items)

    def _item(self, given: Any, line: int | None, place: int) -> Item:
        if not isinstance(given, Mapping):
            self._tell(line, "items", str(given), texts.ITEM_NO_OBJECT.fill(place=place), texts.WRITE_PARTS)
            return Item("", None, "points", _NOTHING)
        key = _text(given.get("key"))
        said = key or f"#{place}"
        self._unknown(given, _OF_ITEM, line)
        self._people(given, line)
        labels = _both(given.get("label"))
        if not key or not labels:
            self._tell(line, "label" if key else "item", "", texts.NAME_OR_LABEL_EMPTY.fill(item=said), texts.FILL_BOTH)
        self._twice(key, line)
        kind = self._word(given.get("kind"), KINDS, "kind", said, line)
        weight = self._number(given.get("weight"), "weight", said, line)
        target = self._number(given.get("target"), "target", said, line)
        rule = self._word(given.get("rule"), RULES, "rule", said, line) if _text(given.get("rule")) else ""
        if kind:
            self._fits(kind, weight, target, rule, said, line, given)
        return Item(
            key,
            given.get("number") if isinstance(given.get("number"), int) else None,
            kind or "points",
            labels or Text(key, key),
            target,
            weight,
            rule,
            _text(given.get("source")),
        )

    def _twice(self, key: str, line: int | None) -> None:
        if key and same_word(key) in self.seen:
            self._tell(line, "item", key, texts.ITEM_TWICE, texts.REMOVE_OR_RENAME)
        self.seen.add(same_word(key))

    def _fits(
        self, kind: str, weight: float | None, target: float | None, rule: str, said: str, line: int | None, given: Mapping
    ) -> None:
        """Weight, target and rule that the kind needs, and none that mean nothing with it."""
        if self.weighted and given.get("weight") is None:
            self._tell(line, "weight", "", texts.NO_WEIGHT.fill(item=said), texts.MOST_POINTS)
        graded = kind in ("percent", "count")
        if graded and self.weighted and (given.get("target") is None or not _text(given.get("rule"))):
            column = "target" if given.get("target") is None else "rule"
            remedy = texts.WRITE_TARGET_AND_RULE.fill(rules=list(RULES))
            self._tell(line, column, "", texts.NO_TARGET_OR_RULE.fill(item=said), remedy)
        if not graded and (rule or (target is not None and kind != "points")):
            column, value = ("rule", rule) if rule else ("target", f"{target:g}")
            self._tell(line, column, value, texts.WITHOUT_MEANING.fill(item=said, kind=kind), texts.EMPTY_IT)
        most = 100 if kind == "percent" else weight if kind == "points" and weight is not None else math.inf
        if target is not None and not 0 < target <= most and kind in ("percent", "count", "points"):
            self._tell(line, "target", f"{target:g}", texts.TARGET_OUT_OF_RANGE.fill(item=said), texts.WRITE_TARGET)

    def _number(self, given: Any, column: str, said: str, line: int | None) -> float | None:
        if given is None or given is UNREAD:
            return None
        fine = isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= sys.float_info.max
        if not fine or (column != "target" and given <= 0):
            self._tell(line, column, str(given), texts.NOT_ABOVE_ZERO.fill(item=said), texts.WRITE_NUMBER)
            return None
        return float(given)

    def _word(self, given: Any, known: Mapping[str, Text], column: str, said: str, line: int | None) -> str:
        word = same_word(_text(given))
        for value, label in known.items():
            if word in {value, same_word(label.id), same_word(label.en)}:
                return value
        words = [texts.VALUE_IN_WORDS.fill(value=value, label=label) for value, label in known.items()]
        self._tell(line, column, _text(given), texts.UNKNOWN_WORD.fill(item=said), texts.CHOOSE.fill(words=words))
        return ""

    def _unknown(self, given: Mapping, known: tuple[str, ...], line: int | None) -> None:
        for name in [str(k) for k in given if k not in known]:
            self._tell(line, name, "", texts.UNKNOWN_ENTRY, texts.KNOWN_ENTRIES.fill(known=known))

    def _people(self, given: Mapping, line: int | None) -> None:
        """A rubric is about items; a number of a person or family in it would reach every page made from it."""
        for name, cell in given.items():
            if mask(str(cell)) != str(cell):
                self._tell(line, str(name), str(cell), of_tables.HOLDS_CARD, texts.REMOVE_NUMBER)

    def _sum(self, stated: Any, items: tuple[Item, ...]) -> None:
        """The weights add up to the stated total; without a fault so far every item has its weight."""
        total = math.fsum(item.weight or 0 for item in items)
        wanted = self._number(stated, "total", TOTAL, None)
        if wanted is not None and abs(total - wanted) > 1e-9 * max(1.0, wanted):
            self._tell(None, "weight", f"{total:g}", texts.SUM_DIFFERS.fill(total=total, stated=wanted), texts.MEND_SUM)

    def _tell(self, line: int | None, column: str, value: str, rule: Text, remedy: Text) -> None:
        lang = default_language()
        said = mask(rule.say(lang)), mask(remedy.say(lang))
        self.faults.append(Fault(self.file, "", line, mask(column), "", mask(value)[:200], *said))


_NOTHING = Text("", "")


def _text(given: Any) -> str:
    return " ".join(str(given).split()) if isinstance(given, str | int | float) and not isinstance(given, bool) else ""


def _both(given: Any) -> Text | None:
    """A text in both languages: one text for both, or {"id", "en"}; None where there is none."""
    if isinstance(given, Mapping):
        both = Text(_text(given.get("id")), _text(given.get("en")))
        return both if both.id and both.en else None
    return Text(_text(given), _text(given)) if _text(given) else None
