"""CPU seconds of the impact wing, beside what is asked of it.

OMP_NUM_THREADS=1 python benchmarks/impact_times.py

Group-time effects and synthetic difference in differences, with peers, are on the page scale_methods.md.
"""

from __future__ import annotations

import time
import warnings

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.simulate import simulate_panel


def panel_of(**design) -> Panel:
    made = simulate_panel(**design)
    return Panel("outcome", "higher", made.units, made.years, made.values, made.start)


def seconds(call, times: int = 3) -> float:
    """Least CPU seconds of `times` calls."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        call()
        spent.append(time.process_time() - began)
    return min(spent)


def main() -> None:
    warnings.simplefilter("ignore")
    small = panel_of(seed=1)
    wide = panel_of(units=6549, years=4, starts=(2, 3), per_year=3, seed=1)
    own, rule = ["history_adjusted"], SelectionRule(per_year=3)
    evaluate(small, rule)  # imports
    rows = [
        ("history_adjusted, 60 x 10, 999 draws", seconds(lambda: evaluate(small, rule, own)), "0.5"),
        ("history_adjusted, 6,549 x 4, 999 draws", seconds(lambda: evaluate(wide, rule, own), 2), "5"),
        ("all six methods, 60 x 10", seconds(lambda: evaluate(small, rule), 2), "-"),
        ("bootstrap, 60 x 10, 199 draws", seconds(lambda: evaluate(small, rule, own).bootstrap(), 1), "10"),
    ]
    print(f"{'what':42s} {'CPU s':>8s} {'asked':>8s}")
    for what, spent, asked in rows:
        print(f"{what:42s} {spent:8.2f} {asked:>8s}")


if __name__ == "__main__":
    from asked import asked

    asked()
    main()
