"""Draws near the cut of a few families: who is in the draw, with what chance, and what the list says before and after."""

import hashlib

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.households.near_cut import draw_near_cut, measured_noise

SEVEN = pd.DataFrame({"household_id": list("abcdefg"), "need": [9, 8, 7, 6, 5, 3, 1], "rt": [1, 1, 1, 1, 2, 2, 2]})


def lot(seed, one):
    return hashlib.sha256(f"{seed}|{one}".encode()).hexdigest()


def in_draw(drawn):
    return "".join(drawn.selection.candidates.ids[drawn.in_draw])


def test_who_draws_with_what_chance_is_what_the_paper_says():
    chosen = select_households(SEVEN, 3, "need")
    for places, inside in ((1, "cd"), (2, "bcde"), (3, "abcdef")):
        fixed = draw_near_cut(chosen, places=places)
        assert (in_draw(fixed), fixed.places, fixed.groups().iloc[:, 1:].to_numpy().tolist()) == (
            inside,
            (places,),
            [[2 * places, places, 50]],
        )
    for width, inside in ((0, ""), (0.4, ""), (1, "bcd"), (2, "abcde"), (3, "abcde"), (4, "abcdef")):
        if not inside:
            with pytest.raises(WrongUse):
                draw_near_cut(chosen, width=width)
        else:
            fixed = draw_near_cut(chosen, width=width)
            chance = 100 * fixed.places[0] / len(inside)
            assert in_draw(fixed) == inside and fixed.chance[fixed.in_draw].tolist() == [chance] * len(inside)
            assert np.isnan(fixed.chance[~fixed.in_draw]).all() and fixed.asked is None
    for bad in ({"places": 0}, {"places": 1.5}, {"width": -1}, {"width": np.inf}, {"width": "1"}, {"places": 1, "width": 1}, {}):
        with pytest.raises(WrongUse):
            draw_near_cut(chosen, **bad)


def test_the_list_before_and_after_the_draw_by_hand():
    fixed = draw_near_cut(select_households(SEVEN, 3, "need"), places=2)
    order = sorted("bcde", key=lambda one: lot(7, one))
    assert fixed.chosen == ["a"] and fixed.sha256 == hashlib.sha256(b"|2|b\n|2|c\n|2|d\n|2|e\n").hexdigest()
    before, drawn = fixed.table("en").set_index("household_id"), fixed.draw(7, "IHSG")
    after = drawn.table("en").set_index("household_id")
    assert before["assisted"].isna().tolist() == [False, True, True, True, True, False, False]
    assert before["assisted"].dropna().to_dict() == {"a": True, "f": False, "g": False} and set(before["ticket"]) == {""}
    assert after.index[after["assisted"]].tolist() == sorted(["a", *order[:2]]) == drawn.chosen
    assert after["ticket"].to_dict() == {one: lot(7, one) if one in "bcde" else "" for one in "abcdefg"}
    assert after["score"].tolist() == SEVEN["need"].tolist() and set(after["group"]) == {""}
    winners = {one: "drawn" if one in order[:2] else "not drawn" for one in order}
    assert after["status"].to_dict() == {"a": "in without a draw", **winners, "f": "below the cut", "g": "below the cut"}
    said = fixed.sentence("en")
    assert "Of 3 places, 1 is filled" in said or "Of 3 places, 1 are filled" in said
    assert "2 are drawn among 4 households near the cut (need 5 to 8). Each household has a chance of 50.0%." in said
    assert fixed.sha256 in said and fixed.sha256 not in drawn.sentence("en") and "IHSG" in drawn.sentence("en")
    assert drawn.draw(8).seed_source == "IHSG" and drawn.draw(8, "dadu").seed_source == "dadu"
    minutes = drawn.minutes("en")
    lines = [f"{at:>4}. {one}  {lot(7, one)[:16]}{' *' if at <= 2 else ''}" for at, one in enumerate(order, 1)]
    assert "\n".join(["All: 2 places for 4 households", *lines]) in minutes and "7|b" in minutes
    assert "|2|b\n|2|c\n|2|d\n|2|e" in fixed.minutes("en")
    assert drawn.drawn_list().chosen == drawn.chosen and drawn.record()["assisted"].sum() == 3


