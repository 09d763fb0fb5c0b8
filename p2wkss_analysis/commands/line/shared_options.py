"""Options that several commands have, each declared once."""

from __future__ import annotations

from ...say import Text
from . import texts
from .given_paths import Read
from .parser import Parser


def json_option(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=texts.JSON)


def sheet_option(parser: Parser, words: Text = texts.SHEET) -> None:
    parser.add_argument("--sheet", help=words)


def key_option(parser: Parser) -> None:
    parser.add_argument("--key", type=Read, help=texts.KEY)


def seed_option(parser: Parser) -> None:
    parser.add_argument("--seed", type=int, default=0, help=texts.SEED)
