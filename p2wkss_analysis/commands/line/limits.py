"""Numbers on the command line: from where to where each may be, said in its help and, before any work, in a sentence."""

from __future__ import annotations

import math
import re
from argparse import ArgumentParser, Namespace

from ...say import Text
from ...say.errors import WrongUse
from . import texts

_YEARS = (1900, 2200)
# By option, or by command and option where the same word means another number. Each limit is far beyond what an office asks
# for, and below what a computer of an office carries out in its memory.
LIMITS = {
    "draws": (0, 100_000),
    "plan draws": (0, 10_000),
    "seed": (0, 10**15 - 1),
    "k": (0, 100_000),
    "n": (0, 1_000_000),
    "places": (0, 10_000),
    "register": (0, 2_000_000_000),
    "years": (0, 100),
    "assisted": (0, 1_000),
    "sites": (0, 1_000),
    "for_years": (0, 100),
    "effect": (-1e6, 1e6),
    "plan effect": (0, 1e9),
    "sd": (0, 1e9),
    "visit_cost": (0, 1e9),
    "draw_near_cut": (0, 1_000_000),
    "draw_width": (0, 1e9),
    "households": (0, 10_000),
    "decile_cut": (1, 10),
    "comparison": (0, 10_000),
    "rts": (0, 10_000),
    "year": _YEARS,
    "until": _YEARS,
    "map years": _YEARS,
}
LARGEST = 10**9  # of a number that stands among words, such as a quota


def limits_of(command: str, option: str) -> tuple[float, float] | None:
    """The least and the most an option may be; None where it is no number of these."""
    return LIMITS.get(f"{command} {option}", LIMITS.get(option))


def allowed(limits: tuple[float, float]) -> Text:
    """What may be given, in words.

    >>> allowed((0, 100_000)).say("en"), allowed((1900, 2200)).say("id")
    ('at most 100,000', 'tahun 1900 sampai 2200')
    """
    least, most = limits
    said = texts.YEARS_ALLOWED if limits == _YEARS else texts.AT_MOST if least == 0 else texts.FROM_TO
    return said.fill(least=least, most=most)


def add_limits(command: str, parser: ArgumentParser, lang: str) -> None:
    """Every limited option of a parser says its limit in its help."""
    for action in parser._actions:
        if (limits := limits_of(command, action.dest)) and action.nargs != 0 and action.choices is None and action.help:
            action.help = texts.HELP_WITH_LIMIT.say(lang, help=action.help, allowed=allowed(limits))


def check_numbers(options: Namespace) -> None:
    """Raises WrongUse, before the command begins, for a number beyond its limit; the command itself refuses what is below zero.

    The number is not repeated: it may have hundreds of digits, or be somebody's.
    """
    for name, value in vars(options).items():
        limits = limits_of(options.command, name)
        if limits is None or value is None or isinstance(value, bool):
            continue
        given = map(_number, re.findall(r"[0-9]+", value)) if isinstance(value, str) else [value]
        if not all((limits[0] or -math.inf) <= one <= limits[1] for one in given):
            word = f"--{name.replace('_', '-')}"
            raise beyond(word, limits)


def beyond(word: str, limits: tuple[float, float]) -> WrongUse:
    return WrongUse(texts.BEYOND.fill(option=word, allowed=allowed(limits)))


def _number(digits: str) -> int:
    """The number of a row of digits; of a very long one, which Python refuses to read, one that is too large everywhere."""
    return int(digits) if len(digits) < 20 else 10**20
