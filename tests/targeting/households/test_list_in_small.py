"""Small lists worked out on paper: who waits, what is said, what a decision does, who may be shown."""

import hashlib

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import InfeasibleSelection, WrongUse
from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.households.candidates import FARTHEST, points_of
from p2wkss_analysis.targeting.households.near_cut import draw_near_cut

FOUR = pd.DataFrame({"household_id": list("abcd"), "need": [9, 8, 7, 1], "rt": [1, 1, 1, 2]})


def lot(seed, household):
    return hashlib.sha256(f"{seed}|{household}".encode()).hexdigest()


def test_a_group_in_which_a_single_value_is_a_card_number_is_not_shown():
    number = "327601" + "010190" + "0001"
    table = pd.DataFrame({"household_id": [f"k{i}" for i in range(6)], "need": range(6), "rt": ["01"] * 4 + [number] * 2})
    with pytest.raises(WrongUse) as error:
        select_households(table, 2, "need").public("rt")
    assert "NIK" in error.value.sentence("en") and number not in error.value.sentence("en")


def test_a_group_holds_two_families_on_average_or_is_not_shown():
    def shown(groups):
        table = pd.DataFrame({"household_id": [f"k{i}" for i in range(len(groups))], "need": 1.0, "rt": groups})
        return select_households(table, 1, "need").grouped("rt").tolist()

    assert shown([1, 1, 2, 2]) == [1, 1, 2, 2] and shown([1]) == [1] and shown([None, 1, 1]) is not None
    for groups in ([1, 1, 2], [1, 2], [1, 2, 3, 1, 2]):
        with pytest.raises(WrongUse):
            shown(groups)


def test_who_waits_comes_in_that_order_one_group_after_the_other():
    table = pd.DataFrame({"household_id": list("abcdef"), "need": [9, 8, 7, 6, 5, 4], "rt": [1, 1, 1, 1, 2, 2]})
    found = select_households(table, 2, "need", per_group={"rt": {1: (0, 3), 2: (0, 1)}})
    assert found.chosen == ["a", "b"] and found.waiting() == ["c", "e"], "then both groups are full"
    assert found.waiting(0) == [] and found.waiting(1) == ["c"] and found.waiting(9) == ["c", "e"]
    assert found.table("en").set_index("household_id")["waiting"].dropna().to_dict() == {"c": 1, "e": 2}
    kept = select_households(table, 1, "need", include=["f"], exclude=["b"])
    assert kept.chosen == ["f"] and kept.waiting(4) == ["a", "c", "d", "e"]
    assert np.isnan(kept.cut_off) and "Cut-off" not in kept.sentence("en")
    assert "1 household was put on the list and 1 taken off" in kept.sentence("en")


def test_every_step_of_a_musyawarah_stands_in_the_log():
    first = select_households(FOUR, 2, "need")
    second = first.revise(include={"d": "disaster"}, by="RW 1")
    third = second.revise(exclude={"a": "declined"}, release=["d"], by="RW 2")
    fourth = third.revise(include={"a": "promised"}, by="RW 3")
    assert [s.chosen for s in (first, second, third, fourth)] == [["a", "b"], ["a", "d"], ["b", "c"], ["a", "b"]]
    told = fourth.log("en")[["step", "by", "household_id", "action"]].to_numpy().tolist()
    assert told == [
        [1, "RW 1", "d", "include"],
        [1, "RW 1", "b", "left"],
        [2, "RW 2", "a", "exclude"],
        [2, "RW 2", "d", "release"],
        [2, "RW 2", "b", "entered"],
        [2, "RW 2", "c", "entered"],
        [2, "RW 2", "d", "left"],
        [3, "RW 3", "a", "include"],
        [3, "RW 3", "c", "left"],
    ]
    assert fourth.request.include == {"a": "promised"} and fourth.request.exclude == {}


