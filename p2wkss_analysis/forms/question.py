"""One question of a form: what the dictionary says of a column, as KoboToolbox and ODK Collect ask it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..dictionary.sheets import VILLAGE, fields_of, labels_of
from ..say import Text, one_text
from . import texts

# Sixteen digits with at most one sign between two of them: the number of a card. Written so that it is found wherever a phone
# asks for the whole text (Collect) or for any part of it (web forms).
_NO_CARD = r"not(regex(., '^[\s\S]*[0-9]([ .\-]?[0-9]){15}[\s\S]*$'))"
SEARCHED = "minimal autocomplete"  # appearance of a long list
LISTED, ASKED = "listed_", "asked_"  # what a column is taken from: a choice of a list, an answer where there is none
MARK = "p2wkss_form"  # holds id and version of the form, which KoboToolbox replaces by its own
OF_PHONE = ("start", "end", "deviceid")  # when and on which phone: to tell submissions of one family apart


@dataclass(frozen=True)
class Question:
    """A line of the sheet `survey`."""

    type: str
    name: str
    label: Text | None = None
    hint: Text | None = None
    required: bool = False
    constraint: str = ""
    message: Text | None = None
    relevant: str = ""
    calculation: str = ""
    default: str = ""
    choice_filter: str = ""
    appearance: str = ""
    parameters: str = ""

    @property
    def answered(self) -> bool:
        """Whether a person answers it."""
        return self.type not in ("calculate", "today", *OF_PHONE)


@dataclass(frozen=True)
class Choice:
    """A line of the sheet `choices`; `of` are the columns by which the list is filtered."""

    list: str
    name: str
    label: Text
    of: dict[str, str] = field(default_factory=dict)


class Lists:
    """The choice lists of a form; equal lists of words are one."""

    def __init__(self) -> None:
        self.choices: list[Choice] = []
        self._named: dict[tuple, str] = {}

    def of_words(self, column: dict) -> str:
        """The name of the list of a column with words to choose from."""
        words = tuple((c["value"], c["label"]["id"]) for c in column["categories"])
        if words not in self._named:
            self._named[words] = "yes_no" if column["type"] == "boolean" else column["name"]
            pairs = zip(column["categories"], labels_of(column), strict=True)
            self.choices += [Choice(self._named[words], c["value"], label) for c, label in pairs]
        return self._named[words]

    def add(self, name: str, choices: list[Choice]) -> str:
        self.choices += choices
        return f"select_one {name}"


def xml_name(column: str) -> str:
    """A name may not begin with a digit in a form.

    >>> xml_name("1a_volume"), xml_name("rt")
    ('c1a_volume', 'rt')
    """
    return f"c{column}" if column[0].isdigit() else column


def column_name(question: str) -> str:
    """The column that a question fills in.

    >>> column_name("c1a_volume"), column_name("children")
    ('1a_volume', 'children')
    """
    return question[1:] if question[0] == "c" and question[1:2].isdigit() else question


def question_of(sheet: str, column: dict, lists: Lists, **other: Any) -> Question:
    """The question of a column: its type, words, range, unit; `other` says what the sheet adds."""
    rules = column.get("constraints", {})
    constraint, message = limits(sheet, column)
    given: dict[str, Any] = dict(
        type=_type(column, lists),
        name=xml_name(column["name"]),
        label=Text.of(column["label"]),
        hint=_hint(column),
        required=bool(rules.get("required")),
        constraint=constraint,
        message=message,
        appearance="thousands-sep" if column["type"] == "number" and "rupiah" in column["name"] else "",
    )
    return Question(**given | other)


def _type(column: dict, lists: Lists) -> str:
    if "categories" in column:
        return f"select_one {lists.of_words(column)}"
    return {"integer": "integer", "number": "decimal", "date": "date"}.get(column["type"], "text")


def limits(sheet: str, column: dict) -> tuple[str, Text | None]:
    """The range of a column as a constraint, and how it is said to the person who types beyond it."""
    rules = column.get("constraints", {})
    low, high, whole = rules.get("minimum"), rules.get("maximum"), column.get("not_above")
    if "categories" in column:
        return "", None
    if "pattern" in rules:
        return f"regex(., '{rules['pattern']}')", Text.of(column["form"]) if "form" in column else texts.VILLAGE_CODE
    if column["type"] == "string":
        return _NO_CARD, texts.NO_CARD
    written = (lambda limit: f"date('{limit}')") if column["type"] == "date" else str
    parts = [f". >= {written(low)}"] if low is not None else []
    parts += [f". <= {written(high)}"] if high is not None else []
    said = _range(column, low, high)
    if whole:
        parts.append(f"(${{{xml_name(whole)}}} = '' or . <= ${{{xml_name(whole)}}})")
        label = next(Text.of(f["label"]) for f in fields_of(sheet) if f["name"] == whole)
        said = [*said, texts.NOT_ABOVE.fill(whole=label)]
    return " and ".join(parts), one_text(said) if said else None


def _range(column: dict, low: Any, high: Any) -> list[Text]:
    if low is None:
        return []
    if column["type"] == "date":
        return [texts.DATES.fill(least=low, most=high)]
    if column["name"] == "year":
        return [texts.YEARS.fill(least=low, most=high)]
    unit = {"unit": Text.of(column["unit"])} if "unit" in column else {}
    amount = texts.IN_UNIT if unit else texts.BARE
    if high is None:
        return [texts.AT_LEAST.fill(least=amount.fill(n=low, **unit))]
    return [texts.BETWEEN.fill(least=low, most=amount.fill(n=high, **unit))]


def _hint(column: dict) -> Text | None:
    """What the column means, its unit, and how an amount is typed."""
    parts = [Text.of(column["description"])] if "description" in column and column["name"] != VILLAGE else []
    if "unit" in column:
        parts.append(texts.UNIT.fill(unit=Text.of(column["unit"])))
    if "plausible_from" in column:
        parts.append(texts.FULL_AMOUNT.fill(example=column["example"]))
    return one_text(parts) if parts else None
