"""Lots near the cut of a list: how often the estimate from the draw is wrong, with an effect and without one.

    python benchmarks/near_cut.py [--seeds 200]

300 candidates in ten RT (two villages of five) with a lasting level, a score that is noisy need with the first visit in it, and
two visits; the neediest 100 are chosen, some places near the cut are drawn (`draw_near_cut`), and `evaluate_households` is asked
by the record of the draw alone. Two other readings of the same families stand beside it: assisted against all others on the
first visit (ANCOVA), and the change of both (difference in differences). Writes near_cut.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from p2wkss_analysis import draw_near_cut, evaluate_households, select_households

PAGE = Path(__file__).with_suffix(".md")
N, CHOSEN, EFFECT = 300, 100, 0.5  # the effect in SD of a visit
DESIGNS: dict[str, dict[str, Any]] = {
    "one draw, 40 places": {"places": 40},
    "one draw, 20 places": {"places": 20},
    "everybody within 5 points": {"width": 5.0},
    "within each RT, chances unequal": {"places": 40, "within": "rt"},
    "within each village, chances unequal, one village worse off": {"places": 40, "within": "village_code", "gap": 1.0},
    "quota of 8 to 12 a RT": {"places": 40, "per_group": {"rt": (8, 12)}},
    "score in whole tens, second criterion": {"places": 40, "round": -1, "then": "members"},
    "skewed amounts": {"places": 40, "skew": True},
    "yes/no outcome": {"places": 40, "yes_no": True},
    "a fifth not seen again": {"places": 40, "lost": 0.2},
    "the poorer gain more": {"places": 40, "steep": True},
}


def families(rng: np.random.Generator, design: dict[str, Any]) -> pd.DataFrame:
    """Candidates before anything is chosen; `level` and `passing` are what nobody sees."""
    rt = np.arange(N) % 10
    level = np.sqrt(0.6) * rng.normal(size=N) + np.sqrt(0.05) * rng.normal(size=10)[rt] - design.get("gap", 0.0) * (rt < 5)
    before = level + np.sqrt(0.35) * rng.normal(size=N)
    need = 50 - 8 * (0.6 * level + 0.4 * before + 0.5 * rng.normal(size=N))
    return pd.DataFrame(
        {
            "household_id": [f"k{i:03d}" for i in range(N)],
            "village_code": np.where(rt < 5, "A", "B"),
            "rt": rt + 1,
            "members": rng.integers(1, 8, N),
            "need": np.round(need, design.get("round", 1)),
            "level": level,
            "income": before,
        }
    )


def seen(first: pd.DataFrame, effect: float, design: dict[str, Any], rng: np.random.Generator) -> tuple[pd.DataFrame, float]:
    """Both visits, and the mean effect on those in the draw, by the weight the estimate gives them (equal where all gain alike)."""
    n = len(first)
    helped = first["assisted"].to_numpy(dtype=bool)
    gain = np.full(n, effect)
    if design.get("steep"):
        gain = effect * (1 - 0.5 * first["level"].to_numpy())
    luck = np.sqrt(0.05) * rng.normal(size=10)[first["rt"].to_numpy() - 1]
    income = first["level"].to_numpy() + luck + np.sqrt(0.35) * rng.normal(size=n) + gain * helped
    both = [first["income"].to_numpy(), income]
    inside = first["draw_chance_percent"].notna().to_numpy()
    truth = float(gain[inside].mean())
    if design.get("skew"):
        both = [np.exp(0.8 * v) for v in both]
        bare = np.exp(0.8 * (income - gain * helped))
        both[1] = bare + effect * bare.std() * helped
        truth = effect * bare.std()
    if design.get("yes_no"):
        cut = np.median(both[0])
        bare, gained = income - gain * helped > cut, income - gain * helped + effect > cut
        both = [(both[0] > cut).astype(float), np.where(helped, gained, bare).astype(float)]
        truth = 100 * float((gained.astype(float) - bare)[inside].mean())
    last = first.assign(wave=1, income=both[1])[rng.random(n) >= design.get("lost", 0.1)]
    return pd.concat([first.assign(wave=0, income=both[0]), last], ignore_index=True), truth


def others(table: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Estimate and error of two readings of all families, without a word of how they were chosen."""
    wide = table.pivot_table(index="household_id", columns="wave", values="income").dropna()
    helped = table.drop_duplicates("household_id").set_index("household_id")["assisted"].reindex(wide.index).astype(float)
    found = {}
    for name, outcome, beside in (("ANCOVA, all", wide[1], [wide[0]]), ("change, all", wide[1] - wide[0], [])):
        x = np.column_stack([helped, np.ones(len(wide)), *beside])
        left = outcome - x @ np.linalg.lstsq(x, outcome, rcond=None)[0]
        bread = np.linalg.inv(x.T @ x)
        found[name] = (
            float(np.linalg.lstsq(x, outcome, rcond=None)[0][0]),
            float(np.sqrt((bread @ (x.T * left.to_numpy() ** 2) @ x @ bread)[0, 0])),
        )
    return found


