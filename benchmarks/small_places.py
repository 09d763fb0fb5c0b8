"""Is the printed chance of being among the neediest RT the chance of it? Forty RT of 8 to 60 families, their true shares known.

    python benchmarks/small_places.py [CITIES]

Writes small_places.md: per class of printed chance, the mean chance and how often an RT of it truly is among the first four; with
shares drawn to each other (`drawn_shares`), and with each share by itself and its own sampling error, as the package had it before.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from asked import asked

from p2wkss_analysis.targeting.index.sampling import drawn_shares

PAGE = Path(__file__).with_suffix(".md")
PLACES, NEEDIEST, DRAWS, SEED = 40, 4, 2000, 20261129
LAWS = {"8 to 32 %": (2, 8), "13 to 27 %": (6, 24), "4 to 36 %": (1, 4), "15 to 25 %": (12, 48)}
CLASSES = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.01))


def by_itself(count: np.ndarray, of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each share as counted, with the spread of its own Jeffreys posterior."""
    a, b = count + 0.5, of - count + 0.5
    return count / of, np.sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))


WAYS = {"drawn to each other": drawn_shares, "each by itself": by_itself}


def measured(law: tuple[float, float], way, cities: int) -> tuple[np.ndarray, np.ndarray]:
    """Printed chance and truth of every RT of every city, both (cities x places,)."""
    rng, chances, truths = np.random.default_rng([SEED, *law]), [], []
    for _ in range(cities):
        of = rng.integers(8, 61, PLACES)
        share = rng.beta(*law, PLACES)
        mean, error = way(rng.binomial(of, share), of)
        drawn = mean + error * rng.standard_normal((DRAWS, PLACES))
        first = np.argpartition(-drawn, NEEDIEST - 1, axis=1)[:, :NEEDIEST]
        chances.append(np.bincount(first.ravel(), minlength=PLACES) / DRAWS)
        truths.append(np.isin(np.arange(PLACES), np.argsort(-share)[:NEEDIEST]))
    return np.concatenate(chances), np.concatenate(truths)


def rows(cities: int) -> list[str]:
    lines = []
    for law, parameters in LAWS.items():
        for name, way in WAYS.items():
            chance, truth = measured(parameters, way, cities)
            cells = []
            for low, high in CLASSES:
                here = (chance >= low) & (chance < high)
                cells.append(f"{100 * chance[here].mean():.0f} / {100 * truth[here].mean():.0f} ({here.sum():,})")
            lines.append(f"| {law} | {name} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    cities = asked(cities=400).cities
    PAGE.write_text(
        "\n".join(
            [
                "# Chances of small places",
                "",
                (
                    f"Written by `python benchmarks/small_places.py` on {datetime.now(UTC):%-d %B %Y}, seed {SEED}; {cities} cities a law. "
                    f"{PLACES} RT of 8 to 60 families, true shares from a beta law (the first column gives its middle two thirds), the {NEEDIEST} "
                    "neediest wanted. In each class of printed chance: mean chance / share that truly is among them, in percent (RT)."
                ),
                "",
                "| true shares | shares | below 20 | 20 to 40 | 40 to 60 | 60 to 80 | 80 and above |",
                "|---|---|---|---|---|---|---|",
                *rows(cities),
                "",
            ]
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
