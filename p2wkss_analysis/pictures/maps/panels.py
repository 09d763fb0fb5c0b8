"""Small maps under their years, and what every page says: title, sources, the legend of marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ...say import Text, together
from .. import style
from ..picture import WIDTH, Block, Entry, Picture, page
from . import draw, texts
from .ground import Ground
from .sites import site_legend


def draw_panel(
    picture: Picture,
    box: tuple[float, float, float, float],
    ground: Ground,
    faces: Sequence[str | None],
    year: int,
    here: pd.DataFrame,
    highlight: Sequence[str],
    note: str,
    lang: str | None,
) -> None:
    """One small map under its year; true shapes carry scale and arrow."""
    left, bottom, width, height = box
    strip = 0.2 / picture.get_size_inches()[1]
    axes = draw.map_axes(picture, (left, bottom, width, height - strip), ground)
    draw.fill(axes, ground, faces, width=0.35)
    if len(ground.outlines) > 1:
        draw.outline(axes, ground.outlines, 0.9)
    draw.point_out(axes, ground, highlight)
    if not ground.schematic:
        draw.scale_and_north(axes, lang)
    sure = set(here.loc[here["confirmed"].astype(bool), "area_code"])
    draw.mark(axes, ground, sure, small=True)
    draw.mark(axes, ground, set(here["area_code"]) - sure, small=True, filled=False)
    y = bottom + height - strip / 2
    picture.text(left, y, str(year), size=style.SUBTITLE, weight="bold", color=style.INK, va="center")
    picture.text(left + width * 0.98, y, note, size=style.NOTE - 0.6, color=style.MUTED, va="center", ha="right")


def small_multiples(
    n: int, columns: int, ground: Ground, extra: float = 0.0, **around: Any
) -> tuple[Picture, list[tuple[float, float, float, float]]]:
    """A page of `n` small maps in `columns`, and the box of each (fractions of the picture), row by row; with `extra` inches
    below them one more box of that height. `around` goes to `page`: title, notes, legend."""
    columns = max(1, min(columns, n))
    rows = -(-n // columns)
    gap = 0.14
    width = (WIDTH - 0.16 - gap * (columns - 1)) / columns
    height = draw.body_height(ground, width, 3.2) + 0.2
    picture, (left, bottom, w, h) = page(body=rows * (height + 0.08) + extra, **around)
    fw, fh = picture.get_size_inches()
    boxes = [
        (
            left + c * (width + gap) / fw,
            bottom + h - ((r + 1) * (height + 0.08) - 0.08) / fh,
            width / fw,
            height / fh,
        )
        for r, c in (divmod(i, columns) for i in range(n))
    ]
    return picture, [*boxes, (left, bottom, w, extra / fh)] if extra else boxes


def site_block(placed: pd.DataFrame, level: str, lang: str | None) -> list[Block]:
    """The legend of the site marks, or nothing when there are none."""
    entries = [
        Entry(text, face=style.SITE if filled else "white", marker="D", edge=style.SITE)
        for text, filled in site_legend(placed, level, lang)
    ]
    return [Block("", tuple(entries))] if entries else []


def default_title(label: Text, ground: Ground, when: str) -> Text:
    """Theme, level, area and year, as thematic maps are titled."""
    by = texts.TITLE.fill(label=label, level=ground.level_text())
    where = [ground.where_text()] if ground.where else []
    return texts.TITLE_PARTS.fill(parts=[by, *where, *([when] if when else [])])


def source_note(source: Text, when: str, lang: str | None = None) -> list[str]:
    """The line on source, series and year; none where neither is known."""
    parts = [texts.SOURCE.fill(source=source)] if source.say(lang) else []
    parts += [texts.DATA_YEAR.fill(year=when)] if when else []
    return [together(parts, lang)] if parts else []
