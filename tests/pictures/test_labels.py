"""Labels lie inside their place, or get a number."""

import numpy as np
import pandas as pd
import pytest
import shapely

from p2wkss_analysis.pictures import style
from p2wkss_analysis.pictures.maps.ground import prepare_ground
from p2wkss_analysis.pictures.maps.labels import number_places, plan_labels
from p2wkss_analysis.places.areas import within
from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="module")
def ground():
    villages = within(load("areas"), "32.76", "village")
    return prepare_ground(villages["area_code"], load("areas"))


def box_of(label, scale):
    width = max(style.text_size(line) for line in label.lines) * label.size / scale
    height = len(label.lines) * label.size / scale  # capitals and lowercase, without the air between
    return shapely.box(label.x - width / 2, label.y - height / 2, label.x + width / 2, label.y + height / 2)


def test_lines_fit_their_tile_and_keep_every_letter(ground):
    scale = 72 * 6 / np.ptp(ground.shapes.total_bounds[[0, 2]])
    planned = plan_labels(ground, {}, scale)
    assert len(planned) == 63
    for row in ground.shapes.itertuples():
        label = planned[row.area_code]
        assert "".join(label.lines).replace("-", "").replace(" ", "") == row.label.replace(" ", "").replace("-", "")
        assert style.LABEL_LEAST <= label.size <= style.LABEL_MOST
        if len(label.lines) == 1:
            assert row.geometry.contains(box_of(label, scale))


def test_a_smaller_map_gives_numbers_first_for_places_with_marks(ground):
    scale = 72 * 6 / np.ptp(ground.shapes.total_bounds[[0, 2]])
    marked = ground.shapes["area_code"].iloc[7]
    planned = plan_labels(ground, {marked: ["◆ 2021"]}, scale / 4)
    keyed = {code: label for code, label in planned.items() if label.key}
    assert set(keyed) == {marked} and keyed[marked].key == 1 and keyed[marked].lines[-1] == "◆ 2021"


def test_true_shapes_hold_the_whole_block():
    import geopandas as gpd

    areas = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["Kota Depok", "Kota Tangerang Selatan"]})
    shapes = gpd.GeoDataFrame(
        {"kode": ["3276", "3277"]},
        geometry=[
            shapely.Polygon([(107, -7), (107.5, -7), (107.5, -6.9), (107.1, -6.9), (107.1, -6.5), (107, -6.5)]),
            shapely.box(108, -7, 108.005, -6.995),
        ],
        crs=4326,
    )
    ground = prepare_ground(areas["area_code"], areas, shapes)
    scale = 72 * 6 / np.ptp(ground.shapes.total_bounds[[0, 2]])
    planned = plan_labels(ground, {}, scale)
    inside = ground.shapes.set_index("area_code").geometry["32.76"]
    assert not planned["32.76"].key and inside.contains(box_of(planned["32.76"], scale * 1.001))
    assert planned["32.77"].key == 1  # far too small for its name


def test_places_asked_for_are_numbered_in_their_order(ground):
    keyed = number_places(ground, ["32.76.10.1002", "99.99.99.9999", "32.76.01.1006"])
    assert next((label.key, label.lines) for label in keyed.values()) == (1, ("Leuwinanggung",))
    assert [label.key for label in keyed.values()] == [1, 2]
