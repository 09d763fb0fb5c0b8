"""The RW or RT of villages as equal tiles in the order of their numbers, darker where the need is greater."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..say.spoken import spoken
from . import style, texts
from .picture import Block, Entry, Picture, page

LIMITS = (20, 40, 60, 80)  # of the need score between its classes
ACROSS = 8  # most tiles side by side
HIGH, HEAD, AIR = 0.36, 0.24, 0.08  # inches of a tile, of a village's name above its tiles, and before the legend


@dataclass(frozen=True)
class _Tile:
    """Where a tile stands, and what it is called."""

    row: int
    column: int
    label: str


@spoken
def map_within(
    villages: Mapping[str, pd.DataFrame], k: int, *, title: str, notes: Sequence[str] = (), lang: str | None = None
) -> Picture:
    """Of every village the RW, or the RT one line an RW, each with its rank and where tested its chance; the first k outlined.

    villages: name to rows as of `NeedWithin.table()`, whose codes end in "/RW03" or "/RW03/RT02". Tiles stand in the order of
    their numbers, not where they lie: a workbook holds no positions of RW.
    """
    tiles = {name: _tiles(rows["area_code"]) for name, rows in villages.items()}
    head = HEAD if len(tiles) > 1 else 0.0  # the title names a single village
    high = {name: head + HIGH * (1 + max(t.row for t in placed.values())) for name, placed in tiles.items()}
    shades = style.ramp("orange", len(LIMITS) + 1)
    tested = any("probability_top_k" in rows for rows in villages.values())
    legend = Block(
        texts.NEED_SCORE.say(lang),
        tuple(
            Entry(texts.SCORES.say(lang, low=low, high=high_), face=shade)
            for low, high_, shade in zip((0, *LIMITS), (*LIMITS, 100), shades, strict=True)
        ),
        (texts.TILE_WITH_CHANCE if tested else texts.TILE).say(lang, among=texts.IN_TOP.fill(k=k) if k > 1 else texts.NEEDIEST),
    )
    picture, box = page(title=title, notes=[*notes, texts.BY_NUMBER.say(lang)], body=AIR + sum(high.values()), legend=(legend,))
    axes = picture.add_axes(box)
    width, height = box[2] * picture.get_size_inches()[0], AIR + sum(high.values())
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    top = 0.0
    for name, rows in villages.items():
        axes.text(0, top + head / 2, name if head else "", size=style.BODY, weight="bold", color=style.INK, va="center")
        _draw(axes, rows, tiles[name], top + head, width, k, shades, lang)
        top += high[name]
    table = pd.concat([rows.assign(village=name) for name, rows in villages.items()], ignore_index=True)
    return picture.carry(table.drop(columns="area_code").round(3), texts.ONLY_TITLE.fill(title=title))


def _draw(
    axes: Axes,
    rows: pd.DataFrame,
    tiles: Mapping[str, _Tile],
    top: float,
    width: float,
    k: int,
    shades: Sequence[str],
    lang: str | None,
) -> None:
    """The tiles of one village below `top` inches; the heavy outlines last, or the next tile would cover them."""
    wide = width / ACROSS
    for row in rows.sort_values("rank", ascending=False).itertuples():
        tile = tiles[row.area_code]
        shade = shades[sum(row.score >= limit for limit in LIMITS)]
        x, y, first = tile.column * wide, top + tile.row * HIGH, row.rank <= k
        box = Rectangle((x + 0.02, y + 0.02), wide - 0.04, HIGH - 0.04, fc=shade, ec=style.OUTLINE if first else style.EDGE)
        box.set(linewidth=2.0 if first else 1.0, zorder=4 if first else 2)
        axes.add_patch(box)
        said = texts.RANK_ALONE.say(lang, rank=row.rank)
        if "probability_top_k" in rows:
            said = texts.RANK_WITH_CHANCE.say(lang, rank=row.rank, share=100 * row.probability_top_k)
        ink = style.ink_on(shade)
        for down, text, weight in ((0.34, tile.label, "normal"), (0.70, said, "bold")):
            axes.text(
                x + wide / 2,
                y + down * HIGH,
                style.fit(text, (wide - 0.05) * 72, style.NOTE),
                size=style.NOTE,
                weight=weight,
                color=ink,
                ha="center",
                va="center",
                zorder=5,
            )


def _tiles(codes: pd.Series) -> dict[str, _Tile]:
    """A place for every code: RW one after the other; RT in a line of their own for each RW, longer ones broken.

    >>> _tiles(pd.Series(["32.76.01.1001/RW02/RT01", "32.76.01.1001/RW01/RT05"]))["32.76.01.1001/RW02/RT01"]
    _Tile(row=1, column=0, label='RT 01/RW 02')
    """
    found: dict[str, _Tile] = {}
    row, column, line = 0, 0, ""
    for code in sorted(codes):
        rw, *rt = (part[2:] for part in code.split("/")[1:])
        if column == ACROSS or (rt and line not in ("", rw)):
            row, column = row + 1, 0
        found[code] = _Tile(row, column, texts.RT_OF_RW.say("id", rt=rt[0], rw=rw) if rt else texts.RW_TILE.say("id", rw=rw))
        column, line = column + 1, rw
    return found
