"""Household lists against enumeration of every list, against plain HiGHS, and against shuffling of the rows."""

from itertools import combinations
from unittest import mock

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.errors import InfeasibleSelection, WrongUse
from p2wkss_analysis.targeting import neediest
from p2wkss_analysis.targeting.beneficiaries import select_households
from p2wkss_analysis.targeting.clash import smallest_conflict

COLUMNS = ("rt", "female_head", "child")


SCORES = st.integers(0, 4)


@st.composite
def requests(draw, most=9, scores=SCORES):
    """A small table with many ties, and quotas that may or may not be possible."""
    size = draw(st.integers(2, most))
    table = pd.DataFrame({
        "household_id": [f"k{i}" for i in draw(st.permutations(range(size)))],
        "need": draw(st.lists(scores, min_size=size, max_size=size)),
        "rt": draw(st.lists(st.sampled_from("ABC"), min_size=size, max_size=size)),
        "female_head": draw(st.lists(st.booleans(), min_size=size, max_size=size)),
        "child": draw(st.lists(st.booleans(), min_size=size, max_size=size)),
    })
    n = draw(st.integers(1, size))

    def bounds():
        least = draw(st.integers(0, 3))
        return least, draw(st.one_of(st.none(), st.integers(least, 5)))

    per_group = {"rt": bounds()} if draw(st.booleans()) else {}
    quotas = {column: bounds() for column in ("female_head", "child") if draw(st.booleans())}
    ids = table["household_id"].tolist()
    include = draw(st.sets(st.sampled_from(ids), max_size=1))
    exclude = draw(st.sets(st.sampled_from(ids), max_size=1)) - include
    return {"households": table, "n": n, "score": "need", "per_group": per_group, "quotas": quotas,
                "include": sorted(include), "exclude": sorted(exclude)}


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


def every_list(request):
    """The best list by trying all, and the first of the best by the tie rule; None where none is allowed."""
    ordered = request["households"].sort_values(["need", "household_id"], ascending=[False, True])
    table = {column: ordered[column].tolist() for column in ordered}
    best, found = None, None
    for rows in combinations(range(len(ordered)), request["n"]):  # in the order of the tie rule
        total = sum(table["need"][i] for i in rows)
        if (best is None or total > best) and allowed(table, rows, request):
            best, found = total, [table["household_id"][i] for i in rows]
    return found


@settings(max_examples=150, deadline=None)
@given(requests())
def test_equals_trying_every_list(request_):
    expected = every_list(request_)
    if expected is None:
        with pytest.raises(InfeasibleSelection):
            select_households(**request_)
    else:
        assert select_households(**request_).chosen == expected


@settings(max_examples=60, deadline=None)
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


def city(size=600, seed=0, coarse=False):
    rng = np.random.default_rng(seed)
    need = rng.normal(50, 15, size)
    return pd.DataFrame({
        "household_id": [f"k{i:05d}" for i in rng.permutation(size)],
        "need": np.round(need / 8) if coarse else need,
        "rt": [f"{g:02d}" for g in rng.integers(0, 12, size)],
        "female_head": rng.random(size) < 0.2, "child": rng.random(size) < 0.4, "renter": rng.random(size) < 0.1,
    })


ASKED = {"n": 80, "score": "need", "per_group": {"rt": (4, 9)},
         "quotas": {"female_head": (25, None), "child": (None, 30), "renter": (6, 10)}}


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
    answer = milp(-table[score].to_numpy(), integrality=np.ones(len(table)), bounds=Bounds(0, 1),
                  constraints=LinearConstraint(np.array(rows), low, high), options={"mip_rel_gap": 0.0})
    return -answer.fun


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_total_equals_plain_highs(seed, coarse):
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
    table = pd.DataFrame({
        "household_id": [f"K{i:06d}" for i in rng.permutation(5000)], "need": np.clip(np.round(need / 7), 0, 14),
        "rt": [f"{g:02d}" for g in rng.integers(0, 40, 5000)],
        **{f"q{k}": rng.random(5000) < share for k, share in enumerate((0.2, 0.3, 0.1, 0.5))},
    })
    asked = {"n": 200, "score": "need", "per_group": {"rt": (2, 6)},
             "quotas": {"q0": (60, None), "q1": (None, 40), "q2": (25, 50), "q3": (120, None)}}
    assert select_households(table, **asked).total_need == plain_highs(table, **asked) == 2348


