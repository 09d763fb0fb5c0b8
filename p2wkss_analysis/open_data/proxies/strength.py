"""How strong each proxy was measured to be, and what follows: whether it enters by default, and how large its error counts.

The figures are data, written by `benchmarks/proxies.py` beside this file; nothing here invents one.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .columns import Proxy

LEAST = 0.3  # correlation below which a figure does not enter by default ("medium" in Cohen 1988)
FLOOR = 0.1  # correlation assumed for a figure that was found weaker, or could not be held against anything
Z95 = 1.959964


@dataclass(frozen=True)
class Strength:
    """One comparison.

    kind : "within" (correlation inside a kabupaten or kota), "between" (of the means of kabupaten and kota) or "sites" (AUC of
    known sites). proxy, against : what was compared; where : code, or codes of the provinces. n : villages (or sites), groups :
    kabupaten/kota. value, low, high : Pearson correlation, needier side positive, or AUC; with its 95 % interval. rank :
    Spearman's correlation, None for an AUC. spread : standard deviation of Fisher's z between kabupaten/kota beyond chance, None
    where one was looked at.
    """

    kind: str
    proxy: str
    against: str
    where: str
    n: int
    groups: int
    value: float
    low: float
    high: float
    rank: float | None
    spread: float | None = None

    @property
    def agrees(self) -> bool:
        """Whether it is strong enough to let the proxy enter."""
        return self.value >= LEAST and self.low > 0


@cache
def strengths() -> tuple[Strength, ...]:
    """Every comparison that was made."""
    text = (files(__package__) / "strength.csv").read_text(encoding="utf-8")
    return tuple(
        Strength(
            kind=row["kind"],
            proxy=row["proxy"],
            against=row["against"],
            where=row["where"],
            n=int(row["n"]),
            groups=int(row["groups"]),
            value=float(row["value"]),
            low=float(row["low"]),
            high=float(row["high"]),
            rank=float(row["rank"]) if row["rank"] else None,
            spread=float(row["spread"]) if row["spread"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )


def deciding(proxy: Proxy) -> tuple[Strength, ...]:
    """The comparisons within places that decide how far a proxy is trusted."""
    return tuple(one for one in strengths() if one.kind == "within" and one.proxy == proxy.name and one.against in proxy.against)


def enters(proxy: Proxy) -> bool:
    """Whether it is part of the index by default: it agrees with every figure it was held against."""
    held = deciding(proxy)
    return bool(held) and all(one.agrees for one in held)


def weakest(proxy: Proxy) -> Strength | None:
    """The comparison that counts: the one with the lowest correlation."""
    return min(deciding(proxy), key=lambda one: one.value, default=None)


def reliability(proxy: Proxy) -> float:
    """The share of a proxy's variance that is the thing itself, 0-1: the squared correlation with what it was held against.

    Where the other figure has errors of its own, independent of the proxy's, the square is the product of both reliabilities and
    so never too high. Source: Fuller (1987), Measurement Error Models, section 1.1.
    """
    held = weakest(proxy)
    return max(held.value if held else FLOOR, FLOOR) ** 2


def reliability_range(proxy: Proxy, code: str) -> tuple[float, float]:
    """The least and the greatest reliability that its measurement leaves possible in a kabupaten or kota (95 %).

    Measured elsewhere, a proxy may be better or worse here: the interval is then that of a new place, widened by how much the
    correlation was found to differ between kabupaten and kota (Higgins, Thompson and Spiegelhalter 2009, JRSS A 172(1)).
    """
    held = weakest(proxy)
    if held is None:
        return FLOOR**2, FLOOR**2
    low, high = held.low, held.high
    if held.where != code:
        centre = math.atanh(held.value)
        low, high = (
            math.tanh(centre + side * math.hypot(math.atanh(end) - centre, Z95 * _spread(proxy)))
            for side, end in ((-1, low), (1, high))
        )
    return max(low, FLOOR) ** 2, max(high, FLOOR) ** 2


def _spread(proxy: Proxy) -> float:
    """How much its correlation differs between kabupaten and kota; that of the proxy that differs most, where one was seen."""
    found = [(one.proxy, one.spread) for one in strengths() if one.spread is not None]
    return max([spread for name, spread in found if name == proxy.name] or [spread for _, spread in found])


def error_share(share: float) -> float:
    """Standard deviation of the error to be drawn, in standard deviations of the proxy, for a reliability above 0.

    A proxy x is the truth t with an error: x = t + u, reliability r = var(t) / var(x). Given x, the truth is normal around
    m + r (x - m) with variance r (1 - r) var(x). Divided by r, which changes no order, that is x itself with an error of variance
    (1 - r) / r var(x). Put on its scale anew after the draw, as the stability does, x becomes a draw of the truth given x.

    >>> error_share(0.5)
    1.0
    """
    return math.sqrt((1 - share) / share)
