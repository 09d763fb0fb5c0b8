"""Chapter: poverty and HDI since 2010, beside the medians of the province and of the country."""

from __future__ import annotations

import pandas as pd

from ....open_data.place.province import ProvinceAnswers
from ....open_data.place.regency import RegencyAnswers
from ....open_data.place.standing import HDI, POVERTY
from ....open_data.place.years import COUNTRY
from ....pictures.charts import chart_years
from ...document import Block, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from ..source import from_bps
from . import texts as say

SHOWN = ("poverty_rate", "hdi")
TWO_A_PAGE = 7.6  # cm, so that both stand on one page with what is said of them


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    blocks: list[Block] = []
    for indicator in SHOWN:
        if trend := m.trend(indicator):
            blocks += [Finding(trend.say(lang)), figure(m, indicator, lang), Paragraph(m.series(indicator).sentence(lang))]
    blocks += [
        Section(say.ALL_YEARS.say(lang), evidence=True),
        _table(m, POVERTY, say.POVERTY_BY_YEAR.say(lang, name=m.name), lang),
        _table(m, HDI, say.HDI_BY_YEAR.say(lang, name=m.name), lang),
    ]
    return Chapter(say.YEARS_KEY.say(lang), say.YEARS.say(lang), blocks)


def figure(m: RegencyAnswers | ProvinceAnswers, indicator: str, lang: str) -> Figure:
    """The place in colour, where it is one, and both medians; the others of the province in grey."""
    label, province = m.m.dictionary.indicator(indicator).labels, m.names[m.province]
    medians = {
        m.province: say.MEDIAN_PROVINCE.say(lang),
        COUNTRY: say.MEDIAN_COUNTRY.say(lang),
    }
    one = isinstance(m, RegencyAnswers)
    picture = chart_years(
        m.years(indicator),
        highlight={m.code: m.name, **medians} if one else medians,
        title=say.SINCE_2010.say(lang, label=label, name=m.name),
        value_label=say.UNITS[indicator].say(lang),
        lang=lang,
    )
    words = say.PATHS.fill(province=province) if one else say.PATHS_OF_PROVINCE
    high = (TWO_A_PAGE,) if one else ()
    return Figure(picture, words.say(lang, label=label, name=m.name), picture.sentence(lang), from_bps(m.m, lang), *high)


def _table(m: RegencyAnswers, indicators: tuple[str, ...], caption: str, lang: str) -> Table:
    """The figures of every year, one column an indicator and series."""
    held = m.by_year
    frame, columns = pd.DataFrame({"year": held.index.astype(str)}), [Column("year", say.YEAR.say(lang))]
    for indicator in indicators:
        entry = m.m.dictionary.indicator(indicator)
        for method in sorted(method for name, method in held.columns if name == indicator):
            name = f"{indicator} {method}" if len(entry.methods) > 1 else indicator
            label = say.LABELS[indicator]
            said = say.IN_SERIES.say(lang, label=label, method=method) if len(entry.methods) > 1 else label.say(lang)
            frame[name] = held[indicator, method].to_numpy()
            columns.append(Column(name, said, "integer" if (entry.maximum or 0) > 1000 else "number"))
    return Table(frame, tuple(columns), caption, from_bps(m.m, lang), say.DASH_IS_MISSING.say(lang))
