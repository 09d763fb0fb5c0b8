"""RW and RT of a village ranked by need: slum scores, shares of few families, and what is refused."""

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.within import need_within
from p2wkss_analysis.indicators.slum import CRITERIA
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse

HERE = "32.76.11.1001"


def surveyed(percent, households=40, village=HERE, year=2025):
    """The sheet neighbourhoods: of each (rw, rt) the percent of buildings that fail, the same for every criterion."""
    rows = [
        {
            "village_code": village,
            "rw": rw,
            "rt": rt,
            "year": year,
            "area_ha": 1.0,
            "buildings": 100,
            "households": households[rw, rt] if isinstance(households, dict) else households,
            "ideal_road_m": 100.0,
            "ideal_drain_m": 100.0,
        }
        for rw, rt in percent
    ]
    table = pd.DataFrame(
        rows,
        columns=["village_code", "rw", "rt", "year", "area_ha", "buildings", "households", "ideal_road_m", "ideal_drain_m"],
    )
    below = {"area_ha": 1.0, "buildings": 100, "ideal_road_m": 100.0, "ideal_drain_m": 100.0}
    for key, column in CRITERIA.items():
        of = table["households"] if column == "households" else below[column]
        table[f"{key}_volume"] = np.array([percent[rw, rt] for rw, rt in zip(table["rw"], table["rt"], strict=True)]) / 100 * of
    return table


def families(poor, village=HERE):
    """The sheet households: of each (rw, rt) how many are in decile 1, and how many in decile 9."""
    rows = [
        {"village_code": village, "rw": rw, "rt": rt, "wave": 0, "status": "interviewed", "registry_decile": decile}
        for (rw, rt), (low, high) in poor.items()
        for decile, times in ((1, low), (9, high))
        for _ in range(times)
    ]
    table = pd.DataFrame(rows, columns=["village_code", "rw", "rt", "wave", "status", "registry_decile"])
    empty = ("aged_7_18", "aged_7_18_in_school")
    return table.assign(**{c: pd.array([pd.NA] * len(table), dtype="Int64") for c in empty})


NOBODY = families({})


def test_the_rt_with_most_failing_buildings_comes_first():
    found = need_within(
        surveyed({(1, rt): (10, 10, 30, 30, 60, 90)[rt - 1] for rt in range(1, 7)}), NOBODY, HERE, "Bojongsari", "rt", draws=200
    )
    assert found.table()["name"].tolist()[0] == "RT 06/RW 01" and found.used == ("slum_score",)
    assert found.table()["area_code"].tolist()[0] == HERE + "/RW01/RT06"
    assert "RT 06/RW 01 paling membutuhkan di antara 6 RT di Bojongsari." in found.sentence("id")
    assert "%" not in found.sentence("id")  # one figure without error cannot tell how firm the order is


def test_an_rw_has_the_mean_of_its_rt_weighted_by_families():
    percent = {(rw, rt): 30 if rw < 6 else 90 if rt == 1 else 10 for rw in range(1, 7) for rt in (1, 2)}
    few_in_the_bad_one = {place: 5 if place == (6, 1) else 60 for place in percent}
    many = {place: 95 if place == (6, 1) else 5 for place in percent}
    assert need_within(surveyed(percent, few_in_the_bad_one), NOBODY, HERE).table()["name"].iloc[-1] == "RW 06"
    assert need_within(surveyed(percent, many), NOBODY, HERE).table()["name"].iloc[0] == "RW 06"


def test_the_smallest_rt_is_not_first_by_luck():
    poor = {(1, 1): (3, 2), (1, 2): (27, 23), (1, 3): (10, 40), (1, 4): (12, 40), (1, 5): (9, 41), (1, 6): (11, 41)}
    found = need_within(surveyed({}), families(poor), HERE, level="rt", draws=2000)
    table = found.table().set_index("name")
    assert table.index[0] == "RT 02/RW 01"  # 54 of 100 families, where RT 01 has 3 of 5
    assert 0.1 < table.loc["RT 01/RW 01", "probability_top_k"] < table.loc["RT 02/RW 01", "probability_top_k"] < 0.95
    assert not set(table) & {"low_decile", "low_decile_of"}  # shares of few families stay inside
    assert "mencerminkan pendataannya" in found.sentence("id") and "listing" in found.sentence("en")


def test_order_of_rows_and_other_villages_decide_nothing():
    percent = {(rw, rt): 5 * rw + 3 * rt for rw in range(1, 7) for rt in (1, 2, 3)}
    poor = {place: (k % 5 + 1, 20) for k, place in enumerate(percent)}
    one = need_within(surveyed(percent), families(poor), HERE, level="rt", draws=300).table()
    sheets = [pd.concat([t, other]).sample(frac=1, random_state=1) for t, other in (
        (surveyed(percent), surveyed({(9, 9): 99}, village="32.76.11.1002")),
        (families(poor), families({(9, 9): (50, 0)}, village="32.76.11.1002")),
    )]  # fmt: skip
    pd.testing.assert_frame_equal(one, need_within(*sheets, HERE, level="rt", draws=300).table())


def test_too_few_places_and_an_unknown_level_are_refused():
    with pytest.raises(NotEnoughData, match="lima|five"):
        need_within(surveyed({(1, 1): 20, (2, 1): 40}), NOBODY, HERE, "Bojongsari")
    with pytest.raises(WrongUse, match="kabupaten"):
        need_within(surveyed({}), NOBODY, HERE, level="kabupaten")


def test_a_city_asks_for_the_first_proposed_village_with_data(tmp_path):
    city = p2.City(p2.simulate_city("32.76", seed=3).write(tmp_path / "kota.xlsx"))
    here = city.tables["neighbourhoods"]["village_code"].iloc[0]
    found = city.need_within(here, "rt")
    assert found.table()["area_code"].str.startswith(here).all() and found is city.need_within(here, "rt")
    refused = city.need_within()  # the village proposed was never surveyed by RT
    assert not refused and city.need().ranking.label(city.need().ranking.top(1)[0]) in refused.sentence("id")
    assert not city.need_within("32.76.99.9999") and "32.76." in city.need_within("32.76.99.9999").sentence("en")
