"""`p2wkss plan`: what effect could be seen, before the year starts."""

from __future__ import annotations

from argparse import Namespace

from .line.given_paths import Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.panel_options import panel_of, panel_options, rule_of
from .line.parser import Adds
from .line.show import show, whole_numbers
from .texts import options as texts


def add(command: Adds) -> None:
    """Registers the command."""
    plan = command("plan", plan_designs, texts.PLAN)
    panel_options(plan, None)
    plan.add_argument("--sites", help=texts.PLAN_SITES)
    plan.add_argument("--for-years", default="2,4", help=texts.PLAN_YEARS)
    plan.add_argument("--draws", type=int, default=199, help=texts.PLAN_DRAWS)
    plan.add_argument("--protocol", type=Written, help=texts.PLAN_PROTOCOL)


def plan_designs(options: Namespace) -> int:
    from ..impact.plan import plan

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
