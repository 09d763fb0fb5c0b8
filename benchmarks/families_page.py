"""The page of families: every number from the three csv files beside it, what was asked for, and where it was missed."""

from __future__ import annotations

import csv
import math
from pathlib import Path

HERE = Path(__file__).parent
PEERS = {"before_after": "before-after", "after_only": "after only, 20 + 20", "difference_in_differences": "difference in differences", "ancova": "ANCOVA",
         "ancova_score": "ANCOVA with the figure", "matching": "matching", "ols_cr1": "OLS, CR1"}  # fmt: skip
MOST_STATED, MOST_UNKNOWN, COVER, MOST_BIAS, MOST_REAL = 7, 5, (93, 98), 0.05, 8


def read(name: str) -> list[dict]:
    path = HERE / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def write_page() -> None:
    rows, real, lalonde = read("families.csv"), read("family_panels.csv"), read("family_lalonde.csv")
    parts = [_head(rows), _missed(rows), _stated(rows), _unknown(rows), _peers(rows), _real(real), _lalonde(lalonde), LIMITS]
    (HERE / "families.md").write_text("\n\n".join(part.strip() for part in parts if part) + "\n", encoding="utf-8", newline="\n")


def _f(row: dict, name: str) -> float:
    return float(row[name]) if row.get(name) not in (None, "") else math.nan


def _is_range(row: dict) -> bool:
    return _f(row, "ranges") >= 50


def faults(row: dict) -> list[str]:
    """What a row misses with its whole Monte Carlo interval. Of a range only false alarms and too low a coverage are asked."""
    most, found = MOST_UNKNOWN if row["method"].startswith("ours: unknown") else MOST_STATED, []
    if _f(row, "false_low") > most:
        found.append(f"false alarms {row['false_alarms']} % [{row['false_low']}, {row['false_high']}]")
    if _f(row, "cover_high") < COVER[0]:
        found.append(f"coverage {row['coverage']} %")
    if _is_range(row):
        return found
    if _f(row, "cover_low") > COVER[1]:
        found.append(f"coverage {row['coverage']} %, more than was asked")
    if abs(_f(row, "bias")) - 1.96 * _f(row, "bias_se") > MOST_BIAS:
        found.append(f"bias {_f(row, 'bias'):+.2f} SD (SE {_f(row, 'bias_se'):.3f})")
    return found


def by_count(row: dict) -> list[str]:
    """What a row is beyond by its own count, whatever its interval."""
    most, found = MOST_UNKNOWN if row["method"].startswith("ours: unknown") else MOST_STATED, []
    if _f(row, "false_alarms") > most:
        found.append(f"false alarms {row['false_alarms']} %")
    if not _is_range(row) and abs(_f(row, "bias")) > MOST_BIAS:
        found.append(f"bias {_f(row, 'bias'):+.2f}")
    return found


def _head(rows: list[dict]) -> str:
    designs = {(r["group"], r["design"]) for r in rows}
    own, rest = (
        min((int(r["reps"]) for r in rows if r["method"].startswith("ours") == mine), default=0) for mine in (True, False)
    )
    return f"""# Did it help the families: how often each method is wrong

Written by `python benchmarks/families.py`; {len(designs)} designs, {own} replications of the headline (more where said) and {rest} of the
other methods in each, and real people below.

What was done. Families with a lasting level and two visits, of which a rule chooses some; 200 families in ten RTs, half of them
chosen, 60 % of the variance of a visit lasting, RT correlation .1, unless the row says otherwise. Nothing happens to anybody; what a
method calls an effect is a false alarm. A constant effect shifts every estimate and interval by exactly that much, so coverage
and power at .5 SD of the first visit are read from the same families; yes/no answers are planted and computed anew. Bias is in SD of
the first visit, negative where the programme is made to look worse than it is when more is better. Power is that of finding the
planted .5 SD and calling it good. Brackets hold 95 % Monte Carlo intervals (Wilson for shares).

Asked of the headline: where the rule is stated, false alarms at most {MOST_STATED} %, coverage {COVER[0]} to {COVER[1]} %, bias under {MOST_BIAS} SD;
where it is unknown, false alarms at most {MOST_UNKNOWN} %. A row counts as missed where its whole Monte Carlo interval lies outside. Where the
headline is a range between two methods, its interval covers more often than 95 % by construction and its middle is no estimate:
only false alarms and too low a coverage are asked of it."""


