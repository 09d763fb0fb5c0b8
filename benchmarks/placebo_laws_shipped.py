"""The rates that a result quotes: placebo_laws.csv drawn together by scale and rule, written beside the estimator.

    python benchmarks/placebo_laws_shipped.py

Only windows of `history_adjusted` on the scale it chooses, without a planted effect, of both halves.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
from placebo_laws_page import OURS, RULES, Windows, rate

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "p2wkss_analysis" / "impact" / "history" / "placebo_laws.csv"


def drawn_together(rows: list[dict]) -> list[dict]:
    """One row a kind of scale ("raw" or "other") and rule: windows, false_alarms in percent, and its 95 % interval."""
    ours = [r for r in rows if (r["method"], r["scale"], r["effect"]) == (OURS, "auto", "none")]
    out = []
    for kind in ("raw", "other"):
        for rule in RULES:
            windows, raw = (
                Windows.of([r for r in ours if r["rule"] == rule], coarse=True),
                _raw([r for r in ours if r["rule"] == rule]),
            )
            here = raw if kind == "raw" else ~raw
            if here.sum() >= 20:
                share, low, high = rate(windows.alarm[here], windows.block[here])
                out.append({"scale": kind, "rule": rule, "windows": int(here.sum()), "false_alarms": round(share, 1),
                            "low": round(low, 1), "high": round(high, 1)})  # fmt: skip
    return out


def _raw(rows: list[dict]) -> np.ndarray:
    """Whether each window that ran chose the raw scale, in the order of `Windows`."""
    return np.array([name == "raw" for r in rows for name in r["chosen"].split()], dtype=bool)


def main() -> None:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    with (HERE / "placebo_laws.csv").open(encoding="utf-8") as lines:
        found = drawn_together(list(csv.DictReader(lines)))
    with SHIPPED.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    for row in found:
        print(*row.values(), sep="\t")


if __name__ == "__main__":
    main()
