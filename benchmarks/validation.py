"""False alarms, bias, coverage and power of every method, on panels with a known truth.

    python benchmarks/validation.py [--quick] [--minutes 25] [--only CELL]

Runs cell after cell until the minutes are used, keeps what was measured in validation.csv (a later run goes on
from there), and writes validation.md and the rates that reports quote (impact/methods/false_alarms.csv). A constant
effect shifts every estimate by exactly that much, so coverage and power come from the panels without effect.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
import warnings
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from validation_page import write_page

from p2wkss_analysis.impact import evaluation
from p2wkss_analysis.impact.estimate import Estimate, from_t
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say import Text
from p2wkss_analysis.simulate import Noise, SimulatedPanel, simulate_panel

HERE = Path(__file__).parent
RESULTS = HERE / "validation.csv"
PAGE = HERE / "validation.md"
RATES = HERE.parent / "p2wkss_analysis" / "impact" / "methods" / "false_alarms.csv"
SEED = 20261123
LEAST_FAIR = 500  # panels below which the 95th percentile of errors is too rough to judge power by
ORACLE_PANELS = 1000  # it costs next to nothing


@dataclass(frozen=True)
class Cell:
    """One design: how places move, how many there are, how sites are chosen."""

    noise: str = "gauss"
    rho: float = 0.5
    rule: str = "worst"
    places: int = 60
    years: int = 10
    starts: tuple[int, ...] = (5, 6, 7, 8)
    per_year: int = 2
    baseline: str = "clean"
    panels: int = 200

    @property
    def name(self) -> str:
        return (
            f"{self.noise} {self.rho:g} {self.rule} {self.places}x{self.years} "
            f"{self.per_year}@{','.join(map(str, self.starts))} {self.baseline}"
        )


CENTRE = [
    Cell(noise=n, rho=r, panels=1000 if r == 0.5 else 200)
    for n in ("gauss", "t4", "laplace", "skew", "uneven", "trend")
    for r in (0.5, 0.0, 0.8)
]
RULES = [
    Cell(noise=n, rule=r, panels=300 if r in ("noisy", "column") else 200)
    for n in ("gauss", "skew")
    for r in ("best", "random", "noisy", "column", "trend", "mixture")
]
SIZES = [
    Cell(places=30, per_year=1),
    Cell(places=30, per_year=1, noise="t4", panels=300),
    Cell(places=30),
    Cell(places=300, panels=200),
    Cell(places=300, per_year=3, noise="skew", panels=200),
    Cell(places=300, per_year=3, noise="t4", panels=200),
    Cell(years=12, starts=(4, 6, 8, 10)),
    Cell(years=6, starts=(3, 4)),
    Cell(years=4, starts=(2,)),
    Cell(years=4, starts=(2, 3), noise="skew"),
    Cell(per_year=1),
    Cell(per_year=1, starts=(6,)),
    Cell(per_year=3),
    Cell(noise="classes"),
    Cell(places=1000, per_year=3, noise="t4", panels=50),
    Cell(places=6500, years=4, starts=(2, 3), per_year=3, panels=50),
    Cell(places=6500, years=4, starts=(2, 3), per_year=3, noise="skew", panels=50),
    Cell(places=6500, years=4, starts=(2, 3), per_year=3, noise="t4", panels=50),
]
EARLY = [
    Cell(noise=n, rule=r, places=1400, years=2, starts=(1,), per_year=5, baseline="early", panels=200)
    for n in ("gauss", "skew")
    for r in ("worst", "best", "random")
] + [
    Cell(noise=n, rule=r, places=330, years=4, starts=(1,), per_year=2, baseline="early")
    for n in ("gauss", "skew")
    for r in ("worst", "best", "random")
]
FIRST = [cell for cell in CENTRE if cell.rho == 0.5]
GRID = [
    *FIRST,
    *RULES,
    *EARLY,
    *SIZES,
    *(cell for cell in CENTRE if cell not in FIRST),
]  # the most telling first


@dataclass
class Tally:
    """What one method did in one cell."""

    panels: int = 0
    ran: int = 0
    alarms: int = 0
    covered: int = 0
    found: int = 0
    errors: list[float] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, answer, seconds: float, effect: float = 1.0) -> None:
        self.panels += 1
        self.seconds += seconds
        if not answer.runs:
            return
        self.ran += 1
        self.errors.append(answer.estimate)
        inside = answer.conf_low <= 0 <= answer.conf_high
        alarm = answer.p_value <= 0.05 if math.isfinite(answer.p_value) else not inside
        self.alarms += alarm
        self.covered += inside
        self.found += answer.conf_low + effect > 0 or answer.conf_high + effect < 0
        if math.isfinite(answer.conf_high - answer.conf_low):
            self.widths.append(answer.conf_high - answer.conf_low)

    def fair_power(self, effect: float = 1.0) -> float:
        """Share found if the least error to count were the one that raises five false alarms in a hundred panels."""
        if self.ran < LEAST_FAIR:
            return math.nan
        errors = np.array(self.errors)
        return float(np.mean(np.abs(errors + effect) > np.quantile(np.abs(errors), 0.95)))

    def row(self, cell: Cell, method: str) -> dict:
        n = max(self.ran, 1)
        low, high = wilson(self.alarms, self.ran)
        return {
            "cell": cell.name,
            "noise": cell.noise,
            "rho": cell.rho,
            "rule": cell.rule,
            "places": cell.places,
            "years": cell.years,
            "starts": len(cell.starts),
            "per_year": cell.per_year,
            "baseline": cell.baseline,
            "method": method,
            "panels": self.panels,
            "ran": self.ran,
            "false_alarms": round(100 * self.alarms / n, 2),
            "false_low": round(100 * low, 1),
            "false_high": round(100 * high, 1),
            "bias": round(float(np.mean(self.errors or [np.nan])), 4),
            "bias_se": round(float(np.std(self.errors or [np.nan]) / math.sqrt(n)), 4),
            "sd": round(float(np.std(self.errors or [np.nan])), 4),
            "coverage": round(100 * self.covered / n, 2),
            "power": round(100 * self.found / n, 2),
            "fair_power": round(100 * self.fair_power(), 2),
            "length": round(float(np.median(self.widths or [np.nan])), 3),
            "seconds": round(self.seconds / max(self.panels, 1), 4),
            "date": f"{datetime.now(UTC):%Y-%m-%d}",
        }


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if n == 0:
        return 0.0, 1.0
    share, z = hits / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - reach, middle + reach


def simulated(cell: Cell, seed: int) -> SimulatedPanel:
    """One simulated world of the cell, without effect."""
    return simulate_panel(
        units=cell.places,
        years=cell.years,
        starts=cell.starts,
        per_year=cell.per_year,
        rule=cell.rule,
        noise=Noise(cell.noise, cell.rho),
        seed=seed,
    )


def panel_of(made: SimulatedPanel, cell: Cell) -> Panel:
    """What an analyst sees of it."""
    return Panel(
        outcome="outcome",
        better="higher",
        units=made.units,
        years=made.years,
        values=made.values,
        start=made.start,
        ranking=made.ranking,
        baseline=cell.baseline,
    )


def rule_of(cell: Cell) -> SelectionRule:
    """The rule the analyst would state; where choosing used something unrecorded, the nearest recorded one."""
    return SelectionRule(
        by="ranking" if cell.rule == "column" else "outcome",
        picks="highest" if cell.rule in ("best", "trend") else "lowest",
        per_year=cell.per_year,
    )


PEER = "diff_diff_default"
ORACLE = "oracle"
METHODS = (*evaluation.METHODS, PEER, ORACLE)
TOGETHER = (
    ("before_after", "difference_in_differences", "staggered"),
    ("history_adjusted", "near_miss"),
    ("synthetic_difference_in_differences",),
)
SLOW = "synthetic_difference_in_differences"


def wanted(cell: Cell, method: str, quick: bool) -> int:
    """Panels a method is to see in a cell; the slow one sees 20, in the central cells only."""
    if method == SLOW:
        central = cell.noise in ("gauss", "skew") and cell.rho == 0.5 and cell.rule in ("worst", "best", "random")
        plain = central and replace(cell, noise="gauss", rule="worst", panels=0) == Cell(panels=0)
        return 20 if plain else 0
    if method == ORACLE and (cell.noise in ("uneven", "classes") or cell.baseline == "early" or cell.rule == "column"):
        return 0  # its covariance is not that of these
    if method == ORACLE:
        return ORACLE_PANELS
    return max(20, cell.panels // 5) if quick else cell.panels


def peer_default(panel: Panel) -> Estimate:
    """diff-diff as it comes: `CallawaySantAnna()` with every default, base the year before the start."""
    import diff_diff

    i, t = np.nonzero(np.isfinite(panel.values))
    start = np.where(panel.treated, panel.start, 0).astype(int)
    tidy = pd.DataFrame({"unit": i, "year": panel.years[t], "y": panel.values[i, t], "start": start[i]})
    fit = diff_diff.CallawaySantAnna().fit(tidy, "y", "unit", "year", "start")
    return Estimate(
        PEER,
        Text("", ""),
        fit.overall_att,
        fit.overall_se,
        *fit.overall_conf_int,
        p_value=fit.overall_p_value,
    )


def oracle(made: SimulatedPanel, cell: Cell) -> Estimate:
    """The ceiling: best linear forecast with the true covariance and year means, normal interval."""
    T = cell.years
    gap = np.abs(np.subtract.outer(np.arange(T), np.arange(T)))
    step = np.arange(T) - (T - 1) / 2
    C = 1.0 + cell.rho**gap + 0.09 * np.eye(T) + (cell.noise == "trend") * 0.01 * np.outer(step, step)
    errors, variances = [], []
    for row in np.flatnonzero(np.isfinite(made.start)):
        after = made.years >= made.start[row]
        gain = C[np.ix_(after, ~after)] @ np.linalg.inv(C[np.ix_(~after, ~after)])
        deviation = made.values[row] - made.year_means
        errors.append((deviation[after] - gain @ deviation[~after]).mean())
        variances.append((C[np.ix_(after, after)] - gain @ C[np.ix_(~after, after)]).mean())
    error = math.sqrt(sum(variances)) / len(errors)
    return from_t(ORACLE, Text("", ""), float(np.mean(errors)), error, np.inf)


def _answers(kind, methods, made, panel, cell, k):
    if kind == (PEER,):
        return [peer_default(panel)]
    if kind == (ORACLE,):
        return [oracle(made, cell)]
    return evaluation.evaluate(panel, rule_of(cell), methods, seed=k).estimates


def measure(cell: Cell, want: dict[str, int]) -> dict[str, Tally]:
    """Each method on its number of fresh panels of one cell; seconds are of the call that computes its kind."""
    tallies = {method: Tally() for method in want}
    cell_seed = sum(ord(c) * 31**i for i, c in enumerate(cell.name)) % 2**32
    for k in range(max(want.values())):
        made = simulated(cell, np.random.SeedSequence([SEED, cell_seed, k]).generate_state(1)[0])
        panel = panel_of(made, cell)
        for kind in (*TOGETHER, (PEER,), (ORACLE,)):
            methods = [m for m in kind if want.get(m, 0) > k]
            if not methods:
                continue
            began = time.process_time()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                answers = _answers(kind, methods, made, panel, cell, k)
            spent = time.process_time() - began
            for method, answer in zip(methods, answers, strict=True):
                tallies[method].add(answer, spent)
    return tallies


def read_results() -> dict[tuple[str, str], dict]:
    if not RESULTS.exists():
        return {}
    with RESULTS.open(encoding="utf-8") as lines:
        return {(row["cell"], row["method"]): row | {"fair_power": row.get("fair_power", "nan")} for row in csv.DictReader(lines)}


def write_csv(path: Path, rows: list[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_rates(results) -> None:
    """The rates reports quote: methods that carry a rate instead of a p-value."""
    columns = ("method", "rule", "baseline", "places", "years", "noise", "rho", "starts", "per_year", "panels",
               "false_alarms", "false_low", "false_high", "date")  # fmt: skip
    methods = [m for m, method in evaluation.METHODS.items() if not method.own_placebos]
    kept = [
        {k: row[k] for k in columns}
        for row in results.values()
        if row["rule"] in ("worst", "best", "random")
        and row["method"] in methods
        and int(row["ran"])
        and row["length"] != "nan"  # an interval that is never printed raises no alarm
        and int(row["starts"]) * int(row["per_year"]) > 1
    ]
    if kept:
        write_csv(RATES, sorted(kept, key=lambda r: (r["method"], r["rule"], int(r["places"]), int(r["years"]))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a fifth of the panels in each cell")
    parser.add_argument("--minutes", type=float, default=25, help="CPU minutes to use at most")
    parser.add_argument("--methods", nargs="*", default=list(METHODS))
    parser.add_argument("--only", default="", help="only cells whose name contains this")
    parser.add_argument("--again", action="store_true", help="measure anew what was measured before")
    args = parser.parse_args()
    results, began = read_results(), time.process_time()
    for cell in GRID:
        want = {m: wanted(cell, m, args.quick) for m in args.methods}
        seen = {m: int(results.get((cell.name, m), {"panels": 0})["panels"]) for m in want}
        want = {m: n for m, n in want.items() if n > (0 if args.again else seen[m])}
        if args.only not in cell.name or not want:
            continue
        if (time.process_time() - began) / 60 > args.minutes:
            print("Out of minutes; run again to go on.")
            break
        for method, tally in measure(cell, want).items():
            row = tally.row(cell, method)
            results[cell.name, method] = {k: str(v) for k, v in row.items()}
            print(
                f"{cell.name:46s} {method:36s} FA {row['false_alarms']:6.1f}  bias {row['bias']:+.3f}  "
                f"cover {row['coverage']:5.1f}  power {row['power']:5.1f}  {row['seconds']:.3f} s",
                flush=True,
            )
        write_csv(RESULTS, list(results.values()))
        write_rates(results)
    write_page(PAGE, list(results.values()), SEED)


if __name__ == "__main__":
    main()
