"""What being a site changed: each outcome within one kabupaten or kota, and over all of them together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from ..city.need import column_name
from ..city.panel import LEAST_YEARS, outcome_panel
from ..dictionary.figures import outcomes, village_figures
from ..dictionary.sheets import one_cut
from ..impact.evaluation import evaluate
from ..impact.panel.panel import Panel
from ..rule import SelectionRule
from ..say import Text, in_both, one_text
from ..say.errors import P2wkssError
from . import texts
from .told import Refused, told

METHOD = "history_adjusted"
WORST = "worst"  # the rule: in every kabupaten and kota the neediest villages on the main outcome, the year before
NUMBERS = ("estimate", "conf_low", "conf_high", "p_value", "smallest_detectable", "n_treated", "n_comparison")
Rule = SelectionRule | str | None


def main_outcome(villages: pd.DataFrame) -> str:
    """The first outcome with years enough to be evaluated anywhere; fixed before any effect is seen."""
    years = {c: villages.loc[villages[c].notna(), "year"].nunique() for c in outcomes() if c in villages}
    return next((c for c, n in years.items() if n >= LEAST_YEARS), next(iter(years)))


def effects_within(
    villages: pd.DataFrame, sites: pd.DataFrame, main: str, rule: Rule, draws: int, seed: int
) -> tuple[list[dict[str, Any]], list[Refused]]:
    """One row an outcome that can be evaluated, the reason for each other one; villages, sites: of one kabupaten or kota."""
    if sites.empty:
        return [], [Refused(c, texts.NO_SITES) for c in outcomes() if c in villages]
    rows, refused = [], []
    for column in (c for c in outcomes() if c in villages):
        found = _effect(villages, sites, column, main, rule, draws, seed)
        if isinstance(found, Text):
            refused.append(Refused(column, found))
        else:
            rows.append(found)
    return rows, refused


def effect_overall(
    villages: pd.DataFrame, sites: pd.DataFrame, column: str, main: str, rule: Rule, draws: int, seed: int
) -> dict[str, Any] | Text:
    """The same for all at once, each village compared within its own kabupaten or kota alone."""
    grouped = villages.assign(regency=villages["village_code"].str[:5])
    return _effect(grouped, sites, column, main, rule, draws, seed, group="regency")


def _effect(
    villages: pd.DataFrame,
    sites: pd.DataFrame,
    column: str,
    main: str,
    rule: Rule,
    draws: int,
    seed: int,
    group: str | None = None,
) -> dict[str, Any] | Text:
    grouped = {} if group is None else {"group": group}
    found = outcome_panel(villages, sites, column, ranking=main if column != main else None, **grouped)
    if isinstance(found, Text):
        return found
    panel, early = found
    try:
        evaluation = evaluate(panel, _rule(rule, panel, main), methods=METHOD, draws=draws, seed=seed)
    except P2wkssError as error:
        return told(error)
    answer = evaluation.headline
    if not answer.runs:
        return one_text(answer.notes)
    name = column_name(column, one_cut(villages))
    return {
        "outcome": column,
        **{number: getattr(answer, number) for number in NUMBERS},
        "left_out": early,
        "note": one_text(answer.notes) if answer.notes else Text("", ""),
        "sentence": in_both(lambda lang: replace(evaluation, panel=replace(panel, outcome=name.say(lang))).sentence(lang)),
    }


def _rule(rule: Rule, panel: Panel, main: str) -> SelectionRule | None:
    """The stated rule for this panel: sites were chosen by the main outcome, which is a column of its own beside another one."""
    by = "outcome" if panel.outcome == main else "ranking"
    within = None if panel.group is None else "group"
    if isinstance(rule, SelectionRule):
        return replace(rule, by=by, within=within)
    if rule is None:
        return None
    sites = panel.sites()
    most = int(sites.groupby(["start"] if within is None else ["start", "group"]).size().max())
    picks = "highest" if village_figures()[main].better == "lower" else "lowest"
    return SelectionRule(by=by, picks=picks, per_year=most, within=within)
