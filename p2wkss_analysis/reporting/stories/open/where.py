"""Chapter: where poverty, HDI, slums and past sites are."""

from __future__ import annotations

from ....indicators.change import full_years
from ....open_data.answers import CILEGON, DEPOK, SERIES, OpenAnswers
from ....open_data.place.villages import SLUM_AREA
from ....pictures.maps.bivariate import map_bivariate
from ....pictures.maps.maps import map_need, map_years
from ....pictures.maps.slum_sites import map_slum_sites
from ...document import Caution, Chapter, Figure, Paragraph, Section
from ..source import from_bps
from .texts import where as say

MAPS_OF_YEARS = 9  # three rows of three
FULL_YEAR = 2021  # the one year in which BPS figures of all 514 stand in the tables


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    large, small = _both(m, lang)
    blocks = [
        Paragraph(say.TILES.say(lang)),
        large,
        Section(say.BY_KELURAHAN.say(lang), evidence=True),
        _slums(m, DEPOK, lang),
        _slums(m, CILEGON, lang),
        Caution(_slum_area(m, lang)),
        Section(say.YEAR_BY_YEAR.say(lang), evidence=True),
        small,
        _years(m, "poverty_rate", None, "orange", lang),
        _years(m, "hdi", SERIES, "blue", lang),
        Section(say.NATION.say(lang, year=FULL_YEAR), evidence=True),
        _nation(m, "poverty_rate", None, "orange", lang),
        _nation(m, "hdi", SERIES, "blue", lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _both(m: OpenAnswers, lang: str) -> list[Figure]:
    """The large map with every known site, and small ones with the sites of each year."""
    rows = m.indicators[
        m.indicators["indicator"].isin(["poverty_rate", "hdi"]) & m.indicators["area_code"].isin(m.regencies["area_code"])
    ]
    rows = rows[(rows["indicator"] == "poverty_rate") | (rows["method"] == SERIES)]
    years = full_years(rows[rows["area_code"].str.startswith("32.")], "hdi", SERIES)[-MAPS_OF_YEARS:]
    large = map_bivariate(rows[rows["year"] == FULL_YEAR], m.regencies, sites=m.sites, lang=lang)
    small = map_bivariate(rows[rows["year"].isin(years)], m.regencies, sites=m.sites, lang=lang)
    return [
        Figure(large, say.TOGETHER_MAP.say(lang, year=FULL_YEAR), large.sentence(lang), from_bps(m, lang)),
        Figure(small, say.TOGETHER_YEARS.say(lang), small.sentence(lang), from_bps(m, lang)),
    ]


def _slums(m: OpenAnswers, regency: str, lang: str) -> Figure:
    picture = map_slum_sites(m.slum_villages, regency, m.areas, sites=m.sites, lang=lang)
    caption = say.SLUM_MAP.say(lang, city=m.names[regency])
    return Figure(picture, caption, picture.sentence(lang), say.SLUM_SOURCE.say(lang))


def _slum_area(m: OpenAnswers, lang: str) -> str:
    """The city's slum area as each decree gave it, and why that is no growth."""
    rows = m.slum_cities[m.slum_cities["regency_code"] == DEPOK].sort_values("year")
    given = zip(rows[SLUM_AREA], rows["year"], strict=True)
    return say.SLUM_AREA.say(lang, areas=[say.AREA_OF_YEAR.fill(hectares=ha, year=year) for ha, year in given])


def _years(m: OpenAnswers, indicator: str, method: str | None, palette: str, lang: str) -> Figure:
    here = m.indicators[(m.indicators["indicator"] == indicator) & m.indicators["area_code"].isin(m.regencies["area_code"])]
    here = here[here["method"] == method] if method else here
    years = full_years(here[here["area_code"].str.startswith("32.")], indicator, method)[-MAPS_OF_YEARS:]
    picture = map_years(here, m.regencies, years=years, palette=palette, digits=1, lang=lang)
    return Figure(picture, say.SAME_CLASSES.say(lang), picture.sentence(lang), from_bps(m, lang))


def _nation(m: OpenAnswers, indicator: str, method: str | None, palette: str, lang: str) -> Figure:
    regencies = m.areas[m.areas["level"] == "regency"]
    picture = map_need(m.values(indicator, FULL_YEAR, method), regencies, palette=palette, lang=lang)
    return Figure(picture, say.ALL_REGENCIES.say(lang, n=len(regencies)), picture.sentence(lang), from_bps(m, lang))
