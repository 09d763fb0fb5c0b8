"""How firm a choice is, in pictures: the strip of chances, and the triangle of weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..say import Text
from ..say.spoken import spoken
from ..targeting.firmness.triangle import Triangle
from . import style, texts
from .charts import COLOURS, plain_axes, whole_ticks
from .picture import Block, Entry, Picture, page


@spoken
def chart_stability(
    table: pd.DataFrame,
    names: dict[str, str],
    k: int,
    *,
    title: str,
    notes: Sequence[str] = (),
    most: int = 15,
    lang: str | None = None,
) -> Picture:
    """Chance of being in the top `k` and the interval of ranks, one row a place, the ranking's order kept.

    `table`: as `ranking.stability(k).table()`; the first `most` rows are drawn.
    """
    rows = table.head(most).iloc[::-1].reset_index(drop=True)
    picture, box = page(title=title, notes=notes, body=0.75 + 0.21 * len(rows))
    height = picture.get_size_inches()[1]
    axes = plain_axes(picture, box, left=0.22, right=0.47, bottom=0.46 / height, top=0.02 / height)
    y, room = np.arange(len(rows)), 0.21 * picture.get_size_inches()[0] * 72
    place = {code: len(table) - i for i, code in enumerate(table["area_code"][::-1])}
    colours = [COLOURS[0] if place[c] <= k else "#a9c4c7" for c in rows["area_code"]]
    axes.barh(y, 100 * rows["probability_top_k"], color=colours, height=0.68, zorder=3)
    for i, chance in enumerate(rows["probability_top_k"]):
        axes.annotate(
            texts.PERCENT.say(lang, share=100 * chance),
            (100 * chance, i),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            size=style.NOTE,
            color=style.INK,
        )
    axes.set_yticks(y, [style.fit(names.get(c, c), room, style.BODY) for c in rows["area_code"]], size=style.BODY)
    axes.set_xlim(0, 118)
    axes.set_xticks([0, 50, 100])
    top = texts.IN_TOP.fill(k=k) if k > 1 else texts.RANKED_FIRST
    axes.set_xlabel(texts.CHANCE.say(lang, top=top), size=style.BODY, color=style.MUTED)
    ranks = plain_axes(picture, box, left=0.58, right=0.03, bottom=0.46 / height, top=0.02 / height)
    ranks.axvline(k + 0.5, color=style.MUTED, lw=0.8, ls="--", zorder=2)
    ranks.hlines(y, rows["rank_low"], rows["rank_high"], color=COLOURS[0], lw=3, zorder=3)
    own = [place[c] for c in rows["area_code"]]
    ranks.plot(own, y, "o", color="white", mec=COLOURS[0], mew=1.3, ms=5, zorder=4)
    ranks.set_yticks(y, [""] * len(rows))
    whole_ticks(ranks.xaxis)
    ranks.set_xlabel(texts.RANK.say(lang), size=style.BODY, color=style.MUTED)
    for each in (axes, ranks):
        each.set_ylim(-0.6, len(rows) - 0.4)
        each.grid(axis="y", visible=False)
    shown = rows.iloc[::-1].assign(name=lambda d: d["area_code"].map(names))
    return picture.carry(
        shown[["area_code", "name", "probability_top_k", "rank_low", "rank_high"]].round(3),
        texts.STABILITY.fill(title=title, top=top),
    )


@spoken
def chart_triangle(
    triangle: Triangle,
    names: dict[str, str],
    labels: tuple[str, str, str],
    *,
    title: str,
    notes: Sequence[str] = (),
    lang: str | None = None,
) -> Picture:
    """Who ranks first under every possible weighting of three aspects.

    `triangle`: as `ranking.triangle()`, whose regions give `area_code`, `corners` (n, 3) of weights and `share`;
    `labels` name the three corners in the order of the weights. The dot marks the stated weights.
    """
    regions = triangle.regions
    shades = style.ramp("green", max(len(regions), 2))
    entries = tuple(
        Entry(texts.REGION.say(lang, name=names.get(r.area_code, r.area_code), share=_share(r.share)), face=shades[i])
        for i, r in enumerate(regions)
    )
    dot = (Entry(texts.STATED_WEIGHTS.say(lang), style.INK, marker="o", edge="white"),)
    picture, box = page(
        title=title,
        notes=notes,
        body=3.3,
        legend=(Block(texts.FIRST_PLACE.say(lang), entries + dot),),
    )
    axes = picture.add_axes(box)
    axes.set_axis_off()
    axes.set_aspect("equal")
    corner = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, np.sqrt(3) / 2]])
    dot_at = np.asarray(triangle.ranking.specification.shares) @ corner
    for i, region in enumerate(regions):
        points = region.corners @ corner
        axes.fill(*points.T, facecolor=shades[i], edgecolor="white", lw=1.2, zorder=2)
        if region.share > 0.06:
            axes.annotate(
                names.get(region.area_code, region.area_code),
                dot_at if region.stated else points.mean(axis=0),
                xytext=(0, -10 if region.stated else 0),  # below the dot
                textcoords="offset points",
                ha="center",
                va="center",
                size=style.BODY,
                color=style.ink_on(shades[i]),
                zorder=4,
            )
    axes.plot(*np.vstack([corner, corner[:1]]).T, color=style.INK, lw=1.1, zorder=3)
    for point, label, shift, how in zip(corner, labels, ((0, -6), (0, -6), (0, 6)), ("top", "top", "bottom"), strict=True):
        axes.annotate(
            label,
            point,
            xytext=shift,
            textcoords="offset points",
            ha="center",
            va=how,
            size=style.BODY,
            weight="bold",
            color=style.INK,
            annotation_clip=False,
        )
    axes.plot(*dot_at, "o", color=style.INK, mec="white", ms=7, zorder=5)
    axes.set_xlim(-0.45, 1.45)
    axes.set_ylim(-0.08, 0.95)
    return picture.carry(
        triangle.table().assign(name=lambda d: d["area_code"].map(names)).round(3),
        Text(triangle.sentence("id"), triangle.sentence("en")),
    )


def _share(share: float) -> Text:
    """A share in whole percent; a region that exists but rounds to 0% is written as below 1%."""
    return texts.PERCENT.fill(share=100 * share) if share >= 0.005 else texts.BELOW_ONE_PERCENT
