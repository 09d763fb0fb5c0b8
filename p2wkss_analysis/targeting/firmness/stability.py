"""How firm a choice is: how often each place stays among the k chosen when weights, normalisation, mean and data vary.

The result holds the probability of being chosen, the interval of ranks, and the places between which the choice is
not clear. Variance of ranks as in Saisana, Saltelli and Tarantola (2005), JRSS A 168(2); what counts here is the
probability of the decision itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from numbers import Real

import numpy as np
import pandas as pd

from ...display import Shown
from ...display.progress import steps
from ...say import Text, together
from ...say.errors import WrongUse
from ...tables.whole_number import seed_of, whole
from ..index.aggregate import MEANS
from ..index.normalise import METHODS
from ..index.ranked import Ranked
from ..index.scoring import summands
from ..index.specification import Specification
from . import texts
from .rank_range import RankRange
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

    Arrays follow `ranking.codes`: probability (places,) 0-1; rank_low, rank_high, 95 % of the draws, the same for equal places;
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
            {
                "area_code": self.ranking.codes,
                "probability_top_k": self.probability,
                "rank_low": self.rank_low,
                "rank_high": self.rank_high,
            }
        )
        return frame.iloc[self.ranking.order].reset_index(drop=True)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.ranking.named(self.table().sort_values("probability_top_k", ascending=False, kind="stable"))

    def rivals(self, share: float = 0.1) -> pd.DataFrame:
        """The places between whom the choice is not clear, those most often among the top k first.

        Of the chosen, those among the top k in less than 1 - share of the draws; of the others, those among
        them in at least share of the draws (share: above 0, below 0.5), and those equal to such a one. Columns:
        area_code, rank, chosen, probability_top_k, beats_last.
        """
        if isinstance(share, bool) or not isinstance(share, Real) or not 0 < share < 0.5:
            raise WrongUse(texts.SHARE_OUT_OF_RANGE.fill(given=share))
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
            {
                "area_code": self.ranking.codes[at],
                "rank": self.ranking.rank[at],
                "chosen": chosen[at],
                "probability_top_k": self.probability[at],
                "beats_last": self.beats_last[at],
            }
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
        """How often each of the k is chosen, who else often is, and where a public draw would be fair."""
        return together([self._firmness(), self.ranking.equal_text(self.k), self._rivalry()], lang)

    def _rivalry(self) -> Text:
        """Who else is often among the top k, and that lots would be fair where it is not clear."""
        lots, among = self.lots(), among_top(self.k)
        if not lots.candidates:
            others = max(0, (self.probability > 0).sum() - self.k)
            return (texts.RARE_RIVALS if others else texts.NO_RIVAL).fill(among=among, others=others)
        shown = [self._with_share(self.ranking.position(code)) for code in lots.candidates[:6]]
        if len(lots.candidates) > 6:
            shown.append(texts.MORE.fill(n=len(lots.candidates) - 6))
        return texts.RIVALS.fill(rivals=len(lots.candidates), seats=lots.seats, among=among, places=shown)

    def _with_share(self, position: int) -> Text:
        return texts.NAME_WITH_SHARE.fill(name=self.ranking.label(position), share=100 * self.probability[position])

    def _firmness(self) -> Text:
        """How often the chosen stay chosen: each of them, or the firm ones counted and the least firm named."""
        top = self.ranking.top(self.k)
        chance = self.probability[top]
        named = top if self.k <= 5 else top[np.argsort(chance, kind="stable")[:3]]
        shown = [self._with_share(i) for i in named]
        said = {"draws": self.recipe["draws"], "among": among_top(self.k), "places": shown}
        if self.k <= 5:
            return texts.EACH_CHOSEN.fill(**said)
        return texts.FIRM_OF_CHOSEN.fill(firm=(chance >= 0.95).sum(), k=self.k, **said)


def among_top(k: int) -> Text:
    """Being among the k neediest, in words.

    >>> among_top(1).say("en"), among_top(3).say("en")
    ('ranked first', 'among the top 3')
    """
    return texts.AMONG_TOP.fill(k=k) if k > 1 else texts.RANKED_FIRST


def find_stability(
    ranking: Ranked,
    k: int,
    draws: int = 10000,
    seed: int = 0,
    *,
    concentration: float | None = 20.0,
    normalise: tuple[str, ...] | None = None,
    aggregate: tuple[str, ...] | None = None,
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
    recipe = {
        "draws": int(draws),
        "seed": seed,
        "concentration": concentration,
        "rank_draws": moves.seen,
        "ways": tuple((spec.normalise, spec.aggregate) for spec in ways),
        "measurement_error": errors is not None,
    }
    return Stability(ranking, int(k), (counts / draws)[back], low[back], high[back], (moves.above / moves.seen)[back], recipe)


def _simulate(
    values: np.ndarray,
    errors: np.ndarray | None,
    ways: list[Specification],
    k: int,
    draws: int,
    seed: int,
    concentration: float | None,
    last: int,
) -> tuple[np.ndarray, RankRange]:
    """Counts of being in the top k, (places,), and the ranks, over all draws shared equally among the ways."""
    rng = np.random.default_rng(seed)
    wanted = min(draws, max(200, RANKED // len(values)))
    counts, moves = np.zeros(len(values)), RankRange(len(values), wanted)
    per_way = np.diff(np.linspace(0, draws, len(ways) + 1).astype(int))
    for spec, m in steps(list(zip(ways, per_way, strict=True)), texts.TESTING):
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


def _refuse(draws: int, concentration: float | None) -> None:
    if whole(draws, least=1) is None:
        raise WrongUse(texts.NO_DRAWS.fill(given=draws))
    number = isinstance(concentration, Real) and not isinstance(concentration, bool)
    if concentration is not None and not (number and FIRMNESS[0] <= concentration <= FIRMNESS[1]):
        raise WrongUse(texts.CONCENTRATION_OUT_OF_RANGE.fill(given=concentration))


def _names(given: Iterable[str], what: str) -> tuple:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise WrongUse(texts.NOT_A_LIST.fill(what=what, given=given))
    return tuple(given)


def alternatives(spec: Specification, normalise: Iterable[str] | None, aggregate: Iterable[str] | None) -> list[Specification]:
    """The stated way of computing first, then every other combination that has a meaning."""
    methods = ("minmax", "z", "rank") if normalise is None else _names(normalise, "normalise")
    means = ("arithmetic", "geometric") if aggregate is None else _names(aggregate, "aggregate")
    for given, known in ((methods, METHODS), (means, MEANS)):
        strange = [name for name in given if name not in known]
        if strange:
            raise WrongUse(texts.UNKNOWN_CHOICE.fill(given=strange[0], known=known))
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


def _versions(
    values: np.ndarray,
    errors: np.ndarray | None,
    weights: np.ndarray,
    spec: Specification,
    rng: np.random.Generator,
    ways: int,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
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
