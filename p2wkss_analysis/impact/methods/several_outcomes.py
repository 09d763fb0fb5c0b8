"""Several outcomes at once: p-values that allow for having looked at all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import integer, join, p_value, pick
from ...say.errors import NotEnoughData, WrongUse
from ...tables.whole_number import check_whole
from ..estimate import Estimate, Text
from ..history.counterfactual import Pool
from ..history.given_history import GivenHistory, given_history, history_adjusted
from ..history.placebo import draw_placebos
from ..history.years_since import joint_draws
from ..panel.choice import read_choice


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
        n, least = integer(len(self.outcomes), lang), p_value(float(self.p_max_t.min()), 3, lang)
        names = join(list(self.outcomes), lang)
        return pick(
            lang,
            id=f"{n} indikator diperiksa sekaligus ({names}); nilai p terkecil setelah memperhitungkan semuanya {least}.",
            en=f"{n} outcomes were looked at together ({names}); the smallest p, allowing for all of them, is {least}.",
        )


def evaluate_outcomes(panels, rule=None, draws=999, seed=0) -> SeveralOutcomes:
    """`history_adjusted` for several panels of the same places, sites and years, with max-t p-values.

    Placebo places are drawn once and serve every outcome, so that outcomes keep their dependence; the largest
    standardised deviation of each draw gives the joint p (Westfall and Young 1993). Not for one outcome, nor for
    choosing among outcomes afterwards.

    >>> from p2wkss_analysis.impact.panel.panel import Panel
    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(units=30, seed=1).table().assign(other=simulate_panel(units=30, seed=2).values.ravel())
    >>> panels = [Panel.from_table(table, outcome=name, better="higher") for name in ("outcome", "other")]
    >>> evaluate_outcomes(panels, draws=99).table()["outcome"].tolist()
    ['outcome', 'other']
    """
    check_whole("draws", draws, 99)
    check_whole("seed", seed, 0)
    panels = list(panels)
    if len(panels) < 2 or any(
        list(p.units) != list(panels[0].units) or not np.array_equal(p.start, panels[0].start) for p in panels
    ):
        raise WrongUse(
            id="Berikan paling sedikit dua panel dengan tempat dan lokasi yang sama.",
            en="Give at least two panels with the same places and sites.",
        )
    choices = [read_choice(panel, rule) for panel in panels]
    panels = [choice.evaluated(panel) for panel, choice in zip(panels, choices, strict=True)]
    given = [given_history(panel, choice, draws, seed) for panel, choice in zip(panels, choices, strict=True)]
    for panel, one in zip(panels, given, strict=True):
        if isinstance(one, Text):
            raise NotEnoughData(id=f"{panel.outcome}: {one.id}", en=f"{panel.outcome}: {one.en}")
    given = _same_placebos(given, draws, seed)
    largest, sizes = 0.0, []
    for number_, one in enumerate(given):
        weights = one.site_weights() / len(one.errors)
        sums = joint_draws(replace(one, seed=seed + 1000 * number_), [weights])[:, 0]
        sd = np.sqrt((sums**2).mean())
        largest = np.maximum(largest, np.abs(sums) / sd)
        sizes.append(abs(one.contrast(weights)[0]) / sd)
    p = (1 + (largest[:, None] >= np.array(sizes)).sum(0)) / (len(largest) + 1)
    return SeveralOutcomes(tuple(p.outcome for p in panels), tuple(history_adjusted(one) for one in given), p)


def _same_placebos(given: list[GivenHistory], draws: int, seed: int) -> list[GivenHistory]:
    """The same with pools cut to the places every outcome can use, and one draw for all."""
    keys = [[(pool.start, tuple(pool.sites)) for pool in one.paths.pools] for one in given]
    if any(key != keys[0] for key in keys):
        raise NotEnoughData(
            id="Lokasi yang dapat dihitung berbeda antarindikator; samakan dahulu sel yang kosong.",
            en="The sites that can be computed differ between outcomes; make their missing cells the same first.",
        )
    common = [set.intersection(*(set(one.paths.pools[k].places) for one in given)) for k in range(len(keys[0]))]
    cut = [
        replace(one, paths=replace(one.paths, pools=tuple(
            _only(pool, places) for pool, places in zip(one.paths.pools, common, strict=True))))
        for one in given
    ]  # fmt: skip
    placebos = draw_placebos(cut[0].paths.pools, draws, seed)
    return [replace(one, placebos=placebos) for one in cut]


def _only(pool: Pool, places: set) -> Pool:
    keep = np.isin(pool.places, list(places))
    return replace(pool, places=pool.places[keep], errors=pool.errors[keep], covariance=pool.covariance[keep])
