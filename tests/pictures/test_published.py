"""Maps of published indicators by year: the figures drawn, what stands together, what is refused."""

import numpy as np
import pytest

from p2wkss_analysis.pictures.maps.published import map_indicator
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.tables.intake import load


def drawn(picture):
    return {text.get_text() for text in picture.texts}


def test_every_figure_drawn_is_the_published_one_and_a_gap_is_a_pattern():
    picture = map_indicator("poverty_rate", [2014, 2019, 2025], lang="en")
    rows = load("regency_indicators").query("indicator == 'poverty_rate' and area_code.str.startswith('32.')")
    table = picture.table().merge(
        rows[["area_code", "year", "value"]], on=["area_code", "year"], how="left", suffixes=("", "_published")
    )
    assert len(table) == 81 and np.array_equal(table["value"], table["value_published"].round(1), equal_nan=True)
    assert table[table["value"].isna()][["area_code", "year", "class"]].values.tolist() == [["32.18", 2014, "no data"]]
    assert any("computed from all figures of 2014–2025 and are the same on every map" in text for text in drawn(picture))


def test_a_range_draws_the_years_that_have_figures_and_names_the_others():
    picture = map_indicator("poverty_rate", range(2018, 2022), "Banten", lang="en")
    assert sorted(picture.table()["year"].unique()) == [2018, 2019, 2021]
    assert "Without figures and not drawn: 2020." in drawn(picture)


def test_the_same_class_has_the_same_limits_in_all_years():
    table = map_indicator("poverty_rate", [2015, 2020, 2025], lang="en").table().dropna()
    edges = table.groupby("class")["value"].agg(["min", "max"]).sort_values("min")
    assert (edges["max"].to_numpy()[:-1] <= edges["min"].to_numpy()[1:]).all()


def test_years_of_two_methods_stand_in_rows_with_classes_of_their_own():
    picture = map_indicator("hdi", [2023, 2024, 2025], "Jawa Barat", lang="en")
    said = drawn(picture)
    assert any(text.startswith("2024–2025: HDI, series UHH LF SP2020. Another series") for text in said)
    assert "Human Development Index (HDI), 2024–2025" in said
    table = picture.table()
    assert not set(table[table["year"] == 2023]["class"]) & set(table[table["year"] > 2023]["class"])
    assert map_indicator("hdi", [2023, 2024], "Jawa Barat", lang="en").table()["class"].nunique() <= 5, (
        "one series has both years"
    )


def test_a_break_in_most_places_begins_a_row_and_odd_figures_are_ringed():
    said = drawn(map_indicator("poverty_rate", [2023, 2025], "Papua Pegunungan", lang="en"))
    assert any(text.startswith("2025: Susenas, March. Not comparable with earlier years") for text in said)
    assert "figure to be read with care" in said


def test_two_indicators_keep_their_classes_whatever_the_year():
    one, other = (map_indicator(years=year, by="hdi", lang="en") for year in (2016, 2021))
    limits = [
        {text.get_text() for axes in picture.axes for text in axes.texts if "≥" in text.get_text()} for picture in (one, other)
    ]
    assert limits[0] == limits[1] and len(limits[0]) == 2
    with pytest.raises(WrongUse, match="2023 (dan|and) 2025"):
        map_indicator(years=[2023, 2025], by="hdi")


@pytest.mark.parametrize(
    "wrong",
    [
        {"indicator": "joy"},
        {"years": 1990},
        {"years": [2019, 2020], "province": "Banten"},
        {"years": []},
        {"province": "Atlantis"},
        {"by": "improved_sanitation", "years": 2016},
        {"by": "poverty_rate"},
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(wrong):
    with pytest.raises(WrongUse):
        map_indicator(**wrong)


@pytest.mark.parametrize(("province", "numbered"), [("Papua Pegunungan", False), ("Jawa Barat", True)])
def test_small_maps_tell_which_tile_is_which(province, numbered):
    picture = map_indicator("hdi", [2021, 2022], province, lang="id")
    written = [text.get_text() for axes in picture.axes for text in axes.texts]
    key = [text.get_text() for text in picture.texts]
    places = picture.table()["area_code"].nunique()
    assert ("Nomor pada peta pertama" in key) == numbered and len(written) == (places if numbered else 2 * places)
    assert "tidak ada data" not in key


@pytest.mark.parametrize("indicator", ["poverty_gap_index", "poverty_severity_index"])
def test_small_figures_are_written_with_two_decimals_so_that_each_stands_in_its_class(indicator):
    table = map_indicator(indicator, [2016, 2025], "Sulawesi Utara", lang="en").table().dropna(subset=["value"])
    below = table[table["class"].str.startswith("<")]
    limit = float(below["class"].iloc[0].removeprefix("< "))
    assert below["value"].max() < limit <= table.drop(below.index)["value"].min() and (table["value"] * 10 % 1 > 0.01).any()


def test_an_indicator_without_figures_in_a_province_is_named():
    with pytest.raises(NotEnoughData, match=r"^Tidak ada angka Indeks Pembangunan Gender \(IPG\) untuk daerah ini\.$"):
        map_indicator("gender_development_index", province="94")


def test_a_city_in_the_place_of_a_province_is_told_what_is_wanted():
    with pytest.raises(WrongUse) as refused:
        map_indicator("hdi", 2025, "Kota Depok")
    assert refused.value.sentence("id").startswith("Tidak ada provinsi bernama 'Kota Depok'")
