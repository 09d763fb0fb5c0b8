"""`p2wkss impact`: what being a site changed."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.panel_options import panel_of, panel_options, rule_of
from .line.parser import Adds
from .line.several_years import joined, with_option
from .line.show import in_words, show, write_table
from .texts import options as texts
from .texts import results as say

if TYPE_CHECKING:
    from ..front.city import City
    from ..impact.panel.panel import Panel
    from ..rule import SelectionRule


def add(command: Adds) -> None:
    """Registers the command."""
    impact = command("impact", evaluate_panel, texts.IMPACT)
    panel_options(impact, "?")
    with_option(impact)
    impact.add_argument("--by", choices=("cohort", "year"), default="cohort", help=texts.IMPACT_BY)
    impact.add_argument("--draws", type=int, default=999, help=texts.IMPACT_DRAWS)
    impact.add_argument("--ledger", type=Written, help=texts.IMPACT_LEDGER)
    impact.add_argument("--protocol", type=Read, help=texts.IMPACT_PROTOCOL)


def evaluate_panel(options: Namespace) -> int:
    from ..impact.evaluation import evaluate

    if (years := joined(options, options.file)) is not None:
        if options.outcome:
            raise WrongUse(say.WITH_OUTCOME)
        return _city(options, years)
    if not options.file:
        return _real_case(options)
    if not options.outcome and (city := filled_workbook(options.file, options.lang)) is not None:
        return _city(options, city)
    panel, rule = panel_of(options), rule_of(options)
    agreed = _kept(options, panel, rule)
    evaluation = evaluate(panel, rule, draws=options.draws, seed=options.seed)
    ledger = evaluation.ledger(options.by) if evaluation.headline.runs else None
    evaluation = replace(evaluation, panel=replace(panel, outcome=getattr(options, "called", panel.outcome)))
    if options.ledger and ledger is not None:
        write_table(options, options.ledger, ledger)
    lines = [*agreed, evaluation.sentence(options.lang), *filter(None, [evaluation.other_assumption(options.lang)]), ""]
    if ledger is not None:
        lines += [in_words(ledger, options.lang), ""]
    show(options, evaluation.for_report(options.lang), *lines)
    return 0


def _city(options: Namespace, city: City) -> int:
    """All outcomes of a city's workbook, the main one by its settings or the order that is fixed for every city."""
    from ..city.answers import answered

    if options.protocol or options.ledger:
        raise WrongUse(say.NEED_OUTCOME)
    result, lang = answered(city.effect(rule_of(options), options.draws, options.seed)), options.lang
    said = [
        marked_synthetic(city, lang),
        result.named_before(lang),
        result.sentence(lang),
        result.choice_used_sentence(lang),
        result.stated_choice_sentence(lang),
        result.other_assumption_sentence(lang),
        result.outcomes_sentence(lang),
        result.left_out_sentence(lang),
        say.WHOLE_REPORT.say(lang, file=options.file),
    ]
    show(
        options, result.table(lang) if options.json else result.named(lang).for_report(lang), *(line for line in said if line), ""
    )
    return 0


def _kept(options: Namespace, panel: Panel, rule: SelectionRule | None) -> list[str]:
    """The hash of the protocol and whether the evaluation keeps to it."""
    if not options.protocol:
        return []
    from ..impact.protocol import departures, protocol, read_protocol

    fixed = read_protocol(options.protocol)
    return [fixed.sentence(options.lang), *departures(fixed, protocol(panel, rule), options.lang)]


def _real_case(options: Namespace) -> int:
    from ..open_data.village_index_case import village_index_case
    from ..tables.intake import load

    case = village_index_case(
        load("village_index"), load("programme_sites"), load("areas"), draws=options.draws, seed=options.seed
    )
    show(options, case.for_report(options.lang).drop(columns=["p_value", "smallest_p"]), case.sentence(options.lang), "")
    return 0
