"""How long the report takes from raw data, and how large it is. Run: python benchmarks/report.py

Each language is asked for as a user would, `report(out, lang=..., formats=...)` with all four formats, from nothing
loaded but imports; then its parts are timed one by one. The goals: all formats in both languages within 180 seconds
on two cores, HTML under 5 MB.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from p2wkss_analysis.reporting.material import gather
from p2wkss_analysis.reporting.story import tell
from p2wkss_analysis.reporting.write import FORMATS, _render, report

LONGEST, LARGEST = 180.0, 5.0  # seconds for everything, MB of the HTML page


def timed(call):
    """What the call gives, and its seconds."""
    start = time.perf_counter()
    made = call()
    return made, time.perf_counter() - start


def parts(lang: str, material) -> list[tuple[str, float]]:
    """Seconds of telling the story and of each format alone."""
    import datetime as dt

    document, seconds = timed(lambda: tell(material, lang, dt.date(2026, 1, 1)))
    rows = [(f"{lang}  story with its pictures", seconds)]
    for name in FORMATS:
        rows.append((f"{lang}  {name}", timed(lambda name=name: _render(name, document))[1]))
    return rows


def main() -> None:
    total, sizes = 0.0, {}
    with tempfile.TemporaryDirectory() as folder:
        for lang in ("id", "en"):
            paths, seconds = timed(lambda lang=lang: report(Path(folder), lang=lang, formats=tuple(FORMATS)))
            sizes |= {path.name: path.stat().st_size / 1e6 for path in paths}
            total += seconds
    material, seconds = timed(gather)
    print(f"{'part':34}{'seconds':>9}")
    for name, taken in [("tables and results", seconds), *parts("id", material), *parts("en", material)]:
        print(f"{name:34}{taken:>9.1f}")
    print(f"{'all formats, both languages':34}{total:>9.1f}   goal: under {LONGEST:.0f}")
    print(f"\n{'file':34}{'MB':>9}")
    for name, size in sizes.items():
        print(f"{name:34}{size:>9.2f}" + (f"   goal: under {LARGEST:.0f}" if name.endswith("html") else ""))


if __name__ == "__main__":
    main()
