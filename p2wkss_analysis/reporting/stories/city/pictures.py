"""The pictures of a city: each drawn in one place, for the report and for notebooks."""

from __future__ import annotations

from ....city.answers import CityAnswers, answered
from ....city.texts.need import MAP_AND_LIST
from ....pictures.delivery import chart_agencies
from ....pictures.effects import chart_ledger, chart_years_since
from ....pictures.firmness import chart_stability
from ....pictures.maps.maps import map_need
from ....pictures.picture import Picture
from ....pictures.within import map_within
from ....say import Text, one_text
from .texts import pictures as say
from .words import notes, origin


def need_map(m: CityAnswers, lang: str) -> Picture:
    """The need of every village in the newest year, and the sites; on the city's boundaries where there are any."""
    found = answered(m.need())
    sites = m.sites().rows[["area_code", "year"]].rename(columns={"area_code": "village_code"})
    picture = map_need(
        m.need_map(),
        m.areas,
        value="need",
        better="lower",
        digits=0,
        palette="orange",
        sites=sites,
        lang=lang,
        boundaries=m.boundaries,
        source=origin(m, lang, "villages", "sites"),
        label=say.NEED_INDEX.say(lang),
        unit="0–100",
        synthetic=m.synthetic,
        title=say.NEED_MAP.say(lang, programme=m.programme, city=m.city, year=found.data_year),
    )
    shown = Text(picture.sentence("id"), picture.sentence("en"))
    return picture.carry(picture.table(), one_text([shown, MAP_AND_LIST]), unit=picture.unit)


def firmness(m: CityAnswers, lang: str) -> Picture:
    """How firm the choice of the neediest is."""
    found = answered(m.need())
    k = found.k
    title = (say.FIRM_TOP if k > 1 else say.FIRM_FIRST).say(lang, k=k, city=m.city)
    return chart_stability(found.stability.table(), m.names, k, lang=lang, notes=notes(m, lang), title=title)


def within(m: CityAnswers, lang: str) -> Picture:
    """The RW of the proposed villages by need, or their RT where there are fewer than five RW."""
    found = answered(m.need_within_proposed()).ranked
    unit = "RT" if all(one.level == "rt" for one in found) else "RW"
    title = say.WITHIN.say(lang, unit=unit, places=[one.name for one in found])
    return map_within({one.name: one.table() for one in found}, found[0].k, lang=lang, notes=notes(m, lang), title=title)


def agencies(m: CityAnswers, lang: str) -> Picture:
    """Done against planned by agency."""
    d = answered(m.delivery())
    title = say.AGENCIES.say(lang, year=d.year)
    return chart_agencies(d.progress.by_agency(), lang=lang, notes=notes(m, lang), title=title)


def ledger(m: CityAnswers, lang: str) -> Picture:
    """What the change at the sites is made of."""
    p = answered(m.effect())
    return chart_ledger(
        p.main.ledger(),
        lang=lang,
        value_label=p.label(p.outcome, lang),
        notes=notes(m, lang),
        digits=digits_of(m),
        title=say.BREAKDOWN.say(lang),
    )


def years_since(m: CityAnswers, lang: str) -> Picture:
    """The effect by years since the start."""
    p = answered(m.effect())
    return chart_years_since(
        p.main.by_year(),
        lang=lang,
        value_label=p.label(p.outcome, lang),
        notes=notes(m, lang),
        digits=digits_of(m),
        title=say.YEARS_SINCE.say(lang),
    )


PICTURES = {
    "need": need_map,
    "firmness": firmness,
    "within": within,
    "delivery": agencies,
    "ledger": ledger,
    "years": years_since,
}


def digits_of(m: CityAnswers) -> int:
    """Decimals that the size of the effect deserves."""
    size = abs(m.effect().main.headline.estimate)
    return 0 if size >= 1000 else 1 if size >= 1 else 2
