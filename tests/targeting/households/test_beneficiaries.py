"""Household lists against enumeration of every list, against plain HiGHS, and against shuffling of the rows."""

import hashlib
from itertools import combinations
from unittest import mock

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.say.errors import InfeasibleSelection, WrongUse
from p2wkss_analysis.targeting.households import neediest
from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.households.clash import smallest_conflict

SCORES = st.integers(0, 4)


@st.composite
def requests(draw, most=9, scores=SCORES):
    """A small table with many ties, and quotas that may or may not be possible."""
    size = draw(st.integers(2, most))
    table = pd.DataFrame(
        {
            "household_id": [f"k{i}" for i in draw(st.permutations(range(size)))],
            "need": draw(st.lists(scores, min_size=size, max_size=size)),
            "rt": draw(st.lists(st.sampled_from("ABC"), min_size=size, max_size=size)),
            "female_head": draw(st.lists(st.booleans(), min_size=size, max_size=size)),
            "child": draw(st.lists(st.booleans(), min_size=size, max_size=size)),
        }
    )
    n = draw(st.integers(1, size))

    def bounds():
        least = draw(st.integers(0, 3))
        return least, draw(st.one_of(st.none(), st.integers(least, 5)))

    per_group = {"rt": bounds()} if draw(st.booleans()) else {}
    quotas = {column: bounds() for column in ("female_head", "child") if draw(st.booleans())}
    ids = table["household_id"].tolist()
    include = draw(st.sets(st.sampled_from(ids), max_size=1))
    exclude = draw(st.sets(st.sampled_from(ids), max_size=1)) - include
    return {
        "households": table,
        "n": n,
        "score": "need",
        "per_group": per_group,
        "quotas": quotas,
        "include": sorted(include),
        "exclude": sorted(exclude),
    }


def allowed(table, rows, request):
    """Whether a list (rows of the table's columns, as lists) satisfies everything asked, checked one by one."""
    ids = {table["household_id"][i] for i in rows}
    if not set(request["include"]) <= ids or ids & set(request["exclude"]):
        return False
    for column, (least, most) in request["per_group"].items():
        for group in set(table[column]):
            count = sum(table[column][i] == group for i in rows)
            if count < least or (most is not None and count > most):
                return False
    for column, (least, most) in request["quotas"].items():
        count = sum(table[column][i] for i in rows)
        if count < least or (most is not None and count > most):
            return False
    return True


def lot(household: str) -> str:
    """The ticket of a household with the seed that holds while none is stated."""
    return hashlib.sha256(f"0|{household}".encode()).hexdigest()


def by_lot(ids: list[str]) -> dict[str, str]:
    """The same ids given out anew, so that their order by lot is the order they had by name."""
    return dict(zip(sorted(ids), sorted(ids, key=lot), strict=True))


def every_list(request):
    """The best list by trying all, and the first of the best by the tie rule; None where none is allowed."""
    table = request["households"]
    ordered = table.assign(lot=table["household_id"].map(lot)).sort_values(["need", "lot"], ascending=[False, True])
    table = {column: ordered[column].tolist() for column in ordered}
    best, found = None, None
    for rows in combinations(range(len(ordered)), request["n"]):  # in the order of the tie rule
        total = sum(table["need"][i] for i in rows)
        if (best is None or total > best) and allowed(table, rows, request):
            best, found = total, [table["household_id"][i] for i in rows]
    return found


@settings(max_examples=90, deadline=None)
@given(requests())
def test_equals_trying_every_list(request_):
    expected = every_list(request_)
    if expected is None:
        with pytest.raises(InfeasibleSelection):
            select_households(**request_)
    else:
        assert select_households(**request_).chosen == expected


@settings(max_examples=60, deadline=None)
@given(requests(most=7, scores=st.integers(0, 2)))
def test_whoever_is_said_to_be_placed_by_lot_could_have_been_placed_otherwise_at_no_loss_of_need(request_):
    if every_list(request_) is None:
        return
    selection = select_households(**request_)
    table = selection.table("en")
    placed = table[table["reason"].str.contains("draw by lot decided, not need")]
    for row in placed.itertuples():
        side = "exclude" if row.selected else "include"
        other = select_households(**request_ | {side: [*request_[side], row.household_id]})
        assert other.total_need == selection.total_need
    assert bool(len(placed)) == ("lots were drawn, not need" in selection.sentence("en"))
    assert placed["selected"].any() == (~placed["selected"]).any()


