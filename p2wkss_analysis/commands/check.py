"""`p2wkss check`: whether a filled-in workbook, a register of households, or the open tables, are well."""

from __future__ import annotations

import sys
from argparse import Namespace
from os import PathLike
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

from ..files.kinds import no_workbook
from ..identity.hidden import mask
from ..say.errors import DataFaults, WrongUse
from ..tables.workbook.texts import guide
from .country.check_register import check_register, is_register, register_options
from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import boundaries_option, json_option, key_option
from .line.show import records
from .texts import options as texts
from .texts import results as say

if TYPE_CHECKING:
    from ..tables.workbook.check import Checked


MOST_KINDS, MOST_READINGS = 20, 8  # lines on one screen


def add(command: Adds) -> None:
    """Registers the command."""
    check = command("check", check_tables, texts.CHECK)
    check.add_argument("folder", type=Read, nargs="?", default=None, help=texts.CHECK_FOLDER)
    key_option(check)
    check.add_argument("--marked", type=Written, help=texts.CHECK_MARKED)
    check.add_argument("--fix", type=Written, help=texts.CHECK_FIX)
    boundaries_option(check)
    check.add_argument("--seal", action="store_true", help=texts.CHECK_SEAL)
    check.add_argument("--all", action="store_true", help=texts.CHECK_ALL)
    register_options(check)
    json_option(check)


def check_tables(options: Namespace) -> int:
    if options.folder and Path(options.folder).suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return check_workbook(options)
    if is_register(options.folder):
        return check_register(options)
    if options.folder and Path(options.folder).is_file():
        raise no_workbook(Path(options.folder))
    from ..dictionary.tables import read_dictionary
    from ..indicators.published.checks import check_published, figure_faults
    from ..tables.intake import check_folder, load
    from ..tables.seal import seal

    if options.seal:
        changed = seal(options.folder, figure_faults)
        print(say.REGISTERED.say(options.lang, names=changed) if changed else say.NOTHING_TO_REGISTER.say(options.lang))
        return 0
    faults = check_folder(options.folder) or check_published(options.folder)
    if faults:
        raise DataFaults(faults)
    for name in read_dictionary(options.folder).names():
        load(name, options.folder)  # what the user added, too: refuses with its faults
    print("[]" if options.json else say.ALL_WELL.say(options.lang))
    return 0


def check_workbook(options: Namespace) -> int:
    """Every fault of a filled-in workbook; 1 where there is one. A marked copy where asked for."""
    from ..tables.workbook.check import check

    fix = getattr(options, "fix", None)
    checked = check(options.folder, options.lang, key=options.key, marked=options.marked, fix=fix)
    if options.json:
        print(records(checked.faults))
        for line in checked.beside_said(options.lang):
            print(line, file=sys.stderr)  # no fault: the list on the other stream is of faults alone
        return 0 if checked.ok else 1
    print(checked.sentence(options.lang))
    print_found(checked, options, options.folder)
    if fix and checked.tables:
        print(say.MENDED_COPY.say(options.lang, path=mask(str(fix))))
    if checked.marked:
        print(say.MARKED_COPY.say(options.lang, path=checked.marked))
    elif not checked.ok and not fix and options.command == "check":
        copy = say.MARKED_NAME.fill(name=Path(options.folder).with_suffix("").name)
        print(say.FOR_MARKED_COPY.say(options.lang, file=options.folder, key=_key_again(options), copy=copy))
    if not checked.ok or not boundaries_well(checked, options):
        return 1
    if options.command == "check" and any(len(checked.tables[sheet]) for sheet in ("villages", "households", "neighbourhoods")):
        print(say.THEN_REPORT.say(options.lang, file=options.folder, key=_key_again(options)))
    return 0


def boundaries_well(checked: Checked, options: Namespace) -> bool:
    """Says how many villages have a boundary in the file that is given or that the settings name; whether it can be used."""
    from ..city.decided import decided

    if options.boundaries is None and decided(checked).boundaries is None:
        return True  # the answers of a city need half of the packages, which takes longer than the whole check
    from ..city.answers import CityAnswers

    try:
        found = CityAnswers(checked, boundaries=options.boundaries).boundaries
    except WrongUse as error:
        print(error.sentence(options.lang))
        return False
    if found is not None:
        print(say.BOUNDARIES_FOUND.say(options.lang, column=found.column, said=found.sentence(options.lang)))
    return True


def print_found(checked: Checked, options: Namespace, path: str | PathLike) -> None:
    """The faults by kind, worst first and at most a screen of them, and what was read otherwise than typed."""
    lang, every, key = options.lang, getattr(options, "all", False), _key_again(options)
    shown = checked.kinds if every else checked.kinds[:MOST_KINDS]
    heads = len({kind.blocks for kind in shown}) > 1
    for number, kind in enumerate(shown):
        if heads and (number == 0 or kind.blocks != shown[number - 1].blocks):
            print(guide.BLOCKS[kind.blocks].say(lang))
        print(_on_screen(kind.say(lang)))
    if left := checked.kinds[len(shown) :]:
        print(guide.MORE_KINDS.say(lang, kinds=len(left), n=sum(kind.n for kind in left), file=mask(str(path)), key=key))
    lines = checked.changes_said(lang) if every else checked.readings_said(lang)
    most = len(lines) if every else MOST_READINGS
    for line in lines[:most]:
        print(_on_screen(line))
    if lines[most:]:
        print(guide.MORE_READINGS.say(lang, n=len(lines) - most, file=mask(str(path)), key=key))
    for line in (*checked.beside_said(lang), *checked.questions(lang), *checked.still_waiting(lang)):
        print(_on_screen(line))


def _key_again(options: Namespace) -> str:
    """The key as it was given, for a command to type next: without it that command would be refused."""
    return guide.WITH_KEY.say(options.lang, key=options.key) if options.key else ""


def _on_screen(line: str) -> str:
    """A long line of a list, broken between words and set in; as it is where no screen reads it."""
    wide = get_terminal_size().columns
    return fill(line, wide, subsequent_indent="  ", break_on_hyphens=False) if sys.stdout.isatty() and wide > 20 else line
