"""`p2wkss next`: the workbook of the next year, from this year's."""

from __future__ import annotations

from argparse import Namespace

from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import json_option, key_option
from .line.show import show
from .texts import workbook as texts


def add(command: Adds) -> None:
    """Registers the command."""
    following = command("next", write_next_year, texts.NEXT)
    following.add_argument("file", type=Read, help=texts.NEXT_FILE)
    following.add_argument("--out", type=Written, required=True, help=texts.NEXT_OUT)
    following.add_argument("--year", type=int, help=texts.NEXT_YEAR)
    key_option(following)
    json_option(following)


def write_next_year(options: Namespace) -> int:
    from ..front.city import City

    made = City(options.file, key=options.key, lang=options.lang).next_year(options.out, options.year, options.lang)
    then = texts.NEXT_WRITTEN.say(options.lang, path=made.path)
    show(options, made.table(), made.sentence(options.lang), then, "", labels=made._labels_shown(options.lang))
    return 0