@st.composite
def half_whole(draw):
    """Quotas that overlap in a ring, so that the linear programme prefers half households and has a gap."""
    flags = [(1, 1, 0), (0, 1, 1), (1, 0, 1), (0, 0, 0)]
    size = draw(st.integers(5, 11))
    kinds = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    need = [draw(st.integers(3, 6) if kind < 3 else st.integers(0, 3)) for kind in kinds]
    table = pd.DataFrame({"household_id": [f"k{i:02d}" for i in draw(st.permutations(range(size)))], "need": need,
                          **{name: [bool(flags[k][j]) for k in kinds] for j, name in enumerate("abc")}})
    return {"households": table, "n": draw(st.integers(2, 5)), "score": "need", "per_group": {},
            "quotas": {name: (0, draw(st.sampled_from([1, 1, 1, 3]))) for name in "abc"}, "include": [], "exclude": []}


@pytest.mark.parametrize("first", [None, 1])
@settings(max_examples=80, deadline=None)
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
    table = pd.DataFrame({
        "household_id": ["k10", "k02", "k01", "k11", "k00", "k07", "k06", "k08", "k05", "k09", "k03", "k04"],
        "need": [4, 2, 3, 2, 3, 1, 3, 3, 0, 3, 2, 2], **{name: [f == "1" for f in row] for name, row in flags.items()},
    })
    request = {"households": table, "n": 4, "score": "need", "per_group": {}, "include": [], "exclude": [],
               "quotas": {"a": (1, 2), "b": (0, 2), "c": (1, 3)}}
    assert select_households(**request).chosen == every_list(request) == ["k10", "k00", "k01", "k05"]


def test_a_household_that_costs_more_than_its_place_is_taken_where_the_gap_has_room_for_it():
    flags = {"a": "01110100", "b": "10101101", "c": "11011101"}
    table = pd.DataFrame({
        "household_id": ["k06", "k02", "k03", "k07", "k00", "k01", "k04", "k05"], "need": [2, 2, 3, 3, 4, 3, 0, 4],
        **{name: [f == "1" for f in row] for name, row in flags.items()},
    })
    request = {"households": table, "n": 4, "score": "need", "per_group": {}, "include": [], "exclude": [],
               "quotas": {"a": (1, 1), "b": (0, 3), "c": (0, 3)}}
    assert select_households(**request).chosen == every_list(request) == ["k00", "k05", "k01", "k04"]


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.booleans(), st.integers(0, 3))
def test_shuffling_the_rows_changes_nothing(random, coarse, seed):
    table = city(size=200, seed=seed, coarse=coarse)
    order = list(range(len(table)))
    random.shuffle(order)
    asked = {**ASKED, "n": 50, "per_group": {"rt": (2, 6)}, "quotas": {"female_head": (12, None), "child": (None, 18)}}
    straight = select_households(table, **asked)
    shuffled = select_households(table.iloc[order].reset_index(drop=True), **asked)
    pd.testing.assert_frame_equal(straight.table(), shuffled.table())


@settings(max_examples=60, deadline=None)
@given(requests(), st.integers(2, 9), st.integers(-20, 20))
def test_another_unit_of_the_score_changes_nothing(request_, factor, shift):
    try:
        first = select_households(**request_)
    except InfeasibleSelection:
        return
    table = request_["households"].assign(need=lambda t: t["need"] * factor + shift)
    assert select_households(**{**request_, "households": table}).chosen == first.chosen


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=60, deadline=None)
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


