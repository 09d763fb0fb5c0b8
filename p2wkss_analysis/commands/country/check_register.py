"""`p2wkss check register/`: what is wrong with a register of households, at most a page."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...dictionary.tables import FILE
from ..line.parser import Parser
from ..line.show import pairs, records
from ..texts import register_check as texts


def register_options(parser: Parser) -> None:
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help=texts.ENGINE)
    parser.add_argument("--column", action="append", metavar="OURS=THEIRS", help=texts.COLUMN)
    parser.add_argument("--memory", help=texts.MEMORY)


def is_register(given: str | None) -> bool:
    """Whether a path is a register of households: a file of Parquet or CSV, or a folder of such without a data package."""
    from ...tables.engine.source import FORMATS

    if not given:
        return False
    path = Path(given)
    if not path.is_dir():
        return path.suffix.lower() in FORMATS and path.suffix.lower() != ".txt"
    described = any((folder / FILE).exists() for folder in (path, path / "raw"))
    return not described and any(file.suffix.lower() in FORMATS for file in path.rglob("*"))


def check_register(options: Namespace) -> int:
    """The faults of a register by kind, worst first; 1 where there is one."""
    from ...tables.engine.check import check_register

    checked = check_register(options.folder, options.engine, pairs(options.column, "--column"), options.memory)
    if options.json:
        print(records(checked.table(options.lang)))
        return 0 if checked.ok else 1
    for line in (checked.sentence(options.lang), *checked.lines(options.lang)):
        print(line)
    return 0 if checked.ok else 1
