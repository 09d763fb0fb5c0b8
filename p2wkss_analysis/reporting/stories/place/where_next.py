"""Chapter: where next by proxies, how sure that is, how past sites stand by them, and how strong they are; with its pictures."""

from __future__ import annotations

from typing import Any

from ....open_data.answers import OpenAnswers
from ....open_data.place.regency import RegencyAnswers
from ....open_data.proxies.where_next import WhereNext
from ....pictures.firmness import chart_stability
from ....pictures.maps.maps import map_need
from ....pictures.picture import Picture
from ....say import together
from ...document import HIDDEN, Block, Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from . import texts as say

SHOWN = 15
MAP_HIGH, MAP_OF_MANY = 12.5, 16.8  # cm; with a key of numbers a map of many places takes most of a page
MANY = 150  # places
CLASSES, OF_MANY = (1, 5, 10, 20), (0.2, 0.5, 1, 2)  # percent


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    found = m.where_next
    assert found is not None  # the report asks for it where there are figures alone
    source = say.WHERE_SOURCE.say(lang, sources=sources(m.m, found, lang))
    picture = chance(m.m, found, lang, m.boundaries)
    blocks: list[Block] = [
        Finding(found.sentence(lang)),
        Paragraph(found.basis_sentence(lang)),
        _ranking(found, source, lang),
        Figure(
            picture,
            say.CHANCE_MAP.say(lang, name=m.name),
            picture.sentence(lang),
            source,
            MAP_OF_MANY if _many(found) else MAP_HIGH,
        ),
        Section(say.PAST_SITES.say(lang)),
        Paragraph(found.past_sentence(lang)),
        Section(say.HOW_STRONG.say(lang)),
        Paragraph(found.strength_sentence(lang)),
        _strengths(found, lang),
        Caution(say.OWN_FIGURES.say(lang, code=found.code)),
    ]
    return Chapter(say.WHERE_KEY.say(lang), say.WHERE_NEXT.say(lang, name=m.name), blocks)


def chance(m: OpenAnswers, found: WhereNext, lang: str | None, boundaries: Any = None) -> Picture:
    """The chance of every village to be among the neediest wanted, and past sites, on a map."""
    table = found.stability.table()
    return map_need(
        table.assign(chance=100 * table["probability_top_k"])[["area_code", "chance"]],
        m.areas,
        inside=found.code,
        value="chance",
        better="lower",
        classes=OF_MANY if _many(found) else CLASSES,
        digits=1 if _many(found) else 0,
        highlight=[str(found.ranking.codes[i]) for i in found.ranking.top(found.k)],
        highlighted=say.RANKED_FIRST.say(lang),
        numbered=[str(found.ranking.codes[i]) for i in found.ranking.order[:SHOWN]],
        missing=say.NOT_RANKED.say(lang),
        lang=lang,
        title=say.CHANCE_TITLE.say(lang, name=found.name),
        label=found.labels(lang)["probability_top_k"],
        unit="%",
        source=say.SOURCES_OF_MAP.say(lang, sources=sources(m, found, lang)),
        sites=m.sites,
        boundaries=boundaries,
    )


def _many(found: WhereNext) -> bool:
    return len(found.ranking.codes) > MANY


def firmness(m: OpenAnswers, found: WhereNext, lang: str | None, boundaries: Any = None) -> Picture:
    """How firm the first places are; drawn without a map."""
    title = say.CHANCE_TITLE.say(lang, name=found.name)
    return chart_stability(found.stability.table(), found.names, found.k, lang=lang, title=title)


PICTURES = {"chance": chance, "firmness": firmness}


def sources(m: OpenAnswers, found: WhereNext, lang: str | None) -> list[str]:
    """Who published the proxies in use, and of what time they are."""
    tables: dict[str, dict[str, None]] = {}
    for proxy in found.used:
        decree = proxy.table == "slum_villages"  # one table of several cities' decrees
        publisher = say.DECREE_OF.say(lang, name=found.name) if decree else m.dictionary.publisher(proxy.table, lang)
        tables.setdefault(publisher, {})[proxy.vintage.say(lang)] = None
    return [say.SOURCE_OF.say(lang, publisher=who, vintages=list(when)) for who, when in tables.items()]


def _ranking(found: WhereNext, source: str, lang: str) -> Table:
    rows = found.table().head(SHOWN)
    frame = rows.assign(
        chance=100 * rows["probability_top_k"],
        ranks=[say.RANKS.say(lang, low=low, high=high) for low, high in zip(rows["rank_low"], rows["rank_high"], strict=True)],
    )
    columns = (
        Column("rank", say.RANK.say(lang), "integer"),
        Column("name", say.VILLAGE.say(lang)),
        Column("district", say.DISTRICT.say(lang)),
        Column("chance", say.CHANCE.say(lang), "percent", 1),
        Column("ranks", say.RANKS_95.say(lang)),
        *(Column(proxy.name, proxy.label.say(lang), "number", proxy.digits) for proxy in found.used),
    )
    caption = say.WHERE_TABLE.say(lang, n=len(frame), name=found.name)
    hidden = found.hidden.loc[frame["area_code"], [proxy.name for proxy in found.used]].set_axis(frame.index)
    for name in hidden:
        frame[name] = frame[name].astype(object).mask(hidden[name], HIDDEN)
    schooling = any(proxy.name == "low_schooling" for proxy in found.used)
    notes = [say.SMALL_HIDDEN if hidden.to_numpy(bool).any() else "", say.YOUNG_GRADUATES if schooling else ""]
    return Table(frame, columns, caption, source, together(notes, lang))


def _strengths(found: WhereNext, lang: str) -> Table:
    frame = found.strengths(lang)
    frame = frame.assign(
        weight=100 * frame["weight"],
        interval=[say.INTERVAL.say(lang, low=low, high=high) for low, high in zip(frame["low"], frame["high"], strict=True)],
    )
    columns = (
        Column("proxy", say.PROXY.say(lang)),
        Column("vintage", say.YEAR.say(lang)),
        Column("weight", say.WEIGHT.say(lang), "percent", 0),
        Column("against", say.HELD_AGAINST.say(lang)),
        Column("where", say.WHERE_HELD.say(lang)),
        Column("correlation", say.CORRELATION.say(lang), "number"),
        Column("interval", say.INTERVAL_95.say(lang)),
        Column("reliability", say.RELIABILITY.say(lang), "number"),
    )
    return Table(frame, columns, say.STRENGTH_TABLE.say(lang), "", say.STRENGTH_NOTE.say(lang))
