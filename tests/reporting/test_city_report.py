"""The city's report on a city with a known truth: what is planted is found, and nothing else is claimed."""

from dataclasses import replace

import pytest
from city_blocks import tables, words

from p2wkss_analysis.reporting.stories.city.texts import before_after as before_after_texts

CAPTIONS = (before_after_texts.HOUSEHOLD_TABLE, before_after_texts.VILLAGE_TABLE, before_after_texts.SCORE_TABLE)
VILLAGE_EFFECT, INCOME_EFFECT = -4.0, 250_000.0  # what `simulate_city` plants by default


def test_the_ledger_covers_the_effect_planted_in_the_villages(city_documents):
    by_cohort, by_year = tables(city_documents["id"], "common_change", "selection_rebound", "programme_effect")
    for table in (by_cohort, by_year):
        whole = table.frame.iloc[-1]
        assert whole["conf_low"] <= VILLAGE_EFFECT <= whole["conf_high"] < 0
        assert whole["observed_change"] == pytest.approx(
            whole["common_change"] + whole["selection_rebound"] + whole["programme_effect"]
        )


def test_the_households_main_answer_covers_the_planted_income_at_every_visit(city_documents, city):
    rows = tables(city_documents["en"], "when", "estimate", "n_treated")[0].frame
    planted = city.truth[city.truth["outcome"] == "women_income_rupiah_month"].set_index("wave")["effect"]
    assert rows["wave"].tolist() == [1, 2, 3] and planted[1] == INCOME_EFFECT
    for row in rows.itertuples():
        assert row.conf_low <= planted[row.wave] <= row.conf_high, row.wave
    assert rows["conf_low"].iloc[0] > 0


def test_before_and_after_stands_early_and_is_called_change(city_answers, city_documents, city):
    for lang, document in city_documents.items():
        assert [c.key for c in document.chapters][3] == before_after_texts.KEY.say(lang)
        own = tables(document, "before", "difference")
        assert len(own) == 3 and all(say.say(lang) == t.caption for say, t in zip(CAPTIONS, own, strict=True))
        told = words(document)
        assert before_after_texts.CHANGE.say(lang) in told and city_answers.before_after().sentence(lang) in told
    planted = city.truth[city.truth["outcome"] == "women_income_rupiah_month"].set_index("wave")["effect"][1]
    row = city_answers.before_after().of("household").iloc[0]
    assert row["difference"] - row["other_difference"] == pytest.approx(planted, abs=50_000)


def test_how_families_were_chosen_is_said_and_followed(city_answers, city_documents):
    assert (
        city_answers.checked.household_rule.by == "register"
        and city_answers.households().main.rule == city_answers.checked.household_rule
    )
    for lang, document in city_documents.items():
        told = words(document)
        assert city_answers.households().choice_sentence(lang) in told and city_answers.households().sentence(lang) in told
        assert "choice_figure" not in told and "nilai awal yang sama" not in told and "same first value" not in told
    assert "T+2" in city_answers.households().sentence("id")  # what is left of it at the latest visit
    own = tables(city_documents["en"], "when", "estimate", "n_treated")[0]
    assert "same" not in own.caption and "middle of the range" not in own.note


def test_nothing_is_claimed_where_nothing_is_planted(city_answers, city_documents):
    claimed = {o.outcome.key for o in city_answers.households().others if o.p_holm < 0.05}
    assert claimed <= {"latrine", "healthy_family_index"}, (
        "the healthy latrine is planted, and is one of the twelve items of the index"
    )
    latrine = next(o.answer for o in city_answers.households().others if o.outcome.key == "latrine")
    assert latrine.conf_low <= 15.0 <= latrine.conf_high and latrine.conf_low > 0 and "latrine" in claimed
    several = city_answers.effect().several.table("en")
    assert several["p_max_t"].iloc[0] < 0.05 and (several["p_max_t"].iloc[1:] > 0.05).all()
    said = city_answers.households().others_sentence("en")
    assert "Healthy latrine" in said and "Clean water" not in said and "Expenditure" not in said
    assert "A woman runs a business" not in said and said in words(city_documents["en"])


def test_slum_scores_show_the_ministrys_figure_beside_why_it_is_no_outcome(city_documents):
    table = tables(city_documents["en"], "score_before", "score_after", "contribution")[0]
    assert "no evidence of impact" in table.note
    own = table.frame[table.frame["role"] == "site"]
    assert (own["score_change"].astype(float) <= 0).mean() > 0.8


def test_the_summary_says_on_what_each_answer_hangs_and_leaves_the_exact_words_to_the_chapters(city_answers, city_documents):
    for lang, document in city_documents.items():
        summary = document.chapters[0]
        told = words(replace(document, chapters=(summary,)))
        assert (
            city_answers.households().condition_sentence(lang) in told
            and city_answers.effect().other_assumption_sentence(lang) in told
        )
        assert city_answers.need().choice_sentence(lang) in told and city_answers.sites().hits_sentence(lang) in told
        assert "Holm" not in told and "p dua sisi" not in told and "two-sided" not in told and "masuk 1 besar" not in told
        assert city_answers.sites().audit.sentence(lang) in words(document), "the exact sentence stays in its chapter"
