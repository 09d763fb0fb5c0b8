"""Chapter: the answers in a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ....city.answers import QUESTIONS, CityAnswers
from ....disclosure.in_fives import families
from ....display import Unanswered
from ....indicators.slum_change import moved, others
from ....say import LANGUAGES, integer, percent, together
from ...document import Caution, Chapter, Finding, KeyFigures, Points, Table
from .need import SHOWN, ranking_table
from .texts import summary as say
from .words import span

_LINES, _LINE = 53, 94  # lines of the page below the key figures, and letters of a line
_ROW, _AROUND, _LEAST = 1.4, 6.5, 3  # lines of a row of the table, of what stands around it; rows below which it tells nothing


def chapter(m: CityAnswers, lang: str) -> Chapter:
    room = _LINES - max(sum(map(_lines, _said(m, each))) for each in LANGUAGES)  # both languages show the same figures
    table = _neediest(m, int((room - _AROUND) / _ROW), lang)
    page: Literal["", "alone"] = "alone" if table or room < _LINES / 2 else ""
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [KeyFigures(_figures(m, lang)), *_said(m, lang), *table], page)


def _said(m: CityAnswers, lang: str) -> list[Finding | Points | Caution]:
    answers, missing = _answers(m, lang), _missing(m, lang)
    return [
        Finding(_verdict(m, lang)),
        *([Points(tuple(answers))] if answers else []),
        *([Caution(" ".join(missing), say.NOT_YET.say(lang))] if missing else []),
    ]


def _lines(block: Finding | Points | Caution) -> float:
    """About how many lines of the page the block takes, with the space around it."""
    texts = block.items if isinstance(block, Points) else (block.text,)
    return sum(-(-len(text) // _LINE) for text in texts) + (0.4 * len(texts) if isinstance(block, Points) else 2.5)


def _neediest(m: CityAnswers, rows: int, lang: str) -> list[Table]:
    """The head of the ranking, as long as the page has room for; nothing where there is none."""
    n = m.need()
    return [] if isinstance(n, Unanswered) or rows < _LEAST else [replace(ranking_table(m, n, lang, min(rows, SHOWN)), note="")]


def _figures(m: CityAnswers, lang: str) -> tuple[tuple[str, str, str], ...]:
    out = [(integer(len(m.areas), lang), say.VILLAGES.say(lang), m.city)]
    if len(m.sites().rows):
        years = m.sites().rows["year"]
        out.append((integer(len(years), lang), say.SITES.say(lang), span(years)))
    if not isinstance(m.assisted(), Unanswered):
        n = int(m.assisted().by_rt.loc["all", "assisted"])
        out.append((families(n, lang), say.ASSISTED.say(lang), say.WITHOUT_COMPARISON.say(lang)))
    if not isinstance(m.delivery(), Unanswered):
        whole = m.delivery().progress.by_agency().iloc[-1]
        if whole["due"] and whole["done_percent"] == whole["done_percent"]:
            out.append((percent(whole["done_percent"], 0, lang), say.DONE.say(lang), str(m.delivery().year)))
    return tuple(out)


def _verdict(m: CityAnswers, lang: str) -> str:
    """Whether it helped, with the condition on which that hangs: the households' main answer, else the places', else that it
    cannot be told. How households were chosen stands in their chapter."""
    if not isinstance(m.households(), Unanswered):
        return together([m.households().sentence(lang), m.households().condition_sentence(lang)], lang)
    if not isinstance(m.effect(), Unanswered):
        return _places(m, lang)
    return say.CANNOT_TELL.say(lang)


def _places(m: CityAnswers, lang: str) -> str:
    """Whether the places were helped, with what it hangs on: how the sites were chosen."""
    p = m.effect()
    return together([p.sentence(lang), p.other_assumption_sentence(lang), p.stated_choice_sentence(lang)], lang)


def _answers(m: CityAnswers, lang: str) -> list[str]:
    """Each question with its answer, in a few sentences; the main one stands above."""
    said = {}
    if not isinstance(m.households(), Unanswered) and not isinstance(m.effect(), Unanswered):
        said["effect"] = _places(m, lang)
    if not isinstance(m.need(), Unanswered):
        said["need"] = m.need().choice_sentence(lang)
    if m.sites().audit is not None:
        said["sites"] = m.sites().hits_sentence(lang)
    if not isinstance(m.assisted(), Unanswered):
        said["assisted"] = _assisted(m, lang)
    if not isinstance(m.before_after(), Unanswered):
        said["before_after"] = m.before_after().sentence(lang)
    if not isinstance(m.delivery(), Unanswered):
        said["delivery"] = m.delivery().sentence(lang)
    if not isinstance(m.scorecards(), Unanswered) and m.scorecards().slum is not None:
        rows = m.scorecards().slum.published()
        whole = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
        if len(whole):
            said["scorecards"] = together([moved(whole), others(whole)], lang)
    return [f"{QUESTIONS[question].say(lang)} {answer}" for question, answer in said.items()]


def _assisted(m: CityAnswers, lang: str) -> str:
    """Whom the programme took; where as many are in low deciles on both sides, in what these differed instead."""
    c, h = m.assisted(), m.households()
    differed = h.start_sentence(lang) if h else ""
    alike = abs(c.share - c.comparison_share) < 0.5
    return together([c.sentence(lang, beside=not (alike and differed)), differed], lang)


def _missing(m: CityAnswers, lang: str) -> list[str]:
    """One sentence a chapter that has no answer; what another of them says already is not said twice."""
    parts = (m.need(), m.assisted(), m.before_after(), m.households(), m.delivery(), m.effect(), m.scorecards())
    said = list(dict.fromkeys(part.sentence(lang) for part in parts if isinstance(part, Unanswered)))
    return [text for text in said if not any(text != other and text in other for other in said)]
