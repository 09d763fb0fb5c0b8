"""What a stated rule is worth: the headline over synthetic cities, asked once with the rule of choice and once without it.

    python benchmarks/stated_rule.py [--cities 300] [--minutes 25] [--rule worst ...] [--again]

Each city is `p2.simulate_city` of a real kota with nothing planted; its sites are chosen by one of the rules below. The
headline is asked of the tables themselves, once with the rule or the draw stated and once as offices mostly ask, with
nobody knowing the rule. For power the default effect is planted on the same city: it moves every programme year of a site,
and nothing else. Goes through the cities in turn, so that a run cut short is balanced; keeps one line a city and question in
stated_rule.csv (a later run goes on from there) and writes stated_rule.md.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from stated_rule_page import write_page

import p2wkss_analysis as p2
from p2wkss_analysis.impact.evaluation import Evaluation, evaluate
from p2wkss_analysis.impact.history.given_history import METHOD
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.panel.villages import village_panel
from p2wkss_analysis.rule import SelectionRule

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "stated_rule.csv", HERE / "stated_rule.md"
REGENCIES = ("32.76", "32.71", "36.72")  # Depok 63, Bogor 68, Cilegon 43 kelurahan: real places, made-up values
SEED = 130_000
FIGURE, OTHER = "low_decile_percent", "stunting_percent"
SHORTLIST, A_YEAR = 20, 2
FIELDS = (
    "rule",
    "regency",
    "seed",
    "asked",
    "scale",
    "estimate",
    "conf_low",
    "conf_high",
    "p_value",
    "effect",
    "found",
    "covers",
    "seconds",
    "version",
)


@dataclass(frozen=True)
class Draw:
    """A public draw of the sites, as `evaluate` asks of one."""

    drawn: tuple[str, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """One city as the analyst has it: the sheets, the figure judged, its rule or draw, and the effect to plant."""

    villages: pd.DataFrame
    sites: pd.DataFrame
    figure: str
    rule: SelectionRule | Draw
    effect: float

    def panel(self, effect: float, stated: bool) -> Panel:
        """The panel of the figure, with `effect` added to sites since their start; the ranking column only where it is stated."""
        start = self.villages["village_code"].map(self.sites.set_index("village_code")["year"]).astype(float)
        moved = self.villages[self.figure].astype(float) + effect * (self.villages["year"].astype(float) >= start)
        more = {"ranking": FIGURE} if stated and self.figure != FIGURE else {}
        return village_panel(self.villages.assign(**{self.figure: moved}), self.sites, self.figure, **more)[0]


def case_of(rule: str, regency: str, seed: int) -> Case:
    """The city of a seed with its sites chosen by `rule`, one of `RULES`."""
    made = {"worst": "worst", "best": "best", "worst, two years before": TWO_YEARS, "other figure": "worst"}.get(rule, "random")
    city = p2.simulate_city(regency, effect=0, rule=made, seed=seed)
    villages, sites = city.tables["villages"], city.tables["sites"]
    if rule == "shortlist":
        sites, draw = _shortlisted(villages, sites, np.random.default_rng([seed, 7]))
        return Case(villages, sites, FIGURE, draw, -4.0)
    if rule == "draw":
        return Case(villages, sites, FIGURE, Draw(tuple(sites["village_code"]), tuple(villages["village_code"].unique())), -4.0)
    if rule == "other figure":
        return Case(villages, sites, OTHER, SelectionRule(by="ranking", picks="highest"), -3.0)
    return Case(
        villages,
        sites,
        FIGURE,
        SelectionRule(picks="lowest" if rule == "best" else "highest", lag=2 if made is TWO_YEARS else 1),
        -4.0,
    )


TWO_YEARS = SelectionRule(picks="highest", lag=2)
RULES = {
    "worst": "the two worst villages of the year before, each year",
    "best": "the two best villages of the year before, each year",
    "worst, two years before": "the two worst of two years before",
    "draw": "two drawn a year out of all villages; stated as a draw with its candidates",
    "shortlist": f"the {SHORTLIST} worst of the year before the first start, then two drawn a year; stated as a draw among these",
    "other figure": f"worst on {FIGURE}, judged on {OTHER}; stated as a ranking column",
}


def _shortlisted(villages: pd.DataFrame, sites: pd.DataFrame, rng) -> tuple[pd.DataFrame, Draw]:
    """The sites of the city drawn anew, in the same years, out of the worst of the year before the first."""
    first = int(sites["year"].min())
    before = villages[villages["year"] == first - 1].set_index("village_code")[FIGURE].astype(float)
    worst = before.sort_values(ascending=False, kind="stable").index[:SHORTLIST].to_numpy()
    drawn = rng.permutation(worst)[: len(sites)]
    return sites.assign(village_code=drawn), Draw(tuple(drawn), tuple(worst))


def headline(found: Evaluation):
    """The headline's row, and the row for sites fixed earlier where the rule is unknown."""
    rows = [row for row in found.estimates if row.method == METHOD]
    return rows[0], rows[1] if len(rows) > 1 else None


