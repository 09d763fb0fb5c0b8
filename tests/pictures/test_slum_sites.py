"""Slum lists with sites: decrees and partial lists are not the same silence."""

import os
from pathlib import Path

import pandas as pd
import pytest

from p2wkss_analysis.pictures.maps.sites import place_sites, site_lines
from p2wkss_analysis.pictures.maps.slum_sites import map_slum_sites, slum_lists
from p2wkss_analysis.say.errors import WrongUse


@pytest.fixture(scope="module")
def depok(tables):
    return map_slum_sites(tables["slum_villages"], "32.76", tables["areas"], sites=tables["programme_sites"])


@pytest.fixture(scope="module")
def cilegon(tables):
    return map_slum_sites(tables["slum_villages"], "36.72", tables["areas"], sites=tables["programme_sites"])


def test_depok_counts_of_the_decrees(depok):
    lists = depok.table()["lists"]
    assert len(lists) == 63
    assert lists.str.contains("2015").sum() == 11 and lists.str.contains("2022").sum() == 27  # SK 591/250/2015, SK 653/627/2022
    assert (lists == "2015, 2022").sum() == 9
    assert set(depok.table()["slum_list"]) == {"named", "not named"}


def test_the_conflict_of_bojongsari_is_shown(depok):
    row = depok.table().set_index("area_code").loc["32.76.11.1001"]
    assert (row["name"], row["sites"], row["slum_list"]) == ("Bojongsari", "2021", "not named")
    assert "Bojongsari" in depok.sentence("id") and "Bojongsari" in depok.sentence("en")


def test_absence_from_a_partial_list_is_unknown(cilegon, words):
    table = cilegon.table()
    assert len(table) == 43 and set(table["slum_list"]) == {"named", "unknown"}
    assert (table["slum_list"] == "named").sum() == 15  # 10 of 2017 and 6 of 2023, Karang Asem on both
    assert "bukan tidak kumuh" in words(cilegon) and "tidak ada dalam daftar" not in words(cilegon)


def test_two_hundred_households_stand_for_two_villages(cilegon, words):
    table = cilegon.table().set_index("area_code")
    for code in ("36.72.05.1001", "36.72.05.1005"):  # Sukmajaya and Gedong Dalem
        assert table.loc[code, "sites"] == "2024" and table.loc[code, "households"] == 200 and table.loc[code, "shared"]
    assert words(cilegon).count("200 KK bersama") == 3  # on both tiles, and explained below
    english = words(cilegon)
    assert "bukan untuk masing-masing" in english


def test_sukmajaya_of_depok_is_not_sukmajaya_of_cilegon(depok):
    assert depok.table().set_index("area_code").loc["32.76.05.1001", "sites"] == ""


def test_all_known_sites_are_on_their_map(depok, cilegon, tables):
    sites = tables["programme_sites"]
    for picture, regency in ((depok, "32.76"), (cilegon, "36.72")):
        shown = picture.table()["sites"].str.split(", ").explode()
        assert (shown != "").sum() == (sites["regency_code"] == regency).sum()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_pages_are_whole(tables, look, lang):
    for regency in ("32.76", "36.72"):
        picture = map_slum_sites(tables["slum_villages"], regency, tables["areas"], sites=tables["programme_sites"], lang=lang)
        assert look(picture) == []
        assert picture.get_size_inches()[1] < 9.8  # an A4 page with its margins


def test_kecamatan_are_named_on_a_small_key_map(depok, cilegon, tables, words):
    areas = tables["areas"]
    for picture, regency in ((depok, "32.76"), (cilegon, "36.72")):
        names = areas.loc[(areas["level"] == "district") & areas["area_code"].str.startswith(regency), "name"]
        key = " ".join(t.get_text() for t in picture.axes[1].texts).replace("\n", " ")
        assert len(names) in (8, 11) and all(name in key for name in names)


def test_true_shapes_show_the_same_and_number_what_is_too_small(tables, look, words):
    where = os.environ.get("P2WKSS_REFERENCE")
    if not where:
        pytest.skip("P2WKSS_REFERENCE is unset: real boundary files are not part of the project")
    for regency, file in (("32.76", "depok"), ("36.72", "cilegon")):
        given = (tables["slum_villages"], regency, tables["areas"])
        tiles = map_slum_sites(*given, sites=tables["programme_sites"])
        true = map_slum_sites(
            *given,
            sites=tables["programme_sites"],
            boundaries=Path(where) / f"boundaries/{file}_villages.geojson",
        )
        assert true.table().equals(tiles.table())
        text = words(true)
        sited = true.table().query("sites != ''")
        assert all(name in text.replace("\n", " ") for name in sited["name"])
        assert "km" in text and [f for f in look(true) if f[0] != "overlap"] == []
        assert true.get_size_inches()[1] < 9.8


def test_completeness_can_be_told(tables):
    picture = map_slum_sites(tables["slum_villages"], "36.72", tables["areas"], complete={2017: True, 2023: True})
    assert set(picture.table()["slum_list"]) == {"named", "not named"}
    assert [one.complete for one in slum_lists(tables["slum_villages"], "32.76", {2015: False})] == [
        False,
        True,
    ]


def test_a_city_without_a_list_or_a_wrong_code_is_refused(tables):
    with pytest.raises(WrongUse, match="32.73"):
        map_slum_sites(tables["slum_villages"], "32.73", tables["areas"])
    for wrong in ("Bandung", "32", "32.76.01", None):
        with pytest.raises(WrongUse):
            map_slum_sites(tables["slum_villages"], wrong, tables["areas"])


def test_a_site_without_a_village_still_counts_for_its_regency(tables):
    placed = place_sites(tables["programme_sites"], pd.Series(["36.03", "36.72"]))
    assert (placed["area_code"] == "36.03").sum() == 1  # Kemuning, whose code is not known
    assert place_sites(tables["programme_sites"], pd.Series(["36.03.01.2001"])).empty


def test_a_site_whose_year_is_not_known_says_so():
    sites = pd.DataFrame({"village_code": ["36.72.01.1004"], "year": pd.array([pd.NA], "Int64"), "status": ["confirmed"]})
    placed = place_sites(sites, pd.Series(["36.72.01.1004"]))
    assert site_lines(placed, "village", "id") == {"36.72.01.1004": ["◆ tahun ?"]}
    assert site_lines(placed, "regency", "id", years=True) == {"36.72.01.1004": ["◆ 1"]}


def test_sites_need_a_code_column():
    with pytest.raises(WrongUse, match="village_code"):
        place_sites(pd.DataFrame({"desa": ["A"]}), pd.Series(["32.76"]))
    assert place_sites(None, pd.Series(["32.76"])).empty
