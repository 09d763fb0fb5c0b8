"""Matching of boundary files by content, on made-up files and on the real ones of the folder
P2WKSS_REFERENCE."""

import os
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from p2wkss_analysis.places import texts
from p2wkss_analysis.places.areas import within
from p2wkss_analysis.places.boundaries import match_boundaries
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load

BOWTIE = shapely.Polygon([(107.4, -7.0), (107.6, -6.8), (107.6, -7.0), (107.4, -6.8)])


@pytest.fixture(scope="module")
def register():
    return load("areas")


@pytest.fixture()
def made():
    areas = pd.DataFrame(
        {
            "area_code": ["32.76", "32.77", "36.72"],
            "name": ["Kota Depok", "Kota Cimahi", "Kota Cilegon"],
            "bps_code": ["3276", "3277", "3672"],
        }
    )
    shapes = [
        shapely.box(106.7, -6.5, 106.9, -6.3),
        shapely.box(107.5, -6.9, 107.6, -6.8),
        shapely.box(105.9, -6.1, 106.1, -5.9),
    ]
    return areas, shapes


@pytest.mark.parametrize(
    "codes",
    [
        ["32.76", "32.77", "36.72"],
        ["3276", "3277", "3672"],
        [3276, 3277, 3672],
        [3276.0, 3277.0, 3672.0],
        ["3276.0", "3277.0", " 3672 "],
    ],
)
def test_codes_are_found_however_they_are_written(made, codes):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"OBJECTID": [7, 8, 9], "apa_saja": codes, "luas": [1.5, 2.5, 3.5]}, geometry=shapes, crs=4326)
    matched = match_boundaries(frame, areas)
    assert matched.column == "apa_saja" and matched.shapes["area_code"].tolist() == areas["area_code"].tolist()
    assert matched.without.empty and matched.unmatched.empty and matched.invalid.empty


def test_bps_and_kemendagri_are_told_apart_when_they_swap_meaning():
    # Real pattern outside Jawa Barat and Banten: the digits of one list mean another place in the other.
    areas = pd.DataFrame(
        {
            "area_code": ["11.01", "11.02", "11.03"],
            "name": ["Kabupaten Aceh Selatan", "Kabupaten Aceh Tenggara", "Kabupaten Aceh Timur"],
            "bps_code": ["1103", "1104", "1105"],
        }
    )
    squares = [shapely.box(x, 3, x + 1, 4) for x in (96, 97, 98)]
    bps = gpd.GeoDataFrame({"id": ["1103", "1104", "1105"]}, geometry=squares, crs=4326)
    matched = match_boundaries(bps, areas)
    assert matched.reading == "bps" and matched.shapes["area_code"].tolist() == ["11.01", "11.02", "11.03"]
    ours = gpd.GeoDataFrame({"id": ["1101", "1102", "1103"]}, geometry=squares, crs=4326)
    assert match_boundaries(ours, areas).reading == "kemendagri"


def test_a_full_tie_is_settled_by_the_names_in_the_file():
    # Two places whose BPS digits are exactly exchanged: both readings match both rows.
    areas = pd.DataFrame(
        {
            "area_code": ["11.01", "11.02"],
            "name": ["Kabupaten Simeulue", "Kabupaten Aceh Singkil"],
            "bps_code": ["1102", "1101"],
        }
    )
    frame = gpd.GeoDataFrame(
        {"kode": ["1101", "1102"], "wilayah": ["ACEH SINGKIL", "SIMEULUE"]},
        geometry=[shapely.box(97, 2, 98, 3), shapely.box(95, 2, 96, 3)],
        crs=4326,
    )
    matched = match_boundaries(frame, areas)
    assert matched.reading == "bps"
    west = matched.shapes.to_crs(4326).set_index("area_code").bounds["minx"]
    assert west["11.01"] == pytest.approx(95) and west["11.02"] == pytest.approx(97)


