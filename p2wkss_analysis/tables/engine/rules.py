"""The rules of the dictionary as conditions that an engine counts: what is wrong with a cell, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals.stable.v2 as nw

from ...dictionary.sheets import CARD, VILLAGE, labels_of, values_by_word
from ...say import Text
from .. import texts as of_tables
from ..workbook.texts import rules as of_rules
from ..workbook.texts import sheets as of_sheets
from . import texts
from .columns import PLAIN_NUMBER, WEIGHT, YEAR, as_number, register_fields
from .pseudonyms import NUMBER, PSEUDONYM, SIGNS

KEYS = (VILLAGE, YEAR)
TEXTS = (nw.String, nw.Categorical, nw.Enum)
_GROUPS = r"^\s*[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}\s*$"  # 500.000: thousands or decimals
_GROUPS_OF_COMMA = _GROUPS.replace("[.,]", ",")  # of any column: a point there is one of decimals
_ROUNDED = r"^[1-9]([.,][0-9]+)?[eE]\+?1[0-9]$"  # a long number that a spreadsheet has rounded
_DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T].*)?$"
_DIGEST = r"^[0-9A-Fa-f-]*[A-Fa-f][0-9A-Fa-f-]*$"  # a hash or UUID, in which digits stand by chance
_TOO_LARGE = 1e15

# Sixteen digits in a row, or with signs between them where they read as a number of a card: province, day (of women 40 more),
# month, serial number. The reader in `identity` is stricter; it is asked about some of what this finds.
_SIGNS = r"[^0-9A-Za-z]{0,3}"
_PARTS = (
    r"(1S[1-9]|2S1|3S[1-6]|5S[1-3]|6S[1-5]|7S[1-6]|8S[12]|9S[1-7])",
    r"[0-9]S[0-9]S[0-9]S[0-9]",
    r"(0S[1-9]|[1256]S[0-9]|3S[01]|4S[1-9]|7S[01])",
    r"(0S[1-9]|1S[0-2])",
    r"[0-9]S[0-9]S[0-9]S[0-9]S[0-9]S[0-9]",
)
IDENTITY = r"[0-9]{16}|(^|[^0-9])" + "S".join(_PARTS).replace("S", _SIGNS) + "([^0-9]|$)"


@dataclass(frozen=True)
class Rule:
    """What must not be. column: ours; broken: true of a cell that breaks it; shown: the cell as a number or text; by_form: what
    the condition finds only looks like it, and a reader decides."""

    column: str
    rule: Text
    remedy: Text
    broken: nw.Expr
    shown: nw.Expr
    by_form: bool = False


@dataclass(frozen=True)
class _Column:
    """A column of the source by our name, as its kind there allows to read it."""

    name: str
    theirs: str
    kind: Any

    @property
    def field(self) -> dict:
        return register_fields()[self.name]

    @property
    def is_text(self) -> bool:
        return self.kind in TEXTS or self.kind == nw.Unknown

    @property
    def cell(self) -> nw.Expr:
        return nw.col(self.theirs)

    @property
    def text(self) -> nw.Expr:
        return self.cell if self.kind == nw.String else self.cell.cast(nw.String)

    @property
    def is_blank(self) -> nw.Expr:
        """Whether a text is nothing but blanks; those that begin with any other sign are not even looked at."""
        return nw.when(self.text >= "!").then(nw.lit(False)).otherwise(self.text.str.strip_chars() == "")

    @property
    def is_number(self) -> bool:
        return self.kind.is_numeric() or self.is_text

    @property
    def number(self) -> nw.Expr:
        """The cell as a number; missing where it is none."""
        if self.is_text:
            return as_number(self.text)
        return nw.when(~self.cell.is_nan()).then(self.cell) if self.kind.is_float() else self.cell

    def broken(self, condition: nw.Expr, rule: Text, remedy: Text, by_form: bool = False) -> Rule:
        return Rule(self.name, rule, remedy, condition, self.cell if self.kind.is_numeric() else self.text, by_form)


def rules_of(names: Mapping[str, str], kinds: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of the columns `names` (ours to theirs), of which the source has these kinds; village codes apart, which are
    looked up."""
    columns = {ours: _Column(ours, theirs, kinds[theirs]) for ours, theirs in names.items()}
    return tuple(rule for column in columns.values() for rule in (*_of_cell(column), *_of_whole(column, columns)))


def number_of(ours: str, theirs: str, kind: Any) -> nw.Expr | None:
    """A column of the source as numbers; None where it holds none."""
    column = _Column(ours, theirs, kind)
    return column.number if column.is_number else None


def _of_cell(column: _Column) -> Iterator[Rule]:
    field = column.field
    if field.get("constraints", {}).get("required"):
        empty = column.cell.is_null() | column.is_blank if column.is_text else column.cell.is_null()
        own = dict.fromkeys(KEYS, texts.FILL_KEY) | {WEIGHT: texts.FILL_WEIGHT}
        remedy = own.get(field["name"], of_tables.FILL_IN)
        yield column.broken(empty, of_tables.CELL_EMPTY, remedy)
    if field["name"] == VILLAGE:
        return
    if field["name"] == CARD:
        yield from _card(column)
    elif field["type"] in ("number", "integer"):
        yield from _number(column)
    elif field["type"] == "date":
        yield from _date(column)
    elif "categories" in field:
        if column.kind != nw.Boolean or field["type"] != "boolean":
            remedy = of_tables.CHOOSE.fill(words=labels_of(field))
            yield column.broken(~_known(column), of_tables.UNKNOWN_WORD, remedy)
    else:
        yield from _text(column)


