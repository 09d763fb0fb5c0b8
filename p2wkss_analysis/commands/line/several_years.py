"""`--with`: workbooks of other years of the same city, joined with the one that a command is given."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ...say.errors import WrongUse
from . import texts
from .given_paths import Read
from .parser import Parser

if TYPE_CHECKING:
    from ...front.city import City


def with_option(parser: Parser) -> None:
    parser.add_argument("--with", dest="others", type=Read, action="append", metavar="FILE", help=texts.WITH)


def joined(options: Namespace, path: str | None, **more: Any) -> City | None:
    """The city of all years that are given; None where there is one workbook alone. Says what the years say differently."""
    if not options.others:
        return None
    if not path:
        raise WrongUse(texts.WITH_WHAT)
    from ...front.city import City
    from ...tables.years.joined import Joined

    city = City([path, *options.others], lang=options.lang, **more)
    city.checked.usable_tables()
    if isinstance(city.checked, Joined) and not getattr(options, "json", False):
        for line in (city.checked.joined_sentence(options.lang), *city.checked.differences_said(options.lang)):
            print(line)
    return city
