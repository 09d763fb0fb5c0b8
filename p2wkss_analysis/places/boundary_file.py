"""Reading a file of boundaries as offices keep them: GeoJSON, GeoPackage, Shapefile, Parquet, zipped or in layers.

What comes out are polygons in degrees that lie in Indonesia, or a sentence that says why there are none.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from ..say.errors import WrongUse
from ..say import join
from ..files.opening import ordinary

INDONESIA = (94.0, -12.0, 142.0, 7.0)  # west, south, east, north, in degrees
_ENDINGS = (".shp", ".gpkg", ".geojson", ".json", ".fgb", ".gml", ".kml")  # what is looked for inside a zip
_BESIDE = (".shx", ".dbf")  # what a Shapefile cannot do without


def read_boundaries(boundaries) -> list[gpd.GeoDataFrame]:
    """The layers of polygons of a path or a GeoDataFrame, as they stand; most files have one layer.

    Raises `WrongUse` for a file that is not there, empty, incomplete or of another kind, and where no layer
    holds a polygon.
    """
    if isinstance(boundaries, gpd.GeoDataFrame):
        layers = [boundaries.reset_index(drop=True)]
    elif isinstance(boundaries, (str, os.PathLike)):
        layers = _layers(Path(boundaries))
    else:
        raise WrongUse(
            id="boundaries= berisi alamat berkas (GeoJSON, GPKG, SHP, Parquet) atau GeoDataFrame.",
            en="boundaries= takes the path of a file (GeoJSON, GPKG, SHP, Parquet) or a GeoDataFrame.",
        )
    polygons = [found for found in map(_polygons, layers) if len(found)]
    if not polygons:
        raise WrongUse(
            id="Berkas batas tidak memuat satu poligon pun.", en="The boundary file holds no polygons."
        )
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
        raise _exchanged() if swapped else WrongUse(
            id="Berkas batas tidak menyebut sistem koordinat dan angkanya bukan derajat di Indonesia "
            f"(x {west:.0f} sampai {east:.0f}, y {south:.0f} sampai {north:.0f}). Tetapkan sistem koordinatnya, "
            "misalnya UTM zona 48S (EPSG:32748), di QGIS atau dengan GeoDataFrame.set_crs, lalu simpan ulang.",
            en="The boundary file names no coordinate system and its numbers are not degrees in Indonesia "
            f"(x {west:.0f} to {east:.0f}, y {south:.0f} to {north:.0f}). Set its system, for example UTM zone 48S "
            "(EPSG:32748), in QGIS or with GeoDataFrame.set_crs, and save it anew.",
        )
    degrees = frame.to_crs(4326)
    if _in_indonesia(*degrees.total_bounds):
        return degrees
    if _in_indonesia(south, west, north, east):
        raise _exchanged()
    name = frame.crs.name
    raise WrongUse(
        id=f"Poligon berkas batas tidak terletak di Indonesia menurut sistem koordinat yang disebutnya ({name}). "
        "Sistem itu keliru, atau berkasnya dari negara lain: tetapkan sistem yang benar di QGIS dan simpan ulang.",
        en=f"The polygons of the boundary file do not lie in Indonesia by the coordinate system it names ({name}). "
        "The system is wrong, or the file is of another country: set the right one in QGIS and save it anew.",
    )


def _exchanged() -> WrongUse:
    return WrongUse(
        id="Lintang dan bujur dalam berkas batas tertukar. Tukar kembali (x = bujur, y = lintang) dan simpan ulang.",
        en="Latitude and longitude are exchanged in the boundary file. Exchange them (x = longitude, y = latitude) "
        "and save it anew.",
    )


def _in_indonesia(west: float, south: float, east: float, north: float) -> bool:
    return INDONESIA[0] <= west and INDONESIA[1] <= south and east <= INDONESIA[2] and north <= INDONESIA[3]


def _polygons(frame) -> gpd.GeoDataFrame:
    """The rows that are polygons with corners. Raises `WrongUse` where a corner is no number: the shape would be another."""
    if not isinstance(frame, gpd.GeoDataFrame) or not len(frame) or frame.active_geometry_name is None:
        return gpd.GeoDataFrame(geometry=[])
    kept = frame.geometry.geom_type.isin(["Polygon", "MultiPolygon", "GeometryCollection"]) & ~frame.geometry.is_empty
    corners, row = shapely.get_coordinates(frame.geometry.to_numpy(), return_index=True)
    broken = np.unique(row[~np.isfinite(corners).all(axis=1)])
    if len(broken):
        numbers = [f"{number + 1}" for number in broken[:5]] + ["..."] * (len(broken) > 5)
        raise WrongUse(
            id=f"Berkas batas memuat titik sudut yang bukan bilangan (NaN atau tak hingga) pada poligon {join(numbers, 'id')}. Perbaiki di QGIS, lalu simpan ulang.",
            en=f"The boundary file has corners that are no numbers (NaN or infinite), in its polygons {join(numbers, 'en')}. Mend it in QGIS and save it anew.",
        )
    return frame[kept.to_numpy(dtype=bool)].reset_index(drop=True)


def _layers(path: Path) -> list[gpd.GeoDataFrame]:
    """Every layer of a file; a zip is looked into, also into its folders."""
    _refuse_missing(path)
    try:
        if path.suffix.lower() in (".parquet", ".geoparquet"):
            return [gpd.read_parquet(path)]
        places = _inside(path) if path.suffix.lower() == ".zip" else [os.fspath(path)]
        return [
            gpd.read_file(place, layer=layer) for place in places for layer in gpd.list_layers(place)["name"]
        ]
    except WrongUse:
        raise
    except Exception as error:  # GDAL, Arrow and shapely each fail in their own way
        raise WrongUse(
            id=f"Berkas batas {path.name!r} tidak terbaca sebagai GeoJSON, GPKG, SHP, atau Parquet: isinya bukan peta "
            "atau berkasnya rusak. Buka di QGIS dan simpan ulang sebagai GeoPackage.",
            en=f"The boundary file {path.name!r} cannot be read as GeoJSON, GPKG, SHP or Parquet: it holds no map or is "
            "damaged. Open it in QGIS and save it anew as a GeoPackage.",
        ) from error


def _refuse_missing(path: Path) -> None:
    name = path.name
    ordinary(path)
    if not path.stat().st_size:
        raise WrongUse(
            id=f"Berkas batas {name!r} kosong (0 byte). Salin atau unduh ulang.",
            en=f"The boundary file {name!r} is empty (0 bytes). Copy or download it again.",
        )
    if path.suffix.lower() == ".shp":
        there = {p.suffix.lower() for p in path.parent.glob(f"{path.stem}.*")}
        lacking = [name.removesuffix(path.suffix) + ending for ending in _BESIDE if ending not in there]
        if lacking:
            raise WrongUse(
                id=f"Shapefile {name!r} tidak lengkap: {join(lacking, 'id')} tidak ada di sampingnya. Salin semua berkas "
                "yang bernama sama (.shp, .shx, .dbf, .prj), atau kirim sebagai satu .zip.",
                en=f"The Shapefile {name!r} is incomplete: {join(lacking, 'en')} is not beside it. Copy all files of that "
                "name (.shp, .shx, .dbf, .prj), or send them as one .zip.",
            )


def _inside(path: Path) -> list[str]:
    """The maps inside a zip, as GDAL addresses them."""
    with zipfile.ZipFile(path) as packed:
        names = [n for n in packed.namelist() if n.lower().endswith(_ENDINGS) and not n.startswith("__MACOSX/")]
    if not names:
        raise WrongUse(
            id=f"{path.name!r} tidak memuat peta: di dalamnya tidak ada berkas {join(_ENDINGS, 'id')}.",
            en=f"{path.name!r} holds no map: there is no file {join(_ENDINGS, 'en')} in it.",
        )
    return [f"/vsizip/{os.fspath(path.resolve())}/{name}" for name in names]
