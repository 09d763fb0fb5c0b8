"""The rule by which households were chosen, as data."""

import pandas as pd
import pytest

from p2wkss_analysis import HouseholdRule
from p2wkss_analysis.rule import BY
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.workbook.settings import household_rule, settings_of


@pytest.mark.parametrize(("given", "said"), [
    ({"by": "guess"}, "choose one of draw, register"),
    ({"by": "register"}, "needs 1 to 4 columns, not 0"),
    ({"by": "draw", "columns": ("a", "b")}, "needs 0 to 1 columns, not 2"),
    ({"by": "draw", "quotas": "widow"}, "Quotas have no place"),
    ({"by": "draw", "within": "rw"}, "choose \"rt\" or None"),
    ({"by": "score", "columns": ("a", "b"), "cut": 2}, "a rule of one column"),
    ({"by": "score", "columns": "a", "cut": float("nan")}, "cut must be a number"),
    ({"by": "score", "columns": (1,)}, "must be text"),
])  # fmt: skip
def test_what_does_not_fit_is_named(given, said):
    with pytest.raises(WrongUse) as caught:
        HouseholdRule(**given)
    assert said in caught.value.sentence("en") and "Aturan pemilihan KK" in caught.value.sentence("id")


def test_every_fault_at_once():
    with pytest.raises(WrongUse) as caught:
        HouseholdRule("draw", ("x", "z"), quotas="y", within="kota")
    assert caught.value.sentence("en").count(".") == 4


@pytest.mark.parametrize("by", BY)
def test_each_rule_is_a_sentence_in_both_languages(by):
    rule = HouseholdRule(by, ("decile",) if BY[by][0] else ())
    assert rule.sentence("id").startswith("KK") or rule.sentence("id").startswith("Cara")
    assert "ouseholds" in rule.sentence("en") and rule.table().loc[0, "by"] == by


def test_columns_and_quotas_may_be_one_name_or_several():
    one, several = HouseholdRule("score", "need", quotas="widow"), HouseholdRule("score", ["need", "income"], quotas=["widow"])
    assert one.columns == ("need",) and several.columns == ("need", "income") and one.quotas == several.quotas == ("widow",)


def test_a_draw_among_some_is_told_as_one_and_reads_its_chances_from_the_sheet():
    rule = HouseholdRule("draw", "draw_chance_percent", within="rt")
    assert settings_of(rule) == {"household_rule": "draw", "household_rule_within_rt": "yes"}
    first = pd.DataFrame({"wave": [0, 0], "draw_chance_percent": [50.0, None]})
    assert household_rule(settings_of(rule), first) == rule
    assert household_rule({"household_rule": "draw"}, first.assign(draw_chance_percent=None)) == HouseholdRule("draw")
    assert rule.sentence("en") == "Assisted households were chosen by lot among the households near the cut, in each RT."
