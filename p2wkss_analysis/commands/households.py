"""`p2wkss households`: exactly n households under quotas, with reasons and prices."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from ..display.headings import word
from ..say import Text
from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.own_workbook import column_called, filled_workbook, marked_synthetic
from .line.parser import Adds
from .line.shared_options import json_option, sheet_option
from .line.show import pairs, say_readings, show, span_of, write, write_table
from .texts import options as texts
from .texts import results as say
from .texts import survey

if TYPE_CHECKING:
    import pandas as pd

    from ..front.city import City
    from ..targeting.households.beneficiaries import Selection


ORIGIN = "DATA SINTETIS / SYNTHETIC DATA"


def add(command: Adds) -> None:
    """Registers the command."""
    households = command("households", choose_households, texts.HOUSEHOLDS)
    households.add_argument("file", type=Read, help=texts.HOUSEHOLDS_FILE)
    households.add_argument("--n", type=int, required=True, help=texts.HOUSEHOLDS_N)
    households.add_argument("--score", required=True, metavar="COLUMN[=END]", help=texts.HOUSEHOLDS_SCORE)
    households.add_argument("--per-group", action="append", metavar="COLUMN=LEAST:MOST", help=texts.HOUSEHOLDS_PER_GROUP)
    households.add_argument("--quota", action="append", metavar="COLUMN=LEAST:MOST", help=texts.HOUSEHOLDS_QUOTA)
    households.add_argument("--include", action="append", metavar="ID=REASON", help=texts.HOUSEHOLDS_INCLUDE)
    households.add_argument("--exclude", action="append", metavar="ID=REASON", help=texts.HOUSEHOLDS_EXCLUDE)
    households.add_argument("--out", type=Written, help=texts.HOUSEHOLDS_OUT)
    households.add_argument("--public", type=Written, help=texts.HOUSEHOLDS_PUBLIC)
    households.add_argument("--by", default="rt", help=texts.HOUSEHOLDS_BY)
    households.add_argument("--then", metavar="COLUMN[=END]", help=texts.HOUSEHOLDS_THEN)
    households.add_argument("--seed", type=int, help=texts.HOUSEHOLDS_SEED)
    households.add_argument("--seed-source", default="", help=texts.HOUSEHOLDS_SEED_SOURCE)
    households.add_argument("--minutes", type=Written, help=texts.HOUSEHOLDS_MINUTES)
    households.add_argument("--draw-near-cut", type=int, metavar="PLACES", help=survey.NEAR_CUT)
    households.add_argument("--draw-width", type=float, metavar="POINTS", help=survey.WIDTH)
    households.add_argument("--draw-within", metavar="COLUMN", help=survey.WITHIN)
    households.add_argument("--record", type=Written, metavar="WORKBOOK", help=survey.RECORD)
    households.add_argument("--again", action="store_true", help=texts.HOUSEHOLDS_AGAIN)
    sheet_option(households)
    json_option(households)


def choose_households(options: Namespace) -> int:
    from ..targeting.households.beneficiaries import select_households

    city = filled_workbook(options.file, options.lang, options.sheet)
    called = partial(column_called, city, "households")
    groups = {called(k): span_of(v, "--per-group") for k, v in pairs(options.per_group, "--per-group").items()}
    quotas = {called(k): span_of(v, "--quota") for k, v in pairs(options.quota, "--quota").items()}
    score, needier = _score_and_end(options.score, called)
    then = _score_and_end(options.then, called) if options.then else None
    options.by, options.draw_within = called(options.by), options.draw_within and called(options.draw_within)
    table = _candidates(options, city, [score, *([then[0]] if then else [])], [*groups, *quotas])
    for column in quotas:
        table[column] = [_yes(cell, column, line) for cell, line in zip(table[column], table.attrs["lines"], strict=True)]
    chosen = select_households(
        table,
        options.n,
        score,
        groups,
        quotas,
        pairs(options.include, "--include"),
        pairs(options.exclude, "--exclude"),
        needier,
        then,
        options.seed,
        options.seed_source,
    )
    if options.draw_near_cut is not None or options.draw_width is not None:
        return _near_cut(options, chosen, table.attrs.get("city"))
    if options.record or options.draw_within:
        raise WrongUse(survey.NOT_NEAR_CUT)
    synthetic = table.attrs.get("synthetic", False)
    internal = _with_origin(chosen.table(options.lang), synthetic)  # all is made before anything is written
    if options.public:
        summary, kept = _public(options, chosen, table.attrs.get("city"))
        summary = _with_origin(summary, synthetic)
    minutes = chosen.minutes(options.lang) + ("\n" + ORIGIN + "\n" if synthetic else "")
    if options.out:
        write_table(options, options.out, internal)
    if options.minutes:
        write(options, options.minutes, minutes, replace=False)
    if options.public:
        write_table(options, options.public, summary)
        if kept and not options.json:
            print(kept.say(options.lang))
    # Only counts go to the screen: the list of households is internal and goes to --out.
    shown = [] if options.out or options.public else [survey.LIST_GOES_TO_OUT.say(options.lang)]
    show(options, chosen.quotas(), chosen.sentence(options.lang), chosen.record_sentence(options.lang), *shown, "")
    return 0


def _near_cut(options: Namespace, chosen: Selection, city: City | None) -> int:
    """Lots among those near the cut: the list to publish first, and with a seed the drawn list and its record."""
    from ..targeting.households.near_cut import draw_near_cut

    drawn = draw_near_cut(
        chosen, options.draw_near_cut, options.draw_width, options.draw_within, options.seed, options.seed_source
    )
    if options.record and city is None:
        raise WrongUse(survey.RECORD_NEEDS_WORKBOOK)
    synthetic = chosen.request.households.attrs.get("synthetic", False)
    internal = _with_origin(_in_words(drawn.table(options.lang), options.lang), synthetic)
    minutes = drawn.minutes(options.lang)
    if options.public:
        summary, kept = _public(options, drawn.drawn_list(), city)
    if options.record and city is not None:
        drawn.record()  # refused before anything is written
    if options.out:
        write_table(options, options.out, internal)
    if options.minutes:
        write(options, options.minutes, minutes + ("\n" + ORIGIN + "\n" if synthetic else ""), replace=False)
    if options.public:
        write_table(options, options.public, _with_origin(summary, synthetic))
        if kept and not options.json:
            print(kept.say(options.lang))
    said = [drawn.sentence(options.lang)]
    if options.record and city is not None:
        said.append(survey.RECORD_WRITTEN.say(options.lang, path=city.record_draw(drawn, options.record, options.lang)))
    else:
        said.append(drawn.record_sentence(options.lang))
    groups = drawn.groups() if options.json else drawn._frame_shown(options.lang)
    show(options, groups, *said, "", labels=drawn._labels_shown(options.lang))
    return 0


def _in_words(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The internal list of a draw, with the columns that go into the workbook named as there."""
    from ..dictionary.sheets import label_of
    from ..tables.workbook.settings import CHANCE

    said = table.assign(
        assisted=table["assisted"].astype(object).map(lambda one: word("assisted", one, lang), na_action="ignore")
    )
    return said.rename(columns={c: label_of("households", c).say(lang) for c in ("assisted", CHANCE)})


