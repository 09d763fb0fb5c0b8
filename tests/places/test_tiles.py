"""The tile map: equal, apart, contiguous, deterministic, and refusing what it cannot place."""

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from p2wkss_analysis.places import tiles as t
from p2wkss_analysis.places.areas import island_of, within
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="module")
def register():
    return load("areas")


@pytest.fixture(scope="module")
def maps(register):
    regencies = register[register["level"] == "regency"]
    return {
        "depok": t.tile_map(within(register, "32.76", "village")),
        "cilegon": t.tile_map(within(register, "36.72", "village")),
        "jabar_banten": t.tile_map(regencies[regencies["area_code"].str[:2].isin(["32", "36"])]),
        "indonesia": t.tile_map(regencies),
    }


def centres(tiles):
    return np.c_[tiles.centroid.x, tiles.centroid.y]


def parts(tiles, column):
    """Connected parts of each group, by the slow way: flood fill over touching polygons."""
    found = {}
    for group, rows in tiles.groupby(column):
        left = set(rows.index)
        count = 0
        while left:
            count += 1
            stack = [left.pop()]
            while stack:
                here = tiles.geometry[stack.pop()]
                near = {i for i in left if tiles.geometry[i].intersection(here).length > 0}
                left -= near
                stack += near
        found[group] = count
    return found


@pytest.mark.parametrize("name", ["depok", "cilegon", "jabar_banten", "indonesia"])
def test_tiles_are_equal_and_do_not_overlap(maps, name):
    tiles = maps[name]
    assert np.ptp(tiles.area) / tiles.area.mean() < 1e-5
    assert (shapely.get_num_coordinates(tiles.geometry.to_numpy()) == 7).all()
    union = tiles.geometry.union_all()
    assert union.area == pytest.approx(tiles.area.sum(), rel=1e-6)


@pytest.mark.parametrize("name", ["depok", "cilegon", "jabar_banten"])
def test_each_parent_and_the_whole_are_in_one_piece(maps, name):
    tiles = maps[name]
    assert set(parts(tiles, "parent_code").values()) == {1}
    assert set(parts(tiles.assign(all="all"), "all").values()) == {1}


def test_the_fast_count_of_pieces_agrees_with_the_slow_one(maps):
    tiles = maps["depok"].assign(group=np.arange(63) % 4)  # four scattered groups
    slow = sum(parts(tiles, "group").values()) - 4
    spacing = np.sqrt(tiles.area.iloc[0] * 2 / np.sqrt(3))
    xy = (centres(tiles) - centres(tiles)[0]) / spacing
    r = np.round(xy[:, 1] / (np.sqrt(3) / 2)).astype(int)
    cells = np.c_[np.round(xy[:, 0] - r / 2).astype(int), r]
    assert t.pieces(cells, tiles["group"].to_numpy()) == slow > 4


def test_at_most_one_province_of_38_is_broken_and_it_is_an_archipelago(maps):
    broken = {p for p, n in parts(maps["indonesia"], "parent_code").items() if n > 1}
    assert broken <= {"21"}  # Kepulauan Riau, whose Natuna and Anambas lie hundreds of km off


def test_islands_stay_apart_and_in_their_order(maps):
    tiles = maps["indonesia"]
    island = tiles["area_code"].map(island_of)
    spacing = np.sqrt(tiles.area.iloc[0] * 2 / np.sqrt(3))
    xy = centres(tiles)
    gap = np.linalg.norm(xy[:, None] - xy[None], axis=2)
    other = island.to_numpy()[:, None] != island.to_numpy()[None]
    assert gap[other].min() > 2.5 * spacing  # two empty cells between
    middle = pd.DataFrame(xy, columns=["x", "y"]).groupby(island.to_numpy()).mean()
    order = ["Sumatera", "Jawa", "Kalimantan", "Sulawesi", "Maluku", "Papua"]
    east = middle.loc[["Sumatera", "Kalimantan", "Sulawesi", "Maluku", "Papua"], "x"]
    assert east.is_monotonic_increasing, order
    assert middle.loc["Jawa", "y"] < middle.loc["Kalimantan", "y"]
    assert middle.loc["Jawa", "x"] < middle.loc["Bali-Nusa Tenggara", "x"]
    assert middle.loc["Bali-Nusa Tenggara", "y"] < middle.loc["Sulawesi", "y"]


def test_tiles_keep_east_west_and_north_south(maps, register):
    points = register.set_index("area_code")[["lon", "lat"]]
    for name in ("depok", "cilegon", "jabar_banten"):
        true = points.loc[maps[name]["area_code"]].to_numpy()
        drawn = centres(maps[name])
        for axis in (0, 1):
            assert pd.Series(true[:, axis]).corr(pd.Series(drawn[:, axis]), method="spearman") > 0.93


