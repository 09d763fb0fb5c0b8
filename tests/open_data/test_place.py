"""One kabupaten, kota or province in the open tables, held against slow arithmetic on the raw table."""

import datetime as dt
import math
import sys
from pathlib import Path

import pytest

from p2wkss_analysis import OpenData
from p2wkss_analysis.cli import main
from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.open_data.place.province import ProvinceAnswers
from p2wkss_analysis.open_data.place.regency import RegencyAnswers
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.stories.appendix import evidence_last
from p2wkss_analysis.reporting.stories.place.standing import table as standing_table
from p2wkss_analysis.reporting.stories.place.story import tell_place
from p2wkss_analysis.say import number

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
from place_reports import empty_sections

DAY = dt.date(2026, 11, 29)
THREE = ("32.76", "95.08", "53.10")


@pytest.fixture(scope="module")
def tables():
    return OpenAnswers()


@pytest.fixture(scope="module")
def rows(tables):
    """The figures as lists of a plain dictionary: code, year, indicator and method to value."""
    wanted = tables.indicators[tables.indicators["year"] >= 2024]
    return {(r.area_code, int(r.year), r.indicator, r.method): r.value for r in wanted.itertuples() if not math.isnan(r.value)}


@pytest.fixture(scope="module")
def depok(tables):
    return RegencyAnswers(tables, "Kota Depok")


def test_answers_show_themselves_in_words(depok, tables):
    shown = [repr(OpenData("Depok")), depok.text("en"), depok.next_rank.text("id"), depok.alike.text("id")]
    shown += [ProvinceAnswers(tables, "36").text("id"), ProvinceAnswers(tables, "36").html("en")]
    for text in shown:
        assert "Rank(" not in text and "poverty_rate" not in text and "hdi" not in text
    assert "1 of 27" in shown[1] and "Median of Indonesia" in shown[1]


@pytest.mark.parametrize("code", THREE)
def test_figures_and_ranks_are_those_of_a_slow_count(tables, rows, code):
    for one in RegencyAnswers(tables, code).standing.figures:
        name = one.indicator.name
        assert one.value == rows[code, one.year, name, one.method]
        newer = [y for c, y, i, _ in rows if c == code and i == name and y > one.year]
        assert not newer
        for place, rank in (("", one.in_country), (code[:2], one.in_province)):
            if rank is None:
                assert name == "poverty_line"
                continue
            same = [v for (c, y, i, m), v in rows.items() if (y, i, m) == (one.year, name, one.method) and c.startswith(place)]
            better = sum(v < one.value if one.indicator.direction == "lower" else v > one.value for v in same)
            assert (rank.first, rank.last, rank.of) == (better + 1, better + same.count(one.value), len(same))


@pytest.mark.parametrize("code", THREE)
def test_the_page_prints_the_figures_of_the_table(tables, rows, code):
    place = RegencyAnswers(tables, code)
    printed = standing_table(place, "id").rows("id")
    assert [line[2] for line in printed] == [
        number(one.value, 0 if (one.indicator.maximum or 0) > 1000 else 2, "id") for one in place.standing.figures
    ]
    rate = rows[code, 2025, "poverty_rate", "Susenas March, BPS basic-needs line"]
    assert f"{rate:.2f}%".replace(".", ",") in place.sentence("id")


def test_the_next_rank_counts_people_by_the_population_behind_the_figures(tables):
    cilegon = RegencyAnswers(tables, "36.72").next_rank
    assert cilegon.better.names == ("Kota Tangerang Selatan",)
    assert cilegon.better.people == pytest.approx((3.44 - 2.39) / 3.44 * cilegon.poor)
    assert cilegon.better.high - cilegon.better.low == pytest.approx(0.0002 * cilegon.population)
    assert RegencyAnswers(tables, "Depok").next_rank.better is None


