"""The whole country: what a run costs, how the cost grows with villages, and whether the effect over all finds what was planted.

    python benchmarks/national.py [SECTIONS]

SECTIONS: parts, country, truth, whole; all by default. Writes national.json, section by section, and from it national.md. Real codes
of villages, ten years of made-up figures, two sites a year in every kabupaten and kota by the rule "worst first", with a known effect.
`truth` takes twelve countries of 64 kabupaten and kota; `whole` runs the command itself, once.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
from asked import asked

import p2wkss_analysis as p2
from p2wkss_analysis.city.need import city_need, need_by_year
from p2wkss_analysis.national.effects import WORST, effect_overall, effects_within
from p2wkss_analysis.national.neighbourhood import pairs_of_tiles
from p2wkss_analysis.places.areas import told_apart
from p2wkss_analysis.targeting.clusters import spatial_clusters

PAGE, RESULTS = (Path(__file__).with_suffix(ending) for ending in (".md", ".json"))
YEARS, FIRST, SITES = np.arange(2016, 2026), 2018, 2
MAIN, OTHERS = (
    "low_decile_percent",
    ("stunting_percent", "out_of_school_percent", "slum_area_ha", "expenditure_rupiah_person_month"),
)
EFFECT, SEEDS, SIZES, COUNTRIES = -3.0, 12, (50, 150, 400, 800), (32, 128, 514)


def villages() -> pd.DataFrame:
    areas = p2.load("areas")
    return areas[areas["level"] == "village"].sort_values("area_code", ignore_index=True)


def some(codes: pd.Series, regencies: int) -> pd.Series:
    """Codes of villages in that many kabupaten and kota, spread over the country."""
    of = codes.str[:5]
    every = np.unique(of)
    return codes[of.isin(every[np.linspace(0, len(every) - 1, regencies).astype(int)])]


def country(codes: pd.Series, effect: float, seed: int, years_of_others: int = 10) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Village-years and sites. Shares in low deciles have a level of regency, kecamatan and village and a shock that fades (.5 a year).

    Each year from 2018 on the two worst villages of the year before, not yet sites, become sites, and gain `effect` from then on. The
    other figures follow the level and no effect.
    """
    rng, n, T = np.random.default_rng(seed), len(codes), len(YEARS)
    regency, district = (np.unique(codes.str[:k].to_numpy(object), return_inverse=True)[1] for k in (5, 8))
    level = 35 + 5 * rng.normal(size=regency.max() + 1)[regency] + 3 * rng.normal(size=district.max() + 1)[district]
    level = level + 6 * rng.normal(size=n)
    shock = 2.5 * rng.normal(size=(n, T))
    for t in range(1, T):
        shock[:, t] = 0.5 * shock[:, t - 1] + np.sqrt(0.75) * shock[:, t]
    low, start = level[:, None] - 0.4 * np.arange(T) + shock, np.full(n, np.inf)
    members = np.split(np.arange(n), np.flatnonzero(np.diff(regency)) + 1)
    for t in range(FIRST - YEARS[0], T):
        for rows in members:
            free = rows[np.isinf(start[rows])]
            if len(free) > len(rows) / 2 + SITES:
                chosen = free[np.argsort(-low[free, t - 1], kind="stable")[:SITES]]
                start[chosen] = YEARS[t]
                low[chosen, t:] += effect
    table = {"area_code": np.repeat(codes.to_numpy(object), T), "year": np.tile(YEARS, n)}
    table |= {MAIN: np.clip(low, 0, 100).round(2).ravel(), "decile_cut": 4, "synthetic": True}
    for name, (mean, spread, noise) in zip(
        OTHERS, ((20, 3, 1.5), (12, 2.5, 1.2), (6, 1.5, 0.5), (1.2e6, -1e5, 6e4)), strict=True
    ):
        own = mean + spread * ((level - 35) / 8 + rng.normal(size=n))[:, None] + noise * rng.normal(size=(n, T))
        own[:, : T - years_of_others] = np.nan
        table[name] = np.clip(own, 0.01, 100 if name.endswith("percent") else None).round(2).ravel()
    sites = np.flatnonzero(np.isfinite(start))
    return pd.DataFrame(table), pd.DataFrame({"area_code": codes.to_numpy(object)[sites], "year": start[sites].astype(int)})


