"""The form of a data package: everything of `datapackage.json` that is used has its place and kind, or every fault at once.

A package may come from anybody. Its tables lie in its own folder, and its patterns are such that trying them takes little time.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..say import Text, default_language
from ..say.errors import DataFaults, Fault
from ..say.harmless import one_line
from . import texts
from .patterns import as_pattern

MOST_BYTES = {"dictionary": 10_000_000, "table": 500_000_000}
_NUMBER, _TEXT, _NAME = "number", "text", "name"
_KINDS = {bool: "truth", list: "list", dict: "object"}
_HALF = re.compile("[\ud800-\udfff]")  # half of a letter, which no file can hold
_PAIR = {"id": _TEXT, "en": _TEXT}
_SCALAR = (_TEXT, _NUMBER)
_RULE = {"indicators": [_NAME], "areas?": [_NAME], "reason": _PAIR}
_FORM = {  # a name with "?" may be absent; a tuple lists kinds of which one must hold, None is null
    "resources": [
        {
            "name": _NAME,
            "path": _NAME,
            "label": _PAIR,
            "publisher?": _PAIR,
            "document?": _PAIR,
            "license_note?": _PAIR,
            "breaks?": _PAIR,
            "hash?": _TEXT,
            "bytes?": _NUMBER,
            "encoding?": _TEXT,
            "compression?": _TEXT,
            "schema": {
                "fields": [
                    {
                        "name": _NAME,
                        "type": _NAME,
                        "label": _PAIR,
                        "unit?": (_TEXT, _PAIR),
                        "direction?": (_TEXT, None),
                        "example?": _SCALAR,
                        "form?": _PAIR,
                        "constraints?": {
                            "required?": bool,
                            "unique?": bool,
                            "pattern?": _TEXT,
                            "enum?": [_SCALAR],
                            "minimum?": _NUMBER,
                            "maximum?": _NUMBER,
                        },
                    }
                ],
                "primaryKey?": [_NAME],
                "uniqueKeys?": [[_NAME]],
                "foreignKeys?": [{"fields": [_NAME], "reference": {"resource": _TEXT, "fields": [_NAME]}, "retired?": [_TEXT]}],
            },
            "sums?": [{"total": _NAME, "parts": [_NAME]}],
            "series_breaks?": [{**_RULE, "except?": [_NAME], "year": _NUMBER}],
            "separations?": [{"area": _NAME, "from": _NAME}],
            "odd_figures?": [{**_RULE, "years?": [_NUMBER]}],
            "indicators?": [
                {
                    "name": _NAME,
                    "label": _PAIR,
                    "unit": _TEXT,
                    "direction": (_TEXT, None),
                    "minimum": _NUMBER,
                    "maximum": _NUMBER,
                    "methods": [_TEXT],
                }
            ],
        }
    ],
}


def read_package(file: Path) -> dict:
    """The parsed `datapackage.json`; raises DataFaults with every fault of its form, in the language of errors."""
    found = _Faults(file.name)
    content = _content(file, found)
    package, faults = ({}, ()) if found.faults else _understood(content, file.name, found.lang)
    found.faults += faults
    folder = file.parent.resolve() if package else file.parent
    for at, resource in enumerate(package.get("resources", [])):
        _path(resource["path"], f"resources[{at}].path", folder, found)
    if found.faults:
        raise DataFaults(found.faults, found.lang)
    return package


@dataclass
class _Faults:
    """Collects what is wrong; a place is the way to it, as in resources[2].schema.fields[0].name."""

    file: str
    lang: str = field(default_factory=default_language)
    faults: list[Fault] = field(default_factory=list)

    def add(self, place: str, rule: Text, remedy: Text, value: str = "", row: int | None = None) -> None:
        said = rule.say(self.lang), remedy.say(self.lang)
        self.faults.append(Fault(self.file, "", row, place, "", one_line(value, 100), *said))

    def missing(self, place: str) -> None:
        self.add(place, texts.MISSING, texts.ADD_PART)


@lru_cache(maxsize=8)
def _understood(content: str, file: str, lang: str) -> tuple[dict, tuple[Fault, ...]]:
    """The package and what is wrong with it, whatever lies beside the file: asked many times of the same content. Nobody
    changes the package that is given. Without its form it is empty."""
    found = _Faults(file, lang)
    package = _parsed(content, found)
    if not found.faults:
        _walk(package, _FORM, "", found)
    if found.faults:
        return {}, tuple(found.faults)
    for at, resource in enumerate(package["resources"]):
        _resource(resource, f"resources[{at}]", package, found)
    _twice([r["name"] for r in package["resources"]], "resources", found)
    return package, tuple(found.faults)


def _content(file: Path, found: _Faults) -> str:
    try:
        if not file.is_file():  # a pipe or a device would be waited for without end
            raise OSError("no regular file")
        if file.stat().st_size > MOST_BYTES["dictionary"]:
            found.add("", texts.OVER_TEN_MEGABYTES, texts.MEND_OR_RESTORE)
            return ""
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:  # also bytes that are no UTF-8
        _unreadable(error, found)
    return ""


def _parsed(content: str, found: _Faults) -> Any:
    try:
        return json.loads(content)
    except RecursionError:
        found.add("", texts.NESTED_TOO_DEEP, texts.MEND_OR_RESTORE)
    except json.JSONDecodeError as error:
        found.add("", texts.NO_JSON.fill(column=error.colno), texts.MEND_JSON, row=error.lineno)
    except ValueError as error:  # a number with more digits than Python reads
        _unreadable(error, found)
    return None


def _unreadable(error: Exception, found: _Faults) -> None:
    found.add("", texts.CANNOT_BE_READ.fill(kind=type(error).__name__), texts.MEND_OR_RESTORE)


def _walk(value: Any, form: Any, place: str, found: _Faults) -> None:
    """One fault for every part that is missing or of another kind."""
    if isinstance(form, tuple):
        if not any(_fits(value, one) for one in form):
            _walk(value, next((one for one in form if type(one) is type(value)), form[0]), place, found)
    elif not _fits(value, form, deep=False):
        kind = form if isinstance(form, str) else _KINDS[form if form is bool else type(form)]
        found.add(place, texts.MUST_BE[kind], texts.WRITE[kind], _written(value))
    elif isinstance(form, list):
        if not value and place in ("resources",) or not value and place.endswith("schema.fields"):
            found.missing(place)
        for at, item in enumerate(value):
            _walk(item, form[0], f"{place}[{at}]", found)
    elif isinstance(form, dict):
        for name in sorted(set(value) - set(form)) if form is _PAIR else ():
            found.add(f"{place}.{name}", texts.TWO_LANGUAGES, texts.REMOVE_PART)
        for name, part in form.items():
            inside = f"{place}.{name.rstrip('?')}".lstrip(".")
            if name.rstrip("?") in value:
                _walk(value[name.rstrip("?")], part, inside, found)
            elif not name.endswith("?"):
                found.missing(inside)


def _fits(value: Any, form: Any, deep: bool = True) -> bool:
    if form is None:
        return value is None
    if isinstance(form, list):
        return isinstance(value, list)
    if isinstance(form, dict):
        whole = isinstance(value, dict)
        return whole and (not deep or all(name in value and _fits(value[name], part) for name, part in form.items()))
    if form is bool:
        return isinstance(value, bool)
    if form == _NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1e15
    return isinstance(value, str) and not _HALF.search(value) and (form != _NAME or bool(value.strip()))


def _written(value: Any) -> str:
    return value if isinstance(value, str) else f"{type(value).__name__}" if isinstance(value, (list, dict)) else str(value)[:40]


def _resource(resource: dict, place: str, package: dict, found: _Faults) -> None:
    """What the form cannot say of one table: its columns, keys and patterns."""
    if resource.get("encoding", "utf-8").lower() not in ("utf-8", "utf8"):
        found.add(f"{place}.encoding", texts.UTF8_ONLY, texts.SAVE_AS_UTF8, resource["encoding"])
    if resource.get("compression", "gz") != "gz":
        found.add(f"{place}.compression", texts.GZ_ONLY, texts.USE_GZIP, resource["compression"])
    schema, inside = resource["schema"], f"{place}.schema"
    names = {f["name"]: f["type"] for f in schema["fields"]}
    _twice([f["name"] for f in schema["fields"]], f"{inside}.fields", found)
    for at, one in enumerate(schema["fields"]):
        _field(one, f"{inside}.fields[{at}]", found)
    for where, column in _key_columns(schema):
        if column not in names:
            _no_column(f"{inside}.{where}", column, found)
    for at, rule in enumerate(resource.get("sums", [])):
        for column in (rule["total"], *rule["parts"]):
            if names.get(column) not in ("integer", "number"):
                _no_column(f"{place}.sums[{at}]", column, found)
    others = {r["name"]: {f["name"] for f in r["schema"]["fields"]} for r in package["resources"]}
    for at, key in enumerate(schema.get("foreignKeys", [])):
        _foreign_key(key, f"{inside}.foreignKeys[{at}]", names, others, found)
    if "indicators" in resource or resource["name"] == "regency_indicators":
        if "indicators" not in resource:
            found.missing(f"{place}.indicators")
        for column in ("indicator", "value", "unit", "method"):
            if column not in names or (names[column] == "string") is (column == "value"):
                _no_column(f"{inside}.fields", column, found)
        _twice([entry["name"] for entry in resource.get("indicators", [])], f"{place}.indicators", found)


def _path(path: str, place: str, folder: Path, found: _Faults) -> None:
    """A table is a plain file inside the folder of the package (`folder`, without links), whatever links lie on the way."""
    parts = re.split(r"[/\\]", path)
    if ".." in parts or path.startswith(("/", "\\", "~")) or ":" in path or not path.isprintable():
        found.add(place, texts.OUTSIDE_FOLDER, texts.MOVE_TABLE, path)
        return
    try:
        inside = (folder / path).resolve().is_relative_to(folder)
        odd = os.path.lexists(folder / path) and not (folder / path).is_file()
        large = not odd and (folder / path).exists() and (folder / path).stat().st_size > MOST_BYTES["table"]
    except (OSError, ValueError, RuntimeError):  # a name that is too long, links in a circle
        inside, odd, large = False, False, False
    if not inside:
        found.add(place, texts.OUTSIDE_FOLDER, texts.MOVE_TABLE, path)
    elif odd:
        found.add(place, texts.NO_ORDINARY_FILE, texts.MOVE_TABLE, path)
    elif large:
        found.add(place, texts.OVER_HALF_GIGABYTE, texts.SPLIT_TABLE, path)


def _field(one: dict, place: str, found: _Faults) -> None:
    rules = one.get("constraints", {})
    if one["type"] not in ("string", "integer", "number"):
        found.add(f"{place}.type", texts.UNKNOWN_TYPE, texts.CHOOSE_TYPE, one["type"])
    if "pattern" in rules and as_pattern(rules["pattern"]) is None:
        found.add(f"{place}.constraints.pattern", texts.BAD_PATTERN, texts.WRITE_PATTERN, rules["pattern"])
    if "pattern" in rules and "example" not in one:
        found.missing(f"{place}.example")


def _key_columns(schema: dict) -> Iterator[tuple[str, str]]:
    for name, keys in (("primaryKey", [schema.get("primaryKey", [])]), ("uniqueKeys", schema.get("uniqueKeys", []))):
        for key in keys:
            yield from ((name, column) for column in key or [""] * (name in schema))


def _foreign_key(key: dict, place: str, names: dict, others: dict[str, set], found: _Faults) -> None:
    target, own, there = key["reference"]["resource"], key["fields"], key["reference"]["fields"]
    known = names if target == "" else others.get(target, ()) if target == "areas" else ()
    if len(own) != 1 or own[0] not in names or len(there) != 1 or there[0] not in known or (target and there != ["area_code"]):
        found.add(place, texts.BAD_FOREIGN_KEY, texts.MEND_FOREIGN_KEY, ", ".join([*own, target, *there]))


def _no_column(place: str, column: str, found: _Faults) -> None:
    found.add(place, texts.NO_SUCH_COLUMN, texts.WRITE_COLUMN, column)


def _twice(names: list[str], place: str, found: _Faults) -> None:
    for name, n in Counter(names).items():
        if n > 1:
            found.add(place, texts.NAME_TWICE, texts.RENAME, name)