def test_rows_of_one_place_are_joined_and_what_is_left_over_is_named(made):
    areas, shapes = made
    island = shapely.box(105.7, -6.1, 105.8, -6.0)
    frame = gpd.GeoDataFrame(
        {"kode": ["3276", "3672", "3672", "3288"], "nama": ["Depok", "Cilegon", "Pulau", "Waduk"]},
        geometry=[shapes[0], shapes[2], island, shapes[1]],
        crs=4326,
    )
    matched = match_boundaries(frame, areas)
    assert matched.shapes["area_code"].tolist() == ["32.76", "36.72"]
    assert matched.shapes.geometry.iloc[1].geom_type == "MultiPolygon"
    assert matched.without["name"].tolist() == ["Kota Cimahi"]
    assert matched.unmatched[["row", "code", "name"]].values.tolist() == [[3, "3288", "Waduk"]]
    table = matched.table()
    assert table["outcome"].tolist() == ["matched", "matched", "no shape", "not a place"]
    assert "Kota Cimahi" in matched.sentence("id") and "Waduk" in matched.sentence("en")


def test_a_broken_polygon_is_mended_and_named(made):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"kode": ["3276", "3277"]}, geometry=[shapes[0], BOWTIE], crs=4326)
    matched = match_boundaries(frame, areas)
    assert matched.shapes.is_valid.all()
    assert matched.invalid[["area_code", "name", "mended"]].values.tolist() == [["32.77", "Kota Cimahi", True]]
    assert "Self-intersection" in matched.invalid["fault"].iloc[0]
    degrees = matched.shapes.to_crs(4326).set_index("area_code").geometry["32.77"]
    assert degrees.area == pytest.approx(0.02, rel=1e-6)  # two triangles of 0.2 by 0.1, halved
    assert matched.table().set_index("area_code").loc["32.77", "outcome"] == "mended"


def test_a_polygon_without_an_area_is_no_boundary(made):
    areas, shapes = made
    dot = shapely.box(107.5, -6.9, 107.500001, -6.899999)
    matched = match_boundaries(
        gpd.GeoDataFrame({"kode": ["3276", "3277", "3672"]}, geometry=[shapes[0], dot, shapes[2]], crs=4326), areas
    )
    assert matched.without["name"].tolist() == matched.invalid["name"].tolist() == ["Kota Cimahi"]
    with pytest.raises(WrongUse, match="0 dari 3"):
        match_boundaries(gpd.GeoDataFrame({"kode": areas["area_code"]}, geometry=[dot] * 3, crs=4326), areas)


def test_what_is_doubtful_of_codes_that_match_is_said(made):
    areas, shapes = made
    areas = areas.assign(lon=[106.8, 107.55, 106.0], lat=[-6.4, -6.85, -6.0])
    far = shapely.box(107.9, -6.9, 108.0, -6.8)
    frame = gpd.GeoDataFrame(
        {"kode": ["3276", "3277", "3672", "3672"], "nama": ["CIMAHI", "DEPOK", "Cilegon", "Cilegon"]},
        geometry=[*shapes, far],
        crs=4326,
    )
    matched = match_boundaries(frame, areas)
    assert matched.doubts == tuple(
        text.fill(names=names)
        for text, names in (
            (texts.FAR_APART, ["Kota Cilegon"]),
            (texts.OTHER_NAMES, ["Kota Cimahi (32.76)", "Kota Depok (32.77)"]),
            (texts.FAR_AWAY, ["Kota Cilegon"]),
        )
    )
    assert "Kota Cimahi (32.76)" in matched.sentence("id")
    assert not match_boundaries(frame.iloc[[2]], areas.iloc[[2]]).doubts


def test_a_city_that_lies_elsewhere_is_refused(made):
    areas, shapes = made
    areas = areas.assign(lon=[106.8, 107.55, 106.0], lat=[-6.4, -6.85, -6.0])
    frame = gpd.GeoDataFrame({"kode": areas["area_code"]}, geometry=gpd.GeoSeries(shapes).translate(1), crs=4326)
    with pytest.raises(WrongUse, match="10[0-9] km"):
        match_boundaries(frame, areas)


