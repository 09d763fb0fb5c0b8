"""KRPPA readiness: ten indicators, no invented total, zero counts flagged."""

import pytest

from p2wkss_analysis.indicators.readiness import krppa_readiness
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.profiles.own_file import profile_of

VILLAGE = {
    "organising": True,
    "disaggregated_data": False,
    "village_rule": 1,
    "finance": 0,
    "women_in_government": 31.5,
    "women_entrepreneurs": 12,
    "children_in_care": None,
    "violence_cases": 0,
    "child_labour_cases": 3,
    "child_marriages": None,
}


def test_what_is_met_and_what_is_not_judged():
    table = krppa_readiness(VILLAGE).table().set_index("indicator")
    assert table["number"].tolist() == list(range(1, 11))
    assert table["met"].astype(object).where(table["met"].notna(), "?").tolist() == [
        True,
        False,
        True,
        False,
        "?",
        "?",
        "?",
        True,
        False,
        "?",
    ]
    assert table["flag"].tolist() == [""] * 7 + ["may be unreported", "", ""]


def test_the_sentence_warns_and_names_what_is_missing():
    sentence = krppa_readiness(VILLAGE).sentence("id")
    assert "3 dari 6" in sentence and "tidak dilaporkan" in sentence and "perkawinan anak" in sentence
    assert "3 of 6" in krppa_readiness(VILLAGE).sentence("en")


@pytest.mark.parametrize(
    "bad",
    [
        {"organising": 2},
        {"women_in_government": 101},
        {"violence_cases": -1},
        {"child_marriages": 1.5},
        {"finance": 0.5},
        {"village_rule": "ya"},
    ],
)
def test_impossible_answers_are_refused(bad):
    with pytest.raises(WrongUse):
        krppa_readiness({**VILLAGE, **bad})


def test_absent_indicators_are_named():
    with pytest.raises(WrongUse, match="finance"):
        krppa_readiness({key: 1 for key in profile_of("krppa").keys() if key != "finance"})  # noqa: SIM118  a profile is no mapping
