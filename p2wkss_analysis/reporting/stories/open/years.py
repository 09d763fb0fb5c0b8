"""Chapter: how poverty and HDI moved from year to year, as context."""

from __future__ import annotations

from ....open_data.answers import CILEGON, DEPOK, SERIES, OpenAnswers
from ....pictures.charts import chart_change, chart_years
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from ..source import from_bps
from .texts import years as say
from .texts.story import JAWA_BARAT


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Caution(say.CONTEXT.say(lang)),
        *_indicator(m, "poverty_rate", None, lang),
        *_indicator(m, "hdi", SERIES, lang),
        Section(say.FROM_FIRST_TO_LAST.say(lang), evidence=True),
        *(_ends(m, indicator, lang) for indicator in ("poverty_rate", "hdi")),
        Section(say.BY_DIMENSION.say(lang), evidence=True),
        Paragraph(m.depok_hdi.sentence(lang)),
        Paragraph(say.TWO_SERIES.say(lang)),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _indicator(m: OpenAnswers, indicator: str, method: str | None, lang: str) -> list:
    """The change of the last year and of five years in words, and the years in a picture."""
    year, five = m.changes[indicator, "year"], m.changes[indicator, "five"]
    label = m.dictionary.indicator(indicator).label(lang)
    rows = m.indicators[(m.indicators["indicator"] == indicator) & m.indicators["area_code"].isin(m.regencies["area_code"])]
    paths = chart_years(
        rows,
        highlight={DEPOK: m.names[DEPOK], CILEGON: m.names[CILEGON]},
        lang=lang,
        value_label=say.UNITS[indicator].say(lang),
        title=say.IN_BOTH_PROVINCES.say(lang, label=label),
    )
    return [
        Finding(JAWA_BARAT.say(lang, said=year.sentence(lang))),
        Paragraph(JAWA_BARAT.say(lang, said=five.sentence(lang))),
        Paragraph(year.sentence_for(DEPOK, lang)),
        Figure(paths, say.PATHS.say(lang, label=label), paths.sentence(lang), from_bps(m, lang)),
    ]


def _ends(m: OpenAnswers, indicator: str, lang: str) -> Figure:
    """Every regency five years ago and now."""
    five, label = m.changes[indicator, "five"], m.dictionary.indicator(indicator).label(lang)
    picture = chart_change(
        five.table(),
        m.names,
        figures=m.indicators,
        lang=lang,
        value_label=say.UNITS[indicator].say(lang),
        title=say.IN_JAWA_BARAT.say(lang, label=label),
    )
    caption = say.FIRST_AND_LAST.say(lang, label=label, first=five.year_from, last=five.year_to)
    return Figure(picture, caption, picture.sentence(lang), from_bps(m, lang))


def hdi_split(m: OpenAnswers, lang: str) -> Table:
    change = m.depok_hdi
    frame = change.table().assign(dimension=lambda d: [say.DIMENSIONS[x].say(lang) for x in d["dimension"]])
    columns = (
        Column("dimension", say.DIMENSION.say(lang)),
        Column("points", say.CONTRIBUTION.say(lang), "signed", 3),
    )
    caption = say.SPLIT.say(lang, first=change.year_from, last=change.year_to)
    return Table(frame, columns, caption, say.SPLIT_SOURCE.say(lang))
