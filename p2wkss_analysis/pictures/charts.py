"""How places moved: paths over the years, and from a first year to a last. Functions of tables; nothing is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis

from ..indicators.published.breaks import parts
from ..indicators.published.odd import odd, unchecked
from ..say import Text, number
from ..say.spoken import spoken
from . import style, texts
from .picture import Block, Entry, Picture, page

COLOURS = ("#0b5c63", "#c2410c", "#6d4aa2", "#8a6d00")  # dark enough for thin lines, told apart in grey by marker
MARKERS = ("o", "s", "^", "D")


def plain_axes(
    picture: Picture,
    box: tuple[float, float, float, float],
    *,
    left: float,
    right: float = 0.02,
    bottom: float = 0.09,
    top: float = 0.01,
) -> Axes:
    """Axes inside the body `box` of a page (fractions of the picture); the margins for labels are fractions, too."""
    x, y, width, height = box
    axes = picture.add_axes((x + left, y + bottom, width - left - right, height - bottom - top))
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.MUTED)
    axes.tick_params(labelsize=style.BODY, colors=style.INK, length=0, pad=4)
    axes.grid(axis="both", color="#e4e8ec", lw=0.6)
    axes.set_axisbelow(True)
    return axes


def number_ticks(axis: Axis, lang: str | None, digits: int) -> None:
    from matplotlib.ticker import FuncFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, digits, lang)))


def whole_ticks(axis: Axis) -> None:
    from matplotlib.ticker import AutoLocator

    locator = AutoLocator()
    locator.set_params(integer=True)
    axis.set_major_locator(locator)


@spoken
def chart_years(
    table: pd.DataFrame,
    *,
    highlight: dict[str, str],
    title: str,
    value_label: str,
    notes: Sequence[str] = (),
    lang: str | None = None,
) -> Picture:
    """Every place's path in grey, the highlighted ones in colour with their names.

    `table`: area_code, year, value and `method`; each series of a place is its own line, so a new series shows
    as a gap and never as a jump. Rows of `regency_indicators` break where their series does, and figures of a single
    copy, or to be read with care, have an open marker. `highlight` maps area_code to the name shown.
    """
    table = _told(table)
    open_ones = table["area_code"].isin(highlight) & table["open"]
    legend = (Block("", (Entry(texts.OPEN_MARKER.say(lang), "white", marker="o", edge=style.MUTED),)),) if open_ones.any() else ()
    picture, box = page(title=title, notes=notes, body=3.1, legend=legend)
    right = _margin(highlight.values(), picture, 0.19, 0.29, bold=True)
    axes = plain_axes(picture, box, left=0.075, right=right, bottom=0.07, top=0.05)
    table, room = _with_gaps(table), (right - 0.02) * picture.get_size_inches()[0] * 72
    for (code, _, _), path in table.groupby(["area_code", "method", "part"], sort=True):
        if code not in highlight:
            lonely = path["value"].notna().sum() == 1
            axes.plot(path["year"], path["value"], color="#b9c1ca", lw=0.7, zorder=1, marker="." if lonely else "")
    ends: list[tuple[float, Text, str]] = []
    values: list[Text] = []
    for i, (code, name) in enumerate(highlight.items()):
        colour, marker = COLOURS[i % 4], MARKERS[i % 4]
        own = table[table["area_code"] == code]
        for _, path in own.groupby(["method", "part"]):
            axes.plot(path["year"], path["value"], color=colour, lw=1.8, marker=marker, ms=3.4, zorder=3)
            doubted = path[path["open"]]
            axes.plot(doubted["year"], doubted["value"], marker, color=colour, mfc="white", mew=1.0, ms=3.4, zorder=4)
        if own["value"].notna().any():
            last = own.dropna(subset=["value"]).sort_values("year").iloc[-1]
            at = {"value": last["value"], "year": last["year"]}
            ends.append((last["value"], texts.LINE_END.fill(name=style.fit(name, room, style.BODY, bold=True), **at), colour))
            values.append(texts.NAMED_VALUE.fill(name=name, **at))
    low, high = axes.get_ylim()
    for value, text, colour in _spread(ends, 0.115 * (high - low)):
        axes.annotate(
            text.say(lang),
            (1.015, (value - low) / (high - low)),
            xycoords="axes fraction",
            va="center",
            size=style.BODY,
            color=colour,
            weight="bold",
            annotation_clip=False,
        )
    axes.set_ylim(low, high)
    axes.set_title(texts.OTHERS_IN_GREY.say(lang, label=value_label), loc="left", size=style.BODY, color=style.MUTED, pad=5)
    for axis in (axes.xaxis, axes.yaxis):
        whole_ticks(axis)
    number_ticks(axes.yaxis, lang, 0)
    shown = table.dropna(subset=["value"])
    shown = shown[shown["area_code"].isin(highlight)].assign(name=lambda d: d["area_code"].map(highlight))
    shown = shown[["area_code", "name", "year", "method", "value"]].sort_values(["area_code", "method", "year"])
    return picture.carry(
        shown.round({"value": 2}),
        texts.YEARS.fill(title=title, ends=values),
        unit=value_label,
    )


def _with_gaps(table: pd.DataFrame) -> pd.DataFrame:
    """Every year between the first and last of each unbroken part, so that a missing year breaks the line."""
    lines = []
    for (code, method, part), path in table.groupby(["area_code", "method", "part"], sort=True):
        years = range(int(path["year"].min()), int(path["year"].max()) + 1)
        own = path.set_index("year")[["value", "open"]].reindex(years)
        own["open"] = own["open"].eq(True)
        lines.append(own.rename_axis("year").reset_index().assign(area_code=code, method=method, part=part))
    return pd.concat(lines, ignore_index=True)


def _told(table: pd.DataFrame) -> pd.DataFrame:
    """With `part`, its unbroken part, and `open`, whether its marker is open; of a table of one's own, one part and none."""
    if "indicator" not in table:
        return table.assign(part=1, open=False)
    care = [reason is not None for reason in odd(table)]
    return table.assign(part=parts(table), open=unchecked(table).to_numpy(bool) | np.array(care, bool))


