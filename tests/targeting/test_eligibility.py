"""Who may be chosen: served, promised, forced in or out, each with its reason kept."""

import pandas as pd
import pytest

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.eligibility import eligible_places
from p2wkss_analysis.targeting.need_index import need_index

PLACES = list("abcdefgh")


def table(*pairs):
    return pd.DataFrame(pairs, columns=["village_code", "year"])


def status(result):
    return result.rows.set_index("area_code")["status"].to_dict()


def test_served_places_wait_as_long_as_asked():
    served = table(("a", 2024), ("b", 2020), ("b", 2023), ("c", 2026), ("d", pd.NA), ("elsewhere", 2024))
    assert set(eligible_places(PLACES, 2026, served=served).candidates) == set("cdefgh")  # 2026 itself is not past
    resting = {
        year: "a" not in eligible_places(PLACES, year, served=served, rest_years=3).candidates
        for year in (2025, 2026, 2027, 2028)
    }
    assert resting == {2025: True, 2026: True, 2027: True, 2028: False}


def test_promises_for_this_year_are_fixed_and_later_ones_wait():
    result = eligible_places(PLACES, 2026, promised=table(("a", 2026), ("b", 2027), ("c", 2025)))
    assert (status(result)["a"], status(result)["b"], status(result)["c"]) == ("promised", "promised_later", "eligible")
    assert result.fixed == ("a",)


def test_forced_in_beats_served_and_keeps_its_reason():
    result = eligible_places(
        PLACES, 2026, served=table(("a", 2024)), include={"a": ("disaster", "banjir Februari")}, exclude={"b": "not_ready"}
    )
    notes = result.table().set_index("area_code")["note"]
    assert notes["a"] == "dimasukkan; terkena bencana; banjir Februari"
    assert notes["b"] == "dikeluarkan; lahan atau kelembagaan belum siap"
    assert result.table("en").set_index("area_code")["note"]["b"] == "forced out; land or institutions not ready"


def test_the_sites_of_the_year():
    values = pd.DataFrame({"area_code": PLACES, "poor": [90, 80, 70, 60, 50, 40, 30, 20]})
    ranking = need_index(values, {"poor": "higher"})
    result = eligible_places(PLACES, 2026, served=table(("a", 2024)), include={"h": "decree"}, exclude={"c": "dispute"})
    chosen = result.choose(ranking, 3)
    assert chosen.loc[chosen["chosen"], "area_code"].tolist() == ["b", "d", "h"]
    assert chosen.set_index("area_code").loc["d", "rank"] == 4  # the rank in the whole ranking stays


def test_refusals():
    ranking = need_index(pd.DataFrame({"area_code": list("ab"), "poor": [1, 2]}), {"poor": "higher"})
    with pytest.raises(WrongUse, match="tidak dapat dipenuhi|dapat dipenuhi"):
        eligible_places("ab", 2026, served=table(("a", 2024))).choose(ranking, 2)
    with pytest.raises(WrongUse, match="sekaligus"):
        eligible_places(PLACES, 2026, include={"a": "decree"}, exclude={"a": "dispute"})
    with pytest.raises(WrongUse, match="daftar"):
        eligible_places(PLACES, 2026, include={"a": "because"})
    with pytest.raises(WrongUse, match="z9"):
        eligible_places(PLACES, 2026, exclude={"z9": "dispute"})
    with pytest.raises(WrongUse, match="year"):
        eligible_places(PLACES, 2026, served=pd.DataFrame({"area_code": ["a"]}))


def test_words_in_both_languages():
    result = eligible_places(PLACES, 2026, served=table(("a", 2024)))
    assert "7 dari 8" in result.sentence() and "7 of 8" in result.sentence("en")
