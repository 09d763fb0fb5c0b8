"""The doors of folders and of files that other libraries open: boundaries, photos, templates of Word and PowerPoint."""

from __future__ import annotations

import io
import json
import random
import tempfile
from functools import cache
from pathlib import Path

import door_damage as damage
from door_judge import READ, Silent


@cache
def areas():
    from p2wkss_analysis.tables.intake import load

    table = load("areas")
    return table[table["area_code"].str.startswith("36.72.") & (table["level"] == "village")].head(12)


@cache
def made() -> dict[str, bytes]:
    """Squares around known places as GeoJSON, GeoPackage, Parquet, zipped Shapefile; a photo; the package's own templates."""
    import geopandas as gpd
    import shapely
    from PIL import Image

    from p2wkss_analysis.papers.office_templates import hand_out

    at = areas()
    squares = [shapely.box(x - 0.004, y - 0.004, x + 0.004, y + 0.004) for x, y in zip(at["lon"], at["lat"], strict=True)]
    frame = gpd.GeoDataFrame({"KODE": list(at["area_code"]), "NAMA": list(at["name"])}, geometry=squares, crs=4326)
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        frame.to_file(place / "batas.geojson", driver="GeoJSON")
        frame.to_file(place / "batas.gpkg", driver="GPKG")
        frame.to_parquet(place / "batas.parquet")
        frame.to_file(place / "batas.shp.zip", driver="ESRI Shapefile")
        (place / "batas.shp.zip").rename(place / "batas.zip")
        hand_out(place)
        picture = io.BytesIO()
        Image.new("RGB", (64, 48), "green").save(picture, "JPEG")
        (place / "foto.jpg").write_bytes(picture.getvalue())
        return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


def boundaries(rng: random.Random, folder: Path) -> str:
    from p2wkss_analysis.places.boundaries import match_boundaries

    name = rng.choice(("batas.geojson", "batas.geojson", "batas.geojson", "batas.gpkg", "batas.parquet", "batas.zip"))
    data = made()[name]
    if name.endswith("json"):
        data = damage.json_bytes(rng, json.loads(data))
    elif name.endswith("zip") and rng.random() < 0.7:
        data = damage.parts(rng, damage.parts_of(data))
    else:
        data = damage.raw(rng, data)
    path = folder / (f"batas{rng.choice(damage.SUFFIXES)}" if rng.random() < 0.06 else name)
    path.write_bytes(data)
    found = match_boundaries(path, areas())
    if not set(found.shapes["area_code"]) <= set(areas()["area_code"]):
        raise Silent("a place from nowhere")
    found.table(), found.sentence("id")
    return READ


def photos(rng: random.Random, folder: Path) -> str:
    from p2wkss_analysis.pictures.photos import read_photos

    for _ in range(rng.choice((1, 2, 3))):
        name = rng.choice(
            ("RT03-RW05_sebelum.jpg", "RT03-RW05_after.png", "36.72.05.1001_RT03-RW05_sesudah.jpg", "RW05_before.jpeg")
        )
        if rng.random() < 0.3:
            name = damage.cell(rng).replace("/", "").replace("\0", "")[:60].encode("utf-8", "replace").decode()[:60] + ".jpg"
        data = made()["foto.jpg"]
        (folder / name).write_bytes(damage.raw(rng, data) if rng.random() < 0.6 else data)
    read_photos(folder, {"36.72.05.1001": "Jombang Wetan"}, "en")
    return READ


def templates(rng: random.Random, folder: Path) -> str:
    from p2wkss_analysis.papers.office_templates import given_back

    name = rng.choice([name for name in made() if name.endswith((".docx", ".pptx"))])
    (folder / name).write_bytes(damage.parts(rng, damage.parts_of(made()[name])))
    given_back(folder, ["nota-dinas"])
    return READ


DOORS = {"boundaries": boundaries, "photos": photos, "templates of papers": templates}
