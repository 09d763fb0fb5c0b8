"""The command line in the reader's language: argparse speaks English alone, so its own words are put here."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from ...identity.hidden import mask
from ...say import LANGUAGES, default_language, pick
from ...say.harmless import shown

# What argparse says of wrong use, and how an office says it. Groups of the pattern fill the sentence.
_ERRORS = (
    (r"the following arguments are required: (.*)", "yang wajib belum diberikan: {0}"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", "{0}: {1} tidak dikenal; pilih salah satu dari {2}"),
    (r"argument (.*): invalid int value: (.*)", "{0}: {1} bukan bilangan bulat"),
    (r"argument (.*): invalid float value: (.*)", "{0}: {1} bukan bilangan"),
    (r"one of the arguments (.*) is required", "berikan salah satu dari {0}"),
    (r"argument (.*): expected one argument", "{0}: perlu satu nilai"),
    (r"argument (.*): expected at least one argument", "{0}: perlu paling sedikit satu nilai"),
    (r"argument (.*): not allowed with argument (.*)", "{0}: tidak boleh bersama {1}"),
    (r"unrecognized arguments: (.*)", "tidak dikenal: {0}"),
    (r"ambiguous option: (.*) could match (.*)", "{0} dapat berarti {1}; tulis lengkap"),
)


def asked_language(arguments: Sequence[str]) -> str:
    """The language of `--lang` in a command line not yet read, else the default: help must speak it too.

    >>> asked_language(["report", "--lang", "en", "--help"])
    'en'
    """
    for here, following in zip(arguments, [*arguments[1:], ""], strict=True):
        found = following if here == "--lang" else here.removeprefix("--lang=") if here.startswith("--lang=") else ""
        if found in LANGUAGES:
            return found
    return default_language()


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose headings, `--help` and complaints are in `lang`."""

    def __init__(self, *, lang: str, **rest):
        self.lang = lang
        super().__init__(add_help=False, **rest)
        self._positionals.title = pick(lang, id="yang diberikan", en="arguments")
        self._optionals.title = pick(lang, id="pilihan", en="options")
        self.add_argument("-h", "--help", action="help", help=pick(lang, id="tampilkan bantuan ini", en="show this help"))

    def format_usage(self) -> str:
        return self._spoken(super().format_usage())

    def format_help(self) -> str:
        return self._spoken(super().format_help())

    def error(self, message: str):
        self.exit(2, f"{self.format_usage()}p2wkss: {mask(shown(said(message, self.lang)))}\n")

    def _spoken(self, text: str) -> str:
        return re.sub(r"^usage:", "pemakaian:", text) if self.lang == "id" else text


def said(message: str, lang: str) -> str:
    """A complaint of argparse in `lang`; one not in the list stays as it is.

    >>> said("the following arguments are required: --n", "id")
    'yang wajib belum diberikan: --n.'
    """
    message = re.sub(r"\s+", " ", message)
    if lang == "id":
        for pattern, sentence in _ERRORS:
            if found := re.fullmatch(pattern, message):
                return sentence.format(*found.groups()) + "."
    return message + "."
