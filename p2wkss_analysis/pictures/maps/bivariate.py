"""Two indicators on one map: poverty and human development, three classes each, nine colours.

Both axes run towards need, so that the darkest corner is the place where both are worst. Each place also carries the
code of its class (A to C for the first indicator, 1 to 3 for the second), which survives a grey print.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from ...places.areas import short_name
from ...say import Text, join
from ...say.errors import NotEnoughData, WrongUse
from ...say.spoken import spoken
from .. import style
from ..picture import Block, Entry, Picture, page
from . import texts
from .classes import classify, enough_digits
from .ground import Ground, prepare_ground
from .large_map import MOST, crowded, draw_large, key_block, plan_map
from .panels import default_title, draw_panel, on_first, plan_names, site_block, small_multiples, source_note
from .remarks import remarks
from .sites import place_sites, site_lines
from .theme import Theme, merged, read_theme

_FIRST = ("#f1f1f1", "#eaacb2", "#d0505f")  # red towards need in the first indicator
_SECOND = (
    "#f1f1f1",
    "#a6cbe3",
    "#4389c0",
)  # blue towards need in the second; the two multiply to dark violet
_LEFT, _BELOW, _ROOM = 1.1, 0.44, 0.62  # inches beside and below the square for its texts, and in all
_LARGE = 1000  # from where limits are written without decimals
_SQUARE = 1.0  # inches, side of the legend's square
_LETTERS, _DIGITS = "ABC", "123"


@spoken
def map_bivariate(
    values: pd.DataFrame,
    areas: pd.DataFrame | None = None,
    *,
    x: str = "poverty_rate",
    y: str = "hdi",
    boundaries: Any = None,
    inside: str | Sequence[str] | None = None,
    sites: pd.DataFrame | None = None,
    x_limits: tuple[float, float] | None = None,
    y_limits: tuple[float, float] | None = None,
    digits: int = 1,
    columns: int = 3,
    highlight: Sequence[str] = (),
    title: str | None = None,
    source: str | None = None,
    notes: Sequence[str] = (),
    lang: str | None = None,
) -> Picture:
    """Two indicators at once, with the programme's sites; one large map, or one a year when there are several years.

    `values`: rows of `regency_indicators` holding the indicators `x` and `y` (one series of each), or a
    table with `area_code`, columns `x` and `y`, and perhaps `year`. `x_limits`, `y_limits`: two class
    limits each, in the indicator's unit; without them the terciles of what is drawn, rounded to `digits`.
    `sites` are marked with their number and years on the large map, and in their own year on the small
    ones. `notes`: further lines below the picture. Other arguments as for `map_need`.

    Returns a `Picture` with `.table()`: `area_code, name, year, x, y (under their own names), class,
    sites`; class C3 is the greatest need in both, empty where one is missing. The map shows where sites
    were, not whether they helped: a site serves about 100 households and cannot move a regency's figures.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77", "32.78"], "name": ["Kota Depok", "Kota Cimahi",
    ...     "Kota Tasikmalaya"], "lon": [106.8, 107.5, 108.2], "lat": [-6.4, -6.9, -7.3]})
    >>> values = pd.DataFrame({"area_code": ["32.76", "32.77", "32.78"], "poverty_rate": [2.6, 5.4, 13.1],
    ...     "hdi": [81.4, 78.1, 73.3]})
    >>> map_bivariate(values, areas, x_limits=(5, 10), y_limits=(75, 80)).table()["class"].tolist()
    ['A1', 'B2', 'C3']
    """
    first, second = (_theme(values, name, source) for name in (x, y))
    both = first.table.merge(second.table, on=["area_code", "year"], how="outer", suffixes=("_x", "_y"))
    ground = prepare_ground(both["area_code"], areas, boundaries, inside)
    both = both[both["area_code"].isin(set(ground.shapes["area_code"]))]
    placed = place_sites(sites, ground.shapes["area_code"])
    years = sorted(int(v) for v in both["year"].dropna().unique())
    when = "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    named = default_title(texts.NAMES.fill(names=[first.label, second.label]), ground, when)
    heading = title or named.say(lang)
    axes = (
        _Axis(first, both["value_x"], x_limits, digits, lang),
        _Axis(second, both["value_y"], y_limits, digits, lang),
    )
    shown = values[values["indicator"].isin([x, y])] if "indicator" in values else values
    lines = [
        *ground.notes(lang),
        *remarks(shown, ground.shapes, years, lang),
        *notes,
        *source_note(merged(first.source, second.source), when, lang),
    ]
    if len(years) > 1:
        picture, table = _panels(both, ground, axes, placed, years, columns, highlight, heading, lines, lang)
    else:
        picture, table = _large(both, ground, axes, placed, highlight, heading, lines, lang)
    table = table.rename(columns={"value_x": x, "value_y": y})
    return picture.carry(table, _said(table, named))


class _Axis:
    """Three classes of one indicator, 0 the least need, with the texts of the legend in that order."""

    def __init__(self, theme: Theme, values: pd.Series, limits: tuple[float, float] | None, digits: int, lang: str | None):
        known = values.dropna()
        if limits is None and known.nunique() < 3:
            raise NotEnoughData(texts.TOO_FEW_VALUES.fill(label=theme.label, n=known.nunique()))
        given = np.round(known.quantile([1 / 3, 2 / 3]), digits) if limits is None else limits
        self.limits = tuple(float(v) for v in given)
        if len(self.limits) != 2 or not self.limits[0] < self.limits[1]:
            raise WrongUse(texts.TWO_LIMITS.fill(limits=self.limits))
        self.theme, self.falls = theme, theme.better == "higher"
        self.digits = enough_digits(self.limits, 0 if self.limits[0] >= _LARGE else digits)
        low, high = self.limits
        written = [
            texts.BELOW.say(lang, high=low, digits=self.digits),
            texts.MIDDLE_CLASS.say(lang, low=low, high=high, digits=self.digits),
            texts.FROM.say(lang, low=high, digits=self.digits),
        ]
        self.texts = written[::-1] if self.falls else written

    def classes(self, values: pd.Series) -> np.ndarray:
        found = classify(values, self.limits)
        return np.where(found < 0, -1, 2 - found) if self.falls else found


Axes = tuple[_Axis, _Axis]


def colour(i: int, j: int) -> str:
    """The colour of class `i` of the first and `j` of the second indicator (0 to 2, 2 the greatest need).

    >>> style.lightness(colour(0, 0)) > style.lightness(colour(1, 1)) > style.lightness(colour(2, 2))
    True
    """
    red, green, blue = np.array(to_rgb(_FIRST[i])) * to_rgb(_SECOND[j]) / to_rgb(_FIRST[0])
    return to_hex((red, green, blue))


def _theme(values: pd.DataFrame, name: str, source: str | None) -> Theme:
    if isinstance(values, pd.DataFrame) and "indicator" in values:
        rows = values[values["indicator"] == name]
        if rows.empty:
            raise NotEnoughData(texts.NO_INDICATOR.fill(name=name))
        return read_theme(rows, source=source)
    return read_theme(values, value=name, source=source)


def _drawn(both: pd.DataFrame, ground: Ground, axes: Axes, placed: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """One row a place: values, class code ("" where either is missing), number of sites."""
    rows = both if year is None else both[both["year"] == year]
    drawn = ground.shapes[["area_code", "name"]].merge(rows, on="area_code", how="left")
    if year is not None:
        drawn["year"] = year
    i, j = axes[0].classes(drawn["value_x"]), axes[1].classes(drawn["value_y"])
    drawn["class"] = [_LETTERS[a] + _DIGITS[b] if a >= 0 and b >= 0 else "" for a, b in zip(i, j, strict=True)]
    drawn["sites"] = drawn["area_code"].map(placed.groupby("area_code").size()).fillna(0).astype(int)
    drawn["value_x"], drawn["value_y"] = (
        drawn["value_x"].round(axes[0].digits),
        drawn["value_y"].round(axes[1].digits),
    )
    return drawn[["area_code", "name", "year", "value_x", "value_y", "class", "sites"]]


def _faces(drawn: pd.DataFrame) -> list[str | None]:
    return [colour(_LETTERS.index(c[0]), _DIGITS.index(c[1])) if c else None for c in drawn["class"]]


def _large(
    both: pd.DataFrame,
    ground: Ground,
    axes: Axes,
    placed: pd.DataFrame,
    highlight: Sequence[str],
    heading: str,
    notes: Sequence[str],
    lang: str | None,
) -> tuple[Picture, pd.DataFrame]:
    drawn = _drawn(both, ground, axes, placed, None)
    lines = {code: [kind] if kind else [] for code, kind in zip(drawn["area_code"], drawn["class"], strict=True)}
    for code, marks in site_lines(placed, ground.level, lang, years=True).items():
        lines[code] = [" ".join([*lines[code], marks[0]]), *marks[1:]]
    plan = plan_map(ground, lines, placed["area_code"], MOST - 0.8)
    blocks = [_missing(drawn, lang), *site_block(placed, "mark" if crowded(ground) else ground.level, lang)]
    whole = plan.height + _SQUARE + _ROOM
    picture, box = page(title=heading, notes=notes, body=whole, legend=[b for b in blocks if b], below=plan.key(lang))
    share = plan.height / whole
    left, bottom, width, tall = box
    upper = (left, bottom + tall * (1 - share), width, tall * share)
    draw_large(picture, upper, ground, _faces(drawn), plan.in_corners(), highlight, lang)
    _square(picture, (left, bottom, width, tall * (1 - share)), axes, drawn, lang)
    return picture, drawn


def _panels(
    both: pd.DataFrame,
    ground: Ground,
    axes: Axes,
    placed: pd.DataFrame,
    years: Sequence[int],
    columns: int,
    highlight: Sequence[str],
    heading: str,
    notes: Sequence[str],
    lang: str | None,
) -> tuple[Picture, pd.DataFrame]:
    tables = {year: _drawn(both, ground, axes, placed[placed["year"] == year], year) for year in years}
    every = pd.concat(tables.values(), ignore_index=True)
    shown = placed[placed["year"].isin(years)]
    blocks = [_missing(every, lang), *site_block(shown, "panel", lang)]
    labels = plan_names(ground, [len(years)], columns)
    picture, boxes = small_multiples(
        [len(years)],
        columns,
        ground,
        extra=_SQUARE + _ROOM,
        title=heading,
        notes=notes,
        legend=[*(b for b in blocks if b), *key_block(labels, texts.NUMBERED_FIRST, lang)],
    )
    for n, (year, box) in enumerate(zip(years, boxes, strict=False)):
        known = int((tables[year]["class"] != "").sum())
        draw_panel(
            picture,
            box,
            ground,
            _faces(tables[year]),
            year,
            placed[placed["year"] == year],
            highlight,
            texts.KNOWN.say(lang, n=known, all=len(ground.shapes)),
            lang,
            labels=on_first(labels, n),
        )
    _square(picture, boxes[-1], axes, None, lang)
    return picture, every


def _missing(drawn: pd.DataFrame, lang: str | None) -> Block | None:
    if (drawn["class"] != "").all():
        return None
    return Block("", (Entry(texts.ONE_MISSING.say(lang), face="white", hatch=style.HATCH),))


def _square(
    picture: Picture, box: tuple[float, float, float, float], axes: Axes, drawn: pd.DataFrame | None, lang: str | None
) -> None:
    """The nine colours with their limits, and beside them the places in the corner of greatest need."""
    left, bottom, width, _ = box
    fw, fh = picture.get_size_inches()
    below, beside = (_in_lines(axes[0].texts, _SQUARE * 1.25 / 3), _in_lines(axes[1].texts, _LEFT / 2))
    cell = max(_SQUARE * 1.25 / 3, max(map(_inches, below)) + 0.06)  # in inches, wide enough for its limits
    side_x, side_y = 3 * cell / fw, _SQUARE / fh
    start = left + _LEFT / fw
    square = picture.add_axes((start, bottom + _BELOW / fh, side_x, side_y))
    square.set_xlim(0, 3)
    square.set_ylim(0, 3)
    square.axis("off")
    for i in range(3):
        for j in range(3):
            face = colour(i, j)
            square.add_patch(Rectangle((i, j), 1, 1, fc=face, ec="white", lw=1.2))
            square.text(
                i + 0.5,
                j + 0.5,
                _LETTERS[i] + _DIGITS[j],
                size=style.NOTE,
                ha="center",
                va="center_baseline",
                color=style.ink_on(face),
            )
        square.text(i + 0.5, -0.12, below[i], size=style.NOTE - 0.8, ha="center", va="top", color=style.INK, linespacing=1.05)
        square.text(-0.1, i + 0.5, beside[i], size=style.NOTE - 0.8, ha="right", va="center", color=style.INK, linespacing=1.05)
    heading = texts.AXIS.say(lang, label=axes[0].theme.heading())
    half = style.text_size(heading, bold=True) * style.NOTE / 72 / 2
    square.text(
        max(1.5, (half - _LEFT) / cell),  # a long one begins at the edge of the picture
        -0.9 if any("\n" in text for text in below) else -0.55,
        heading,
        size=style.NOTE,
        weight="bold",
        ha="center",
        va="top",
        color=style.INK,
    )
    label = style.wrap(texts.AXIS.say(lang, label=axes[1].theme.heading()), 72 * (_SQUARE + 0.35), style.NOTE, bold=True)
    square.text(
        -_LEFT / cell if len(label) > 2 else -1.9 * _SQUARE * 1.25 / 3 / cell,
        1.5,
        "\n".join(label),
        size=style.NOTE,
        weight="bold",
        ha="left" if len(label) > 2 else "center",
        va="center",
        rotation=90,
        color=style.INK,
        linespacing=1.1,
    )
    if drawn is not None:
        _worst(picture, start + side_x + 0.3 / fw, bottom + _BELOW / fh + side_y, left + width, drawn, lang)


def _in_lines(limits: Sequence[str], room: float) -> list[str]:
    """The limits of three classes; those wider than their room in inches in two lines."""
    cut = [text.replace("–", "–\n") if "–" in text else text.replace(" ", "\n", 1) for text in limits]
    return [text if _inches(text) <= room else lines for text, lines in zip(limits, cut, strict=True)]


def _inches(text: str) -> float:
    return max(style.text_size(line) for line in text.split("\n")) * (style.NOTE - 0.8) / 72


def _worst(picture: Picture, x: float, top: float, right: float, drawn: pd.DataFrame, lang: str | None) -> None:
    fw, _ = picture.get_size_inches()
    names = [short_name(n) for n in drawn.loc[drawn["class"] == "C3", "name"]]
    shown = names[:14] + ([texts.OTHERS.say(lang, n=len(names) - 14)] if len(names) > 14 else [])
    head = texts.WORST.say(lang, n=len(names))
    room = (right - x) * fw * 72
    lines = style.wrap(head, room, style.NOTE, bold=True)
    picture.text(x, top, "\n".join(lines), size=style.NOTE, weight="bold", va="top", color=style.INK)
    body = style.wrap(join(shown, lang) or "–", room, style.NOTE)
    drop = len(lines) * style.NOTE * 1.35 / 72 / picture.get_size_inches()[1]
    picture.text(x, top - drop, "\n".join(body), size=style.NOTE, va="top", color=style.INK)


def _said(table: pd.DataFrame, title: Text) -> Text:
    """The map in a sentence: how many places are worst in both, which, and how many sites are marked."""
    several = table["year"].nunique() > 1
    last = table[table["year"] == table["year"].max()] if table["year"].notna().any() else table
    names = [short_name(n) for n in last.loc[last["class"] == "C3", "name"]]
    shown = [*names[:8], *([texts.AND_OTHERS] if len(names) > 8 else [])]
    said = (texts.BOTH_WORST_IN if several else texts.BOTH_WORST).fill(
        title=title,
        year=last["year"].iloc[0],
        n=len(names),
        names=texts.NAMED_IN_BRACKETS.fill(names=shown) if names else "",
    )
    sites = int(table["sites"].sum())
    return texts.WITH_SITES.fill(said=said, sites=sites) if sites else said
