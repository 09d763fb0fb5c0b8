"""The real report: it is whole, asks the network for nothing, and its figures can be recomputed by hand."""

import base64
import csv
import datetime as dt
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.dictionary.tables import raw_folder
from p2wkss_analysis.one_site.texts import NEED_THEN_NOW, RANK_THEN
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting import write
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.stories.open.profiles import SITES
from p2wkss_analysis.reporting.stories.open.story import tell
from p2wkss_analysis.say.errors import WrongUse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import figures_kept

DAY = dt.date(2026, 11, 23)  # of the shared `documents`


@pytest.fixture(scope="module")
def pages(documents):
    return {lang: to_html(document) for lang, document in documents.items()}


@pytest.fixture(params=["id", "en"])
def page(request, pages):
    return request.param, pages[request.param]


class Reader(HTMLParser):
    """Words of the page, addresses that would be fetched, and whether the tags are balanced."""

    void = frozenset({"meta", "img", "br", "link", "hr", "col", "wbr"})

    def __init__(self, text):
        super().__init__()
        self.words, self.fetched, self.images, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag not in self.void:
            self.open.append(tag)
        if tag in {"script", "link", "iframe", "object", "embed", "video", "audio"}:
            self.fetched.append(tag)
        if tag == "img":
            self.images.append(named)
        for name in ("src", "srcset", "poster", "data"):
            if name in named and not named[name].startswith("data:"):
                self.fetched.append(named[name])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def words(page: str) -> str:
    text = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", " ".join(Reader(text).words))


def test_the_page_is_well_formed_and_fetches_nothing(page):
    _, text = page
    reader = Reader(text)
    assert reader.open == [] and reader.fetched == []
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    assert "url(" not in style and "@import" not in style
    for image in reader.images:
        svg = base64.b64decode(image["src"].split(",", 1)[1]).decode()
        assert image["alt"].strip() and "<script" not in svg
        assert not re.search(r'(?:href|src)="(?!#)', svg), "a picture asks for something outside itself"


def test_no_machine_path_no_identity_number_no_p_value_and_no_none(page):
    _, text = page
    shown = words(text)
    assert not re.search(r"(?<![\w.:/])/(?:home|Users|root|work|tmp)/", shown)
    assert not re.search(r"\b\d{16}\b", shown)
    assert not re.search(r"\bnan\b|\bNone\b|<NA>|\binf\b", shown)


@pytest.mark.extended
def test_same_data_same_page(material, pages):
    assert to_html(tell(material, "en", DAY)) == pages["en"]


def test_both_languages_have_the_same_chapters_pictures_and_tables(documents):
    shapes = [
        [(type(b).__name__, len(getattr(b, "frame", ""))) for c in d.chapters for b in c.blocks] for d in documents.values()
    ]
    assert shapes[0] == shapes[1]


def test_numbers_are_written_in_the_language_of_the_page(pages):
    assert "2,31%" in words(pages["id"]) and "2.31%" in words(pages["en"])
    assert "23 November 2026" in words(pages["id"])


