"""The selection rule: what it accepts, refuses, and says."""

import dataclasses

import pytest

from p2wkss_analysis.rule import Lots, SelectionRule
from p2wkss_analysis.say.errors import WrongUse


def test_defaults_are_those_of_the_public_face():
    assert dataclasses.astuple(SelectionRule()) == ("outcome", "lowest", 2, 1, None, False)


def test_rule_cannot_be_changed_afterwards():
    with pytest.raises(dataclasses.FrozenInstanceError):
        SelectionRule().lag = 2


def test_every_fault_is_said_at_once_in_both_languages():
    with pytest.raises(WrongUse) as caught:
        SelectionRule(by="need", picks="worst", per_year=0, lag=0, within="district", returns="no")
    for lang in ("id", "en"):
        said = caught.value.sentence(lang)
        for name in ("by=", "picks=", "per_year=", "lag=", "within=", "returns="):
            assert name in said


@pytest.mark.parametrize("bad", [1.5, True, "2", None])
def test_counts_are_whole_numbers(bad):
    with pytest.raises(WrongUse, match="per_year"):
        SelectionRule(per_year=bad)


def test_sentences_differ_with_the_rule():
    plain = SelectionRule(per_year=3, lag=2, within="group", returns=True)
    assert "3 tempat" in plain.sentence("id") and "2 tahun" in plain.sentence("id")
    assert "in each group" in plain.sentence("en") and "chosen again" in plain.sentence("en")
    assert "highest ranking value" in SelectionRule(by="ranking", picks="highest").sentence("en")


def test_anything_with_drawn_and_candidates_counts_as_lots():
    class Draw:
        drawn = ("a",)
        candidates = ("a", "b")

    assert isinstance(Draw(), Lots) and not isinstance(SelectionRule(), Lots)
