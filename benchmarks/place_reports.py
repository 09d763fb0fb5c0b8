"""The report of every kabupaten, kota and province: is each made, is none of its sections empty, and what does it take?

    python benchmarks/place_reports.py [--again]

Each report is made by a process of its own, from nothing loaded but imports, as HTML in Bahasa Indonesia. Keeps one line a place
in place_reports.csv (a later run goes on from there, with `--again` from the start) and writes place_reports.md.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import itertools
import json
import os
import re
import statistics
from pathlib import Path

from p2wkss_analysis.dictionary.tables import read_dictionary
from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.open_data.place.province import ProvinceAnswers
from p2wkss_analysis.open_data.place.regency import RegencyAnswers
from p2wkss_analysis.pictures import charts  # noqa: F401 (imported before the processes part)
from p2wkss_analysis.reporting.document import Document, Section, Table
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.stories.appendix import evidence_last
from p2wkss_analysis.reporting.stories.place.story import tell_place

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "place_reports.csv", HERE / "place_reports.md"
FIELDS = ("area_code", "seconds", "kilobytes", "chapters", "tables", "empty", "failure")
DAY, MOST = dt.date(2026, 11, 29), 10.0  # seconds of the processor a report may take


def empty_sections(document: Document) -> list[str]:
    """Titles of chapters with nothing in them: no block, a heading without text, a table without rows, a value that is none."""
    found = []
    for chapter in document.chapters:
        heads = [isinstance(block, Section) for block in chapter.blocks]
        faults = [not heads or heads[-1], any(a and b for a, b in itertools.pairwise(heads))]
        for block in chapter.blocks:
            text = getattr(block, "text", "x")
            faults += [isinstance(block, Table) and not (len(block.frame) and block.columns)]
            faults += [not text.strip() or bool(re.search(r"\bnan\b|None|<NA>|\{", text))]
        found += [chapter.title] if any(faults) else []
    return found


def made(code: str) -> dict[str, object]:
    """What became of one report."""
    try:
        tables = OpenAnswers()
        place = RegencyAnswers(tables, code) if len(code) > 2 else ProvinceAnswers(tables, code)
        document = evidence_last(tell_place(place, "id", DAY))
        page = to_html(document)
        blocks = [block for chapter in document.chapters for block in chapter.blocks]
        return {
            "kilobytes": len(page) // 1000,
            "chapters": len(document.chapters),
            "tables": sum(isinstance(block, Table) for block in blocks),
            "empty": "; ".join(empty_sections(document)),
            "failure": "",
        }
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what is counted)
        return {"kilobytes": 0, "chapters": 0, "tables": 0, "empty": "", "failure": f"{type(error).__name__}: {error}"[:200]}


def apart(code: str) -> dict[str, object]:
    """The same in a process of its own, with the seconds of the processor it took."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writes, json.dumps(made(code)).encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as answer:
        said = answer.read()
    _, _, taken = os.wait4(child, 0)
    seconds = round(taken.ru_utime + taken.ru_stime, 2)
    lost = {"kilobytes": 0, "chapters": 0, "tables": 0, "empty": "", "failure": "the process ended early"}
    return {"area_code": code, "seconds": seconds, **(json.loads(said) if said else lost)}


def page(rows: list[dict[str, str]], of: int) -> str:
    """The results on a page."""
    lines = ["# The report of every kabupaten, kota and province", ""]
    lines += ["`python benchmarks/place_reports.py` makes each of them as HTML in Bahasa Indonesia, in a process of its own that"]
    lines += [
        "starts with nothing loaded but imports (about a second and a half more for a whole command); one line a place is in"
    ]
    lines += [
        "place_reports.csv. Measured on 29 November 2026 on a busy machine; those of Jawa Barat and Banten, whose villages are"
    ]
    lines += ["ranked by proxies, last.", ""]
    lines += [
        "| reports | made | failed | with an empty section | processor seconds: median | largest | tables: median | page: largest |"
    ]
    lines += ["|---|---|---|---|---|---|---|---|"]
    for name, held in (("kabupaten and kota", 5), ("provinces", 2)):
        own = [row for row in rows if len(row["area_code"]) == held]
        seconds = [float(row["seconds"]) for row in own]
        failed, empty = sum(bool(row["failure"]) for row in own), sum(bool(row["empty"]) for row in own)
        tables, size = statistics.median(int(row["tables"]) for row in own), max(int(row["kilobytes"]) for row in own)
        lines.append(
            f"| {name} | {len(own)} | {failed} | {empty} | {statistics.median(seconds):.1f} | {max(seconds):.1f} "
            f"| {tables:.0f} | {size / 1000:.1f} MB |".replace(f"| {len(own)} | {failed}", f"| {len(own) - failed} | {failed}")
        )
    slow = [row for row in rows if float(row["seconds"]) > MOST]
    lines += ["", f"{len(rows)} of {of} places. {len(slow)} took more than {MOST:.0f} seconds of the processor."]
    for row in rows:
        if row["failure"] or row["empty"]:
            lines.append(f"- {row['area_code']}: {row['failure'] or 'empty: ' + row['empty']}")
    return "\n".join(lines) + "\n"


def main(again: bool) -> None:
    with gzip.open(read_dictionary().path("areas"), "rt", encoding="utf-8", newline="") as areas:  # leaves nothing loaded
        codes = [row["area_code"] for row in csv.DictReader(areas) if len(row["area_code"]) <= 5]
    done = [] if again or not RESULTS.exists() else list(csv.DictReader(RESULTS.open(encoding="utf-8", newline="")))
    known = {row["area_code"] for row in done}
    with RESULTS.open("a" if done else "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        if not done:
            writer.writeheader()
        for code in codes:
            if code not in known:
                writer.writerow(apart(code))
                file.flush()
    rows = sorted(csv.DictReader(RESULTS.open(encoding="utf-8", newline="")), key=lambda row: row["area_code"])
    PAGE.write_text(page(rows, len(codes)), encoding="utf-8")


if __name__ == "__main__":
    from asked import asked

    main(**vars(asked(again=False)))
