"""The page of the stated rule: every number from stated_rule.csv."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

ASKED = ("stated", "unknown", "fixed earlier")


def wilson(hits: int, n: int) -> tuple[float, float, float]:
    """A share in percent with its 95 % interval (Wilson 1927)."""
    if n == 0:
        return math.nan, 0.0, 100.0
    share, z = hits / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return 100 * share, max(0.0, 100 * (middle - reach)), min(100.0, 100 * (middle + reach))


def _percent(hits: list[bool]) -> str:
    share, low, high = wilson(sum(hits), len(hits))
    return f"{share:.1f} [{low:.1f}, {high:.1f}]"


def table(rows: list[dict], rules) -> list[str]:
    """One line a rule and question: cities, false alarms, coverage without and with the effect, power, length, bias."""
    lines = ["| chosen by | asked | cities | false alarms | coverage, nothing planted | coverage, effect planted | power | median length | bias (SE) |",
             "|---" * 9 + "|"]  # fmt: skip
    for rule in rules:
        for asked in ASKED:
            mine = [row for row in rows if row["rule"] == rule and row["asked"] == asked]
            if not mine:
                continue
            number = {k: np.array([float(row[k]) for row in mine]) for k in ("estimate", "conf_low", "conf_high", "p_value")}
            inside = (number["conf_low"] <= 0) & (number["conf_high"] >= 0)
            length = np.median(number["conf_high"] - number["conf_low"])
            lines.append(
                f"| {rule} | {asked} | {len(mine)} | {_percent(list(number['p_value'] <= 0.05))} | {_percent(list(inside))} "
                f"| {_percent([row['covers'] == '1' or row['covers'] == 1 for row in mine])} | {_percent([row['found'] == '1' or row['found'] == 1 for row in mine])} "
                f"| {length:.2f} | {number['estimate'].mean():+.2f} ({number['estimate'].std(ddof=1) / math.sqrt(len(mine)):.2f}) |"
            )
    return lines


def differing(rows: list[dict], rules) -> list[str]:
    """One line a rule: cities in which stating it moved the estimate, and in which it turned the verdict, each way."""
    lines = ["| chosen by | cities | another estimate | alarm only where stated | alarm only where unknown |", "|---" * 5 + "|"]
    for rule in rules:
        by = {(row["asked"], row["seed"]): row for row in rows if row["rule"] == rule}
        both = [(by["stated", seed], by["unknown", seed]) for asked, seed in by if asked == "stated" and ("unknown", seed) in by]
        if both:
            alarm = [tuple(float(row["p_value"]) <= 0.05 for row in pair) for pair in both]
            moved = sum(a["estimate"] != b["estimate"] or a["conf_low"] != b["conf_low"] for a, b in both)
            lines.append(
                f"| {rule} | {len(both)} | {moved} | {sum(a and not b for a, b in alarm)} | {sum(b and not a for a, b in alarm)} |"
            )
    return lines


def write_page(path: Path, rows: list[dict], rules: dict[str, str], seed: int) -> str:
    """Write the page from the rows of stated_rule.csv; its tables, for the screen, are given back."""
    rows = [{k: str(v) for k, v in row.items()} for row in rows]
    versions = ", ".join(dict.fromkeys(row["version"] for row in rows))
    seeds = [int(row["seed"]) for row in rows]
    minutes = sum(float(row["seconds"]) for row in rows if row["asked"] != "fixed earlier") / 60
    shown = "\n".join([*table(rows, rules), "", *differing(rows, rules)])
    known = "\n".join(f"- `{rule}`: {words}." for rule, words in rules.items())
    path.write_text(f"""# The stated rule

Written by `python benchmarks/stated_rule.py`: {len({(r["rule"], r["seed"]) for r in rows})} pairs of a synthetic city and a rule, seeds {min(seeds)} to {max(seeds)} (first: {seed}), about
{minutes:.0f} CPU minutes for the answers. Estimator: commits {versions}. Real places of Depok, Bogor and Cilegon, made-up values of eleven years, ten sites in
five years. Without a planted effect every alarm is false (p at most .05); with the default effect of -4 percentage points (-3 on the
other figure) an answer counts as found where its interval excludes zero. In brackets 95 % binomial intervals (Wilson 1927). Lengths and
biases are in percentage points; a negative bias is a benefit that is not there.

{known}

Asked: `stated` gives `evaluate` the rule or the draw; `unknown` gives it nothing, and the headline is its first row; `fixed earlier` is
the second row that an unknown rule gets, for sites fixed two to three years ahead.

{shown}

## How to read this

- A rule on the judged figure itself leaves the headline as it is: the forecast is given the whole history, which holds what the rule
  looked at, so nothing is left for the rule to tell (missing at random, Rubin 1976). Stating it takes away the second row and
  adds the check of the rule against the sites.
- A draw among candidates decides who may be a placebo: only those who could have been drawn.
- A ranking column corrects for what the other figure knew beyond the history of the judged one; the doubt of that correction makes the interval longer.
- Rules have different numbers of cities: the two in which stating the rule moves the answer were run longer, after a look: the short list stood at 12 to 14 % after 59 to 76 cities. Read their rates with that in mind.
- Two versions: between f379ffb and 39e74d9 the choice of scale came to rest on forecasts of one year ahead. Of 324 answers asked of
  both, 23 differ and none in what it finds, covers or calls an effect; cities asked of the first alone are kept.
- Sites fixed earlier than the last values are not among these rules, so `fixed earlier` shows what its assumption costs where it is false.
""", encoding="utf-8", newline="\n")  # fmt: skip
    return shown
