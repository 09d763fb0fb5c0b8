"""Names on places: the largest text that fits inside a tile or a shape; a number and a key where none does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .. import style
from .ground import Ground

_LINE = 1.16  # height of a line over its font size
_AIR = 0.12  # of the font size above capitals does not count
_SIZES = (7.5, 6.8, 6.2, 5.6, 5.1, style.LABEL_LEAST)  # tried inside true shapes
_MOST_KEYS = 24  # a longer key is a table


@dataclass(frozen=True)
class Label:
    """Lines written around (x, y) in map units, at `size` points; `key` is the number when the lines stand
    below."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    key: int = 0


def plan_labels(ground: Ground, extra: Mapping[str, list[str]], points_per_metre: float) -> dict[str, Label]:
    """A label by area code: name with `extra` lines where they fit inside, otherwise a numbered key.

    `points_per_metre` is the scale of the map on paper. Where more than two dozen names do not fit, only
    places with extra lines get a key; where those are too many as well, none does, and the picture's table
    names the places.
    """
    shapes = ground.shapes
    fitted: dict[str, Label] = {}
    for code, name, geometry in zip(shapes["area_code"], shapes["label"], shapes.geometry, strict=True):
        ways = [[*lines, *extra.get(code, [])] for lines in _broken(name)]
        label = _in_tile(geometry, ways, points_per_metre) if ground.schematic else _in_shape(geometry, ways, points_per_metre)
        if label is not None:
            fitted[code] = label
    left = shapes[~shapes["area_code"].isin(set(fitted))]
    if len(left) > _MOST_KEYS:
        left = left[left["area_code"].isin(set(extra))]
    if 0 < len(left) <= _MOST_KEYS:
        fitted |= number_places(ground, list(left["area_code"]), extra)
    return fitted


def number_places(ground: Ground, codes: Sequence[str], extra: Mapping[str, list[str]] | None = None) -> dict[str, Label]:
    """A number on each of these places, in this order, with its name and `extra` lines in the key."""
    shapes = ground.shapes.set_index("area_code")
    keyed = {}
    for number, code in enumerate((code for code in codes if code in shapes.index), start=1):
        point, lines = (
            shapes.at[code, "geometry"].representative_point(),
            (shapes.at[code, "label"], *(extra or {}).get(code, [])),
        )
        keyed[code] = Label(point.x, point.y, lines, style.LABEL_LEAST + 0.6, number)
    return keyed


def _in_tile(tile: shapely.Polygon, ways: list[list[str]], scale: float) -> Label | None:
    """The way of breaking that allows the largest text inside a hexagon pointed at the top."""
    inner = np.sqrt(tile.area / (2 * np.sqrt(3))) * scale
    best: tuple[float, list[str]] = (0.0, [])
    for lines in ways:
        half, offset = _half_widths(lines), _far_edges(len(lines))
        need = max(half.max(), (half / 2 + offset * np.sqrt(3) / 2).max())
        best = max(best, (min(0.9 * inner / need, style.LABEL_MOST), lines), key=lambda pair: pair[0])
    if best[0] < style.LABEL_LEAST:
        return None
    return Label(tile.centroid.x, tile.centroid.y, tuple(best[1]), round(best[0], 1))


def _in_shape(shape: shapely.Geometry, ways: list[list[str]], scale: float) -> Label | None:
    """The largest text whose box lies inside the shape, near the middle where there is a choice."""
    part = max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)
    boxes = [(lines, 2 * _half_widths(lines).max() / scale, (len(lines) * _LINE - 2 * _AIR) / scale) for lines in ways]
    west, south, east, north = part.bounds
    if all(part.area < width * height * style.LABEL_LEAST**2 for _, width, height in boxes):
        return None
    shapely.prepare(part)
    centres = _candidates(part)
    for size in _SIZES:
        for lines, width, height in boxes:
            half = np.array([width, height]) * size / 2
            if 2 * half[0] > east - west or 2 * half[1] > north - south:
                continue
            inside = shapely.contains(part, shapely.box(*(centres - half).T, *(centres + half).T))
            if inside.any():
                x, y = centres[int(np.argmax(inside))]
                return Label(float(x), float(y), tuple(lines), size)
    return None


def _candidates(part: shapely.Polygon) -> np.ndarray:
    """Points to try, (n, 2): the middle of the largest inscribed circle first, then a lattice by distance from it."""
    west, south, east, north = part.bounds
    circle = shapely.maximum_inscribed_circle(part, tolerance=max(part.length * 1e-3, 1e-9))
    middle = np.array(circle.coords[0])
    x, y = np.meshgrid(np.linspace(west, east, 17)[1:-1], np.linspace(south, north, 17)[1:-1])
    lattice = np.c_[x.ravel(), y.ravel()]
    lattice = lattice[np.argsort(np.hypot(*(lattice - middle).T), kind="stable")]
    return np.vstack([middle, lattice])


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
    for breaks in range(2 ** (len(words) - 1)):
        lines = [words[0]]
        for i, word in enumerate(words[1:]):
            if breaks >> i & 1:
                lines.append(word)
            else:
                lines[-1] += " " + word
        ways.append(lines)
    return ways


def _half_widths(lines: list[str]) -> np.ndarray:
    """Half the width of each line, in ems."""
    return np.array([style.text_size(line) for line in lines]) / 2


def _far_edges(n: int) -> np.ndarray:
    """How far from the middle of a block of n lines each line reaches up or down, in ems."""
    edges = np.abs(np.arange(n + 1) - n / 2) * _LINE
    return np.maximum(edges[:-1], edges[1:]) - _AIR