def _own(rows: list[dict]) -> list[dict]:
    return [r for r in rows if r["method"].startswith("ours") and "shown beside" not in r["method"] and int(r["ran"])]


def _name(row: dict) -> str:
    return f"{row['group']}: {row['design']}, {row['method'].removeprefix('ours: ')}"


WHY = {
    "the gap grows by a tenth, unknown": "those better off would have gained more by themselves, so the change and the regression are both wrong on the same side (see limits)",
    "register, level lasts 0.8, this year's figure": "the lasting level moved in between, and those picked a year later are those whose year was worse; no column of this year tells who",
    "drawn, 10% and 40% lost, the better off": "families left because of what they were, and differently on both sides; the first visit shows only part of it",
    "drawn, 10% and 40% lost, the better off, unknown": "as above",
}  # why a row misses, by the end of its name


def _because(row: dict) -> str:
    found = [why for end, why in WHY.items() if _name(row).endswith(end) or _name(row).endswith(f"{end}, draw")]
    return f" Why: {found[0]}." if found else ""


def _missed(rows: list[dict]) -> str:
    own = _own(rows)
    missed = [(r, f) for r in own if (f := faults(r))]
    lines = ["## Where the headline misses", "", f"{len(own) - len(missed)} of {len(own)} rows hold."]
    if missed:
        lines += ["", *(f"- {_name(r)}: {'; '.join(f)}.{_because(r)}" for r, f in missed)]
    quiet = [f"{_name(r)} ({r['reps']} times)" for r in rows if r["method"].startswith("ours") and not int(r["ran"])]
    if quiet:
        lines += ["", f"No answer, and the reason given instead: {'; '.join(quiet)}."]
    near = [f"{_name(r)} ({', '.join(why)})" for r in own if not faults(r) and (why := by_count(r))]
    if near:
        lines += ["", f"Beyond a target by count, within what chance explains: {'; '.join(near)}."]
    return "\n".join(lines)


def _truths(rows: list[dict]) -> dict[tuple, dict[str, str]]:
    found: dict[tuple, dict[str, str]] = {}
    for r in rows:
        if r["method"] in ("oracle", "best_linear"):
            found.setdefault((r["group"], r["design"]), {})[r["method"]] = f"{_f(r, 'power'):.0f}"
    return found


def _line(row: dict, truth: dict[str, str], stated: bool) -> str:
    own = (
        [row["method"].removeprefix("ours: ") + (f", a range in {row['ranges']} %" if _f(row, "ranges") > 0 else "")]
        if stated
        else []
    )
    cells = [row["group"], row["design"], *own, row["ran"], f"{_f(row, 'false_alarms'):.1f} [{row['false_low']}, {row['false_high']}]",
             f"{_f(row, 'bias'):+.2f} ({_f(row, 'bias_se'):.2f})", f"{_f(row, 'coverage'):.1f} [{row['cover_low']}, {row['cover_high']}]",
             f"{_f(row, 'power'):.0f}", truth.get("best_linear", "-"), truth.get("oracle", "-"), f"{_f(row, 'width'):.2f}"]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _table(rows: list[dict], truths, stated: bool) -> list[str]:
    head = ["chosen", "design", *(["rule stated as"] if stated else []), "runs", "false alarms", "middle" if not stated else "bias (SE)", "coverage",
            "power", "best linear", "oracle", "interval"]  # fmt: skip
    return [
        "| " + " | ".join(head) + " |",
        "|---" * len(head) + "|",
        *(_line(r, truths.get((r["group"], r["design"]), {}), stated) for r in rows),
    ]


def _stated(rows: list[dict]) -> str:
    own = [r for r in _own(rows) if not r["method"].startswith("ours: unknown")]
    about = """`best linear` is the power of a regression whose coefficients are known beforehand, with what the office wrote down; `oracle` knows each
family's lasting level, which nobody can. What lies between these and ours is what it costs to learn the slope beside a cut."""
    return "\n".join(["## The headline, the rule stated", "", about, "", *_table(own, _truths(rows), True)])


