"""Why this place: what each indicator adds, against the city's median and against the place next to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import Text, together
from ..index.aggregate import from_sum, to_sum
from ..index.normalise import normalise
from ..index.ranked import Ranked
from ..index.scoring import summands
from . import texts


@dataclass(frozen=True, eq=False)
class Explanation(Shown):
    """The result of `Ranking.explain`. `rival` is the first place off the list, or the last on it for a place
    that is off; `on_list` says which. `rows` is the table."""

    ranking: Ranked
    area_code: str
    k: int
    on_list: bool
    rival: str
    rows: pd.DataFrame

    def table(self) -> pd.DataFrame:
        """One row an indicator, the largest difference from the median first.

        indicator; value (own unit); contribution (points, summing to the score); against_median and
        against_runner_up (points, summing to the difference of the scores); value_to_leave (the value of
        this indicator alone at which the place would be off the list, or on it if it is off now; empty
        where no value seen among the places would do).
        """
        return self.rows.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        label = self.ranking.specification.label
        return self.table().assign(indicator=lambda d: [label(name, lang) for name in d["indicator"]])

    def sentence(self, lang: str | None = None) -> str:
        """Rank, the strongest reasons, the lead over the rival, and what would change the answer."""
        r, i, j = self.ranking, self.ranking.position(self.area_code), self.ranking.position(self.rival)
        reasons = [
            texts.REASON.fill(label=r.specification.title(row.indicator), points=row.against_median)
            for row in self.rows.itertuples()
            if row.against_median >= 0.05  # what shows as more than nothing
        ][:3]
        said = [
            texts.RANK_AND_SCORE.fill(name=r.label(i), rank=r.rank[i], places=len(r.codes), score=r.score[i]),
            texts.STRONGEST.fill(reasons=reasons) if reasons else texts.NONE_ABOVE_MEDIAN,
            r.rank[i] == r.rank[j]
            and r.equal_text(self.k)
            or texts.LEAD.fill(lead=abs(r.score[i] - r.score[j]), on_list=self.on_list, rival=r.label(j), rank=r.rank[j]),
            self._what_would_change(),
        ]
        return together(said, lang)

    def _what_would_change(self) -> Text:
        top = texts.TOP.fill(k=self.k) if self.k > 1 else texts.FIRST_PLACE
        rows = self.rows.dropna(subset=["value_to_leave"])
        if rows.empty:
            return texts.NO_SINGLE_CHANGE.fill(top=top)
        changes = [_change(self.ranking.specification.title(r.indicator), r) for r in rows.itertuples()][:3]
        return texts.SINGLE_CHANGES.fill(on_list=self.on_list, top=top, changes=changes)


def _change(label: Text, row: Any) -> Text:
    """One indicator's value to leave beside its value now, with as many decimals as tell them apart, and none of a large one."""
    least = 2 if abs(row.value) < 1000 else 0
    digits = next((d for d in range(least, 7) if round(row.value_to_leave, d) != round(row.value, d)), 6)
    return texts.CHANGE.fill(label=label, after=row.value_to_leave, now=row.value, digits=digits)


def explain_place(ranking: Ranked, area_code: str, k: int | None = None) -> Explanation:
    """Explain the standing of one place in a choice of the k neediest.

    Without `k` the list ends with the place itself, so that the runner-up is the next in rank. Arithmetic
    scores split into weight times normalised value; for geometric and harmonic means differences
    split by the mean-value form of the same sum, which adds up exactly, and the score in
    proportion to weight times value. The value to leave is found on the full recomputation of its
    indicator (scale, ranks and all), other indicators as they are. Errors: WrongUse for an unknown
    place or k. It explains the index, not the world: a large contribution is not a cause.
    """
    i = ranking.position(area_code)
    place = int(np.flatnonzero(ranking.order == i)[0])
    k = min(place + 1, len(ranking.codes) - 1) if k is None else len(ranking.top(k))
    on_list = place < k
    rival = ranking.order[k] if on_list else ranking.order[k - 1]
    spec, weights = ranking.specification, ranking.specification.shares
    parts = summands(ranking.values, spec)
    median = to_sum(np.median(ranking.normalised, axis=0), spec.aggregate)
    rows = pd.DataFrame(
        {
            "indicator": spec.columns,
            "value": ranking.values[i],
            "contribution": contributions(ranking.normalised[i], weights, spec.aggregate),
            "against_median": differences(parts[i], median, weights, spec.aggregate),
            "against_runner_up": differences(parts[i], parts[rival], weights, spec.aggregate),
            "value_to_leave": [value_to_change(ranking, parts, weights, i, j, k) for j in range(len(weights))],
        }
    )
    rows = rows.sort_values("against_median", ascending=False, kind="stable", ignore_index=True)
    return Explanation(ranking, area_code, k, on_list, str(ranking.codes[rival]), rows)


def contributions(normalised: np.ndarray, weights: np.ndarray, mean: str) -> np.ndarray:
    """What each indicator adds to the score of one place, (indicators,), summing to the score."""
    parts = weights * normalised
    if mean == "arithmetic":
        return parts
    score = from_sum(weights @ to_sum(normalised, mean), mean)
    return parts * score / parts.sum()


def differences(own: np.ndarray, other: np.ndarray, weights: np.ndarray, mean: str) -> np.ndarray:
    """Difference of two scores split by indicator, (indicators,), from the summands of both places."""
    parts = weights * (own - other)
    total = parts.sum()
    gap = from_sum(weights @ own, mean) - from_sum(weights @ other, mean)
    if abs(total) > 1e-12:
        return parts * gap / total
    score = from_sum(weights @ own, mean)
    return parts * {"arithmetic": 1.0, "geometric": score, "harmonic": score**2}[mean]


def value_to_change(ranking: Ranked, parts: np.ndarray, weights: np.ndarray, i: int, j: int, k: int) -> float:
    """The value of indicator j at which place i crosses the edge of the list, NaN where none seen does.

    parts: summands of all places. Found by halving between the value now and the end of the values seen.
    """
    spec = ranking.specification
    sign = 1.0 if spec.indicators[spec.columns[j]] == "higher" else -1.0
    posts = spec.goalposts_of(spec.columns[j], sign)
    column = sign * ranking.values[:, j]
    rest = parts @ weights - weights[j] * parts[:, j]
    earlier = ranking.codes.astype(str) < str(ranking.codes[i])

    def on_list(value: float) -> bool:
        changed = column.copy()
        changed[i] = value
        if np.ptp(changed) == 0:
            changed[i] = np.nextafter(value, np.inf)  # no spread left: keep the scale defined
        total = rest + weights[j] * to_sum(normalise(changed, spec.normalise, posts, spec.ends), spec.aggregate)
        ahead = total - total[i]
        tied = (np.abs(ahead) <= 1e-10) & earlier  # ties go by area code, as in the ranking
        return bool((ahead > 1e-10).sum() + tied.sum() < k)

    now = on_list(column[i])
    far = np.delete(column, i).min() if now else np.delete(column, i).max()
    if weights[j] == 0 or (far > column[i] if now else far < column[i]) or on_list(far) == now:
        return np.nan
    near = column[i]
    for _ in range(60):
        middle = (near + far) / 2
        if on_list(middle) == now:
            near = middle
        else:
            far = middle
    return float(sign * far)
