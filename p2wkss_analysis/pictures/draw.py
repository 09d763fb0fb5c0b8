"""Drawing places on axes: fills, the missing pattern, outlines, names, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import matplotlib.patheffects as effects
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from . import labels, style
from .ground import Ground


def map_axes(picture, box: Sequence[float], ground: Ground) -> Axes:
    """Axes in `box` (fractions of the picture) fitted to the ground, with nothing but the map."""
    axes = picture.add_axes(box)
    west, south, east, north = extent(ground)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("equal", adjustable="box", anchor="C")
    axes.axis("off")
    return axes


def extent(ground: Ground) -> tuple[float, float, float, float]:
    """West, south, east, north in metres, with a narrow margin."""
    west, south, east, north = ground.shapes.total_bounds
    air = 0.012 * max(east - west, north - south)
    return west - air, south - air, east + air, north + air


def body_height(ground: Ground, width: float, most: float) -> float:
    """Inches the map takes in height when it is `width` inches wide, at most `most`."""
    west, south, east, north = extent(ground)
    return min(width * (north - south) / (east - west), most)


def points_per_metre(axes: Axes) -> float:
    """Points on paper of one metre on the map, for sizes of text."""
    box = axes.get_position()
    width, height = axes.figure.get_size_inches()
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    return 72 * min(box.width * width / (east - west), box.height * height / (north - south))


def fill(axes: Axes, ground: Ground, faces: Sequence[str | None], edge: str = style.EDGE, width: float = 0.7) -> None:
    """Fill every place with its colour; None is the missing pattern: strokes on white."""
    paths = np.array([_path(g) for g in ground.shapes.geometry], dtype=object)
    missing = np.array([face is None for face in faces])
    if missing.any():
        axes.add_collection(PathCollection(paths[missing], facecolors="white", edgecolors=style.MISSING,
                                           hatch=style.HATCH, linewidths=0, zorder=1))
        axes.add_collection(PathCollection(paths[missing], facecolors="none", edgecolors=style.MISSING,
                                           linewidths=width, zorder=1.5))
    if not missing.all():
        axes.add_collection(PathCollection(paths[~missing], facecolors=[f for f in faces if f is not None],
                                           edgecolors=edge, linewidths=width, zorder=2))


def outline(axes: Axes, shapes: gpd.GeoDataFrame, width: float = 1.1, colour: str = style.OUTLINE, zorder: float = 3) -> None:
    """Lines around shapes, without filling."""
    axes.add_collection(PathCollection([_path(g) for g in shapes.geometry], facecolors="none", edgecolors=colour,
                                       linewidths=width, joinstyle="round", zorder=zorder))


def name_places(axes: Axes, ground: Ground, faces: Sequence[str | None], extra: Mapping[str, list[str]] | None = None,
                only: set[str] | None = None) -> set[str]:
    """Write the name of each place, with `extra` lines by code, where they fit; returns the codes written."""
    written, extra = set(), extra or {}
    found = labels.rooms(ground.shapes.geometry.to_numpy(), points_per_metre(axes), ground.schematic)
    for code, name, face, room in zip(ground.shapes["area_code"], ground.shapes["label"], faces, found, strict=True):
        if only is not None and code not in only:
            continue
        fitted = labels.fit(name, extra.get(code, []), room)
        if fitted is None:
            continue
        lines, size = fitted
        text = axes.text(room.x, room.y, "\n".join(lines), size=size, linespacing=1.0, ha="center", va="center",
                         color=style.INK if face is None else style.ink_on(face), zorder=5)
        if face is None:  # lift the letters off the strokes of the missing pattern
            text.set_path_effects([effects.withStroke(linewidth=3.0, foreground="white")])
        written.add(code)
    return written


def point_out(axes: Axes, ground: Ground, codes: Sequence[str]) -> None:
    """A heavy outline around chosen places."""
    chosen = ground.shapes[ground.shapes["area_code"].isin(list(codes))]
    if len(chosen):
        outline(axes, chosen, 3.4, "white", 3.5)
        outline(axes, chosen, 1.8, style.OUTLINE, 3.6)


def mark(axes: Axes, ground: Ground, codes: set[str], small: bool = False, filled: bool = True) -> None:
    """A diamond on each of these places: dark with a white rim, or white with a dark one when not `filled`."""
    chosen = ground.shapes[ground.shapes["area_code"].isin(codes)]
    if len(chosen):
        points = chosen.geometry.representative_point()
        axes.scatter(points.x, points.y, marker="D", s=11 if small else 22,
                     c=style.SITE if filled else "white", edgecolors="white" if filled else style.SITE,
                     linewidths=0.7, zorder=6)


def name_groups(axes: Axes, shapes: gpd.GeoDataFrame, names: Mapping[str, str], size: float) -> None:
    """Names of groups (column `group`) written in the sea above each group."""
    for group, part in shapes.groupby("group"):
        west, _, east, north = part.total_bounds
        axes.text((west + east) / 2, north, names.get(group, group), size=size, weight="bold", color=style.MUTED,
                  ha="center", va="bottom", zorder=6)


def _path(geometry) -> Path:
    """A matplotlib path of a polygon or several, holes included."""
    rings = []
    for part in getattr(geometry, "geoms", [geometry]):
        rings += [shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors)]
    codes = [np.r_[Path.MOVETO, np.full(len(r) - 2, Path.LINETO), Path.CLOSEPOLY] for r in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))
