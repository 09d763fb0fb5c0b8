"""Before the year starts: what a design could show, from the noise of the panel at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.figures import village_figures
from ..dictionary.sheets import village_label
from ..display import Shown
from ..display.progress import progress_bar
from ..rule import Lots, SelectionRule
from ..say import Text
from ..say.errors import NotEnoughData, WrongUse, check_language
from ..tables.whole_number import check_whole
from .figures import decimals, written
from .history.bootstrap import choose_again
from .history.counterfactual import build, fit_sample, group_numbers, spread_around_years
from .history.given_history import GivenHistory
from .history.placebo import draw_placebos
from .history.spread import Cells, fit_numbers, recentred_means
from .history.untreated_paths import redraw
from .history.years_since import joint_draws
from .panel.choice import Choice
from .panel.own_unit import worth
from .panel.panel import Panel
from .texts import evaluation as texts

EFFECTS = np.array([0.25, 0.5, 0.75, 1.0, 1.5, 2.0])
LEAST_BEFORE = 2


@dataclass(frozen=True, eq=False)
class Plan(Shown):
    """What each design could show. rows: the table; scale: SD of a place-year; panels: simulated panels a design."""

    outcome: str
    by_lot: bool
    rows: pd.DataFrame
    scale: float
    panels: int
    seed: int

    def table(self) -> pd.DataFrame:
        """sites_per_year, years, effect (outcome units), power (0 to 1), smallest_detectable (80 % power, 5 %)."""
        return self.rows.copy()

    def needed(self, effect: float) -> pd.DataFrame:
        """The designs of this plan that would find `effect` with 80 % power, the smallest first."""
        designs = self.rows.drop_duplicates(["sites_per_year", "years"])
        enough = designs[designs["smallest_detectable"] <= abs(effect)]
        return (
            enough.assign(sites=enough["sites_per_year"] * enough["years"])
            .sort_values(["sites", "years"])[["sites_per_year", "years", "sites", "smallest_detectable"]]
            .reset_index(drop=True)
        )

    def sentence(self, lang: str | None = None) -> str:
        """What the first and the best design can show."""
        designs = self.rows.drop_duplicates(["sites_per_year", "years"])
        first, best = designs.iloc[0], designs.loc[designs["smallest_detectable"].idxmin()]
        shown = [_design(first, self.scale)]
        if (best["sites_per_year"], best["years"]) != (first["sites_per_year"], first["years"]):
            shown.append(_design(best, self.scale))
        how = texts.BY_LOT if self.by_lot else texts.BY_RULE
        return texts.WITH_SITES.say(lang, how=how, outcome=_called(self.outcome, check_language(lang)), designs=shown)


def _called(outcome: str, lang: str) -> str:
    """The outcome with its unit where it is a column of the workbook, else its own name."""
    return village_label(outcome, lang) if outcome in village_figures() else outcome


def _design(row: pd.Series, scale: float) -> Text:
    n, years, least = int(row["sites_per_year"]), int(row["years"]), float(row["smallest_detectable"])
    if not np.isfinite(least):
        return texts.DESIGN_SHOWS_NOTHING.fill(n=n, years=years)
    return texts.DESIGN_SHOWS.fill(n=n, years=years, size=written(least, decimals(least) + 1), share=100 * least / scale)


def plan(
    panel: Panel,
    rule: SelectionRule | Lots | None,
    sites_per_year: int | Iterable[int],
    years: int | Iterable[int],
    draws: int = 999,
    seed: int = 0,
    panels: int = 60,
    effects: float | Iterable[float] | None = None,
) -> Plan:
    """Power and smallest detectable effect of designs, before anything is spent.

    panel: years already observed, at least two, from which the noise is learned; rule: a `SelectionRule` on the
    outcome, or None (or a draw) for a public draw; sites_per_year, years: a number or several of each, programme
    years following the panel's last year, one cohort a year, each observed from its start on; draws: placebo
    draws; panels: simulated panels a design; effects: sizes in outcome units (default .25 to 2 SD).
    Simulates the panel from its own fit, chooses by the rule, and asks `history_adjusted`; the Monte Carlo error of
    the smallest detectable effect is about 6 % with 60 panels.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(units=30, years=6, starts=range(0), seed=1).table()
    >>> past = Panel.from_table(table, outcome="outcome", better="higher")
    >>> plan(past, None, sites_per_year=2, years=2, panels=10).table().shape
    (6, 5)
    """
    by_lot = rule is None or (isinstance(rule, Lots) and not isinstance(rule, SelectionRule))
    designs = [(k, y) for k in _whole(sites_per_year, "sites_per_year") for y in _whole(years, "years")]
    _check(panel, rule, designs, by_lot)
    for name, value, least in (("draws", draws, 99), ("seed", seed, 0), ("panels", panels, 2)):
        check_whole(name, value, least)
    followed = rule if isinstance(rule, SelectionRule) else None
    learned = _learned(panel, seed)
    spread = spread_around_years(panel.values, np.isfinite(panel.values) & panel.before, learned.group)
    sizes = EFFECTS * spread if effects is None else _sizes(effects)
    rows, done = [], 0
    with progress_bar(texts.SIMULATING) as tick:
        for k, y in designs:
            answers = []
            for number_ in range(panels):
                rng = np.random.default_rng([seed, k, y, number_])
                future = _future(panel, followed, learned, k, y, rng)
                answers.append(_answer(future, followed, learned, draws, seed))
                done += 1
                tick(done, len(designs) * panels)
            rows += _rows(k, y, answers, sizes)
    table = pd.DataFrame(rows, columns=["sites_per_year", "years", "effect", "power", "smallest_detectable"])
    return Plan(panel.outcome, by_lot, table, spread, panels, seed)


def _whole(value: Any, name: str) -> list[int]:
    values: list[Any] = [value] if np.isscalar(value) else list(value)
    if not values or any(isinstance(v, bool) or not hasattr(v, "__index__") or v < 1 for v in values):
        raise WrongUse(texts.NOT_WHOLE.fill(name=name, given=value))
    return [int(v) for v in values]


def _sizes(effects: Any) -> np.ndarray:
    try:
        sizes = np.atleast_1d(np.asarray(effects, float))
    except (TypeError, ValueError):
        sizes = np.array([np.nan])
    if sizes.ndim != 1 or len(sizes) == 0 or not np.isfinite(sizes).all():
        raise WrongUse(texts.EFFECTS_NO_NUMBERS.fill(given=effects))
    return sizes


def _check(panel: Panel, rule: SelectionRule | Lots | None, designs: list[tuple[int, int]], by_lot: bool) -> None:
    if not isinstance(panel, Panel):
        raise WrongUse(texts.PLAN_NEEDS_PANEL)
    if not by_lot and (not isinstance(rule, SelectionRule) or rule.by != "outcome"):
        raise WrongUse(texts.PLAN_NEEDS_RULE)
    if np.isfinite(np.where(panel.before, panel.values, np.nan)).any(0).sum() < LEAST_BEFORE:
        raise NotEnoughData(texts.PLAN_NEEDS_YEARS)
    most = max(k * y for k, y in designs)
    if most > len(panel.units) / 2:
        raise WrongUse(texts.TOO_MANY_SITES.fill(most=most, places=len(panel.units)))


@dataclass(frozen=True, eq=False)
class _Learned:
    """Of the untreated cells, on the panel's scale: nine numbers, year means (G, T), groups (N,) and SD."""

    theta: np.ndarray
    level: np.ndarray
    group: np.ndarray
    scale: float