def raw(file):
    with open(raw_folder() / file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def figure(area, year, indicator, method=None):
    """One figure straight from the file, without the package."""
    found = [
        r
        for r in raw("regency_indicators.csv")
        if (r["area_code"], r["year"], r["indicator"]) == (area, str(year), indicator) and method in (None, r["method"])
    ]
    assert len(found) == 1
    return float(found[0]["value"])


def test_facts_recomputed_by_hand_from_the_raw_files(pages):
    """Each fact is worked out with the csv module alone and looked for in the page."""
    text = words(pages["en"])
    facts = {}
    facts["Depok poverty 2025"] = f"{figure('32.76', 2025, 'poverty_rate'):.2f}%"
    facts["Depok HDI 2025"] = f"{figure('32.76', 2025, 'hdi'):.2f}"
    change = figure("32.76", 2025, "hdi") - figure("32.76", 2024, "hdi", "UHH LF SP2020")
    facts["Depok HDI change"] = f"changed by {change:+.2f} points"
    before, after = figure("32.76", 2024, "poverty_rate"), figure("32.76", 2025, "poverty_rate")
    facts["Depok year to year"] = f"{before:.2f} in 2024, {after:.2f} in 2025 (−{before - after:.2f})"
    poverty = {
        (r["area_code"], int(r["year"])): float(r["value"])
        for r in raw("regency_indicators.csv")
        if r["indicator"] == "poverty_rate" and r["area_code"].startswith("32.")
    }
    for first, last in ((2024, 2025), (2020, 2025)):
        both = [c for c, y in poverty if y == first and (c, last) in poverty]
        better = sum(poverty[c, last] < poverty[c, first] for c in both)
        facts[f"poverty {first}-{last}"] = f"improved in {better} of {len(both)} regencies"
    sites = raw("programme_sites.csv")
    facts["sites"] = f"Of {len(sites)} known sites"
    facts["sites confirmed"] = f"{sum(s['status'] == 'confirmed' for s in sites)} confirmed"
    facts["sites without a year"] = f"{sum(s['year'] == '' for s in sites)} without a year"
    lists = {(r["village_code"], r["year"]) for r in raw("slum_villages.csv") if r["regency_code"] == "32.76"}
    depok = [s for s in sites if s["regency_code"] == "32.76" and s["status"] == "confirmed" and s["year"]]
    first = [s for s in depok if 2016 <= int(s["year"]) <= 2022]
    later = [s for s in depok if int(s["year"]) >= 2023]
    facts["decree 2015"] = f"2015 2016–2022 {sum((s['village_code'], '2015') in lists for s in first)} / {len(first)}"
    facts["decree 2022"] = f"2022 2023–2025 {sum((s['village_code'], '2022') in lists for s in later)} / {len(later)}"
    facts["hindsight"] = f"2022 2015–2025 {sum((s['village_code'], '2022') in lists for s in depok)} / {len(depok)}"
    missing = {name: fact for name, fact in facts.items() if fact not in text}
    assert len(facts) >= 10 and not missing, missing


def test_depok_2021_as_published():
    """81.37 and 2.58%: the figures of the year in which Bojongsari was the site."""
    assert figure("32.76", 2021, "hdi") == 81.37 and figure("32.76", 2021, "poverty_rate") == 2.58


def test_the_report_says_cannot_tell_and_prints_no_p_of_methods_that_mislead(pages):
    text = words(pages["en"])
    assert "Cannot tell whether the programme had an effect." in text and "false alarm" in text
    assert "Belum dapat disimpulkan apakah program berdampak." in words(pages["id"])


def test_the_conflict_of_bojongsari_is_shown(pages):
    assert "Bojongsari (2021)" in words(pages["en"]) and "Two conflicting statements" in words(pages["en"])


def test_cilegon_absence_is_unknown_and_200_households_are_together(pages):
    text = words(pages["en"])
    assert "200 combined" in text and "unknown, not free of slums" in text


def test_report_writes_whole_files_and_refuses_what_it_cannot_write(documents, tmp_path, monkeypatch):
    monkeypatch.setattr(write, "_document", lambda data, lang, *_: (documents[lang], write.texts.FILE_NAME.say(lang)))
    (path,) = write.report(tmp_path / "laporan.html", lang="id", made=DAY)
    assert path.name == "laporan.html" and path.read_text(encoding="utf-8").endswith("</html>")
    assert [p.name for p in tmp_path.iterdir()] == ["laporan.html"]
    for wrong in (dict(formats=("docs",)), dict(formats=()), dict(lang="jv"), dict(out=tmp_path / "laporan.doc")):
        with pytest.raises(WrongUse):
            write.report(**{"out": tmp_path / "x", **wrong})


def test_a_damaged_table_stops_the_report_before_anything_is_written(tmp_path, monkeypatch):
    import shutil

    shutil.copytree(raw_folder(), tmp_path / "data" / "raw")
    path = tmp_path / "data" / "raw" / "programme_sites.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("32.76.11.1001", "32.76.11.9999"), encoding="utf-8")
    out = tmp_path / "out"
    with pytest.raises(p2.P2wkssError):
        write.report(out, data=tmp_path / "data")
    assert not out.exists()


def test_material_asks_nothing_of_missing_years(material):
    assert isinstance(material.case.refused, pd.DataFrame) and len(material.case.refused) > 0


def test_the_three_sites_have_their_profile_in_the_annex(material, documents):
    for lang, document in documents.items():
        told = [dict(block.rows(lang)) for block in document.chapters[-2].blocks if isinstance(block, doc.Table)]
        assert told == [dict(material.site(code, year).lines(lang)) for code, year in SITES]


def test_a_desa_is_ranked_in_its_profile_as_in_the_report(material):
    audited = material.index_audit.places("id").dropna(subset=["rank"])
    for row in audited.head(3).itertuples():
        told = dict(material.site(row.area_code, int(row.year)).lines("en"))[NEED_THEN_NOW.en]
        assert RANK_THEN.say("en", rank=row.rank, places=row.places, year=row.need_year) in told


def test_figures_of_the_open_report_are_as_they_were(documents):
    figures_kept.hold("open report", figures_kept.shown(documents["en"]))