def test_among_equal_households_the_choice_is_never_called_need():
    table = pd.DataFrame({"household_id": list("abcdef"), "need": [9, 5, 5, 5, 5, 1]})
    selection = select_households(table, 3, "need")
    reasons = dict(zip(selection.table("en")["household_id"], selection.table("en")["reason"], strict=True))
    assert reasons["a"] == "by need" and reasons["f"] == "less needy than the cut-off"
    taken = set(selection.chosen) - {"a"}
    assert all("left out" in reasons[k] and "not need" in reasons[k] for k in taken) and all(
        "on the list" in reasons[k] for k in set("bcde") - taken
    )
    assert "4 households have the same score for 2 places" in selection.sentence("en")
    assert "4 KK bernilai sama untuk 2 tempat" in selection.sentence("id") and "sementara" in selection.sentence("id")
    assert "not need" in selection.explain(min(taken)).sentence("en") and "same score" not in select_households(
        table, 1, "need"
    ).sentence("en")


@settings(max_examples=40, deadline=None)
@given(requests(scores=st.floats(0, 1, allow_subnormal=False)))
def test_equals_trying_every_list_with_fine_scores(request_):
    expected = every_list(request_)
    if expected is not None:
        table = request_["households"].set_index("household_id")["need"]
        selection = select_households(**request_)
        columns = {name: column.tolist() for name, column in request_["households"].items()}
        rows = [columns["household_id"].index(household) for household in selection.chosen]
        assert len(rows) == request_["n"] and allowed(columns, rows, request_)
        assert table[selection.chosen].sum() == pytest.approx(table[expected].sum(), abs=1e-5)


ASKED = {
    "n": 80,
    "score": "need",
    "per_group": {"rt": (4, 9)},
    "quotas": {"female_head": (25, None), "child": (None, 30), "renter": (6, 10)},
}


