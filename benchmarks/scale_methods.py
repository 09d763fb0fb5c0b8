"""What the statistical methods, the documents and the check of a workbook cost by size, peers beside them.

    pip install csdid moderndid synthdid-py      (peers; not packages of this project, and left out where they are missing)
    OMP_NUM_THREADS=1 python benchmarks/scale_methods.py [--page]

Each run is a process of its own (`scale_cases.py`, or the command itself). Every run is a line of scale_methods.csv, from which
scale_methods.md is written; `--page` writes the page alone. A case that is in the file already is not measured again.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scale_page import FILE, write_page
from workbook import filled

HERE = Path(__file__).parent
LONGEST = 600  # seconds by the clock, after which a run counts as not finished
MOST_MEMORY = 12_000_000  # kB a process may ask for
# Starts the measured process from a small one: memory of whoever starts a process counts as its own.
STARTER = """
import resource, subprocess, sys, time
clock = time.perf_counter()
code = subprocess.run(sys.argv[1:]).returncode
wall, used = time.perf_counter() - clock, resource.getrusage(resource.RUSAGE_CHILDREN)
print()
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(code)
"""
COLUMNS = ["case", "size", "wall", "cpu", "before", "peak", "floor", "figures"]
SIZES = {  # the case: its sizes, each with how often it is run
    "staggered": {83_000: 5, 41_500: 5, 20_750: 5},
    "staggered diff-diff": {83_000: 5},
    "staggered csdid": {83_000: 5},
    "staggered moderndid": {83_000: 5},
    "synthetic": {60: 5, 120: 5, 240: 5},
    "synthetic diff-diff": {60: 5},
    "synthetic one site": {60: 5},
    "households": {5_000: 5, 50_000: 5, 25_000: 5, 12_500: 5},
    "index": {83_000: 5, 41_500: 5, 20_750: 5},
    "stability": {83_000: 5, 41_500: 5, 20_750: 5},
    "import": {0: 5},
    "--version": {0: 5},
    "check of a city": {0: 5},
    "check": {100_000: 5, 50_000: 3, 25_000: 3},
    "report by villages": {63: 3, 126: 3, 252: 3},
    "papers of a city": {0: 5},
    "report of a city": {0: 5},
    "synthetic synthdid-py": {60: 5},
}


def commands(folder: Path) -> dict[str, list[str]]:
    """Whole commands by the name of their case."""
    p2wkss, key = [sys.executable, "-m", "p2wkss_analysis"], ["--key", str(folder / "city.key")]
    return {
        "import": [sys.executable, "-c", "import p2wkss_analysis"],
        "--version": [*p2wkss, "--version"],
        "check of a city": [*p2wkss, "check", str(folder / "city.xlsx"), *key],
        "report of a city": [*p2wkss, "report", str(folder / "city.xlsx"), "--out", str(folder / "city.html"), *key],
        "papers of a city": [*p2wkss, "papers", str(folder / "city.xlsx"), "--out", str(folder / "papers"), *key],
    }


def of_so_many_villages() -> dict[int, str]:
    """Depok, and the regencies whose villages are nearest to two and four times as many."""
    from p2wkss_analysis.tables.intake import load

    areas = load("areas")
    counts = areas.loc[areas["level"] == "village", "area_code"].str[:5].value_counts().sort_index()
    return {size: "32.76" if size == 63 else str((counts - size).abs().idxmin()) for size in SIZES["report by villages"]}


def prepare(folder: Path, rows: set[int]) -> dict[int, list[str]]:
    """Workbooks of so many rows to check and those to report of; gives the command for each number of villages."""
    from p2wkss_analysis.disclosure.privacy import write_key
    from p2wkss_analysis.simulate import simulate_city

    write_key(folder / "city.key")
    for n in {100, *rows}:
        filled(folder / f"households-{n}.xlsx", n)
    simulate_city("32.76", seed=1).write(folder / "city.xlsx", "id")
    found = {}
    for size, regency in of_so_many_villages().items():
        book = simulate_city(regency, rule="worst", seed=1).write(folder / f"city-{size}.xlsx", "id")
        out = ["--out", str(folder / f"city-{size}.html"), "--key", str(folder / "city.key")]
        found[size] = [sys.executable, "-m", "p2wkss_analysis", "report", str(book), *out]
    return found


def whole(argv: list[str]) -> dict:
    """Seconds and memory of a process from its start to its end, and the last line it prints."""
    quiet = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    quiet.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package lies there compiled
    limited = ["sh", "-c", f'ulimit -v {MOST_MEMORY}; exec timeout {LONGEST} "$@"', "sh", *argv]
    began = subprocess.run(
        [sys.executable, "-c", STARTER, *limited],
        env=quiet,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    *said, told = [line for line in began.stdout.splitlines() if line]
    wall, cpu, peak = map(float, told.split())
    return {"ok": began.returncode == 0, "wall": wall, "cpu": cpu, "peak": peak, "said": said[-1] if said else ""}


def run(case: str, size: int, folder: Path, reports: dict[int, list[str]]) -> dict:
    argv = reports[size] if case == "report by villages" else commands(folder).get(case)
    found = whole(argv or [sys.executable, str(HERE / "scale_cases.py"), case, str(size), str(folder)])
    if not found["ok"]:
        return {"wall": found["wall"], "cpu": found["cpu"], "peak": found["peak"], "figures": "not finished"}
    if argv:
        return {name: found[name] for name in ("wall", "cpu", "peak")}
    told = json.loads(found["said"])
    return told | {"figures": json.dumps(told["figures"])}


def still_to_run() -> Iterator[tuple[str, int]]:
    done: list[tuple[str, int]] = []
    if FILE.exists():
        with FILE.open(encoding="utf-8", newline="") as lines:
            done = [(line["case"], int(line["size"])) for line in csv.DictReader(lines)]
    for case, sizes in SIZES.items():
        for size, runs in sizes.items():
            yield from [(case, size)] * (runs - done.count((case, size)))


def main(page: bool) -> None:
    waiting = [] if page else list(still_to_run())
    with tempfile.TemporaryDirectory() as made:
        reports = prepare(Path(made), {size for case, size in waiting if case == "check"}) if waiting else {}
        for case, size in waiting:
            line = {"case": case, "size": size} | run(case, size, Path(made), reports)
            new = not FILE.exists()
            with FILE.open("a", encoding="utf-8", newline="") as lines:
                writer = csv.DictWriter(lines, COLUMNS, extrasaction="ignore", lineterminator="\n")
                if new:
                    writer.writeheader()
                writer.writerow({k: round(v, 4) if isinstance(v, float) else v for k, v in line.items()})
            print(f"{case:28} {size:>8} {line['wall']:8.2f} {line['cpu']:8.2f} {line['peak']:8.0f}", flush=True)
    write_page()


if __name__ == "__main__":
    from asked import asked

    main(asked(page=False).page)
