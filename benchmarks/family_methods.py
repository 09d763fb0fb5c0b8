"""What people would compute from the same families: the usual methods, and two that know what nobody knows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import statsmodels.api as sm
from family_worlds import POOL, Design, World, outcome, people
from scipy import stats

from p2wkss_analysis import HouseholdRule
from p2wkss_analysis.impact.estimate import Estimate, from_t
from p2wkss_analysis.impact.households.designs.adjusted import adjusted
from p2wkss_analysis.impact.households.designs.ancova import ancova
from p2wkss_analysis.impact.households.designs.choice import read_choice
from p2wkss_analysis.impact.households.designs.design import Design as Regression
from p2wkss_analysis.impact.households.designs.design import change
from p2wkss_analysis.impact.households.designs.given_rule import given_rule
from p2wkss_analysis.impact.households.earlier_visit import rows_before, with_earlier
from p2wkss_analysis.impact.households.table import Pair, Waves
from p2wkss_analysis.say import Text

BASE = Text("", "")
DRAWS = 99
PEERS = ("before_after", "after_only", "difference_in_differences", "ancova", "ancova_score", "matching", "ols_cr1")


def waves_of(before, after, assisted, rt, columns: pd.DataFrame, points: bool = False) -> Waves:
    """The families as `read_waves` would give them."""
    n, scale = len(before), 100.0 if points else 1.0
    seen = {0: np.ones(n, dtype=bool), 1: np.isfinite(after)}
    blank = {wave: np.full(n, None, dtype=object) for wave in seen}
    return Waves(
        "outcome",
        "higher",
        0,
        "points" if points else "own",
        {0: scale * before, 1: scale * after},
        seen,
        assisted,
        np.unique(rt, return_inverse=True)[1],
        ("rt",),
        (),
        columns,
        columns,
        blank,
        (0, 0),
        ("household_id", "wave", "assisted"),
    )


def ours(waves: Waves, rule: HouseholdRule | None, seed: int) -> Estimate:
    """The headline of `evaluate_households` under a rule, None where nobody states one."""
    return given_rule(waves.pair(1), read_choice(waves, rule), BASE, DRAWS, seed)


def two_visits(waves: Waves, earlier: np.ndarray, seed: int) -> dict[str, Estimate]:
    """With a visit before the first and no rule stated: the range, what is shown beside it, and the placebo between both visits."""
    pair, choice = with_earlier(waves.pair(1), earlier), read_choice(waves, None)
    placebo, corrected = rows_before(pair, choice, BASE, DRAWS, seed)
    return {"unknown, a second visit before": given_rule(pair, choice, BASE, DRAWS, seed), "(shown beside) ANCOVA corrected": corrected,
            "(shown beside) placebo before": placebo}  # fmt: skip


def peers(pair: Pair, figure: np.ndarray, rng) -> dict[str, Estimate]:
    """Every usual method; `figure` (n,) is the register's or the score's."""
    helped, gone = pair.assisted, pair.after - pair.before
    line = np.column_stack([pair.before, figure])
    return {
        "before_after": _mean(gone[helped]),
        "after_only": _twenty(pair, rng),
        "difference_in_differences": adjusted(pair, change(pair), BASE, DRAWS),
        "ancova": ancova(pair, BASE, DRAWS),
        "ancova_score": adjusted(pair, Regression("ancova_score", pair.after, _scaled(line), pair.before), BASE, DRAWS),
        "matching": matching(pair),
        "ols_cr1": _analyst(pair),
    }


def _scaled(columns: np.ndarray) -> np.ndarray:
    apart = columns.std(0) > 0
    return (columns[:, apart] - columns[:, apart].mean(0)) / columns[:, apart].std(0)


def _mean(values: np.ndarray) -> Estimate:
    return from_t("before_after", BASE, float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values))), len(values) - 1)


def _twenty(pair: Pair, rng) -> Estimate:
    """Twenty families a side, met once after it is over."""
    sides = [pair.after[rng.permutation(np.flatnonzero(side))[:20]] for side in (pair.assisted, ~pair.assisted)]
    found = stats.ttest_ind(*sides, equal_var=False)
    gap, error = sides[0].mean() - sides[1].mean(), np.sqrt(sum(s.var(ddof=1) / len(s) for s in sides))
    return from_t("after_only", BASE, float(gap), float(error), float(found.df) if error > 0 else 0)


def _analyst(pair: Pair) -> Estimate:
    """`smf.ols("after ~ assisted + before")` with statsmodels' cluster errors by RT, as it is usually written."""
    design = np.column_stack([np.ones(len(pair.after)), pair.assisted, pair.before]).astype(float)
    grouped = {"cov_type": "cluster", "cov_kwds": {"groups": pair.cluster}} if pair.cluster.max() else {"cov_type": "HC1"}
    fit = sm.OLS(pair.after, design).fit(**grouped)
    return from_t("ols_cr1", BASE, float(fit.params[1]), float(fit.bse[1]), np.inf)


