"""What the stability of a choice costs: every village of Indonesia at once, and against COINr's own figure.

Run: python benchmarks/stability.py   (one core; each row is measured in a process of its own)

Columns: CPU seconds of the call, the process's peak memory, and the peak before the call (Python, pandas and
the table itself), whether all probabilities sum to k. COINr's 0.148 s a draw (51 x 49) is the figure of the
project's specification, not measured by this script; the ratio compares costs per draw.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time

COINR_SECONDS_PER_DRAW = 0.148
CASES = {  # name: (places, indicators, draws, k, what)
    "weights only, 3 indicators": (83_000, 3, 10_000, 100, "counts"),
    "weights only, 20 indicators": (83_000, 20, 10_000, 100, "counts"),
    "one way of computing, ranks too, 3": (83_000, 3, 10_000, 100, "held"),
    "one way of computing, ranks too, 20": (83_000, 20, 10_000, 100, "held"),
    "five ways of computing, 3": (83_000, 3, 10_000, 100, "full"),
    "five ways of computing, 20": (83_000, 20, 10_000, 100, "full"),
    "five ways and measurement error, 20": (83_000, 20, 10_000, 100, "error"),
    "COINr's shape, five ways": (51, 49, 10_000, 10, "full"),
    "COINr's shape, five ways and error": (51, 49, 10_000, 10, "error"),
}


def city(places: int, indicators: int, error: bool):
    """Skewed and correlated indicators, as need has: one common cause and a share of its own."""
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(0)
    common = rng.standard_normal(places)
    table = pd.DataFrame(
        {f"x{j}": np.exp(0.6 * common + 0.8 * rng.standard_normal(places)) for j in range(indicators)},
        index=pd.Index([f"{i:06d}" for i in range(places)], name="area_code"),
    )
    columns = list(table)
    if error:
        table = table.assign(**{f"sd_{c}": 0.1 * table[c] for c in columns})
    return table, columns


def measure(name: str) -> None:
    """One case, printed as CPU seconds, peak and starting memory in MB, and the sum of probabilities over k."""
    from p2wkss_analysis.targeting.firmness.topk import top_k_counts
    from p2wkss_analysis.targeting.firmness.weight_draws import draw_weights
    from p2wkss_analysis.targeting.need_index import need_index

    places, indicators, draws, k, what = CASES[name]
    table, columns = city(places, indicators, what == "error")
    errors = {c: f"sd_{c}" for c in columns} if what == "error" else {}
    ranking = need_index(table, dict.fromkeys(columns, "higher"), errors=errors)
    del table
    before, start = peak(), time.process_time()
    if what == "counts":
        import numpy as np

        spec = ranking.specification
        weights = draw_weights(spec, 20.0, draws, np.random.default_rng(0))
        total = top_k_counts(ranking.normalised, weights, k).sum() / draws
    else:
        held = {"normalise": (), "aggregate": ()} if what == "held" else {}
        total = ranking.stability(k, draws, **held).probability.sum()
    print(time.process_time() - start, peak(), before, total / k)


def peak() -> float:
    """Peak resident memory of this process in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    one_core = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    print(f"{'case':40} {'places':>7} {'draws':>6} {'CPU s':>7} {'peak MB':>8} {'before':>7} {'sum/k':>7} {'ms/draw':>8}")
    for name, (places, _, draws, _, _) in CASES.items():
        out = subprocess.run([sys.executable, __file__, name], env=one_core, capture_output=True, text=True, check=True)
        seconds, top, before, total = map(float, out.stdout.split())
        line = f"{name:40} {places:7} {draws:6} {seconds:7.2f} {top:8.0f} {before:7.0f} {total:7.4f} "
        line += f"{1e3 * seconds / draws:8.4f}"
        if places == 51:
            line += f"   {COINR_SECONDS_PER_DRAW * draws / seconds:,.0f} times less than COINr"
        print(line, flush=True)


if __name__ == "__main__":
    from asked import asked

    case = asked(case="").case
    measure(case) if case else main()