def as_sheets(*tables: pd.DataFrame) -> list[pd.DataFrame]:
    return [table.rename(columns={"area_code": "village_code"}) for table in tables]


def cpu(work: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """CPU seconds, the median of some times after one that does not count, and what came out."""
    found, seconds = work(), []
    for _ in range(times):
        began = time.process_time()
        found = work()
        seconds.append(time.process_time() - began)
    return round(median(seconds), 2), found


def part(code: str, here: pd.DataFrame) -> dict:
    """CPU seconds of each question asked of one kabupaten."""
    rows, sites = as_sheets(*country(here["area_code"], EFFECT, 1))
    names = told_apart(here, p2.load("areas"))
    need, found = cpu(lambda: city_need(rows, sites, places=names))
    newest = rows[rows["year"] == YEARS[-1]]
    clusters, _ = cpu(lambda: spatial_clusters(need_by_year(newest, found.used, names), "need", pairs_of_tiles(here)))
    one = rows.drop(columns=list(OTHERS))
    effect, _ = cpu(lambda: effects_within(one, sites, MAIN, WORST, 999, 0))
    return {"code": code, "villages": len(here), "need": need, "clusters": clusters, "effect": effect}


def parts() -> list[dict]:
    """The same by the number of villages of a kabupaten."""
    every = villages()
    of = every["area_code"].str[:5]
    sizes = of.value_counts().sort_index()
    codes = [(sizes - size).abs().idxmin() for size in SIZES]
    return [part(code, every[of == code]) for code in codes]


def overall(regencies: int, effect: float, seed: int) -> dict:
    """The effect over all, its CPU seconds, and the most memory of a process that does nothing else."""
    rows, sites = as_sheets(*country(some(villages()["area_code"], regencies), effect, seed))
    rows = rows.drop(columns=list(OTHERS))
    began = time.process_time()
    found = effect_overall(rows, sites, MAIN, MAIN, WORST, 999, 0)
    seconds = time.process_time() - began
    assert isinstance(found, dict), found
    return {
        "regencies": regencies,
        "villages": rows["village_code"].nunique(),
        "sites": found["n_treated"],
        "seconds": round(seconds, 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **{name: round(found[name], 3) for name in ("estimate", "conf_low", "conf_high", "p_value")},
    }


def apart(*given: Any) -> dict:
    """`overall` in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(overall, *given).result()


def over_the_country() -> list[dict]:
    return [
        {"effect": effect, **apart(n, effect, 7)}
        for n in COUNTRIES
        for effect in ((EFFECT, 0.0) if n == COUNTRIES[-1] else (EFFECT,))
    ]


def truth() -> list[dict]:
    """How often the interval holds the effect, over countries of 64 kabupaten and kota."""
    out = []
    for effect in (EFFECT, 0.0):
        found = [overall(64, effect, 100 + seed) for seed in range(SEEDS)]
        estimates = np.array([one["estimate"] for one in found])
        inside = [one["conf_low"] <= effect <= one["conf_high"] for one in found]
        half = np.mean([one["conf_high"] - one["estimate"] for one in found])
        out.append(
            {
                "effect": effect,
                "countries": SEEDS,
                "inside": int(sum(inside)),
                "mean": round(float(estimates.mean()), 2),
                "sd": round(float(estimates.std(ddof=1)), 2),
                "half_length": round(float(half), 2),
            }
        )
    return out


def whole() -> dict:
    """The command on the whole country; one outcome has ten years, the other figures three, so that they enter need alone."""
    with tempfile.TemporaryDirectory() as folder:
        rows, sites = country(villages()["area_code"], EFFECT, 0, years_of_others=3)
        rows.to_parquet(f"{folder}/rows.parquet")
        sites.to_csv(f"{folder}/sites.csv", index=False)
        words = ["national", f"{folder}/rows.parquet", "--sites", f"{folder}/sites.csv", "--out", f"{folder}/out", "--lang", "en"]
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "p2wkss_analysis", *words], check=True, capture_output=True)
        used, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
        run = json.loads(Path(f"{folder}/out/run.json").read_text())
        return {
            "counts": run["counts"],
            "overall": run["overall"][MAIN]["en"],
            "cpu": round(used.ru_utime + used.ru_stime),
            "wall": round(took),
            "megabytes": used.ru_maxrss // 1024,
            "on_disk": sum(path.stat().st_size for path in Path(f"{folder}/out").iterdir()) // 1_000_000,
        }


SECTIONS: dict[str, Callable[[], Any]] = {"parts": parts, "country": over_the_country, "truth": truth, "whole": whole}


def row(*cells: Any) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def page(results: dict[str, Any]) -> str:
    """What is measured so far, in words."""
    lines = [
        "# The whole country: what a run costs, and whether it finds what was planted",
        "",
        "Written by `python benchmarks/national.py`. All figures are made up; codes of villages are real.",
    ]
    if found := results.get("parts"):
        lines += [
            "",
            "## CPU seconds of one kabupaten",
            "",
            row("villages", "need, 10,000 draws", "clusters, 9,999 permutations", "effect of one outcome, 999 placebos"),
            row(*["---:"] * 4),
        ]
        lines += [
            row(f"{one['villages']:,}", *(f"{one[part]:.2f}" for part in ("need", "clusters", "effect")))
            for one in found["values"]
        ]
        lines += [
            "",
            "Need and clusters grow with villages times draws. An effect is fitted on at most 400 villages; beyond that only the forecasts grow.",
        ]
    if found := results.get("country"):
        lines += [
            "",
            "## The effect over all kabupaten and kota",
            "",
            row("kabupaten and kota", "villages", "sites", "planted", "estimate [95 %]", "CPU seconds", "most memory, MB"),
            row(*["---:"] * 7),
        ]
        lines += [
            row(
                one["regencies"],
                f"{one['villages']:,}",
                f"{one['sites']:,}",
                one["effect"],
                f"{one['estimate']:.2f} [{one['conf_low']:.2f}, {one['conf_high']:.2f}]",
                one["seconds"],
                f"{one['megabytes']:,}",
            )
            for one in found["values"]
        ]
        lines += [
            "",
            "Seconds grow with villages. Before, years known of a group and clusters of a pool were counted anew over the whole country for every year and kabupaten, which grew with villages times kabupaten; and the model was fitted on 400 villages spread over all kabupaten, fewer than ten around each one's own year means: with 128 kabupaten its numbers ran to their limits. Now ten villages of every kabupaten are taken where there are more than forty.",
        ]
    if found := results.get("truth"):
        lines += [
            "",
            "## Planted and found",
            "",
            row(
                "planted",
                "countries of 64 kabupaten and kota",
                "interval holds it",
                "mean estimate",
                "SD of estimates",
                "mean half length",
            ),
            row(*["---:"] * 6),
        ]
        lines += [
            row(
                one["effect"],
                one["countries"],
                f"{one['inside']} of {one['countries']}",
                f"{one['mean']:+.2f}",
                one["sd"],
                one["half_length"],
            )
            for one in found["values"]
        ]
    if found := results.get("whole"):
        one, counts = found["values"], found["values"]["counts"]
        lines += [
            "",
            "## The command, once",
            "",
            f"`p2wkss national` on {counts['villages']:,} villages x 10 years in {counts['regencies']} kabupaten and kota; one outcome of ten years, four further figures of three years, which enter need alone: {one['cpu']:,} CPU seconds in one process ({one['wall']:,} seconds by the clock on a machine busy with other work), at most {one['megabytes']:,} MB, {one['on_disk']} MB of results. Each further outcome of ten years adds the effects of the table above.",
            "",
            f"{counts['ranked']} were ranked, {counts['mapped']} mapped, {counts['evaluated']} evaluated. It says: {one['overall']}",
        ]
    measured = "; ".join(f"{name} {found['when']}" for name, found in results.items())
    lines += [
        "",
        f"Measured: {measured}. Python {platform.python_version()}, numpy {np.__version__}, {os.cpu_count()} cores, {platform.machine()}.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    sections = asked(sections=list(SECTIONS)).sections
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for name in sections:
        results[name] = {"when": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", "values": SECTIONS[name]()}
        RESULTS.write_text(json.dumps({name: results[name] for name in SECTIONS if name in results}, indent=1) + "\n")
        PAGE.write_text(page({name: results[name] for name in SECTIONS if name in results}), encoding="utf-8")


if __name__ == "__main__":
    main()
