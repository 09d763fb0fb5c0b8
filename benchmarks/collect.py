"""`p2.collect`: seconds and memory for folders of many workbooks, synthetic ones of real regencies, each sent twice.

Run: python benchmarks/collect.py [workbooks ...]   (default 10 50)
Every second workbook is a second version in which one cell is another; each holds all its villages over its years and
the households of a programme, which are not opened.
"""

from __future__ import annotations

import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import p2wkss_analysis as p2


def version(city, path: Path) -> None:
    """The same city with one figure changed."""
    villages = city.tables["villages"].copy()
    villages.loc[villages.index[0], "stunting_percent"] += 1
    replace(city, tables=city.tables | {"villages": villages}).write(path)


def main(sizes: list[int]) -> None:
    areas = p2.load("areas")
    codes = areas.loc[(areas["level"] == "regency") & areas["area_code"].str[:2].isin(["32", "36"]), "area_code"].tolist()
    print(f"{'workbooks':>9} {'MB':>6} {'village-years':>13} {'contradictions':>14} {'seconds':>8} {'CPU s':>6} {'peak MB':>8}")
    for size in sizes:
        folder = Path(tempfile.mkdtemp())
        for number in range((size + 1) // 2):
            code = codes[number % len(codes)]
            city = p2.simulate_city(code, rule="worst", seed=number)
            city.write(folder / f"{code}_{number}.xlsx")
            if len(list(folder.iterdir())) < size:
                version(city, folder / f"{code}_{number}_final.xlsx")
        weight = sum(f.stat().st_size for f in folder.iterdir()) / 1e6
        start, cpu = time.perf_counter(), time.process_time()
        found = p2.collect(folder)
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>9} {weight:>6.0f} {len(found.panel):>13} {int(found.disagreements['contradiction'].sum()):>14} {seconds:>8.1f} {cpu:>6.1f} {peak:>8.0f}",
            flush=True,
        )
        start = time.perf_counter()
        p2.enough_sites(found)
        print(f"{'':>9} how many sites: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    from asked import asked

    main(asked(sizes=[10, 50]).sizes)
