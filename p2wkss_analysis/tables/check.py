"""Rules of the dictionary applied to a table of text: typed columns out, or every fault at once.

Everything is read as text first, because a reader that guesses types changes values in silence
("5.000" becomes 5.0, a code "32.10" becomes 32.1). Checks are vectorised over columns; frictionless reads
the same files independently in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..dictionary.patterns import as_pattern, fits
from ..say import pick
from ..say.errors import Fault, P2wkssError

# The types this package uses, with what a text must look like to be one.
_PLAIN_NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_PLAIN_INTEGER = r"[+-]?[0-9]+"


MOST_FAULTS = 200_000  # each takes a kilobyte; whole columns are wrong then, and nobody mends them cell by cell


class TooManyFaults(P2wkssError):
    """More faults than can be listed: nothing of the table is given."""

    rule = (f"lebih dari {MOST_FAULTS} kesalahan; pemeriksaan dihentikan.", f"over {MOST_FAULTS} faults; the check was stopped.")
    remedy = (
        "Perbaiki dahulu kolom yang seluruhnya salah, lalu periksa lagi.",
        "First mend the columns that are wrong throughout, then check again.",
    )

    def __init__(self):
        super().__init__(id=f"{self.rule[0]} {self.remedy[0]}", en=f"{self.rule[1]} {self.remedy[1]}")


@dataclass
class Checker:
    """Collects the faults of one table. `text` is a DataFrame of str with "" for missing."""

    text: pd.DataFrame
    resource: dict
    file: str
    lang: str = "id"
    sheet: str = ""
    first_row: int = 2  # the header is line 1, as a spreadsheet shows it

    def __post_init__(self):
        self.faults: list[Fault] = []

    def fault(self, rows, column: str, rule: tuple[str, str], remedy: tuple[str, str]) -> None:
        """One fault for each row position in `rows`; `rule` and `remedy` are (id, en) pairs."""
        if len(self.faults) + len(rows) > MOST_FAULTS:
            raise TooManyFaults
        for row in rows:
            value = self.text[column].iat[row] if column in self.text else ""
            self.faults.append(
                Fault(
                    self.file,
                    self.sheet,
                    int(row) + self.first_row,
                    column,
                    "",
                    value,
                    pick(self.lang, id=rule[0], en=rule[1]),
                    pick(self.lang, id=remedy[0], en=remedy[1]),
                )
            )

    def whole(self, rule: tuple[str, str], remedy: tuple[str, str], column: str = "") -> None:
        """A fault of the table as a whole, without a row."""
        self.faults.append(
            Fault(
                self.file,
                self.sheet,
                None,
                column,
                "",
                "",
                pick(self.lang, id=rule[0], en=rule[1]),
                pick(self.lang, id=remedy[0], en=remedy[1]),
            )
        )


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
    return table


def _columns_agree(checker: Checker, expected: list[str]) -> bool:
    found = list(checker.text.columns)
    for name in [c for c in expected if c not in found]:
        checker.whole(
            ("kolom wajib tidak ada.", "a required column is missing."),
            (f"Tambahkan kolom {name!r}.", f"Add the column {name!r}."),
            name,
        )
    for name in [c for c in found if c not in expected]:
        checker.whole(
            ("kolom tidak dikenal.", "the column is not in the dictionary."),
            (
                f"Hapus kolom ini atau perbaiki namanya; yang dikenal: {', '.join(expected)}.",
                f"Remove it or mend its name; known are: {', '.join(expected)}.",
            ),
            name,
        )
    return sorted(found) == sorted(expected)


def _column(checker: Checker, field: dict) -> pd.Series:
    """One column with its type; faults for required, type, pattern, enum, minimum, maximum, unique."""
    name, rules = field["name"], field.get("constraints", {})
    text = checker.text[name]
    empty = (text == "").to_numpy()
    if rules.get("required"):
        checker.fault(
            np.flatnonzero(empty), name, ("sel wajib diisi.", "the cell must be filled."), ("Isi nilainya.", "Fill in the value.")
        )
    if field["type"] == "string":
        _text_rules(checker, field, text, empty)
        return text.where(~empty, pd.NA)
    return _number(checker, field, text, empty)


def _text_rules(checker, field, text, empty) -> None:
    name, rules = field["name"], field.get("constraints", {})
    if "pattern" in rules:
        pattern = as_pattern(rules["pattern"])
        bad = _among(text, [cell for cell in _different(text) if not fits(pattern, cell)]) & ~empty
        checker.fault(
            np.flatnonzero(bad),
            name,
            (f"bentuk tidak sesuai {rules['pattern']}.", f"does not have the form {rules['pattern']}."),
            (f"Tulis seperti contoh ini: {field['example']}.", f"Write it as in this example: {field['example']}."),
        )
    if "enum" in rules:
        bad = ~text.isin(rules["enum"]).to_numpy() & ~empty
        allowed = ", ".join(map(str, rules["enum"]))
        checker.fault(
            np.flatnonzero(bad),
            name,
            ("nilai tidak dikenal.", "the value is not known."),
            (f"Pilih salah satu: {allowed}.", f"Choose one of: {allowed}."),
        )
    if rules.get("unique"):
        checker.fault(
            np.flatnonzero(text.duplicated().to_numpy() & ~empty),
            name,
            ("nilai berulang.", "the value occurs twice."),
            ("Hapus salah satu baris.", "Remove one of the rows."),
        )


def _number(checker, field, text, empty) -> pd.Series:
    name, rules, whole = field["name"], field.get("constraints", {}), field["type"] == "integer"
    form = _PLAIN_INTEGER if whole else _PLAIN_NUMBER
    bad = ~text.str.fullmatch(form).to_numpy(bool) & ~empty
    kind = ("bilangan bulat", "a whole number") if whole else ("bilangan", "a number")
    checker.fault(
        np.flatnonzero(bad),
        name,
        (f"bukan {kind[0]}.", f"is not {kind[1]}."),
        (
            "Tulis angka polos dengan titik desimal, tanpa pemisah ribuan.",
            "Write a plain number with a decimal point and no thousands separator.",
        ),
    )
    values = pd.to_numeric(text.where(~(empty | bad), None), errors="coerce").astype("float64")
    if not np.isfinite(values[~(empty | bad)]).all():
        huge = ~np.isfinite(values.to_numpy()) & ~(empty | bad)
        checker.fault(
            np.flatnonzero(huge),
            name,
            ("angka terlalu besar.", "the number is too large."),
            ("Periksa nilainya.", "Check the value."),
        )
        values = values.where(~huge)
    for rule, outside, words in (
        ("minimum", lambda v, b: v < b, ("di bawah", "below")),
        ("maximum", lambda v, b: v > b, ("di atas", "above")),
    ):
        if rule in rules:
            out = outside(values, rules[rule]).to_numpy(bool)
            checker.fault(
                np.flatnonzero(out),
                name,
                (f"{words[0]} batas {rules[rule]}.", f"is {words[1]} the limit {rules[rule]}."),
                ("Periksa nilai dan satuannya.", "Check the value and its unit."),
            )
    if "enum" in rules:
        out = ~values.isin(rules["enum"]).to_numpy() & values.notna().to_numpy()
        allowed = ", ".join(map(str, rules["enum"]))
        checker.fault(
            np.flatnonzero(out),
            name,
            ("nilai tidak dikenal.", "the value is not known."),
            (f"Pilih salah satu: {allowed}.", f"Choose one of: {allowed}."),
        )
    return values.astype("Int64") if whole else values


def _keys(checker: Checker) -> None:
    schema = checker.resource["schema"]
    keys = [schema["primaryKey"]] if "primaryKey" in schema else []
    for key in keys + schema.get("uniqueKeys", []):
        if len(key) == 1 and _is_unique(schema, key[0]):
            continue
        twice = checker.text.duplicated(key).to_numpy()
        checker.fault(
            np.flatnonzero(twice),
            key[-1],
            (
                f"baris berulang: kunci ({', '.join(key)}) sudah ada.",
                f"the row occurs twice: its key ({', '.join(key)}) is there already.",
            ),
            ("Hapus salah satu baris.", "Remove one of the rows."),
        )


def _is_unique(schema: dict, name: str) -> bool:
    return any(f["name"] == name and f.get("constraints", {}).get("unique") for f in schema["fields"])


def _foreign_keys(checker: Checker, codes: dict[str, frozenset[str]]) -> None:
    for key in checker.resource["schema"].get("foreignKeys", []):
        (column,), target = key["fields"], key["reference"]["resource"]
        known = frozenset(_different(checker.text[key["reference"]["fields"][0]])) if target == "" else codes[target]
        text = checker.text[column]
        unknown = _among(text, list(set(_different(text)).difference(known, key.get("retired", []), [""])))
        checker.fault(
            np.flatnonzero(unknown),
            column,
            ("kode tidak ada dalam daftar wilayah.", "the code is not in the list of areas."),
            ("Periksa kodenya dalam tabel areas.", "Look the code up in the table areas."),
        )


def _different(text: pd.Series) -> list[str]:
    """Its different cells, as a list of Python: taking them one by one from Arrow costs ten times as much."""
    return text.drop_duplicates().to_numpy(object).tolist()


def _among(text: pd.Series, cells: list[str]) -> np.ndarray:
    """Which cells are among these; mostly there are none."""
    return text.isin(cells).to_numpy(bool) if cells else np.zeros(len(text), bool)


def _indicator_ranges(checker: Checker, table: pd.DataFrame) -> None:
    """In a long table each indicator has its own range, unit and series."""
    entries = {e["name"]: e for e in checker.resource["indicators"]}
    unknown = ~table["indicator"].isin(list(entries)) & table["indicator"].notna()
    checker.fault(
        np.flatnonzero(unknown.to_numpy()),
        "indicator",
        ("indikator tidak ada dalam kamus data.", "the indicator is not in the data dictionary."),
        (f"Gunakan salah satu: {', '.join(entries)}.", f"Use one of: {', '.join(entries)}."),
    )
    for name, e in entries.items():
        rows = (table["indicator"] == name).to_numpy(bool)
        value = table["value"].to_numpy(float)
        out = rows & ((value < e["minimum"]) | (value > e["maximum"]))
        checker.fault(
            np.flatnonzero(out),
            "value",
            (
                f"di luar rentang {name}: {e['minimum']} sampai {e['maximum']} {e['unit']}.",
                f"is outside the range of {name}: {e['minimum']} to {e['maximum']} {e['unit']}.",
            ),
            ("Periksa nilai dan satuannya.", "Check the value and its unit."),
        )
        for column, allowed in (("unit", [e["unit"]]), ("method", e["methods"])):
            wrong = rows & ~table[column].isin(allowed).to_numpy(bool) & table[column].notna().to_numpy()
            checker.fault(
                np.flatnonzero(wrong),
                column,
                (f"tidak dikenal untuk {name}.", f"is not known for {name}."),
                (
                    f"Gunakan: {', '.join(allowed)}; seri baru didaftarkan dulu di datapackage.json.",
                    f"Use: {', '.join(allowed)}; enter a new series in datapackage.json first.",
                ),
            )
