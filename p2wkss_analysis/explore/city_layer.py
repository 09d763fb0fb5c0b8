"""The layer of a city's own workbook: its kelurahan or desa with whatever of slum, poverty and HDI proxies is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from ..city.answers import CityAnswers
from ..city.need import LEAST_KNOWN, missing_aspects, newest, usable, usual_count, year_to_choose
from ..dictionary.figures import outcomes, village_figures
from ..dictionary.sheets import fields_of, one_cut, village_label
from ..dictionary.texts import ASPECTS
from ..places.areas import short_name
from ..say import Text, in_both, one_text
from ..say.errors import NotEnoughData
from ..tables.intake import load
from ..targeting.eligibility import eligible_places
from ..targeting.index.specification import Specification
from .layer import Column, Layer
from .shapes import shapes_of
from .texts import layers as say

_SOURCES = {
    "slum": ("slum_source", "slum_vintage"),
    "poverty": ("poverty_source", "poverty_vintage"),
    "human_development": ("hdi_source", "hdi_vintage"),
}


def city_layer(city: CityAnswers, boundaries: Any = None) -> Layer:
    """The villages of the workbook over its years; every place of the kabupaten/kota is on the map, empty ones too.

    Columns, aspects, weights, who may be chosen and how many are those of `city.need()`; with one aspect alone its columns are
    weighed against each other. Where nothing can be ranked, a page of what is filled in.
    """
    villages, found = city.tables["villages"], city.need()
    if found:
        used, unused, year, eligible, k = found.used, found.unused, found.data_year, found.eligibility, found.k
    else:
        rows, year = newest(villages, city.names)
        unused = usable(rows)[1]
        used = usable(rows.dropna(subset=["year"]))[0]
    if not used:
        raise NotEnoughData(say.NO_COLUMN)
    aspects = list(dict.fromkeys(village_figures()[c].aspect for c in used))
    villages = villages[villages["year"].notna()].rename(columns={"village_code": "area_code"})
    places = city.areas.sort_values("area_code", ignore_index=True)
    register = load("areas").set_index("area_code")["name"]
    parents = {c: short_name(register.get(c, c)) for c in sorted({code[:8] for code in places["area_code"]})}
    cut = one_cut(villages)
    columns = tuple(
        _column(name, villages, cut) for name in sorted(used, key=lambda c: aspects.index(village_figures()[c].aspect))
    )
    sites = city.tables["sites"]
    if not found:
        dated = sites.dropna(subset=["year"])
        following = year_to_choose(dated, year, city.decided.sites)
        eligible = eligible_places(places["area_code"], following, served=dated, promised=dated)
        k = usual_count(dated, following, len(eligible.candidates), len(eligible.fixed), city.decided.sites)
    sites = sites.assign(area_code=sites["village_code"], text=[_site(r) for r in sites.itertuples()], link="")
    several = len(aspects) > 1
    return Layer(
        "city",
        say.CITY.fill(n=len(places), where=register.get(city.regency, city.regency)),
        say.VILLAGES_NOUN,
        places.assign(name=places["area_code"].map(city.names).map(short_name)),
        villages[["area_code", "year", *(c.key for c in columns)]],
        columns,
        _specification(columns, aspects, city.decided.weights).changed(**({} if found else {"indicator_coverage": LEAST_KNOWN})),
        {a: _aspect_label(a) for a in aspects} if several else {c.key: c.label for c in columns},
        _plane(columns),
        sites[["area_code", "year", "text", "link"]],
        shapes_of(places, boundaries if boundaries is not None else city.boundaries),
        k,
        parents,
        {},
        _note(unused),
        frozenset(places["area_code"]) - frozenset(eligible.candidates),
    )


def _specification(columns: tuple[Column, ...], aspects: list[str], weights: Mapping[str, float] | None) -> Specification:
    """The need index: the city's stated weights, rescaled to the aspects present; of one aspect alone, its columns."""
    figures, several = village_figures(), len(aspects) > 1
    given = {a: weights.get(a, 0.0) for a in aspects} if weights and several else {}
    return Specification(
        {c.key: figures[c.key].needier for c in columns},
        weights={a: w / sum(given.values()) for a, w in given.items()} if sum(given.values()) > 0 else {},
        hierarchy={c.key: figures[c.key].aspect for c in columns} if several else {},
    )


def _column(name: str, villages: pd.DataFrame, cut: int | None) -> Column:
    field = next(f for f in fields_of("villages") if f["name"] == name)
    unit = Text.of(field["unit"])
    source, vintage = (
        sorted({str(x) for x in villages[c].dropna()}) if c in villages else [] for c in _SOURCES[village_figures()[name].aspect]
    )
    told = ", ".join(source[:3]) + (f" ({', '.join(vintage[:4])})" if vintage else "")
    return Column(
        name,
        _label(name, cut),
        "%" if unit.en == "percent" else unit,
        village_figures()[name].digits,
        told.strip(),
    )


def _label(name: str, cut: int | None) -> Text:
    """A column as the workbook calls it, without the unit that the page shows beside it."""
    return in_both(lambda lang: village_label(name, lang, cut).rsplit(" (", 1)[0])


def _aspect_label(aspect: str) -> Text:
    words = ASPECTS[aspect]
    return in_both(lambda lang: words.say(lang)[0].upper() + words.say(lang)[1:])


def _plane(columns: tuple[Column, ...]) -> tuple[str, str]:
    """Columns of the plot's axes: human development across and poverty upwards where both are there, else the first two
    columns, else the one column twice."""
    keys = [c.key for c in columns]
    order = [k for k in outcomes() if k in keys]
    hdi = [k for k in order if village_figures()[k].aspect == "human_development"]
    x = hdi[0] if hdi else keys[-1]
    rest = [k for k in (*(k for k in order if village_figures()[k].aspect == "poverty"), *keys) if k != x]
    return x, rest[0] if rest else x


def _site(row: Any) -> Text:
    """RW/RT, plan, way of choosing and decree of one site; not its note, which is the office's own and may name people."""
    parts: list[Text | str] = (
        [f"RW {int(row.rw)}" + (f" RT {int(row.rt)}" if pd.notna(row.rt) else "")] if pd.notna(row.rw) else []
    )
    if pd.notna(row.planned_households):
        parts.append(say.PLANNED.fill(n=row.planned_households, unit=_word("planned_unit", row.planned_unit)))
    if pd.notna(row.chosen_by):
        parts.append(say.CHOSEN_BY.fill(way=_word("chosen_by", row.chosen_by)))
    parts += [str(row.decree)] if pd.notna(row.decree) and str(row.decree).strip() else []
    return say.PHRASES.fill(parts=parts) if parts else say.SITE


def _word(column: str, value: Any) -> Text | str:
    """The drop-down's word for a stored value."""
    field = next(f for f in fields_of("sites") if f["name"] == column)
    return next(
        (Text.of(c["label"]) for c in field.get("categories", ()) if c["value"] == value),
        "" if pd.isna(value) else str(value),
    )


def _note(unused: Mapping[str, str]) -> Text:
    missing = in_both(partial(missing_aspects, unused))
    return one_text([say.PROXIES, *([say.LEFT_OUT.fill(aspects=missing)] if missing.id else [])])
