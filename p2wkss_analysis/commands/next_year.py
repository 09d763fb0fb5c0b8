"""`p2wkss next`: the workbook of the next year, from this year's."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import json_option, key_option
from .line.show import show
from .texts import workbook as texts

if TYPE_CHECKING:
    from ..targeting.draw import Draw


def add(command: Adds) -> None:
    """Registers the command."""
    following = command("next", write_next_year, texts.NEXT)
    following.add_argument("file", type=Read, help=texts.NEXT_FILE)
    following.add_argument("--out", type=Written, required=True, help=texts.NEXT_OUT)
    following.add_argument("--year", type=int, help=texts.NEXT_YEAR)
    chosen = following.add_mutually_exclusive_group()
    chosen.add_argument("--chosen", nargs="+", metavar="VILLAGE", help=following.words(texts.NEXT_CHOSEN))
    chosen.add_argument("--draw", type=Read, help=following.words(texts.NEXT_DRAW))
    key_option(following)
    json_option(following)


def write_next_year(options: Namespace) -> int:
    from ..front.city import City

    city = City(options.file, key=options.key, lang=options.lang)
    chosen = _draw(options.draw) if options.draw else options.chosen
    made = city.next_year(options.out, options.year, options.lang, chosen)
    then = texts.NEXT_WRITTEN.say(options.lang, path=made.path)
    shown = made.table() if options.json else made._frame_shown(options.lang)
    show(options, shown, made.sentence(options.lang), then, "", labels=made._labels_shown(options.lang))
    return 0


def _draw(path: str) -> Draw:
    """The draw that `p2wkss draw --record` wrote down."""
    from ..tables.open_file import read_table
    from ..targeting.draw import draw_on_record

    return draw_on_record(
        read_table(path, codes=["area_code"], numbers=["seed", "year"], needed=["drawn"], known=["seed_source"])
    )
