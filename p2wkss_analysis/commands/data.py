"""`p2wkss data`: what the open tables hold, new figures laid over them, and an addition taken back."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ..say.errors import WrongUse
from .line.given_paths import Read
from .line.parser import Adds
from .line.shared_options import json_option, sheet_option
from .line.show import in_words, records, show
from .texts import figures as texts

if TYPE_CHECKING:
    import pandas as pd

    from ..open_data.new_figures import NewFigures

MOST_SHOWN = 20  # lines on one screen
_OF_ADD = ("indicator", "year", "method", "unit", "sheet", "note")


def add(command: Adds) -> None:
    """Registers the command."""
    data = command("data", data_command, texts.DATA)
    data.add_argument("action", nargs="?", metavar="{add,remove,TABLE}", help=texts.ACTION)
    data.add_argument("file", type=Read, nargs="?", metavar="FILE", help=texts.FILE)
    data.add_argument("--table", help=texts.TABLE)
    data.add_argument("--indicator", help=texts.INDICATOR)
    data.add_argument("--year", type=int, help=texts.YEAR)
    data.add_argument("--method", help=texts.METHOD)
    data.add_argument("--unit", help=texts.UNIT)
    sheet_option(data, texts.SHEET)
    data.add_argument("--note", help=texts.NOTE)
    data.add_argument("--save", action="store_true", help=texts.SAVE)
    data.add_argument("--all", action="store_true", help=texts.ALL)
    json_option(data)


def data_command(options: Namespace) -> int:
    if options.action not in ("add", "remove"):
        return _list(options)
    if not options.file:
        raise WrongUse(texts.NAME_FILE if options.action == "add" else texts.NAME_ADDITION)
    return _add(options) if options.action == "add" else _remove(options)


def _list(options: Namespace) -> int:
    from ..open_data.holdings import open_tables

    if given := [f"--{name}" for name in _OF_ADD if getattr(options, name) is not None] + ["--save"] * options.save:
        raise WrongUse(texts.ONLY_ADD.fill(names=given))
    held = open_tables(options.table or options.action, lang=options.lang)
    table = held.table()
    if not options.json:
        table = _in_words(table, options)
        for column, most in (("publisher", 40), ("what", 60), ("series", 40)):
            if column in table:
                table[column] = [text if len(text) <= most else f"{text[: most - 1]}…" for text in table[column]]
        if "publisher" in table:
            table = table.drop(columns="what")
    show(options, table, held.sentence(options.lang), labels=held.labels(options.lang))
    return 0


def _add(options: Namespace) -> int:
    """0 where nothing stands against the file; 1 where cells, names or figures must be put right, which are listed."""
    from ..open_data.new_figures import new_figures

    asked = {name: getattr(options, name) for name in ("table", "indicator", "year", "method", "unit", "sheet")}
    found = new_figures(options.file, **asked)
    path = found.save(options.note or "") if options.save else None
    if options.json:
        print(records(found.table()))
    else:
        _say(found, options)
        if path is not None:
            print(texts.SAVED.say(options.lang, file=path.name, name=path.stem))
        elif options.save:
            print(texts.NOTHING_NEW.say(options.lang))
        elif found.ready:
            print(texts.NOT_SAVED.say(options.lang))
    return 0 if options.save or not (found.faults or found.against) else 1


def _say(found: NewFigures, options: Namespace) -> None:
    print(found.sentence(options.lang))
    for note in found.notes(options.lang):
        print(note)
    most = None if options.all else MOST_SHOWN
    for fault in found.faults[:most]:
        value = f" = {fault.value!r}" if fault.value else ""
        print(f"- {fault.cell}{value}: {fault.rule} {fault.remedy}".rstrip())
    summary = _in_words(found.by_year(), options)
    if len(summary):
        print(in_words(summary, options.lang, found.labels(options.lang)))
    notable = found.notable()
    shown = notable.drop(columns=["area_code", "typed", "method"], errors="ignore").dropna(axis=1, how="all")
    if len(shown):
        shown = shown.assign(status=[texts.STATUS[one].say(options.lang) for one in shown["status"]])
        print(in_words(shown.head(most) if most else shown, options.lang, found.labels(options.lang)))
    rest = max(0, len(notable) - (most or len(notable))) + max(0, len(found.faults) - (most or len(found.faults)))
    if rest:
        print(texts.MORE.say(options.lang, n=rest))


def _in_words(table: pd.DataFrame, options: Namespace) -> pd.DataFrame:
    """The names of series as people say them."""
    from ..indicators.published.series import series_text

    return table.assign(series=[series_text(one).say(options.lang) for one in table["series"]]) if "series" in table else table


def _remove(options: Namespace) -> int:
    from ..tables.added.kept import remove

    path = remove(options.file)
    print("[]" if options.json else texts.REMOVED.say(options.lang, file=path.name))
    return 0
