"""How often families are judged wrongly, by how they were chosen: false alarms, bias, coverage and power of every method.

    python benchmarks/families.py [--reps 300] [--only TEXT] [--ours] [--go-on]

Writes families.csv and families.md. Simulated families without an effect, and the same with one of .5 SD of the first visit
planted: on a scale that adds up, a constant effect shifts every estimate and interval by exactly that much; yes/no answers
are planted and computed anew. Real people: family_panels.py.
"""

from __future__ import annotations

import argparse
import csv
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from families_page import write_page
from family_methods import PEERS, Oracle, ours, peers, two_visits, waves_of
from family_worlds import DESIGNS, Design, spread, world

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "families.csv", HERE / "families.md"
SEED = 20261129
OTHERS = 50  # replications of the other methods, at most: theirs are not the rates in question


def wilson(hits: float, n: int) -> tuple[float, float]:
    """95 % interval of a share, in percent (Wilson 1927)."""
    if not n:
        return 0.0, 100.0
    share, z = hits / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return 100 * (middle - reach), 100 * (middle + reach)


@dataclass
class Tally:
    """What one method said in one design, in SD of the first visit."""

    reps: int = 0
    estimates: list[float] = field(default_factory=list)
    planted: list[float] = field(default_factory=list)
    alarms: list[bool] = field(default_factory=list)
    covered: list[bool] = field(default_factory=list)
    found: list[bool] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    ranges: int = 0

    def add(self, answer, unit: float, effect: float, again=None) -> None:
        """`again`: the answer with the effect planted, where it is not the same shifted."""
        self.reps += 1
        if not answer.runs:
            return
        inside = answer.conf_low <= 0 <= answer.conf_high
        self.estimates.append(answer.estimate / unit)
        self.alarms.append(answer.p_value <= 0.05 if np.isfinite(answer.p_value) else not inside)
        self.covered.append(inside)
        low, high = (answer.conf_low + effect, answer.conf_high + effect) if again is None else (again.conf_low, again.conf_high)
        self.found.append(low > 0 if effect > 0 else high < 0)
        self.widths.append((answer.conf_high - answer.conf_low) / unit)
        self.ranges += bool(np.isfinite(answer.range_low))

    def add_truth(self, estimate: float, planted: float, unit: float) -> None:
        self.reps += 1
        self.estimates.append(estimate / unit)
        self.planted.append(planted / unit)

    def row(self) -> dict:
        n, e = len(self.estimates), np.array(self.estimates or [np.nan])
        sd = float(e.std(ddof=1)) if n > 1 else np.nan
        row = {
            "reps": self.reps,
            "ran": n,
            "bias": round(float(e.mean()), 4),
            "bias_se": round(sd / np.sqrt(max(n, 1)), 4),
            "sd": round(sd, 4),
        }
        if self.planted:  # knows the truth: its own spread is its error
            reached = np.abs(self.planted) > 1.96 * np.std(self.planted)
            return {**row, "power": round(100 * float(reached.mean()), 1)}
        hits, covered = sum(self.alarms), sum(self.covered)
        low, high = wilson(hits, n)
        c_low, c_high = wilson(covered, n)
        return {**row, "false_alarms": round(100 * hits / max(n, 1), 1), "false_low": round(low, 1), "false_high": round(high, 1),
                "coverage": round(100 * covered / max(n, 1), 1), "cover_low": round(c_low, 1), "cover_high": round(c_high, 1),
                "power": round(100 * sum(self.found) / max(n, 1), 1), "width": round(float(np.median(self.widths or [np.nan])), 3),
                "ranges": round(100 * self.ranges / max(n, 1))}  # fmt: skip