def _unknown(rows: list[dict]) -> str:
    own = [r for r in _own(rows) if r["method"].startswith("ours: unknown")]
    return "\n".join(["## The headline, the rule unknown: a range", "", *_table(own, _truths(rows), False)])


def _peers(rows: list[dict]) -> str:
    by: dict[tuple, dict[str, dict]] = {}
    for r in rows:
        by.setdefault((r["group"], r["design"]), {})[r["method"]] = r
    about = """False alarms in percent, bias in brackets. Before-after has no comparison; after only is twenty families a side met once, Welch; difference
in differences and ANCOVA (a line through the first visit) with the package's clustered errors; ANCOVA with the figure adds a straight line
through the register's figure or the score; matching takes the nearest first visit (Abadie and Imbens 2006); OLS, CR1 is
`after ~ assisted + before` in statsmodels with `cov_type="cluster"` by RT."""
    lines = [
        "## What others would have said",
        "",
        about,
        "",
        "| chosen | design | " + " | ".join(PEERS.values()) + " |",
        "|---" * (2 + len(PEERS)) + "|",
    ]
    for (group, design), found in by.items():
        cells = [
            f"{_f(found[m], 'false_alarms'):.0f} ({_f(found[m], 'bias'):+.2f})" if m in found and int(found[m]["ran"]) else "-"
            for m in PEERS
        ]
        lines.append(f"| {group} | {design} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


# --- real people ----------------------------------------------------------------------------------------


def _pooled(rows: list[dict]) -> dict:
    """Panels weighed alike; the interval lets each panel go its own way, since people of one panel share a history."""
    shares = {}
    for r in rows:
        shares.setdefault(r["panel"], []).append(_f(r, "false_alarms"))
    means = [sum(v) / len(v) for v in shares.values()]
    n = len(means)
    middle = sum(means) / n
    error = math.sqrt(sum((m - middle) ** 2 for m in means) / (n - 1) / n) if n > 1 else math.nan
    bias = sum(_f(r, "bias") for r in rows) / len(rows)
    return {
        "panels": n,
        "runs": sum(int(r["ran"]) for r in rows),
        "rate": middle,
        "low": max(0, middle - 1.96 * error),
        "high": middle + 1.96 * error,
        "bias": bias,
    }


def _real(rows: list[dict]) -> str:
    if not rows:
        return ""
    methods = {"ours: stated": "ours, stated", "ours: unknown": "ours, unknown", **PEERS}
    rules = list(dict.fromkeys(r["rule"] for r in rows))
    lines = ["## Real people to whom nothing happened", "", _REAL, "", "| the site is whoever is lowest by | panels | runs | " + " | ".join(methods.values()) + " |",
             "|---" * (3 + len(methods)) + "|"]  # fmt: skip
    for rule in rules:
        found = {m: _pooled([r for r in rows if r["rule"] == rule and r["method"] == m]) for m in methods}
        own = found["ours: stated"]
        cells = [f"{f['rate']:.0f} [{f['low']:.0f}, {f['high']:.0f}] ({f['bias']:+.2f})" for f in found.values()]
        lines.append(f"| {rule} | {own['panels']} | {own['runs']} | " + " | ".join(cells) + " |")
    lines += ["", "By panel, the headline with the rule stated (and unknown): false alarms in percent, bias in SD in brackets.", "",
              "| panel | scale | " + " | ".join(rules) + " |", "|---" * (2 + len(rules)) + "|"]  # fmt: skip
    for panel, scale in dict.fromkeys((r["panel"], r["scale"]) for r in rows):
        cells = []
        for rule in rules:
            own = {r["method"]: r for r in rows if (r["panel"], r["scale"], r["rule"]) == (panel, scale, rule)}
            s, u = own.get("ours: stated"), own.get("ours: unknown")
            cells.append(f"{_f(s, 'false_alarms'):.0f} ({_f(s, 'bias'):+.2f}); {_f(u, 'false_alarms'):.0f}" if s and u else "-")
        lines.append(f"| {panel} | {scale} | " + " | ".join(cells) + " |")
    return "\n".join([*lines, "", _sources(rows)])


_REAL = """Each round draws 200 people of a panel (two thirds of it where there are fewer than 300) and a stretch of its visits, puts them into twenty
RTs by lot or by their school, lets the rule choose the lowest fifth or half, and asks what happened to the chosen by the next visit. Nothing was
done to them. Rounds of one panel share people, so a panel in which the low by some column really fared otherwise over those years counts
as alarms again and again: the rates below weigh panels alike, and the brackets come from how panels differ."""


def _sources(rows: list[dict]) -> str:
    from family_panels import LICENCES, SOURCES

    seen = {r["panel"] for r in rows}
    lines = ["Where the people are from; the data stay in their packages.", ""]
    lines += [f"- {s.name}: {s.about}; `{s.item}` of {s.package} ({LICENCES[s.package]})." for s in SOURCES if s.name in seen]
    return "\n".join(lines)


def _lalonde(rows: list[dict]) -> str:
    if not rows:
        return ""
    truth = next(r for r in rows if r["comparison"] == "experiment")["estimate"]
    lines = ["## LaLonde: the experiment and what surveys would have made of it", "",
             f"""Men drawn into the National Supported Work programme earned {int(truth):,} dollars more in 1978 than men drawn out of it (the sample of Dehejia and
Wahba). Here the men drawn out are replaced by all men of a survey, and each method is told the earnings of 1974 and 1975. Of 1975
against 1974, before anybody had been trained, the answer is zero.""", "",
             "| comparison | method | 1978, dollars | interval | range | 1975 (placebo) | interval |", "|---|---|---|---|---|---|---|"]  # fmt: skip
    placebo = {(r["comparison"], r["method"]): r for r in rows if r["years"].startswith("1975")}
    for r in rows:
        if r["comparison"] == "experiment" or r["years"] != "1978":
            continue
        p = placebo.get((r["comparison"], r["method"]))
        span = f"{r['range_low']} to {r['range_high']}" if r.get("range_low") else "-"
        before = [p["estimate"], f"{p['conf_low']} to {p['conf_high']}"] if p else ["-", "-"]
        lines.append(
            "| "
            + " | ".join(
                [
                    r["comparison"],
                    PEERS.get(r["method"], r["method"]),
                    r["estimate"],
                    f"{r['conf_low']} to {r['conf_high']}",
                    span,
                    *before,
                ]
            )
            + " |"
        )
    return "\n".join(lines)


LIMITS = """## How to read this, and what it does not show

- A range is the honest answer to a question that the list leaves open, and it costs power: a register's rule that is stated finds .5 SD about half of the time
  with 200 families, an unstated one hardly ever. What a stated rule costs beside a draw is the slope that must be learnt across the cut: `best linear` pays
  nothing for it. A draw finds the same effect nearly always.
- The range holds where lasting differences chose or where the first-visit figure did. It does not hold where the groups would have gone different ways by
  themselves: on real panels, where age or seniority chose and nobody says so, difference in differences and ANCOVA are wrong on the same side. Stating the
  column mends it; a second visit before shows it.
- Next year's families are a fair comparison only while the lasting level stands still. Where it moves, those picked a year later are those whose year was worse, the
  comparison ends low, and the programme looks better than it is (`level lasts 0.8`). No column of this year's can take that out.
- Lost households: where those who leave differ in what is not written down, no method here is right; a draw does not help. The Lee bounds of the evaluation are for that.
- A rule is only as good as its record. Where the list does not follow the rule as stated, the headline turns into a range; where something hidden decided among
  households with one and the same figure, it is seen only as far as their first visits differ.
- Oracles know the true coefficients and the spread of their own errors over the replications; they are ceilings, not methods.
- Simulated families have one lasting level, two visits and a register. Spill-over to neighbours, effects that differ by family, answers that are shaded because help
  was given, and interviewers who know the list are not here.
- Real panels: earnings, hours, weights, marks, harvests, yes/no health, mostly of the United States, one of West Java. "Nothing happened" means nothing
  by the placebo rule; jobs, schooling and age went on as they do. A few have some hundred people seen twice: every round draws from the same people and the same two
  years, so their own rates say little each.
- LaLonde: the men of the programme were no lowest by a cut, and their earnings had just dipped. A stated cut is found not to be followed; the honest
  answer is wide. It contains the experiment's and does not pretend to know its sign."""


if __name__ == "__main__":
    from asked import asked

    asked()
    write_page()
