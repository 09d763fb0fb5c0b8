"""Small maps under their years, and what every page says: title, sources, the legend of marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from ...say import Text, together
from .. import style
from ..picture import WIDTH, Block, Entry, Picture, page
from . import draw, texts
from .ground import Ground
from .labels import Label, number_places, plan_labels
from .large_map import crowded
from .sites import site_legend

_GAP, _STRIP = 0.14, 0.2  # inches between small maps, and above each for its year
_NUMBERED = 40  # places; the key of more would be longer than the maps


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
    care: Iterable[str] = (),
    labels: Mapping[str, Label] | None = None,
) -> None:
    """One small map under its year; true shapes carry scale and arrow. `care`: places whose figure is to be read with care;
    `labels`: what `plan_names` gives, left out where a site is marked."""
    left, bottom, width, height = box
    strip = _STRIP / picture.get_size_inches()[1]
    axes = draw.map_axes(picture, (left, bottom, width, height - strip), ground)
    draw.fill(axes, ground, faces, width=0.35)
    if len(ground.outlines) > 1:
        draw.outline(axes, ground.outlines, 0.4 if crowded(ground) else 0.9)
    draw.point_out(axes, ground, highlight)
    if not ground.schematic:
        draw.scale_and_north(axes, lang)
    marked = set(here["area_code"])
    draw.name_places(
        axes, ground, faces, {c: label for c, label in (labels or {}).items() if label.key or c not in marked}, marked
    )
    sure = set(here.loc[here["confirmed"].astype(bool), "area_code"])
    draw.mark(axes, ground, sure, small=True)
    draw.mark(axes, ground, marked - sure, small=True, filled=False)
    draw.ring(axes, ground, set(care))
    y = bottom + height - strip / 2
    picture.text(left, y, str(year), size=style.SUBTITLE, weight="bold", color=style.INK, va="center")
    picture.text(left + width * 0.98, y, note, size=style.NOTE - 0.6, color=style.MUTED, va="center", ha="right")


def plan_names(ground: Ground, counts: Sequence[int], columns: int) -> dict[str, Label]:
    """Names on the tiles of small maps where all of them find room, else a number for each place; nothing for very many places,
    and for true shapes."""
    if not ground.schematic or len(ground.shapes) > _NUMBERED:
        return {}
    _, width, height = _panel(ground, counts, columns)
    named = plan_labels(ground, {}, draw.points_per_metre(ground, width, height - _STRIP))
    if len(named) == len(ground.shapes) and not any(label.key for label in named.values()):
        return named
    return number_places(ground, list(ground.shapes["area_code"]))


def on_first(labels: dict[str, Label], n: int) -> dict[str, Label]:
    """The labels of the n-th small map: names stand on each, numbers on the first alone."""
    return labels if n == 0 else {code: label for code, label in labels.items() if not label.key}


def _panel(ground: Ground, counts: Sequence[int], columns: int) -> tuple[int, float, float]:
    """How many small maps stand side by side, and the width and height of one with its year, in inches."""
    columns = max(1, min(columns, max(counts)))
    width = (WIDTH - 0.16 - _GAP * (columns - 1)) / columns
    return columns, width, draw.body_height(ground, width, 3.2) + _STRIP


def small_multiples(
    counts: Sequence[int], columns: int, ground: Ground, extra: float = 0.0, heads: Sequence[str] = (), **around: Any
) -> tuple[Picture, list[tuple[float, float, float, float]]]:
    """A page of small maps in `columns`, and the box of each (fractions of the picture), row by row; with `extra` inches below
    them one more box of that height. Each of several `counts` begins a row of its own, under its line of `heads`. `around`
    goes to `page`: title, notes, legend."""
    columns, width, height = _panel(ground, counts, columns)
    lines = [style.wrap(head, 72 * (WIDTH - 0.16), style.NOTE) for head in heads] or [[] for _ in counts]
    line = style.NOTE * 1.35 / 72
    above = [len(own) * line + (0.12 if own else 0) for own in lines]
    rows = [-(-n // columns) for n in counts]
    picture, (left, bottom, w, h) = page(body=sum(rows) * (height + 0.08) + sum(above) + extra, **around)
    fw, fh = picture.get_size_inches()
    boxes, down = [], 0.0  # inches below the top of the body
    for n, own, high, tall in zip(counts, lines, above, rows, strict=True):
        if own:
            picture.text(left, bottom + h - (down + 0.06) / fh, "\n".join(own), size=style.NOTE, color=style.INK, va="top")
        down += high
        for r, c in (divmod(i, columns) for i in range(n)):
            top = down + (r + 1) * (height + 0.08) - 0.08
            boxes.append((left + c * (width + _GAP) / fw, bottom + h - top / fh, width / fw, height / fh))
        down += tall * (height + 0.08)
    return picture, [*boxes, (left, bottom, w, extra / fh)] if extra else boxes


def site_block(placed: pd.DataFrame, level: str, lang: str | None) -> list[Block]:
    """The legend of the site marks, or nothing when there are none."""
    entries = [
        Entry(text, face=style.SITE if filled else "white", marker="D", edge=style.SITE)
        for text, filled in site_legend(placed, level, lang)
    ]
    return [Block("", tuple(entries))] if entries else []


def outline_block(text: str | None) -> list[Block]:
    """The legend of the outline around places pointed out, where it has a name."""
    return [Block("", (Entry(text, face="white", edge=style.INK),))] if text else []


def care_block(any_marked: bool, lang: str | None) -> list[Block]:
    """The legend of the small ring, where one is drawn."""
    return [Block("", (Entry(texts.CARE.say(lang), face="white", marker="o", edge=style.INK),))] if any_marked else []


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
