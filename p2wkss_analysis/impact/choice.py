"""What the way of choosing means for an evaluation: who could have been chosen, and from when on a site is suspect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import WrongUse
from ..language import integer, pick
from ..rule import Lots, SelectionRule
from .estimate import Text
from .panel import Panel


@dataclass(frozen=True, eq=False)
class Choice:
    """How sites were chosen, read against one panel.

    kind: "rule", "lots" or "unknown"; lag: years from ranking to start; eligible (N,): could have been chosen;
    uses_ranking: chosen by the panel's ranking column; rule: the SelectionRule, where there is one.
    """

    kind: str
    lag: int
    eligible: np.ndarray
    uses_ranking: bool = False
    rule: SelectionRule | None = None

    def sentence(self, lang: str = "id") -> str:
        """How the sites were chosen, for the report."""
        if self.kind == "rule":
            return self.rule.sentence(lang)
        return _LOTS.say(lang) if self.kind == "lots" else _UNKNOWN.say(lang)


_LOTS = Text(
    "Lokasi ditentukan dengan undian terbuka di antara para calon.",
    "Sites were drawn by public lot among the candidates.",
)
_UNKNOWN = Text(
    "Cara memilih lokasi tidak diketahui; dihitung dengan dua anggapan: dipilih menurut indikator ini "
    "sampai setahun sebelumnya, atau ditetapkan dua sampai tiga tahun sebelumnya.",
    "How sites were chosen is not known; computed under two assumptions: chosen on this outcome up to "
    "the year before, or fixed two to three years before.",
)


def read_choice(panel: Panel, rule) -> Choice:
    """The rule, the lots or nothing, as a `Choice`; WrongUse where it contradicts the panel."""
    everyone = np.ones(len(panel.units), bool)
    if rule is None:
        return Choice("unknown", 1, everyone)
    if isinstance(rule, SelectionRule):
        _check_rule(panel, rule)
        return Choice("rule", rule.lag, everyone, rule.by == "ranking", rule)
    if isinstance(rule, Lots):
        return Choice("lots", 1, _candidates(panel, rule))
    raise WrongUse(
        id=f"Aturan {type(rule).__name__} tidak dikenal. Berikan SelectionRule, hasil draw_lots, atau None.",
        en=f"A rule of type {type(rule).__name__} is not known. Give a SelectionRule, a result of draw_lots, or None.",
    )


def _check_rule(panel: Panel, rule: SelectionRule) -> None:
    if rule.by == "ranking" and panel.ranking is None:
        raise WrongUse(
            id="Aturan menyebut kolom pemeringkatan, tetapi panel tidak memilikinya. Bentuk panel dengan ranking=...",
            en="The rule names a ranking column, but the panel has none. Build the panel with ranking=...",
        )
    if rule.within == "group" and panel.group is None:
        raise WrongUse(
            id="Aturan memilih di dalam kelompok, tetapi panel tidak memiliki kelompok. Bentuk panel dengan group=...",
            en="The rule chooses within groups, but the panel has none. Build the panel with group=...",
        )


def _candidates(panel: Panel, lots: Lots) -> np.ndarray:
    labels = np.array([str(u) for u in panel.units])
    drawn, candidates = set(map(str, lots.drawn)), set(map(str, lots.candidates))
    year = getattr(lots, "year", None)
    sites = panel.treated if year is None else panel.treated & (panel.start == year)
    chosen = set(labels[sites])
    odd = sorted((chosen - candidates) | (drawn - chosen))
    if odd:
        shown = ", ".join(odd[:5])
        raise WrongUse(
            id=f"Undian dan panel tidak cocok: {shown}. Setiap tempat terundi harus menjadi lokasi program di panel, "
            "dan setiap lokasi harus termasuk calon undian.",
            en=f"The draw and the panel do not agree: {shown}. Every place drawn must be a site in the panel, and "
            "every site must have been a candidate.",
        )
    return np.isin(labels, list(candidates))


def ranking_year_sentence(lang: str) -> str:
    """Why a site's last years before the start are no base."""
    return pick(
        lang,
        id="Nilai lokasi dari tahun pemeringkatan sampai sebelum program tidak dipakai sebagai titik awal, karena "
        "nilai itulah yang menentukan pemilihan.",
        en="A site's values from the ranking year up to its start are not used as a base, because they decided the "
        "choice.",
    )


def sites_explained(panel: Panel, choice: Choice) -> tuple[int, int] | None:
    """How many sites the stated rule would have picked, of how many it can be checked for; None without a rule.

    A site counts when it stands among the k first of the places still free in its ranking year (and group), k the
    sites of that year. Few of many means that the stated rule was not the one followed, or not alone.
    """
    if choice.rule is None:
        return None
    figure = panel.ranking if choice.uses_ranking else panel.values
    group = panel.group.astype(str) if choice.rule.within else np.zeros(len(panel.units))
    hits = total = 0
    for start in panel.cohorts:
        column = int(start - choice.lag - panel.years[0])
        if column < 0:
            continue
        for g in np.unique(group[panel.start == start]):
            free = np.flatnonzero((group == g) & (panel.start >= start) & np.isfinite(figure[:, column]))
            value = figure[free, column] * (1 if choice.rule.picks == "lowest" else -1)
            chosen = panel.start[free] == start
            if chosen.any():
                cut = np.sort(value)[chosen.sum() - 1]
                hits, total = hits + int((value[chosen] <= cut).sum()), total + int(chosen.sum())
    return (hits, total) if total else None


def explained_sentence(panel: Panel, choice: Choice, lang: str = "id") -> str:
    """The same as a sentence; empty where there is nothing to check."""
    found = sites_explained(panel, choice)
    if found is None:
        return ""
    hits, total = (integer(n, lang) for n in found)
    return pick(
        lang,
        id=f"Aturan yang disebut menjelaskan {hits} dari {total} lokasi yang dapat diperiksa.",
        en=f"The stated rule accounts for {hits} of the {total} sites that can be checked.",
    )
