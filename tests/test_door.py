"""The doors through which files and arguments enter: what cannot be read is refused with a sentence, and never a traceback."""

import contextlib
import json
import shutil
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.places.boundary_file import read_boundaries
from p2wkss_analysis.say.errors import DataFaults, P2wkssError, WrongUse

sys.path.append(str(Path(__file__).resolve().parents[1] / "benchmarks"))

import door

VISITS = pd.DataFrame(
    {"household_id": [*range(40)] * 2, "wave": [0] * 40 + [1] * 40, "assisted": False, "score": [5] * 40 + [3, 7] * 20}
)
AREAS = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["a", "b"], "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
ARGUMENTS = {
    "a path that is none": lambda: p2.check(range(3)),
    "a path of bytes": lambda: p2.load_rubric(b"x.json"),
    "a table's name that is a number": lambda: p2.load(float("inf")),
    "a table's name that is a list": lambda: p2.load(["areas"]),
    "an indicator that is a column": lambda: p2.series("32.76", pd.Series([1, 2])),
    "sheets that are a list": lambda: p2.scorecards([[1]]),
    "a sheet that is no table": lambda: p2.scorecards({"scores": ...}),
    "sites that are no table": lambda: p2.slum_change(pd.DataFrame({"x": [1]}), b"x"),
    "areas that are text": lambda: p2.tile_map("32.76"),
    "groups that are missing": lambda: p2.aggregate_households(pd.DataFrame({"area_code": ["32.76"]}), by=pd.NA),
    "quantiles that are one number": lambda: p2.aggregate_households(pd.DataFrame({"area_code": ["32.76"]}), quantiles=5.0),
    "a score that is no column": lambda: p2.measured_noise(VISITS, "-1"),
    "a score that is text": lambda: p2.measured_noise(VISITS.assign(score="tiga"), "score"),
    "a rule's way that is a dict": lambda: p2.HouseholdRule({1: 2}),
    "a rule's columns that are a number": lambda: p2.HouseholdRule("score", Decimal("1.5")),
    "a rule's cut that is a table": lambda: p2.HouseholdRule("score", ("x",), cut=pd.DataFrame({"x": [1, 2]})),
    "a language that is missing": lambda: p2.City("none.xlsx", lang=pd.NA),
    "a workbook that is a number": lambda: p2.City(-1),
    "a rule of places that is a table": lambda: p2.SelectionRule(returns=pd.Series([1, 2])),
    "places a year that are two numbers": lambda: p2.SelectionRule(per_year=np.array([1, 2])),
    "areas with a column twice": lambda: p2.tile_map(AREAS[["area_code", "name", "lon", "lat", "area_code"]]),
    "areas whose code is no text": lambda: p2.tile_map(AREAS.assign(area_code=[True, "32.77"], parent_code="32")),
    "quotas that are a file": lambda: p2.select_households(VISITS, 5, "score", per_group="none.csv"),
    "a second criterion that is a number": lambda: p2.select_households(VISITS, 5, "score", then=3),
    "a column that is an array": lambda: p2.match_places(pd.DataFrame({"x": ["Cinere"]}), np.array([])),
    "what is shown is text": lambda: p2.show("x"),
    "a better end that is a column": lambda: p2.Panel.from_table(VISITS, outcome="score", better=pd.Series([1, 2])),
    "a needier end that is an array": lambda: p2.select_households(VISITS, 5, "score", needier=np.array([1, 2])),
    "an effect that no computer holds": lambda: p2.simulate_panel(effect=10**400),
    "sites without a village": lambda: p2.slum_change(pd.DataFrame({"x": [1]}), pd.DataFrame({"year": [2018]})),
    "surveys with a column twice": lambda: p2.slum_change(AREAS[["name", "name"]]),
    "chosen places of half a sign": lambda: p2.audit_targets("\ud800", AREAS.set_index("area_code")["lat"]),
    "a table's name of half a sign": lambda: p2.load("\ud800"),
    "a way of adding up that is a table": lambda: p2.need_index(AREAS, {"lat": "higher"}, aggregate=pd.DataFrame()),
    "a workbook that is an array of nothing": lambda: p2.City(np.array(2)),
    "a direction that is a table": lambda: p2.need_index(AREAS, {"lat": pd.DataFrame()}),
    "places in two columns of a name": lambda: p2.match_places(AREAS[["name", "name"]], "name"),
    "a register with columns in levels": lambda: p2.check_register(pd.concat({"a": AREAS}, axis=1)),
    "a level that is a column": lambda: p2.match_places(AREAS, "name", level=pd.Series([1, 2])),
    "a column that is a list": lambda: p2.match_places(pd.DataFrame({"x": ["Cinere"]}), [[1]]),
}


CHOSEN = dict.fromkeys(  # doors to how many cases hypothesis chooses; a document takes seconds, a notebook half a minute
    ("workbook", "cells of a table", "rubric", "protocol", "key", "published before", "Python arguments"), 150
) | {"report": 25, "explorer": 25, "papers": 10, "notebook": 3}


@pytest.mark.parametrize("what", ARGUMENTS)
def test_an_argument_of_another_kind_is_refused_with_a_sentence(what):
    with pytest.raises(WrongUse) as refused:
        ARGUMENTS[what]()
    assert refused.value.sentence("id") and refused.value.sentence("en")