def runs(design: dict[str, Any], effect: float, seeds: int) -> Iterator[dict[str, float]]:
    """One simulated city a seed."""
    for seed in range(seeds):
        rng = np.random.default_rng([seed, 16])
        people = families(rng, design)
        chosen = select_households(people, CHOSEN, "need", design.get("per_group"), then=design.get("then"), seed=seed)
        asked = {k: design[k] for k in ("places", "width", "within") if k in design}
        drawn = draw_near_cut(chosen, seed=10_000 + seed, **asked)
        table, truth = seen(people.merge(drawn.record(), on="household_id"), effect, design, rng)
        answer = evaluate_households(table, "income", "higher", rule=drawn.rule(), draws=399, seed=seed).headline
        scale = 100.0 if design.get("yes_no") else 1.0
        row = {
            "in_draw": int(drawn.in_draw.sum()),
            "error": answer.estimate - truth,
            "covers": answer.conf_low <= truth <= answer.conf_high,
            "alarm": answer.p_value <= 0.05,
            "range": answer.method == "range",
            "width": answer.conf_high - answer.conf_low,
        }
        for name, (estimate, error) in others(table).items():
            row[name] = abs(estimate) > 1.96 * error
            row[f"{name} error"] = scale * estimate - truth
        yield row


def wilson(share: float, n: int) -> str:
    """A share with its 95 % Monte Carlo interval, in percent."""
    z = 1.96
    middle, reach = share + z * z / (2 * n), z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    low, high = ((middle + side * reach) / (1 + z * z / n) for side in (-1, 1))
    return f"{100 * share:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=200)
    seeds = parser.parse_args().seeds
    lines = []
    for name, design in DESIGNS.items():
        none, some = (pd.DataFrame(runs(design, effect, seeds)) for effect in (0.0, EFFECT))
        error = f"{some['error'].mean():+.2f} ({some['error'].std() / np.sqrt(seeds):.2f})"
        beside = " | ".join(
            f"{100 * none[m].mean():.0f} ({none[f'{m} error'].mean():+.2f})" for m in ("ANCOVA, all", "change, all")
        )
        lines.append(
            f"| {name} | {none['in_draw'].mean():.0f} | {wilson(none['alarm'].mean(), seeds)} | {wilson(none['covers'].mean(), seeds)} "
            f"| {wilson(some['covers'].mean(), seeds)} | {error} | {100 * some['alarm'].mean():.0f} | {100 * none['range'].mean():.0f} | {beside} |"
        )
        print(lines[-1], flush=True)
    head = (
        "# Lots near the cut: how often the estimate is wrong\n\n"
        f"Written by `python benchmarks/near_cut.py`; {seeds} synthetic cities a design, once without an effect and once with one of "
        f"{EFFECT} SD of a visit.\n{N} candidates, {CHOSEN} chosen by need, some places near the cut drawn; the headline is asked by "
        "the record of the draw alone.\nBrackets hold 95 % Monte Carlo intervals. The last two columns are false alarms in percent (bias) of the same families "
        "compared\nwithout the draw: all assisted against all others. Asked of the headline: false alarms 5 %, coverage 95 %.\n\n"
        "| design | in the draw | false alarms, % | coverage, no effect | coverage, effect | bias (SE) | power, % | told as a range, % | ANCOVA, all | change, all |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n"
    )
    PAGE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
