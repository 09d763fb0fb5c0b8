"""Poverty by human development: classes by hand, sites by year, edges."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.pictures.maps.bivariate import map_bivariate
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

AREAS = pd.DataFrame(
    {
        "area_code": [f"32.0{i}" for i in range(1, 10)],
        "name": [f"Kabupaten {c}" for c in "ABCDEFGHI"],
        "lon": 106.5 + np.arange(9) % 3 * 0.5,
        "lat": -7.5 + np.arange(9) // 3 * 0.5,
    }
)


def test_all_nine_classes_by_hand(words):
    values = pd.DataFrame(
        {
            "area_code": AREAS["area_code"],
            "poverty_rate": [1, 5, 10] * 3,
            "hdi": [85] * 3 + [75] * 3 + [60] * 3,
        }
    )
    picture = map_bivariate(values, AREAS, x_limits=(5, 10), y_limits=(70, 80), lang="en")
    table, legend = picture.table(), words(picture)
    assert [text for text in ("< 5.0", "5.0–10.0", "≥ 10.0", "< 70.0", "70.0–80.0", "≥ 80.0") if text not in legend] == []
    assert table["class"].tolist() == ["A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3"]
    assert list(table.columns) == ["area_code", "name", "year", "poverty_rate", "hdi", "class", "sites"]


def test_values_on_the_limits():
    values = pd.DataFrame({"area_code": AREAS["area_code"][:2], "poverty_rate": [5.0, 4.99], "hdi": [80.0, 79.99]})
    # a rate at its limit is in the higher class; an index at its limit is in the better one
    assert map_bivariate(values, AREAS, x_limits=(5, 10), y_limits=(70, 80)).table()["class"].tolist()[:2] == ["B1", "A2"]


def test_either_missing_gives_no_class():
    values = pd.DataFrame({"area_code": AREAS["area_code"][:3], "poverty_rate": [1, np.nan, 1], "hdi": [85, 85, np.nan]})
    assert map_bivariate(values, AREAS, x_limits=(5, 10), y_limits=(70, 80)).table()["class"].tolist() == ["A1"] + [""] * 8


def test_terciles_split_in_three():
    values = pd.DataFrame({"area_code": AREAS["area_code"], "poverty_rate": np.arange(9.0), "hdi": np.arange(60.0, 69)})
    letters = map_bivariate(values, AREAS, digits=3).table()["class"]
    assert letters.str[0].value_counts().to_dict() == {"A": 3, "B": 3, "C": 3}
    assert letters.str[1].value_counts().to_dict() == {"1": 3, "2": 3, "3": 3}


def test_real_2021_agrees_with_the_published_figures(rates, tables, look, words):
    picture = map_bivariate(rates[rates["year"] == 2021], tables["areas"], inside=("32", "36"), sites=tables["programme_sites"])
    table = picture.table().set_index("area_code")
    assert len(table) == 35 and (table["class"] != "").all()
    # Depok 2021: poverty 2.58 %, HDI 81.37 (BPS)
    assert (table.loc["32.76", ["poverty_rate", "hdi"]].astype(float) == [2.6, 81.4]).all() and table.loc[
        "32.76", "class"
    ] == "A1"
    assert table["sites"].sum() == len(tables["programme_sites"])  # every site, with the one whose village is not known
    assert look(picture) == []
    assert "A1 ◆ 10" in words(picture) and "2015–2025" in words(picture)
    for name in table.loc[table["class"] == "C3", "name"]:
        assert name.replace("Kabupaten", "Kab.") in picture.sentence("id")


def test_one_panel_a_year_with_the_sites_of_that_year(rates, tables, look):
    some = rates[rates["year"].between(2019, 2024)]
    picture = map_bivariate(some, tables["areas"], inside=("32", "36"), sites=tables["programme_sites"], lang="en")
    table = picture.table()
    sites = tables["programme_sites"]
    assert table.groupby("year")["sites"].sum().to_dict() == {int(y): int((sites["year"] == y).sum()) for y in range(2019, 2025)}
    assert look(picture) == []
    assert len(picture.axes) == 6 + 1  # six years and the square


def test_two_series_or_no_series_are_refused(tables):
    table = tables["regency_indicators"]
    both = table[
        (table["year"] == 2024) & table["area_code"].str.startswith("32") & table["indicator"].isin(["hdi", "poverty_rate"])
    ]
    assert both.loc[both["indicator"] == "hdi", "method"].nunique() == 2
    with pytest.raises(WrongUse, match="method"):
        map_bivariate(both, tables["areas"])
    with pytest.raises(NotEnoughData, match="hdi"):
        map_bivariate(both[both["indicator"] == "poverty_rate"], tables["areas"])


def test_limits_that_are_no_limits_are_refused():
    values = pd.DataFrame({"area_code": AREAS["area_code"], "poverty_rate": np.arange(9.0), "hdi": np.arange(60.0, 69)})
    for wrong in ((5,), (5, 5), (6, 5), (1, 2, 3)):
        with pytest.raises(WrongUse):
            map_bivariate(values, AREAS, x_limits=wrong)
    with pytest.raises(WrongUse, match="jv"):
        map_bivariate(values, AREAS, lang="jv")
    with pytest.raises(NotEnoughData):
        map_bivariate(values.assign(hdi=60.0), AREAS)
