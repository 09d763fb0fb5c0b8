"""Scorecards of a whole workbook: profiles, rubrics, years, what is not loaded."""

import json

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.indicators.readiness import readiness
from p2wkss_analysis.indicators.rubric import RubricScore
from p2wkss_analysis.indicators.score_change import score_change
from p2wkss_analysis.indicators.scorecards import COLUMNS, scorecards
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate.city import simulate_city
from p2wkss_analysis.tables.profiles.own_file import load_rubric, profile_of

KRPPA = profile_of("krppa")
SITE = "32.76.11.1001"


def lines(answers, profile="krppa", year=2025, village=SITE):
    """The sheet `scores` from a mapping of items to yes/no or numbers."""
    rows = [
        {
            "village_code": village,
            "year": year,
            "profile": profile,
            "item": item,
            "answer": v if isinstance(v, bool) else None,
            "value": None if isinstance(v, bool) else v,
            "note": None,
        }
        for item, v in answers.items()
    ]
    return pd.DataFrame(rows).astype({"answer": "boolean", "value": "float64", "year": "Int64"})


@pytest.fixture
def contest(tmp_path):
    path = tmp_path / "lomba.json"
    items = [
        {"key": "kebun", "label": "kebun gizi", "kind": "yes_no", "weight": 60},
        {"key": "juri", "label": "paparan", "kind": "points", "weight": 40},
    ]
    path.write_text(json.dumps({"name": "Lomba 2026", "total": 100, "items": items}))
    return path


def test_missing_items_are_missing_and_zero_cases_are_flagged():
    cards = scorecards(
        {"scores": lines({"organising": True, "finance": False, "violence_cases": 0.0, "women_in_government": 31.0})}
    )
    card = cards.cards[0].table().set_index("indicator")
    assert card["met"].dropna().to_dict() == {"organising": True, "finance": False, "violence_cases": True}
    assert card.loc["violence_cases", "flag"] == "may be unreported" and np.isnan(card.loc["child_marriages", "value"])
    assert cards.slum is None and cards.families is None and cards.changes == ()
    assert "2 dari 3 indikator KRPPA" in cards.sentence("id") and "tidak dilaporkan" in cards.sentence("id")


def test_two_years_say_what_changed_and_warn_of_zero_counts():
    tables = {
        "scores": pd.concat(
            [
                lines({"finance": False, "violence_cases": 4.0, "child_labour_cases": 1.0}, year=2024),
                lines({"finance": True, "violence_cases": 0.0, "child_labour_cases": 3.0}, year=2025),
            ]
        )
    }
    cards = scorecards(tables)
    ((_, change),) = cards.changes
    table = change.table().set_index("indicator")
    assert table["change"].to_dict()["finance"] == "better" and table.loc["child_labour_cases", "change"] == "worse"
    assert table["flag"].to_dict()["violence_cases"] == "fell to zero" and table.loc["child_labour_cases", "flag"] == "rose"
    assert (table["change"] == "cannot tell").sum() == 7
    assert "tidak lagi dilaporkan" in change.sentence("id") and "no longer be reported" in change.sentence("en")
    assert [card.year for card in cards.latest()] == [2025] and len(cards.cards) == 2


def test_years_and_profiles_that_do_not_fit_are_refused():
    krppa, rbi = (readiness(dict.fromkeys(profile_of(name).keys(), 1), name) for name in ("krppa", "rbi"))
    with pytest.raises(WrongUse, match="berbeda"):
        score_change(krppa, rbi, 2024, 2025)
    with pytest.raises(WrongUse, match="lebih awal"):
        score_change(krppa, krppa, 2025, 2025)


def test_rbi_is_another_profile_and_says_its_list_was_not_found():
    cards = scorecards({"scores": lines({"safe_space": True, "child_marriages": 2.0}, "rbi")})
    assert "1 dari 2 indikator RBI" in cards.sentence("id") and "tidak ditemukan" in cards.sentence("id")
    assert "No official numbered list was found" in readiness(dict.fromkeys(profile_of("rbi").keys()), "rbi").sentence("en")


