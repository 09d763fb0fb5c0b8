"""The only door to the package diff-diff: staggered effects, event study, robust bounds, synthetic differences.

Its data loaders, which return synthetic data when offline, are never used.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import norm

from ...files.homeless import home_for
from ...say import Text
from ..estimate import Estimate, from_t, refused, too_few_placebos
from ..panel.own_unit import in_own_unit, site_years, told, worth
from ..panel.panel import Panel
from ..texts import methods as texts
from .difference_in_differences import base_of

STAGGERED = "staggered"
SYNTHETIC = "synthetic_difference_in_differences"
LEAST_YEARS = 3
MOST_CONTROLS = 150


@dataclass(frozen=True, eq=False)
class EventStudy:
    """Average effects by years since the start: event_time (E,), effect (E,), covariance (E, E), n (E,) sites in
    each, sites and controls counted, reference the event time held at zero; lonely: some cohort (of a group) has a
    single site, whose own spread no analytic error can hold."""

    event_time: np.ndarray
    effect: np.ndarray
    covariance: np.ndarray
    n: np.ndarray
    sites: int
    controls: int
    reference: int
    container: Any = None
    overall: tuple[float, float] | None = None
    lonely: bool = False

    def table(self) -> pd.DataFrame:
        """years_since, estimate, std_error, conf_low, conf_high (point by point), n."""
        error = np.sqrt(np.diag(self.covariance))
        return pd.DataFrame(
            {
                "years_since": self.event_time,
                "estimate": self.effect,
                "std_error": error,
                "conf_low": self.effect - 1.96 * error,
                "conf_high": self.effect + 1.96 * error,
                "n": self.n,
            }
        )

    def average(self) -> tuple[float, float]:
        """Effect and standard error averaged over sites and programme years (the "simple" average).

        diff-diff's own where there is no anticipation; with it, diff-diff would count the years between ranking
        and start as programme years, so the average is taken here over the years from the start on.
        """
        if self.overall is not None:
            return self.overall
        weight = np.where(self.event_time >= 0, self.n, 0.0)
        weight = weight / weight.sum()
        return float(weight @ self.effect), float(np.sqrt(weight @ self.covariance @ weight))


def event_study(
    panel: Panel, lag: int = 1, base_period: str = "universal", control_group: str = "not_yet_treated"
) -> EventStudy | Text:
    """Callaway and Sant'Anna (2021) effects by years since the start, base before the ranking year.

    lag: years from ranking to start, handed on as `anticipation` so that none of a site's cells from the
    ranking year to its start is a base. Within groups where the panel has them, averaged by sites. Or the reason
    why there is none.
    """
    study = _on_scale(panel, lag, base_period, control_group)
    return study if isinstance(study, Text) else _told(panel, study)


def _told(panel: Panel, study: EventStudy) -> EventStudy:
    """A study on the panel's scale in the outcome's own unit: each year's effect as it moves the sites seen then."""
    if panel.scale.raw:
        return study
    error, effect, slope = np.sqrt(np.diag(study.covariance)), study.effect.copy(), np.ones(len(study.effect))
    for k, e in enumerate(study.event_time):
        rows, weights = site_years(panel, int(e))
        effect[k], slope[k] = told(panel, rows, weights, study.effect[k]), worth(panel, rows, weights, error[k], study.effect[k])
    return replace(study, effect=effect, covariance=slope[:, None] * study.covariance * slope)


def _on_scale(
    panel: Panel, lag: int, base_period: str = "universal", control_group: str = "not_yet_treated"
) -> EventStudy | Text:
    """`event_study` on the panel's scale."""
    anticipation = lag if panel.baseline == "clean" else 0
    parts = [
        part
        for part in (_one_group(panel, rows, anticipation, base_period, control_group) for rows in _groups_with_sites(panel))
        if part is not None
    ]
    if not parts:
        return texts.NO_VALUE_BEFORE_RANKING
    return parts[0] if len(parts) == 1 else _pooled(parts)


def _library() -> Any:
    with home_for("diff_diff"):
        import diff_diff
    return diff_diff


def _groups_with_sites(panel: Panel) -> list[np.ndarray]:
    if panel.group is None:
        return [np.arange(len(panel.units))]
    labels = panel.group.astype(str)
    return [np.flatnonzero(labels == g) for g in np.unique(labels[panel.treated])]


