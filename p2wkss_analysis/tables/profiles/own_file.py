"""A profile or rubric of the user's own: a small file (JSON, CSV, Excel) to a Profile, or every fault at once.

Nothing is filled in: a weight, target or rule that the file does not hold is a fault where it is needed.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ...dictionary.sheets import same_word
from ...disclosure.privacy import mask
from ...files.opening import ordinary, read_bytes
from ...say import default_language, number, pick
from ...say.errors import DataFaults, Fault, WrongUse
from ..open_file import read_table
from .profile import KINDS, RULES, Item, Profile, known_profiles

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


def _load(path: str | os.PathLike, weighted: bool) -> Profile:
    path = Path(path)
    ordinary(path)
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
        where = (f", baris {line}", f", line {line}") if line else ("", "")
        raise WrongUse(
            id=f"{path.name}{where[0]}: bukan JSON yang benar. Perbaiki tanda kurung, koma, dan kutipnya.",
            en=f"{path.name}{where[1]}: this is no valid JSON. Mend brackets, commas and quotation marks.",
        ) from None
    if not isinstance(given, dict) or not isinstance(given.get("items"), list):
        raise WrongUse(
            id=f'{path.name}: JSON harus berisi daftar "items".', en=f'{path.name}: the JSON must hold a list "items".'
        )
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
        self._unknown(given, _HEAD, None, "")
        self._people({k: v for k, v in given.items() if k != "items"}, None)
        name = _text(given.get("name")) or mask(stem)
        if same_word(name) in known_profiles():
            self._tell(
                None,
                "name",
                name,
                (f"nama {name} sudah dipakai profil bawaan.", f"the name {name} is that of a profile of the package."),
                ("Pilih nama lain, misalnya nama dan tahun lombanya.", "Choose another, such as name and year of the contest."),
            )
        items = tuple(
            self._item(i, line, place) for place, (i, line) in enumerate(zip(given["items"], self.lines, strict=True), start=1)
        )
        if not items:
            self._tell(
                None,
                "item",
                "",
                ("tidak ada satu butir pun.", "there is not one item."),
                ("Tulis satu baris per butir.", "Write one line per item."),
            )
        if self.weighted and not self.faults:
            self._sum(given.get("total"), items)
        return Profile(
            name,
            _both(given.get("label")) or {"id": name, "en": name},
            _both(given.get("source")) or {"id": "", "en": ""},
            _both(given.get("note")) or {"id": "", "en": ""},
            items,
        )

    def _item(self, given, line, place: int) -> Item:
        if not isinstance(given, Mapping):
            self._tell(
                line,
                "items",
                str(given),
                (f"butir ke-{place} bukan objek.", f"item {place} is no object."),
                ("Tulis key, label, kind, weight.", "Write key, label, kind, weight."),
            )
            return Item("", None, "points", {"id": "", "en": ""})
        key = _text(given.get("key"))
        said = key or f"#{place}"
        self._unknown(given, _OF_ITEM, line, said)
        self._people(given, line)
        labels = _both(given.get("label"))
        if not key or not labels:
            self._tell(
                line,
                "label" if key else "item",
                "",
                (f"butir {said}: nama atau label kosong.", f"item {said}: its name or label is empty."),
                ("Isi keduanya.", "Fill both."),
            )
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
            labels or {"id": key, "en": key},
            target,
            weight,
            rule,
            _text(given.get("source")),
        )

    def _twice(self, key: str, line) -> None:
        if key and same_word(key) in self.seen:
            self._tell(
                line,
                "item",
                key,
                ("butir ini sudah ada.", "this item stands there already."),
                ("Hapus salah satu atau beri nama lain.", "Remove one, or name it otherwise."),
            )
        self.seen.add(same_word(key))

    def _fits(self, kind: str, weight, target, rule: str, said: str, line, given) -> None:
        """Weight, target and rule that the kind needs, and none that mean nothing with it."""
        if self.weighted and given.get("weight") is None:
            self._tell(
                line,
                "weight",
                "",
                (f"butir {said}: bobot kosong.", f"item {said}: its weight is empty."),
                (
                    "Tulis angka paling tinggi butir ini menurut penyelenggara.",
                    "Write the most points of this item, as its organiser says.",
                ),
            )
        graded = kind in ("percent", "count")
        if graded and self.weighted and (given.get("target") is None or not _text(given.get("rule"))):
            self._tell(
                line,
                "target" if given.get("target") is None else "rule",
                "",
                (f"butir {said}: target dan rule harus diisi.", f"item {said}: target and rule must be filled."),
                (f"Tulis target dan salah satu dari: {', '.join(RULES)}.", f"Write the target and one of: {', '.join(RULES)}."),
            )
        if not graded and (rule or (target is not None and kind != "points")):
            self._tell(
                line,
                "rule" if rule else "target",
                rule or f"{target:g}",
                (f"butir {said}: tidak bermakna untuk jenis {kind}.", f"item {said}: means nothing with the kind {kind}."),
                ("Kosongkan.", "Leave it empty."),
            )
        most = 100 if kind == "percent" else weight if kind == "points" and weight is not None else math.inf
        if target is not None and not 0 < target <= most and kind in ("percent", "count", "points"):
            self._tell(
                line,
                "target",
                f"{target:g}",
                (f"butir {said}: target di luar rentangnya.", f"item {said}: the target is out of range."),
                (
                    "Tulis target di atas nol; persentase paling besar 100, angka juri paling besar bobotnya.",
                    "Write a target above zero; a percentage of at most 100, points of at most the weight.",
                ),
            )

    def _number(self, given, column: str, said: str, line) -> float | None:
        if given is None or given is UNREAD:
            return None
        fine = isinstance(given, int | float) and not isinstance(given, bool) and math.isfinite(given)
        if not fine or (column != "target" and given <= 0):
            self._tell(
                line,
                column,
                str(given),
                (f"butir {said}: bukan bilangan di atas nol.", f"item {said}: not a number above zero."),
                ("Tulis angkanya.", "Write the number."),
            )
            return None
        return float(given)

    def _word(self, given, known: Mapping, column: str, said: str, line) -> str:
        word = same_word(_text(given))
        for value, labels in known.items():
            if word in {value, *map(same_word, labels.values())}:
                return value
        listed = [", ".join(f"{value} ({labels[lang]})" for value, labels in known.items()) for lang in ("id", "en")]
        self._tell(
            line,
            column,
            _text(given),
            (f"butir {said}: tidak dikenal.", f"item {said}: not known."),
            (f"Pilih salah satu: {listed[0]}.", f"Choose one of: {listed[1]}."),
        )
        return ""

    def _unknown(self, given: Mapping, known: tuple[str, ...], line, said: str) -> None:
        for name in [str(k) for k in given if k not in known]:
            self._tell(
                line,
                name,
                "",
                ("isian ini tidak dikenal.", "this entry is not known."),
                (f"Yang dikenal: {', '.join(known)}.", f"Known are: {', '.join(known)}."),
            )

    def _people(self, given: Mapping, line) -> None:
        """A rubric is about items; a number of a person or family in it would reach every page made from it."""
        for name, cell in given.items():
            if mask(str(cell)) != str(cell):
                self._tell(
                    line,
                    str(name),
                    str(cell),
                    ("memuat nomor seperti NIK atau nomor kartu keluarga.", "holds what looks like a NIK or family card number."),
                    ("Hapus nomornya.", "Remove the number."),
                )

    def _sum(self, stated, items: tuple[Item, ...]) -> None:
        total = math.fsum(item.weight for item in items)
        wanted = self._number(stated, "total", TOTAL, None)
        if wanted is not None and abs(total - wanted) > 1e-9 * max(1.0, wanted):
            is_id, is_en, stated_id, stated_en = (number(v, 2, lang) for v in (total, wanted) for lang in ("id", "en"))
            self._tell(
                None,
                "weight",
                f"{total:g}",
                (
                    f"jumlah bobot {is_id}, sedangkan total yang tertulis {stated_id}.",
                    f"the weights add up to {is_en}, while the stated total is {stated_en}.",
                ),
                (
                    "Perbaiki bobot atau totalnya menurut dokumen penyelenggara.",
                    "Mend the weights or the total by the organiser's document.",
                ),
            )

    def _tell(self, line, column: str, value: str, rule, remedy) -> None:
        lang = default_language()
        self.faults.append(
            Fault(
                self.file,
                "",
                line,
                mask(column),
                "",
                mask(value)[:200],
                mask(pick(lang, id=rule[0], en=rule[1])),
                mask(pick(lang, id=remedy[0], en=remedy[1])),
            )
        )


def _text(given) -> str:
    return " ".join(str(given).split()) if isinstance(given, str | int | float) and not isinstance(given, bool) else ""


def _both(given) -> dict[str, str] | None:
    """A text in both languages: one text for both, or {"id", "en"}; None where there is none."""
    if isinstance(given, Mapping):
        texts = {lang: _text(given.get(lang)) for lang in ("id", "en")}
        return texts if all(texts.values()) else None
    return {"id": _text(given), "en": _text(given)} if _text(given) else None