def test_a_rubric_scores_its_own_lines_and_without_it_they_are_named(contest):
    tables = {"scores": lines({"kebun": True}, "lomba 2026")}
    without = scorecards(tables)
    assert without.not_known == {"lomba 2026": 1} and "Muat rubriknya" in without.sentence("id") and without.table().empty
    cards = scorecards(tables, [contest])
    result = cards.cards[0].result
    assert isinstance(result, RubricScore) and (result.lowest, result.highest) == (60, 100) and not cards.not_known
    assert cards.table()[["measure", "value", "most"]].values.tolist() == [["lowest_total", 60, 100], ["highest_total", 100, 100]]
    assert "antara 60 dan 100 dari 100" in cards.sentence("id")


def test_a_profile_by_path_and_chosen_profiles(contest):
    assert readiness({"kebun": True, "juri": None}, contest).table()["met"].tolist()[0] is True
    tables = {"scores": pd.concat([lines({"finance": True}), lines({"kebun": True}, "Lomba 2026")])}
    assert [c.profile.name for c in scorecards(tables, [load_rubric(contest)], ["Lomba 2026"]).cards] == ["Lomba 2026"]
    only = scorecards(tables, [], ["krppa"])
    assert [c.profile.name for c in only.cards] == ["krppa"] and not only.not_known
    with pytest.raises(WrongUse, match="tidak dikenal"):
        scorecards(tables, [], ["juara"])


def test_faults_of_answers_name_village_and_year(contest):
    with pytest.raises(WrongUse, match=r"32.76.11.1001, 2025.*juri"):
        scorecards({"scores": lines({"juri": 41.0}, "Lomba 2026")}, [contest])
    with pytest.raises(WrongUse, match="dua kali"):
        scorecards({"scores": pd.concat([lines({"finance": True}), lines({"finance": False})])})


def test_an_empty_workbook_is_said():
    for tables in (
        {},
        {"scores": lines({"finance": True}).iloc[:0], "neighbourhoods": pd.DataFrame(), "households": pd.DataFrame()},
    ):
        cards = scorecards(tables)
        assert cards.table().empty and list(cards.table()) == COLUMNS and "tidak memuat data" in cards.sentence("id")


def test_villages_are_called_by_name_where_the_workbook_has_it():
    villages = pd.DataFrame({"village_code": [SITE], "village": ["Bojongsari"]})
    assert "Bojongsari (32.76.11.1001), 2025" in scorecards({"scores": lines({"finance": True}), "villages": villages}).sentence(
        "id"
    )


@pytest.fixture(scope="module")
def city():
    return simulate_city("32.76", seed=3)


def test_a_synthetic_city_has_every_card_and_villages_do_not_change_each_other(city):
    cards = scorecards(city.tables)
    table = cards.table()
    assert {"slum", "iks", "krppa"} <= set(table["card"]) and table["value"].notna().any()
    scores = city.tables["scores"]
    for village in scores["village_code"].unique():
        alone = scorecards({"scores": scores[scores["village_code"] == village], "villages": city.tables["villages"]})
        assert alone.sentences("id")[0] in cards.sentences("id")
    assert cards.text("id") and cards.html("en")


def test_an_rt_with_one_survey_has_its_score_before_and_no_other(city):
    surveys = city.tables["neighbourhoods"]
    first = surveys[surveys["year"] == surveys["year"].min()]
    table = scorecards({"neighbourhoods": first, "sites": city.tables["sites"]}).table()
    assert set(table["measure"]) == {"score_before"} and table["year"].eq(first["year"].min()).all()


def test_cases_of_people_are_in_nothing_that_leaves():
    """The table of a card showed two child marriages in a village, beside a report that hides them."""

    def of(n):
        return scorecards(
            {"scores": pd.concat([lines({"finance": True, "child_marriages": float(n)}, year=y) for y in (2024, 2025)])}
        )

    results = [of(n) for n in range(1, 5)]
    card = results[1].cards[0]
    assert card.table().set_index("indicator").loc["child_marriages", "value"] == 2, "the office keeps its own table"
    row = card.published().set_index("indicator").loc["child_marriages"]
    assert np.isnan(row["value"]) and not row["met"] and row["flag"] == "few cases, hidden"
    for shown in (
        lambda r: r.cards[0].text("id"),
        lambda r: r.cards[0].html("en"),
        lambda r: r.table().to_csv(),
        lambda r: r.sentence("en"),
        lambda r: r.changes[0][1].text("en"),
        lambda r: r.changes[0][1].html("id"),
    ):
        assert len({shown(r) for r in results}) == 1, "one to four look the same"
    assert "fewer than five" in card.text("en") and of(5).cards[0].published().equals(of(5).cards[0].table())
