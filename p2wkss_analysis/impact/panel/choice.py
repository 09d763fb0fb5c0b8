"""What the way of choosing means for an evaluation: who could have been chosen, and from when on a site is suspect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...rule import Lots, SelectionRule
from ...say import Text, together
from ...say.errors import WrongUse
from ...say.spoken import spoken
from ..texts import panel as texts
from .drawn_sites import drawn_only, read_draw
from .panel import Panel


@dataclass(frozen=True, eq=False)
class Choice:
    """How sites were chosen, read against one panel.

    kind: "rule", "lots" or "unknown"; lag: years from ranking to start; eligible (N,): could have been chosen, or (N, T) by
    programme year where lots of several years had their own candidates;
    uses_ranking: chosen by the panel's ranking column; rule: the SelectionRule, where there is one; others (N,):
    with lots, sites of other years that were not drawn.
    """

    kind: str
    lag: int
    eligible: np.ndarray
    uses_ranking: bool = False
    rule: SelectionRule | None = None
    others: np.ndarray | None = None

    def eligible_in(self, column: int) -> np.ndarray:
        """(N,) who could have been chosen for the programme year in that column."""
        return self.eligible if self.eligible.ndim == 1 else self.eligible[:, column]

    @property
    def ever_eligible(self) -> np.ndarray:
        """(N,) who could have been chosen in any year."""
        return self.eligible if self.eligible.ndim == 1 else np.asarray(self.eligible.any(1))

    @spoken
    def sentence(self, lang: str | None = None) -> str:
        """How the sites were chosen, for the report."""
        if self.rule is not None:
            return self.rule.sentence(lang)
        if self.kind == "unknown":
            return texts.CHOICE_UNKNOWN.say(lang)
        n = 0 if self.others is None else int(self.others.sum())
        return together([texts.BY_LOTS, texts.NOT_DRAWN.fill(n=n) if n else ""], lang)

    def ranked_by(self, panel: Panel) -> np.ndarray:
        """(N, T) the figure by which sites were chosen: the ranking column, or the outcome itself."""
        return panel.ranking if self.uses_ranking and panel.ranking is not None else panel.values

    def evaluated(self, panel: Panel) -> Panel:
        """The panel an evaluation may use: with lots, only the places drawn are sites."""
        return panel if self.others is None else drawn_only(panel, self.others)


def read_choice(panel: Panel, rule: SelectionRule | Lots | None) -> Choice:
    """The rule, the lots or nothing, as a `Choice`; WrongUse where it contradicts the panel."""
    everyone = np.ones(len(panel.units), bool)
    if rule is None:
        return Choice("unknown", 1, everyone)
    if isinstance(rule, SelectionRule):
        _check_rule(panel, rule)
        return Choice("rule", rule.lag, everyone, rule.by == "ranking", rule)
    if isinstance(rule, Lots):
        eligible, others = read_draw(panel, rule)
        return Choice("lots", 1, eligible, others=others)
    raise WrongUse(texts.RULE_UNKNOWN.fill(kind=type(rule).__name__))


def _check_rule(panel: Panel, rule: SelectionRule) -> None:
    if rule.by == "ranking" and panel.ranking is None:
        raise WrongUse(texts.NO_RANKING_COLUMN)
    if rule.within == "group" and panel.group is None:
        raise WrongUse(texts.NO_GROUPS)
    if rule.lag >= len(panel.years):
        raise WrongUse(texts.LAG_BEYOND_PANEL.fill(lag=rule.lag, n=len(panel.years)))
    most, where = _most_in_a_year(panel, rule)
    if most > rule.per_year:
        raise WrongUse(texts.MORE_SITES_THAN_RULE.fill(k=rule.per_year, most=most, where=where))


def _most_in_a_year(panel: Panel, rule: SelectionRule) -> tuple[int, str]:
    """The most sites that started in one year (and group), and where that was."""
    rows = np.flatnonzero(panel.treated)
    group = panel.group[rows] if rule.within and panel.group is not None else np.full(len(rows), "")
    keys, counts = np.unique([f"{int(s)} {g}".strip() for s, g in zip(panel.start[rows], group, strict=True)], return_counts=True)
    return (int(counts.max()), str(keys[counts.argmax()])) if len(counts) else (0, "")


def ranking_year_sentence(lang: str | None = None) -> str:
    """Why values from the ranking year to the start are excluded from the baseline."""
    return texts.RANKING_YEAR.say(lang)


def sites_explained(panel: Panel, choice: Choice) -> tuple[int, int] | None:
    """How many sites the stated rule would have picked, of how many it can be checked for; None without a rule.

    A site counts when it stands among the `per_year` first of the places still free in its ranking year (and group).
    Few of many means that the stated rule was not the one followed, or not alone.
    """
    if choice.rule is None:
        return None
    figure = choice.ranked_by(panel)
    labels = panel.group.astype(str) if choice.rule.within and panel.group is not None else np.zeros(len(panel.units))
    names, group = np.unique(labels, return_inverse=True)
    order = np.argsort(group, kind="stable")
    of_group = np.split(order, np.searchsorted(group[order], np.arange(1, len(names))))
    hits = total = 0
    for start in panel.cohorts:
        column = int(start - choice.lag - panel.years[0])
        if column < 0:
            continue
        for g in np.unique(group[panel.start == start]):
            here = of_group[g]
            free = here[(panel.start[here] >= start) & np.isfinite(figure[here, column])]
            value = figure[free, column] * (1 if choice.rule.picks == "lowest" else -1)
            chosen = panel.start[free] == start
            if chosen.any():
                cut = np.sort(value)[min(choice.rule.per_year, len(free)) - 1]
                hits, total = hits + int((value[chosen] <= cut).sum()), total + int(chosen.sum())
    return (hits, total) if total else None


def explained_sentence(panel: Panel, choice: Choice, lang: str | None = None) -> str:
    """The same as a sentence, with what else in the panel speaks against the rule; empty without a rule."""
    if choice.rule is None:
        return ""
    found = sites_explained(panel, choice)
    if found is None:
        return texts.RULE_NOT_CHECKED.say(lang)
    return _filled(_doubt(panel, choice, found) or texts.RULE_EXPLAINS, choice.rule, found).say(lang)


def rule_warning(panel: Panel, choice: Choice) -> Text | None:
    """What stands beside the estimates where the stated rule is far from what was done; None where it is not."""
    found = sites_explained(panel, choice)
    if choice.rule is None or found is None:
        return None
    doubt = _doubt(panel, choice, found)
    return None if doubt is None else _filled(doubt, choice.rule, found)


def _filled(text: Text, rule: SelectionRule, found: tuple[int, int]) -> Text:
    return text.fill(hits=found[0], total=found[1], k=rule.per_year)


def _doubt(panel: Panel, choice: Choice, found: tuple[int, int]) -> Text | None:
    """Fewer than three sites in four among those the rule picks, or never as many sites a year as it says."""
    if choice.rule is None:
        return None
    if found[0] < _FAR * found[1]:
        return texts.RULE_NOT_FOLLOWED
    fewer = _most_in_a_year(panel, choice.rule)[0] < choice.rule.per_year
    return texts.FEWER_SITES_THAN_RULE if fewer else None


_FAR = 0.75
