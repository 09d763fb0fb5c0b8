"""The command `p2wkss`: a thin door to the same functions a notebook calls.

Exit code 0 done, 1 the data has faults (all listed), 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from . import __version__
from .commands import helped, pages, where, workbook
from .commands.show import records
from .errors import DataFaults, P2wkssError
from .language import LANGUAGES, default_language, pick, speaking


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        with speaking(options.lang):  # down to the last check
            return options.run(options)
    except DataFaults as faults:
        _print_faults(faults, options)
        return 1
    except P2wkssError as error:
        return _refuse(error.sentence(options.lang))
    except KeyboardInterrupt:
        _refuse(pick(options.lang, id="dihentikan; hasil sebelumnya tetap utuh.", en="stopped; what was there before is whole."))
        return 130
    except Exception as error:  # nobody outside should ever see a traceback; who mends it asks for one
        if os.environ.get("P2WKSS_DEBUG"):
            raise
        kind = type(error).__name__
        return _refuse(pick(
            options.lang,
            id=f"terjadi kesalahan yang tidak terduga ({kind}). Periksa masukan; bila tetap terjadi, laporkan perintahnya "
            "beserta keluaran dengan P2WKSS_DEBUG=1.",
            en=f"something unexpected happened ({kind}). Check the input; if it stays, report the command with its output "
            "under P2WKSS_DEBUG=1."))


def _refuse(sentence: str) -> int:
    print(f"p2wkss: {sentence}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="p2wkss", description="Choose the sites of P2WKSS well, and find out whether the programme helped.")
    parser.add_argument("--version", action="version", version=f"p2wkss {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run, summary: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        made.add_argument("--lang", choices=LANGUAGES, default=default_language(), help="id (Bahasa Indonesia) or en (English)")
        made.set_defaults(run=run)
        return made

    for wing in (pages, where, helped, workbook):
        wing.add(command)
    return parser


def _print_faults(faults: DataFaults, options) -> None:
    table = faults.table()
    if getattr(options, "json", False):
        print(records(table))
        return
    print(pick(options.lang, id=f"{len(table)} kesalahan:", en=f"{len(table)} faults:"))
    for row in table.itertuples():
        line = "" if row.row != row.row or row.row is None else f" {pick(options.lang, id='baris', en='line')} {int(row.row)}"
        value = f" = {row.value!r}" if row.value else ""
        print(f"- {row.file}{line} {row.column}{value}: {row.rule} {row.remedy}".replace("  ", " "))
