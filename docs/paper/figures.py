"""The figures of the paper, drawn from the files that the benchmarks wrote and, for the example, from one simulated panel.

    python docs/paper/figures.py

Writes the pictures beside this file, those that the Indonesian page shows in both languages.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from paper import HERE, METHODS, OURS, RULES, alarms, cells, laws, validation

import p2wkss_analysis as p2
from p2wkss_analysis.impact.history.placebo import placebo_sums
from p2wkss_analysis.pictures import style
from p2wkss_analysis.pictures.charts import COLOURS, MARKERS, plain_axes
from p2wkss_analysis.pictures.picture import page
from p2wkss_analysis.say import Text

DOTS = 130  # an inch
GREY = "#8a949e"


def alarms_by_rule(lang: str = "en"):
    """False alarms by rule on real panels: the headline on both halves, and the peers as they come."""
    lines = [
        (Text(id="paket ini, paruh pengembangan", en="this package, develop half").say(lang), cells("develop"), COLOURS[0], "o"),
        (Text(id="paket ini, paruh simpanan", en="this package, held half").say(lang), cells("held"), COLOURS[0], "D"),
    ]
    for method, colour, marker in (
        ("diff_diff_default", COLOURS[1], "s"),
        ("csdid_default", COLOURS[2], "^"),
        ("pyfixest_default", COLOURS[3], "v"),
    ):
        lines.append(
            (
                Text(id=METHODS[method][0], en=METHODS[method][1]).say(lang),
                laws(method=method, half="develop", scale="raw"),
                colour,
                marker,
            )
        )
    picture, box = page(title=Text(id="Alarm palsu menurut cara memilih, pada angka nyata tanpa program",
                                   en="False alarms by rule of choice, real figures without a programme").say(lang),
                        notes=[Text(id="Garis tegak: selang 95 persen, jendela yang tumpang tindih diperhitungkan. Garis putus-putus: 5 persen.",
                                    en="Bars: 95% intervals that allow for overlapping windows. Dashed: 5 percent.").say(lang)],
                                    body=3.6)  # fmt: skip
    axes = plain_axes(picture, box, left=0.08, bottom=0.1, top=0.1)
    rows = []
    for k, (name, mine, colour, marker) in enumerate(lines):
        for j, rule in enumerate(RULES):
            share, low, high = alarms([r for r in mine if r["rule"] == rule])
            at = j + 0.14 * (k - 2)
            axes.vlines(at, low, high, color=colour, lw=1.6, alpha=0.75, zorder=2)
            axes.plot(
                at,
                share,
                marker,
                color=colour if marker != "D" else "white",
                mec=colour,
                mew=1.3,
                ms=5,
                zorder=3,
                label=name if j == 0 else None,
            )
            rows.append((name, rule, share, low, high))
    axes.axhline(5, color=style.INK, lw=0.9, ls=(0, (4, 3)), zorder=1)
    axes.set_xticks(
        range(len(RULES)), [Text(id=a, en=b).say(lang).replace(" ", "\n") for a, b in RULES.values()], size=style.BODY
    )
    axes.set_ylim(0, 100)
    axes.set_xlim(-0.5, len(RULES) - 0.5)
    axes.grid(axis="x", visible=False)
    axes.set_ylabel(Text(id="alarm palsu (persen)", en="false alarms (percent)").say(lang), size=style.BODY, color=style.MUTED)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.01, 1.0),
        ncol=3,
        fontsize=style.NOTE,
        frameon=False,
        handletextpad=0.2,
        columnspacing=1.2,
    )
    return picture.carry(
        pd.DataFrame(rows, columns=["method", "rule", "alarms", "low", "high"]),
        Text("Alarm palsu menurut aturan.", "False alarms by rule."),
    )


def coverage_and_power():
    """Simulated panels: coverage of every design with its interval, and power against that of the oracle."""
    designs = sorted(validation(), key=lambda row: float(row["coverage"]))
    ceiling = {row["cell"]: float(row["fair_power"]) for row in validation("oracle")}
    picture, box = page(title="Coverage and power on simulated panels, one point a design",
                        notes=["Left: Wilson intervals; dashed 95 percent. Right: an effect of one village SD; dashed, ten points below the oracle, which knows the true covariance. Above the line the oracle, being linear, is not the best there is."],
                               body=3.3)  # fmt: skip
    left, right = (plain_axes(picture, box, left=a, right=b, bottom=0.13, top=0.02) for a, b in ((0.09, 0.52), (0.56, 0.02)))
    from stated_rule_page import wilson

    for k, row in enumerate(designs):
        n = int(row["ran"])
        share, low, high = wilson(round(float(row["coverage"]) * n / 100), n)
        left.vlines(k, low, high, color=COLOURS[0], lw=1.2, alpha=0.6)
        left.plot(k, share, "o", color=COLOURS[0], ms=3)
    left.axhline(95, color=style.INK, lw=0.9, ls=(0, (4, 3)))
    left.set_ylim(82, 100.5)
    left.set_xticks([])
    left.set_xlabel(f"{len(designs)} designs, least coverage first", size=style.BODY, color=style.MUTED)
    left.set_ylabel("coverage (percent)", size=style.BODY, color=style.MUTED)
    for noise, colour, marker in (
        ("gauss", COLOURS[0], MARKERS[0]),
        ("t4", COLOURS[1], MARKERS[1]),
        ("skew", COLOURS[2], MARKERS[2]),
        ("other", COLOURS[3], MARKERS[3]),
    ):
        mine = [
            row
            for row in designs
            if row["cell"] in ceiling and noise == (row["noise"] if row["noise"] in ("gauss", "t4", "skew") else "other")
        ]
        label = {"gauss": "Gaussian", "t4": "heavy tails", "skew": "skewed levels", "other": "others"}[noise]
        right.plot(
            [ceiling[r["cell"]] for r in mine],
            [float(r["power"]) for r in mine],
            marker,
            color=colour,
            ms=4,
            alpha=0.8,
            label=label,
        )
    right.plot([0, 100], [0, 100], color=GREY, lw=0.9)
    right.plot([10, 100], [0, 90], color=style.INK, lw=0.9, ls=(0, (4, 3)))
    right.set_xlim(0, 102)
    right.set_ylim(0, 102)
    right.set_xlabel("power of the oracle (percent)", size=style.BODY, color=style.MUTED)
    right.set_ylabel("power (percent)", size=style.BODY, color=style.MUTED)
    right.legend(fontsize=style.NOTE, frameon=False, loc="lower right")
    return picture.carry(pd.DataFrame([(r["cell"], float(r["coverage"]), float(r["power"])) for r in designs], columns=["cell",
        "coverage", "power"]),
                         Text("Cakupan dan daya.", "Coverage and power."))  # fmt: skip


def example():
    """One simulated panel with an effect of one SD: what the sites did and would have done, and the placebo distribution."""
    table = p2.simulate_panel(units=63, effect=1.0, seed=2026).table()
    panel = p2.Panel.from_table(table, outcome="outcome", better="higher")
    found = p2.evaluate(panel, p2.SelectionRule(picks="lowest", per_year=2), methods=[OURS])
    given, answer = found.given, found.estimates[0]
    weights = given.site_weights() / len(given.errors)
    sums = placebo_sums(given.paths.pools, given.placebos, weights, given.seed)
    ago = panel.years[None, :] - panel.start[given.paths.site_rows][:, None]
    observed = panel.values[given.paths.site_rows]
    expected = np.where(ago < 0, np.nan, observed - given.errors)
    picture, box = page(title="An example: eight sites of sixty-three, the worst two of each of four years, an effect of one SD planted",
                        notes=[f"Left: means of the sites by years since the start. Right: {len(sums)} draws of as many places that could have been chosen in the same years; line: the estimate {answer.estimate:.2f}, 95% interval {answer.conf_low:.2f} to {answer.conf_high:.2f}, p = {answer.p_value:.3f}. The last value before the start is low because that value chose them."],
                        body=3.0)  # fmt: skip
    left, right = (plain_axes(picture, box, left=a, right=b, bottom=0.14, top=0.02) for a, b in ((0.07, 0.53), (0.54, 0.02)))
    years = [a for a in np.unique(ago) if (ago == a).sum() == len(ago)]
    left.plot(years, [np.nanmean(observed[ago == a]) for a in years], "-o", color=COLOURS[0], ms=4, lw=1.6, label="observed")
    later = [a for a in years if a >= 0]
    left.plot(
        later,
        [np.nanmean(expected[ago == a]) for a in later],
        "--s",
        color=COLOURS[1],
        ms=4,
        lw=1.6,
        label="expected, given own history",
    )
    left.axvline(-0.5, color=GREY, lw=0.9)
    left.set_xticks(years)
    left.set_xlabel("years since the start", size=style.BODY, color=style.MUTED)
    left.set_ylabel("outcome, mean of the sites", size=style.BODY, color=style.MUTED)
    left.legend(fontsize=style.NOTE, frameon=False, loc="upper left")
    right.hist(sums, bins=40, color="#b9c4cc")
    right.axvline(answer.estimate, color=COLOURS[1], lw=2)
    right.set_yticks([])
    right.set_xlabel("sum of placebo errors (outcome's unit)", size=style.BODY, color=style.MUTED)
    return picture.carry(pd.DataFrame({"estimate": [answer.estimate], "conf_low": [answer.conf_low],
                                       "conf_high": [answer.conf_high], "p_value": [answer.p_value]}),
                         Text("Contoh.", "An example."))  # fmt: skip


def scales():
    """Which scale the untreated cells chose, and what the choice does to false alarms on poverty panels."""
    mine = cells("both")
    figures = sorted({r["panel"].split(",")[0] for r in mine if "," in r["panel"]})
    share = pd.DataFrame(
        [(f, s) for r in mine for f in [r["panel"].split(",")[0]] if f in figures for s in r["chosen"].split()],
        columns=["figure", "scale"],
    )
    share = (
        pd.crosstab(share["figure"], share["scale"], normalize="index")
        .mul(100)
        .reindex(columns=["raw", "root", "log"], fill_value=0)
        .sort_values("raw")
    )
    picture, box = page(title="The scale: what untreated cells chose, and what it does on panels of poverty",
                        notes=["Left: windows of both halves by figure. Right: develop half; the raw scale was run on fewer of the same windows; bars 95% intervals; dashed 5 percent."], body=3.6)  # fmt: skip
    left, right = (plain_axes(picture, box, left=a, right=b, bottom=0.12, top=0.09) for a, b in ((0.19, 0.45), (0.64, 0.02)))
    begin = np.zeros(len(share))
    for name, colour in (("raw", "#c9d1d8"), ("root", "#e0a458"), ("log", COLOURS[0])):
        left.barh(range(len(share)), share[name], left=begin, color=colour, height=0.7, label=name)
        begin += share[name].to_numpy()
    left.set_yticks(range(len(share)), share.index, size=style.BODY)
    left.set_xlim(0, 100)
    left.grid(axis="y", visible=False)
    left.set_xlabel("windows (percent)", size=style.BODY, color=style.MUTED)
    left.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncol=3, fontsize=style.NOTE, frameon=False)
    for k, (scale, colour, name) in enumerate((("raw", GREY, "raw scale"), ("auto", COLOURS[0], "scale chosen"))):
        poverty = [r for r in laws(method=OURS, scale=scale, half="develop") if r["measure"] == "poverty"]
        for j, rule in enumerate([*RULES, None]):
            value, low, high = alarms([r for r in poverty if rule in (r["rule"], None)])
            right.hlines(j + 0.2 * k, low, high, color=colour, lw=1.5, alpha=0.7)
            right.plot(value, j + 0.2 * k, MARKERS[k], color=colour, ms=4.5, label=name if rule is None else None)
    right.axvline(5, color=style.INK, lw=0.9, ls=(0, (4, 3)))
    right.set_yticks(range(len(RULES) + 1), [*(en for _, en in RULES.values()), "all"], size=style.BODY)
    right.invert_yaxis()
    right.set_xlim(0, 80)
    right.grid(axis="y", visible=False)
    right.set_xlabel("false alarms (percent)", size=style.BODY, color=style.MUTED)
    right.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncol=2, fontsize=style.NOTE, frameon=False)
    return picture.carry(share.round(1).reset_index(), Text("Skala.", "Scales."))


FIGURES = {
    "alarms": alarms_by_rule,
    "alarms_id": lambda: alarms_by_rule("id"),
    "simulated": coverage_and_power,
    "example": example,
    "scale": scales,
}


def main() -> int:
    for name, draw in FIGURES.items():
        draw().savefig(HERE / f"{name}.png", dpi=DOTS, metadata={"Software": None})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
