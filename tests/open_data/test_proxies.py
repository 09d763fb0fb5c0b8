"""Proxies: their strength is what the benchmark computes, their errors widen the chances, and where next follows from both."""

import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.commands.target import with_proxies
from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.open_data.place.regency import RegencyAnswers
from p2wkss_analysis.open_data.proxies.columns import BY_NAME, PROXIES
from p2wkss_analysis.open_data.proxies.strength import FLOOR, deciding, enters, error_share, reliability, reliability_range
from p2wkss_analysis.reporting.document import Figure, Table
from p2wkss_analysis.reporting.stories.place.texts import NOT_RANKED
from p2wkss_analysis.reporting.stories.place.where_next import chapter
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
import proxies as measured

DRAWS = 300


@pytest.fixture(scope="module")
def depok():
    return p2.OpenData("Depok").where_next(draws=DRAWS)


@pytest.fixture(scope="module")
def bogor():
    return p2.OpenData().where_next("Kota Bogor", draws=DRAWS)


def test_the_strengths_in_the_package_are_those_the_benchmark_computes():
    assert measured.DATA.read_text(encoding="utf-8") == measured.as_csv(measured.comparisons())


def test_the_page_of_the_benchmark_prints_them():
    page = measured.PAGE.read_text(encoding="utf-8")
    for proxy in PROXIES:
        line = next(line for line in page.splitlines() if line.startswith(f"| {proxy.label.en} |"))
        assert f"| {reliability(proxy):.2f} |" in line and line.endswith("| yes |" if enters(proxy) else "| no |")


def test_what_enters_agrees_with_every_figure_that_decides_and_known_sites_decide_nothing():
    assert [proxy.name for proxy in PROXIES if enters(proxy)] == [
        *("low_schooling", "iks", "ike", "low_welfare", "women_schooling", "underweight", "extreme_poverty", "slum_decree")
    ]
    assert all({one.against for one in deciding(proxy)} == set(proxy.against) for proxy in PROXIES)
    assert not any(one.kind == "sites" for proxy in PROXIES for one in deciding(proxy))
    assert reliability(BY_NAME["widowed_divorced"]) == pytest.approx(FLOOR**2), (
        "it points the other way and counts as nearly nothing"
    )


def test_schooling_is_the_share_of_adults_without_senior_secondary_school():
    row = p2.load("village_population").set_index("area_code").loc["32.76.10.1002"]
    adults = sum(
        row[f"age_{a}"]
        for a in ("20_24", "25_29", "30_34", "35_39", "40_44", "45_49", "50_54", "55_59", "60_64", "65_69", "70_74", "75_plus")
    )
    done = sum(row[f"edu_{e}"] for e in ("senior_secondary", "diploma_1_2", "diploma_3", "bachelor", "master", "doctorate"))
    assert BY_NAME["low_schooling"].read(p2.load)["32.76.10.1002"] == pytest.approx(100 * (1 - done / adults))


def test_a_proxy_with_its_error_on_its_scale_anew_is_a_draw_of_the_truth_given_it():
    """Truth of variance 1 and proxy of reliability .4: given the proxy, mean sqrt(.4) z and variance .6 (both known)."""
    rng, share = np.random.default_rng(3), 0.4
    x = rng.standard_normal(200_000) / math.sqrt(share)
    drawn = x + error_share(share) * x.std() * rng.standard_normal(len(x))
    drawn /= drawn.std()
    z = x / x.std()
    slope = (drawn * z).mean()
    assert slope == pytest.approx(math.sqrt(share), abs=0.01)
    assert np.var(drawn - slope * z) == pytest.approx(1 - share, abs=0.01)


def test_errors_widen_the_chances(depok):
    bare = depok.ranking.__class__(**{**vars(depok.ranking), "errors": None}).stability(1, DRAWS)
    assert bare.probability.max() > 2 * depok.stability.probability.max()


