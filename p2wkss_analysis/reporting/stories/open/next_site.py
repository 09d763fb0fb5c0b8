"""Chapter: choosing the next site, worked through on open data, with how firm the choice is."""

from __future__ import annotations

from ....open_data.answers import EXAMPLE, PER_YEAR, OpenAnswers
from ....say import percent, together
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .pictures import chance, firmness, weights
from .texts import next_site as say


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    n = m.next_site
    first = n.ranking.table()["area_code"].iloc[0]
    blocks = [
        Paragraph(say.EXAMPLE.say(lang, regency=m.names[EXAMPLE], year=n.year)),
        Finding(n.ranking.sentence(lang, k=PER_YEAR)),
        Paragraph(n.stability.sentence(lang)),
        _strip(m, lang),
        Finding(past_sites(m, lang)),
        Caution(say.NOT_WRONG.say(lang)),
        Section(say.HOW_FIRM.say(lang), evidence=True),
        Paragraph(n.eligibility.sentence(lang)),
        _map(m, lang),
        Paragraph(n.ranking.flip(PER_YEAR).sentence(lang)),
        _triangle(m, lang),
        Section(say.WHY.say(lang), evidence=True),
        Paragraph(n.ranking.explain(first, PER_YEAR).sentence(lang)),
        _why(m, first, lang),
        Section(say.PAST.say(lang), evidence=True),
        Paragraph(_past_detail(m, lang)),
        _past(m, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def past_sites(m: OpenAnswers, lang: str) -> str:
    """How many desa sites were among the neediest by the index known then, beside random selection."""
    audit = m.index_audit
    value = {name: triple[0] for name, triple in audit.measures.items()}
    return say.PAST_HITS.say(
        lang,
        **_years(m),
        hits=value["hits"],
        sites=value["chosen"],
        share=100 * audit.recipe["k"],
        mean=value["hits_by_lottery"],
    )


def _past_detail(m: OpenAnswers, lang: str) -> str:
    """How far random selection ranges, the mean percentile, and the sites that could not be audited."""
    measures = m.index_audit.measures
    _, low, high = measures["hits_by_lottery"]
    said = say.PAST_DETAIL.fill(
        low=low,
        high=high,
        hits=measures["hits"][0],
        p=measures["lottery_p"][0],
        percentile=measures["mean_percentile"][0],
        p_percentile=measures["lottery_p_percentile"][0],
    )
    return together([said, m.index_audit.left_out()], lang)


def _years(m: OpenAnswers) -> dict[str, int]:
    """First and last programme year of the desa sites that were asked about."""
    years = m.index_audit.sites["year"]
    return {"first": years.min(), "last": years.max()}


def _source(m: OpenAnswers, lang: str) -> str:
    return say.SOURCE.say(lang, year=m.next_site.year)


def _strip(m: OpenAnswers, lang: str) -> Figure:
    picture = firmness(m, m.next_site, lang)
    return Figure(picture, say.STRIP.say(lang), picture.sentence(lang), _source(m, lang))


def _map(m: OpenAnswers, lang: str) -> Figure:
    picture = chance(m, m.next_site, lang)
    return Figure(picture, say.CHANCE_MAP.say(lang), picture.sentence(lang), _source(m, lang))


def _triangle(m: OpenAnswers, lang: str) -> Figure:
    said = m.next_site.ranking.triangle().sentence(lang)
    return Figure(weights(m, m.next_site, lang), say.TRIANGLE.say(lang), said, _source(m, lang))


def _why(m: OpenAnswers, area_code: str, lang: str) -> Table:
    table = m.next_site.ranking.explain(area_code, PER_YEAR).table()
    frame = table.assign(indicator=[m.dictionary.label("village_index", i, lang) for i in table["indicator"]])
    points = say.POINTS.say(lang)
    columns = (
        Column("indicator", say.ASPECT.say(lang)),
        Column("value", say.VALUE.say(lang), "number", 3, "0–1"),
        Column("contribution", say.CONTRIBUTION.say(lang), "number", 1),
        Column("against_median", say.AGAINST_MEDIAN.say(lang), "signed", 1, points),
        Column("against_runner_up", say.AGAINST_RIVAL.say(lang), "signed", 1, points),
        Column("value_to_leave", say.OFF_AT.say(lang), "number", 3, "0–1"),
    )
    return Table(frame, columns, say.WHY_FIRST.say(lang, name=m.names[area_code]), _source(m, lang))


def _past(m: OpenAnswers, lang: str) -> Table:
    places = m.index_audit.places(lang)
    known = places[places["rank"].notna()]
    frame = known.assign(
        name=known["area_code"].map(m.names),
        regency=known["group"].map(m.names),
        year_text=known["year"].astype(str),
        need_year=known["need_year"].astype(str),
        standing=[say.RANK_OF.say(lang, rank=r, places=p) for r, p in zip(known["rank"], known["places"], strict=True)],
        share=[percent(v, 0, lang) for v in known["percentile"]],
    )
    columns = (
        Column("year_text", say.YEAR.say(lang)),
        Column("name", "Desa"),
        Column("regency", say.REGENCY.say(lang)),
        Column("need_year", say.INDEX_YEAR.say(lang)),
        Column("standing", say.NEED_RANK.say(lang)),
        Column("share", say.PERCENTILE.say(lang)),
    )
    return Table(frame, columns, say.PAST_TABLE.say(lang, **_years(m)), say.PAST_SOURCE.say(lang))