def test_what_a_score_would_have_to_be_with_one_already_put_on_the_list():
    found = select_households(FOUR, 2, "need", include={"d": "disaster"})
    a, b, c, d = (found.explain(one) for one in "abcd")
    assert (a.selected, a.turning_score, a.opens) == (True, 8, ()) and (b.selected, b.turning_score) == (False, 9)
    assert [way.say("en") for way in b.opens] == ["a list of 3 households"] and c.turning_score == 9 and c.opens == ()
    assert d.decided and np.isnan(d.turning_score) and d.opens == () and "included" in d.sentence("en")
    everyone = select_households(FOUR, 4, "need").explain("d")
    assert np.isnan(everyone.turning_score) and "no score would change" in everyone.sentence("en")
    assert "stays in while its score is above 8" in a.sentence("en") and "come in with a score above 9" in b.sentence("en")


def test_a_least_of_another_group_keeps_a_household_out_and_one_less_lets_it_in():
    found = select_households(FOUR, 2, "need", per_group={"rt": {2: (1, None)}})
    assert found.chosen == ["a", "d"] and found.quotas()["price"].tolist() == [0, 7]
    assert found.quotas()["most"].isna().all() and found.quotas()["least"].tolist() == [0, 1]
    b, c, d = (found.explain(one) for one in "bcd")
    assert [way.say("en") for way in b.opens] == ["a list of 3 households", "rt = 2 at least 0"] and c.opens == ()
    assert "meets the quota rt = 2" in d.sentence("en")
    held = select_households(FOUR, 2, "need", per_group={"rt": {2: (1, None)}}, include=["a"])
    assert held.chosen == ["a", "d"] and held.quotas()["price"].tolist() == [0, 7], "b for d, whoever was put on the list"


def test_the_dearest_quotas_are_named_first_and_the_rest_counted():
    """Eight places: one in each of seven RTs and a last one without need. Loosening RT g brings in its second, of need g."""
    table = pd.DataFrame(
        {"household_id": [f"k{i:02d}" for i in range(15)], "need": [*[50] * 7, *range(1, 8), 0], "rt": [*range(1, 8)] * 2 + [8]}
    )
    found = select_households(table, 8, "need", per_group={"rt": dict.fromkeys(range(1, 8), (0, 1))})
    assert found.quotas()["price"].tolist() == [1, 2, 3, 4, 5, 6, 7, 0]
    assert "rt = 7 (+7.00), rt = 6 (+6.00), rt = 5 (+5.00), rt = 4 (+4.00), rt = 3 (+3.00) and 2 more" in found.sentence("en")
    five = select_households(
        table, 6, "need", per_group={"rt": dict.fromkeys(range(1, 6), (0, 1))}, exclude=table["household_id"][[5, 6, 12, 13]]
    )
    assert "rt = 1 (+1.00)" in five.sentence("en") and "more." not in five.sentence("en").split("Binding")[1]


@pytest.mark.parametrize("seed", [None, 0, 12])
def test_minutes_of_a_draw_name_everybody_with_their_ticket(seed):
    table = pd.DataFrame({"household_id": list("abcdef"), "need": [9, 5, 5, 5, 5, 1]})
    found = select_households(table, 3, "need", seed=seed)
    order = sorted("bcde", key=lambda one: lot(seed or 0, one))
    minutes = found.minutes("en")
    assert found.drawn == order and "4 households alike in score (need), for 2 places." in minutes
    tickets = "\n".join(f"{at}. {one}  {lot(seed or 0, one)[:16]}" for at, one in enumerate(order, 1))
    winners = "\n".join(f"{at}. {one}" for at, one in enumerate(order[:2], 1))
    assert f"\n{tickets}\n" in minutes and f"Drawn:\n{winners}\n" in minutes
    assert f"(for example: {seed or 0}|b)" in minutes and f"3. Seed: {seed or 0}." in minutes
    assert ("provisional" in found.sentence("en")) is (seed is None)


def test_points_keep_six_decimals_and_no_more_than_a_hundred_million_steps():
    assert points_of(np.array([0.000001, 0.5]))[0].tolist() == [1, 500000]
    exact, unit = points_of(np.array([0.0, 1e8]))
    assert exact.tolist() == [0, 100_000_000] and unit == 1
    points, unit = points_of(np.array([0.0, 1e8 + 1]))  # one step more: a ten-millionth of the range
    assert points.tolist() == [0, 10_000_000] and unit == pytest.approx((1e8 + 1) / 1e7)
    points, unit = points_of(np.array([0.0, 0.00000051, 1.0]))
    assert points.tolist() == [0, 5, 10_000_000] and unit == pytest.approx(1e-7)
    assert points_of(np.array([1 / 3, 1 / 3]))[1] == 1 and points_of(np.array([]))[0].size == 0