@pytest.mark.parametrize(("suffix", "driver"), [("geojson", "GeoJSON"), ("gpkg", "GPKG"), ("shp", None), ("parquet", "parquet")])
def test_the_file_formats_of_city_offices(made, tmp_path, suffix, driver):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326)
    if suffix in ("gpkg", "shp"):
        frame = frame.to_crs(32748)  # offices keep metres; UTM 48S
    path = tmp_path / f"batas.{suffix}"
    frame.to_parquet(path) if driver == "parquet" else frame.to_file(path)
    matched = match_boundaries(path, areas)
    assert matched.shapes["area_code"].tolist() == areas["area_code"].tolist()
    west = matched.shapes.to_crs(4326).total_bounds
    assert np.allclose(west, [105.9, -6.9, 107.6, -5.9], atol=1e-3)


def test_without_a_coordinate_system_only_degrees_in_indonesia_are_believed(made):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes)
    assert len(match_boundaries(frame, areas).shapes) == 3
    metres = frame.set_crs(4326).to_crs(32748)
    metres = gpd.GeoDataFrame({"KODE": frame["KODE"]}, geometry=metres.geometry.to_numpy())
    with pytest.raises(WrongUse, match="sistem koordinat"):
        match_boundaries(metres, areas)


def test_what_cannot_be_used_is_refused_with_a_sentence(made, tmp_path):
    areas, shapes = made
    nothing = gpd.GeoDataFrame({"nama": ["Kota Depok"] * 3}, geometry=shapes, crs=4326)  # names are never matched
    with pytest.raises(WrongUse, match="nama"):
        match_boundaries(nothing, areas)
    with pytest.raises(WrongUse, match="tidak ada"):
        match_boundaries(tmp_path / "tidak_ada.geojson", areas)
    (tmp_path / "rusak.geojson").write_text("{ bukan geojson", encoding="utf-8")
    with pytest.raises(WrongUse, match="rusak.geojson"):
        match_boundaries(tmp_path / "rusak.geojson", areas)
    points = gpd.GeoDataFrame({"kode": ["3276"]}, geometry=[shapely.Point(106.8, -6.4)], crs=4326)
    with pytest.raises(WrongUse, match="poligon"):
        match_boundaries(points, areas)
    with pytest.raises(WrongUse):
        match_boundaries(42, areas)
    with pytest.raises(WrongUse) as refused:
        match_boundaries(str(tmp_path / "tidak_ada.geojson"), areas)
    assert str(tmp_path) not in str(refused.value)  # a report must not carry the folders of a machine


@pytest.fixture(scope="module")
def folder():
    where = os.environ.get("P2WKSS_REFERENCE")
    if not where:
        pytest.skip("P2WKSS_REFERENCE is unset: real boundary files are not part of the project")
    return Path(where) / "boundaries"


@pytest.mark.parametrize(("file", "regency", "n"), [("depok_villages", "32.76", 63), ("cilegon_villages", "36.72", 43)])
def test_real_kelurahan_match_all_and_hold_their_points(folder, register, file, regency, n):
    areas = within(register, regency, "village")
    matched = match_boundaries(folder / f"{file}.geojson", areas)
    assert len(matched.shapes) == n and matched.without.empty and matched.unmatched.empty and not matched.doubts
    inside = (
        matched.shapes.to_crs(4326)
        .set_index("area_code")
        .geometry.contains(gpd.GeoSeries(gpd.points_from_xy(areas["lon"], areas["lat"]), index=areas["area_code"], crs=4326))
    )
    assert inside.mean() > 0.9  # the register's points are said to lie inside; rounding to 4 decimals moves a few


@pytest.mark.parametrize("column", ["kode_kemendagri", "kode_bps"])
def test_the_reservoir_is_named_and_not_taken_for_a_regency(folder, register, column):
    areas = pd.concat([within(register, "32", "regency"), within(register, "36", "regency")])
    frame = gpd.read_file(folder / "jabar_banten_regencies.geojson")
    matched = match_boundaries(frame[[column, "kabkota", "geometry"]], areas)
    assert len(matched.shapes) == 35 and matched.without.empty and not matched.doubts
    assert matched.unmatched["name"].tolist() == ["Waduk Cirata"]
    assert matched.column == column
    # area of Kota Depok by city statistics is about 200 km2
    utm = matched.shapes.to_crs(32748).set_index("area_code")
    assert utm.area["32.76"] / 1e6 == pytest.approx(200, rel=0.02)


