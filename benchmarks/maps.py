"""How long maps take: laying out tiles, drawing, writing SVG, finding neighbours. Run: python
benchmarks/maps.py

Prints its own table: median and slowest of five runs in seconds, on the open tables of the project. Where the
environment variable P2WKSS_REFERENCE names the folder with real boundaries, true shapes are measured as well.
"""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

import pandas as pd

from p2wkss_analysis.pictures.maps.classes import natural_breaks
from p2wkss_analysis.pictures.maps.maps import map_bivariate, map_need, map_slum_sites, map_years
from p2wkss_analysis.places.areas import within
from p2wkss_analysis.places.neighbours import neighbours
from p2wkss_analysis.places.tiles import tile_map
from p2wkss_analysis.tables.intake import load

RUNS = 5


def seconds(call) -> list[float]:
    """Seconds of each run after one unmeasured run, which pays for imports and fonts."""
    call()
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return taken


def cases() -> dict:
    """What is measured, by name."""
    areas, sites, slum = load("areas"), load("programme_sites"), load("slum_villages")
    table = load("regency_indicators")
    poverty = table[table["indicator"] == "poverty_rate"]
    both = pd.concat([poverty, table[(table["indicator"] == "hdi") & (table["method"] == "UHH SP2010")]])
    depok, ours = within(areas, "32.76", "village"), ("32", "36")
    regencies = areas[areas["level"] == "regency"]
    one = poverty[poverty["year"] == 2021]
    found = {
        "tiles, 63 kelurahan": lambda: tile_map(depok),
        "tiles, 514 kabupaten/kota": lambda: tile_map(regencies),
        "neighbours from 63 tiles": lambda: neighbours(depok),
        "natural breaks, 514 values, 5 classes": lambda: natural_breaks(one["value"].dropna(), 5),
        "map_need, 35": lambda: map_need(one, areas, inside=ours, sites=sites).svg(),
        "map_need, 514": lambda: map_need(one, areas).svg(),
        "map_years, 35 x 6": lambda: map_years(poverty[poverty["year"] >= 2019], areas, inside=ours, sites=sites).svg(),
        "map_bivariate, 35": lambda: map_bivariate(both[both["year"] == 2021], areas, inside=ours, sites=sites).svg(),
        "map_slum_sites, 63": lambda: map_slum_sites(slum, "32.76", areas, sites=sites).svg(),
    }
    folder = os.environ.get("P2WKSS_REFERENCE")
    if folder:
        shapes = Path(folder) / "boundaries"
        found["map_slum_sites, 63 true shapes"] = lambda: map_slum_sites(
            slum, "32.76", areas, sites=sites, boundaries=shapes / "depok_villages.geojson"
        ).svg()
        found["neighbours from 63 true shapes"] = lambda: neighbours(depok, shapes / "depok_villages.geojson")
    return found


def main() -> None:
    rows = []
    for name, call in cases().items():
        taken = seconds(call)
        rows.append({"what": name, "median_s": round(statistics.median(taken), 3), "slowest_s": round(max(taken), 3)})
    print(pd.DataFrame(rows).to_string(index=False))


if __name__ == "__main__":
    from asked import asked

    asked()
    main()