def test_reasons_by_hand():
    table = pd.DataFrame({
        "household_id": list("abcdefg"), "need": [9, 8, 7, 6, 5, 5, 1], "rt": [1, 1, 1, 2, 2, 2, 2],
        "female_head": [False] * 6 + [True],
    })
    selection = select_households(table, 4, "need", per_group={"rt": (None, 2)}, quotas={"female_head": (1, None)},
                                  exclude={"d": "moved_away"})
    assert selection.chosen == ["a", "b", "e", "g"]
    reasons = selection.table("en").set_index("household_id")["reason"]
    assert reasons["a"] == "by need"
    assert reasons["d"] == "excluded: moved away"
    assert reasons["g"] == "serves the quota female_head"
    assert "rt = 1" in reasons["c"]
    quotas = selection.quotas().set_index("quota")
    assert quotas.loc["rt = 1", "price"] == 7 - 5 and quotas.loc["female_head", "price"] == 5 - 1
    assert quotas.loc["rt = 1", "most"] == 2 and quotas.loc["female_head", "chosen"] == 1
    assert "kuota" in selection.explain("c").sentence("id")
    assert selection.table().columns.tolist() == ["household_id", "selected", "score", "reason"]
    assert selection.quotas().columns.tolist() == ["quota", "least", "most", "chosen", "price"]


@settings(max_examples=100, deadline=None)
@given(requests())
def test_reasons_are_true(request_):
    try:
        selection = select_households(**request_)
    except InfeasibleSelection:
        return
    table = selection.table("en").set_index("household_id")
    assert table["reason"].notna().all() and (table["reason"] != "").all()
    by_need = table[table["reason"] == "by need"]["score"]
    below = table[table["reason"] == "score below the cut-off"]["score"]
    assert table.loc[by_need.index, "selected"].all() and not table.loc[below.index, "selected"].any()
    if len(by_need):
        assert (below < by_need.min()).all()
    limits = selection.quotas().set_index("quota")
    for reason in table[~table["selected"]]["reason"]:
        if reason.startswith("quota full: "):
            for label in reason.removeprefix("quota full: ").replace(" and ", ", ").split(", "):
                assert limits.loc[label, "chosen"] == limits.loc[label, "most"]


def test_two_kelurahan_of_a_hundred_each():
    # as in Cilegon 2024: 200 families, half from each of two kelurahan, whatever the need says
    table = city(900).assign(kelurahan=lambda t: np.where(t["rt"] < "04", "Gedong Dalem", "Sukmajaya"))
    selection = select_households(table, 200, "need", per_group={"kelurahan": (100, 100)})
    by_hand = table.sort_values("need", ascending=False).groupby("kelurahan").head(100)
    assert set(selection.chosen) == set(by_hand["household_id"])
    lost = by_hand.groupby("kelurahan")["need"].min()
    assert selection.quotas()["chosen"].tolist() == [100, 100] and lost.size == 2


def test_what_would_bring_a_household_in():
    table = pd.DataFrame({"household_id": list("abcd"), "need": [9, 8, 7, 1], "rt": [1, 1, 1, 2]})
    selection = select_households(table, 3, "need", per_group={"rt": (None, 2)})
    told = selection.explain("c")
    assert not told.selected and told.turning_score == 8
    assert ("rt = 1 at most 3") in told.sentence("en")
    assert "rt = 1 paling banyak 3" in told.sentence("id")
    assert told.table().columns.tolist() == ["household_id", "selected", "score", "turning_score"]


def test_musyawarah_and_its_log():
    table = city(100)
    draft = select_households(table, 20, "need")
    first_out, last_in = draft.table().household_id[20], draft.chosen[-1]
    second = draft.revise(include={draft.table().household_id[60]: "disaster"}, exclude={draft.chosen[0]: "moved_away"},
                          by="Musyawarah RW 02, 3 Februari 2027")
    assert len(second.chosen) == 20 and draft.chosen[0] not in second.chosen
    assert draft.table().household_id[60] in second.chosen
    assert set(draft.chosen) - set(second.chosen) == {draft.chosen[0]}
    third = second.revise(exclude={draft.chosen[1]: "declined"}, by="Musyawarah RW 02, 9 Februari 2027")
    assert first_out in third.chosen and last_in in third.chosen
    log = third.log("id")
    assert log.columns.tolist() == ["step", "by", "household_id", "action", "reason"]
    assert log["step"].tolist() == [1, 1, 2, 2]
    assert log["action"].tolist() == ["include", "exclude", "exclude", "entered"]
    assert log["reason"].tolist()[:2] == ["terkena bencana atau kebakaran", "sudah pindah"]
    back = third.revise(release=[*third.request.include, *third.request.exclude], by="Pembatalan")
    assert back.chosen == draft.chosen and draft.log().empty


