"""How fast the explorer answers: from a slider's step to the picture, in a real browser, for 27 to 6,549 places.

Run with `python benchmarks/explorer.py`. Aims: 100 ms for 63 places, 500 ms for 6,549; every page below 5 MB, that of a province
or of the country with all indicators and years below 3 MB. The step is
timed from the input event to the first task after the frame in which ranking, map, plane, triangle, list and card were
drawn anew; the chance of being chosen follows in the background and is timed on its own.
"""

import shutil
import tempfile
import time
from pathlib import Path

import p2wkss_analysis as p2

STEPS = """async (steps) => {
  const slider = document.getElementById("weight-0"), times = [];
  for (let n = 0; n < steps; n += 1) {
    slider.value = 15 + (n * 7) % 70;
    const start = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    times.push(performance.now() - start);
  }
  const start = performance.now();
  await explorer.settled();
  return [times, performance.now() - start];
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp())
    workbook = p2.simulate_city("32.76", seed=1).write(folder / "depok.xlsx", "id")
    cases = [
        ("Depok, 63 kelurahan", {"data": workbook}, 0),
        ("Kab. Serang, 326 desa", {"regency": "36.04"}, 0),
        ("6,549 desa", {}, 1),
        ("Jawa Barat by year", {"province": "32"}, 0),
        ("514 kabupaten/kota", {"province": "Indonesia"}, 0),
    ]
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))))
    print(f"{'case':24} {'build s':>8} {'KB':>6} {'step ms: median':>16} {'9 of 10':>8} {'worst':>7} {'chances ms':>11}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for name, options, layer in cases:
            start = time.perf_counter()
            path = p2.explorer(folder / "page.html", **options)
            built = time.perf_counter() - start
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            page.goto(path.as_uri())
            page.evaluate("at => explorer.open(at)", layer)
            page.evaluate("explorer.settled()")
            times, chances = page.evaluate(STEPS, 60)
            times.sort()
            size = path.stat().st_size / 1000
            print(f"{name:24} {built:8.1f} {size:6.0f} {times[30]:16.0f} {times[54]:8.0f} {times[-1]:7.0f} {chances:11.0f}")
            page.close()


if __name__ == "__main__":
    from asked import asked

    asked()
    main()
