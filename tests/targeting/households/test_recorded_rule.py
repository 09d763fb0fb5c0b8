"""How a list of households was made is kept, stated in the workbook, and read by the evaluation a year later."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis import HouseholdRule, evaluate_households
from p2wkss_analysis.tables.workbook.settings import household_rule, settings_of
from p2wkss_analysis.targeting.households.beneficiaries import select_households


@pytest.fixture(scope="module")
def candidates():
    rng = np.random.default_rng(4)
    welfare = rng.normal(0, 1, 300)
    return pd.DataFrame(
        {
            "household_id": [f"k{i:03d}" for i in range(300)],
            "rt": np.arange(300) % 10 + 1,
            "welfare": welfare,
            "need": np.round(50 - 10 * welfare + rng.normal(0, 6, 300), 1),
            "female_head": rng.random(300) < 0.2,
        }
    )


@pytest.mark.parametrize(
    "more, rule",
    [
        ({}, HouseholdRule("score", "need")),
        ({"quotas": {"female_head": (60, None)}}, HouseholdRule("score", "need", "female_head")),
        ({"quotas": {"female_head": (0, 200)}}, HouseholdRule("score", "need")),  # never met
        ({"per_group": {"rt": (9, 11)}}, HouseholdRule("score", "need", within="rt")),
        ({"per_group": {"rt": (0, 30)}}, HouseholdRule("score", "need")),
    ],
)
def test_a_list_remembers_its_score_and_the_limits_that_were_met(candidates, more, rule):
    assert select_households(candidates, 100, "need", **more).rule() == rule


def test_the_evaluation_reads_the_record_and_finds_no_harm_where_nothing_happened(candidates):
    chosen = select_households(candidates, 100, "need", quotas={"female_head": (30, None)})
    rng = np.random.default_rng(9)
    first = candidates.assign(
        wave=0,
        assisted=candidates["household_id"].isin(chosen.chosen),
        income=100 + 20 * candidates["welfare"] + rng.normal(0, 12, 300),
    )
    last = first.assign(wave=1, income=100 + 20 * candidates["welfare"] + rng.normal(0, 12, 300))
    found = evaluate_households(pd.concat([first, last]), "income", "higher", rule=chosen.rule(), draws=99)
    assert found.choice.followed == 1 and found.headline.method == "given_rule"
    assert found.headline.conf_low <= 0 <= found.headline.conf_high
    plain = next(e for e in found.estimates if e.method == "ancova")
    assert plain.conf_high < 0, "what the first visit alone would have called harm"


@pytest.mark.parametrize(
    "rule",
    [
        HouseholdRule("score", "choice_figure"),
        HouseholdRule("register", "registry_decile", "women_business", "rt", 4),
        HouseholdRule("draw", within="rt"),
        HouseholdRule("whole_rt"),
        HouseholdRule("baseline", "women_income_rupiah_month"),
    ],
)
def test_what_is_stated_in_the_workbook_is_the_rule_again(rule):
    first = pd.DataFrame({"wave": [0], "choice_figure": [2.0 if "choice_figure" in rule.columns else np.nan]})
    assert household_rule(settings_of(rule), first) == rule


def test_it_is_said_what_to_write_into_the_workbook(candidates):
    own = select_households(candidates, 100, "need", per_group={"rt": (9, 11)}, quotas={"female_head": (30, None)})
    said = own.record_sentence("id")
    assert "cara memilih KK binaan = skor" in said and "dipilih di tiap RT = ya" in said
    assert "Salin need ke kolom Angka penentu saat dipilih" in said
    assert "female_head" not in said, "the sheet has no such column"
    decile = candidates.rename(columns={"need": "registry_decile"})
    said = select_households(decile, 100, "registry_decile", needier="lower").record_sentence("en")
    assert (
        said
        == "For the later evaluation, fill in on the sheet Settings: how households were chosen = register and column that decided = Registry decile."
    )
