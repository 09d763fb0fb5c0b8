"""Report and explorer print answers: with every random number and every regression out of reach they say the same."""

import datetime as dt

import numpy as np
import pytest
import statsmodels.base.model

from p2wkss_analysis.city.answers import QUESTIONS
from p2wkss_analysis.explore.page import gather
from p2wkss_analysis.papers.slides import slides_of
from p2wkss_analysis.papers.write import LETTERS
from p2wkss_analysis.reporting.stories.city.story import tell_city
from p2wkss_analysis.reporting.stories.open.story import tell

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def out_of_reach(monkeypatch):
    def refused(*given, **named):
        raise AssertionError("a number is computed while it is printed")

    def close():
        monkeypatch.setattr(np.random, "default_rng", refused)
        monkeypatch.setattr(statsmodels.base.model.Model, "__init__", refused)

    return close


@pytest.fixture
def asked(city_answers):
    for name in QUESTIONS:
        getattr(city_answers, name)()
    return city_answers


def test_a_city_is_told_from_its_answers(asked, out_of_reach):
    out_of_reach()
    assert len(tell_city(asked, "id", DAY).chapters) == 9


def test_papers_are_told_from_the_answers(asked, out_of_reach):
    out_of_reach()
    assert len(slides_of(asked, "id")) == 13
    assert all(make(asked, "id").blocks for make in LETTERS.values())


def test_the_explorer_shows_the_answers(asked, out_of_reach):
    out_of_reach()
    assert gather(asked, "en")["ledgers"][0]["bars"]


def test_the_open_report_is_told_from_its_answers(material, out_of_reach):
    for answer in ("changes", "depok_hdi", "lists", "case", "clean", "index_audit", "next_site"):
        getattr(material, answer)
    out_of_reach()
    assert len(tell(material, "en", DAY).chapters) >= 6