def plain_highs(table, n, score, per_group, quotas):
    """The whole integer programme, one variable a household, given to the solver as it stands."""
    rows, low, high = [np.ones(len(table))], [n], [n]
    for column, (least, most) in per_group.items():
        for group in sorted(table[column].unique()):
            rows.append((table[column] == group).to_numpy(float))
            low.append(least or 0)
            high.append(most or np.inf)
    for column, (least, most) in quotas.items():
        rows.append(table[column].to_numpy(float))
        low.append(least or 0)
        high.append(most or np.inf)
    answer = milp(
        -table[score].to_numpy(),
        integrality=np.ones(len(table)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(np.array(rows), low, high),
        options={"mip_rel_gap": 0.0},
    )
    return -answer.fun


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_total_equals_plain_highs(city, seed, coarse):
    table = city(seed=seed, coarse=coarse)
    selection = select_households(table, **ASKED)
    assert len(selection.chosen) == len(set(selection.chosen)) == 80
    assert selection.total_need == pytest.approx(plain_highs(table, **ASKED), abs=1e-4)
    counts = selection.quotas()
    assert (counts["chosen"] >= counts["least"]).all()
    assert (counts["chosen"] <= counts["most"].fillna(10**9)).all()


def test_total_equals_plain_highs_where_a_vast_bound_misled_the_solver():
    # with a most of 2**61 instead of none, HiGHS called a list optimal that was 8 points short
    rng = np.random.default_rng(6)
    need = rng.normal(50, 15, 5000)
    table = pd.DataFrame(
        {
            "household_id": [f"K{i:06d}" for i in rng.permutation(5000)],
            "need": np.clip(np.round(need / 7), 0, 14),
            "rt": [f"{g:02d}" for g in rng.integers(0, 40, 5000)],
            **{f"q{k}": rng.random(5000) < share for k, share in enumerate((0.2, 0.3, 0.1, 0.5))},
        }
    )
    asked = {
        "n": 200,
        "score": "need",
        "per_group": {"rt": (2, 6)},
        "quotas": {"q0": (60, None), "q1": (None, 40), "q2": (25, 50), "q3": (120, None)},
    }
    assert select_households(table, **asked).total_need == plain_highs(table, **asked) == 2348


@st.composite
def half_whole(draw):
    """Quotas that overlap in a ring, so that the linear programme prefers half households and has a gap."""
    flags = [(1, 1, 0), (0, 1, 1), (1, 0, 1), (0, 0, 0)]
    size = draw(st.integers(5, 11))
    kinds = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    need = [draw(st.integers(3, 6) if kind < 3 else st.integers(0, 3)) for kind in kinds]
    table = pd.DataFrame(
        {
            "household_id": [f"k{i:02d}" for i in draw(st.permutations(range(size)))],
            "need": need,
            **{name: [bool(flags[k][j]) for k in kinds] for j, name in enumerate("abc")},
        }
    )
    return {
        "households": table,
        "n": draw(st.integers(2, 5)),
        "score": "need",
        "per_group": {},
        "quotas": {name: (0, draw(st.sampled_from([1, 1, 1, 3]))) for name in "abc"},
        "include": [],
        "exclude": [],
    }


@pytest.mark.parametrize("first", [None, 1])
@settings(max_examples=50, deadline=None)
@given(half_whole())
def test_equals_trying_every_list_where_the_linear_programme_is_not_whole(first, request_):
    expected = every_list(request_)
    if expected is None:
        return
    with mock.patch.object(neediest, "near_first", (lambda limits: first) if first else neediest.near_first):
        selection = select_households(**request_)
        assert selection.chosen == expected
        prices = selection.quotas().set_index("quota")["price"]
    for column, (_, most) in request_["quotas"].items():
        looser = every_list({**request_, "quotas": {**request_["quotas"], column: (0, most + 1)}})
        need = request_["households"].set_index("household_id")["need"]
        assert prices[column] == need[looser].sum() - selection.total_need


def test_ties_are_broken_among_all_lists_of_the_same_total_not_only_those_at_the_prices():
    # here the linear bound is one point above the best list, and the first of the best lists departs from the prices
    flags = {"a": "110111100111", "b": "101100110011", "c": "011110110110"}
    ids = ["k10", "k02", "k01", "k11", "k00", "k07", "k06", "k08", "k05", "k09", "k03", "k04"]
    named = by_lot(ids)
    table = pd.DataFrame(
        {
            "household_id": [named[k] for k in ids],
            "need": [4, 2, 3, 2, 3, 1, 3, 3, 0, 3, 2, 2],
            **{name: [f == "1" for f in row] for name, row in flags.items()},
        }
    )
    request = {
        "households": table,
        "n": 4,
        "score": "need",
        "per_group": {},
        "include": [],
        "exclude": [],
        "quotas": {"a": (1, 2), "b": (0, 2), "c": (1, 3)},
    }
    assert select_households(**request).chosen == every_list(request) == [named[k] for k in ("k10", "k00", "k01", "k05")]


def test_a_household_that_costs_more_than_its_place_is_taken_where_the_gap_has_room_for_it():
    flags = {"a": "01110100", "b": "10101101", "c": "11011101"}
    ids = ["k06", "k02", "k03", "k07", "k00", "k01", "k04", "k05"]
    named = by_lot(ids)
    table = pd.DataFrame(
        {
            "household_id": [named[k] for k in ids],
            "need": [2, 2, 3, 3, 4, 3, 0, 4],
            **{name: [f == "1" for f in row] for name, row in flags.items()},
        }
    )
    request = {
        "households": table,
        "n": 4,
        "score": "need",
        "per_group": {},
        "include": [],
        "exclude": [],
        "quotas": {"a": (1, 1), "b": (0, 3), "c": (0, 3)},
    }
    assert select_households(**request).chosen == every_list(request) == [named[k] for k in ("k00", "k05", "k01", "k04")]


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.booleans(), st.integers(0, 3))
def test_shuffling_the_rows_changes_nothing(city, random, coarse, seed):
    table = city(size=200, seed=seed, coarse=coarse)
    order = list(range(len(table)))
    random.shuffle(order)
    asked = {**ASKED, "n": 50, "per_group": {"rt": (2, 6)}, "quotas": {"female_head": (12, None), "child": (None, 18)}}
    straight = select_households(table, **asked)
    shuffled = select_households(table.iloc[order].reset_index(drop=True), **asked)
    pd.testing.assert_frame_equal(straight.table(), shuffled.table())


@settings(max_examples=40, deadline=None)
@given(requests(), st.integers(2, 9), st.integers(-20, 20))
def test_another_unit_of_the_score_changes_nothing(request_, factor, shift):
    try:
        first = select_households(**request_)
    except InfeasibleSelection:
        return
    table = request_["households"].assign(need=lambda t: t["need"] * factor + shift)
    assert select_households(**{**request_, "households": table}).chosen == first.chosen


@settings(max_examples=40, deadline=None)
@given(requests(most=8))
def test_prices_are_what_one_household_of_room_gains(request_):
    request_ = {**request_, "include": [], "exclude": []}
    table = request_["households"].set_index("household_id")["need"]
    try:
        selection = select_households(**request_)
    except InfeasibleSelection:
        return
    prices = selection.quotas().set_index("quota")["price"]
    for column, (least, most) in request_["quotas"].items():
        looser = [(max(least - 1, 0), most), (least, None if most is None else most + 1)]
        gains = [table[every_list({**request_, "quotas": {**request_["quotas"], column: b}})].sum() for b in looser]
        assert prices[column] == max(gains) - selection.total_need


