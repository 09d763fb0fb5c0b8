"""Household lists by hand: reasons, decisions of a musyawarah, clashes named, wrong use, what may be published."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.disclosure.in_fives import MARGIN
from p2wkss_analysis.say.errors import InfeasibleSelection, WrongUse
from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.households.public_summary import public_summary


def test_reasons_by_hand():
    table = pd.DataFrame(
        {
            "household_id": list("abcdefg"),
            "need": [9, 8, 7, 6, 5, 5, 1],
            "rt": [1, 1, 1, 2, 2, 2, 2],
            "female_head": [False] * 6 + [True],
        }
    )
    selection = select_households(
        table, 4, "need", per_group={"rt": (None, 2)}, quotas={"female_head": (1, None)}, exclude={"d": "moved_away"}
    )
    assert selection.chosen == ["a", "b", "f", "g"], "e and f have the same score: lots decide"
    reasons = selection.table("en").set_index("household_id")["reason"]
    assert reasons["a"] == "by need"
    assert reasons["d"] == "excluded: moved away"
    assert reasons["g"] == "meets the quota female_head"
    assert "rt = 1" in reasons["c"]
    quotas = selection.quotas().set_index("quota")
    assert quotas.loc["rt = 1", "price"] == 7 - 5 and quotas.loc["female_head", "price"] == 5 - 1
    assert quotas.loc["rt = 1", "most"] == 2 and quotas.loc["female_head", "chosen"] == 1
    assert "kuota" in selection.explain("c").sentence("id")
    assert selection.table().columns.tolist() == ["household_id", "selected", "score", "reason", "waiting", "rt"]
    assert selection.quotas().columns.tolist() == ["quota", "least", "most", "chosen", "price"]


def test_two_kelurahan_of_a_hundred_each(city):
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


def test_musyawarah_and_its_log(city):
    table = city(100)
    draft = select_households(table, 20, "need")
    first_out, last_in = draft.table().household_id[20], draft.chosen[-1]
    second = draft.revise(
        include={draft.table().household_id[60]: "disaster"},
        exclude={draft.chosen[0]: "moved_away"},
        by="Musyawarah RW 02, 3 Februari 2027",
    )
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


@pytest.mark.parametrize(
    "bad",
    [
        {"include": {"k00001": "because"}},
        {"exclude": {"k00001": ""}},
        {"include": {"nobody": "disaster"}},
        {"release": ["nobody"]},
        {"include": ["k00001"]},
    ],
)
def test_a_decision_needs_a_known_reason_and_household(city, bad):
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


SMALL = pd.DataFrame(
    {
        "household_id": list("abcdef"),
        "need": range(6),
        "rt": list("XXXYYY"),
        "female_head": [True, False, False, False, False, False],
        "child": [True] * 6,
        "renter": [False] * 6,
    }
)


def test_a_quota_without_candidates_is_named_alone():
    error = clash_of(
        households=SMALL, n=4, score="need", per_group={"rt": (1, 3)}, quotas={"female_head": (2, None), "child": (1, None)}
    )
    assert error.clash == (("female_head", "least"),)
    assert "calon yang ada 1" in error.sentence("id")


def test_two_quotas_that_clash_are_named_and_no_third():
    error = clash_of(
        households=SMALL,
        n=4,
        score="need",
        per_group={"rt": (1, None)},
        quotas={"child": (None, 2), "renter": (None, 1), "female_head": (0, 1)},
    )
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


@pytest.mark.parametrize(
    "bad",
    [
        {"n": 0},
        {"n": 2.5},
        {"n": True},
        {"score": "nothing"},
        {"per_group": {"kampung": (1, 2)}},
        {"quotas": {"rt": (1, 2)}},
        {"quotas": {"child": (3, 1)}},
        {"quotas": {"child": 3}},
        {"quotas": {"child": (-1, 2)}},
        {"include": ["nobody"]},
        {"include": ["a"], "exclude": ["a"]},
        {"include": "a"},
        {"include": {"a": "no such reason"}},
        {"per_group": {"rt": {"Q": (1, 2)}}},
        {"score": "rt"},
    ],
)
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


def test_sentences_in_both_languages(city):
    selection = select_households(
        city(300), 40, "need", per_group={"rt": (2, 5)}, quotas={"female_head": (15, None)}, include={"k00003": "promised"}
    )
    assert "Dipilih 40 keluarga dari 300 calon" in selection.sentence("id")
    assert "40 households were chosen from 300" in selection.sentence("en")
    assert "dengan semua kuota" in selection.sentence("id")
    assert "kuota" not in select_households(city(300), 40, "need").sentence("id")  # there is none
    assert "1 dimasukkan" not in selection.sentence("en") and "1 household was put on the list" in selection.sentence("en")


def test_a_public_summary_is_in_fives_and_near_the_truth(city):
    table = city(400)
    selection = select_households(table, 90, "need", include={"k00003": "promised"})
    public = selection.public("rt").set_index("group")
    assert public.columns.tolist() == ["candidates", "selected", "cut_off"]
    truth = table.assign(selected=table["household_id"].isin(selection.chosen)).groupby("rt")["selected"].agg(["size", "sum"])
    for group, row in truth.rename(index=str).iterrows():
        if group in public.index:
            assert (
                abs(public.loc[group, "candidates"] - row["size"]) <= MARGIN
                and abs(public.loc[group, "selected"] - row["sum"]) <= MARGIN
            )
    assert (public[["candidates", "selected"]] % 5 == 0).all(axis=None) and (public["selected"] <= public["candidates"]).all()
    assert public["cut_off"].isna().all(), "each score is one family's own"
    assert not set(public.reset_index().astype(str).to_numpy().ravel()) & set(table["household_id"])


def test_a_cut_off_is_told_where_five_share_it_and_empty_groups_have_a_name(city):
    table = city(400).assign(
        need=lambda d: np.round(d["need"], -3), rt=lambda d: d["rt"].astype(object).where(d.index % 7 > 0, None)
    )
    public = select_households(table, 90, "need").public("rt").set_index("group")
    assert public["cut_off"].notna().any() and "not_filled_in" in public.index and public.index[-1] == "all"


@pytest.mark.parametrize("by", ["household_id", "need"])
def test_no_public_summary_by_single_families(city, by):
    with pytest.raises(WrongUse):
        select_households(city(60), 10, "need").public(by)


def test_two_public_lists_do_not_tell_that_one_family_of_an_rt_was_chosen():
    rt, candidates = pd.Series(["01"] * 20 + ["02"] * 30), {"01": 20, "02": 30}

    def selected(k, before=None):
        chosen = np.array([i < k for i in range(20)] + [i < 20 - k for i in range(30)])
        table = public_summary(rt, chosen, np.arange(50.0), np.zeros(50), candidates, before).iloc[:2]
        return dict(zip(table["group"], table["selected"], strict=True))

    first = selected(10)
    assert all(selected(k, selected(k)) == selected(k) for k in range(21)), "what did not change stays"
    assert first["01"] == 10 and sum(selected(k, first)["01"] == 5 for k in range(21)) >= 2
