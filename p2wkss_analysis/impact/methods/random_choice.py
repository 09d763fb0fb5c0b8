"""What the same number of places chosen at random within the same groups would show: the yardstick for few sites.

Errors clustered by place are too small with two to seven sites (measured on the real case: by a factor of about
two), so the spread of the contrast over random choices takes their place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import one_text
from ...say.errors import NotEnoughData, WrongUse
from ...tables.whole_number import check_whole
from ..history.placebo import without_replacement
from ..panel.panel import Panel
from ..texts import methods as texts
from .difference_in_differences import difference_in_differences

REACH = 2.8016
"""t.975 + t.80 of the normal law: an effect of so many SDs is found with 80 % power at 5 % (Bloom 1995)."""


@dataclass(frozen=True, eq=False)
class RandomChoice(Shown):
    """The contrast of the sites among the contrasts of places chosen at random.

    estimate: of the sites, in the outcome's unit; contrasts (D,): of D random choices of as many places from the
    comparison places of the same group and start; enumerated: all choices, each once; sites: how many.
    """

    estimate: float
    contrasts: np.ndarray
    enumerated: bool
    sites: int

    @property
    def std_error(self) -> float:
        """SD of the contrasts around zero, which is their mean by design."""
        return float(np.sqrt(np.mean(self.contrasts**2)))

    @property
    def p_value(self) -> float:
        """Two-sided: twice the share of choices, the sites' own among them, at least as far out on its side."""
        above, below = (self.contrasts >= self.estimate).sum(), (self.contrasts <= self.estimate).sum()
        return float(min(1.0, 2 * (1 + min(above, below)) / (len(self.contrasts) + 1)))

    @property
    def interval(self) -> tuple[float, float]:
        """95 %: the constant effects that `p_value` does not rule out, estimate less the outer 2.5 % on each side.

        Unbounded with fewer than 39 choices, where no p can fall below .05.
        """
        outer = math.floor(0.025 * (len(self.contrasts) + 1))
        if outer < 1:
            return -np.inf, np.inf
        ordered = np.sort(self.contrasts)
        return float(self.estimate - ordered[-outer]), float(self.estimate - ordered[outer - 1])

    @property
    def smallest_detectable(self) -> float:
        """The effect found with 80 % power at 5 % two-sided: 2.80 SD."""
        return REACH * self.std_error

    def sites_for(self, effect: float) -> int:
        """How many sites would show `effect` with 80 % power: the SD falls with the root of their number."""
        return math.ceil(self.sites * (self.smallest_detectable / abs(effect)) ** 2)

    def table(self) -> pd.DataFrame:
        """One row: estimate, std_error, conf_low, conf_high, p_value, smallest_detectable, choices, sites."""
        low, high = self.interval
        return pd.DataFrame(
            [
                {
                    "estimate": self.estimate,
                    "std_error": self.std_error,
                    "conf_low": low,
                    "conf_high": high,
                    "p_value": self.p_value,
                    "smallest_detectable": self.smallest_detectable,
                    "choices": len(self.contrasts),
                    "sites": self.sites,
                }
            ]
        )

    def sentence(self, lang: str | None = None) -> str:
        """How often places chosen at random come out at least as far."""
        return texts.AGAINST_RANDOM_CHOICE.say(lang, n=len(self.contrasts), p=self.p_value)


def random_choice(panel: Panel, draws: int = 4000, seed: int = 0) -> RandomChoice:
    """Difference in differences of the sites, against the same contrast for places chosen at random.

    Each draw takes, for each start and group, as many comparison places as there are sites, without replacement,
    and leaves the sites themselves out; all choices are taken once where there are no more than `draws`. Source:
    randomisation inference, Fisher (1935); inversion for a constant effect, Rosenbaum (2002) ch. 2. Only for an
    early or timing baseline, where the choice was made before the base value: with clean years before, sites chosen
    for those years need `evaluate`, whose placebos know each place's history. Raises WrongUse and NotEnoughData.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(units=20, years=2, starts=[1], per_year=1, seed=1).table()
    >>> panel = Panel.from_table(table, outcome="outcome", better="higher", baseline="early")
    >>> random_choice(panel).table()[["choices", "sites"]].values.tolist()
    [[19, 1]]
    """
    check_whole("draws", draws, 39)
    check_whole("seed", seed, 0)
    if panel.baseline == "clean":
        raise WrongUse(texts.NOT_FOR_CLEAN)
    found = difference_in_differences(panel)
    if not found.runs:
        raise NotEnoughData(one_text(found.notes))
    contrasts, enumerated, sites = random_contrasts(panel, draws, seed)
    return RandomChoice(found.estimate, contrasts, enumerated, sites)


