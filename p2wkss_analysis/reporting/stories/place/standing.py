"""Chapter: where the place stands in its province and in the country."""

from __future__ import annotations

import pandas as pd

from ....open_data.place.regency import RegencyAnswers
from ....open_data.place.standing import Figure as NewestFigure
from ....pictures.maps.bivariate import map_bivariate
from ....say import number, together
from ...document import Block, Chapter, Column, Figure, Finding, Paragraph, Table
from ..source import from_bps
from . import texts as say

MAP_HIGH = 12.5  # cm, so that it stands below the table


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    blocks: list[Block] = [Finding(m.standing.sentence(lang)), table(m, lang)]
    if m.standing.missing:
        absent = [say.LABELS[one.name] for one in m.standing.missing]
        blocks.append(Paragraph(say.NO_FIGURE_OF.say(lang, indicators=absent)))
    both = m.both()
    picture = map_bivariate(both, m.companions, highlight=[m.code], lang=lang)
    caption = say.BOTH_MAP.say(lang, province=m.names[m.province], year=both["year"].iloc[0])
    blocks.append(Figure(picture, caption, picture.sentence(lang), from_bps(m.m, lang), MAP_HIGH))
    return Chapter(say.STANDING_KEY.say(lang), say.STANDING.say(lang, name=m.name), blocks)


def table(m: RegencyAnswers, lang: str) -> Table:
    """One line an indicator."""
    province = m.names[m.province]
    rows = []
    for one in m.standing.figures:
        figures = {"value": one.value, "province": one.province_median, "country": one.country_median}
        ranks = {"in_province": one.in_province, "in_country": one.in_country}
        rows.append(
            {
                "indicator": _label(one, lang),
                "year": one.year,
                **{key: number(value, one.digits, lang) for key, value in figures.items()},
                **{key: rank.short.say(lang) if rank else None for key, rank in ranks.items()},
            }
        )
    columns = (
        Column("indicator", say.INDICATOR.say(lang)),
        Column("year", say.YEAR.say(lang)),
        Column("value", say.VALUE.say(lang), "number"),
        Column("province", say.MEDIAN_OF.say(lang, place=province), "number"),
        Column("country", say.MEDIAN_OF.say(lang, place=say.INDONESIA), "number"),
        Column("in_province", say.RANK_IN.say(lang, place=province)),
        Column("in_country", say.RANK_IN.say(lang, place=say.INDONESIA)),
    )
    note = together([say.RANK_1_IS_BEST, say.LINE_NOT_RANKED], lang)
    caption = say.STANDING_TABLE.say(lang, name=m.name, province=province)
    return Table(pd.DataFrame(rows), columns, caption, from_bps(m.m, lang), note)


def _label(one: NewestFigure, lang: str) -> str:
    label = say.LABELS[one.indicator.name]
    return say.IN_SERIES.say(lang, label=label, method=one.method) if len(one.indicator.methods) > 1 else label.say(lang)
