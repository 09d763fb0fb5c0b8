"""Need, choice and past sites from a city's own workbook: which columns count, who may be chosen, what was known when."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.city import need as need_module
from p2wkss_analysis.city import sites as sites_module
from p2wkss_analysis.city.need import usable, usual_count
from p2wkss_analysis.city.texts import need as texts
from p2wkss_analysis.say.errors import NotEnoughData
from p2wkss_analysis.targeting.households.assisted import assisted_households

CODES = [f"32.76.01.10{n:02d}" for n in range(1, 21)]
PLACES = {code: f"Desa {n}" for n, code in enumerate(CODES, 1)}  # a city of twenty villages
city_need = partial(need_module.city_need, places=PLACES)
need_by_year = partial(need_module.need_by_year, places=PLACES)
city_sites = partial(sites_module.city_sites, places=PLACES)


def villages(years=(2024,), **columns) -> pd.DataFrame:
    """Twenty villages; need falls with the number of the village, and turns round in 2020."""
    rows = [
        {
            "village_code": code,
            "village": f"Desa {n}",
            "year": year,
            "decile_cut": 4,
            "low_decile_percent": float(n if year == 2020 else 40 - n),
            "slum_area_ha": float((n * 7) % 20),
            "stunting_percent": float(20 - n / 2),
        }
        for year in years
        for n, code in enumerate(CODES, 1)
    ]
    return pd.DataFrame(rows).assign(**columns)


def sites(*pairs, **columns) -> pd.DataFrame:
    return pd.DataFrame(
        {"year": [y for y, _ in pairs], "village_code": [CODES[n - 1] for _, n in pairs], "rw": pd.NA, "rt": pd.NA}
    ).assign(**columns)


def test_aspects_weigh_the_same_and_proxies_share_their_aspect():
    found = city_need(villages(out_of_school_percent=np.arange(20.0)), sites((2023, 1)), draws=100)
    shares = dict(zip(found.ranking.specification.columns, found.ranking.specification.shares, strict=True))
    assert shares["slum_area_ha"] == pytest.approx(1 / 3) == shares["low_decile_percent"]
    assert shares["stunting_percent"] == pytest.approx(1 / 6) == shares["out_of_school_percent"]


def test_a_column_is_left_out_for_a_stated_reason_and_never_filled_in():
    rows = villages(stunting_percent=5.0, out_of_school_percent=[1.0] * 15 + [np.nan] * 5)
    rows.loc[0, "decile_cut"] = 3
    used, why = usable(rows)
    assert used == ("slum_area_ha",)
    assert why == {
        "low_decile_percent": "cuts",
        "stunting_percent": "same",
        "out_of_school_percent": "few",
        "expenditure_rupiah_person_month": "empty",
    }
    told = city_need(rows, sites(), draws=100).columns_sentence("en")
    assert "the decile cut differs" in told and "not filled in" in told
    with pytest.raises(NotEnoughData) as caught:
        city_need(villages(slum_area_ha=1.0, low_decile_percent=2.0, stunting_percent=3.0), sites(), draws=100)
    assert "slum area" in caught.value.sentence("en")


def test_a_village_without_a_row_is_a_village_without_figures():
    """Fifteen of twenty villages typed, all of them complete: three quarters of the city, less than 80%."""
    few = villages().head(15)
    with pytest.raises(NotEnoughData) as caught:
        city_need(few, sites(), draws=100)
    assert "Luas kumuh (ha) 15 dari 20" in caught.value.sentence("id") and need_by_year(few, ("slum_area_ha",)).empty
    enough = city_need(villages().head(16), sites(), draws=100)
    assert (
        len(enough.ranking.codes) == 16
        and len(enough.ranking.unscored) == 4
        and "4 places have no score" in enough.sentence("en")
    )
    with pytest.raises(NotEnoughData):  # by default all 63 kelurahan of Depok count
        need_module.city_need(villages(), sites(), draws=100)


def test_one_column_alone_is_never_called_firm_and_missing_aspects_are_named():
    found = city_need(villages(slum_area_ha=np.nan, stunting_percent=[1.0] * 5 + [np.nan] * 15), sites(), draws=100)
    assert found.used == ("low_decile_percent",) and not found.weights_matter
    for lang, parts in {
        "id": (
            "Usulan lokasi 2025: Desa 1. Dasarnya data 2024: KK desil 1–4 (persen).",
            "kekumuhan (belum diisi)",
            "pengganti IPM (terisi untuk kurang dari 80% desa/kelurahan)",
            texts.FIRMNESS_UNKNOWN.id,
        ),
        "en": ("Proposed for 2025: Desa 1. Based on data of 2024", "slums (not filled in)", texts.FIRMNESS_UNKNOWN.en),
    }.items():
        told = found.choice_sentence(lang)
        assert all(part in told for part in parts) and "100%" not in told and "simulasi" not in told, told
    assert "Berbobot sama" not in found.columns_sentence("id")
    both = city_need(villages(), sites(), draws=100).choice_sentence("id")
    assert texts.ONLY_WEIGHTS_VARIED.id in both and "masuk 1 besar" not in both and "Aspek yang tidak ikut" not in both


def test_as_many_are_chosen_as_last_time():
    past = sites((2023, 1), (2024, 2), (2024, 3))
    assert [usual_count(past, 2025, 20, fixed) for fixed in (0, 1, 5)] == [2, 1, 1]
    assert usual_count(past, 2024, 20, 0) == 1 == usual_count(sites(), 2025, 20, 0) and usual_count(past, 2025, 2, 0) == 1


def test_where_not_as_many_can_be_proposed_as_wanted_it_is_said():
    found = city_need(villages(), sites((2023, 1), (2025, 2)), draws=100, per_year=40)
    assert found.k == 17 == len(found.ranking.codes) - 1
    said = "The target for 2025 is 40 sites. Beside the 1 already fixed, only 18 villages can be ranked. The proposal stops at 17"
    assert said in found.sentence("en") and said in found.choice_sentence("en")
    fixed = city_need(villages(), sites((2025, 1), (2025, 2)), draws=100, per_year=2)
    assert fixed.k == 1 and texts.ALL_FIXED.say("id", year=2025) in fixed.sentence("id")
    assert fixed.complete and not found.complete and "Usulan" not in fixed.choice_sentence("id")
    for usual in (city_need(villages(), sites(), draws=100, per_year=3), city_need(villages(), sites(), k=19, draws=100)):
        assert "Sasaran" not in usual.sentence("id") and "ditetapkan" not in usual.sentence("id")
    none_fixed = city_need(villages(), sites((2023, 1)), draws=100, per_year=40)
    assert "is 40 sites, but only 19 villages can be ranked. The proposal stops at 18" in none_fixed.sentence("en")


def test_served_places_wait_and_places_promised_for_the_year_are_fixed():
    found = city_need(villages(), sites((2023, 1), (2023, 2), (2025, 3), (2026, 4)), draws=100)
    assert (found.data_year, found.year, found.k) == (2024, 2025, 1), "two a year, one of them is fixed already"
    assert found.eligibility.fixed == (CODES[2],)
    ranked = set(found.ranking.codes)
    assert not ranked & {CODES[0], CODES[1], CODES[2], CODES[3]} and len(ranked) == 16
    assert set(found.table().columns) >= {"rank", "probability_top_k", "low_decile_percent"}


def test_the_newest_year_with_figures_counts_not_the_newest_row():
    rows = pd.concat(
        [villages((2023,)), villages((2024,)).assign(low_decile_percent=np.nan, slum_area_ha=np.nan, stunting_percent=np.nan)]
    )
    assert city_need(rows, sites(), draws=100).data_year == 2023


def test_a_site_is_judged_by_what_was_known_when_it_was_announced():
    """Village 20 is the neediest in 2020 and the least needy after; it was announced in 2021 for 2024."""
    rows = villages((2020, 2021, 2022, 2023))
    told = city_sites(sites((2024, 20), announced_date=pd.Timestamp("2021-02-01")), rows, ("low_decile_percent",)).table()
    assert (told["known_year"][0], told["need_year"][0], told["rank"][0]) == (2020, 2020, 1)
    late = city_sites(sites((2024, 20)), rows, ("low_decile_percent",)).table()
    assert (late["known_year"][0], late["need_year"][0], late["rank"][0]) == (2023, 2023, 20)


def test_what_does_not_agree_is_said():
    rows = villages((2022, 2023))
    register = pd.DataFrame({"village_code": [CODES[4], CODES[5]], "year": [2024, 2024], "status": "confirmed"})
    given = sites(
        (2024, 20),
        (2023, 1),
        (2024, 1),
        chosen_by=["score", None, None],
        announced_date=pd.to_datetime(["2025-01-05", None, None]),
        decree_date=pd.NaT,
    )
    said = " ".join(text.say("en") for text in city_sites(given, rows, ("low_decile_percent",), register).conflicts)
    for part in (
        "announced on 5 January 2025, after its programme year",
        "Desa 1 was a site more than once: 2023 and 2024",
        "it ranked 20 of 20",
        "Desa 5 2024: on the open register",
        "Desa 20 2024: on the sheet Sites, not on the open register",
    ):
        assert part in said, part


def test_years_without_a_column_are_not_ranked():
    rows = pd.concat([villages((2022,)), villages((2023,)).assign(slum_area_ha=np.nan)])
    need = need_by_year(rows, ("slum_area_ha", "low_decile_percent"))
    assert set(need["year"]) == {2022} and len(need) == 20
    assert city_sites(sites(), rows, ()).rows.empty


def homes(assisted, deciles, rts) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "household_id": range(len(rts)),
            "wave": 0,
            "village_code": CODES[0],
            "rw": 1,
            "rt": rts,
            "assisted": assisted,
            "registry_decile": deciles,
            "registry_source": "DTSEN",
        }
    )


def test_two_households_of_an_rt_are_told_in_fives_as_all_others():
    found = assisted_households(homes([True] * 30 + [False] * 30, 2, [1] * 28 + [2] * 2 + [1] * 20 + [2] * 10))
    assert (found.by_rt % 5 == 0).all(axis=None) and found.by_rt.loc[f"{CODES[0]} RT 02/RW 01", "assisted"] in (0, 5)
    assert (found.by_rt.drop("all").sum() == found.by_rt.loc["all"]).all()
    assert found.share == 100


def test_a_share_follows_the_published_numbers_and_is_not_told_of_few():
    found = assisted_households(homes([True] * 30 + [False] * 30, [2] * 28 + [7] * 2 + [2] * 20 + [7] * 10, [1] * 60))
    low, high = found.by_decile["assisted"][["low", "high"]]
    assert found.share == pytest.approx(100 * low / (low + high)) and (found.by_decile % 5 == 0).all(axis=None)
    tiny = assisted_households(homes([True] * 3 + [False] * 30, 2, [1] * 33))
    assert np.isnan(tiny.share) and "fewer than 15 assisted households" in tiny.sentence("en")
    assert (tiny.by_rt.loc["all"] == tiny.by_decile.loc["all"]).all()


def test_each_household_counts_once_at_its_first_visit():
    rows = homes([True] * 40 + [False] * 40, 3, [1] * 80)
    later = rows.assign(wave=1, registry_decile=9)
    assert assisted_households(pd.concat([later, rows])).share == 100
