"""Names on places: the largest text that fits inside a tile or a shape, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import shapely

from . import style

_LINE = 1.16  # height of a line over its font size


@dataclass(frozen=True)
class Room:
    """Free space around a point: centre (x, y) in map units, `inner` radius in points; a hexagon when `tile`."""

    x: float
    y: float
    inner: float
    tile: bool

    def largest(self, half_width: np.ndarray, offset: np.ndarray) -> float:
        """The font size in points at which lines fit whose half widths and far edges lie so many ems off the centre."""
        if self.tile:  # hexagon pointed at the top, with a little air
            need = max(half_width.max(), (half_width / 2 + offset * np.sqrt(3) / 2).max())
            return 0.9 * self.inner / need
        return 1.15 * self.inner / np.hypot(half_width, offset).max()


def rooms(geometry, points_per_unit: float, tile: bool) -> list[Room]:
    """The room of each shape: the tile itself, or the largest circle inside a true shape."""
    if tile:
        centres = shapely.centroid(geometry)
        inner = np.sqrt(shapely.area(geometry) / (2 * np.sqrt(3))) * points_per_unit
        return [Room(p.x, p.y, float(r), True) for p, r in zip(centres, inner, strict=True)]
    found = []
    for shape in geometry:
        largest = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
        circle = shapely.maximum_inscribed_circle(largest, tolerance=max(largest.length * 1e-3, 1e-9))
        x, y = circle.coords[0]
        found.append(Room(x, y, shapely.length(circle) * points_per_unit, False))
    return found


def fit(name: str, extra: list[str], room: Room) -> tuple[list[str], float] | None:
    """Lines and font size (points) for `name` with `extra` lines below it; None when they do not fit.

    The name may break between words; lines of `extra` stay whole.
    """
    best: tuple[list[str], float] | None = None
    for lines in _broken(name):
        size = _largest(lines + extra, room)
        if size and (best is None or size > best[1]):
            best = (lines + extra, size)
    return best


def _broken(name: str) -> list[list[str]]:
    """All ways of breaking a name of up to five words into lines; a single long word also at a syllable."""
    words = name.split()[:8]
    if len(words) == 1 and len(name) >= 12:
        cuts = [m.end() for m in re.finditer(r"[aiueo](?=[^aiueo][aiueo])", name) if 3 <= m.end() <= len(name) - 3]
        middle = sorted(cuts, key=lambda cut: abs(cut - len(name) / 2))[:1]
        return [[name], *([name[:cut] + "-", name[cut:]] for cut in middle)]
    if len(words) > 5:
        return [[name], words]
    ways = []
    for cuts in range(2 ** (len(words) - 1)):
        lines = [words[0]]
        for i, word in enumerate(words[1:]):
            if cuts >> i & 1:
                lines.append(word)
            else:
                lines[-1] += " " + word
        ways.append(lines)
    return ways


def _largest(lines: list[str], room: Room) -> float | None:
    half = np.array([style.text_size(line) for line in lines]) / 2
    n = len(lines)
    edges = np.abs(np.arange(n + 1) - n / 2) * _LINE
    offset = np.maximum(edges[:-1], edges[1:]) - 0.12  # the air above capitals does not count
    size = min(room.largest(half, offset), style.LABEL_MOST)
    return round(size, 1) if size >= style.LABEL_LEAST else None