def matching(pair: Pair) -> Estimate:
    """Each assisted family with the one whose first figure is nearest, with replacement (Abadie and Imbens 2006, conditional
    variances from the nearest neighbour on one's own side)."""
    one, none = np.flatnonzero(pair.assisted), np.flatnonzero(~pair.assisted)
    nearest = none[np.abs(pair.before[one][:, None] - pair.before[none]).argmin(1)]
    gap = pair.after[one] - pair.after[nearest]
    used = np.bincount(nearest, minlength=len(pair.after))
    noise = np.concatenate([_own_noise(pair, side) for side in (one, none)])
    weights = np.concatenate([np.ones(len(one)), used[none].astype(float)])
    error = np.sqrt((weights**2 * noise).sum()) / len(one)
    return from_t("matching", BASE, float(gap.mean()), float(error), np.inf)


def _own_noise(pair: Pair, side: np.ndarray) -> np.ndarray:
    far = np.abs(pair.before[side][:, None] - pair.before[side])
    np.fill_diagonal(far, np.inf)
    return (pair.after[side] - pair.after[side[far.argmin(1)]]) ** 2 / 2


class Oracle:
    """The gap between both sides when the true regression of the endline and the true variances are known.

    "oracle" knows each family's lasting level, which nobody can; "best_linear" the true regression on what was written
    down (first visit, register), so it pays for no slope: what any method could reach at most."""

    def __init__(self, design: Design, unit: float):
        rng = np.random.default_rng(2)
        per = max(design.families // design.rts, 1)
        who = people(design, POOL, POOL // per, rng)
        before, after = outcome(design, who.looks[0], rng), outcome(design, who.looks[1], rng, later=True)
        self.unit, self.truths = unit, {}
        for name, columns in self._known(who.level, before, who.register).items():
            slope = np.linalg.lstsq(columns, after, rcond=None)[0]
            left = after - columns @ slope
            means = np.bincount(who.rt, weights=left) / np.bincount(who.rt)
            inside = float(((left - means[who.rt]) ** 2).sum() / (len(left) - len(means)))
            self.truths[name] = slope, inside, max(float(means.var()) - inside / per, 0.0)

    def _known(self, level, before, register) -> dict[str, np.ndarray]:
        def powers(*known):
            return np.column_stack([np.ones(len(level)), *(k**p for k in known for p in (1, 2, 3))])

        return {"oracle": powers(level), "best_linear": powers(before / self.unit, register)}

    def answers(self, world: World, after: np.ndarray) -> dict[str, float]:
        seen, found = np.isfinite(after), {}
        known = self._known(world.level, world.before, world.columns["register"].to_numpy())
        rt = (world.rt[seen][:, None] == np.unique(world.rt[seen])).astype(float)
        side = np.column_stack([np.ones(int(seen.sum())), world.assisted[seen]])
        for name, columns in known.items():
            slope, inside, between = self.truths[name]
            precision = np.linalg.inv(inside * np.eye(len(rt)) + between * rt @ rt.T)
            left = (after - columns @ slope)[seen]
            found[name] = float(np.linalg.solve(side.T @ precision @ side, side.T @ precision @ left)[1])
        return found
