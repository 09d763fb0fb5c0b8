"""Panels with a known truth: a planted effect, a planted way of choosing, and neither."""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np

from ..display import Shown
from ..rule import SelectionRule
from ..say import integer, number, pick
from ..say.errors import WrongUse

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

    def __post_init__(self):
        if self.kind not in NOISES or not _number(self.rho) or not 0 <= self.rho < 1:
            raise WrongUse(
                id=f"Derau {self.kind!r} dengan rho {self.rho} tidak dikenal; pilih {', '.join(NOISES)}.",
                en=f"Noise {self.kind!r} with rho {self.rho} is not known; choose {', '.join(NOISES)}.",
            )
        sizes = {name: getattr(self, name) for name in ("level_sd", "shock_sd", "measurement_sd")}
        odd = ", ".join(f"{k}={v!r}" for k, v in sizes.items() if not _number(v) or v < 0)
        if odd:
            raise WrongUse(id=f"{odd}: simpangan baku harus angka mulai 0.", en=f"{odd}: an SD must be a number from 0.")


def _number(value) -> bool:
    """Whether it is a finite number."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def untreated(units: int, years: int, noise: Noise, rng: np.random.Generator):
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
    at: range,
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
        if rule is None or rule.within is None
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

    def table(self):
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
        sites, n = int(np.isfinite(self.start).sum()), len(self.units)
        return pick(
            lang,
            id=f"Data buatan: {integer(n, lang)} tempat, {len(self.years)} tahun, {integer(sites, lang)} lokasi, "
            f"pengaruh sebenarnya {number(self.effect, 2, lang)}.",
            en=f"Synthetic data: {integer(n, lang)} places, {len(self.years)} years, {integer(sites, lang)} sites, "
            f"true effect {number(self.effect, 2, lang)}.",
        )


def simulate_panel(
    units=60,
    years=10,
    starts=None,
    per_year=2,
    rule="worst",
    noise=Noise(),
    effect=0.0,
    groups=None,
    seed=0,
) -> SimulatedPanel:
    """Synthetic places whose true effect is `effect`, in level SDs, from the start on.

    units, years: counts from 2; starts: column numbers (0 is the first year) in which programmes begin, each at least
    the rule's lag ("trend" needs 3), by default up to four from the middle year on; per_year: sites each time (and group); rule: "worst", "best", "random", "noisy" (worst on
    the outcome plus unrecorded noise), "column" (worst on a recorded ranking that also knows the true level),
    "trend" (best recent rise), "mixture" (worst half of the time, else random), or a SelectionRule; groups:
    number of equal groups or None. Years are called 2001, 2002, ...; higher is better; years share a drift.
    effect finite; seed from 0. Raises WrongUse naming every argument that cannot be. Source: Ashenfelter (1978) on choosing at a dip. Not for real places: those need a city.

    >>> simulate_panel(effect=1.0, seed=3).sentence("en")
    'Synthetic data: 60 places, 10 years, 8 sites, true effect 1.00.'
    """
    starts = _default_starts(years, rule) if starts is None else tuple(starts)
    _check(units, years, starts, per_year, rule, effect, groups, seed)
    rng = np.random.default_rng(seed)
    values, level = untreated(units, years, noise, rng)
    drift = np.cumsum(rng.normal(0.1, 0.2, years))
    values += drift
    group = None if groups is None else np.array([f"group {i % groups + 1}" for i in range(units)], dtype=object)
    start, ranking = _chosen(values, level, rule, per_year, starts, rng, group)
    after = np.arange(years)[None, :] >= start[:, None]
    return SimulatedPanel(
        units=np.array([f"place {i:05d}" for i in range(units)], dtype=object),
        years=2001 + np.arange(years),
        values=values + effect * after,
        start=2001 + start,
        ranking=ranking,
        group=group,
        effect=effect,
        year_means=drift,
    )


def _default_starts(years, rule) -> tuple[int, ...]:
    """Up to four from the middle year on, or from the first the rule allows."""
    if not _whole(years, 2):
        return ()
    first = max(years // 2, _earliest(rule))
    return tuple(range(first, min(first + 4, years))) or (first,)


def _earliest(rule) -> int:
    """The first column in which programmes can start: the rule looks at earlier ones."""
    return rule.lag if isinstance(rule, SelectionRule) else 3 if rule == "trend" else 1


def _whole(value, least: int) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool) and value >= least


def _check(units, years, starts, per_year, rule, effect, groups, seed) -> None:
    """WrongUse naming every argument that cannot be."""
    counts = {"units": (units, 2), "years": (years, 2), "per_year": (per_year, 1), "seed": (seed, 0)}
    if groups is not None:
        counts["groups"] = (groups, 1)
    odd = [(name, value, least) for name, (value, least) in counts.items() if not _whole(value, least)]
    faults_id = [f"{name}={value!r}: harus bilangan bulat, paling kecil {least}" for name, value, least in odd]
    faults_en = [f"{name}={value!r}: must be a whole number, at least {least}" for name, value, least in odd]
    if not _number(effect):
        faults_id.append(f"effect={effect!r}: harus angka")
        faults_en.append(f"effect={effect!r}: must be a number")
    first = _earliest(rule)
    late = [s for s in starts if not _whole(s, first) or (_whole(years, 2) and s >= years)]
    if late:
        faults_id.append(f"starts={late!r}: kolom mulai harus bilangan bulat dari {first} sampai {years} dikurangi 1")
        faults_en.append(f"starts={late!r}: a start must be a whole column number from {first} to {years} less 1")
    if faults_id:
        raise WrongUse(
            id="Simulasi tidak dapat dibuat. " + "; ".join(faults_id) + ".",
            en="The simulation cannot be made. " + "; ".join(faults_en) + ".",
        )


def _chosen(values, level, rule, per_year, starts, rng, group):
    """Starts of each place, and the recorded ranking column where the rule leaves one."""
    if isinstance(rule, SelectionRule):
        ranking = level[:, None] + rng.normal(size=values.shape) if rule.by == "ranking" else None
        return choose(values, ranking, rule, rule.per_year, starts, rng, group), ranking
    worst = SelectionRule(by="ranking", within=None if group is None else "group")
    best = SelectionRule(by="ranking", picks="highest", within=worst.within)
    if rule == "random":
        return choose(values, None, None, per_year, starts, rng, group), None
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
    raise WrongUse(id=f"Aturan simulasi {rule!r} tidak dikenal.", en=f"Simulation rule {rule!r} is not known.")
