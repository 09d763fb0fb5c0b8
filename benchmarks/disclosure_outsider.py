"""What an outsider makes of published numbers of families: limits, sums that must hold, and what integer programming narrows.

Nothing of the code that made the numbers is used.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from p2wkss_analysis.impact.households.outcomes import OUTCOMES

SIDES = ("assisted", "comparison")
LABELS = {outcome.key: outcome.label.en for outcome in OUTCOMES}
MAIN = OUTCOMES[0].key  # which every simulated city has


class Outsider:
    """Numbers with their limits, and sums that must hold, each as ({name: factor}, least, most)."""

    def __init__(self):
        self.limits, self.rules = {}, []

    def reads(self, published: dict, margin: int, edition=0, chosen: float = np.inf) -> None:
        """chosen: how many are on the list, which everybody knows."""
        for name, v in published.items():
            high = 5 if v == 0 else v + margin
            self.limits[edition, *name] = (
                0 if v == 0 else max(0, v - margin),
                min(high, chosen) if name[0] == "selected" else high,
            )

    def rule(self, terms: dict, low: float, high: float) -> None:
        if all(name in self.limits for name in terms):
            self.rules.append((terms, low, high))

    def most(self, small, large) -> None:
        self.rule({small: 1, large: -1}, -np.inf, 0)

    def knows(self, names, chosen: int, edition=0) -> None:
        """How the counts of one edition hang together."""
        e, by = edition, defaultdict(list)
        for name in names:
            by[name[0]].append(name)
        for side in SIDES:
            whole = (e, "side", side)
            for kind in ("rt", "decile"):  # what is not listed is nought or more
                self.rule({whole: 1, **{(e, *k): -1 for k in by[kind] if k[2] == side}}, 0, np.inf)
            self.most((e, "base", side), whole)
            for k in by["outcome"]:
                if k[2] == side:
                    self.most((e, *k), whole)
            for k in by["seen"]:
                if k[1] == side:
                    self.most((e, *k), (e, "base", side))
                    self.rule({(e, "base", side): 1, (e, *k): -1, (e, "lost", side, k[2]): -1}, 0, 0)
            for k in by["iks"]:
                if k[2] == side:
                    self.most((e, *k), whole)
                    parts = [(e, "class", k[1], side, c) for c in ("unhealthy", "pre_healthy", "healthy")]
                    self.rule({(e, *k): 1, **dict.fromkeys(parts, -1)}, 0, 0)
            for k in by["twice"]:
                if k[2] != side:
                    continue
                seen, known, first = (e, *k), (e, "known", k[1], side), (e, "first", k[1], side)
                for small, large in ((seen, known), (seen, whole), (known, whole), (first, known)):
                    self.most(small, large)
                if k[1] == "healthy_family_index":
                    self.most(seen, (e, "iks", 0, side))
                    self.most(seen, (e, "iks", k[3], side))
                if k[1] == MAIN:
                    for same in ((e, "seen", side, k[3]), (e, "outcome", LABELS[MAIN], side)):
                        self.rule({seen: 1, same: -1}, 0, 0)
                for when in ("before", "after"):
                    self.most((e, "yes", k[1], side, when), seen)
                yes = (e, "yes", k[1], side, "before")
                self.most(yes, first)  # and who said yes, or no, and was not seen again is among all not seen again
                self.rule({first: 1, yes: -1, known: -1, seen: 1}, -np.inf, 0)
            for k in by["followed"]:
                if k[2] == side:
                    self.most((e, *k), (e, "iks", 0, side))
                    self.most((e, *k), (e, "iks", k[1], side))
        a = (e, "side", "assisted")
        for k in by["reach"]:
            self.rule({(e, *k): 1, (e, "rest", k[1]): 1, a: -1}, 0, 0)
            self.most((e, *k), (e, "any"))
            self.rule({(e, *k): 1, (e, "served", k[1]): -1}, -np.inf, 0)
            self.most((e, "helped", k[1]), (e, *k))
        for k in by["both"]:
            one, other = (e, "reach", k[1]), (e, "reach", k[2])
            self.most((e, *k), one)
            self.most((e, *k), other)
            self.rule({one: 1, other: 1, (e, *k): -1, (e, "any"): -1}, -np.inf, 0)
        if len(by["reach"]) == 2:  # as if no other sector had been there
            one, other = ((e, *k) for k in by["reach"])
            self.rule({one: 1, other: 1, (e, *by["both"][0]): -1, (e, "any"): -1}, 0, 0)
        self.most((e, "any"), a)
        for k in by["candidates"]:
            self.rule({(e, *k): 1, (e, "rt", k[1], "assisted"): -1, (e, "rt", k[1], "comparison"): -1}, -np.inf, 0)
            self.most((e, "selected", k[1]), (e, *k))
        self.rule({(e, *k): 1 for k in by["selected"]}, 0, chosen)
        total = {(e, *k): 1 for k in by["candidates"]}
        if ("joined",) in names:
            self.rule({**total, (e, "joined"): 1, a: -1, (e, "side", "comparison"): -1}, -np.inf, 0)
            self.rule(
                {
                    (e, "base", "assisted"): 1,
                    (e, "base", "comparison"): 1,
                    (e, "joined"): 1,
                    a: -1,
                    (e, "side", "comparison"): -1,
                },
                -np.inf,
                0,
            )

    def one_family(self, names) -> None:
        """Between the editions no number moved by more than one."""
        for name in names:
            self.rule({(0, *name): 1, (1, *name): -1}, -1, 1)

    def narrowed(self, true: dict | None = None) -> list[tuple]:
        """Names with their limits as printed and as worked out, where these are narrower."""
        names = list(self.limits)
        at = {name: i for i, name in enumerate(names)}
        matrix = np.zeros((len(self.rules), len(names)))
        for row, (terms, _, _) in enumerate(self.rules):
            for name, factor in terms.items():
                matrix[row, at[name]] = factor
        low, high = np.array([self.limits[n] for n in names], float).T
        for name, n in (true or {}).items():
            assert self.limits[name][0] <= n <= self.limits[name][1], (name, n, self.limits[name])
        rules = LinearConstraint(matrix, [r[1] for r in self.rules], [r[2] for r in self.rules])

        def reach(goal: np.ndarray) -> np.ndarray:
            answer = milp(goal, constraints=rules, bounds=Bounds(low, high), integrality=np.ones(len(names)))
            assert answer.x is not None, answer.message
            return np.round(answer.x)

        found = {}
        for sign, ends in ((1, low), (-1, high)):
            left, point = np.ones(len(names), dtype=bool), None
            while left.any():  # as many at their ends at once as can be, then one by one
                point = reach(sign * left.astype(float))
                now = left & (point == ends)
                if not now.any():
                    break
                left &= ~now
            for i in np.flatnonzero(left):
                goal = np.zeros(len(names))
                goal[i] = sign
                end = reach(goal)[i]
                if end != ends[i]:
                    found.setdefault(names[i], list(self.limits[names[i]]))[0 if sign == 1 else 1] = int(end)
        return [(name, self.limits[name], tuple(ends)) for name, ends in found.items()]
