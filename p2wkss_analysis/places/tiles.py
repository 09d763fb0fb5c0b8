"""Tile map: one equal hexagon a place, near its true position, so that small cities are as visible as large
kabupaten.

Method: points are assigned one to one to the cells of a hexagon grid whose spacing is sqrt(area / places),
by least total squared distance (the linear assignment problem; Crouse 2016, doi:10.1109/TAES.2016.140952,
as in scipy). Several grids are tried, shifted, scaled and with points drawn towards the centre of their
parent; kept is the one that breaks the fewest parents into pieces, then the whole, then distorts least.
Island groups are laid out one by one on a shared grid and kept at least two cells apart.

The tiles are a schema: size, shape and touching say nothing about real area, boundaries or distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.optimize import linear_sum_assignment
from scipy.spatial import ConvexHull, QhullError, cKDTree

from ..say.errors import WrongUse
from . import texts
from .areas import island_of, parents, require_codes, valid_codes
from .kept_layouts import fingerprint, kept
from .projection import plane_around

COLUMNS = ["area_code", "name", "parent_code", "position", "displacement_km", "geometry"]
NEIGHBOURS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))  # axial steps, anticlockwise from east
_ROW = np.sqrt(3) / 2  # height of a row when neighbouring centres are 1 apart
_PULLS = (0.0, 0.1, 0.2, 0.3)  # how far points are drawn towards the centre of their parent
_SCALES = (0.86, 0.93, 1.0, 1.07)  # of the spacing sqrt(area / places)
_PHASES = ((0.0, 0.0), (0.5, 0.0), (0.25, 0.5), (0.75, 0.5))  # of the grid against the points
_GAP = 2  # empty cells between two island groups
_INDONESIA = (94.0, -12.0, 142.0, 7.0)  # west, south, east, north, in degrees


@dataclass(frozen=True)
class _Layout:
    """Cells of n places: `cells` (n, 2) axial integers; `spacing` km between neighbouring centres; the
    `penalty` (pieces too many of parents and of the whole, distortion in tiles with a toll on holes)."""

    cells: np.ndarray
    spacing: float
    penalty: tuple[int, int, float]


def tile_map(areas: pd.DataFrame) -> gpd.GeoDataFrame:
    """One equal hexagon for each place, near its true position and beside the others of its parent.

    `areas`: one row a place with `area_code` (Kemendagri), `name`, `lon`, `lat` (degrees, WGS 84); any
    level, any number of places; `parent_code` is read where present (needed only for codes of your own,
    such as RW).

    Returns, in the order of `areas`, a GeoDataFrame with `area_code, name, parent_code, position,
    displacement_km, geometry`, in a local equidistant cylindrical projection (metres). `position` is
    "point", or "parent_mean" for a place without a point, which stands at the mean of its siblings (a
    province: of its island). `displacement_km` is the distance from the true point to the centre of the
    tile (with several islands also the shift of the island).

    Deterministic, and the same for any order of rows; the layouts of whole kabupaten/kota and provinces are kept
    in the package (`kept_layouts.py`). Raises `WrongUse` for missing columns, repeated or
    malformed codes, points outside Indonesia, and places with neither a point nor a sibling with one.
    Not for measuring: neighbours, areas and distances on it are those of the schema.

    >>> areas = pd.DataFrame({"area_code": ["32.76.11.1001", "32.76.11.1002", "32.76.10.1001"],
    ...     "name": ["A", "B", "C"], "lon": [106.74, 106.75, 106.86], "lat": [-6.39, -6.38, -6.41]})
    >>> tiles = tile_map(areas)
    >>> tiles["parent_code"].tolist(), (tiles.area / tiles.area.mean()).round(4).nunique()
    (['32.76.11', '32.76.11', '32.76.10'], 1)
    """
    places, xy, crs = _on_the_ground(areas)
    cells, spacing = kept(_mark(places)) or _lay_out(xy, places)
    # The grid was anchored by rounding: put the mean of the tiles where the mean of the places is.
    origin = xy.mean(axis=0) - _centres(cells).mean(axis=0) * spacing
    centres = origin + _centres(cells) * spacing
    tiles = gpd.GeoDataFrame(
        places[["area_code", "name", "parent_code", "position"]].assign(displacement_km=np.hypot(*(centres - xy).T)),
        geometry=shapely.polygons(_hexagons(cells, spacing, origin) * 1000),
        crs=crs,
    )
    return tiles[COLUMNS].sort_index()


def layout_mark(areas: pd.DataFrame) -> str:
    """By what the layout of `areas` is found among the kept ones."""
    return _mark(_on_the_ground(areas)[0])


def laid_out(areas: pd.DataFrame) -> tuple[np.ndarray, float]:
    """Axial cells (n, 2) of `areas` in the order of their codes, and the spacing in km, found afresh."""
    places, xy, _ = _on_the_ground(areas)
    return _lay_out(xy, places)


def outlines(tiles: gpd.GeoDataFrame, by: str = "parent_code") -> gpd.GeoDataFrame:
    """The tiles or boundaries dissolved by a column: one row a group with `by` and `geometry`.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "32.77", "36.72"], "name": list("ABC"),
    ...     "lon": [106.8, 107.5, 106.0], "lat": [-6.4, -6.9, -6.0]})
    >>> outlines(tile_map(areas))["parent_code"].tolist()
    ['32', '36']
    """
    return tiles[[by, "geometry"]].dissolve(by=by, sort=True).reset_index()


def pieces(cells: np.ndarray, groups: np.ndarray) -> int:
    """Pieces too many: sum over groups of connected parts less one, on the hexagon grid.

    `cells` (n, 2) axial integers, `groups` (n,) labels. 0 when every group is in one piece.

    >>> pieces(np.array([[0, 0], [1, 0], [5, 5]]), np.array(["a", "a", "a"]))
    1
    """
    group_of = dict(zip(map(tuple, cells.tolist()), groups, strict=True))
    unseen, parts = set(group_of), 0
    while unseen:
        parts += 1
        stack = [unseen.pop()]
        while stack:
            q, r = stack.pop()
            for dq, dr in NEIGHBOURS:
                near = (q + dq, r + dr)
                if near in unseen and group_of[near] == group_of[q, r]:
                    unseen.remove(near)
                    stack.append(near)
    return parts - len(set(group_of.values()))


def _on_the_ground(areas: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray, str]:
    """The places in the order of their codes, their points (n, 2) in km, and the projection."""
    if not isinstance(areas, pd.DataFrame):
        raise WrongUse(texts.TILES_NEED.fill(lacking=[texts.ROWS]))
    places = _checked(areas.reset_index(drop=True)).sort_values("area_code", kind="stable")
    crs = plane_around(places["lat"].mean(), places["lon"].mean())
    points = gpd.GeoSeries(gpd.points_from_xy(places["lon"], places["lat"], crs=4326)).to_crs(crs)
    return places, np.c_[points.x, points.y] / 1000, crs


def _mark(places: pd.DataFrame) -> str:
    return fingerprint(
        places[["lon", "lat"]].to_numpy(float), places["parent_code"], places["_island"], (_PULLS, _SCALES, _PHASES, _GAP)
    )


def _checked(areas: pd.DataFrame) -> pd.DataFrame:
    """Columns and codes verified, missing points filled from siblings, with `parent_code`, `position`,
    `_island`."""
    lacking = [c for c in ("area_code", "name", "lon", "lat") if c not in areas.columns]
    if lacking or areas.empty:
        raise WrongUse(texts.TILES_NEED.fill(lacking=lacking or [texts.ROWS]))
    if areas.columns.duplicated().any():
        raise WrongUse(texts.COLUMNS_TWICE.fill(columns=areas.columns[areas.columns.duplicated()].unique()))
    places = areas[["area_code", "name", "lon", "lat"]].copy()
    if strange := [repr(code) for code in places["area_code"] if not isinstance(code, str)]:
        raise WrongUse(texts.NOT_CODES.fill(n=len(strange), codes=strange[:10]))
    if "parent_code" in areas.columns:
        places["parent_code"] = areas["parent_code"].fillna("").astype(str)
    else:
        require_codes(places["area_code"])
        places["parent_code"] = parents(places["area_code"])
    twice = places.loc[places["area_code"].duplicated(), "area_code"].unique()
    if len(twice):
        raise WrongUse(texts.REPEATED.fill(codes=twice[:10]))
    places["_island"] = places["area_code"].map(island_of).where(valid_codes(places["area_code"]), "")
    return _filled(places)


def _filled(places: pd.DataFrame) -> pd.DataFrame:
    points = places[["lon", "lat"]].apply(pd.to_numeric, errors="coerce").astype(float)
    west, south, east, north = _INDONESIA
    outside = points.notna().all(axis=1) & ~(points["lon"].between(west, east) & points["lat"].between(south, north))
    if outside.any():
        raise WrongUse(texts.POINTS_OUTSIDE.fill(places=_named(places[outside])))
    missing = points.isna().any(axis=1)
    points[missing] = np.nan
    siblings = places["parent_code"].where(places["parent_code"] != "", places["_island"])
    means = points.groupby(siblings).transform("mean")
    places[["lon", "lat"]] = points.fillna(means)
    places["position"] = np.where(missing, "parent_mean", "point")
    lost = places[["lon", "lat"]].isna().any(axis=1)
    if lost.any():
        raise WrongUse(texts.NO_POINT.fill(places=_named(places[lost])))
    return places


def _named(places: pd.DataFrame, most: int = 10) -> str:
    text = ", ".join(f"{n} ({c})" for n, c in zip(places["name"].head(most), places["area_code"].head(most), strict=True))
    return text + (", ..." if len(places) > most else "")


def _lay_out(xy: np.ndarray, places: pd.DataFrame) -> tuple[np.ndarray, float]:
    """Axial cells (n, 2) and the spacing in km, island by island."""
    parent, island = places["parent_code"].to_numpy(), places["_island"].to_numpy()
    names = sorted(set(island), key=lambda name: (-np.sum(island == name), name))
    layouts = {name: _best_layout(xy[island == name].tobytes(), tuple(parent[island == name])) for name in names}
    counts = [np.sum(island == name) for name in names]
    spacing = float(np.average([layouts[name].spacing for name in names], weights=counts))
    cells, taken = np.empty((len(xy), 2), dtype=int), np.empty((0, 2), dtype=int)
    origin = xy.mean(axis=0)
    for name in names:
        rows = island == name
        target = (xy[rows].mean(axis=0) - origin) / spacing
        placed = _place(layouts[name].cells, target, taken)
        cells[rows], taken = placed, np.vstack([taken, placed])
    return cells, spacing


@lru_cache(maxsize=64)
def _best_layout(points: bytes, parents: tuple[str, ...]) -> _Layout:
    """The best of all grids for `points`, float64 (n, 2) in km. Kept, because a report draws the same places many times."""
    xy, parent = np.frombuffer(points).reshape(-1, 2), np.array(parents, dtype=object)
    base = _spacing(xy)
    centre = pd.DataFrame(xy).groupby(parent).transform("mean").to_numpy()
    layouts = (
        _assign(xy + pull * (centre - xy), xy, parent, base * scale, np.array(phase))
        for scale, phase, pull in product(_SCALES, _PHASES, _PULLS)
    )
    best = min(layouts, key=lambda layout: layout.penalty)
    best.cells.flags.writeable = False  # shared by all who ask again
    return best


def _spacing(xy: np.ndarray) -> float:
    """sqrt(area / places) in km for hexagons, the area being that of the convex hull; at least 0.1 km."""
    n = len(xy)
    try:
        area = ConvexHull(xy).volume if n > 2 else 0.0
    except QhullError:  # all on one line
        area = 0.0
    length = float(np.hypot(*np.ptp(xy, axis=0)))
    return max(np.sqrt(2 / np.sqrt(3) * area / n), length / max(n, 2), 0.1)


def _assign(target: np.ndarray, xy: np.ndarray, parent: np.ndarray, spacing: float, phase: np.ndarray) -> _Layout:
    """Nearest free cells for `target` by least total squared distance; judged against the true `xy`."""
    scaled = target / spacing
    low = np.floor(scaled.min(axis=0)) + phase
    columns, rows = np.ceil((scaled.max(axis=0) - low + 1) / (1, _ROW)).astype(int) + 2
    r, c = np.divmod(np.arange((rows + 2) * (columns + 2)), columns + 2)
    r, c = r - 2, c - 2
    cells = np.c_[c - r // 2, r]
    centres = low + _centres(cells)
    cost = ((scaled[:, None] - centres[None]) ** 2).sum(axis=2)
    chosen = linear_sum_assignment(cost)[1]
    used = cells[chosen]
    wrong = round(_distortion(centres[chosen], xy / spacing) + 5 * _notches(used) / len(xy), 9)
    penalty = (pieces(used, parent), pieces(used, np.zeros(len(xy))), wrong)
    return _Layout(used, spacing, penalty)


def _distortion(centres: np.ndarray, xy: np.ndarray) -> float:
    """How wrong a layout is, in tiles (both arrays (n, 2), one unit a tile): the mean shift of a place,
    plus for its three nearest places how much farther than one tile they come to lie and how far their
    direction turns."""
    shift = np.hypot(*(centres - xy).T).mean()
    k = min(3, len(xy) - 1)
    if k < 1:
        return float(shift)
    near = cKDTree(xy).query(xy, k + 1)[1][:, 1:]
    true, drawn = xy[near] - xy[:, None], centres[near] - centres[:, None]
    apart, length = np.linalg.norm(true, axis=2), np.linalg.norm(drawn, axis=2)
    cosine = (true * drawn).sum(axis=2) / np.maximum(apart * length, 1e-12)
    return float(shift + (length - 1).mean() + (1 - cosine).mean())


def _notches(cells: np.ndarray) -> int:
    """Empty cells with at least four used neighbours: holes and deep bays, which real islands and cities
    lack."""
    around = (cells[:, None] + np.array(NEIGHBOURS)[None]).reshape(-1, 2)
    used = set(map(tuple, cells.tolist()))
    near, counts = np.unique(around, axis=0, return_counts=True)
    return sum(tuple(cell) not in used for cell in near[counts >= 4].tolist())


def _place(cells: np.ndarray, target: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """`cells` shifted so that their mean is as near `target` (tiles) as the gap to the `taken` cells
    allows."""
    start = _axial(target - _centres(cells).mean(axis=0))
    reach = np.arange(-60, 61)
    steps = np.stack(np.meshgrid(reach, reach), axis=-1).reshape(-1, 2)
    steps = steps[np.argsort(np.hypot(*_centres(steps).T), kind="stable")]
    blocked = {tuple(c) for c in (taken[:, None] + _disc(_GAP)[None]).reshape(-1, 2).tolist()}
    for step in steps:
        placed = cells + start + step
        if blocked.isdisjoint(map(tuple, placed.tolist())):
            return placed
    raise AssertionError("no free place within 60 cells")  # 514 tiles span fewer


def _disc(radius: int) -> np.ndarray:
    q, r = np.meshgrid(np.arange(-radius, radius + 1), np.arange(-radius, radius + 1))
    near = np.abs(q + r) <= radius
    return np.c_[q[near], r[near]]


def _axial(xy: np.ndarray) -> np.ndarray:
    r = int(np.round(xy[1] / _ROW))
    return np.array([int(np.round(xy[0] - r / 2)), r])


def _centres(cells: np.ndarray) -> np.ndarray:
    """Centres (n, 2) of axial cells when neighbours are 1 apart; r counts rows to the north."""
    q, r = cells[..., 0], cells[..., 1]
    return np.stack([q + r / 2, r * _ROW], axis=-1)


def _hexagons(cells: np.ndarray, spacing: float, origin: np.ndarray) -> np.ndarray:
    """Closed rings (n, 7, 2) in km, pointed at the top. A corner is the mean of the three centres that meet
    in it, from exact integers, so that neighbours share it to the last bit and dissolve without slivers."""
    steps = np.array(NEIGHBOURS)
    third = 3 * cells[:, None] + steps + np.roll(steps, -1, axis=0)
    ring = origin + np.round(_centres(third) / 3 * spacing, 6)
    return np.concatenate([ring, ring[:, :1]], axis=1)