def _known(column: _Column) -> nw.Expr:
    words = values_by_word(column.field)
    spelt = column.text.str.strip_chars().str.to_lowercase()
    exact = column.text.is_in(list(dict.fromkeys(words.values())))
    return nw.when(exact).then(nw.lit(True)).otherwise(spelt.is_in(["", *words]))


def _number(column: _Column) -> Iterator[Rule]:
    field, rules = column.field, column.field.get("constraints", {})
    whole = field["type"] == "integer"
    wrong = of_tables.NOT_WHOLE if whole else of_tables.NOT_A_NUMBER
    if not column.is_number:
        yield column.broken(~column.cell.is_null(), wrong, of_tables.PLAIN_NUMBER)
        return
    value = column.number
    if column.is_text:
        plain = column.text.str.contains(PLAIN_NUMBER) | column.is_blank
        yield column.broken(~plain, wrong, of_tables.PLAIN_NUMBER)
        counted = whole or "rupiah" in field["name"]
        grouped = column.text.str.contains(_GROUPS if counted else _GROUPS_OF_COMMA)
        yield column.broken(grouped, of_tables.THOUSANDS_OR_DECIMALS, of_tables.PLAIN_NUMBER)
    if whole and not column.kind.is_integer():
        yield column.broken(value % 1 != 0, of_tables.NOT_WHOLE, of_tables.PLAIN_NUMBER)
    if field["name"] == WEIGHT:
        yield column.broken(value <= 0, texts.WEIGHT_NOT_ABOVE, texts.CHECK_WEIGHT)
    elif "minimum" in rules:
        yield column.broken(value < rules["minimum"], of_tables.BELOW.fill(limit=rules["minimum"]), of_tables.CHECK_UNIT)
    if "maximum" in rules:
        yield column.broken(value > rules["maximum"], of_tables.ABOVE.fill(limit=rules["maximum"]), of_tables.CHECK_UNIT)
    else:
        far = value.cast(nw.Float64).abs() >= _TOO_LARGE
        yield column.broken(far, of_tables.NUMBER_TOO_LARGE, of_tables.CHECK_VALUE)


def _date(column: _Column) -> Iterator[Rule]:
    text, rules = column.text, column.field["constraints"]
    dated = text.str.contains(_DATE)
    if column.is_text:
        yield column.broken(~(dated | (text.str.strip_chars() == "")), of_tables.NOT_A_DATE, of_tables.WRITE_DATE)
    elif column.kind not in (nw.Date, nw.Datetime):
        yield column.broken(~column.cell.is_null(), of_sheets.NUMBER_NOT_DATE, of_tables.WRITE_DATE)
        return
    day = text.str.slice(0, 10)
    outside = dated & ((day < rules["minimum"]) | (day > rules["maximum"]))
    limits = {"least": rules["minimum"], "most": rules["maximum"]}
    yield column.broken(outside, texts.DATE_OUTSIDE.fill(**limits), of_sheets.CHECK_YEAR)


def _text(column: _Column) -> Iterator[Rule]:
    field = column.field
    pattern = field.get("constraints", {}).get("pattern")
    if pattern:
        fits = column.text.str.contains(pattern) | column.is_blank
        remedy = Text.of(field["form"]) if "form" in field else of_tables.WRITE_LIKE.fill(example=field["example"])
        yield column.broken(~fits, of_tables.WRONG_FORM, remedy)
    stands_by_chance = column.text.str.contains(_DIGEST) | column.text.str.contains(PSEUDONYM)
    holds = nw.when(column.text.str.contains(IDENTITY)).then(~stands_by_chance)
    yield column.broken(holds, of_tables.HOLDS_CARD, texts.ONLY_IN_CARD_COLUMN, by_form=True)
    yield column.broken(column.text.str.contains(_ROUNDED), of_tables.LONG_NUMBER_ROUNDED, of_tables.TYPE_CODE_AS_TEXT)


def _card(column: _Column) -> Iterator[Rule]:
    """A number of sixteen digits with whatever signs between them, or a pseudonym; as a number only where none was rounded."""
    if column.kind.is_float():
        yield column.broken(~column.cell.is_null(), of_sheets.CARD_AS_NUMBER, of_sheets.FORMAT_AS_TEXT)
        return
    digits = column.text.str.replace_all(SIGNS, "")
    fits = column.text.str.contains(PSEUDONYM) | digits.str.contains(NUMBER) | column.is_blank
    yield column.broken(~fits, of_sheets.NO_CARD, of_sheets.CHECK_CARD)


def _of_whole(column: _Column, columns: Mapping[str, _Column]) -> Iterator[Rule]:
    whole = columns.get(column.field.get("not_above", ""))
    if whole and whole.is_number and column.is_number:
        said = Text.of(whole.field["label"])
        rule, remedy = of_rules.ABOVE_WHOLE.fill(whole=said), texts.CHECK_WHOLE.fill(whole=said)
        yield column.broken(column.number > whole.number, rule, remedy)