def _learned(panel: Panel, seed: int) -> _Learned:
    untreated = np.isfinite(panel.values) & panel.before
    group = group_numbers(panel)
    scale = spread_around_years(panel.scaled, untreated, group)
    cells = Cells.of(panel.scaled / scale, untreated, group)
    theta = fit_numbers(fit_sample(cells, seed), np.ones(9, bool))
    return _Learned(theta, recentred_means(theta[None], cells)[0][0] * scale, group, scale)


def _future(panel: Panel, rule: SelectionRule | None, learned: _Learned, k: int, y: int, rng: np.random.Generator) -> Panel:
    """A panel of the observed years and `y` programme years after them, redrawn, with `k` sites a year."""
    T = len(panel.years) + y
    group, level = learned.group, learned.level
    means = np.concatenate([level, np.repeat(level[:, -1:], y, 1)], 1)
    values = panel.scale.back(redraw(learned.theta, means, group, learned.scale, rng))
    years = panel.years[0] + np.arange(T)
    within = None if rule is None else rule.within
    wanted = np.full(len(values), np.inf)
    places = [np.arange(len(values))] if within is None else [np.flatnonzero(group == g) for g in np.unique(group)]
    for inside in places:  # who is marked does not matter, only how many: choose_again picks the sites
        order = rng.permutation(inside)
        for step in range(y):
            wanted[order[step * k : (step + 1) * k]] = panel.years[-1] + 1 + step
    frame = Panel(
        panel.outcome, panel.better, panel.units, years, values, wanted, group=panel.group if within else None, scale=panel.scale
    )
    choice = _choice(len(values), rule)
    chosen_within = group if within else np.zeros(len(values), int)
    return Panel(
        panel.outcome,
        panel.better,
        panel.units,
        years,
        values,
        choose_again(values, frame, choice, chosen_within, rng),
        group=frame.group,
        scale=panel.scale,
    )


def _choice(n: int, rule: SelectionRule | None) -> Choice:
    if rule is None:
        return Choice("lots", 1, np.ones(n, bool))
    return Choice("rule", rule.lag, np.ones(n, bool), False, rule)


def _answer(
    future: Panel, rule: SelectionRule | None, learned: _Learned, draws: int, seed: int
) -> tuple[float, float, np.ndarray]:
    """Error of the estimate, half length of its interval, and placebo draws, in one panel without effect."""
    choice = _choice(len(future.units), rule)
    paths = build(future, choice.eligible, 1, seed, theta=learned.theta, effort=10)
    if paths is None:
        return 0.0, np.inf, np.zeros(1)
    given = GivenHistory(future, choice, paths, draw_placebos(paths.pools, draws, seed), seed)
    weights = given.site_weights()
    weights = weights / len(weights)
    shift, test = given.contrast(weights)
    unit = worth(future, paths.site_rows, weights, test.std_error, shift)
    return shift * unit, test.half_length * unit, joint_draws(given, [weights])[:, 0] * unit


def _rows(
    k: int, y: int, answers: list[tuple[float, float, np.ndarray]], sizes: np.ndarray
) -> list[tuple[int, int, float, float, float]]:
    """Rows of one design: what each panel's own placebo draws, moved by the mean error of all panels, would give.

    answers: one a panel, as `_answer` gives them. Smallest detectable: the 80th
    percentile of the effect that each draw would have needed.
    """
    errors = [error for error, _, _ in answers]
    draws = np.concatenate([np.mean(errors) + spread for _, _, spread in answers])
    halves = np.concatenate([np.full(len(spread), half) for _, half, spread in answers])
    needed = np.sort(halves - draws)
    smallest = float(needed[int(np.ceil(0.8 * len(needed))) - 1])
    if smallest <= 0:  # most panels without an effect would show one: such a design can show nothing
        smallest = np.inf
    return [(k, y, float(e), float(np.mean(np.abs(draws + e) > halves)), smallest) for e in sizes]
