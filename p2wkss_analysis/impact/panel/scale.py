"""The scale an outcome is judged on: as it is, its root, its logarithm or its log-odds; chosen from untreated cells alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..estimate import Text

SCALES = ("raw", "root", "log", "logit")
LEAST_YEARS = 3
MOST_PLACES = 2000
MOST_AT_A_BOUND = 0.05
_LEAST_GAIN = 5.0  # of log likelihood, so that a scale that is hardly better is not taken; real poverty panels gain 100 and more


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
        return _WORDS[self.name]

    def reason(self) -> Text | None:
        """Why the outcome is judged on this scale; None on its own."""
        if self.raw:
            return None
        if not self.chosen:
            return Text(f"Dihitung pada {_WORDS[self.name].id} sesuai permintaan.", f"Computed on {_WORDS[self.name].en}, as asked.")
        return Text(
            f"Naik turunnya angka ini sebanding dengan besarnya, sehingga tempat dibandingkan pada {_WORDS[self.name].id}; skala ini "
            "dipilih hanya dari angka sebelum program, lalu hasilnya dikembalikan ke satuan semula.",
            f"This figure moves in proportion to its size, so places are compared on {_WORDS[self.name].en}; the scale was chosen "
            "from figures before the programme alone, and the result is told in the figure's own unit.",
        )


_WORDS = {
    "raw": Text("skala asli", "its own scale"),
    "root": Text("skala akar", "the root scale"),
    "log": Text("skala logaritma", "the log scale"),
    "logit": Text("skala logit", "the logit scale"),
}
RAW = Scale()


def named_scale(name: str, values: np.ndarray, untreated: np.ndarray, bounds: tuple[float, float] | None) -> Scale | Text:
    """The scale a user names, or why these values cannot be put on it. values (N, T), untreated (N, T) bool."""
    if name == "raw":
        return RAW
    seen = values[np.isfinite(values)]
    if name == "logit":
        low, high = bounds or ((0.0, 1.0) if seen.max() <= 1 else (0.0, 100.0))
        if seen.min() < low or seen.max() > high:
            return Text(f"skala logit memerlukan nilai dari {low:g} sampai {high:g}", f"the logit scale needs values from {low:g} to {high:g}")
        distance = np.minimum(values - low, high - values)
    elif seen.min() < 0:
        return Text(f"{_WORDS[name].id} memerlukan nilai yang tidak negatif", f"{_WORDS[name].en} needs values that are not negative")
    else:
        low, high, distance = 0.0, 1.0, values
    known = distance[untreated & (distance > 0)]
    if len(known) == 0:
        return Text(
            f"{_WORDS[name].id} memerlukan nilai sebelum program yang tidak tepat di batas",
            f"{_WORDS[name].en} needs values before the programme that are off the bounds",
        )
    floor = float(known.min()) / 2
    if name == "logit":  # so far off the bounds that a computer can tell the two apart
        floor = max(floor, 2 * float(np.spacing(max(abs(low), abs(high)))))
    return Scale(name, floor, low, high)


def choose_scale(values, untreated, group, bounds=None) -> Scale:
    """The scale on which untreated cells are closest to place plus year plus even noise.

    values (N, T); untreated (N, T) cells observed before any programme; group (N,) numbers, each with its own year means;
    bounds: (low, high) of a share, where the outcome is known to be one.

    Box and Cox (1964): the profile likelihood of the two-way additive model, for root, log and, with bounds, logit. Another
    scale than the raw one is taken only where it gains clearly, in all years and with any one year left out, so that no
    single year decides; of several, the one whose least gain is the largest. Cells at a bound (no poor family, no hectare)
    say nothing of how noise grows and are left out; where they are more than one in twenty, no logarithm is taken. No
    outcome of a site since its start is looked at. With fewer than three years the scale stays raw.
    """
    if untreated.any(0).sum() < LEAST_YEARS:
        return RAW
    best, most = RAW, _LEAST_GAIN
    names = [name for name in SCALES[1:] if name != "logit" or bounds is not None]
    candidates = [named_scale(name, values, untreated, bounds) for name in names]  # of all cells: each must fit on the scale
    rows = _sample(untreated)
    values, untreated, group = values[rows], untreated[rows], np.unique(group[rows], return_inverse=True)[1]
    inside = untreated & ((values > 0) if bounds is None else (values > bounds[0]) & (values < bounds[1]))
    many_at_a_bound = inside.sum() < (1 - MOST_AT_A_BOUND) * untreated.sum()
    parts = [inside, *_without_a_year(inside)]
    if inside.any(0).sum() < LEAST_YEARS:
        return RAW
    plain = np.array([profile_likelihood(RAW, values, part, group) for part in parts])
    for scale in candidates:
        if isinstance(scale, Text) or (many_at_a_bound and scale.name != "root"):
            continue
        gains = np.array([profile_likelihood(scale, values, part, group) for part in parts]) - plain
        if gains.min() > most:
            best, most = scale, gains.min()
            best = Scale(scale.name, scale.floor, scale.low, scale.high, True, (float(gains[0]), float(gains.min())))
    return best


def _sample(untreated: np.ndarray) -> np.ndarray:
    """Places with at least two untreated cells, at most two thousand of them, always the same ones."""
    rows = np.flatnonzero(untreated.sum(1) > 1)
    if len(rows) <= MOST_PLACES:
        return rows
    return np.sort(np.random.default_rng(12).choice(rows, MOST_PLACES, replace=False))


def _without_a_year(untreated: np.ndarray) -> list[np.ndarray]:
    """The untreated cells less those of one year, for each year that leaves enough."""
    years = np.flatnonzero(untreated.any(0))
    return [untreated & (np.arange(untreated.shape[1]) != t) for t in years] if len(years) > LEAST_YEARS else []


def profile_likelihood(scale: Scale, values: np.ndarray, cells: np.ndarray, group: np.ndarray) -> float:
    """Log likelihood of `cells` (N, T) on a scale, place and group-year effects and the variance at their best."""
    cells = cells & (cells.sum(1) > 1)[:, None]
    y = values[cells]
    rest = _two_way_residuals(scale.forward(np.where(cells, values, 1.0 if scale.name != "logit" else scale.low + scale.floor)), cells, group)
    return float(-0.5 * len(y) * np.log(max(np.mean(rest[cells] ** 2), np.finfo(float).tiny)) + scale.log_slope(y).sum())


def _two_way_residuals(z: np.ndarray, cells: np.ndarray, group: np.ndarray, rounds: int = 50) -> np.ndarray:
    """(N, T) residuals of place and group-year effects by alternating means; zero outside `cells`."""
    on = cells.astype(float)
    member = (group[:, None] == np.arange(group.max() + 1)[None, :]).astype(float)
    of_place, of_year = np.maximum(on.sum(1, keepdims=True), 1), np.maximum(member.T @ on, 1)
    rest = z * on
    for _ in range(rounds):
        step = (member.T @ rest) / of_year
        rest = (rest - step[group]) * on
        own = rest.sum(1, keepdims=True) / of_place
        rest = (rest - own) * on
        if np.abs(own).max() < 1e-9 * (np.abs(rest).max() + 1e-300):
            break
    return rest
