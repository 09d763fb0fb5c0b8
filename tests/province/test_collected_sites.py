"""How many confirmed sites an answer would need: counts against planted sites, noise against its formula, and silence."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.dictionary.figures import village_figures
from p2wkss_analysis.province.collect import Collection
from p2wkss_analysis.province.evidence import MOST_A_REGENCY, _spread, enough_sites
from p2wkss_analysis.province.lines import COLUMNS
from p2wkss_analysis.say.errors import WrongUse

Z = 2.8016  # t.975 + t.80 of the normal law


def collection(panel: pd.DataFrame, sites=(), synthetic=False) -> Collection:
    known = pd.DataFrame(list(sites), columns=["area_code", "year", "status"]).astype({"year": "Int64"})
    return Collection(
        known, panel, pd.DataFrame({"status": ["read"]}), pd.DataFrame(columns=COLUMNS), pd.DataFrame(), (), synthetic
    )


def noise(places=200, years=range(2020, 2026), sd=2.0, seed=0, regencies=("32.76", "36.72")) -> pd.DataFrame:
    """Independent noise around a level of each place: nothing happens but noise."""
    rng = np.random.default_rng(seed)
    codes = [f"{regencies[i % len(regencies)]}.01.{1001 + i}" for i in range(places)]
    table = pd.DataFrame([(c, y) for c in codes for y in years], columns=["area_code", "year"])
    level = np.repeat(rng.normal(20, 5, places), len(years))
    return table.assign(stunting_percent=level + rng.normal(0, sd, len(table)))


def test_the_noise_is_that_of_its_formula_and_the_sites_follow_from_it():
    # One site in the last of six years: the contrast has variance sd^2 (1 + 1/5), that of the many others left out.
    found = enough_sites(collection(noise(sd=2.0)), {"stunting_percent": [1.0, 2.0]}).rows
    expected = 2.0 * np.sqrt(1 + 1 / 5)
    assert found["change_sd"].to_numpy() == pytest.approx(expected, rel=0.12)
    assert found["sites_needed"].tolist() == [int(np.ceil((Z * found["change_sd"].iloc[0] / e) ** 2)) for e in (1.0, 2.0)]
    assert found["more_needed"].tolist() == found["sites_needed"].tolist() and (found["usable"] == 0).all()


def test_of_a_large_regency_sixty_places_spread_over_its_codes_show_the_noise():
    panel = noise(places=400, regencies=("32.01",))
    kept = _spread(panel)["area_code"].unique()
    assert len(kept) == MOST_A_REGENCY and (np.diff([int(code[-4:]) for code in kept]) <= 7).all()
    assert len(_spread(noise(places=50, regencies=("32.01",)))["area_code"].unique()) == 50
    one, all_ = (enough_sites(collection(p), {"stunting_percent": [1.0]}).rows["change_sd"].iloc[0] for p in (panel, noise()))
    assert one == pytest.approx(2.0 * np.sqrt(1.2), rel=0.25) and all_ == pytest.approx(2.0 * np.sqrt(1.2), rel=0.12)


def test_twice_the_noise_needs_four_times_the_sites():
    one, two = (
        enough_sites(collection(noise(sd=sd)), {"stunting_percent": [0.1]}).rows["sites_needed"].iloc[0] for sd in (1.0, 2.0)
    )
    assert two == pytest.approx(4 * one, rel=1e-3)


def test_only_confirmed_sites_with_a_value_before_the_choice_and_after_the_year_are_usable():
    panel = noise()
    codes = panel["area_code"].unique()
    sites = [
        (codes[0], 2023, "confirmed"),
        (codes[1], 2022, "confirmed"),  # usable
        (codes[2], 2021, "confirmed"),  # ranked in 2020: no value from before
        (codes[3], 2025, "confirmed"),  # none from after
        (codes[4], 2023, "unconfirmed"),
        (codes[5], 2023, "disputed"),
        ("32.01.01.2001", 2023, "confirmed"),
        (codes[6], None, "confirmed"),
        (codes[0], 2024, "confirmed"),
    ]  # served twice: counts once, with its first year
    row = enough_sites(collection(panel, sites), {"stunting_percent": [1.0]}).rows.iloc[0]
    assert row[["confirmed", "usable", "lacking_before", "lacking_after", "places"]].tolist() == [5, 2, 2, 2, 200 - 7]
    assert row["more_needed"] == row["sites_needed"] - 2 and row["cannot_tell"] == ""


def test_the_noise_learned_at_the_sites_is_not_moved_by_their_effect():
    panel = noise()
    codes = panel["area_code"].unique()[:4]
    sites = [(c, 2023, "confirmed") for c in codes]
    plain = enough_sites(collection(panel, sites), {"stunting_percent": [1.0]}).rows["change_sd"].iloc[0]
    helped = panel.assign(
        stunting_percent=panel["stunting_percent"] - 50.0 * (panel["area_code"].isin(codes) & (panel["year"] >= 2023))
    )
    assert enough_sites(collection(helped, sites), {"stunting_percent": [1.0]}).rows["change_sd"].iloc[0] == pytest.approx(
        plain, rel=1e-9
    )


@pytest.mark.parametrize(
    "panel, why",
    [
        (noise().assign(stunting_percent=np.nan), "no_values"),
        (noise().drop(columns="stunting_percent"), "no_values"),
        (noise(years=[2024]), "one_year"),
        (noise(places=19), "few_places"),
        (noise().assign(stunting_percent=lambda t: t["area_code"].str[-2:].astype(float)), "no_change"),
        (noise().assign(stunting_percent=7.0), "no_change"),
    ],
)
def test_where_the_panel_cannot_tell_there_is_a_reason_and_no_number(panel, why):
    found = enough_sites(collection(panel), {"stunting_percent": [1.0]})
    row = found.rows.iloc[0]
    assert row["cannot_tell"] == why and pd.isna(row["sites_needed"]) and pd.isna(row["more_needed"])
    assert "Cannot tell" in found.sentence("en") and "Belum dapat dikatakan" in found.sentence("id")
    assert found.table("en")["cannot_tell"].iloc[0] in found.sentence("en")


def test_nothing_at_all_is_a_table_of_reasons():
    empty = enough_sites(collection(pd.DataFrame({"area_code": [], "year": []})))
    assert set(empty.rows["outcome"]) == set(village_figures()) and set(empty.rows["cannot_tell"]) == {"no_values"}
    assert len(empty.sentences("id")) == 1  # the same for all, said once


def test_synthetic_data_say_so_and_wrong_use_is_named():
    assert enough_sites(collection(noise(), synthetic=True)).sentence("id").startswith("DATA SINTETIS")
    for effects in ({"idm": [1]}, {"stunting_percent": [0]}, {"stunting_percent": []}, {}):
        with pytest.raises(WrongUse):
            enough_sites(collection(noise()), effects)
    with pytest.raises(WrongUse):
        enough_sites(collection(noise()), lag=-1)


def test_no_answer_rests_on_fewer_than_five_sites():
    rows = enough_sites(collection(noise()), {"stunting_percent": [1, 1000]}).rows
    assert rows["sites_needed"].iloc[0] > rows["sites_needed"].iloc[1] == 5