def random_contrasts(panel: Panel, draws: int, seed: int) -> tuple[np.ndarray, bool, int]:
    """(D,) contrasts of random choices among the comparison places, whether these are all choices, and how many
    sites each takes. Every observed cell counts, also where the baseline is clean."""
    pools = _pools(panel)
    if not pools or any(len(places) <= sum(sizes.values()) for places, sizes in pools):
        raise NotEnoughData(texts.TOO_FEW_FOR_RANDOM_CHOICE)
    parts = {start: _parts(panel, pools, start) for start in {s for _, sizes in pools for s in sizes}}
    chosen, enumerated = _choices(pools, draws, seed)
    top, own, shared = 0.0, 0.0, 0.0
    for (places, sizes), taken in zip(pools, chosen, strict=True):
        first = 0
        for start, size in sizes.items():
            rows = places[taken[:, first : first + size]]
            a, q, B = (part[rows].sum(1) for part in parts[start][:3])
            top, own, shared = top + a, own + q, shared + B
            first += size
    inverse = next(iter(parts.values()))[3]
    sites = sum(sum(sizes.values()) for _, sizes in pools)
    return top / (own - np.einsum("di,ij,dj->d", shared, inverse, shared)), enumerated, sites


_Pool = tuple[np.ndarray, dict[int, int]]  # rows of the places that may be chosen; how many sites started in which year


def _pools(panel: Panel) -> list[tuple[np.ndarray, dict[int, int]]]:
    """For each group with sites: rows that could stand in for them, and how many sites of each start."""
    seen = np.isfinite(panel.values)
    usable = panel.treated & (seen & panel.before).any(1) & (seen & ~panel.before).any(1)
    group = np.zeros(len(usable)) if panel.group is None else panel.group.astype(str)
    pools = []
    for g in np.unique(group[usable]):
        inside = group == g
        starts, counts = np.unique(panel.start[usable & inside], return_counts=True)
        before, after = panel.years < starts[0], panel.years >= starts[-1]
        fit = inside & ~panel.treated & seen[:, before].any(1) & seen[:, after].any(1)
        pools.append((np.flatnonzero(fit), dict(zip(starts.astype(int).tolist(), counts.tolist(), strict=True))))
    return pools


def _parts(panel: Panel, pools: list[_Pool], start: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """What each place adds to the contrast when it is chosen to begin in `start`, by Frisch-Waugh-Lovell.

    a (N,): its outcome from the start on, freed of place and group-year effects; q (N,): the square of its dummy
    freed of the place; B (N, P): its products with the group-year dummies; and the inverse of theirs (P, P). The
    contrast of any choice is sum a / (sum q - (sum B)' inverse (sum B)): exact for unbalanced panels too.
    """
    group = np.zeros(len(panel.units)) if panel.group is None else panel.group.astype(str)
    inside = np.isin(group, group[np.concatenate([places for places, _ in pools])])
    cells = np.isfinite(panel.values) & (inside & ~panel.treated)[:, None]
    cells &= (cells.sum(1) > 1)[:, None]
    i, t = np.nonzero(cells)
    period = np.unique(np.column_stack([np.unique(group[i], return_inverse=True)[1], t]), axis=0, return_inverse=True)[1].ravel()
    unit = np.unique(i, return_inverse=True)[1]
    W = _within((period[:, None] == np.arange(period.max() + 1)).astype(float), unit)
    y = _within(panel.values[i, t][:, None], unit)
    inverse = np.linalg.pinv(W.T @ W)
    y = (y - W @ (inverse @ (W.T @ y)))[:, 0]
    late, n = panel.years[t] >= start, len(panel.units)
    a = np.bincount(i[late], y[late], minlength=n)
    post, count = np.bincount(i[late], minlength=n), np.bincount(i, minlength=n)
    B = np.zeros((n, W.shape[1]))
    np.add.at(B, i[late], W[late])
    return a, post * (1 - post / np.maximum(count, 1)), B, inverse


def _within(columns: np.ndarray, unit: np.ndarray) -> np.ndarray:
    count = np.bincount(unit)
    means = np.stack([np.bincount(unit, column) for column in columns.T], 1) / count[:, None]
    return columns - means[unit]


def _choices(pools: list[_Pool], draws: int, seed: int) -> tuple[list[np.ndarray], bool]:
    """(D, k) positions in each pool, the sites of each start one after the other."""
    sizes = [(len(places), tuple(counts.values())) for places, counts in pools]
    possible = math.prod(math.perm(n, sum(ks)) // math.prod(math.factorial(k) for k in ks) for n, ks in sizes)
    if possible <= draws:
        ways = list(product(*(list(_all_ways(range(n), ks)) for n, ks in sizes)))
        return [np.array([way[p] for way in ways]) for p in range(len(sizes))], True
    rng = np.random.default_rng([seed, 11])
    return [without_replacement(rng, n, sum(ks), draws) for n, ks in sizes], False


def _all_ways(free: Sequence[int], sizes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every way to take sizes[0] of `free`, then sizes[1] of the rest, and so on."""
    if not sizes:
        yield ()
        return
    for taken in combinations(free, sizes[0]):
        rest = [x for x in free if x not in taken]
        for more in _all_ways(rest, sizes[1:]):
            yield taken + more
