"""The command that makes the file of kept tile layouts."""

import gzip

import numpy as np
import pytest

from p2wkss_analysis.places.kept_layouts import kept
from p2wkss_analysis.places.tiles import laid_out, layout_mark
from p2wkss_analysis.tables import tile_layouts
from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="module")
def areas():
    return load("areas")


def test_what_maps_draw_whole_is_kept(areas):
    """All kabupaten/kota and provinces of Indonesia are too many for a test: every fiftieth set, and the first."""
    sets = list(tile_layouts.sets(areas))
    assert len(sets) > 2 * areas["level"].eq("regency").sum()
    missing = [places["area_code"].iloc[0] for places in [*sets[:3], *sets[3::50]] if kept(layout_mark(places)) is None]
    assert not missing


def test_the_file_holds_every_set_that_can_be_drawn(areas, tmp_path, monkeypatch):
    monkeypatch.setattr(tile_layouts, "FILE", tmp_path / "kept.txt.gz")
    some = areas[areas["area_code"].str.startswith("36.72") | areas["area_code"].isin(["36", "32", "32.76"])]
    nowhere = some["level"].eq("village") & some["area_code"].str.startswith("36.72")
    path = tile_layouts.build_layouts(some.assign(lon=some["lon"].mask(nowhere)))
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    districts = some[some["level"] == "district"]
    assert layout_mark(districts) in {line.split()[0] for line in lines}
    assert len(lines) == len({line.split()[0] for line in lines})
    cells, _ = laid_out(districts)
    line = next(line for line in lines if line.startswith(layout_mark(districts)))
    assert np.array_equal(np.array(line.split()[2:], int).reshape(-1, 2), cells)
