"""Numbers and shapes as short text inside the page, without any loss that could change a ranking."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely

GRID = 30_000  # steps along the longer side of a map: far below a pixel, and within 16 bits
_KINDS = {"i2": (np.int16, -(2**15)), "i4": (np.int32, -(2**31))}


def packed(values: Any, most: int = 6) -> dict:
    """An array as base64: whole numbers of 10^-d where every value is exactly that (d up to `most`), else float64.

    values: any shape, NaN where missing; flattened. Returns `t` the kind, `d` the decimals, `b` the bytes. Dividing
    by 10^d gives back the very same floats, so the page ranks what the library ranks.

    >>> packed([0.25, 1.5])["t"], packed([0.25, 1.5])["d"], packed([1 / 3])["t"]
    ('i2', 2, 'f8')
    """
    x = np.ascontiguousarray(np.asarray(values, dtype=float).ravel())
    known = x[np.isfinite(x)]
    for digits in range(most + 1):
        whole = np.rint(known * 10.0**digits)
        if np.array_equal(whole / 10.0**digits, known):
            for kind, (dtype, missing) in _KINDS.items():
                if not len(whole) or np.abs(whole).max() < -missing:
                    out = np.full(len(x), missing, dtype=dtype)
                    out[np.isfinite(x)] = whole.astype(dtype)
                    return {"t": kind, "d": digits, "b": _text(out)}
    return {"t": "f8", "d": 0, "b": _text(x)}


def packed_rings(polygons: Iterable[shapely.Geometry | None], frame: tuple[float, float, float]) -> dict:
    """Outer and inner rings of each polygon on the grid of `frame`: `xy`, points of each ring, rings of each polygon."""
    points, lengths, counts = [], [], []
    for shape in polygons:
        rings = [] if shape is None else [r for part in shapely.get_parts(shape) for r in (part.exterior, *part.interiors)]
        counts.append(len(rings))
        for ring in rings:
            at = on_grid(np.asarray(ring.coords)[:-1, :2], frame)
            at = at[np.r_[True, (np.diff(at, axis=0) != 0).any(axis=1)]] if len(at) else at
            points.append(at)
            lengths.append(len(at))
    xy = np.concatenate(points) if points else np.empty((0, 2))
    return {"xy": packed(xy, 0), "points": packed(lengths, 0), "rings": packed(counts, 0)}


def frame_of(bounds: Iterable[float]) -> tuple[float, float, float]:
    """West, north and metres a step, so that (west, south, east, north) in metres fits the grid."""
    west, south, east, north = bounds
    return float(west), float(north), float(max(east - west, north - south, 1.0) / GRID)


def on_grid(xy: np.ndarray, frame: tuple[float, float, float]) -> np.ndarray:
    """Metres to whole steps, x to the east and y downwards, as a screen counts."""
    west, north, step = frame
    return np.rint(np.c_[(xy[:, 0] - west) / step, (north - xy[:, 1]) / step])


def _text(array: np.ndarray) -> str:
    little = array.astype(array.dtype.newbyteorder("<"))
    return base64.b64encode(little.tobytes()).decode("ascii")
