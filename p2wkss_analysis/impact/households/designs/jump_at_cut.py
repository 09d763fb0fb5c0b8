"""The jump at the cut, where households were taken by score down to a limit: those just above against just below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats

from ....say import Text
from ...estimate import Estimate, refused
from ...texts import households as texts
from ..table import Pair

METHOD = "jump_at_cut"
LEAST_SIDE = 10  # households with different enough scores on each side, for a line each
MOST_ASTRAY = 0.25  # share of households on the wrong side of the cut beyond which the cut did not decide


@dataclass(frozen=True)
class LocalLine:
    """The jump, its standard error and its largest possible bias at one bandwidth; how many households carry it.

    std_error is the larger of that from the local residuals and that expected from the pilot's spread."""

    jump: float
    std_error: float
    expected_error: float
    bias: float
    bandwidth: float
    n_above: int
    n_below: int

    @property
    def reach(self) -> float:
        """Half length of the 95 % interval that allows for the bias."""
        return folded_normal(0.95, self.bias / self.std_error) * self.std_error

    @property
    def expected_reach(self) -> float:
        """The same from the pilot's spread, before looking at the local residuals."""
        return folded_normal(0.95, self.bias / self.expected_error) * self.expected_error


def jump_at_cut(pair: Pair, score: np.ndarray, cut: float, base: Text) -> Estimate:
    """Gap between two local lines at the cut, with an interval that allows for their being curves.

    score (n,) as used to choose, cut the limit; which side was assisted is read from the data. Local linear with
    triangular weights on the endline less its baseline part; the bandwidth makes the interval shortest. The bend of
    the curves (largest second derivative) is taken from a global quadratic on each side, quartic from 50 households
    a side; the interval is then estimate +- cv(bias/se) x se, and p comes from the same folded normal.

    Sources: Kolesar and Rothe (2018), American Economic Review 108, for few and rounded scores; Armstrong and Kolesar
    (2020), Quantitative Economics 11, for the interval. It speaks of households near the cut only. Where musyawarah
    moved some across, it is the effect of being on the assisted side, smaller than that of being assisted; where it
    moved more than a quarter it is refused.

    >>> rng = np.random.default_rng(2)
    >>> score, before = rng.uniform(0, 100, 200), rng.normal(size=200)
    >>> pair = Pair(before, before + 3.0 * (score >= 60) + rng.normal(size=200), score >= 60, np.arange(200), np.arange(200))
    >>> found = jump_at_cut(pair, score, 60.0, Text("", ""))
    >>> found.conf_low < 3 < found.conf_high
    True
    """
    known = np.isfinite(score)
    pair, x = pair.of(known), score[known] - cut
    x = x if _assisted_above(x, pair.assisted) else -x
    side = x > 0 if _cut_belongs_to_comparison(x, pair.assisted) else x >= 0
    counts = {"n_treated": int(side.sum()), "n_comparison": int((~side).sum())}
    if min(_different(x[side]), _different(x[~side])) < 4 or min(counts.values()) < LEAST_SIDE:
        return refused(METHOD, base, TOO_FEW)
    astray = float((side != pair.assisted).mean())
    if astray > MOST_ASTRAY:
        return refused(METHOD, base, texts.CUT_NOT_FOLLOWED.fill(share=round(100 * astray)))
    after, before = _less_baseline(pair), pair.before
    best = narrowest(x, after, side)
    if best is None:
        return refused(METHOD, base, TOO_FEW)
    placebo = narrowest(x, before, side) if np.ptp(before) > 0 else None
    return _answer(best, base).noting(texts.NEAR_THE_CUT, *_followed(astray), *_jump_before(placebo))


TOO_FEW = texts.TOO_FEW_AT_THE_CUT.fill(least=LEAST_SIDE)


def _assisted_above(x: np.ndarray, assisted: np.ndarray) -> bool:
    return bool(np.median(x[assisted]) >= np.median(x[~assisted])) if assisted.any() and (~assisted).any() else True


def _cut_belongs_to_comparison(x: np.ndarray, assisted: np.ndarray) -> bool:
    """Whether households exactly on the cut were mostly left out."""
    on = x == 0
    return bool(on.any() and assisted[on].mean() < 0.5)


def _different(x: np.ndarray) -> int:
    return len(np.unique(x))


def _less_baseline(pair: Pair) -> np.ndarray:
    """(n,) endline less slope x centred baseline, the slope found within both sides."""
    side = pair.assisted.astype(int)
    means = np.bincount(side, weights=pair.before, minlength=2) / np.maximum(np.bincount(side, minlength=2), 1)
    spread = pair.before - means[side]
    square = float(spread @ spread)
    slope = float(spread @ pair.after) / square if square > 0 else 0.0
    return pair.after - slope * (pair.before - pair.before.mean())


@dataclass(frozen=True)
class Pilot:
    """What a global curve on each side says before looking near the cut: its largest second derivative, and the SD of
    what it leaves open."""

    bend: float
    spread: float