def test_displacement_is_the_distance_to_the_true_point(maps, register):
    tiles = maps["jabar_banten"]
    row = tiles[tiles["area_code"] == "32.76"].iloc[0]
    point = register.set_index("area_code").loc["32.76"]
    centre = tiles[tiles["area_code"] == "32.76"].centroid.to_crs(4326).iloc[0]
    # haversine on the sphere, by hand: the projection is equidistant only near its middle, hence 2 %
    lat1, lat2 = np.radians([point.lat, centre.y])
    h = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin(np.radians(centre.x - point.lon) / 2) ** 2
    assert row["displacement_km"] == pytest.approx(2 * 6371 * np.arcsin(np.sqrt(h)), rel=0.02, abs=0.2)


def test_the_order_of_rows_and_their_index_do_not_matter(register):
    areas = within(register, "32.76", "village")
    shuffled = areas.sample(frac=1, random_state=3).reset_index(drop=True)
    one, two = t.tile_map(areas), t.tile_map(shuffled)
    assert two["area_code"].tolist() == shuffled["area_code"].tolist()
    both = one.merge(two, on="area_code")
    assert (both["geometry_x"] == both["geometry_y"]).all()
    doubled_index = pd.concat([areas.iloc[:30].reset_index(drop=True), areas.iloc[30:].reset_index(drop=True)])
    assert (t.tile_map(doubled_index).geometry == one.geometry).all()


def test_the_layout_is_an_assignment_no_swap_can_better():
    """The slow twin: with one grid, no exchange of two places shortens the total squared distance."""
    rng = np.random.default_rng(5)
    xy = rng.uniform(0, 6, size=(20, 2))
    layout = t._assign(xy, xy, np.zeros(20), 1.0, np.zeros(2))
    low = np.floor(xy.min(axis=0))
    placed = low + t._centres(layout.cells)
    cost = ((xy[:, None] - placed[None]) ** 2).sum(axis=2)
    assert np.trace(cost) == pytest.approx(cost[linear_sum_assignment(cost)].sum())
    for i in range(20):
        for j in range(i):
            assert cost[i, i] + cost[j, j] <= cost[i, j] + cost[j, i] + 1e-9


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(105, 109), st.floats(-8, -6)), min_size=1, max_size=25))
def test_any_points_even_coinciding_or_on_a_line_get_their_own_tile(points):
    areas = pd.DataFrame(points, columns=["lon", "lat"])
    areas["area_code"] = [f"32.{i:02d}" for i in range(len(points))]
    areas["name"] = areas["area_code"]
    tiles = t.tile_map(areas)
    assert len(tiles) == len(points)
    assert tiles.geometry.union_all().area == pytest.approx(tiles.area.sum(), rel=1e-4)


def test_a_missing_point_stands_at_the_mean_of_its_siblings(register):
    areas = within(register, "32.76", "village").reset_index(drop=True)
    areas.loc[0, ["lon", "lat"]] = np.nan
    tiles = t.tile_map(areas)
    assert tiles["position"].tolist() == ["parent_mean"] + ["point"] * 62
    siblings = areas[(areas["parent_code"] == areas.loc[0, "parent_code"]) & areas["lon"].notna()]
    near = tiles.centroid.to_crs(4326)[0]
    assert abs(near.x - siblings["lon"].mean()) < 0.05 and abs(near.y - siblings["lat"].mean()) < 0.05


def test_the_province_without_a_point_stands_on_its_own_island(register):
    tiles = t.tile_map(register[register["level"] == "province"])
    south = tiles.set_index("area_code").loc["63"]  # Kalimantan Selatan has no point in the register
    assert south["position"] == "parent_mean"
    others = tiles[tiles["area_code"].str.startswith("6") & (tiles["area_code"] != "63")]
    assert south.geometry.distance(others.geometry.union_all()) < 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.drop(columns="lon"), "lon"),
        (lambda d: d.iloc[:0], "baris"),
        (lambda d: d.assign(area_code=d["area_code"].str.replace(".", "")), "bertitik"),
        (lambda d: pd.concat([d, d.iloc[:1]]), "berulang"),
        (lambda d: d.assign(lon=d["lat"], lat=d["lon"]), "tertukar"),
        (lambda d: d.assign(lon=np.nan), "Tanpa titik"),
    ],
)
def test_what_cannot_be_placed_is_refused_with_a_reason(register, change, says):
    areas = within(register, "32", "regency")[["area_code", "name", "lon", "lat"]]
    with pytest.raises(WrongUse, match=says):
        t.tile_map(change(areas))


def test_codes_of_ones_own_need_a_parent_column():
    rw = pd.DataFrame(
        {
            "area_code": ["RW 01", "RW 02"],
            "name": ["RW 01", "RW 02"],
            "lon": [106.74, 106.75],
            "lat": [-6.4, -6.4],
        }
    )
    with pytest.raises(WrongUse):
        t.tile_map(rw)
    assert len(t.tile_map(rw.assign(parent_code="32.76.11.1001"))) == 2


def test_outlines_dissolve_without_slivers(maps):
    outline = t.outlines(maps["depok"])
    assert len(outline) == 11
    assert (shapely.get_type_id(outline.geometry.to_numpy()) == 3).all()  # one polygon each
    assert sum(len(g.interiors) for g in outline.geometry) == 0
    assert outline.area.sum() == pytest.approx(maps["depok"].area.sum(), rel=1e-9)
