"""Household lists: CPU seconds by size, with plain HiGHS beside them. Run: python benchmarks/households.py

Forty RT with a least and a most each, four quotas, two kinds of score: fine (every score different) and whole numbers
0-14 (many ties). Plain HiGHS is the same integer programme with one variable per household, to proven optimality;
at 50,000 it is only run with --all.
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from p2wkss_analysis.targeting.households.beneficiaries import select_households

SHARE = {"female_head": 0.2, "child_under_five": 0.3, "renter": 0.1, "unfit_house": 0.5}


def candidates(size: int, whole: bool, seed: int = 0) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    need = rng.normal(50, 15, size)
    table = pd.DataFrame(
        {
            "household_id": [f"K{i:06d}" for i in rng.permutation(size)],
            "need": np.clip(np.round(need / 7), 0, 14) if whole else need,
            "rt": [f"{rt:02d}" for rt in rng.integers(0, 40, size)],
        }
    )
    return table.assign(**{name: rng.random(size) < share for name, share in SHARE.items()})


def asked(n: int) -> dict:
    return {
        "n": n,
        "score": "need",
        "per_group": {"rt": (n // 80, n // 30)},
        "quotas": {
            "female_head": (n * 3 // 10, None),
            "child_under_five": (None, n // 5),
            "renter": (n // 8, n // 4),
            "unfit_house": (n * 6 // 10, None),
        },
    }


def plain(table: pd.DataFrame, n: int, score: str, per_group: dict, quotas: dict) -> float:
    rows, low, high = [np.ones(len(table))], [n], [n]
    for column, (least, most) in per_group.items():
        for group in sorted(table[column].unique()):
            rows.append((table[column] == group).to_numpy(float))
            low.append(least), high.append(most)
    for column, (least, most) in quotas.items():
        rows.append(table[column].to_numpy(float))
        low.append(least or 0), high.append(np.inf if most is None else most)
    answer = milp(
        -table[score].to_numpy(),
        integrality=np.ones(len(table)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(csr_array(np.array(rows)), low, high),
        options={"mip_rel_gap": 0.0},
    )
    return -answer.fun


def cpu(call, *args, **kwargs):
    start = time.process_time()
    result = call(*args, **kwargs)
    return time.process_time() - start, result


def main(everything: bool) -> None:
    select_households(candidates(100, False), 5, "need")  # imports out of the way
    lines = []
    for size, n in ((5_000, 200), (50_000, 200), (50_000, 1_000)):
        for whole in (False, True):
            table = candidates(size, whole)
            seconds, selection = cpu(select_households, table, **asked(n))
            with_prices, _ = cpu(selection.quotas)
            line = {
                "households": size,
                "list": n,
                "score": "whole" if whole else "fine",
                "select": seconds,
                "quota prices": with_prices,
            }
            if size == 5_000 or everything:
                line["plain HiGHS"], total = cpu(plain, table, **asked(n))
                line["difference in total"] = selection.total_need - total
            lines.append(line)
    print("CPU seconds")
    print(pd.DataFrame(lines).round(4).to_string(index=False))


if __name__ == "__main__":
    from asked import asked

    main(asked(all=False).all)
