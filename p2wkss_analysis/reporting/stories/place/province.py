"""Chapters on a province: its kabupaten and kota ranked, who moved most, and where."""

from __future__ import annotations

from ....open_data.place.province import ProvinceAnswers
from ....pictures.charts import chart_change
from ....pictures.maps.bivariate import map_bivariate
from ....pictures.maps.maps import map_need
from ...document import Block, Chapter, Column, Figure, Finding, Paragraph, Table
from ..source import from_bps
from . import texts as say
from .years import SHOWN, figure

PALETTES = {"poverty_rate": "orange", "hdi": "blue"}


def ranking(m: ProvinceAnswers, lang: str) -> Chapter:
    """All of them in one table."""
    rows = m.ranking
    ranks = {f"{name}_rank": [rank.short.say(lang) if rank else None for rank in rows[f"{name}_rank"]] for name in SHOWN}
    columns = (
        Column("name", say.PLACE.say(lang)),
        Column("poverty_rate", say.LABELS["poverty_rate"].say(lang), "number"),
        Column("poverty_rate_rank", say.POVERTY_RANK.say(lang)),
        Column("poor_people", say.LABELS["poor_people"].say(lang), "integer"),
        Column("hdi", say.LABELS["hdi"].say(lang), "number"),
        Column("hdi_rank", say.HDI_RANK.say(lang)),
    )
    caption = say.RANKING.say(lang, name=m.name, year=m.year)
    table = Table(rows.assign(**ranks), columns, caption, from_bps(m.m, lang), say.RANK_1_IS_BEST.say(lang), stays=True)
    return Chapter(say.PROVINCE_KEY.say(lang), say.PROVINCE.say(lang, name=m.name), [Finding(m.sentence(lang)), table])


def years(m: ProvinceAnswers, lang: str) -> Chapter:
    """Every place in grey, the medians in colour."""
    return Chapter(say.YEARS_KEY.say(lang), say.YEARS.say(lang), [figure(m, indicator, lang) for indicator in SHOWN])


def moved(m: ProvinceAnswers, lang: str) -> Chapter:
    """The changes in words, and the longer one in a picture."""
    blocks: list[Block] = []
    for indicator in SHOWN:
        changes, label = m.changes[indicator], m.m.dictionary.indicator(indicator).labels
        if not changes:
            blocks.append(Paragraph(say.NOT_MOVED.say(lang, label=label)))
            continue
        blocks += [Finding(changes[0].sentence(lang)), *(Paragraph(one.sentence(lang)) for one in changes[1:])]
        one = changes[0]
        caption = say.FIRST_AND_LAST.say(lang, label=label, first=one.year_from, last=one.year_to)
        unit, title = say.UNITS[indicator].say(lang), say.SINCE_2010.say(lang, label=label, name=m.name)
        picture = chart_change(one.table(), m.names, title=title, value_label=unit, figures=m.m.indicators, lang=lang)
        blocks.append(Figure(picture, caption, picture.sentence(lang), from_bps(m.m, lang)))
    return Chapter(say.MOVED_KEY.say(lang), say.MOVED.say(lang), blocks)


def maps(m: ProvinceAnswers, lang: str) -> Chapter:
    """Both indicators together, then each."""
    both, blocks = m.both(), []
    picture = map_bivariate(both, m.companions, sites=m.sites, lang=lang)
    caption = say.BOTH_MAP.say(lang, province=m.name, year=m.year)
    blocks.append(Figure(picture, caption, picture.sentence(lang), from_bps(m.m, lang)))
    for indicator in SHOWN:
        values = both[both["indicator"] == indicator]
        picture = map_need(values, m.companions, palette=PALETTES[indicator], lang=lang)
        caption = say.ONE_MAP.say(lang, label=m.m.dictionary.indicator(indicator).labels, year=m.year)
        blocks.append(Figure(picture, caption, picture.sentence(lang), from_bps(m.m, lang)))
    return Chapter(say.MAPS_KEY.say(lang), say.MAPS.say(lang), blocks)
