"""Rules of the dictionary applied to a table of text: typed columns out, or every fault at once.

Everything is read as text first, because a reader that guesses types changes values in silence
("5.000" becomes 5.0, a code "32.10" becomes 32.1). Checks are vectorised over columns; frictionless reads
the same files independently in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.patterns import as_pattern, fits
from ..say import Text, one_text
from ..say.errors import Fault, P2wkssError
from . import texts

# The types this package uses, with what a text must look like to be one.
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_PLAIN_INTEGER = re.compile(r"[+-]?[0-9]+")


MOST_FAULTS = 200_000  # each takes a kilobyte; whole columns are wrong then, and nobody mends them cell by cell


class TooManyFaults(P2wkssError):
    """More faults than can be listed: nothing of the table is given."""

    rule = texts.TOO_MANY_FAULTS.fill(most=MOST_FAULTS)
    remedy = texts.COLUMNS_FIRST

    def __init__(self) -> None:
        super().__init__(one_text([self.rule, self.remedy]))


@dataclass
class Checker:
    """Collects the faults of one table. `text` is a DataFrame of str with "" for missing."""

    text: pd.DataFrame
    resource: dict
    file: str
    lang: str = "id"
    sheet: str = ""
    first_row: int = 2  # the header is line 1, as a spreadsheet shows it
    faults: list[Fault] = field(default_factory=list)

    def fault(self, rows: Iterable[int], column: str, rule: Text, remedy: Text) -> None:
        """One fault for each row position in `rows`."""
        rows = list(rows)
        if len(self.faults) + len(rows) > MOST_FAULTS:
            raise TooManyFaults
        if not rows:
            return
        values = self.text[column].iloc[rows].tolist() if column in self.text else [""] * len(rows)
        said = rule.say(self.lang), remedy.say(self.lang)
        for row, value in zip(rows, values, strict=True):
            self.faults.append(Fault(self.file, self.sheet, int(row) + self.first_row, column, "", value, *said))

    def whole(self, rule: Text, remedy: Text, column: str = "") -> None:
        """A fault of the table as a whole, without a row."""
        said = rule.say(self.lang), remedy.say(self.lang)
        self.faults.append(Fault(self.file, self.sheet, None, column, "", "", *said))


def typed(checker: Checker, codes: dict[str, frozenset[str]]) -> pd.DataFrame:
    """The table with its dictionary types; faults are left in `checker.faults`.

    `codes` maps a table name to its area codes, for foreign keys; "" is the table itself.
    """
    fields = checker.resource["schema"]["fields"]
    if not _columns_agree(checker, [f["name"] for f in fields]):
        return checker.text
    columns = {f["name"]: _column(checker, f) for f in fields}
    table = pd.DataFrame(columns)
    _keys(checker)
    _foreign_keys(checker, codes)
    if "indicators" in checker.resource:
        _indicator_ranges(checker, table)
    for rule in checker.resource.get("sums", []):
        _sum(checker, table, rule["total"], rule["parts"])
    return table


def _columns_agree(checker: Checker, expected: list[str]) -> bool:
    found = list(checker.text.columns)
    for name in [c for c in expected if c not in found]:
        checker.whole(texts.COLUMN_ABSENT, texts.ADD_COLUMN.fill(name=name), name)
    for name in [c for c in found if c not in expected]:
        checker.whole(texts.COLUMN_UNKNOWN, texts.MEND_COLUMN.fill(known=expected), name)
    return sorted(found) == sorted(expected)


_LARGEST_WHOLE = 2**53  # beyond it two whole numbers are one: a float holds no more digits


def _column(checker: Checker, field: dict) -> pd.Series:
    """One column with its type; faults for required, type, blanks around it, pattern, enum, minimum, maximum, unique.

    A cell is looked at once however often it stands there, as text of Python: sheets have many columns and few lines, and there
    each question that is put to a column of pandas takes longer than all its cells."""
    name, rules = field["name"], field.get("constraints", {})
    text = checker.text[name]
    cells = text.to_numpy(object)
    different = list(dict.fromkeys(cells.tolist()))
    empty = _among(cells, [""]) if "" in different else np.zeros(len(cells), bool)
    if rules.get("required"):
        checker.fault(np.flatnonzero(empty), name, texts.CELL_EMPTY, texts.FILL_IN)
    if field["type"] == "string":
        _text_rules(checker, field, cells, different)
        return text.where(~empty, pd.NA) if empty.any() else text
    return pd.Series(_number(checker, field, cells, different, empty), index=text.index)


def _text_rules(checker: Checker, field: dict, cells: np.ndarray, different: list[str]) -> None:
    name, rules = field["name"], field.get("constraints", {})
    blanks = _among(cells, [cell for cell in different if cell != cell.strip()])
    checker.fault(np.flatnonzero(blanks), name, texts.BLANKS_AROUND, texts.TAKE_BLANKS_OUT)
    pattern = as_pattern(rules["pattern"]) if "pattern" in rules else None
    if pattern is not None:
        bad = _among(cells, [cell for cell in different if cell and not fits(pattern, cell)])
        checker.fault(np.flatnonzero(bad), name, texts.WRONG_FORM, _form_of(field))
    if "enum" in rules:
        bad = _among(cells, list({*different}.difference(rules["enum"], [""])))
        checker.fault(np.flatnonzero(bad), name, texts.UNKNOWN_WORD, texts.CHOOSE.fill(words=rules["enum"]))
    if rules.get("unique") and len(different) < len(cells):
        again = pd.Series(cells).duplicated().to_numpy() & (cells != "").astype(bool)
        checker.fault(np.flatnonzero(again), name, texts.VALUE_TWICE, texts.REMOVE_ROW)


def _form_of(field: dict) -> Text:
    """How a cell is to be written: in words where the dictionary has them, else by its example."""
    return Text.of(field["form"]) if "form" in field else texts.WRITE_LIKE.fill(example=field["example"])


def _number(checker: Checker, field: dict, cells: np.ndarray, different: list[str], empty: np.ndarray) -> Any:
    name, rules, whole = field["name"], field.get("constraints", {}), field["type"] == "integer"
    form = _PLAIN_INTEGER if whole else _PLAIN_NUMBER
    bad = _among(cells, [cell for cell in different if cell and not form.fullmatch(cell)])
    checker.fault(np.flatnonzero(bad), name, texts.NOT_WHOLE if whole else texts.NOT_A_NUMBER, texts.PLAIN_NUMBER)
    read = cells.copy()
    read[empty | bad] = None
    values = pd.to_numeric(read, errors="coerce").astype(float)
    huge = ~(np.abs(values) <= (_LARGEST_WHOLE if whole else np.finfo(float).max)) & ~(empty | bad)
    if huge.any():
        checker.fault(np.flatnonzero(huge), name, texts.NUMBER_TOO_LARGE, texts.CHECK_VALUE)
        values = np.where(huge, np.nan, values)
    if "minimum" in rules:
        low = values < rules["minimum"]
        checker.fault(np.flatnonzero(low), name, texts.BELOW.fill(limit=rules["minimum"]), texts.CHECK_UNIT)
    if "maximum" in rules:
        high = values > rules["maximum"]
        checker.fault(np.flatnonzero(high), name, texts.ABOVE.fill(limit=rules["maximum"]), texts.CHECK_UNIT)
    if "enum" in rules:
        out = ~np.isin(values, rules["enum"]) & ~np.isnan(values)
        checker.fault(np.flatnonzero(out), name, texts.UNKNOWN_WORD, texts.CHOOSE.fill(words=rules["enum"]))
    return pd.array(values, dtype="Int64") if whole else values


def _keys(checker: Checker) -> None:
    schema = checker.resource["schema"]
    keys = [schema["primaryKey"]] if "primaryKey" in schema else []
    for key in keys + schema.get("uniqueKeys", []):
        if len(key) == 1 and _is_unique(schema, key[0]):
            continue
        twice = checker.text.duplicated(key).to_numpy()
        checker.fault(np.flatnonzero(twice), key[-1], texts.ROW_TWICE.fill(key=key), texts.REMOVE_ROW)


def _is_unique(schema: dict, name: str) -> bool:
    return any(f["name"] == name and f.get("constraints", {}).get("unique") for f in schema["fields"])


def _foreign_keys(checker: Checker, codes: dict[str, frozenset[str]]) -> None:
    for key in checker.resource["schema"].get("foreignKeys", []):
        (column,), target = key["fields"], key["reference"]["resource"]
        known = frozenset(_different(checker.text[key["reference"]["fields"][0]])) if target == "" else codes[target]
        text = checker.text[column]
        unknown = _among(text.to_numpy(object), list(set(_different(text)).difference(known, key.get("retired", []), [""])))
        checker.fault(np.flatnonzero(unknown), column, texts.UNKNOWN_AREA, texts.LOOK_UP_AREA)


def _different(text: pd.Series) -> list[str]:
    """Its different cells, as a list of Python: taking them one by one from Arrow costs ten times as much."""
    return list(dict.fromkeys(text.to_numpy(object).tolist()))


def _among(cells: np.ndarray, wanted: list[str]) -> np.ndarray:
    """Which cells are among these; mostly there are none."""
    if not wanted:
        return np.zeros(len(cells), bool)
    known = frozenset(wanted)
    return np.fromiter((cell in known for cell in cells), bool, len(cells))


def _indicator_ranges(checker: Checker, table: pd.DataFrame) -> None:
    """In a long table each indicator has its own range, unit and series."""
    entries = {e["name"]: e for e in checker.resource["indicators"]}
    unknown = ~table["indicator"].isin(list(entries)) & table["indicator"].notna()
    use_one = texts.USE_ONE.fill(names=list(entries))
    checker.fault(np.flatnonzero(unknown.to_numpy()), "indicator", texts.UNKNOWN_INDICATOR, use_one)
    for name, e in entries.items():
        rows = (table["indicator"] == name).to_numpy(bool)
        value = table["value"].to_numpy(float)
        out = rows & ((value < e["minimum"]) | (value > e["maximum"]))
        outside = texts.OUTSIDE_RANGE.fill(name=name, least=e["minimum"], most=e["maximum"], unit=e["unit"])
        checker.fault(np.flatnonzero(out), "value", outside, texts.CHECK_UNIT)
        for column, allowed in (("unit", [e["unit"]]), ("method", e["methods"])):
            wrong = rows & ~table[column].isin(allowed).to_numpy(bool) & table[column].notna().to_numpy()
            use = texts.USE_OR_ENTER.fill(allowed=allowed)
            checker.fault(np.flatnonzero(wrong), column, texts.UNKNOWN_FOR.fill(name=name), use)


def _sum(checker: Checker, table: pd.DataFrame, total: str, parts: list[str]) -> None:
    """Columns that add up to another; a row with a missing part is left alone."""
    added = table[parts].astype("float64").sum(axis=1, skipna=False)
    wrong = ((added - table[total].astype("float64")).abs() > 0.5).to_numpy(bool)
    checker.fault(np.flatnonzero(wrong), total, texts.DOES_NOT_ADD_UP.fill(parts=parts), texts.CHECK_PARTS)
