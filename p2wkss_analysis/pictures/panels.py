"""What large and small maps share: places with names and marks, panels under years, titles, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..language import pick
from ..places.areas import island_of
from . import draw, style
from .ground import Ground
from .labels import Label, plan_labels
from .picture import WIDTH, Block, Entry, Picture, page
from .sites import site_legend
from .theme import Theme

_KEY_FACE = "#f6f7f8"
MOST = 5.5  # inches of height for one large map


@dataclass(frozen=True)
class Plan:
    """A large map before it is drawn: its height in inches, its labels by code, the places to mark."""

    height: float
    labels: dict[str, Label]
    marked: frozenset[str]

    def key(self, lang: str) -> list[Block]:
        """The key of the numbers on the map, as a block of the legend; none when every name found room."""
        keyed = sorted((label for label in self.labels.values() if label.key), key=lambda label: label.key)
        entries = tuple(Entry(f"{label.key}  {' '.join(label.lines)}", bare=True) for label in keyed)
        return [Block(pick(lang, id="Nomor pada peta", en="Numbers on the map"), entries)] if entries else []


def plan_map(ground: Ground, extra: dict[str, list[str]], marked: Iterable[str], most: float = MOST) -> Plan:
    """Labels with `extra` lines by code for a map at page width, at most `most` inches high; `marked` places have a site."""
    height = draw.body_height(ground, WIDTH - 0.16, most)
    scale = draw.points_per_metre(ground, WIDTH - 0.16, height)
    planned = {} if crowded(ground) else plan_labels(ground, extra, scale)
    return Plan(height, planned, frozenset(marked))


def inset_size(ground: Ground) -> tuple[float, float]:
    """Width and height in inches of the key map of kecamatan; (0, 0) where there is none to show."""
    if ground.level != "village" or not 2 <= len(ground.outlines) <= 20 or not ground.parents or crowded(ground):
        return 0.0, 0.0
    west, south, east, north = ground.shapes.total_bounds
    width = min(2.4, 1.7 * (east - west) / (north - south))
    return width, width * (north - south) / (east - west) + 0.3


def draw_inset(picture: Picture, body: tuple[float, float, float, float], ground: Ground, lang: str) -> None:
    """The kecamatan by name, small, at the right of the legend: which tiles belong together."""
    width, height = inset_size(ground)
    if not width:
        return
    fw, fh = picture.get_size_inches()
    left, bottom, wide, _ = body
    corner = left + wide - width / fw
    picture.text(corner, bottom - 0.1 / fh, pick(lang, id="Kecamatan", en="Districts (kecamatan)"), size=style.BODY,
                 weight="bold", color=style.INK, va="center_baseline")
    groups = ground.outlines.rename(columns={"parent_code": "area_code"})
    names = groups["area_code"].map(ground.parents)
    key = replace(ground, schematic=False, shapes=groups.assign(name=names, label=names, parent_code=""), strip=False)
    axes = draw.map_axes(picture, (corner, bottom - height / fh, width / fw, (height - 0.22) / fh), key)
    draw.fill(axes, key, [_KEY_FACE] * len(groups), edge=style.MUTED, width=0.7)
    planned = plan_labels(key, {}, draw.points_per_metre(key, width, height - 0.22))
    # A name that does not fit runs over the border: a number would need a key of its own.
    planned = {code: replace(label, key=0, size=min(label.size, style.NOTE)) for code, label in planned.items()}
    draw.name_places(axes, key, [_KEY_FACE] * len(groups), planned, set())


def draw_places(axes, ground: Ground, faces, plan: Plan, highlight: Sequence[str], lang: str) -> None:
    """Fills, outlines, names and marks of one large map."""
    draw.fill(axes, ground, faces, width=0.3 if crowded(ground) else 0.9)
    if len(ground.outlines) > 1:
        draw.outline(axes, ground.outlines, 0.8 if crowded(ground) else 1.3)
    draw.point_out(axes, ground, highlight)
    if not ground.schematic:
        draw.scale_and_north(axes, lang)
    draw.name_places(axes, ground, faces, plan.labels, set(plan.marked))
    written = {code for code, label in plan.labels.items() if not label.key}
    draw.mark(axes, ground, set(plan.marked) - written, small=True)
    islands = ground.shapes["area_code"].map(island_of)
    if crowded(ground) and islands.nunique() > 1:
        draw.name_groups(axes, ground.shapes.assign(group=islands), {}, style.NOTE)


def crowded(ground: Ground) -> bool:
    """More places than names can be written on at the width of a page."""
    return len(ground.shapes) > 150


def draw_panel(picture, box, ground: Ground, faces, year: int, here: pd.DataFrame, highlight, note: str) -> None:
    """One small map under its year."""
    left, bottom, width, height = box
    strip = 0.2 / picture.get_size_inches()[1]
    axes = draw.map_axes(picture, (left, bottom, width, height - strip), ground)
    draw.fill(axes, ground, faces, width=0.35)
    if len(ground.outlines) > 1:
        draw.outline(axes, ground.outlines, 0.9)
    draw.point_out(axes, ground, highlight)
    sure = set(here.loc[here["confirmed"].astype(bool), "area_code"])
    draw.mark(axes, ground, sure, small=True)
    draw.mark(axes, ground, set(here["area_code"]) - sure, small=True, filled=False)
    y = bottom + height - strip / 2
    picture.text(left, y, str(year), size=style.SUBTITLE, weight="bold", color=style.INK, va="center")
    picture.text(left + width * 0.98, y, note, size=style.NOTE - 0.6, color=style.MUTED, va="center", ha="right")


def small_multiples(n: int, columns: int, ground: Ground, extra: float = 0.0, **texts) -> tuple[Picture, list[tuple]]:
    """A page of `n` small maps in `columns`, and the box of each, row by row; with `extra` inches below them one
    more box of that height."""
    columns = max(1, min(columns, n))
    rows = -(-n // columns)
    gap = 0.14
    width = (WIDTH - 0.16 - gap * (columns - 1)) / columns
    height = draw.body_height(ground, width, 3.2) + 0.2
    picture, (left, bottom, w, h) = page(body=rows * (height + 0.08) + extra, **texts)
    fw, fh = picture.get_size_inches()
    boxes = [
        (left + c * (width + gap) / fw, bottom + h - ((r + 1) * (height + 0.08) - 0.08) / fh, width / fw, height / fh)
        for r, c in (divmod(i, columns) for i in range(n))
    ]
    return picture, [*boxes, (left, bottom, w, extra / fh)] if extra else boxes


def site_block(placed: pd.DataFrame, level: str, lang: str) -> list[Block]:
    """The legend of the site marks, or nothing when there are none."""
    entries = [Entry(text, face=style.SITE if filled else "white", marker="D", edge=style.SITE)
               for text, filled in site_legend(placed, level, lang)]
    return [Block("", tuple(entries))] if entries else []


def default_title(label: str, ground: Ground, when: str, lang: str) -> str:
    """Theme, level, area and year, as thematic maps are titled."""
    where = ground.where_text(lang)
    by = pick(lang, id=f"{label} menurut {ground.level_text(lang)}", en=f"{label} by {ground.level_text(lang)}")
    return ", ".join(part for part in (by, where, when) if part)


def source_note(theme: Theme, when: str, lang: str) -> list[str]:
    """The line on source, series and year."""
    parts = []
    if theme.sources[lang]:
        parts.append(pick(lang, id=f"Sumber: {theme.sources[lang]}.", en=f"Source: {theme.sources[lang]}."))
    if when:
        parts.append(pick(lang, id=f"Tahun data: {when}.", en=f"Year of data: {when}."))
    return [" ".join(parts)] if parts else []
