"""What the way of choosing means for an evaluation: who could have been chosen, and from when on a site is suspect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...rule import Lots, SelectionRule
from ...say import integer, pick
from ...say.errors import WrongUse
from ...say.spoken import spoken
from ..estimate import Text
from .drawn_sites import drawn_only, read_draw
from .panel import Panel


@dataclass(frozen=True, eq=False)
class Choice:
    """How sites were chosen, read against one panel.

    kind: "rule", "lots" or "unknown"; lag: years from ranking to start; eligible (N,): could have been chosen;
    uses_ranking: chosen by the panel's ranking column; rule: the SelectionRule, where there is one; others (N,):
    with lots, sites of other years that were not drawn.
    """

    kind: str
    lag: int
    eligible: np.ndarray
    uses_ranking: bool = False
    rule: SelectionRule | None = None
    others: np.ndarray | None = None

    @spoken
    def sentence(self, lang: str | None = None) -> str:
        """How the sites were chosen, for the report."""
        if self.kind == "rule":
            return self.rule.sentence(lang)
        if self.kind == "unknown":
            return _UNKNOWN.say(lang)
        n = 0 if self.others is None else int(self.others.sum())
        return _LOTS.say(lang) if n == 0 else f"{_LOTS.say(lang)} {_not_drawn(n).say(lang)}"

    def evaluated(self, panel: Panel) -> Panel:
        """The panel an evaluation may use: with lots, only the places drawn are sites."""
        return panel if self.others is None else drawn_only(panel, self.others)


_LOTS = Text(
    "Lokasi ditentukan dengan undian terbuka di antara para calon.",
    "Sites were drawn by public lot among the candidates.",
)


def _not_drawn(n: int) -> Text:
    return Text(
        f"{integer(n, 'id')} lokasi lain tidak diundi dan tidak ikut dievaluasi; nilainya sejak programnya dimulai tidak "
        "dipakai.",
        f"{integer(n, 'en')} other site{'s were' if n > 1 else ' was'} not drawn and not evaluated; values since "
        f"{'their' if n > 1 else 'its'} own start are not used.",
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
        eligible, others = read_draw(panel, rule)
        return Choice("lots", 1, eligible, others=others)
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
    if rule.lag >= len(panel.years):
        raise WrongUse(
            id=f"Aturan menyebut lag={rule.lag}, tetapi panel hanya {len(panel.years)} tahun: tahun pemeringkatan tidak "
            "pernah ada di dalamnya.",
            en=f"The rule says lag={rule.lag}, but the panel has only {len(panel.years)} years: no ranking year can lie in it.",
        )
    most, where = _most_in_a_year(panel, rule)
    if most > rule.per_year:
        raise WrongUse(
            id=f"Aturan menyebut {rule.per_year} lokasi setahun, tetapi di panel ada {most} lokasi ({where}). Perbaiki "
            "per_year, atau within bila setiap kelompok memilih sendiri.",
            en=f"The rule says {rule.per_year} sites a year, but the panel has {most} ({where}). Mend per_year, or within "
            "where each group chooses its own.",
        )


def _most_in_a_year(panel: Panel, rule: SelectionRule) -> tuple[int, str]:
    """The most sites that started in one year (and group), and where that was."""
    group = panel.group.astype(str) if rule.within else np.full(len(panel.units), "")
    keys, counts = np.unique(
        [f"{int(s)} {g}".strip() for s, g in zip(panel.start[panel.treated], group[panel.treated], strict=True)],
        return_counts=True,
    )
    return (int(counts.max()), str(keys[counts.argmax()])) if len(counts) else (0, "")


def ranking_year_sentence(lang: str) -> str:
    """Why a site's last years before the start are no base."""
    return pick(
        lang,
        id="Nilai lokasi dari tahun pemeringkatan sampai sebelum program tidak dipakai sebagai titik awal, karena "
        "nilai itulah yang menentukan pemilihan.",
        en="A site's values from the ranking year up to its start are not used as a base, because they decided the choice.",
    )


def sites_explained(panel: Panel, choice: Choice) -> tuple[int, int] | None:
    """How many sites the stated rule would have picked, of how many it can be checked for; None without a rule.

    A site counts when it stands among the `per_year` first of the places still free in its ranking year (and group).
    Few of many means that the stated rule was not the one followed, or not alone.
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
                cut = np.sort(value)[min(choice.rule.per_year, len(free)) - 1]
                hits, total = hits + int((value[chosen] <= cut).sum()), total + int(chosen.sum())
    return (hits, total) if total else None


def explained_sentence(panel: Panel, choice: Choice, lang: str | None = None) -> str:
    """The same as a sentence, with what else in the panel speaks against the rule; empty without a rule."""
    if choice.rule is None:
        return ""
    if sites_explained(panel, choice) is None:
        return _NOT_CHECKED.say(lang)
    return _filled(_doubt(panel, choice) or _COUNTED, panel, choice).say(lang)


def rule_warning(panel: Panel, choice: Choice) -> Text | None:
    """What stands beside the estimates where the stated rule is far from what was done; None where it is not."""
    doubt = _doubt(panel, choice)
    return None if doubt is None else _filled(doubt, panel, choice)


def _filled(text: Text, panel: Panel, choice: Choice) -> Text:
    hits, total = sites_explained(panel, choice)
    return Text(*(t.format(hits=hits, total=total, k=choice.rule.per_year) for t in (text.id, text.en)))


def _doubt(panel: Panel, choice: Choice) -> Text | None:
    """Fewer than three sites in four among those the rule picks, or never as many sites a year as it says."""
    if choice.rule is None or (found := sites_explained(panel, choice)) is None:
        return None
    if found[0] < _FAR * found[1]:
        return _RULE_NOT_FOLLOWED
    fewer = _most_in_a_year(panel, choice.rule)[0] < choice.rule.per_year
    return _FEWER_SITES if fewer else None


_FAR = 0.75
_COUNTED = Text(
    "Aturan yang disebut menjelaskan {hits} dari {total} lokasi yang dapat diperiksa.",
    "The stated rule accounts for {hits} of the {total} sites that can be checked.",
)
_RULE_NOT_FOLLOWED = Text(
    "Aturan yang disebut hanya menjelaskan {hits} dari {total} lokasi yang dapat diperiksa: lokasi lainnya tidak termasuk "
    "{k} peringkat pertama pada tahun pemeringkatannya. Periksa aturannya; bila cara lain yang dipakai, perkiraan ini "
    "dapat bias.",
    "The stated rule accounts for only {hits} of the {total} sites that can be checked: the others were not among the {k} "
    "ranked first in their ranking year. Check the rule; if another way was followed, this estimate may be biased.",
)
_FEWER_SITES = Text(
    "Aturan menyebut {k} lokasi setahun, tetapi panel tidak pernah memuat sebanyak itu; aturan ini menjelaskan {hits} dari "
    "{total} lokasi. Periksa aturannya, atau apakah ada lokasi yang belum tercatat.",
    "The rule says {k} sites a year, but the panel never has as many; it accounts for {hits} of the {total} sites. Check "
    "the rule, or whether sites are missing from the register.",
)
_NOT_CHECKED = Text(
    "Aturan yang disebut tidak dapat diperiksa: tahun pemeringkatan lokasi tidak memiliki nilai di panel.",
    "The stated rule cannot be checked: the ranking years of the sites have no values in the panel.",
)