def measured(case: Case) -> list[dict]:
    """One row a question asked of the case: stated, unknown, and the second row that an unknown rule gets."""
    out = []
    for asked in ("stated", "unknown"):
        rule, began = case.rule if asked == "stated" else None, time.process_time()
        panel = case.panel(0.0, asked == "stated")
        null = headline(evaluate(panel, rule, methods=[METHOD]))
        # on the raw scale an effect that is the same everywhere moves the answer by itself and nothing else (a test holds this)
        planted = (
            null if panel.scale.raw else headline(evaluate(case.panel(case.effect, asked == "stated"), rule, methods=[METHOD]))
        )
        seconds, move = round(time.process_time() - began, 2), case.effect if panel.scale.raw else 0.0
        for name, row, there in zip((asked, "fixed earlier"), null, planted, strict=True):
            if row is not None and row.runs:
                low, high = there.conf_low + move, there.conf_high + move
                out.append(
                    {
                        "asked": name,
                        "scale": panel.scale.name,
                        "estimate": row.estimate,
                        "conf_low": row.conf_low,
                        "conf_high": row.conf_high,
                        "p_value": row.p_value,
                        "effect": case.effect,
                        "found": int(high < 0 or low > 0),
                        "covers": int(low <= case.effect <= high),
                        "seconds": seconds,
                    }
                )
    return out


def _version() -> str:
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True, check=False)
    return found.stdout.strip() or p2.__version__


def _said(row: dict) -> dict:
    return {k: f"{v:.4g}" if isinstance(v, float) and k != "seconds" else v for k, v in row.items()}


def read() -> list[dict]:
    if not RESULTS.exists():
        return []
    with RESULTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def run(cities: int, minutes: float, rules: list[str], rows: list[dict]) -> list[dict]:
    """The rows with those of cities not yet asked, until the CPU minutes are over."""
    done, version = {(row["rule"], int(row["seed"])) for row in rows}, _version()
    for number in range(cities):
        seed, regency = SEED + number, REGENCIES[number % len(REGENCIES)]
        for rule in rules:
            if (rule, seed) in done:
                continue
            if time.process_time() > 60 * minutes:
                return rows
            new = [
                {"rule": rule, "regency": regency, "seed": seed, "version": version} | _said(row)
                for row in measured(case_of(rule, regency, seed))
            ]
            rows += new
            with RESULTS.open("a", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
                if file.tell() == 0:
                    writer.writeheader()
                writer.writerows(new)
    return rows


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cities", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=25, help="CPU minutes after which no new city is begun")
    parser.add_argument("--rule", nargs="+", choices=list(RULES), default=list(RULES))
    parser.add_argument("--again", action="store_true", help="forget what was measured")
    options = parser.parse_args(arguments)
    if options.again:
        RESULTS.unlink(missing_ok=True)
    rows = run(options.cities, options.minutes, options.rule, read())
    print(write_page(PAGE, rows, RULES, SEED))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
