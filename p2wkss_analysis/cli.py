"""The command `p2wkss`: a thin door to the same functions a notebook calls.

Exit code 0 done, 1 the data has faults (all listed), 2 wrong use.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from . import __version__
from .commands import (
    check,
    collect,
    draw,
    explorer,
    households,
    impact,
    importing,
    map,
    notebook,
    plan,
    report,
    score,
    simulate,
    target,
    template,
)
from .commands.line.given_paths import check_paths
from .commands.line.limits import add_limits, check_numbers
from .commands.line.parser import Parser, asked_language
from .commands.line.screen import masked_screen
from .commands.line.show import records
from .commands.line.streams import steady_screen, unsaid
from .files.opening import one_run
from .say import LANGUAGES, pick, speaking
from .say.errors import DataFaults, P2wkssError
from .say.refusals import why


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    lang = asked_language(arguments)
    with steady_screen() as screen:
        try:
            with speaking(lang):  # what is wrong with the command line itself, too
                options = _parser(lang).parse_args(arguments)
        except SystemExit as stop:  # help and version were asked for, or the command line is wrong
            if not stop.code and (lost := unsaid(screen, lang)):
                raise SystemExit(_refuse(lost)) from None
            raise
        screen.json = getattr(options, "json", False)
        with masked_screen(screen.json):
            code = _run(options)
            return _refuse(lost) if (lost := unsaid(screen, options.lang)) else code


def _run(options) -> int:
    try:
        with speaking(options.lang), one_run():  # down to the last check
            _refuse_seed(options)
            check_numbers(options)
            check_paths(options)
            return options.run(options)
    except DataFaults as faults:
        _print_faults(faults, options)
        if options.command != "check" and not getattr(options, "json", False):
            what = (
                pick(options.lang, id="Laporan tidak ditulis", en="The report was not written")
                if options.command == "report"
                else pick(options.lang, id="Tidak ada yang ditulis", en="Nothing was written")
            )
            print(pick(options.lang, id=f"{what}; perbaiki lalu ulangi.", en=f"{what}; mend it and try again."))
        return 1
    except P2wkssError as error:
        return _refuse(error.sentence(options.lang))
    except KeyboardInterrupt:
        _refuse(pick(options.lang, id="dihentikan; hasil sebelumnya tetap utuh.", en="stopped; what was there before is whole."))
        return 130
    except OSError as error:
        reason, name = (
            why(error),
            f" ({os.path.basename(os.fsdecode(error.filename))})" if isinstance(error.filename, str | bytes) else "",
        )
        return _refuse(
            pick(
                options.lang,
                id=f"komputer menolak: {reason['id']}{name}. Periksa ruang penyimpanan, folder sementara (TMPDIR), dan batas (ulimit), lalu ulangi.",
                en=f"the computer refuses: {reason['en']}{name}. Check the room left, the folder for temporary files (TMPDIR) and the limits "
                "(ulimit), then repeat.",
            )
        )
    except MemoryError:
        return _refuse(
            pick(
                options.lang,
                id="memori tidak cukup. Tutup program lain atau pakai berkas yang lebih kecil, lalu ulangi.",
                en="there is not enough memory. Close other programs or use a smaller file, then repeat.",
            )
        )
    except Exception as error:  # nobody outside should ever see a traceback; who mends it asks for one
        if os.environ.get("P2WKSS_DEBUG"):
            traceback.print_exc()
        kind = type(error).__name__
        return _refuse(
            pick(
                options.lang,
                id=f"terjadi kesalahan yang tidak terduga ({kind}). Periksa masukan; bila tetap terjadi, laporkan perintahnya "
                "beserta keluaran dengan P2WKSS_DEBUG=1.",
                en=f"something unexpected happened ({kind}). Check the input; if it stays, report the command with its output "
                "under P2WKSS_DEBUG=1.",
            )
        )


def _refuse_seed(options) -> None:
    """A seed is printed so that others can repeat the draw; the number of a person is refused before any work."""
    if getattr(options, "seed", None):
        from .tables.whole_number import seed_of

        seed_of(options.seed)


def _refuse(sentence: str) -> int:
    print(f"p2wkss: {sentence}", file=sys.stderr)
    return 2


def _parser(lang: str = "id") -> Parser:
    def say(*, id: str, en: str) -> str:
        return pick(lang, id=id, en=en).replace("%", "%%")  # argparse fills in percent signs

    parser = Parser(
        lang=lang,
        prog="p2wkss",
        description=say(
            id="Pilih lokasi P2WKSS dengan baik, dan ketahui apakah program menolong.",
            en="Choose the sites of P2WKSS well, and find out whether the programme helped.",
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"p2wkss {__version__}", help=say(id="tampilkan versi", en="show the version")
    )
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        metavar=say(id="PERINTAH", en="COMMAND"),
        title=say(id="perintah", en="commands"),
        parser_class=Parser,
    )

    def command(name: str, run, summary: str) -> Parser:
        made = commands.add_parser(name, lang=lang, help=summary, description=summary[0].upper() + summary[1:] + ".")
        made.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=lang,
            help=say(id="id (Bahasa Indonesia) atau en (Inggris)", en="id (Bahasa Indonesia) or en (English)"),
        )
        made.set_defaults(run=run)
        return made

    for one in (
        report,
        check,
        explorer,
        map,
        target,
        draw,
        households,
        impact,
        plan,
        template,
        importing,
        score,
        collect,
        simulate,
        notebook,
    ):
        one.add(command, say)
    for name, made in commands.choices.items():
        add_limits(name, made, lang)
    return parser


def _print_faults(faults: DataFaults, options) -> None:
    table = faults.table()
    if getattr(options, "json", False):
        print(records(table))
        return
    print(pick(options.lang, id=f"{len(table)} kesalahan:", en=f"{len(table)} faults:"))
    for row in table.itertuples():
        number = f"{row.row:.0f}" if isinstance(row.row, int | float) and row.row == row.row else ""
        line = row.cell or (f"{pick(options.lang, id='baris', en='line')} {number}" if number else "")
        value = f" = {row.value!r}" if row.value else ""
        print(f"- {' '.join(part for part in (row.file, row.sheet, line, row.column) if part)}{value}: {row.rule} {row.remedy}")
