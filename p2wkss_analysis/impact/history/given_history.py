"""Given history: each site against what its own past foretold. The headline, and the rows built from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...say import Text
from ..estimate import Estimate, refused, too_few_placebos
from ..panel.choice import Choice
from ..panel.own_unit import in_own_unit, told
from ..panel.panel import Panel
from ..panel.scale import RAW
from ..texts import history as texts
from .cautions import cautions
from .counterfactual import LEAST_HISTORY, Counterfactual, build
from .like_noise import with_like_noise
from .placebo import Placebos, PlaceboTest, draw_placebos, fit_variance, placebo_sums, placebo_test
from .ranking_column import with_ranking
from .shared_shocks import with_shared_shocks

METHOD = "history_adjusted"
UNSCALED = "history_adjusted_raw"


@dataclass(frozen=True, eq=False)
class GivenHistory:
    """Expected paths and the placebos drawn for them: every contrast of site errors can be asked of it."""

    panel: Panel
    choice: Choice
    paths: Counterfactual
    placebos: Placebos
    seed: int

    @property
    def errors(self) -> np.ndarray:
        """(m, T) observed less expected of the sites, on the panel's scale, NaN where not observed."""
        return self.paths.site_errors()

    @property
    def rounding(self) -> float:
        """The most that the computer's rounding alone makes errors scatter, on the panel's scale."""
        return 1e-13 * float(np.nanmax(np.abs(self.panel.scaled)))

    def site_weights(self) -> np.ndarray:
        """(m, T) each site's own mean over its observed programme years, before averaging over sites."""
        seen = np.isfinite(self.errors).astype(float)
        return seen / seen.sum(1, keepdims=True)

    def average(self) -> float:
        """The mean over sites, each over its programme years, in the outcome's own unit."""
        weights = self.site_weights() / len(self.errors)
        return self.told(weights, float((weights * np.nan_to_num(self.errors)).sum()))

    def contrast(self, weights: np.ndarray) -> tuple[float, PlaceboTest]:
        """The sum of site errors with weights (m, T), and its placebo test, on the panel's scale."""
        effect = float((weights * np.nan_to_num(self.errors)).sum())
        sums = placebo_sums(self.paths.pools, self.placebos, weights, self.seed)
        return effect, placebo_test(effect, sums, fit_variance(self.paths, weights), self.rounding)

    def told(self, weights: np.ndarray, shift: float) -> float:
        """A shift of the contrast with weights (m, T) in the outcome's own unit."""
        return told(self.panel, self.paths.site_rows, weights, shift)


def given_history(panel: Panel, choice: Choice, draws: int, seed: int, horizon: int = 1) -> GivenHistory | Text:
    """Fit and forecast, or the reason why that cannot be done."""
    if panel.baseline != "clean":
        return (texts.BASELINE_EARLY if panel.baseline == "early" else texts.ONE_YEAR_BEFORE).fill(least=LEAST_HISTORY)
    paths = build(panel, choice.eligible, horizon, seed)
    if paths is None:
        return texts.NO_SITE_TO_FORECAST.fill(least=LEAST_HISTORY)
    paths = with_like_noise(paths, panel, seed)
    if choice.uses_ranking:
        paths = with_ranking(paths, panel, choice.lag)
        if paths is None:
            return texts.RANKING_EMPTY
    paths = with_shared_shocks(paths, panel)
    return GivenHistory(panel, choice, paths, draw_placebos(paths.pools, draws, seed), seed)


def history_adjusted(given: GivenHistory | Text, headline: bool = True, base: Text = texts.OWN_HISTORY) -> Estimate:
    """The average over sites of observed less expected, with placebo inference.

    Each site's later years are forecast from its own earlier ones by a model of all untreated cells; choosing
    sites on those values then carries no further news (Rubin 1976 on missing at random; the rebound is inside
    the forecast). p by placebo places, blurred by the uncertainty of the fit; the interval inverts a constant
    effect. Not for choices made on knowledge that no column holds, nor with fewer than two years before.
    """
    if isinstance(given, Text):
        return replace(refused(METHOD, base, given), headline=headline)
    weights = given.site_weights()
    effect, test = given.contrast(weights / len(weights))
    answer = as_estimate(METHOD, base, effect, test, len(weights), _comparisons(given), headline)
    answer = in_own_unit(answer, given.panel, given.paths.site_rows, weights / len(weights))
    scale = given.panel.scale.reason()
    return answer.noting(*([scale] if scale else []), *_left_out(given), *cautions(given, test))


def as_estimate(
    method: str, base: Text, effect: float, test: PlaceboTest, n_treated: int, n_comparison: int, headline: bool = False
) -> Estimate:
    """A placebo test as a row; where no p can fall below .05, or nothing scatters, the interval is unbounded and says why."""
    answer = Estimate(
        method,
        base,
        effect,
        test.std_error,
        effect - test.half_length,
        effect + test.half_length,
        test.p_value,
        test.smallest_p,
        test.smallest_detectable,
        n_treated,
        n_comparison,
        headline=headline,
    )
    if np.isfinite(test.half_length):
        return answer
    return answer.noting(texts.NO_SCATTER if test.std_error == 0 else too_few_placebos(test.smallest_p))


def _comparisons(given: GivenHistory) -> int:
    return len(np.unique(np.concatenate([pool.places for pool in given.paths.pools])))


def _left_out(given: GivenHistory) -> list[Text]:
    out = given.paths.left_out
    if not out:
        return []
    kinds = sorted(set(out.values()))
    counts = [texts.COUNT_OF_REASON.fill(n=sum(v == k for v in out.values()), reason=texts.REASONS[k]) for k in kinds]
    return [texts.LEFT_OUT.fill(reasons=counts)]


def earlier_horizon(panel: Panel, choice: Choice, draws: int, seed: int) -> Estimate:
    """The second assumption for an unknown rule: sites fixed two to three years ahead.

    A site's values of the last years before its start may then already be moved by preparations, so its history
    ends three years before the start, or two where three would leave too little.
    """
    for horizon in (3, 2):
        given = given_history(panel, choice, draws, seed, horizon)
        if not isinstance(given, Text):
            break
    base = texts.OWN_HISTORY_UNTIL.fill(n=horizon)
    return history_adjusted(given, headline=False, base=base).noting(texts.IF_FIXED_EARLIER)


def unscaled(panel: Panel, choice: Choice, draws: int, seed: int) -> Estimate:
    """The headline on the raw scale, beside one on another: how much the answer leans on the scale."""
    given = given_history(replace(panel, scale=RAW), choice, draws, seed)
    return replace(
        history_adjusted(given, headline=False, base=texts.OWN_HISTORY_RAW),
        method=UNSCALED,
        notes=(texts.RAW_SCALE_FOR_COMPARISON,),
    )
