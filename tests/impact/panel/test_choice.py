"""Reading how sites were chosen, and checking it against the sites themselves."""

import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.panel.choice import explained_sentence, read_choice, sites_explained
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.simulate import simulate_panel


def panel_of(made, **options):
    return Panel.from_table(made.table(), outcome="outcome", better="higher", **options)


@pytest.mark.parametrize(
    "planted, stated",
    [
        ("worst", SelectionRule()),
        ("best", SelectionRule(picks="highest")),
        (SelectionRule(lag=3, per_year=3), SelectionRule(lag=3, per_year=3)),
    ],
)
def test_the_planted_rule_accounts_for_every_site(planted, stated):
    panel = panel_of(simulate_panel(rule=planted, seed=1))
    assert sites_explained(panel, read_choice(panel, stated)) == (panel.treated.sum(), panel.treated.sum())


def test_the_planted_rule_within_groups_and_by_column():
    grouped = panel_of(simulate_panel(units=60, groups=3, per_year=1, seed=2), group="group")
    assert sites_explained(grouped, read_choice(grouped, SelectionRule(within="group"))) == (12, 12)
    ranked = panel_of(simulate_panel(rule="column", seed=2), ranking="ranking")
    assert sites_explained(ranked, read_choice(ranked, SelectionRule(by="ranking"))) == (8, 8)


def test_a_rule_that_was_not_followed_accounts_for_few():
    panel = panel_of(simulate_panel(rule="random", seed=4))
    hits, total = sites_explained(panel, read_choice(panel, SelectionRule()))
    assert total == 8 and hits <= 2
    assert f"{hits} dari 8" in explained_sentence(panel, read_choice(panel, SelectionRule()), "id")


def test_the_limits_say_how_sites_were_chosen_and_what_the_rule_accounts_for():
    panel = panel_of(simulate_panel(seed=1))
    told = evaluate(panel, SelectionRule(), ["before_after"]).limits("en")
    assert "8 of the 8 sites" in " ".join(told) and "excluded from a site's baseline" in told[-1]
    unknown = evaluate(panel, None, ["before_after"]).limits("id")
    assert not any("menjelaskan" in text for text in unknown) and "tidak diketahui" in unknown[-2]
