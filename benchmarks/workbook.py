"""The city's workbook: seconds to write the template, to check it by size, and to write the marked copy.

Run: python benchmarks/workbook.py [--all] [rows ...]   (default 1000 10000 100000)
With --all a template is written and checked for each of the 514 regencies, otherwise for every twentieth.
A household line has all its columns filled; one cell in a thousand is wrong. Family card numbers are made of zeros
and a running number, so that none of them can be anybody's.
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

import numpy as np
import xlsxwriter

from p2wkss_analysis.dictionary.sheets import MARKER, example_of, fields_of
from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.template import write_template

SHARE_WRONG = 0.001


def filled(path: Path, rows: int, seed: int = 0) -> int:
    """A workbook with `rows` household lines; gives how many cells were made wrong."""
    rng = np.random.default_rng(seed)
    fields = fields_of("households")
    example = [f["example"] if f["type"] in ("number", "integer") else example_of(f, "id") for f in fields]
    place = {f["name"]: number for number, f in enumerate(fields)}
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    settings = book.add_worksheet("settings")
    settings.write_row(0, 0, [MARKER, "setting", "value"])
    settings.write_row(1, 1, ["regency_code", "32.76"])
    sheet = book.add_worksheet("households")
    sheet.write_row(0, 0, [MARKER, *place])
    wrong = rng.random((rows, len(fields))) < SHARE_WRONG
    wrong[:, place["note"]] = False
    spending = rng.integers(500_000, 9_000_000, rows)
    for row in range(rows):
        line = list(example)
        line[place["household_id"]], line[place["wave"]] = f"KK-{row // 2:06d}", row % 2
        line[place["no_kk"]] = f"{row // 2:016d}"
        line[place["expenditure_rupiah_month"]] = int(spending[row])
        line[place["rt"]] = row // 2 % 60 + 1
        for column in np.flatnonzero(wrong[row]):
            line[column] = "5.000x"
        sheet.write_row(row + 1, 1, line)
    book.close()
    return int(wrong.sum())


def main(sizes: list[int], every: bool) -> None:
    folder = Path(tempfile.mkdtemp())
    start = time.perf_counter()
    write_template(folder / "template.xlsx", "32.76")
    print(f"template of 63 villages: {time.perf_counter() - start:.2f} s (the list of areas is read the first time)")
    start, areas = time.perf_counter(), load("areas")
    codes = areas.loc[areas["level"] == "regency", "area_code"].tolist()[:: 1 if every else 20]
    well = sum(check(write_template(folder / f"{code}.xlsx", code)).ok for code in codes)
    print(
        f"templates of {len(codes)} regencies, each written and checked: {time.perf_counter() - start:.0f} s; without a fault: {well}"
    )
    key = write_key(folder / "city.key")
    print(f"{'rows':>8} {'cells':>10} {'wrong':>7} {'faults':>7} {'check s':>8} {'CPU s':>7} {'with copy s':>12} {'peak MB':>8}")
    for rows in sizes:
        path = folder / f"{rows}.xlsx"
        wrong = filled(path, rows)
        start, cpu = time.perf_counter(), time.process_time()
        checked = check(path, key=key)
        alone, cpu = time.perf_counter() - start, time.process_time() - cpu
        start = time.perf_counter()
        check(path, key=key, marked=folder / "marked.xlsx")
        both = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{rows:>8} {rows * len(fields_of('households')):>10} {wrong:>7} {len(checked.faults):>7} {alone:>8.1f} {cpu:>7.1f} {both:>12.1f} {peak:>8.0f}"
        )


if __name__ == "__main__":
    from asked import asked

    typed = asked(rows=[1_000, 10_000, 100_000], all=False)
    main(typed.rows, typed.all)
