"""How often a method reports an effect on real figures where nothing happened, by the rule that chose the "sites".

    python benchmarks/placebo_laws.py [--half develop] [--scale auto] [--method history_adjusted ...] [--windows 6]
                                      [--minutes 20] [--only TEXT] [--rule worst ...] [--effect none] [--again]

Bertrand, Duflo and Mullainathan (2004), with places chosen on the outcome, as officials choose. Each window is a
stretch of 4 to 12 years of one set of places of a real panel (placebo_panels.py); 1 to 3 sites a year are chosen by a
rule over its second half. The same windows serve every rule, method and scale. Goes round all cells, so that a run cut
short is balanced; keeps what was measured in placebo_laws.csv (a later run goes on from there), and writes
placebo_laws.md.
"""

from __future__ import annotations

import argparse
import csv
import inspect
import math
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from placebo_laws_page import window_rows, write_page
from placebo_panels import HALVES, LEAST_PLACES, LEAST_YEARS, RealPanel, panels, place_in_line
from placebo_peers import PEERS, answer_of, installed

from p2wkss_analysis.impact import evaluation
from p2wkss_analysis.impact.history.given_history import given_history, history_adjusted
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import P2wkssError

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "placebo_laws.csv", HERE / "placebo_laws.md"
SEED = 20261129
RULES = ("worst", "dip", "trend", "promise", "random", "noisy", "column", "mixture")
EFFECTS = ("none", "unit", "percent")
SCALES = ("raw", "auto", "log", "root", "logit")
KEY = ("panel", "rule", "method", "scale", "effect", "half")
MOST_YEARS, MOST_STARTS, NOISE, ROUND = 12, 4, 0.5, 2
DRAWS = 999
SLOW = ("synthetic_difference_in_differences", "mlsynth_sdid")  # a third of the windows


