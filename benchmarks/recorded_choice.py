"""What the record of the choice is worth: the headline of a city, once with the sheet `candidates` and once without it.

    python benchmarks/recorded_choice.py [--cities 200] [--minutes 40] [--way "lowest score" ...] [--again]

Each city has the villages of Depok and made-up values of eleven years; two sites a year in five years are chosen in one of the
ways below and written on the sheets `sites` and `candidates` as an office would. The city's own reading of these sheets
(`recorded_choice`) then decides what `evaluate` is given. For power an effect of -4 percentage points is planted. Keeps one line
a city, way and question in recorded_choice.csv (a later run goes on from there) and writes recorded_choice.md.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from pathlib import Path

import numpy as np
import pandas as pd
from stated_rule_page import wilson

from p2wkss_analysis.city.choice.recorded import recorded_choice
from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.history.given_history import METHOD
from p2wkss_analysis.impact.panel.villages import village_panel
from p2wkss_analysis.simulate.panel import Noise, untreated
from p2wkss_analysis.tables.workbook.filled import as_read
from p2wkss_analysis.tables.workbook.template import villages_of
from p2wkss_analysis.targeting.draw import draw_lots

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "recorded_choice.csv", HERE / "recorded_choice.md"
FIGURE, EFFECT, SEED = "low_decile_percent", -4.0, 160_000
YEARS, STARTS, A_YEAR, SHORTLIST = range(2016, 2027), range(2020, 2025), 2, 20
NEED = Noise(rho=0.5, level_sd=1.0, shock_sd=0.5, measurement_sd=0.3)
WAYS = {
    "lowest score": "the two lowest of the city's own score, which knows the lasting level of a village besides its last figure",
    "highest score": "the two most promising: the highest of the same score",
    "own figure": "the two worst of the judged figure the year before",
    "lot": "a public draw among all villages that were no site yet",
    "lot of a short list": f"the {SHORTLIST} lowest of the score in the first year, then a public draw among those left each year",
}
FIELDS = ("way", "seed", "asked", "estimate", "conf_low", "conf_high", "p_value", "found", "covers", "seconds")


def city_of(way: str, seed: int) -> dict[str, pd.DataFrame]:
    """The sheets of one city without any effect."""
    rng = np.random.default_rng([seed, 1])
    codes = villages_of("32.76")["area_code"].tolist()
    values, level = untreated(len(codes), len(YEARS), NEED, rng)
    low = np.round(28 - 5 * values + np.cumsum(rng.normal(-0.3, 0.3, len(YEARS))), 2)
    score = np.round(50 + 10 * (level[:, None] + 0.5 * values + 0.7 * rng.normal(size=values.shape)), 1)
    sites, candidates, free = [], [], np.arange(len(codes))
    if way == "lot of a short list":
        free = np.argsort(score[:, STARTS[0] - 1 - YEARS[0]], kind="stable")[:SHORTLIST]
    for year in STARTS:
        before = year - 1 - YEARS[0]
        if way.startswith("lot"):
            drawn = draw_lots([codes[i] for i in free], A_YEAR, seed * 100 + year % 100).drawn
            chosen = [codes.index(code) for code in drawn]
            how = {"chosen_by": "draw", "draw_seed": seed * 100 + year % 100}
            figures = [None] * len(free)
        else:
            figure, name = (low[:, before], FIGURE) if way == "own figure" else (score[:, before], "score")
            end = "lowest" if way == "lowest score" else "highest"
            order = np.argsort(figure[free] * (1 if end == "lowest" else -1), kind="stable")
            chosen, figures = list(free[order[:A_YEAR]]), list(figure[free])
            how = {"chosen_by": "score", "ranking_figure": name, "ranking_end": end, "ranking_year": year - 1}
        candidates += [{"year": year, "village_code": codes[i], "figure": f} for i, f in zip(free, figures, strict=True)]
        sites += [{"year": year, "village_code": codes[i], **how} for i in chosen]
        free = np.array([i for i in free if i not in chosen])
    villages = pd.DataFrame(
        {"village_code": np.repeat(codes, len(YEARS)), "year": np.tile(YEARS, len(codes)), FIGURE: low.ravel()}
    )
    tables = {"villages": villages.assign(decile_cut=4), "sites": pd.DataFrame(sites), "candidates": pd.DataFrame(candidates)}
    return {name: as_read(name, table) for name, table in tables.items()}


def measured(way: str, seed: int) -> list[dict]:
    """One row with the record and one without."""
    tables, out = city_of(way, seed), []
    start = tables["villages"]["village_code"].map(tables["sites"].set_index("village_code")["year"]).astype(float).fillna(np.inf)
    moved = tables["villages"].assign(
        **{FIGURE: tables["villages"][FIGURE] + EFFECT * (tables["villages"]["year"].astype(float) >= start)}
    )
    for asked in ("recorded", "unknown"):
        began, answers = time.process_time(), []
        for villages in (tables["villages"], moved):
            panel, _ = village_panel(villages, tables["sites"], FIGURE)
            record = recorded_choice(panel, tables["sites"], tables["candidates"], villages)
            assert record.rule is not None, record.unused
            panel, rule = (record.panel, record.rule) if asked == "recorded" else (panel, None)
            answers.append(next(row for row in evaluate(panel, rule, methods=[METHOD]).estimates if row.headline))
        null, planted = answers
        out.append(
            {
                "way": way,
                "seed": seed,
                "asked": asked,
                **{k: f"{getattr(null, k):.4g}" for k in ("estimate", "conf_low", "conf_high", "p_value")},
                "found": int(planted.conf_high < 0 or planted.conf_low > 0),
                "covers": int(planted.conf_low <= EFFECT <= planted.conf_high),
                "seconds": round(time.process_time() - began, 2),
            }
        )
    return out


def read() -> list[dict]:
    if not RESULTS.exists():
        return []
    with RESULTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def run(cities: int, minutes: float, ways: list[str]) -> None:
    """City by city, each of the ways, until the CPU minutes are over."""
    done = {(row["way"], int(row["seed"])) for row in read()}
    for seed in range(SEED, SEED + cities):
        for way in (way for way in ways if (way, seed) not in done):
            if time.process_time() > 60 * minutes:
                return
            with RESULTS.open("a", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
                if file.tell() == 0:
                    writer.writeheader()
                writer.writerows(measured(way, seed))


def table(rows: list[dict]) -> str:
    """One line a way and question."""
    lines = ["| chosen by | asked | cities | false alarms | coverage, nothing planted | coverage, effect planted | power | median length | bias (SE) |",
             "|---" * 9 + "|"]  # fmt: skip
    for way in WAYS:
        for asked in ("recorded", "unknown"):
            mine = [row for row in rows if row["way"] == way and row["asked"] == asked]
            if not mine:
                continue
            number = {k: np.array([float(row[k]) for row in mine]) for k in FIELDS[3:9]}
            low, high, bias = number["conf_low"], number["conf_high"], number["estimate"]
            shares = (number["p_value"] <= 0.05, (low <= 0) & (high >= 0), number["covers"] == 1, number["found"] == 1)
            told = ["{:.1f} [{:.1f}, {:.1f}]".format(*wilson(int(share.sum()), len(mine))) for share in shares]
            cells = [
                way,
                asked,
                str(len(mine)),
                *told,
                f"{np.median(high - low):.2f}",
                f"{bias.mean():+.2f} ({bias.std(ddof=1) / math.sqrt(len(mine)):.2f})",
            ]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write_page() -> str:
    """The page, every number from recorded_choice.csv; its table is given back."""
    rows = read()
    seeds, shown = sorted({int(row["seed"]) for row in rows}), table(rows)
    minutes = sum(float(row["seconds"]) for row in rows) / 60
    known = "\n".join(f"- `{way}`: {words}." for way, words in WAYS.items())
    PAGE.write_text(f"""# The record of the choice

