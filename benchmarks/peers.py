"""csdid as it comes, on panels without any effect: how often it reports one, and its bias.

    pip install csdid        (not a package of this project)
    python benchmarks/peers.py [--panels 200]

The same simulated designs as the central cells of validation.py: 60 places, 10 years, the two worst places chosen in
each of years 5 to 8. Everything is csdid's default: base the year before the start, never-treated comparison, the
"simple" average. Prints its table and writes peers.md.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import math
import time
import warnings
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from p2wkss_analysis.simulate import Noise, simulate_panel

SEED = 20261124
KINDS = ("gauss", "t4", "laplace", "skew", "uneven", "trend")


def csdid_default(table: pd.DataFrame) -> tuple[float, float]:
    """Estimate and standard error of csdid's simple average, every option left as it is."""
    from csdid.att_gt import ATTgt

    tidy = table.assign(unit=pd.factorize(table["area_code"])[0] + 1, start=table["programme_year"].fillna(0).astype(int))
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = ATTgt(
            yname="outcome",
            gname="start",
            idname="unit",
            tname="year",
            xformla="outcome~1",
            data=tidy[["unit", "year", "outcome", "start"]],
        ).fit()
        found = fit.aggte(typec="simple").atte
    return float(found["overall_att"]), float(np.ravel(found["overall_se"])[0])


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a rate, in percent."""
    p, z = hits / n, 1.96
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return 100 * (middle - half) / (1 + z * z / n), 100 * (middle + half) / (1 + z * z / n)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--panels", type=int, default=200)
    panels = parser.parse_args().panels
    began, rows = time.process_time(), []
    for kind in KINDS:
        seeds = np.random.SeedSequence([SEED, KINDS.index(kind)]).generate_state(panels)
        found = np.array([csdid_default(simulate_panel(noise=Noise(kind=kind), seed=int(s)).table()) for s in seeds])
        alarms = int((np.abs(found[:, 0]) > 1.96 * found[:, 1]).sum())
        low, high = wilson(alarms, panels)
        rows.append(
            f"| {kind} | 0.5 | {panels} | {100 * alarms / panels:.1f} [{low:.1f}, {high:.1f}] | {found[:, 0].mean():+.2f} |"
        )
        print(rows[-1], flush=True)
    minutes = (time.process_time() - began) / 60
    page = (
        f"# csdid as it comes\n\nWritten by `python benchmarks/peers.py` on {datetime.now(UTC):%d %B %Y}, seed {SEED}, {minutes:.1f} CPU "
        "minutes. No effect anywhere; 60 places, 10 years, the two worst chosen in each of four years; false alarms in percent at a "
        "nominal 5, with Wilson intervals; bias in village SDs.\n\n| noise | rho | panels | false alarms | bias |\n|---|---|---|---|---|\n"
    )
    (Path(__file__).parent / "peers.md").write_text(page + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
