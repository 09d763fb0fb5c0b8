"""The command `p2wkss`: a thin door to the same functions a notebook calls.

Exit code 0 done, 1 the data has faults (all listed), 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from . import __version__
from .errors import DataFaults, P2wkssError
from .language import LANGUAGES, default_language, pick


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    os.environ["P2WKSS_LANG"] = options.lang  # the language of messages, down to the last check
    try:
        return options.run(options)
    except DataFaults as faults:
        _print_faults(faults, options)
        return 1
    except P2wkssError as error:
        print(f"p2wkss: {error.sentence(options.lang)}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="p2wkss", description="Choose the sites of P2WKSS well, and find out whether the programme helped.")
    parser.add_argument("--version", action="version", version=f"p2wkss {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    report = _command(commands, "report", _report, "write the evaluation report to reports/")
    report.add_argument("--out", default="reports", help="a folder, or a file such as laporan.html (default: reports)")
    report.add_argument("--data", default=None, help="the data folder (default: the project's own)")
    report.add_argument("--format", action="append", dest="formats", help="html (may be given several times)")

    check = _command(commands, "check", _check, "check the open tables against the data dictionary")
    check.add_argument("folder", nargs="?", default=None, help="the data folder (default: the project's own)")
    check.add_argument("--seal", action="store_true", help="register a change made on purpose: new sha256 in datapackage.json")
    check.add_argument("--json", action="store_true", help="print the faults as JSON")
    return parser


def _command(commands, name: str, run, summary: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    parser.add_argument("--lang", choices=LANGUAGES, default=default_language(), help="id (Bahasa Indonesia) or en (English)")
    parser.set_defaults(run=run)
    return parser


def _report(options) -> int:
    from .reporting.write import report
    from .tables.processed import build_processed

    build_processed(options.data)
    for path in report(options.out, options.data, options.lang, options.formats or ("html",)):
        print(pick(options.lang, id=f"Laporan ditulis: {path}", en=f"Report written: {path}"))
    return 0


def _check(options) -> int:
    from .tables.intake import check_folder
    from .tables.seal import seal

    if options.seal:
        changed = seal(options.folder)
        print(pick(options.lang, id="Didaftarkan: ", en="Registered: ") + (", ".join(changed) or pick(options.lang, id="tidak ada perubahan", en="no change")))
        return 0
    faults = check_folder(options.folder)
    if faults:
        raise DataFaults(faults)
    print("[]" if options.json else pick(options.lang, id="Semua tabel baik.", en="All tables are well."))
    return 0


def _print_faults(faults: DataFaults, options) -> None:
    table = faults.table()
    if getattr(options, "json", False):
        print(json.dumps(table.astype(object).where(table.notna(), None).to_dict("records"), ensure_ascii=False, indent=1))
        return
    print(pick(options.lang, id=f"{len(table)} kesalahan:", en=f"{len(table)} faults:"))
    for row in table.itertuples():
        line = "" if row.row != row.row or row.row is None else f" {pick(options.lang, id='baris', en='line')} {int(row.row)}"
        value = f" = {row.value!r}" if row.value else ""
        print(f"- {row.file}{line} {row.column}{value}: {row.rule} {row.remedy}".replace("  ", " "))
