"""Questions asked of the open tables: the nouns give what the functions give, and a picture is drawn in one place."""

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.places.neighbours import neighbours
from p2wkss_analysis.say.errors import WrongUse


@pytest.fixture(scope="module")
def published():
    return p2.OpenData()


def test_clusters_are_those_of_the_function(published):
    found = published.clusters("poverty_rate", 2021)
    rows = published.values("poverty_rate", 2021)
    rows = rows[rows["area_code"].str[:2].isin(["32", "36"]) & rows["area_code"].isin(published.regencies["area_code"])]
    again = p2.spatial_clusters(rows, "value", neighbours(published.regencies))
    assert found.moran == again.moran
    pd.testing.assert_frame_equal(found.table(), again.table())
    assert "Menurut persentase penduduk miskin" in found.sentence("id")


def test_a_picture_answers_for_any_kabupaten(published):
    chance = published.need("32.01", k=3).stability.table().set_index("area_code")["probability_top_k"]
    for name in ("firmness", "chance"):
        table = published.picture(name, "32.01", k=3, lang="en").table()
        column = next(c for c in table if c in ("probability_top_k", "chance", "value"))
        shown = table.set_index("area_code")[column].dropna()
        unit, step = (100, 0.005) if name == "chance" else (1, 0.0005)  # whole percent on the map, three decimals in the chart
        assert (shown / unit - chance.reindex(shown.index)).abs().max() <= step + 1e-12, name
    assert published.picture("weights", "32.01", lang="id").table()["share"].sum() == pytest.approx(1, abs=0.003)


def test_an_unknown_picture_is_refused_with_the_list(published):
    with pytest.raises(WrongUse) as stopped:
        published.picture("peta", "36.04")
    assert "firmness" in stopped.value.sentence("en")