Written by `python benchmarks/recorded_choice.py`: seeds {seeds[0]} to {seeds[-1]}, about {minutes:.0f} CPU minutes. The villages of Depok, made-up values of
eleven years, ten sites in five years. Without a planted effect every alarm is false (p at most .05); with an effect of {EFFECT:.0f} percentage points
an answer counts as found where its interval excludes zero. In brackets 95 % binomial intervals (Wilson 1927). Lengths and biases are in
percentage points; a positive bias understates the benefit.

{known}

Asked: `recorded` is what the city reads from its sheets `sites` and `candidates`; `unknown` is the same city without them.

{shown}

## How to read this

- A score that knows more of a village than the judged figure does, and is not on record, biases the answer: places chosen for lasting
  need stay worse than their own history foretells, those chosen as promising stay better. With the score of every candidate on record
  that part is taken out, and the interval grows by the doubt of doing so.
- A choice by the judged figure itself needs no record for the headline; recording it takes away the second answer, for sites fixed years ahead.
- A draw on record decides who may be a placebo: that year's candidates. How places came onto a short list is not known even so: where
  a score decided that is not on record, the sites drawn keep its bias, and the draw alone does not take it out of the headline.
- Ways have different numbers of cities: those in which both questions give the same answer by construction were run shorter.
""", encoding="utf-8", newline="\n")  # fmt: skip
    return shown


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cities", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=40, help="CPU minutes after which no new city is begun")
    parser.add_argument("--way", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--again", action="store_true", help="forget what was measured")
    options = parser.parse_args(arguments)
    if options.again:
        RESULTS.unlink(missing_ok=True)
    run(options.cities, options.minutes, options.way)
    print(write_page())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
