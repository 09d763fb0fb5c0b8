"""Panels with a known truth: a planted effect, a planted way of choosing, and neither."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np

from ..display import Shown
from ..rule import SelectionRule
from ..say.errors import WrongUse
from . import texts

if TYPE_CHECKING:
    import pandas as pd

RULES = ("worst", "best", "random", "noisy", "column", "trend", "mixture")
NOISES = ("gauss", "t4", "laplace", "skew", "uneven", "trend", "classes")


@dataclass(frozen=True)
class Noise:
    """How untreated places move: a stable level, a yearly shock that fades, own measurement error.

    kind: "gauss"; "t4" (levels and shocks heavy-tailed); "laplace" (shocks); "skew" (exponential levels, the
    long tail at the bad end); "uneven" (each place its own volatility, log SD .5); "trend" (own slopes, SD .1
    a year); "classes" (one place in five stands 2 SD higher). rho: correlation of shocks a year apart, 0 to
    below 1. level_sd, shock_sd, measurement_sd: SDs; the unit of all simulated effects is one level SD.
    """

    kind: str = "gauss"
    rho: float = 0.5
    level_sd: float = 1.0
    shock_sd: float = 1.0
    measurement_sd: float = 0.3

    def __post_init__(self) -> None:
        if self.kind not in NOISES or not _number(self.rho) or not 0 <= self.rho < 1:
            raise WrongUse(texts.UNKNOWN_NOISE.fill(kind=self.kind, rho=self.rho, known=NOISES))
        sizes = {name: getattr(self, name) for name in ("level_sd", "shock_sd", "measurement_sd")}
        odd = [f"{name}={value!r}" for name, value in sizes.items() if not _number(value) or value < 0]
        if odd:
            raise WrongUse(texts.NOT_A_SPREAD.fill(given=odd))


def _number(value: object) -> bool:
    """Whether it is a finite number."""
    try:
        return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:  # a whole number that no float holds
        return False


def untreated(units: int, years: int, noise: Noise, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Untreated values (units, years) and stable levels (units,), lower is worse."""
    shape = (units, years)
    level = {
        "skew": lambda: 1 - rng.exponential(size=units),
        "t4": lambda: rng.standard_t(4, units) / np.sqrt(2),
        "classes": lambda: rng.normal(size=units) + 2.0 * (rng.random(units) < 0.2) - 0.4,
    }.get(noise.kind, lambda: rng.normal(size=units))()
    shock = {
        "t4": lambda: rng.standard_t(4, shape) / np.sqrt(2),
        "laplace": lambda: rng.laplace(size=shape) / np.sqrt(2),
    }.get(noise.kind, lambda: rng.normal(size=shape))()
    shock[:, 1:] *= np.sqrt(1 - noise.rho**2)
    for t in range(1, years):
        shock[:, t] += noise.rho * shock[:, t - 1]
    moving = noise.shock_sd * shock + noise.measurement_sd * rng.normal(size=shape)
    if noise.kind == "uneven":
        spread = np.exp(0.5 * rng.normal(size=units))
        moving *= (spread / np.exp(0.25))[:, None]
    if noise.kind == "trend":
        moving += 0.1 * rng.normal(size=units)[:, None] * (np.arange(years) - (years - 1) / 2)
    return noise.level_sd * level[:, None] + moving, noise.level_sd * level


def choose(
    values: np.ndarray,
    ranking: np.ndarray,
    rule: SelectionRule | None,
    per_year: int,
    at: Iterable[int],
    rng: np.random.Generator,
    group: np.ndarray | None = None,
) -> np.ndarray:
    """Start of each place as a column number, inf for never: `per_year` sites in each column of `at`.

    The rule ranks places by `values` or by `ranking`, (units, years), `lag` columns before the start; with no
    rule places are drawn at random.
    """
    start = np.full(len(values), np.inf)
    rows = (
        [np.arange(len(values))]
        if rule is None or rule.within is None or group is None
        else [np.flatnonzero(group == g) for g in np.unique(group)]
    )
    for column in at:
        for inside in rows:
            free = inside[np.isinf(start[inside])]
            if rule is None:
                start[rng.permutation(free)[:per_year]] = column
                continue
            figure = (values if rule.by == "outcome" else ranking)[free, column - rule.lag]
            order = np.argsort(figure if rule.picks == "lowest" else -figure, kind="stable")
            start[free[order[:per_year]]] = column
    return start


