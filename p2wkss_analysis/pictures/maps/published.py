"""Maps of published indicators: any indicator of any year, of a province or of the country, by what can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
import pandas as pd

from ...dictionary.tables import read_dictionary
from ...indicators.change import full_years
from ...indicators.published.by_year import Span, one_method_a_year, spans
from ...indicators.published.series import series_text
from ...indicators.texts.published import OTHER_METHOD
from ...say.errors import NotEnoughData, WrongUse
from ...say.spoken import spoken
from ...tables.intake import load
from ...tables.place_names import provinces_named
from ..picture import Picture
from . import texts
from .bivariate import map_bivariate
from .ground import Ground, prepare_ground
from .large_map import crowded
from .maps import Part, Scale, draw_years, map_need, span_text
from .panels import source_note
from .theme import merged, read_theme

_RAMPS = ("purple", "green", "red")  # of the second and later parts: colours that cannot be compared are of another kind
_NARROW = 9  # from more maps than this, four stand side by side


@spoken
def map_indicator(
    indicator: str = "poverty_rate",
    years: int | Sequence[int] | None = None,
    province: str | int = "32",
    *,
    by: str | None = None,
    method: str | None = None,
    boundaries: Any = None,
    sites: pd.DataFrame | None = None,
    classes: int | Sequence[float] = 5,
    highlight: Sequence[str] = (),
    title: str | None = None,
    source: str | None = None,
    lang: str | None = None,
) -> Picture:
    """A published indicator on a map: one year large, several years as small maps with the same classes.

    Parameters
    ----------
    indicator : a name of the data dictionary. years : one or several; by default the latest complete one (with `by`, of
        both). Each must have a figure; of a `range`, those that have one are drawn and the others named.
    province : name or code, or "Indonesia" for all 514 kabupaten/kota.
    by : a second indicator, for a map of both in nine colours; the classes are terciles of all years that compare with
        those drawn.
    method : one series, where an indicator has several; by default the newest that covers all the years asked for, else each year
        its newest.
    boundaries, sites, classes, highlight, title, source : as for `map_need`.

    Years that cannot be compared, by another method or by a break in most places, stand in rows of their own with classes and
    colours of their own; with `by` they are refused. A place without a figure is hatched. Returns a `Picture` (see `map_need`).
    Raises WrongUse for an unknown indicator or province, and for years without any figure.

    >>> picture = map_indicator("hdi", [2022, 2025], "Banten", lang="en")
    >>> picture.table().groupby("year").size().to_dict()
    {2022: 8, 2025: 8}
    """
    if by == indicator:
        raise WrongUse(texts.TWICE_THE_SAME.fill(label=read_dictionary().indicator(indicator).labels))
    codes = provinces_named(province)
    rows = _rows(indicator, codes, method)
    second = None if by is None else _rows(by, codes, None)
    both = rows if second is None else rows[rows["year"].isin(full_years(second, second["indicator"].iloc[0]))]
    asked = _asked(both if years is None and len(both) else rows, indicator, years)
    areas = load("areas")
    around = {
        "boundaries": boundaries,
        "inside": list(codes),
        "sites": sites,
        "highlight": highlight,
        "title": title,
        "source": source,
    }
    if second is not None:
        return _of_two(rows, second, asked, areas, around, lang)
    gaps = sorted(set(years) - set(asked)) if isinstance(years, range) else []
    rows = one_method_a_year(rows, asked)
    if len(asked) == 1:
        return map_need(rows, areas, classes=classes, digits=_digits(rows), lang=lang, **around)
    return _small_maps(rows, areas, asked, gaps, classes, around, lang)


def _rows(indicator: str, provinces: Sequence[str], method: str | None) -> pd.DataFrame:
    known = read_dictionary().indicator(indicator)  # an unknown one is refused with the list of known ones
    rows = load("regency_indicators")
    rows = rows[(rows["indicator"] == indicator) & rows["area_code"].str[:2].isin(provinces)]
    rows = rows[rows["method"] == method] if method else rows
    if rows.empty:
        raise NotEnoughData(texts.NOT_PUBLISHED_HERE.fill(label=known.labels))
    return rows


def _asked(rows: pd.DataFrame, indicator: str, years: int | Sequence[int] | None) -> list[int]:
    """The years asked for, in order; each must have a figure, but for those within a range."""
    there = sorted(int(year) for year in rows["year"].unique())
    if years is None:
        return [full_years(rows, indicator)[-1]]
    asked = sorted({int(year) for year in ([years] if isinstance(years, (int, np.integer)) else years)})
    if not asked:
        raise WrongUse(texts.NO_YEARS)
    absent = [year for year in asked if year not in there]
    if isinstance(years, range) and len(absent) < len(asked):
        return [year for year in asked if year in there]
    if absent:
        label = read_dictionary().indicator(indicator).labels
        raise WrongUse(texts.YEARS_NOT_PUBLISHED.fill(label=label, absent=absent, years=there))
    return asked


def _small_maps(
    rows: pd.DataFrame,
    areas: pd.DataFrame,
    asked: list[int],
    gaps: list[int],
    classes: int | Sequence[float],
    around: dict,
    lang: str | None,
) -> Picture:
    found = spans(rows)
    ground = prepare_ground(rows["area_code"], areas, around["boundaries"], around["inside"])
    parts = [
        _part(rows, span, n if len(found) > 1 else -1, ground, classes, around["source"], lang) for n, span in enumerate(found)
    ]
    return draw_years(
        parts,
        ground,
        rows,
        around["sites"],
        _side_by_side(asked, ground),
        around["highlight"],
        around["title"],
        [
            *_on_classes(found, classes, lang),
            *([texts.YEARS_LEFT_OUT.say(lang, years=gaps)] if gaps else []),
            *source_note(reduce(merged, (part.theme.source for part in parts)), span_text(asked), lang),
        ],
        _digits(rows),
        False,
        lang,
    )


def _digits(rows: pd.DataFrame) -> int:
    """Decimals: two where most figures are below two, as of the gap and the severity of poverty.

    With one, 0.16 would be written 0.2 and stand in the class below 0.2.
    """
    return 2 if rows["value"].median() < 2 else 1


def _side_by_side(years: Sequence[int], ground: Ground) -> int:
    return 2 if crowded(ground) else 3 if len(years) <= _NARROW else 4


def _part(
    rows: pd.DataFrame, span: Span, n: int, ground: Ground, classes: int | Sequence[float], source: str | None, lang: str | None
) -> Part:
    """The years of one span; n is its place among several, -1 where it is the only one."""
    own = rows[rows["year"].isin(span.years)]
    theme = read_theme(own, source=source).only(ground.shapes["area_code"])
    head = texts.ROW if span.reason is None else texts.ROW_OF_METHOD if span.reason == OTHER_METHOD else texts.ROW_ANEW
    said = head.say(lang, years=span_text(span.years), series=series_text(span.method), reason=span.reason) if n >= 0 else ""
    return Part(theme, span.years, Scale(theme, classes, _digits(rows), _RAMPS[(n - 1) % len(_RAMPS)] if n > 0 else None), said)


def _on_classes(found: Sequence[Span], classes: int | Sequence[float], lang: str | None) -> list[str]:
    """From which figures the class limits were computed, unless they were given."""
    each = [span_text(span.years) for span in found]
    if len(each) > 1:
        return [texts.OWN_CLASSES.say(lang, each=each)]
    return [texts.SAME_CLASSES.say(lang, years=each[0])] if isinstance(classes, int) else []


def _of_two(
    first: pd.DataFrame, second: pd.DataFrame, asked: list[int], areas: pd.DataFrame, around: dict, lang: str | None
) -> Picture:
    """Both indicators on one map, with terciles of all years that compare with those asked for."""
    _asked(second, str(second["indicator"].iloc[0]), asked)
    drawn, spread = [], []
    for rows in (first, second):
        own = one_method_a_year(rows, asked)
        found = spans(own)
        if len(found) > 1:
            label = read_dictionary().indicator(str(own["indicator"].iloc[0])).labels
            raise WrongUse(texts.ONE_MAP_OF_YEARS.fill(years=asked, label=label, reason=found[1].reason))
        drawn.append(own)
        whole = next(span for span in spans(rows[rows["method"] == found[0].method]) if asked[0] in span.years)
        own = rows[(rows["method"] == whole.method) & rows["year"].isin(whole.years)]
        count = own.groupby("year").size()
        spread.append(own[own["year"].isin(count.index[2 * count >= count.max()])])  # not a year with a few places
    common = sorted(set(spread[0]["year"]) & set(spread[1]["year"]))
    limits = [_terciles(rows[rows["year"].isin(common)]["value"]) for rows in spread]
    names = [str(rows["indicator"].iloc[0]) for rows in drawn]
    return map_bivariate(
        pd.concat(drawn),
        areas,
        x=names[0],
        y=names[1],
        x_limits=limits[0],
        y_limits=limits[1],
        columns=3 if len(asked) <= _NARROW else 4,
        notes=[texts.LIMITS_OF_SPAN.say(lang, years=span_text(common))],
        lang=lang,
        **around,
    )


def _terciles(values: pd.Series) -> tuple[float, float] | None:
    """Limits with three digits before the point or one behind it, and with more where these do not part them."""
    size = float(values.abs().median())
    for digits in range(min(1, 3 - int(np.log10(size))) if size >= 1000 else 1, 3):
        low, high = np.round(values.quantile([1 / 3, 2 / 3]), digits)
        if low < high:
            return float(low), float(high)
    return None
