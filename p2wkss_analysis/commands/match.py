"""`p2wkss match`: the places of your own table with their Kemendagri codes."""

from __future__ import annotations

from argparse import Namespace

from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import json_option, sheet_option
from .line.show import show, write_table
from .texts import options as texts
from .texts import results as say


def add(command: Adds) -> None:
    """Registers the command."""
    match = command("match", match_table, texts.MATCH)
    match.add_argument("file", type=Read, help=texts.MATCH_FILE)
    match.add_argument("--column", required=True, help=texts.MATCH_COLUMN)
    match.add_argument("--inside", metavar="PLACE", help=texts.MATCH_INSIDE)
    match.add_argument("--level", choices=("village", "district", "regency", "province"), help=texts.MATCH_LEVEL)
    match.add_argument("--codes", choices=("kemendagri", "bps"), help=texts.MATCH_CODES)
    match.add_argument("--out", type=Written, help=texts.MATCH_OUT)
    sheet_option(match, texts.MATCH_SHEET)
    json_option(match)


def match_table(options: Namespace) -> int:
    """0 where every line has its code; 1 where some have none, which are listed, and nothing is written."""
    from ..tables.exports.mapping import source_table
    from ..tables.place_names import match_places

    table = source_table(options.file, options.sheet, [options.column])
    done = match_places(table, options.column, inside=options.inside, level=options.level, codes=options.codes)
    doubts = done.table() if done.complete else done.table().query("area_code == ''").drop(columns=["area_code", "place"])
    show(options, doubts, done.sentence(options.lang))
    if not options.out:
        return 0 if done.complete else 1
    if not done.complete:
        raise WrongUse(say.NOT_ALL_MATCHED.fill(file=options.out))
    write_table(options, options.out, done.joined(), replace=False, named=False)
    return 0
