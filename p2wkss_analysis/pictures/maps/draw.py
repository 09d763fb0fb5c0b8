"""Drawing places on axes: fills, the missing pattern, outlines, names, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from .. import style
from ..picture import Picture
from . import labels, texts
from .ground import Ground

# Under letters that would otherwise stand on strokes or borders. A box and not a halo: so text stays text in SVG.
_PAPER = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none", "alpha": 0.92}


def map_axes(picture: Picture, box: tuple[float, float, float, float], ground: Ground) -> Axes:
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
    strip = 0 if ground.schematic or not ground.strip else 0.07 * max(east - west, north - south)  # for the scale bar
    return west - air, south - air - strip, east + air, north + air


def body_height(ground: Ground, width: float, most: float) -> float:
    """Inches the map takes in height when it is `width` inches wide, at most `most`."""
    west, south, east, north = extent(ground)
    return min(width * (north - south) / (east - west), most)


def points_per_metre(ground: Ground, width: float, height: float) -> float:
    """Points on paper of one metre on a map fitted into `width` by `height` inches."""
    west, south, east, north = extent(ground)
    return 72 * min(width / (east - west), height / (north - south))


def fill(axes: Axes, ground: Ground, faces: Sequence[str | None], edge: str = style.EDGE, width: float = 0.7) -> None:
    """Fill every place with its colour; None is the missing pattern: strokes on white."""
    paths = np.array([_path(g) for g in ground.shapes.geometry], dtype=object)
    missing = np.array([face is None for face in faces])
    if missing.any():
        axes.add_collection(
            PathCollection(
                paths[missing],
                facecolors="white",
                edgecolors=style.MISSING,
                hatch=style.HATCH,
                linewidths=0,
                zorder=1,
            )
        )
        axes.add_collection(
            PathCollection(paths[missing], facecolors="none", edgecolors=style.MISSING, linewidths=width, zorder=1.5)
        )
    if not missing.all():
        axes.add_collection(
            PathCollection(
                paths[~missing],
                facecolors=[f for f in faces if f is not None],
                edgecolors=edge,
                linewidths=width,
                zorder=2,
            )
        )


def outline(axes: Axes, shapes: gpd.GeoDataFrame, width: float = 1.1, colour: str = style.OUTLINE, zorder: float = 3) -> None:
    """Lines around shapes, without filling."""
    axes.add_collection(
        PathCollection(
            [_path(g) for g in shapes.geometry],
            facecolors="none",
            edgecolors=colour,
            linewidths=width,
            joinstyle="round",
            zorder=zorder,
        )
    )


def name_places(
    axes: Axes,
    ground: Ground,
    faces: Sequence[str | None],
    planned: Mapping[str, labels.Label],
    marked: set[str],
) -> None:
    """Write the planned labels; a place with a key gets its number, beside a diamond when it is `marked`."""
    for code, face in zip(ground.shapes["area_code"], faces, strict=True):
        label = planned.get(code)
        if label is None:
            continue
        if label.key:
            beside = code in marked
            axes.annotate(
                str(label.key),
                (label.x, label.y),
                xytext=(5, 0) if beside else (0, 0),
                textcoords="offset points",
                size=label.size,
                weight="bold",
                color=style.INK,
                zorder=7,
                ha="left" if beside else "center",
                va="center_baseline",
                bbox=_PAPER,
            )
            continue
        axes.text(
            label.x,
            label.y,
            "\n".join(label.lines),
            size=label.size,
            linespacing=1.0,
            ha="center",
            va="center",
            color=style.INK if face is None else style.ink_on(face),
            zorder=5,
            bbox=_PAPER if face is None else None,
        )


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
        axes.scatter(
            points.x,
            points.y,
            marker="D",
            s=11 if small else 22,
            c=style.SITE if filled else "white",
            edgecolors="white" if filled else style.SITE,
            linewidths=0.7,
            zorder=6,
        )


def ring(axes: Axes, ground: Ground, codes: set[str]) -> None:
    """A small ring on places whose figure is to be read with care: in the upper right of a tile, else in the middle."""
    chosen = ground.shapes[ground.shapes["area_code"].isin(codes)]
    if chosen.empty:
        return
    bounds = chosen.geometry.bounds
    wide, tall = (bounds["maxx"] - bounds["minx"]) / 2, (bounds["maxy"] - bounds["miny"]) / 2
    points = chosen.geometry.representative_point()
    aside = 0.5 if ground.schematic else 0.0
    wide_points = 72 * axes.bbox.width / axes.figure.dpi * float(wide.min()) / np.ptp(axes.get_xlim())
    scale = min(1.0, max(0.55, wide_points / 14))
    axes.scatter(
        points.x + aside * wide,
        points.y + aside * tall,
        marker="o",
        s=14 * scale**2,
        c="white",
        edgecolors=style.INK,
        linewidths=0.7 * scale,
        zorder=6,
    )


def scale_and_north(axes: Axes, lang: str | None) -> None:
    """A bar of a round number of kilometres and an arrow to the north below the map, on one line so that it fits under a
    small map, too. Only for true shapes."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    length = _round_length((east - west) / 4)
    x, y, tick = west + 0.02 * (east - west), south + 0.012 * (north - south), 0.008 * (north - south)
    axes.plot([x, x, x + length, x + length], [y + tick, y, y, y + tick], color=style.INK, lw=1.0, zorder=7)
    axes.text(
        x + length / 2,
        y + tick * 0.6,
        texts.KILOMETRES.say(lang, km=length / 1000, digits=0 if length >= 1000 else 1),
        size=style.NOTE,
        color=style.INK,
        ha="center",
        va="bottom",
        zorder=7,
    )
    axes.text(
        x + length + 0.04 * (east - west),
        y + tick * 0.6,
        texts.NORTH.say(lang),
        size=style.NOTE,
        color=style.INK,
        ha="left",
        va="bottom",
        zorder=7,
    )


def _round_length(most: float) -> float:
    """The longest of 1, 2, 5 times a power of ten metres that is not above `most`."""
    power = 10 ** np.floor(np.log10(most))
    return float(max(step * power for step in (1, 2, 5) if step * power <= most))


def name_groups(axes: Axes, shapes: gpd.GeoDataFrame, names: Mapping[str, str], size: float) -> None:
    """Names of groups (column `group`) written in the sea above each group."""
    for group, part in shapes.groupby("group"):
        west, _, east, north = part.total_bounds
        axes.text(
            (west + east) / 2,
            north,
            names.get(group, group),
            size=size,
            weight="bold",
            color=style.MUTED,
            ha="center",
            va="bottom",
            zorder=6,
        )


def _path(geometry: shapely.Geometry) -> Path:
    """A matplotlib path of a polygon or several, holes included."""
    rings = []
    for part in getattr(geometry, "geoms", [geometry]):
        rings += [shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors)]
    codes = [np.r_[Path.MOVETO, np.full(len(r) - 2, Path.LINETO), Path.CLOSEPOLY] for r in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))