@pytest.mark.parametrize("bad", [{"include": {"k00001": "because"}}, {"exclude": {"k00001": ""}},
                                 {"include": {"nobody": "disaster"}}, {"release": ["nobody"]}, {"include": ["k00001"]}])
def test_a_decision_needs_a_known_reason_and_household(bad):
    draft = select_households(city(30), 5, "need")
    with pytest.raises(WrongUse):
        draft.revise(**bad, by="Musyawarah")
    with pytest.raises(WrongUse):
        draft.revise(by=" ")


def clash_of(**asked):
    with pytest.raises(InfeasibleSelection) as error:
        select_households(**asked)
    assert error.value.sentence("id") and error.value.sentence("en")
    return error.value


SMALL = pd.DataFrame({
    "household_id": list("abcdef"), "need": range(6), "rt": list("XXXYYY"),
    "female_head": [True, False, False, False, False, False], "child": [True] * 6, "renter": [False] * 6,
})


def test_a_quota_without_candidates_is_named_alone():
    error = clash_of(households=SMALL, n=4, score="need", per_group={"rt": (1, 3)},
                     quotas={"female_head": (2, None), "child": (1, None)})
    assert error.clash == (("female_head", "least"),)
    assert "calon yang ada 1" in error.sentence("id")


def test_two_quotas_that_clash_are_named_and_no_third():
    error = clash_of(households=SMALL, n=4, score="need", per_group={"rt": (1, None)},
                     quotas={"child": (None, 2), "renter": (None, 1), "female_head": (0, 1)})
    assert error.clash == (("child", "most"),)
    error = clash_of(households=SMALL, n=4, score="need", per_group={"rt": {"X": (None, 1), "Y": (None, 2)}})
    assert set(error.clash) == {("rt = X", "most"), ("rt = Y", "most")}


def test_only_the_groups_that_clash_are_named():
    table = pd.concat([SMALL, SMALL.assign(household_id=list("uvwxyz"), rt=list("ZZZZZZ"))])
    error = clash_of(households=table, n=4, score="need", per_group={"rt": {"X": (3, None), "Y": (3, None), "Z": (1, 6)}})
    assert {label for label, _ in error.clash} <= {"rt = X", "rt = Y", "rt = Z"} and len(error.clash) == 2


def test_too_many_asked_and_too_many_forced():
    assert clash_of(households=SMALL, n=7, score="need").clash == ()
    assert "6" in clash_of(households=SMALL, n=7, score="need").sentence("en")
    error = clash_of(households=SMALL, n=2, score="need", include=["a", "b", "c"])
    assert "included by decision" in error.sentence("en")


@settings(max_examples=80, deadline=None)
@given(requests(most=7))
def test_what_is_named_as_a_clash_is_one_and_is_smallest(request_):
    request_ = {**request_, "include": [], "exclude": []}
    try:
        select_households(**request_)
        return
    except InfeasibleSelection as error:
        named = {(label.split(" = ")[0], side) for label, side in error.clash}
    stated = {(column, side) for given_ in (request_["per_group"], request_["quotas"]) for column, b in given_.items()
              for side, bound in zip(("least", "most"), b, strict=True) if bound}
    stated |= {(column, "most") for given_ in (request_["per_group"], request_["quotas"]) for column, b in given_.items()
               if b[1] is not None}

    def possible(kept):
        def only(given_):
            return {c: (b[0] if (c, "least") in kept else 0, b[1] if (c, "most") in kept else None)
                    for c, b in given_.items()}
        return every_list({**request_, "per_group": only(request_["per_group"]),
                           "quotas": only(request_["quotas"])}) is not None

    assert not possible(named)
    for fewer in combinations(stated, len(named) - 1):
        assert possible(set(fewer))


def test_smallest_conflict_prefers_the_smaller_of_two():
    conflicts = [set("abc"), set("de")]
    assert smallest_conflict(list("abcde"), lambda kept: not any(c <= set(kept) for c in conflicts)) == frozenset("de")


