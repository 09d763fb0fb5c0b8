"""Why this place: what each indicator adds, against the city's median and against the place next to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import integer, join, number, pick, signed
from ..index.aggregate import from_sum, to_sum
from ..index.normalise import normalise
from ..index.ranked import Ranked
from ..index.scoring import summands


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
        spec = self.ranking.specification
        r, i, j = self.ranking, self.ranking.position(self.area_code), self.ranking.position(self.rival)
        reasons = [
            f"{spec.label(row.indicator, lang)} ({signed(row.against_median, 1, lang)})"
            for row in self.rows.itertuples()
            if row.against_median >= 0.05  # what shows as more than nothing
        ][:3]
        lead = number(abs(r.score[i] - r.score[j]), 1, lang)
        equal = r.equal_sentence(self.k, lang) if r.rank[i] == r.rank[j] else ""
        return pick(
            lang,
            id=f"{r.label(i)} berada pada peringkat {integer(r.rank[i], lang)} dari {integer(len(r.codes), lang)} "
            f"wilayah dengan skor {number(r.score[i], 1, lang)}. "
            + (f"Dibandingkan median semua wilayah, yang paling mengangkat kebutuhannya: {join(reasons, lang)}. "
               if reasons else "Tidak ada indikator yang lebih membutuhkan daripada median. ")
            + (f"{equal} " if equal else f"Selisihnya {lead} poin {'di atas' if self.on_list else 'di bawah'} {r.label(j)} "
               f"(peringkat {integer(r.rank[j], lang)}). "),
            en=f"{r.label(i)} ranks {integer(r.rank[i], lang)} of {integer(len(r.codes), lang)} places with a score of "
            f"{number(r.score[i], 1, lang)}. "
            + (f"Against the median of all places its need is raised most by {join(reasons, lang)}. "
               if reasons else "No indicator is needier than the median. ")
            + (f"{equal} " if equal else f"It stands {lead} points {'above' if self.on_list else 'below'} {r.label(j)} "
               f"(rank {integer(r.rank[j], lang)}). "),
        ) + self._change_sentence(lang)

    def _change_sentence(self, lang: str) -> str:
        k = integer(self.k, lang)
        rows = self.rows.dropna(subset=["value_to_leave"])
        if rows.empty:
            return pick(
                lang,
                id="Tidak ada satu indikator pun yang sendirian dapat mengubah keputusan untuk "
                f"{f'{k} besar' if self.k > 1 else 'peringkat pertama'}.",
                en=f"No single indicator alone could change the decision on the {f'top {k}' if self.k > 1 else 'first rank'}.")
        spec = self.ranking.specification
        changes = join([_change(spec.label(r.indicator, lang), r, lang) for r in rows.itertuples()][:3], lang)
        return pick(
            lang,
            id=f"Wilayah ini {'keluar dari' if self.on_list else 'masuk'} {f'{k} besar' if self.k > 1 else 'peringkat pertama'} "
            f"bila salah satu menjadi: {changes}.",
            en=f"It would {'leave' if self.on_list else 'enter'} the {f'top {k}' if self.k > 1 else 'first rank'} if one of these "
            f"became: {changes}.",
        )


def _change(label: str, row, lang: str) -> str:
    """One indicator's value to leave beside its value now, with as many decimals as tell them apart."""
    digits = next((d for d in range(2, 7) if round(row.value_to_leave, d) != round(row.value, d)), 6)
    after, now = number(row.value_to_leave, digits, lang), number(row.value, digits, lang)
    return f"{label} {after} " + pick(lang, id=f"(kini {now})", en=f"(now {now})")


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
    rows = pd.DataFrame({
        "indicator": spec.columns,
        "value": ranking.values[i],
        "contribution": contributions(ranking.normalised[i], weights, spec.aggregate),
        "against_median": differences(parts[i], median, weights, spec.aggregate),
        "against_runner_up": differences(parts[i], parts[rival], weights, spec.aggregate),
        "value_to_leave": [value_to_change(ranking, parts, weights, i, j, k) for j in range(len(weights))],
    })
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
    posts = spec.goalposts.get(spec.columns[j])
    posts = None if posts is None else tuple(sorted(sign * end for end in posts))
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
    far = (np.delete(column, i).min() if now else np.delete(column, i).max())
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
