"""What the result object says on data of a kind where the method is known to be weaker. Sources: measured rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import skew

from ...say import Text
from ..figures import decimals, written
from ..texts import history as texts
from .backtest import backtest_warning
from .counterfactual import build
from .placebo import PlaceboTest
from .placebo_rate import placebo_rate
from .shared_shocks import with_shared_shocks

if TYPE_CHECKING:
    from .given_history import GivenHistory

MANY_PLACES = 300


def cautions(given: GivenHistory, test: PlaceboTest) -> list[Text]:
    """The sentences that apply, most general first."""
    found = [
        _one_site(given, test),
        _little_data(given, test),
        _jumpy(given),
        _together(given),
        _two_kinds(given),
        placebo_rate(given.panel, given.choice) if given.paths.horizon == 1 else None,  # measured on the headline alone
        _unknown(given),
        _other_column(given),
        _skewed_shocks(given),
        _misses_the_worst(given),
        backtest_warning(given),
        _far_tail(given, test),
    ]
    return [text for text in found if text is not None]


def _one_site(given: GivenHistory, test: PlaceboTest) -> Text | None:
    if len(given.errors) > 1:
        return None
    return texts.ONE_SITE.fill(n=round(1 / test.smallest_p))


def _little_data(given: GivenHistory, test: PlaceboTest) -> Text | None:
    before = (given.paths.cells.seen[given.paths.site_rows]).sum(1).min()
    if (before >= 4 and len(given.errors) >= 5) or not np.isfinite(test.smallest_detectable):
        return None
    least = test.smallest_detectable
    return texts.LITTLE_DATA.fill(least=written(least, decimals(least)))


def _jumpy(given: GivenHistory) -> Text | None:
    if np.exp(given.paths.numbers.log_tau) <= 0.3:
        return None
    return texts.VOLATILE


def _together(given: GivenHistory) -> Text | None:
    if given.paths.together < 0.1:
        return None
    return texts.NEIGHBOURS_MOVE_TOGETHER


def _two_kinds(given: GivenHistory) -> Text | None:
    numbers = given.paths.numbers
    if abs(numbers.kappa) < 1.15 and numbers.eta < 0.34:
        return None
    return texts.TWO_KINDS


def _unknown(given: GivenHistory) -> Text | None:
    if given.choice.kind != "unknown":
        return None
    return texts.CHOSEN_ON_MORE


def _other_column(given: GivenHistory) -> Text | None:
    if not given.choice.uses_ranking or abs(given.paths.numbers.kappa) < 0.3:
        return None
    return texts.CHOSEN_ON_ANOTHER_COLUMN


def first_year_errors(given: GivenHistory) -> tuple[np.ndarray, np.ndarray]:
    """Standardised placebo errors of the first programme year of each pool, and each place's last own value."""
    z, last = [], []
    for pool in given.paths.pools:
        column = int(pool.start - given.panel.years[0])
        error = pool.errors[:, column]
        seen = np.isfinite(error) & (pool.covariance[:, column, column] > 0)
        z.append(error[seen] / np.sqrt(pool.covariance[seen, column, column]))
        last.append(given.panel.values[pool.places[seen], max(column - given.paths.horizon, 0)])
    return np.concatenate(z), np.concatenate(last)


def _skewed_shocks(given: GivenHistory) -> Text | None:
    z, _ = first_year_errors(given)
    if given.panel.scale.name == "log" or len(z) < 30 or abs(skew(z)) <= 1:
        return None
    return texts.SKEWED_CHANGES


def _misses_the_worst(given: GivenHistory) -> Text | None:
    z, last = first_year_errors(given)
    picks = given.choice.rule.picks if given.choice.rule is not None else "lowest"
    z = z[np.isfinite(last)]
    order = np.argsort(last[np.isfinite(last)] * (1 if picks == "lowest" else -1))[: 20 * len(given.paths.pools)]
    if len(z) < 60:
        return None
    near = z[order]
    gap = near.mean() - z.mean()
    if abs(gap) <= 2.6 * near.std(ddof=1) / np.sqrt(len(near)):
        return None
    return texts.MISSES_THE_WORST


def _far_tail(given: GivenHistory, test: PlaceboTest) -> Text | None:
    """With many places and few sites the answer leans on the far tail: compare with the fit without heavy tails."""
    n, m = len(given.panel.units), len(given.errors)
    if n <= MANY_PLACES or m > n / 50 or not np.isfinite(test.half_length):
        return None
    plain = build(given.panel, given.choice.eligible, given.paths.horizon, given.seed, ("eta",),
                  given.paths.theta, uncertain=False, effort=15)  # fmt: skip
    if plain is None:
        return None
    plain = with_shared_shocks(plain, given.panel)  # as the answer itself, or the neighbours' shock would be the gap
    weights = given.site_weights() / m
    gap = float((weights * np.nan_to_num(plain.site_errors() - given.errors)).sum())
    if given.choice.uses_ranking or abs(gap) <= test.half_length:
        return None
    return texts.FAR_TAIL