def _public(options: Namespace, chosen: Selection, city: City | None) -> tuple[pd.DataFrame, Text | None]:
    """The summary for the public, and what became of remembering it; of a workbook the numbers are
    those that its report and scorecards take."""
    from ..dictionary.sheets import label_of
    from ..disclosure.in_fives import BASE, FEW
    from ..targeting.households.public_summary import NOT_FILLED

    if city is None:
        told, summary = None, chosen.public(options.by)
    else:
        from ..city.told import candidates_by

        told = city.told
        second = f", {options.then}" if options.then else ""
        name = f"n={options.n}, {options.score}{second}, {options.by}" + "".join(
            f", {limit}" for given in (options.per_group, options.quota) for limit in given or ()
        )
        group, places = chosen.grouped(options.by), chosen.request.households.attrs["places"]
        table = chosen.request.households
        left_out = table["assisted"] if table.attrs["already"] else None
        summary = chosen.public(options.by, candidates_by(told.numbers, group, places, left_out), told.before.lists.get(name))
    kept = (
        None if told is None else told.remember({name: dict(zip(summary["group"], map(int, summary["selected"]), strict=True))})
    )
    empty = say.NOT_FILLED_IN.say(options.lang)
    shown = {c: [FEW if n < BASE else int(n) for n in summary[c]] for c in ("candidates", "selected")}
    by = label_of("households", options.by).say(options.lang)  # what the groups are: RT
    groups = summary["group"].replace({NOT_FILLED: empty, "all": word("group", "all", options.lang)})
    return summary.assign(**shown, group=groups).rename(columns={"group": by}), kept


def _with_origin(table: pd.DataFrame, synthetic: bool) -> pd.DataFrame:
    """A file made from made-up values says so on every line."""
    return table.assign(origin=ORIGIN) if synthetic else table


def _score_and_end(text: str, called: Callable[[str], str]) -> tuple[str, str]:
    """`desil=lower` to (desil, lower). A bare column is needier where it is higher; a bare decile is asked back."""
    score, _, end = text.partition("=")
    score, end = score.strip(), end.strip()
    if not score or (end or "higher") not in ("higher", "lower"):
        raise WrongUse(say.NO_SCORE.fill(given=text))
    if not end and re.search(r"desil|decile|peringkat[\W_]*kesejahteraan", score, re.IGNORECASE):
        raise WrongUse(say.DECILE.fill(column=score))
    return called(score), end or "higher"


def _candidates(options: Namespace, city: City | None, scores: list[str], asked: list[str]) -> pd.DataFrame:
    """The candidates: the sheet of a workbook made by `p2wkss template`, or the user's own table."""
    from ..tables.open_file import read_table

    if city is None:
        table = read_table(options.file, numbers=scores, needed=["household_id", *asked], sheet=options.sheet)
        say_readings(options, table)
        return table
    from ..city.candidates import candidate_households

    table = candidate_households(city.checked, (*scores, *asked), options.again)
    if city.synthetic and not options.json:
        print(marked_synthetic(city, options.lang))
    table.attrs["city"] = city
    return table


_YES, _NO = {"ya", "yes", "true", "1", "y"}, {"tidak", "no", "false", "0", "t", "n"}


def _yes(cell: Any, column: str, row: int) -> bool:
    text = str(cell).strip().lower()
    if text in _YES or text in _NO:
        return text in _YES
    raise WrongUse(say.NEITHER_YES_NOR_NO.fill(column=column, line=row, given=text))
