"""Options that several commands have, each declared once."""

from __future__ import annotations

from argparse import Namespace

from ...say import Text
from ...say.errors import WrongUse
from . import texts
from .given_paths import Read
from .parser import Parser


def json_option(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=texts.JSON)


def sheet_option(parser: Parser, words: Text = texts.SHEET) -> None:
    parser.add_argument("--sheet", help=words)


def key_option(parser: Parser) -> None:
    parser.add_argument("--key", type=Read, help=texts.KEY)


def boundaries_option(parser: Parser) -> None:
    parser.add_argument("--boundaries", type=Read, metavar="FILE", help=texts.BOUNDARIES)


def seed_option(parser: Parser) -> None:
    parser.add_argument("--seed", type=int, default=0, help=texts.SEED)


def data_option(parser: Parser, words: Text) -> None:
    """The workbook or folder by its place on the line, or as --data; `data_of` gives whichever was given."""
    parser.add_argument("file", type=Read, nargs="?", metavar="FILE", help=words)
    parser.add_argument("--data", type=Read, help=texts.DATA_TOO)


def data_of(options: Namespace) -> str | None:
    if options.file and options.data:
        raise WrongUse(texts.ONE_FILE.fill(first=options.file, second=options.data))
    return options.file or options.data