def measure(design: Design, reps: int, everyone: bool) -> dict[str, Tally]:
    """Every method in one design; the package's own under each statement of the rule and under none."""
    unit, points = spread(design), design.scale == "yes/no"
    scale = 100.0 if points else 1.0
    truth = Oracle(design, unit) if everyone else None
    rules = {**design.stated, "unknown": None}
    tallies: dict[str, Tally] = {name: Tally() for name in (*rules, *((*PEERS, "oracle", "best_linear") if everyone else ()))}
    for k in range(reps):
        seed = np.random.SeedSequence([SEED, _number(design), k])
        made = world(design, unit, np.random.default_rng(seed))
        told = [waves_of(made.before, after, made.assisted, made.rt, made.columns, points) for after in (made.after, made.helped)]
        versions = told if points else told[:1]
        for name, rule in rules.items():
            tallies[name].add(*_twice([ours(waves, rule, k) for waves in versions], unit * scale, made.effect * scale))
        for name, answer in (two_visits(told[0], made.earlier, k) if design.second else {}).items():
            tallies.setdefault(name, Tally()).add(answer, unit, made.effect)
        if not everyone or k >= OTHERS:
            continue
        found = []
        for waves in versions:
            pair = waves.pair(1)
            figure = waves.first[_column(design)].to_numpy(dtype=float)[pair.household]
            found.append(peers(pair, figure, np.random.default_rng(seed.spawn(1)[0])))
        for name in PEERS:
            tallies[name].add(*_twice([f[name] for f in found], unit * scale, made.effect * scale))
        none = truth.answers(made, made.after)
        some = truth.answers(made, made.helped)
        for name, value in none.items():
            tallies[name].add_truth(value, some[name], unit)
    return tallies


def _twice(answers, unit, effect):
    return answers[0], unit, effect, answers[1] if len(answers) > 1 else None


def _column(design: Design) -> str:
    """The column an analyst would put beside the baseline."""
    return "decile" if design.deciles else "score" if design.chosen == "score" else "register"


def _number(design: Design) -> int:
    return sum(ord(c) * 31**i for i, c in enumerate(f"{design.group} {design.name}")) % 2**32


def read_results() -> dict[tuple[str, str, str], dict]:
    if not RESULTS.exists():
        return {}
    with RESULTS.open(encoding="utf-8") as lines:
        return {(row["group"], row["design"], row["method"]): row for row in csv.DictReader(lines)}


COLUMNS = ("group", "design", "method", "reps", "ran", "false_alarms", "false_low", "false_high", "bias", "bias_se", "sd", "coverage",
           "cover_low", "cover_high", "power", "width", "ranges")  # fmt: skip


def write_results(rows) -> None:
    with RESULTS.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reps", type=int, default=300)
    parser.add_argument("--only", default="", help="only designs whose group and name contain this")
    parser.add_argument("--ours", action="store_true", help="only the package's own answers")
    parser.add_argument("--go-on", action="store_true", help="leave out designs that have as many replications already")
    args = parser.parse_args()
    results, began = read_results(), time.process_time()
    warnings.simplefilter("ignore")
    for design in DESIGNS:
        known = [
            int(row["reps"])
            for key, row in results.items()
            if key[:2] == (design.group, design.name) and key[2].startswith("ours")
        ]
        if args.only not in f"{design.group} {design.name}" or (args.go_on and known and min(known) >= args.reps):
            continue
        start = time.process_time()
        for method, tally in measure(design, args.reps, not args.ours).items():
            row = {
                "group": design.group,
                "design": design.name,
                "method": method if method in (*PEERS, "oracle", "best_linear") else f"ours: {method}",
            }
            results[row["group"], row["design"], row["method"]] = row | tally.row()
        for key, row in results.items():
            if key[:2] == (design.group, design.name) and key[2].startswith("ours"):
                print(f"{key[0]:24.24s} {key[1]:40.40s} {key[2]:38s} FA {row['false_alarms']:5}  bias {row['bias']:+.3f} ({row['bias_se']:.3f})  "
                      f"cover {row['coverage']:5}  power {row['power']:5}  range {row['ranges']}", flush=True)  # fmt: skip
        print(f"{'':24s} {time.process_time() - start:.1f} s, {(time.process_time() - began) / 60:.1f} min in all", flush=True)
        order = {(d.group, d.name): k for k, d in enumerate(DESIGNS)}
        write_results(
            sorted((row for key, row in results.items() if key[:2] in order), key=lambda row: order[row["group"], row["design"]])
        )
    write_page()


if __name__ == "__main__":
    main()
