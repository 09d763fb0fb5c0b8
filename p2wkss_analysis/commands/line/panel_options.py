"""A panel on the command line: the options that describe it, and the panel and rule they give."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ...say.errors import WrongUse
from . import texts
from .given_paths import Read
from .own_workbook import column_called, filled_workbook, marked_synthetic
from .parser import Parser
from .shared_options import json_option, seed_option, sheet_option
from .show import say_readings, whole

if TYPE_CHECKING:
    from ...impact.panel.panel import Panel
    from ...rule import SelectionRule


def panel_options(parser: Parser, nargs: str | None) -> None:
    """The options that describe a panel; nargs: how often its file is given."""
    parser.add_argument("file", type=Read, nargs=nargs, help=texts.PANEL_FILE)
    parser.add_argument("--outcome", help=texts.OUTCOME)
    parser.add_argument("--better", choices=("higher", "lower"), help=texts.BETTER)
    parser.add_argument("--ranking", help=texts.RANKING)
    parser.add_argument("--group", help=texts.GROUP)
    parser.add_argument("--rule", metavar="BY,PICKS,PER_YEAR,LAG", help=texts.RULE)
    sheet_option(parser)
    seed_option(parser)
    json_option(parser)


def panel_of(options: Namespace) -> Panel:
    """The panel of the file that was given; of a workbook `options.called` says what it calls the outcome."""
    from ...impact.panel.panel import Panel
    from ...tables.open_file import read_table

    if not options.outcome or not options.better:
        raise WrongUse(texts.GIVE_OUTCOME)
    city = filled_workbook(options.file, options.lang)
    if city is not None:
        from ...city.need import column_name, must_be_figures
        from ...dictionary.sheets import one_cut
        from ...impact.panel.villages import village_panel

        villages, sites = city.tables["villages"], city.tables["sites"]
        outcome = column_called(city, "villages", options.outcome)
        ranking, group = (given and column_called(city, "villages", given) for given in (options.ranking, options.group))
        must_be_figures(villages, [outcome])
        options.called = column_name(outcome, one_cut(villages)).say(options.lang)
        panel, left = village_panel(villages, sites, outcome, options.better, ranking=ranking, group=group)
        if city.synthetic and not options.json:
            print(marked_synthetic(city, options.lang))
        if left and not options.json:
            print(texts.VILLAGES_LEFT_OUT.say(options.lang, n=left))
        return panel
    numbers = [options.outcome, "year", "programme_year"] + ([options.ranking] if options.ranking else [])
    table = read_table(
        options.file, numbers=numbers, needed=["area_code"] + ([options.group] if options.group else []), sheet=options.sheet
    )
    say_readings(options, table)
    return Panel.from_table(table, outcome=options.outcome, better=options.better, ranking=options.ranking, group=options.group)


def rule_of(options: Namespace) -> SelectionRule | None:
    from ...rule import SelectionRule

    if not options.rule:
        return None
    parts = [part.strip() for part in options.rule.split(",")]
    if len(parts) != 4:
        raise WrongUse(texts.NO_RULE.fill(given=options.rule))
    return SelectionRule(
        by=parts[0],
        picks=parts[1],
        per_year=whole(parts[2], "--rule"),
        lag=whole(parts[3], "--rule"),
        within="group" if options.group else None,
    )
