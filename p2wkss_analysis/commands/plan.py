"""`p2wkss plan`: what effect could be seen, before the year starts."""

from __future__ import annotations

from argparse import Namespace

from ..say.errors import WrongUse
from .line.given_paths import Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.panel_options import panel_of, panel_options, rule_of
from .line.parser import Adds
from .line.show import in_words, show, whole_numbers
from .texts import options as texts
from .texts import survey

OF_HOUSEHOLDS = ("effect", "comparison", "rts", "places", "sd", "visit_cost")


def add(command: Adds) -> None:
    """Registers the command."""
    plan = command("plan", plan_designs, texts.PLAN)
    panel_options(plan, None)
    plan.add_argument("--sites", help=texts.PLAN_SITES)
    plan.add_argument("--for-years", default="2,4", help=texts.PLAN_YEARS)
    plan.add_argument("--draws", type=int, default=199, help=texts.PLAN_DRAWS)
    plan.add_argument("--protocol", type=Written, help=texts.PLAN_PROTOCOL)
    plan.add_argument("--households", type=int, metavar="N", help=survey.PLAN_HOUSEHOLDS)
    plan.add_argument("--effect", type=float, help=survey.PLAN_EFFECT)
    plan.add_argument("--comparison", type=int, metavar="N", help=survey.PLAN_COMPARISON)
    plan.add_argument("--rts", type=int, metavar="N", help=survey.PLAN_RTS)
    plan.add_argument("--places", type=int, metavar="N", help=survey.PLAN_PLACES)
    plan.add_argument("--sd", type=float, help=survey.PLAN_SD)
    plan.add_argument("--visit-cost", type=float, metavar="RUPIAH", help=survey.PLAN_VISIT_COST)


def plan_designs(options: Namespace) -> int:
    from ..impact.plan import plan

    if options.households is not None:
        return _plan_households(options)
    if strange := [f"--{name.replace('_', '-')}" for name in OF_HOUSEHOLDS if getattr(options, name) is not None]:
        raise WrongUse(survey.ONLY_WITH_HOUSEHOLDS.fill(options=strange))
    sites = whole_numbers(options.sites, "--sites") if options.sites else None
    years = whole_numbers(options.for_years, "--for-years")
    if not options.outcome and not options.protocol and (city := filled_workbook(options.file, options.lang)) is not None:
        from ..city.answers import answered

        found = answered(city.plan(sites, years, rule_of(options), options.draws, options.seed))
        show(options, found.table(), *filter(None, [marked_synthetic(city, options.lang)]), found.sentence(options.lang), "")
        return 0
    panel, rule = panel_of(options), rule_of(options)
    fixed = []
    if options.protocol:
        from ..files.atomic import refuse_taken
        from ..impact.protocol import protocol

        refuse_taken(options.protocol)
        made = protocol(panel, rule)
        fixed = [made.sentence(options.lang)]
    result = plan(panel, rule, sites or [1, 2], years, draws=options.draws, seed=options.seed)
    if options.protocol:
        made.save(options.protocol)  # last: a plan that is refused fixes nothing
    show(options, result.table(), *fixed, result.sentence(options.lang), "")
    return 0


def _plan_households(options: Namespace) -> int:
    """Power and size of a survey of families, whom to compare with, and where the figures come from."""
    from ..city.answers import answered

    city = filled_workbook(options.file, options.lang)
    if city is None:
        raise WrongUse(survey.PLAN_NEEDS_WORKBOOK)
    given = {name: getattr(options, name) for name in ("outcome", *OF_HOUSEHOLDS) if getattr(options, name) is not None}
    found = answered(city.plan(draws=options.draws, seed=options.seed, households=options.households, **given))
    labels = found._labels_shown(options.lang)
    said = [*filter(None, [marked_synthetic(city, options.lang)]), found.sentence(options.lang), ""]
    show(options, found.table() if options.json else found._frame_shown(options.lang), *said, labels=labels)
    if not options.json:
        ways = found.ways(options.lang).drop(columns=["rule", "meaning"]).dropna(axis="columns", how="all")
        for table in (ways, found.figures_shown(options.lang)):
            print("\n" + in_words(table, options.lang, labels))
    return 0
