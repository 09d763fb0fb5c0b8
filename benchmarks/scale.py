"""From households to villages and years: this package (DuckDB, Spark), Polars and pandas written by hand, each in a fresh process.

    pip install polars pyspark        (not packages of this project; Spark needs Java 17)
    p2wkss simulate --register 20000000 --out register
    python benchmarks/scale.py register [--only package,polars] [--unweighted] [--runs 5]

Prints CPU seconds (those of all processes that were started, Spark's Java too), wall seconds and the most memory of any one
process, medians over runs, and how far each result is from the package's. `reading` is the least that any of them has to do: DuckDB
reads the columns and counts their values, all rows in one group.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import pandas as pd

NAMES = ("package", "package_checked", "polars", "pandas", "spark", "reading")
KEYS = ["area_code", "year"]


def one(name: str, source: str, weighted: bool, out: str) -> None:
    """One contestant, in this process."""
    if name in ("polars", "pandas"):
        import scale_peers

        write = scale_peers.polars if name == "polars" else scale_peers.by_pandas
        table = write(Path(source), weighted)
    elif name == "reading":
        import scale_peers

        table = scale_peers.reading(Path(source))
    else:
        import p2wkss_analysis as p2

        engine, faults = ("spark" if name == "spark" else "duckdb"), ("refuse" if name == "package_checked" else "unchecked")
        table = p2.aggregate_households(source, engine, weights=weighted, faults=faults).table()
    table.assign(area_code=table["area_code"].astype(str)).to_parquet(out)


def measured(name: str, source: str, weighted: bool, out: str) -> dict:
    """CPU and wall seconds, and MB, of a fresh process and of those it starts (Linux)."""
    start = time.time()
    call = [sys.executable, __file__, source, "--one", name, "--out", out, *([] if weighted else ["--unweighted"])]
    seen: dict[int, tuple[float, float]] = {}
    run = subprocess.Popen(call, start_new_session=True, env={**os.environ, "POLARS_MAX_THREADS": "2"})
    watch = threading.Thread(target=_watch, args=(run, seen))
    watch.start()
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    watch.join()
    others = [value for pid, value in seen.items() if pid != run.pid]
    return {
        "failed": run.returncode != 0,
        "cpu": used.ru_utime + used.ru_stime + sum(cpu for cpu, _ in others),
        "wall": time.time() - start,
        "mb": max([used.ru_maxrss / 1024, *(mb for _, mb in others)]),
    }


def _watch(run: subprocess.Popen, seen: dict[int, tuple[float, float]]) -> None:
    """The last CPU seconds and the most memory of every process of the session."""
    tick = os.sysconf("SC_CLK_TCK")
    while run.returncode is None:
        for place in Path("/proc").glob("[0-9]*"):
            try:
                cells = (place / "stat").read_text().rpartition(")")[2].split()
                if int(cells[3]) == run.pid:
                    most = next(line for line in (place / "status").read_text().splitlines() if line.startswith("VmHWM"))
                    seen[int(place.name)] = ((int(cells[11]) + int(cells[12])) / tick, int(most.split()[1]) / 1024)
            except (OSError, StopIteration):
                continue  # ended meanwhile
        time.sleep(0.25)


def apart(found: str, package: str) -> float:
    """The largest relative difference of any figure."""
    mine, theirs = (pd.read_parquet(file).sort_values(KEYS, ignore_index=True) for file in (package, found))
    assert mine[KEYS].astype({"year": int}).equals(theirs[KEYS].astype({"year": int}))
    most = 0.0
    for name in mine.columns.difference([*KEYS, "decile_cut"]):
        a, b = mine[name].to_numpy(float), theirs[name].to_numpy(float)
        assert (np.isnan(a) == np.isnan(b)).all(), name
        most = max(most, float(np.nanmax(np.abs(a - b) / np.maximum(np.abs(a), 1e-9))))
    return most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source")
    parser.add_argument("--only", default=",".join(NAMES))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--unweighted", action="store_true")
    parser.add_argument("--one", choices=NAMES)
    parser.add_argument("--out", default="")
    asked = parser.parse_args()
    if asked.one:
        one(asked.one, asked.source, not asked.unweighted, asked.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        names, package = asked.only.split(","), f"{folder}/package.parquet"
        outs = {name: f"{folder}/{name}.parquet" for name in names}
        found: dict[str, list[dict]] = {name: [] for name in names}
        for _ in range(asked.runs):  # by turns, so that a slow minute of the computer meets all
            for name in names:
                found[name].append(measured(name, asked.source, not asked.unweighted, outs[name]))
        for name, runs in found.items():
            said = {key: round(statistics.median(run[key] for run in runs), 1) for key in ("cpu", "wall", "mb")}
            said |= {"runs": len(runs), "failed": sum(run["failed"] for run in runs), "load": round(os.getloadavg()[0], 1)}
            if name not in ("package", "reading") and not said["failed"] and Path(package).exists():
                said["apart"] = apart(outs[name], package)
            print(json.dumps({"name": name, **said}), flush=True)


if __name__ == "__main__":
    main()
