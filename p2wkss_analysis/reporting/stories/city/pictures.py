"""The pictures of a city: each drawn in one place, for the report and for notebooks."""

from __future__ import annotations

from ....city.answers import CityAnswers, answered
from ....city.texts import MAP_AND_LIST
from ....pictures.delivery import chart_agencies
from ....pictures.effects import chart_ledger, chart_years_since
from ....pictures.firmness import chart_stability
from ....pictures.maps.maps import map_need
from ....pictures.picture import Picture
from ....say import pick, together
from .words import notes, origin


def need_map(m: CityAnswers, lang: str) -> Picture:
    """The need of every village in the newest year, and the sites; on the city's boundaries where its settings name a file."""
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
        boundaries=m.decided.boundaries_beside(m.book),
        source=origin(m, lang, "villages", "sites"),
        label=pick(lang, id="Indeks kebutuhan", en="Need index"),
        unit="0–100",
        synthetic=m.synthetic,
        title=pick(
            lang,
            id=f"Kebutuhan menurut kelurahan dan lokasi {m.programme}, {m.city} {found.data_year}",
            en=f"Need by village and sites of {m.programme}, {m.city} {found.data_year}",
        ),
    )
    said = {tongue: together([picture.sentence(tongue), MAP_AND_LIST], tongue) for tongue in ("id", "en")}
    return picture.carry(picture.table(), **said, unit=picture.unit)


def firmness(m: CityAnswers, lang: str) -> Picture:
    """How firm the choice of the neediest is."""
    found = answered(m.need())
    k = found.k
    return chart_stability(
        found.stability.table(),
        m.names,
        k,
        lang=lang,
        notes=notes(m, lang),
        title=pick(
            lang,
            id=f"Seberapa kokoh {f'{k} besar' if k > 1 else 'peringkat pertama'}, {m.city}",
            en=f"How firm is the {f'top {k}' if k > 1 else 'first rank'}, {m.city}",
        ),
    )


def agencies(m: CityAnswers, lang: str) -> Picture:
    """Done against planned by agency."""
    d = answered(m.delivery())
    return chart_agencies(
        d.progress.by_agency(),
        lang=lang,
        notes=notes(m, lang),
        title=pick(lang, id=f"Kegiatan terlaksana menurut perangkat daerah, {d.year}", en=f"Activities done by agency, {d.year}"),
    )


def ledger(m: CityAnswers, lang: str) -> Picture:
    """What the change at the sites is made of."""
    p = answered(m.effect())
    return chart_ledger(
        p.main.ledger(),
        lang=lang,
        value_label=p.label(p.outcome, lang),
        notes=notes(m, lang),
        digits=digits_of(m),
        title=pick(lang, id="Dari mana perubahan di lokasi berasal", en="What the change at the sites is made of"),
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
        title=pick(lang, id="Pengaruh menurut tahun sejak program", en="Effect by years since the start"),
    )


PICTURES = {"need": need_map, "firmness": firmness, "delivery": agencies, "ledger": ledger, "years": years_since}


def digits_of(m: CityAnswers) -> int:
    """Decimals that the size of the effect deserves."""
    size = abs(m.effect().main.headline.estimate)
    return 0 if size >= 1000 else 1 if size >= 1 else 2