def test_the_chance_has_a_range_since_the_strength_of_a_proxy_is_uncertain(depok):
    schooling, decree = depok.used
    assert reliability_range(decree, "32.76") == pytest.approx((0.126**2, 0.56**2)), "measured in Depok"
    low, high = reliability_range(schooling, "32.76")
    assert low < 0.287**2 and high > 0.653**2, "measured in Kota Bogor, and places differ"
    assert reliability_range(schooling, "32.71") == pytest.approx((0.287**2, 0.653**2))
    table = depok.table()
    assert table["probability_top_k"].between(table["chance_low"], table["chance_high"]).all()
    assert table["chance_low"][0] < 0.08 and table["chance_high"][0] > 0.2 and not depok.firm
    assert depok.lists[0] < len(depok.shortlist()) < depok.lists[1]


def test_depok_ranks_its_kelurahan_without_past_sites(depok):
    table = depok.table()
    assert len(table) == 53 and table["name"][0] == "Leuwinanggung" and table["probability_top_k"].sum() == pytest.approx(1)
    assert not set(table["area_code"]) & set(depok.past["village_code"])
    assert [proxy.name for proxy in depok.used] == ["low_schooling", "slum_decree"] and depok.unused == {
        "widowed_divorced": "weak"
    }
    for lang, word in (("id", "angka pengganti"), ("en", "proxies")):
        assert (
            word in depok.sentence(lang).lower()
            and "2022" in depok.basis_sentence(lang)
            and "Bojongsari 2021" in depok.past_sentence(lang)
        )


def test_the_shortlist_holds_the_neediest_with_the_certainty_asked_for(depok):
    chance = dict(zip(depok.ranking.codes, depok.stability.probability, strict=True))
    held = [chance[code] for code in depok.shortlist()]
    assert sum(held) >= 0.9 > sum(held[:-1]) and held == sorted(held, reverse=True)


def test_cilegon_uses_its_own_figures_and_counts_a_site_without_a_year():
    found = p2.OpenData("Cilegon").where_next(draws=DRAWS)
    assert [p.name for p in found.used] == ["low_welfare", "women_schooling", "underweight"] and found.k == 2
    assert "36.72.01.1004" not in set(found.table()["area_code"]) and "Cikerai" in found.past_sentence("id")


def test_counts_under_five_never_leave(bogor):
    counts = p2.load("village_poverty").set_index("area_code")["extreme_poor_families"]
    shown = bogor.table().set_index("area_code")["extreme_poverty"]
    small = counts.between(1, 4).reindex(shown.index)
    assert small.any() and shown[small].isna().all() and shown[~small].notna().all()
    families = p2.load("village_population").set_index("area_code")["families"].astype(float).reindex(shown.index)
    alone = p2.OpenData("Kota Bogor").where_next(indicators={"extreme_poverty": "higher"}, draws=50)
    for found in (bogor, alone):
        table = found.table().set_index("area_code").loc[shown.index]
        seen = table[[proxy.name for proxy in found.used]].assign(one=1.0)
        line = pd.Series(np.linalg.lstsq(seen[~small], table["score"][~small], rcond=None)[0], seen.columns)
        rest = table["score"] - (seen * line).drop(columns="extreme_poverty").sum(axis=1)
        worked_out = rest / line["extreme_poverty"] * families / 100
        assert worked_out[small].to_numpy() == pytest.approx(2.5), "a score tells no count under five"


@pytest.mark.parametrize(
    ("regency", "used", "ranked"),
    [
        ("Kab. Serang", ["iks", "ike"], 322),
        ("Kota Banjar", ["low_schooling"], 23),
        ("Kab. Bogor", ["low_schooling", "iks", "ike"], 412),
    ],
)
def test_desa_and_kelurahan_by_what_four_fifths_of_them_have(regency, used, ranked):
    found = p2.OpenData().where_next(regency, k=1, draws=50)
    assert [p.name for p in found.used] == used and len(found.ranking.codes) == ranked
    assert regency != "Kab. Bogor" or "--regency 32.01 --need low_schooling=higher" in found.basis_sentence("id")