@dataclass(frozen=True, eq=False)
class SimulatedPanel(Shown):
    """Synthetic places with a known truth. Arrays as in `Panel`; start is inf for never a site.

    units (N,), years (T,), values (N, T), start (N,), ranking (N, T) or None, group (N,) or None; effect is the
    true effect on every treated cell, year_means (T,) the true drift all places share.
    """

    units: np.ndarray
    years: np.ndarray
    values: np.ndarray
    start: np.ndarray
    ranking: np.ndarray | None
    group: np.ndarray | None
    effect: float
    year_means: np.ndarray

    def table(self) -> pd.DataFrame:
        """Tidy: area_code, year, outcome, programme_year, and ranking and group where there are any.

        Ready for `Panel.from_table(..., outcome="outcome", better="higher")`.
        """
        import pandas as pd

        n, t = self.values.shape
        start = pd.array(np.repeat(np.where(np.isinf(self.start), -1, self.start), t).astype(int), dtype="Int64")
        start[start == -1] = pd.NA
        columns = {
            "area_code": np.repeat(self.units, t),
            "year": np.tile(self.years, n),
            "outcome": self.values.ravel(),
            "programme_year": start,
        }
        if self.ranking is not None:
            columns["ranking"] = self.ranking.ravel()
        if self.group is not None:
            columns["group"] = np.repeat(self.group, t)
        return pd.DataFrame(columns)

    def sentence(self, lang: str | None = None) -> str:
        """What was planted."""
        sites = int(np.isfinite(self.start).sum())
        return texts.PANEL.say(lang, n=len(self.units), years=len(self.years), sites=sites, effect=self.effect)


def simulate_panel(
    units: int = 60,
    years: int = 10,
    starts: Iterable[int] | None = None,
    per_year: int = 2,
    rule: str | SelectionRule = "worst",
    noise: Noise = Noise(),
    effect: float = 0.0,
    groups: int | None = None,
    seed: int = 0,
) -> SimulatedPanel:
    """Synthetic places whose true effect is `effect`, in level SDs, from the start on.

    units, years: counts from 2; starts: column numbers (0 is the first year) in which programmes begin, each at least
    the rule's lag ("trend" needs 3), by default up to four from the middle year on; per_year: sites each time (and
    group); rule: "worst", "best", "random", "noisy" (worst on the outcome plus unrecorded noise), "column" (worst on a
    recorded ranking that also knows the true level), "trend" (best recent rise), "mixture" (worst half of the time, else
    random), or a SelectionRule; groups: number of equal groups or None. Years are called 2001, 2002, ...; higher is
    better; years share a drift.
    effect finite; seed from 0. Raises WrongUse naming every argument that cannot be. Source: Ashenfelter (1978) on
    choosing at a dip. Not for real places: those need a city.

    >>> simulate_panel(effect=1.0, seed=3).sentence("en")
    'Synthetic data: 60 places, 10 years, 8 sites, true effect 1.00.'
    """
    columns = _default_starts(years, rule) if starts is None else tuple(starts)
    _check(units, years, columns, per_year, rule, effect, groups, seed)
    rng = np.random.default_rng(seed)
    values, level = untreated(units, years, noise, rng)
    drift = np.cumsum(rng.normal(0.1, 0.2, years))
    values += drift
    group = None if groups is None else np.array([f"group {i % groups + 1}" for i in range(units)], dtype=object)
    start, ranking = _chosen(values, level, rule, per_year, columns, rng, group)
    after = np.arange(years)[None, :] >= start[:, None]
    return SimulatedPanel(
        units=np.array([f"place {i:05d}" for i in range(units)], dtype=object),
        years=2001 + np.arange(years),
        values=values + float(effect) * after,
        start=2001 + start,
        ranking=ranking,
        group=group,
        effect=effect,
        year_means=drift,
    )


