"""Chapter: how poverty and HDI moved from year to year, as context."""

from __future__ import annotations

from ....open_data.answers import CILEGON, DEPOK, SERIES, OpenAnswers
from ....pictures.charts import chart_change, chart_years
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .texts import years as say
from .texts.story import FROM_BPS, JAWA_BARAT


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Caution(say.CONTEXT.say(lang)),
        Section(say.POVERTY.say(lang)),
        *_indicator(m, "poverty_rate", None, lang),
        Section(say.HDI.say(lang)),
        *_indicator(m, "hdi", SERIES, lang),
        Section(say.BY_DIMENSION.say(lang)),
        Paragraph(m.depok_hdi.sentence(lang)),
        _split(m, lang),
        Paragraph(say.TWO_SERIES.say(lang)),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _indicator(m: OpenAnswers, indicator: str, method: str | None, lang: str) -> list:
    """The change of the last year and of five years, in words and in pictures."""
    year, five = m.changes[indicator, "year"], m.changes[indicator, "five"]
    label, unit = m.dictionary.indicator(indicator).label(lang), say.UNITS[indicator].say(lang)
    ends = {"label": label, "first": five.year_from, "last": five.year_to}
    rows = m.indicators[(m.indicators["indicator"] == indicator) & m.indicators["area_code"].isin(m.regencies["area_code"])]
    paths = chart_years(
        rows,
        highlight={DEPOK: m.names[DEPOK], CILEGON: m.names[CILEGON]},
        lang=lang,
        value_label=unit,
        title=say.IN_BOTH_PROVINCES.say(lang, label=label),
    )
    dumbbells = chart_change(five.table(), m.names, lang=lang, value_label=unit, title=say.IN_JAWA_BARAT.say(lang, label=label))
    return [
        Finding(JAWA_BARAT.say(lang, said=year.sentence(lang))),
        Paragraph(JAWA_BARAT.say(lang, said=five.sentence(lang))),
        Paragraph(year.sentence_for(DEPOK, lang)),
        Figure(paths, say.PATHS.say(lang, label=label), paths.sentence(lang), FROM_BPS.say(lang)),
        Figure(dumbbells, say.FIRST_AND_LAST.say(lang, **ends), dumbbells.sentence(lang), FROM_BPS.say(lang)),
    ]


def _split(m: OpenAnswers, lang: str) -> Table:
    change = m.depok_hdi
    frame = change.table().assign(dimension=lambda d: [say.DIMENSIONS[x].say(lang) for x in d["dimension"]])
    columns = (
        Column("dimension", say.DIMENSION.say(lang)),
        Column("points", say.CONTRIBUTION.say(lang), "signed", 3),
    )
    caption = say.SPLIT.say(lang, first=change.year_from, last=change.year_to)
    return Table(frame, columns, caption, say.SPLIT_SOURCE.say(lang))