def test_what_is_chosen_by_hand_has_errors_too():
    found = p2.OpenData("Kab. Bogor").where_next(indicators={"low_schooling": "higher"}, draws=50)
    assert len(found.ranking.codes) == 431 and (found.ranking.errors > 0).all()
    with pytest.raises(WrongUse, match="low_schooling"):
        p2.OpenData("Depok").where_next(indicators={"joy": "higher"})
    with pytest.raises(WrongUse, match="higher"):
        p2.OpenData("Depok").where_next(indicators=["low_schooling"])
    with pytest.raises(NotEnoughData, match="low_schooling"):  # what there is instead
        p2.OpenData("Depok").where_next(indicators={"extreme_poverty": "higher"})


def test_places_that_stand_equal_are_not_passed_over(depok):
    decree = p2.OpenData("Depok").where_next(indicators={"slum_decree": "higher"}, draws=50)
    assert str(decree.ranking.equal_text(1).say("en")) in decree.sentence("en") and not depok.ranking.equal_text(1)


def test_elsewhere_it_says_what_to_fill_in():
    with pytest.raises(NotEnoughData) as refused:
        p2.OpenData().where_next("Kota Semarang")
    assert "p2wkss template city.xlsx --regency 33.74" in refused.value.sentence("en")
    with pytest.raises(WrongUse, match="Depok"):
        p2.OpenData().where_next()
    assert p2.OpenData("Kota Semarang").place.where_next is None


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_chapter_of_the_report_names_proxies_vintage_and_strength(depok, lang):
    place = RegencyAnswers(OpenAnswers(), "32.76")
    place.__dict__["where_next"] = depok  # fewer draws than a report makes
    told = chapter(place, lang)
    ranking, strength = (block for block in told.blocks if isinstance(block, Table))
    picture = next(block for block in told.blocks if isinstance(block, Figure)).picture
    assert set(picture.table().loc[picture.table()["value"].isna(), "class"]) == {NOT_RANKED.say(lang)}, (
        "no data is another thing"
    )
    assert told.blocks[0].text == depok.sentence(lang) and "(2024)" in ranking.source and "(2022)" in ranking.source
    assert ranking.rows(lang)[0][1:3] == ["Leuwinanggung", "Tapos"] and len(ranking.frame) == 15
    assert [row[2] for row in strength.rows(lang)] == ["50%", "50%", "0%"], "aspects weigh the same, what is too weak nothing"
    assert strength.rows("en")[0][5] == "0.49" and strength.rows("en")[2][5] == "\N{MINUS SIGN}0.21"


def test_a_kota_of_few_kelurahan_has_its_chapter_and_map():
    told = chapter(RegencyAnswers(OpenAnswers(), "32.77"), "id")  # Cimahi: fewer candidates than a map numbers
    assert any(isinstance(block, Figure) for block in told.blocks)


def test_one_command_answers_with_a_map(tmp_path, capsys):
    out, drawn = tmp_path / "depok.csv", tmp_path / "depok.png"
    assert main(["target", "--regency", "Depok", "--draws", "100", "--out", str(out), "--map", str(drawn), "--lang", "id"]) == 0
    said = capsys.readouterr().out
    assert "Leuwinanggung" in said and "angka pengganti" in said and "0,49" in said and drawn.read_bytes()[:4] == b"\x89PNG"
    table = pd.read_csv(out, sep=";", decimal=",", encoding="utf-8-sig")
    assert len(table) == 53 and "Penduduk 20 tahun ke atas tanpa ijazah SMA (%)" in table


def test_a_workbook_without_figures_points_to_the_proxies_where_there_are_any():
    refused = NotEnoughData(Text("Belum ada angka.", "No figures yet."))
    assert (
        with_proxies(refused, "32.76").sentence("en")
        == "No figures yet. Meanwhile there are published proxies: p2wkss target --regency 32.76"
    )
    assert with_proxies(refused, "33.74") is refused
