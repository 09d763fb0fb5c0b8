"""The slum score of each RT before and after, with the limits of its classes, in one picture."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..say.spoken import spoken
from . import style, texts
from .charts import COLOURS, number_ticks, plain_axes
from .picture import Block, Entry, Picture, page

LIMITS = (16, 38, 60)  # Permen PUPR 14/PRT/M/2018: ringan, sedang, berat from here
OTHER = "#8a949e"


@spoken
def chart_slum_scores(table: pd.DataFrame, *, title: str, notes: Sequence[str] = (), lang: str | None = None) -> Picture:
    """From the score before (open) to the score after (filled), one row an RT: those of the programme first, then others.

    `table`: label, role ("assisted" or other), score_before, score_after (0-80).
    """
    rows = table.dropna(subset=["score_before", "score_after"])
    rows = rows.assign(own=rows["role"] == "assisted").sort_values(
        ["own", "score_before", "label"], ascending=[True, True, False], kind="stable"
    )
    rows = rows.reset_index(drop=True)
    legend = Block(
        "",
        (
            Entry(texts.BEFORE.say(lang), "white", marker="o", edge=style.INK),
            Entry(texts.AFTER.say(lang), style.INK, marker="o"),
            Entry(texts.RT_OF_SITE.say(lang), COLOURS[0]),
            Entry(texts.OTHER_RT.say(lang), OTHER),
        ),
    )
    picture, box = page(title=title, notes=notes, body=0.75 + 0.19 * len(rows), legend=(legend,))
    height = picture.get_size_inches()[1]
    axes = plain_axes(picture, box, left=0.34, right=0.03, bottom=0.42 / height, top=0.24 / height)
    for i, row in enumerate(rows.itertuples()):
        colour = COLOURS[0] if row.own else OTHER
        axes.hlines(i, *sorted((row.score_before, row.score_after)), color=colour, lw=2.0, zorder=3)
        axes.plot(row.score_before, i, "o", mfc="white", mec=colour, mew=1.2, ms=5, zorder=4)
        axes.plot(row.score_after, i, "o", color=colour, ms=5, zorder=5)
    for limit in LIMITS:
        axes.axvline(limit - 0.5, color=style.MUTED, lw=0.8, ls="--", zorder=2)
    for (a, b), word in zip(zip((0, *LIMITS), (*LIMITS, 80), strict=True), texts.CLASSES, strict=True):
        axes.annotate(
            word.say(lang),
            ((a + b) / 2, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            size=style.NOTE,
            color=style.MUTED,
            annotation_clip=False,
        )
    room = 0.33 * picture.get_size_inches()[0] * 72
    axes.set_yticks(range(len(rows)), [style.fit(label, room, style.NOTE) for label in rows["label"]], size=style.NOTE)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlim(0, 80)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel(texts.SLUM_SCORE.say(lang), size=style.BODY, color=style.MUTED)
    number_ticks(axes.xaxis, lang, 0)
    shown = rows.iloc[::-1][["label", "role", "score_before", "score_after"]]
    return picture.carry(shown, texts.ONLY_TITLE.fill(title=title))
