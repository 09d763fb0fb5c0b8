"""The command line in the reader's language: argparse speaks English alone, so its own words are put here."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn, Protocol

from ...identity.hidden import mask
from ...say import LANGUAGES, Text, default_language
from ...say.harmless import shown
from . import texts

# What argparse says of wrong use, and how an office says it. Groups of the pattern fill the sentence.
_ERRORS = (
    (r"the following arguments are required: (?P<names>.*)", texts.REQUIRED),
    (r"argument (?P<option>.*): invalid choice: (?P<given>.*) \(choose from (?P<known>.*)\)", texts.INVALID_CHOICE),
    (r"argument (?P<option>.*): invalid int value: (?P<given>.*)", texts.NOT_WHOLE),
    (r"argument (?P<option>.*): invalid float value: (?P<given>.*)", texts.NOT_A_NUMBER),
    (r"one of the arguments (?P<names>.*) is required", texts.ONE_OF_REQUIRED),
    (r"argument (?P<option>.*): expected one argument", texts.ONE_VALUE),
    (r"argument (?P<option>.*): expected at least one argument", texts.SOME_VALUE),
    (r"argument (?P<option>.*): not allowed with argument (?P<other>.*)", texts.NOT_TOGETHER),
    (r"unrecognized arguments: (?P<given>.*)", texts.UNKNOWN),
    (r"ambiguous option: (?P<given>.*) could match (?P<known>.*)", texts.AMBIGUOUS),
    (r"argument (?P<option>.*): given twice", texts.TWICE),
)


def asked_language(arguments: Sequence[str]) -> str:
    """The language of `--lang` in a command line not yet read, else the default: help must speak it too.

    >>> asked_language(["report", "--lang", "en", "--help"])
    'en'
    >>> asked_language([]) in LANGUAGES
    True
    """
    for here, following in zip(arguments, [*arguments, ""][1:], strict=True):
        found = following if here == "--lang" else here.removeprefix("--lang=") if here.startswith("--lang=") else ""
        if found in LANGUAGES:
            return found
    return default_language()


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose headings, `--help` and complaints are in `lang`; the help of an option is a `Text`."""

    def __init__(self, *, lang: str, **rest: Any):
        self.lang = lang
        self.given: set[str] = set()  # options with one value that were read
        super().__init__(add_help=False, **rest)
        self.register("action", None, _Once)
        self.register("action", "store", _Once)
        self._positionals.title = texts.ARGUMENTS.say(lang)
        self._optionals.title = texts.OPTIONS.say(lang)
        self.add_argument("-h", "--help", action="help", help=texts.HELP)

    def add_argument(self, *names: str, **rest: Any) -> argparse.Action:
        if isinstance(rest.get("help"), Text):
            rest["help"] = self.words(rest["help"])
        return super().add_argument(*names, **rest)

    def words(self, text: Text) -> str:
        """The text as help in `lang`; argparse fills in percent signs."""
        return text.say(self.lang).replace("%", "%%")

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        self.given.clear()
        return super().parse_known_args(*given, **named)

    def format_usage(self) -> str:
        return self._spoken(super().format_usage())

    def format_help(self) -> str:
        return self._spoken(super().format_help())

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}p2wkss: {mask(shown(said(message, self.lang)))}\n")

    def _spoken(self, text: str) -> str:
        return re.sub(r"^usage:", texts.USAGE.say(self.lang), text)


class _Once(argparse._StoreAction):
    """An option with one value; a second one is refused, since the first would be lost without a word."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: Any, values: Any, option_string: str | None = None) -> None:
        if option_string and isinstance(parser, Parser):
            if self.dest in parser.given:
                raise argparse.ArgumentError(self, "given twice")
            parser.given.add(self.dest)
        super().__call__(parser, namespace, values, option_string)


class Runs(Protocol):
    """What carries a command out: its options to the exit code."""

    def __call__(self, options: argparse.Namespace, /) -> int: ...


class Adds(Protocol):
    """Adds a command to the command line: its name, what carries it out, what it does in a phrase; gives its parser."""

    def __call__(self, name: str, run: Runs, summary: Text, /) -> Parser: ...


def said(message: str, lang: str) -> str:
    """A complaint of argparse in `lang`; one not in the list stays as it is.

    >>> said("the following arguments are required: --n", "id")
    'Yang wajib belum diberikan: --n.'
    """
    message = re.sub(r"\s+", " ", message)
    for pattern, sentence in _ERRORS:
        if found := re.fullmatch(pattern, message):
            return sentence.say(lang, **found.groupdict())
    return message + "."
