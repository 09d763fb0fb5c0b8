"""Local and global Moran's I against the definitions written as loops, planted patterns and none."""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.clusters import spatial_clusters, two_sided


def grid(side=8, source="boundaries"):
    """A chessboard of places with rook neighbours, each pair once."""
    codes = np.array([[f"{i:02d}.{j:02d}" for j in range(side)] for i in range(side)])
    pairs = [(codes[i, j], codes[i, j + 1]) for i in range(side) for j in range(side - 1)]
    pairs += [(codes[i, j], codes[i + 1, j]) for i in range(side - 1) for j in range(side)]
    return codes.ravel(), pd.DataFrame(pairs, columns=["area_code", "neighbour_code"]).assign(source=source)


def slow_local(values, pairs):
    """Anselin's local Moran with row-standardised weights, place by place, variance over n - 1 (as in esda)."""
    mean = sum(values.values()) / len(values)
    squares = sum((v - mean) ** 2 for v in values.values())
    result = {}
    for place, value in values.items():
        around = [b for a, b in pairs if a == place] + [a for a, b in pairs if b == place]
        lag = sum(values[other] - mean for other in around) / len(around)
        result[place] = (value - mean) * lag * (len(values) - 1) / squares
    return result


def test_equals_the_definition_written_as_loops():
    codes, pairs = grid(5)
    values = dict(zip(codes, np.random.default_rng(1).normal(size=len(codes)), strict=True))
    result = spatial_clusters(pd.DataFrame({"area_code": codes, "x": values.values()}), "x", pairs, permutations=199)
    table = result.table().set_index("area_code")
    twin = slow_local(values, pairs[["area_code", "neighbour_code"]].to_numpy().tolist())
    for code in codes:
        assert table.loc[code, "local_moran"] == pytest.approx(twin[code], abs=1e-12)
    # global I is the mean of the local ones, but for the divisor of the variance
    assert result.moran == pytest.approx(sum(twin.values()) / (len(codes) - 1), abs=1e-12)
    assert table.loc["00.00", "neighbours"] == 2 and table.loc["02.02", "neighbours"] == 4
    assert table.loc["00.00", "neighbour_mean"] == pytest.approx((values["00.01"] + values["01.00"]) / 2)


def slow_p(values, place, around, draws, seed):
    """The conditional permutation p of one place: the others' values drawn anew, the place's own kept."""
    rng = np.random.default_rng(seed)
    z = (values - values.mean()) / values.std(ddof=1)
    others = np.delete(z, place)
    observed = z[place] * z[around].mean()
    drawn = np.array([z[place] * rng.permutation(others)[: len(around)].mean() for _ in range(draws)])
    tail = min((drawn >= observed).sum(), (drawn <= observed).sum())
    return min(2 * (tail + 1) / (draws + 1), 1.0)


def test_p_values_equal_a_slow_permutation_up_to_monte_carlo_error():
    codes, pairs = grid(5)
    values = np.random.default_rng(4).normal(size=len(codes))
    table = spatial_clusters(pd.DataFrame({"area_code": codes, "x": values}), "x", pairs, permutations=9999).table()
    where = {code: i for i, code in enumerate(codes)}
    both = pd.concat([pairs, pairs.rename(columns={"area_code": "neighbour_code", "neighbour_code": "area_code"})])
    for place in (0, 6, 12, 18, 24):
        around = both.loc[both["area_code"] == codes[place], "neighbour_code"].map(where).to_numpy()
        twin = slow_p(values, place, around, 4000, seed=9)
        assert table.loc[place, "p_value"] == pytest.approx(twin, abs=6 * np.sqrt(twin / 4000) + 0.002)


def test_two_sided_counts_both_tails():
    draws = np.arange(1, 10.0)[:, None]
    assert two_sided(np.array([0.0]), draws)[0] == pytest.approx(0.2)
    assert two_sided(np.array([10.0]), draws)[0] == pytest.approx(0.2)
    assert two_sided(np.array([5.0]), draws)[0] == 1


def test_a_planted_cluster_is_found_and_in_its_place():
    codes, pairs = grid(8)
    rng = np.random.default_rng(0)
    values = rng.normal(size=(8, 8))
    values[:3, :3] += 4
    result = spatial_clusters(pd.DataFrame({"area_code": codes, "poor": values.ravel()}), "poor", pairs)
    found = result.found()
    corner = {f"{i:02d}.{j:02d}" for i in range(3) for j in range(3)}
    assert "01.01" in set(found["area_code"])
    assert set(found.loc[found["quadrant"] == "high-high", "area_code"]) <= corner | {"03.00", "00.03"}
    assert result.moran > 0.3 and result.moran_p == result.smallest_p
    assert "01.01 (tinggi, sekitarnya tinggi)" in result.sentence("id")
    assert "01.01 (high among high)" in result.sentence("en")


def test_a_chessboard_is_a_negative_pattern_and_two_sided_sees_it():
    codes, pairs = grid(6)
    values = [(i + j) % 2 + 0.01 * i for i in range(6) for j in range(6)]
    result = spatial_clusters(pd.DataFrame({"area_code": codes, "x": values}), "x", pairs, permutations=999)
    assert result.moran < -0.9 and result.moran_p == result.smallest_p == 0.002
    assert set(result.table()["quadrant"]) <= {"high-low", "low-high"}


