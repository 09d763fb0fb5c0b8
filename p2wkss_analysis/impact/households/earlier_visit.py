"""A second look before the programme: what it says of the choice, of the figure's reliability, and of trends that differ."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...say import Text
from ...say.errors import WrongUse
from ..estimate import Estimate, from_t, refused
from ..texts import household_faults
from ..texts import households as texts
from .designs.adjusted import LEAST_HOUSEHOLDS, TOO_FEW, adjusted
from .designs.choice import Choice
from .designs.cluster_robust import cluster_robust
from .designs.given_rule import change_before
from .faults import numbers
from .table import Pair, Waves

PLACEBO = "placebo_before"
CORRECTED = "ancova_corrected"
LEAST_KNOWN = 0.8  # share of households whose earlier figure must be known
WEAK = 10.0  # F of the earlier figure on the baseline below which it cannot correct it (Staiger and Stock 1997)


def read_earlier(waves: Waves, earlier: int | str) -> np.ndarray:
    """(N,) the earlier figure: of a wave before the baseline, or of a column of the baseline rows; else WrongUse."""
    if isinstance(earlier, (int, np.integer)) and not isinstance(earlier, bool):
        if earlier in waves.values and earlier < waves.baseline:
            return waves.values[int(earlier)]
        raise WrongUse(household_faults.NO_EARLIER_WAVE.fill(given=earlier, baseline=waves.baseline))
    if not isinstance(earlier, str) or earlier not in waves.first.columns:
        raise WrongUse(household_faults.EARLIER_UNKNOWN.fill(given=earlier))
    values, bad = numbers(waves.first[earlier])
    if bad.any():
        raise WrongUse(household_faults.EARLIER_NO_NUMBER.fill(name=earlier, n=int(bad.sum())))
    return (100.0 if waves.unit == "points" else 1.0) * values


def with_earlier(pair: Pair, earlier: np.ndarray) -> Pair:
    """The pair with the earlier figure of its households; without it where too few are known."""
    own = earlier[pair.household]
    known = np.isfinite(own)
    return replace(pair, earlier=own).of(known) if known.mean() >= LEAST_KNOWN else pair


def rows_before(pair: Pair, choice: Choice, base: Text, draws: int, seed: int) -> list[Estimate]:
    """The placebo between both visits before, and the regression on the baseline corrected for its error."""
    if pair.earlier is None:
        return [refused(PLACEBO, base, texts.TOO_FEW_EARLIER), refused(CORRECTED, base, texts.TOO_FEW_EARLIER)]
    if choice.rule.by == "baseline" or choice.outcome_is.any():
        return [refused(PLACEBO, base, texts.CHOSE_ITSELF), refused(CORRECTED, base, texts.CHOSE_ITSELF)]
    return [_placebo(pair, choice, base, draws, seed), _corrected(pair, base)]


def reliability(pair: Pair) -> float:
    """The share of the baseline's variance within sides that lasts from the earlier visit: their correlation, 0 to 1.

    Source: test-retest reliability, Fuller (1987), Measurement Error Models, section 1.1.
    """
    assert pair.earlier is not None  # asked only where it is known
    before, earlier = (
        v - np.where(pair.assisted, v[pair.assisted].mean(), v[~pair.assisted].mean()) for v in (pair.before, pair.earlier)
    )
    size = float(np.sqrt((before @ before) * (earlier @ earlier)))
    return float(np.clip(before @ earlier / size, 0, 1)) if size > 0 else np.nan


def _placebo(pair: Pair, choice: Choice, base: Text, draws: int, seed: int) -> Estimate:
    """The headline's question one visit earlier, when nobody was assisted."""
    seen, design = change_before(pair, choice)
    answer = adjusted(seen, design, base, draws, seed)
    share = reliability(pair)
    note = texts.PLACEBO_BEFORE.fill(reliability=share)
    answer = replace(answer, method=PLACEBO)
    if not answer.runs or not answer.p_value <= 0.05:
        return answer.noting(note)
    return answer.noting(note, texts.DIFFERED_BEFORE)


def _corrected(pair: Pair, base: Text) -> Estimate:
    """Endline on assistance and the baseline's lasting part: two-stage least squares, the earlier figure as instrument.

    Source: Fuller (1987), section 1.4; right where lasting differences chose, whatever part of them lasts.
    """
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(CORRECTED, base, TOO_FEW)
    assert pair.earlier is not None  # asked only where it is known
    one = np.ones(len(pair.after))
    instruments = np.column_stack([one, pair.assisted, pair.earlier - pair.earlier.mean()])
    design = np.column_stack([one, pair.assisted, pair.before - pair.before.mean()])
    if np.linalg.matrix_rank(instruments) < 3 or np.linalg.matrix_rank(design) < 3:
        return refused(CORRECTED, base, texts.UNRELIABLE)
    first = np.linalg.lstsq(instruments, design, rcond=None)[0]
    fitted = instruments @ first
    left, without = (
        design[:, 2] - fitted[:, 2],
        design[:, 2] - instruments[:, :2] @ np.linalg.lstsq(instruments[:, :2], design[:, 2], rcond=None)[0],
    )
    strength = (without @ without - left @ left) / (left @ left / max(len(one) - 3, 1)) if left @ left > 0 else np.inf
    if strength < WEAK:
        return refused(CORRECTED, base, texts.UNRELIABLE)
    coefficients = np.linalg.lstsq(fitted, pair.after, rcond=None)[0]
    robust = cluster_robust(fitted, pair.after - design @ coefficients, pair.cluster, 1)
    return from_t(CORRECTED, base, float(coefficients[1]), robust.std_error, robust.df, **counts).noting(texts.IF_LASTING_PART)
