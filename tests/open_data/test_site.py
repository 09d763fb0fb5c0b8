"""The profile of a known site: what is published of it, and plainly what is not."""

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.one_site import texts as say
from p2wkss_analysis.open_data import texts
from p2wkss_analysis.reporting.stories.open.profiles import SITES
from p2wkss_analysis.say.errors import WrongUse


@pytest.fixture(scope="module")
def published():
    return p2.OpenData()


def part(profile, head, lang="id") -> str:
    return dict(profile.lines(lang))[head.say(lang)]


def test_bojongsari_says_what_is_published_and_what_is_not(published):
    site = published.site("bojong sari", 2021)
    assert site.area_code == "32.76.11.1001" and "Kota Depok" in site.sentence("id")
    assert "RT 1/RW 2" in part(site, say.CHOSEN) and "12 Maret 2021" in part(site, say.CHOSEN)
    houses = published.substandard_housing.set_index(["area_code", "year"])["houses"]
    assert f"{houses[site.area_code, 2021]} lolos" in part(site, say.PLANNED_DONE)
    poverty = published.figure("32.76", "poverty_rate")
    assert f"{poverty['value']:.2f} ({poverty['year']})" in part(site, say.NEED_THEN_NOW, "en")
    assert texts.ON_LIST_THEN["off"].say("id", year=2015) in part(site, say.NEED_THEN_NOW)
    assert texts.NOTHING_BY_YEAR.id in part(site, say.CHANGED) and texts.REFUSED["kelurahan"].en in part(site, say.IMPACT, "en")
    assert texts.NO_ACTIVITY_PUBLISHED.id in part(site, say.PLANNED_DONE)


def test_the_two_of_cilegon_share_their_families_and_no_reason_is_invented(published):
    for code, year in SITES[1:]:
        site = published.site(code, year)
        assert texts.FAMILIES_OF_TWO.say("id", n=200) in part(site, say.PLANNED_DONE)
        assert say.ITS_REASON.id in part(site, say.CHOSEN).split("Tidak diketahui: ")[1]


def test_sites_of_every_regency_have_a_page_in_both_languages(published, monkeypatch):
    monkeypatch.setattr("p2wkss_analysis.open_data.site._impact", lambda m, site: [])  # the estimates have their own tests
    coded = published.sites[published.sites["village_code"].notna()]
    for row in coded.groupby("regency_code").tail(1).itertuples():
        site = published.site(row.village_code, None if pd.isna(row.year) else row.year)
        for lang in ("id", "en"):
            text = " ".join(said for _, said in site.lines(lang))
            assert "nan" not in text.split() and "<NA>" not in text and "{" not in text, text


def test_a_name_that_fits_none_or_several_is_answered_with_what_is_known(published):
    for name, year, known in (("Sukmajya", 2024, "Sukmajaya 2024"), ("Sukakarya", None, "Sukakarya 2018"), ("x", 2011, "2011")):
        with pytest.raises(WrongUse, match=known):
            published.site(name, year)