def pilot(x: np.ndarray, y: np.ndarray, side: np.ndarray) -> Pilot:
    """A quartic on each side from 50 households, a quadratic below."""
    largest, squares, free = 0.0, 0.0, 0
    for own in (side, ~side):
        degree = 4 if own.sum() >= 50 and _different(x[own]) > 8 else 2
        scale = np.abs(x[own]).max()
        curve = np.polynomial.Polynomial.fit(x[own] / scale, y[own], degree)
        grid = np.linspace(x[own].min(), x[own].max(), 101) / scale
        largest = max(largest, float(np.abs(curve.deriv(2)(grid)).max()) / scale**2)
        squares += float(((y[own] - curve(x[own] / scale)) ** 2).sum())
        free += int(own.sum()) - degree - 1
    return Pilot(largest, float(np.sqrt(squares / max(free, 1))))


def narrowest(x: np.ndarray, y: np.ndarray, side: np.ndarray) -> LocalLine | None:
    """The local line whose interval is shortest among 40 bandwidths, or None where none can be fitted.

    Bandwidths are judged by the pilot's spread: judged by their own residuals, the luckiest would win."""
    known = pilot(x, y, side)
    distance = np.sort(np.abs(x))
    start = max(_reach_of(x[side], LEAST_SIDE), _reach_of(x[~side], LEAST_SIDE))
    widths = np.append(np.geomspace(max(start, 1e-12), max(distance[-1], start) * 1.001, 40), start)
    found = (local_line(x, y, side, width, known) for width in np.unique(widths))
    lines = [line for line in found if line is not None and line.expected_error > 0]
    return min(lines, key=lambda line: line.expected_reach) if lines else None


def _reach_of(x: np.ndarray, least: int) -> float:
    """Just beyond the distance of the `least`-th household, and of the fourth different score."""
    distance = np.sort(np.abs(x))
    return 1.001 * float(max(distance[least - 1], np.unique(distance)[min(3, _different(distance) - 1)]))


def local_line(x: np.ndarray, y: np.ndarray, side: np.ndarray, width: float, known: Pilot) -> LocalLine | None:
    """Local linear jump at 0 with triangular weights; largest bias of a curve with second derivative at most
    `known.bend` (Kolesar and Rothe 2018, equation 8); HC2-like errors from each side's own line."""
    weight, variance, bias = np.zeros(len(x)), 0.0, 0.0
    for own, sign in ((side, 1.0), (~side, -1.0)):
        rows = np.flatnonzero(own & (np.abs(x) < width))
        if len(rows) < 3 or _different(x[rows]) < 3:
            return None
        kernel = 1 - np.abs(x[rows]) / width
        design = np.column_stack([np.ones(len(rows)), x[rows]])
        solved = np.linalg.solve(design.T @ (kernel[:, None] * design), (kernel[:, None] * design).T)
        residual = y[rows] - design @ (solved @ y[rows])
        leverage = np.clip((design * solved.T).sum(1), 0, 0.99)
        weight[rows] = sign * solved[0]
        variance += float((solved[0] ** 2 * residual**2 / (1 - leverage)).sum())
        bias += known.bend / 2 * abs(float(solved[0] @ x[rows] ** 2))
    inside = np.abs(x) < width
    expected = known.spread * float(np.sqrt(weight @ weight))
    return LocalLine(
        float(weight @ y),
        max(float(np.sqrt(variance)), expected),
        expected,
        bias,
        width,
        int((side & inside).sum()),
        int((~side & inside).sum()),
    )


def folded_normal(level: float, shift: float) -> float:
    """Quantile `level` of |N(shift, 1)|: the critical value that allows for a bias of `shift` standard errors.

    >>> round(folded_normal(0.95, 0), 4), round(folded_normal(0.95, 1), 2)
    (1.96, 2.65)
    """
    if shift > 8:
        return float(shift + stats.norm.ppf(level))
    return float(np.sqrt(stats.ncx2.ppf(level, 1, shift**2))) if shift > 0 else float(stats.norm.ppf((1 + level) / 2))


def _answer(best: LocalLine, base: Text) -> Estimate:
    shift, t = best.bias / best.std_error, abs(best.jump) / best.std_error
    p = float(stats.norm.sf(t - shift) + stats.norm.sf(t + shift))
    power = best.reach + float(stats.norm.ppf(0.8)) * best.std_error + best.bias
    return Estimate(
        METHOD, base, best.jump, best.std_error, best.jump - best.reach, best.jump + best.reach, p_value=min(p, 1.0),
        smallest_detectable=power, n_treated=best.n_above, n_comparison=best.n_below,
    )  # fmt: skip


def _followed(astray: float) -> list[Text]:
    return [texts.ACROSS_THE_CUT.fill(share=round(100 * astray) or "<1")] if astray else []


def _jump_before(placebo: LocalLine | None) -> list[Text]:
    """A warning where the baseline, which the programme cannot have moved, jumps at the cut too."""
    return [] if placebo is None or abs(placebo.jump) <= placebo.reach else [texts.JUMPED_BEFORE]