def _spread(ends: list[tuple[float, Text, str]], gap: float) -> list[tuple[float, Text, str]]:
    """The labels at the lines' ends from below, moved up where one would cover another."""
    apart: list[tuple[float, Text, str]] = []
    for value, text, colour in sorted(ends, key=lambda end: end[0]):
        apart.append((max(value, apart[-1][0] + gap) if apart else value, text, colour))
    return apart


@spoken
def chart_change(
    table: pd.DataFrame,
    names: dict[str, str],
    *,
    title: str,
    value_label: str,
    figures: pd.DataFrame | None = None,
    notes: Sequence[str] = (),
    lang: str | None = None,
) -> Picture:
    """From the first year (open) to the last (filled), one row a place, ordered by the last value.

    `table`: as `change_between(...).table()`. `figures`: the rows of `regency_indicators` it was computed from; ends of a single
    copy, or to be read with care, are diamonds.
    """
    rows = table.sort_values("value_to").reset_index(drop=True)
    years = (str(rows["year_from"].iloc[0]), str(rows["year_to"].iloc[0]))
    entries = [Entry(years[0], "white", marker="o", edge=COLOURS[0]), Entry(years[1], COLOURS[0], marker="o", edge=COLOURS[0])]
    doubted = _doubted(rows, figures)
    if doubted.any():
        entries.append(Entry(texts.DIAMOND.say(lang), "white", marker="D", edge=COLOURS[0]))
    legend = Block("", tuple(entries))
    picture, box = page(title=title, notes=notes, body=0.55 + 0.165 * len(rows), legend=(legend,))
    height = picture.get_size_inches()[1]
    left = _margin([names.get(c, c) for c in rows["area_code"]], picture, 0.2, 0.3)
    axes = plain_axes(picture, box, left=left, right=0.09, bottom=0.42 / height, top=0.02 / height)
    y, room = np.arange(len(rows)), (left - 0.01) * picture.get_size_inches()[0] * 72
    axes.hlines(y, rows["value_from"], rows["value_to"], color="#9fb6b8", lw=2.2, zorder=2)
    for ends, marker in ((~doubted, "o"), (doubted, "D")):
        first, last = ends.T
        axes.plot(rows["value_from"][first], y[first], marker, mfc="white", mec=COLOURS[0], mew=1.1, ms=4.4, zorder=3, ls="")
        axes.plot(rows["value_to"][last], y[last], marker, color=COLOURS[0], ms=4.8, zorder=4, ls="")
    axes.set_yticks(y, [style.fit(names.get(c, c), room, style.BODY) for c in rows["area_code"]], size=style.BODY)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.grid(axis="y", visible=False)
    for i, change in enumerate(rows["change"]):
        axes.annotate(
            texts.CHANGE.say(lang, change=change),
            (1.01, i),
            xycoords=("axes fraction", "data"),
            va="center",
            size=style.NOTE,
            color=style.MUTED,
            annotation_clip=False,
        )
    axes.set_xlabel(value_label, size=style.BODY, color=style.MUTED)
    number_ticks(axes.xaxis, lang, 0)
    shown = rows.assign(name=rows["area_code"].map(names))[["area_code", "name", "value_from", "value_to", "change"]]
    return picture.carry(
        shown.round(2),
        texts.FROM_TO.fill(title=title, first=years[0], last=years[1]),
        unit=value_label,
    )


def _margin(names: Iterable[str], picture: Picture, usual: float, most: float, bold: bool = False) -> float:
    """The part of the width that names beside the axes take: the usual one, or more where one of them is longer."""
    width = picture.get_size_inches()[0] * 72
    longest = max((style.text_size(name, bold) for name in names), default=0.0) * style.BODY / width + 0.025
    return float(np.clip(longest, usual, most))


def _doubted(rows: pd.DataFrame, figures: pd.DataFrame | None) -> np.ndarray:
    """(N, 2) whether the first and the last figure of each row of a change is to be read with care."""
    if figures is None:
        return np.zeros((len(rows), 2), bool)
    keys = ["area_code", "indicator", "method", "year"]
    told = _told(figures[figures["area_code"].isin(rows["area_code"]) & figures["indicator"].isin(rows["indicator"])])
    held = set(map(tuple, told.loc[told["open"], keys].astype({"year": int}).to_numpy(object).tolist()))
    ends = [rows[[*keys[:3], year]].astype({year: int}).to_numpy(object).tolist() for year in ("year_from", "year_to")]
    return np.array([[tuple(one) in held for one in end] for end in ends], bool).reshape(2, len(rows)).T
