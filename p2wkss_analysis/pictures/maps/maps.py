"""Maps of one indicator: one year large with names, several years small with shared classes.

Bivariate maps are in `bivariate`, slum lists with sites in `slum_sites`; both are offered here as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...places.areas import short_name
from ...say import SYNTHETIC, Text
from ...say.errors import WrongUse
from ...say.spoken import spoken
from .. import style
from ..picture import Block, Entry, Picture, page
from . import texts
from .bivariate import map_bivariate
from .classes import class_limits, class_texts, classify, enough_digits
from .ground import Ground, prepare_ground
from .large_map import crowded, draw_large, key_block, plan_map
from .panels import (
    care_block,
    default_title,
    draw_panel,
    on_first,
    outline_block,
    plan_names,
    site_block,
    small_multiples,
    source_note,
)
from .remarks import remarks, to_be_read_with_care
from .sites import place_sites, site_lines
from .slum_sites import map_slum_sites
from .theme import Theme, read_theme

__all__ = ["map_bivariate", "map_need", "map_slum_sites", "map_years"]


@spoken
def map_need(
    values: Any,
    areas: pd.DataFrame | None = None,
    *,
    boundaries: Any = None,
    inside: str | Sequence[str] | None = None,
    value: str | None = None,
    better: str | None = None,
    classes: int | Sequence[float] = 5,
    digits: int = 1,
    palette: str | None = None,
    sites: pd.DataFrame | None = None,
    highlight: Sequence[str] = (),
    highlighted: str | None = None,
    numbered: Sequence[str] = (),
    missing: str | None = None,
    title: str | None = None,
    label: str | None = None,
    unit: str | None = None,
    source: str | None = None,
    synthetic: bool = False,
    lang: str | None = None,
) -> Picture:
    """One indicator on one map, darker where the need is greater.

    `values`: DataFrame with `area_code` and one column of numbers (`value` names it when there are
    several), or a result with such a `.table()`; rows of `regency_indicators` bring label, unit and better
    end. `areas`: the places to draw (one level), or the full table of areas (the open one when None), of
    which the companions of the values are drawn, or the places `inside` one or more codes. `boundaries`:
    path or GeoDataFrame of true shapes; without, tiles. `classes`: a number of natural-break classes, or
    limits to keep when maps are compared. `palette`: orange, blue, purple, green, red (orange, or blue
    where a higher value is better). `sites`: programme sites to mark. `highlight`: codes to outline, and
    `highlighted` what the legend calls them. `numbered`: codes to number, in this order, on a map too crowded
    for names. `missing`: what the legend calls places without a value, "no data" when None. `label`, `unit`,
    `source`: texts for a column that no dictionary describes. `synthetic`: the data are invented, and the
    picture says so.

    Returns a `Picture` (matplotlib Figure, 16 cm wide) with `.table()`: `area_code, name, year, value,
    class, sites`, and `.sentence(lang)`. A missing value is a pattern, never a colour. Raises `WrongUse`
    for mixed years, indicators or series, unknown codes and unclear columns. Not for counts of very unequal
    populations: map rates.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77", "32.78"], "name": ["Kota Depok", "Kota Cimahi",
    ...     "Kota Tasikmalaya"], "lon": [106.8, 107.5, 108.2], "lat": [-6.4, -6.9, -7.3]})
    >>> rates = pd.DataFrame({"area_code": ["32.76", "32.77"], "poverty_rate": [2.58, 5.35]})
    >>> map_need(rates, areas, classes=(4,)).table()["class"].tolist()
    ['< 4,0', '≥ 4,0', 'tidak ada data']
    """
    theme = read_theme(values, value=value, better=better, label=label, unit=unit, source=source)
    if len(theme.years) > 1:
        raise WrongUse(texts.SEVERAL_YEARS.fill(n=len(theme.years)))
    ground = prepare_ground(theme.table["area_code"], areas, boundaries, inside)
    theme = theme.only(ground.shapes["area_code"])
    scale = Scale(theme, classes, digits, palette)
    drawn = ground.shapes[["area_code", "name"]].merge(theme.table, on="area_code", how="left")
    placed = place_sites(sites, ground.shapes["area_code"])
    care = {code for code, _ in to_be_read_with_care(values)} & set(ground.shapes["area_code"])
    plan = plan_map(ground, site_lines(placed, ground.level, lang), placed["area_code"], numbered=numbered)
    scale.missing = missing
    year = str(theme.years[0]) if theme.years else ""
    picture, box = page(
        title=title or default_title(theme.label, ground, year).say(lang),
        notes=[
            *ground.notes(lang),
            *remarks(values, ground.shapes, theme.years, lang),
            *source_note(theme.source, year, lang),
        ],
        notice=SYNTHETIC.say(lang) if synthetic else "",
        body=plan.height,
        inset=plan.legend_space,
        legend=[
            scale.legend(drawn["value"], lang),
            *outline_block(highlighted if highlight else None),
            *care_block(bool(care), lang),
            *site_block(placed, "mark" if crowded(ground) else ground.level, lang),
        ],
        below=plan.key(lang),
    )
    faces = scale.faces(drawn["value"])
    draw_large(picture, box, ground, faces, plan, highlight, lang, care)
    table = drawn.assign(value=drawn["value"].round(scale.digits))
    table["class"] = scale.texts_of(drawn["value"], lang)
    table["sites"] = table["area_code"].map(placed.groupby("area_code").size()).fillna(0).astype(int)
    return picture.carry(
        table[["area_code", "name", "year", "value", "class", "sites"]],
        _said(theme, drawn, ground, year, digits, synthetic, missing),
        unit=theme.measure(lang),
    )


@spoken
def map_years(
    values: Any,
    areas: pd.DataFrame | None = None,
    *,
    years: Sequence[int] | None = None,
    boundaries: Any = None,
    inside: str | Sequence[str] | None = None,
    value: str | None = None,
    better: str | None = None,
    classes: int | Sequence[float] = 5,
    digits: int = 1,
    palette: str | None = None,
    columns: int = 3,
    sites: pd.DataFrame | None = None,
    highlight: Sequence[str] = (),
    title: str | None = None,
    label: str | None = None,
    unit: str | None = None,
    source: str | None = None,
    synthetic: bool = False,
    lang: str | None = None,
) -> Picture:
    """Small maps of one indicator, one a year, all with the same classes.

    Arguments as for `map_need`; `values` has `year`, `years` chooses some of them, `columns` is the number
    of maps side by side. `sites` marks the places with a site of that year. Returns a `Picture`; `.table()`
    has `area_code, name, year, value, class, sites`. Changes of colour between years are not effects of the
    programme.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["Kota Depok", "Kota Cimahi"],
    ...     "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
    >>> rates = pd.DataFrame({"area_code": ["32.76", "32.76"], "year": [2021, 2022], "poverty_rate": [2.58, 2.53]})
    >>> map_years(rates, areas, classes=(2.55,)).table()["class"].tolist()
    ['≥ 2,55', 'tidak ada data', '< 2,55', 'tidak ada data']
    """
    theme = read_theme(values, value=value, better=better, label=label, unit=unit, source=source)
    shown = theme.years if years is None else list(years)
    absent = [y for y in shown if y not in theme.years]
    if not shown or absent:
        raise WrongUse(texts.YEARS_ABSENT.fill(absent=absent, years=theme.years) if absent else texts.NO_YEARS)
    ground = prepare_ground(theme.table["area_code"], areas, boundaries, inside)
    theme = theme.only(ground.shapes["area_code"], shown)
    scale = Scale(theme, classes, digits, palette)
    return draw_years(
        [Part(theme, shown, scale)],
        ground,
        values,
        sites,
        columns,
        highlight,
        title,
        source_note(theme.source, span_text(shown), lang),
        digits,
        synthetic,
        lang,
    )


@dataclass(frozen=True)
class Part:
    """Years of one series that share their classes; `head` stands above them where there are several parts."""

    theme: Theme
    years: Sequence[int]
    scale: Scale
    head: str = ""

    def gaps(self, places: int) -> bool:
        """Whether any of the places lacks a value in any of the years."""
        held = self.theme.table[self.theme.table["year"].isin(self.years)]["value"].notna().sum()
        return bool(held < places * len(self.years))


def draw_years(
    parts: Sequence[Part],
    ground: Ground,
    values: Any,
    sites: pd.DataFrame | None,
    columns: int,
    highlight: Sequence[str],
    title: str | None,
    last_notes: Sequence[str],
    digits: int,
    synthetic: bool,
    lang: str | None,
) -> Picture:
    """Small maps, one a year, each part with its classes, legend and rows; places and years to be read with care get a ring."""
    shown = [year for part in parts for year in part.years]
    span, theme = span_text(shown), parts[0].theme
    placed, care = place_sites(sites, ground.shapes["area_code"]), to_be_read_with_care(values)
    care = {(code, year) for code, year in care if year in shown and code in set(ground.shapes["area_code"])}
    counts = [len(part.years) for part in parts]
    labels = plan_names(ground, counts, columns)
    picture, panels = small_multiples(
        counts,
        columns,
        ground,
        heads=[part.head for part in parts if part.head],
        title=title or default_title(theme.label, ground, span).say(lang),
        notes=[*ground.notes(lang), *remarks(values, ground.shapes, shown, lang, [part.years for part in parts]), *last_notes],
        notice=SYNTHETIC.say(lang) if synthetic else "",
        legend=[
            *(
                part.scale.legend(None, lang, span_text(part.years) if len(parts) > 1 else "", part.gaps(len(ground.shapes)))
                for part in parts
            ),
            *care_block(bool(care), lang),
            *site_block(placed[placed["year"].isin(shown)], "panel", lang),
            *key_block(labels, texts.NUMBERED_FIRST, lang),
        ],
    )
    tables = []
    of_year = [(part, year) for part in parts for year in part.years]
    for n, ((part, year), box) in enumerate(zip(of_year, panels, strict=True)):
        drawn = (
            ground.shapes[["area_code", "name"]]
            .merge(part.theme.table[part.theme.table["year"] == year], on="area_code", how="left")
            .assign(year=year)
        )
        here = placed[placed["year"] == year]
        draw_panel(
            picture,
            box,
            ground,
            part.scale.faces(drawn["value"]),
            year,
            here,
            highlight,
            texts.KNOWN.say(lang, n=drawn["value"].notna().sum(), all=len(drawn)),
            lang,
            {code for code, odd_year in care if odd_year == year},
            on_first(labels, n),
        )
        drawn["class"] = part.scale.texts_of(drawn["value"], lang)
        drawn["sites"] = drawn["area_code"].map(here.groupby("area_code").size()).fillna(0).astype(int)
        drawn["value"] = drawn["value"].round(part.scale.digits)
        tables.append(drawn)
    table = pd.concat(tables, ignore_index=True)
    return picture.carry(
        table[["area_code", "name", "year", "value", "class", "sites"]],
        _said(theme, table, ground, span, digits, synthetic),
        unit=theme.measure(lang),
    )


def span_text(years: Sequence[int]) -> str:
    """First and last year."""
    return f"{min(years)}–{max(years)}" if len(years) > 1 else str(years[0])


class Scale:
    """Classes of a theme with their colours and texts; class 0 is the lowest value, dark is the greater need."""

    def __init__(self, theme: Theme, classes: int | Sequence[float], digits: int, palette: str | None):
        palette = palette or ("blue" if theme.better == "higher" else "orange")
        if palette not in style.RAMPS:
            raise WrongUse(texts.UNKNOWN_PALETTE.fill(palette=palette, known=list(style.RAMPS)))
        self.limits = class_limits(theme.table["value"], classes, digits)
        self.digits = enough_digits(self.limits, digits)
        shades = style.ramp(palette, len(self.limits) + 1)
        self.colours = shades if theme.better == "lower" else shades[::-1]
        self.theme = theme
        self.missing: str | None = None  # what a place without a value is called, where it is not "no data"

    def faces(self, values: pd.Series) -> list[str | None]:
        return [None if c < 0 else self.colours[c] for c in classify(values, self.limits)]

    def texts(self, lang: str | None) -> list[str]:
        """What the legend writes for each class, the lowest first."""
        return class_texts(self.limits, self.digits, lang) or [texts.ALL_VALUES.say(lang)]

    def texts_of(self, values: pd.Series, lang: str | None) -> list[str]:
        """The class of each place in words."""
        written = [*self.texts(lang), self.missing or texts.NO_DATA.say(lang)]  # -1, missing, is the last
        return [written[c] for c in classify(values, self.limits)]

    def legend(self, values: pd.Series | None, lang: str | None, years: str = "", gaps: bool = False) -> Block:
        """Classes with the number of places in each (left out when `values` is None), of these years where given; the pattern of
        a missing value where there is one among `values`, or without these where there are `gaps`."""
        found = classify(values, self.limits) if values is not None else np.array([], int)

        def counted(text: str, c: int) -> str:
            return text if values is None else texts.COUNTED.say(lang, text=text, n=(found == c).sum())

        entries = [Entry(counted(text, c), face=self.colours[c]) for c, text in enumerate(self.texts(lang))]
        if gaps or (found == -1).any():
            entries.append(Entry(counted(self.missing or texts.NO_DATA.say(lang), -1), face="white", hatch=style.HATCH))
        aside = texts.DARKER if values is None else texts.DARKER_COUNTED
        heading = self.theme.heading()
        heading = texts.HEADING_OF_YEARS.fill(heading=heading, years=years) if years else heading
        return Block(heading.say(lang), tuple(entries), aside.say(lang))


def _said(
    theme: Theme, drawn: pd.DataFrame, ground: Ground, when: str, digits: int, synthetic: bool, missing: str | None = None
) -> Text:
    """The map in a sentence: what, where, when, lowest and highest, how many without data."""
    known = drawn.dropna(subset="value")
    title = default_title(theme.label, ground, when)
    if synthetic:
        title = texts.SYNTHETIC.fill(notice=SYNTHETIC, title=title)
    if known.empty:
        return texts.MAP_WITHOUT_DATA.fill(title=title)
    one = texts.VALUE_OF_YEAR if known["year"].nunique() > 1 else texts.VALUE_OF
    low, high = (
        one.fill(value=row["value"], digits=digits, name=short_name(row["name"]), year=row["year"])
        for row in (known.loc[known["value"].idxmin()], known.loc[known["value"].idxmax()])
    )
    gaps = len(drawn) - len(known)
    said = texts.MAP if not gaps else texts.MAP_WITH_MISSING if missing else texts.MAP_WITH_GAPS
    return said.fill(title=title, low=low, high=high, gaps=gaps, missing=missing)
