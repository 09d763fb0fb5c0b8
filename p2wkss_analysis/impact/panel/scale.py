"""The scale an outcome is judged on: as it is, its root, its logarithm or its log-odds; chosen from untreated cells alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...say import Text
from ..texts import panel as texts

SCALES = ("raw", "root", "log", "logit")
LEAST_YEARS = 3
MOST_PLACES = 2000
MOST_AT_A_BOUND = 0.05
_TOLD_APART = 1.92  # of log likelihood: a scale less far behind is within the 95 % likelihood interval of the best
_LEAST_A_YEAR = 3  # cells of one group and year that say more than where that year was
_DEGREES = 4.0  # of Student's t, so that one cell far out does not decide
_EXACT = 1e-9  # of the SD of values, below which errors are none


@dataclass(frozen=True)
class Scale:
    """A scale with what it needs to go there and back.

    name: "raw", "root" sqrt(y), "log" ln(y), or "logit" ln((y - low) / (high - y)); floor: what a zero (logit: a value at
    a bound) counts as its distance from the bound, half of the smallest distance among untreated cells; low, high: the
    bounds of a logit; chosen: by the likelihood and not named by the user; gain: log likelihood beyond the raw scale, in
    all years and in the worst of the years left out one by one.
    """

    name: str = "raw"
    floor: float = 0.0
    low: float = 0.0
    high: float = 1.0
    chosen: bool = False
    gain: tuple[float, float] = (0.0, 0.0)

    @property
    def raw(self) -> bool:
        return self.name == "raw"

    def forward(self, y: np.ndarray) -> np.ndarray:
        """Values on the scale; missing stays missing."""
        if self.name == "root":
            return np.sqrt(np.maximum(y, 0.0))
        if self.name == "log":
            return np.log(np.maximum(y, self.floor))
        if self.name == "logit":
            y = np.clip(y, self.low + self.floor, self.high - self.floor)
            return np.log((y - self.low) / (self.high - y))
        return y

    def back(self, z: np.ndarray) -> np.ndarray:
        """The outcome's own unit again; the root of nothing less than zero is zero."""
        if self.name == "root":
            return np.maximum(z, 0.0) ** 2
        if self.name == "log":
            return np.exp(z)
        if self.name == "logit":
            return self.low + (self.high - self.low) / (1 + np.exp(-z))
        return z

    def log_slope(self, y: np.ndarray) -> np.ndarray:
        """Logarithm of d forward / dy, for the likelihood."""
        if self.name == "root":
            return -np.log(2) - 0.5 * np.log(np.maximum(y, self.floor))
        if self.name == "log":
            return -np.log(np.maximum(y, self.floor))
        if self.name == "logit":
            y = np.clip(y, self.low + self.floor, self.high - self.floor)
            return np.log((self.high - self.low) / ((y - self.low) * (self.high - y)))
        return np.zeros_like(y)

    def words(self) -> Text:
        """The name of the scale in a sentence."""
        return texts.SCALES[self.name]

    def reason(self) -> Text | None:
        """Why the outcome is judged on this scale; None on its own."""
        if self.raw:
            return None
        return (texts.SCALE_CHOSEN if self.chosen else texts.SCALE_AS_ASKED).fill(scale=self.words())


RAW = Scale()


def named_scale(name: str, values: np.ndarray, untreated: np.ndarray, bounds: tuple[float, float] | None) -> Scale | Text:
    """The scale a user names, or why these values cannot be put on it. values (N, T), untreated (N, T) bool."""
    if name == "raw":
        return RAW
    seen = values[np.isfinite(values)]
    if name == "logit":
        low, high = bounds or ((0.0, 1.0) if seen.max() <= 1 else (0.0, 100.0))
        if seen.min() < low or seen.max() > high:
            return texts.LOGIT_NEEDS_BOUNDS.fill(low=f"{low:g}", high=f"{high:g}")
        distance = np.minimum(values - low, high - values)
    elif seen.min() < 0:
        return texts.SCALE_NEEDS_NO_NEGATIVE.fill(scale=texts.SCALES[name])
    else:
        low, high, distance = 0.0, 1.0, values
    known = distance[untreated & (distance > 0)]
    if len(known) == 0:
        return texts.SCALE_NEEDS_VALUES_OFF_BOUNDS.fill(scale=texts.SCALES[name])
    floor = float(known.min()) / 2
    if name == "logit":  # so far off the bounds that a computer can tell the two apart
        floor = max(floor, 2 * float(np.spacing(max(abs(low), abs(high)))))
    return Scale(name, floor, low, high)


