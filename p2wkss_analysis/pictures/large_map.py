"""One large map at page width: planned first, so that the page knows what stands around it, then drawn.

For kelurahan and desa a small key map names the kecamatan: in a free corner, otherwise beside the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..language import pick
from ..places.areas import island_of
from . import draw, style
from .ground import Ground
from .labels import Label, plan_labels
from .picture import WIDTH, Block, Entry, Picture

MOST = 6.0  # inches of height
_INNER = WIDTH - 0.16
_HEAD = 0.25  # inches of the key map's own title
_KEY_FACE = "#f6f7f8"


@dataclass(frozen=True)
class Plan:
    """A large map before it is drawn: its `height` in inches, `labels` by code, the places `marked` by a
    diamond, width and height of the key map in inches (`inset`, zero when there is none) and its upper
    right `corner` in inches from the lower left of the map's box, None when it stands beside the legend."""

    height: float
    labels: dict[str, Label]
    marked: frozenset[str]
    inset: tuple[float, float] = (0.0, 0.0)
    corner: tuple[float, float] | None = None

    @property
    def legend_space(self) -> tuple[float, float]:
        """What the key map takes from the legend, as `page` wants it."""
        return (0.0, 0.0) if self.corner else self.inset

    def key(self, lang: str) -> list[Block]:
        """The key of the numbers on the map, as a block of the legend; none when every name found room."""
        keyed = sorted((label for label in self.labels.values() if label.key), key=lambda label: label.key)
        entries = tuple(Entry(f"{label.key}  {' '.join(label.lines)}", bare=True) for label in keyed)
        return [Block(pick(lang, id="Nomor pada peta", en="Numbers on the map"), entries)] if entries else []


def crowded(ground: Ground) -> bool:
    """More places than names can be written on at the width of a page."""
    return len(ground.shapes) > 150


def plan_map(ground: Ground, extra: dict[str, list[str]], marked: Iterable[str], most: float = MOST) -> Plan:
    """Labels with `extra` lines by code for a map at page width, at most `most` inches high; `marked` have
    a site."""
    height = draw.body_height(ground, _INNER, most)
    planned = (
        {} if crowded(ground) else plan_labels(ground, extra, draw.points_per_metre(ground, _INNER, height))
    )
    inset, corner = _inset(ground, height)
    return Plan(height, planned, frozenset(marked), inset, corner)


def draw_large(
    picture: Picture,
    box: Sequence[float],
    ground: Ground,
    faces: Sequence[str | None],
    plan: Plan,
    highlight: Sequence[str],
    lang: str,
) -> None:
    """Fills, outlines, names, marks and key map, in the body `box` of a page (fractions: left, bottom,
    width, height)."""
    axes = draw.map_axes(picture, box, ground)
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
    if plan.inset[0]:
        (left, bottom, *_), (fw, fh) = box, picture.get_size_inches()
        x, y = plan.corner or (_INNER, 0.0)
        _draw_inset(picture, (left + x / fw, bottom + y / fh), ground, plan.inset, lang)


def _inset(ground: Ground, height: float) -> tuple[tuple[float, float], tuple[float, float] | None]:
    """Size of the key map and its place: a corner of the map that holds no shapes, or None for beside the
    legend."""
    if (
        ground.level != "village"
        or not 2 <= len(ground.outlines) <= 20
        or not ground.parents
        or crowded(ground)
    ):
        return (0.0, 0.0), None
    west, south, east, north = ground.shapes.total_bounds
    shape = (east - west) / (north - south)
    width = min(2.4, 1.7 * shape)
    size = width, width / shape + _HEAD
    per_metre = draw.points_per_metre(ground, _INNER, height) / 72
    west, south, east, _ = draw.extent(ground)
    indent = (_INNER - (east - west) * per_metre) / 2  # the map stands in the middle of its box
    scale_strip = 0.0 if ground.schematic else 0.07 * max(_INNER - 2 * indent, height)
    for x, y in ((size[0], height), (_INNER, height), (_INNER, size[1]), (size[0], size[1] + scale_strip)):
        inches = np.array([x - size[0], y - size[1], x, y]) + (-0.1, -0.1, 0.1, 0.1)
        corner = shapely.box(*(west, south, west, south) + (inches - (indent, 0, indent, 0)) / per_metre)
        if not ground.shapes.intersects(corner).any():
            return size, (x, y)
    return size, None


def _draw_inset(
    picture: Picture, corner: tuple[float, float], ground: Ground, size: tuple[float, float], lang: str
) -> None:
    """The kecamatan by name, small: which places belong together. `corner` is its upper right, in
    fractions."""
    fw, fh = picture.get_size_inches()
    width, height = size
    left, top = corner[0] - width / fw, corner[1]
    picture.text(
        left,
        top - 0.1 / fh,
        pick(lang, id="Kecamatan", en="Districts (kecamatan)"),
        size=style.BODY,
        weight="bold",
        color=style.INK,
        va="center_baseline",
    )
    groups = ground.outlines.rename(columns={"parent_code": "area_code"})
    names = groups["area_code"].map(ground.parents)
    key = replace(
        ground, schematic=False, shapes=groups.assign(name=names, label=names, parent_code=""), strip=False
    )
    axes = draw.map_axes(picture, (left, top - height / fh, width / fw, (height - _HEAD) / fh), key)
    draw.fill(axes, key, [_KEY_FACE] * len(groups), edge=style.MUTED, width=0.7)
    planned = plan_labels(key, {}, draw.points_per_metre(key, width, height - _HEAD))
    # A name that does not fit runs over the border: a number would need a key of its own.
    planned = {
        code: replace(label, key=0, size=min(label.size, style.NOTE)) for code, label in planned.items()
    }
    draw.name_places(axes, key, [_KEY_FACE] * len(groups), planned, set())