def test_without_a_pattern_p_values_are_even_and_nothing_is_listed():
    codes, pairs = grid(6)
    p_global, p_local, listed = [], [], 0
    for seed in range(60):
        values = np.random.default_rng(seed).normal(size=len(codes))
        result = spatial_clusters(pd.DataFrame({"area_code": codes, "x": values}), "x", pairs, permutations=499, seed=seed)
        p_global.append(result.moran_p)
        p_local.append(result.table()["p_value"].to_numpy())
        listed += len(result.found()) > 0
    assert np.mean(np.array(p_global) <= 0.05) <= 0.15  # 3 expected of 60, 9 is beyond chance
    assert 0.03 <= np.mean(np.concatenate(p_local) <= 0.05) <= 0.07
    assert listed <= 9


def test_row_order_unit_and_repetition_change_nothing():
    codes, pairs = grid(5)
    values = np.random.default_rng(2).normal(size=len(codes))
    table = pd.DataFrame({"area_code": codes, "x": values})
    first = spatial_clusters(table, "x", pairs, permutations=299, seed=3).table()
    again = spatial_clusters(
        table.sample(frac=1, random_state=1), "x", pairs.sample(frac=1, random_state=2), permutations=299, seed=3
    ).table()
    pd.testing.assert_frame_equal(first, again)
    scaled = spatial_clusters(table.assign(x=100 * values + 7), "x", pairs, permutations=299, seed=3).table()
    assert np.allclose(scaled["local_moran"], first["local_moran"]) and (scaled["quadrant"] == first["quadrant"]).all()


def test_both_directions_of_a_pair_are_one_pair():
    codes, pairs = grid(5)
    values = pd.DataFrame({"area_code": codes, "x": np.random.default_rng(2).normal(size=len(codes))})
    turned = pairs.rename(columns={"area_code": "neighbour_code", "neighbour_code": "area_code"})
    once = spatial_clusters(values, "x", pairs, permutations=199).table()
    twice = spatial_clusters(values, "x", pd.concat([pairs, turned]), permutations=199).table()
    pd.testing.assert_frame_equal(once, twice)


def test_missing_values_and_lonely_places_are_said():
    codes, pairs = grid(5)
    values = pd.DataFrame({"area_code": [*codes, "99.99"], "x": [None, *range(24), 5.0]})
    result = spatial_clusters(values, "x", pairs, permutations=199)
    assert result.dropped == ("00.00",) and result.alone == ("99.99",)
    last = result.table().set_index("area_code").loc["99.99"]
    assert last["neighbours"] == 0 and np.isnan(last["p_value"]) and np.isnan(last["q_value"])
    assert "1 wilayah tanpa nilai" in result.sentence("id") and "no neighbour with a value" in result.sentence("en")


def test_the_source_of_neighbours_and_the_limits_are_said():
    codes, pairs = grid(5, source="tiles")
    values = pd.DataFrame({"area_code": codes, "x": np.random.default_rng(2).normal(size=len(codes))})
    result = spatial_clusters(values.set_index("area_code"), "x", pairs, permutations=199)
    assert result.neighbour_source == ("tiles",)
    assert "peta petak" in result.sentence("id") and "deskriptif" in result.sentence("id")
    named = spatial_clusters(
        values.assign(name="Kelurahan " + values["area_code"]),
        "x",
        pairs,
        permutations=199,
        label=("angka kemiskinan", "poverty rate"),
    )
    assert "Menurut angka kemiskinan" in named.sentence("id") and named.names["00.00"] == "Kelurahan 00.00"
    assert "two-sided" in result.sentence("en") and "descriptive" in result.sentence("en")
    assert result.table().columns.tolist() == [
        "area_code",
        "value",
        "neighbours",
        "neighbour_mean",
        "local_moran",
        "quadrant",
        "p_value",
        "q_value",
    ]
    assert result.smallest_p == 0.01


@pytest.mark.parametrize(
    "damage",
    [
        lambda t, p: (t.drop(columns="x"), p),
        lambda t, p: (t.drop(columns="area_code"), p),
        lambda t, p: (pd.concat([t, t]), p),
        lambda t, p: (t.assign(x="a"), p),
        lambda t, p: (t, p.drop(columns="source")),
    ],
)
def test_wrong_use_is_a_sentence(damage):
    codes, pairs = grid(5)
    table, neighbours = damage(pd.DataFrame({"area_code": codes, "x": np.arange(25.0)}), pairs)
    with pytest.raises(WrongUse):
        spatial_clusters(table, "x", neighbours)


def test_too_few_places_equal_values_and_few_permutations():
    codes, pairs = grid(3)
    with pytest.raises(NotEnoughData, match="9"):
        spatial_clusters(pd.DataFrame({"area_code": codes, "x": range(9)}), "x", pairs)
    codes, pairs = grid(5)
    with pytest.raises(NotEnoughData):
        spatial_clusters(pd.DataFrame({"area_code": codes, "x": 1.0}), "x", pairs)
    with pytest.raises(WrongUse):
        spatial_clusters(pd.DataFrame({"area_code": codes, "x": range(25)}), "x", pairs, permutations=10)


def test_real_boundaries_of_depok():
    folder = os.environ.get("P2WKSS_REFERENCE")
    if not folder:
        pytest.skip("P2WKSS_REFERENCE is not set: the boundaries of Depok are not part of the project")
    geopandas = pytest.importorskip("geopandas")
    shapes = geopandas.read_file(Path(folder) / "boundaries" / "depok_villages.geojson")
    first, second = shapes.sindex.query(shapes.geometry, predicate="intersects")
    pairs = pd.DataFrame({"area_code": first.astype(str), "neighbour_code": second.astype(str), "source": "boundaries"})
    north = shapes.geometry.representative_point().y.to_numpy()
    values = pd.DataFrame({"area_code": np.arange(len(shapes)).astype(str), "north": north})
    result = spatial_clusters(values, "north", pairs, permutations=999)
    assert len(result.table()) == 63 and result.moran > 0.7 and result.moran_p == result.smallest_p
