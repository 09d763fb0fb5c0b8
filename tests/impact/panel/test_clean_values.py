"""Sites with a clean value before and one after."""

import pandas as pd

import p2wkss_analysis as p2
from p2wkss_analysis.impact.panel.clean_values import clean_sites


def test_today_no_confirmed_site_has_both():
    sites = p2.load("programme_sites").query("status == 'confirmed'")
    assert clean_sites(p2.load("village_index"), sites).empty


def test_the_ranking_year_is_not_before_and_the_programme_year_is_not_after():
    sites = pd.DataFrame({"village_code": ["a", "b", "c", None], "year": pd.array([2022, 2022, 2022, 2022], dtype="Int64")})
    values = pd.DataFrame({"area_code": ["a", "a", "b", "b", "c", "c"], "year": [2021, 2023, 2020, 2022, 2020, 2023]})
    assert clean_sites(values, sites)["village_code"].tolist() == ["c"]
    assert clean_sites(values, sites, lag=2).empty
