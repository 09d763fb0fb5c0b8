"""`p2wkss plan`: what effect could be seen, before the year starts."""

from __future__ import annotations

from .line.given_paths import Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.panel_options import panel_of, panel_options, rule_of
from .line.show import show, whole_numbers


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    plan = command(
        "plan",
        plan_designs,
        say(
            id="pengaruh terkecil yang dapat terlihat, sebelum tahun program mulai",
            en="smallest detectable effect and power before the year starts",
        ),
    )
    panel_options(plan, say, None)
    plan.add_argument(
        "--sites",
        help=say(
            id="lokasi setiap tahun, misalnya 1,2,3 (bawaan: menurut buku kerja; berkas lain 1,2)",
            en="sites a year, for example 1,2,3 (default: as the workbook says; 1,2 for other files)",
        ),
    )
    plan.add_argument(
        "--for-years",
        default="2,4",
        help=say(id="lamanya program dalam tahun, misalnya 2,4", en="years of the programme, for example 2,4"),
    )
    plan.add_argument(
        "--draws", type=int, default=199, help=say(id="banyaknya simulasi (bawaan 199)", en="simulations (default 199)")
    )
    plan.add_argument(
        "--protocol",
        type=Written,
        help=say(
            id="tulis protokol bertanggal (hasil, cara, aturan, lokasi) ke berkas ini, tidak pernah menimpa",
            en="write a dated protocol (outcome, method, rule, sites) to this file, never over another",
        ),
    )


def plan_designs(options) -> int:
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