def test_places_alike_are_the_nearest_of_the_same_kind(depok):
    found = depok.alike
    assert found.among == 98 and len(found.others) == 10
    assert found.others["distance"].is_monotonic_increasing
    assert set(found.others["area_code"].str[3]) == {"7"}
    rates = found.moved("poverty_rate").drop("32.76")
    better = int((rates < found.moved("poverty_rate")["32.76"]).sum())
    assert f"{better} dari 10 menurunkan kemiskinan lebih banyak" in found.sentence("id")


def test_no_change_crosses_a_break(tables):
    nduga = RegencyAnswers(tables, "95.08")
    assert nduga.alike.changes["poverty_rate"].year_to == 2023
    assert "seri lain" in nduga.trend("poverty_rate").say("id")
    assert {move.method for move in nduga.hdi_moves} == {"UHH SP2010", "UHH LF SP2020"}
    for move in nduga.hdi_moves:
        assert move.table().set_index("dimension")["points"]["rounding"] == pytest.approx(0, abs=0.02)


def test_a_median_needs_four_fifths_of_the_places(depok):
    country = depok.years("poverty_rate").query("area_code == '00'")
    assert not set(country["year"]) & {2019, 2020} and {2018, 2021} <= set(country["year"])


def test_villages_of_every_table_and_no_count_under_five(tables):
    assert [one.kind for one in RegencyAnswers(tables, "36.72").villages] == ["village_food_security", "slum_villages"]
    assert RegencyAnswers(tables, "95.08").villages == ()
    for code in ("36.72", "32.71"):
        for one in RegencyAnswers(tables, code).villages:
            for column in one.hidden:
                assert not one.rows[column].between(1, 4).any()


def test_a_place_is_named_as_people_type_it(tables):
    assert {OpenData(given, None).place.code for given in ("depok", 3276, "32.76")} == {"32.76"}
    assert OpenData("Banten").place.code == "36" and OpenData().place is None


def test_every_chapter_says_something(tables):
    page = tell_place(RegencyAnswers(tables, "Kota Sorong"), "id", DAY)
    assert len(page.chapters) == 10
    no_empty_section(page)


def test_a_province_ranks_all_of_its_places(tables):
    banten = ProvinceAnswers(tables, "Banten")
    assert banten.ranking["poverty_rate"].is_monotonic_increasing and len(banten.ranking) == 8
    assert [rank.first for rank in banten.ranking["poverty_rate_rank"]] == list(range(1, 9))


def test_the_command_refuses_a_workbook_beside_a_place(tmp_path, capsys):
    book = tmp_path / "kota.xlsx"
    book.touch()
    refused = ["--regency 32.76 --data", str(book)], ["--regency 32.76 --key", str(book)], ["--regency 32.76 --province", "36"]
    for given, value in (*refused, ["--regency", "Banten"], ["--province", "Depok"]):
        assert main(["report", *given.split(), value, "--out", str(tmp_path), "--lang", "id"]) == 2
    said = capsys.readouterr().err
    assert "buku kerja kota" in said and "Pilih satu" in said and "--key" in said
    assert "report --province 36" in said and "report --regency 32.76" in said


def no_empty_section(document):
    whole = evidence_last(document)
    assert empty_sections(whole) == []
    return whole


@pytest.mark.extended
def test_every_kabupaten_kota_and_province_has_its_report(tables):
    large = tables.areas[tables.areas["area_code"].str.len() <= 5]
    for code in large["area_code"]:
        place = RegencyAnswers(tables, code) if len(code) > 2 else ProvinceAnswers(tables, code)
        assert to_html(no_empty_section(tell_place(place, "id", DAY))), code


def test_the_register_says_what_share_of_programme_years_it_holds(tables):
    held = tables.register
    sites = tables.sites.dropna(subset=["year"])
    known = {(code, year) for code, year in zip(sites["regency_code"], sites["year"], strict=True) if 2017 <= year <= 2025}
    assert held.share == len(known) / (9 * (27 + 8))
    assert "315" in held.sentence("id") and str(len(known)) in held.sentence("en")