def test_the_wrong_level_is_refused(folder, register):
    with pytest.raises(WrongUse, match="tingkat"):
        match_boundaries(folder / "depok_villages.geojson", within(register, "32", "regency"))


def test_a_zip_with_folders_layers_and_an_incomplete_shapefile(made, tmp_path):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326)
    frame.to_file(tmp_path / "batas.shp")
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as packed:
        for ending in ("shp", "shx", "dbf", "prj"):
            packed.write(tmp_path / f"batas.{ending}", f"peta/kota/batas.{ending}")
    assert len(match_boundaries(tmp_path / "kiriman.zip", areas).shapes) == 3
    other = frame.assign(KODE=["1", "2", "3"])
    other.to_file(tmp_path / "dua.gpkg", layer="jalan")
    frame.to_file(tmp_path / "dua.gpkg", layer="kelurahan")
    assert len(match_boundaries(tmp_path / "dua.gpkg", areas).shapes) == 3
    (tmp_path / "batas.dbf").unlink()
    with pytest.raises(WrongUse, match=r"batas\.dbf"):
        match_boundaries(tmp_path / "batas.shp", areas)
    with zipfile.ZipFile(tmp_path / "foto.zip", "w") as packed:
        packed.writestr("foto.jpg", b"")
    with pytest.raises(WrongUse, match="tidak memuat peta"):
        match_boundaries(tmp_path / "foto.zip", areas)
    (tmp_path / "kosong.geojson").touch()
    with pytest.raises(WrongUse, match="kosong"):
        match_boundaries(tmp_path / "kosong.geojson", areas)


def test_a_geodatabase_is_read_as_the_folder_it_is_and_in_a_zip(made, tmp_path):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KDEPUM": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326)
    frame.to_file(tmp_path / "batas.gdb", driver="OpenFileGDB")
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as packed:
        for part in (tmp_path / "batas.gdb").iterdir():
            packed.write(part, f"kiriman/batas.gdb/{part.name}")
    for path in (tmp_path / "batas.gdb", tmp_path / "kiriman.zip"):
        assert match_boundaries(path, areas).column == "KDEPUM"


def test_a_file_too_large_is_refused_before_it_is_read(made, tmp_path, monkeypatch):
    areas, shapes = made
    gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326).to_file(tmp_path / "batas.gpkg")
    monkeypatch.setattr("p2wkss_analysis.places.boundary_file._MOST", 0.05)
    with pytest.raises(WrongUse, match="berukuran"):
        match_boundaries(tmp_path / "batas.gpkg", areas)


def test_fewer_than_half_of_the_places_are_refused_and_the_missing_named(made):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276"]}, geometry=shapes[:1], crs=4326)
    with pytest.raises(WrongUse) as refused:
        match_boundaries(frame, areas)
    said = refused.value.sentence("en")
    assert "only 1 of the 3" in said and "Kota Cimahi and Kota Cilegon" in said and "column KODE" in said


def test_boundaries_matched_before_serve_again(made):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326)
    matched = match_boundaries(frame, areas)
    assert match_boundaries(matched, areas) is matched
    assert match_boundaries(matched, areas.iloc[:2]).shapes["area_code"].tolist() == ["32.76", "32.77"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: f.to_crs(32748).set_crs(4326, allow_override=True), "tidak terletak di Indonesia"),
        (lambda f: f.set_crs(32748, allow_override=True), "tidak terletak di Indonesia"),
        (lambda f: f.set_geometry(shapely.transform(f.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326), "tertukar"),
        (
            lambda f: gpd.GeoDataFrame(f[["KODE"]], geometry=shapely.transform(f.geometry.to_numpy(), lambda xy: xy[:, ::-1])),
            "tertukar",
        ),
    ],
    ids=["metres called degrees", "degrees called metres", "exchanged", "exchanged without a system"],
)
def test_a_wrong_coordinate_system_is_said_and_never_drawn(made, spoil, says):
    areas, shapes = made
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=shapes, crs=4326)
    with pytest.raises(WrongUse, match=says):
        match_boundaries(spoil(frame), areas)


