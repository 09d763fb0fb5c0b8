"""The two stories the project began with, from the empty workbook to the evaluation and the report.

Depok 2021 (Radar Depok, 12 March 2021) and Cilegon 2024 (Matamedia, 25 April 2024). Real are places, codes, sites and
years, criteria and agencies; every value is synthetic, with a planted effect that must be found again.
"""

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.city.need import city_need
from p2wkss_analysis.delivery import planned_against_done
from p2wkss_analysis.delivery.public_reach import reached
from p2wkss_analysis.impact.methods.before_after import METHOD as BEFORE_AFTER
from p2wkss_analysis.indicators.slum_change import slum_change
from p2wkss_analysis.simulate import SimulatedCity

sys.path.insert(0, str(Path(__file__).parent))

import figures_kept


@dataclass(frozen=True)
class Story:
    """A city from the workbook to its answers."""

    city: SimulatedCity
    tables: dict
    material: CityAnswers

    def planted(self, outcome: str, wave=1) -> float:
        rows = self.city.truth[self.city.truth["outcome"].eq(outcome)]
        return float(rows[rows["wave"].isna() | rows["wave"].eq(wave).fillna(False)]["effect"].iloc[0])


def told(folder, city: SimulatedCity, lang: str, made: dt.date) -> Story:
    book = city.write(folder / "kota.xlsx", lang)
    material = CityAnswers(book, as_of=made, lang=lang)
    return Story(city, material.checked.usable_tables(), material)


@pytest.fixture(scope="module")
def depok(tmp_path_factory) -> Story:
    city = p2.simulate_city("32.76", year=2021, assisted=80, until=2023, seed=2021)
    return told(tmp_path_factory.mktemp("depok"), city, "id", dt.date(2023, 12, 15))


@pytest.fixture(scope="module")
def cilegon(tmp_path_factory) -> Story:
    city = p2.simulate_city("36.72", year=2024, seed=2024)
    return told(tmp_path_factory.mktemp("cilegon"), city, "en", dt.date(2026, 11, 26))


def register(code: str, year: int) -> pd.DataFrame:
    sites = p2.load("programme_sites")
    return sites[sites["regency_code"].eq(code) & sites["year"].eq(year) & sites["status"].eq("confirmed")]


@pytest.mark.parametrize("regency, lang", [("32.76", "id"), ("36.72", "en")])
def test_in_january_the_workbook_is_empty_and_has_no_fault(tmp_path, regency, lang):
    read = p2.check(p2.write_template(tmp_path / "kota.xlsx", regency, lang), lang)
    assert read.ok and read.settings["regency_code"] == regency and not read.synthetic
    assert all(read.tables[name].empty for name in ("sites", "households", "deliveries", "scores", "neighbourhoods"))


# --- Depok 2021 -----------------------------------------------------------------------------------------


def test_depok_the_site_is_the_real_one(depok):
    site = depok.tables["sites"].set_index("year").loc[2021]
    assert (site["village_code"], site["rt"], site["rw"]) == ("32.76.11.1001", 1, 2)
    real = register("32.76", 2021)
    assert real["village"].tolist() == ["Bojongsari"] and real["source"].iloc[0] in site["note"]
    assert depok.tables["sites"]["year"].max() <= 2023, "nothing is known before it happened"


def test_depok_fewer_families_took_part_than_before_the_pandemic(depok):
    planned = depok.tables["sites"].set_index("year")["planned_households"]
    assert planned[2019] == 100 == register("32.76", 2019)["assisted_households"].iloc[0]  # as reported
    assert planned[2021] == 80 and "SINTETIS" in depok.tables["sites"].set_index("year").loc[2021, "note"]
    assert depok.tables["households"].query("assisted")["household_id"].nunique() == 80


def test_depok_the_choice_rests_on_three_aspects_known_before(depok):
    villages, sites = depok.tables["villages"], depok.tables["sites"]
    need = city_need(villages[villages["year"] <= 2020], sites[sites["year"] < 2021], k=1, draws=500)
    assert need.data_year == 2020
    assert {"slum_area_ha", "low_decile_percent", "out_of_school_percent"} <= set(need.used), "slums, poverty and HDI proxies"
    table = need.table().set_index("name")
    assert table.loc["Bojongsari", "rank"] <= 15 and not {"Cipayung", "Cimpaeun", "Bojong Pondok Terong"} & set(table.index)


def test_depok_slums_of_the_rt_before_and_after_without_calling_works_an_outcome(depok):
    found = slum_change(depok.tables["neighbourhoods"], depok.tables["sites"])
    table = found.table().set_index(["rw", "rt"])
    assert table.loc[(2, 1), "score_after"] < table.loc[(2, 1), "score_before"]
    others = table.drop((2, 1))
    assert (others["score_after"] - others["score_before"]).abs().max() <= 5
    assert "bukan bukti dampak" in found.sentence("id")


