"""`p2wkss national`: every kabupaten and kota of one table of village-years, into a folder that appears whole."""

from __future__ import annotations

from argparse import Namespace

from ..line import texts as of_line
from ..line.given_paths import Read, WrittenInto
from ..line.panel_options import rule_of
from ..line.parser import Adds
from ..line.shared_options import boundaries_option, json_option, seed_option
from ..line.show import show
from ..texts import country as texts

NAMED_RULES = {"worst": "worst", "unknown": None}


def add(command: Adds) -> None:
    """Registers the command."""
    national = command("national", run_country, texts.NATIONAL)
    national.add_argument("file", type=Read, metavar="FILE", help=texts.FILE)
    national.add_argument("--out", type=WrittenInto, required=True, metavar="FOLDER", help=texts.OUT)
    # of its own name: what is called `sites` elsewhere is a number, with a limit
    national.add_argument("--sites", dest="site_years", type=Read, metavar="FILE", help=texts.SITES)
    boundaries_option(national)
    national.add_argument("--k", type=int, help=texts.K)
    national.add_argument("--outcome", help=texts.OUTCOME)
    national.add_argument("--rule", default="worst", help=texts.RULE)
    national.add_argument("--draws", type=int, default=999, help=texts.DRAWS)
    national.set_defaults(group=None)  # `rule_of` asks for it; here every kabupaten and kota is its own
    seed_option(national)
    json_option(national)


def run_country(options: Namespace) -> int:
    from ...national.run import national_run

    rule = NAMED_RULES[options.rule] if options.rule in NAMED_RULES else rule_of(options)
    found = national_run(
        options.file,
        options.out,
        options.site_years,
        options.boundaries,
        options.k,
        options.outcome,
        rule,
        options.draws,
        options.seed,
        options.lang,
    )
    if options.json:
        show(options, found.table())
        return 0
    print(found.text(options.lang))
    print(of_line.WRITTEN.say(options.lang, path=options.out))
    return 0