def choose_scale(
    values: np.ndarray, untreated: np.ndarray, group: np.ndarray, bounds: tuple[float, float] | None = None
) -> Scale:
    """The scale on which a place's own past foretells its next year with the most even errors, among untreated cells.

    values (N, T); untreated (N, T) cells observed before any programme; group (N,) numbers, each with its own year means;
    bounds: (low, high) of a share, where the outcome is known to be one.

    Likelihoods of raw, root, log and, with bounds, logit are compared as by Box and Cox (1964), in the model that the
    evaluation rests on: one year ahead, given the past (`one_step_likelihood`). Taken is the scale least far behind the best of
    each comparison, in all years and with any one year left out, so that no single year decides; nor does a single place, as the
    one that speaks most for a scale and the one that speaks most against it are not counted. The raw scale stays where it is
    nowhere further behind than 1.92, the 95 % likelihood interval: then these figures cannot tell the two apart. Cells at a bound
    (no poor family, no hectare) say nothing of how noise grows and are left out; where they are more than one in twenty, no
    logarithm is taken. No outcome of a site since its start is looked at. With fewer than three years the scale stays raw.
    """
    if untreated.any(0).sum() < LEAST_YEARS:
        return RAW
    names = [name for name in SCALES if name != "logit" or bounds is not None]
    fitting = [named_scale(name, values, untreated, bounds) for name in names]  # of all cells: each must fit on the scale
    rows = _sample(untreated)
    values, untreated, group = values[rows], untreated[rows], np.unique(group[rows], return_inverse=True)[1]
    inside = untreated & ((values > 0) if bounds is None else (values > bounds[0]) & (values < bounds[1]))
    if inside.any(0).sum() < LEAST_YEARS:
        return RAW
    many_at_a_bound = inside.sum() < (1 - MOST_AT_A_BOUND) * untreated.sum()
    candidates = [c for c in fitting if isinstance(c, Scale) and not (many_at_a_bound and c.name in ("log", "logit"))]
    fits = np.array([one_step_likelihood(scale, values, inside, group) for scale in candidates])
    exact = np.isinf(fits).any((1, 2))
    if exact.any():
        return replace(candidates[int(np.argmax(exact))], chosen=not exact[0])
    gains = _all_years_and_less_one(fits - fits[0])
    behind = (gains.max(0) - gains).max(1)
    best = int(np.argmin(behind))
    if best == 0 or behind[0] <= _TOLD_APART:
        return RAW
    return replace(candidates[best], chosen=True, gain=(float(gains[best, 0]), float(gains[best].min())))


def _all_years_and_less_one(gain: np.ndarray) -> np.ndarray:
    """(S, 1 + T) sums of gain (S, N, T) over all cells and over those of all years but one; each time without the place that
    speaks most for a scale and the one that speaks most against it."""
    by_place = gain.sum(2, keepdims=True)
    by_place = np.concatenate([by_place, by_place - gain], axis=2)
    return by_place.sum(1) - by_place.max(1) - by_place.min(1)


def _sample(untreated: np.ndarray) -> np.ndarray:
    """Places with at least two untreated cells, at most two thousand of them, always the same ones."""
    rows = np.flatnonzero(untreated.sum(1) > 1)
    if len(rows) <= MOST_PLACES:
        return rows
    return np.sort(np.random.default_rng(12).choice(rows, MOST_PLACES, replace=False))


def one_step_likelihood(scale: Scale, values: np.ndarray, cells: np.ndarray, group: np.ndarray) -> np.ndarray:
    """(N, T) log likelihood of `cells` (N, T) on a scale, each given the earlier ones of its place; 0 where there are none or it
    is no cell, infinite where all are exact.

    On the scale a cell is the level of its group and year, plus a line in the place's last value and the mean of its past,
    plus an error by Student's t with four degrees of freedom; all numbers at their best, up to a constant.
    """
    z = scale.forward(np.where(cells, values, values[cells][0]))
    last, past, known = _before(z, cells)
    year = group[:, None] * z.shape[1] + np.arange(z.shape[1])
    target = cells & known
    target &= (np.bincount(year[target], minlength=year.max() + 1) >= _LEAST_A_YEAR)[year]
    found = np.zeros(z.shape)
    if not target.any():
        return found
    columns, number = np.column_stack([last[target], past[target]]), np.unique(year[target], return_inverse=True)[1]
    found[target] = _student_likelihood(z[target], columns, number) + scale.log_slope(values[target])
    return found


def _before(z: np.ndarray, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(N, T) last value and mean of all values of a place before each year, and whether there are any."""
    count, total = np.cumsum(cells, 1) - cells, np.cumsum(z * cells, 1) - z * cells
    last = np.zeros_like(z)
    for t in range(1, z.shape[1]):
        last[:, t] = np.where(cells[:, t - 1], z[:, t - 1], last[:, t - 1])
    return last, total / np.maximum(count, 1), count > 0


def _student_likelihood(y: np.ndarray, columns: np.ndarray, year: np.ndarray) -> np.ndarray:
    """(n,) log likelihood at its largest of y (n,) on columns (n, 2) and year effects (numbers (n,)), errors by Student's t.

    Iterated weights (Lange, Little and Taylor 1989), the weighted mean square over the sum of the weights."""

    def centred(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
        return x - (np.bincount(year, weight * x) / np.bincount(year, weight))[year]

    weight, square, least = np.ones(len(y)), np.inf, (_EXACT * y.std()) ** 2
    for _ in range(100):
        X, rest = np.column_stack([centred(column, weight) for column in columns.T]), centred(y, weight)
        weighted = weight[:, None] * X
        rest = rest - X @ (np.linalg.pinv(weighted.T @ X, hermitian=True) @ (weighted.T @ rest))
        before, square = square, float((weight * rest**2).sum() / weight.sum())
        if square <= least:
            return np.full(len(y), np.inf)
        weight = (_DEGREES + 1) / (_DEGREES + rest**2 / square)
        if abs(square - before) < 1e-6 * square:
            break
    return -0.5 * np.log(square) - 0.5 * (_DEGREES + 1) * np.log1p(rest**2 / (_DEGREES * square))