def test_depok_rtlh_posyandu_and_the_family_economy_are_on_record(depok):
    given = depok.tables["deliveries"]
    for activity, sector in (("RTLH", "housing"), ("Posyandu", "health"), ("menjahit", "economy")):
        rows = given[given["activity"].str.contains(activity)]
        assert len(rows) >= 10 and set(rows["sector"]) == {sector} and set(rows["village_code"]) == {"32.76.11.1001"}
    done = planned_against_done(given, dt.date(2021, 12, 31)).by_agency()
    assert {"Dinas Kesehatan", "Dinas Perumahan dan Permukiman", "Dinas Tenaga Kerja"} <= set(done["agency"])
    assert len(set(given["done_percent"].dropna())) == 3, "some all, some half, some a fifth"


def test_depok_the_planted_effects_are_found_again(depok):
    answer = depok.material.households().main.headline
    assert depok.material.households().outcome.key == "women_income"
    assert answer.conf_low <= depok.planted("women_income_rupiah_month") <= answer.conf_high and answer.conf_low > 0
    main = depok.material.effect().main
    assert main.headline.conf_low <= depok.planted("low_decile_percent") <= main.headline.conf_high < 0
    before = next(e for e in main.estimates if e.method == BEFORE_AFTER)
    assert before.estimate < -4 - 2, "before and after counts the recovery of a place chosen in a bad year"
    ledger = main.ledger()
    assert ledger["selection_rebound"].mean() < -1


# --- Cilegon 2024 ---------------------------------------------------------------------------------------


def test_cilegon_runs_in_two_villages_with_two_hundred_families(cilegon):
    real = register("36.72", 2024)
    assert set(real["village"]) == {"Sukmajaya", "Gedong Dalem"} and set(real["assisted_households"]) == {200}
    here = cilegon.tables["sites"].query("year == 2024")
    assert set(here["village_code"]) == set(real["village_code"]) and here["planned_households"].sum() == 200
    assert here["rw"].isna().all(), "no source names the RW, and none is made up for the register"


def test_cilegon_two_hundred_are_chosen_by_need(cilegon):
    first = cilegon.tables["households"].query("wave == 0").dropna(subset=["registry_decile"])
    first = first.assign(need=(11 - first["registry_decile"]).astype(float))
    chosen = p2.select_households(first, 200, "need", per_group={"village_code": (100, 100)})
    assert chosen.public("village_code").set_index("group")["selected"].to_dict() == {
        "36.72.05.1001": 100,
        "36.72.05.1005": 100,
        "all": 200,
    }
    deciles = first.set_index("household_id")["registry_decile"].astype(int)
    taken = chosen.table().query("selected")["household_id"]
    assert deciles[taken].mean() < deciles.drop(taken).mean()


def test_cilegon_sectoral_programmes_meet_at_the_same_families(cilegon):
    given = cilegon.tables["deliveries"]
    for village in ("36.72.05.1001", "36.72.05.1005"):
        rows = given[given["village_code"] == village]
        assert rows["sector"].nunique() >= 10 and rows["agency"].nunique() >= 12
    received = reached(given, cilegon.tables["households"]).matrix()
    assert (received.sum(axis=1) >= 2).sum() >= 10, "families reached by more than one sector"


def test_cilegon_on_the_way_to_krppa_without_an_invented_total(cilegon):
    cards = p2.scorecards(cilegon.tables, profiles=["krppa"])
    assert sorted((card.area_code, card.year) for card in cards.cards) == [
        (code, year) for code in ("36.72.05.1001", "36.72.05.1005") for year in (2024, 2025)
    ]
    assert all(len(card.table()) == 10 for card in cards.cards)
    assert set(cards.table().query("card == 'krppa'")["measure"]) == {"items_met"}, "no total: no official weights were found"


@pytest.mark.extended
def test_cilegon_the_planted_effects_are_found_again(cilegon):
    answer = cilegon.material.households().main.headline
    assert cilegon.material.households().outcome.key == "women_income"
    assert answer.conf_low <= cilegon.planted("women_income_rupiah_month") <= answer.conf_high and answer.conf_low > 0
    headline = cilegon.material.effect().main.headline
    assert headline.conf_low <= cilegon.planted("low_decile_percent") <= headline.conf_high
    assert headline.n_treated == 5, "Gerem, a site in 2018 and again in 2019, counts once"


# --- the report -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["depok", "cilegon"])
def test_figures_of_both_cities_are_as_they_were(name, request):
    material = request.getfixturevalue(name).material
    answers = (material.need(), material.effect().main, material.households().main, material.delivery())
    figures_kept.hold(f"synthetic {name.title()}", [answer.table() for answer in answers])
