"""Every door through which a user's file or argument enters, with damaged originals: what is not read, refused or listed as faults.

Run: python benchmarks/door.py [cases] [seed] [door ...]      one case again: python benchmarks/door.py --again NUMBER SEED DOOR
Doors: door_workbooks.py, door_tables.py, door_places.py, door_words.py, door_arguments.py. Figures and findings: door.md.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter

import door_arguments
import door_documents
import door_files
import door_named
import door_places
import door_words
import door_workbooks
from door_judge import FAULTS, FINE, READ, REFUSED, judged

DOORS = {
    **door_workbooks.DOORS,
    **door_files.DOORS,
    **door_places.DOORS,
    **door_words.DOORS,
    **door_arguments.DOORS,
    **door_named.DOORS,
    **door_documents.DOORS,
}
WARM = (
    dict.fromkeys(door_workbooks.DOORS, door_workbooks.untouched)
    | dict.fromkeys(door_files.DOORS, door_files.made)
    | dict.fromkeys(door_places.DOORS, door_places.made)
    | dict.fromkeys(door_words.DOORS, door_files.made)
    | dict.fromkeys(door_arguments.DOORS, door_arguments.calls)
    | dict.fromkeys(door_named.DOORS, door_named.kinds)
    | dict.fromkeys(door_documents.DOORS, door_documents.made)
)  # before the fork


def run(name: str, cases: range, seed: int) -> tuple[Counter, list[dict], dict]:
    """How often what became of the cases of a door, the findings, and the dearest case."""
    became, found, most = Counter(), [], {"seconds": 0.0, "mb": 0}
    for case in judged(DOORS[name], name, seed, cases):
        fine = case["became"] in FINE
        became[case["became"] if fine else "found"] += 1
        most = {k: max(most[k], case[k]) for k in most}
        if not fine:
            found.append(case)
    return became, found, most


def main(cases: int, seed: int, names: list[str], again: bool) -> None:
    os.environ["P2WKSS_DEBUG"] = "1"  # so that a command shows what it did not expect
    os.environ["TQDM_DISABLE"] = "1"
    chosen = names or list(DOORS)
    print(
        f"{'door':28} {'cases':>6} {'read':>6} {'faults':>6} {'refused':>7} {'found':>6} {'s, most':>8} {'MB, most':>8} {'s a case':>8}",
        flush=True,
    )
    for name in chosen:
        WARM.get(name, lambda: None)()
        start = time.process_time(), time.time()
        became, found, most = run(name, range(cases, cases + 1) if again else range(cases), seed)
        each = (time.time() - start[1]) / max(became.total(), 1)
        counts = f"{became[READ]:>6} {became[FAULTS]:>6} {became[REFUSED]:>7} {became['found']:>6}"
        print(f"{name:28} {became.total():>6} {counts} {most['seconds']:>8.1f} {most['mb']:>8} {each:>8.2f}", flush=True)
        alike: dict[str, list[dict]] = {}
        for case in found:
            alike.setdefault(case["where"], []).append(case)
        for where, those in sorted(alike.items(), key=lambda pair: -len(pair[1])):
            numbers = ", ".join(str(case["number"]) for case in those[:4])
            print(f"    {len(those)} x {where} (case {numbers}): {' '.join(those[0]['became'].split())[-400:]}", flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    from asked import asked

    given = asked(cases=200, seed=1, names=[], again=False)
    main(given.cases, given.seed, given.names, given.again)