def _default_starts(years: int, rule: str | SelectionRule) -> tuple[int, ...]:
    """Up to four from the middle year on, or from the first the rule allows."""
    if not _whole(years, 2):
        return ()
    first = max(years // 2, _earliest(rule))
    return tuple(range(first, min(first + 4, years))) or (first,)


def _earliest(rule: str | SelectionRule) -> int:
    """The first column in which programmes can start: the rule looks at earlier ones."""
    return rule.lag if isinstance(rule, SelectionRule) else 3 if rule == "trend" else 1


def _whole(value: Any, least: int) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool) and int(value) >= least


def _check(
    units: int,
    years: int,
    starts: tuple[int, ...],
    per_year: int,
    rule: str | SelectionRule,
    effect: float,
    groups: int | None,
    seed: int,
) -> None:
    """WrongUse naming every argument that cannot be."""
    counts = {"units": (units, 2), "years": (years, 2), "per_year": (per_year, 1), "seed": (seed, 0)}
    if groups is not None:
        counts["groups"] = (groups, 1)
    faults = [
        texts.NOT_AT_LEAST.fill(name=name, given=value, least=least)
        for name, (value, least) in counts.items()
        if not _whole(value, least)
    ]
    if isinstance(rule, SelectionRule) and rule.within and groups is None:
        faults.append(texts.GROUPS_NEEDED.fill(within=rule.within))
    if not _number(effect):
        faults.append(texts.NOT_AN_EFFECT.fill(given=effect))
    first = _earliest(rule)
    late = [s for s in starts if not _whole(s, first) or (_whole(years, 2) and s >= years)]
    if late:
        faults.append(texts.NOT_A_START.fill(given=late, first=first, years=years))
    if faults:
        raise WrongUse(texts.PANEL_REFUSED.fill(faults=faults))


def _chosen(
    values: np.ndarray,
    level: np.ndarray,
    rule: str | SelectionRule,
    per_year: int,
    starts: tuple[int, ...],
    rng: np.random.Generator,
    group: np.ndarray | None,
) -> tuple[np.ndarray, np.ndarray | None]:
    """Starts of each place, and the recorded ranking column where the rule leaves one."""
    if isinstance(rule, SelectionRule):
        ranking = level[:, None] + rng.normal(size=values.shape) if rule.by == "ranking" else None
        figure = values if ranking is None else ranking
        return choose(values, figure, rule, rule.per_year, starts, rng, group), ranking
    worst = SelectionRule(by="ranking", within=None if group is None else "group")
    best = SelectionRule(by="ranking", picks="highest", within=worst.within)
    if rule == "random":
        return choose(values, values, None, per_year, starts, rng, group), None
    if rule == "worst":
        return choose(values, values, worst, per_year, starts, rng, group), None
    if rule == "best":
        return choose(values, values, best, per_year, starts, rng, group), None
    if rule == "noisy":
        return choose(values, values + rng.normal(size=values.shape), worst, per_year, starts, rng, group), None
    if rule == "column":
        ranking = level[:, None] + 0.5 * values + rng.normal(size=values.shape)
        return choose(values, ranking, worst, per_year, starts, rng, group), ranking
    if rule == "trend":
        rise = values - np.roll(values, 2, axis=1)
        return choose(values, rise, best, per_year, starts, rng, group), None
    if rule == "mixture":
        noise = np.where(rng.random(values.shape) < 0.5, values, rng.normal(size=values.shape) * values.std())
        return choose(values, noise, worst, per_year, starts, rng, group), None
    raise WrongUse(texts.UNKNOWN_RULE.fill(given=rule, known=RULES))
