"""Small maps beside the large one: where the places lie, and the kecamatan by name."""

import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from p2wkss_analysis.pictures import style
from p2wkss_analysis.pictures.maps import draw
from p2wkss_analysis.pictures.maps.ground import prepare_ground
from p2wkss_analysis.pictures.maps.insets import beside_legend, plan_insets
from p2wkss_analysis.pictures.maps.maps import map_bivariate, map_need
from p2wkss_analysis.places.areas import within


def village_values(tables, regency):
    villages = within(tables["areas"], regency, "village")
    return pd.DataFrame({"area_code": villages["area_code"], "value": np.arange(len(villages), dtype=float)})


def dark(picture):
    """Places drawn in the colour of the outline, by axes: only an inset of where the places lie has any."""
    return [
        sum(
            to_hex(face) == style.OUTLINE
            for c in axes.collections
            if isinstance(c, PathCollection)
            for face in c.get_facecolors()
        )
        for axes in picture.axes
    ]


@pytest.mark.parametrize(("regency", "province"), [("32.76", "Jawa Barat"), ("36.72", "Banten"), ("91.71", "Papua")])
def test_a_city_is_the_one_dark_place_of_its_province(tables, words, look, regency, province):
    picture = map_need(village_values(tables, regency), tables["areas"], inside=regency)
    assert f"Letak di {province}" in words(picture)
    assert sorted(dark(picture))[-2:] == [0, 1]
    assert [fault for fault in look(picture) if fault[0] == "cut off"] == []


def test_provinces_are_dark_in_the_country_and_the_country_needs_no_inset(rates, tables, words):
    poverty = rates[(rates["indicator"] == "poverty_rate") & (rates["year"] == 2021)]
    two = map_need(poverty, tables["areas"], lang="en")
    assert "Location in Indonesia" in words(two) and max(dark(two)) == 2
    every = tables["regency_indicators"].query("indicator == 'poverty_rate' and year == 2021")
    whole = map_need(every, tables["areas"][tables["areas"]["level"] == "regency"])
    assert "Letak di" not in words(whole) and max(dark(whole)) == 0


def test_no_register_no_location():
    areas = pd.DataFrame({"area_code": ["99.01", "99.02"], "name": ["A", "B"], "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
    ground = prepare_ground(areas["area_code"], areas)
    assert plan_insets(ground, 6.0, 4.0, False) == ()


@pytest.mark.parametrize("regency", ["32.76", "36.72", "32.04"])
def test_insets_cover_no_place_and_not_each_other(tables, regency):
    values = village_values(tables, regency)
    ground = prepare_ground(values["area_code"], tables["areas"], inside=regency)
    width = 6.14
    height = draw.body_height(ground, width, 6.0)
    insets = plan_insets(ground, width, height, False)
    assert insets
    per_metre = draw.points_per_metre(ground, width, height) / 72
    west, south, east, _ = draw.extent(ground)
    indent = (width - (east - west) * per_metre) / 2
    shapes = shapely.transform(ground.shapes.geometry.to_numpy(), lambda xy: (xy - (west, south)) * per_metre + (indent, 0))
    boxes = [shapely.box(i.corner[0] - i.size[0], i.corner[1] - i.size[1], *i.corner) for i in insets if i.corner]
    assert not any(shapely.intersects(box, shapes).any() for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
    beside = [i for i in insets if i.corner is None]
    assert beside_legend(insets)[1] == max([i.size[1] for i in beside], default=0)


def test_a_legend_that_fills_the_line_keeps_only_what_stands_on_the_map(rates, tables, look):
    both = rates[rates["year"] == 2021]
    picture = map_bivariate(both, tables["areas"], sites=tables["programme_sites"])
    assert [fault for fault in look(picture) if fault[0] == "cut off"] == []