def _one_group(panel: Panel, rows: np.ndarray, anticipation: int, base_period: str, control_group: str) -> EventStudy | None:
    diff_diff = _library()

    start = np.where(panel.treated, panel.start, 0)[rows]
    usable = (start == 0) | (start - 1 - anticipation >= panel.years[0])
    rows, start = rows[usable], start[usable].astype(int)
    if not (start > 0).any() or not (start == 0).any():
        return None
    values = panel.scaled[rows]
    i, t = np.nonzero(np.isfinite(values))
    tidy = pd.DataFrame({"unit": i, "year": panel.years[t], "y": values[i, t], "start": start[i]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fit = diff_diff.CallawaySantAnna(
                control_group=control_group,
                anticipation=anticipation,
                base_period=base_period,
                allow_unbalanced_panel=not np.isfinite(values).all(),
            ).fit(tidy, "y", "unit", "year", "start")
            study = fit.aggregate("event_study")
        except (ValueError, np.linalg.LinAlgError, KeyError):
            return None
    return _read(fit, study, start, anticipation)


def _read(fit: Any, study: Any, start: np.ndarray, anticipation: int) -> EventStudy | None:
    table = study.to_dataframe().set_index("event_time")
    order = [int(e) for e in study.vcov_index]
    effect, covariance = table.loc[order, "att"].to_numpy(float), np.asarray(study.vcov, float)
    good = np.isfinite(effect) & np.isfinite(np.diag(covariance))
    order, effect, covariance = np.array(order)[good], effect[good], covariance[np.ix_(good, good)]
    sizes = {int(g): int((start == g).sum()) for g in np.unique(start[start > 0])}
    have = [(int(g), int(t)) for (g, t), cell in fit.group_time_effects.items() if np.isfinite(cell["effect"])]
    n = np.array([sum(sizes[g] for g, t in have if t - g == e) for e in order], float)
    if not (order >= 0).any():
        return None
    reference = [int(e) for e in table.index[table["is_reference"]]]
    return EventStudy(
        order,
        effect,
        covariance,
        n,
        int((start > 0).sum()),
        int((start == 0).sum()),
        reference[0] if reference else -1,
        study,
        None if anticipation else (float(fit.overall_att), float(fit.overall_se)),
        min(sizes.values()) == 1,
    )


def _pooled(parts: list[EventStudy]) -> EventStudy:
    """Groups are independent: effects averaged by sites, covariances by their squared shares."""
    times = np.unique(np.concatenate([part.event_time for part in parts]))
    total, effect, covariance = np.zeros(len(times)), np.zeros(len(times)), np.zeros((len(times),) * 2)
    for part in parts:
        at = np.searchsorted(times, part.event_time)
        total[at] += part.n
    for part in parts:
        at = np.searchsorted(times, part.event_time)
        share = part.n / total[at]
        effect[at] += share * part.effect
        covariance[np.ix_(at, at)] += share[:, None] * part.covariance * share
    return EventStudy(
        times,
        effect,
        covariance,
        total,
        sum(p.sites for p in parts),
        sum(p.controls for p in parts),
        parts[0].reference,
        lonely=any(part.lonely for part in parts),
    )


def staggered(panel: Panel, lag: int = 1) -> Estimate:
    """Callaway-Sant'Anna average over sites and programme years, normal interval on analytic errors.

    Large-sample errors with few sites are too small; read the measured false-alarm rate beside it.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> panel = Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")
    >>> staggered(panel).n_treated
    8
    """
    base = base_of(panel, lag)
    study = _on_scale(panel, lag)
    if isinstance(study, Text):
        return refused(STAGGERED, base, study)
    effect, error = study.average()
    counts = {"n_treated": study.sites, "n_comparison": study.controls}
    if study.sites == 1:
        return in_own_unit(from_t(STAGGERED, base, effect, np.nan, 1, **counts), panel).noting(texts.ONE_SITE)
    if study.lonely:
        return in_own_unit(from_t(STAGGERED, base, effect, np.nan, 1, **counts), panel).noting(texts.LONELY_COHORT)
    answer = in_own_unit(from_t(STAGGERED, base, effect, error, np.inf, **counts), panel)
    return answer if panel.baseline == "clean" else answer.noting(texts.RANKING_YEAR_KEPT)


def honest_bounds(panel: Panel, lag: int = 1, M: float = 1.0) -> tuple[float, float] | Text:
    """95 % bounds of the average effect if, after the start, trends part by at most M times the largest step seen
    before (Rambachan and Roth 2023, relative magnitudes), reference before the ranking year. Without groups only."""
    diff_diff = _library()

    study = _on_scale(panel, lag)
    if isinstance(study, Text):
        return study
    if study.container is None or (study.event_time < -lag).sum() < 2:
        return texts.NO_BOUNDS_WITHOUT_YEARS
    n = dict(zip(study.event_time.tolist(), study.n.tolist(), strict=True))
    after = [e for e in study.container.vcov_index if e > study.reference]
    weight = np.array([n.get(int(e), 0.0) if e >= 0 else 0.0 for e in after])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = diff_diff.HonestDiD(method="relative_magnitude", M=M, l_vec=weight / weight.sum()).fit(study.container)
        except (ValueError, np.linalg.LinAlgError):
            return texts.NO_BOUNDS_WITHOUT_VARIATION
    rows, weights = site_years(panel)
    return told(panel, rows, weights, float(found.ci_lb)), told(panel, rows, weights, float(found.ci_ub))


def synthetic_difference_in_differences(panel: Panel, lag: int = 1, draws: int = 199, seed: int = 0) -> Estimate:
    """Arkhangelsky et al. (2021), cohort by cohort on balanced cells, at least three years before the ranking year.

    Comparison places are those untreated throughout, at most 150 taken at random; cohorts are averaged by sites.
    Placebos: comparison places stand in for the sites of each cohort and weights are found anew; with one site
    every comparison place stands in once.
    """
    base = base_of(panel, lag)
    cohorts = [
        c
        for c in (_cohort(panel, start, rows, lag, seed) for rows in _groups_with_sites(panel) for start in panel.cohorts)
        if c is not None
    ]
    if not cohorts:
        return refused(SYNTHETIC, base, texts.TOO_FEW_COMPLETE_YEARS.fill(n=LEAST_YEARS))
    sites = sum(int(c["treated"].groupby(c["unit"]).first().sum()) for c in cohorts)
    controls = max(c["unit"].nunique() for c in cohorts)
    answers = [_placebos(c, sites, min(draws, 199 if controls <= 100 else 99), seed + k) for k, c in enumerate(cohorts)]
    effect = sum(share * att for share, att, _ in answers)
    least = min(len(p) for _, _, p in answers)
    sums = np.sum([share * p[:least] for share, _, p in answers], axis=0)
    controls = len({u for c in cohorts for u in c["unit"]}) - sites
    return in_own_unit(_from_placebos(base, float(effect), sums, sites, controls), panel)


def _cohort(panel: Panel, start: int, rows: np.ndarray, lag: int, seed: int) -> pd.DataFrame | None:
    """Balanced long table of one cohort and its comparisons; None where too little is complete."""
    years = panel.years
    used = (years < start - lag) | (years >= start)
    if (years < start - lag).sum() < LEAST_YEARS:
        return None
    complete = np.isfinite(panel.scaled[rows][:, used]).all(1)
    sites = rows[complete & (panel.start[rows] == start)]
    controls = rows[complete & ~panel.treated[rows]]
    if len(sites) == 0 or len(controls) <= 2 * len(sites):
        return None
    if len(controls) > MOST_CONTROLS:
        controls = np.random.default_rng([seed, 5]).choice(controls, MOST_CONTROLS, replace=False)
    both = np.concatenate([sites, controls])
    tidy = pd.DataFrame(panel.scaled[both][:, used], index=both, columns=years[used]).stack().reset_index()
    tidy.columns = ["unit", "year", "y"]
    return tidy.assign(treated=tidy["unit"].isin(sites).astype(int), after=tidy["year"] >= start)


def _placebos(tidy: pd.DataFrame, sites: int, draws: int, seed: int) -> tuple[float, float, np.ndarray]:
    """Share of the cohort among sites, its effect, and placebo effects."""
    own = tidy.loc[tidy["treated"] == 1, "unit"].unique()
    share = len(own) / sites
    if sites > 1:
        fit = _fit(tidy, draws, seed)
        return share, float(fit.att), np.asarray(fit.variance_effects, float)
    controls = tidy[tidy["treated"] == 0]
    sums = [_fit(controls.assign(treated=(controls["unit"] == u).astype(int)), 2, seed).att for u in controls["unit"].unique()]
    return share, float(_fit(tidy, 2, seed).att), np.array(sums, float)


def _fit(tidy: pd.DataFrame, draws: int, seed: int) -> Any:
    diff_diff = _library()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return diff_diff.SyntheticDiD(variance_method="placebo", n_bootstrap=draws, seed=seed).fit(
            tidy,
            "y",
            "treated",
            "unit",
            "year",
            post_periods=sorted(tidy.loc[tidy["after"], "year"].unique()),
        )


def _from_placebos(base: Text, effect: float, sums: np.ndarray, sites: int, controls: int) -> Estimate:
    sums = sums[np.isfinite(sums)]
    floor = 1 / (len(sums) + 1)
    sizes = np.sort(np.abs(sums))
    k = int(np.ceil(0.95 * (len(sums) + 1)))
    half = sizes[k - 1] if k <= len(sums) else np.inf
    p = (1 + (sizes >= abs(effect)).sum()) * floor
    sd = float(np.sqrt(np.mean(sums**2))) if len(sums) else np.nan
    answer = Estimate(
        SYNTHETIC,
        base,
        effect,
        sd,
        float(effect - half),
        float(effect + half),
        float(p),
        floor,
        float(half + norm.ppf(0.8) * sd),
        sites,
        controls,
    )
    return answer if np.isfinite(half) else answer.noting(too_few_placebos(floor))
