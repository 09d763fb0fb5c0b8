"""All weights of three indicators as a triangle, and which place comes first in which part of it.

If one place holds most of the triangle, the choice of weights hardly matters for first place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...display import Shown
from ...say.errors import WrongUse
from ..index.ranked import Ranked
from ..index.scoring import summands
from . import texts


@dataclass(frozen=True, eq=False)
class Region:
    """Where one place comes first: `corners` (corners, 3) of a convex polygon, each a set of weights summing
    to 1; `share` of the triangle's area, 0-1; `stated` whether the stated weights lie inside."""

    area_code: str
    corners: np.ndarray
    share: float
    stated: bool


@dataclass(frozen=True, eq=False)
class Triangle(Shown):
    """The result of `Ranking.triangle`: regions, the largest first; indicators name the three corners."""

    ranking: Ranked
    indicators: tuple[str, str, str]
    regions: tuple[Region, ...]

    def table(self) -> pd.DataFrame:
        """area_code, share (of all weights, 0-1), stated (holds the stated weights)."""
        return pd.DataFrame([(r.area_code, r.share, r.stated) for r in self.regions], columns=["area_code", "share", "stated"])

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.ranking.named(self.table())

    def sentence(self, lang: str | None = None) -> str:
        """Who is first over how much of the triangle."""
        places = [
            texts.NAME_WITH_SHARE.fill(name=self.ranking.label(self.ranking.position(r.area_code)), share=100 * r.share)
            for r in self.regions[:5]
        ]
        return texts.WINNERS.say(
            lang, indicators=[self.ranking.specification.title(name) for name in self.indicators], places=places
        )


def find_regions(ranking: Ranked) -> Triangle:
    """The regions of first place over the weights of the three indicators of `ranking`.

    Errors: WrongUse unless there are exactly three indicators (score aspects first, and rank by those).
    """
    spec = ranking.specification
    if len(spec.columns) != 3:
        raise WrongUse(texts.THREE_INDICATORS.fill(n=len(spec.columns)))
    order = ranking.order
    parts = summands(ranking.values, spec)[order]
    stated = int(np.argmax(np.round(parts @ spec.shares, 10)))
    regions = [
        Region(str(ranking.codes[order[i]]), corners, share, bool(i == stated)) for i, corners, share in winner_regions(parts)
    ]
    one, other, third = spec.columns
    return Triangle(ranking, (one, other, third), tuple(sorted(regions, key=lambda r: (-r.share, r.area_code))))


def winner_regions(summands: np.ndarray) -> list[tuple[int, np.ndarray, float]]:
    """For every place that is first somewhere: its position, its polygon (corners, 3), its share of the area.

    summands: (places, 3), whose weighted sum orders the places. The triangle is cut by every rival's line in
    turn (Sutherland and Hodgman 1974); regions are exact and their shares sum to 1. Of places equal in
    all three the first stands for all.

    >>> [(i, round(share, 3)) for i, _, share in winner_regions(np.array([[1.0, 0, 0], [0, 1.0, 1.0]]))]
    [(0, 0.25), (1, 0.75)]
    """
    front = undominated(summands)
    out = []
    for i in front:
        corners = np.eye(3)
        for j in front:
            if j != i and len(corners):
                corners = clip(corners, summands[i] - summands[j])
        share = polygon_share(corners)
        if share > 1e-12:
            out.append((int(i), corners, share))
    return out


def undominated(summands: np.ndarray) -> np.ndarray:
    """Positions of places that no other equals or exceeds in every column, the first of equal ones kept."""
    left = np.lexsort((np.arange(len(summands)), -summands.sum(axis=1)))
    front = []
    while len(left):
        first = left[0]
        front.append(first)
        left = left[(summands[left] > summands[first]).any(axis=1)]
    return np.array(sorted(front))


def clip(corners: np.ndarray, difference: np.ndarray) -> np.ndarray:
    """The part of a convex polygon (corners, 3) where weights @ difference >= 0."""
    height = corners @ difference
    out = []
    for a, b, low, high in zip(corners, np.roll(corners, -1, axis=0), height, np.roll(height, -1), strict=True):
        if low >= 0:
            out.append(a)
        if low * high < 0:
            out.append(a + (b - a) * low / (low - high))
    return np.array(out).reshape(-1, 3)


def polygon_share(corners: np.ndarray) -> float:
    """Area of a polygon of weights as a share of the whole triangle (shoelace on two of the weights)."""
    if len(corners) < 3:
        return 0.0
    x, y = corners[:, 0], corners[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))))
