"""Tile layouts kept in the package: finding one takes 64 assignments, and the villages of a city rarely move.

A layout is found by a fingerprint of all that it depends on: points, parents and island groups in the order of the codes, and
the grids that are tried. Once a place is added or moved the fingerprint is another one, so a layout that no longer fits is
never found, and the places are laid out afresh. `tables/tile_layouts.py` makes the file from the open table of areas.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np

FILE = files(__package__) / "kept_layouts.txt.gz"


def fingerprint(points: np.ndarray, parents: Iterable[str], islands: Iterable[str], grids: tuple) -> str:
    """What a layout depends on, in 20 characters. `points` (n, 2) degrees; `grids` as `tiles.py` tries them.

    >>> one, other = (fingerprint(np.array([[lon, -6.4]]), ["32.76"], ["Jawa"], ()) for lon in (106.8, 106.9))
    >>> one == other
    False
    """
    said = hashlib.sha256(repr((len(points), grids, tuple(map(str, parents)), tuple(map(str, islands)))).encode())
    said.update(np.ascontiguousarray(points, dtype="<f8").tobytes())
    return said.hexdigest()[:20]


def kept(mark: str) -> tuple[np.ndarray, float] | None:
    """The cells (n, 2) and the spacing in km of the layout with this fingerprint, or None."""
    line = _lines().get(mark)
    if line is None:
        return None
    spacing, cells = line.split(" ", 1)
    return np.array(cells.split(), dtype=int).reshape(-1, 2), float(spacing)


def packed(layouts: dict[str, tuple[np.ndarray, float]]) -> bytes:
    """The content of the file: the same layouts give the same bytes, whatever their order."""
    lines = [
        f"{mark} {spacing!r} {' '.join(map(str, cells.ravel().tolist()))}\n" for mark, (cells, spacing) in sorted(layouts.items())
    ]
    return gzip.compress("".join(lines).encode("ascii"), mtime=0)


@cache
def _lines() -> dict[str, str]:
    text = gzip.decompress(FILE.read_bytes()).decode("ascii")
    return dict(line.split(" ", 1) for line in text.splitlines())
