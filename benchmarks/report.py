"""How long the report takes from raw data, and how large it is. Run: python benchmarks/report.py

Each language is asked for as a user would, `report(out, lang=..., formats=...)` with all four formats, from nothing
loaded but imports; then its parts are timed one by one, and the report of a city's workbook. The goals: all formats in
both languages within 180 seconds on two cores, HTML under 5 MB. What a change gained stands in report.md.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.reporting.stories.appendix import evidence_last
from p2wkss_analysis.reporting.stories.open.story import tell
from p2wkss_analysis.reporting.write import FORMATS, _render, report
from p2wkss_analysis.simulate import simulate_city

LONGEST, LARGEST = 180.0, 5.0  # seconds for everything, MB of the HTML page


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of the processor; on a busy machine the second is what the work costs."""

    clock: float
    processor: float

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.clock + other.clock, self.processor + other.processor)


def timed(call) -> tuple[object, Taken]:
    """What the call gives, and what it took."""
    clock, processor = time.perf_counter(), time.process_time()
    made = call()
    return made, Taken(time.perf_counter() - clock, time.process_time() - processor)


def parts(lang: str, material) -> list[tuple[str, Taken]]:
    """What telling the story and each format alone take."""
    document, taken = timed(lambda: evidence_last(tell(material, lang, dt.date(2026, 1, 1))))
    rows = [(f"{lang}  story with its pictures", taken)]
    for name in FORMATS:
        rows.append((f"{lang}  {name}", timed(lambda name=name: _render(name, document))[1]))
    return rows


def city() -> Taken:
    """What the report of a city's workbook takes, from the file to the page."""
    with tempfile.TemporaryDirectory() as folder:
        book = simulate_city("32.76", seed=1).write(Path(folder) / "city.xlsx", "id")
        return timed(lambda: report(Path(folder) / "city.html", data=book, made=dt.date(2026, 1, 1)))[1]


def main() -> None:
    total, sizes = Taken(0.0, 0.0), {}
    with tempfile.TemporaryDirectory() as folder:
        for lang in ("id", "en"):
            paths, taken = timed(lambda lang=lang: report(Path(folder), lang=lang, formats=tuple(FORMATS)))
            sizes |= {path.name: path.stat().st_size / 1e6 for path in paths}
            total += taken
    material, taken = timed(OpenAnswers)  # its answers are computed when a chapter first asks
    print(f"{'part':34}{'seconds':>9}{'of processor':>14}")
    for name, one in [("opening", taken), *parts("id", material), *parts("en", material)]:
        print(f"{name:34}{one.clock:>9.1f}{one.processor:>14.1f}")
    print(f"{'all formats, both languages':34}{total.clock:>9.1f}{total.processor:>14.1f}   goal: under {LONGEST:.0f}")
    print(f"{'a city: HTML':34}{(one := city()).clock:>9.1f}{one.processor:>14.1f}")
    print(f"\n{'file':34}{'MB':>9}")
    for name, size in sizes.items():
        print(f"{name:34}{size:>9.2f}" + (f"   goal: under {LARGEST:.0f}" if name.endswith("html") else ""))


if __name__ == "__main__":
    from asked import asked

    asked()
    main()
