"""`p2wkss score`: the scorecards of a filled-in workbook, and the empty rubric of a contest."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ..say.errors import WrongUse
from ..tables.profiles.profile import known_profiles
from .check import check_workbook
from .line.given_paths import Read, Written
from .line.own_workbook import marked_synthetic
from .line.parser import Adds
from .line.shared_options import json_option, key_option
from .line.show import records, write_table
from .texts import options as texts
from .texts import results as say

if TYPE_CHECKING:
    from ..indicators.scorecards import Scorecards


def add(command: Adds) -> None:
    """Registers the command."""
    score = command("score", write_scores, texts.SCORE)
    score.add_argument("folder", type=Read, nargs="?", metavar="FILE", help=texts.SCORE_FILE)
    score.add_argument(
        "--profile", action="append", dest="profiles", metavar="NAME", help=texts.SCORE_PROFILE.fill(profiles=known_profiles())
    )
    score.add_argument(
        "--rubric", type=Read, action="append", dest="rubrics", default=[], metavar="FILE", help=texts.SCORE_RUBRIC
    )
    score.add_argument("--rubric-template", type=Written, metavar="FILE", help=texts.SCORE_TEMPLATE)
    score.add_argument("--out", type=Written, help=texts.SCORE_OUT)
    key_option(score)
    json_option(score)


def _said(cards: Scorecards, lang: str) -> list[str]:
    """Every part for people: RTs and families with their tables, then one line a village, change and profile."""
    tables = [part for part in (cards.slum, cards.families) if part is not None]
    rest = "\n".join(cards.sentences(lang)[len(tables) :])
    return [*(part.text(lang) for part in tables), *([rest] if rest else [])] or [cards.sentence(lang)]


def write_scores(options: Namespace) -> int:
    if options.rubric_template:
        from ..tables.workbook.rubric import write_rubric_template

        path = write_rubric_template(options.rubric_template, options.lang)
        print(say.RUBRIC_WRITTEN.say(options.lang, path=path))
        return 0
    if not options.folder:
        raise WrongUse(say.NAME_WORKBOOK)
    from ..city.answers import answered
    from ..front.city import City

    city = City(options.folder, key=options.key, lang=options.lang, rubrics=options.rubrics)
    if not city.checked.ok:
        options.marked = None
        return check_workbook(options)
    cards = answered(city.scorecards(options.profiles))
    if options.out or options.json:
        city.remember()
    kept = city.remembered
    table = cards.table()
    if city.synthetic:
        table = table.assign(synthetic="yes")
    if options.json:
        print(records(table))
    else:
        head = [marked_synthetic(city, options.lang)] if city.synthetic else []
        remembered = [kept.say(options.lang)] if kept else []
        print("\n\n".join([*head, *_said(cards, options.lang), *remembered]))
    if options.out:
        write_table(options, options.out, table)
    return 0
