"""The page on what methods, documents and the check of a workbook cost, written from scale_methods.csv by `scale_methods.py`."""

from __future__ import annotations

import csv
import json
import os
import platform
import statistics
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FILE = Path(__file__).with_name("scale_methods.csv")
PAGE = Path(__file__).with_name("scale_methods.md")
PEERS = ("diff-diff", "csdid", "moderndid", "synthdid-py")
PACKAGES = ("numpy", "scipy", "pandas", "pyarrow", "matplotlib", *PEERS)
GROUP_TIME = {
    "staggered": "this package: closed form, no draws",
    "staggered diff-diff": "diff-diff: 999 draws",
    "staggered csdid": "csdid: 999 draws",
    "staggered moderndid": "moderndid: 999 draws",
}
SYNTHETIC = {
    "synthetic": "this package: 199 placebos",
    "synthetic diff-diff": "diff-diff: 199 placebos",
    "synthetic synthdid-py": "synthdid-py: 20 placebos",
    "synthetic one site": "this package, one site: all 59 others in its place, one after the other",
}
GROWTH = {  # case: what it is, sizes from small to large, why its cost grows as it does
    "staggered": (
        "group-time effects, places",
        (20_750, 41_500, 83_000),
        "about linearly: each cell of cohort and year looks at every place once",
    ),
    "synthetic": (
        "synthetic difference in differences, places",
        (60, 120, 240),
        "bounded: at most 150 comparison places are used, taken at random, with 99 placebos from 100 places on",
    ),
    "households": (
        "choosing households, candidates (one in 25 is chosen)",
        (12_500, 25_000, 50_000),
        "by the number of linear programmes that close the gap between two lists, which differs from one set of candidates to another: 4 at 12,500, 14 at 50,000",
    ),
    "index": ("need index, places", (20_750, 41_500, 83_000), "each column is sorted once: n log n"),
    "stability": (
        "stability of the first 100, places",
        (20_750, 41_500, 83_000),
        "hardly: most places are shown beforehand never to be among the first 100 and are not drawn for",
    ),
    "check": ("check of a workbook, rows", (25_000, 50_000, 100_000), "linear in cells"),
    "report by villages": (
        "report of a city, villages",
        (63, 126, 252),
        "slower than villages: much of it is the same for every city",
    ),
}
OWN = {  # case: (what, size, the least work in words)
    "households": (
        "choosing 2,000 of 50,000 households, 40 RT with a least and a most, four quotas",
        50_000,
        "sorting 50,000 numbers; the 14 linear programmes of the quotas come on top",
    ),
    "index": ("need index of 83,000 places, 5 indicators", 83_000, "sorting 83,000 numbers for each of 5 indicators"),
    "stability": (
        "stability of the first 100 of 83,000 places, 10,000 draws of weights in five ways of computing",
        83_000,
        "10,000 x 83,000 scores of 5 indicators, and the 100 neediest found in each draw",
    ),
    "check": (
        "check of 100,000 rows of households (4.6 million cells)",
        100_000,
        "unpacking {sheet_mb:,.0f} MB of XML from {file_mb:.0f} MB",
    ),
}
WHOLE = {
    "import": "`import p2wkss_analysis`",
    "--version": "`p2wkss --version`",
    "check of a city": "`p2wkss check`, simulated Depok",
    "report of a city": "`p2wkss report`, simulated Depok, HTML",
    "papers of a city": "`p2wkss papers`, simulated Depok: all papers, and the report in four formats",
}
Lines = list[dict[str, str]]


def write_page() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        found = list(csv.DictReader(lines))
    chapters = [_head(found), _group_time(found), _synthetic(found), _own(found), _whole(found), _growth(found)]
    PAGE.write_text("\n\n".join(chapters) + "\n", encoding="utf-8")


def _of(found: Lines, case: str, size: int | None = None) -> Lines:
    """The finished runs of a case at one size, by default its largest."""
    lines = [line for line in found if line["case"] == case and line["figures"] != "not finished"]
    largest = max((int(line["size"]) for line in lines), default=0) if size is None else size
    return [line for line in lines if int(line["size"]) == largest]


def _median(lines: Lines, column: str) -> float:
    return statistics.median(float(line[column]) for line in lines)


def _figures(lines: Lines) -> dict:
    return json.loads(lines[0]["figures"])


