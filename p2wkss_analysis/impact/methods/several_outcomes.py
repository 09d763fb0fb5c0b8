"""Several outcomes at once: p-values that allow for having looked at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...display import Shown
from ...rule import Lots, SelectionRule
from ...say import Text
from ...say.errors import NotEnoughData, WrongUse
from ...tables.whole_number import check_whole
from ..estimate import Estimate
from ..history.counterfactual import Pool
from ..history.given_history import GivenHistory, given_history, history_adjusted
from ..history.placebo import draw_placebos
from ..history.years_since import joint_draws
from ..panel.choice import read_choice
from ..panel.panel import Panel
from ..texts import methods as texts


@dataclass(frozen=True, eq=False)
class SeveralOutcomes(Shown):
    """The headline of each outcome, the first being the one named before looking, with max-t p-values.

    outcomes (O,) names; answers (O,) `Estimate`; p_max_t (O,) two-sided, over all outcomes together.
    """

    outcomes: tuple[str, ...]
    answers: tuple[Estimate, ...]
    p_max_t: np.ndarray

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """The columns of an evaluation, with p_max_t after p_value."""
        table = pd.DataFrame([a.row(o, lang) for o, a in zip(self.outcomes, self.answers, strict=True)])
        table.insert(table.columns.get_loc("p_value") + 1, "p_max_t", self.p_max_t)
        table["headline"] = np.arange(len(table)) == 0
        return table

    def sentence(self, lang: str | None = None) -> str:
        """How many outcomes were looked at, and the least p over all of them."""
        return texts.SEVERAL_OUTCOMES.say(lang, n=len(self.outcomes), names=self.outcomes, p=float(self.p_max_t.min()))


def evaluate_outcomes(
    panels: Iterable[Panel],
    rule: SelectionRule | Lots | Sequence[SelectionRule | Lots | None] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> SeveralOutcomes:
    """`history_adjusted` for several panels of the same places, sites and years, with max-t p-values.

    Placebo places are drawn once and serve every outcome, so that outcomes keep their dependence; the largest
    standardised deviation of each draw gives the joint p (Westfall and Young 1993). rule: one for all, or one for each
    panel, since sites chosen by one outcome were chosen by another column where the others are judged. Not for one outcome,
    nor for choosing among outcomes afterwards.

    >>> from p2wkss_analysis.impact.panel.panel import Panel
    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(units=30, seed=1).table().assign(other=simulate_panel(units=30, seed=2).values.ravel())
    >>> panels = [Panel.from_table(table, outcome=name, better="higher") for name in ("outcome", "other")]
    >>> evaluate_outcomes(panels, draws=99).table()["outcome"].tolist()
    ['outcome', 'other']
    """
    return beside(None, panels, rule, draws, seed)


def beside(
    first: GivenHistory | Text | None,
    panels: Iterable[Panel],
    rule: SelectionRule | Lots | Sequence[SelectionRule | Lots | None] | None,
    draws: int,
    seed: int,
) -> SeveralOutcomes:
    """The same where the first outcome was evaluated before: `first` are its expected paths, by the same rule, draws and seed."""
    check_whole("draws", draws, 99)
    check_whole("seed", seed, 0)
    panels = list(panels)
    if len(panels) < 2 or any(
        list(p.units) != list(panels[0].units) or not np.array_equal(p.start, panels[0].start) for p in panels
    ):
        raise WrongUse(texts.NOT_ALIKE)
    rules = list(rule) if isinstance(rule, Sequence) else [rule] * len(panels)
    if len(rules) != len(panels):
        raise WrongUse(texts.RULE_FOR_EACH.fill(n=len(rules), panels=len(panels)))
    choices = [read_choice(panel, own) for panel, own in zip(panels, rules, strict=True)]
    panels = [choice.evaluated(panel) for panel, choice in zip(panels, choices, strict=True)]
    given = list[GivenHistory]()
    for panel, choice in zip(panels, choices, strict=True):
        found = given_history(panel, choice, draws, seed) if first is None or given else first
        if isinstance(found, Text):
            raise NotEnoughData(texts.OUTCOME_WITHOUT_ANSWER.fill(outcome=panel.outcome, why=found))
        given.append(found)
    given = _same_placebos(given, draws, seed)
    largest, sizes = np.zeros(1), []
    for number_, one in enumerate(given):
        weights = one.site_weights() / len(one.errors)
        sums = joint_draws(replace(one, seed=seed + 1000 * number_), [weights])[:, 0]
        sd = np.sqrt((sums**2).mean())
        sd = sd if sd > one.rounding else np.inf  # without scatter no size is unlikely, as in the test of this outcome alone
        largest = np.maximum(largest, np.abs(sums) / sd)
        sizes.append(abs(one.contrast(weights)[0]) / sd)
    p = (1 + (largest[:, None] >= np.array(sizes)).sum(0)) / (len(largest) + 1)
    return SeveralOutcomes(tuple(p.outcome for p in panels), tuple(history_adjusted(one) for one in given), p)


def _same_placebos(given: list[GivenHistory], draws: int, seed: int) -> list[GivenHistory]:
    """The same with pools cut to the places every outcome can use, and one draw for all."""
    keys = [[(pool.start, tuple(pool.sites)) for pool in one.paths.pools] for one in given]
    if any(key != keys[0] for key in keys):
        raise NotEnoughData(texts.SITES_DIFFER)
    common = [set.intersection(*(set(one.paths.pools[k].places) for one in given)) for k in range(len(keys[0]))]
    cut = [
        replace(one, paths=replace(one.paths, pools=tuple(
            _only(pool, places) for pool, places in zip(one.paths.pools, common, strict=True))))
        for one in given
    ]  # fmt: skip
    placebos = draw_placebos(cut[0].paths.pools, draws, seed)
    return [replace(one, placebos=placebos) for one in cut]


def _only(pool: Pool, places: set[int]) -> Pool:
    keep = np.isin(pool.places, list(places))
    return replace(pool, places=pool.places[keep], errors=pool.errors[keep], covariance=pool.covariance[keep])