@settings(max_examples=40, deadline=None)
@given(requests(most=8), st.data())
def test_the_turning_score_turns(request_, data):
    try:
        selection = select_households(**request_)
    except InfeasibleSelection:
        return
    household = data.draw(st.sampled_from(request_["households"]["household_id"].tolist()))
    told = selection.explain(household)
    assert told.selected == (household in selection.chosen)
    if household in (*request_["include"], *request_["exclude"]) or np.isnan(told.turning_score):
        return
    for step, inside in ((0.5, True), (-0.5, False)):
        table = request_["households"].assign(need=lambda t: t["need"].astype(float))
        table.loc[table["household_id"] == household, "need"] = told.turning_score + step
        assert (household in select_households(**{**request_, "households": table}).chosen) is inside


@settings(max_examples=40, deadline=None)
@given(requests())
def test_reasons_are_true(request_):
    try:
        selection = select_households(**request_)
    except InfeasibleSelection:
        return
    table = selection.table("en").set_index("household_id")
    assert table["reason"].notna().all() and (table["reason"] != "").all()
    by_need = table[table["reason"] == "by need"]["score"]
    below = table[table["reason"] == "less needy than the cut-off"]["score"]
    assert table.loc[by_need.index, "selected"].all() and not table.loc[below.index, "selected"].any()
    if len(by_need):
        assert (below < by_need.min()).all()
    limits = selection.quotas().set_index("quota")
    for reason in table[~table["selected"]]["reason"]:
        if reason.startswith("quota full: "):
            for label in reason.removeprefix("quota full: ").replace(" and ", ", ").split(", "):
                assert limits.loc[label, "chosen"] == limits.loc[label, "most"]


@settings(max_examples=50, deadline=None)
@given(requests(most=7))
def test_what_is_named_as_a_clash_is_one_and_is_smallest(request_):
    request_ = {**request_, "include": [], "exclude": []}
    try:
        select_households(**request_)
        return
    except InfeasibleSelection as error:
        named = {(label.split(" = ")[0], side) for label, side in error.clash}
    stated = {
        (column, side)
        for given_ in (request_["per_group"], request_["quotas"])
        for column, b in given_.items()
        for side, bound in zip(("least", "most"), b, strict=True)
        if bound
    }
    stated |= {
        (column, "most")
        for given_ in (request_["per_group"], request_["quotas"])
        for column, b in given_.items()
        if b[1] is not None
    }

    def possible(kept):
        def only(given_):
            return {c: (b[0] if (c, "least") in kept else 0, b[1] if (c, "most") in kept else None) for c, b in given_.items()}

        return every_list({**request_, "per_group": only(request_["per_group"]), "quotas": only(request_["quotas"])}) is not None

    assert not possible(named)
    for fewer in combinations(stated, len(named) - 1):
        assert possible(set(fewer))


def test_smallest_conflict_prefers_the_smaller_of_two():
    conflicts = [set("abc"), set("de")]
    assert smallest_conflict(list("abcde"), lambda kept: not any(c <= set(kept) for c in conflicts)) == frozenset("de")


def test_a_lower_score_can_be_the_needier_one():
    """The list by decile is the list by what the decile falls short of 11; whatever is said of scores is said in deciles."""
    rng = np.random.default_rng(1)
    table = pd.DataFrame(
        {"household_id": [f"k{i:02d}" for i in range(60)], "desil": rng.integers(1, 11, 60), "rt": np.repeat([1, 2, 3], 20)}
    )
    table["mirrored"] = 11 - table["desil"]
    low = select_households(table, 15, "desil", per_group={"rt": (3, 6)}, needier="lower")
    high = select_households(table, 15, "mirrored", per_group={"rt": (3, 6)})
    assert low.chosen == high.chosen and low.total_need == table.set_index("household_id").loc[low.chosen, "desil"].sum()
    assert low.cut_off == 11 - high.cut_off and low.quotas()["price"].tolist() == high.quotas()["price"].tolist()
    assert low.table()["score"].tolist() == (11 - high.table()["score"]).tolist() and low.table()["score"].is_monotonic_increasing
    seen, mirrored = low.public("rt"), high.public("rt")
    pd.testing.assert_series_equal(seen["cut_off"], 11 - mirrored["cut_off"])
    out = next(h for h in table["household_id"] if h not in low.chosen)
    told, other = low.explain(out), high.explain(out)
    assert told.score == 11 - other.score and told.turning_score == 11 - other.turning_score
    assert "makin rendah makin membutuhkan" in low.sentence("id") and "di bawah" in told.sentence("id")
    with pytest.raises(WrongUse, match="needier"):
        select_households(table, 15, "desil", needier="low")


def test_a_score_is_the_name_of_a_column():
    table = pd.DataFrame({"household_id": ["a", "b"], "x": [1.0, 2.0]})
    with pytest.raises(WrongUse, match="registry_decile"):
        select_households(table, 1, {"x": "higher"})
