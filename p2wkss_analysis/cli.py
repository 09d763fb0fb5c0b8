"""The command `p2wkss`: a thin door to the same functions a notebook calls.

Exit code 0 done, 1 the data has faults (all listed), 2 wrong use.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence

from . import __version__
from .commands import (
    check,
    collect,
    data,
    draw,
    form,
    households,
    impact,
    importing,
    match,
    next_year,
    plan,
    score,
    simulate,
    target,
    template,
)
from .commands.country import aggregate, national
from .commands.documents import explorer, map, notebook, notebooks, papers, report
from .commands.line import texts
from .commands.line.given_paths import check_paths
from .commands.line.limits import add_limits, check_numbers
from .commands.line.parser import Parser, Runs, asked_language
from .commands.line.screen import masked_screen
from .commands.line.show import records
from .commands.line.stopping import heard
from .commands.line.streams import steady_screen, unsaid
from .files.opening import one_run
from .say import LANGUAGES, Text, speaking
from .say.errors import DataFaults, P2wkssError
from .say.refusals import why

_MOST_LINES = 12  # named of faults that are alike
_MOST_KINDS = 40  # of faults that are not


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    lang = asked_language(arguments)
    try:
        with heard():
            return _main(arguments, lang)
    except KeyboardInterrupt:  # before or after the work: at the command line, at the last words
        return _stopped(lang)


def _main(arguments: Sequence[str], lang: str) -> int:
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where there is no home it says so, in English, on every run
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


def _run(options: Namespace) -> int:
    try:
        with speaking(options.lang), one_run():  # down to the last check
            _refuse_seed(options)
            check_numbers(options)
            check_paths(options)
            return options.run(options)
    except DataFaults as faults:
        _print_faults(faults, options)
        if options.command != "check" and not getattr(options, "json", False):
            nothing = texts.NO_REPORT_WRITTEN if options.command == "report" else texts.NOTHING_WRITTEN
            print(nothing.say(options.lang))
        return 1
    except P2wkssError as error:
        return _refuse(error.sentence(options.lang))
    except KeyboardInterrupt:
        return _stopped(options.lang)
    except OSError as error:
        name = f" ({os.path.basename(os.fsdecode(error.filename))})" if isinstance(error.filename, str | bytes) else ""
        return _refuse(texts.COMPUTER_REFUSES.say(options.lang, reason=why(error), name=name))
    except MemoryError:
        return _refuse(texts.NO_MEMORY.say(options.lang))
    except Exception as error:  # noqa: BLE001 - nobody outside should see a traceback; who mends it asks for one
        if os.environ.get("P2WKSS_DEBUG"):
            traceback.print_exc()
        return _refuse(texts.UNEXPECTED.say(options.lang, kind=type(error).__name__))


def _stopped(lang: str) -> int:
    _refuse(texts.STOPPED.say(lang))
    return 130


def _refuse_seed(options: Namespace) -> None:
    """A seed is printed so that others can repeat the draw; the number of a person is refused before any work."""
    if getattr(options, "seed", None):
        from .tables.whole_number import seed_of

        seed_of(options.seed)


def _refuse(sentence: str) -> int:
    print(f"p2wkss: {sentence}", file=sys.stderr)
    return 2


def _parser(lang: str = "id") -> Parser:
    parser = Parser(lang=lang, prog="p2wkss", description=texts.DESCRIPTION.say(lang))
    parser.add_argument("--version", action="version", version=f"p2wkss {__version__}", help=texts.VERSION)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        metavar=texts.COMMAND.say(lang),
        title=texts.COMMANDS.say(lang),
        parser_class=Parser,
    )

    def command(name: str, run: Runs, summary: Text) -> Parser:
        said = parser.words(summary)
        made = commands.add_parser(name, lang=lang, help=said, description=said[0].upper() + said[1:] + ".")
        made.add_argument("--lang", choices=LANGUAGES, default=lang, help=texts.LANGUAGE)
        made.set_defaults(run=run)
        return made

    for one in (
        report,
        papers,
        check,
        explorer,
        map,
        target,
        draw,
        households,
        impact,
        plan,
        template,
        form,
        next_year,
        importing,
        match,
        data,
        score,
        collect,
        aggregate,
        national,
        simulate,
        notebook,
        notebooks,
    ):
        one.add(command)
    for name, made in commands.choices.items():
        add_limits(name, made, lang)
    return parser


def _print_faults(faults: DataFaults, options: Namespace) -> None:
    from .dictionary.sheets import heading_of

    table = faults.table()
    if getattr(options, "json", False):
        print(records(table))
        return
    if faults.kinds:  # as `check` lists them
        print(texts.FAULTS_OF.say(options.lang, n=len(table), file=faults.faults[0].file))
        for line in faults.kinds[: faults.shown]:
            print(line)
        if left := len(faults.kinds[faults.shown :]):
            print(texts.MORE_KINDS.say(options.lang, n=left, file=faults.faults[0].file))
        return
    print(texts.FAULTS.say(options.lang, n=len(table)))
    alike: dict[tuple[str, ...], list[str]] = {}
    for row in table.itertuples():
        number = f"{row.row:.0f}" if isinstance(row.row, int | float) and row.row == row.row else ""
        line = row.cell or (texts.LINE.say(options.lang, line=number) if number else "")
        alike.setdefault((row.file, row.sheet, row.column, row.value, row.rule, row.remedy), []).append(line)
    for (file, sheet, column, said, rule, remedy), lines in list(alike.items())[:_MOST_KINDS]:
        more = [texts.MORE_LINES.fill(n=len(lines) - _MOST_LINES)] if len(lines) > _MOST_LINES else []
        where = texts.LINES_ALIKE.say(options.lang, lines=[*lines[:_MOST_LINES], *more])
        value = f" = {said!r}" if said else ""
        heading = heading_of(sheet, column, options.lang)
        print(f"- {' '.join(part for part in (file, sheet, where, heading) if part)}{value}: {rule} {remedy}")
    if left := sum(len(lines) for lines in list(alike.values())[_MOST_KINDS:]):
        print(texts.MORE_FAULTS.say(options.lang, n=left))