@dataclass(frozen=True)
class Draw:
    """A public draw of all sites out of all places, as `evaluate` asks of one."""

    drawn: tuple[str, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Window:
    """A stretch of one set of places: values and other (n, T) with "higher is better", NaN in other where unknown.

    starts: columns in which sites begin; block: what recurs with it, places, figures and half decade of the first start.
    """

    panel: RealPanel
    units: np.ndarray
    years: np.ndarray
    values: np.ndarray
    other: np.ndarray | None
    starts: tuple[int, ...]
    per_year: int
    block: str
    number: int

    @property
    def yearly(self) -> float:
        """SD of yearly change around the year's mean: the unit of all biases, lengths and effects."""
        change = np.diff(self.values, axis=1)
        return float(np.std(change - change.mean(0)))


def rng_of(*words) -> np.random.Generator:
    return np.random.default_rng([SEED, int(place_in_line(" ".join(map(str, words)))[:12], 16)])


@cache
def drawn(panel: RealPanel, number: int) -> tuple[int, tuple[int, ...], int] | None:
    """Set, years and sites a year of window `number`; None where its set has too few years, or drawn before."""
    rng = rng_of(panel.name, panel.half, number)
    here = panel.values.loc[panel.sets[number % len(panel.sets)]]
    runs = list(_runs([year for year in here if here[year].notna().mean() >= 0.9]))
    if not runs:
        return None
    length = int(rng.integers(LEAST_YEARS, min(max(map(len, runs)), MOST_YEARS) + 1))
    places = [run[k : k + length] for run in runs for k in range(len(run) - length + 1)]
    years = tuple(places[rng.integers(len(places))])
    per_year = min(int(rng.integers(1, 4)), max(1, len(here[list(years)].dropna()) // 20))
    found = number % len(panel.sets), years, per_year
    return None if found in (drawn(panel, k) for k in range(number)) else found


def window(panel: RealPanel, number: int) -> Window | None:
    """Window `number` of a panel, the same in every run and none twice; None where it cannot be evaluated."""
    found = drawn(panel, number)
    if found is None:
        return None
    at, years, per_year = found
    here = panel.values.loc[panel.sets[at], list(years)].dropna()
    if len(here) < LEAST_PLACES or here.nunique().max() < 3:
        return None
    T = len(years)
    columns = [c for c in range(max(2, T // 2), max(T - 1, 4)) if c < T and years[c] - years[c - 1] == 1]
    starts = tuple(columns[:MOST_STARTS])
    if not starts:
        return None
    sign = 1 if panel.better == "higher" else -1
    other = None
    if panel.other is not None:
        other = panel.other.reindex(index=here.index, columns=list(years)).to_numpy(float)
        other = other if panel.other_better == "higher" else -other
    block = f"{panel.family}/{panel.group}/{at}/{years[starts[0]] // 5 * 5}".replace(" ", "_")
    return Window(
        panel, here.index.astype(str).to_numpy(object), np.array(years), sign * here.to_numpy(float), other, starts, per_year,
        block, number,
    )  # fmt: skip


def _runs(years: list[int]) -> Iterator[list[int]]:
    """Stretches of observed years, at most one missing in a row, each of at least four."""
    run: list[int] = []
    for year in years:
        if run and year - run[-1] > 2:
            if len(run) >= LEAST_YEARS:
                yield run
            run = []
        run = [*run, year]
    if len(run) >= LEAST_YEARS:
        yield run


def chosen(made: Window, rule: str) -> np.ndarray | None:
    """(n,) first programme year by the rule, inf for never; None where the rule cannot be followed."""
    rng = rng_of(made.panel.name, made.panel.half, made.number, rule)
    good, start = made.values, np.full(len(made.units), np.inf)
    if rule == "column" and (made.other is None or np.isnan(made.other[:, [c - 1 for c in made.starts]]).any()):
        return None
    for c in made.starts:
        figure = {
            "dip": good[:, c - 1] - good[:, c - 2],
            "trend": good[:, c - 1] - good[:, max(c - 4, 0)],
            "promise": good[:, max(c - 4, 0)] - good[:, c - 1],
            "random": rng.random(len(good)),
            "noisy": good[:, c - 1] + NOISE * good[:, c - 1].std() * rng.standard_normal(len(good)),
            "column": None if made.other is None else made.other[:, c - 1],
        }.get(rule, good[:, c - 1])
        for _ in range(made.per_year):
            own = rng.random(len(good)) if rule == "mixture" and rng.random() < 0.5 else figure
            free = np.flatnonzero(np.isinf(start))
            start[free[np.lexsort((rng.random(len(free)), own[free]))[0]]] = made.years[c]
    return start


def told(made: Window, rule: str, start: np.ndarray):
    """What the office would say of its choice: the rule, a draw, or nothing."""
    worst = {"higher": "lowest", "lower": "highest"}
    if rule in ("worst", "noisy"):
        return SelectionRule("outcome", worst[made.panel.better], made.per_year)
    if rule == "column":
        return SelectionRule("ranking", worst[made.panel.other_better], made.per_year)
    if rule == "random":
        return Draw(tuple(made.units[np.isfinite(start)]), tuple(made.units))
    return None


def planted(made: Window, start: np.ndarray, effect: str) -> tuple[np.ndarray, float]:
    """Values (n, T), higher is better, with an effect of one yearly SD after the start, and its mean over sites.

    "unit": the same for all; "percent": the same share of each value, so large that it averages one yearly SD.
    """
    after = made.years >= start[:, None]
    if effect == "none":
        return made.values, 0.0
    gain = np.where(after, made.yearly, 0.0)
    if effect == "percent":
        level = np.abs(made.values)
        gain = np.where(after, level * min(made.yearly / level[after].mean(), 0.9), 0.0)
    sites = np.isfinite(start)
    return made.values + gain, float((gain[sites].sum(1) / after[sites].sum(1)).mean())


def tidy(made: Window, start: np.ndarray, values: np.ndarray) -> pd.DataFrame:
    """What an analyst has: own unit and direction."""
    n, T = values.shape
    sign = 1 if made.panel.better == "higher" else -1
    table = pd.DataFrame(
        {"place": np.repeat(made.units, T), "year": np.tile(made.years, n), "figure": (sign * values).ravel(),
         "programme_year": np.repeat(np.where(np.isfinite(start), start, np.nan), T)}
    )  # fmt: skip
    if made.other is not None:
        table["other"] = (made.other if made.panel.other_better == "higher" else -made.other).ravel()
    return table


def panel_of(table: pd.DataFrame, better: str, scale: str, ranking: str | None) -> Panel:
    more = {"scale": scale} if "scale" in inspect.signature(Panel.from_table).parameters else {}
    if not more and scale != "raw":
        raise SystemExit(f"This version of the package has no scale={scale!r}; run with --scale raw.")
    return Panel.from_table(table, outcome="figure", better=better, unit="place", ranking=ranking, **more)


@dataclass(frozen=True)
class Answer:
    """One method on one window, in yearly SDs, positive for benefit; refused: no estimate."""

    estimate: float = math.nan
    low: float = math.nan
    high: float = math.nan
    p_value: float = math.nan
    sites: tuple[float, ...] = ()
    pool_sd: float = math.nan
    scale: str = ""

    @property
    def runs(self) -> bool:
        return math.isfinite(self.estimate) and not math.isnan(self.low)

    @property
    def alarm(self) -> bool:
        return self.p_value <= 0.05 if math.isfinite(self.p_value) else not self.low <= 0 <= self.high

    def mark(self, truth: float, shifted: float) -> str:
        """One sign a window: 1 reported an effect, 2 would find one more yearly SD, 4 covers the truth, 8 unbounded."""
        if not self.runs:
            return "."
        found = self.low + shifted > 0 or self.high + shifted < 0
        covers, unbounded = self.low <= truth <= self.high, not math.isfinite(self.high - self.low)
        return format(self.alarm + 2 * found + 4 * covers + 8 * unbounded, "x")


def answer(made: Window, rule: str, method: str, scale: str, effect: str, start: np.ndarray, values: np.ndarray) -> Answer:
    sign = 1 if made.panel.better == "higher" else -1
    table = tidy(made, start, values)
    panel = panel_of(table, made.panel.better, scale, "other" if rule == "column" else None)
    try:
        if method in PEERS:
            found, given, chose = answer_of(method, panel), None, panel
        elif method == "history_adjusted":  # the headline of `evaluate` alone, without the rows beside it
            choice = read_choice(panel, told(made, rule, start))
            chose = choice.evaluated(panel)
            given = given_history(chose, choice, DRAWS, made.number)
            found = history_adjusted(given)
        else:
            asked = evaluation.evaluate(panel, told(made, rule, start), [method], seed=made.number)
            found, given, chose = asked.estimates[0], asked.given, asked.panel
    except P2wkssError:
        return Answer()
    low, high = sorted((sign * found.conf_low, sign * found.conf_high))
    sites, pool_sd = _sites(given, sign) if method == "history_adjusted" else ((), math.nan)
    unit = made.yearly
    return Answer(sign * found.estimate / unit, low / unit, high / unit, found.p_value, sites, pool_sd, _scale_of(chose))


def _scale_of(panel: Panel) -> str:
    """The scale the panel was judged on."""
    scale = getattr(panel, "scale", "raw")
    return str(getattr(scale, "name", scale))


def _sites(given, sign: int) -> tuple[tuple[float, ...], float]:
    """Standardised forecast errors of the sites, positive for better than expected, and the SD of the placebos' own."""
    if given is None or not hasattr(given, "paths"):
        return (), math.nan
    weights, first, sites, pool_z = given.site_weights(), 0, [], []
    for pool in given.paths.pools:
        own = weights[first : first + len(pool.sites)]
        first += len(pool.sites)
        error = (own * np.nan_to_num(pool.site_errors)).sum(1)
        sites.extend(sign * error / np.sqrt(np.einsum("mt,mtu,mu->m", own, pool.site_covariance, own)))
        seen = np.isfinite(pool.errors)
        w = seen / np.maximum(seen.sum(1, keepdims=True), 1)
        spread = np.sqrt(np.einsum("mt,mtu,mu->m", w, pool.covariance, w))
        pool_z.extend(((w * np.nan_to_num(pool.errors)).sum(1) / spread)[seen.any(1) & (spread > 0)])
    return tuple(float(z) for z in sites), float(np.std(pool_z))


def row_of(cell: dict, made: list[tuple[Window | None, Answer | None, float, float]]) -> dict:
    """The cell with the windows just measured added: what one row of the CSV holds."""
    marks, blocks, errors = (cell.get(name, "") for name in ("marks", "blocks", "errors"))
    sums = {
        name: float(cell.get(name) or 0) for name in ("sites", "site_sum", "site_squares", "site_far", "pool_squares", "seconds")
    }
    widths = [float(w) for w in cell.get("lengths", "").split()]
    chosen_scale = cell.get("chosen", "").split()
    for w, found, truth, seconds in made:
        sums["seconds"] += seconds
        mark = "x" if found is None else found.mark(truth, 1.0 if cell["effect"] == "none" else 0.0)
        marks += mark
        if mark in "x.":
            continue
        blocks = f"{blocks} {w.block}".strip()
        errors = f"{errors} {found.estimate - truth:.2f}".strip()
        widths.append(found.high - found.low)
        chosen_scale.append(found.scale)
        z = np.array(found.sites)
        sums["sites"] += len(z)
        sums["site_sum"] += z.sum()
        sums["site_squares"] += (z**2).sum()
        sums["site_far"] += (np.abs(z) > 3).sum()
        sums["pool_squares"] += len(z) * (found.pool_sd**2 if len(z) else 0)
    return {
        **cell, "windows": len(marks), **{k: f"{v:.6g}" for k, v in sums.items()}, "marks": marks, "blocks": blocks, "errors": errors,
        "lengths": " ".join(f"{x:.2f}" for x in widths), "chosen": " ".join(chosen_scale), "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }  # fmt: skip


def measure(panel: RealPanel, cell: dict, numbers: range, dump) -> dict:
    made = []
    for number in numbers:
        began = time.process_time()
        w = window(panel, number)
        start = None if w is None else chosen(w, cell["rule"])
        if start is None:
            made.append((w, None, 0.0, 0.0))
            continue
        values, truth = planted(w, start, cell["effect"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = answer(w, cell["rule"], cell["method"], cell["scale"], cell["effect"], start, values)
        made.append((w, found, truth / w.yearly, time.process_time() - began))
        if dump is not None:
            dump.write(f"{cell['panel']}|{cell['rule']}|{cell['scale']}|{cell['half']}|{number}|{w.block}|{len(w.units)}|{len(w.years)}|{w.per_year}"
                       f"|{found.estimate:.3f}|{found.low:.3f}|{found.high:.3f}|{found.p_value:.4f}|{found.pool_sd:.3f}|{found.scale}|{' '.join(f'{z:.2f}' for z in found.sites)}\n")  # fmt: skip
    return row_of(cell, made)


def read_results() -> dict[tuple, dict]:
    if not RESULTS.exists():
        return {}
    with RESULTS.open(encoding="utf-8") as lines:
        return {tuple(row[k] for k in KEY): row for row in csv.DictReader(lines)}


def write_results(rows: list[dict]) -> None:
    with RESULTS.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def wanted(method: str, windows: int) -> int:
    return max(1, windows // 3) if method in SLOW else windows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=HALVES, default="develop")
    parser.add_argument("--scale", choices=SCALES, default="auto")
    parser.add_argument("--method", nargs="*", default=["history_adjusted"], choices=(*evaluation.METHODS, *PEERS))
    parser.add_argument("--rule", nargs="*", default=list(RULES), choices=RULES)
    parser.add_argument("--effect", choices=EFFECTS, default="none")
    parser.add_argument("--windows", type=int, default=6, help="windows a cell")
    parser.add_argument("--minutes", type=float, default=20, help="CPU minutes to use at most")
    parser.add_argument("--only", default="", help="only panels whose name contains this")
    parser.add_argument("--again", action="store_true", help="measure anew what was measured before")
    parser.add_argument("--dump", default="", help="a file for one line a window, with the error of every site")
    args = parser.parse_args()
    methods = [m for m in args.method if m not in PEERS or installed(m)]
    for missing in sorted(set(args.method) - set(methods)):
        print(f"{missing}: not installed")
    results, began = read_results(), time.process_time()
    todo = [p for p in panels(args.half) if args.only in p.name]
    cells = {}
    for panel in todo:
        for rule in args.rule:
            for method in methods:
                key = (panel.name, rule, method, args.scale, args.effect, args.half)
                cell = dict(zip(KEY, key, strict=True)) | {"group": panel.group, "measure": panel.measure, "origin": panel.origin}
                if args.again:
                    results.pop(key, None)
                cells[key] = (panel, results.get(key, cell))
    dump = open(args.dump, "a", encoding="utf-8") if args.dump else None  # noqa: SIM115
    spent = 0.0
    for until in range(ROUND, args.windows + ROUND, ROUND):
        for key, (panel, cell) in cells.items():
            cell = results.get(key, cell)
            seen, upto = len(cell.get("marks", "")), wanted(key[2], min(until, args.windows))
            if seen >= upto:
                continue
            spent = (time.process_time() - began) / 60
            if spent > args.minutes:
                break
            results[key] = measure(panel, cell, range(seen, upto), dump)
            told_row = window_rows([results[key]])[0]
            print(f"{key[0]:32.32s} {key[1]:8s} {key[2]:20.20s} {told_row}", flush=True)
            if key[1] == args.rule[-1]:
                write_results(list(results.values()))
        if spent > args.minutes:
            print("Out of minutes; run again to go on.")
            break
    print(f"{(time.process_time() - began) / 60:.1f} CPU minutes")
    if results:
        write_results(list(results.values()))
        print(write_page(PAGE, list(results.values()), SEED))


if __name__ == "__main__":
    main()
