"""How often household methods see an effect that is not there, and how often one that is, by number of RTs.

    python benchmarks/household_waves.py [--reps 1000]

Simulated: households with a lasting level (SD 1), one visit's noise (SD .7), luck shared by an RT at the endline (SD .45).
"split": in each RT the half that looked worst at the first visit is assisted. "whole": whole RTs are assisted. Others
beside it: statsmodels OLS with the same columns and classical errors, and with its own cluster errors (CR1, normal).
"""

from __future__ import annotations

import argparse
import time

import numpy as np
import pandas as pd
import statsmodels.api as sm

from p2wkss_analysis.impact.ancova import ancova
from p2wkss_analysis.impact.estimate import Text
from p2wkss_analysis.impact.wave_table import Pair

DESIGNS = (("split", 1, 60), ("split", 2, 40), ("split", 3, 20), ("split", 12, 12), ("whole", (2, 10), 15),
           ("whole", (3, 3), 15), ("whole", (4, 4), 15), ("whole", (5, 15), 10), ("whole", (20, 20), 10))  # fmt: skip
BASE = Text("", "")


def households(kind: str, rts, per: int, effect: float, rng) -> Pair:
    groups = rts if kind == "split" else sum(rts)
    n, rt = groups * per, np.repeat(np.arange(groups), per)
    settled = rng.normal(size=n)
    before = settled + 0.7 * rng.normal(size=n)
    looks = (before + rng.normal(size=n)).reshape(groups, per)
    helped = (looks.argsort(1).argsort(1) < per // 2).ravel() if kind == "split" else rt < rts[0]
    after = settled + 0.7 * rng.normal(size=n) + 0.45 * rng.normal(size=groups)[rt] + effect * helped
    return Pair(before, after, helped, rt, np.arange(n))


def others(pair: Pair) -> tuple[float, float, float]:
    """p of before-after, of classical OLS, of statsmodels' cluster errors (missing with one RT)."""
    change = (pair.after - pair.before)[pair.assisted]
    design = sm.add_constant(np.column_stack([pair.assisted, pair.before]).astype(float))
    fit = sm.OLS(pair.after, design).fit()
    clustered = np.nan
    if pair.cluster.max() > 0:
        clustered = fit.get_robustcov_results("cluster", groups=pair.cluster, use_t=False).pvalues[1]
    return sm.stats.DescrStatsW(change).ttest_mean(0)[1], fit.pvalues[1], clustered


def rates(design, reps: int, effect: float = 0.8) -> dict:
    kind, rts, per = design
    start, none, some, peers = time.process_time(), [], [], []
    for seed in range(reps):
        none.append(ancova(households(kind, rts, per, 0.0, np.random.default_rng(seed)), BASE, 199, seed))
        some.append(ancova(households(kind, rts, per, effect, np.random.default_rng(seed)), BASE, 199, seed))
    spent = (time.process_time() - start) / (2 * reps)
    for seed in range(reps):
        peers.append(others(households(kind, rts, per, 0.0, np.random.default_rng(seed))))
    plain = 100 * (np.array(peers) <= 0.05).mean(0)
    plain[np.isnan(np.array(peers)).all(0)] = np.nan
    return {
        "design": f"{kind} {rts} RT x {per}", "bias": np.mean([a.estimate for a in none]),
        "false_alarms": 100 * np.mean([a.p_value <= 0.05 for a in none]),
        "cover": 100 * np.mean([a.conf_low <= 0 <= a.conf_high for a in none]),
        f"power_at_{effect}": 100 * np.mean([a.p_value <= 0.05 for a in some]),
        "named_detectable": np.median([a.smallest_detectable for a in none]),
        "before_after": plain[0], "ols": plain[1], "ols_cluster_cr1": plain[2], "ms_each": 1000 * spent,
    }  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reps", type=int, default=1000)
    table = pd.DataFrame([rates(design, parser.parse_args().reps) for design in DESIGNS])
    print(table.round({"bias": 2, "named_detectable": 2, "ms_each": 1}).round(1).to_string(index=False))
