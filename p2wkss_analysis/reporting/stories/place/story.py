"""What the report on one kabupaten, kota or province says, in which order."""

from __future__ import annotations

import datetime as dt

from ....open_data.place.province import ProvinceAnswers
from ....open_data.place.regency import RegencyAnswers
from ....say import integer, number, percent
from ...document import Block, Chapter, Document, KeyFigures, Points
from ..open.appendix import table_of_tables
from ..texts import APPENDIX_KEY
from . import alike, hdi, next_rank, province, sites, standing, villages, where_next, years
from . import texts as say

TABLES = ("areas", "regency_indicators", "programme_sites")


def tell_place(m: RegencyAnswers | ProvinceAnswers, lang: str, made: dt.date) -> Document:
    """The report on one place as a document of chapters."""
    return Document(
        lang=lang,
        title=say.TITLE.say(lang, name=m.name),
        subtitle=say.SUBTITLE.say(lang),
        dateline=say.MADE.say(lang, made=made),
        chapters=tuple(_regency(m, lang) if isinstance(m, RegencyAnswers) else _province(m, lang)),
    )


def _regency(m: RegencyAnswers, lang: str) -> list[Chapter]:
    next_site = (where_next,) if m.where_next else ()
    told = [c.chapter(m, lang) for c in (standing, years, hdi, next_rank, alike, *next_site, villages, sites)]
    split = [move for move in m.hdi_moves if move.split is not None]
    answers = (m.standing, m.next_rank, m.alike, *(one for one in m.villages if one.tells_need))
    points = [answer.sentence(lang) for answer in answers if answer is not None]
    points[1:1] = [trend.say(lang)] if (trend := m.trend("poverty_rate")) else []
    points[2:2] = [hdi.most_from(split[-1], lang)] if split else []
    points[:0] = [m.where_next.short_sentence(lang)] if m.where_next else []
    points.append(sites.known(m, lang) if len(m.sites) else sites.none_known(m, lang))
    summary = _summary([KeyFigures(_figures(m, lang)), Points(tuple(points))], lang)
    tables = [one.kind for one in m.villages] + [one.kind for one in m.city_years]
    tables += [proxy.table for proxy in m.where_next.used] if m.where_next else []
    return [summary, *told, sites.next_steps(m, lang), _sources(m, list(dict.fromkeys(tables)), lang)]


def _province(m: ProvinceAnswers, lang: str) -> list[Chapter]:
    told = [chapter(m, lang) for chapter in (province.ranking, province.years, province.moved, province.maps)]
    points = [m.sentence(lang), *(one.sentence(lang) for changes in m.changes.values() for one in changes)]
    points.append(sites.known(m, lang) if len(m.sites) else sites.none_known(m, lang))
    return [_summary([Points(tuple(points))], lang), *told, sites.chapter(m, lang), _sources(m, [], lang)]


def _summary(blocks: list[Block], lang: str) -> Chapter:
    return Chapter(say.SUMMARY_KEY.say(lang), say.SUMMARY.say(lang), blocks, "alone")


def _figures(m: RegencyAnswers, lang: str) -> tuple[tuple[str, str, str], ...]:
    """The rate, the number of poor people and the HDI, each with its rank in the province; and known sites."""
    shown, of = [], m.standing.of
    for name, label in (("poverty_rate", say.RATE), ("poor_people", say.POOR), ("hdi", say.HDI)):
        if one := of(name):
            where = str(one.year)
            if one.in_province and name != "poor_people":  # a rank by heads says how large a place is
                where = say.YEAR_AND_RANK.say(lang, year=one.year, rank=one.in_province.text, province=m.names[m.province])
            value = {"poverty_rate": percent(one.value, 2, lang), "poor_people": integer(one.value, lang)}
            shown.append((value.get(name, number(one.value, 2, lang)), label.say(lang), where))
    return (*shown, (integer(len(m.sites), lang), say.SITES_KNOWN.say(lang), say.IN_REGISTER.say(lang)))


def _sources(m: RegencyAnswers | ProvinceAnswers, more: list[str], lang: str) -> Chapter:
    """The tables used, with publisher, document and licence."""
    resources = [m.m.dictionary.resource(name) for name in dict.fromkeys((*TABLES, *more))]
    return Chapter(APPENDIX_KEY.say(lang), say.SOURCES.say(lang), [table_of_tables(resources, lang, m.m.folder)], "new")
