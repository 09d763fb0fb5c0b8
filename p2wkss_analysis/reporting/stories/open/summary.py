"""Chapter: the answers in a page."""

from __future__ import annotations

from ....open_data.answers import DEPOK, EXAMPLE, PER_YEAR, OpenAnswers
from ....say import integer, number, percent
from ...document import Chapter, Finding, KeyFigures, Paragraph, Points
from .impact import verdict
from .next_site import past_sites
from .sites import on_decrees
from .texts import summary as say
from .texts.story import JAWA_BARAT
from .years import hdi_split


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(say.INTRODUCTION.say(lang)),
        KeyFigures(_figures(m, lang)),
        Finding(verdict(m, lang)),
        Points(
            (
                JAWA_BARAT.say(lang, said=m.changes["poverty_rate", "year"].sentence(lang)),
                JAWA_BARAT.say(lang, said=m.changes["poverty_rate", "five"].sentence(lang)),
                JAWA_BARAT.say(lang, said=m.changes["hdi", "year"].sentence(lang)),
                m.depok_hdi.sentence(lang),
                on_decrees(m, lang),
                past_sites(m, lang),
                _next_site(m, lang),
            )
        ),
        hdi_split(m, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks, "alone")


def _next_site(m: OpenAnswers, lang: str) -> str:
    """Who ranks first in the worked example, and whether that is firm."""
    lots, names = m.next_site.stability.lots(), m.names
    top = list(m.next_site.ranking.table()["area_code"].iloc[:PER_YEAR].map(names))
    if not lots.candidates:
        return say.FIRM.say(lang, regency=names[EXAMPLE], places=top)
    return say.NOT_FIRM.say(lang, regency=names[EXAMPLE], places=top, k=len(top), seats=lots.seats, rivals=len(lots.candidates))


def _figures(m: OpenAnswers, lang: str) -> tuple[tuple[str, str, str], ...]:
    poverty, hdi = (m.figure(DEPOK, i) for i in ("poverty_rate", "hdi"))
    confirmed, regencies = (m.sites["status"] == "confirmed").sum(), m.sites["regency_code"].nunique()
    return (
        (percent(poverty["value"], 2, lang), say.POVERTY.say(lang), f"{poverty['year']}"),
        (
            number(hdi["value"], 2, lang),
            say.HDI.say(lang),
            say.IN_SERIES.say(lang, year=hdi["year"], series=hdi["method"]),
        ),
        (
            integer(len(m.sites), lang),
            say.KNOWN_SITES.say(lang),
            say.CONFIRMED.say(lang, confirmed=confirmed, regencies=regencies),
        ),
        (integer(len(m.clean), lang), say.WITH_VALUES.say(lang), say.IN_VILLAGE_INDEX.say(lang)),
    )