def _cost(lines: Lines) -> str:
    """Runs, seconds of the processor and by the clock, and memory, as cells of a table."""
    return f"{len(lines)} | {_median(lines, 'cpu'):.2f} | {_median(lines, 'wall'):.1f} | {_median(lines, 'peak'):,.0f}"


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([head, "|".join(["", *["---"] * (head.count("|") - 1), ""]), *rows])


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    names = (
        [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"


def _versions() -> str:
    known = []
    for name in PACKAGES:
        try:
            known.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            known.append(f"{name} not installed")
    return ", ".join([f"Python {platform.python_version()}", *known])


def _head(found: Lines) -> str:
    return f"""# What methods, documents and the check of a workbook cost

Written by `python benchmarks/scale_methods.py` on {datetime.now(UTC):%d %B %Y}. Machine: {_machine()}. Versions: {_versions()}.

Every run is a process of its own on one thread; the tables give medians and how many runs they are of. **CPU** is what the processor
spent, user and system together; **clock** is the time by the clock. Nothing else ran on the machine, a virtual one whose processor is
shared with others: runs of one case differ by up to a half. **Memory** is the most the process ever held. All data is made up.
The runs themselves are in [scale_methods.csv](scale_methods.csv)."""


def _group_time(found: Lines) -> str:
    ours = _figures(_of(found, "staggered"))["effects"]
    rows, largest = [], 0.0
    for case, name in GROUP_TIME.items():
        lines = _of(found, case)
        if not lines:
            rows.append(f"| {name} | not installed or not finished | | | | | |")
            continue
        effects = _figures(lines)["effects"]
        apart = max(abs(effects[e][0] - ours[e][0]) for e in ours)
        largest = max(largest, apart)
        shown = "-" if case == "staggered" else f"{apart:.0e}" if apart else "0"
        rows.append(f"| {name} | {_cost(lines)} | {effects['0'][0]:.4f} ({effects['0'][1]:.4f}) | {shown} |")
    head = "| package | runs | CPU s | clock s | memory MB | effect in the first year (standard error) | largest difference from ours |"
    mine, peer = _of(found, "staggered"), _of(found, "staggered diff-diff")
    cells = _median(mine, "cpu") / _median(mine, "floor")
    text = f"""## Effects by group and year, 83,000 places, 10 years

Four cohorts of 207 sites each, compared with places not yet assisted, one year of anticipation, the same base year for all. All
packages find the same effects in every year since the start, to {largest:.0e}. This package does not draw: the
variance of a multiplier bootstrap has a closed form, which it takes from diff-diff, and 999 draws only repeat it with a random error of
2 percent or more. What the draws add is a band that holds for all years together; this package does not offer one.

{_table(head, rows)}

Least work without draws: 6.6 MB of values read, and about 40 differences of two means over 83,000 places. That alone takes
{_median(mine, "floor"):.3f} CPU seconds; ours takes {cells:.0f} times as much: the long table is made and read again, and each of 40 cells keeps the influence of every place for its error."""
    if peer:
        draws = _median(peer, "floor")
        text += f"""
Least work with draws: 999 x 83,000 random signs, each added into 40 cells, {draws:.1f} CPU seconds; diff-diff takes
{_median(peer, "cpu") / draws:.1f} times as much in all."""
    return text


def _synthetic(found: Lines) -> str:
    rows = []
    for case, name in SYNTHETIC.items():
        lines = _of(found, case, 60)
        if not lines:
            rows.append(f"| {name} | not installed or not finished | | | | |")
            continue
        figures = _figures(lines)
        rows.append(f"| {name} | {_cost(lines)} | {figures['effect']:.4f} ({figures['error']:.3f}) |")
    head = "| package | runs | CPU s | clock s | memory MB | effect (standard error) |"
    return f"""## Synthetic difference in differences, 60 places, 10 years

Four sites that begin in the same year, or one. The effects of this package and diff-diff are the same number, since diff-diff
finds the weights, and synthdid-py agrees to 1e-14. Standard errors of this package are around zero, those of the others around the mean of the
placebos. synthdid-py is written in Python and was asked for 20 placebos in place of 199.

{_table(head, rows)}

Least work: weights of comparison places are sought anew for each placebo, by up to 10,000 small steps over 56 places and 5 years. This takes
nine tenths of the time and is compiled code; what surrounds it is a tenth."""


def _own(found: Lines) -> str:
    rows = []
    for case, (what, size, least) in OWN.items():
        lines = _of(found, case, size)
        if not lines:
            continue
        floor = _median(lines, "floor") * (100 if case == "stability" else 1)  # there a hundredth of the draws was timed
        ratio = _median(lines, "cpu") / floor
        figures = _figures(lines)
        shown = f"{ratio:,.0f} times" if ratio >= 2 else f"{ratio:.2f} times"
        rows.append(f"| {what} | {_cost(lines)} | {least.format(**figures)}: {floor:.3g} s | {shown} |")
    few = _of(found, "households", 5_000)
    head = "| what | runs | CPU s | clock s | memory MB | least work, CPU | ours is |"
    return f"""## Choosing and checking

{_table(head, rows)}

Choosing 200 of 5,000 households takes {_median(few, "cpu"):.2f} CPU seconds. Stability is below the cost of scoring every place in every
draw, because most places are shown beforehand never to be among the first 100. The check reads each cell as text with its
kind, and looks in every text for numbers of identity cards: this is what it does beyond unpacking."""


def _whole(found: Lines) -> str:
    rows = [f"| {name} | {_cost(lines)} |" for case, name in WHOLE.items() if (lines := _of(found, case))]
    head = "| command | runs | CPU s | clock s | memory MB |"
    return f"""## Whole commands, from start to end

{_table(head, rows)}

The files of Python lie in the cache of the operating system. `import` loads names alone; numpy, pandas and the rest are loaded by the first
function that needs them. Under a profiler a fifth of a report's time are imports and an eighth the placebos of synthetic difference in differences; reading and
checking the workbook, forecasts from history and drawing take a tenth each. It reads less than 1 MB, so that no limit of disk or memory is near."""


def _growth(found: Lines) -> str:
    rows = []
    for case, (what, sizes, why) in GROWTH.items():
        runs = [_of(found, case, size) for size in sizes]
        if not all(runs):
            rows.append(f"| {what} | not finished | | | | |")
            continue
        small, middle, large = (_median(lines, "cpu") for lines in runs)
        named = " / ".join(f"{size:,}" for size in sizes)
        rows.append(f"| {what} | {named} | {small:.2f} / {middle:.2f} / {large:.2f} | {large / small:.1f} | {why} |")
    head = "| what | 1x / 2x / 4x | CPU s | 4x costs | how it grows |"
    return f"""## How cost grows

Costs grow about as the number of villages or more slowly; sorting (n log n) is too small a part to show. Medians of as many runs as the
file of runs has; of workbooks and reports three, and single figures are good to a fifth.

{_table(head, rows)}"""
