"""`p2wkss explorer`: one page to look around in, with map, weights, ranking and chance of being chosen."""

from __future__ import annotations

from argparse import Namespace

from ..line.given_paths import Written
from ..line.parser import Adds
from ..line.shared_options import boundaries_option, data_of, data_option, key_option
from ..texts import maps as texts
from ..texts import results as say


def add(command: Adds) -> None:
    """Registers the command."""
    explorer = command("explorer", write_explorer, texts.EXPLORER)
    explorer.add_argument("--out", type=Written, default="penjelajah.html", help=texts.EXPLORER_OUT)
    data_option(explorer, texts.EXPLORER_DATA)
    explorer.add_argument("--regency", help=texts.EXPLORER_REGENCY)
    explorer.add_argument("--province", help=texts.EXPLORER_PROVINCE)
    boundaries_option(explorer)
    key_option(explorer)


def write_explorer(options: Namespace) -> int:
    from ...explore.page import explorer

    path = explorer(
        options.out,
        data_of(options),
        options.lang,
        options.regency,
        options.boundaries,
        options.key,
        options.province,
    )
    print(say.PAGE_WRITTEN.say(options.lang, path=path))
    return 0