@pytest.mark.parametrize("bad", [
    {"n": 0}, {"n": 2.5}, {"n": True}, {"score": "nothing"}, {"per_group": {"kampung": (1, 2)}},
    {"quotas": {"rt": (1, 2)}}, {"quotas": {"child": (3, 1)}}, {"quotas": {"child": 3}}, {"quotas": {"child": (-1, 2)}},
    {"include": ["nobody"]}, {"include": ["a"], "exclude": ["a"]}, {"include": "a"}, {"include": {"a": "no such reason"}},
    {"per_group": {"rt": {"Q": (1, 2)}}}, {"score": "rt"},
])
def test_wrong_use_is_a_sentence(bad):
    with pytest.raises(WrongUse) as error:
        select_households(**{"households": SMALL, "n": 3, "score": "need", **bad})
    assert error.value.sentence("id") != error.value.sentence("en")


def test_damaged_tables_are_refused():
    with pytest.raises(WrongUse, match="ganda|repeated"):
        select_households(pd.concat([SMALL, SMALL]), 3, "need")
    with pytest.raises(WrongUse, match="a"):
        select_households(SMALL.assign(need=[None, 1, 2, 3, 4, 5]), 3, "need")
    with pytest.raises(WrongUse):
        select_households(SMALL.assign(rt=[None, *"XXYYY"]), 3, "need", per_group={"rt": (1, 2)})
    with pytest.raises(WrongUse):
        select_households(SMALL.drop(columns="household_id"), 3, "need")
    with pytest.raises(WrongUse):
        select_households([1, 2, 3], 3, "need")
    with pytest.raises(WrongUse, match="16"):
        select_households(SMALL.assign(household_id=[f"32760101019000{i:02d}" for i in range(6)]), 3, "need")
    kept = select_households(SMALL.assign(need=[None, 1, 2, 3, 4, 5]), 3, "need", exclude={"a": "not_found"})
    assert kept.chosen == ["f", "e", "d"]
    assert select_households(SMALL.set_index("household_id"), 1, "need").chosen == ["f"]


def test_a_later_change_of_the_table_does_not_reach_the_list():
    table = SMALL.copy()
    draft = select_households(table, 2, "need")
    table["need"] = -table["need"]
    assert draft.revise(exclude={"f": "declined"}, by="Musyawarah").chosen == ["e", "d"]


def test_sentences_in_both_languages():
    selection = select_households(city(300), 40, "need", per_group={"rt": (2, 5)}, quotas={"female_head": (15, None)},
                                  include={"k00003": "promised"})
    assert "Dipilih 40 keluarga dari 300 calon" in selection.sentence("id")
    assert "40 households were chosen from 300" in selection.sentence("en")
    assert "1 dimasukkan" not in selection.sentence("en") and "1 put on the list" in selection.sentence("en")


def test_public_summary_hides_small_cells_and_what_would_give_them_away():
    table = city(400)
    selection = select_households(table, 90, "need", include={"k00003": "promised"})
    public = selection.public("rt")
    assert public.columns.tolist() == ["group", "candidates", "selected", "cut_off", "suppressed"]
    truth = table.assign(selected=table["household_id"].isin(selection.chosen)).groupby("rt")["selected"].agg(["size", "sum"])
    shown = public[~public["suppressed"] & (public["group"] != "all")].set_index("group")
    assert (shown["selected"].astype(int) == truth.loc[shown.index, "sum"]).all()
    assert not ((shown["selected"] > 0) & (shown["selected"] < 5)).any()
    assert not ((shown["candidates"] - shown["selected"] > 0) & (shown["candidates"] - shown["selected"] < 5)).any()
    total = public.set_index("group").loc["all"]
    assert total["selected"] == 90 and total["candidates"] == 400
    assert not set(public.astype(str).to_numpy().ravel()) & set(table["household_id"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=8), st.integers(2, 6))
def test_hidden_groups_cannot_be_found_by_subtraction(cells, smallest):
    from p2wkss_analysis.targeting.public_summary import hide

    selected = np.array([c[0] for c in cells])
    candidates = selected + np.array([c[1] for c in cells])
    hidden = hide(candidates, selected, smallest)
    for count in (selected, candidates - selected):
        assert not ((count[~hidden] > 0) & (count[~hidden] < smallest)).any()
        if hidden.any() and not hidden.all():
            rest = count.sum() - count[~hidden].sum()
            assert rest == 0 or rest >= smallest
    assert hidden.sum() != 1 or len(cells) == 1
