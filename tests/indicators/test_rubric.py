"""Points by a contest's rubric: by hand, at the targets, with answers missing; never a weight of our own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.indicators.rubric import points, score_rubric
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.profiles.own_file import profile_of
from p2wkss_analysis.tables.profiles.profile import Item, Profile

BOTH = Text("butir", "item")
ITEMS = (
    Item("kebun", None, "yes_no", Text("kebun gizi", "garden"), weight=10.0),
    Item("usaha", None, "percent", Text("usaha", "business"), 40.0, 20.0, "proportional"),
    Item("posyandu", None, "count", BOTH, 4.0, 20.0, "all_or_nothing"),
    Item("kekerasan", None, "zero", BOTH, weight=10.0),
    Item("juri", None, "points", BOTH, weight=40.0),
)
RUBRIC = Profile("lomba", Text("lomba", "contest"), Text("", ""), Text("", ""), ITEMS)
ANSWERS = {"kebun": True, "usaha": 10, "posyandu": 3, "kekerasan": 0, "juri": 31.5}


def test_points_by_hand():
    result = score_rubric(ANSWERS, RUBRIC)
    assert result.table()["points"].tolist() == [10, 5, 0, 10, 31.5]
    assert result.lowest == result.highest == 56.5 and result.most == 100
    assert "antara 56,50 dan 76,50 dari 100" in result.sentence("id"), "three posyandu are not told, four would earn 20"
    assert "56.50 of 100" in score_rubric({**ANSWERS, "posyandu": 0}, RUBRIC).sentence("en")
    assert "10 poin berasal dari nihil kasus" in result.sentence("id") and "bukan ukuran dampak" in result.sentence("id")


@pytest.mark.parametrize(
    "item, value, got",
    [
        ("usaha", 40, 20),
        ("usaha", 39.9, 19.95),
        ("usaha", 100, 20),
        ("usaha", 0, 0),
        ("posyandu", 4, 20),
        ("posyandu", 3, 0),
        ("kekerasan", 1, 0),
        ("juri", 40, 40),
        ("juri", 0, 0),
    ],
)
def test_at_the_targets(item, value, got):
    assert points(next(i for i in ITEMS if i.key == item), float(value)) == pytest.approx(got)


def test_missing_answers_leave_a_range_and_are_named():
    result = score_rubric({"kebun": None, "usaha": 40, "kekerasan": 2, "juri": 20}, RUBRIC)
    assert (result.lowest, result.highest) == (40, 70)
    assert result.table().set_index("item")["flag"].to_dict() == {
        "kebun": "missing",
        "usaha": "",
        "posyandu": "missing",
        "kekerasan": "",
        "juri": "",
    }
    assert "antara 40 dan 70 dari 100" in result.sentence("id") and "kebun gizi" in result.sentence("id")
    assert result.text("en")


@pytest.mark.parametrize(
    "bad",
    [
        {"juri": 41},
        {"usaha": 101},
        {"posyandu": 1.5},
        {"kebun": 2},
        {"kebun": "ya"},
        {"lain": 1},
        {"kekerasan": -1},
        {"juri": [1, 2]},
    ],
)
def test_answers_that_cannot_be_are_refused_by_name(bad):
    with pytest.raises(WrongUse, match=next(iter(bad))):
        score_rubric({**ANSWERS, **bad}, RUBRIC)


def test_all_bad_answers_are_named_at_once():
    with pytest.raises(WrongUse) as caught:
        score_rubric({"juri": 41, "usaha": -1, "kebun": "x"}, RUBRIC)
    assert all(name in caught.value.sentence("id") for name in ("juri", "usaha", "kebun"))


def test_a_profile_without_weights_is_no_rubric():
    with pytest.raises(WrongUse, match="bukan rubrik"):
        score_rubric({}, profile_of("krppa"))


answers = st.fixed_dictionaries(
    {
        "kebun": st.one_of(st.none(), st.booleans()),
        "usaha": st.one_of(st.none(), st.floats(0, 100)),
        "posyandu": st.one_of(st.none(), st.integers(0, 9)),
        "kekerasan": st.one_of(st.none(), st.integers(0, 9)),
        "juri": st.one_of(st.none(), st.floats(0, 40)),
    }
)


@settings(max_examples=60, deadline=None)
@given(answers, answers, st.permutations(ITEMS))
def test_the_range_holds_whatever_the_missing_answers_turn_out_to_be(given_answers, truth, order):
    partial = score_rubric(given_answers, RUBRIC)
    assert 0 <= partial.lowest <= partial.highest <= partial.most
    full = score_rubric({k: v if v is not None else truth[k] for k, v in given_answers.items()}, RUBRIC)
    assert partial.lowest - 1e-9 <= full.lowest and full.highest <= partial.highest + 1e-9
    shuffled = score_rubric(given_answers, Profile("x", RUBRIC.labels, Text("", ""), Text("", ""), tuple(order)))
    assert shuffled.lowest == pytest.approx(partial.lowest) and shuffled.highest == pytest.approx(partial.highest)


def one_count(n, weight=60.0, target=10.0, rule="proportional"):
    """A contest of one count beside a yes/no item."""
    items = (
        Item("kawin", None, "count", Text("perkawinan anak", "child marriages"), target, weight, rule),
        Item("kebun", None, "yes_no", BOTH, weight=100 - weight),
    )
    return score_rubric({"kawin": n, "kebun": True}, Profile("l", BOTH, Text("", ""), Text("", ""), items))


def test_points_and_total_do_not_bring_a_hidden_count_back():
    """Three of a target of ten at a weight of 60 made 18 points and a total of 58: 18 / 60 x 10 = 3."""
    results = [one_count(n) for n in range(1, 5)]
    assert results[2].table()["points"].tolist() == [18, 40] and results[2].lowest == 58, "the office keeps its own figures"
    for shown in (
        lambda r: r.published().to_csv(),
        lambda r: r.told,
        lambda r: r.text("en"),
        lambda r: r.html("id"),
        lambda r: r.sentence("id"),
    ):
        assert len({shown(r) for r in results}) == 1, "one to four look the same"
    assert (
        results[0].told == (46, 64)
        and "between 46 and 64 of 100" in results[0].finding("en")
        and "counts below 5 are hidden" in results[0].finding("en")
    )
    assert one_count(5).published().equals(one_count(5).table()) and one_count(0).told == (40, 40)


def test_points_that_tell_nothing_of_a_hidden_count_stay():
    far = one_count(3, rule="all_or_nothing")
    assert far.published()["points"].tolist() == [0, 40] and far.told == (40, 40) and "40 of 100" in far.finding("en")
    near = one_count(3, target=3.0, rule="all_or_nothing")  # 60 points would say three or four
    assert np.isnan(near.published()["points"].iloc[0]) and near.told == (40, 100)
    result = score_rubric({**ANSWERS, "kekerasan": 2}, RUBRIC).published().set_index("item")
    assert np.isnan(result.loc["kekerasan", "value"]) and result.loc["kekerasan", "points"] == 0


@settings(max_examples=40, deadline=None)
@given(answers)
def test_the_totals_told_hold_the_true_ones(given_answers):
    result = score_rubric(given_answers, RUBRIC)
    assert result.told[0] <= result.lowest + 1e-9 and result.highest <= result.told[1] + 1e-9