def test_a_score_with_decimals_keeps_them_and_a_single_score_is_said_as_one():
    halves = SEVEN.assign(need=SEVEN["need"] + 0.5)
    assert "(need 5.50 to 8.50)" in draw_near_cut(select_households(halves, 3, "need"), places=2).sentence("en")
    mixed = SEVEN.assign(need=[9, 8, 7, 6, 5.5, 3, 1])
    assert "(need 5.50 to 8.00)" in draw_near_cut(select_households(mixed, 3, "need"), places=2).sentence("en")
    ties = SEVEN.assign(need=[9, 7, 7, 7, 7, 3, 1])
    assert "right at the cut (need 7)" in draw_near_cut(select_households(ties, 3, "need")).sentence("en")


def test_lots_within_a_group_keep_its_places_and_a_group_of_one_kind_draws_nothing():
    chosen = select_households(SEVEN, 3, "need", per_group={"rt": {1: (None, 2)}})
    assert chosen.chosen == ["a", "b", "e"]
    one = draw_near_cut(chosen, places=2)  # three would be as far from two; e of RT 2 has nobody beside it yet
    assert (one.names, one.places, in_draw(one)) == (("rt = 1",), (1,), "bcd")
    fixed = draw_near_cut(chosen, places=3)
    assert (fixed.names, fixed.places, in_draw(fixed)) == (("rt = 1", "rt = 2"), (2, 1), "abcdef") and fixed.by_rt
    assert fixed.table("en").set_index("household_id")["group"].to_dict() == dict(
        zip("abcdefg", ["RT 1"] * 4 + ["RT 2"] * 2 + [""], strict=True)
    )
    assert "1 place for 2 households" in fixed.draw(3).minutes("en") and fixed.rule().within == "rt"
    for seed in range(6):
        assert sum(one in "abcd" for one in fixed.draw(seed).chosen) == 2
    apart = draw_near_cut(select_households(SEVEN, 3, "need"), places=3, within="rt")
    assert in_draw(apart) == "abcd" and apart.places == (3,) and apart.chance[apart.in_draw].tolist() == [75] * 4
    with pytest.raises(WrongUse, match="kampung"):
        draw_near_cut(chosen, places=1, within="kampung")


@pytest.mark.parametrize("alike, asked, said", [(2, 2, False), (11, 10, False), (12, 10, True)])
def test_more_places_than_asked_for_are_said_beyond_a_tenth(alike, asked, said):
    table = pd.DataFrame({"household_id": [f"k{i:02d}" for i in range(2 * alike)], "need": [5] * alike + [3] * alike})
    fixed = draw_near_cut(select_households(table, alike, "need"), places=asked)
    assert sum(fixed.places) == alike and ("asked for" in fixed.sentence("en")) is said


def test_noise_is_measured_on_thirty_families_without_assistance():
    def visits(n, assisted=False):
        return pd.DataFrame(
            {
                "household_id": [*range(n)] * 2,
                "wave": [0] * n + [1] * n,
                "assisted": pd.array([assisted] * 2 * n, dtype="boolean"),
                "score": [5.0] * n + [3.0, 7.0] * (n // 2) + [3.0] * (n % 2),
            }
        )

    sd = np.std([-2, 2] * 15, ddof=1) / np.sqrt(2)
    assert measured_noise(visits(30), "score") == pytest.approx(sd)
    both = pd.concat([visits(30), visits(9, True).assign(household_id=[*range(90, 99)] * 2, score=99.0)])
    assert measured_noise(both, "score") == pytest.approx(sd), "who is assisted, or not known, does not count"
    nobody_knows = pd.array([pd.NA] * 18, dtype="boolean")
    unknown = pd.concat(
        [visits(30), visits(9).assign(household_id=[*range(90, 99)] * 2, score=[0.0] * 9 + [99.0] * 9, assisted=nobody_knows)]
    )
    assert measured_noise(unknown, "score") == pytest.approx(sd)
    assert np.isnan(measured_noise(visits(29), "score")) and np.isnan(measured_noise(visits(30).iloc[:30], "score"))
    assert np.isnan(measured_noise(visits(30).iloc[30:], "score"))
