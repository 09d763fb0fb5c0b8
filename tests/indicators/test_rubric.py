"""Points by a contest's rubric: by hand, at the targets, with answers missing; never a weight of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.errors import WrongUse
from p2wkss_analysis.indicators.readiness import profile_of
from p2wkss_analysis.indicators.rubric import points, score_rubric
from p2wkss_analysis.tables.score_profile import Item, Profile

BOTH = {"id": "butir", "en": "item"}
ITEMS = (Item("kebun", None, "yes_no", {"id": "kebun gizi", "en": "garden"}, weight=10.0),
         Item("usaha", None, "percent", {"id": "usaha", "en": "business"}, 40.0, 20.0, "proportional"),
         Item("posyandu", None, "count", BOTH, 4.0, 20.0, "all_or_nothing"),
         Item("kekerasan", None, "zero", BOTH, weight=10.0), Item("juri", None, "points", BOTH, weight=40.0))
RUBRIC = Profile("lomba", {"id": "lomba", "en": "contest"}, {"id": "", "en": ""}, {"id": "", "en": ""}, ITEMS)
ANSWERS = {"kebun": True, "usaha": 10, "posyandu": 3, "kekerasan": 0, "juri": 31.5}


def test_points_by_hand():
    result = score_rubric(ANSWERS, RUBRIC)
    assert result.table()["points"].tolist() == [10, 5, 0, 10, 31.5]
    assert result.lowest == result.highest == 56.5 and result.most == 100
    assert "56,50 dari 100" in result.sentence("id") and "56.50 of 100" in result.sentence("en")
    assert "10 angka berasal dari nihil kasus" in result.sentence("id") and "bukan ukuran dampak" in result.sentence("id")


@pytest.mark.parametrize("item, value, got", [
    ("usaha", 40, 20), ("usaha", 39.9, 19.95), ("usaha", 100, 20), ("usaha", 0, 0), ("posyandu", 4, 20), ("posyandu", 3, 0), ("kekerasan", 1, 0),
    ("juri", 40, 40), ("juri", 0, 0)])
def test_at_the_targets(item, value, got):
    assert points(next(i for i in ITEMS if i.key == item), float(value)) == pytest.approx(got)


def test_missing_answers_leave_a_range_and_are_named():
    result = score_rubric({"kebun": None, "usaha": 40, "kekerasan": 2, "juri": 20}, RUBRIC)
    assert (result.lowest, result.highest) == (40, 70)
    assert result.table().set_index("item")["flag"].to_dict() == {"kebun": "missing", "usaha": "", "posyandu": "missing", "kekerasan": "", "juri": ""}
    assert "antara 40 dan 70 dari 100" in result.sentence("id") and "kebun gizi" in result.sentence("id")
    assert result.text("en")


@pytest.mark.parametrize("bad", [{"juri": 41}, {"usaha": 101}, {"posyandu": 1.5}, {"kebun": 2}, {"kebun": "ya"}, {"lain": 1}, {"kekerasan": -1}, {"juri": [1, 2]}])
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


answers = st.fixed_dictionaries({"kebun": st.one_of(st.none(), st.booleans()), "usaha": st.one_of(st.none(), st.floats(0, 100)),
                                 "posyandu": st.one_of(st.none(), st.integers(0, 9)), "kekerasan": st.one_of(st.none(), st.integers(0, 9)),
                                 "juri": st.one_of(st.none(), st.floats(0, 40))})


@settings(max_examples=60, deadline=None)
@given(answers, answers, st.permutations(ITEMS))
def test_the_range_holds_whatever_the_missing_answers_turn_out_to_be(given_answers, truth, order):
    partial = score_rubric(given_answers, RUBRIC)
    assert 0 <= partial.lowest <= partial.highest <= partial.most
    full = score_rubric({k: v if v is not None else truth[k] for k, v in given_answers.items()}, RUBRIC)
    assert partial.lowest - 1e-9 <= full.lowest and full.highest <= partial.highest + 1e-9
    shuffled = score_rubric(given_answers, Profile("x", RUBRIC.labels, {}, {}, tuple(order)))
    assert shuffled.lowest == pytest.approx(partial.lowest) and shuffled.highest == pytest.approx(partial.highest)
