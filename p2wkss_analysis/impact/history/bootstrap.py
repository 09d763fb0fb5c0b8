"""The bootstrap that applies the rule again: redraw the panel, choose by the rule, estimate anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...display import Shown
from ...display.progress import steps
from ...say.errors import NotEnoughData
from ...tables.whole_number import check_whole
from ..figures import decimals, figure
from ..panel.choice import Choice
from ..panel.panel import Panel
from ..texts import history as texts
from .counterfactual import build
from .given_history import GivenHistory
from .untreated_paths import redraw

LEAST = 19  # redraws below which no 95% interval can be given


@dataclass(frozen=True, eq=False)
class Bootstrap(Shown):
    """Estimates where the truth is zero: errors (draws,), beside the estimate and the placebo interval.

    bias is their mean, std_error their SD; p_value the share at least as far from their mean as the estimate.
    """

    estimate: float
    placebo_low: float
    placebo_high: float
    errors: np.ndarray

    def table(self) -> pd.DataFrame:
        """estimate, bias, std_error, conf_low, conf_high, p_value, draws."""
        bias, n = float(self.errors.mean()), len(self.errors)
        distance = np.sort(np.abs(self.errors - bias))
        half = distance[min(int(np.ceil(0.95 * (n + 1))), n) - 1]
        p = (1 + (distance >= abs(self.estimate - bias)).sum()) / (n + 1)
        corrected = self.estimate - bias
        return pd.DataFrame(
            [
                {
                    "estimate": self.estimate,
                    "bias": bias,
                    "std_error": float(self.errors.std(ddof=1)),
                    "conf_low": corrected - half,
                    "conf_high": corrected + half,
                    "p_value": float(p),
                    "draws": n,
                }
            ]
        )

    def agrees(self) -> bool:
        """Whether both intervals hold zero or both leave it out."""
        row = self.table().iloc[0]
        return (row["conf_low"] <= 0 <= row["conf_high"]) == (self.placebo_low <= 0 <= self.placebo_high)

    def sentence(self, lang: str | None = None) -> str:
        """What the bootstrap says, and whether it agrees with the placebos."""
        row = self.table().iloc[0]
        digits = decimals(row["std_error"])
        bias, low, high = (figure(row[c], digits, lang, sign=True) for c in ("bias", "conf_low", "conf_high"))
        verdict = texts.BOOTSTRAP_AGREES if self.agrees() else texts.BOOTSTRAP_DISAGREES
        return texts.BOOTSTRAP.say(
            lang, n=int(row["draws"]), bias=bias, low=low, high=high, p=float(row["p_value"]), verdict=verdict
        )


def bootstrap(given: GivenHistory, draws: int = 199, seed: int = 0) -> Bootstrap:
    """Redraw the panel `draws` times from the fit, choose as many sites a year by the rule, and estimate anew.

    Needs a SelectionRule on the outcome, or lots: other rankings cannot be redrawn. Missing cells stay missing. A redraw
    in which no chosen place can be compared is not counted; NotEnoughData where fewer than `LEAST` are left.
    """
    check_whole("draws", draws, LEAST)
    if given.choice.kind == "unknown" or given.choice.uses_ranking:
        raise NotEnoughData(texts.NO_CHOICE_TO_REPEAT)
    rng = np.random.default_rng([seed, 7])
    panel, paths = given.panel, given.paths
    errors = []
    for _ in steps(range(draws), texts.CHOOSING_AGAIN):
        values = redraw(paths.theta, paths.level, paths.cells.group, paths.scale, rng)
        values = np.where(np.isfinite(panel.values), panel.scale.back(values), np.nan)
        start = choose_again(values, panel, given.choice, paths.cells.group, rng)
        anew = replace(panel, values=values, start=start)
        again = build(
            anew,
            given.choice.eligible,
            paths.horizon,
            seed,
            theta=paths.theta,
            uncertain=False,
            effort=8,
        )
        if again is not None:
            errors.append(replace(given, panel=anew, paths=again).average())
    if len(errors) < LEAST:
        raise NotEnoughData(texts.TOO_FEW_REDRAWN.fill(draws=draws, n=len(errors), least=LEAST))
    weights = given.site_weights() / len(given.errors)
    shift, test = given.contrast(weights)
    low, estimate, high = (given.told(weights, shift + d) for d in (-test.half_length, 0.0, test.half_length))
    return Bootstrap(estimate, low, high, np.array(errors))


def choose_again(values: np.ndarray, panel: Panel, choice: Choice, group: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(N,) starts chosen anew: as many a year and group as there were, by the rule or by lot."""
    start = np.full(len(values), np.inf)
    for year in panel.cohorts:
        within = np.unique(group) if choice.rule is None or choice.rule.within else [None]
        for g in within:
            inside = np.ones(len(values), bool) if g is None else group == g
            k = int(((panel.start == year) & inside).sum())
            free = np.flatnonzero(inside & np.isinf(start) & choice.eligible_in(int(year - panel.years[0])))
            if choice.rule is None:
                start[rng.permutation(free)[:k]] = year
                continue
            figure = values[free, max(int(year - choice.lag - panel.years[0]), 0)]
            figure = np.where(np.isfinite(figure), figure if choice.rule.picks == "lowest" else -figure, np.inf)
            start[free[np.argsort(figure, kind="stable")[:k]]] = year
    return start
