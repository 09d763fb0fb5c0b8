"""Reading a file of boundaries as offices keep them: GeoJSON, GeoPackage, Shapefile, GDB, Parquet, zipped or in layers.

What comes out are polygons in degrees that lie in Indonesia, or a sentence that says why there are none.
"""

from __future__ import annotations

import os
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from ..files.opening import ordinary, read_bytes
from ..say.errors import WrongUse
from . import texts
from .geojson_shapes import Lost, looks_like_json, refuse_lost

INDONESIA = (94.0, -12.0, 142.0, 7.0)  # west, south, east, north, in degrees
_ENDINGS = (".shp", ".gpkg", ".geojson", ".json", ".fgb", ".gml", ".kml")  # what is looked for inside a zip
_BESIDE = (".shx", ".dbf")  # what a Shapefile cannot do without
_SHAPE_LOST = "OGRGeoJSONRead"  # how GDAL begins what it says of corners that it leaves out
_MOST = 400  # megabytes; all villages of a province take less, those of Indonesia more


def read_boundaries(boundaries: str | os.PathLike | gpd.GeoDataFrame) -> list[gpd.GeoDataFrame]:
    """The layers of polygons of a path or a GeoDataFrame, as they stand; most files have one layer.

    Raises `WrongUse` for a file that is not there, empty, incomplete or of another kind, and where no layer
    holds a polygon.
    """
    if isinstance(boundaries, gpd.GeoDataFrame):
        layers = [boundaries.reset_index(drop=True)]
    elif isinstance(boundaries, (str, os.PathLike)):
        layers = _layers(Path(boundaries))
    else:
        raise WrongUse(texts.NO_FILE)
    polygons = [found for found in map(_polygons, layers) if len(found)]
    if not polygons:
        raise WrongUse(texts.NO_POLYGON)
    return polygons


def in_degrees(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The polygons in WGS 84, once they are known to lie in Indonesia.

    Without a coordinate system, degrees inside Indonesia are taken as WGS 84. Raises `WrongUse` for anything
    else: metres without a system, a wrong system, latitude and longitude exchanged.
    """
    west, south, east, north = frame.total_bounds
    if frame.crs is None:
        if _in_indonesia(west, south, east, north):
            return frame.set_crs(4326)
        swapped = _in_indonesia(south, west, north, east)
        raise WrongUse(texts.EXCHANGED if swapped else texts.NO_SYSTEM.fill(west=west, east=east, south=south, north=north))
    degrees = frame.to_crs(4326)
    if _in_indonesia(*degrees.total_bounds):
        return degrees
    if _in_indonesia(south, west, north, east):
        raise WrongUse(texts.EXCHANGED)
    raise WrongUse(texts.NOT_IN_INDONESIA.fill(system=frame.crs.name))


def _in_indonesia(west: float, south: float, east: float, north: float) -> bool:
    return INDONESIA[0] <= west and INDONESIA[1] <= south and east <= INDONESIA[2] and north <= INDONESIA[3]


def _polygons(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The rows that are polygons with corners. Raises `WrongUse` where a corner is no number: the shape would be another."""
    if not isinstance(frame, gpd.GeoDataFrame) or not len(frame) or frame.active_geometry_name is None:
        return gpd.GeoDataFrame(geometry=[])
    kept = frame.geometry.geom_type.isin(["Polygon", "MultiPolygon", "GeometryCollection"]) & ~frame.geometry.is_empty
    corners, row = shapely.get_coordinates(frame.geometry.to_numpy(), return_index=True)
    broken = np.unique(row[~np.isfinite(corners).all(axis=1)])
    if len(broken):
        numbers = [f"{number + 1}" for number in broken[:5]] + ["..."] * (len(broken) > 5)
        raise WrongUse(texts.CORNERS_NOT_NUMBERS.fill(polygons=numbers))
    return frame[kept.to_numpy(dtype=bool)].reset_index(drop=True)


def _layers(path: Path) -> list[gpd.GeoDataFrame]:
    """Every layer of a file; a zip is looked into, also into its folders."""
    _refuse_missing(path)
    _refuse_large(path)
    try:
        if path.suffix.lower() in (".parquet", ".geoparquet"):
            return [gpd.read_parquet(path)]
        places = _inside(path) if path.suffix.lower() == ".zip" else [os.fspath(path)]
        with warnings.catch_warnings(record=True) as told:  # GDAL speaks English, of folders of this computer
            warnings.simplefilter("always", RuntimeWarning)
            layers = [gpd.read_file(place, layer=layer) for place in places for layer in gpd.list_layers(place)["name"]]
        for text in _jsons(path):
            refuse_lost(text)
        if any(str(one.message).startswith(_SHAPE_LOST) for one in told):
            raise WrongUse(texts.SHAPE_LOST.fill(name=path.name))
        return layers
    except WrongUse:
        raise
    except Lost:
        raise WrongUse(texts.SHAPE_LOST.fill(name=path.name)) from None
    except Exception as error:  # GDAL, Arrow and shapely each fail in their own way
        raise WrongUse(texts.UNREADABLE.fill(name=path.name)) from error


def _jsons(path: Path) -> Iterator[bytes]:
    """What a file, or the maps inside a zip, hold as GeoJSON."""
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name) for name in packed.namelist() if name.lower().endswith((".geojson", ".json")))
    elif path.is_file() and looks_like_json(read_bytes(path, 4_096)):
        yield read_bytes(path)


def _refuse_missing(path: Path) -> None:
    name = path.name
    if _is_geodatabase(path):
        return
    ordinary(path)
    if not path.stat().st_size:
        raise WrongUse(texts.EMPTY.fill(name=name))
    if path.suffix.lower() == ".shp":
        there = {p.suffix.lower() for p in path.parent.glob(f"{path.stem}.*")}
        lacking = [name.removesuffix(path.suffix) + ending for ending in _BESIDE if ending not in there]
        if lacking:
            raise WrongUse(texts.INCOMPLETE.fill(name=name, lacking=lacking, n=len(lacking)))


def _is_geodatabase(path: Path) -> bool:
    """A File Geodatabase, as BIG gives out boundaries, is a folder."""
    return path.suffix.lower() == ".gdb" and path.is_dir()


def _refuse_large(path: Path) -> None:
    """What would fill the memory is refused before it is read; a zip counts as it is unpacked."""
    files = [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]
    size = sum(p.stat().st_size for p in files)
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as packed:
                size = sum(part.file_size for part in packed.infolist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise WrongUse(texts.UNREADABLE.fill(name=path.name)) from None
    if size > _MOST * 1_000_000:
        raise WrongUse(texts.TOO_LARGE.fill(name=path.name, size=size // 1_000_000, most=_MOST))


def _inside(path: Path) -> list[str]:
    """The maps inside a zip, as GDAL addresses them."""
    with zipfile.ZipFile(path) as packed:
        there = [n for n in packed.namelist() if not n.startswith("__MACOSX/")]
    names = [n for n in there if n.lower().endswith(_ENDINGS)]
    names += sorted({n[: n.lower().index(".gdb/") + 4] for n in there if ".gdb/" in n.lower()})
    if not names:
        raise WrongUse(texts.NO_MAP_IN_ZIP.fill(name=path.name, endings=_ENDINGS))
    return [f"/vsizip/{os.fspath(path.resolve())}/{name}" for name in names]
