"""How firm a choice is. The decision is who is among the k, not the order of the rest.

Weights, normalisation, mean and measured values could all have been a little different. Over many such
draws: how often is each place chosen, over which ranks does it move, and between whom is the choice not
clear? Variance of ranks as in Saisana, Saltelli and Tarantola (2005), JRSS A 168(2); the
probability of the decision itself is what is asked here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real

import numpy as np
import pandas as pd

from ...display import Shown
from ...say.errors import WrongUse
from ...say import integer, join, percent, pick
from ...display.progress import steps
from ...tables.whole_number import seed_of, whole
from ..index.aggregate import MEANS
from ..index.normalise import METHODS
from .rank_range import RankRange
from ..index.ranked import Ranked
from ..index.scoring import summands
from ..index.specification import Specification
from .topk import counts_of_scores, top_k_counts
from .weight_draws import draw_weights

CELLS = 1_000_000  # most cells of noisy values, or of scores to be ranked, held at once
VERSIONS = 200_000_000  # most cells of noisy values in all, beyond 200 versions of the table
FIRMNESS = (0.1, 1e6)  # concentrations that still give weights: below, all of them round to nothing
RANKED = 16_000_000  # most ranks worked out (places x draws), beyond 200 draws


@dataclass(frozen=True)
class Lots:
    """A choice split into what is firm and what is not: `fixed` codes, `candidates` for the `seats` left, the
    likeliest first."""

    fixed: tuple[str, ...]
    candidates: tuple[str, ...]
    seats: int


@dataclass(frozen=True, eq=False)
class Stability(Shown):
    """The result of `Ranking.stability`: probabilities of being chosen, rank intervals, rivals.

    Arrays follow `ranking.codes`: probability (places,) 0-1; rank_low, rank_high, 95 % of the draws;
    beats_last, the share of draws in which a place stands above the last of the k chosen. `recipe`
    says what was varied and how many draws gave the ranks.
    """

    ranking: Ranked
    k: int
    probability: np.ndarray
    rank_low: np.ndarray
    rank_high: np.ndarray
    beats_last: np.ndarray
    recipe: dict

    def table(self) -> pd.DataFrame:
        """area_code, probability_top_k (0-1), rank_low, rank_high (95 % of draws), in the order of the ranking."""
        frame = pd.DataFrame(
            {"area_code": self.ranking.codes, "probability_top_k": self.probability,
             "rank_low": self.rank_low, "rank_high": self.rank_high}
        )
        return frame.iloc[self.ranking.order].reset_index(drop=True)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.ranking.named(self.table().sort_values("probability_top_k", ascending=False, kind="stable"))

    def rivals(self, share: float = 0.1) -> pd.DataFrame:
        """The places between whom the choice is not clear, those most often among the top k first.

        Of the chosen, those among the top k in less than 1 - share of the draws; of the others, those among
        them in at least share of the draws (share: above 0, below 0.5), and those equal to such a one. Columns: area_code, rank, chosen,
        probability_top_k, beats_last.
        """
        if isinstance(share, bool) or not isinstance(share, Real) or not 0 < share < 0.5:
            raise WrongUse(id=f"`share` adalah bagian simulasi, lebih dari 0 dan kurang dari 0,5, bukan {share!r}.",
                           en=f"`share` is a share of the draws, above 0 and below 0.5, not {share!r}.")
        chosen = np.zeros(len(self.probability), dtype=bool)
        chosen[self.ranking.top(self.k)] = True
        chance = np.round(self.probability, 12)
        near = np.where(chosen, chance < 1 - share, chance >= share)
        equal = self.ranking.equal_at(self.k)
        if near[equal[chosen[equal]]].any():  # the seat was given by area code: each of the equal places has the same claim to it
            near[equal] = True
        at = [i for i in self.ranking.order if near[i]]
        at.sort(key=lambda i: -chance[i])  # stable: equal chances stay in the order of the ranking
        return pd.DataFrame(
            {"area_code": self.ranking.codes[at], "rank": self.ranking.rank[at], "chosen": chosen[at],
             "probability_top_k": self.probability[at], "beats_last": self.beats_last[at]}
        )

    def lots(self, share: float = 0.1) -> Lots:
        """Who is chosen without doubt, and among whom lots could be drawn for the seats left.

        Where no place off the list is among the top k in at least `share` of the draws, nothing is left to draw.
        """
        near, top = self.rivals(share), tuple(self.ranking.codes[self.ranking.top(self.k)])
        if near["chosen"].all():
            return Lots(top, (), 0)
        candidates = tuple(near["area_code"])
        fixed = tuple(code for code in top if code not in candidates)
        return Lots(fixed, candidates, self.k - len(fixed))

    def sentence(self, lang: str | None = None) -> str:
        """How often each of the k is chosen, who else often is, and whether lots would be fairer."""
        lots, head, top = self.lots(), self._firmness(lang), among_top(self.k, lang)
        equal = self.ranking.equal_sentence(self.k, lang)
        head += f"{equal} " if equal else ""
        if not lots.candidates:
            others = max(0, (self.probability > 0).sum() - self.k)
            now_and_then = pick(lang, id=f" (yang sesekali: {integer(others, lang)})",
                                en=f" (now and then: {integer(others, lang)})") if others else ""
            return head + pick(lang, id=f"Tidak ada wilayah lain yang {top} pada 10% simulasi atau lebih{now_and_then}.",
                               en=f"No other place is {top} in 10% of draws or more{now_and_then}.")
        seats, rivals = integer(lots.seats, lang), integer(len(lots.candidates), lang)
        return head + pick(
            lang,
            id=f"Untuk {seats} tempat terakhir, {rivals} wilayah bersaing; yang paling sering {top}: "
            f"{self._likeliest(lots, lang)}. Bila perbedaan itu dipandang tidak berarti, undian terbuka di antara "
            f"{rivals} wilayah ini adil dan membuat evaluasi tahun depan bersih.",
            en=f"For the last {'seat' if lots.seats == 1 else seats + ' seats'}, {rivals} places compete; most often "
            f"{top}: {self._likeliest(lots, lang)}. Where these differences are not thought to matter, a "
            f"public draw among the {rivals} is fair and makes next year's evaluation clean.",
        )

    def _likeliest(self, lots: Lots, lang: str) -> str:
        """The candidates that come up most often, each with how often, and how many more there are."""
        at = [self.ranking.position(code) for code in lots.candidates[:6]]
        shown = [f"{self.ranking.label(i)} ({percent(100 * self.probability[i], 0, lang)})" for i in at]
        if len(lots.candidates) > 6:
            rest = integer(len(lots.candidates) - 6, lang)
            shown.append(pick(lang, id=f"{rest} lainnya", en=f"{rest} more"))
        return join(shown, lang)

    def _firmness(self, lang: str) -> str:
        """How often the chosen stay chosen: each of them, or the firm ones counted and the least firm named."""
        top = self.ranking.top(self.k)
        chance = self.probability[top]
        named = top if self.k <= 5 else top[np.argsort(chance, kind="stable")[:3]]
        shown = join(
            [f"{self.ranking.label(i)} ({percent(100 * self.probability[i], 0, lang)})" for i in named], lang
        )
        draws, k, among = integer(self.recipe["draws"], lang), integer(self.k, lang), among_top(self.k, lang)
        if self.k <= 5:
            return pick(
                lang,
                id=f"Dalam {draws} simulasi bobot dan cara menghitung, yang terpilih tetap {among} dengan "
                f"frekuensi: {shown}. ",
                en=f"Over {draws} draws of weights and ways of computing, the chosen stay {among} this "
                f"often: {shown}. ",
            )
        firm = integer((chance >= 0.95).sum(), lang)
        return pick(
            lang,
            id=f"Dalam {draws} simulasi bobot dan cara menghitung, {firm} dari {k} yang terpilih tetap masuk {k} besar "
            f"pada 95% simulasi atau lebih; yang paling goyah: {shown}. ",
            en=f"Over {draws} draws of weights and ways of computing, {firm} of the {k} chosen stay among the top {k} "
            f"in 95% of draws or more; the least firm: {shown}. ",
        )


def among_top(k: int, lang: str) -> str:
    """Being among the k neediest, in words.

    >>> among_top(1, "id"), among_top(3, "id"), among_top(1, "en"), among_top(3, "en")
    ('di peringkat pertama', 'masuk 3 besar', 'ranked first', 'among the top 3')
    """
    n = integer(k, lang)
    return pick(lang, id=f"masuk {n} besar", en=f"among the top {n}") if k > 1 else pick(
        lang, id="di peringkat pertama", en="ranked first")


def find_stability(
    ranking: Ranked, k: int, draws: int = 10000, seed: int = 0, *, concentration: float | None = 20.0,
    normalise: tuple[str, ...] | None = None, aggregate: tuple[str, ...] | None = None,
) -> Stability:
    """Probability that each place is among the k neediest, over everything that could have been otherwise.

    k: how many are chosen, 1 to places - 1. draws: 1 or more. concentration: how firmly the stated weights
    are held (`draw_weights`); None keeps them fixed. normalise, aggregate: what to draw from with equal
    chance, always with the stated one among them; left out: min-max, z and rank, and arithmetic and
    geometric means (where they can be combined). Pass `()` to hold the stated one. Measurement error
    enters where the ranking has `errors`: values are redrawn with them and put on their scale anew (at
    least 200 times in all, and for each draw where places x indicators are few).

    A probability has a Monte Carlo error of at most half a percentage point at 10,000 draws. With
    more than 1,600 places the rank intervals rest on fewer draws, at least 200; `recipe` says how many.
    Not a probability that the place is truly the neediest: only of being chosen by this index.
    """
    top = ranking.top(k)
    _refuse(draws, concentration)
    seed = seed_of(seed)
    ways = alternatives(ranking.specification, normalise, aggregate)
    by_code = np.argsort(ranking.codes.astype(str), kind="stable")  # so that row order decides nothing
    errors = None if ranking.errors is None else ranking.errors[by_code]
    last = int(np.flatnonzero(by_code == top[-1])[0])
    counts, moves = _simulate(ranking.values[by_code], errors, ways, int(k), int(draws), seed, concentration, last)
    low, high = moves.interval()
    back = np.argsort(by_code)
    recipe = {"draws": int(draws), "seed": seed, "concentration": concentration, "rank_draws": moves.seen,
              "ways": tuple((spec.normalise, spec.aggregate) for spec in ways),
              "measurement_error": errors is not None}
    return Stability(
        ranking, int(k), (counts / draws)[back], low[back], high[back], (moves.above / moves.seen)[back], recipe
    )


def _simulate(values, errors, ways, k: int, draws: int, seed: int, concentration, last: int):
    """Counts of being in the top k, (places,), and the ranks, over all draws shared equally among the ways."""
    rng = np.random.default_rng(seed)
    wanted = min(draws, max(200, RANKED // len(values)))
    counts, moves = np.zeros(len(values)), RankRange(len(values), wanted)
    per_way = np.diff(np.linspace(0, draws, len(ways) + 1).astype(int))
    for spec, m in steps(list(zip(ways, per_way, strict=True)), id="Menguji kekokohan pilihan", en="Testing how firm the choice is"):
        if not m:
            continue
        weights, left = draw_weights(spec, concentration, m, rng), -(-wanted * m // draws)
        for tables, part in _versions(values, errors, weights, spec, rng, len(ways)):
            if len(tables) == 1:
                counts += top_k_counts(tables[0], part[0], k)
                moves.add_draws(tables[0], part[0, :left], last)
            else:
                scores = (part @ tables.transpose(0, 2, 1)).reshape(-1, len(values))
                counts += counts_of_scores(scores, k)
                moves.add(scores[:left], last)
            left = max(0, left - part.shape[0] * part.shape[1])
    return counts, moves


def _refuse(draws, concentration) -> None:
    if whole(draws, least=1) is None:
        raise WrongUse(id=f"`draws` adalah banyaknya simulasi, bilangan bulat mulai 1, bukan {draws!r}.",
                       en=f"`draws` is the number of draws, a whole number from 1, not {draws!r}.")
    number = isinstance(concentration, Real) and not isinstance(concentration, bool)
    if concentration is not None and not (number and FIRMNESS[0] <= concentration <= FIRMNESS[1]):
        raise WrongUse(
            id=f"`concentration` adalah angka dari 0,1 sampai 1.000.000 (makin besar makin teguh), atau None untuk "
            f"bobot tetap, bukan {concentration!r}.",
            en=f"`concentration` is a number from 0.1 to 1,000,000 (the larger the firmer), or None for fixed "
            f"weights, not {concentration!r}.")


def _names(given, what: str) -> tuple:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise WrongUse(id=f"`{what}` berupa daftar, misalnya (\"rank\",), atau () agar tidak diubah, bukan {given!r}.",
                       en=f"`{what}` is a list such as (\"rank\",), or () to hold the stated one, not {given!r}.")
    return tuple(given)


def alternatives(spec: Specification, normalise, aggregate) -> list[Specification]:
    """The stated way of computing first, then every other combination that has a meaning."""
    methods = ("minmax", "z", "rank") if normalise is None else _names(normalise, "normalise")
    means = ("arithmetic", "geometric") if aggregate is None else _names(aggregate, "aggregate")
    for given, known in ((methods, METHODS), (means, MEANS)):
        strange = [name for name in given if name not in known]
        if strange:
            raise WrongUse(id=f"{strange[0]!r} tidak dikenal. Pilihan: {', '.join(known)}.",
                           en=f"{strange[0]!r} is not known. Choose from: {', '.join(known)}.")
    pairs = [(spec.normalise, spec.aggregate)]
    for method in dict.fromkeys((spec.normalise, *methods)):
        for mean in dict.fromkeys((spec.aggregate, *means)):
            impossible = (method == "z" and mean != "arithmetic") or (
                method == "goalposts" and set(spec.goalposts) != set(spec.columns)
            )
            if (method, mean) not in pairs and not impossible:
                pairs.append((method, mean))
    scale = spec.scale if spec.scale is not None and spec.scale[0] > 0 else None
    return [
        spec.changed(normalise=method, aggregate=mean, scale=spec.scale if mean == "arithmetic" else scale)
        for method, mean in pairs
    ]


def _versions(values, errors, weights, spec: Specification, rng: np.random.Generator, ways: int):
    """Batches of versions of the table and of the weights to be used on each: summands (versions, places,
    indicators), weights (versions, draws of each, indicators). Without errors one version serves all draws."""
    if errors is None:
        yield summands(values, spec)[None], weights[None]
        return
    most = max(200, VERSIONS // values.size) // ways + 1
    each = -(-len(weights) // most)  # draws that share a version
    whole = len(weights) // each
    at_once = max(1, CELLS // values.size)
    kind = np.float32 if values.size > CELLS else np.float64  # where one version fills the room, single is enough
    values, errors = values.astype(kind), errors.astype(kind)
    batches = [weights[: whole * each].reshape(whole, each, -1)[i : i + at_once] for i in range(0, whole, at_once)]
    if whole * each < len(weights):
        batches.append(weights[None, whole * each :])
    for part in batches:
        noisy = rng.standard_normal((len(part), *values.shape), dtype=kind)
        noisy *= errors
        noisy += values
        yield summands(noisy, spec), part