def test_the_same_scores_as_categories_have_the_same_noise():
    assert p2.measured_noise(VISITS.assign(score=VISITS["score"].astype("category")), "score") == p2.measured_noise(
        VISITS, "score"
    )


def test_an_index_of_pandas_is_no_column_of_a_register():
    rows = pd.DataFrame({"area_code": ["32.76.01.1006"] * 3, "year": 2024, "household_id": ["a", "b", "c"]})
    said = [p2.check_register(rows.set_axis(index)).sentence("en") for index in ([0, 1, 2], ["x", "x", "z"])]
    assert len(set(said)) == 1 and np.char.find(said, "index").max() == -1


def test_a_shape_that_would_lose_corners_is_refused_and_the_library_is_not_heard(tmp_path):
    corners = [[106.7, -6.4], [1], [106.8, -6.4], [106.8, -6.3], [106.7, -6.4]]
    shape = {"type": "Feature", "properties": {"KODE": "32.76"}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    (tmp_path / "batas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [shape]}))
    with warnings.catch_warnings(), pytest.raises(WrongUse, match="titik sudut|corners"):
        warnings.simplefilter("error")
        read_boundaries(tmp_path / "batas.geojson")


RING, HOLE = (
    [[106.7 + d, -6.4 + d], [106.9 - d, -6.4 + d], [106.9 - d, -6.2 - d], [106.7 + d, -6.2 - d], [106.7 + d, -6.4 + d]]
    for d in (0, 0.01)
)
NO_RINGS = [None, "x", 5, {}, [None], ["x"], [{}], [HOLE]]


@pytest.mark.parametrize("ring", NO_RINGS, ids=lambda ring: json.dumps(ring)[:12])
@pytest.mark.parametrize("where", ["hole", "outer", "part"])
def test_a_ring_that_would_be_left_out_in_silence_refuses_the_file(tmp_path, ring, where):
    kind = "MultiPolygon" if where == "part" else "Polygon"
    shape = {"hole": [RING, ring], "outer": [ring, HOLE], "part": [[RING, HOLE], [ring]]}[where]
    feature = {
        "type": "Feature",
        "properties": {"type": "Polygon", "coordinates": 0},
        "geometry": {"type": kind, "coordinates": shape},
    }
    path = tmp_path / "batas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    with pytest.raises(WrongUse, match="titik sudut|corners"):
        read_boundaries(path)


@pytest.mark.parametrize("before", ["", " ", "\x1e"])
def test_whole_rings_are_read_with_their_holes_also_line_by_line(tmp_path, before):
    shapes = [("Polygon", [RING, HOLE]), ("MultiPolygon", [[RING, HOLE]]), ("Polygon", [RING])]
    features = [{"type": "Feature", "properties": {"a": 1}, "geometry": {"type": kind, "coordinates": c}} for kind, c in shapes]
    path = tmp_path / "batas.geojson"
    lines = "".join(f"{before}{json.dumps(feature)}\n" for feature in features)
    path.write_text(lines if before else json.dumps({"type": "FeatureCollection", "features": features}))
    (read,) = read_boundaries(path)
    assert [len(one.interiors) for shape in read.geometry for one in getattr(shape, "geoms", [shape])] == [1, 1, 0]


def test_a_zip_whose_directory_is_damaged_is_refused(tmp_path):
    (tmp_path / "batas.zip").write_bytes(b"PK\x05\x06" + bytes(6) + b"\xff" * 8 + bytes(4))
    with pytest.raises(WrongUse):
        read_boundaries(tmp_path / "batas.zip")


def test_a_weight_too_large_for_any_computer_is_a_fault(tmp_path):
    (tmp_path / "lomba.json").write_text(json.dumps({"items": [{"key": "a", "label": "a", "kind": "yes_no", "weight": 10**400}]}))
    with pytest.raises(DataFaults, match="weight"):
        p2.load_rubric(tmp_path / "lomba.json")


def test_a_tiny_poverty_line_leaves_nobody_poor():
    assert p2.poverty([4e5, 9e5], 5e-324).gap == 0


def test_a_folder_is_no_export(capsys):
    assert main(["import", ".", "--lang", "en"]) == 2 and "unexpected" not in capsys.readouterr().err


@pytest.mark.extended
@pytest.mark.parametrize("name", door.DOORS)
def test_a_sample_of_damaged_cases_at_every_door_finds_nothing(name, monkeypatch):
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    monkeypatch.setenv("TQDM_DISABLE", "1")
    door.WARM[name]()
    became, found, _ = door.run(name, range(12), seed=1)
    assert became.total() == 12 and not found, found


@pytest.mark.extended
@pytest.mark.parametrize("name", CHOSEN)
def test_damage_that_hypothesis_chooses_and_makes_smaller_finds_nothing(name, tmp_path, monkeypatch):
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    door.WARM[name]()
    number = iter(range(10**6))

    @settings(
        max_examples=CHOSEN[name],
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(st.randoms(use_true_random=False))
    def tried(chance):
        folder = tmp_path / f"{next(number)}"
        folder.mkdir()
        with contextlib.suppress(P2wkssError):  # a sentence, or a list of faults
            assert door.DOORS[name](chance, folder) in door.FINE
        shutil.rmtree(folder)

    tried()
