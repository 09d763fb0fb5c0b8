"""A text in both languages, with named places for what is filled in: the one form in which sentences are kept."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from .errors import check_language
from .languages import LANGUAGES
from .numbers import date, integer, number, p_equals, p_value, percent, rupiah, signed
from .own_words import OWN_WORDS
from .words import join


@dataclass(frozen=True)
class Text:
    """A sentence or a phrase in Bahasa Indonesia and English, side by side.

    Places are named and written as in Python, `{places}`. What follows the colon says how a value is written, in the form
    of the language that is spoken:

    ============  ===========================================================================
    `{x}`         a text or a `Text`, as it is; a number without separators (a year, a code)
    `{n:,}`       a count: 6.549 or 6,549
    `{x:.2}`      a number with two decimals; `{x:.-3}` to the nearest thousand
    `{x:+.2}`     a change, with its sign
    `{x:.1%}`     a value already in percent
    `{x:Rp}`      whole rupiah
    `{p:p}`       a p-value after its letter: = 0,031 or < 0,001; `{p:=.2}` the same with two decimals
    `{p:<.2}`     a probability in a sentence: 0,12, or di bawah 0,01; 0.12, or below 0.01
    `{d:date}`    a long date
    `{xs:and}`    several texts: a, b, dan c; a, b and c
    `{xs:list}`   names as they are typed: a, b, c; `{xs:;}` phrases: a; b; c; `{xs:lines}` one on each line
    `{f:typed}`   the name of a file in a command to type: in quotes where it has a blank or a sign that a shell reads
    `{n:a|b}`     the first word where n is one or true, else the second
    ============  ===========================================================================

    Texts stand in the file `texts.py` of their room, as constants; code that computes fills them in and holds no prose.
    A text that is built from data (a name typed by an office) is a value, never a part of the template.

    >>> FOUND = Text("{n:,} wilayah: {names:and}.", "{n:,} {n:place|places}: {names:and}.")
    >>> FOUND.say("en", n=1, names=["Curug"]), FOUND.say("id", n=1200, names=["Curug", "Mampang"])
    ('1 place: Curug.', '1.200 wilayah: Curug dan Mampang.')
    >>> FOUND.fill(n=2, names=["A", "B"]).say("en")
    '2 places: A and B.'
    """

    id: str
    en: str
    values: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Text:
        """Words as dictionaries and profiles keep them: {"id": ..., "en": ...}."""
        return cls(words["id"], words["en"])

    def say(self, lang: str | None = None, **values: Any) -> str:
        """The text in `lang` ("id" or "en"; by default as P2WKSS_LANG says), with its places filled in.

        Without any value the text is given as it stands, braces included. A place without a value raises KeyError.
        """
        lang = check_language(lang)
        template = self.id if lang == "id" else self.en
        given = {**self.values, **values}
        return _Spoken(lang).vformat(template, (), given) if given else template

    def fill(self, **values: Any) -> Text:
        """The same text with values kept for when the language is known."""
        return type(self)(self.id, self.en, MappingProxyType({**self.values, **values}))

    def __reduce__(self) -> tuple:
        return type(self), (self.id, self.en, dict(self.values))  # a stored result keeps its texts

    def places(self) -> tuple[set[str], set[str]]:
        """The names of the values said in the Indonesian and in the English text; tests hold them equal.

        A place that only chooses a word (`{n:place|places}`) does not count: Bahasa Indonesia has no plural.
        """
        return _names(self.id), _names(self.en)


def together(texts: Iterable[Text | str], lang: str | None = None) -> str:
    """Sentences one after the other, empty ones left out.

    >>> together([Text("Satu.", "One."), "", Text("Dua.", "Two.")], "en")
    'One. Two.'
    """
    return " ".join(said for text in texts if (said := text.say(lang) if isinstance(text, Text) else text))


def one_text(texts: Iterable[Text]) -> Text:
    """Several texts, one after the other, as one.

    >>> one_text([Text("Satu.", "One."), Text("Dua.", "Two.")]).say("id")
    'Satu. Dua.'
    """
    texts = tuple(texts)
    return Text(together(texts, "id"), together(texts, "en"))


def in_both(said: Callable[[str], str]) -> Text:
    """What a result says in each language, as one text.

    >>> in_both({"id": "Satu.", "en": "One."}.__getitem__).say("en")
    'One.'
    """
    return Text.of({lang: said(lang) for lang in LANGUAGES})


def _names(template: str) -> set[str]:
    found: set[str] = set()
    for _, name, spec, _ in string.Formatter().parse(template):
        if name and "|" not in (spec or ""):
            found |= {name} | _names(spec or "")
    return found


_ONE_WORD = re.compile(r"[\w./\\:+=,@%~-]+")  # a command line reads it as it is
_BETWEEN = {"list": ", ", ";": "; ", "lines": "\n"}


class _Spoken(string.Formatter):
    """Writes values as the language writes them."""

    def __init__(self, lang: str):
        self.lang = lang

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name  # a name alone: no attribute and no item of a value is reached from a text

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, more = format_spec.split("|")
            return one if value == 1 else more
        if format_spec in ("and", *_BETWEEN):
            said = [self.format_field(each, "") for each in value]
            return join(said, self.lang) if format_spec == "and" else _BETWEEN[format_spec].join(said)
        if format_spec == "":
            return value.say(self.lang) if isinstance(value, Text) else str(value)
        if format_spec == "typed":
            name = self.format_field(value, "")
            return name if _ONE_WORD.fullmatch(name) else f'"{name}"'
        if format_spec == ",":
            return integer(value, self.lang)
        if format_spec == "Rp":
            return rupiah(value, self.lang)
        if format_spec == "p":
            return p_equals(value, 3, self.lang)
        if format_spec == "date":
            return date(value, self.lang)
        sign, _, digits = format_spec.partition(".")
        if sign in ("<", "="):
            return (
                p_equals(value, int(digits), self.lang)
                if sign == "="
                else p_value(value, int(digits), self.lang, below=OWN_WORDS[self.lang]["below"])
            )
        if sign == "+":
            return signed(value, int(digits), self.lang)
        if digits.endswith("%"):
            return percent(value, int(digits[:-1]), self.lang)
        return number(value, int(digits), self.lang)