def test_scores_beyond_what_is_exact_are_refused():
    for far in (FARTHEST * 1.01, -FARTHEST * 1.01):
        with pytest.raises(WrongUse, match="a"):
            select_households(FOUR.assign(need=[far, 8, 7, 1]), 2, "need")
    assert select_households(FOUR.assign(need=[FARTHEST, 8, 7, 1]), 1, "need").chosen == ["a"]


def test_a_score_of_zero_has_no_sign_where_lower_is_needier():
    table = FOUR.assign(need=[0, 8, 7, 1])
    found = select_households(table, 1, "need", needier="lower")
    told = found.explain("a")
    given = (
        found.table("en")["score"].tolist()[0],
        found.total_need,
        found.cut_off,
        told.score,
        draw_near_cut(found, places=1, seed=1).record()["choice_figure"][0],
    )
    assert list(map(str, given)) == ["0.0"] * 5
    assert str(found.explain("d").turning_score) == "0.0" and told.turning_score == 1


def test_the_second_criterion_may_be_yes_or_no_and_missing_where_put_out():
    table = pd.DataFrame({"household_id": list("abcd"), "need": 5, "stunted": [False, True, False, True]})
    assert set(select_households(table, 2, "need", then="stunted").chosen) == {"b", "d"}
    assert set(select_households(table, 2, "need", then=("stunted", "lower")).chosen) == {"a", "c"}
    lost = table.assign(stunted=[1.0, None, 0.0, 2.0])
    assert select_households(lost, 2, "need", then="stunted", exclude={"b": "moved_away"}).chosen == ["d", "a"]


def test_only_limits_that_were_just_met_are_kept_for_the_evaluation():
    table = pd.DataFrame(
        {"household_id": list("abcdef"), "need": [9, 8, 7, 6, 5, 4], "child": [True] * 3 + [False] * 3, "rt": [1, 2] * 3}
    )

    def rule(**limits):
        return select_households(table, 3, "need", **limits).rule()

    for limits in (
        {"quotas": {"child": (2, None)}},
        {"quotas": {"child": (0, None)}},
        {"per_group": {"rt": (0, 3)}},
        {"per_group": {"rt": {1: (1, None)}}},
    ):
        assert (rule(**limits).quotas, rule(**limits).within) == ((), None), "three children, two of RT 1, one of RT 2"
    for limits in ({"quotas": {"child": (3, None)}}, {"quotas": {"child": (0, 3)}}, {"quotas": {"child": (0, 2)}}):
        assert (rule(**limits).quotas, rule(**limits).within) == (("child",), None)
    assert rule(per_group={"rt": {2: (1, None)}}).within == rule(per_group={"rt": {1: (0, 2)}}).within == "rt"


def test_the_score_is_called_as_the_workbook_calls_it_only_where_it_is_a_workbooks():
    table = FOUR.rename(columns={"need": "registry_decile"})
    assert select_households(table, 2, "registry_decile").score_called == "registry_decile"
    table.attrs["places"] = {}
    assert select_households(table, 2, "registry_decile").score_called.say("en") == "Registry decile"


def test_a_clash_names_eight_limits_and_counts_the_rest():
    def said(rts):
        places = pd.DataFrame({"household_id": range(2 * rts), "need": 1, "rt": [*range(1, rts + 1)] * 2})
        with pytest.raises(InfeasibleSelection) as error:
            select_households(places, rts + 1, "need", per_group={"rt": (0, 1)})
        assert error.value.clash == tuple((f"rt = {rt}", "most") for rt in range(1, rts + 1))
        return error.value.sentence("en")

    assert "rt = 8 at most 1 and the length of the list, 9." in said(8)
    assert "rt = 8 at most 1, 1 more of the same kind and the length" in said(9) and "rt = 9" not in said(9)


def test_everybody_put_on_a_shorter_list_clashes_with_its_length():
    with pytest.raises(InfeasibleSelection) as error:
        select_households(FOUR, 3, "need", include=list("abcd"))
    assert "the 4 households included by decision and the length of the list, 3." in error.value.sentence("en")
