"""The profile of each site of a city with a known truth: the figures of its report, on one page, and no household."""

import io
import re
import zipfile

import pytest
from city_blocks import RT, word_tables

from p2wkss_analysis.one_site.texts import RANK_THEN
from p2wkss_analysis.papers.site import profiled, site_paper
from p2wkss_analysis.papers.word import LETTER, to_docx

ONE_PAGE = 3100  # signs of a profile: in small type, with its table below, a page of A4


@pytest.fixture(scope="module")
def papers(city_answers):
    """The paper of each site of the last years, as the Word file that leaves the office."""
    sites = [(lang, *site) for lang in ("id", "en") for site in profiled(city_answers)]
    return {key: to_docx(site_paper(city_answers, *key), LETTER) for key in sites}


def test_the_figures_are_those_of_the_report(city_answers, papers, city_files):
    report = [row for table in word_tables(city_files["id.docx"]) for row in table]
    assert {year for _, _, year in papers} == {2023, 2024}
    for (lang, code, year), file in papers.items():
        (table,) = word_tables(file)
        assert len(table) > 5
        for indicator, years, *figures, beside in table[1:] if lang == "id" else ():
            named = [row for row in report if years in row and city_answers.names[code] in " ".join(row)]
            (own,) = [row for row in named if indicator.split(",")[0] in " ".join(row)]
            at = own.index(years) + 1
            assert own[at : at + 3] == figures and beside in own[at + 3 :], (code, indicator)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_sentences_are_those_of_the_answers(city_answers, lang):
    for code, year in profiled(city_answers):
        told = " ".join(said for _, said in city_answers.site(code, year).lines(lang))
        rank = city_answers.sites().table(lang).set_index(["area_code", "year"]).loc[(code, year)]
        assert RANK_THEN.say(lang, rank=rank["rank"], places=rank["places"], year=rank["need_year"]) in told
        assert city_answers.effect().sentence(lang) in told
        assert (city_answers.households().sentence(lang) in told) == (year == city_answers.delivery().year)


def test_each_fits_a_page_and_names_no_household(city, city_answers, papers):
    ids = set(city.tables["households"]["household_id"]) | set(city_answers.checked.tables["households"]["no_kk"].dropna())
    for (lang, *site), file in papers.items():
        with zipfile.ZipFile(io.BytesIO(file)) as parts:
            text = "\n".join(parts.read(n).decode("utf-8", "replace") for n in parts.namelist() if n.endswith(".xml"))
        assert not ids & set(re.findall(r"KK-[0-9a-f]+", text)) and f"RT {RT}" not in text, site
        assert not re.search(r"(?<![\d.])\d{16}(?!\d)|\bnan\b|<NA>|\bNone\b", re.sub(r"<[^>]*>", " ", text)), site
        assert sum(len(part) for line in city_answers.site(*site).lines(lang) for part in line) < ONE_PAGE, site
