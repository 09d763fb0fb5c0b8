"""The pictures of a choice by the village index: each drawn in one place, for the report and for notebooks."""

from __future__ import annotations

from ....open_data.answers import NextSite, OpenAnswers
from ....pictures.firmness import chart_stability, chart_triangle
from ....pictures.maps.maps import map_need
from ....pictures.picture import Picture
from .texts import next_site as say


def firmness(m: OpenAnswers, found: NextSite, lang: str | None) -> Picture:
    """How firm the choice of the neediest is."""
    k = found.stability.k
    title = say.STRIP_TITLE.say(lang, k=k, regency=m.names[found.regency])
    return chart_stability(found.stability.table(), m.names, k, lang=lang, title=title)


def chance(m: OpenAnswers, found: NextSite, lang: str | None) -> Picture:
    """The chance of every desa to be among those chosen, and past sites, on a map."""
    table = found.stability.table()
    return map_need(
        table.assign(chance=100 * table["probability_top_k"])[["area_code", "chance"]],
        m.areas,
        inside=found.regency,
        value="chance",
        better="lower",
        classes=(1, 5, 10, 20),
        digits=0,
        lang=lang,
        label=say.CHANCE.say(lang, k=found.stability.k),
        unit="%",
        sites=m.sites,
    )


def weights(m: OpenAnswers, found: NextSite, lang: str | None) -> Picture:
    """Which desa is first at which weights of the three aspects."""
    triangle = found.ranking.triangle()
    first, second, third = (m.dictionary.label("village_index", i, lang) for i in triangle.indicators)
    return chart_triangle(triangle, m.names, (first, second, third), lang=lang, title=say.TRIANGLE_TITLE.say(lang))


PICTURES = {"firmness": firmness, "chance": chance, "weights": weights}
