"""Errors for people: what is wrong, where, what was expected, what to do, in Bahasa Indonesia and English.

One root, `P2wkssError`, so that a notebook or a script can catch everything this package says on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ..identity.hidden import mask
from .harmless import one_line, short, shown
from .languages import LANGUAGES, default_language
from .own_words import OWN_WORDS

if TYPE_CHECKING:
    import pandas as pd

    from .text import Text


class P2wkssError(Exception):
    """Root of every error raised on purpose. Carries its sentence in both languages, as a filled `Text`; `id` and `en` are for
    the errors of this file, which stands below `Text`.

    `str(error)` speaks the language of the environment variable P2WKSS_LANG ("id" when unset);
    `error.sentence(lang)` speaks the one asked for. A number of an identity or family card is never said.
    """

    def __init__(self, text: Text | None = None, *, id: str = "", en: str = ""):
        if text is not None:
            id, en = text.say("id"), text.say("en")
        self._texts = {"id": mask(shown(id)), "en": mask(shown(en))}
        super().__init__(*self._texts.values())

    def sentence(self, lang: str | None = None) -> str:
        """The message in `lang`, "id" or "en", by default as `str(error)`."""
        return self._texts[check_language(lang)]

    def __str__(self) -> str:
        return self.sentence()

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, not the way through the code that led to it."""
        return [str(self)]


class WrongUse(P2wkssError, ValueError):
    """A call that cannot be answered: a wrong argument, an unknown name, a combination without meaning."""


def check_language(lang: str | None) -> str:
    """`lang`, which is "id" or "en", or where none is named the language of P2WKSS_LANG; anything else is refused."""
    if lang is None:
        return default_language()
    if not isinstance(lang, str) or lang not in LANGUAGES:
        indonesian, english = (OWN_WORDS[each]["unknown language"].format(lang=lang) for each in LANGUAGES)
        raise WrongUse(id=indonesian, en=english)
    return lang


class NotEnoughData(P2wkssError):
    """The call is right but the data cannot carry the answer; the sentence says what would."""


class InfeasibleSelection(P2wkssError):
    """No list of households satisfies all quotas; the sentence and `.clash` name a smallest set that clashes."""

    clash: tuple = ()


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one place of a file.

    `row` is the line as the user sees it (the header is line 1), `cell` the Excel address where there is
    one, `rule` what was expected and `remedy` what to do, each in the language the check was asked for.
    """

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""
    value: str = ""
    rule: str = ""
    remedy: str = ""


class DataFaults(P2wkssError):
    """A table is damaged or wrongly filled. Lists every fault at once in `.faults` and `.table()`.

    lang: the language in which rules and remedies were asked for; the error then speaks that one throughout. kinds: the faults
    as lines for people, those of one kind together, where the table was checked so.
    """

    shown = 20

    def __init__(self, faults: Iterable[Fault], lang: str | None = None, kinds: Iterable[str] = ()):
        self.faults = tuple(_masked(fault) for fault in faults)
        self.kinds = tuple(kinds)
        lines = [f"  - {_said(fault)}" for fault in self.faults[: self.shown]]
        indonesian, english = (self._listed(lines, lang or each) for each in LANGUAGES)
        super().__init__(id=indonesian, en=english)

    def _listed(self, lines: list[str], lang: str) -> str:
        words, n = OWN_WORDS[check_language(lang)], len(self.faults)
        rest = [words["more faults"].format(n=n - self.shown)] if n > self.shown else []
        return "\n".join([words["one fault" if n == 1 else "faults"].format(n=n), *lines, *rest])

    def table(self) -> pd.DataFrame:
        """All faults, one a row: file, sheet, row, column, cell, value, rule, remedy."""
        import pandas as pd

        return pd.DataFrame([asdict(f) for f in self.faults], columns=[f.name for f in fields(Fault)])


_NO_SIGN = re.compile(
    "[\ud800-\udfff]"
)  # half a sign, such as a file name has that is not UTF-8: no table and no screen takes it


def _masked(fault: Fault) -> Fault:
    texts = {f.name: text for f in fields(fault) if isinstance(text := getattr(fault, f.name), str)}
    masked: dict[str, Any] = {name: mask(_NO_SIGN.sub("\N{REPLACEMENT CHARACTER}", text)) for name, text in texts.items()}
    return replace(fault, **masked)


_NAME = 200  # characters of a name or value in the sentence; the table of faults has all of it


def _said(fault: Fault) -> str:
    place = [one_line(fault.file, _NAME)]
    if fault.sheet:
        place.append(one_line(fault.sheet, _NAME))
    if fault.cell:
        place.append(fault.cell)
    elif fault.row is not None:
        place.append(f"{fault.row}")
    if fault.column:
        place.append(one_line(fault.column, _NAME))
    value = f" = {short(fault.value, _NAME)!r}" if fault.value else ""
    return f"{', '.join(place)}{value}: {fault.rule} {fault.remedy}".strip()
