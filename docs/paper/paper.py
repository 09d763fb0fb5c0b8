"""The paper: docs/paper.md and docs/makalah.md, written from en.md and id.md here and from the files that the benchmarks wrote.

    python docs/paper/paper.py             says where a page has fallen behind its numbers
    python docs/paper/paper.py --write     writes both pages anew (after them: figures.py)

A template holds [[name]] where a number or a table belongs; every name is one of `tables` or `numbers`. No figure is typed by hand.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from functools import cache
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parents[1] / "benchmarks"
sys.path[:0] = [str(HERE.parents[1]), str(BENCHMARKS)]

import placebo_laws_page as laws_page
import stated_rule_page

from p2wkss_analysis.say import Text, integer, number, signed

PAGES = {"en": HERE.parent / "paper.md", "id": HERE.parent / "makalah.md"}
OURS = laws_page.OURS
RULES = {
    "worst": ("terburuk", "worst"), "dip": ("paling memburuk", "dip"), "trend": ("tren terburuk", "trend"),
    "promise": ("tren terbaik", "promise"),
    "random": ("undian", "random"), "noisy": ("terburuk, salah ukur", "noisy"), "column": ("angka lain", "column"),
    "mixture": ("campuran", "mixture"),
}  # fmt: skip
METHODS = {
    OURS: ("paket ini", "this package"), "near_miss": ("nyaris terpilih", "near misses"),
    "staggered": ("Callaway-Sant'Anna, dasar lebih awal", "Callaway-Sant'Anna, earlier base"),
    "before_after": ("sebelum-sesudah", "before-after"),
    "difference_in_differences": ("beda-dalam-beda", "difference in differences"),
    "synthetic_difference_in_differences": ("beda-dalam-beda sintetis", "synthetic difference in differences"),
    "diff_diff_default": ("diff-diff, bawaan", "diff-diff, as it comes"),
    "csdid_default": ("csdid, bawaan", "csdid, as it comes"),
    "pyfixest_default": ("pyfixest, bawaan", "pyfixest, as it comes"),
    "mlsynth_sdid": ("mlsynth, bawaan", "mlsynth, as it comes"),
}  # fmt: skip
NOISES = {
    "gauss": "Gaussian",
    "t4": "$t_4$ levels and shocks",
    "laplace": "Laplace shocks",
    "skew": "exponential levels",
    "uneven": "own volatilities",
    "trend": "own slopes",
}


@cache
def read(name: str) -> tuple[dict, ...]:
    """Rows of a csv file of the benchmarks."""
    with (BENCHMARKS / name).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def laws(**asked) -> list[dict]:
    """Cells of the placebo laws without a planted effect, unless one is asked for."""
    asked = {"effect": "none", **asked}
    return [row for row in read("placebo_laws.csv") if all(row[k] == v for k, v in asked.items())]


def windows(rows: list[dict]) -> laws_page.Windows:
    return laws_page.Windows.of(rows, coarse=True)


def alarms(rows: list[dict]) -> tuple[float, float, float]:
    """False alarms in percent with their interval, blocks of surveys and half decades."""
    w = windows(rows)
    return laws_page.rate(w.alarm, w.block)


def cells(half: str) -> list[dict]:
    """Ours on the scale it chooses, in one half or in "both"."""
    return [row for row in laws(method=OURS, scale="auto") if half in (row["half"], "both")]


def validation(method: str = OURS) -> list[dict]:
    """Designs of the simulation in which a method ran."""
    return [row for row in read("validation.csv") if row["method"] == method and int(row["ran"])]


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(["| " + " | ".join(head) + " |", "|---" * len(head) + "|", *("| " + " | ".join(row) + " |" for row in rows)])


def _rate(rows: list[dict]) -> str:
    return "{:.0f} [{:.0f}, {:.0f}]".format(*alarms(rows)) if len(windows(rows)) else "-"


def _by_rule(lang: str) -> str:
    head = [
        Text(id="dipilih menurut", en="chosen by").say(lang),
        Text(id="paruh pengembangan", en="develop half").say(lang),
        Text(id="paruh simpanan", en="held half").say(lang),
    ]
    rows = [[Text(id=name[0], en=name[1]).say(lang), *(_rate([r for r in cells(h) if r["rule"] == rule]) for h in ("develop",
        "held"))]
            for rule, name in RULES.items()]  # fmt: skip
    rows.append([Text(id="semua", en="all").say(lang), *(_rate(cells(h)) for h in ("develop", "held"))])
    rows.append(
        [Text(id="jendela", en="windows").say(lang), *(integer(len(windows(cells(h))), lang) for h in ("develop", "held"))]
    )
    return _markdown(head, rows)


HELD, DEVELOP = "held half, all", "develop half, all"


def _quality() -> str:
    rows = []
    for kind, half in [
        *((kind, "held") for kind in sorted({laws_page._kind(row) for row in cells("held")})),
        (HELD, "held"),
        (DEVELOP, "develop"),
    ]:
        whole = kind in (HELD, DEVELOP)
        mine = [row for row in cells(half) if whole or laws_page._kind(row) == kind]
        w = laws_page.Windows.of(mine, whole)
        share, low, high = laws_page.rate(w.alarm, w.block)
        error = laws_page.spread(w.errors, w.block)[0]
        rows.append([kind, str(len(w)), f"{share:.0f} [{low:.0f}, {high:.0f}]", f"{100 * w.covers.mean():.1f}",
                     f"{100 * w.found.mean():.0f}",
                     f"{np.median(w.lengths[np.isfinite(w.lengths)]):.2f}", f"{w.errors.mean():+.2f} ({error:.2f})"])  # fmt: skip
    return _markdown(["panels", "windows", "false alarms", "coverage", "power", "length", "bias (SE)"], rows)


def _peers(lang: str) -> str:
    rows = []
    for method, name in METHODS.items():
        mine = laws(method=method, half="develop", scale="raw")
        if mine and len(windows(mine)):
            by_rule = [[r for r in mine if r["rule"] == rule] for rule in RULES]
            rows.append(
                [
                    Text(id=name[0], en=name[1]).say(lang),
                    *(f"{100 * windows(r).alarm.mean():.0f}" if r and len(windows(r)) else "-" for r in by_rule),
                    _rate(mine),
                    integer(len(windows(mine)), lang),
                ]
            )
    head = [
        Text(id="metode", en="method").say(lang),
        *(Text(id=a, en=b).say(lang) for a, b in RULES.values()),
        Text(id="semua", en="all").say(lang),
        Text(id="jendela", en="windows").say(lang),
    ]
    return _markdown(head, rows)


def _is_centre(row: dict) -> bool:
    return (row["rule"], row["places"], row["years"], row["starts"], row["per_year"], row["baseline"]) == (
        "worst",
        "60",
        "10",
        "4",
        "2",
        "clean",
    )


def _ceilings() -> dict[str, str]:
    return {row["cell"]: row["fair_power"] for row in validation("oracle")}


def _simulated() -> str:
    rows, ceiling = [], _ceilings()
    for noise, name in NOISES.items():
        for row in validation():
            if row["noise"] == noise and row["rho"] == "0.5" and _is_centre(row):
                top = ceiling.get(row["cell"])
                rows.append([name, row["ran"], f"{float(row['false_alarms']):.1f} [{row['false_low']}, {row['false_high']}]",
                             f"{float(row['bias']):+.2f}",
                             f"{float(row['coverage']):.1f}", f"{float(row['power']):.0f}", f"{float(top):.0f}" if top
                             else "-"])  # fmt: skip
    return _markdown(["noise", "panels", "false alarms", "bias", "coverage", "power at 1 SD", "oracle's power"], rows)


def _simulated_peers() -> str:
    rows = []
    for method, name in METHODS.items():
        mine = [float(row["false_alarms"]) for row in validation(method) if row["baseline"] == "clean"]
        centre = [float(row["false_alarms"]) for row in validation(method) if _is_centre(row)]
        if mine:
            rows.append(
                [
                    name[1],
                    str(len(mine)),
                    f"{np.median(mine):.0f}",
                    f"{min(mine):.0f} to {max(mine):.0f}",
                    f"{min(centre):.0f} to {max(centre):.0f}",
                ]
            )
    return _markdown(["method", "designs", "median", "least to most", "least to most, central designs"], rows)


STATED = {"worst": "worst of last year", "best": "best of last year", "worst, two years before": "worst of two years before",
          "draw": "draw among all",
          "shortlist": "draw among the worst 20", "other figure": "worst on another figure"}  # fmt: skip


def stated(rule: str, asked: str) -> list[dict]:
    return [row for row in read("stated_rule.csv") if row["rule"] == rule and row["asked"] == asked]


def stated_rates(rows: list[dict]) -> dict[str, tuple[float, float, float]]:
    """False alarms, coverage with the effect planted and power in percent, each with its binomial interval."""
    hits = {
        "alarms": [float(r["p_value"]) <= 0.05 for r in rows],
        "coverage": [r["covers"] == "1" for r in rows],
        "power": [r["found"] == "1" for r in rows],
    }
    return {name: stated_rule_page.wilson(sum(h), len(h)) for name, h in hits.items()}


def _stated() -> str:
    rows = []
    for rule, name in STATED.items():
        either = _moved(rule) == 0
        for asked in stated_rule_page.ASKED:
            mine = stated(rule, asked)
            if mine and not (either and asked == "unknown"):
                r, asked = stated_rates(mine), "either" if either and asked == "stated" else asked
                length = np.median([float(x["conf_high"]) - float(x["conf_low"]) for x in mine])
                rows.append(
                    [
                        name,
                        asked,
                        str(len(mine)),
                        *("{:.1f} [{:.1f}, {:.1f}]".format(*r[k]) for k in ("alarms", "coverage", "power")),
                        f"{length:.2f}",
                    ]
                )
    return _markdown(["chosen by", "asked", "cities", "false alarms", "coverage", "power", "length"], rows)


def tables(lang: str) -> dict[str, str]:
    return {"table_by_rule": _by_rule(lang), "table_quality": _quality(), "table_peers": _peers(lang),
            "table_simulated": _simulated(),
            "table_simulated_peers": _simulated_peers(), "table_stated": _stated()}  # fmt: skip


def numbers(lang: str) -> dict[str, str]:
    """Every number that the sentences quote, written as the language writes it."""

    def n(x, digits=0):
        return number(x, digits, lang)

    out = {}
    for half in ("develop", "held", "both"):
        rows, w = cells(half), windows(cells(half))
        share, low, high = alarms(rows)
        out |= {f"{half}_alarms": n(share, 1), f"{half}_low": n(low, 1), f"{half}_high": n(high, 1),
                f"{half}_windows": integer(len(w), lang),
                f"{half}_coverage": n(100 * w.covers.mean(), 1), f"{half}_power": n(100 * w.found.mean()),
                f"{half}_panels": integer(len({r["panel"] for r in rows}), lang)}  # fmt: skip
        worst = max(RULES, key=lambda rule: alarms([r for r in rows if r["rule"] == rule])[0])
        out |= {
            f"{half}_worst_rule": Text(id=RULES[worst][0], en=RULES[worst][1]).say(lang),
            f"{half}_worst_rate": n(alarms([r for r in rows if r["rule"] == worst])[0]),
        }
    out["above"] = (
        "; ".join(laws_page.too_many(cells("held"), laws_page._kind, laws_page.ASKED)).replace("%", "percent") or "none"
    )
    panels = {p: alarms([r for r in cells("held") if r["panel"] == p])[0] for p in {r["panel"] for r in cells("held")}}
    first, second = sorted(panels, key=panels.get, reverse=True)[:2]
    out |= {"bad_panel": first, "bad_rate": n(panels[first]), "second_panel": second, "second_rate": n(panels[second])}
    z = cells("both")
    sites = sum(float(r["sites"]) for r in z)
    mean = sum(float(r["site_sum"]) for r in z) / sites
    out |= {"z_sites": n(float(np.sqrt(sum(float(r["site_squares"]) for r in z) / sites - mean**2)), 2),
            "z_pool": n(float(np.sqrt(sum(float(r["pool_squares"]) for r in z) / sites)), 2),
            "z_far": n(100 * sum(float(r["site_far"]) for r in z) / sites, 1)}  # fmt: skip
    for kind, measure in (("poverty", True), ("other", False)):
        chosen = [s for r in z if (r["measure"] == "poverty") == measure for s in r["chosen"].split()]
        out |= {f"{kind}_{name}": n(100 * chosen.count(name) / len(chosen)) for name in ("raw", "root", "log")}
    for scale in ("raw", "auto"):
        w = windows([r for r in laws(method=OURS, scale=scale, half="develop") if r["measure"] == "poverty"])
        out |= {f"poverty_alarms_{scale}": n(100 * w.alarm.mean()), f"poverty_power_{scale}": n(100 * w.found.mean()),
                f"poverty_length_{scale}": n(np.median(w.lengths[np.isfinite(w.lengths)]), 2),
                f"poverty_windows_{scale}": integer(len(w), lang)}  # fmt: skip
    for effect in ("unit", "percent"):
        w = windows(laws(method=OURS, half="develop", scale="auto", effect=effect))
        out |= {f"planted_{effect}_windows": integer(len(w), lang), f"planted_{effect}_coverage": n(100 * w.covers.mean(), 1),
                f"planted_{effect}_power": n(100 * w.alarm.mean()),
                f"planted_{effect}_bias": signed(w.errors.mean(), 2, lang)}  # fmt: skip
    for method in METHODS:
        rows = laws(method=method, half="develop", scale="raw")
        if rows and len(windows(rows)):
            out[f"{method}_raw"] = n(alarms(rows)[0])
    peers = [
        alarms(laws(method=m, half="develop", scale="raw"))[0] for m in ("diff_diff_default", "csdid_default", "pyfixest_default")
    ]
    out |= {"peers_least": n(min(peers)), "peers_most": n(max(peers))}
    ran, ceiling = validation(), _ceilings()
    gaps = sorted(((float(ceiling[r["cell"]]) - float(r["power"]), r) for r in ran if r["cell"] in ceiling), key=lambda g: -g[0])
    out |= {"designs": integer(len(ran), lang), "panels": integer(sum(int(r["ran"]) for r in ran), lang)}
    for name, column, digits in (("alarms", "false_alarms", 1), ("coverage", "coverage", 1)):
        values = [float(r[column]) for r in ran]
        weights = [int(r["ran"]) for r in ran]
        out |= {
            f"sim_{name}": n(np.average(values, weights=weights), 1),
            f"sim_{name}_least": n(min(values), digits),
            f"sim_{name}_most": n(max(values), digits),
        }
    bias = max((abs(float(r["bias"])) for r in ran if int(r["ran"]) >= 200), default=0.0)
    within = sum(g <= 10 for g, _ in gaps)
    out |= {"sim_bias_most": n(bias, 2), "gap_designs": integer(len(gaps), lang), "gap_within": integer(within, lang),
            "gap_most": n(gaps[0][0]),
            "gap_noise": NOISES[gaps[0][1]["noise"]],
            "gap_design": f"{gaps[0][1]['places']} places, {gaps[0][1]['years']} years",
            "gap_panels": gaps[0][1]["ran"]}  # fmt: skip
    dates = {r["date"] for r in ran}
    out["validation_date"] = " and ".join(sorted(dates))
    old = sum(r["date"] < "2026-11-29" for r in ran)
    out["validation_note"] = f", {old} of them before scale, like noise and neighbours were added" if old else ""
    rows = read("stated_rule.csv")
    out |= {"cities": integer(len({(r["rule"], r["seed"]) for r in rows}), lang), "cities_a_rule": _span([len(stated(rule,
        "stated")) for rule in STATED]),
            "stated_version": ", ".join(dict.fromkeys(r["version"] for r in rows))}  # fmt: skip
    out["stated_raw"] = n(100 * np.mean([r["scale"] == "raw" for r in rows]))
    moved = {rule: _moved(rule) for rule in STATED}
    out["stated_moved_own"] = integer(sum(moved[rule] for rule in ("worst", "best", "worst, two years before", "draw")), lang)
    for rule, key in (
        ("worst", "worst"),
        ("best", "best"),
        ("draw", "draw"),
        ("shortlist", "shortlist"),
        ("other figure", "other"),
    ):
        for asked in stated_rule_page.ASKED:
            mine = stated(rule, asked)
            r = stated_rates(mine)
            out |= {f"{key}_{asked.split()[0]}_{k}": n(v[0], 1) for k, v in r.items()}
            out[f"{key}_{asked.split()[0]}_length"] = n(
                np.median([float(x["conf_high"]) - float(x["conf_low"]) for x in mine]), 2
            )
            out[f"{key}_{asked.split()[0]}_bias"] = signed(np.mean([float(x["estimate"]) for x in mine]), 2, lang)
    return out


def _moved(rule: str) -> int:
    """Cities in which stating the rule moved the estimate or an end of its interval."""
    known = {r["seed"]: (r["estimate"], r["conf_low"], r["conf_high"]) for r in stated(rule, "stated")}
    return sum(known.get(r["seed"]) != (r["estimate"], r["conf_low"], r["conf_high"]) for r in stated(rule, "unknown"))


def _span(counts: list[int]) -> str:
    return str(counts[0]) if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"


def cited() -> str:
    """Authors, title and version of CITATION.cff."""
    text = (HERE.parents[1] / "CITATION.cff").read_text(encoding="utf-8")
    title, version, author = (
        re.search(rf'^ *-? *{key}: "?(.*?)"?$', text, re.MULTILINE)[1] for key in ("title", "version", "name")
    )
    return f"{author}. *{title.replace('_', chr(92) + '_')}*, version {version} (software, `CITATION.cff`)"


def page(lang: str, on_site: bool = False) -> str:
    """The finished page, as it stands in docs/ or, with the link to the other language that is right there, on the site."""
    other = "id" if lang == "en" else "en"
    known = {**numbers(lang), **tables(lang), "cite": cited(), "other": PAGES[other].name}
    text = re.sub(r"\[\[(\w+)\]\]", lambda found: known[found[1]], (HERE / f"{lang}.md").read_text(encoding="utf-8"))
    return re.sub(rf"\[([^]]+)\]\({PAGES[other].name}\)", rf'<a href="../{other}/paper.html">\1</a>', text) if on_site else text


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="write both pages anew")
    options = parser.parse_args(arguments)
    behind = [lang for lang, path in PAGES.items() if not path.exists() or path.read_text(encoding="utf-8") != page(lang)]
    for lang in behind:
        print(f"{PAGES[lang].name}: {'written' if options.write else 'fallen behind; --write writes it anew'}")
        if options.write:
            PAGES[lang].write_text(page(lang), encoding="utf-8", newline="\n")
    return 0 if options.write else len(behind)


if __name__ == "__main__":
    raise SystemExit(main())
