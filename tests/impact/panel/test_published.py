"""Panels of published figures: each figure is that of the table, no break is crossed, and every place is in or named."""

import numpy as np
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis import Panel
from p2wkss_analysis.indicators.published.breaks import breaks
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse


@pytest.fixture(scope="module")
def rows():
    return p2.load("regency_indicators")


@pytest.fixture(scope="module")
def poverty():
    return Panel.from_open_data("poverty_rate", years=(2013, 2025), scale="raw")


def test_every_figure_is_that_of_the_table_and_none_is_joined_across_series(rows, poverty):
    hdi = Panel.from_open_data("hdi", scale="raw")
    for panel, method in ((poverty, "Susenas March, BPS basic-needs line"), (hdi, "UHH SP2010")):
        own = rows[(rows["indicator"] == panel.outcome) & (rows["method"] == method)].set_index(["area_code", "year"])["value"]
        held = panel.table()
        assert (own.loc[list(zip(held["unit"], held["year"], strict=True))].to_numpy() == held["value"].to_numpy()).all()
    assert (hdi.years[0], hdi.years[-1]) == (2010, 2024) and np.isfinite(hdi.values).all()


def test_no_break_lies_inside_and_every_place_is_in_or_named(poverty):
    places = poverty.left_out[poverty.left_out["why"] != "year"]
    assert len(set(poverty.units) | set(places["area_code"])) == 514 == len(poverty.units) + len(places)
    for code in (*poverty.units[::40], "32.07", "95.08"):
        inside = [one.year for one in breaks("poverty_rate", code) if 2013 < one.year <= 2025]
        assert bool(inside) == (code not in poverty.units)
    holes = np.isnan(poverty.values)
    assert poverty.years[holes.all(0)].tolist() == [2019, 2020] and not holes[:, ~holes.all(0)].any()
    assert "2019–2020" in poverty.sentence("id") and f"{len(places)} places are left out" in poverty.sentence("en")


def test_a_broken_place_is_cut_to_its_longest_part():
    cut = Panel.from_open_data("poverty_rate", years=(2010, 2025), at_break="cut", inside="Papua Pegunungan", scale="raw")
    assert set(cut.left_out["why"]) == {"cut", "year"}
    assert (cut.years[0], cut.years[-1]) == (2013, 2023) and len(cut.units) == 8  # the lines were set anew in 2024 and 2025


def test_holes_are_kept_where_no_balance_is_asked_for():
    whole = Panel.from_open_data("hdi", years=(2010, 2024), inside="Kalimantan Timur", balanced=False, scale="raw")
    assert np.isnan(whole.values[list(whole.units).index("64.11")]).sum() == 3  # formed in 2013


def test_a_programme_of_whole_regencies_can_be_named():
    start = {"Kota Depok": 2020, "32.75": 2020, "Kota Bogor": 2021, 3277: 2021}
    panel = Panel.from_open_data("poverty_rate", inside="Jawa Barat", start=start, scale="raw")
    assert panel.better == "lower" and dict(zip(panel.sites()["unit"], panel.sites()["start"], strict=True))["32.77"] == 2021


def test_a_programme_place_that_would_be_left_out_is_named():
    with pytest.raises(WrongUse) as refused:
        Panel.from_open_data("hdi", start={"Kab. Pangandaran": 2015, "Kota Depok": 2015, "Kota Bekasi": 2016})
    said = refused.value.sentence("en")
    assert "Kab. Pangandaran (no figure in 2010" in said and "Depok" not in said
    with pytest.raises(WrongUse, match="Kota Semarang"):
        Panel.from_open_data("hdi", inside="Jawa Barat", start={"Kota Semarang": 2015})


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"indicator": "ipm"}, WrongUse),
        ({"indicator": "hdi", "method": "baru"}, WrongUse),
        ({"indicator": "hdi", "at_break": "join"}, WrongUse),
        ({"indicator": "hdi", "years": (2024, 2010)}, WrongUse),
        ({"indicator": "hdi", "inside": "Depok"}, WrongUse),
        ({"indicator": "poverty_line"}, WrongUse),
        ({"indicator": "hdi", "years": (2010.5, 2020)}, WrongUse),
        ({"indicator": "hdi", "start": {"Kota Depok": "x"}}, WrongUse),
        ({"indicator": "hdi", "start": 2020}, WrongUse),
        ({"indicator": "poverty_rate", "years": (2010, 2025), "inside": "Papua Pegunungan"}, NotEnoughData),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(given, error):
    with pytest.raises(error):
        Panel.from_open_data(**given)
