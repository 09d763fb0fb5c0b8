"""Whether the polygons of a GeoJSON are whole lists of corners: GDAL leaves out a ring that is none, without a word.

A hole that is no list of corners makes a place larger, and an outer ring that is none makes its hole the place.
"""

from __future__ import annotations

import json
from typing import Any

_BETWEEN = " \t\r\n\x1e"  # what may stand between the objects of a GeoJSON sequence
_DEPTH = {"Polygon": 1, "MultiPolygon": 2}


class Lost(Exception):
    """A polygon has something among its corners that GDAL would leave out."""


def refuse_lost(data: bytes) -> None:
    """Raises Lost for a GeoJSON in which a ring is no list of corners, ValueError for text that is no JSON."""
    text = data.decode("utf-8-sig", "replace")
    decoder = json.JSONDecoder(object_hook=_looked_at, strict=False)
    at = len(text) - len(text.lstrip(_BETWEEN))
    while at < len(text):
        _, at = decoder.raw_decode(text, at)
        while at < len(text) and text[at] in _BETWEEN:
            at += 1


def looks_like_json(head: bytes) -> bool:
    """Whether a file begins as an object of JSON, as every GeoJSON does."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(_BETWEEN.encode()).startswith(b"{")


def _looked_at(found: dict[str, Any]) -> None:
    """Looks at an object as soon as it is read, and keeps nothing of it: a file of a province has millions of corners."""
    depth = _DEPTH.get(found["type"]) if isinstance(found.get("type"), str) else None
    if depth and found.get("coordinates") and not _whole(found["coordinates"], depth):
        raise Lost


def _whole(shape: Any, depth: int) -> bool:
    if not isinstance(shape, list):
        return False
    if depth:
        return all(_whole(part, depth - 1) for part in shape)
    corners = {*map(type, shape)} <= {list} and min(map(len, shape), default=2) >= 2
    return corners and {type(number) for corner in shape for number in corner[:2]} <= {int, float}
