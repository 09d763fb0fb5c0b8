"""Delivery in pictures: how far each agency is with what was due, and what was planned and done month by month."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..say.spoken import spoken
from . import style, texts
from .charts import COLOURS, number_ticks, plain_axes
from .picture import Picture, page

_UNKNOWN = "#c9d3d4"  # between what is reported and what it would be if all unreported work were done


@spoken
def chart_agencies(table: pd.DataFrame, *, title: str, notes: Sequence[str] = (), lang: str | None = None) -> Picture:
    """Share done of the activities due, one bar an agency, the highest share first; the light end is work that nobody reported.

    `table`: as `planned_against_done(...).by_agency()`; the row "all", and agencies of which no share is told, are left out. The
    bar ends at percent_low (unreported work counted as not done), the light part at percent_high.
    """
    rows = table[(table["agency"] != "all") & (table["due"] > 0) & table["percent_low"].notna()].sort_values(
        ["percent_low", "agency"], ascending=[True, False]
    )
    picture, box = page(title=title, notes=notes, body=0.6 + 0.3 * len(rows))
    height = picture.get_size_inches()[1]
    axes = plain_axes(picture, box, left=0.42, right=0.16, bottom=0.44 / height, top=0.02 / height)
    y = list(range(len(rows)))
    axes.barh(y, rows["percent_high"] - rows["percent_low"], left=rows["percent_low"], color=_UNKNOWN, height=0.66, zorder=2)
    axes.barh(y, rows["percent_low"], color=COLOURS[0], height=0.66, zorder=3)
    for i, row in enumerate(rows.itertuples()):
        done = texts.DONE_OF if row.percent_low == row.percent_high else texts.DONE_BETWEEN
        axes.annotate(
            done.say(lang, low=row.percent_low, high=row.percent_high, due=row.due),
            (1.015, i),
            xycoords=("axes fraction", "data"),
            va="center",
            size=style.NOTE,
            color=style.INK,
            annotation_clip=False,
        )
    width = 0.405 * picture.get_size_inches()[0] * 72
    axes.set_yticks(y, ["\n".join(style.wrap(name, width, style.NOTE)) for name in rows["agency"]], size=style.NOTE)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_xlim(0, 100)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel(texts.SHARE_DONE.say(lang), size=style.BODY, color=style.MUTED)
    number_ticks(axes.xaxis, lang, 0)
    shown = rows.iloc[::-1][["agency", "due", "percent_low", "percent_high", "not_reported"]].round(1)
    return picture.carry(shown, texts.AGENCIES.fill(title=title))


@spoken
def chart_months(table: pd.DataFrame, *, title: str, notes: Sequence[str] = (), lang: str | None = None) -> Picture:
    """Planned and done activities added up month by month, of all agencies together.

    `table`: as `planned_against_done(...).table()`; its rows "all" are drawn.
    """
    rows = table[table["agency"] == "all"].reset_index(drop=True)
    picture, box = page(title=title, notes=notes, body=2.7)
    axes = plain_axes(picture, box, left=0.08, right=0.20, bottom=0.12, top=0.05)
    x = range(len(rows))
    lines = (
        (rows["planned_so_far"], texts.PLANNED, COLOURS[1], "s", "--"),
        (rows["done_so_far"], texts.DONE, COLOURS[0], "o", "-"),
    )
    ends = []
    for values, text, colour, marker, dash in lines:
        axes.plot(x, values, dash, color=colour, marker=marker, ms=4, lw=1.7, zorder=3)
        ends.append((float(values.iloc[-1]), text, colour))
    low, high = 0, 1.08 * max(rows["planned_so_far"].max(), rows["done_so_far"].max(), 1)
    ends.sort(key=lambda end: end[0])
    gap = 0.11 * high
    shift = max(0.0, gap - (ends[1][0] - ends[0][0])) / 2
    for (value, text, colour), move in zip(ends, (-shift, shift), strict=True):
        axes.annotate(
            text.say(lang, n=value),
            (1.015, (value + move) / high),
            xycoords="axes fraction",
            va="center",
            size=style.BODY,
            color=colour,
            weight="bold",
            annotation_clip=False,
        )
    axes.set_ylim(low, high)
    axes.set_xticks(list(x), [f"{m[5:]}/{m[2:4]}" for m in rows["month"]], size=style.NOTE)
    axes.set_title(texts.ADDED_UP.say(lang), loc="left", size=style.BODY, color=style.MUTED, pad=5)
    number_ticks(axes.yaxis, lang, 0)
    shown = rows[["month", "planned_so_far", "done_so_far", "not_reported_so_far"]].round(1)
    return picture.carry(shown, texts.ONLY_TITLE.fill(title=title))