def test_heights_other_shapes_and_gaps_do_no_harm(made):
    areas, shapes = made
    ring = shapely.box(106.7, -6.5, 106.9, -6.3).difference(shapely.box(106.78, -6.42, 106.82, -6.38))
    rows = [shapely.force_3d(ring, 40.0), None, shapely.Polygon(), shapely.Point(106.8, -6.4), shapes[2]]
    frame = gpd.GeoDataFrame({"KODE": ["3276", "3277", "3277", "3277", "3672"]}, geometry=rows, crs=4326)
    matched = match_boundaries(frame, areas)
    assert matched.shapes["area_code"].tolist() == ["32.76", "36.72"] and matched.without["name"].tolist() == ["Kota Cimahi"]
    assert len(matched.shapes.geometry.iloc[0].interiors) == 1


@pytest.mark.parametrize("strange", [np.nan, np.inf])
@pytest.mark.filterwarnings("ignore")
def test_a_corner_that_is_no_number_is_a_sentence(made, strange):
    areas, shapes = made
    spoilt = shapely.Polygon([(106.7, -6.5), (106.9, -6.5), (strange, -6.3), (106.7, -6.3)])
    with pytest.raises(WrongUse) as refused:
        match_boundaries(
            gpd.GeoDataFrame({"KODE": ["3276", "3277", "3672"]}, geometry=[shapes[0], spoilt, shapes[2]], crs=4326), areas
        )
    assert "poligon 2. Perbaiki" in refused.value.sentence("id") and "polygons 2. Repair" in refused.value.sentence("en")


def test_names_count_only_where_they_stand():
    areas = pd.DataFrame(
        {
            "area_code": ["32.76.11.1001", "32.76.02.1002", "32.76.01.1003"],
            "name": ["Curug", "Curug", "Kelurahan Depok Jaya"],
            "lon": [106.73, 106.88, 106.80],
            "lat": [-6.40, -6.37, -6.40],
        }
    )
    around = [shapely.Point(x, y).buffer(0.01) for x, y in zip(areas["lon"], areas["lat"], strict=True)]
    frame = gpd.GeoDataFrame(
        {"luas": [1.0, 2, 3], "kelurahan": ["CURUG", "Curug", "depok jaya"]}, geometry=[around[1], around[0], around[2]], crs=4326
    )
    matched = match_boundaries(frame, areas)
    assert matched.reading == "name" and matched.column == "kelurahan" and matched.without.empty
    west = matched.shapes.to_crs(4326).set_index("area_code").bounds["minx"]
    assert west["32.76.02.1002"] == pytest.approx(106.87, abs=1e-3)  # the row that came first is the eastern one
    far = frame.assign(geometry=frame.translate(0.5, 0))
    with pytest.raises(WrongUse, match="nama pada letaknya"):
        match_boundaries(far, areas)


def test_another_city_is_refused_with_a_code_that_it_holds(folder, register):
    with pytest.raises(WrongUse, match="3672"):
        match_boundaries(folder / "cilegon_villages.geojson", within(register, "32.76", "village"))


def test_real_kelurahan_by_their_names_alone(folder, register):
    frame = gpd.read_file(folder / "depok_villages.geojson")
    by_code = match_boundaries(frame, within(register, "32.76", "village")).shapes
    by_name = match_boundaries(frame[["nama", "geometry"]], within(register, "32.76", "village"))
    # the file writes Bojongsari Lama, Sawangan Lama and Leuwinaggung for three others
    codes = by_code.set_index("area_code").to_crs(32748).centroid
    names = by_name.shapes.set_index("area_code").to_crs(32748).centroid
    assert codes.loc[names.index].distance(names).max() < 0.1  # metres
