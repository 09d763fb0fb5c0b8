"""`p2wkss template`, `key`: the empty workbook of a city, and the key of its pseudonyms."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..say.errors import WrongUse
from .line.given_paths import Written
from .line.parser import Adds
from .texts import results as say
from .texts import workbook as texts


def add(command: Adds) -> None:
    """Registers the commands."""
    template = command("template", write_workbook, texts.TEMPLATE)
    template.add_argument("out", type=Written, help=texts.TEMPLATE_OUT)
    template.add_argument("--regency", help=texts.TEMPLATE_REGENCY)
    template.add_argument("--paper", default="a4", help=texts.TEMPLATE_PAPER)
    key = command("key", write_key_file, texts.KEY)
    key.add_argument("out", type=Written, help=texts.KEY_OUT)


def write_workbook(options: Namespace) -> int:
    from ..tables.workbook.template import write_template

    if Path(options.out).suffix.lower() != ".xlsx":
        raise WrongUse(say.ONLY_XLSX.fill(name=Path(options.out).name))
    path = write_template(options.out, options.regency, options.lang, paper=options.paper)
    print(texts.WORKBOOK_WRITTEN.say(options.lang, path=path))
    return 0


def write_key_file(options: Namespace) -> int:
    from ..disclosure.privacy import write_key

    path = write_key(options.out)
    print(texts.KEY_WRITTEN.say(options.lang, path=path))
    return 0
