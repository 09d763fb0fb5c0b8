"""The profile of one site of a workbook that is hardly filled in; a full one is in the tests of the city's report."""

import datetime as dt

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.texts import site as texts
from p2wkss_analysis.city.texts import sites as of_sites
from p2wkss_analysis.one_site import texts as say

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def city(office):
    """Two years of one village and another: registered, with one activity, and nothing else."""
    known = {"decree": "411/7", "decree_date": dt.date(2024, 2, 5), "announced_date": "", "planned_households": 100}
    office.row("sites", year=2024, village_code="32.76.11.1001", rw=2, rt=1, chosen_by="draw", **known)
    office.row("sites", year=2026, village_code="32.76.11.1001", decree="", decree_date="", chosen_by="", rw="", rt="")
    office.row("sites", year=2025, village_code="32.76.11.1007")
    office.row("deliveries", year=2024, village_code="32.76.11.1001", household_id="", done_percent=50)
    return p2.City(office.save(), as_of=DAY)


def part(profile, head, lang="id") -> str:
    return dict(profile.lines(lang))[head.say(lang)]


def test_what_the_register_says_is_said_and_the_rest_is_not_known(city):
    first, second = city.site("bojongsari", 2024), city.site("32.76.11.1001", 2026)
    assert "RT 01/RW 02" in part(first, say.CHOSEN) and "SK 411/7 tanggal 5 Februari 2024" in part(first, say.CHOSEN)
    assert "undian" in part(first, say.CHOSEN) and "100 KK" in part(first, say.CHOSEN)
    assert part(first, say.CHOSEN).split("Tidak diketahui: ")[1].startswith(texts.ITS_ANNOUNCEMENT.id)
    lacking = part(second, say.CHOSEN, "en").split("Not known: ")[1]
    assert all(what.en in lacking for what in (say.WHERE_WITHIN, say.ITS_DECREE, say.ITS_REASON))
    assert of_sites.SITE_AGAIN.say("id", site="Bojongsari", years=[2024, 2026]) in part(second, say.CHOSEN)


def test_what_cannot_be_answered_is_refused_in_the_words_of_the_answers(city):
    site = city.site("Bojongsari", 2024)
    for lang in ("id", "en"):
        assert city.need().sentence(lang) in part(site, say.NEED_THEN_NOW, lang)
        assert city.effect().sentence(lang) == part(site, say.IMPACT, lang)
        assert city.delivery().progress.sentence(lang) in part(site, say.PLANNED_DONE, lang)
        assert part(site, say.CHANGED, lang) == texts.NOTHING_TWICE_HERE.say(lang) and site.figures(lang).empty
        gaps = part(site, say.STILL_MISSING, lang)
        assert texts.GAP_VILLAGE.say(lang) in gaps and texts.GAP_DECREE.say(lang) not in gaps
    assert texts.GAP_ACTIVITIES.id in part(city.site("Duren Seribu"), say.STILL_MISSING)


def test_a_name_that_fits_none_or_several_is_answered_with_the_sites_on_record(city, make_office):
    several, none = city.site("Bojongsari"), city.site("Bojongsary", 2024)
    assert not several and "Bojongsari 2024" in several.sentence("id") and "Bojongsari 2026" in several.sentence("id")
    assert not none and "Bojongsari 2024" in none.sentence("en")
    empty = p2.City(make_office(name="lain.xlsx").save(), as_of=DAY)
    assert empty.site("Bojongsari").sentence("id") == say.NO_SITE_AT_ALL.say("id", name="Bojongsari")
