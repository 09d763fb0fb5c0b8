"""RW and RT of a village ranked by need: slum scores, shares of few families, and what is refused."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.within import need_within
from p2wkss_analysis.indicators.slum import CRITERIA
from p2wkss_analysis.papers.brief import where
from p2wkss_analysis.papers.decree import sites_decree
from p2wkss_analysis.reporting.document import Caution, Table
from p2wkss_analysis.reporting.stories.city import need
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.index.sampling import drawn_shares

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


def test_a_score_does_not_tell_how_many_families_are_poor():
    """Who knows the families of all other RT, and about how many live in RT 01, cannot tell how many of these are poor."""
    poor = {(1, 1): (3, 2), (1, 2): (27, 23), (1, 3): (10, 40), (1, 4): (12, 40), (1, 5): (9, 41), (1, 6): (11, 41)}
    found = need_within(surveyed({}), families(poor), HERE, level="rt", draws=100)

    def fits(told: float, digit: float) -> set[int]:
        guesses, left = [(x, n) for n in range(1, 12) for x in range(n + 1)], set()
        for x, n in guesses:
            shares = drawn_shares([x, 27, 10, 12, 9, 11], [n, 50, 50, 52, 50, 52])[0]
            score = 100 * (shares[0] - shares.min()) / np.ptp(shares)
            left |= {x} if abs(score - told) <= digit / 2 else set()
        return left

    exact = found.ranking.table().set_index("area_code")["score"][HERE + "/RW01/RT01"]
    told = found.table().set_index("area_code")["score"][HERE + "/RW01/RT01"]
    assert fits(exact, 1e-6) == {3} and told % 10 == 0 and {2, 3, 4, 5} <= fits(told, 10)


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
    with pytest.raises(NotEnoughData, match="--level rt"):  # two RW, but six RT
        need_within(surveyed({(rw, rt): 10 * rt for rw in (1, 2) for rt in (1, 2, 3)}), NOBODY, HERE, "Bojongsari")
    with pytest.raises(WrongUse, match="kabupaten"):
        need_within(surveyed({}), NOBODY, HERE, level="kabupaten")


def test_an_rw_without_its_figure_is_named_and_equal_ones_are_said():
    slums = surveyed({(rw, 1): (10, 20, 30, 40, 90, 90)[rw - 1] for rw in range(1, 7)})
    slums.loc[slums["rw"] == 1, "1a_volume"] = np.nan
    found = need_within(slums, NOBODY, HERE, "Bojongsari", draws=100)
    assert found.left_out == ("RW 01",) and "RW 01" in found.sentence("id") and not found.firm
    assert "RW 05 dan RW 06 sama persis" in found.choice_sentence("id")


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    return p2.City(p2.simulate_city("32.76", seed=3).write(tmp_path_factory.mktemp("kota") / "kota.xlsx"))


def with_survey(city, percent, poor):
    """The city with a survey of the RT of the village it proposes."""
    village, tables = city.need().ranking.codes[city.need().ranking.top(1)[0]], city.tables
    own = {"neighbourhoods": surveyed(percent, village=village), "households": families(poor, village)}
    both = {name: pd.concat([tables[name], rows]).astype(tables[name].dtypes.to_dict()) for name, rows in own.items()}
    return p2.City(replace(city.checked, tables={**tables, **both}))


def rw_of_decree(city) -> list[str]:
    """What the draft decree of sites says of the RW."""
    return next(b for b in sites_decree(city, "id").blocks if isinstance(b, Table)).frame["rw"].tolist()


def test_the_rw_of_the_proposed_village_are_ranked_and_drawn(city):
    poor = {(rw, 1): (45, 5) if rw == 9 else (5, 45) for rw in range(1, 11)}
    filled = with_survey(city, {(rw, 1): 90 if rw == 9 else 10 + rw for rw in range(1, 11)}, poor)
    found = filled.need_within_proposed()
    code = found.ranked[0].village
    assert found.firm() == {code: ["RW 09"]} and found.missing == () and found.sheets == ["neighbourhoods", "households"]
    assert "Pilihan ini kokoh." in found.sentence("id")
    picture = filled.picture("within", "id")
    assert picture.table()["name"].iloc[0] == "RW 09" and picture.get_size_inches()[1] < 2.5
    assert {"RW 01", "RW 10"} <= {t.get_text() for t in picture.axes[0].texts}
    assert rw_of_decree(filled) == ["RW 09 [usulan; konfirmasi]"] and rw_of_decree(city) == ["[RW]"]
    assert "Paling membutuhkan di Grogol: RW 09." in where(filled, "id") and "RW" not in where(city, "id")
    blocks = need.within_proposed(filled, "id")
    assert blocks[1].text == "RW 09 paling membutuhkan di antara 10 RW di Grogol."
    assert next(b for b in blocks if isinstance(b, Table)).rows("id")[0][:3] == ["Grogol", "RW 09", "1"]


def test_where_only_one_rw_is_surveyed_its_rt_are_ranked(city):
    found = with_survey(city, {(1, rt): 10 * rt for rt in range(1, 7)}, {}).need_within_proposed()
    assert found.ranked[0].level == "rt" and found.firm() == {}


def test_a_half_filled_village_gets_a_plain_sentence(city):
    for filled in (city, with_survey(city, {(1, 1): 20, (1, 2): 30}, {})):
        refused = filled.need_within_proposed()
        assert not refused and "Grogol" in refused.sentence("id") and not filled.picture("within")
        assert [b.text for b in need.within_proposed(filled, "id") if isinstance(b, Caution)] == [refused.sentence("id")]


def test_a_city_asks_for_the_first_proposed_village_with_data(city):
    here = city.tables["neighbourhoods"]["village_code"].iloc[0]
    found = city.need_within(here, "rt")
    assert found.table()["area_code"].str.startswith(here).all() and found is city.need_within(here, "rt")
    assert city.need_within(f"Kel. {city.names[here].upper()}", "rt").village == here
    refused = city.need_within()  # the village proposed was never surveyed by RT
    assert not refused and city.need().ranking.label(city.need().ranking.top(1)[0]) in refused.sentence("id")
    assert not city.need_within("32.76.99.9999") and "32.76." in city.need_within("32.76.99.9999").sentence("en")
